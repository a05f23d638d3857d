"""The book: the bundled rates against the old eager table, lookups, spans, and books of many quotations."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from itertools import cycle
from pathlib import Path

from stopwatch import compare, cpu_seconds, heading, note_aim

from cafx import Quotation, RateBook, RateNotFound

_TABLE = Path(__file__).parents[2] / "src" / "cafx" / "rates" / "data" / "weekly.csv"
_OLD_ROWS = 919  # what was bundled before, all of it made into quotations at once

_EAGER = f"""
import csv
from cafx import Quotation, RateBook
rows = list(csv.DictReader(open({str(_TABLE)!r}, encoding="utf-8")))
tenge = [row for row in rows if row["quote"] == "KZT" and row["as_of"] >= "2009"][:{_OLD_ROWS}]
book = RateBook([
    Quotation(row["base"], row["quote"], row["price"], as_of=row["as_of"], through=row["through"],
              kind="reference", source=row["source"], low=row["low"], high=row["high"])
    for row in tenge
])
"""
_PAIRS = (("USD", "KZT"), ("USD", "KGS"), ("USD", "TJS"), ("USD", "TMT"), ("KZT", "UZS"), ("KZT", "KGS"))
_START, _END = dt.date(2009, 1, 1), dt.date(2026, 11, 20)


def run() -> None:
    _load()
    _lookups()
    _spans()
    _many()
    _merges()
    _disagreements()


def _load() -> None:
    heading("the first answer of a process (the aim is <= 1.0 x 919 rows made into quotations)")

    def start(code: str) -> object:
        return subprocess.run([sys.executable, "-c", code], check=True)

    ask = "book.rate('KZT', 'USD', on='2019-05-14')"
    convert = "cafx.convert(cafx.Money(1, 'KZT'), 'USD', on='2019-05-14', book=book)"
    bundled = "import cafx; book = cafx.RateBook.bundled()"
    compare(
        {
            "bare interpreter": lambda: start("pass"),
            "919 rows made into a book": lambda: start(_EAGER),
            "RateBook.bundled()": lambda: start(bundled),
        },
        floor="919 rows made into a book",
        rounds=9,
        unit="ms",
        at_most={"RateBook.bundled()": 1.0},
    )
    compare(
        {
            "919 rows, a rate": lambda: start(f"{_EAGER}\n{ask}"),
            "bundled, a rate": lambda: start(f"{bundled}\n{ask}"),
            "919 rows, a conversion": lambda: start(f"{_EAGER}\nimport cafx; {convert}"),
            "bundled, a conversion": lambda: start(f"{bundled}\n{convert}"),
        },
        floor="919 rows, a rate",
        rounds=9,
        unit="ms",
        at_most={"bundled, a rate": 1.0},
    )


def _lookups() -> None:
    heading("a day asked for the first time, and again")
    first = dt.date(2015, 4, 1).toordinal()
    days = [dt.date.fromordinal(first + n) for n in range(4000)]
    days.sort(key=lambda day: hash(day.isoformat()))
    book = RateBook.bundled()
    quotations = list(book)
    again, texts = cycle(days[:500]), cycle([day.isoformat() for day in days[:500]])
    table = dict.fromkeys(days, 540.91)
    for day in days[:500]:
        book.rate("USD", "KZT", on=day)
    compare(
        {
            "floor: a dict of days": lambda: table[next(again)],
            "book.rate, a day asked before": lambda: book.rate("USD", "KZT", on=next(again)),
            "the same, as text": lambda: book.rate("usd", "kzt", on=next(texts)),
            "book.rate, a new day": _each_new(quotations, ("USD", "KZT"), days),
            "book.rate, a new day of a cross": _each_new(quotations, ("KZT", "UZS"), days),
            "book.rate, a new day, ten sources": _each_new(_ten_sources(), ("USD", "KZT"), days),
            "book.rate, a new day of a cross, ten sources": _each_new(_ten_sources(), ("KZT", "UZS"), days),
        },
        floor="floor: a dict of days",
        number=200,
        rounds=9,
        within={
            "book.rate, a new day": 30,
            "book.rate, a new day, ten sources": 1_500,
            "book.rate, a new day of a cross, ten sources": 5_000,
        },
    )
    heading("a day and codes as text, against a date and currencies (the aim is <= 4 x)")
    compare(
        {
            "a date": lambda: book.rate("USD", "KZT", on=next(again)),
            "text": lambda: book.rate("usd", "kzt", on=next(texts)),
        },
        floor="a date",
        number=2_000,
        at_most={"text": 4.0},
    )


def _each_new(quotations: list[Quotation], pair: tuple[str, str], days: list[dt.date]) -> object:
    """Return what asks a book for one day after another, and a new book when all have been asked."""
    state = {"book": RateBook(quotations), "days": iter(days)}

    def ask() -> object:
        day = next(state["days"], None)
        if day is None:
            state.update(book=RateBook(quotations), days=iter(days))
            day = next(state["days"])
        return state["book"].rate(*pair, on=day)

    return ask


def _ten_sources() -> list[Quotation]:
    """Return ten sources that agree within a tenth of a per cent, each with a table a day."""
    first = dt.date(2015, 4, 1)
    prices = {"KZT": 500, "UZS": 12_000, "KGS": 87, "EUR": 0.9}
    return [
        Quotation(
            "USD",
            code,
            f"{price * (1 + day % 7 / 1000 + source / 10_000):.4f}",
            as_of=first + dt.timedelta(days=day),
            kind="official",
            source=f"bank {source}",
        )
        for day in range(4000)
        for source in range(10)
        for code, price in prices.items()
    ]


def _spans() -> None:
    heading("spans against day by day, each on a book of its own (the aim is >= 6 x over the pairs together)")
    quotations = list(RateBook.bundled())
    by_day = by_span = 0.0
    for pair in _PAIRS:
        book = RateBook(quotations)
        start = cpu_seconds()
        spans = book.spans(*pair, _START, _END)
        spent = cpu_seconds() - start
        book = RateBook(quotations)
        start = cpu_seconds()
        for ordinal in range(_START.toordinal(), _END.toordinal() + 1):
            try:
                book.rate(*pair, on=dt.date.fromordinal(ordinal))
            except RateNotFound:
                continue
        daily = cpu_seconds() - start
        times = f"{spent * 1e3:.1f} ms against {daily * 1e3:.1f} ms, {daily / spent:.1f} x"
        print(f"  {'/'.join(pair)}: {len(spans)} spans, {times}")
        by_span, by_day = by_span + spent, by_day + daily
    note_aim("spans, six pairs", by_day / by_span, at_least=6.0)


def _many() -> None:
    heading("books of many quotations: microseconds a quotation (the aim is <= 2 x from 10^4 to 10^6)")
    costs = []
    for number in (10_000, 100_000, 1_000_000):
        quotations = [
            Quotation("USD", code, "540.91", as_of=dt.date.fromordinal(day), kind="official", source="x")
            for day in range(600_000, 600_000 + number // 4)
            for code in ("KZT", "UZS", "KGS", "TJS")
        ]
        start = cpu_seconds()
        book = RateBook(quotations)
        built = cpu_seconds()
        merged = book.merge(quotations[:1])
        joined = cpu_seconds()
        merged.rate("USD", "KZT", on=quotations[-1].as_of)
        asked = cpu_seconds()
        length = len(merged)
        counted = cpu_seconds()
        steps = (built - start, joined - built, asked - joined, counted - asked)
        build, merge, answer, count = (f"{step / number * 1e6:.2f}" for step in steps)
        print(f"  {length}: build {build}, merge {merge}, first answer {answer}, len {count}")
        costs.append((counted - start) / number)
    note_aim("10^6 quotations against 10^4, each", costs[-1] / costs[0], at_most=2.0)


def _merges() -> None:
    heading("five quotations merged into many (the aim: 10^6 costs no more than 10^4)")
    cases = {}
    for number in (10_000, 1_000_000):
        days = range(600_000, 600_000 + number // 4)
        book = RateBook(
            [
                Quotation("USD", code, "540.91", as_of=dt.date.fromordinal(day), kind="official", source="x")
                for day in days
                for code in ("KZT", "UZS", "KGS", "TJS")
            ]
        )
        few = [
            Quotation(
                "USD", "KZT", "541.91", as_of=dt.date.fromordinal(days[-1] + n), kind="official", source="x"
            )
            for n in range(1, 6)
        ]
        cases[f"into {number:,}"] = lambda book=book, few=few: book.merge(few)
    compare(cases, floor="into 10,000", number=50, at_most={"into 1,000,000": 2.0})


def _disagreements() -> None:
    heading("disagreements of ten sources over 1,000 days, fourteen currencies (the aim is <= 1 s)")
    codes = "KZT UZS KGS EUR RUB TJS CNY GBP TRY AED INR JPY KRW PLN".split()
    cases = {}
    for name, apart in (("that agree", 1e-7), ("that all differ", 1e-3)):
        book = RateBook(
            [
                Quotation(
                    "USD",
                    code,
                    f"{(10 + 7 * place) * (1 + day % 7 / 1000 + source * apart):.4f}",
                    as_of=dt.date.fromordinal(737_425 + day),
                    kind="official",
                    source=f"bank {source}",
                )
                for day in range(1000)
                for source in range(10)
                for place, code in enumerate(codes)
            ]
        )
        cases[f"sources {name}: {len(book.disagreements()):,} listed"] = book.disagreements
    first = next(iter(cases))
    compare(cases, floor=first, rounds=3, unit="ms", within=dict.fromkeys(cases, 1000))
