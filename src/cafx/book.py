"""``RateBook``: an immutable set of quotations that answers for any pair and day."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple, NoReturn, final

from cafx.choice import Rank, Series, rank_of, series_of
from cafx.consensus import Disagreement, disagreements_among, is_outvoted
from cafx.conversion import Conversion
from cafx.currency import Currency
from cafx.errors import RateNotFound
from cafx.quotation import Quotation
from cafx.rate import Rate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cafx.money import Money
    from cafx.quotation import Kind

__all__ = ["MAX_AGE", "Coverage", "RateBook"]

#: How old an answer may be unless the caller says otherwise: the longest run of holidays is 10 days.
MAX_AGE: Final = timedelta(days=14)

_PIVOT: Final = Currency("USD")
# Answers are kept, since a column of amounts asks for the same few days again and again.
_KEPT_ANSWERS: Final = 65_536

Pair = tuple[Currency, Currency]


class Coverage(NamedTuple):
    """What a book knows of one pair from one source: the days, and how many quotations."""

    base: Currency
    quote: Currency
    kind: Kind
    source: str
    first: date | None
    last: date | None
    quotations: int


@final
class RateBook:
    """An immutable set of quotations that answers ``rate(base, quote, on)`` by one stated rule.

    Which quotation answers: never a later one than the day, none older than ``max_age``. Those
    that cover the day come before older ones; then by kind (peg, official, market, reference,
    ticker); then the newest; then the tightest. Direct before inverse before a cross through the
    dollar, unless the longer way ranks higher by the same rule. An outlier does not answer while
    another source contradicts it.

    >>> from datetime import date
    >>> from cafx import Money
    >>> book = RateBook.bundled()
    >>> print(book.rate("KZT", "USD", on=date(2025, 9, 18)).inverse())
    USD/KZT = 540.9 (539.2 to 541.8, 2025-09-15)
    >>> print(book.convert(Money("20000000", "TMT"), "USD", on=date(2025, 9, 18)))
    20,000,000 TMT = 5,714,285.71 USD
    """

    __slots__ = ("_answers", "_by_pair", "_quotations", "_series")

    _answers: dict[tuple[str, str, date | None, timedelta], Rate]
    _by_pair: dict[Pair, tuple[Quotation, ...]]
    _quotations: dict[Quotation, None]
    _series: dict[Pair, tuple[Series, ...]]

    def __init__(self, quotations: Iterable[Quotation] = ()) -> None:
        unique = dict.fromkeys(quotations)
        by_pair: dict[Pair, list[Quotation]] = {}
        for quotation in unique:
            if not isinstance(quotation, Quotation):
                message = f"a book holds quotations, not {type(quotation).__name__}"
                raise TypeError(message)
            by_pair.setdefault((quotation.base, quotation.quote), []).append(quotation)
        put = object.__setattr__
        put(self, "_quotations", unique)
        put(self, "_by_pair", {pair: tuple(known) for pair, known in by_pair.items()})
        put(self, "_series", {})
        put(self, "_answers", {})

    @staticmethod
    @lru_cache(maxsize=1)
    def bundled() -> RateBook:
        """Give the book that comes with cafx: the manat's pegs, weekly rates, one ticker.

        It needs no network, is read on first use (some milliseconds) and kept; ``coverage()``
        says how far it reaches.
        """
        from cafx.bundled import bundled_quotations

        return RateBook(bundled_quotations())

    def rate(self, base: str, quote: str, on: date | None = None, max_age: timedelta = MAX_AGE) -> Rate:
        """Give the rate that answers for a pair on a day.

        Args:
            base: the currency that is priced.
            quote: the currency that the price is in, for one *base*.
            on: the day, in the source's own zone; None for the newest day known for the pair.
            max_age: how long before the day an answer may have ended.

        Raises:
            RateNotFound: nothing answers; the message says what is known.
            UnknownCurrency: an unknown code.
            TypeError: *on* is a ``datetime`` or no date at all.
        """
        known = self._answers.get((base, quote, on, max_age))
        return known if known is not None else self._found(base, quote, on, max_age)

    def convert(
        self, money: Money, to: str, on: date | None = None, max_age: timedelta = MAX_AGE
    ) -> Conversion:
        """Convert *money* at the rate of a day; see ``rate`` for the arguments and errors."""
        known = self._answers.get((money.currency, to, on, max_age))
        return Conversion(money, known if known is not None else self._found(money.currency, to, on, max_age))

    def merge(self, *others: RateBook | Iterable[Quotation]) -> RateBook:
        """Give a book with the quotations of both: merging adds, it never replaces."""
        merged = list(self._quotations)
        for other in others:
            merged.extend(other)
        return RateBook(merged)

    def pairs(self) -> tuple[Pair, ...]:
        """Give the pairs that are quoted, in the directions in which they are, sorted."""
        return tuple(sorted(self._by_pair))

    def coverage(self) -> tuple[Coverage, ...]:
        """Say what is known: for each pair, kind and source the first and last day."""
        groups: dict[tuple[Currency, Currency, Kind, str], list[Quotation]] = {}
        for quotation in self._quotations:
            key = (quotation.base, quotation.quote, quotation.kind, quotation.source)
            groups.setdefault(key, []).append(quotation)
        return tuple(
            Coverage(
                *key,
                min((known.as_of for known in group if known.as_of), default=None),
                max((known.last_day for known in group if known.last_day), default=None),
                len(group),
            )
            for key, group in sorted(groups.items())
        )

    def disagreements(self) -> tuple[Disagreement, ...]:
        """List the quotations of one pair and day whose bounds do not meet."""
        found: list[Disagreement] = []
        for base, quote in self.pairs():
            turned = self._by_pair.get((quote, base), ())
            if base < quote or not turned:
                found.extend(disagreements_among(self._by_pair[base, quote] + turned))
        return tuple(found)

    def outliers(self) -> tuple[Quotation, ...]:
        """List the quotations that do not answer, because other sources contradict them."""
        return tuple(quotation for quotation in self._quotations if self._is_outlier(quotation))

    def __iter__(self) -> Iterator[Quotation]:
        return iter(self._quotations)

    def __len__(self) -> int:
        return len(self._quotations)

    def __contains__(self, quotation: object) -> bool:
        return quotation in self._quotations

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, RateBook):
            return NotImplemented
        return self._quotations.keys() == other._quotations.keys()

    def __hash__(self) -> int:
        return hash(frozenset(self._quotations))

    def __reduce__(self) -> tuple[type[RateBook], tuple[tuple[Quotation, ...]]]:
        return RateBook, (tuple(self._quotations),)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        message = "a RateBook is immutable: merge() gives a new one"
        raise AttributeError(message)

    def __repr__(self) -> str:
        pairs = ", ".join("/".join(pair) for pair in self.pairs())
        return f"<RateBook of {len(self)} quotations: {pairs or 'none'}>"

    def _found(self, base: str, quote: str, on: date | None, max_age: timedelta) -> Rate:
        """Work an answer out, and keep it."""
        start, end = Currency(base), Currency(quote)
        if on is not None and (isinstance(on, datetime) or not isinstance(on, date)):
            message = f"on= is a plain date, not {type(on).__name__}: pass moment.astimezone(zone).date()"
            raise TypeError(message)
        if not isinstance(max_age, timedelta):
            message = f"max_age= is a timedelta, not {type(max_age).__name__}"
            raise TypeError(message)
        if start == end:
            return Rate(start, end, ())
        day = self._newest_day(start, end) if on is None else on.toordinal()
        found = self._best(start, end, day, max_age.days)
        if found is None:
            raise self._not_found(start, end, on, max_age)
        if len(self._answers) >= _KEPT_ANSWERS:
            self._answers.clear()
        self._answers[start, end, on, max_age] = found[1]
        return found[1]

    def _best(
        self, base: Currency, quote: Currency, day: int | None, max_age: int
    ) -> tuple[Rank, Rate] | None:
        """Compare the ways from *base* to *quote* and give the best; *day* None: whatever is undated."""
        ways = [self._direct(base, quote, day, max_age)]
        if _PIVOT not in (base, quote):
            ways.append(self._crossed(base, _PIVOT, quote, day, max_age))
        found = [way for way in ways if way is not None]
        if not found:
            pivots = sorted(self._neighbours(base) & self._neighbours(quote))
            crosses = (self._crossed(base, pivot, quote, day, max_age) for pivot in pivots)
            found = [way for way in crosses if way is not None]
        return min(found, key=_by_rank, default=None)

    def _direct(
        self, base: Currency, quote: Currency, day: int | None, max_age: int
    ) -> tuple[Rank, Rate] | None:
        """Give the best quotation of the pair, as printed or turned over, that is no outlier."""
        asked = date.max.toordinal() if day is None else day
        ranked = [
            (rank_of(quotation, asked, is_turned=is_turned), quotation)
            for pair, is_turned in (((base, quote), False), ((quote, base), True))
            for quotation in self._candidates(pair, day, max_age)
        ]
        if not ranked:
            return None
        rank, best = min(ranked, key=_by_rank)
        return rank, Rate(base, quote, (best,))

    def _candidates(self, pair: Pair, day: int | None, max_age: int) -> Iterator[Quotation]:
        """Give the newest of each series that may answer for *day*, and no outliers."""
        if day is None:
            for quotation in self._by_pair.get(pair, ()):
                if quotation.as_of is None:
                    yield quotation
            return
        for series in self._series_of(pair):
            newest: date | None = None
            for quotation in series.answering(day, max_age):
                if newest is not None and quotation.as_of != newest:
                    break
                if not self._is_outlier(quotation):
                    newest = quotation.as_of
                    yield quotation

    def _crossed(
        self, base: Currency, pivot: Currency, quote: Currency, day: int | None, max_age: int
    ) -> tuple[Rank, Rate] | None:
        first = self._direct(base, pivot, day, max_age)
        second = first and self._direct(pivot, quote, day, max_age)
        if first is None or second is None:
            return None
        return first[0].joined(second[0]), first[1].cross(second[1])

    def _is_outlier(self, quotation: Quotation) -> bool:
        """Whether other sources contradict *quotation* on its own days."""
        base, quote, first, last = quotation.base, quotation.quote, quotation.as_of, quotation.last_day
        if quotation.kind == "peg" or first is None or last is None:
            return False
        day, span = last.toordinal(), (last - first).days
        same_days = [
            other
            for pair in ((base, quote), (quote, base))
            for series in self._series_of(pair)
            for other in series.answering(day, span)
        ]
        others = [Rate(base, quote, (other,)) for other in same_days if other is not quotation]
        if _PIVOT not in (base, quote):
            legs = [
                self._unquestioned(start, end, day, span) for start, end in ((base, _PIVOT), (_PIVOT, quote))
            ]
            if legs[0] is not None and legs[1] is not None:
                others.append(legs[0].cross(legs[1]))
        return bool(others) and is_outvoted(Rate.of(quotation), others)

    def _unquestioned(self, base: Currency, quote: Currency, day: int, span: int) -> Rate | None:
        """Give the best quotation of a pair for a day, without asking whether it is an outlier."""
        ranked = [
            (rank_of(quotation, day, is_turned=is_turned), quotation)
            for pair, is_turned in (((base, quote), False), ((quote, base), True))
            for series in self._series_of(pair)
            for quotation in series.answering(day, span)
        ]
        return Rate(base, quote, (min(ranked, key=_by_rank)[1],)) if ranked else None

    def _series_of(self, pair: Pair) -> tuple[Series, ...]:
        series = self._series.get(pair)
        if series is None:
            series = self._series[pair] = series_of(self._by_pair.get(pair, ()))
        return series

    def _newest_day(self, base: Currency, quote: Currency) -> int | None:
        """Give the newest day known for the pair by any way; None where only undated ones are."""
        ways = [self._newest_direct(base, quote)]
        pivots = (self._neighbours(base) & self._neighbours(quote)) if ways == [0] else {_PIVOT}
        ways.extend(
            min(self._newest_direct(base, pivot), self._newest_direct(pivot, quote))
            for pivot in pivots | {_PIVOT}
        )
        return max(ways) or None

    def _newest_direct(self, base: Currency, quote: Currency) -> int:
        series = self._series_of((base, quote)) + self._series_of((quote, base))
        return max((one.newest for one in series), default=0)

    def _neighbours(self, currency: Currency) -> set[Currency]:
        return {
            quote if base == currency else base for base, quote in self._by_pair if currency in (base, quote)
        }

    def _not_found(
        self, base: Currency, quote: Currency, on: date | None, max_age: timedelta
    ) -> RateNotFound:
        known = self._known_of(base, quote)
        when = "" if on is None else f" on {on.isoformat()}"
        remedy = f"; ask for a day in reach, raise max_age ({max_age.days} days) or merge in newer quotations"
        return RateNotFound(
            f"no rate for {base}/{quote}{when}: {known}{remedy}", base=base, quote=quote, on=on, known=known
        )

    def _known_of(self, base: Currency, quote: Currency) -> str:
        """Say in words what is known of a pair, or of its two sides against the dollar."""
        pairs = [(base, quote)]
        if not (self._by_pair.get((base, quote)) or self._by_pair.get((quote, base))):
            pairs = [(currency, _PIVOT) for currency in (base, quote) if currency != _PIVOT]
        texts = []
        for one, other in pairs:
            known = self._by_pair.get((one, other), ()) + self._by_pair.get((other, one), ())
            days = [
                day for quotation in known for day in (quotation.as_of, quotation.last_day) if day is not None
            ]
            if not known:
                texts.append(f"nothing is known of {one}/{other}")
            elif not days:
                texts.append(f"{one}/{other} is known without a date: read it with as_of=")
            else:
                last = "on" if max(days) == date.max else f"to {max(days).isoformat()}"
                texts.append(f"{one}/{other} is known from {min(days).isoformat()} {last}")
        return ", ".join(texts)


def _by_rank(ranked: tuple[Rank, object]) -> Rank:
    return ranked[0]
