"""``History``: the SQLite file in which quotations are kept, append-only, revisions and all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cafx.core.lazy import lazily

if TYPE_CHECKING:
    from cafx.history.export import FORMATS
    from cafx.history.location import default_path
    from cafx.history.results import Added, Quarantined
    from cafx.history.salvage import Rescued, rescue
    from cafx.history.store import History
    from cafx.history.user import user_book

# Where each name lives. Who only converts looks for a history by its path, and without one never
# imports sqlite3.
_HOMES: Final = {
    "Added": "cafx.history.results",
    "FORMATS": "cafx.history.export",
    "History": "cafx.history.store",
    "Quarantined": "cafx.history.results",
    "Rescued": "cafx.history.salvage",
    "default_path": "cafx.history.location",
    "rescue": "cafx.history.salvage",
    "user_book": "cafx.history.user",
}

__all__ = [
    "FORMATS",
    "Added",
    "History",
    "Quarantined",
    "Rescued",
    "default_path",
    "rescue",
    "user_book",
]


__getattr__ = lazily("cafx.history", _HOMES)


def __dir__() -> list[str]:
    return __all__
