"""``TickerReadings``: the captures of an archive, one reading after another, or all summed up."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, final

from cafx.core.text import counted
from cafx.ticker.sheet import Sheet, quotation_of, sum_up, value_of
from cafx.values.reading import Readings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from cafx.ticker.grammar import Entry
    from cafx.ticker.reading import Conflict, TickerReading
    from cafx.ticker.scrolls import Scroll
    from cafx.ticker.sheet import Pair, Values
    from cafx.values.quotation import Quotation
    from cafx.values.reading import Rejection

__all__ = ["Capture", "TickerReadings"]


class Capture(NamedTuple):
    """One capture that was read line by line.

    Attributes:
        sheet: its entries.
        day: its day.
        places: the number of each of its lines in the archive.
    """

    sheet: Sheet
    day: date | None
    places: dict[str, int]

    @property
    def entries(self) -> int:
        """How many entries stand in it."""
        return self.sheet.entries

    def statements(self) -> Iterator[tuple[Entry, int]]:
        """Yield each entry that says something new, with the number of its line."""
        for values in self.sheet.values.values():
            for entry, line in values.values():
                yield entry, self.places[line]

    def rejections(self) -> tuple[Rejection, ...]:
        """Return what was not taken."""
        return self.sheet.rejections(self.places.__getitem__)

    def reading(self) -> TickerReading:
        """Return what the capture says."""
        return self.sheet.reading(self.day, self.places.__getitem__)


@final
class TickerReadings(Readings):
    """The readings of an archive, one for each capture, in its order; and what they come to together.

    Iterating reads the archive as it goes and keeps nothing. The attributes read on to its end, and
    keep what differs; captures that were iterated over before are not among them. ``RateBook(...)``
    and ``history.add(...)`` take it as it is, by its ``quotations``.

    Attributes:
        quotations: each price of a pair and day once, the days in order, what has no date last. Of a
            pair whose captures of one day show two prices there is none.
        entries: how many entries stood in the archive.
        repeats: how many of them said again what another of the same day had said.
        conflicts: pairs with two values on one day, each with the lines that show them first.
        rejected: what looked like an entry and was not taken, each text once.

    >>> from cafx import read_tickers
    >>> archive = ["KZT/USD = 0.00194 0%", "09 December 2025"] * 3
    >>> print(read_tickers(archive))
    1 quotation of 1 day (3 entries, 2 repeats, 0 conflicts, 0 rejected)
    """

    def __init__(self, captures: Iterator[Capture | Scroll], source: str) -> None:
        self._captures = captures
        self._source = source

    def __iter__(self) -> Iterator[TickerReading]:
        return self

    def __next__(self) -> TickerReading:
        return next(self._captures).reading()

    @property
    def quotations(self) -> tuple[Quotation, ...]:
        """Each price of a pair and day once, the days in order."""
        return self._sums.quotations

    @property
    def entries(self) -> int:
        """How many entries stood in the archive."""
        return self._sums.entries

    @property
    def repeats(self) -> int:
        """How many entries said again what another of the same day had said."""
        return self._sums.entries - self._sums.statements

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """Pairs with two values on one day."""
        return self._sums.conflicts

    @property
    def rejected(self) -> tuple[Rejection, ...]:
        """What looked like an entry and was not taken, each text once."""
        return self._sums.rejected

    def __str__(self) -> str:
        days = len({quotation.as_of for quotation in self.quotations})
        return (
            f"{counted(len(self.quotations), 'quotation')} of {counted(days, 'day')} "
            f"({counted(self.entries, 'entry', 'entries')}, {counted(self.repeats, 'repeat')}, "
            f"{counted(len(self.conflicts), 'conflict')}, {len(self.rejected)} rejected)"
        )

    @cached_property
    def _sums(self) -> _Sums:
        days: dict[date | None, dict[Pair, Values[int]]] = {}
        rejected: dict[tuple[str, str], Rejection] = {}
        entries = 0
        for capture in self._captures:
            entries += capture.entries
            pairs = days.setdefault(capture.day, {})
            for entry, place in capture.statements():
                values = pairs.setdefault((entry.base, entry.quote), {})
                values.setdefault(value_of(entry), (entry, place))
            for rejection in capture.rejections():
                rejected.setdefault((rejection.text, rejection.reason), rejection)
        # Captures without a date are states of a ticker one after another: they contradict nothing.
        undated = days.pop(None, {})
        sums = [sum_up(days[day], day, self._source, int) for day in sorted(filter(None, days))]
        loose = [
            quotation_of(entry, None, self._source)
            for values in undated.values()
            for entry, _ in values.values()
        ]
        return _Sums(
            tuple(quotation for one in sums for quotation in one.quotations) + tuple(loose),
            tuple(conflict for one in sums for conflict in one.conflicts),
            tuple(rejected.values()),
            entries,
            sum(one.statements for one in sums) + len(loose),
        )


class _Sums(NamedTuple):
    """What a whole archive comes to."""

    quotations: tuple[Quotation, ...]
    conflicts: tuple[Conflict, ...]
    rejected: tuple[Rejection, ...]
    entries: int
    statements: int
