"""Where a history lies; who only asks for that does not load SQLite."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path
from typing import Final

__all__ = ["MEMORY", "default_path", "is_path"]

#: The path of a history that is kept in memory.
MEMORY: Final = ":memory:"


def default_path() -> Path:
    """Return the path of the user's own history.

    It lies in the folder that the variable ``CAFX_DATA`` names (``~`` in it is the home folder, since
    a unit file or a crontab does not replace it), else where the system keeps such data.

    >>> default_path().suffix
    '.sqlite3'
    """
    return _path_in(os.environ.get("CAFX_DATA"), os.environ.get("HOME"))


@lru_cache(maxsize=8)
def _path_in(folder: str | None, home: str | None) -> Path:  # noqa: ARG001 -- part of the key
    if folder:
        # Where there is no home folder, os.path leaves "~" as it is, and Path raises RuntimeError.
        return Path(os.path.expanduser(folder)) / "history.sqlite3"  # noqa: PTH111
    from platformdirs import user_data_path

    return user_data_path("cafx", appauthor=False) / "history.sqlite3"


def is_path(path: str) -> bool:
    """Whether the system can be asked for *path* at all."""
    try:
        return bool(path) and b"\0" not in os.fsencode(path)
    except UnicodeEncodeError:
        return False
