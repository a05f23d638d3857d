"""Columns: tables that cafx makes itself, in the frame library that the caller names or has.

A table is said once, as lists with a kind each; every library has its own type for a kind.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final, Literal, Protocol, TypeAlias, cast

from cafx.errors import OptionError
from cafx.frames.backends import require
from cafx.frames.request import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["BACKENDS", "Columns", "Kind", "Kinds", "columns_of", "made"]

#: What the cells of a column are: texts, floats, whole numbers, dates, yes or no, aware moments.
Kind: TypeAlias = Literal["text", "number", "count", "day", "flag", "moment"]
Kinds: TypeAlias = "Mapping[str, Kind]"
#: The columns of a table: a kind, and the cells, None where there is nothing.
Columns: TypeAlias = "Mapping[str, tuple[Kind, list[object]]]"

BACKENDS: Final = ("pandas", "polars", "pyarrow")


class _Library(Protocol):
    def made(self, columns: Columns) -> object:
        """Return a frame of the columns."""


def columns_of(kinds: Kinds, rows: Iterable[tuple[object, ...]]) -> Columns:
    """Return the columns of *rows*, each a tuple in the order of *kinds*."""
    cells: list[list[object]] = [[] for _ in kinds]
    for row in rows:
        for column, value in zip(cells, row, strict=True):
            column.append(value)
    return {name: (kind, column) for (name, kind), column in zip(kinds.items(), cells, strict=True)}


def made(columns: Columns, backend: str) -> object:
    """Return a frame of the library that *backend* names.

    Raises:
        OptionError: a library that cafx makes no frames of.
        ImportError: it is not installed.
    """
    if backend not in BACKENDS:
        message = f"backend={shown(backend)} is not one of {', '.join(map(repr, BACKENDS))}"
        raise OptionError(message, option="backend", value=backend)
    require("narwhals")
    require(backend)
    return cast("_Library", import_module(f"cafx.frames.engines.{backend}")).made(columns)
