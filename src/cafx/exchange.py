"""``convert``: money, or text that holds it, in another currency, at the best rate at hand."""

from __future__ import annotations

import warnings
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from cafx.core.dates import Day, day_of
from cafx.errors import StaleRateWarning
from cafx.history.user import user_book
from cafx.rates.book import MAX_AGE, RateBook
from cafx.values.money import Money

if TYPE_CHECKING:
    from cafx.values.conversion import Conversion

__all__ = ["convert", "default_book"]


def convert(
    what: Money | str,
    to: str,
    *,
    on: Day | None = None,
    book: RateBook | None = None,
    max_age: timedelta = MAX_AGE,
) -> Conversion:
    """Convert money, or the one figure that a text holds.

    Args:
        what: a ``Money``, or text such as ``"13 trillion tenge"`` or ``"450000 KZT"``.
        to: the currency wanted.
        on: the day whose rate is used, a date or ISO text; None for the newest day known.
        book: where rates come from; when left out, the bundled book and the user's own history.
        max_age: how long before the day an answer may have ended.

    Returns:
        The conversion: exact result, bounds and rate; ``significant()`` shows no more digits than
        the rate and the text support.

    Raises:
        ParseError: the text holds no figure, or more than one.
        RateNotFound: no rate answers for the pair and day.

    Warns:
        StaleRateWarning: *on* is left out and the newest rate known is more than 14 days old.

    >>> from datetime import date
    >>> conversion = convert("13 trillion tenge", "USD", on=date(2025, 9, 18))
    >>> conversion.significant()
    Money('24000000000', 'USD')
    >>> print(conversion.rate.legs[0])
    USD/KZT = 540.91 (reference, NBKR cross, 2025-09-15 to 2025-09-21)
    """
    day = None if on is None else day_of(on, what="on")
    rates = default_book(day) if book is None else book
    if isinstance(what, Money):
        conversion = rates.convert(what, to, on=day, max_age=max_age)
    elif isinstance(what, str):
        from cafx.text import parse_money

        conversion = parse_money(what).convert(rates, to, day)
    else:
        message = f"convert takes Money or text, not {type(what).__name__}: pass text, such as '100 KZT'"
        raise TypeError(message)
    if day is None and conversion.rate.as_of is not None:
        age = conversion.rate.age(datetime.now(UTC).date())
        if age > MAX_AGE.days:
            warnings.warn(
                f"the newest rate known for {conversion.rate.pair} is {age} days old: pass on= to say"
                " which day is meant, or book= with newer quotations",
                StaleRateWarning,
                stacklevel=2,
            )
    return conversion


def default_book(on: date | None = None) -> RateBook:
    """Give the book that is used where none is passed: the bundled one, and the user's own history.

    Raises:
        HistoryError: there is a history and it cannot be read.
    """
    own = user_book(on)
    return RateBook.bundled() if own is None else own
