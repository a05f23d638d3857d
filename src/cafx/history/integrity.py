"""Whether a history file is sound: its pages, its rows, and what they come to."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Final

from cafx.core.dates import moment_of
from cafx.core.text import printable
from cafx.errors import CafxError, HistoryError
from cafx.history.coverage import empty_days
from cafx.history.months import read_all_months, sum_up
from cafx.history.quarantine import read_cases
from cafx.history.rows import damage, read_revisions
from cafx.history.schema import CASE, REVISION, select
from cafx.history.totals import check_totals

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from cafx.history.quarantine import Case
    from cafx.history.rows import Revision

__all__ = ["check_case", "check_revision", "find_problems"]

# Of one source, pair and day each value ends before, or when, the next one comes.
_OVERLAPS: Final = (
    "SELECT source, as_of, base, quote FROM (SELECT *, lead(recorded_at) OVER"
    " (PARTITION BY source, kind, base, quote, as_of ORDER BY recorded_at, id) AS next FROM quotation)"
    " WHERE next IS NOT NULL AND (superseded_at IS NULL OR superseded_at > next)"
)


def find_problems(connection: sqlite3.Connection) -> Iterator[str]:
    """Yield what is wrong with the file behind *connection*, a sentence for each fault."""
    for find in (_in_pages, _in_rows, _in_months, _in_order, _in_quarantine, _in_lists):
        try:
            yield from find(connection)
        except (HistoryError, sqlite3.Error, UnicodeError) as error:
            yield f"{find.__name__.removeprefix('_').replace('_', ' ')}: {printable(str(error))[1:-1]}"


def check_revision(revision: Revision) -> None:
    """Read *revision* as far as anybody could.

    Raises:
        HistoryError: it does not hold a quotation, or not the moments between which it held.
    """
    revision.stored.quotation()
    for moment in (revision.recorded_at, revision.superseded_at):
        if moment is not None:
            _check_moment(moment, revision)


def check_case(case: Case) -> None:
    """Read *case* as far as anybody could.

    Raises:
        HistoryError: it does not hold a quotation, or not the moments of its way.
    """
    case.stored.quotation()
    for moment in (case.quarantined_at, case.decided_at):
        if moment is not None:
            _check_moment(moment, case)


def _check_moment(moment: str, row: Revision | Case) -> None:
    try:
        moment_of(moment)
    except (CafxError, TypeError) as error:
        raise damage(row.stored, str(error)) from error


def _in_pages(connection: sqlite3.Connection) -> Iterator[str]:
    for (verdict,) in connection.execute("PRAGMA integrity_check"):
        if verdict != "ok":
            yield f"the file is damaged: {verdict}"


def _in_rows(connection: sqlite3.Connection) -> Iterator[str]:
    for row in connection.execute(select(REVISION, "quotation", order="id")):
        try:
            (revision,) = read_revisions([row])
            check_revision(revision)
        except HistoryError as error:
            yield f"row {row[0]}: {error}"


def _in_months(connection: sqlite3.Connection) -> Iterator[str]:
    sums = sum_up(_sound(connection))
    for month in read_all_months(connection):
        if sums.pop((month.month, month.series), None) != month:
            yield f"{month.name}: a row is missing or changed"
    for month in sums.values():
        yield f"{month.name}: its rows are not in the list of months"


def _sound(connection: sqlite3.Connection) -> Iterator[Revision]:
    for row in connection.execute(select(REVISION, "quotation", order="id")):
        try:
            yield from read_revisions([row])
        except HistoryError:
            continue  # named among the rows


def _in_order(connection: sqlite3.Connection) -> Iterator[str]:
    for source, as_of, base, quote in connection.execute(_OVERLAPS):
        yield f"{source} of {base}/{quote} for {as_of}: two values hold at once"


def _in_quarantine(connection: sqlite3.Connection) -> Iterator[str]:
    for row in connection.execute(select(CASE, "quarantine", order="id")):
        try:
            (case,) = read_cases([row])
            check_case(case)
        except HistoryError as error:
            yield f"row {row[0]} of the quarantine: {error}"


def _in_lists(connection: sqlite3.Connection) -> Iterator[str]:
    checks: tuple[Callable[[], object], ...] = (
        lambda: check_totals(connection),
        lambda: empty_days(connection, ""),  # reads those of all sources
    )
    for check in checks:
        try:
            check()
        except HistoryError as error:
            yield str(error)
