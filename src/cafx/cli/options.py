"""Arguments that several commands take, and how their text is read."""

from __future__ import annotations

import sys
from argparse import ArgumentTypeError
from datetime import timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

from cafx.core.currency import Currency, currency_in_use
from cafx.core.dates import day_of
from cafx.core.text import printable
from cafx.errors import CafxError, ParseError
from cafx.rates.book import MAX_AGE
from cafx.rates.calendars import age_on

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterable
    from datetime import date

    from cafx.cli.screen import Screen
    from cafx.text import Annotated
    from cafx.values.rate import Rate

__all__ = [
    "REFRESH",
    "Article",
    "add_articles",
    "age_of",
    "code",
    "day",
    "days_old",
    "inputs",
    "max_age",
    "note_age",
    "note_day",
    "read_input",
]

_TEXTS: Final = frozenset((".txt", ".html", ".htm", ".md"))
_MAX_NAME: Final = 300
_MAX_DIGITS: Final = 6
REFRESH: Final = "run cafx update for newer rates"


def day(text: str) -> date:
    """Read a day, such as ``2025-09-18``."""
    try:
        return day_of(text, what="the day")
    except CafxError as error:
        raise ArgumentTypeError(str(error)) from error


def max_age(text: str) -> timedelta:
    """Read a number of days, such as ``30``."""
    if not text.isascii() or not text.isdigit() or len(text) > _MAX_DIGITS:
        message = f"{printable(text)} is not a number of days, such as 30"
        raise ArgumentTypeError(message)
    return timedelta(days=int(text))


def code(text: str) -> Currency:
    """Read a currency code in either case."""
    try:
        return currency_in_use(text)
    except CafxError as error:
        raise ArgumentTypeError(str(error)) from error


def read_input(name: str) -> bytes:
    """Return the content of a file, or of standard input for ``-``."""
    if name == "-":
        return sys.stdin.buffer.read()
    if not name:
        message = "a file name is empty: name a file, a folder, or - for standard input"
        raise ParseError(message)
    try:
        with open(name, "rb") as file:  # noqa: PTH123 -- pathlib costs the start of a command 5 ms
            return file.read()
    except OSError as error:
        message = f"cannot read {printable(name, _MAX_NAME)}: {(error.strerror or 'not a file').lower()}"
        raise ParseError(message, text=name) from error


class Article(NamedTuple):
    """One article: its name as it was found, its text, and the encoding that it came in."""

    name: str
    text: str
    encoding: str
    #: Where it is written below a folder of results: its place below the folder that was named.
    place: str


def read_article(name: str, place: str, encoding: str | None = None) -> Article:
    """Return a file or standard input as text: as its mark or the page says, else UTF-8.

    Raises:
        ParseError: it is in another encoding; nothing is replaced in a text that is to be changed.
    """
    from cafx.core.encoding import declared_encoding, encoding_of

    content = read_input(name)
    marked = encoding_of(content)
    if encoding is None:
        encoding = (declared_encoding(content) or marked) if marked == "utf-8" else marked
    try:
        return Article(name, content.decode(encoding), encoding, place)
    except (UnicodeDecodeError, LookupError) as error:
        message = f"cannot decode {printable(name, _MAX_NAME)}: pass --encoding, such as windows-1251"
        raise ParseError(message, text=name) from error


def add_articles(parser: ArgumentParser) -> None:
    """Declare the articles, their day, and how they are encoded."""
    parser.add_argument(
        "articles", metavar="ARTICLE", nargs="+", help="files, folders (.txt .md .htm .html), or -"
    )
    parser.add_argument(
        "--on", type=day, help="the day of the article (its own date, else the newest known, when left out)"
    )
    parser.add_argument(
        "--max-age", type=max_age, default=MAX_AGE, metavar="DAYS", help="how old a rate may be (14)"
    )
    parser.add_argument("--encoding", help="of the articles, where it is not UTF-8, such as windows-1251")


def inputs(arguments: Namespace, screen: Screen) -> list[Article]:
    """Return each file as an article; of a folder every text and HTML file below it."""
    paths = [found for name in arguments.articles for found in _files(name)]
    read = []
    for done, (path, place) in enumerate(paths, 1):
        if len(paths) > 1:
            screen.progress(f"{done} of {len(paths)}: {path}")
        try:
            read.append(read_article(path, place, arguments.encoding))
        except ParseError as error:  # one bad file hides no other
            if len(paths) == 1:
                raise
            screen.fault(str(error))
    screen.progress("")
    if not paths:
        screen.note(
            f"cafx: no article in {' '.join(arguments.articles)}: {', '.join(sorted(_TEXTS))} are read"
        )
    return read


def note_age(screen: Screen, rates: Iterable[Rate], on: date | None) -> None:
    """Say which rates were used and how old they are; without a day, how to get newer ones."""
    asked = on or screen.today
    for rate in dict.fromkeys(rates):
        refresh = "" if on is not None or days_old(rate, asked) == 0 else f"; pass --on, or {REFRESH}"
        screen.note(f"cafx: at {rate}, {age_of(rate, asked)}{refresh}")


def note_day(screen: Screen, name: str, annotated: Annotated) -> None:
    """Say which day of its own an article was read at, where none was passed."""
    if annotated.date_text is not None:
        screen.note(f"cafx: {name} is of {annotated.on}, as it says: {annotated.date_text}")


def _files(name: str) -> list[tuple[str, str]]:
    """Return the files that *name* stands for, each with its place below a folder of results."""
    from pathlib import Path

    folder = Path(name)
    if name in {"-", ""} or not folder.is_dir():
        return [(name, "stdin.txt" if name == "-" else folder.name)]
    return sorted(
        (str(path), str(path.relative_to(folder.parent) if folder.name else path.relative_to(folder)))
        for path in folder.rglob("*")
        if path.suffix.lower() in _TEXTS
    )


def days_old(rate: Rate, on: date) -> int | None:
    """Return the days from the last day that *rate* is for to *on*; None where its day is unknown."""
    if not rate.legs:
        return 0
    return age_on(rate, on)


def age_of(rate: Rate, on: date) -> str:
    """Say how old *rate* is on a day: ``covers the day``, ``1 day old``, ``97 days old``."""
    age = days_old(rate, on)
    if age is None:
        return "of an unknown day"
    if age == 0:
        return f"covers {on.isoformat()}"
    return f"{age} day{'' if age == 1 else 's'} old on {on.isoformat()}"
