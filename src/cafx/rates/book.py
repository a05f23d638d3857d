"""``RateBook``: an immutable set of quotations that answers for any pair and day."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from heapq import heappop, heappush
from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple, NoReturn, TypeAlias, final

from cafx.core.currency import Currency
from cafx.core.dates import Day, day_of
from cafx.errors import RateNotFound
from cafx.rates.outliers import Disagreement, disagreements_among, is_apart, is_outvoted
from cafx.rates.selection import Rank, Series, rank_of, series_of, span_of
from cafx.values.conversion import Conversion
from cafx.values.money import Money
from cafx.values.quotation import Quotation
from cafx.values.rate import Rate
from cafx.values.reading import quotations_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cafx.values.quotation import Kind
    from cafx.values.reading import Quotations

__all__ = ["MAX_AGE", "Coverage", "RateBook"]

#: How old an answer may be unless the caller says otherwise: the longest run of holidays is 10 days.
MAX_AGE: Final = timedelta(days=14)

_PIVOT: Final = Currency("USD")
# Answers are kept, since a column of amounts asks for the same few days again and again.
_KEPT_ANSWERS: Final = 65_536
_THROUGH_DOLLAR: Final = 2
_THROUGH_OTHERS: Final = 3

Pair: TypeAlias = tuple[Currency, Currency]
_Way: TypeAlias = tuple[Rank, Rate]


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
    USD/KZT = 540.91 (538.71 to 542.26, 2025-09-15)
    >>> print(book.convert(Money("20000000", "TMT"), "USD", on=date(2025, 9, 18)))
    20,000,000 TMT ≈ 5,714,285.71 USD
    """

    __slots__ = ("_answers", "_by_pair", "_quotations", "_series")

    _answers: dict[tuple[str, str, date | str | None, timedelta], Rate]
    _by_pair: dict[Pair, tuple[Quotation, ...]]
    _quotations: dict[Quotation, None]
    _series: dict[Pair, tuple[Series, ...]]

    def __init__(self, quotations: Quotations = ()) -> None:
        unique = dict.fromkeys(quotations_in(quotations))
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
        from cafx.rates.bundled import bundled_quotations

        return RateBook(bundled_quotations())

    def rate(self, base: str, quote: str, *, on: Day | None = None, max_age: timedelta = MAX_AGE) -> Rate:
        """Give the rate that answers for a pair on a day.

        Args:
            base: the currency that is priced.
            quote: the currency that the price is in, for one *base*.
            on: the day, in the source's own zone, as a date or ISO text; None for the newest day
                known for the pair.
            max_age: how long before the day an answer may have ended.

        Raises:
            RateNotFound: nothing answers; the message says what is known.
            UnknownCurrency: an unknown code.
            TypeError: *on* is a ``datetime``, of which the zone decides the day.
        """
        known = self._answers.get((base, quote, on, max_age))
        return known if known is not None else self._found(base, quote, on, max_age)

    def convert(
        self, money: Money, to: str, *, on: Day | None = None, max_age: timedelta = MAX_AGE
    ) -> Conversion:
        """Convert *money* at the rate of a day; see ``rate`` for the arguments and errors."""
        if not isinstance(money, Money):
            message = f"a book converts Money, not {type(money).__name__}: cafx.convert also takes text"
            raise TypeError(message)
        known = self._answers.get((money.currency, to, on, max_age))
        return Conversion(money, known if known is not None else self._found(money.currency, to, on, max_age))

    def merge(self, *others: Quotations) -> RateBook:
        """Give a book with the quotations of both: merging adds, it never replaces."""
        merged = list(self._quotations)
        for other in others:
            merged.extend(quotations_in(other))
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
        return isinstance(quotation, Quotation) and quotation in self._quotations

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

    def __delattr__(self, name: str) -> NoReturn:
        self.__setattr__(name, None)

    def __repr__(self) -> str:
        pairs = ", ".join("/".join(pair) for pair in self.pairs())
        return f"<RateBook of {len(self)} quotations: {pairs or 'none'}>"

    def _found(self, base: str, quote: str, on: date | str | None, max_age: timedelta) -> Rate:
        """Work an answer out, and keep it."""
        start, end = Currency(base), Currency(quote)
        asked = None if on is None else day_of(on, what="on")
        if not isinstance(max_age, timedelta) or max_age < timedelta(0):
            message = f"max_age is a timedelta of zero or more, not {max_age!r}"
            raise TypeError(message)
        if start == end:
            return Rate(start, end, ())
        days = self._known_days(start, end) if asked is None else iter((asked.toordinal(),))
        ways = (self._best(start, end, day, max_age.days) for day in days)
        found = next((way for way in ways if way is not None), None)
        if found is None:
            raise self._not_found(start, end, asked, max_age)
        if len(self._answers) >= _KEPT_ANSWERS:
            self._answers.clear()
        self._answers[start, end, asked, max_age] = found[1]
        return found[1]

    def _best(self, base: Currency, quote: Currency, day: int | None, max_age: int) -> _Way | None:
        """Compare the ways from *base* to *quote*; *day* None: over quotations without a date."""
        ways = [self._direct(base, quote, day, max_age)]
        ways.extend(self._crossed(base, pivot, quote, day, max_age) for pivot in self._pivots(base, quote))
        return min((way for way in ways if way is not None), key=_by_rank, default=None)

    def _direct(
        self, base: Currency, quote: Currency, day: int | None, max_age: int, *, is_judged: bool = True
    ) -> _Way | None:
        """Give the best quotation of the pair, as printed or turned over, that is no outlier."""
        asked = date.max.toordinal() if day is None else day
        groups = [
            (is_turned, group)
            for pair, is_turned in (((base, quote), False), ((quote, base), True))
            for group in self._groups(pair, day, max_age)
        ]
        # Each series waits with its newest quotations; the next older ones come up only where all
        # of those are outliers. So only what is about to answer is ever judged.
        waiting: list[tuple[Rank, int, int, Quotation]] = []
        left = [0] * len(groups)

        def call_up(index: int) -> None:
            is_turned, group = groups[index]
            for quotation in next(group, ()):
                rank = rank_of(quotation, asked, is_turned=is_turned)
                heappush(waiting, (rank, index, len(waiting), quotation))
                left[index] += 1

        for index in range(len(groups)):
            call_up(index)
        while waiting:
            rank, index, _, quotation = heappop(waiting)
            if not is_judged or not self._is_outlier(quotation):
                return rank, Rate(base, quote, (quotation,))
            left[index] -= 1
            if not left[index]:
                call_up(index)
        return None

    def _groups(self, pair: Pair, day: int | None, max_age: int) -> Iterator[Iterator[list[Quotation]]]:
        """Give for each series what may answer for *day*: the quotations of its newest day, and so on."""
        if day is None:
            yield iter([[known for known in self._by_pair.get(pair, ()) if known.as_of is None]])
            return
        for series in self._series_of(pair):
            answering = series.answering(day, max_age)
            yield (list(group) for _, group in groupby(answering, key=_first_day))

    def _crossed(
        self, base: Currency, pivot: Currency, quote: Currency, day: int | None, max_age: int
    ) -> _Way | None:
        first = self._direct(base, pivot, day, max_age)
        second = first and self._direct(pivot, quote, day, max_age)
        if first is None or second is None:
            return None
        length = _THROUGH_DOLLAR if pivot == _PIVOT else _THROUGH_OTHERS
        return first[0].joined(second[0], length=length), first[1].cross(second[1])

    def _is_outlier(self, quotation: Quotation) -> bool:
        """Whether other sources contradict *quotation* on its own days."""
        base, quote, first, last = quotation.base, quotation.quote, quotation.as_of, quotation.last_day
        if first is None or last is None:
            return False
        day, span = last.toordinal(), span_of(quotation)
        same_days = [
            Rate(base, quote, (other,))
            for pair in ((base, quote), (quote, base))
            for series in self._series_of(pair)
            for other in series.answering(day, span)
            if other is not quotation and not self._is_jump(other)
        ]
        if _PIVOT not in (base, quote):
            legs = (
                self._direct(start, end, day, span, is_judged=False)
                for start, end in ((base, _PIVOT), (_PIVOT, quote))
            )
            cross = [leg[1] for leg in legs if leg is not None]
            if len(cross) == 2:  # noqa: PLR2004 -- both legs are known
                same_days.append(cross[0].cross(cross[1]))
        return bool(same_days) and is_outvoted(
            Rate.of(quotation), same_days, is_jump=self._is_jump(quotation)
        )

    def _is_jump(self, quotation: Quotation) -> bool:
        """Whether *quotation* lies apart from its own source's days before and after it."""
        series = next(
            one for one in self._series_of((quotation.base, quotation.quote)) if one.holds(quotation)
        )
        return is_apart(quotation, series.neighbours(quotation, MAX_AGE.days))

    def _series_of(self, pair: Pair) -> tuple[Series, ...]:
        series = self._series.get(pair)
        if series is None:
            series = self._series[pair] = series_of(self._by_pair.get(pair, ()))
        return series

    def _known_days(self, base: Currency, quote: Currency) -> Iterator[int | None]:
        """Give the days that the pair is known for by any way, the newest first; then what is undated."""
        ways: list[tuple[Pair, ...]] = [((base, quote),)]
        ways.extend(((base, pivot), (pivot, quote)) for pivot in self._pivots(base, quote))
        series = [[self._series_of(pair) + self._series_of(pair[::-1]) for pair in way] for way in ways]
        # A cross is known up to the day on which the older of its legs ends.
        newest = [min(max((one.newest for one in leg), default=0) for leg in legs) for legs in series]
        if any(newest):
            yield max(newest)
        # Seldom is more needed: only where nothing answers for the newest day.
        days = {
            min(day, last)
            for legs, last in zip(series, newest, strict=True)
            for leg in legs
            for one in leg
            for day in one.last_days()
        }
        yield from sorted(days - {0, max(newest)}, reverse=True)
        yield None

    def _pivots(self, base: Currency, quote: Currency) -> tuple[Currency, ...]:
        """Give the currencies that both are quoted against, other than each other."""
        return tuple(sorted(self._neighbours(base) & self._neighbours(quote)))

    def _neighbours(self, currency: Currency) -> set[Currency]:
        """Give the currencies that *currency* is quoted against, in either direction."""
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


def _by_rank(way: _Way) -> Rank:
    return way[0]


def _first_day(quotation: Quotation) -> date | None:
    return quotation.as_of
