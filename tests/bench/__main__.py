"""``make bench``: every benchmark, or those whose names are given, and a table of what was aimed at.

``--report FILE`` also writes the table as a page of the documentation.
"""

from __future__ import annotations

import decimal
import platform
import sys
from argparse import ArgumentParser
from importlib import import_module
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

from stopwatch import AIMS, Aim  # noqa: E402 -- the benches lie beside this file, not in a package


def main() -> None:
    """Run the benches and print the table."""
    parser = ArgumentParser(prog="tests.bench")
    parser.add_argument("names", nargs="*", help="such as values or ticker; all of them when left out")
    parser.add_argument("--report", type=Path, help="write the table here too")
    arguments = parser.parse_args()
    for path in sorted(HERE.glob("bench_*.py")):
        if not arguments.names or path.stem.removeprefix("bench_") in arguments.names:
            decimal.setcontext(decimal.Context())  # one of the peers narrows it for the whole process
            import_module(path.stem).run()
    rows = [_row(aim) for aim in AIMS]
    print("\nAims")
    for row in rows:
        print(f"  {row[3]:<7} {row[1]:>9} {row[2]:>9}  {row[0]}")
    if arguments.report:
        arguments.report.write_text(_page(rows), "utf-8")


def _row(aim: Aim) -> tuple[str, str, str, str]:
    sign = "≥" if aim.is_least else "≤"
    return (
        f"{aim.bench.partition(' (')[0]}: {aim.what}",
        f"{sign} {aim.limit:g} {aim.unit}",
        f"{aim.given:.2f} {aim.unit}",
        "met" if aim.is_met else "MISSED",
    )


def _page(rows: list[tuple[str, str, str, str]]) -> str:
    lines = [
        "# Benchmarks",
        "",
        "Written by `make bench-report`: ratios of processor time within one run, the median of its rounds.",
        f"CPython {platform.python_version()} on {platform.machine()}. A time that stands by itself",
        "is that of the machine at hand, busy or not: believe a ratio first.",
        "",
        "| what | aim | median | |",
        "| --- | --- | --- | --- |",
        *(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |" for row in rows),
        "",
        (HERE / "notes.md").read_text("utf-8").rstrip(),
        "",
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
