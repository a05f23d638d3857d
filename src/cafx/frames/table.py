"""``RateTable``: the rates of many currencies into one, day by day, in one array that engines gather from.

A cell is found by arithmetic alone: ``row * width + (day - first)``. The last row is empty: it answers for
what has no currency or no day.
"""

from __future__ import annotations

from array import array
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from cafx.frames.answers import day_at, day_number, row_of, stretch_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from cafx.core.currency import Currency
    from cafx.frames.answers import Answer, Rule

_NONE: Final = float("nan")

__all__ = ["Calendar", "RateTable", "calendar_of", "codes_of", "table_of"]


class RateTable(NamedTuple):
    """The cells of *codes* (rows) by days from number *first* (columns), then an empty row.

    A day before *first* is looked up as *first*, one after the last column as the last: nothing changes
    there.
    *places* says which of *answers* stands behind a cell, -1 where none does.
    """

    to: Currency
    codes: tuple[Currency, ...]
    first: int
    width: int
    prices: array[float]
    lows: array[float]
    highs: array[float]
    places: array[int]
    answers: tuple[Answer, ...]

    @property
    def last(self) -> int:
        """The number of the day of the last column."""
        return self.first + self.width - 1

    @property
    def nowhere(self) -> int:
        """The place of an empty cell."""
        return len(self.codes) * self.width

    def row(self, code: Currency) -> int:
        """Return the place of the row of *code*; of the empty one where the table has no such row."""
        return self.codes.index(code) if code in self.codes else len(self.codes)

    def offset(self, code: Currency) -> int:
        """Return what is added to the number of a day to find the cell of *code*."""
        return self.row(code) * self.width - self.first

    def place(self, code: Currency, day: date) -> int:
        """Return the place of the cell of *code* for *day*."""
        return self.offset(code) + min(max(day_number(day), self.first), self.last)

    def has_answer_between(self, code: Currency, first: int, last: int) -> bool:
        """Whether any day from number *first* to *last* has an answer."""
        begin = self.row(code) * self.width
        start, end = (begin + min(max(day, self.first), self.last) - self.first for day in (first, last))
        return any(place >= 0 for place in self.places[start : end + 1])


class Calendar(NamedTuple):
    """The cells that have an answer as columns of equal length, for engines that join."""

    codes: list[str]
    days: list[date]
    prices: list[float]
    lows: list[float]
    highs: list[float]
    answers: list[Answer]


def table_of(
    rule: Rule, to: Currency, codes: Iterable[Currency], first: int | None = None, last: int | None = None
) -> RateTable:
    """Return the rates of *codes* into *to* for days from number *first* to *last*, and none for others.

    A limit that is None is none: what the book knows up to there, or from there on.
    """
    return _table(rule, to, tuple(sorted(set(codes))), first, last)


@lru_cache(maxsize=32)
def _table(
    rule: Rule, to: Currency, rows: tuple[Currency, ...], first: int | None, last: int | None
) -> RateTable:
    begin, end = stretch_of(rule.book, rule.max_age)
    begin -= 1  # a day on which nothing answers yet stands for all before it
    if first is not None:
        begin = max(begin, first - 1)
    end = max(begin, end if last is None else min(end, last + 1))
    width = end - begin + 1
    prices, lows, highs, places = array("d"), array("d"), array("d"), array("i")
    answers: dict[Answer, int] = {}
    for code in rows:
        row = row_of(rule, code, to, begin, end)
        prices += row.prices
        lows += row.lows
        highs += row.highs
        numbers = [answers.setdefault(answer, len(answers)) for answer in row.answers] + [-1]
        places.extend(numbers[place] for place in row.places)
        start = len(prices) - width
        if first is not None and begin < first:
            prices[start] = lows[start] = highs[start] = _NONE
            places[start] = -1
        if last is not None and end > last:
            prices[-1] = lows[-1] = highs[-1] = _NONE
            places[-1] = -1
    empty = array("d", [_NONE]) * width
    return RateTable(
        to,
        rows,
        begin,
        width,
        prices + empty,
        lows + empty,
        highs + empty,
        places + array("i", [-1]) * width,
        tuple(answers),
    )


def codes_of(rule: Rule, to: Currency) -> tuple[Currency, ...]:
    """Return every currency that the book knows, and *to*: those of a frame that cannot be looked through."""
    return tuple(sorted({to, *(code for pair in rule.book.pairs() for code in pair)}))


def calendar_of(table: RateTable) -> Calendar:
    """Return the cells of *table* that have an answer, one currency after another, by day."""
    found = list(_answered(table))
    return Calendar(
        [code for code, _, _ in found],
        [day for _, day, _ in found],
        [table.prices[place] for _, _, place in found],
        [table.lows[place] for _, _, place in found],
        [table.highs[place] for _, _, place in found],
        [table.answers[table.places[place]] for _, _, place in found],
    )


def _answered(table: RateTable) -> Iterator[tuple[str, date, int]]:
    for row, code in enumerate(table.codes):
        name = str(code)
        for column in range(table.width):
            place = row * table.width + column
            if table.places[place] >= 0:
                yield name, day_at(table.first + column), place
