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
from pages import ROOT, blocks_in, front_matter, run_page
from tools import accuracy, pictures
from web.sites import set_up_django

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
    if name.startswith("cafx.integrations.django") and find_spec("django") is not None:
        set_up_django()  # its modules read the settings
    try:
        module = importlib.import_module(name)
    except ImportError as error:  # what stands on a library that is not here
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
    absent = [name for name in ("jinja2", "narwhals", "pandas") if find_spec(name) is None]
    if "narwhals" in absent:
        absent.append("pandas")
    run = [
        block for block in blocks if ">>>" in block and not any(f"import {name}" in block for name in absent)
    ]
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


def _prose(text):
    """Return a page without its blocks of code, whose brackets are not links."""
    for block in blocks_in(text):
        text = text.replace(block.text, "")
    return re.sub(r"`[^`\n]*`", "", text)


def _anchors(page):
    heads = re.findall(r"^#+ (.+)$", _prose(page.read_text("utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).strip().replace(" ", "-") for head in heads}


@pytest.mark.parametrize("name", [*_PAGES, "README", "CONTRIBUTING", "SECURITY"])
def test_the_links_of_a_page_lead_somewhere(name):
    page = _PAGES.get(name, ROOT / f"{name}.md")
    for target in re.findall(r"\]\(([^)\s]+)\)", _prose(page.read_text("utf-8"))):
        path, _, anchor = target.partition("#")
        if path.startswith(("https://", "http://")):
            continue
        file = page if not path else page.parent / path
        assert file.exists(), target
        assert not anchor or anchor in _anchors(file), target


def test_every_page_of_the_documentation_can_be_reached_from_the_index():
    known, waiting = set(), [_DOCS / "index.md"]
    while waiting:
        page = waiting.pop().resolve()
        if page in known:
            continue
        known.add(page)
        for block in re.findall(
            r"^```\{toctree\}\n(.*?)^```", page.read_text("utf-8"), re.MULTILINE | re.DOTALL
        ):
            entries = [line for line in block.splitlines() if line and not line.startswith(":")]
            waiting += [page.parent / f"{entry}.md" for entry in entries]
    assert known == {page.resolve() for page in _PAGES.values()}


def test_no_block_of_code_is_indented_where_nobody_would_run_it():
    for name, page in _PAGES.items():
        assert not re.search(r"^[ \t]+```", page.read_text("utf-8"), re.MULTILINE), name


@pytest.mark.parametrize("name", pictures.PICTURES)
def test_a_picture_is_what_its_script_draws(name):
    assert (pictures.FOLDER / name).read_text("utf-8") == pictures.PICTURES[name]()


def test_the_table_of_accuracy_promises_no_more_than_the_sets_give(shared):
    shown = accuracy.lines_on(accuracy.PAGE.read_text("utf-8"))
    measured = {line.what: line for line in accuracy.measure(shared)}
    assert [line.what for line in shown] == list(measured)
    for line in shown:
        real = measured[line.what]
        assert (line.texts, line.known) == (real.texts, real.known)
        assert line.right <= real.right, line
        assert line.spurious >= real.spurious, line
