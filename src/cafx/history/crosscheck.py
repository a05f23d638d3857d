"""Which values are suspect: a history takes the others at once, and holds these back.

Suspect is a price that is three times, or a third of, the last one of its series, a price that others
of the same day contradict, and one that is dated in the future. A jump is confirmed by a second source
on its day, or by the next value of its own series: a devaluation is not blocked.
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

__all__ = ["NEIGHBOURS", "Crosscheck", "is_jump", "month_before"]

#: A larger step from one value to the next is a jump. The steepest true ones were UZS in September
#: 2017 (1.92) and KZT in August 2015 (1.35); a lost decimal point or nominal makes ten.
_JUMP: Final = 3.0
#: Values further apart than this say nothing about each other.
NEIGHBOURS: Final = timedelta(days=31)

_NEAR: Final = float(OUTLIER_GAP)
_PIVOT: Final = "USD"


def month_before(day: date) -> date:
    """Return the first day whose values still say something about *day*.

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
    judged exactly, by the book's own rule of outliers, beside what that rule looks at: its pair and
    the two of the cross through the dollar. So an odd one costs what its pair holds, not its day.
    """

    def __init__(self, quotations: Iterable[Quotation], stored: Callable[[date], list[Quotation]]) -> None:
        self._stored = stored
        self._days: dict[date, _Day] = {}
        self._new: dict[date, list[Quotation]] = {}
        for quotation in quotations:
            if quotation.as_of is not None:
                self._new.setdefault(quotation.as_of, []).append(quotation)

    def contradiction(self, quotation: Quotation) -> str:
        """Return what contradicts *quotation* on its day in words, or nothing."""
        day = quotation.as_of
        if day is None or quotation.kind == "peg":
            return ""
        others = self._day(day)
        price = _unit_price(quotation)
        odd = next((other for other in others.estimates(quotation) if not _is_near(price, other)), None)
        if odd is None or quotation not in RateBook([*others.beside(quotation), quotation]).outliers():
            return ""
        return f"others of the day make {quotation.pair} {odd:.6g} where this makes {price:.6g}"

    def exclude(self, quotation: Quotation) -> None:
        """Let *quotation* be no witness against others: it is suspect itself."""
        if quotation.as_of is not None:
            self._day(quotation.as_of).remove(quotation)

    def is_confirmed(self, quotation: Quotation) -> bool:
        """Whether another source has nearly the same price for the pair and day."""
        day = quotation.as_of
        if day is None:
            return False
        return bool(self._day(day).sources_near(quotation) - {quotation.source})

    def _day(self, day: date) -> _Day:
        known = self._days.get(day)
        if known is None:
            pegs = (peg for peg in _pegs() if peg.covers(day))
            known = self._days[day] = _Day([*self._new.get(day, ()), *self._stored(day), *pegs])
        return known


class _Day:
    """The quotations of one day, by pair."""

    def __init__(self, quotations: Iterable[Quotation]) -> None:
        self._pairs: dict[tuple[str, str], list[Quotation]] = {}
        self._known: dict[tuple[str, str], list[float]] = {}
        for quotation in quotations:
            pair = quotation.base, quotation.quote
            self._pairs.setdefault(pair, []).append(quotation)
            self._known.setdefault(pair, []).append(_unit_price(quotation))

    def remove(self, quotation: Quotation) -> None:
        pair = quotation.base, quotation.quote
        left = [one for one in self._pairs.get(pair, ()) if one is not quotation]
        self._pairs[pair], self._known[pair] = left, [_unit_price(one) for one in left]

    def sources_near(self, quotation: Quotation) -> set[str]:
        """Return the sources whose price for the pair, or its inverse, is nearly that of *quotation*."""
        price, base, quote = _unit_price(quotation), quotation.base, quotation.quote
        direct = {
            one.source for one in self._pairs.get((base, quote), ()) if _is_near(price, _unit_price(one))
        }
        inverse = self._pairs.get((quote, base), ())
        return direct | {one.source for one in inverse if _is_near(price, 1 / _unit_price(one))}

    def prices(self, base: str, quote: str) -> list[float]:
        """Return the prices of a pair, those of the inverse pair among them."""
        prices = self._known.get((base, quote), [])
        inverse = self._known.get((quote, base))
        return prices + [1 / price for price in inverse] if inverse else prices

    def estimates(self, quotation: Quotation) -> list[float]:
        """Return what the day says of a pair: its prices, and the ends of the crosses through the dollar."""
        base, quote = quotation.base, quotation.quote
        estimates = self.prices(base, quote)
        if _PIVOT not in (base, quote):
            firsts = self.prices(base, _PIVOT)
            seconds = firsts and self.prices(_PIVOT, quote)
            if seconds:
                return [*estimates, min(firsts) * min(seconds), max(firsts) * max(seconds)]
        return estimates

    def beside(self, quotation: Quotation) -> list[Quotation]:
        """Return what the rule of outliers looks at when it judges *quotation*."""
        base, quote = quotation.base, quotation.quote
        ways = {(base, quote), (base, _PIVOT), (_PIVOT, quote)}
        pairs = ways | {(other, one) for one, other in ways}
        return [one for pair in sorted(pairs) for one in self._pairs.get(pair, ())]


def _unit_price(quotation: Quotation) -> float:
    """Return the price for one unit, near enough to see a slip."""
    return float(quotation.price) / quotation.nominal


def _is_near(one: float, other: float) -> bool:
    return one <= other * (1 + _NEAR) and other <= one * (1 + _NEAR)


@lru_cache(maxsize=1)
def _pegs() -> tuple[Quotation, ...]:
    return tuple(quotation for quotation in RateBook.bundled() if quotation.kind == "peg")
