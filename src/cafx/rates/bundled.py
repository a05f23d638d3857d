"""The quotations that come with cafx, read from the tables in ``data/`` on first use.

A row of the weekly table becomes a quotation only when a lookup needs it: there are thousands, and a
conversion needs one. Where each row comes from is written in ``data/README.md``.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Final, overload

from cafx.core.currency import Currency
from cafx.core.value import make
from cafx.rates.series import PairQuotations, Series
from cafx.rates.tables import table_text
from cafx.values.quotation import Quotation

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["SOURCES", "bundled_pairs"]

#: What the sources of the weekly table are; ``A+B``: both were used, the first for most of the days.
SOURCES: Final = {
    "IMF": "month-ends and representative rates of the International Monetary Fund",
    "NBU": "the National Bank of Ukraine: hryvnias for a dollar over hryvnias for the currency",
    "NBP": "Narodowy Bank Polski: zloty for a dollar over zloty for the currency",
    "NBK": "the official rate of the National Bank of Kazakhstan",
    "NBKR": "the official rate of the National Bank of the Kyrgyz Republic",
    "NBKR cross": "the tenge in the Kyrgyz bank's tables: som for a dollar over som for a tenge",
    "currency-api": "the mid of the market, fawazahmed0/exchange-api",
}

# Where base and quote stand in a row: 1993-05-31,1993-06-06,USD,KGS,...
_PAIR_AT: Final = 22
_PAIR_END: Final = 29
_WEEKLY_COLUMNS: Final = "as_of,through,base,quote,price,low,high,n,source"


def bundled_pairs() -> Iterator[PairQuotations]:
    """Return what the package holds of each pair: pegs, weekly reference rates and one ticker."""
    by_pair: dict[str, list[Quotation]] = {}
    for quotation in (*_pegs(), *_ticker()):
        by_pair.setdefault(f"{quotation.base},{quotation.quote}", []).append(quotation)
    weekly = _weekly_tables(table_text("weekly.csv"))
    for pair in dict.fromkeys((*by_pair, *weekly)):
        base, quote = pair.split(",")
        table = weekly.get(pair)
        yield PairQuotations(
            (Currency(base), Currency(quote)), by_pair.get(pair, ()), () if table is None else (table,)
        )


def _weekly_tables(text: str) -> dict[str, _WeeklyTable]:
    """Return the weekly table of each pair, whose rows stand together; no other line is looked at."""
    if "\r" in text:  # as a checkout may have it; to look for it in pairs would cost the first answer a tenth
        text = text.replace("\r\n", "\n")
    heads, _, rows = text.partition("\n")
    if heads != _WEEKLY_COLUMNS:
        raise FileNotFoundError("the package is damaged: rates/data/weekly.csv has other columns")
    tables: dict[str, _WeeklyTable] = {}
    start = 0
    while start < len(rows):
        pair = rows[start + _PAIR_AT : start + _PAIR_END]
        end = _end_of(pair, rows, start)
        tables[pair] = _WeeklyTable(rows[start:end])
        start = end
    return tables


def _end_of(pair: str, rows: str, start: int) -> int:
    """Return where the rows of *pair* that begin at *start* end, found by halving what may be theirs."""
    end = len(rows)
    while start < end:
        row = rows.rfind("\n", start, (start + end) // 2) + 1 or start
        if rows[row + _PAIR_AT : row + _PAIR_END] == pair:
            start = rows.find("\n", row) + 1 or len(rows)
        else:
            end = row
    return start


class _WeeklyTable:
    """The weekly rows of one pair, as text until they are asked for."""

    __slots__ = ("_rows",)

    def __init__(self, rows: str) -> None:
        self._rows = rows

    def series(self) -> Iterator[Series]:
        """Return the rows by source and length of span."""
        groups: dict[tuple[str, int], tuple[list[int], list[str]]] = {}
        read = date.fromisoformat
        for line in self._rows.splitlines():
            first = read(line[:10]).toordinal()
            key = line[line.rindex(",") + 1 :], read(line[11:21]).toordinal() - first
            known = groups.get(key)
            if known is None:
                known = groups[key] = [], []
            known[0].append(first)
            known[1].append(line)
        for (source, span), (days, lines) in groups.items():
            rows = _Rows(lines)
            yield Series(source, "reference", span, days, rows, rows.bounds)


class _Rows(Sequence[Quotation]):
    """Quotations that are made of their rows when they are asked for, and kept."""

    __slots__ = ("_lines", "_made")

    def __init__(self, lines: list[str]) -> None:
        self._lines = lines
        self._made: list[Quotation | None] = [None] * len(lines)

    def __len__(self) -> int:
        return len(self._lines)

    @overload
    def __getitem__(self, index: int) -> Quotation: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Quotation]: ...

    def __getitem__(self, index: int | slice) -> Quotation | Sequence[Quotation]:
        if isinstance(index, slice):
            return [self[one] for one in range(*index.indices(len(self)))]
        known = self._made[index]
        if known is None:
            known = self._made[index] = _weekly_quotation(self._lines[index])
        return known

    def bounds(self, index: int) -> tuple[float, float]:
        """Return low and high of the row at *index*."""
        low, high = self._lines[index].split(",", 7)[5:7]
        return float(low), float(high)


def _weekly_quotation(line: str) -> Quotation:
    """Return the quotation of a row; a test does the checks, which are left out here, on all."""
    as_of, through, base, quote, price, low, high, _, source = line.split(",")
    return make(
        Quotation,
        Currency(base),
        Currency(quote),
        Decimal(price),
        date.fromisoformat(as_of),
        "reference",
        source,
        1,
        date.fromisoformat(through),
        Decimal(low),
        Decimal(high),
        None,
        None,
    )


def _pegs() -> Iterator[Quotation]:
    for row in _rows_of("pegs.csv"):
        yield Quotation(
            row["base"],
            row["quote"],
            row["price"],
            as_of=row["as_of"],
            through=row["through"],
            kind="peg",
            source=row["source"],
        )


def _ticker() -> Iterator[Quotation]:
    for row in _rows_of("ticker.csv"):
        yield Quotation(
            row["base"],
            row["quote"],
            row["price"],
            as_of=row["as_of"],
            kind="ticker",
            source=row["source"],
            change=row["change"],
        )


def _rows_of(name: str) -> Iterator[dict[str, str]]:
    """Yield the rows of a small table of the package by name; none of its cells holds a comma or a quote."""
    heads, *lines = table_text(name).splitlines()
    for line in lines:
        yield dict(zip(heads.split(","), line.split(","), strict=True))
