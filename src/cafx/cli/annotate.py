"""``cafx annotate``: an article with the worth of each figure written behind it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from cafx.cli.options import Article, add_articles, code, inputs, note_age, note_day
from cafx.core.html import has_markup
from cafx.core.value import json_ready
from cafx.errors import ParseError
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
    results: list[tuple[Article, Annotated]] = []
    for article in inputs(arguments, screen):
        write = annotate_html if has_markup(article.text) else annotate
        annotated = write(
            article.text,
            book,
            arguments.to,
            on=arguments.on,
            locale=arguments.locale,
            max_age=arguments.max_age,
        )
        results.append((article, annotated))
    if screen.is_json:
        screen.json([_as_json(article.name, annotated) for article, annotated in results])
    elif arguments.out is not None:
        _write(arguments.out, results, screen)
    elif len(results) == 1:
        screen.write_bytes(_encoded(*results[0]))
    else:
        for article, annotated in results:
            screen.line(f"==> {article.name} <==")
            screen.write(annotated.text if annotated.text.endswith("\n") else f"{annotated.text}\n")
    has_gap = False
    for article, annotated in results:
        note_day(screen, article.name, annotated)
        for skipped in annotated.skipped:
            if skipped.reason.startswith("no rate"):
                has_gap = True
                screen.note(f"cafx: left alone in {article.name}: {skipped}")
        note_age(screen, annotated.rates, annotated.on)
    return 0 if any(annotated.figures for _, annotated in results) and not has_gap else 1


def _write(name: str, results: list[tuple[Article, Annotated]], screen: Screen) -> None:
    """Write each article below the folder *name*, folders kept apart, and over no input."""
    if not name.strip():
        message = "a folder name is empty: name the folder that --out is to write to"
        raise ParseError(message)
    folder = Path(name)
    inputs_read = {Path(article.name).resolve() for article, _ in results}
    written: set[Path] = set()
    for article, annotated in results:
        target = (folder / article.place).resolve()
        if target in inputs_read or target in written:
            what = "an article that was read" if target in inputs_read else "another article's result"
            screen.fault(f"{article.name} is not written: {target} is {what}; pass another --out")
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(_encoded(article, annotated))
        written.add(target)


def _encoded(article: Article, annotated: Annotated) -> bytes:
    """Return a page in the encoding that it came in, any other text in UTF-8; no character is replaced."""
    if not annotated.is_html:
        return annotated.text.encode("utf-8", "surrogatepass")
    return annotated.text.encode(article.encoding, "xmlcharrefreplace")


def _as_json(name: str, annotated: Annotated) -> Json:
    return {
        "article": name,
        "text": annotated.text,
        "on": json_ready(annotated.on),
        "figures": [json_ready(one) for one in annotated.figures],
        "skipped": [json_ready(one) for one in annotated.skipped],
    }
