"""Two versions of the package side by side: each in a process of its own, asked in turn, timed by CPU.

Run as a script it is such a process: ``rival.py PATH MODULE`` reads a text's file, a function and a number
of calls from each line of its input, and answers with the seconds that a call took.
"""

from __future__ import annotations

import io
import os
import subprocess
import sys
import tarfile
from importlib import import_module
from pathlib import Path
from time import process_time
from typing import Final

__all__ = ["EARLIER", "EARLIER_MODULE", "Reader", "earlier_source"]

#: The version that readers of text are held against, and the package that read figures in it.
EARLIER: Final = "7813a21"
EARLIER_MODULE: Final = "cafx.figures"
_ROOT: Final = Path(__file__).parents[2]


def earlier_source(folder: Path) -> Path | None:
    """Return where the earlier version's source is; None without a repository that has it.

    ``CAFX_EARLIER`` names a checkout of it; else it is taken out of the repository's own history.
    """
    checkout = os.environ.get("CAFX_EARLIER")
    if checkout:
        return Path(checkout) / "src"
    archive = subprocess.run(("git", "archive", EARLIER, "src"), cwd=_ROOT, capture_output=True, check=False)
    if archive.returncode:
        return None
    with tarfile.open(fileobj=io.BytesIO(archive.stdout)) as source:
        source.extractall(folder, filter="data")
    return folder / "src"


class Reader:
    """A process that reads texts with one version of the package."""

    def __init__(self, source: Path, module: str) -> None:
        self._process = subprocess.Popen(
            (sys.executable, __file__, str(source), module),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def seconds(self, text: Path, *, calls: int = 1) -> float:
        """Return the CPU seconds of one reading of the text in a file."""
        asked, answers = self._process.stdin, self._process.stdout
        assert asked is not None
        assert answers is not None
        asked.write(f"{calls}\t{text}\n")
        asked.flush()
        return float(answers.readline())

    def close(self) -> None:
        """End the process."""
        self._process.communicate()


def _answer(source: str, module: str) -> None:
    sys.path.insert(0, source)
    find = import_module(module).find_figures
    texts: dict[str, str] = {}
    for line in sys.stdin:
        calls, _, name = line.rstrip("\n").partition("\t")
        text = texts.setdefault(name, Path(name).read_text("utf-8"))
        start = process_time()
        for _ in range(int(calls)):
            find(text)
        print((process_time() - start) / int(calls), flush=True)


if __name__ == "__main__":
    _answer(*sys.argv[1:])
