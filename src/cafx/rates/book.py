"""``RateBook``: an immutable set of quotations that answers for any pair and day.

Which quotation answers is the rule of ``selection``; until when one is in force, of ``calendars``; how far
one that no longer is may be off, of ``carrying``; which of one day counts, of ``series``; and which is
contradicted, of ``outliers``; ``ways`` asks them for every way from one currency to another.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final, NoReturn, final

from cafx.core.bounded_cache import BoundedCache
from cafx.core.currency import Currency, withdrawn
from cafx.core.dates import Day, day_of
from cafx.core.shown import Shown
from cafx.core.text import kind_of
from cafx.rates.calendars import warn_if_stale
from cafx.rates.outliers import Disagreement, disagreements_among
from cafx.rates.selection import MAX_AGE, check_max_age, not_found
from cafx.rates.series import PairQuotations, quotations_by_pair
from cafx.rates.ways import Pair, Ways
from cafx.values.conversion import conversion_of
from cafx.values.money import Money
from cafx.values.quotation import Quotation
from cafx.values.rate import Rate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date, timedelta

    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

    from cafx.core.notebook import Piece
    from cafx.rates.averages import Average
    from cafx.rates.coverage import Coverage, Holding
    from cafx.rates.spans import Span
    from cafx.values.conversion import Conversion
    from cafx.values.reading import Quotations

__all__ = ["MAX_AGE", "RateBook", "require_book"]

# Answers are kept, since a column of amounts asks for the same few days again and again.
_KEPT_ANSWERS: Final = 65_536


@final
class RateBook(Shown):
    """An immutable set of quotations that answers ``rate(base, quote, on=...)`` by one stated rule.

    Which quotation answers: never a later one than the day, none older than ``max_age``. Those in
    force on the day come before older ones; then by kind (peg, official, market, reference, stated,
    ticker); then the newest; then the tightest. Direct before inverse before a cross through the
    dollar, unless the longer way ranks higher by the same rule. An outlier does not answer while
    another source contradicts it. A rate that is carried past its last day in force has wider bounds.

    Args:
        quotations: quotations, and readings of them (tickers, sources, what was fetched), in any order.

    Raises:
        TypeError: what is not made of quotations.

    >>> from datetime import date
    >>> from cafx import Money
    >>> book = RateBook.bundled()
    >>> print(book.rate("KZT", "USD", on=date(2025, 9, 18)).inverse())
    USD/KZT = 540.91 (538.71 to 542.26, 2025-09-15)
    >>> print(book.convert(Money("20000000", "TMT"), "USD", on=date(2025, 9, 18)))
    20,000,000 TMT ≈ 5,714,285.71 USD
    """

    __slots__ = ("_answers", "by_pair", "ways")

    #: What is known of each pair, in the directions in which they are quoted.
    by_pair: Mapping[Pair, PairQuotations]
    #: What finds the answers, for spans and coverage.
    ways: Ways
    _answers: BoundedCache[tuple[str, str, object, timedelta], Rate]

    def __init__(self, quotations: Quotations | RateBook = ()) -> None:
        self._fill(_by_pair(quotations))

    def _fill(self, by_pair: Mapping[Pair, PairQuotations]) -> None:
        set_slot = object.__setattr__
        set_slot(self, "by_pair", by_pair)
        set_slot(self, "ways", Ways(by_pair))
        set_slot(self, "_answers", BoundedCache(_KEPT_ANSWERS))

    @staticmethod
    @cache
    def bundled() -> RateBook:
        """Return the book that comes with cafx: the manat's pegs, weekly rates, one ticker.

        It needs no network, is read on first use (some milliseconds) and kept; ``coverage()``
        says how far it reaches.
        """
        from cafx.rates.bundled import bundled_pairs

        return RateBook.of_pairs(bundled_pairs())

    @staticmethod
    def of_pairs(pairs: Iterable[PairQuotations]) -> RateBook:
        """Return the book of *pairs*: what is known of each, in which tables may stand for quotations."""
        book = RateBook()
        book._fill({known.pair: known for known in pairs})
        return book

    def rate(self, base: str, quote: str, *, on: Day | None = None, max_age: timedelta = MAX_AGE) -> Rate:
        """Return the rate that answers for a pair on a day.

        Args:
            base: the currency that is priced, in upper or lower case.
            quote: the currency that the price is in, for one *base*.
            on: the day, in the source's own zone; None for the newest day on which the whole way can
                answer, which the rate then names as ``rate.on``.
            max_age: how long before the day an answer may have been last in force.

        Raises:
            RateNotFound: nothing answers; the message says what is known.
            UnknownCurrency: an unknown code, or a withdrawn currency after its last day.
            TypeError: *on* is a ``datetime``, of which the zone decides the day, or is missing.
        """
        try:
            known = self._answers.get((base, quote, on, max_age))
        except TypeError:  # what cannot be a key is not a day either, which is said below
            known = None
        return known if known is not None else self._look_up(base, quote, on, max_age)

    def convert(
        self, money: Money, to: str, *, on: Day | None = None, max_age: timedelta = MAX_AGE
    ) -> Conversion:
        """Return *money* at the rate of a day; see ``rate`` for the arguments and errors.

        Warns:
            StaleRateWarning: *on* is left out and the newest rate known is stale.
        """
        if not isinstance(money, Money):
            message = f"a book converts Money, not {kind_of(money)}: cafx.convert also takes text"
            raise TypeError(message)
        try:  # as in ``rate``, whose call would cost half as much again
            known = self._answers.get((money.currency, to, on, max_age))
        except TypeError:
            known = None
        rate = known if known is not None else self._look_up(money.currency, to, on, max_age)
        if on is None:
            warn_if_stale(rate, stacklevel=2)
        return conversion_of(money, rate)

    def spans(
        self, base: str, quote: str, start: Day, end: Day, *, max_age: timedelta = MAX_AGE
    ) -> tuple[Span, ...]:
        """Return the answers from *start* to *end*, each with the days that it holds for.

        The answers are those of ``rate`` for each day, but the rule is asked only on the days on which
        its answer can change. Days on which nothing answers are in no span.

        Args:
            base: the currency that is priced.
            quote: the currency that the price is in.
            start: the first day.
            end: the last day.
            max_age: as in ``rate``.

        Raises:
            OptionError: *end* lies before *start*.
            UnknownCurrency: an unknown code.

        >>> for span in RateBook.bundled().spans("USD", "TMT", "2014-12-30", "2015-01-02"):
        ...     print(span)
        2014-12-30 to 2014-12-31: USD/TMT = 2.85 (2009-01-01)
        2015-01-01 to 2015-01-02: USD/TMT = 3.5 (2015-01-01)
        """
        from cafx.rates.spans import spans_of

        return spans_of(self.ways, base, quote, start, end, max_age)

    def average(
        self,
        base: str,
        quote: str,
        period: str | tuple[Day, Day],
        *,
        partial: bool = False,
        max_age: timedelta = MAX_AGE,
    ) -> Average:
        """Return the mean rate over the calendar days of a period, in the stated direction.

        The mean of the inverse is another number than the inverse of the mean: for 2015 in the bundled
        book 1 / mean(KZT/USD) is about 4 % below mean(USD/KZT), in calm years some hundredths of a per
        cent. Ask for the direction in which the average is meant.

        Args:
            base: the currency that is priced.
            quote: the currency that the price is in.
            period: a year ``"2024"``, a month ``"2024-03"``, or the first and the last day.
            partial: take the mean of the days that have an answer where some have none.
            max_age: as in ``rate``.

        Raises:
            RateNotFound: no day has an answer, or one has none and *partial* is not set.
            ParseError: text that is not a period.

        >>> print(RateBook.bundled().average("USD", "KZT", "2024"))
        USD/KZT = 469.1 (465.9 to 472.2, mean of 366 days, 2024-01-01 to 2024-12-31)
        """
        from cafx.rates.averages import average_of

        return average_of(self.ways, base, quote, period, partial=partial, max_age=max_age)

    def merge(self, *others: Quotations | RateBook) -> RateBook:
        """Return a book with the quotations of this one and of *others*: merging adds, it never replaces.

        A quotation that corrects another of the same day counts in its place; the other stays among
        ``superseded()``. Pairs that only one of the books has are taken over as they are.
        """
        parts: dict[Pair, list[PairQuotations]] = {}
        for other in others:
            for pair, known in _by_pair(other).items():
                parts.setdefault(pair, []).append(known)
        merged = dict(self.by_pair)
        for pair, added in parts.items():
            first, *rest = [merged[pair], *added] if pair in merged else added
            merged[pair] = first.merged(rest) if rest else first
        return RateBook.of_pairs(merged.values())

    def pairs(self) -> tuple[Pair, ...]:
        """Return the pairs that are quoted, in the directions in which they are, sorted."""
        return tuple(sorted(self.by_pair))

    def coverage(self, to: str = "USD") -> Coverage:
        """Return how far the book reaches: for each currency and year the days that have an answer.

        Args:
            to: the currency that the others are priced in.

        >>> (row,) = [row for row in RateBook.bundled().coverage() if (row.quote, row.year) == ("KZT", 2024)]
        >>> print(row)
        USD/KZT 2024 2024-01-01 2024-12-31 366 - ±0.62 % NBKR cross
        """
        from cafx.rates.coverage import coverage_of

        return coverage_of(self.ways, to)

    def holdings(self) -> tuple[Holding, ...]:
        """Return what the book holds: for each pair, kind and source the first and last day, and how many."""
        from cafx.rates.coverage import holdings_of

        return holdings_of(self)

    def disagreements(self) -> tuple[Disagreement, ...]:
        """Return the quotations of one pair and day whose bounds do not meet."""
        found: list[Disagreement] = []
        for base, quote in self.pairs():
            inverse = self.by_pair.get((quote, base), ())
            if base < quote or not inverse:
                found.extend(disagreements_among([*self.by_pair[base, quote], *inverse]))
        return tuple(found)

    def outliers(self) -> tuple[Quotation, ...]:
        """Return the quotations that do not answer, because other sources contradict them."""
        return tuple(
            series.quotations[index]
            for known in self.by_pair.values()
            for series in known.series
            for index in range(len(series.days))
            if self.ways.is_outlier(series, index)
        )

    def superseded(self) -> tuple[Quotation, ...]:
        """Return the quotations that a later reading of the same day corrected: they do not answer."""
        return tuple(quotation for known in self.by_pair.values() for quotation in known.superseded)

    def digest(self) -> str:
        """Return a short name of everything that can answer: twelve letters and digits, for a chart's foot.

        Two books have one name where they hold equal quotations, in whatever order and however read.

        >>> RateBook.bundled().digest() == RateBook(RateBook.bundled()).digest()
        True
        """
        from hashlib import sha256

        lines = sorted(quotation.replace(observed_at=None).to_json() for quotation in self)
        return sha256("\n".join(lines).encode()).hexdigest()[:12]

    def __iter__(self) -> Iterator[Quotation]:
        """Iterate over what counts, pair by pair and by day."""
        for known in self.by_pair.values():
            yield from known

    def __len__(self) -> int:
        return sum(map(len, self.by_pair.values()))

    def __contains__(self, quotation: object) -> bool:
        if isinstance(quotation, tuple):
            message = "a book holds quotations, not pairs: ask pairs(), or rate(base, quote)"
            raise TypeError(message)
        if not isinstance(quotation, Quotation):
            return False
        known = self.by_pair.get((quotation.base, quotation.quote))
        if known is None:
            return False
        return known.find(quotation) is not None or quotation in known.tied or quotation in known.undated

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, RateBook):
            return NotImplemented
        mine, others = self.by_pair, other.by_pair
        return mine.keys() == others.keys() and all(
            known is others[pair] or (len(known) == len(others[pair]) and set(known) == set(others[pair]))
            for pair, known in mine.items()
        )

    def __hash__(self) -> int:
        return hash(frozenset((pair, len(known)) for pair, known in self.by_pair.items()))

    def __reduce__(self) -> tuple[type[RateBook], tuple[tuple[Quotation, ...]]]:
        return RateBook, ((*self, *self.superseded()),)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Let pydantic use a book as a field: in JSON it is the list of its quotations."""
        from cafx.core.schema import list_schema

        return list_schema(cls, Quotation, handler)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        message = "a RateBook is immutable: merge() returns a new one"
        raise AttributeError(message)

    def __delattr__(self, name: str) -> NoReturn:
        self.__setattr__(name, None)

    def _pieces(self) -> Sequence[Piece]:
        from cafx.rates.overview import pieces_of

        return pieces_of(self.ways, f"{len(self):,} quotations of {len(self.by_pair)} pairs")

    def __str__(self) -> str:
        return f"RateBook of {len(self):,} quotations of {len(self.by_pair):,} pairs"

    def __repr__(self) -> str:
        pairs = ", ".join("/".join(pair) for pair in self.pairs())
        return f"<RateBook of {len(self)} quotations: {pairs or 'none'}>"

    def _look_up(self, base: str, quote: str, on: Day | None, max_age: timedelta) -> Rate:
        """Return the answer, and keep it; first see whether it is kept under the plain form of its terms."""
        start, end = Currency(base), Currency(quote)
        asked = None if on is None else day_of(on, what="on")
        key = start, end, asked, max_age
        rate = self._answers.get(key)
        if rate is None:
            rate = self._work_out(start, end, asked, max_age)
        # Under the terms as they were given too: text is found as quickly as a date the next time.
        self._answers.keep((base, quote, on, max_age), rate)
        return self._answers.keep(key, rate)

    def _work_out(self, start: Currency, end: Currency, asked: date | None, max_age: timedelta) -> Rate:
        check_max_age(max_age)
        for currency in (start, end):
            if asked is not None and currency.until is not None and asked > currency.until:
                raise withdrawn(currency)
        if start == end:
            return Rate(start, end, (), on=asked)
        rate = self.ways.answer(start, end, asked, max_age)
        if rate is None:
            raise not_found(start, end, asked, max_age, self.ways.known_of(start, end))
        return rate


def require_book(book: object) -> RateBook:
    """Return *book*, which has to be one.

    Raises:
        TypeError: it is something else; the message says how a book is made of it.
    """
    if isinstance(book, RateBook):
        return book
    message = f"a RateBook is needed, not {type(book).__name__}: RateBook(reading), or RateBook.bundled()"
    raise TypeError(message)


def _by_pair(quotations: Quotations | RateBook) -> Mapping[Pair, PairQuotations]:
    return quotations.by_pair if isinstance(quotations, RateBook) else quotations_by_pair(quotations)
