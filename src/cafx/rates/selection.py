"""The rule of choice: which quotations may answer for a day, and which answers best.

Never a later one, none older than the caller allows. Those that cover the day come before older
ones; then by kind; then the newest; then the tightest. ``book`` asks, this room answers.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Final, NamedTuple

from cafx.core.decimals import fraction_of
from cafx.values.quotation import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from fractions import Fraction

    from cafx.values.quotation import Quotation

__all__ = ["Rank", "Series", "rank_of", "series_of", "span_of"]

_KIND_RANK: Final = {kind: rank for rank, kind in enumerate(KINDS)}


class Rank(NamedTuple):
    """How well a quotation, or a route over several, answers for a day; the least is the best."""

    is_older: bool  # it does not cover the day
    kind: int  # place in KINDS
    age: int  # days from its last day to the day asked for
    began: int  # days from its first day to the day asked for; 0 for a peg, which is always new
    spread: Fraction  # high over low: the same for a quotation and its inverse
    length: int  # 0 direct, 1 inverse, 2 cross through the dollar, 3 through another pivot
    name: tuple[str, ...]  # so that the answer never depends on the order of the input

    def joined(self, other: Rank, *, length: int) -> Rank:
        """Give the rank of a route over both: no better than the worse in anything."""
        return Rank(
            self.is_older or other.is_older,
            max(self.kind, other.kind),
            max(self.age, other.age),
            max(self.began, other.began),
            self.spread * other.spread,
            length,
            self.name + other.name,
        )


class Series:
    """The quotations of one pair, source and kind that hold for equally many days, by day.

    In such a series the last one that began on or before a day is always the best one, so that
    two bisections find all that may answer.
    """

    __slots__ = ("_days", "_quotations", "span")

    def __init__(self, quotations: Iterable[Quotation], span: int) -> None:
        self._quotations = sorted(quotations, key=_order)
        self._days = [quotation.as_of.toordinal() for quotation in self._quotations if quotation.as_of]
        self.span = span

    def answering(self, day: int, max_age: int) -> Iterator[Quotation]:
        """Give those that began by *day* and ended at most *max_age* days before it, newest first."""
        last = bisect_right(self._days, day)
        first = bisect_left(self._days, day - max_age - self.span, 0, last)
        return reversed(self._quotations[first:last])

    def neighbours(self, quotation: Quotation, reach: int) -> list[Quotation]:
        """Give the last one before *quotation* and the first one after it, within *reach* days."""
        day = _order(quotation)
        before = bisect_left(self._days, day) - 1
        after = bisect_right(self._days, day)
        return [
            self._quotations[index]
            for index in (before, after)
            if 0 <= index < len(self._days) and abs(self._days[index] - day) <= reach + self.span
        ]

    def holds(self, quotation: Quotation) -> bool:
        """Whether *quotation* is one of this series, by source, kind and span."""
        first = self._quotations[0]
        return (quotation.source, quotation.kind) == (first.source, first.kind) and self.span == span_of(
            quotation
        )

    def last_days(self) -> Iterator[int]:
        """Give the last day of each quotation as an ordinal, the newest first."""
        return (day + self.span for day in reversed(self._days))

    @property
    def newest(self) -> int:
        """The last day that the series knows, as an ordinal."""
        return self._days[-1] + self.span


def series_of(quotations: Iterable[Quotation]) -> tuple[Series, ...]:
    """Sort dated *quotations* of one pair into series."""
    groups: dict[tuple[str, str, int], list[Quotation]] = {}
    for quotation in quotations:
        if quotation.as_of is not None:
            key = (quotation.source, quotation.kind, span_of(quotation))
            groups.setdefault(key, []).append(quotation)
    return tuple(Series(group, span) for (_, _, span), group in groups.items())


def span_of(quotation: Quotation) -> int:
    """Give the days that *quotation* goes on holding after its first."""
    if quotation.through is None or quotation.as_of is None:
        return 0
    return (quotation.through - quotation.as_of).days


def rank_of(quotation: Quotation, day: int, *, is_turned: bool) -> Rank:
    """Rank *quotation* for *day* (an ordinal); *is_turned* where its inverse is asked for.

    A quotation without a date ranks as if it were older than any other.
    """
    low, high = quotation.printed_bounds
    if quotation.as_of is None or quotation.last_day is None:
        age = began = day
    else:
        age = max(0, day - quotation.last_day.toordinal())
        began = 0 if quotation.kind == "peg" else day - quotation.as_of.toordinal()
    return Rank(
        age > 0,
        _KIND_RANK[quotation.kind],
        age,
        began,
        fraction_of(high) / fraction_of(low),
        int(is_turned),
        (str(quotation),),
    )


def _order(quotation: Quotation) -> int:
    return 0 if quotation.as_of is None else quotation.as_of.toordinal()
