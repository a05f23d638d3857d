"""`make bench-frames`: five million rows on each engine, as ratios within one run.

The floor of an engine at hand is a bare gather of as many prices; of one that joins, its own join with a
calendar made by hand. Five currencies as text, random days, some empty cells. Processor time, except where an
engine uses all processors of its own: there wall time is what counts, and it is noisy.
"""

from __future__ import annotations

import sys
import time
from datetime import date
from importlib.util import find_spec
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from stopwatch import AIMS, compare, heading, note_aim

import cafx
import cafx.frames as cf
from cafx import Money, RateBook

if TYPE_CHECKING:
    from collections.abc import Callable

ROWS = int(sys.argv[1]) if len(sys.argv) > 1 else 5_000_000
BOOK = RateBook.bundled()
CODES = ["KZT", "KGS", "TJS", "UZS", "TMT"]
ASKED = {"on": "day", "currency": "code", "book": BOOK, "missing": "null"}


def rows() -> pd.DataFrame:
    """Return made-up rows; one in a hundred has no amount."""
    chance = np.random.default_rng(3)
    amounts = np.round(10 ** chance.uniform(3, 9, ROWS), 2)
    amounts[chance.integers(0, 100, ROWS) == 0] = np.nan
    days = np.datetime64("2015-01-01") + chance.integers(0, 4000, ROWS)
    codes = np.array(CODES, dtype=object)[chance.integers(0, 5, ROWS)]
    return pd.DataFrame({"amt": amounts, "day": days.astype("datetime64[s]"), "code": codes})


def calendar() -> pd.DataFrame:
    """Return what a user would join with: a rate for each currency and day."""
    frames = [cf.rates(code, "USD", "2015-01-01", "2025-12-31", book=BOOK) for code in CODES]
    return pd.concat(frames)[["base", "day", "rate"]].rename(columns={"base": "code"})


def in_wall_time(
    cases: dict[str, Callable[[], object]], floor: str, limits: dict[str, float]
) -> dict[str, float]:
    """Time engines that use several processors: return the best of three, print the ratio to the floor."""
    best: dict[str, float] = {}
    for name, case in cases.items():
        case()
        best[name] = min(_seconds(case) for _ in range(3))
    for name, seconds in best.items():
        print(f"  {name:<52} {seconds * 1e3:>11,.0f} ms {seconds / best[floor]:>8.2f} x")
    for name, limit in limits.items():
        note_aim(name, best[name] / best[floor], at_most=limit)
    return best


def _seconds(case: Callable[[], object]) -> float:
    start = time.perf_counter()
    case()
    return time.perf_counter() - start


def bench_pandas(frame: pd.DataFrame, hand: pd.DataFrame) -> None:
    """pandas: against a bare gather, its own merge, and the scalar loop."""
    heading(f"pandas, {ROWS:,} rows")
    labels = frame.assign(code=frame["code"].astype("category"))
    prices = np.random.default_rng(1).uniform(0, 1, 25_000)
    places = np.random.default_rng(2).integers(0, 25_000, ROWS)
    amounts = frame["amt"].to_numpy()
    few = frame.head(2000).dropna()

    def loop() -> None:
        for row in few.itertuples():
            cafx.convert(Money(str(row.amt), row.code), "USD", on=row.day.date(), book=BOOK).rounded()

    ratios = compare(
        {
            "gather floor": lambda: amounts * prices.take(places),
            "convert, codes as text": lambda: cf.convert(frame, "amt", "USD", **ASKED),
            "convert, codes as category": lambda: cf.convert(labels, "amt", "USD", **ASKED),
            "convert with bounds": lambda: cf.convert(frame, "amt", "USD", bounds=True, **ASKED),
            "convert with sources": lambda: cf.convert(frame, "amt", "USD", sources=True, **ASKED),
            "merge by hand": lambda: frame["amt"] * frame.merge(hand, on=["code", "day"], how="left")["rate"],
            f"scalar loop over {len(few):,} rows": loop,
        },
        floor="gather floor",
        rounds=3,
        unit="ms",
        at_most={"convert, codes as text": 12, "convert, codes as category": 4.5},
    )
    text = ratios["convert, codes as text"]
    note_aim("text / merge by hand", text / ratios["merge by hand"], at_most=0.6)
    note_aim("bounds add, in calls on text", ratios["convert with bounds"] / text - 1, at_most=0.8)
    note_aim("sources / convert", ratios["convert with sources"] / text, at_most=2)
    loops = ratios[f"scalar loop over {len(few):,} rows"] * ROWS / len(few)
    note_aim("scalar loop / convert", loops / text, at_least=1000)


