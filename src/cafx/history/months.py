"""The months of each series: read whole and held against what they should come to.

A checksum shows that a row was changed, not that one is gone, or is missed by a question because the
column asked for was changed. So every question reads whole months and compares their rows with what
``month`` says of them; the two lie on different pages, and one damaged byte makes them differ.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Final, NamedTuple, cast

from cafx.errors import HistoryError
from cafx.history.rows import Cell, Revision, Series, StoredQuotation, checksum_of, read_revisions
from cafx.history.schema import DAY_ORDER, IN_FORCE, MONTH, QUOTATION, REVISION, SERIES, insert, select
from cafx.history.totals import Sum, add_to_total, total_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator, Mapping

__all__ = [
    "FIRST",
    "LAST",
    "Change",
    "Month",
    "note_changes",
    "read_all_months",
    "read_months",
    "read_spans",
    "sum_up",
]

#: The months between which everything lies; what has no day is counted under the first.
FIRST: Final = ""
LAST: Final = "9999-12"

# By place and not by name, which costs half as much: rows are read by the million.
_ORDER: Final[Callable[[StoredQuotation], tuple[Cell, ...]]] = itemgetter(*map(QUOTATION.index, DAY_ORDER))
_SERIES: Final = slice(len(SERIES))
_MONTH_KEY: Final = MONTH[:5]
_MONTH_ORDER: Final = ", ".join(_MONTH_KEY)

#: Makes a named row of a tuple of the right width.
_new: Final = tuple.__new__


class Month(NamedTuple):
    """What the rows of one series come to in one month."""

    month: str
    base: str
    quote: str
    source: str
    kind: str
    last: str  # the last day that one of them is for
    in_force: int
    entries: int
    digest: int  # the sum of their checksums

    @property
    def series(self) -> Series:
        """Whose rows they are."""
        return Series(self.source, self.kind, self.base, self.quote)

    @property
    def name(self) -> str:
        """What an error calls it."""
        when = f"in {self.month}" if self.month else "without a day"
        return f"what {self.source} has for {self.base}/{self.quote} {when}"


class Change(NamedTuple):
    """A row that is new, or takes the place of the same row as it was before."""

    before: Revision | None
    after: Revision


def read_months(
    connection: sqlite3.Connection, series: Mapping[str, str], first: str = FIRST, last: str = LAST
) -> Iterator[list[Revision]]:
    """Yield the rows of each month, by day, pair and source, once they are known to be whole.

    Args:
        connection: an open history.
        series: the columns of a series that the rows must have, such as ``{"base": "USD"}``.
        first: the first month, such as ``"2026-04"``.
        last: the last month.

    Raises:
        HistoryError: a row was changed, or one is missing.
    """
    expected: defaultdict[str, list[Month]] = defaultdict(list)
    conditions = [f"{name} = ?" for name in series]
    for month in _read(connection, [*conditions, "month BETWEEN ? AND ?"], [*series.values(), first, last]):
        expected[month.month].append(month)
    rows = read_revisions(_rows(connection, series, first, last))
    previous = FIRST
    for name, group in groupby(rows, key=_month_of):
        # An index that is damaged can give whole rows in another order.
        if name < previous:
            raise HistoryError(f"the index of its days is damaged: {name} comes after {previous}")
        found = sorted(group, key=_in_order)
        _check(expected.pop(name, []), found)
        yield found
        previous = name
    for months in expected.values():
        _check(months, [])


def read_spans(
    connection: sqlite3.Connection, series: Mapping[str, str], day: str
) -> Iterator[list[Revision]]:
    """Yield the months before that of *day* that have a row which reaches *day* or further.

    Raises:
        HistoryError: a row was changed, or one is missing.
    """
    conditions, values = [f"{name} = ?" for name in series], list(series.values())
    month = day[:7]
    # Each side finds what a damaged byte hides from the other.
    rows = connection.execute(
        select(
            ("DISTINCT substr(as_of, 1, 7)", *SERIES), "quotation", [*conditions, "through >= ?", "as_of < ?"]
        ),
        [*values, day, month],
    )
    groups = {(str(row[0]), Series._make(row[1:])) for row in rows}
    # Few months reach further than they should; by itself, SQLite would look at all that lie before.
    reaching = [*conditions, "last >= ?", "last > month || '-31'", "month < ?"]
    months = connection.execute(
        select(MONTH, "month INDEXED BY month_by_end", reaching), [*values, day, month]
    )
    groups |= {(one.month, one.series) for one in map(_month, months)}
    for name, one in sorted(groups):
        yield from read_months(connection, one._asdict(), name, name)


def read_all_months(connection: sqlite3.Connection) -> list[Month]:
    """Return what every month of every series should come to, the oldest month first.

    Raises:
        HistoryError: the list is damaged, or not whole.
    """
    rows = _rows_of_months(connection).fetchall()
    months = list(map(_month, rows))
    if total_of(connection, "month") != Sum.of([row[-1] for row in rows]):
        raise HistoryError("the list of its months is damaged")
    return months


def note_changes(connection: sqlite3.Connection, changes: Iterable[Change]) -> None:
    """Bring what the months come to up to date with rows that were written.

    Raises:
        HistoryError: what a month came to before is damaged.
    """
    groups: defaultdict[tuple[Cell, ...], list[Change]] = defaultdict(list)
    for change in changes:
        stored = change.after.stored
        groups[(stored.month, stored.base, stored.quote, stored.source, stored.kind)].append(change)
    conditions = [f"{name} = ?" for name in _MONTH_KEY]
    entries = digest = 0
    rows: list[tuple[Cell, ...]] = []
    for key, group in groups.items():
        before = next(_read(connection, conditions, key), None)
        after = _changed(before or Month(*cast("tuple[str, str, str, str, str]", key), "", 0, 0, 0), group)
        entries += before is None
        digest += checksum_of(after) - (0 if before is None else checksum_of(before))
        rows.append((*after, checksum_of(after)))
    connection.executemany(insert("month", MONTH, replace=True), rows)
    add_to_total(connection, "month", Sum(entries, digest))


def sum_up(revisions: Iterable[Revision]) -> dict[tuple[str, Series], Month]:
    """Return what *revisions* come to, by month and series."""
    return {(month.month, month.series): month for month in _add_up_each(revisions)}


def _add_up_each(revisions: Iterable[Revision]) -> list[Month]:
    groups: defaultdict[tuple[str, object], list[Revision]] = defaultdict(list)
    for revision in revisions:
        stored = revision.stored
        groups[stored.as_of[:7], stored[_SERIES]].append(revision)
    return [_add_up(group) for group in groups.values()]


def _add_up(group: list[Revision]) -> Month:
    _, one, _, _, _ = group[0]
    last = max([stored.through or stored.as_of for _, stored, _, _, _ in group])
    in_force = [superseded_at for _, _, _, superseded_at, _ in group].count(None)
    digest = sum([checksum for _, _, _, _, checksum in group])
    return Month(one.month, one.base, one.quote, one.source, one.kind, last, in_force, len(group), digest)


def _in_order(revision: Revision) -> tuple[Cell, ...]:
    return _ORDER(revision.stored)


def _month_of(revision: Revision) -> str:
    return revision.stored.as_of[:7]


def _changed(month: Month, changes: Iterable[Change]) -> Month:
    last, in_force, entries, digest = month.last, month.in_force, month.entries, month.digest
    for before, after in changes:
        last = max(last, after.stored.last_day)
        in_force += after.is_in_force
        entries += 1
        digest += after.checksum
        if before is not None:
            in_force -= before.is_in_force
            entries -= 1
            digest -= before.checksum
    return month._replace(last=last, in_force=in_force, entries=entries, digest=digest)


def _rows(connection: sqlite3.Connection, series: Mapping[str, str], first: str, last: str) -> sqlite3.Cursor:
    conditions = [*(f"{name} = ?" for name in series), "as_of BETWEEN ? AND ?"]
    values = [*series.values(), first, f"{last}-31"]
    order = f"{', '.join(DAY_ORDER)}, id"
    if len(series) < len(SERIES):
        return connection.execute(select(REVISION, "quotation", conditions, order=order), values)
    # Of a whole series two questions, each of which has an index.
    current = select(REVISION, "quotation", [*conditions, IN_FORCE])
    former = select(REVISION, "quotation", [*conditions, "superseded_at IS NOT NULL"], order="as_of, id")
    return connection.execute(f"{current} UNION ALL {former}", [*values, *values])


def _read(
    connection: sqlite3.Connection, conditions: Iterable[str], values: Iterable[Cell]
) -> Iterator[Month]:
    return map(_month, _rows_of_months(connection, conditions, values))


def _rows_of_months(
    connection: sqlite3.Connection, conditions: Iterable[str] = (), values: Iterable[Cell] = ()
) -> sqlite3.Cursor:
    return connection.execute(select(MONTH, "month", conditions, order=_MONTH_ORDER), tuple(values))


def _month(row: tuple[Cell, ...]) -> Month:
    cells = row[:-1]
    if checksum_of(cells) != row[-1]:
        raise HistoryError("the list of its months is damaged")
    return _new(Month, cells)


def _check(expected: Iterable[Month], found: list[Revision]) -> None:
    """Refuse rows of one month that do not come to what they should."""
    wanted = {month[:5]: month for month in expected}
    for month in _add_up_each(found):
        if wanted.pop(month[:5], None) != month:
            raise HistoryError(f"{month.name} is damaged: a row is missing or changed")
    for month in wanted.values():
        raise HistoryError(f"{month.name} is damaged: {month.entries} of its rows are missing")
