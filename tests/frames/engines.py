"""The forms in which a test hands rows to cafx.frames, and how it reads them back."""

import importlib.util
import os
import shutil
import sys
from functools import cache

EAGER = ("pandas", "pandas-nullable", "pandas-arrow", "polars", "pyarrow")
LAZY = ("polars-lazy", "polars-streaming", "duckdb", "dask", "ibis", "pyspark")
FORMS = (*EAGER, *LAZY)


def is_installed(form):
    """Return whether the libraries of a form are there; narwhals belongs to all of them."""
    libraries = {form.partition("-")[0], "narwhals"}
    if form in ("pandas-arrow", "duckdb", "ibis", "pyspark"):
        libraries |= {"pyarrow"}
    if form == "pandas-nullable":
        libraries |= {"pandas"}
    if form == "pyspark" and not shutil.which("java"):
        return False
    return all(importlib.util.find_spec(library) for library in libraries)


class Maker:
    """Makes frames of one form of plain columns, and reads them back as lists."""

    def __init__(self, form):
        self.form = form
        self.is_eager = form in EAGER
        self.connections = []

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
        self.connections.append(connection)  # an older DuckDB closes it when nobody holds it
        return connection.table("given")

    def _dask(self, columns):
        import dask.dataframe as dd

        return dd.from_pandas(self._pandas(columns), npartitions=3)

    def _ibis(self, columns):
        import ibis

        connection = ibis.duckdb.connect()
        return connection.create_table("given", ibis.memtable(self._pyarrow(columns)))

    def _pyspark(self, columns):
        import pyarrow as pa

        table = self._pyarrow(columns)
        frame = _session().createDataFrame(table)
        for field in table.schema:
            if pa.types.is_timestamp(field.type) and field.type.tz is None:
                frame = frame.withColumn(field.name, frame[field.name].cast("timestamp_ntz"))
        return frame

    def read(self, frame):
        """Return the columns of a frame as lists, with None for what is empty."""
        if self.form == "dask":
            frame = frame.compute()
        if self.form.startswith(("pandas", "dask")):
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
        if self.form == "ibis":
            frame = frame.to_pyarrow()
        if self.form == "pyspark":
            frame = frame.toArrow()
        return frame.to_pydict()


@cache
def _session():
    """Return a small Spark of this machine, of which the tests need one."""
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable  # the rows are read by this Python, which has cafx
    builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    options = {
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
        "spark.sql.shuffle.partitions": "2",
        "spark.sql.session.timeZone": "UTC",
    }
    for name, value in options.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("OFF")
    return session


def _is_missing(value):
    return value is None or type(value).__name__ in ("NAType", "NaTType")
