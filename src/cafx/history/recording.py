"""One transaction of additions: what is new, known, a correction or suspect is told apart here."""

from __future__ import annotations

from bisect import bisect_right, insort
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Final, NamedTuple

from cafx.core.text import printable
from cafx.errors import HistoryError
from cafx.history.quarantine import NEIGHBOURS, Crosscheck, is_jump, month_before, unit_price
from cafx.history.schema import COLUMNS, Row, quotation_of, row_of
from cafx.sources.calendar import MAX_AHEAD

if TYPE_CHECKING:
    import sqlite3

    from cafx.values.quotation import Quotation

__all__ = ["Added", "Addition", "stamp"]

_IN_FORCE: Final = "superseded_at IS NULL"
_MARKS: Final = ", ".join("?" * len(COLUMNS.split(",")))
_UNHELD: Final = (0, "accepted")
_VALUE: Final = slice(5, 11)  # price, nominal, through, low, high, change

Series = tuple[str | int | None, ...]  # source, kind, base, quote


class Added(NamedTuple):
    """What adding quotations did: how many were new, known, corrections, or held back."""

    added: int = 0
    repeated: int = 0
    revised: int = 0
    quarantined: int = 0

    def __str__(self) -> str:
        return (
            f"{self.added} new, {self.repeated} known, {self.revised} corrected, {self.quarantined} held back"
        )


class Addition:
    """One transaction of additions: what is known of each series is read once, then compared."""

    def __init__(self, connection: sqlite3.Connection, now: datetime) -> None:
        self._connection = connection
        self._today = now.date()
        self._moment = stamp(now)
        self._added = self._repeated = self._revised = self._quarantined = 0
        self._new: dict[tuple[object, ...], tuple[Row, str]] = {}  # key: row, recorded_at
        self._old: list[tuple[Row, str, str]] = []  # superseded within this very transaction
        self._closed: list[tuple[str, int]] = []
        self._held_now: set[int] = set()
        self._held: dict[Row, tuple[int, str | None]] = {
            _held_key(row[:-2]): (row[-2], row[-1])
            for row in connection.execute(f"SELECT {COLUMNS}, id, decision FROM quarantine")  # noqa: S608
        }

    def add(self, quotations: list[Quotation]) -> Added:
        """Sort into new, known, corrected and suspect, series by series and day by day."""
        self._check = Crosscheck(quotations, self._stored_on)
        groups: dict[Series, list[tuple[Row, Quotation]]] = {}
        for quotation in quotations:
            row = row_of(quotation)
            groups.setdefault(row[:4], []).append((row, quotation))
        for series, group in groups.items():
            group.sort(key=_day_of)
            self._add_series(series, group)
        self._write()
        return Added(self._added, self._repeated, self._revised, self._quarantined)

    def decide(self, number: int, decision: str) -> bool:
        """Put a held value in force, or close its case; False where somebody has done so already."""
        row = self._connection.execute(
            f"SELECT {COLUMNS} FROM quarantine WHERE id = ? AND decision IS NULL",  # noqa: S608
            (number,),
        ).fetchone()
        if row is None:
            return False
        self._held[_held_key(row)] = (number, decision)
        if decision == "accepted":
            known = _Known(self._connection, row[:4], row[4], row[4])
            self._put(row, known)
            self._write()
        self._connection.execute(
            "UPDATE quarantine SET decision = ?, decided_at = ? WHERE id = ?",
            (decision, self._moment, number),
        )
        return True

    def _add_series(self, series: Series, group: list[tuple[Row, Quotation]]) -> None:
        known = _Known(self._connection, series, group[0][0][4], group[-1][0][4])
        for row, quotation in group:
            in_force = known.values.get(row[4])
            if in_force is not None and in_force[0] == row[_VALUE]:
                self._repeated += 1
                continue
            number, decision = self._held.get(_held_key(row), _UNHELD)
            if decision == "rejected":
                self._repeated += 1
                self._check.discard(quotation)
                continue
            reason = self._suspicion(row, quotation, known)
            if reason:
                self._check.discard(quotation)
                if decision is None:  # it waits already
                    self._repeated += 1
                else:
                    self._hold(row, reason)
            elif decision is None:  # what was odd when it was held back is so no longer
                self._release(number, known)
            else:
                self._put(row, known)

    def _suspicion(self, row: Row, quotation: Quotation, known: _Known) -> str:
        day = quotation.as_of
        if day is not None and day > self._today + MAX_AHEAD:
            return f"dated {day.isoformat()}, more than {MAX_AHEAD.days} days after today"
        price = unit_price(quotation)
        last = known.last_before(row[4]) or known.on(row[4])
        if last is not None and day is not None and is_jump(price, last[1]):
            waiting = self._waiting_near(row, day, price, known)
            if not waiting and not self._check.is_confirmed(quotation):
                return f"{price:.6g} for one {quotation.base} after {last[1]:.6g} on {last[0]}"
            for number in waiting:
                self._release(number, known)
        return self._check.contradiction(quotation)

    def _waiting_near(self, row: Row, day: date, price: float, known: _Known) -> list[int]:
        """Find held values of the series, of earlier days that have no other value, that *price* confirms."""
        found: list[int] = []
        for held, (number, decision) in self._held.items():
            if decision is not None or held[:4] != row[:4] or not "" < str(held[4]) < str(row[4]):
                continue
            is_recent = day - date.fromisoformat(str(held[4])) <= NEIGHBOURS
            is_corrected = held[4] in known.values
            if is_recent and not is_corrected and not is_jump(price, _unit_price(*held[5:7])):
                found.append(number)
        return found

    def _hold(self, row: Row, reason: str) -> None:
        self._quarantined += 1
        cursor = self._connection.execute(
            f"INSERT INTO quarantine ({COLUMNS}, reason, quarantined_at) VALUES ({_MARKS}, ?, ?)",  # noqa: S608
            (*row, reason, self._moment),
        )
        number = cursor.lastrowid or 0
        self._held[_held_key(row)] = (number, None)
        self._held_now.add(number)

    def _release(self, number: int, known: _Known) -> None:
        """Put in force what was held back, since something confirms it now."""
        self.decide(number, "accepted")
        self._quarantined -= number in self._held_now
        known.refresh()

    def _put(self, row: Row, known: _Known) -> None:
        """Note a value as new, or as the correction of the one in force, which ends then."""
        key = row[:5]
        in_force = known.values.get(row[4])
        recorded_at = self._moment
        if in_force is None:
            self._added += 1
        else:
            self._revised += 1
            recorded_at = max(recorded_at, in_force[2])  # a clock that was set back makes no gap
            if in_force[1] is None:
                earlier, since = self._new[key]
                self._old.append((earlier, since, recorded_at))
            else:
                self._closed.append((recorded_at, in_force[1]))
        self._new[key] = (row, recorded_at)
        known.put(row, recorded_at)

    def _write(self) -> None:
        connection = self._connection
        if self._closed:
            connection.executemany("UPDATE quotation SET superseded_at = ? WHERE id = ?", self._closed)
        insert = f"INSERT INTO quotation ({COLUMNS}, recorded_at, superseded_at) VALUES ({_MARKS}, ?, ?)"  # noqa: S608
        connection.executemany(insert, ((*row, since, until) for row, since, until in self._old))
        connection.executemany(insert, ((*row, since, None) for row, since in self._new.values()))
        self._closed, self._old, self._new = [], [], {}

    def _stored_on(self, day: date) -> list[Quotation]:
        rows = self._connection.execute(
            f"SELECT {COLUMNS} FROM quotation WHERE as_of = ? AND {_IN_FORCE}",  # noqa: S608
            (day.isoformat(),),
        )
        return [quotation_of(row) for row in rows]


