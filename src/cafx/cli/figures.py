"""``cafx figures``: the money figures of an article, in dollars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cafx.cli.options import code, day, inputs
from cafx.errors import RateNotFound
from cafx.exchange import default_book
from cafx.figures import find_figures
from cafx.formatting import format_money
from cafx.markup import readable

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from cafx.book import RateBook
    from cafx.cli.screen import Screen
    from cafx.figures import Figure
    from cafx.value import Json

NAME = "figures"
HELP = "find the money figures of an article and convert them"


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("articles", metavar="ARTICLE", nargs="+", help="files, folders, or - (text or HTML)")
    parser.add_argument("--to", type=code, default="USD", help="the currency wanted (USD)")
    parser.add_argument("--on", type=day, help="the day of the article (the newest known when left out)")


def run(arguments: Namespace, screen: Screen) -> int:
    """Print each figure with its place, what it comes to, and what the text itself says."""
    book = default_book(arguments.on)
    found: list[Json] = []
    rows: list[tuple[str, ...]] = []
    for name, page in inputs(arguments.articles, screen):
        text = readable(page)
        for figure in find_figures(text):
            line = text.count("\n", 0, figure.start) + 1
            found.append({"article": name, "line": line, **figure.to_dict()})
            stated = "" if figure.stated is None else " ".join(figure.stated.text.split())
            worth = _worth(figure, book, arguments)
            place = f"{name}:{line}" if len(arguments.articles) > 1 else str(line)
            rows.append((place, " ".join(figure.text.split()), worth, stated))
    if screen.is_json:
        screen.json(found)
    else:
        screen.table(("line", "figure", f"in {arguments.to}", "stated"), rows, "lrrr")
    if not found:
        screen.note(f"cafx: no money figure in {' '.join(arguments.articles)}")
    return 0 if found else 1


def _worth(figure: Figure, book: RateBook, arguments: Namespace) -> str:
    """Write what a figure comes to; of a range both ends."""
    try:
        ends = figure.convert_ends(book, arguments.to, arguments.on)
    except RateNotFound:
        return "no rate"
    shown = dict.fromkeys(format_money(end.significant(), "en", digits="auto") for end in ends)
    return " to ".join(shown)
