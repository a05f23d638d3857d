"""Coverage: how far a book reaches, year by year of each pair; and what it holds of each source."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from itertools import groupby
from statistics import median
from typing import TYPE_CHECKING, Final, final

from cafx.core.currency import Currency
from cafx.core.value import Value
from cafx.rates.selection import MAX_AGE
from cafx.rates.spans import Span, spans_of
from cafx.values.quotation import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from cafx.core.notebook import Piece
    from cafx.rates.ways import Ways
    from cafx.values.quotation import Quotation

__all__ = ["Coverage", "CoveredYear", "Holding", "coverage_of", "holdings_of"]

_HEADS: Final = ("pair", "year", "from", "to", "days", "missing", "bounds", "sources")
_NUMBERS: Final = frozenset(("year", "days", "missing", "bounds"))
_MAX_SOURCES: Final = 3


@final
class Holding(Value):
    """What a book holds of one pair from one source: the days, and how many quotations.

    Attributes:
        base: the currency that is priced.
        quote: the currency that the price is in.
        kind: what stands behind the prices.
        source: whose they are.
        first: the first day that one is for; None where none has a day.
        last: the last one.
        quotations: how many there are.
    """

    base: Currency
    quote: Currency
    kind: Kind
    source: str
    first: date | None
    last: date | None
    quotations: int

    def __str__(self) -> str:
        days = "no date" if self.first is None else f"{self.first} to {self.last}"
        return f"{self.base}/{self.quote} ({self.kind}, {self.source}): {self.quotations}, {days}"


@final
class CoveredYear(Value):
    """What a book knows of one pair in one year, between the first and the last day that it knows at all.

    Attributes:
        base: the currency that is priced.
        quote: the currency that the price is in.
        year: the calendar year.
        first: the first day of the year that has an answer.
        last: the last one.
        days: how many days have an answer.
        gaps: the stretches between the pair's first and last day of all that have none, first and last day.
        margin: how far off a price may be, as a share of it: the median over the days.
        sources: whose quotations answer, those of most days first.
    """

    base: Currency
    quote: Currency
    year: int
    first: date
    last: date
    days: int
    gaps: tuple[tuple[date, date], ...]
    margin: Fraction
    sources: tuple[str, ...]

    @property
    def missing(self) -> int:
        """How many days of the gaps lie in the year."""
        return sum((last - first).days + 1 for first, last in self.gaps)

    def cells(self) -> tuple[str, ...]:
        """Return the row of a table, under ``Coverage.heads``."""
        more = ", …" if len(self.sources) > _MAX_SOURCES else ""
        return (
            f"{self.base}/{self.quote}",
            str(self.year),
            self.first.isoformat(),
            self.last.isoformat(),
            str(self.days),
            str(self.missing or "-"),
            "exact" if not self.margin else f"±{_percent(self.margin)} %",
            ", ".join(self.sources[:_MAX_SOURCES]) + more,
        )

    def __str__(self) -> str:
        return " ".join(self.cells())


@final
class Coverage(Value):
    """How far a book reaches: a row for each pair and year; printed as a table.

    Attributes:
        years: the rows, by pair and year.

    >>> from cafx import Quotation, RateBook
    >>> price = Quotation("USD", "KZT", "520.1", as_of="2025-12-16", kind="official", source="NBK")
    >>> (year,) = RateBook([price]).coverage().years
    >>> str(year.quote), year.year, str(year.first), year.days
    ('KZT', 2025, '2025-12-16', 1)
    """

    years: tuple[CoveredYear, ...]

    @property
    def heads(self) -> tuple[str, ...]:
        """The heads of the table's columns."""
        return _HEADS

    def __iter__(self) -> Iterator[CoveredYear]:
        return iter(self.years)

    def __len__(self) -> int:
        return len(self.years)

    def _pieces(self) -> Sequence[Piece]:
        from cafx.core.notebook import Heading, Rows

        rows = [year.cells() for year in self.years]
        return Heading("Coverage", f"{len(self)} years of pairs"), Rows(_HEADS, rows, _NUMBERS)

    def __str__(self) -> str:
        rows = [_HEADS, *(year.cells() for year in self.years)]
        widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
        return "\n".join(
            "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
            for row in rows
        )


def coverage_of(ways: Ways, to: str) -> Coverage:
    """Return the coverage of every currency that has a way to *to*."""
    base = Currency(to)
    years: list[CoveredYear] = []
    for quote in ways.currencies():
        reach = None if quote == base else ways.reach(base, quote)
        if reach is not None:
            spans = spans_of(ways, base, quote, *reach, MAX_AGE)
            years += _years(base, quote, reach, spans)
    return Coverage(tuple(years))


def holdings_of(quotations: Iterable[Quotation]) -> tuple[Holding, ...]:
    """Return what there is of each pair, kind and source, sorted."""
    groups: dict[tuple[Currency, Currency, Kind, str], list[Quotation]] = {}
    for quotation in quotations:
        key = (quotation.base, quotation.quote, quotation.kind, quotation.source)
        groups.setdefault(key, []).append(quotation)
    return tuple(
        Holding(
            *key,
            min((known.as_of for known in group if known.as_of), default=None),
            max((known.last_day for known in group if known.last_day), default=None),
            len(group),
        )
        for key, group in sorted(groups.items())
    )


def _years(
    base: Currency, quote: Currency, reach: tuple[date, date], spans: tuple[Span, ...]
) -> Iterator[CoveredYear]:
    gaps = list(_pieces(_gaps_between(reach, spans)))
    pieces = [(first, last, span) for span in spans for first, last in _pieces([(span.first, span.last)])]
    for year, group in groupby(pieces, key=lambda piece: piece[0].year):
        covered = list(group)
        lengths = [(last - first).days + 1 for first, last, _ in covered]
        by_source: dict[str, int] = {}
        for length, (_, _, span) in zip(lengths, covered, strict=True):
            for source in dict.fromkeys(leg.source for leg in span.rate.legs):
                by_source[source] = by_source.get(source, 0) + length
        margins: list[Fraction] = []
        for length, (_, _, span) in zip(lengths, covered, strict=True):
            margins += [span.rate.margin] * length
        yield CoveredYear(
            base,
            quote,
            year,
            covered[0][0],
            covered[-1][1],
            sum(lengths),
            tuple(gap for gap in gaps if gap[0].year == year),
            Fraction(median(margins)),
            tuple(sorted(by_source, key=lambda source: (-by_source[source], source))),
        )


def _gaps_between(reach: tuple[date, date], spans: tuple[Span, ...]) -> Iterator[tuple[date, date]]:
    """Return the stretches of *reach* that are in no span."""
    day, one = reach[0], timedelta(days=1)
    for span in spans:
        if span.first > day:
            yield day, span.first - one
        if span.last == date.max:
            return
        day = span.last + one
    if day <= reach[1]:
        yield day, reach[1]


def _pieces(stretches: Iterator[tuple[date, date]] | list[tuple[date, date]]) -> Iterator[tuple[date, date]]:
    """Yield stretches of days, cut at the turn of each year."""
    for first, last in stretches:
        for year in range(first.year, last.year + 1):
            yield max(first, date(year, 1, 1)), min(last, date(year, 12, 31))


def _percent(share: Fraction) -> str:
    """Return a share in per cent, rounded up in its second place: a doubt is never shown smaller."""
    hundredths = -((-share * 10_000).__floor__())
    return f"{hundredths // 100}.{hundredths % 100:02}"
