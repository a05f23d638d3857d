"""Each bank's document, against bare ElementTree or json reading of the same bytes."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree as ET

from stopwatch import compare, heading

from cafx import sources

FEEDS = Path(__file__).parents[3] / "shared" / "feeds"
DOCUMENTS = (
    (sources.NBK(), "nbk-get_rates-2026-04-01.xml"),
    (sources.NBKR(), "nbkr-daily-2026-05-24.xml"),
    (sources.NBKR(), "nbkr-weekly-2026-05-23.xml"),
    (sources.CBU(), "cbu-all-2026-04-01.json"),
    (sources.NBT(), "nbt-2026-05-18.xml"),
    (sources.CBT(), "cbt-2026-05-20.xml"),
    (sources.CBR(), "cbr-daily-2026-03-19.xml"),
    (sources.CBR(), "cbr-dynamic-kzt-2026-03-01_19.xml"),
    (sources.NBP(), "nbp-table-b-2026-03-04.json"),
    (sources.CurrencyAPI(), "currency-api-usd-2025-07-30.sample.json"),
)


def run() -> None:
    """Time every parser on its capture; the floor reads the same bytes and makes nothing of them."""
    if not FEEDS.is_dir():
        heading("sources: skipped, the captures are not here")
        return
    for source, name in DOCUMENTS:
        _race(source, (FEEDS / name).read_bytes(), name)


def _race(source: sources.Source, body: bytes, name: str) -> None:
    bare = json.loads if name.endswith(".json") else ET.fromstring
    count = len(source.parse(body))
    heading(f"{name}: {len(body) / 1000:.1f} kB, {count} quotations (the aim is <= 4 x)")
    compare(
        {f"bare {bare.__module__}": lambda: bare(body), f"{source.name}.parse": lambda: source.parse(body)},
        floor=f"bare {bare.__module__}",
        rounds=31,
        number=10,
        at_most={f"{source.name}.parse": 4.0},
    )


if __name__ == "__main__":
    run()
