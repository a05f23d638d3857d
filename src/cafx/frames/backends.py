"""Backends: which engine a frame belongs to, asked of its type, so that no library is imported for it."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final, Protocol, cast

from cafx.errors import OptionError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cafx.frames.gaps import Gap
    from cafx.frames.request import Request

__all__ = ["Engine", "engine_of", "is_eager", "library_of", "nearest", "require"]

_ENGINES: Final = {
    "pandas": "cafx.frames.engines.pandas",
    "polars": "cafx.frames.engines.polars",
    "pyarrow": "cafx.frames.engines.pyarrow",
    "duckdb": "cafx.frames.engines.duckdb",
    "dask": "cafx.frames.engines.dask",
    "ibis": "cafx.frames.engines.ibis",
    "pyspark": "cafx.frames.engines.pyspark",
    "_duckdb": "cafx.frames.engines.duckdb",
}
_EAGER: Final = frozenset(("pandas", "pyarrow"))
# What is refused by name, with what to do instead.
_REMEDIES: Final = {
    "sqlframe": "hand its rows over as pandas (frame.toPandas()), or join with cafx.frames.rates",
    "modin": "hand it over as pandas",
    "cudf": "hand it over as Arrow (frame.to_arrow())",
    "geopandas": "hand it over as pandas",
}


class Engine(Protocol):
    """What the module of an engine offers."""

    def names(self, frame: object) -> Sequence[str]:
        """Return the names of the columns."""

    def converted(self, frame: object, request: Request) -> object:
        """Return the frame with the columns that *request* adds."""

    def gaps(self, frame: object, request: Request) -> list[Gap]:
        """Return where the rows of a frame have no rate."""


def require(package: str, extra: str = "frames") -> object:
    """Return a package that is imported only where it is used.

    Raises:
        ImportError: it is not installed; the message names the extra.
    """
    try:
        return import_module(package)
    except ImportError as error:
        message = f"this needs {package}: pip install 'cafx[{extra}]'"
        raise ImportError(message, name=package) from error


def library_of(frame: object) -> str:
    """Return the name of the package that the type of a frame, or of what it derives from, comes from."""
    roots = [base.__module__.partition(".")[0] for base in type(frame).__mro__]
    for root in roots:
        if root in _ENGINES or root in _REMEDIES:
            return root
    return roots[0]


def is_eager(frame: object) -> bool:
    """Return whether the rows of a frame are at hand, so that they can be looked through."""
    library = library_of(frame)
    return library in _EAGER or (library == "polars" and type(frame).__name__ != "LazyFrame")


def nearest(frame: object) -> str:
    """Return the library of small tables about a frame: its own, or the one that it is made of."""
    library = library_of(frame)
    return library if library in ("pandas", "polars") else "pandas" if library == "dask" else "pyarrow"


def engine_of(frame: object) -> Engine:
    """Return the engine of a frame.

    Raises:
        OptionError: a frame that is not known, with what to do about it.
    """
    require("narwhals")
    library = library_of(frame)
    home = _ENGINES.get(library)
    if home is None:
        remedy = _REMEDIES.get(
            library, "pass a frame of pandas, polars, pyarrow, DuckDB, dask, ibis or PySpark"
        )
        message = f"cafx.frames does not convert a {type(frame).__module__}.{type(frame).__name__}: {remedy}"
        raise OptionError(message, option="frame")
    return cast("Engine", import_module(home))
