"""Averages: the mean of a pair over the calendar days of a period."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import ROUND_CEILING, ROUND_FLOOR
from fractions import Fraction
from typing import TYPE_CHECKING, Final, final

from cafx.core.currency import Currency
from cafx.core.decimals import leading_place, plain, significant
from cafx.core.text import printable
from cafx.core.value import Value
from cafx.errors import ParseError, RateNotFound
from cafx.rates.spans import days_between, spans_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cafx.core.dates import Day
    from cafx.rates.ways import Ways

__all__ = ["Average", "average_of"]

_PERIOD: Final = re.compile(r"([0-9]{4})(?:-(0[1-9]|1[0-2]))?", re.ASCII)
_DECEMBER: Final = 12
_DIGITS: Final = 10


@final
class Average(Value):
    """The mean rate over the calendar days of a period, in one direction.

    Attributes:
        base: the currency that is priced.
        quote: the currency that the price is in.
        start: the first day of the period.
        end: the last day of the period.
        price: the mean price of one unit of the base.
        low: the mean of the low bounds.
        high: the mean of the high bounds.
        days: on how many days of the period a rate answers.

    >>> from cafx import RateBook
    >>> average = RateBook.bundled().average("USD", "TMT", "2024")
    >>> average.price, average.days, average.complete
    (Fraction(7, 2), 366, True)
    """

    base: Currency
    quote: Currency
    start: date
    end: date
    price: Fraction
    low: Fraction
    high: Fraction
    days: int

    @property
    def complete(self) -> bool:
        """Whether every day of the period has an answer."""
        return self.days == (self.end - self.start).days + 1

    def __str__(self) -> str:
        missing = (self.end - self.start).days + 1 - self.days
        gaps = f", {missing} missing" if missing else ""
        when = f"mean of {self.days} days{gaps}, {self.start.isoformat()} to {self.end.isoformat()}"
        pair = f"{self.base}/{self.quote}"
        if self.low == self.high:
            return f"{pair} = {plain(significant(self.price, _DIGITS))} ({when})"
        digits = leading_place(self.price) - leading_place((self.high - self.low) / 2) + 2
        low = plain(significant(self.low, digits, ROUND_FLOOR))
        high = plain(significant(self.high, digits, ROUND_CEILING))
        return f"{pair} = {plain(significant(self.price, digits))} ({low} to {high}, {when})"


def average_of(
    ways: Ways, base: str, quote: str, period: str | tuple[Day, Day], *, partial: bool, max_age: timedelta
) -> Average:
    """Return the mean of a pair; ``RateBook.average`` says the rest."""
    start, end = _days_of(period)
    spans = spans_of(ways, base, quote, start, end, max_age)
    one, other = Currency(base), Currency(quote)
    days = sum(span.days for span in spans)
    missing = (end - start).days + 1 - days
    if not days or (missing and not partial):
        gap = _first_gap(start, [(span.first, span.last) for span in spans])
        remedy = "" if not days else "; partial=True takes the mean of the others"
        raise RateNotFound(
            f"no mean of {one}/{other}: {missing} of {(end - start).days + 1} days from {start.isoformat()}"
            f" to {end.isoformat()} have no rate, the first is {gap.isoformat()}{remedy}",
            base=one,
            quote=other,
            on=gap,
            known=f"{days} days",
        )
    price = _mean((span.rate.price, span.days) for span in spans)
    low = _mean((span.rate.low, span.days) for span in spans)
    high = _mean((span.rate.high, span.days) for span in spans)
    return Average(one, other, start, end, price, low, high, days)


def _mean(values: Iterable[tuple[Fraction, int]]) -> Fraction:
    """Return the exact mean of prices, each so many days; added by halves, so that no sum grows long."""
    weighted = [(price * days, days) for price, days in values]
    total = sum(days for _, days in weighted)
    sums = [price for price, _ in weighted]
    while len(sums) > 1:
        sums = [sum(sums[index : index + 2], Fraction(0)) for index in range(0, len(sums), 2)]
    return sums[0] / total


def _first_gap(start: date, covered: list[tuple[date, date]]) -> date:
    """Return the first day from *start* that is in none of the *covered* stretches."""
    day = start
    for first, last in covered:
        if first > day:
            break
        day = last + timedelta(days=1)
    return day


def _days_of(period: str | tuple[Day, Day]) -> tuple[date, date]:
    """Return the first and the last day of ``"2024"``, ``"2024-03"`` or of a stretch that is said in full."""
    if isinstance(period, tuple):
        return days_between(*period)
    if not isinstance(period, str):
        message = f"a period is '2024', '2024-03' or (start, end), not {type(period).__name__}"
        raise TypeError(message)
    found = _PERIOD.fullmatch(period)
    if found is None or int(found[1]) == 0:
        message = f"period {printable(period)} is not a year or a month: write 2024, 2024-03 or (start, end)"
        raise ParseError(message, text=period[:40])
    year = int(found[1])
    first, last = (1, _DECEMBER) if found[2] is None else (int(found[2]),) * 2
    following = date(year + 1, 1, 1) if last == _DECEMBER else date(year, last + 1, 1)
    return date(year, first, 1), following - timedelta(days=1)
