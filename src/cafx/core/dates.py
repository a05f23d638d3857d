"""Days and moments: a day is a plain date in its source's zone, a moment is aware and in UTC."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Final

from cafx.core.text import printable
from cafx.errors import ParseError

__all__ = ["day_of", "moment_of"]

_MAX_MOMENT: Final = len("2025-12-16T09:30:00.000000+00:00")


def day_of(value: date | str, *, what: str = "as_of") -> date:
    """Return a plain date, from a ``date`` or ISO text such as ``"2025-12-16"``.

    Raises:
        TypeError: a ``datetime``: which day a moment falls on depends on the zone, so the caller
            has to say it.
        ParseError: text that is no ISO date.
    """
    if type(value) is date:
        return value
    if isinstance(value, datetime):
        way = "moment.date()" if value.tzinfo is None else "moment.astimezone(zone).date()"
        message = f"{what} is a plain date, not a datetime: pass {way}"
        raise TypeError(message)
    if isinstance(value, str):
        try:
            if len(value) == len("2025-12-16"):
                return date.fromisoformat(value)
        except ValueError:
            pass
        message = f"{what} {printable(value)} is no date: write it as 2025-12-16"
        raise ParseError(message, text=value[:40])
    if isinstance(value, date):
        return date(value.year, value.month, value.day)
    message = f"{what} must be a date, not {type(value).__name__}"
    raise TypeError(message)


def moment_of(value: datetime | str, *, what: str = "observed_at") -> datetime:
    """Return an aware moment in UTC, from an aware ``datetime`` or ISO text with an offset.

    Raises:
        TypeError: a moment without a zone, or something else.
        ParseError: text that is no ISO moment with an offset.
    """
    moment: object = value
    if isinstance(value, str):
        moment = _parsed(value)
        if moment is None:
            message = f"{what} {printable(value)} is no moment: write it as 2025-12-16T09:30:00+00:00"
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
