"""``cafx rates``: what is known of each currency of Central Asia, and how old it is."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN
from typing import TYPE_CHECKING

from cafx.cli.options import REFRESH, age_of, code, day, days_old, max_age
from cafx.core.currency import CENTRAL_ASIA
from cafx.core.decimals import CONTEXT, plain, significant
from cafx.errors import RateNotFound
from cafx.exchange import current_book, newest_day
from cafx.rates.book import MAX_AGE
from cafx.rates.bundled import SOURCES

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Sequence
    from fractions import Fraction

    from cafx.cli.screen import Screen
    from cafx.core.value import Json
    from cafx.rates.book import RateBook


_SHOWN_DIGITS = 6
_FOREVER = 9999  # the last day of a peg that is in force


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("--on", type=day, help="the day (the newest known of each when left out)")
    parser.add_argument(
        "--coverage", action="store_true", help="show by year which days have a rate, and within what bounds"
    )
    parser.add_argument(
        "--max-age", type=max_age, default=MAX_AGE, metavar="DAYS", help="how old a rate may be (14)"
    )
    parser.add_argument("--to", type=code, default="USD", help="the currency they are priced against (USD)")


def run(arguments: Namespace, screen: Screen) -> int:
    """Print a line for each of the five: units for one of the other currency, bounds, day, source, age."""
    book = current_book()
    if arguments.coverage:
        return _coverage(book, arguments.to, screen)
    rows: list[tuple[str, ...]] = []
    values: list[Json] = []
    ages: list[int | None] = []
    for currency in CENTRAL_ASIA:
        if currency == arguments.to:
            continue
        try:
            oldest = arguments.max_age
            on = arguments.on or newest_day(book, arguments.to, currency, oldest)
            rate = book.rate(arguments.to, currency, on=on, max_age=oldest)
        except RateNotFound as error:
            screen.note(f"cafx: {error}")
            continue
        age = age_of(rate, arguments.on or screen.today)
        price = _shown(rate.price)
        low, high = _shown(rate.low, ROUND_FLOOR), _shown(rate.high, ROUND_CEILING)
        sources = ", ".join(dict.fromkeys(leg.source for leg in rate.legs))
        through = rate.through or rate.as_of
        last = "" if through is None else "in force" if through.year == _FOREVER else through.isoformat()
        rows.append((rate.pair, price, low, high, rate.kind, sources, last, age))
        ages.append(days_old(rate, arguments.on or screen.today))
        values.append({**rate.to_dict(), "kind": rate.kind, "age_days": ages[-1]})
    if screen.is_json:
        screen.json(values)
    else:
        heads = ("pair", "price", "low", "high", "kind", "source", "last day", "age")
        screen.table(heads, rows, "lrrrllll")
        for source in _weekly_sources(rows):
            screen.note(f"cafx: {source}: {SOURCES[source]}")
    if arguments.on is None and any(ages):
        screen.note(f"cafx: {REFRESH}")
    return 0 if rows else 1


def _weekly_sources(rows: Sequence[tuple[str, ...]]) -> list[str]:
    """Return the sources of the weekly rows that are shown, each part of ``A+B`` by itself."""
    shown = [
        part
        for row in rows
        if "reference" in row[4]
        for name in row[5].split(", ")
        for part in name.split("+")
    ]
    return [source for source in SOURCES if source in shown]


def _coverage(book: RateBook, to: str, screen: Screen) -> int:
    """Print a row for each currency and year."""
    coverage = book.coverage(to)
    if screen.is_json:
        screen.json([year.to_dict() for year in coverage])
    else:
        screen.table(coverage.heads, [year.cells() for year in coverage], "lrllrrrl")
    return 0 if len(coverage) else 1


def _shown(value: Fraction, rounding: str = ROUND_HALF_EVEN) -> str:
    return plain(significant(value, _SHOWN_DIGITS, rounding).normalize(CONTEXT))
