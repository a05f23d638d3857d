"""``cafx annotate``: an article with the worth of each figure written behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cafx.cli.options import code, day, inputs
from cafx.exchange import default_book
from cafx.figures import annotate, annotate_html
from cafx.markup import has_markup

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from cafx.cli.screen import Screen

NAME = "annotate"
HELP = "write behind each money figure of an article what it is worth"


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("articles", metavar="ARTICLE", nargs="+", help="files, folders, or - (text or HTML)")
    parser.add_argument("--to", type=code, default="USD", help="the currency wanted (USD)")
    parser.add_argument("--on", type=day, help="the day of the article (the newest known when left out)")
    parser.add_argument("--locale", default="en", help="whose way of writing amounts is followed (en)")


def run(arguments: Namespace, screen: Screen) -> int:
    """Print the annotated text; of several articles one after another."""
    book = default_book(arguments.on)
    results = []
    for name, text in inputs(arguments.articles, screen):
        write = annotate_html if has_markup(text) else annotate
        annotated = write(text, book, arguments.to, on=arguments.on, locale=arguments.locale)
        results.append((name, text, annotated))
    if screen.is_json:
        screen.json([{"article": name, "text": annotated} for name, _, annotated in results])
    else:
        for _, _, annotated in results:
            screen.write(annotated)
    return 0 if any(annotated != text for _, text, annotated in results) else 1
