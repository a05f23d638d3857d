"""Do quotations of one pair and day agree? Disagreements are listed; an outlier does not answer.

A quotation is judged only by estimates at least as authoritative as itself: other quotations of
the pair, and the cross through the pivot. It is an outlier where it lies apart from one of them
that is of a better kind, or that more sources agree with. With one voice against one of the same
kind nothing is guessed: both stay, and the disagreement is listed.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from cafx.quotation import Quotation
    from cafx.rate import Rate

from cafx.quotation import KINDS

__all__ = ["OUTLIER_GAP", "Disagreement", "disagreements_among", "gap_between", "is_outvoted"]

#: How far apart two intervals must lie for one of them to be an outlier. The banks' crosses agree
#: within 0.5 %; CBU's slip on TMT of 2026-04-01 was 14 % off, a decimal point lost is 900 %.
OUTLIER_GAP: Final = Fraction(5, 100)


class Disagreement(NamedTuple):
    """Two quotations of one pair and day whose bounds do not meet."""

    first: Quotation
    second: Quotation
    day: date
    gap: Fraction  # the space between the bounds, as a share of the price

    def __str__(self) -> str:
        return f"{self.day.isoformat()}: {self.first} but {self.second}, {float(self.gap):.2%} apart"


def gap_between(one: tuple[Fraction, Fraction], other: tuple[Fraction, Fraction]) -> Fraction:
    """Give the space between two intervals as a share of the price, 0 where they meet."""
    return max(one[0] / other[1], other[0] / one[1], Fraction(1)) - 1


def is_outvoted(rate: Rate, others: Iterable[Rate]) -> bool:
    """Whether *rate* (of one quotation) is an outlier beside *others*, all of one pair and day."""
    rank = KINDS.index(rate.kind)
    if rate.kind == "peg":
        return False
    voices = [rate, *(other for other in others if KINDS.index(other.kind) <= rank)]
    own = _sources_near(rate, voices)
    return any(
        other.kind != rate.kind or len(_sources_near(other, voices)) > len(own)
        for other in voices
        if not _are_near(rate, other)
    )


def disagreements_among(quotations: Sequence[Quotation]) -> list[Disagreement]:
    """List the pairs among dated *quotations* of one pair of currencies that share a day and disagree."""
    ordered = sorted(quotations, key=lambda quotation: str(quotation.as_of))
    found: list[Disagreement] = []
    running: list[Quotation] = []
    for quotation in ordered:
        day = quotation.as_of
        if day is None:
            continue
        running = [other for other in running if other.covers(day)]
        for other in running:
            bounds = quotation.bounds if quotation.base == other.base else _turned(quotation.bounds)
            gap = gap_between(other.bounds, bounds)
            if gap:
                found.append(Disagreement(other, quotation, day, gap))
        running.append(quotation)
    return found


def _are_near(one: Rate, other: Rate) -> bool:
    return gap_between((one.low, one.high), (other.low, other.high)) <= OUTLIER_GAP


def _sources_near(rate: Rate, voices: Iterable[Rate]) -> set[str]:
    return {leg.source for voice in voices if _are_near(rate, voice) for leg in voice.legs}


def _turned(bounds: tuple[Fraction, Fraction]) -> tuple[Fraction, Fraction]:
    return 1 / bounds[1], 1 / bounds[0]
