"""Where the user's own history lies."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path

__all__ = ["default_path"]

_FILE = "history.sqlite3"


def default_path() -> Path:
    """Give the user's own history: in the folder ``CAFX_DATA``, else where the system keeps such data."""
    folder = os.environ.get("CAFX_DATA")
    return Path(folder) / _FILE if folder else _system_path()


@lru_cache(maxsize=1)
def _system_path() -> Path:
    from platformdirs import user_data_path

    return user_data_path("cafx", appauthor=False) / _FILE
