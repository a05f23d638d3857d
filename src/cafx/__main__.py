"""The command ``cafx`` as a process of its own, which is also ``python -m cafx``."""

from __future__ import annotations

import gc
import sys

from cafx.cli import main

#: Of containers made before garbage is looked for; Python's own is 700.
_SELDOM = 20_000


def run() -> None:
    """Run the command and end the process with its exit code."""
    # The hundred modules that a command imports stay to its end: looking through them a dozen times, and once
    # more at the end, would be an eighth of a short command's time.
    gc.set_threshold(_SELDOM)
    code = main()
    gc.freeze()
    sys.exit(code)


if __name__ == "__main__":
    run()
