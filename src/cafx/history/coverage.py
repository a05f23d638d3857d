"""Which days of a source are kept, which are kept whole, and which are known to have no table."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from cafx.errors import HistoryError
from cafx.history.months import read_months
from cafx.history.quarantine import waiting_cases
from cafx.history.rows import Cell, checksum_of
from cafx.history.schema import insert, select
from cafx.history.totals import Sum, add_to_total, total_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from cafx.history.rows import StoredQuotation
    from cafx.sources import Source

__all__ = [
    "EMPTY_DAY",
    "SETTLED",
    "add_empty_days",
    "complete_days",
    "empty_days",
    "kept_days",
    "write_empty_days",
]

#: A day without a table is believed to stay so when it is asked for so long afterwards: tables of
#: the last days still come, after a holiday or a fault of the bank's.
SETTLED: Final = timedelta(days=7)

_WEEK: Final = 7
#: The columns of an empty day, but for the checksum.
EMPTY_DAY: Final = ("source", "day", "asked_at")


def kept_days(connection: sqlite3.Connection, source: str) -> frozenset[date]:
    """Return the days for which something of the source with that name is in force."""
    days = {
        one.stored.as_of
        for month in read_months(connection, {"source": source})
        for one in month
        if one.is_in_force
    }
    return frozenset(date.fromisoformat(day) for day in days if day)


def complete_days(connection: sqlite3.Connection, source: Source, start: date, end: date) -> frozenset[date]:
    """Return the days for which every currency of *source* that there was is in force, or awaits a decision.

    A day off counts with the last table before it: it has none of its own. So does a day that is
    known to have no table.
    """
    since = date.fromordinal(max(1, start.toordinal() - _WEEK))  # no run of days off is longer
    first, last = since.isoformat(), end.isoformat()
    codes: defaultdict[str, set[str]] = defaultdict(set)

    def note(stored: StoredQuotation) -> None:
        if first <= stored.as_of <= last:
            codes[stored.as_of].update((stored.base, stored.quote))

    for month in read_months(connection, {"source": source.name}, first[:7], last[:7]):
        for revision in month:
            if revision.is_in_force:
                note(revision.stored)
    for case in waiting_cases(connection):
        if case.stored.source == source.name:
            note(case.stored)
    wanted = frozenset(map(str, source.currencies))
    counts = {date.fromisoformat(day): len(wanted & found) for day, found in codes.items()}
    days = {day for day, count in counts.items() if count and count >= source.currencies_on(day)}
    for ordinal in range(since.toordinal() + 1, end.toordinal() + 1):
        day = date.fromordinal(ordinal)
        if not source.calendar.publishes(day) and date.fromordinal(ordinal - 1) in days:
            days.add(day)
    return frozenset(days) | empty_days(connection, source.name)


def empty_days(connection: sqlite3.Connection, source: str) -> frozenset[date]:
    """Return the days for which the source with that name is known to have no table.

    Raises:
        HistoryError: a row is changed or missing.
    """
    days: set[date] = set()
    checksums: list[int] = []
    for *cells, checksum in connection.execute(select((*EMPTY_DAY, "checksum"), "empty_day")):
        if checksum_of(tuple(cells)) != checksum:
            raise HistoryError("a row of its table empty_day is changed")
        checksums.append(checksum)
        if cells[0] == source:
            days.add(date.fromisoformat(cells[1]))
    if total_of(connection, "empty_day") != Sum.of(checksums):
        raise HistoryError("a row of its table empty_day is missing")
    return frozenset(days)


def add_empty_days(connection: sqlite3.Connection, source: str, days: Iterable[date], moment: str) -> None:
    """Note that the source with that name had no table for *days* when it was asked at *moment*."""
    known = empty_days(connection, source)
    write_empty_days(connection, [(source, day.isoformat(), moment) for day in sorted(set(days) - known)])


def write_empty_days(connection: sqlite3.Connection, rows: list[tuple[Cell, ...]]) -> None:
    """Write rows of ``EMPTY_DAY`` that are new."""
    checksums = [checksum_of(row) for row in rows]
    connection.executemany(
        insert("empty_day", (*EMPTY_DAY, "checksum")),
        [(*row, checksum) for row, checksum in zip(rows, checksums, strict=True)],
    )
    add_to_total(connection, "empty_day", Sum.of(checksums))
