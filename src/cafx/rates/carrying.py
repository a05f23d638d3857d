"""How far a carried rate may be off: its bounds grow by what the pair has moved over as many days.

A rate that was last in force *age* days before the day asked for is widened on both sides by a share of its
price. The share is ``MARGIN`` times the ``QUANTILE`` of the pair's own moves over *age* days in the ``YEAR``
before the rate's last day in force; never is a later quotation looked at. A move goes from a quotation to the
one of the same series that is in force *age* days after the first one's last day (where there is none, to the
next one), and is what its bounds reach beyond the first one's: so weekly ranges tell it as daily prices do.
A range tells of all its days; of a move to its last one that came *reached* days later, the share sqrt(age /
reached) counts, as for a price that wanders.

The moves are those of the rate's own series (source and kind). Where that has fewer than ``LEAST_MOVES``,
those of all series of its kind count, then those of all of the pair; where even these are too few, the
default of the kind: ``DEFAULTS``, so much at once and so much more for each day. A peg does not widen.
"""

from __future__ import annotations

from bisect import bisect_left
from decimal import Decimal
from math import ceil, sqrt
from typing import TYPE_CHECKING, Final

from cafx.core.decimals import CONTEXT

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cafx.rates.series import Series
    from cafx.values.quotation import Kind

__all__ = ["DEFAULTS", "LEAST_MOVES", "MARGIN", "QUANTILE", "YEAR", "widening"]

#: Of the moves that are known, this share is no larger than the widening.
QUANTILE: Final = 0.975
#: A year is a sample, and the next may move more: without it 94.6 % of the tenge's days of 2015 to 2020 lie
#: inside after 14 days, with it 95.8 %.
MARGIN: Final = 1.15
#: So many days before the rate's last one in force are looked at.
YEAR: Final = 365
#: Fewer moves say too little.
LEAST_MOVES: Final = 20
#: By kind, where too little is known: a share of the price at once, and one for each day of age. The tenge
#: and the som moved by less on 97.5 % of the days from 2015 to 2026, over 1 to 14 days.
DEFAULTS: Final[dict[Kind, tuple[Decimal, Decimal]]] = {
    "peg": (Decimal(0), Decimal(0)),
    "official": (Decimal("0.015"), Decimal("0.003")),
    "market": (Decimal("0.015"), Decimal("0.003")),
    "reference": (Decimal("0.02"), Decimal("0.003")),
    "stated": (Decimal("0.02"), Decimal("0.003")),
    "ticker": (Decimal("0.015"), Decimal("0.003")),
}

_PLACES: Final = 6  # a widening is rounded up to a millionth


def widening(series: Series, last: int, age: int, pair: Sequence[Series]) -> Decimal:
    """Return by which share of its price a carried rate's bounds grow, rounded up.

    Args:
        series: of the quotation that is carried.
        last: its last day in force, as an ordinal.
        age: for how many days it is carried.
        pair: all series of the pair, in both directions, *series* among them.
    """
    if series.kind == "peg" or age == 0:
        return Decimal(0)
    pools = (
        (series,),
        [one for one in pair if one.kind == series.kind],
        pair,
    )
    for pool in pools:
        moves = [move for one in pool for move in _moves(one, last, age)]
        if len(moves) >= LEAST_MOVES:
            moves.sort()
            share = MARGIN * max(0.0, moves[ceil(QUANTILE * len(moves)) - 1])
            return CONTEXT.scaleb(Decimal(ceil(share * 10**_PLACES)), -_PLACES)
    at_once, a_day = DEFAULTS[series.kind]
    return CONTEXT.add(at_once, CONTEXT.multiply(a_day, Decimal(age)))


def _moves(series: Series, last: int, age: int) -> Iterable[float]:
    """Return by how much each quotation of the year before *last* was left behind after *age* days."""
    for index in range(bisect_left(series.days, last - YEAR), len(series.days)):
        day = series.end(index) + age
        if day > last:
            return
        later = series.in_force_or_next(day, last)
        if later is None:
            return
        low, high = series.bounds(index)
        later_low, later_high = series.bounds(later)
        move = max(later_high / high, low / later_low) - 1
        reached = series.end(later) - series.end(index)
        yield move * sqrt(age / reached) if series.span and reached > age else move
