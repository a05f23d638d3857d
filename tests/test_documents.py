"""The code of the README, of every page of docs/ and of the docstrings runs, and gives what it says."""

from __future__ import annotations

import doctest
import importlib
import pkgutil
import re
import shlex
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

import cafx
from cafx.cli import main
from pages import ROOT, front_matter, run_page

_README = ROOT / "README.md"
_DOCS = ROOT / "docs"
_PAGES = {
    page.relative_to(_DOCS).with_suffix("").as_posix().replace("/", " "): page
    for page in sorted(_DOCS.rglob("*.md"))
    if "_build" not in page.parts
}
_MODULES = sorted(
    info.name for info in pkgutil.walk_packages(cafx.__path__, "cafx.") if info.name != "cafx.__main__"
)


@pytest.mark.parametrize("name", _MODULES)
def test_examples_in_docstrings_give_what_they_say(name):
    try:
        module = importlib.import_module(name)
    except ImportError as error:  # an engine of cafx.frames, without its library
        if (error.name or "cafx").startswith("cafx"):
            raise
        pytest.skip(f"{error.name} is not installed")
    if name.startswith("cafx.frames"):  # their examples are of pandas
        pytest.importorskip("pandas")
    outcome = doctest.testmod(module, optionflags=doctest.ELLIPSIS)
    assert outcome.failed == 0


def test_the_python_of_the_readme_gives_what_it_says():
    blocks = re.findall(r"^```python\n(.*?)^```$", _README.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    assert blocks
    has_pandas = find_spec("pandas") is not None and find_spec("narwhals") is not None
    run = [block for block in blocks if ">>>" in block and (has_pandas or "import pandas" not in block)]
    test = doctest.DocTestParser().get_doctest("\n".join(run), {}, "README", str(_README), 0)
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
    runner.run(test)
    assert runner.summarize(verbose=False).failed == 0
    assert runner.tries > 0


def test_the_commands_of_the_readme_print_what_it_says(capsys):
    blocks = re.findall(r"^```console\n(.*?)^```$", _README.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    checked = 0
    for block in blocks:
        for step in block.split("$ ")[1:]:
            command, *printed = step.splitlines()
            name, *arguments = shlex.split(command, comments=True)
            if name != "cafx" or not printed:
                continue
            assert main(arguments) == 0
            out = capsys.readouterr().out.replace("\u00a0", " ")
            assert out.splitlines() == printed
            checked += 1
    assert checked


@pytest.mark.parametrize("name", _PAGES)
def test_a_page_of_the_documentation_gives_what_it_says(name):
    page = _PAGES[name]
    head = front_matter(page.read_text("utf-8"))
    for module in head.get("needs", "").split():
        pytest.importorskip(module)
    if head.get("process") == "own":
        command = [sys.executable, str(Path(__file__).with_name("pages.py")), str(page)]
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
        assert done.stdout.strip() == ""
        assert done.returncode == 0, done.stderr
    else:
        assert run_page(page) == []
