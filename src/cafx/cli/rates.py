"""``cafx rates``: what is known of each currency of Central Asia, and how old it is."""

from __future__ import annotations

from datetime import timedelta
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN
from typing import TYPE_CHECKING

from cafx.cli.chart import chart_lines
from cafx.cli.options import REFRESH, age_of, code, day, days_old, max_age
from cafx.core.currency import CENTRAL_ASIA
from cafx.core.decimals import CONTEXT, plain, significant
from cafx.errors import OptionError, RateNotFound
from cafx.exchange import current_book, newest_day
from cafx.rates.book import MAX_AGE
from cafx.rates.bundled import SOURCES

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Sequence
    from datetime import date
    from fractions import Fraction

    from cafx.cli.screen import Screen
    from cafx.core.value import Json
    from cafx.rates.book import RateBook


_SHOWN_DIGITS = 6
_YEAR = timedelta(days=364)
_FOREVER = 9999  # the last day of a peg that is in force


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("currency", nargs="*", type=code, help="such as KZT (the five when left out)")
    parser.add_argument("--on", type=day, help="the day (the newest known of each when left out)")
    parser.add_argument(
        "--coverage", action="store_true", help="show by year which days have a rate, and within what bounds"
    )
    parser.add_argument(
        "--chart", action="store_true", help="draw the year up to the day, with the band of its bounds"
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
    if arguments.chart:
        return _charts(book, arguments, screen)
    rows: list[tuple[str, ...]] = []
    values: list[Json] = []
    ages: list[int | None] = []
    for currency in arguments.currency or CENTRAL_ASIA:
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


def _charts(book: RateBook, arguments: Namespace, screen: Screen) -> int:
    """Draw the year up to the day, or up to the newest rate, of each currency."""
    if screen.is_json:
        raise OptionError("--chart draws for readers: leave out --json", option="chart", value=True)
    drawn = 0
    for currency in arguments.currency or CENTRAL_ASIA:
        if currency == arguments.to:
            continue
        last = arguments.on or _newest(book, arguments.to, currency)
        lines = [] if last is None else chart_lines(book, arguments.to, currency, last - _YEAR, last)
        if not lines:
            screen.note(
                f"cafx: no rate of {arguments.to}/{currency} in the year up to {last or screen.today}"
            )
            continue
        for line in lines:
            screen.line(line)
        drawn += 1
    return 0 if drawn else 1


def _newest(book: RateBook, base: str, quote: str) -> date | None:
    """Return the last day that a chart reaches; None where nothing is known."""
    try:
        return newest_day(book, base, quote) or book.rate(base, quote).on
    except RateNotFound:
        return None


def _shown(value: Fraction, rounding: str = ROUND_HALF_EVEN) -> str:
    return plain(significant(value, _SHOWN_DIGITS, rounding).normalize(CONTEXT))
