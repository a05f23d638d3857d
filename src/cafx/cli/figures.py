"""``cafx figures``: the money figures of an article, in dollars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cafx.cli.options import REFRESH, age_of, code, day, days_old, inputs
from cafx.errors import RateNotFound
from cafx.exchange import default_book
from cafx.figures import find_figures
from cafx.formatting import format_conversion
from cafx.markup import readable
from cafx.value import json_ready

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from cafx.cli.screen import Screen
    from cafx.conversion import Conversion
    from cafx.rate import Rate
    from cafx.value import Json

NAME = "figures"
HELP = "find the money figures of an article and convert them"


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("articles", metavar="ARTICLE", nargs="+", help="files, folders, or - (text or HTML)")
    parser.add_argument("--to", type=code, default="USD", help="the currency wanted (USD)")
    parser.add_argument("--on", type=day, help="the day of the article (the newest known when left out)")
    parser.add_argument("--locale", default="en", help="whose way of writing amounts is followed (en)")


def run(arguments: Namespace, screen: Screen) -> int:
    """Print each figure with its place, what it comes to, and what the text itself says."""
    book = default_book(arguments.on)
    found: list[Json] = []
    rows: list[tuple[str, ...]] = []
    rates: dict[Rate, None] = {}
    for name, page in inputs(arguments.articles, screen):
        text = readable(page)
        for figure in find_figures(text):
            line = text.count("\n", 0, figure.start) + 1
            ends: tuple[Conversion, ...] = ()
            try:
                ends = figure.convert_ends(book, arguments.to, arguments.on)
            except RateNotFound as error:
                screen.note(f"cafx: {error}")
            rates.update(dict.fromkeys(end.rate for end in ends))
            worth = list(dict.fromkeys(ends))
            found.append({"article": name, "line": line, **figure.to_dict(), "worth": json_ready(worth)})
            rows.append(
                (
                    f"{name}:{line}" if len(arguments.articles) > 1 else str(line),
                    " ".join(figure.text.split()),
                    " to ".join(format_conversion(end, arguments.locale) for end in worth) or "no rate",
                    "" if figure.stated is None else " ".join(figure.stated.text.split()),
                )
            )
    if screen.is_json:
        screen.json(found)
    else:
        screen.table(("line", "figure", f"in {arguments.to}", "stated"), rows, "lrrr")
    asked = arguments.on or screen.today
    for rate in rates:
        refresh = f"; {REFRESH}" if arguments.on is None and days_old(rate, asked) != 0 else ""
        screen.note(f"cafx: at {rate}, {age_of(rate, asked)}{refresh}")
    if not found:
        screen.note(f"cafx: no money figure in {' '.join(arguments.articles)}")
    return 0 if found else 1
