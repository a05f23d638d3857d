"""How long a fresh process takes to begin: over the bare interpreter, compiled modules kept as usual."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from statistics import median

from stopwatch import cpu_seconds, heading, note_aim

ROUNDS = 15
ASK = "import cafx; cafx.RateBook, cafx.Quotation"
ASKED = f"{ASK}; cafx.RateBook.bundled().rate('KZT', 'USD', on='2025-09-18')"
CASES = {
    "bare interpreter": ["-c", "pass"],
    "import cafx": ["-c", "import cafx"],
    "cafx --version": ["-m", "cafx", "--version"],
    "cafx --help": ["-m", "cafx", "--help"],
    "cafx convert": ["-m", "cafx", "convert", "13 trillion tenge", "USD", "--on", "2025-09-18"],
    "cafx.RateBook imported": ["-c", ASK],
    "and the bundled book asked": ["-c", ASKED],
}
#: In milliseconds over another case.
AIMS = (
    ("import cafx", "bare interpreter", 2),
    ("cafx --version", "bare interpreter", 30),
    ("cafx --help", "bare interpreter", 30),
    ("cafx convert", "bare interpreter", 80),
    ("and the bundled book asked", "cafx.RateBook imported", 8),
)


def run() -> None:
    """Time each start in turn; what a round gives is held against the same round's other case."""
    heading("the start of a process, in ms (aims are over the bare interpreter)")
    times: dict[str, list[float]] = {name: [] for name in CASES}
    with tempfile.TemporaryDirectory() as folder:
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        environment["CAFX_DATA"] = folder
        names = list(CASES)
        for turn in range(ROUNDS + 1):
            first = turn % len(names)
            for name in names[first:] + names[:first]:
                start = cpu_seconds()
                subprocess.run(
                    [sys.executable, *CASES[name]],
                    check=True,
                    env=environment,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                )
                if turn:  # the first round compiles what it imports
                    times[name].append((cpu_seconds() - start) * 1000)
    bare = times["bare interpreter"]
    for name, taken in times.items():
        over = sorted(one - base for one, base in zip(taken, bare, strict=True))
        spread = f"({over[0]:.1f} to {over[-1]:.1f})"
        print(f"  {name:<52} {median(taken):>8.1f} ms, over bare {median(over):>7.1f}  {spread}")
    for name, base, limit in AIMS:
        over = [one - other for one, other in zip(times[name], times[base], strict=True)]
        note_aim(f"{name}, over {base}", median(over), at_most=limit, unit="ms")


if __name__ == "__main__":
    run()
