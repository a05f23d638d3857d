"""``rates``: the rates of a pair day by day, or their means, as a frame for charts, SQL and spreadsheets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cafx.core.currency import Currency
from cafx.errors import OptionError
from cafx.frames.answers import PERIODS, day_at, day_number, means_of, row_of
from cafx.frames.columns import columns_of, made
from cafx.frames.request import choice_of, rule_of
from cafx.rates.book import MAX_AGE
from cafx.rates.spans import days_between

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date, timedelta

    from cafx.core.dates import Day
    from cafx.frames.answers import Period, Rule
    from cafx.frames.columns import Kinds
    from cafx.rates.book import RateBook

__all__ = ["rates"]

_DAILY: Final[Kinds] = {
    "base": "text",
    "quote": "text",
    "day": "day",
    "rate": "number",
    "low": "number",
    "high": "number",
    "rate_from": "day",
    "rate_through": "day",
    "rate_age": "count",
    "rate_kind": "text",
    "rate_source": "text",
}
_MEANS: Final[Kinds] = {
    "base": "text",
    "quote": "text",
    "first": "day",
    "last": "day",
    "rate": "number",
    "low": "number",
    "high": "number",
    "least": "number",
    "most": "number",
    "days": "count",
    "covered": "count",
    "complete": "flag",
}


def rates(
    base: str,
    quote: str | Sequence[str],
    start: Day,
    end: Day,
    *,
    every: Period = "day",
    book: RateBook | None = None,
    max_age: timedelta = MAX_AGE,
    backend: str = "pandas",
) -> object:
    """Return the rates of one pair or several, a row for each day that has one, or for each period's mean.

    Args:
        base: the currency that is priced.
        quote: the currency that the price is in, or several, one after another.
        start: the first day.
        end: the last day.
        every: ``"day"``, or the ``"week"`` (from Monday), ``"month"`` or ``"year"`` whose mean is taken: then
            *low* and *high* are the means of the bounds, *least* and *most* the furthest that they reach,
            *covered* of the period's *days* have a rate, and *complete* says that all have.
        book: the rates; without it those of ``cafx.convert``.
        max_age: how long before its day an answer may have been last in force.
        backend: the library of the frame: ``"pandas"``, ``"polars"`` or ``"pyarrow"``.

    Raises:
        OptionError: days that run backward, or a choice that there is not.
        UnknownCurrency: an unknown code.

    >>> from cafx import RateBook
    >>> frame = rates("USD", "TMT", "2014-12-30", "2015-01-02", book=RateBook.bundled())
    >>> frame["rate"].tolist()
    [2.85, 2.85, 3.5, 3.5]
    """
    chosen = choice_of(every, PERIODS, "every")
    rule = rule_of(book, max_age, None if chosen == "day" else chosen, partial=False)
    quotes = [quote] if isinstance(quote, str) else list(quote)
    if not quotes:
        message = "quote= is an empty list: name at least one currency"
        raise OptionError(message, option="quote", value=quote)
    days = days_between(start, end)
    pairs = [(Currency(base), Currency(one)) for one in quotes]
    if chosen == "day":
        return made(
            columns_of(_DAILY, (row for pair in pairs for row in _daily(rule, *pair, *days))), backend
        )
    return made(columns_of(_MEANS, (row for pair in pairs for row in _means(rule, *pair, *days))), backend)


def _daily(
    rule: Rule, base: Currency, quote: Currency, first: date, last: date
) -> Iterator[tuple[object, ...]]:
    begin = day_number(first)
    row = row_of(rule, base, quote, begin, day_number(last))
    pair = str(base), str(quote)
    for place, answer in enumerate(row.places):
        if answer >= 0:
            prices = row.prices[place], row.lows[place], row.highs[place]
            yield *pair, day_at(begin + place), *prices, *row.answers[answer]


def _means(
    rule: Rule, base: Currency, quote: Currency, first: date, last: date
) -> Iterator[tuple[object, ...]]:
    for mean in means_of(rule, base, quote, first, last):
        prices = mean.price, mean.low, mean.high, mean.least, mean.most
        counts = mean.days, mean.covered, mean.covered == mean.days
        yield str(base), str(quote), mean.first, mean.last, *prices, *counts
