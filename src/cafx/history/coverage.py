"""Which days of a source are kept, and which are kept whole, so that they need not be asked for."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import sqlite3

    from cafx.sources import Source

__all__ = ["complete_days", "kept_days"]

_IN_FORCE: Final = "superseded_at IS NULL"
_WEEK: Final = 7


def kept_days(connection: sqlite3.Connection, source: str) -> frozenset[date]:
    """Give the days for which something of the source with that name is in force."""
    rows = connection.execute(
        f"SELECT DISTINCT as_of FROM quotation WHERE source = ? AND as_of != '' AND {_IN_FORCE}",  # noqa: S608
        (source,),
    )
    return frozenset(date.fromisoformat(row[0]) for row in rows)


def complete_days(connection: sqlite3.Connection, source: Source, start: date, end: date) -> frozenset[date]:
    """Give the days for which every currency of *source* that there was is in force, or awaits a decision.

    A day off counts with the last table before it: it has none of its own.
    """
    wanted = tuple(map(str, source.currencies))
    since = date.fromordinal(max(1, start.toordinal() - _WEEK))  # no run of days off is longer
    parts = [
        f"SELECT as_of, {side} AS code FROM {table} WHERE source = ? AND as_of BETWEEN ? AND ?"  # noqa: S608
        f" AND {side} IN ({', '.join('?' * len(wanted))}) AND {condition}"
        for table, condition in (("quotation", _IN_FORCE), ("quarantine", "decision IS NULL"))
        for side in ("base", "quote")
    ]
    rows = connection.execute(
        f"SELECT as_of, count(*) FROM ({' UNION '.join(parts)}) GROUP BY as_of",  # noqa: S608
        (source.name, since.isoformat(), end.isoformat(), *wanted) * len(parts),
    )
    counts = {date.fromisoformat(day): count for day, count in rows}
    days = {day for day, count in counts.items() if count >= source.currencies_on(day)}
    for ordinal in range(since.toordinal() + 1, end.toordinal() + 1):
        day = date.fromordinal(ordinal)
        if not source.calendar.publishes(day) and date.fromordinal(ordinal - 1) in days:
            days.add(day)
    return frozenset(days)
