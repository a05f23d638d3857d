"""``cafx annotate``: an article with the worth of each figure written behind it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from cafx.cli.options import add_articles, code, inputs, note_age, note_day
from cafx.core.html import has_markup
from cafx.core.value import json_ready
from cafx.exchange import current_book
from cafx.text import annotate, annotate_html

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from cafx.cli.screen import Screen
    from cafx.core.value import Json
    from cafx.text import Annotated


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    add_articles(parser)
    parser.add_argument("--to", type=code, default="USD", help="the currency wanted (USD)")
    parser.add_argument("--locale", default="en", help="whose way of writing amounts is followed (en)")
    parser.add_argument("--out", metavar="FOLDER", help="write each article there under its own name")


def run(arguments: Namespace, screen: Screen) -> int:
    """Print the annotated text; of several articles each under its name."""
    book = current_book()
    results: list[tuple[str, Annotated]] = []
    for name, text in inputs(arguments, screen):
        write = annotate_html if has_markup(text) else annotate
        results.append((name, write(text, book, arguments.to, on=arguments.on, locale=arguments.locale)))
    if screen.is_json:
        screen.json([_as_json(name, annotated) for name, annotated in results])
    elif arguments.out is not None:
        folder = Path(arguments.out)
        folder.mkdir(parents=True, exist_ok=True)
        for name, annotated in results:
            (folder / (Path(name).name if name != "-" else "stdin.txt")).write_text(annotated.text, "utf-8")
    else:
        for name, annotated in results:
            if len(results) > 1:
                screen.line(f"==> {name} <==")
            text = annotated.text
            screen.write(text if text.endswith("\n") or len(results) == 1 else f"{text}\n")
    for name, annotated in results:
        note_day(screen, name, annotated)
        for skipped in annotated.skipped:
            if skipped.reason.startswith("no rate"):
                screen.note(f"cafx: left alone in {name}: {skipped}")
        note_age(screen, annotated.rates, annotated.on)
    return 0 if any(annotated.figures for _, annotated in results) else 1


def _as_json(name: str, annotated: Annotated) -> Json:
    return {
        "article": name,
        "text": annotated.text,
        "on": json_ready(annotated.on),
        "figures": [json_ready(one) for one in annotated.figures],
        "skipped": [json_ready(one) for one in annotated.skipped],
    }
