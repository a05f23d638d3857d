"""One transaction of additions: what is new, known, a correction or suspect is told apart here."""

from __future__ import annotations

from bisect import bisect_left, insort
from datetime import date, datetime
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from cafx.history.crosscheck import NEIGHBOURS, Crosscheck, is_jump, month_before
from cafx.history.months import Change, note_changes, read_months
from cafx.history.quarantine import ACCEPTED, DISCARDED, Quarantine
from cafx.history.results import Added
from cafx.history.rows import Revision, Series, StoredQuotation, Value, read_revisions, stamp
from cafx.history.schema import IN_FORCE, REVISION, insert, select
from cafx.sources.calendar import MAX_AHEAD

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from cafx.values.quotation import Quotation

__all__ = ["Addition", "write_changes"]


class _Given(NamedTuple):
    """A quotation that is added, and how it is stored."""

    stored: StoredQuotation
    quotation: Quotation


class Addition:
    """One transaction of additions: what is known of each series is read once, then compared."""

    def __init__(self, connection: sqlite3.Connection, now: datetime) -> None:
        self._connection = connection
        self._today = now.date()
        self._moment = stamp(now)
        self._new = self._repeated = self._revised = self._quarantined = 0
        self._quarantine = Quarantine(connection, self._moment)
        self._held_now: set[int] = set()
        self._changes: list[Change] = []

    def add(self, quotations: list[Quotation]) -> Added:
        """Sort into new, known, revised and suspect, series by series and day by day."""
        self._check = Crosscheck(quotations, self._stored_on)
        groups: dict[Series, list[_Given]] = {}
        for quotation in quotations:
            stored = StoredQuotation.of(quotation)
            groups.setdefault(stored.series, []).append(_Given(stored, quotation))
        for series, group in groups.items():
            group.sort(key=_day_of)
            self._add_series(series, group)
        self._write()
        return Added(self._new, self._repeated, self._revised, self._quarantined)

    def decide(self, number: int, decision: str) -> bool:
        """Put a value that waits in force, or close its case; False where somebody has done so already."""
        case = self._quarantine.decide(number, decision)
        if case is not None and decision == ACCEPTED:
            stored = case.stored
            self._put(stored, _Known(self._connection, stored.series, [stored.as_of]))
            self._write()
        return case is not None

    def _add_series(self, series: Series, group: list[_Given]) -> None:
        known = _Known(self._connection, series, [one.stored.as_of for one in group])
        for stored, quotation in group:
            if known.value_on(stored.as_of) == stored.value:
                self._repeated += 1
                continue
            case = self._quarantine.find(series, stored)
            if case is not None and case.decision == DISCARDED:
                self._repeated += 1
                self._check.exclude(quotation)
                continue
            is_waiting = case is not None and case.is_waiting
            reason = self._suspicion(stored, quotation, known)
            if reason:
                self._check.exclude(quotation)
                if is_waiting:
                    self._repeated += 1
                else:
                    self._quarantined += 1
                    self._held_now.add(self._quarantine.hold(stored, reason).id)
            elif case is not None and is_waiting:  # what was odd when it was held back is so no longer
                self._release(case.id, known)
            else:
                self._put(stored, known)

    def _suspicion(self, stored: StoredQuotation, quotation: Quotation, known: _Known) -> str:
        day = quotation.as_of
        if day is not None and day > self._today + MAX_AHEAD:
            return f"dated {day.isoformat()}, more than {MAX_AHEAD.days} days after today"
        price = stored.unit_price
        last = known.last_before(stored.as_of) or known.on(stored.as_of)
        if last is not None and day is not None and is_jump(price, last.unit_price):
            confirmed = self._confirmed_by(stored, day, known)
            if not confirmed and not self._check.is_confirmed(quotation):
                return f"{price:.6g} for one {quotation.base} after {last.unit_price:.6g} on {last.as_of}"
            for number in confirmed:
                self._release(number, known)
        return self._check.contradiction(quotation)

    def _confirmed_by(self, stored: StoredQuotation, day: date, known: _Known) -> list[int]:
        """Return what waits of the series, of earlier days without another value, that *stored* confirms."""
        return [
            case.id
            for case in self._quarantine.waiting_between(
                stored.series, month_before(day).isoformat(), stored.as_of
            )
            if known.value_on(case.stored.as_of) is None
            and not is_jump(stored.unit_price, case.stored.unit_price)
        ]

    def _release(self, number: int, known: _Known) -> None:
        """Put in force what was held back, since something confirms it now."""
        self._write()
        self.decide(number, ACCEPTED)
        self._quarantined -= number in self._held_now
        known.refresh()

    def _put(self, stored: StoredQuotation, known: _Known) -> None:
        """Note a value as new, or as the correction of the one in force, which ends then."""
        before = known.on_day(stored.as_of)
        moment = self._moment
        if before is None:
            self._new += 1
        else:
            self._revised += 1
            moment = max(moment, before.recorded_at)  # a clock that was set back makes no gap
            self._end(before, moment)
        # Until it is written its number says where it stands among the changes: -1 is the first.
        after = Revision.of(-1 - len(self._changes), stored, moment, None)
        self._changes.append(Change(None, after))
        known.put(after)

    def _end(self, before: Revision, moment: str) -> None:
        ended = before.superseded(moment)
        if before.id > 0:
            self._changes.append(Change(before, ended))
        else:  # it was put within this very transaction
            self._changes[-1 - before.id] = Change(None, ended)

    def _write(self) -> None:
        if self._changes:
            write_changes(self._connection, self._changes)
            self._changes = []

    def _stored_on(self, day: date) -> list[Quotation]:
        rows = self._connection.execute(
            select(REVISION, "quotation", ("as_of = ?", IN_FORCE)), (day.isoformat(),)
        )
        return [revision.stored.quotation() for revision in read_revisions(rows)]


