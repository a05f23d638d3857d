"""Answers: what a book says of a pair over a stretch of days, a row of cells for every day of it.

This is the one place of the package that asks a book. A row is worked out once and kept, because a notebook
asks for the same currencies and days again and again.
"""

from __future__ import annotations

from array import array
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, TypeAlias, get_args

from cafx.core.currency import CENTRAL_ASIA, Currency
from cafx.rates.book import MAX_AGE
from cafx.values.quotation import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cafx.rates.book import RateBook
    from cafx.values.rate import Rate

__all__ = [
    "PERIODS",
    "Answer",
    "Mean",
    "Period",
    "Row",
    "Rule",
    "day_at",
    "day_number",
    "means_of",
    "periods",
    "row_of",
    "stretch_of",
]

# The day that numbers of days count from, as in numpy, Arrow and polars.
_EPOCH: Final = date(1970, 1, 1).toordinal()
# A cell without an answer.
_NONE: Final = float("nan")
_DECEMBER: Final = 12
_DOLLAR: Final = Currency("USD")
# An official rate may be in force for some days after the last one that a quotation names.
_IN_FORCE: Final = 40
_KEPT_ROWS: Final = 512

Period: TypeAlias = Literal["day", "week", "month", "year"]
PERIODS: Final[tuple[Period, ...]] = get_args(Period)


class Rule(NamedTuple):
    """Which answers are asked for.

    *period* is None for the rate of the day, else the days whose mean is taken; *is_partial* takes the mean
    of the days that have an answer where others have none.
    """

    book: RateBook
    max_age: timedelta = MAX_AGE
    period: Period | None = None
    is_partial: bool = False


class Answer(NamedTuple):
    """What stands behind a cell: the days that its quotations are for, its age, kind and sources."""

    as_of: date | None
    through: date | None
    age: int | None
    kind: str
    source: str


class Row(NamedTuple):
    """The cells of one pair, a day each: price, low and high bound, and which of *answers* it is (or -1)."""

    prices: array[float]
    lows: array[float]
    highs: array[float]
    places: array[int]
    answers: tuple[Answer, ...]


class Mean(NamedTuple):
    """The mean over the calendar days of a period, as far as the days asked for reach into it.

    *low* and *high* are the means of the bounds, *least* and *most* the widest that they reach in it;
    *covered* of its *days* have an answer.
    """

    first: date
    last: date
    price: float
    low: float
    high: float
    least: float
    most: float
    days: int
    covered: int
    answer: Answer


class _Cell(NamedTuple):
    """What answers from *first* to *last*."""

    first: date
    last: date
    price: float
    low: float
    high: float
    answer: Answer


def day_number(day: date) -> int:
    """Return the days from 1970-01-01 to *day*."""
    return day.toordinal() - _EPOCH


def day_at(number: int) -> date:
    """Return the day that is *number* days after 1970-01-01."""
    return date.fromordinal(number + _EPOCH)


@lru_cache(maxsize=16)
def stretch_of(book: RateBook, max_age: timedelta) -> tuple[int, int]:
    """Return the numbers of the first and the last day on which the answers of *book* can change.

    Before the first nothing answers; after the last it is pegs alone, which hold on.
    """
    firsts, lasts = [], []
    for quotation in book:
        if quotation.as_of is not None:
            firsts.append(quotation.as_of)
            last = quotation.last_day
            lasts.append(quotation.as_of if last is None or last == date.max else last)
    if not firsts:
        return 0, 0
    end = min(max(lasts).toordinal() + max_age.days + _IN_FORCE, date.max.toordinal())
    return day_number(min(firsts)), end - _EPOCH


def means_of(rule: Rule, base: Currency, quote: Currency, first: date, last: date) -> Iterator[Mean]:
    """Yield the mean of each of the rule's periods from *first* to *last* in which a day has an answer."""
    for start, end in periods(first, last, rule.period or PERIODS[0]):
        days = max(start, first), min(end, last)
        rates = [span.rate for span in rule.book.spans(base, quote, *days, max_age=rule.max_age)]
        if not rates:
            continue
        mean = rule.book.average(base, quote, days, partial=True, max_age=rule.max_age)
        kind = max((rate.kind for rate in rates), key=KINDS.index)
        yield Mean(
            *days,
            float(mean.price),
            float(mean.low),
            float(mean.high),
            float(min(rate.low for rate in rates)),
            float(max(rate.high for rate in rates)),
            (end - start).days + 1,
            mean.days,
            Answer(start, end, 0, kind, _names(rates)),
        )


