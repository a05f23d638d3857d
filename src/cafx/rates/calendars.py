"""When a bank's next new rate is due: how long an official rate is in force, and when a rate is stale.

In force
    An official rate answers from its day to the day before its bank's next *new* rate is due, by the
    weekdays of ``BANKS``: what is set from Monday to Friday for the next day is new from Tuesday to
    Saturday, and Saturday's rate is Sunday's and Monday's. A quotation that says how long it holds
    (``through``) does so itself; any other is in force on its own day alone.

Stale
    A rate is stale that has missed more than three of its source's publications: the days on which a
    new one was due, without the bank's days off, which the package knows to the end of ``DAYS_OFF_UNTIL``.
    A span and a peg are stale more than 14 days after their end. A ticker's or an article's price never
    is: its day is printed with it.

``Source.calendar`` is another thing: the days that have a document, new or not.
"""

from __future__ import annotations

import warnings
from datetime import UTC, date, datetime
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from cafx.errors import StaleRateWarning
from cafx.rates.tables import table_text

if TYPE_CHECKING:
    from cafx.values.quotation import Quotation
    from cafx.values.rate import Rate

__all__ = [
    "BANKS",
    "DAYS_OFF_UNTIL",
    "MAX_MISSED",
    "Publishing",
    "age_on",
    "days_in_force",
    "is_stale",
    "last_day_in_force",
    "missed_publications",
    "warn_if_stale",
]

#: A rate that has missed more publications than this is stale.
MAX_MISSED: Final = 3
#: The last year for which the table of days off says anything; after it weekends alone count.
DAYS_OFF_UNTIL: Final = 2031

_MAX_DAYS_PAST_END: Final = 14
_NEVER_STALE: Final = frozenset(("ticker", "stated"))
_WEEK: Final = 7


class Publishing(NamedTuple):
    """The weekdays (ISO: Monday 1 to Sunday 7) on which the new rates of a source begin.

    Attributes:
        weekdays: on which a new rate begins.
        country: whose days off bring no new rate, as an ISO code; empty where the package has no table.
        lag: days from the one on which a rate is set to the one on which it begins.
        since: the first day that the row is for.
    """

    weekdays: tuple[int, ...]
    country: str = ""
    lag: int = 0
    since: date = date.min


_TUESDAY_TO_SATURDAY: Final = (2, 3, 4, 5, 6)
_MONDAY_TO_FRIDAY: Final = (1, 2, 3, 4, 5)
_MONDAY_TO_SATURDAY: Final = (1, 2, 3, 4, 5, 6)
_DAILY: Final = (1, 2, 3, 4, 5, 6, 7)

#: By source, the oldest first where the days changed.
BANKS: Final[dict[str, tuple[Publishing, ...]]] = {
    # 1,133 of 1,143 changes from 2015 to 2020 begin Tuesday to Saturday; the others follow worked weekends.
    "NBK": (Publishing(_TUESDAY_TO_SATURDAY, "KZ", 1),),
    # 734 of 744 changes from 2021 to 2026.
    "NBKR": (Publishing(_TUESDAY_TO_SATURDAY, "KG", 1),),
    # All 9 changes of March 2026; Russia's days off are not in the table.
    "CBR": (Publishing(_TUESDAY_TO_SATURDAY, "", 1),),
    # Set each working day for the next one since 2021-02-15, on Tuesdays before (kun.uz, 2021-01-29).
    "CBU": (
        Publishing((2,), "UZ"),
        Publishing(_TUESDAY_TO_SATURDAY, "UZ", 1, since=date(2021, 2, 15)),
    ),
    # Set in the morning for the same day; two tables do not settle whether on Saturdays, so the earlier due
    # day counts.
    "NBT": (Publishing(_MONDAY_TO_SATURDAY, "TJ"),),
    # There is no document for Sundays.
    "CBT": (Publishing(_MONDAY_TO_SATURDAY, "TM"),),
    "NBP": (Publishing(_MONDAY_TO_FRIDAY),),
    "Frankfurter": (Publishing(_MONDAY_TO_FRIDAY),),
    "currency-api": (Publishing(_DAILY),),
}
# A source that is not in the table is taken to publish from Monday to Friday when staleness is judged.
_UNKNOWN: Final = (Publishing(_MONDAY_TO_FRIDAY),)


