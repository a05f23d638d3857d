"""The rule of choice: which quotations may answer for a day, and which answers best.

Never a later one than the day, and none that was last in force more than ``MAX_AGE`` days before it, unless
the caller says otherwise. Of those that may:

1. those in force on the day come before older ones (``calendars`` says how long one is in force);
2. then by kind: peg, official, market, reference, stated, ticker;
3. then the newest: the fewest days since it was last in force, then since its first day;
4. then the tightest bounds;
5. then direct before inverse, before a cross through the dollar, before one through another currency.

A way over several quotations is no better than the worst of them in anything.
"""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from cafx.core.decimals import fraction_of
from cafx.core.iso4217 import INTRODUCED
from cafx.core.text import printable
from cafx.errors import RateNotFound
from cafx.values.quotation import KINDS

if TYPE_CHECKING:
    from datetime import date

    from cafx.core.currency import Currency
    from cafx.values.quotation import Quotation

__all__ = [
    "DIRECT",
    "INVERSE",
    "MAX_AGE",
    "THROUGH_DOLLAR",
    "THROUGH_OTHERS",
    "Rank",
    "check_max_age",
    "not_found",
    "rank_of",
]

#: How old an answer may be unless the caller says otherwise: the longest run of holidays is 10 days.
MAX_AGE: Final = timedelta(days=14)

DIRECT, INVERSE, THROUGH_DOLLAR, THROUGH_OTHERS = range(4)

_KIND_RANK: Final = {kind: rank for rank, kind in enumerate(KINDS)}


def check_max_age(max_age: object) -> None:
    """Refuse what is no age.

    Raises:
        TypeError: it is not a ``timedelta`` of zero or more.
    """
    if not isinstance(max_age, timedelta) or max_age < timedelta(0):
        given = printable(repr(max_age))
        message = f"max_age is a timedelta of zero or more, such as timedelta(days=14), not {given}"
        raise TypeError(message)


def not_found(
    base: Currency, quote: Currency, on: date | None, max_age: timedelta, known: tuple[str, bool]
) -> RateNotFound:
    """Return the error of a question that nothing may answer, with what can be done about it.

    Args:
        base: the currency that was asked for.
        quote: the currency of the price.
        on: the day; None for the newest known.
        max_age: how old an answer may have been.
        known: in words, what is known of the pair or of its sides, and whether that is enough on some day.
    """
    text, is_known = known
    when = "" if on is None else f" on {on.isoformat()}"
    remedy = f"ask for a day in reach, raise max_age ({max_age.days} days) or merge in newer quotations"
    if not is_known:
        remedy = "merge in quotations of it: book.merge(quotations)"
    for currency in (base, quote):
        if on is not None and currency.since is not None and on < currency.since:
            remedy = f"{currency} came on {currency.since}, after {INTRODUCED[currency][1]}"
    return RateNotFound(
        f"no rate for {base}/{quote}{when}: {text}; {remedy}", base=base, quote=quote, on=on, known=text
    )


class Rank:
    """How well a quotation, or a way over several, answers for a day; the least is the best.

    What few comparisons come to (tightness, and names at last, so that no answer depends on the order of
    the input) is worked out only where the rest is equal.

    Args:
        standing: whether it is carried, its kind's place in ``KINDS``, its age, and the days since it began.
        length: ``DIRECT`` and so on.
        quotations: the way.
    """

    __slots__ = ("length", "quotations", "standing")

    def __init__(
        self, standing: tuple[bool, int, int, int], length: int, quotations: tuple[Quotation, ...]
    ) -> None:
        self.standing = standing
        self.length = length
        self.quotations = quotations

    def __lt__(self, other: Rank) -> bool:
        if self.standing != other.standing:
            return self.standing < other.standing
        return self._rest() < other._rest()

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Rank):
            return NotImplemented
        return self.standing == other.standing and self._rest() == other._rest()

    def __hash__(self) -> int:
        return hash(self.standing)

    def joined(self, other: Rank, *, length: int) -> Rank:
        """Return the rank of a way over both: no better than the worse in anything."""
        one, two = self.standing, other.standing
        worse = (one[0] or two[0], max(one[1], two[1]), max(one[2], two[2]), max(one[3], two[3]))
        return Rank(worse, length, self.quotations + other.quotations)

    def _rest(self) -> tuple[Fraction, int, tuple[str, ...]]:
        spread = Fraction(1)
        for quotation in self.quotations:  # high over low: the same for a quotation and its inverse
            low, high = quotation.printed_bounds
            spread *= fraction_of(high) / fraction_of(low)
        return spread, self.length, tuple(map(str, self.quotations))


def rank_of(quotation: Quotation, *, age: int, began: int, is_inverse: bool) -> Rank:
    """Return the rank of *quotation* for a day.

    Args:
        quotation: what is ranked.
        age: days from the last one on which it is in force to the day; 0 where it is in force.
        began: days from its first day to the day, 0 for one without a day; a peg is always new.
        is_inverse: whether the pair asked for is its inverse.
    """
    standing = age > 0, _KIND_RANK[quotation.kind], age, 0 if quotation.kind == "peg" else began
    return Rank(standing, INVERSE if is_inverse else DIRECT, (quotation,))
