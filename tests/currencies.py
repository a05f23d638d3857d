"""Strategies for Hypothesis: numbers, money and quotations as the domain has them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

from cafx import Money, Quotation
from cafx.core.currency import CENTRAL_ASIA

CODES = st.sampled_from([str(code) for code in CENTRAL_ASIA] + ["USD"])
DAYS = st.dates(date(2024, 1, 1), date(2024, 3, 1))


@st.composite
def decimals(draw, digits=18, places=6, least=None):
    """Exact decimals of up to *digits* digits, as text would give them."""
    whole = draw(st.integers(-(10**digits), 10**digits) if least is None else st.integers(least, 10**digits))
    return Decimal(whole).scaleb(-draw(st.integers(0, places)))


def amounts(currency=None):
    code = CODES if currency is None else st.just(currency)
    return st.builds(Money, decimals(), code)


@st.composite
def quotations(draw, base=None, quote=None, days=DAYS):
    """Quotations with a plausible print: one to six digits, zero to eight decimals."""
    base = draw(CODES) if base is None else base
    quote = draw(CODES.filter(lambda code: code != base)) if quote is None else quote
    digits = draw(st.integers(1, 999_999))
    as_of = draw(days)
    return Quotation(
        base,
        quote,
        Decimal(digits).scaleb(-draw(st.integers(0, 8))),
        as_of=as_of,
        kind=draw(st.sampled_from(["peg", "official", "market", "reference", "stated", "ticker"])),
        source=draw(st.sampled_from(["one", "two", "three"])),
        nominal=draw(st.sampled_from([1, 1, 10, 100, 1000])),
        through=draw(st.one_of(st.none(), st.dates(as_of, date(2024, 3, 20)))),
    )
