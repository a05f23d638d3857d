"""The history: added, added again and given back, and what a question costs as the file grows."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from datetime import date, timedelta
from functools import partial
from itertools import count
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from stopwatch import compare, cpu_seconds, heading, note_aim

from cafx import Quotation
from cafx.history import History

if TYPE_CHECKING:
    from collections.abc import Callable

CODES = "EUR USD RUB CNY GBP TRY AED INR JPY KRW".split()
END = date(2026, 11, 1)
FEW, MANY = 10_000, 100_000
ROUNDS = 5

# Warm: the same day was asked for before, and the history is looked at again each time.
CONVERSIONS = """
import sys, time, cafx
from datetime import date, timedelta
days = [date(2026, 10, 31) - timedelta(days=n) for n in range(100)]
money = cafx.Money(1000, "USD")
for turn in range(5):
    start = time.process_time()
    for day in days:
        cafx.convert(money, "KZT", on=day)
    print((time.process_time() - start) / len(days) * 1000)
"""


def quotations(number: int) -> list[Quotation]:
    """Ten series with prices that move a little, up to a day."""
    days = number // len(CODES)
    start = END - timedelta(days=days)
    return [
        Quotation(
            code,
            "KZT",
            f"{400 + place * 7 + n % 50}.{n % 100:02}",
            as_of=start + timedelta(days=n),
            kind="official",
            source="NBK",
        )
        for n in range(days)
        for place, code in enumerate(CODES)
    ]


def run() -> None:
    """Time a history of a hundred thousand quotations beside one of ten thousand."""
    with tempfile.TemporaryDirectory() as folder:
        paths = {number: Path(folder) / str(number) / "history.sqlite3" for number in (FEW, MANY)}
        _additions(paths[FEW], quotations(FEW))
        with History(paths[MANY]) as history:
            history.add(quotations(MANY))
        _questions(paths)
        _whole(paths)
        _conversions(paths[MANY])


def _additions(path: Path, given: list[Quotation]) -> None:
    heading(f"{len(given):,} quotations in a history (floor: bare sqlite3, the same rows and one index)")
    rows = [
        (one.source, one.kind, one.base, one.quote, str(one.as_of), str(one.price), one.nominal)
        for one in given
    ]
    times: dict[str, list[float]] = {}

    def clock(name: str, act: Callable[[], object]) -> None:
        start = cpu_seconds()
        act()
        times.setdefault(name, []).append(cpu_seconds() - start)

    document = [
        Quotation(code, "KZT", f"{400 + place}.5", as_of=END, kind="official", source="NBK")
        for place, code in enumerate(CODES)
    ]
    path.parent.mkdir(mode=0o700)
    for _ in range(ROUNDS):
        for old in path.parent.iterdir():
            old.unlink()
        clock("bare sqlite3, added", partial(_bare, path.parent / "bare.sqlite3", rows))
        with History(path) as history:
            clock("History.add, all new", partial(history.add, given))
            clock("History.add, all known", partial(history.add, given))
            clock("History.book", history.book)
            clock("a document of ten", partial(history.add, document))
            clock("the same document again", partial(history.add, document))
    floor = median(times["bare sqlite3, added"])
    for name, taken in times.items():
        print(f"  {name:<52} {median(taken) * 1000:>11,.2f} ms {median(taken) / floor:>8.2f} x")


def _bare(path: Path, rows: list[tuple[object, ...]]) -> None:
    bare = sqlite3.connect(path, isolation_level=None)
    bare.execute("PRAGMA journal_mode=WAL")
    bare.execute("CREATE TABLE q (source, kind, base, quote, as_of, price, nominal)")
    bare.execute("CREATE UNIQUE INDEX k ON q (source, kind, base, quote, as_of)")
    bare.execute("BEGIN IMMEDIATE")
    bare.executemany("INSERT INTO q VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
    bare.execute("COMMIT")
    bare.close()


def _questions(paths: dict[int, Path]) -> None:
    few, many = (History(path) for path in paths.values())
    fortnight = timedelta(days=14)

    def two_weeks(history: History) -> tuple[Quotation, ...]:
        return history.quotations("USD", "KZT", start=END - fortnight, end=END)

    prices = count(10)

    def correct(history: History) -> object:
        price = f"401.{next(prices)}"
        return history.add([Quotation("USD", "KZT", price, as_of=END, kind="official", source="NBK")])

    heading(f"the last two weeks of a pair (the aim: {MANY:,} at most 2 x {FEW:,})")
    for number, history in ((FEW, few), (MANY, many)):
        correct(history)
        print(f"  {number:,}: {len(two_weeks(history))} quotations")
    for what, act, number in (("two weeks", two_weeks, 20), ("a correction", correct, 5)):
        if what != "two weeks":
            heading(f"{what} (the aim: flat in the size)")
        names = [f"{what}, {size:,}" for size in paths]
        compare(
            {names[0]: partial(act, few), names[1]: partial(act, many)},
            floor=names[0],
            number=number,
            at_most={names[1]: 2.0},
        )
    heading("the newest of each pair (the aim is 0.3 ms)")
    names = [f"newest(), {size:,}" for size in paths]
    compare(
        {names[0]: few.newest, names[1]: many.newest},
        floor=names[0],
        unit="ms",
        within={names[1]: 0.3},
    )
    few.close()
    many.close()


def _whole(paths: dict[int, Path]) -> None:
    heading("verify and export, a quotation (the aim: linear)")
    for what in ("verify", "export"):
        costs = []
        for number, path in paths.items():
            with History(path) as history:
                act = (
                    history.verify if what == "verify" else partial(history.export, path.with_suffix(".csv"))
                )
                times = []
                for _ in range(3):
                    start = cpu_seconds()
                    act()
                    times.append((cpu_seconds() - start) / number)
                costs.append(median(times))
        each = ", ".join(f"{size:,}: {cost * 1e6:.1f} µs" for size, cost in zip(paths, costs, strict=True))
        print(f"  {what}: {each}")
        note_aim(f"{what}, each of {MANY:,} against each of {FEW:,}", costs[1] / costs[0], at_most=1.5)


def _conversions(path: Path) -> None:
    heading(f"cafx.convert(on=) over 100 days beside a history of {MANY:,} (the aim is <= 0.3 ms once warm)")
    data = path.parent / "data"
    data.mkdir(mode=0o700)
    shutil.copy(path, data / "history.sqlite3")
    done = subprocess.run(
        [sys.executable, "-c", CONVERSIONS],
        check=True,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "CAFX_DATA": str(data)},
    )
    cold, *warm = map(float, done.stdout.split())
    print(f"  each: {cold:.3f} ms the first time, {median(warm):.3f} ms once warm")
    note_aim("each, once warm", median(warm), at_most=0.3, unit="ms")


if __name__ == "__main__":
    run()
