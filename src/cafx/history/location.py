"""Where the user's own history lies."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path

__all__ = ["default_path"]


def default_path() -> Path:
    """Give the user's own history: in the folder ``CAFX_DATA``, else where the system keeps such data."""
    return _path_in(os.environ.get("CAFX_DATA"))


@lru_cache(maxsize=8)
def _path_in(folder: str | None) -> Path:
    if folder:
        return Path(folder) / "history.sqlite3"
    from platformdirs import user_data_path

    return user_data_path("cafx", appauthor=False) / "history.sqlite3"
