"""What a notebook shows of a book: the reach of each currency at a glance, without asking for every day.

On which days there is an answer follows from the quotations alone: a way answers while each of its legs is in
force or may be carried. Only the days that are drawn are asked for.
"""

from __future__ import annotations

from datetime import date, timedelta
from itertools import chain
from typing import TYPE_CHECKING, Final, NamedTuple

from cafx.core.currency import Currency
from cafx.rates.selection import MAX_AGE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cafx.core.notebook import Piece
    from cafx.rates.ways import Ways
    from cafx.values.rate import Rate

__all__ = ["Reach", "answered", "pieces_of", "reaches_of"]

_HEADS: Final = (
    "newest rate",
    "from first to newest",
    "from",
    "to",
    "days with a rate",
    "days without",
    "sources",
)
_NUMBERS: Final = frozenset(("days with a rate", "days without"))
_MAX_SOURCES: Final = 3
#: How many days of the book are drawn, evenly spaced.
_DRAWN: Final = 64

#: A stretch of days, by the ordinals of its first and last.
_Stretch = tuple[int, int]


class Reach(NamedTuple):
    """What a book has of one currency: from the first to the last day that its quotations name.

    *days* of them have an answer. *newest* and *oldest* are the rates of the last and the first day;
    *sources* are whose quotations they rest on, the one that reaches furthest first.
    """

    first: date
    last: date
    days: int
    newest: Rate
    oldest: Rate
    sources: tuple[str, ...]

    @property
    def missing(self) -> int:
        """How many days have no answer."""
        return (self.last - self.first).days + 1 - self.days


def reaches_of(ways: Ways, to: str = "USD") -> tuple[Reach, ...]:
    """Return the reach of every currency that has a way to *to*."""
    base = Currency(to)
    return tuple(
        found
        for quote in ways.currencies()
        if quote != base and (found := _reach(ways, base, quote)) is not None
    )


def answered(  # noqa: PLR0917 -- those of RateBook.spans, in order
    ways: Ways, base: Currency, quote: Currency, first: date, last: date, max_age: timedelta = MAX_AGE
) -> list[tuple[date, date]]:
    """Return the stretches of days from *first* to *last* on which a pair has an answer."""
    until = min(day.toordinal() for day in (last, *(code.until for code in (base, quote) if code.until)))
    answering = [_of_pair(ways, base, quote, max_age.days)]
    for pivot in ways.pivots(base, quote):
        legs = (_of_pair(ways, *pair, max_age.days) for pair in ((base, pivot), (pivot, quote)))
        answering.append(_common(*legs))
    stretches = _joined(chain.from_iterable(answering))
    limits = [(first.toordinal(), until)]
    return [(date.fromordinal(start), date.fromordinal(end)) for start, end in _common(stretches, limits)]


def pieces_of(ways: Ways, note: str) -> tuple[Piece, ...]:
    """Return what a notebook shows of a book: *note*, how far it reaches, and the course of each rate."""
    from cafx.core.notebook import Drawn, Heading, Rows

    reaches = reaches_of(ways)
    if not reaches:
        return (Heading("RateBook", note),)
    first, last = min(one.first for one in reaches), max(one.last for one in reaches)
    drawn = [first + timedelta((last - first).days * place // (_DRAWN - 1)) for place in range(_DRAWN)]
    rows = [
        (
            str(one.newest),
            Drawn(f"{_short(one.oldest)} to {_short(one.newest)}", tuple(_course(ways, one, drawn))),
            one.first.isoformat(),
            one.last.isoformat(),
            f"{one.days:,}",
            f"{one.missing:,}",
            ", ".join(one.sources[:_MAX_SOURCES]),
        )
        for one in reaches
    ]
    return Heading("RateBook", note), Rows(_HEADS, rows, _NUMBERS)


def _reach(ways: Ways, base: Currency, quote: Currency) -> Reach | None:
    named = ways.reach(base, quote)
    stretches = [] if named is None else answered(ways, base, quote, *named)
    if named is None or not stretches:
        return None
    first, last = stretches[0][0], stretches[-1][1]
    oldest, newest = (ways.on_day(base, quote, day.toordinal(), MAX_AGE.days) for day in (first, last))
    if oldest is None or newest is None:
        return None
    series = sorted(ways.series_of_both((base, quote)), key=lambda one: -one.days[-1])
    return Reach(
        first,
        last,
        sum((end - start).days + 1 for start, end in stretches),
        newest,
        oldest,
        tuple(dict.fromkeys(one.source for one in series)),
    )


def _course(ways: Ways, reach: Reach, days: list[date]) -> Iterator[tuple[float, float, float] | None]:
    """Yield low bound, price and high bound on each day that is drawn; None where nothing answers."""
    pair = reach.newest.base, reach.newest.quote
    for day in days:
        is_within = reach.first <= day <= reach.last
        rate = ways.on_day(*pair, day.toordinal(), MAX_AGE.days) if is_within else None
        yield None if rate is None else (float(rate.low), float(rate.price), float(rate.high))


def _of_pair(ways: Ways, base: Currency, quote: Currency, max_age: int) -> list[_Stretch]:
    """Return the stretches of days on which a quotation of the pair, or of its inverse, answers."""
    return _joined(
        (series.days[index], min(series.end(index) + max_age, date.max.toordinal()))
        for series in ways.series_of_both((base, quote))
        for index in range(len(series.days))
        if not ways.is_outlier(series, index)
    )


def _joined(stretches: Iterable[_Stretch]) -> list[_Stretch]:
    """Return stretches in order, those that meet as one."""
    found: list[_Stretch] = []
    for first, last in sorted(stretches):
        if found and first <= found[-1][1] + 1:
            found[-1] = found[-1][0], max(found[-1][1], last)
        else:
            found.append((first, last))
    return found


def _common(these: list[_Stretch], others: list[_Stretch]) -> list[_Stretch]:
    """Return the days that are in both, which are each in order and apart."""
    found: list[_Stretch] = []
    one = other = 0
    while one < len(these) and other < len(others):
        first, last = max(these[one][0], others[other][0]), min(these[one][1], others[other][1])
        if first <= last:
            found.append((first, last))
        if these[one][1] < others[other][1]:
            one += 1
        else:
            other += 1
    return found


def _short(rate: Rate) -> str:
    from cafx.core.decimals import plain, significant

    return plain(significant(rate.price, 4))
