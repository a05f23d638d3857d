"""The quarantine: what waits there, what was decided, and how a case comes and goes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, Self

from cafx.errors import HistoryError
from cafx.history.rows import STORED, Cell, Series, StoredQuotation, checksum_of, damage
from cafx.history.schema import CASE, SERIES, WAITING, insert, select
from cafx.history.totals import Sum, add_to_total, total_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator

__all__ = ["ACCEPTED", "DISCARDED", "Case", "Quarantine", "insert_cases", "read_cases", "waiting_cases"]

#: The two decisions.
ACCEPTED: Final = "accepted"
DISCARDED: Final = "discarded"


class Case(NamedTuple):
    """A quotation that is or was in quarantine: why, since when, and what became of it."""

    id: int
    stored: StoredQuotation
    reason: str
    quarantined_at: str
    decision: str | None
    decided_at: str | None
    checksum: int

    def sealed(self) -> Self:
        """Return it with the checksum of what it holds."""
        return self._replace(checksum=checksum_of(self.row[:-1]))

    def decided(self, decision: str, moment: str) -> Self:
        """Return it as it stands once it was decided at *moment*."""
        return self._replace(decision=decision, decided_at=moment).sealed()

    @property
    def is_waiting(self) -> bool:
        """Whether nobody has decided it."""
        return self.decision is None

    @property
    def row(self) -> tuple[Cell, ...]:
        """Its columns but for the id."""
        return (*self.stored, self.reason, self.quarantined_at, self.decision, self.decided_at, self.checksum)


def read_cases(rows: Iterable[tuple[Cell, ...]]) -> Iterator[Case]:
    """Yield the cases that *rows* (columns as in ``CASE``) hold.

    Raises:
        HistoryError: a row is not what was written; the message names it.
    """
    for row in rows:
        stored = StoredQuotation._make(row[STORED])
        if checksum_of(row[1:-1]) != row[-1]:
            raise damage(stored, "it is not what was put in quarantine")
        yield Case._make((row[0], stored, *row[STORED.stop :]))


def waiting_cases(connection: sqlite3.Connection) -> list[Case]:
    """Return the cases that nobody has decided, the oldest first.

    Raises:
        HistoryError: one is damaged or missing.
    """
    cases = list(read_cases(connection.execute(select(CASE, "quarantine", (WAITING,), order="id"))))
    if total_of(connection, "waiting") != Sum.of(case.checksum for case in cases):
        raise HistoryError("a row of its quarantine is missing or changed")
    return cases


def insert_cases(connection: sqlite3.Connection, cases: Iterable[Case]) -> int:
    """Write *cases* as they are, and return the number under which the last one stands."""
    last = 0
    for case in cases:
        last = connection.execute(insert("quarantine", CASE[1:]), case.row).lastrowid or 0
        for name in ("quarantine", "waiting") if case.is_waiting else ("quarantine",):
            add_to_total(connection, name, Sum(1, case.checksum))
    return last


class Quarantine:
    """The quarantine within one transaction; only what the values at hand ask for is read."""

    def __init__(self, connection: sqlite3.Connection, moment: str) -> None:
        self._connection = connection
        self._moment = moment
        self._known: dict[Series, bool] = {}

    def find(self, series: Series, stored: StoredQuotation) -> Case | None:
        """Return the newest case of *series* with the same value, whenever it was observed."""
        if series not in self._known:
            self._known[series] = next(self._read(series, (), (), limit=1), None) is not None
        if not self._known[series]:
            return None
        found = self._read(series, ("as_of = ?", "price = ?"), (stored.as_of, stored.price))
        return max((case for case in found if case.stored.value == stored.value), default=None)

    def waiting_between(self, series: Series, first: str, last: str) -> list[Case]:
        """Return the cases of *series* that wait, for days from *first* to the one before *last*."""
        return list(self._read(series, (WAITING, "as_of >= ?", "as_of > ''", "as_of < ?"), (first, last)))

    def hold(self, stored: StoredQuotation, reason: str) -> Case:
        """Put a value in quarantine."""
        case = Case(0, stored, reason, self._moment, None, None, 0).sealed()
        self._known[stored.series] = True
        return case._replace(id=insert_cases(self._connection, [case]))

    def decide(self, number: int, decision: str) -> Case | None:
        """Close the case with that number and return it; None where somebody has done so already."""
        rows = self._connection.execute(select(CASE, "quarantine", ("id = ?", WAITING)), (number,))
        case = next(read_cases(rows), None)
        if case is None:
            return None
        closed = case.decided(decision, self._moment)
        self._connection.execute(
            "UPDATE quarantine SET decision = ?, decided_at = ?, checksum = ? WHERE id = ?",
            (decision, self._moment, closed.checksum, number),
        )
        add_to_total(self._connection, "quarantine", Sum(0, closed.checksum - case.checksum))
        add_to_total(self._connection, "waiting", Sum(-1, -case.checksum))
        return closed

    def _read(
        self, series: Series, conditions: tuple[str, ...], values: tuple[str, ...], *, limit: int = -1
    ) -> Iterator[Case]:
        question = select(CASE, "quarantine", (*(f"{name} = ?" for name in SERIES), *conditions))
        return read_cases(self._connection.execute(f"{question} LIMIT ?", (*series, *values, limit)))
