"""The README's code and the examples in docstrings run, and give what they say."""

from __future__ import annotations

import doctest
import importlib
import pkgutil
import re
import shlex
from importlib.util import find_spec
from pathlib import Path

import pytest

import cafx
from cafx.cli import main
from web.sites import set_up_django

_README = Path(__file__).parents[1] / "README.md"
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
