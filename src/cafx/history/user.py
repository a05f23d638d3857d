"""The rates of the user's own history, for those who convert without a book of their own."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from cafx.book import RateBook
from cafx.history.place import default_path
from cafx.history.store import History
from cafx.history.suspicion import NEIGHBOURS

if TYPE_CHECKING:
    from datetime import date

__all__ = ["user_book"]


def user_book(on: date | None = None) -> RateBook | None:
    """Give the rates of the user's own history that can answer for a day; None where there is none.

    Only the month before *on*, or the newest of each series, is read, so that a long history costs
    a command line little. The book is kept until the file changes.
    """
    path = default_path()
    stamps = tuple(_changed_at(f"{path}{end}") for end in ("", "-wal"))
    return None if stamps[0] is None else _user_book(str(path), stamps, on)


@lru_cache(maxsize=32)
def _user_book(path: str, stamps: object, on: date | None) -> RateBook:  # noqa: ARG001 -- part of the key
    with History(path) as history:
        if on is None:
            return RateBook(history.newest())
        return history.book(start=on - NEIGHBOURS, end=on)


def _changed_at(path: str) -> tuple[int, int] | None:
    try:
        facts = Path(path).stat()
    except OSError:
        return None
    return facts.st_mtime_ns, facts.st_size