def bench_polars(frame: pd.DataFrame, hand: pd.DataFrame) -> None:
    """polars: lazy, against its own joins."""
    import polars as pl

    heading(f"polars, lazy, {ROWS:,} rows, wall time")
    given = pl.from_pandas(frame).with_columns(pl.col("day").cast(pl.Date)).lazy()
    rates = pl.from_pandas(hand).with_columns(pl.col("day").cast(pl.Date)).lazy()
    ours = cf.convert(given, "amt", "USD", **ASKED)
    joined = given.join(rates, on=["code", "day"], how="left").with_columns(
        usd=pl.col("amt") * pl.col("rate")
    )
    ordered = given.join(rates, on=["code", "day"], how="left", maintain_order="left").with_columns(
        usd=pl.col("amt") * pl.col("rate")
    )
    in_wall_time(
        {
            "own join, any order": joined.collect,
            "own join, order kept": ordered.collect,
            "convert": ours.collect,
            "convert, streaming": lambda: ours.collect(engine="streaming"),
        },
        "own join, any order",
        {"convert": 1.2, "convert, streaming": 1.1},
    )


def bench_pyarrow(frame: pd.DataFrame, hand: pd.DataFrame) -> None:
    """pyarrow: against Table.join."""
    import pyarrow as pa
    import pyarrow.compute as pc

    heading(f"pyarrow, {ROWS:,} rows, wall time")
    given = pa.Table.from_pandas(frame, preserve_index=False)
    rates = pa.Table.from_pandas(hand, preserve_index=False)
    rates = rates.set_column(0, "code", rates["code"].cast(given["code"].type))
    in_wall_time(
        {
            "Table.join": lambda: [
                pc.multiply(table["amt"], table["rate"]) for table in [given.join(rates, ["code", "day"])]
            ],
            "convert": lambda: cf.convert(given, "amt", "USD", **ASKED),
        },
        "Table.join",
        {"convert": 1.0},
    )


def bench_duckdb(frame: pd.DataFrame, hand: pd.DataFrame) -> None:
    """DuckDB: against a join and an ASOF join of stored tables."""
    import duckdb

    heading(f"DuckDB, {ROWS:,} rows, wall time")
    connection = duckdb.connect()
    for name, table in (("given", frame), ("rates", hand)):
        connection.register("it", table)
        connection.execute(f"CREATE TABLE {name} AS SELECT * REPLACE (CAST(day AS DATE) AS day) FROM it")  # noqa: S608
    ours = cf.convert(connection.table("given"), "amt", "USD", **ASKED)
    total = (
        "SELECT sum(amt * rate) FROM given {} JOIN rates"
        " ON given.code = rates.code AND given.day {} rates.day"
    )
    best = in_wall_time(
        {
            "own join": lambda: connection.execute(total.format("LEFT", "=")).fetchall(),
            "convert": lambda: ours.aggregate("sum(amt_usd)").fetchall(),
        },
        "own join",
        {"convert": 1.4},
    )
    # Once: it takes minutes, and it is wrong as well, since it carries the last rate for ever.
    asof = _seconds(lambda: connection.execute(total.format("ASOF LEFT", ">=")).fetchall())
    print(f"  {'ASOF join':<52} {asof * 1e3:>11,.0f} ms {asof / best['own join']:>8.2f} x")
    note_aim("ASOF join / convert", asof / best["convert"], at_least=10)


def bench_dask(frame: pd.DataFrame, hand: pd.DataFrame) -> None:
    """dask: against its own merge."""
    import dask.dataframe as dd

    heading(f"dask, {ROWS:,} rows, wall time")
    given = dd.from_pandas(frame, npartitions=8)
    joined = given.merge(hand, on=["code", "day"], how="left")
    in_wall_time(
        {
            "own merge": lambda: (joined["amt"] * joined["rate"]).sum().compute(),
            "convert": lambda: cf.convert(given, "amt", "USD", **ASKED)["amt_usd"].sum().compute(),
        },
        "own merge",
        {"convert": 0.8},
    )


