"""What the rows of a table come to: how many there are, and the sum of their checksums."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, Self

from cafx.errors import HistoryError
from cafx.history.schema import WAITING, select

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping

__all__ = ["TOTALS", "Sum", "add_to_total", "check_totals", "total_of"]

#: Each total with the table, and the condition, of what it adds up.
TOTALS: Final[Mapping[str, tuple[str, tuple[str, ...]]]] = {
    "month": ("month", ()),
    "quarantine": ("quarantine", ()),
    "waiting": ("quarantine", (WAITING,)),
    "empty_day": ("empty_day", ()),
}


class Sum(NamedTuple):
    """How many rows there are, and what their checksums add up to."""

    entries: int
    digest: int

    @classmethod
    def of(cls, checksums: Iterable[int]) -> Self:
        """Return the sum of rows with these checksums."""
        listed = list(checksums)
        return cls(len(listed), sum(listed))


def total_of(connection: sqlite3.Connection, name: str) -> Sum:
    """Return the total that was kept under *name*.

    Raises:
        HistoryError: it is gone.
    """
    row = connection.execute(select(Sum._fields, "total", ("name = ?",)), (name,)).fetchone()
    if row is None:
        raise HistoryError("one of its totals is missing")
    return Sum._make(row)


def add_to_total(connection: sqlite3.Connection, name: str, change: Sum) -> None:
    """Add *change* to the total *name*."""
    connection.execute(
        "UPDATE total SET entries = entries + ?, digest = digest + ? WHERE name = ?", (*change, name)
    )


def check_totals(connection: sqlite3.Connection) -> None:
    """Hold the tables that are small beside the quotations against their totals.

    Raises:
        HistoryError: a row of theirs is missing, or there is one too many.
    """
    for name, (table, conditions) in TOTALS.items():
        columns = ("count(*)", "coalesce(sum(checksum), 0)")
        found = connection.execute(select(columns, table, conditions)).fetchone()
        if found != total_of(connection, name):
            raise HistoryError(f"a row of its table {table} is missing or changed")
