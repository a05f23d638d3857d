"""The ways from one currency to another: direct, inverse, and crosses; and which is best on a day.

What may answer and what ranks higher is the rule of ``selection``; here it is asked. A quotation that is
about to answer is judged first (``outliers``), and one that is carried gets its widening (``carrying``).
"""

from __future__ import annotations

from bisect import bisect_right
from datetime import date, timedelta
from decimal import Decimal
from heapq import merge
from itertools import groupby, islice
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from cafx.core.currency import Currency
from cafx.rates.carrying import widening
from cafx.rates.outliers import is_apart, is_outvoted, is_surely_near
from cafx.rates.selection import MAX_AGE, THROUGH_DOLLAR, THROUGH_OTHERS, Rank, rank_of
from cafx.values.rate import Rate, rate_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cafx.rates.series import PairQuotations, Series
    from cafx.values.quotation import Quotation

__all__ = ["Pair", "Ways", "directions"]

_ZERO: Final = Decimal(0)
_PIVOT: Final = Currency("USD")

Pair: TypeAlias = tuple[Currency, Currency]


class _Leg(NamedTuple):
    """A quotation on the way, and how it stands on the day."""

    quotation: Quotation
    power: int  # 1 as printed, -1 its inverse
    age: int
    series: Series | None  # None for one without a day


class _Candidate(NamedTuple):
    """What may answer, and where it stands in its series."""

    rank: Rank
    series: Series
    place: int
    power: int


_Way: TypeAlias = tuple[Rank, tuple[_Leg, ...]]


