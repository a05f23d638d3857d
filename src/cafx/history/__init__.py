"""``History``: the SQLite file in which quotations are kept, append-only, revisions and all."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from cafx.history.addition import Added
    from cafx.history.export import FORMATS
    from cafx.history.path import default_path
    from cafx.history.store import Backfilled, History, Progress, Suspect
    from cafx.history.user import user_book

# Where each name lives. Who only converts looks for a history by its path, and without one never
# imports sqlite3.
_HOMES: Final = {
    "Added": "addition",
    "Backfilled": "store",
    "FORMATS": "export",
    "History": "store",
    "Progress": "store",
    "Suspect": "store",
    "default_path": "path",
    "user_book": "user",
}

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


def __getattr__(name: str) -> object:
    home = _HOMES.get(name)
    if home is None:
        message = f"module 'cafx.history' has no attribute {name!r}"
        raise AttributeError(message)
    value: object = getattr(import_module(f"cafx.history.{home}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
