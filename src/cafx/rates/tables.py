"""The tables that stand beside this package, read as text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

if TYPE_CHECKING:
    from importlib.abc import ResourceLoader

__all__ = ["table_text"]

_FOLDER: Final = __file__.rpartition("tables.")[0] + "data/"


def table_text(name: str) -> str:
    """Return the table *name* of the package, such as ``days_off.csv``, also from inside a zip file.

    The loader that found this module is asked: ``pkgutil`` asks the same one, and costs the first answer of
    a process two milliseconds to import.

    Raises:
        FileNotFoundError: it is missing.
    """
    loader = cast("ResourceLoader", __spec__.loader)
    try:
        return loader.get_data(_FOLDER + name).decode("utf-8")
    except OSError as error:
        message = f"the package is damaged: it lacks rates/data/{name}; install cafx again"
        raise FileNotFoundError(message) from error
