"""Which values a history takes at once, and which it holds back until something confirms them.

Held back are a price that is three times, or a third of, the last one of its series, a price that
others of the same day contradict, and one that is dated in the future. A jump is confirmed by a
second source on its day, or by the next value of its own series: a devaluation is not blocked.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from cafx.rates.book import RateBook
from cafx.rates.outliers import OUTLIER_GAP

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from cafx.values.quotation import Quotation

__all__ = ["NEIGHBOURS", "Crosscheck", "is_jump", "month_before", "unit_price"]

#: A larger step from one value to the next is a jump. The steepest true ones were UZS in September
#: 2017 (1.92) and KZT in August 2015 (1.35); a lost decimal point or nominal makes ten.
_JUMP: Final = 3.0
#: Values further apart than this say nothing about each other.
NEIGHBOURS: Final = timedelta(days=31)

_NEAR: Final = float(OUTLIER_GAP)
_PIVOT: Final = "USD"


def unit_price(quotation: Quotation) -> float:
    """The price for one unit, near enough to see a slip."""
    return float(quotation.price) / quotation.nominal


def month_before(day: date) -> date:
    """Give the first day whose values still say something about *day*.

    >>> month_before(date(2026, 4, 1)), month_before(date.min)
    (datetime.date(2026, 3, 1), datetime.date(1, 1, 1))
    """
    return date.fromordinal(max(1, day.toordinal() - NEIGHBOURS.days))


def is_jump(price: float, last: float) -> bool:
    """Whether *price* is too far from *last* to be believed without another witness."""
    return not last / _JUMP < price < last * _JUMP


class Crosscheck:
    """The prices of each day by pair, to see whether a new one is contradicted.

    Floats tell in a microsecond that nothing is amiss, as nearly always; only what they find odd is
    judged exactly, by the book's own rule of outliers.
    """

    def __init__(self, quotations: Iterable[Quotation], stored: Callable[[date], list[Quotation]]) -> None:
        self._stored = stored
        self._days: dict[date, dict[tuple[str, str], list[float]]] = {}
        self._quotations: dict[date, list[Quotation]] = {}
        for quotation in quotations:
            if quotation.as_of is not None:
                self._quotations.setdefault(quotation.as_of, []).append(quotation)

    def contradiction(self, quotation: Quotation) -> str:
        """Say what contradicts *quotation* on its day, or nothing."""
        day = quotation.as_of
        if day is None or quotation.kind == "peg":
            return ""
        known = self._days.get(day)
        if known is None:
            known = self._days[day] = self._prices_of(day)
        price = unit_price(quotation)
        odd = [other for other in _estimates(known, quotation) if not _is_near(price, other)]
        if not odd or quotation not in RateBook([*self._all_of(day), quotation]).outliers():
            return ""
        return f"others of the day make {quotation.pair} {odd[0]:.6g} where this makes {price:.6g}"

    def discard(self, quotation: Quotation) -> None:
        """Take *quotation* for no witness against others: it is held back itself."""
        day = quotation.as_of
        if day is not None:
            self._quotations[day] = [one for one in self._quotations[day] if one is not quotation]
            self._days.pop(day, None)

    def is_confirmed(self, quotation: Quotation) -> bool:
        """Whether another source has nearly the same price for the pair and day."""
        day = quotation.as_of
        if day is None:
            return False
        return any(
            other.source != quotation.source
            and {other.base, other.quote} == {quotation.base, quotation.quote}
            and _is_near(
                unit_price(quotation),
                unit_price(other) if other.base == quotation.base else 1 / unit_price(other),
            )
            for other in self._all_of(day)
        )

    def _prices_of(self, day: date) -> dict[tuple[str, str], list[float]]:
        prices: dict[tuple[str, str], list[float]] = {}
        for quotation in self._all_of(day):
            price = unit_price(quotation)
            pair = quotation.base, quotation.quote
            if pair in prices:
                prices[pair].append(price)
            else:
                prices[pair] = [price]
        return prices

    def _all_of(self, day: date) -> list[Quotation]:
        return [
            *self._quotations.get(day, ()),
            *self._stored(day),
            *(peg for peg in _pegs() if peg.covers(day)),
        ]


def _estimates(known: dict[tuple[str, str], list[float]], quotation: Quotation) -> list[float]:
    """Give what the day's other prices say of a pair: directly, and across the dollar."""
    base, quote = quotation.base, quotation.quote
    estimates = _prices_in(known, base, quote)
    if _PIVOT not in (base, quote):
        firsts = _prices_in(known, base, _PIVOT)
        if firsts:
            seconds = _prices_in(known, _PIVOT, quote)
            estimates = estimates + [first * second for first in firsts for second in seconds]
    return estimates


def _prices_in(known: dict[tuple[str, str], list[float]], base: str, quote: str) -> list[float]:
    """Give the prices of a pair, those that were printed the other way round among them."""
    prices = known.get((base, quote), [])
    turned = known.get((quote, base))
    return prices + [1 / price for price in turned] if turned else prices


def _is_near(one: float, other: float) -> bool:
    return one <= other * (1 + _NEAR) and other <= one * (1 + _NEAR)


@lru_cache(maxsize=1)
def _pegs() -> tuple[Quotation, ...]:
    return tuple(quotation for quotation in RateBook.bundled() if quotation.kind == "peg")
