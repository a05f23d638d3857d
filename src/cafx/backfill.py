"""Filling a history from a source: a span is fetched and added document by document."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final, final

from cafx.client.result import Failure, Remark, raise_for
from cafx.core.dates import day_of
from cafx.core.value import Value
from cafx.history.results import Added
from cafx.sources import source_of
from cafx.values.reading import Rejection

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Protocol, Self

    from cafx.client.result import Step
    from cafx.history.store import History
    from cafx.sources import Source

    class Spans(Protocol):
        """What is wanted of a client: the documents of a span, one after another."""

        def steps(self, source: Source, start: date, end: date, *, known: frozenset[date]) -> Iterator[Step]:
            """Fetch a span without the days that are known, and yield each document as it comes."""


__all__ = ["Backfilled", "Progress", "fill_history"]

#: What each cause of a failure is called in one line.
_CAUSES: Final = {"unavailable": "not reached", "refused": "refused", "changed": "not understood"}


@final
class Progress(Value):
    """How far a backfill is.

    Attributes:
        source: who is asked.
        done: how many documents were asked for so far.
        total: how many there are to ask for.
        on: the day of the last one; None for one of many days.
        added: what they added to the history, together.
        failures: how many of them failed.

    >>> from cafx import History
    >>> from cafx.testing import BankServer
    >>> with BankServer({"USD/KZT": "520.20"}, day="2026-11-28") as bank, bank.client() as client:
    ...     with History(":memory:") as history:
    ...         done = fill_history(client, history, bank.source, "2026-11-27", "2026-11-28", progress=print)
    Bank...
    """

    source: str
    done: int
    total: int
    on: date | None
    added: Added
    failures: int

    def __str__(self) -> str:
        return f"{self.source}: {self.done} of {self.total}, {self.failures} failed"


@final
class Backfilled(Value):
    """What a backfill did; a day that failed stays a gap and is asked for again next time.

    Attributes:
        source: who was asked.
        documents: how many came and were read.
        total: how many were to be asked for.
        added: what they added to the history.
        failures: the documents that failed, each with its cause; what made the source be given up last.
        rejected: the rows that were not taken.
        empty: the days for which the source has no table.
        remarks: what is odd about what came, such as a table that repeats the one before it.

    >>> from cafx import History
    >>> from cafx.testing import BankServer
    >>> with BankServer({"USD/KZT": "520.20"}, day="2026-11-28") as bank, bank.client() as client:
    ...     with History(":memory:") as history:
    ...         report = fill_history(client, history, bank.source, "2026-11-27", "2026-11-28")
    >>> report.is_complete, report.documents, report.failures
    (True, 2, ())
    """

    source: str
    documents: int = 0
    total: int = 0
    added: Added = Added()
    failures: tuple[Failure, ...] = ()
    rejected: tuple[Rejection, ...] = ()
    empty: tuple[date, ...] = ()
    remarks: tuple[Remark, ...] = ()

    @property
    def is_complete(self) -> bool:
        """Whether everything that was to be asked for came, or is known not to exist."""
        return not self.failures

    def raise_for_failures(self) -> Self:
        """Return this report, if nothing failed.

        Raises:
            SourceError: with the line that ``str`` gives, the cause of the first failure, and the longest
                ``retry_after`` of all. Where one document alone failed, the error is of its type.
        """
        raise_for(self.failures, str(self))
        return self

    def __str__(self) -> str:
        """Return it in one line, such as ``NBK: 0 of 731 documents, not reached: ...``."""
        line = f"{self.source}: {self.documents} of {self.total} documents"
        if self.empty:
            line += f", {len(self.empty)} without a table"
        if self.failures:
            first = self.failures[0]
            line += f", {_CAUSES.get(first.cause, first.cause)}: {' '.join(str(first).split())}"
        return f"{line} ({self.added})" if self.added.entries else line


def fill_history(
    client: Spans,
    history: History,
    source: Source | str,
    start: date | str,
    end: date | str,
    *,
    progress: Callable[[Progress], None] | None = None,
    again: bool = False,
) -> Backfilled:
    """Fetch a span from a source and add it to a history, one transaction for each document.

    Documents of days that are known already are not asked for, unless *again*; so a backfill
    that was cut short goes on where it stopped. A day is known when it has a value, in force or
    in quarantine, of each of the source's currencies; a day off, when the last table before it is.
    A day without a table is no failure: once it is a week past, it is remembered and not asked for again.

    Args:
        client: an open ``Client``.
        history: the ``History`` to fill.
        source: whom to ask; its name will do, such as ``"NBK"``.
        start: the first day, a date or ISO text.
        end: the last day.
        progress: called after each document.
        again: ask for every day once more, to find corrections.

    Returns:
        What was done; ``raise_for_failures()`` makes an error of what failed.

    Raises:
        SourceError: ``refused``: the source does not reach back so far, or gives only its latest rates.
        HistoryError: the history cannot be written.

    >>> from cafx import History
    >>> from cafx.testing import BankServer
    >>> with BankServer({"USD/KZT": "520.20"}, day="2026-11-28") as bank, bank.client() as client:
    ...     with History(":memory:") as history:
    ...         report = fill_history(client, history, bank.source, "2026-11-27", "2026-11-28")
    >>> print(report.added)
    2 new, 0 known, 0 revised, 0 quarantined
    """
    asked, first, last = source_of(source), day_of(start, what="start"), day_of(end, what="end")
    known = frozenset() if again else history.complete_days(asked, first, last)
    total = documents = 0
    added = Added()
    failures: list[Failure] = []
    rejected: list[Rejection] = []
    empty: list[date] = []
    remarks: dict[Remark, None] = {}  # a clock that is off is told once and not with each document
    for step in client.steps(asked, first, last, known=known):
        fetched = step.fetched
        for failure in fetched.failures:
            if failure.is_absent and step.on is not None:
                empty.append(step.on)
                history.note_empty_days(asked, [step.on])
            else:
                failures.append(failure)
        total, documents = step.total, documents + (not fetched.failures)
        added += history.add(fetched)
        rejected.extend(fetched.rejected)
        remarks |= dict.fromkeys(fetched.remarks)
        if progress is not None:
            progress(Progress(asked.name, step.done, total, step.on, added, len(failures)))
    return Backfilled(
        asked.name,
        documents,
        total,
        added,
        tuple(failures),
        tuple(rejected),
        tuple(dict.fromkeys(empty)),
        tuple(remarks),
    )
