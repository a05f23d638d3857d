"""The pages of the documentation as programs: what they show is run, and their output is real.

A page is Markdown. Its Python runs from top to bottom as one program, in a folder of its own that holds
the files of ``examples/``:

- a ``python`` block with ``>>>`` is a doctest; one without is run as it stands;
- in a ``console`` block the steps that begin with ``$ cafx`` are run, on a terminal without colours;
- ``<!-- file: NAME -->`` on the line before a block saves the block under that name instead;
- ``<!-- not run: REASON -->`` leaves a block alone.

The front matter may say ``needs: pandas`` (modules without which the page is skipped) and
``process: own`` (the page changes the whole process, as Django's settings do).

``python tests/pages.py --write PAGE...`` writes the outputs that the examples really have into the pages.
"""

from __future__ import annotations

import contextlib
import doctest
import io
import os
import re
import shlex
import shutil
import sys
import tempfile
import warnings
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

__all__ = ["ROOT", "Block", "blocks_in", "front_matter", "run_page"]

ROOT = Path(__file__).parents[1]
_FENCE = re.compile(r"^(`{3,})([^`\n]*)\n(.*?)^\1$", re.MULTILINE | re.DOTALL)
_REMARK = re.compile(r"<!-- (file|not run): (.+?) -->\n\Z")
_FLAGS = doctest.ELLIPSIS


class Block(NamedTuple):
    """A block of code of a page: its language, its text, its first line's index, and the remark before it."""

    language: str
    text: str
    line: int
    remark: str
    value: str


def front_matter(text: str) -> dict[str, str]:
    """Return the ``key: value`` lines at the head of a page."""
    head = re.match(r"---\n(.*?)^---$", text, re.MULTILINE | re.DOTALL)
    pairs = (line.partition(":") for line in head[1].splitlines()) if head else ()
    return {key.strip(): value.strip() for key, _, value in pairs}


def blocks_in(text: str) -> list[Block]:
    """Return the blocks of code of a page, in order."""
    blocks = []
    for found in _FENCE.finditer(text):
        remark = _REMARK.search(text[: found.start()])
        kind, value = remark.groups() if remark else ("", "")
        line = text.count("\n", 0, found.start(3))
        blocks.append(Block(found[2], found[3], line, kind, value))
    return blocks


def run_page(path: Path, *, is_written: bool = False, is_only_doctests: bool = False) -> list[str]:
    """Run a page, and return what is wrong with it.

    If *is_written*, its outputs are mended instead. If *is_only_doctests*, plain blocks are left alone, and
    so are those that use a library which is not installed: the README is read so.
    """
    text = path.read_text("utf-8")
    lines = text.splitlines(keepends=True)
    faults: list[str] = []
    changes: list[tuple[int, int, str]] = []
    with _folder():
        names: dict[str, object] = {"__name__": f"page_{path.stem.replace('-', '_')}"}
        for block in blocks_in(text):
            if block.remark == "not run" or (is_only_doctests and not _is_doctest_here(block)):
                continue
            if block.remark == "file":
                target = Path(block.value)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text(block.text, "utf-8")
            elif block.language == "python" and ">>>" in block.text:
                _run_doctest(path, block, names, faults, changes)
            elif block.language == "python":
                try:
                    code = compile("\n" * block.line + block.text, str(path), "exec", dont_inherit=True)
                    exec(code, names)  # noqa: S102 -- the page's own example
                except Exception as error:  # noqa: BLE001 -- it is reported
                    faults.append(f"{path}:{block.line + 1}: {type(error).__name__}: {error}")
            elif block.language == "console":
                _run_commands(path, block, faults, changes)
    if is_written:
        for start, end, output in sorted(changes, reverse=True):
            lines[start:end] = [output]
        path.write_text("".join(lines), "utf-8")
    return faults


def _is_doctest_here(block: Block) -> bool:
    if block.language != "python":
        return block.language == "console"
    libraries = re.findall(r"^>>> import (\w+)", block.text, re.MULTILINE)
    return ">>>" in block.text and all(find_spec(library) for library in libraries)


