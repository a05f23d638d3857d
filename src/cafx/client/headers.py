"""What the headers of an answer say: its marks, the server's clock, and how long to wait."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["read_date", "read_retry_after", "read_validators"]

_EARLIEST, _LATEST = 2000, 2999  # years of a server's clock that are believed
_MAX_MARK: Final = 200
_MAX_DATE: Final = 80
_MAX_DIGITS: Final = 9


def read_retry_after(headers: Mapping[str, str]) -> float | None:
    """Return how many seconds a server asks to wait, given as a number or as a date."""
    text = headers.get("retry-after", "").strip()
    if text.isascii() and text.isdigit():
        return float(text[:_MAX_DIGITS])
    moment = _moment(text)
    return None if moment is None else max(0.0, (moment - datetime.now(UTC)).total_seconds())


def read_date(headers: Mapping[str, str]) -> datetime | None:
    """Return what the server's own clock says now: its date, and how long a cache has kept the answer."""
    moment = _moment(headers.get("date", ""))
    age = headers.get("age", "").strip()
    if moment is None or not (age.isascii() and age.isdigit()):
        return moment
    return moment + timedelta(seconds=int(age[:_MAX_DIGITS]))


def read_validators(headers: Mapping[str, str]) -> dict[str, str]:
    """Return the conditions under which the same document need not be sent again."""
    marks = {
        "If-None-Match": headers.get("etag"),
        "If-Modified-Since": headers.get("last-modified"),
    }
    return {name: mark for name, mark in marks.items() if mark and len(mark) <= _MAX_MARK}


def _moment(text: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(text[:_MAX_DATE])
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if not _EARLIEST <= moment.year <= _LATEST:
        return None
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
