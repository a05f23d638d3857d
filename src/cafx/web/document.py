"""What ``rates.json`` and the island of a page say of the rates of one day.

Beside what ``cafx.live.wire`` describes, a document has two parts for readers that are no cafx::

    {"pairs": {"USD/KZT": {"r": ["2601/5", "104039/200", "104041/200"],
                           "d": "2026-11-28", "k": "official", "s": "NBK"}},
     "usd": {"KZT": "520.2"}}

``pairs`` holds each pair once, in one direction: the other one is the exact inverse. Where a book answers
otherwise the other way round, both stand there, and the one that is asked for counts. ``r`` is the price of
one unit of the base in the quote, with its low and high bounds, as exact ratios. ``d`` is the day of the
rate; there is none for what is in force until further notice, such as a peg. ``k`` is its kind and ``s``
its sources. ``a`` is its age in days, there only for a rate that is carried past its day. ``usd`` says what
one US dollar costs, to twelve significant digits.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta
from hashlib import blake2b
from itertools import combinations
from typing import TYPE_CHECKING, Final, NamedTuple

from cafx.core.currency import Currency
from cafx.core.decimals import plain, significant
from cafx.errors import RateNotFound
from cafx.rates.book import RateBook

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cafx.core.value import Json
    from cafx.values.quotation import Quotation
    from cafx.values.rate import Rate

__all__ = ["Answers", "answers_of"]

_DOLLAR: Final = Currency("USD")
_DIGITS: Final = 12
_DAY: Final = timedelta(days=1)


class Answers(NamedTuple):
    """The rates between some currencies on one day.

    Attributes:
        pairs: each pair in one direction; in both where one is not the inverse of the other.
        quotations: what they rest on, and what those of the day before rest on, from which a change is told.
    """

    pairs: tuple[Rate, ...]
    quotations: tuple[Quotation, ...]

    def to_dict(self) -> dict[str, Json]:
        """Return ``pairs`` and ``usd`` as a document has them."""
        dollars = {
            rate.quote if rate.base == _DOLLAR else rate.base: rate
            for rate in self.pairs
            if _DOLLAR in {rate.base, rate.quote}
        }
        return {
            "pairs": {rate.pair: _described(rate) for rate in self.pairs},
            "usd": {
                str(code): _price(rate if rate.base == _DOLLAR else rate.inverse())
                for code, rate in dollars.items()
            },
        }

    def digest(self) -> str:
        """Return a name for what answers, whenever it was read: the same after a fetch of the same prices.

        It changes with a price, with its bounds and its day, and where another source answers.
        """
        mark = blake2b(RateBook(self.quotations).digest().encode(), digest_size=12)
        for rate in self.pairs:
            mark.update(repr(_described(rate)).encode())
        return mark.hexdigest()


def answers_of(book: RateBook, currencies: Iterable[str], on: date | None, max_age: timedelta) -> Answers:
    """Return what *book* answers between *currencies*.

    Args:
        book: the rates.
        currencies: their codes.
        on: the day; None for the newest day known of each pair.
        max_age: how long before the day a rate may have been last in force.

    Raises:
        UnknownCurrency: one of them is not a currency.
    """
    codes = tuple(dict.fromkeys(map(Currency, currencies)))
    pairs: list[Rate] = []
    used: dict[Quotation, None] = {}
    for one, other in combinations(codes, 2):
        there, back = (_rate(book, *pair, on, max_age) for pair in ((one, other), (other, one)))
        if there is None or back is None:
            continue
        pairs += (there,) if back == there.inverse() else (there, back)
        for rate in (there, back):
            used |= dict.fromkeys((*rate.legs, *_legs_before(book, rate, max_age)))
    return Answers(tuple(pairs), tuple(used))


def _rate(book: RateBook, base: str, quote: str, on: date | None, max_age: timedelta) -> Rate | None:
    try:
        return book.rate(base, quote, on=on, max_age=max_age)
    except RateNotFound:
        return None


def _legs_before(book: RateBook, rate: Rate, max_age: timedelta) -> Iterator[Quotation]:
    """Return the quotations from which the change since the day before is told."""
    if rate.as_of is not None and rate.as_of > date.min:
        with suppress(RateNotFound):
            yield from book.rate(rate.base, rate.quote, on=rate.as_of - _DAY, max_age=max_age).legs


def _described(rate: Rate) -> dict[str, Json]:
    row: dict[str, Json] = {"r": [str(rate.price), str(rate.low), str(rate.high)]}
    if rate.as_of is not None and rate.through != date.max:
        row["d"] = rate.as_of.isoformat()
    if rate.is_carried:
        row["a"] = rate.age
    return row | {"k": rate.kind, "s": ", ".join(dict.fromkeys(leg.source for leg in rate.legs))}


def _price(rate: Rate) -> str:
    """Return a price to twelve significant digits, without the zeros that say nothing."""
    text = plain(significant(rate.price, _DIGITS))
    return text.rstrip("0").rstrip(".") if "." in text else text
