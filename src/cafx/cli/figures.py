"""``cafx figures``: the money figures of an article, in dollars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cafx.cli.options import code, day, read_text
from cafx.exchange import default_book
from cafx.figures import find_figures
from cafx.formatting import format_money
from cafx.value import json_ready

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from cafx.cli.screen import Screen

NAME = "figures"
HELP = "find the money figures of an article and convert them"


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("article", metavar="ARTICLE", help="a file, or - for standard input")
    parser.add_argument("--to", type=code, default="USD", help="the currency wanted (USD)")
    parser.add_argument("--on", type=day, help="the day of the article (the newest known when left out)")


def run(arguments: Namespace, screen: Screen) -> int:
    """Print each figure with its place, what it comes to, and what the text itself says."""
    text = read_text(arguments.article)
    figures = find_figures(text)
    if screen.is_json:
        screen.json([json_ready(figure) for figure in figures])
    else:
        book = default_book()
        rows = []
        for figure in figures:
            conversion = figure.convert(book, arguments.to, arguments.on)
            rows.append(
                (
                    str(text.count("\n", 0, figure.start) + 1),
                    " ".join(figure.text.split()),
                    format_money(conversion.significant(), "en", digits="auto"),
                    "" if figure.stated is None else figure.stated.text,
                )
            )
        screen.table(("line", "figure", f"in {arguments.to}", "stated"), rows, "rlrr")
    if not figures:
        screen.note(f"cafx: no money figure in {arguments.article}")
    return 0 if figures else 1
