"""``cafx annotate``: an article with the worth of each figure written behind it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from cafx.cli.options import add_articles, code, inputs, note_age
from cafx.core.html import has_markup
from cafx.exchange import current_book
from cafx.text import annotate, annotate_html

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from cafx.cli.screen import Screen
    from cafx.text import Figure
    from cafx.values.rate import Rate


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    add_articles(parser)
    parser.add_argument("--to", type=code, default="USD", help="the currency wanted (USD)")
    parser.add_argument("--locale", default="en", help="whose way of writing amounts is followed (en)")
    parser.add_argument("--out", metavar="FOLDER", help="write each article there under its own name")


def run(arguments: Namespace, screen: Screen) -> int:
    """Print the annotated text; of several articles each under its name."""
    book = current_book()
    results = []
    rates: dict[Rate, None] = {}
    for name, text in inputs(arguments, screen):

        def is_seen(figure: Figure) -> bool:
            rates[book.rate(figure.currency, arguments.to, on=arguments.on)] = None
            return True

        write = annotate_html if has_markup(text) else annotate
        annotated = write(text, book, arguments.to, on=arguments.on, locale=arguments.locale, where=is_seen)
        results.append((name, text, annotated))
    if screen.is_json:
        screen.json([{"article": name, "text": annotated} for name, _, annotated in results])
    elif arguments.out is not None:
        folder = Path(arguments.out)
        folder.mkdir(parents=True, exist_ok=True)
        for name, _, annotated in results:
            (folder / (Path(name).name if name != "-" else "stdin.txt")).write_text(annotated, "utf-8")
    else:
        for name, _, annotated in results:
            if len(results) > 1:
                screen.line(f"==> {name} <==")
            screen.write(annotated if annotated.endswith("\n") or len(results) == 1 else f"{annotated}\n")
    note_age(screen, rates, arguments.on)
    return 0 if any(annotated != text for _, text, annotated in results) else 1