@cache
def days_in_force(source: str) -> tuple[tuple[int, tuple[int, ...]], ...]:
    """Return for how many days after its own an official rate of *source* is in force.

    Returns:
        For each row of the table the ordinal of its first day, and the days by weekday from Monday;
        nothing for a source that is not in the table, whose rates are in force on their own day alone.
    """
    return tuple(
        (
            row.since.toordinal(),
            tuple(
                next(after for after in range(_WEEK) if (weekday + after + 1) % _WEEK + 1 in row.weekdays)
                for weekday in range(_WEEK)
            ),
        )
        for row in BANKS.get(source, ())
    )


def last_day_in_force(quotation: Quotation) -> date | None:
    """Return the last day on which *quotation* is in force; None where its day is unknown.

    >>> from cafx import Quotation
    >>> saturday = Quotation("USD", "KZT", "474.20", as_of="2026-08-15", kind="official", source="NBK")
    >>> last_day_in_force(saturday)
    datetime.date(2026, 8, 17)
    """
    day = quotation.as_of
    if day is None or quotation.through is not None or quotation.kind != "official":
        return quotation.last_day
    ordinal = day.toordinal()
    return date.fromordinal(ordinal + _days_after(quotation.source, ordinal))


def _days_after(source: str, day: int) -> int:
    """Return for how many days after *day* (an ordinal) an official rate of *source* is in force."""
    for since, by_weekday in reversed(days_in_force(source)):
        if since <= day:
            return by_weekday[(day - 1) % _WEEK]  # 0001-01-01, whose ordinal is 1, was a Monday
    return 0


def missed_publications(quotation: Quotation, today: date) -> int:
    """Return how many new rates of its source were due after *quotation* and before *today*.

    Today's own is not counted, since it may still come, and counting ends one past ``MAX_MISSED``.
    """
    last = last_day_in_force(quotation)
    missed = 0
    for ordinal in range(today.toordinal() if last is None else last.toordinal() + 1, today.toordinal()):
        missed += _is_due(quotation.source, ordinal)
        if missed > MAX_MISSED:
            break
    return missed


def _is_due(source: str, ordinal: int) -> bool:
    """Whether a new rate of *source* begins on a day, given by its ordinal."""
    rows = BANKS.get(source, _UNKNOWN)
    row = next((row for row in reversed(rows) if row.since.toordinal() <= ordinal), rows[0])
    if (ordinal - 1) % _WEEK + 1 not in row.weekdays:
        return False
    return not row.country or date.fromordinal(ordinal - row.lag) not in _days_off()[row.country]


def age_on(rate: Rate, day: date) -> int | None:
    """Return for how many days *rate* would be carried on *day*: 0 in force, None where a leg has no day."""
    ages = []
    for leg in rate.legs:
        last = last_day_in_force(leg)
        if last is None:
            return None
        ages.append((day - last).days)
    return max(0, *ages) if ages else 0


def is_stale(rate: Rate, today: date) -> bool:
    """Whether *rate* rests on a quotation that has missed more than three publications by *today*."""
    return any(_is_stale(leg, today) for leg in rate.legs)


def _is_stale(quotation: Quotation, today: date) -> bool:
    last = quotation.last_day
    if last is None or quotation.kind in _NEVER_STALE:
        return False
    if quotation.through is not None or quotation.kind in ("peg", "reference"):
        return (today - last).days > _MAX_DAYS_PAST_END
    return missed_publications(quotation, today) > MAX_MISSED


def warn_if_stale(rate: Rate, *, stacklevel: int = 2, today: date | None = None) -> None:
    """Warn of a rate that was asked for without a day and is stale; the wall clock enters here alone.

    Args:
        rate: the newest that is known.
        stacklevel: whose line the warning names, counted as ``warnings.warn`` counts, from the caller.
        today: the day of the wall clock; that of UTC when left out.
    """
    day = datetime.now(UTC).date() if today is None else today
    if is_stale(rate, day):
        age = age_on(rate, day)
        warnings.warn(
            f"the newest rate known for {rate.pair} is {age} days old: pass on= to say which day is meant,"
            " or take in newer quotations",
            StaleRateWarning,
            stacklevel=stacklevel + 1,
        )


@cache
def _days_off() -> dict[str, frozenset[date]]:
    """Return the table of days off; the rows are ``country,year,days``, each day as month and day."""
    days: dict[str, set[date]] = {}
    for line in table_text("days_off.csv").splitlines()[1:]:
        country, year, text = line.split(",")
        days.setdefault(country, set()).update(
            date(int(year), int(day[:2]), int(day[2:])) for day in text.split()
        )
    return {country: frozenset(off) for country, off in days.items()}
