"""What a book holds of one pair, sorted so that two bisections find all that may answer for a day.

Same-day corrections are settled here. Of one source, kind, pair and day the quotation read later
(``observed_at``) counts, one without a moment as the earliest; what it replaces is *superseded*. Where the
newest of a day were read at one moment and their bounds do not meet, none of them answers: they are *tied*,
and the book lists them as a disagreement.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import UTC, date, datetime
from itertools import chain, groupby
from operator import lt
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

from cafx.rates.calendars import days_in_force
from cafx.values.quotation import Quotation
from cafx.values.reading import quotations_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from cafx.core.currency import Currency
    from cafx.values.quotation import Kind
    from cafx.values.reading import Quotations

__all__ = ["PairQuotations", "Series", "Table", "days_of", "quotations_by_pair"]

_BEGINNING: Final = datetime.min.replace(tzinfo=UTC)
_WEEK: Final = 7
#: No rate is in force for more days after its own than one that is set once a week.
_MOST_DAYS_AFTER: Final = _WEEK - 1
_LONG_GAP: Final = 60


class Table(Protocol):
    """Rows of one pair that become quotations only when they are asked for, such as the bundled ones."""

    def series(self) -> Iterable[Series]:
        """Return the rows as series, none of which has two rows for a day."""


class Day(NamedTuple):
    """The quotations of a series for one day, after corrections."""

    counting: tuple[Quotation, ...]
    superseded: tuple[Quotation, ...]
    is_tied: bool


class Series:
    """The quotations of one pair, source and kind that hold for equally many days, by day.

    The last one that began on or before a day is then always the best one.

    Args:
        source: whose.
        kind: of which kind.
        span: the days that each holds after its first; None where it says no last day.
        days: the first days as ordinals, ascending; equal where several quotations are for one day.
        quotations: in the same order; rows of a table may become quotations when they are asked for.
        bounds: the lowest and highest price of the quotation at an index, for one unit, as floats.
    """

    __slots__ = (
        "_after",
        "_bounds",
        "_bounds_of",
        "days",
        "has_rivals",
        "is_disjoint",
        "kind",
        "quotations",
        "source",
        "span",
    )

    def __init__(  # noqa: PLR0917 -- one for each part of the key, and what it holds
        self,
        source: str,
        kind: Kind,
        span: int | None,
        days: Sequence[int],
        quotations: Sequence[Quotation],
        bounds: Callable[[int], tuple[float, float]] | None = None,
    ) -> None:
        self.source = source
        self.kind = kind
        self.span = span or 0
        self.days = days
        self.quotations = quotations
        self._bounds_of = bounds or self._float_bounds
        self._bounds: dict[int, tuple[float, float]] = {}
        self._after = days_in_force(source) if kind == "official" and span is None else ()
        #: Whether no two of its quotations are for one day by their own account.
        self.is_disjoint = all(map(lt, [day + self.span for day in days] if span else days, days[1:]))
        #: Whether two of them begin on one day.
        self.has_rivals = not self.is_disjoint and len(set(days)) < len(days)

    def end(self, index: int) -> int:
        """Return the last day in force of the quotation at *index*, as an ordinal."""
        day = self.days[index]
        for since, by_weekday in reversed(self._after):
            if since <= day:
                return day + by_weekday[(day - 1) % _WEEK]
        return day + self.span

    def ends(self, indexes: range) -> list[int]:
        """Return the last days in force of the quotations at *indexes*: cheaper than each by itself."""
        if self._after:
            return [self.end(index) for index in indexes]
        return [day + self.span for day in self.days[indexes.start : indexes.stop]]

    def bounds(self, index: int) -> tuple[float, float]:
        """Return low and high of the quotation at *index* for one unit of its base, as floats."""
        known = self._bounds.get(index)
        if known is None:
            known = self._bounds[index] = self._bounds_of(index)
        return known

    def answering(self, day: int, max_age: int) -> range:
        """Return the indexes of what began by *day* and was last in force at most *max_age* days before."""
        last = bisect_right(self.days, day)
        reach = _MOST_DAYS_AFTER if self._after else self.span
        first = bisect_left(self.days, day - max_age - reach, 0, last)
        while first < last and self.end(first) < day - max_age:
            first += 1
        return range(first, last)

    def overlapping(self, first: int, last: int) -> range:
        """Return the indexes of what is for a day from *first* to *last* by its own account."""
        return range(bisect_left(self.days, first - self.span), bisect_right(self.days, last))

    def neighbours(self, index: int, reach: int) -> list[int]:
        """Return the indexes of the last one before *index* and the first after it, within *reach* days."""
        day = self.days[index]
        around = bisect_left(self.days, day) - 1, bisect_right(self.days, day)
        return [
            near
            for near in around
            if 0 <= near < len(self.days) and abs(self.days[near] - day) <= reach + self.span
        ]

    def stretches(self) -> Iterator[tuple[int, int]]:
        """Return the stretches of days without a long gap, each by its first and last day in force."""
        first = last = self.days[0]
        for day, end in zip(self.days, self.ends(range(len(self.days))), strict=True):
            if day > last + _LONG_GAP:
                yield first, last
                first = day
            last = end
        yield first, last

    def in_force_or_next(self, day: int, last: int) -> int | None:
        """Return the index of what is in force on *day*, else of the first after it that began by *last*."""
        index = bisect_right(self.days, day) - 1
        if index < 0 or self.end(index) < day:
            index += 1
        return index if index < len(self.days) and self.days[index] <= last else None

    def _float_bounds(self, index: int) -> tuple[float, float]:
        quotation = self.quotations[index]
        low, high = quotation.printed_bounds
        return float(low) / quotation.nominal, float(high) / quotation.nominal


class PairQuotations:
    """All that a book holds of one pair, in the direction in which it is quoted.

    Args:
        pair: base and quote.
        quotations: in any order, equal ones among them.
        tables: rows that become quotations when they are asked for.
    """

    __slots__ = ("_reaches", "_settled", "given", "pair", "tables")

    def __init__(
        self,
        pair: tuple[Currency, Currency],
        quotations: Sequence[Quotation] = (),
        tables: Sequence[Table] = (),
    ) -> None:
        self.pair = pair
        #: What was given, as one sequence from each book that was merged: joined when it is first asked for.
        self.given: tuple[Sequence[Quotation], ...] = (quotations,) if quotations else ()
        self.tables = tables
        self._settled: _Settled | None = None
        self._reaches: dict[int, tuple[list[int], list[tuple[Series, ...]]]] = {}

    def merged(self, others: Iterable[PairQuotations]) -> PairQuotations:
        """Return what all of them hold, of one pair."""
        parts = [self, *others]
        given = [quotations for part in parts for quotations in part.given]
        tables = dict.fromkeys(table for part in parts for table in part.tables)
        if len(tables) == len(self.tables) and len(given) == len(self.given):
            return self
        merged = PairQuotations(self.pair, (), tuple(tables))
        merged.given = tuple(given)
        return merged

    @property
    def series(self) -> tuple[Series, ...]:
        """What may answer: the dated quotations that count and are not tied."""
        return self._settle().series

    def series_near(self, day: int, max_age: int) -> tuple[Series, ...]:
        """Return the series that have something in force on *day*, or at most *max_age* days before."""
        known = self._reaches.get(max_age) or self._reach(max_age)
        return known[1][bisect_right(known[0], day)]

    def turns(self, max_age: int) -> list[int]:
        """Return the days on which ``series_near`` changes."""
        return self._reach(max_age)[0]

    def _reach(self, max_age: int) -> tuple[list[int], list[tuple[Series, ...]]]:
        known = self._reaches.get(max_age)
        if known is None:
            known = self._reaches[max_age] = _reaches_of(self.series, max_age)
        return known

    @property
    def undated(self) -> tuple[Quotation, ...]:
        """The quotations without a day."""
        return self._settle().undated

    @property
    def tied(self) -> tuple[Quotation, ...]:
        """The quotations of a day that were read at one moment and do not meet: none of them answers."""
        return self._settle().tied

    @property
    def superseded(self) -> tuple[Quotation, ...]:
        """The quotations that a later reading of the same day corrected."""
        return self._settle().superseded

    def __iter__(self) -> Iterator[Quotation]:
        """Iterate over what counts, by day; what has none comes last."""
        settled = self._settle()
        dated = chain(*(series.quotations for series in settled.series), settled.tied)
        return chain(sorted(dated, key=_first_day), settled.undated)

    def __len__(self) -> int:
        settled = self._settle()
        return sum(len(series.days) for series in settled.series) + len(settled.tied) + len(settled.undated)

    def find(self, quotation: Quotation) -> tuple[Series, int] | None:
        """Return the series and the index of a quotation that may answer."""
        day, span = days_of(quotation)
        for series in self.series:
            if (series.source, series.kind, series.span) != (quotation.source, quotation.kind, span or 0):
                continue
            for index in range(bisect_left(series.days, day), bisect_right(series.days, day)):
                if series.quotations[index] == quotation:
                    return series, index
        return None

    def _settle(self) -> _Settled:
        settled = self._settled
        if settled is None:
            settled = self._settled = _settled(chain.from_iterable(self.given), self.tables)
        return settled


def quotations_by_pair(quotations: Quotations) -> dict[tuple[Currency, Currency], PairQuotations]:
    """Return quotations, and readings of them, sorted by pair.

    Raises:
        TypeError: what is not made of quotations.
    """
    if isinstance(quotations, Quotation):
        message = "a book holds quotations: pass a list, such as [quotation]"
        raise TypeError(message)
    given: dict[tuple[Currency, Currency], list[Quotation]] = {}
    for quotation in quotations_in(quotations):
        if not isinstance(quotation, Quotation):
            remedy = ": read_ticker(page) reads text" if isinstance(quotation, str) else ""
            message = f"a book holds quotations, not {type(quotation).__name__}{remedy}"
            raise TypeError(message)
        given.setdefault((quotation.base, quotation.quote), []).append(quotation)
    return {pair: PairQuotations(pair, known) for pair, known in given.items()}


class _Settled(NamedTuple):
    series: tuple[Series, ...]
    tied: tuple[Quotation, ...]
    superseded: tuple[Quotation, ...]
    undated: tuple[Quotation, ...]


def _reaches_of(series: Sequence[Series], max_age: int) -> tuple[list[int], list[tuple[Series, ...]]]:
    """Return the days on which other series may answer, and those before the first and from each on."""
    turns: dict[int, list[tuple[Series, bool]]] = {}
    for one in series:
        for first, last in one.stretches():
            turns.setdefault(first, []).append((one, True))
            turns.setdefault(last + max_age + 1, []).append((one, False))
    near: dict[Series, int] = {}
    found: list[tuple[Series, ...]] = [()]
    days = sorted(turns)
    for day in days:
        for one, is_start in turns[day]:
            near[one] = near.get(one, 0) + (1 if is_start else -1)
        found.append(tuple(one for one, times in near.items() if times))
        near = {one: times for one, times in near.items() if times}
    return days, found


def days_of(quotation: Quotation) -> tuple[int, int | None]:
    """Return the first day as an ordinal, 0 where unknown, and for how many days after it, where said."""
    if quotation.as_of is None:
        return 0, None
    first = quotation.as_of.toordinal()
    return first, None if quotation.through is None else quotation.through.toordinal() - first


_Key = tuple[str, str, int | None]


def _settled(given: Iterable[Quotation], tables: Sequence[Table]) -> _Settled:
    """Sort what is known of a pair into series, and settle the corrections."""
    groups: dict[_Key, list[Quotation]] = {}
    undated: dict[Quotation, None] = {}
    for quotation in given:
        if quotation.as_of is None:
            undated[quotation] = None
            continue
        span = None if quotation.through is None else (quotation.through - quotation.as_of).days
        groups.setdefault((quotation.source, quotation.kind, span), []).append(quotation)
    series: list[Series] = []
    for one in chain.from_iterable(table.series() for table in tables):
        rivals = groups.get((one.source, one.kind, one.span))
        if rivals is None:
            series.append(one)
        else:  # rows of the table are among what was given, or are corrected by it
            rivals.extend(one.quotations)
    tied: list[Quotation] = []
    superseded: list[Quotation] = []
    for key, group in groups.items():
        group.sort(key=_first_day)
        counting, days = group, _ordinals(group)
        if not all(map(lt, days, days[1:])):  # mostly each is of another day, and there is nothing to settle
            counting = []
            for _, of_day in groupby(group, key=_first_day):
                same_day = list(of_day)
                settled = (
                    _settle_day(same_day) if len(same_day) > 1 else Day(tuple(same_day), (), is_tied=False)
                )
                superseded += settled.superseded
                (tied if settled.is_tied else counting).extend(settled.counting)
            days = _ordinals(counting)
        if counting:
            series.append(Series(*key, days, counting))  # type: ignore[arg-type]  # the kind of a quotation
    return _Settled(tuple(series), tuple(tied), tuple(superseded), tuple(undated))


def _ordinals(quotations: Sequence[Quotation]) -> list[int]:
    return [quotation.as_of.toordinal() for quotation in quotations if quotation.as_of is not None]


def _settle_day(quotations: Sequence[Quotation]) -> Day:
    """Return which of the quotations of one source, pair, span and day count."""
    read: dict[Quotation, Quotation] = {}
    for quotation in quotations:  # equal ones may have been read at several moments
        seen = read.get(quotation)
        if seen is None or _moment(quotation) > _moment(seen):
            read[quotation] = quotation
    newest = max(map(_moment, read.values()))
    # Sorted, so that nothing depends on the order of merging.
    known = sorted(read.values(), key=str)
    counting = tuple(quotation for quotation in known if _moment(quotation) == newest)
    superseded = tuple(quotation for quotation in known if _moment(quotation) != newest)
    bounds = [quotation.bounds for quotation in counting]
    is_tied = max(low for low, _ in bounds) > min(high for _, high in bounds)
    return Day(counting, superseded, is_tied)


def _moment(quotation: Quotation) -> datetime:
    return quotation.observed_at or _BEGINNING


def _first_day(quotation: Quotation) -> date:
    return quotation.as_of or date.min
