"""Where a history lies; who only asks for that does not load SQLite."""

from __future__ import annotations

import os
import sys
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["MEMORY", "default_name", "default_path", "is_path"]

#: The path of a history that is kept in memory.
MEMORY: Final = ":memory:"


def default_path() -> Path:
    """Return the path of the user's own history.

    It lies in the folder that the variable ``CAFX_DATA`` names (``~`` in it is the home folder, since
    a unit file or a crontab does not replace it), else where the system keeps such data.

    >>> default_path().suffix
    '.sqlite3'
    """
    from pathlib import Path

    return Path(default_name())


def default_name() -> str:
    """Return ``default_path()`` as text, for who only looks whether it is there, without ``pathlib``."""
    variables = os.environ
    return _name_in(
        variables.get("CAFX_DATA"),
        variables.get("HOME"),
        variables.get("XDG_DATA_HOME"),
        variables.get("ANDROID_DATA"),
    )


@lru_cache(maxsize=8)
def _name_in(folder: str | None, home: str | None, xdg: str | None, android: str | None) -> str:
    """Return the name of the file; the arguments are all the variables that it depends on."""
    if folder:
        # Where there is no home folder, os.path leaves "~" as it is, and Path raises RuntimeError.
        return os.path.join(os.path.expanduser(folder), "history.sqlite3")  # noqa: PTH111, PTH118
    usual = _usual_folder(home) if xdg is None and android is None else ""
    if usual:
        return os.path.join(usual, "history.sqlite3")  # noqa: PTH118
    from platformdirs import user_data_dir

    return os.path.join(user_data_dir("cafx", appauthor=False), "history.sqlite3")  # noqa: PTH118


def _usual_folder(home: str | None) -> str:
    """Return what ``platformdirs`` answers on Linux where no variable says otherwise; else nothing.

    Importing platformdirs would take a fifth of the time of ``cafx convert``: it imports pathlib, shutil
    and tempfile.
    """
    is_linux = sys.platform == "linux" and not hasattr(sys, "getandroidapilevel")
    if not is_linux or home is None or not home.startswith("/"):
        return ""
    return home.rstrip("/") + "/.local/share/cafx"


def is_path(path: str) -> bool:
    """Whether the system can be asked for *path* at all."""
    try:
        return bool(path) and b"\0" not in os.fsencode(path)
    except UnicodeEncodeError:
        return False
