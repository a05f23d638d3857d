"""What is asked of a history, and the one place that says what is in force, or was known then."""

from __future__ import annotations

from collections import defaultdict
from datetime import UTC, date, datetime, timedelta
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple, Self, TypeAlias

from cafx.core.currency import Currency
from cafx.core.dates import day_of
from cafx.core.text import printable
from cafx.errors import HistoryError, OptionError
from cafx.history.months import FIRST, LAST, read_all_months, read_months, read_spans
from cafx.history.rows import stamp
from cafx.history.schema import IN_FORCE, select
from cafx.values.quotation import KINDS

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from cafx.history.months import Month
    from cafx.history.rows import Revision, Series
    from cafx.values.quotation import Quotation

    _Choice: TypeAlias = Callable[[Iterable[str]], str]

__all__ = ["Question", "count_in_force", "newest_in_force", "revisions_for", "series_of"]


class Question(NamedTuple):
    """Which quotations are asked for: of which series, for which days, as known when."""

    series: Mapping[str, str]  # the columns of a series that must be so
    start: str  # the first day, empty for any
    end: str  # the last day, empty for any
    moment: str  # of what was known then; empty for now

    @classmethod
    def of(
        cls,
        series: Mapping[str, str],
        start: date | str | None,
        end: date | str | None,
        as_known_on: date | datetime | str | None,
    ) -> Self:
        """Return the question for what a user names; None is for any day, and for what is known now.

        Raises:
            ParseError: text that is not a day.
            TypeError: a moment without a zone.
        """
        return cls(
            series,
            "" if start is None else day_of(start, what="start").isoformat(),
            "" if end is None else day_of(end, what="end").isoformat(),
            "" if as_known_on is None else _end_of(as_known_on),
        )

    @classmethod
    def of_all(cls) -> Self:
        """Return the question for all that is in force."""
        return cls({}, "", "", "")

    def answers(self, connection: sqlite3.Connection) -> Iterator[Quotation]:
        """Yield the quotations, by day, pair and source; of a month at most are in memory at once.

        Raises:
            HistoryError: something that is asked for is damaged.
        """
        first, last = self.start[:7] or FIRST, self.end[:7] or LAST
        months = read_months(connection, self.series, first, last)
        if self.start:
            before = chain.from_iterable(read_spans(connection, self.series, self.start))
            months = chain([sorted(before, key=_in_order)], months)
        is_plain = not (self.start or self.end or self.moment)
        for month in months:
            for revision in month:
                if revision.superseded_at is None if is_plain else self._is_met_by(revision):
                    yield revision.stored.quotation()

    def _is_met_by(self, revision: Revision) -> bool:
        stored = revision.stored
        if self.start and (not stored.as_of or stored.last_day < self.start):
            return False
        if self.end and stored.as_of > self.end:
            return False
        return revision.was_known(self.moment) if self.moment else revision.is_in_force


def series_of(
    base: str | None, quote: str | None, source: str | None = None, kind: str | None = None
) -> dict[str, str]:
    """Return the columns of a series that are asked for.

    Raises:
        OptionError: no such kind, or a name that no source has.
        UnknownCurrency: an unknown code.
    """
    if kind is not None and kind not in KINDS:
        message = f"kind {printable(kind)} is not one of {', '.join(KINDS)}"
        raise OptionError(message, option="kind", value=kind)
    if source is not None and not (isinstance(source, str) and source.isprintable()):
        message = f"{printable(source)} is not the name of a source: pass one such as 'NBK'"
        raise OptionError(message, option="source", value=source)
    codes = {"base": base, "quote": quote}
    series = {name: str(Currency(code)) for name, code in codes.items() if code is not None}
    return series | {
        name: text for name, text in {"source": source, "kind": kind}.items() if text is not None
    }


def newest_in_force(connection: sqlite3.Connection, end: str) -> tuple[Quotation, ...]:
    """Return the newest quotation of each series, up to the day *end* unless that is empty.

    A pair that has none so early is given with the first ones after it.
    """
    months: defaultdict[Series, list[Month]] = defaultdict(list)
    for month in read_all_months(connection):
        months[month.series].append(month)
    found: list[Revision] = []
    for known in months.values():
        before = [month for month in reversed(known) if not end or month.month <= end[:7]]
        found += _nearest(connection, before, lambda day: not end or day <= end, max)
    pairs = {(one.stored.base, one.stored.quote) for one in found}
    later: list[Revision] = []
    for series, known in months.items():
        if end and (series.base, series.quote) not in pairs:
            after = [month for month in known if month.month >= end[:7]]
            later += _nearest(connection, after, lambda day: day > end, min)
    in_order = (*sorted(found, key=_by_pair), *sorted(later, key=_by_pair))
    return tuple(one.stored.quotation() for one in in_order)


def revisions_for(
    connection: sqlite3.Connection, series: Mapping[str, str], day: str
) -> tuple[tuple[datetime, Quotation], ...]:
    """Return every value that was known for *day*, with the moment it was added, oldest first by source."""
    found = [
        one
        for month in read_months(connection, series, day[:7], day[:7])
        for one in month
        if one.stored.as_of == day
    ]
    found.sort(key=lambda one: (one.stored.source, one.stored.kind, one.id))
    return tuple((datetime.fromisoformat(one.recorded_at), one.stored.quotation()) for one in found)


def count_in_force(connection: sqlite3.Connection) -> int:
    """Return how many quotations are in force.

    Raises:
        HistoryError: rows are missing.
    """
    expected = sum(month.in_force for month in read_all_months(connection))
    (count,) = connection.execute(select(("count(*)",), "quotation", (IN_FORCE,))).fetchone()
    if count != expected:
        raise HistoryError(f"{count} quotations are in force where there should be {expected}")
    return expected


def _nearest(
    connection: sqlite3.Connection, months: Iterable[Month], is_meant: Callable[[str], bool], which: _Choice
) -> list[Revision]:
    """Return the value of the first or last day that is meant, of the first month that has one in force."""
    for month in months:
        rows = chain.from_iterable(read_months(connection, month.series._asdict(), month.month, month.month))
        meant = {one.stored.as_of: one for one in rows if one.is_in_force and is_meant(one.stored.as_of)}
        if meant:
            return [meant[which(meant)]]
    return []


def _by_pair(revision: Revision) -> tuple[str, ...]:
    stored = revision.stored
    return stored.base, stored.quote, stored.source


def _in_order(revision: Revision) -> tuple[str, ...]:
    stored = revision.stored
    return stored.as_of, stored.base, stored.quote, stored.source, stored.kind


def _end_of(when: date | datetime | str) -> str:
    if isinstance(when, datetime):
        if when.tzinfo is None:
            raise TypeError("as_known_on is a plain date, or a moment with a zone")
        return stamp(when)
    when = day_of(when, what="as_known_on")
    return stamp(datetime(when.year, when.month, when.day, tzinfo=UTC) + timedelta(days=1, microseconds=-1))
