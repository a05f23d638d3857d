"""Rows by the million: one call in pandas, polars, DuckDB, dask and Spark."""

import marimo

app = marimo.App()


@app.cell
def _():
    import marimo as mo

    mo.md("""# Rows by the million

    One call for each engine; what they come to, in millions of dollars, is the same. On Spark it is
    `cf.convert(spark_frame, "amount", "USD", **asked)`, too.""")
    return (mo,)


@app.cell
def _():
    import importlib.util
    import os

    import numpy as np
    import pandas as pd

    import cafx.frames as cf
    from cafx import RateBook

    ROWS = int(os.environ.get("ROWS", "5_000_000"))
    book = RateBook.bundled()
    asked = {
        "on": "day",
        "currency": "code",
        "book": book,
        "missing": "null",
        "start": "2019-01-01",
        "end": "2026-10-01",
    }
    return ROWS, asked, book, cf, importlib, np, pd


@app.cell
def _(ROWS, np, pd):
    chance = np.random.default_rng(3)
    rows = pd.DataFrame(
        {
            "amount": np.round(10 ** chance.uniform(3, 9, ROWS), 2),
            "code": np.array(["KZT", "KGS", "TJS", "UZS", "TMT"])[chance.integers(0, 5, ROWS)],
            "day": np.datetime64("2019-01-01") + chance.integers(0, 2800, ROWS).astype("timedelta64[D]"),
        }
    )
    totals = {}
    return rows, totals


@app.cell
def _(asked, cf, rows, totals):
    totals["pandas"] = cf.convert(rows, "amount", "USD", **asked)["amount_usd"].sum()
    return


@app.cell
def _(asked, cf, importlib, rows, totals):
    if importlib.util.find_spec("polars"):
        import polars as pl

        lazy = cf.convert(pl.from_pandas(rows).lazy(), "amount", "USD", **asked)
        totals["polars"] = lazy.select(pl.col("amount_usd").sum()).collect(engine="streaming").item()
    return


@app.cell
def _(asked, cf, importlib, rows, totals):
    if importlib.util.find_spec("duckdb"):
        import duckdb

        relation = cf.convert(duckdb.from_df(rows), "amount", "USD", **asked)
        totals["DuckDB"] = relation.aggregate("sum(amount_usd)").fetchall()[0][0]
    return


@app.cell
def _(asked, cf, importlib, rows, totals):
    if importlib.util.find_spec("dask"):
        import dask.dataframe as dd

        parts = cf.convert(dd.from_pandas(rows, npartitions=8), "amount", "USD", **asked)
        totals["dask"] = parts["amount_usd"].sum().compute()
    return


@app.cell
def _(totals):
    {engine: f"{total / 1e6:,.3f}" for engine, total in totals.items()}
    return


if __name__ == "__main__":
    app.run()
