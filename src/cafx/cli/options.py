"""Arguments that several commands take, and how their text is read."""

from __future__ import annotations

import sys
from argparse import ArgumentTypeError
from pathlib import Path
from typing import TYPE_CHECKING, Final

from cafx.currency import Currency
from cafx.days import day_of
from cafx.errors import CafxError, ParseError, shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from cafx.cli.screen import Screen
    from cafx.rate import Rate

__all__ = ["REFRESH", "age_of", "code", "day", "days_old", "inputs", "read_input", "read_text"]

_TEXTS: Final = frozenset((".txt", ".html", ".htm", ".md"))
REFRESH: Final = "for a newer one run cafx update, or pass --page with a page that shows today's ticker"


def day(text: str) -> date:
    """Read a day, such as ``2025-09-18``."""
    try:
        return day_of(text, what="the day")
    except CafxError as error:
        raise ArgumentTypeError(str(error)) from error


def code(text: str) -> Currency:
    """Read a currency code in either case."""
    try:
        return Currency(text)
    except CafxError as error:
        raise ArgumentTypeError(str(error)) from error


def read_input(name: str) -> bytes:
    """Give the content of a file, or of standard input for ``-``."""
    if name == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(name).read_bytes()
    except OSError as error:
        message = f"cannot read {shown(name)}: {(error.strerror or 'it is no file').lower()}"
        raise ParseError(message, text=name) from error


def read_text(name: str) -> str:
    """Give the content of a file or of standard input as text."""
    return read_input(name).decode("utf-8-sig", "replace")


def inputs(names: Sequence[str], screen: Screen) -> Iterator[tuple[str, str]]:
    """Give the name and the text of each file; of a folder every text and HTML file below it."""
    paths = [path for name in names for path in _files(name)]
    for done, path in enumerate(paths, 1):
        if len(paths) > 1:
            screen.progress(f"{done} of {len(paths)}: {path}")
        text = read_text(path)
        if len(paths) > 1:
            screen.progress("")
        yield path, text


def _files(name: str) -> list[str]:
    folder = Path(name)
    if name == "-" or not folder.is_dir():
        return [name]
    return sorted(str(path) for path in folder.rglob("*") if path.suffix.lower() in _TEXTS)


def days_old(rate: Rate, on: date) -> int | None:
    """Give the days from the last day that *rate* is for to *on*; None where its day is unknown."""
    if not rate.legs:
        return 0
    return None if rate.as_of is None else rate.age(on)


def age_of(rate: Rate, on: date) -> str:
    """Say how old *rate* is on a day: ``covers the day``, ``1 day old``, ``97 days old``."""
    age = days_old(rate, on)
    if age is None:
        return "of an unknown day"
    if age == 0:
        return f"covers {on.isoformat()}"
    return f"{age} day{'' if age == 1 else 's'} old on {on.isoformat()}"
