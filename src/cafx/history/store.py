"""``History``: quotations kept in one SQLite file, by value, with every revision."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Self, final

from cafx.core.dates import Day, day_of, now_in_utc
from cafx.core.shown import Shown
from cafx.core.text import printable
from cafx.errors import HistoryError
from cafx.history.coverage import SETTLED, add_empty_days, complete_days, empty_days, kept_days
from cafx.history.integrity import find_problems
from cafx.history.location import default_path, is_path
from cafx.history.quarantine import ACCEPTED, DISCARDED, waiting_cases
from cafx.history.questions import Question, count_in_force, newest_in_force, revisions_for, series_of
from cafx.history.recording import Addition
from cafx.history.results import Added, Quarantined
from cafx.history.rows import stamp
from cafx.history.transactions import Transactions
from cafx.rates.book import RateBook
from cafx.sources import source_of
from cafx.values.quotation import Quotation
from cafx.values.reading import quotations_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from cafx.history.transactions import State
    from cafx.sources import Source
    from cafx.values.reading import Quotations

__all__ = ["History"]


@final
class History(Shown):
    """The quotations that a user has gathered, in a file that loses nothing.

    A repeat adds nothing. A correction keeps the old value, which ``as_known_on=`` still gives.
    Values are stored as published, never inverted. What looks like a slip waits in quarantine.
    Threads and processes may share a file; nothing is created before something is added.

    A history iterates over the quotations that are in force, and has their number as its length, so
    it goes as it is into ``RateBook(...)``, ``book.merge(...)`` and another ``history.add(...)``.

    Args:
        path: the file; None for the user's own (``default_path()``), ``":memory:"`` for none.
        clock: gives the aware moment that is now.

    Raises:
        HistoryError: the file is damaged, of another program, or made by a newer cafx; or it
            cannot be written, when something is added.

    >>> history = History(":memory:")
    >>> first = Quotation("USD", "KZT", "474.20", as_of="2026-04-01", kind="official", source="NBK")
    >>> print(history.add([first]))
    1 new, 0 known, 0 revised, 0 quarantined
    >>> better = Quotation("USD", "KZT", "474.30", as_of="2026-04-01", kind="official", source="NBK")
    >>> print(history.add([better, better]))
    0 new, 1 known, 1 revised, 0 quarantined
    >>> history.book().rate("USD", "KZT", on=date(2026, 4, 3)).legs == (better,)
    True
    """

    def __init__(
        self,
        path: str | bytes | os.PathLike[str] | os.PathLike[bytes] | None = None,
        *,
        clock: Callable[[], datetime] | None = None,
    ) -> None:
        self._path = str(default_path()) if path is None else os.fsdecode(path)
        if not is_path(self._path):
            message = f"{printable(self._path)} is not a path: name a file, or pass ':memory:' for none"
            raise HistoryError(message, path=self._path)
        self._clock = clock or now_in_utc
        self._file = Transactions(self._path)
        # What newest() gave, with the day and the state of the file that it is of.
        self._newest: tuple[tuple[str, State], tuple[Quotation, ...]] | None = None

    @property
    def path(self) -> str:
        """The file, or ``":memory:"``."""
        return self._path

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *raised: object) -> None:
        self.close()

    def __str__(self) -> str:
        return f"a history of {len(self)} quotations in {self.path}"

    def __repr__(self) -> str:
        return f"History({self._path!r})"

    def close(self) -> None:
        """Let go of the file; the next use opens it again."""
        self._file.close()

    def add(self, quotations: Quotations) -> Added:
        """Add quotations, all of them or, if it fails, none.

        Args:
            quotations: any number of them, or whatever iterates over them: a reading, what a client
                fetched, a book, another history. A file of them goes into ``load``.

        Returns:
            How many were new, known already, corrections of known ones, or put in quarantine: a price
            that jumps threefold, that others of its day contradict, or that is dated in the future.

        Raises:
            HistoryError: the file cannot be written.
            TypeError: something else than a quotation.

        >>> history = History(":memory:")
        >>> history.add(RateBook.bundled()).new == len(history) == len(RateBook(history))
        True
        """
        if isinstance(quotations, Quotation):
            raise TypeError("a history takes several quotations: pass a list, such as [quotation]")
        if isinstance(quotations, str | bytes | os.PathLike):
            raise TypeError("add() takes quotations: load() reads a file of them")
        given = list(quotations_in(quotations))
        for quotation in given:
            if not isinstance(quotation, Quotation):
                raise TypeError(f"a history keeps quotations, not {type(quotation).__name__}")
        if not given:
            return Added()
        with self._file.writing() as connection:
            return Addition(connection, self._now()).add(given)

    def load(
        self,
        path: str | os.PathLike[str],
        format: str | None = None,  # noqa: A002 -- the word that everybody looks for
        *,
        columns: Mapping[str, str] | None = None,
        constants: Mapping[str, str | int] | None = None,
    ) -> Added:
        """Return what became of the quotations of a file, all of which are added, or none.

        The file is what ``export`` wrote, or a table of your own.

        Args:
            path: the file. CSV is read as UTF-8, with commas.
            format: ``csv``, ``jsonl`` or ``parquet``; the end of the name says it when left out.
            columns: the name that a field of a quotation has in the file, such as ``{"price": "Rate"}``;
                a field that is not listed has its own name, and one that is not in the file is left out.
            constants: fields that are the same in every row, such as ``{"base": "USD", "kind": "market"}``.

        Raises:
            ParseError: rows that are not quotations; the message names the first with line and reason. A
                price that is a float is one of them: which digits were printed is lost.
            OptionError: an unknown format or field.
            HistoryError: the file cannot be read, or the history not be written.
        """
        from cafx.history.loading import read_quotations

        return self.add(read_quotations(Path(path), format, columns or {}, constants or {}))

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
        """Return quotations by day, pair and source, as they were published.

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
        asked = Question.of(series_of(base, quote, source, kind), start, end, as_known_on)
        with self._file.reading() as connection:
            return () if connection is None else tuple(asked.answers(connection))

    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Return the pairs that are quoted, as base and quote."""
        with self._file.reading() as connection:
            if connection is None:
                return ()
            rows = connection.execute("SELECT DISTINCT base, quote FROM quotation ORDER BY base, quote")
            return tuple((row[0], row[1]) for row in rows)

    def changed_at(self) -> datetime | None:
        """Return the moment of the last change of what counts; None where nothing is kept."""
        with self._file.reading() as connection:
            if connection is None:
                return None
            row = connection.execute("SELECT max(recorded_at), max(superseded_at) FROM quotation").fetchone()
            moments = [moment for moment in row if moment is not None]
            return datetime.fromisoformat(max(moments)) if moments else None

    def newest(self, end: date | str | None = None) -> tuple[Quotation, ...]:
        """Return the newest quotation of each pair from each source.

        Args:
            end: the last day that counts: tomorrow's rate is published today and not yet in force.
                A pair that has none so early is given with the first ones after it. None for any.
        """
        day = "" if end is None else day_of(end, what="end").isoformat()
        with self._file.reading() as connection:
            if connection is None:
                return ()
            key = day, self._file.state(connection)
            if self._newest is None or self._newest[0] != key:
                self._newest = key, newest_in_force(connection, day)
            return self._newest[1]

    def book(
        self,
        *,
        start: date | str | None = None,
        end: date | str | None = None,
        source: str | None = None,
        as_known_on: date | datetime | str | None = None,
    ) -> RateBook:
        """Return a book of what is kept; see ``quotations`` for the arguments."""
        return RateBook(self.quotations(start=start, end=end, source=source, as_known_on=as_known_on))

    def revisions(self, base: str, quote: str, *, on: Day) -> tuple[tuple[datetime, Quotation], ...]:
        """Return every value that was known of a pair and day, with the moment it was added, oldest first.

        Args:
            base: the currency that is priced.
            quote: the currency that the price is in.
            on: the day.
        """
        day, series = day_of(on, what="on").isoformat(), series_of(base, quote)
        with self._file.reading() as connection:
            return () if connection is None else revisions_for(connection, series, day)

    def quarantine(self) -> tuple[Quarantined, ...]:
        """Return what waits for ``accept`` or ``discard``, the oldest first."""
        with self._file.reading() as connection:
            cases = [] if connection is None else waiting_cases(connection)
            return tuple(Quarantined(case.id, case.stored.quotation(), case.reason) for case in cases)

    def accept(self, chosen: Iterable[int | Quarantined]) -> int:
        """Return how many quotations of the quarantine are put in force; an empty choice does nothing.

        Args:
            chosen: numbers, or items of ``quarantine()``.

        Raises:
            HistoryError: nothing waits under one of the numbers; then nothing is done.
        """
        return self._decide(chosen, ACCEPTED)

    def discard(self, chosen: Iterable[int | Quarantined]) -> int:
        """Return how many quotations are discarded for good that waited in quarantine; see ``accept``."""
        return self._decide(chosen, DISCARDED)

    def accept_all(self) -> int:
        """Return how many quotations are put in force: all that waited in quarantine."""
        return self._decide(self.quarantine(), ACCEPTED)

    def discard_all(self) -> int:
        """Return how many quotations are discarded for good: all that waited in quarantine."""
        return self._decide(self.quarantine(), DISCARDED)

    def complete_days(self, source: Source | str, start: date | str, end: date | str) -> frozenset[date]:
        """Return the days of a span for which *source* need not be asked again.

        Those are the days of which a value, in force or in quarantine, of each of its currencies is
        kept, days off after such a day, and days for which it is known to have no table.

        Args:
            source: the source, or its name.
            start: the first day of the span.
            end: the last day of the span.
        """
        source, first, last = source_of(source), day_of(start, what="start"), day_of(end, what="end")
        with self._file.reading() as connection:
            return frozenset() if connection is None else complete_days(connection, source, first, last)

    def note_empty_days(self, source: Source | str, days: Iterable[date | str]) -> tuple[date, ...]:
        """Return the days that need not be asked for again, after *source* had no table for *days*.

        A day of the last week is not remembered: its table may still come.
        """
        now, name = self._now(), source_of(source).name
        settled = sorted({day for day in (day_of(one) for one in days) if day + SETTLED <= now.date()})
        if settled:
            with self._file.writing() as connection:
                add_empty_days(connection, name, settled, stamp(now))
        return tuple(settled)

    def gaps(
        self, source: Source | str, start: date | str | None = None, end: date | str | None = None
    ) -> tuple[date, ...]:
        """Return the days on which a table of *source* should begin and none is kept.

        The source's calendar knows weekdays, not holidays: a gap may be one, until a backfill has found
        that there is no table. Without *start* or *end*, the first and last day kept bound the search.
        """
        source = source_of(source)
        with self._file.reading() as connection:
            days = frozenset() if connection is None else kept_days(connection, source.name)
            empty = frozenset() if connection is None else empty_days(connection, source.name)
        if not days and (start is None or end is None):
            return ()
        first = min(days) if start is None else day_of(start, what="start")
        last = max(days) if end is None else day_of(end, what="end")
        return tuple(day for day in source.calendar.days(first, last) if day not in days | empty)

    def export(
        self,
        path: str | os.PathLike[str],
        format: str | None = None,  # noqa: A002 -- the word that everybody looks for
    ) -> int:
        """Return how many rows were written to a file: what is in force, row by row.

        Args:
            path: the file; it appears whole or not at all.
            format: ``csv``, ``jsonl`` or ``parquet``; the end of the name says it when left out.

        Raises:
            OptionError: an unknown format.
            HistoryError: the file cannot be written, or the history not be read.
        """
        from cafx.history.export import format_of, write_quotations

        target = Path(path)
        form = format_of(target, format)
        with self._file.streaming() as connection:
            rows = iter(()) if connection is None else Question.of_all().answers(connection)
            return write_quotations(rows, target, form)

    def verify(self) -> tuple[str, ...]:
        """Return what is wrong with the file, all of which is checked; nothing, if it is sound."""
        with self._file.streaming(is_checked=False) as connection:
            return () if connection is None else tuple(find_problems(connection))

    def __iter__(self) -> Iterator[Quotation]:
        return iter(self.quotations())

    def __len__(self) -> int:
        with self._file.reading() as connection:
            return 0 if connection is None else count_in_force(connection)

    def _decide(self, chosen: Iterable[int | Quarantined], decision: str) -> int:
        if isinstance(chosen, int | Quarantined):
            raise TypeError(f"several are decided at once: pass a list, such as [{_number_of(chosen)}]")
        numbers = sorted({_number_of(one) for one in chosen})
        if not numbers:
            return 0
        with self._file.writing() as connection:
            waiting = [case.id for case in waiting_cases(connection)]
            unknown = sorted(set(numbers).difference(waiting))
            if unknown:
                named, others = ", ".join(map(str, unknown)), ", ".join(map(str, waiting[:10]))
                known = f"what waits has the numbers {others}" if others else "nothing waits at all"
                raise HistoryError(f"nothing waits in quarantine under {named}: {known}", path=self._path)
            addition = Addition(connection, self._now())
            return sum(addition.decide(number, decision) for number in numbers)

    def _now(self) -> datetime:
        moment = self._clock()
        if moment.tzinfo is None:
            raise TypeError("the clock of a history gives moments with a zone: datetime.now(timezone.utc)")
        return moment.astimezone(UTC)


def _number_of(one: int | Quarantined) -> int:
    if isinstance(one, Quarantined):
        return one.number
    if type(one) is int:
        return one
    raise TypeError(f"what waits in quarantine is named by its number or itself, not {type(one).__name__}")
