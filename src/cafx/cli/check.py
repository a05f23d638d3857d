"""``cafx check``: what an article says its figures are worth, held against the rates of its day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cafx.cli.options import day, inputs
from cafx.errors import CafxError
from cafx.exchange import default_book
from cafx.figures import check, find_figures, implied_rates
from cafx.markup import readable

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from datetime import date

    from cafx.book import RateBook
    from cafx.cli.screen import Screen
    from cafx.figures import ImpliedRate

NAME = "check"
HELP = "hold the dollars that an article gives for its figures against the rates of its day"


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "articles", metavar="ARTICLE", nargs="+", help="files, folders, or - for standard input"
    )
    parser.add_argument("--on", type=day, help="the day of the article (the newest known when left out)")


def run(arguments: Namespace, screen: Screen) -> int:
    """Print a line for each stated pair, and the rate that the article's own figures imply."""
    book = default_book(arguments.on)
    rows: list[tuple[str, ...]] = []
    for name, page in inputs(arguments.articles, screen):
        text = readable(page)
        for finding in check(text, book, arguments.on):
            stated = finding.figure.stated
            rows.append(
                (
                    name,
                    str(text.count("\n", 0, finding.figure.start) + 1),
                    " ".join(finding.figure.text.split()),
                    "" if stated is None else " ".join(stated.text.split()),
                    finding.verdict,
                    finding.reason,
                )
            )
        for implied in implied_rates(find_figures(text)):
            screen.note(f"{name}: its own figures imply {implied}{_beside(book, implied, arguments.on)}")
    heads = ("article", "line", "figure", "stated", "verdict", "reason")
    if screen.is_json:
        screen.json([dict(zip(heads, row, strict=True)) for row in rows])
    else:
        screen.table(heads, rows, "lrllll")
    if not rows:
        screen.note("cafx: no figure with a stated worth")
    return 0 if rows else 1


def _beside(book: RateBook, implied: ImpliedRate, on: date | None) -> str:
    """Give the rate at hand to stand beside an implied one, where there is one."""
    try:
        return f"; the rate at hand is {book.rate(implied.base, implied.quote, on)}"
    except CafxError:
        return ""
