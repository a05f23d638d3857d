"""The ticker: against a bare regular expression over the same text, and by the hundred megabytes."""

from __future__ import annotations

import io
import re
import resource
import tempfile
import tracemalloc
from decimal import Decimal
from pathlib import Path

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
    heading("an archive of 100 MB from a file (the aim is <= 4 x reading and counting; 5 x where it varies)")
    for name, archive in (("repeated", GROUP * 8), ("varied", _varied())):
        _stream(name, archive)


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


def _varied() -> str:
    """Five hundred states of the ticker, each scrolled by eight times and dated."""
    states = (
        "".join(
            f"{base}/USD = {price + step * n:.5f} 0%\n"
            for base, price, step in (
                ("KGS", 0.011, 1e-5),
                ("KZT", 0.0018, 1e-5),
                ("TJS", 0.09, 2e-5),
                ("UZS", 0.00008, 0),
                ("TMT", 0.285, 1e-5),
            )
        )
        * 8
        + f"{n % 28 + 1:02} December 2025\n"
        for n in range(500)
    )
    return "".join(states)


def _stream(name: str, archive: str) -> None:
    block = archive.encode()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "archive.txt"
        with path.open("wb") as file:
            for _ in range(100 * MEGABYTE // len(block)):
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
        compare(
            {
                "read and count": read_and_count,
                f"read_tickers, {name}": stream,
                "re.finditer, line by line, to a set": find_all,
            },
            floor="read and count",
            rounds=3,
            unit="ms",
        )
        tracemalloc.start()
        with path.open("rb") as file:
            for _ in read_tickers(_first(file, 5 * MEGABYTE)):
                pass
        print(f"  memory while streaming: {tracemalloc.get_traced_memory()[1] / MEGABYTE:.1f} MB")
        tracemalloc.stop()
    print(f"  peak of the whole process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10} MB")


def _first(file: io.BufferedReader, size: int) -> io.BytesIO:
    return io.BytesIO(file.read(size))
