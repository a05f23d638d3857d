"""Do quotations of one pair and day agree? Disagreements are listed; an outlier does not answer.

A quotation is judged by the other estimates of its pair and days: quotations of other sources, and the cross
through the dollar; each source has one voice. Two that lie more than ``OUTLIER_GAP`` apart contradict each
other. A quotation is an outlier

- that jumps away from its own source's days before and after, where any other voice contradicts it;
- else where the most authoritative kind above its own contradicts it with one voice;
- or where more sources of its kind agree on something that lies apart from it.

A less authoritative kind has no say, a peg is never an outlier, and with one voice against one of the same
kind nothing is guessed: both stay, and the disagreement is listed.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from math import inf
from typing import TYPE_CHECKING, Final, final

from cafx.core.value import Value, maker
from cafx.values.quotation import KINDS, LEG_NUMBERS, Quotation, legs_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cafx.core.notebook import Piece
    from cafx.values.rate import Rate

__all__ = [
    "OUTLIER_GAP",
    "Disagreement",
    "disagreements_among",
    "gap_between",
    "is_apart",
    "is_outvoted",
    "is_surely_near",
]

#: How far apart two intervals must lie for one of them to be an outlier. The banks' crosses agree
#: within 0.5 %; CBU's slip on TMT of 2026-04-01 was 14 % off, a decimal point lost is 900 %.
OUTLIER_GAP: Final = Fraction(5, 100)

# In floats: far enough below the gap that their error (4e-16) cannot matter.
_SURELY_NEAR: Final = 1.0499


@final
class Disagreement(Value, derived=("gap",)):
    """Two quotations of one pair and day whose bounds do not meet.

    Attributes:
        first: the one quotation.
        second: the other.
        day: the day that both are for.

    >>> from cafx import Quotation, RateBook
    >>> one = Quotation("USD", "KZT", "520.1", as_of="2025-12-16", kind="official", source="NBK")
    >>> book = RateBook([one, one.replace(price="519.80", source="exchange", kind="market")])
    >>> print(book.disagreements()[0])
    2025-12-16: USD/KZT = 520.1 (official, NBK, 2025-12-16) but USD/KZT = 519.80 (market, ...), 0.05% apart
    """

    first: Quotation
    second: Quotation
    day: date

    @property
    def gap(self) -> Fraction:
        """The space between the bounds, as a share of the price."""
        bounds = self.second.bounds
        is_same = self.first.base == self.second.base
        return gap_between(self.first.bounds, bounds if is_same else _inverse(bounds))

    def _pieces(self) -> Sequence[Piece]:
        from cafx.core.notebook import Heading, Rows

        heading = Heading(f"Disagreement on {self.day.isoformat()}", f"{float(self.gap):.2%} apart")
        return heading, Rows(*legs_table((self.first, self.second)), LEG_NUMBERS)

    def __str__(self) -> str:
        return f"{self.day.isoformat()}: {self.first} but {self.second}, {float(self.gap):.2%} apart"


def gap_between(one: tuple[Fraction, Fraction], other: tuple[Fraction, Fraction]) -> Fraction:
    """Return the space between two intervals as a share of the price, 0 where they meet."""
    return max(one[0] / other[1], other[0] / one[1], Fraction(1)) - 1


def is_surely_near(one: tuple[float, float], other: tuple[float, float]) -> bool:
    """Whether two intervals, known as floats, surely lie no further apart than ``OUTLIER_GAP``."""
    return one[0] < other[1] * _SURELY_NEAR and other[0] < one[1] * _SURELY_NEAR


def is_outvoted(rate: Rate, others: Iterable[Rate], *, is_jump: bool = False) -> bool:
    """Whether *rate* (of one quotation) is an outlier beside *others*, all of one pair and day.

    Args:
        rate: the one that is judged.
        others: what else is known of the pair and day; those that jump themselves left out.
        is_jump: whether the quotation lies apart from its own source's neighbouring days.
    """
    if rate.kind == "peg":
        return False
    voices = _one_for_each_source(others)
    if is_jump:
        return any(not _are_near(rate, other) for other in voices)
    rank = KINDS.index(rate.kind)
    peers = [rate, *(other for other in voices if KINDS.index(other.kind) <= rank)]
    far = [other for other in peers if not _are_near(rate, other)]
    above = min((KINDS.index(other.kind) for other in peers), default=rank)
    if above < rank and all(other in far for other in peers if KINDS.index(other.kind) == above):
        return True
    own = len(_sources_near(rate, peers))
    return any(len(_sources_near(other, peers)) > own for other in far)


def is_apart(quotation: Quotation, neighbours: Iterable[Quotation]) -> bool:
    """Whether *quotation* lies apart from all of its source's *neighbours*, of which there are some."""
    gaps = [gap_between(quotation.bounds, neighbour.bounds) for neighbour in neighbours]
    return bool(gaps) and min(gaps) > OUTLIER_GAP


