"""The ticker: against a bare regular expression over the same text, and by the hundred megabytes."""

from __future__ import annotations

import csv
import io
import re
import resource
import tempfile
import tracemalloc
from decimal import Decimal
from html import escape
from pathlib import Path
from random import Random

from stopwatch import compare, heading

from cafx import read_ticker, read_tickers
from cafx.ticker.grammar import entries_in

GROUP = (
    "KGS/USD = 0.01144 0%\nKZT/USD = 0.00194 -0%\nTJS/USD = 0.10877 -0%\n"
    "UZS/USD = 0.00008 0%\nTMT/USD = 0.28571 0%\n"
)
ENTRY = re.compile(r"([A-Z]{3})/([A-Z]{3}) = ([0-9.]+) (-?[0-9.]+)%")
BYTES_ENTRY = re.compile(rb"([A-Z]{3})/([A-Z]{3}) = ([0-9.]+) (-?[0-9.]+)%")
MEGABYTE = 1 << 20
SHARED = Path(__file__).parents[3] / "shared"


def run() -> None:
    plain = GROUP * (MEGABYTE // len(GROUP))
    bulleted = "".join(f"  • {line}\n" for line in GROUP.splitlines()) * (MEGABYTE // 130)
    for name, text in (("plain lines", plain), ("lines with bullets", bulleted)):
        heading(f"one megabyte of repeated {name} (the aim is >= 3 x as fast as re.finditer)")
        _race(text)
    distinct = "".join(f"KZT/USD = 0.00{n:06} {n % 99}%\n" for n in range(150_000, 190_000))
    heading("one megabyte in which no line repeats (the aim is <= 1.3 x typing every row)")
    compare(
        {
            "every row typed by hand": lambda: [
                (base, quote, Decimal(price), Decimal(change))
                for base, quote, price, change in ENTRY.findall(distinct)
            ],
            "the grammar alone, row by row": lambda: [entries_in(line) for line in distinct.splitlines()],
            "read_ticker": lambda: read_ticker(distinct),
        },
        floor="every row typed by hand",
        rounds=5,
        unit="ms",
    )
    _pages()
    heading("an archive of 100 MB from a file, against reading and counting (the aims: 4, 12 and 25 x)")
    for name, archive, limit in (
        ("one state", GROUP * 8 * 400, 4),
        ("the real states", _real(), 12),
        ("all captures differ", _different(), 25),
    ):
        if archive:
            _stream(name, archive, limit)


def _pages() -> None:
    heading("a page of 20 kB (the aims: 0.6 ms for its text, 2.5 ms for its HTML)")
    seeds = SHARED / "seeds"
    pages = [page.read_text("utf-8") for page in seeds.glob("*.txt")] if seeds.is_dir() else []
    text = max((page for page in pages if "KZT/USD = " in page), default="", key=len)
    if not text:
        print("  skipped: the page is not beside the checkout")
        return
    lines = "".join(f'<p class="line">{escape(line)}</p>\n' for line in text.splitlines())
    html = f"<!doctype html><title>page</title><body>{lines}</body>"
    cases = {
        "re.findall": lambda: ENTRY.findall(text),
        f"read_ticker, text of {len(text) / 1000:.0f} kB": lambda: read_ticker(text),
        f"read_ticker, HTML of {len(html) / 1000:.0f} kB": lambda: read_ticker(html),
    }
    first, second = list(cases)[1:]
    compare(cases, floor="re.findall", number=5, unit="ms", within={first: 0.6, second: 2.5})
    heading("one pair whose price is missing, in a megabyte of ticker (the aim: no cliff, at most 3 x)")
    ticker = GROUP * (MEGABYTE // len(GROUP))
    compare(
        {
            "without it": lambda: read_ticker(ticker),
            "with it": lambda: read_ticker(f"{ticker}KZT/USD =\n\n"),
        },
        floor="without it",
        rounds=7,
        unit="ms",
        at_most={"with it": 3.0},
    )


def _race(text: str) -> None:
    raw = text.encode()
    ratios = compare(
        {
            "re.finditer with groups, to a set": lambda: {match.groups() for match in ENTRY.finditer(text)},
            "read_ticker, text": lambda: read_ticker(text),
            "read_ticker, bytes": lambda: read_ticker(raw),
            "read_tickers, binary file": lambda: list(read_tickers(io.BytesIO(raw))),
        },
        floor="re.finditer with groups, to a set",
        rounds=11,
        unit="ms",
    )
    for name, ratio in list(ratios.items())[1:]:
        print(f"  {name}: {1 / ratio:.1f} x as fast")


def _different() -> str:
    """Twenty thousand states of the ticker, no two alike, each scrolled by eight times and dated."""
    random = Random(8)  # noqa: S311 -- the same archive each time
    prices = (("KGS", 0.0114), ("KZT", 0.00194), ("TJS", 0.1087), ("UZS", 0.00008), ("TMT", 0.28571))
    states = (
        "".join(
            f"{base}/USD = {price * (1 + random.random() / 10):.5f} {random.randint(0, 99) / 100:g}%\n"
            for base, price in prices
        )
        * 8
        + f"{n % 28 + 1:02} December {2000 + n // 336}\n"
        for n in range(20_000)
    )
    return "".join(states)


def _real() -> str:
    """The states of the ticker that are known, each captured on many days."""
    path = SHARED / "feeds" / "timesca-ticker-lines.csv"
    if not path.is_file():
        print("  the real states: skipped, they are not beside the checkout")
        return ""
    pages: dict[str, list[str]] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            pages.setdefault(row["page"], []).append(row["line"])
    states = ["\n".join([*lines, ""]) for lines in pages.values()]
    return "".join(
        states[n % len(states)] * 8 + f"{n // len(states) % 28 + 1:02} December {2000 + n // 1000}\n"
        for n in range(20_000)
    )


def _stream(name: str, archive: str, limit: float) -> None:
    block = archive.encode()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "archive.txt"
        with path.open("wb") as file:
            for _ in range(max(1, 100 * MEGABYTE // len(block))):
                file.write(block)

        def read_and_count() -> int:
            return path.read_bytes().count(b"/USD")

        def stream() -> int:
            with path.open("rb") as file:
                return sum(reading.entries for reading in read_tickers(file))

        def find_all() -> int:
            with path.open("rb") as file:
                return len({match.groups() for line in file for match in BYTES_ENTRY.finditer(line)})

        assert stream() == read_and_count()
        cases = {"read and count": read_and_count, f"read_tickers, {name}": stream}
        if limit < 10:  # it takes as long for each archive
            cases["re.finditer, line by line, to a set"] = find_all
        limits = {f"read_tickers, {name}": limit}
        compare(cases, floor="read and count", rounds=3, unit="ms", at_most=limits)
        tracemalloc.start()
        with path.open("rb") as file:
            for _ in read_tickers(_first(file, 5 * MEGABYTE)):
                pass
        print(f"  memory while streaming: {tracemalloc.get_traced_memory()[1] / MEGABYTE:.1f} MB")
        tracemalloc.stop()
    print(f"  peak of the whole process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10} MB")


def _first(file: io.BufferedReader, size: int) -> io.BytesIO:
    return io.BytesIO(file.read(size))