class Ways:
    """Finds what answers, among what is known of each pair; what it works out on the way it keeps."""

    __slots__ = ("_alone", "_by_pair", "_near", "_pivots_of", "_verdicts", "_widenings")

    def __init__(self, by_pair: Mapping[Pair, PairQuotations]) -> None:
        near: dict[Currency, set[Currency]] = {}
        for base, quote in by_pair:
            near.setdefault(base, set()).add(quote)
            near.setdefault(quote, set()).add(base)
        self._by_pair = by_pair
        self._near = near
        self._pivots_of: dict[Pair, frozenset[Currency]] = {}
        self._alone: dict[Series, tuple[list[int], list[bool]]] = {}
        self._verdicts: dict[tuple[Series, int], bool] = {}
        self._widenings: dict[tuple[Quotation, int], Decimal] = {}

    def answer(self, base: Currency, quote: Currency, on: date | None, max_age: timedelta) -> Rate | None:
        """Return what answers on a day, or on the newest day on which anything does; None where nothing."""
        if on is not None:
            return self.on_day(base, quote, on.toordinal(), max_age.days)
        for day in self._known_days(base, quote, max_age.days):
            rate = self.on_day(base, quote, day, max_age.days)
            if rate is not None:
                return rate
        way = self._best(base, quote, None, 0)
        return None if way is None else self._rate_from(base, quote, way, None)

    def on_day(self, base: Currency, quote: Currency, day: int, max_age: int) -> Rate | None:
        """Return what answers on a day (an ordinal), at most *max_age* days old; None where nothing does."""
        # What is in force comes before all that is older, so that mostly nothing else is looked at.
        way = self._best(base, quote, day, 0) or self._best(base, quote, day, max_age)
        return None if way is None else self._rate_from(base, quote, way, day)

    def _rate_from(self, base: Currency, quote: Currency, way: _Way, day: int | None) -> Rate:
        rank, legs = way
        asked = None if day is None else date.fromordinal(day)
        quotations, powers = rank.quotations, tuple([leg.power for leg in legs])
        if not rank.standing[0] or day is None:
            return rate_of(base, quote, quotations, powers, asked)
        ages = tuple(leg.age for leg in legs)
        shares = tuple(self._widening_of(leg, day) for leg in legs)
        return rate_of(base, quote, quotations, powers, asked, ages, shares if any(shares) else ())

    def _best(self, base: Currency, quote: Currency, day: int | None, max_age: int) -> _Way | None:
        """Return the best way from *base* to *quote*; *day* None: over quotations without a day."""
        best = self._direct(base, quote, day, max_age)
        for pivot in self.pivots(base, quote):
            way = self._crossed(base, pivot, quote, day, max_age)
            if way is not None and (best is None or way[0] < best[0]):
                best = way
        return best

    def _direct(
        self, base: Currency, quote: Currency, day: int | None, max_age: int, *, is_judged: bool = True
    ) -> _Way | None:
        """Return the best quotation of the pair, as printed or its inverse, that is not an outlier."""
        if day is None:
            ways = [way for pair, power in directions(base, quote) for way in self._undated(pair, power)]
            return min(ways, default=None, key=_by_rank)
        # The best of each series; a worse one is looked at only where that is an outlier, so that only
        # what is about to answer is ever judged.
        heads: list[_Candidate] = []
        for pair, power in directions(base, quote):
            known = self._by_pair.get(pair)
            for series in () if known is None else known.series_near(day, max_age):
                indexes = series.answering(day, max_age)
                if indexes and series.has_rivals:
                    heads.append(next(_ranked(series, indexes, day, power)))
                elif indexes:
                    heads.append(_candidate(series, indexes[-1], day, power))
        rest: dict[Series, Iterator[_Candidate]] = {}
        while heads:
            best = heads[0] if len(heads) == 1 else min(heads, key=_rank)
            series = best.series
            if not is_judged or not self.is_outlier(series, best.place):
                leg = _Leg(series.quotations[best.place], best.power, best.rank.standing[2], series)
                return best.rank, (leg,)
            heads.remove(best)
            if series not in rest:
                rest[series] = _ranked(series, series.answering(day, max_age), day, best.power)
                next(rest[series])
            heads.extend(islice(rest[series], 1))
        return None

    def _undated(self, pair: Pair, power: int) -> Iterator[_Way]:
        known = self._by_pair.get(pair)
        for quotation in () if known is None else known.undated:
            rank = rank_of(quotation, age=0, began=0, is_inverse=power < 0)
            yield rank, (_Leg(quotation, power, 0, None),)

    def _crossed(
        self, base: Currency, pivot: Currency, quote: Currency, day: int | None, max_age: int
    ) -> _Way | None:
        first = self._direct(base, pivot, day, max_age)
        second = first and self._direct(pivot, quote, day, max_age)
        if first is None or second is None:
            return None
        length = THROUGH_DOLLAR if pivot == _PIVOT else THROUGH_OTHERS
        return first[0].joined(second[0], length=length), first[1] + second[1]

    def _widening_of(self, leg: _Leg, day: int) -> Decimal:
        """Return by which share the bounds of a leg grow on *day*."""
        if leg.age == 0 or leg.series is None:
            return _ZERO
        key = leg.quotation, leg.age
        share = self._widenings.get(key)
        if share is None:
            pair = leg.quotation.base, leg.quotation.quote
            share = widening(leg.series, day - leg.age, leg.age, self.series_of_both(pair))
            self._widenings[key] = share
        return share

    def series_of_both(self, pair: Pair) -> list[Series]:
        """Return what is known of a pair, quoted as it is or as its inverse."""
        known = (self._by_pair.get(pair), self._by_pair.get(pair[::-1]))
        return [series for one in known if one is not None for series in one.series]

    def is_outlier(self, series: Series, index: int) -> bool:
        """Whether other sources contradict a quotation on its own days; judged once."""
        turns, is_alone = self._days_alone(series)
        if is_alone[bisect_right(turns, series.days[index] + series.span)]:
            return False
        verdict = self._verdicts.get((series, index))
        if verdict is None:
            verdict = self._verdicts[series, index] = self._is_contradicted(series, index)
        return verdict

    def _is_contradicted(self, series: Series, index: int) -> bool:
        """Whether the other estimates of the pair on a quotation's days contradict it."""
        quotation = series.quotations[index]
        pair = quotation.base, quotation.quote
        first = series.days[index]
        last = first + series.span
        others = []
        for one_pair, power in directions(*pair):
            known = self._by_pair.get(one_pair)
            for one in () if known is None else known.series_near(last, series.span):
                for other in one.overlapping(first, last):
                    if other != index or one is not series:
                        others.append((one, other, power > 0))  # noqa: PERF401 -- three loops read better
        cross = self._cross_on(pair, last, series.span)
        if not others and cross is None:
            return False
        # Mostly nothing is far off, which floats tell as well as fractions: only the rest is judged exactly.
        bounds = series.bounds(index)
        estimates = [_in_direction(one.bounds(other), is_same) for one, other, is_same in others]
        if cross is not None:
            estimates.append((float(cross.low), float(cross.high)))
        if all(is_surely_near(bounds, estimate) for estimate in estimates):
            return False
        rates = [
            Rate(*pair, (one.quotations[other],)) for one, other, _ in others if not self._is_jump(one, other)
        ]
        if cross is not None:
            rates.append(cross)
        return bool(rates) and is_outvoted(Rate.of(quotation), rates, is_jump=self._is_jump(series, index))

    def _days_alone(self, series: Series) -> tuple[list[int], list[bool]]:
        """Return the days from which on a series is, or is not, all that is known of its pair.

        It is never said to be where its own quotations overlap, or where a cross through the dollar exists.
        """
        known = self._alone.get(series)
        if known is None:
            quotation = series.quotations[0]
            pair = quotation.base, quotation.quote
            known = [], [False]
            if series.is_disjoint and _PIVOT in pair:
                sides = [self._by_pair[one] for one, _ in directions(*pair) if one in self._by_pair]
                turns = sorted({turn for side in sides for turn in side.turns(series.span)})
                near = [[side.series_near(turn, series.span) for side in sides] for turn in turns]
                known = turns, [False, *(sum(map(len, found)) == 1 for found in near)]
            self._alone[series] = known
        return known

    def _cross_on(self, pair: Pair, day: int, max_age: int) -> Rate | None:
        """Return the pair's cross through the dollar, of quotations that are not judged themselves."""
        if _PIVOT in pair:
            return None
        base, quote = pair
        first = self._direct(base, _PIVOT, day, max_age, is_judged=False)
        second = first and self._direct(_PIVOT, quote, day, max_age, is_judged=False)
        if first is None or second is None:
            return None
        legs = first[1] + second[1]
        return Rate(base, quote, tuple(leg.quotation for leg in legs), tuple(leg.power for leg in legs))

    def _is_jump(self, series: Series, index: int) -> bool:
        """Whether a quotation lies apart from its own source's days before and after it."""
        near = [series.quotations[other] for other in series.neighbours(index, MAX_AGE.days)]
        return is_apart(series.quotations[index], near)

    def _known_days(self, base: Currency, quote: Currency, max_age: int) -> Iterator[int]:
        """Return the days that a quotation on any way is for, the newest first, from where all legs reach."""
        ways = [((base, quote),), *(((base, pivot), (pivot, quote)) for pivot in self.pivots(base, quote))]
        legs = [[self.series_of_both(pair) for pair in way] for way in ways]
        # A way reaches as far as the leg that ends first, and as long after as it may be carried.
        reach = max(
            (
                min(max((one.end(len(one.days) - 1) for one in leg), default=0) for leg in way) + max_age
                for way in legs
            ),
            default=0,
        )
        newest_first = merge(
            *(_named_days(one, reach) for way in legs for leg in way for one in leg),
            reverse=True,
        )
        return (day for day, _ in groupby(newest_first))

    def currencies(self) -> tuple[Currency, ...]:
        """Return the currencies that are quoted in any pair, sorted."""
        return tuple(sorted(self._near))

    def pivots(self, base: Currency, quote: Currency) -> frozenset[Currency]:
        """Return the currencies that both are quoted against, other than each other."""
        pivots = self._pivots_of.get((base, quote))
        if pivots is None:
            near = self._near.get(base, set()), self._near.get(quote, set())
            pivots = self._pivots_of[base, quote] = frozenset(near[0] & near[1])
        return pivots

    def reach(self, base: Currency, quote: Currency) -> tuple[date, date] | None:
        """Return the first and the last day that the quotations of a pair name; None where there are none."""
        series = self.series_of_both((base, quote))
        if not series:
            return None
        first = min(one.days[0] for one in series)
        return date.fromordinal(first), date.fromordinal(
            max(max(_named_days(one, date.max.toordinal())) for one in series)
        )

    def days_of_change(
        self, base: Currency, quote: Currency, first: int, last: int, max_age: timedelta
    ) -> set[int]:
        """Return the days after *first* to *last* (ordinals) on which an answer for the pair may change.

        These are the first days of the quotations on any way, the days after their last in force, and the
        days on which they are too old.
        """
        found: set[int] = set()
        ways = [((base, quote),), *(((base, pivot), (pivot, quote)) for pivot in self.pivots(base, quote))]
        for series in {one for way in ways for pair in way for one in self.series_of_both(pair)}:
            indexes = series.answering(last, last - first + max_age.days)
            ends = [end + 1 for end in series.ends(indexes)]
            found.update(series.days[indexes.start : indexes.stop])
            found.update(ends)
            found.update([end + max_age.days for end in ends])
        return {day for day in found if first < day <= last}

    def known_of(self, base: Currency, quote: Currency) -> tuple[str, bool]:
        """Return in words what is known of a pair, or of its sides, and whether it is enough."""
        pairs = [(base, quote)]
        if not self._series_or_undated(base, quote):
            pairs = [(currency, _PIVOT) for currency in (base, quote) if currency != _PIVOT]
        texts, is_known = [], True
        for one, other in pairs:
            series = self.series_of_both((one, other))
            if series:
                first = min(each.days[0] for each in series)
                last = max(each.days[-1] + each.span for each in series)
                end = "on" if last == date.max.toordinal() else f"to {date.fromordinal(last)}"
                texts.append(f"{one}/{other} is known from {date.fromordinal(first)} {end}")
            elif any(self._by_pair[pair].tied for pair, _ in directions(one, other) if pair in self._by_pair):
                texts.append(f"sources of {one}/{other} say two prices for a day: see disagreements()")
            elif self._series_or_undated(one, other):
                texts.append(f"{one}/{other} is known without a date: read it with as_of=")
            else:
                texts.append(f"nothing is known of {one}/{other}")
                is_known = False
        return ", ".join(texts), is_known

    def _series_or_undated(self, base: Currency, quote: Currency) -> bool:
        return any(
            pair in self._by_pair and len(self._by_pair[pair]) > 0 for pair, _ in directions(base, quote)
        )