def disagreements_among(quotations: Sequence[Quotation]) -> list[Disagreement]:
    """Return the pairs among dated *quotations* of one pair of currencies that share a day and disagree."""
    dated = sorted((one for one in quotations if one.as_of is not None), key=_first_day)
    lows, highs = _ranks_of_bounds(dated)
    lasts = [one.last_day or date.max for one in dated]
    found: list[Disagreement] = []
    running: list[int] = []
    new = maker(Disagreement)
    greatest_low, least_high = -inf, inf
    today = date.min
    for place, (day, low, high) in enumerate(zip(map(_first_day, dated), lows, highs, strict=True)):
        if day != today:
            today = day
            running = [other for other in running if lasts[other] >= day]
            greatest_low = max((lows[other] for other in running), default=-inf)
            least_high = min((highs[other] for other in running), default=inf)
        # What meets the greatest low and the least high of all meets each of them.
        if low > least_high or high < greatest_low:
            second = dated[place]
            found += [
                new(dated[other], second, day)
                for other in running
                if highs[other] < low or lows[other] > high
            ]
        running.append(place)
        greatest_low, least_high = max(greatest_low, low), min(least_high, high)
    return found


def _ranks_of_bounds(quotations: Sequence[Quotation]) -> tuple[list[int], list[int]]:
    """Return a whole number for each low and each high: in order, and equal, as the bounds are.

    Two fractions that differ do so by at least one over the product of their denominators: multiplied by the
    square of the greatest denominator they differ by one or more, and so do their whole parts.
    """
    above: list[int] = []
    below: list[int] = []
    for one in quotations:
        low, high = one.printed_bounds
        nominal = one.nominal
        low_above, low_below = low.as_integer_ratio()
        high_above, high_below = high.as_integer_ratio()
        # Whether two meet does not depend on the direction: all are seen in that of the first.
        if one.base == quotations[0].base:
            above += low_above, high_above
            below += low_below * nominal, high_below * nominal
        else:
            above += high_below * nominal, low_below * nominal
            below += high_above, low_above
    scale = max(below, default=1) ** 2
    ranks = [one * scale // other for one, other in zip(above, below, strict=True)]
    return ranks[::2], ranks[1::2]


def _are_near(one: Rate, other: Rate) -> bool:
    return gap_between((one.low, one.high), (other.low, other.high)) <= OUTLIER_GAP


def _one_for_each_source(rates: Iterable[Rate]) -> list[Rate]:
    """Return one voice of each source, its tightest: ten rows of one bank are not ten witnesses."""
    voices: dict[tuple[str, ...], Rate] = {}
    for rate in rates:
        sources = tuple(sorted({leg.source for leg in rate.legs}))
        known = voices.get(sources)
        if known is None or rate.margin < known.margin:
            voices[sources] = rate
    return list(voices.values())


def _sources_near(rate: Rate, voices: Iterable[Rate]) -> set[str]:
    return {leg.source for voice in voices if _are_near(rate, voice) for leg in voice.legs}


def _first_day(quotation: Quotation) -> date:
    return quotation.as_of or date.min


def _inverse(bounds: tuple[Fraction, Fraction]) -> tuple[Fraction, Fraction]:
    return 1 / bounds[1], 1 / bounds[0]
