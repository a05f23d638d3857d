"""``convert``: money, or text that holds it, in another currency, at the best rate at hand."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import overload

from cafx.core.dates import Day, day_of
from cafx.core.text import kind_of
from cafx.errors import RateNotFound
from cafx.history.user import user_book
from cafx.rates.book import MAX_AGE, RateBook, require_book
from cafx.rates.calendars import warn_if_stale
from cafx.values.conversion import Conversion, RangeConversion
from cafx.values.money import Money

__all__ = ["convert", "current_book", "newest_day"]


@overload
def convert(
    what: Money,
    to: str,
    *,
    on: Day | None = None,
    book: RateBook | None = None,
    max_age: timedelta = MAX_AGE,
    strict: bool = False,
) -> Conversion: ...


@overload
def convert(
    what: str,
    to: str,
    *,
    on: Day | None = None,
    book: RateBook | None = None,
    max_age: timedelta = MAX_AGE,
    strict: bool = False,
) -> Conversion | RangeConversion: ...


def convert(
    what: Money | str,
    to: str,
    *,
    on: Day | None = None,
    book: RateBook | None = None,
    max_age: timedelta = MAX_AGE,
    strict: bool = False,
) -> Conversion | RangeConversion:
    """Convert money, or the one figure that a text holds.

    Args:
        what: a ``Money``, or text such as ``"13 trillion tenge"`` or ``"5-17 million som"``.
        to: the currency wanted.
        on: the day whose rate is used, a date or ISO text; None for the newest day known.
        book: where rates come from; ``current_book()`` when left out.
        max_age: how long before the day an answer may have been last in force.
        strict: refuse a text that can be read in two ways, as ``parse_money`` does; nothing else changes.

    Returns:
        The conversion, with its exact result, bounds and rate; ``significant()`` shows no more digits than
        the rate and the text support. Of a range a ``RangeConversion``, whose ``ends`` are two conversions.

    Raises:
        ParseError: the text holds no figure, or more than one, or one that is not read whole; or, if
            *strict*, one of two readings.
        RateNotFound: no rate answers for the pair and day.
        TypeError: *book* is not a ``RateBook``, or the day is missing.

    Warns:
        StaleRateWarning: *on* is left out and the newest rate known is stale.

    >>> from datetime import date
    >>> conversion = convert("13 trillion tenge", "USD", on=date(2025, 9, 18))
    >>> conversion.significant()
    Money('24000000000', 'USD')
    >>> print(conversion.rate.legs[0])
    USD/KZT = 540.91 (reference, NBKR cross, 2025-09-15 to 2025-09-21)
    """
    day = None if on is None else day_of(on, what="on")
    rates = current_book() if book is None else require_book(book)
    if not isinstance(what, Money | str):
        message = f"convert takes Money or text, not {kind_of(what)}: pass text, such as '100 KZT'"
        raise TypeError(message)
    if isinstance(what, Money):
        asked = newest_day(rates, what.currency, to, max_age) if day is None and book is None else day
        ends = (Conversion(what, rates.rate(what.currency, to, on=asked, max_age=max_age)),) * 2
    else:
        from cafx.text import parse_money
        from cafx.text.figure import conversions_at

        figure = parse_money(what, strict=strict)
        asked = newest_day(rates, figure.currency, to, max_age) if day is None and book is None else day
        ends = conversions_at(figure, rates.rate(figure.currency, to, on=asked, max_age=max_age))
    if day is None:
        warn_if_stale(ends[0].rate, stacklevel=2)
    return ends[0] if ends[0] is ends[1] else RangeConversion(*ends)


def current_book() -> RateBook:
    """Return the newest book at hand: the bundled quotations, and those of the user's own history.

    It is what ``cafx.convert`` and the command use. Each call looks whether the history has changed, by this
    process or another, and returns the same immutable book until it has; threads may share it.

    Raises:
        HistoryError: there is a history and it cannot be read.

    >>> current_book() is current_book()
    True
    """
    own = user_book()
    return RateBook.bundled() if own is None else own


def newest_day(book: RateBook, base: str, quote: str, max_age: timedelta = MAX_AGE) -> date | None:
    """Return the day to ask for where none is given: None for the newest known, but today at the latest.

    Banks publish tomorrow's rate today; it waits for its day, unless nothing else is known.
    """
    today = _today()
    try:
        newest = book.rate(base, quote, max_age=max_age)
        if newest.on is None or newest.on <= today:
            return None
        book.rate(base, quote, on=today, max_age=max_age)
    except RateNotFound:
        return None
    return today


def _today() -> date:
    return datetime.now(UTC).date()