def bench_pyspark(frame: pd.DataFrame, hand: pd.DataFrame) -> None:
    """PySpark: against a broadcast join by hand; it needs Java."""
    import os

    import pyarrow as pa
    from pyspark.sql import SparkSession
    from pyspark.sql import functions as sql

    os.environ["PYSPARK_PYTHON"] = sys.executable
    heading(f"PySpark, {ROWS:,} rows, wall time")
    builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    for name in ("spark.driver.bindAddress", "spark.driver.host"):
        builder = builder.config(name, "127.0.0.1")
    session = builder.config("spark.driver.memory", "4g").getOrCreate()
    given, rates = (
        session.createDataFrame(pa.Table.from_pandas(one, preserve_index=False)).withColumn(
            "day", sql.col("day").cast("date")
        )
        for one in (frame, hand)
    )
    given = given.cache()
    given.count()
    joined = given.join(sql.broadcast(rates), ["code", "day"], "left")
    ours = cf.convert(given, "amt", "USD", **ASKED)
    all_of_it = cf.convert(given, "amt", "USD", bounds=True, sources=True, name="usd", **ASKED)
    sums = [sql.sum(name) for name in ("usd", "usd_low", "usd_high")]
    in_wall_time(
        {
            "own broadcast join": lambda: joined.select(sql.sum(joined["amt"] * joined["rate"])).collect(),
            "convert": lambda: ours.select(sql.sum("amt_usd")).collect(),
            "convert with bounds and sources": lambda: all_of_it.select(
                *sums, sql.max("usd_rate_source"), sql.max("usd_rate_from")
            ).collect(),
        },
        "own broadcast join",
        {"convert": 1.3, "convert with bounds and sources": 2},
    )
    session.stop()


def bench_few(frame: pd.DataFrame) -> None:
    """Two hundred rows: a warm call against the scalar loop, the first call against an import."""
    import subprocess

    heading("200 rows of pandas")
    few = frame.dropna().head(200)

    def loop() -> None:
        for row in few.itertuples():
            BOOK.convert(Money(repr(row.amt), row.code), "USD", on=row.day.date())

    ratios = compare(
        {
            "scalar loop, rates kept": loop,
            "convert, warm": lambda: cf.convert(few, "amt", "USD", **ASKED),
        },
        floor="scalar loop, rates kept",
        unit="ms",
    )
    note_aim("convert, warm / scalar loop", ratios["convert, warm"], at_most=1.5)
    # pandas is there already, as in the program that has a frame of it.
    first = (
        "import time, pandas; from datetime import date; begin = time.process_time(); import narwhals;"
        " imported = time.process_time() - begin; begin = time.process_time();"
        " import cafx.frames; from cafx import RateBook;"
        " days = pandas.date_range('2024-01-01', periods=200);"
        " frame = pandas.DataFrame({'amt': [1e6] * 200, 'day': days});"
        " cafx.frames.convert(frame, 'amt', 'USD', on='day', currency='KZT', book=RateBook.bundled());"
        " print((time.process_time() - begin) / imported)"
    )
    shares = [
        float(subprocess.run([sys.executable, "-c", first], capture_output=True, check=True).stdout)
        for _ in range(5)
    ]
    note_aim("first call / import narwhals", sorted(shares)[2], at_most=3)


def bench_spans() -> None:
    """The calendar: spans against asking day by day."""
    heading("a calendar of KZT/USD, 2015 to 2025")
    days = [
        date.fromordinal(number)
        for number in range(date(2015, 1, 1).toordinal(), date(2025, 12, 31).toordinal())
    ]
    ratios = compare(
        {
            "spans": lambda: RateBook(BOOK).spans("KZT", "USD", days[0], days[-1]),
            "day by day": lambda: [
                one.rate("KZT", "USD", on=day) for one in [RateBook(BOOK)] for day in days
            ],
        },
        floor="spans",
        rounds=3,
        unit="ms",
    )
    note_aim("day by day / spans", ratios["day by day"], at_least=6)


def main() -> None:
    """Run the benches of the engines that are installed, and print the aims."""
    frame, hand = rows(), calendar()
    bench_pandas(frame, hand)
    for name, bench in (
        ("polars", bench_polars),
        ("pyarrow", bench_pyarrow),
        ("duckdb", bench_duckdb),
        ("dask", bench_dask),
        ("pyspark", bench_pyspark),
    ):
        if find_spec(name):
            bench(frame, hand)
    bench_few(frame)
    bench_spans()
    print("\nAims")
    for aim in AIMS:
        sign = "≥" if aim.is_least else "≤"
        verdict = "met" if aim.is_met else "MISSED"
        print(f"  {verdict:<7} {sign} {aim.limit:g} {aim.given:>10.2f}  {aim.bench}: {aim.what}")


if __name__ == "__main__":
    main()
