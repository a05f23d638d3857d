"""The rates of the user's own history, for those who convert without a book of their own."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from functools import lru_cache

from cafx.history.location import default_path
from cafx.rates.book import RateBook

__all__ = ["user_book"]


def user_book(on: date | None = None) -> RateBook | None:
    """Return the bundled book with the user's own history merged in; None where there is no history.

    Only the month before *on* or, without a day, the newest quotation of each series are read,
    so that a long history costs a command line little. The newest is that of today (UTC): a rate
    for tomorrow waits for its day. The book is kept until the file changes.

    Raises:
        HistoryError: the file is there and cannot be read.
    """
    path = str(default_path())
    stamp = _changed_at(path)
    if stamp is None:
        return None
    return _book(path, (stamp, _changed_at(f"{path}-wal")), on, _today() if on is None else None)


@lru_cache(maxsize=16)
def _book(path: str, stamps: object, on: date | None, today: date | None) -> RateBook:  # noqa: ARG001 -- part of the key
    from cafx.history.crosscheck import month_before
    from cafx.history.store import History

    with History(path) as history:
        own = history.newest(end=today) if on is None else history.quotations(start=month_before(on), end=on)
    return RateBook.bundled().merge(own)


def _today() -> date:
    return datetime.now(UTC).date()


def _changed_at(path: str) -> tuple[int, int] | None:
    try:
        facts = os.stat(path)  # noqa: PTH116 -- asked with every conversion: a Path would cost twice as much
    except OSError:
        return None
    return facts.st_mtime_ns, facts.st_size