class _Known:
    """What is in force of one series between two days, and the last value before them."""

    def __init__(self, connection: sqlite3.Connection, series: Series, first: object, last: object) -> None:
        self._connection = connection
        self._asked = (series, first, last)
        self.values: dict[object, tuple[Row, int | None, str]] = {}  # day: value, id, recorded_at
        self._days: list[str] = []
        self.refresh()

    def refresh(self) -> None:
        """Read what is in force, once everything that was put is written."""
        series, first, last = self._asked
        earliest = first
        if first:
            earliest = month_before(date.fromisoformat(str(first))).isoformat()
        rows = self._connection.execute(
            "SELECT as_of, price, nominal, through, low, high, change, id, recorded_at FROM quotation"
            " WHERE source = ? AND kind = ? AND base = ? AND quote = ?"
            " AND as_of BETWEEN ? AND ? AND superseded_at IS NULL ORDER BY as_of",
            (*series, earliest, last),
        )
        self.values = {row[0]: (row[1:7], row[7], row[8]) for row in rows}
        self._days = sorted(str(day) for day in self.values if day)

    def put(self, row: Row, recorded_at: str) -> None:
        """Note a value that is in force from now on."""
        day = str(row[4])
        if day and day not in self.values:
            insort(self._days, day)
        self.values[row[4]] = (row[_VALUE], None, recorded_at)

    def on(self, day: object) -> tuple[str, float] | None:
        """Give *day* and the price for one unit that is in force on it."""
        value = self.values.get(day)
        return None if value is None else (str(day), _unit_price(*value[0][:2]))

    def last_before(self, day: object) -> tuple[str, float] | None:
        """Give the last day before *day*, at most a month back, and its price for one unit."""
        place = bisect_right(self._days, str(day)) - 1
        if place >= 0 and self._days[place] == day:
            place -= 1
        if not day or place < 0:
            return None
        last = self._days[place]
        if date.fromisoformat(str(day)) - date.fromisoformat(last) > NEIGHBOURS:
            return None
        return last, _unit_price(*self.values[last][0][:2])


def stamp(moment: datetime) -> str:
    """Write a moment of UTC in a form of one width, so that text order is time order."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def _unit_price(price: str | int | None, nominal: str | int | None) -> float:
    try:
        return float(str(price)) / int(str(nominal))
    except (ValueError, ZeroDivisionError) as error:
        message = f"a price that is kept is damaged: {printable(str(price))} for {printable(str(nominal))}"
        raise HistoryError(message) from error


def _held_key(row: Row) -> Row:
    """What makes two held values the same: everything but the moment of observation."""
    return tuple(row[: _VALUE.stop])


def _day_of(pair: tuple[Row, Quotation]) -> str:
    return str(pair[0][4])
