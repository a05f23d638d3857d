"""``cafx check``: what an article says its figures are worth, held against the rates of its day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cafx.cli.options import add_articles, inputs, note_age
from cafx.core.decimals import plain, significant
from cafx.core.html import readable
from cafx.errors import CafxError
from cafx.exchange import current_book
from cafx.text import check, find_figures, implied_rates

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from cafx.cli.screen import Screen
    from cafx.core.value import Json
    from cafx.values.rate import Rate


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    add_articles(parser)
    how_far = "how far a writer's rate may lie from the one at hand (0.05 is 5 %%)"
    parser.add_argument("--tolerance", default="0.05", help=how_far)


def run(arguments: Namespace, screen: Screen) -> int:
    """Print a line for each stated pair, and the rate that the article's own figures imply."""
    book = current_book()
    rows: list[tuple[str, ...]] = []
    found: list[Json] = []
    rates: dict[Rate, None] = {}
    for name, page in inputs(arguments, screen):
        text = readable(page)
        for finding in check(text, book, arguments.on, tolerance=arguments.tolerance):
            figure, stated = finding.figure, finding.figure.stated
            line = text.count("\n", 0, figure.start) + 1
            said = "" if stated is None else " ".join(stated.text.split())
            rows.append(
                (name, str(line), " ".join(figure.text.split()), said, finding.verdict, finding.reason)
            )
            found.append(
                {
                    "article": name,
                    "line": line,
                    "figure": figure.to_dict(),
                    "verdict": finding.verdict,
                    "factor": None if finding.factor is None else plain(significant(finding.factor, 4)),
                    "reason": finding.reason,
                }
            )
        for implied in implied_rates(find_figures(text)):
            try:
                rate = book.rate(implied.base, implied.quote, on=arguments.on)
            except CafxError:
                continue
            rates[rate] = None
            screen.note(f"cafx: the figures of {name} imply {implied}")
    if screen.is_json:
        screen.json(found)
    else:
        screen.table(("article", "line", "figure", "stated", "verdict", "reason"), rows, "lrllll")
    note_age(screen, rates, arguments.on)
    if not rows:
        screen.note("cafx: no figure with a stated worth")
    return 0 if rows else 1
