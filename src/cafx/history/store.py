"""``History``: quotations kept in one SQLite file, by value, with every revision."""

from __future__ import annotations

import os
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Final, Self, final

from cafx.core.currency import Currency
from cafx.core.dates import day_of
from cafx.errors import HistoryError
from cafx.history.coverage import complete_days, kept_days
from cafx.history.integrity import problems_of
from cafx.history.location import default_path
from cafx.history.opening import MEMORY, faults_explained, open_to_read, open_to_write
from cafx.history.recording import Added, Addition, stamp
from cafx.history.results import Backfilled, Progress, Suspect
from cafx.history.schema import COLUMNS, quotation_of
from cafx.rates.book import RateBook
from cafx.sources import source_of
from cafx.values.quotation import Quotation
from cafx.values.reading import quotations_in

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator

    from cafx.client import Client, Failure
    from cafx.sources import Source
    from cafx.values.reading import Quotations, Rejection

__all__ = ["History"]

_IN_FORCE: Final = "superseded_at IS NULL"


@final
class History:
    """The quotations that a user has gathered, in a file that loses nothing.

    A repeat adds nothing. A correction keeps the old value, which ``as_known_on=`` still gives.
    Values are stored as published, never turned over. What looks like a slip waits in quarantine.
    Threads and processes may share a file; nothing is created before something is added.

    Args:
        path: the file; None for the user's own (``default_path()``), ``":memory:"`` for none.
        clock: gives the aware moment that is now.

    Raises:
        HistoryError: the file is damaged, of another program, or made by a newer cafx; or it
            cannot be written, when something is added.

    >>> history = History(":memory:")
    >>> first = Quotation("USD", "KZT", "474.20", as_of="2026-04-01", kind="official", source="NBK")
    >>> print(history.add([first]))
    1 new, 0 known, 0 corrected, 0 held back
    >>> better = Quotation("USD", "KZT", "474.30", as_of="2026-04-01", kind="official", source="NBK")
    >>> print(history.add([better, better]))
    0 new, 1 known, 1 corrected, 0 held back
    >>> history.book().rate("USD", "KZT", on=date(2026, 4, 3)).legs == (better,)
    True
    """

    def __init__(
        self,
        path: str | bytes | os.PathLike[str] | os.PathLike[bytes] | None = None,
        *,
        clock: Callable[[], datetime] | None = None,
    ) -> None:
        self.path = str(default_path()) if path is None else os.fsdecode(path)
        self._clock = clock or _now
        self._lock = RLock()
        self._connection: sqlite3.Connection | None = None
        self._can_write = False
        self._process = os.getpid()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *raised: object) -> None:
        self.close()

    def __del__(self) -> None:
        # One that is dropped without a word lets go of its file too; Python 3.13 would warn.
        connection: sqlite3.Connection | None = getattr(self, "_connection", None)
        if connection is not None and self._process == os.getpid():
            connection.close()

    def __repr__(self) -> str:
        return f"History({self.path!r})"

    def close(self) -> None:
        """Let go of the file; the next use opens it again."""
        with self._lock:
            connection, self._connection = self._connection, None
            # A connection that came through a fork is its parent's: closing it would free its locks.
            if connection is not None and self._process == os.getpid():
                connection.close()

    def add(self, quotations: Quotations) -> Added:
        """Add quotations, all of them or, if it fails, none.

        Args:
            quotations: any number of them, or what a client fetched.

        Returns:
            How many were new, known already, corrections of known ones, or held back: a price that
            jumps threefold, that others of its day contradict, or that is dated in the future.

        Raises:
            HistoryError: the file cannot be written.
            TypeError: something else than a quotation.
        """
        if isinstance(quotations, Quotation):
            message = "a history takes several quotations: pass a list, such as [quotation]"
            raise TypeError(message)
        given = list(quotations_in(quotations))
        for quotation in given:
            if not isinstance(quotation, Quotation):
                message = f"a history keeps quotations, not {type(quotation).__name__}"
                raise TypeError(message)
        if not given:
            return Added()
        with self._writing() as connection:
            return Addition(connection, self._now()).add(given)

    def quotations(
        self,
        base: str | None = None,
        quote: str | None = None,
        *,
        source: str | None = None,
        kind: str | None = None,
        start: date | str | None = None,
        end: date | str | None = None,
        as_known_on: date | datetime | str | None = None,
    ) -> tuple[Quotation, ...]:
        """Give quotations by day, pair and source, as they were published.

        Args:
            base: only with this currency priced.
            quote: only with prices in this currency.
            source: only of the source with this name.
            kind: only of this kind.
            start: only those that are for this day (a date or ISO text) or a later one.
            end: only those that are for this day or an earlier one.
            as_known_on: what was known at the end of that day (UTC), or at that aware moment,
                before later corrections; None for what is known now.
        """
        parts = ["TRUE"]
        values: list[str] = []
        codes = (None if base is None else Currency(base), None if quote is None else Currency(quote))
        for name, value in zip(("base", "quote", "source", "kind"), (*codes, source, kind), strict=True):
            if value is not None:
                parts.append(f"{name} = ?")
                values.append(str(value))
        if end is not None:
            parts.append("as_of <= ?")
            values.append(day_of(end, what="end").isoformat())
        if as_known_on is None:
            parts.append(_IN_FORCE)
        else:
            moment = _end_of(as_known_on)
            parts.append("recorded_at <= ? AND (superseded_at IS NULL OR superseded_at > ?)")
            values += [moment, moment]
        question = f"SELECT {COLUMNS} FROM quotation WHERE {' AND '.join(parts)}"  # noqa: S608 -- constants only
        if start is not None:
            # Two questions, each of which has an index: what begins in time, and what still holds then.
            day = day_of(start, what="start").isoformat()
            question = f"{question} AND as_of >= ? UNION ALL {question} AND through >= ? AND as_of < ?"
            values = [*values, day, *values, day, day]
        with self._reading() as connection:
            if connection is None:
                return ()
            rows = connection.execute(f"{question} ORDER BY as_of, base, quote, source, kind", values)
            return tuple(map(quotation_of, rows))

    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Return the pairs that are quoted, as base and quote."""
        with self._reading() as connection:
            if connection is None:
                return ()
            rows = connection.execute("SELECT DISTINCT base, quote FROM quotation ORDER BY base, quote")
            return tuple((row[0], row[1]) for row in rows)

    def changed_at(self) -> datetime | None:
        """Return the moment of the last change of what counts; None where nothing is kept."""
        with self._reading() as connection:
            if connection is None:
                return None
            row = connection.execute("SELECT max(recorded_at), max(superseded_at) FROM quotation").fetchone()
            moments = [moment for moment in row if moment is not None]
            return datetime.fromisoformat(max(moments)) if moments else None

    def newest(self, end: date | str | None = None) -> tuple[Quotation, ...]:
        """Give the newest quotation of each pair from each source.

        Args:
            end: the last day that counts: tomorrow's rate is published today and not yet in force.
                A pair that has none so early is given with the first ones after it. None for any.
        """
        with self._reading() as connection:
            if connection is None:
                return ()
            day = "" if end is None else day_of(end, what="end").isoformat()
            found = _extreme(connection, "max", day, "<=")
            if day:
                pairs = {(one.base, one.quote) for one in found}
                later = _extreme(connection, "min", day, ">")
                found += [one for one in later if (one.base, one.quote) not in pairs]
            return tuple(found)

    def book(
        self,
        *,
        start: date | str | None = None,
        end: date | str | None = None,
        source: str | None = None,
        as_known_on: date | datetime | str | None = None,
    ) -> RateBook:
        """Give a book of what is kept; see ``quotations`` for the arguments."""
        return RateBook(self.quotations(start=start, end=end, source=source, as_known_on=as_known_on))

    def revisions(self, base: str, quote: str, on: date | str) -> tuple[tuple[datetime, Quotation], ...]:
        """Give every value that was known of a pair and day, with the moment it was added, oldest first."""
        with self._reading() as connection:
            if connection is None:
                return ()
            rows = connection.execute(
                f"SELECT recorded_at, {COLUMNS} FROM quotation"  # noqa: S608
                " WHERE base = ? AND quote = ? AND as_of = ? ORDER BY source, kind, id",
                (str(Currency(base)), str(Currency(quote)), day_of(on, what="on").isoformat()),
            )
            return tuple((datetime.fromisoformat(row[0]), quotation_of(row[1:])) for row in rows)

    def quarantine(self) -> tuple[Suspect, ...]:
        """List what is held back and waits for ``accept`` or ``reject``."""
        with self._reading() as connection:
            if connection is None:
                return ()
            rows = connection.execute(
                f"SELECT id, {COLUMNS}, reason FROM quarantine WHERE decision IS NULL ORDER BY id"  # noqa: S608
            )
            return tuple(Suspect(row[0], quotation_of(row[1:-1]), row[-1]) for row in rows)

    def accept(self, *numbers: int | Suspect) -> int:
        """Take what is held back under these numbers, or all of it, and give how many.

        A ``Suspect`` of ``quarantine()`` stands for its number.
        """
        return self._decide(numbers, "accepted")

    def reject(self, *numbers: int | Suspect) -> int:
        """Refuse for good what is held back under these numbers, or all of it, and give how many."""
        return self._decide(numbers, "rejected")

    def backfill(
        self,
        client: Client,
        source: Source | str,
        start: date | str,
        end: date | str,
        progress: Callable[[Progress], None] | None = None,
        *,
        again: bool = False,
    ) -> Backfilled:
        """Fetch a span from a source and add it, one transaction for each document.

        Documents of days that are known already are not asked for, unless *again*; so a backfill
        that was cut short goes on where it stopped. A day is known when it has a value, in force or
        held back, of each of the source's currencies; a day off, when the last table before it is.

        Args:
            client: an open ``Client``.
            source: whom to ask; its name will do, such as ``"NBK"``.
            start: the first day, a date or ISO text.
            end: the last day.
            progress: called after each document.
            again: ask for every day once more, to find corrections.
        """
        source, start, end = source_of(source), day_of(start, what="start"), day_of(end, what="end")
        known: frozenset[date] = frozenset()
        with self._reading() as connection:
            if connection is not None and not again:
                known = complete_days(connection, source, start, end)
        total = Added()
        failures: list[Failure] = []
        rejected: list[Rejection] = []
        for step in client.steps(source, start, end, known=known):
            done = self.add(step.fetched.quotations)
            total = Added(*(one + other for one, other in zip(total, done, strict=True)))
            failures.extend(step.fetched.failures)
            rejected.extend(step.fetched.rejected)
            if progress is not None:
                progress(Progress(step.done, step.total, step.on, total, len(failures)))
        return Backfilled(total, tuple(failures), tuple(rejected))

    def gaps(
        self, source: Source | str, start: date | str | None = None, end: date | str | None = None
    ) -> tuple[date, ...]:
        """List the days on which a table of *source* should begin and none is kept.

        The source's calendar knows weekdays, not holidays: a gap may be one. Without *start* or
        *end*, the first and last day kept bound the search.
        """
        source = source_of(source)
        with self._reading() as connection:
            days = frozenset() if connection is None else kept_days(connection, source.name)
        if not days and (start is None or end is None):
            return ()
        first = min(days) if start is None else day_of(start, what="start")
        last = max(days) if end is None else day_of(end, what="end")
        return tuple(day for day in source.calendar.days(first, last) if day not in days)

    def export(self, path: str | os.PathLike[str], form: str | None = None) -> int:
        """Write what is kept to a file, and give the number of rows.

        The end of the name says the form, or *form* does: ``csv``, ``jsonl`` or ``parquet``.
        """
        from cafx.history.export import export

        return export(self.quotations(), Path(path), form)

    def verify(self) -> tuple[str, ...]:
        """Check the whole file and say what is wrong with it; nothing, if it is sound."""
        with self._reading() as connection:
            return () if connection is None else tuple(problems_of(connection))

    def __len__(self) -> int:
        with self._reading() as connection:
            if connection is None:
                return 0
            count: int = connection.execute(
                f"SELECT count(*) FROM quotation WHERE {_IN_FORCE}"  # noqa: S608
            ).fetchone()[0]
            return count

    def _decide(self, chosen: tuple[int | Suspect, ...], decision: str) -> int:
        numbers = [one.number if isinstance(one, Suspect) else one for one in chosen]
        waiting = [suspect.number for suspect in self.quarantine()]
        unknown = sorted(set(numbers).difference(waiting))
        if unknown:
            message = f"nothing is held back under {', '.join(map(str, unknown))}: see quarantine()"
            raise HistoryError(message, path=self.path)
        if not waiting:
            return 0
        with self._writing() as connection:
            addition = Addition(connection, self._now())
            return sum(addition.decide(number, decision) for number in numbers or waiting)

    def _now(self) -> datetime:
        moment = self._clock()
        if moment.tzinfo is None:
            message = "the clock of a history gives moments with a zone: datetime.now(timezone.utc)"
            raise TypeError(message)
        return moment.astimezone(UTC)

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection | None]:
        with self._lock, faults_explained(self.path):
            yield self._opened(to_write=False)

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """Hold the write lock from the start: a transaction that reads first could starve (150 of 150)."""
        with self._lock, faults_explained(self.path):
            connection = self._opened(to_write=True)
            assert connection is not None  # noqa: S101 -- open_to_write gives one or raises
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    def _opened(self, *, to_write: bool) -> sqlite3.Connection | None:
        if self._process != os.getpid():
            self._connection, self._process = None, os.getpid()
        if self._connection is None or (to_write and not self._can_write):
            if self._connection is not None:
                self._connection.close()
                self._connection = None
            self._connection = (open_to_write if to_write else open_to_read)(self.path)
            self._can_write = to_write or self.path == MEMORY
        return self._connection


def _extreme(connection: sqlite3.Connection, which: str, day: str, side: str) -> list[Quotation]:
    """Give of each series the last (``max``) or first (``min``) value on one side of *day*, or of all."""
    columns = COLUMNS.replace("as_of", f"{which}(as_of)")
    rows = connection.execute(
        f"SELECT {columns} FROM quotation WHERE {_IN_FORCE} AND (? = '' OR as_of {side} ?)"  # noqa: S608
        " GROUP BY source, kind, base, quote ORDER BY base, quote, source",
        (day, day),
    )
    return [quotation_of(row) for row in rows]


def _now() -> datetime:
    return datetime.now(UTC)


def _end_of(when: date | datetime | str) -> str:
    if isinstance(when, datetime):
        if when.tzinfo is None:
            message = "as_known_on is a plain date, or a moment with a zone"
            raise TypeError(message)
        return stamp(when)
    when = day_of(when, what="as_known_on")
    return stamp(datetime(when.year, when.month, when.day, tzinfo=UTC) + timedelta(days=1, microseconds=-1))
