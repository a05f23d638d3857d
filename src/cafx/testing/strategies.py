"""Hypothesis strategies for the values: money, quotations, rates, conversions and books by chance.

They need Hypothesis, which cafx itself does not.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from hypothesis import strategies as st

from cafx.core.currency import CENTRAL_ASIA, REGION, Currency
from cafx.rates.book import RateBook
from cafx.values.conversion import Conversion
from cafx.values.money import Money
from cafx.values.quotation import Quotation
from cafx.values.rate import Rate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hypothesis.strategies import SearchStrategy

__all__ = ["amounts", "books", "conversions", "currencies", "moneys", "quotations", "rates"]

_PEG_FROM: Final = date(2015, 1, 1)
_FIRST: Final = date(2010, 1, 1)
_LAST: Final = date(2026, 12, 31)
_OTHER_KINDS: Final = ("official", "market", "ticker")


def currencies(codes: Sequence[str] = REGION) -> SearchStrategy[Currency]:
    """Return a strategy for currencies: the region's and the dollar, unless other codes are named.

    Args:
        codes: the currencies.

    >>> from hypothesis import find
    >>> find(currencies(["KZT"]), lambda currency: True)
    Currency('KZT')
    """
    return st.sampled_from([Currency(code) for code in codes])


def amounts(places: int = 2, largest: int = 10**15) -> SearchStrategy[Decimal]:
    """Return a strategy for amounts with up to *places* decimals, from minus *largest* to it.

    >>> from hypothesis import find
    >>> find(amounts(), lambda amount: True)
    Decimal('0')
    """

    def with_decimals(place: int) -> SearchStrategy[Decimal]:
        most = largest * 10**place
        return st.integers(-most, most).map(lambda units: Decimal((units < 0, _digits(units), -place)))

    return st.integers(0, places).flatmap(with_decimals)


def moneys(codes: Sequence[str] = REGION, places: int = 2) -> SearchStrategy[Money]:
    """Return a strategy for money of the currencies *codes*, with up to *places* decimals.

    >>> from hypothesis import find
    >>> find(moneys(["KZT"]), lambda money: True)
    Money('0', 'KZT')
    """
    return st.builds(Money, amounts(places), currencies(codes))


@st.composite
def quotations(
    draw: st.DrawFn, base: str = "USD", quotes: Sequence[str] = CENTRAL_ASIA, source: str = ""
) -> Quotation:
    """Return a strategy for prices of *base*, as a source might print them: digits, nominal, bounds and days.

    Args:
        draw: given by Hypothesis.
        base: the currency that is priced.
        quotes: the currencies of the prices.
        source: the source's name; by chance where it is empty.

    >>> from hypothesis import given, settings
    >>> @settings(max_examples=5, deadline=None)
    ... @given(quotations("USD", ["KZT"]))
    ... def check(quotation):
    ...     assert quotation.pair == "USD/KZT"
    >>> check()
    """
    quote = draw(currencies([code for code in quotes if code != base]))
    digits, place = draw(st.integers(1, 10**7)), draw(st.integers(0, 6))
    price = Decimal((0, _digits(digits), -place))
    name = source or draw(st.sampled_from(("NBK", "CBU", "NBT", "NBKR", "CBT")))
    if draw(st.integers(0, 9)) == 0:
        return Quotation(base, quote, price, as_of=_PEG_FROM, through=date.max, kind="peg", source=name)
    day = draw(st.dates(_FIRST, _LAST))
    return Quotation(
        base,
        quote,
        price,
        as_of=day,
        kind=draw(st.sampled_from(_OTHER_KINDS)),
        source=name,
        nominal=draw(st.sampled_from((1, 1, 1, 10, 100))),
        through=draw(st.none() | st.integers(1, 6).map(lambda days: day + timedelta(days=days))),
    )


@st.composite
def rates(draw: st.DrawFn, codes: Sequence[str] = REGION) -> Rate:
    """Return a strategy for rates of every build: printed, inverse, and crossed through the dollar.

    Args:
        draw: given by Hypothesis.
        codes: the currencies.

    >>> from hypothesis import given, settings
    >>> @settings(max_examples=5, deadline=None)
    ... @given(rates())
    ... def check(rate):
    ...     assert rate.low <= rate.price <= rate.high
    >>> check()
    """
    rate = Rate.of(draw(quotations("USD", codes)))
    way = draw(st.sampled_from(("printed", "inverse", "cross")))
    if way == "printed":
        return rate
    others = [code for code in codes if code not in {"USD", rate.quote}]
    if way == "inverse" or not others:
        return rate.inverse()
    return rate.inverse().cross(Rate.of(draw(quotations("USD", others))))


@st.composite
def conversions(draw: st.DrawFn, codes: Sequence[str] = REGION) -> Conversion:
    """Return a strategy for conversions at such rates.

    Args:
        draw: given by Hypothesis.
        codes: the currencies.

    >>> from hypothesis import given, settings
    >>> @settings(max_examples=5, deadline=None)
    ... @given(conversions())
    ... def check(conversion):
    ...     assert conversion.low <= conversion.result <= conversion.high
    >>> check()
    """
    rate = draw(rates(codes))
    return Conversion(Money(draw(amounts()), rate.base), rate)


def books(quotes: Sequence[str] = CENTRAL_ASIA, largest: int = 20) -> SearchStrategy[RateBook]:
    """Return a strategy for books of up to *largest* prices of the dollar in *quotes*.

    >>> from hypothesis import given, settings
    >>> @settings(max_examples=5, deadline=None)
    ... @given(books())
    ... def check(book):
    ...     assert len(book) <= 20
    >>> check()
    """
    return st.lists(quotations("USD", quotes), max_size=largest).map(RateBook)


def _digits(number: int) -> tuple[int, ...]:
    return tuple(map(int, str(abs(number))))
