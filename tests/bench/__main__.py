"""``make bench``: every benchmark, or those whose names are given."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

HERE = Path(__file__).parent


def main() -> None:
    sys.path.insert(0, str(HERE))
    wanted = sys.argv[1:]
    for path in sorted(HERE.glob("bench_*.py")):
        if not wanted or path.stem.removeprefix("bench_") in wanted:
            import_module(path.stem).run()


if __name__ == "__main__":
    main()
