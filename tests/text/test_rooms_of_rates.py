"""The listing of the rooms that read rates is complete, and each room says what it is."""

from __future__ import annotations

import ast
import inspect
from pathlib import Path

import cafx.text.stated

_FOLDER = Path(cafx.text.stated.__file__).parent


def test_the_listing_names_each_room_once() -> None:
    listing = inspect.cleandoc(cafx.text.stated.__doc__ or "").split("\n\n")[1]
    named = [
        room for line in listing.splitlines() for room in line.partition(" ")[2].replace(",", " ").split()
    ]
    assert sorted(named) == sorted(path.stem for path in _FOLDER.glob("*.py") if path.stem != "__init__")


def test_each_room_says_what_it_is_in_one_line() -> None:
    for path in _FOLDER.glob("*.py"):
        first = (ast.get_docstring(ast.parse(path.read_text("utf-8"))) or "").partition("\n")[0]
        assert first.endswith((".", ":")), path.name