@lru_cache(maxsize=_KEPT_ROWS)
def row_of(rule: Rule, base: Currency, quote: Currency, first: int, last: int) -> Row:
    """Return the cells of a pair from day number *first* to *last*."""
    width = last - first + 1
    prices, lows, highs = (array("d", [_NONE]) * width for _ in range(3))
    places = array("i", [-1]) * width
    answers: dict[Answer, int] = {}
    cells = _daily if rule.period is None else _averaged
    for cell in cells(rule, base, quote, day_at(first), day_at(last)):
        begin, end = day_number(cell.first) - first, day_number(cell.last) - first + 1
        days = end - begin
        prices[begin:end] = array("d", [cell.price]) * days
        lows[begin:end] = array("d", [cell.low]) * days
        highs[begin:end] = array("d", [cell.high]) * days
        places[begin:end] = array("i", [answers.setdefault(cell.answer, len(answers))]) * days
    return Row(prices, lows, highs, places, tuple(answers))


def _daily(rule: Rule, base: Currency, quote: Currency, first: date, last: date) -> Iterator[_Cell]:
    for span in rule.book.spans(base, quote, first, last, max_age=rule.max_age):
        rate = span.rate
        answer = Answer(rate.as_of, _last_day(rate), rate.age, rate.kind, _names([rate]))
        yield _Cell(span.first, span.last, float(rate.price), float(rate.low), float(rate.high), answer)


def _averaged(rule: Rule, base: Currency, quote: Currency, first: date, last: date) -> Iterator[_Cell]:
    """Yield a cell for each period: the mean in the direction that people publish, or its inverse."""
    if base == quote:
        yield from _daily(rule, base, quote, first, last)
        return
    every = rule.period or PERIODS[0]
    start = next(iter(periods(first, first, every)))[0]
    end = next(iter(periods(last, last, every)))[1]
    is_printed = _is_printed_base(base, quote)
    pair = (base, quote) if is_printed else (quote, base)
    for mean in means_of(rule, *pair, start, end):
        if mean.covered < mean.days and not rule.is_partial:
            continue
        prices = mean.price, mean.low, mean.high
        price, low, high = prices if is_printed else (1 / mean.price, 1 / mean.high, 1 / mean.low)
        yield _Cell(max(mean.first, first), min(mean.last, last), price, low, high, mean.answer)


def _is_printed_base(base: Currency, quote: Currency) -> bool:
    """Whether a mean of base/quote is what people publish: tenge to the dollar, then tenge to any foreigner.

    The mean of an inverse is another number than the inverse of a mean, so one direction has to be chosen.
    """
    if _DOLLAR in (base, quote):
        return base == _DOLLAR
    return base not in CENTRAL_ASIA and quote in CENTRAL_ASIA


def periods(first: date, last: date, every: Period) -> Iterator[tuple[date, date]]:
    """Yield the first and the last day of each whole period that has a day from *first* to *last*."""
    day = first
    while day <= last:
        if every == "week":
            start = day - timedelta(days=day.weekday())
            end = start + timedelta(days=6)
        elif every == "month":
            start = day.replace(day=1)
            end = day.replace(day=monthrange(day.year, day.month)[1])
        elif every == "year":
            start, end = date(day.year, 1, 1), date(day.year, _DECEMBER, 31)
        else:
            start = end = day
        yield start, end
        if end >= last:
            return
        day = end + timedelta(days=1)


def _last_day(rate: Rate) -> date | None:
    """Return the last day that a rate is for; None where it is open, as a peg's is."""
    last = rate.through or rate.as_of
    return None if last == date.max else last


def _names(rates: list[Rate]) -> str:
    return " + ".join(dict.fromkeys(leg.source for rate in rates for leg in rate.legs))
