"""``History``: the SQLite file in which quotations are kept, append-only, revisions and all."""

from __future__ import annotations

from cafx.history.export import FORMATS
from cafx.history.place import default_path
from cafx.history.store import Added, Backfilled, History, Progress, Suspect
from cafx.history.user import user_book

__all__ = [
    "FORMATS",
    "Added",
    "Backfilled",
    "History",
    "Progress",
    "Suspect",
    "default_path",
    "user_book",
]