def directions(base: Currency, quote: Currency) -> tuple[tuple[Pair, int], tuple[Pair, int]]:
    """Return the pair as it is and its inverse, each with the power of a leg that is quoted so."""
    return ((base, quote), 1), ((quote, base), -1)


def _named_days(series: Series, reach: int) -> Iterator[int]:
    """Return the newest day that each quotation names: its last, or its first where it has no end."""
    for first in reversed(series.days):
        last = first + series.span
        day = first if last == date.max.toordinal() else last
        if day <= reach:
            yield day


def _in_direction(bounds: tuple[float, float], is_same: bool) -> tuple[float, float]:  # noqa: FBT001
    return bounds if is_same else (1 / bounds[1], 1 / bounds[0])


def _by_rank(way: _Way) -> Rank:
    return way[0]


def _ranked(series: Series, indexes: range, day: int, power: int) -> Iterator[_Candidate]:
    """Return what may answer of a series, the best first: the newest, and of one day the tightest."""
    for _, same_day in groupby(reversed(indexes), key=series.days.__getitem__):
        yield from sorted((_candidate(series, index, day, power) for index in same_day), key=_rank)


def _candidate(series: Series, index: int, day: int, power: int) -> _Candidate:
    age = day - series.end(index)
    rank = rank_of(
        series.quotations[index],
        age=max(0, age),
        began=day - series.days[index],
        is_inverse=power < 0,
    )
    return _Candidate(rank, series, index, power)


def _rank(candidate: _Candidate) -> Rank:
    return candidate.rank
