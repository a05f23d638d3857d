"""The rates of the user's own history, for those who convert without a book of their own."""

from __future__ import annotations

import os
from functools import lru_cache
from typing import TYPE_CHECKING

from cafx.book import RateBook
from cafx.history.path import default_path

if TYPE_CHECKING:
    from datetime import date

__all__ = ["user_book"]


def user_book(on: date | None = None) -> RateBook | None:
    """Give the bundled book with the user's own history merged in; None where there is no history.

    Only the month before *on* or, without a day, the newest quotation of each series are read,
    so that a long history costs a command line little. The book is kept until the file changes.

    Raises:
        HistoryError: the file is there and cannot be read.
    """
    path = str(default_path())
    stamp = _changed_at(path)
    return None if stamp is None else _book(path, (stamp, _changed_at(f"{path}-wal")), on)


@lru_cache(maxsize=16)
def _book(path: str, stamps: object, on: date | None) -> RateBook:  # noqa: ARG001 -- part of the key
    from cafx.history.store import History
    from cafx.history.suspicion import month_before

    with History(path) as history:
        own = history.newest() if on is None else history.quotations(start=month_before(on), end=on)
    return RateBook.bundled().merge(own)


def _changed_at(path: str) -> tuple[int, int] | None:
    try:
        facts = os.stat(path)  # noqa: PTH116 -- asked with every conversion: a Path would cost twice as much
    except OSError:
        return None
    return facts.st_mtime_ns, facts.st_size
