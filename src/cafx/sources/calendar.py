"""``Calendar``: on which weekdays a source starts a new table, so that silence can be judged.

Staleness counts missed publications, not days: a source that starts no table on Sunday has missed
nothing on Monday morning. Holidays are not known here; a run of them reads as a few missed days.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = [
    "DAILY",
    "MAX_AHEAD",
    "MONDAY_TO_FRIDAY",
    "MONDAY_TO_SATURDAY",
    "TUESDAY_TO_SATURDAY",
    "Calendar",
    "pages",
]

#: Rates of tomorrow are published today, those of Monday on Saturday; later dates are slips.
MAX_AHEAD: Final = timedelta(days=2)
_WEEK: Final = 7
_DAY: Final = timedelta(days=1)


class Calendar(NamedTuple):
    """The weekdays (ISO: Monday 1 to Sunday 7) on which a source's tables begin to hold.

    >>> TUESDAY_TO_SATURDAY.missed(date(2026, 3, 14), date(2026, 3, 17))
    0
    >>> TUESDAY_TO_SATURDAY.missed(date(2026, 3, 14), date(2026, 3, 19))
    2
    """

    weekdays: frozenset[int]

    def publishes(self, day: date) -> bool:
        """Return whether a table is expected to begin on *day*."""
        return day.isoweekday() in self.weekdays

    def days(self, start: date, end: date) -> Iterator[date]:
        """Yield the days from *start* to *end*, both included, on which a table is expected to begin."""
        for ordinal in range(start.toordinal(), end.toordinal() + 1):
            day = date.fromordinal(ordinal)
            if day.isoweekday() in self.weekdays:
                yield day

    def missed(self, last: date, today: date) -> int:
        """Return how many tables should have begun after *last* and before *today*.

        Today's own table is not counted: it may still come.
        """
        between = (today - last).days - 1
        if between <= 0:
            return 0
        weeks, rest = divmod(between, _WEEK)
        return weeks * len(self.weekdays) + sum(
            (last + _DAY * offset).isoweekday() in self.weekdays for offset in range(1, rest + 1)
        )


DAILY: Final = Calendar(frozenset(range(1, 8)))
MONDAY_TO_FRIDAY: Final = Calendar(frozenset(range(1, 6)))
MONDAY_TO_SATURDAY: Final = Calendar(frozenset(range(1, 7)))
#: A fixing of Monday holds from Tuesday, one of Friday from Saturday.
TUESDAY_TO_SATURDAY: Final = Calendar(frozenset(range(2, 7)))


def pages(start: date, end: date, length: int) -> Iterator[tuple[date, date]]:
    """Yield the first and the last day of the pages of at most *length* days that make up a span.

    >>> [str(last) for _, last in pages(date(2026, 1, 1), date(2026, 1, 10), 4)]
    ['2026-01-04', '2026-01-08', '2026-01-10']
    """
    for first in range(start.toordinal(), end.toordinal() + 1, length):
        # Counted in numbers: the day after the last one of the calendar is not a date.
        yield date.fromordinal(first), date.fromordinal(min(first + length - 1, end.toordinal()))
