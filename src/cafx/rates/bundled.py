"""The quotations that come with cafx, read from the tables in ``data/`` on first use.

Where each row comes from is written in ``data/README.md``.
"""

from __future__ import annotations

import csv
from pkgutil import get_data
from typing import TYPE_CHECKING

from cafx.values.quotation import Quotation

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["bundled_quotations"]


def bundled_quotations() -> Iterator[Quotation]:
    """Return the pegs, the weekly reference rates and the ticker, in this order."""
    for row in _rows("pegs.csv"):
        yield Quotation(
            row["base"],
            row["quote"],
            row["price"],
            as_of=row["as_of"],
            through=row["through"],
            kind="peg",
            source=row["source"],
        )
    for row in _rows("weekly.csv"):
        yield Quotation(
            row["base"],
            row["quote"],
            row["price"],
            as_of=row["as_of"],
            through=row["through"],
            kind="reference",
            source=row["source"],
            low=row["low"],
            high=row["high"],
        )
    for row in _rows("ticker.csv"):
        yield Quotation(
            row["base"],
            row["quote"],
            row["price"],
            as_of=row["as_of"],
            kind="ticker",
            source=row["source"],
            change=row["change"],
        )


def _rows(name: str) -> Iterator[dict[str, str]]:
    """Read a table of the package; ``get_data`` also reads it from inside a zip file."""
    table = get_data("cafx.rates", f"data/{name}")
    if table is None:
        message = f"the package is damaged: it lacks rates/data/{name}; install cafx again"
        raise FileNotFoundError(message)
    return csv.DictReader(table.decode("utf-8").splitlines())