class _Runner(doctest.DocTestRunner):
    """Notes the output of each example that does not have the one it shows."""

    def __init__(self) -> None:
        super().__init__(verbose=False, optionflags=_FLAGS)
        self.found: list[tuple[doctest.Example, str]] = []

    # The names of the arguments are doctest's.
    def report_start(self, out, test, example) -> None:
        """Say nothing."""

    def report_failure(self, out, test, example, got) -> None:  # noqa: ARG002
        """Keep what came instead."""
        self.found.append((example, got))

    def report_unexpected_exception(self, out, test, example, exc_info) -> None:  # noqa: ARG002
        """Keep the error as a traceback shows it."""
        error = exc_info[1]
        name = type(error).__qualname__
        if type(error).__module__ != "builtins":
            name = f"{type(error).__module__}.{name}"
        self.found.append((example, f"Traceback (most recent call last):\n{name}: {error}\n"))


def _run_doctest(path, block, names, faults, changes) -> None:
    test = doctest.DocTestParser().get_doctest(block.text, {}, path.stem, str(path), block.line)
    test.globs = names
    runner = _Runner()
    runner.run(test, clear_globs=False, out=lambda _: None)
    for example, got in runner.found:
        line = block.line + example.lineno
        faults.append(
            f"{path}:{line + 1}: {example.source.strip()}\n  expected {example.want!r}\n  got      {got!r}"
        )
        first = line + example.source.count("\n")
        shown = re.sub(r"^\s*$", "<BLANKLINE>", got.rstrip("\n"), flags=re.MULTILINE) + "\n" if got else ""
        changes.append((first, first + example.want.count("\n"), shown))


class _Terminal(io.StringIO):
    """Where a command of a page prints: a terminal without colours."""

    def isatty(self) -> bool:
        """Say yes."""
        return True


def _run_commands(path, block, faults, changes) -> None:
    from cafx.cli import main

    lines = block.text.splitlines()
    starts = [index for index, line in enumerate(lines) if line.startswith("$ ")]
    code = 0
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        name, *arguments = shlex.split(lines[start][2:], comments=True)
        if name == "cafx":
            got, code = _output_of(main, arguments)
        elif lines[start] == "$ echo $?":
            got = f"{code}\n"
        else:
            continue
        shown = "".join(f"{line}\n" for line in lines[start + 1 : end])
        if not doctest.OutputChecker().check_output(_plain(shown), _plain(got), _FLAGS):
            first = block.line + start + 1
            faults.append(f"{path}:{first}: {lines[start]}\n  expected {shown!r}\n  got      {got!r}")
            changes.append((first, block.line + end, got))


def _output_of(main, arguments) -> tuple[str, int]:
    screen = _Terminal()
    with contextlib.redirect_stdout(screen), contextlib.redirect_stderr(screen):
        try:
            code = main(arguments)
        except SystemExit as ended:  # argparse's way to end
            code = int(ended.code or 0)
    # A line that shows progress is cleared by the terminal.
    return re.sub(r"[^\n]*\r\x1b\[K", "", screen.getvalue()), code


def _plain(text: str) -> str:
    return text.replace("\u00a0", " ")


@contextlib.contextmanager
def _folder():
    """Work in a folder of the page's own: the files of examples/, its own history, a wide terminal."""
    kept = Path.cwd(), dict(os.environ), list(sys.path)
    loaded = set(sys.modules)
    with tempfile.TemporaryDirectory() as folder:
        for file in (ROOT / "examples").glob("*.txt"):
            shutil.copy(file, folder)
        os.chdir(folder)
        os.environ.update(CAFX_DATA=str(Path(folder) / "data"), NO_COLOR="1", COLUMNS="100")
        sys.path.insert(0, folder)
        try:
            yield
        finally:
            os.chdir(kept[0])
            os.environ.clear()
            os.environ.update(kept[1])
            sys.path[:] = kept[2]
            for name in set(sys.modules) - loaded:  # a page's own modules are not another's
                if str(getattr(sys.modules[name], "__file__", None)).startswith(folder):
                    del sys.modules[name]


def main() -> None:
    """Run the pages that are named, or write their outputs."""
    warnings.simplefilter("error")  # as in the tests
    arguments = sys.argv[1:]
    is_written, is_only_doctests = "--write" in arguments, "--only-doctests" in arguments
    faults = [
        fault
        for name in arguments
        if not name.startswith("--")
        for fault in run_page(Path(name).resolve(), is_written=is_written, is_only_doctests=is_only_doctests)
    ]
    print("\n".join(faults))  # noqa: T201 -- a program
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()
