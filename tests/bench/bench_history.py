"""A hundred thousand quotations: added, added again, given back, and asked by the day."""

from __future__ import annotations

import sqlite3
import tempfile
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter

from stopwatch import heading

from cafx import Quotation, RateBook
from cafx.history import History

CODES = "EUR USD RUB CNY GBP TRY AED INR JPY KRW".split()
DAYS = 10_000
START = date(1998, 6, 1)
ROUNDS = 3


def quotations() -> list[Quotation]:
    """Ten series of 10 000 days, with prices that move a little."""
    days = [START + timedelta(days=offset) for offset in range(DAYS)]
    return [
        Quotation(
            code, "KZT", f"{400 + place * 7 + n % 50}.{n % 100:02}", as_of=day, kind="official", source="NBK"
        )
        for n, day in enumerate(days)
        for place, code in enumerate(CODES)
    ]


def run() -> None:
    """Time the history beside bare sqlite3 that writes the same rows, in turn."""
    given = quotations()
    rows = [
        (one.source, one.kind, one.base, one.quote, str(one.as_of), str(one.price), one.nominal)
        for one in given
    ]
    heading(f"{len(given):,} quotations in a history (floor: bare sqlite3, the same rows and one index)")
    times: dict[str, list[float]] = {}
    for _ in range(ROUNDS):
        with tempfile.TemporaryDirectory() as folder:
            _round(folder, given, rows, times)
    floor = median(times["bare sqlite3, added"])
    for name, taken in times.items():
        print(f"  {name:<58} {median(taken) * 1000:>10,.0f} ms {median(taken) / floor:>9.2f} x")
    lookups = 20_000 / median(times["20 000 lookups by day in the book"])
    print(f"  as-of lookups a second, each day once: {lookups:,.0f}")


def _round(
    folder: str, given: list[Quotation], rows: list[tuple[object, ...]], times: dict[str, list[float]]
) -> None:
    def clock(name: str, started: float) -> None:
        times.setdefault(name, []).append(perf_counter() - started)

    bare = sqlite3.connect(Path(folder) / "bare.sqlite3", isolation_level=None)
    bare.execute("PRAGMA journal_mode=WAL")
    bare.execute("CREATE TABLE q (source, kind, base, quote, as_of, price, nominal)")
    bare.execute("CREATE UNIQUE INDEX k ON q (source, kind, base, quote, as_of)")
    started = perf_counter()
    bare.execute("BEGIN IMMEDIATE")
    bare.executemany("INSERT INTO q VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
    bare.execute("COMMIT")
    clock("bare sqlite3, added", started)
    bare.close()
    with History(Path(folder) / "history.sqlite3") as history:
        started = perf_counter()
        done = history.add(given)
        clock("History.add, all new", started)
        assert done.new == len(given), done
        started = perf_counter()
        assert history.add(given).known == len(given)
        clock("History.add, all known", started)
        started = perf_counter()
        book = history.book()
        clock("History.book", started)
        started = perf_counter()
        assert len(RateBook(given)) == len(book)
        clock("RateBook of the same quotations in memory", started)
        days = [START + timedelta(days=offset) for offset in range(DAYS)]
        started = perf_counter()
        for code in ("USD", "EUR"):
            for day in days:
                book.rate(code, "KZT", on=day)
        clock("20 000 lookups by day in the book", started)
        started = perf_counter()
        for day in days[:200]:
            history.quotations("USD", "KZT", start=day - timedelta(days=14), end=day)
        clock("200 questions for two weeks of a pair", started)


if __name__ == "__main__":
    run()