def write_changes(connection: sqlite3.Connection, changes: list[Change]) -> None:
    """Write rows that are new or ended, and what their months come to."""
    ended = [change.after for change in changes if change.before is not None]
    connection.executemany(
        "UPDATE quotation SET superseded_at = ?, checksum = ? WHERE id = ?",
        [(one.superseded_at, one.checksum, one.id) for one in ended],
    )
    connection.executemany(
        insert("quotation", REVISION[1:]), [change.after.row for change in changes if change.before is None]
    )
    note_changes(connection, changes)


def _day_of(given: _Given) -> str:
    return given.stored.as_of


def _month_of(day: str) -> str:
    return day[:7]


def _runs_of(months: list[str]) -> Iterator[tuple[str, str]]:
    """Yield the first and the last of each run of *months* (ascending) that follow one another."""
    for _, run in groupby(enumerate(months), key=_distance):
        (_, first), *rest = run
        yield first, rest[-1][1] if rest else first


def _distance(numbered: tuple[int, str]) -> int:
    place, month = numbered  # the month that is empty holds what has no day
    return int(month[:4]) * 12 + int(month[5:]) - place if month else -1


class _Known:
    """What is in force of one series, by the month: those of some days at once, others when asked for."""

    def __init__(self, connection: sqlite3.Connection, series: Series, days: list[str]) -> None:
        self._connection = connection
        self._series = series._asdict()
        self._months = set(map(_month_of, days))
        self.refresh()

    def refresh(self) -> None:
        """Read what is in force, once everything that was put is written."""
        self._values: dict[str, Revision] = {}
        self._days: list[str] = []
        for first, last in _runs_of(sorted(self._months)):
            self._read(first, last)

    def put(self, revision: Revision) -> None:
        """Note a value that is in force from now on."""
        day = revision.stored.as_of
        if day and day not in self._values:
            insort(self._days, day)
        self._values[day] = revision

    def on_day(self, day: str) -> Revision | None:
        """Return the value that is in force for *day*, an empty one for values without a day."""
        self._reach(day)
        return self._values.get(day)

    def value_on(self, day: str) -> Value | None:
        """Return what is in force for *day* as far as a correction could change it."""
        known = self.on_day(day)
        return None if known is None else known.stored.value

    def on(self, day: str) -> StoredQuotation | None:
        """Return the quotation that is in force for *day*."""
        known = self.on_day(day)
        return None if known is None else known.stored

    def last_before(self, day: str) -> StoredQuotation | None:
        """Return the last quotation before *day*, at most a month back."""
        if not day:
            return None
        found = self._last_before(day)
        if found[:7] < day[:7]:  # there may be a later one in a month that was not read
            first = date.fromisoformat(f"{day[:7]}-01").toordinal()
            self._reach(date.fromordinal(max(1, first - 1)).isoformat())
            self._reach(month_before(date.fromisoformat(day)).isoformat())
            found = self._last_before(day)
        is_near = found and date.fromisoformat(day) - date.fromisoformat(found) <= NEIGHBOURS
        return self._values[found].stored if is_near else None

    def _last_before(self, day: str) -> str:
        place = bisect_left(self._days, day)
        return self._days[place - 1] if place else ""

    def _reach(self, day: str) -> None:
        if day[:7] not in self._months:
            self._months.add(day[:7])
            self._read(day[:7], day[:7])

    def _read(self, first: str, last: str) -> None:
        for month in read_months(self._connection, self._series, first, last):
            self._values.update((one.stored.as_of, one) for one in month if one.is_in_force)
        self._days = sorted(day for day in self._values if day)
