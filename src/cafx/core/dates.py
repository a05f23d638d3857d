"""Days and moments: a day is a plain date in its source's zone, a moment is aware and in UTC."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Final, TypeAlias

from cafx.core.text import printable
from cafx.errors import ParseError

__all__ = ["REGION_ZONE", "Day", "day_of", "moment_of", "now_in_utc"]

#: What says which day is meant, wherever a day is taken: a date, or ISO text such as ``"2025-12-16"``.
#: A ``numpy.datetime64[D]`` is taken too.
Day: TypeAlias = date | str

#: The zone of the region's day: four of its banks keep it, Bishkek is an hour ahead.
REGION_ZONE: Final = timezone(timedelta(hours=5))

_DAY_LENGTH: Final = 10  # of 2025-12-16
_MAX_MOMENT: Final = len("2025-12-16T09:30:00.000000+00:00")
# What columns of text hold where a day is missing.
_MISSING: Final = frozenset(("", "nat", "nan", "none", "null", "na", "<na>"))


def day_of(value: Day, *, what: str = "as_of") -> date:
    """Return a plain date, from a ``date``, ISO text or a ``numpy.datetime64[D]``.

    Raises:
        TypeError: a ``datetime``, since which day a moment falls on depends on the zone, so the caller
            has to say it; a missing day (``NaT``, ``NaN``), which is never "the newest"; something else.
        ParseError: text that is not an ISO date, or that is empty.

    >>> day_of("2025-12-16")
    datetime.date(2025, 12, 16)
    """
    if type(value) is date:
        return value
    if isinstance(value, str):
        try:
            if len(value) == _DAY_LENGTH:
                return date.fromisoformat(value)
        except ValueError:
            pass
        if value.strip().lower() in _MISSING:
            message = f"{what} is missing: the text is {printable(value)}; pass a day such as 2025-12-16"
        else:
            message = f"{what} {printable(value)} is not a date: write it as 2025-12-16"
        raise ParseError(message, text=value[:40])
    if _is_missing(value):
        message = f"{what} is missing ({value}): leave out what has no day, or pass one such as '2025-12-16'"
        raise TypeError(message)
    if isinstance(value, datetime):
        way = "moment.date()" if value.tzinfo is None else "moment.astimezone(zone).date()"
        message = f"{what} is a plain date, not a datetime: pass {way}"
        raise TypeError(message)
    if isinstance(value, date):
        return date(value.year, value.month, value.day)
    if type(value).__name__ == "datetime64":
        return _numpy_day(value, what)
    message = f"{what} must be a date, not {type(value).__name__}"
    raise TypeError(message)


def _is_missing(value: object) -> bool:
    """Whether *value* is one of the forms in which data hold nothing: NaN, NaT, pandas' NA."""
    if type(value).__name__ == "NAType":  # compared with itself it is neither equal nor not
        return True
    return bool(value != value)  # noqa: PLR0124 -- what NaN and every NaT have in common


def _numpy_day(value: object, what: str) -> date:
    """Return the date of a ``numpy.datetime64`` whose unit is the day."""
    item = getattr(value, "item", None)
    day = item() if item is not None and str(getattr(value, "dtype", "")) == "datetime64[D]" else None
    if type(day) is date:
        return day
    message = f"{what} is a plain date, not {printable(repr(value))}: pass value.astype('datetime64[D]')"
    raise TypeError(message)


def moment_of(value: datetime | str, *, what: str = "observed_at") -> datetime:
    """Return an aware moment in UTC, from an aware ``datetime`` or ISO text with an offset.

    Raises:
        TypeError: a moment without a zone, or something else.
        ParseError: text that is not an ISO moment with an offset.
    """
    moment: object = value
    if isinstance(value, str):
        moment = _parsed(value)
        if moment is None:
            message = f"{what} {printable(value)} is not a moment: write it as 2025-12-16T09:30:00+00:00"
            raise ParseError(message, text=value[:40])
    if not isinstance(moment, datetime) or moment.utcoffset() is None:
        message = f"{what} is a moment with a zone: pass datetime.now(timezone.utc)"
        raise TypeError(message)
    return moment.astimezone(UTC)


def _parsed(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text) if len(text) <= _MAX_MOMENT else None
    except ValueError:
        return None
    return moment if moment is not None and moment.utcoffset() is not None else None


def now_in_utc() -> datetime:
    """Return the aware moment that is now: the clock of whoever is not handed another."""
    return datetime.now(UTC)
