"""``cafx figures``: the money figures of an article, in dollars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cafx.cli.options import add_articles, code, inputs, note_age
from cafx.core.html import readable
from cafx.core.value import json_ready
from cafx.errors import RateNotFound
from cafx.exchange import current_book
from cafx.formatting import format_conversion
from cafx.text import find_figures, find_rates
from cafx.text.annotation import day_for

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from datetime import date

    from cafx.cli.screen import Screen
    from cafx.core.value import Json
    from cafx.text import Figure
    from cafx.values.conversion import Conversion
    from cafx.values.rate import Rate


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    add_articles(parser)
    parser.add_argument("--to", type=code, default="USD", help="the currency wanted (USD)")
    parser.add_argument("--locale", default="en", help="whose way of writing amounts is followed (en)")
    parser.add_argument(
        "--rates", action="store_true", help="the exchange rates that the article states instead"
    )


def run(arguments: Namespace, screen: Screen) -> int:
    """Print each figure with its place, what it comes to, and what the text itself says."""
    if arguments.rates:
        return _run_rates(arguments, screen)
    book = current_book()
    found: list[Json] = []
    rows: list[tuple[str, ...]] = []
    rates: dict[tuple[Rate, date | None], None] = {}
    articles = inputs(arguments, screen)
    missing: dict[str, None] = {}
    for name, page, *_ in articles:
        text = readable(page)
        day, _ = day_for(page, arguments.on)
        for figure in find_figures(text):
            line = text.count("\n", 0, figure.start) + 1
            ends: tuple[Conversion, ...] = ()
            try:
                ends = figure.convert_ends(book, arguments.to, on=day, max_age=arguments.max_age)
            except RateNotFound as error:
                missing[error.pair] = None
            rates.update(dict.fromkeys((end.rate, day) for end in ends))
            worth = list(dict.fromkeys(ends))
            shown = [{**end.to_dict(), "significant": json_ready(end.significant())} for end in worth]
            found.append({"article": name, "line": line, **figure.to_dict(), "worth": json_ready(shown)})
            rows.append(
                (
                    f"{name}:{line}" if len(articles) > 1 else str(line),
                    _with_hedge(text, figure),
                    " to ".join(format_conversion(end, arguments.locale) for end in worth) or "no rate",
                    "" if figure.stated is None else " ".join(figure.stated.text.split()),
                )
            )
    if screen.is_json:
        screen.json(found)
    else:
        screen.table(("line", "figure", f"in {arguments.to}", "stated"), rows, "lrrr")
    for rate, day in rates:
        note_age(screen, (rate,), day)
    for pair in missing:
        screen.note(f"cafx: no rate at hand for {pair}")
    if not found:
        screen.note(f"cafx: no money figure in {' '.join(arguments.articles)}")
    return 0 if found and not missing else 1


def _with_hedge(text: str, figure: Figure) -> str:
    """Return a figure with its hedge as the article prints them: ``от 5000 тенге``, ``5000 soms or more``."""
    hedge = figure.hedge_text or ""
    if not hedge or hedge in figure.text:
        words = figure.text
    elif text[: figure.start].rstrip().endswith(hedge):
        words = f"{hedge} {figure.text}"
    else:
        words = f"{figure.text} {hedge}"
    return " ".join(words.split())


def _run_rates(arguments: Namespace, screen: Screen) -> int:
    """Print each rate that an article states, with its place, who says it, and for which day."""
    book = current_book()
    found: list[Json] = []
    rows: list[tuple[str, ...]] = []
    articles = inputs(arguments, screen)
    for name, page, *_ in articles:
        text = readable(page)
        day, _ = day_for(page, arguments.on)
        for rate in find_rates(text, book=book, on=day, max_age=arguments.max_age):
            line = text.count("\n", 0, rate.start) + 1
            found.append({"article": name, "line": line, **rate.to_dict()})
            rows.append(
                (
                    f"{name}:{line}" if len(articles) > 1 else str(line),
                    " ".join(rate.text.split()),
                    str(rate).partition(" (")[0],
                    rate.side or "",
                    rate.market_said or "",
                    rate.date_text or "",
                )
            )
    if screen.is_json:
        screen.json(found)
    else:
        screen.table(("line", "text", "rate", "side", "said by", "day"), rows, "lrllll")
    if not found:
        screen.note(f"cafx: no exchange rate in {' '.join(arguments.articles)}")
    return 0 if found else 1
