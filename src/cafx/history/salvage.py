"""Saving what is sound in a damaged history: into a new file, with a list of what is lost.

The damaged file is only read: a copy of it, with its log, is what is opened. Where the pages that list
the tables are what was hit, they are taken from a new history, in which they are the same to the byte.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final, cast, final

from cafx.core.text import counted, printable
from cafx.core.value import Value
from cafx.errors import HistoryError
from cafx.history.coverage import EMPTY_DAY, write_empty_days
from cafx.history.integrity import check_case, check_revision
from cafx.history.location import default_path
from cafx.history.months import Change, Month, sum_up
from cafx.history.opening import check_schema, connect, explain_faults, open_to_write
from cafx.history.quarantine import insert_cases, read_cases
from cafx.history.recording import write_changes
from cafx.history.rows import checksum_of, read_revisions
from cafx.history.schema import CASE, MONTH, REVISION, select

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cafx.history.quarantine import Case
    from cafx.history.rows import Cell, Revision, Series

__all__ = ["Rescued", "rescue"]

# Of SQLite's file format: the places of numbers in the header, and what a page of a table may be.
_PAGE_SIZE: Final = slice(16, 18)
_LOCKING: Final = slice(18, 20)
_IS_SIZE_VALID_FOR: Final = slice(92, 96)
_HEADER: Final = 100
_INNER: Final = 5
_INNER_HEAD: Final = 12
_DEFAULT_PAGE: Final = 4096
_LEAST_ROW: Final = 40


@final
class Rescued(Value):
    """What was saved of a damaged history.

    Attributes:
        path: the new file.
        quotations: how many values it holds, those that were superseded among them.
        cases: how many cases of the quarantine.
        lost: what is not in it, a line for each stretch of rows or month.

    >>> print(Rescued("saved.db", 12, 0, ("rows 5 to 9: damaged",)))
    12 values and 0 cases saved to saved.db, 1 loss
    """

    path: str
    quotations: int
    cases: int
    lost: tuple[str, ...]

    def __str__(self) -> str:
        values, cases = counted(self.quotations, "value"), counted(self.cases, "case")
        return f"{values} and {cases} saved to {self.path}, {counted(len(self.lost), 'loss', 'losses')}"


def rescue(out: str | os.PathLike[str], path: str | os.PathLike[str] | None = None) -> Rescued:
    """Return what was saved of a damaged history: every sound row, in a new file; the rest is listed.

    Args:
        out: the new file; there must be none yet.
        path: the damaged history; None for the user's own. It is not changed.

    Raises:
        HistoryError: nothing of it can be read, or the new file cannot be written.

    >>> import tempfile
    >>> from pathlib import Path
    >>> from cafx import History, Quotation
    >>> price = Quotation("USD", "KZT", "520.40", as_of="2026-11-27", kind="official", source="NBK")
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = Path(folder, "history.db")
    ...     with History(path) as history:
    ...         added = history.add([price])
    ...     saved = rescue(Path(folder, "saved.db"), path)
    >>> print(saved.quotations)
    1
    """
    source, target = os.fspath(default_path() if path is None else path), os.fspath(out)
    if os.path.lexists(target):
        raise HistoryError(f"{target} is there already: name a file that is not", path=target)
    if not Path(source).is_file():
        raise HistoryError(f"there is no history at {source}", path=source)
    with explain_faults(target):
        folder = Path(target).absolute().parent
        folder.mkdir(parents=True, exist_ok=True)
        with (
            TemporaryDirectory(dir=folder, prefix=".cafx-") as place,
            closing(_open_copy(source, Path(place))) as damaged,
        ):
            made = Path(place) / "new"
            with closing(open_to_write(str(made))) as new:
                new.execute("BEGIN IMMEDIATE")
                rescued = _save(damaged, new, target)
                new.execute("COMMIT")
            made.rename(target)  # closed, it has no log: it appears whole or not at all
    return rescued


def _open_copy(path: str, folder: Path) -> sqlite3.Connection:
    copy = folder / "copy"
    with explain_faults(path):
        for end in ("", "-wal", "-journal"):
            if os.path.lexists(f"{path}{end}"):
                shutil.copyfile(f"{path}{end}", f"{copy}{end}")
        for mend in (None, _mend_list_of_tables):
            if mend is not None:
                mend(copy)
            connection = None
            try:
                connection = connect(str(copy), "rw")
                connection.execute("PRAGMA journal_mode=DELETE").fetchone()  # brings the log in
                if check_schema(connection, str(copy)):
                    connection.text_factory = bytes
                    return connection
            except (sqlite3.Error, HistoryError, UnicodeDecodeError):
                pass
            if connection is not None:
                connection.close()
    raise HistoryError(
        f"nothing of {path} can be read: it is not a history, or its pages are gone", path=path
    )


def _mend_list_of_tables(copy: Path) -> None:
    """Put the pages that list the tables in place, from a history that was made just now."""
    for end in ("-wal", "-journal", "-shm"):
        Path(f"{copy}{end}").unlink(missing_ok=True)
    body = bytearray(copy.read_bytes())
    size = int.from_bytes(body[_PAGE_SIZE], "big")
    if size & (size - 1) or not 512 <= size <= 32768:  # noqa: PLR2004 -- what a page of SQLite may have
        size = _DEFAULT_PAGE
    model = copy.with_name("model")
    connection = sqlite3.connect(model, isolation_level=None)
    with closing(connection):
        connection.execute(f"PRAGMA page_size={size}")
    open_to_write(str(model)).close()
    pages = model.read_bytes()
    for number in (0, *_children(pages[:size])):
        body[number * size : (number + 1) * size] = pages[number * size : (number + 1) * size]
    body[_LOCKING] = b"\x01\x01"  # no log
    body[_IS_SIZE_VALID_FOR] = b"\xff" * 4  # so that SQLite counts the pages itself
    copy.write_bytes(body)


def _children(page: bytes) -> list[int]:
    """Return the pages below the first one, from 0: its table has at most two levels."""
    if page[_HEADER] != _INNER:
        return []
    count = int.from_bytes(page[_HEADER + 3 : _HEADER + 5], "big")
    numbers = [int.from_bytes(page[_HEADER + 8 : _HEADER + 12], "big")]
    for index in range(count):
        place = _HEADER + _INNER_HEAD + 2 * index
        cell = int.from_bytes(page[place : place + 2], "big")
        numbers.append(int.from_bytes(page[cell : cell + 4], "big"))
    return [number - 1 for number in numbers]


def _save(damaged: sqlite3.Connection, new: sqlite3.Connection, target: str) -> Rescued:
    lost: list[str] = []
    revisions: list[Revision] = []
    for row in _read_table(damaged, "quotation", REVISION, lost):
        try:
            (revision,) = read_revisions([row])
            check_revision(revision)
            revisions.append(revision)
        except HistoryError as error:
            lost.append(f"row {row[0]}: {error}")
    cases: list[Case] = []
    for row in _read_table(damaged, "quarantine", CASE, lost):
        try:
            (case,) = read_cases([row])
            check_case(case)
            cases.append(case)
        except HistoryError as error:
            lost.append(f"row {row[0]} of the quarantine: {error}")
    write_changes(new, [Change(None, revision) for revision in revisions])
    insert_cases(new, cases)
    write_empty_days(new, _empty_days(damaged))
    lost += _missing_from(damaged, sum_up(revisions))
    return Rescued(target, len(revisions), len(cases), tuple(lost))


def _read_table(
    connection: sqlite3.Connection, table: str, columns: Sequence[str], lost: list[str]
) -> Iterator[tuple[Cell, ...]]:
    """Yield the rows of a table as far as they can be read, and note which cannot."""
    question = select(columns, table, ("id BETWEEN ? AND ?",), order="id")
    stretches = [(1, _last_id(connection, table))]
    gaps: list[int] = []
    while stretches:
        first, last = stretches.pop()
        place = first
        try:
            for row in connection.execute(question, (first, last)):
                if not isinstance(row[0], int) or not place <= row[0] <= last:
                    raise sqlite3.DatabaseError("the rows are not in order")
                gaps += range(place, row[0])
                place = row[0] + 1
                try:
                    yield tuple(cell.decode() if isinstance(cell, bytes) else cell for cell in row)
                except UnicodeDecodeError:
                    gaps.append(row[0])
            gaps += range(place, last + 1)
        except sqlite3.Error:
            if place == last:
                gaps.append(place)
            elif place < last:
                middle = (place + last) // 2
                stretches += [(middle + 1, last), (place, middle)]
    of_table = "" if table == "quotation" else f" of the {table}"
    lost += [f"rows {one} to {other}{of_table} cannot be read" for one, other in _stretches(gaps)]


def _last_id(connection: sqlite3.Connection, table: str) -> int:
    """Return the highest number of a row, or where that is lost a bound: rows are numbered without gaps."""
    index = {"quotation": "quotation_by_day", "quarantine": "quarantine_by_price"}[table]
    pages, size = (connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size"))
    bound = int(pages * size // _LEAST_ROW)
    found = []
    for where in (table, f"{table} INDEXED BY {index}"):
        try:
            (number,) = connection.execute(select(("max(id)",), where)).fetchone()
        except sqlite3.Error:
            continue
        found.append(number if isinstance(number, int) else 0)
    return min(max(found, default=bound), bound)


def _stretches(numbers: list[int]) -> list[tuple[int, int]]:
    """Return the first and last of each run of *numbers* that follow each other."""
    runs: list[tuple[int, int]] = []
    for number in sorted(set(numbers)):
        if runs and runs[-1][1] == number - 1:
            runs[-1] = runs[-1][0], number
        else:
            runs.append((number, number))
    return runs


def _empty_days(damaged: sqlite3.Connection) -> list[tuple[Cell, ...]]:
    """Return the empty days that can be read; one that is lost is asked for again."""
    days: list[tuple[Cell, ...]] = []
    try:
        for *cells, checksum in damaged.execute(select((*EMPTY_DAY, "checksum"), "empty_day")):
            row = tuple(
                cell.decode("utf-8", "replace") if isinstance(cell, bytes) else cell for cell in cells
            )
            if checksum_of(row) == checksum:
                days.append(row)
    except sqlite3.Error:
        pass
    return days


def _missing_from(damaged: sqlite3.Connection, saved: dict[tuple[str, Series], Month]) -> list[str]:
    """Return the months of which fewer rows were saved than there were, where the list of months is left."""
    missing = []
    try:
        for *cells, checksum in damaged.execute(select(MONTH, "month")):
            row = tuple(
                cell.decode("utf-8", "replace") if isinstance(cell, bytes) else cell for cell in cells
            )
            if checksum_of(row) != checksum:
                continue
            month = Month._make(cast("tuple[str, str, str, str, str, str, int, int, int]", row))
            found = saved.get((month.month, month.series))
            entries = 0 if found is None else found.entries
            if entries < month.entries:
                name = printable(month.name)[1:-1]
                missing.append(f"{name}: {entries} of {month.entries} values saved")
    except sqlite3.Error:
        missing.append("the list of months cannot be read: more may be missing")
    return missing
