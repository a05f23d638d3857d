"""The forms in which a test hands rows to cafx.frames, and how it reads them back."""

import importlib.util

EAGER = ("pandas", "pandas-nullable", "pandas-arrow", "polars", "pyarrow")
LAZY = ("polars-lazy", "polars-streaming", "duckdb")
FORMS = (*EAGER, *LAZY)


def is_installed(form):
    """Return whether the libraries of a form are there; narwhals belongs to all of them."""
    libraries = {form.partition("-")[0], "narwhals"}
    if form in ("pandas-arrow", "duckdb"):
        libraries |= {"pyarrow"}
    if form == "pandas-nullable":
        libraries |= {"pandas"}
    return all(importlib.util.find_spec(library) for library in libraries)


class Maker:
    """Makes frames of one form of plain columns, and reads them back as lists."""

    def __init__(self, form):
        self.form = form
        self.is_eager = form in EAGER

    def make(self, **columns):
        """Return a frame; each column a list, whose types the library infers."""
        return getattr(self, "_" + self.form.replace("-", "_"))(columns)

    def _pandas(self, columns):
        import pandas as pd

        return pd.DataFrame(columns)

    def _pandas_nullable(self, columns):
        return self._pandas(columns).convert_dtypes()

    def _pandas_arrow(self, columns):
        import pandas as pd
        import pyarrow as pa

        return pd.DataFrame(
            {
                name: pd.Series(pd.arrays.ArrowExtensionArray(pa.chunked_array([pa.array(values)])))
                for name, values in columns.items()
            }
        )

    def _polars(self, columns):
        import polars as pl

        return pl.DataFrame(columns, strict=False)

    def _polars_lazy(self, columns):
        return self._polars(columns).lazy()

    _polars_streaming = _polars_lazy

    def _pyarrow(self, columns):
        import pyarrow as pa

        return pa.table(columns)

    def _duckdb(self, columns):
        import duckdb

        made = self._pyarrow(columns)  # noqa: F841 -- the query names it
        connection = duckdb.connect()
        connection.execute("CREATE TABLE given AS SELECT * FROM made")
        return connection.table("given")

    def read(self, frame):
        """Return the columns of a frame as lists, with None for what is empty."""
        if self.form.startswith("pandas"):
            return {
                name: [None if _is_missing(value) else value for value in frame[name].tolist()]
                for name in frame.columns
            }
        if self.form == "polars":
            return frame.to_dict(as_series=False)
        if self.form == "polars-lazy":
            return frame.collect().to_dict(as_series=False)
        if self.form == "polars-streaming":
            return frame.collect(engine="streaming").to_dict(as_series=False)
        if self.form == "duckdb":
            frame = frame.to_arrow_table() if hasattr(frame, "to_arrow_table") else frame.arrow()
            if hasattr(frame, "read_all"):
                frame = frame.read_all()
        return frame.to_pydict()


def _is_missing(value):
    return value is None or type(value).__name__ in ("NAType", "NaTType")
