"""What a rate can be: how many units of each currency a dollar has bought since it came in.

The spans only tell a rate from a move, a volume or the price of bread; they say nothing of what is true.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

__all__ = ["PRICED", "is_beyond", "is_conceivable", "is_plausible"]

#: Units for one dollar, least and most. The manat was cut by 5,000 in 2009.
_UNITS: Final[dict[str, tuple[tuple[float, float], ...]]] = {
    "USD": ((1, 1),),
    "KZT": ((60, 700),),
    "KGS": ((35, 110),),
    "TJS": ((2, 14),),
    "UZS": ((700, 16_000),),
    "TMT": ((2.7, 50), (3_000, 30_000)),
    "EUR": ((0.63, 1.05),),
    "RUB": ((23, 125),),
    "CNY": ((6, 8.4),),
    "GBP": ((0.48, 0.9),),
    "TRY": ((1.2, 50),),
    "AMD": ((300, 600),),
    "AZN": ((0.75, 1.75),),
    "JPY": ((75, 165),),
    "CHF": ((0.75, 1.3),),
    "AED": ((3.6, 3.75),),
    "UAH": ((5, 45),),
    "BYN": ((1.8, 4),),
    "GEL": ((1.5, 3.5),),
    "KRW": ((900, 1_500),),
    "INR": ((40, 95),),
}
#: Pairs whose two currencies move together: narrower than their spans would say.
_PAIRS: Final[dict[tuple[str, str], tuple[tuple[float, float], ...]]] = {
    ("RUB", "KZT"): ((3, 9.9),),
    ("RUB", "KGS"): ((0.55, 2.2),),
    ("RUB", "UZS"): ((25, 260),),
    ("RUB", "TJS"): ((0.06, 0.26),),
    ("RUB", "TMT"): ((0.03, 0.7), (100, 1_000)),
    ("KZT", "UZS"): ((8, 40),),
    ("KZT", "KGS"): ((0.1, 0.5),),
    ("KGS", "KZT"): ((2, 8),),
    ("KGS", "UZS"): ((18, 220),),
    ("TJS", "UZS"): ((250, 1_500),),
    ("TJS", "KZT"): ((18, 80),),
    ("TJS", "KGS"): ((5, 22),),
    ("UZS", "KZT"): ((0.025, 0.15),),
    ("UZS", "KGS"): ((0.004, 0.04),),
}
#: How far from what it can be a slip can put a price: a scale word, and a redenomination by less.
_SLIP: Final = 2_000
#: The most units of a currency that a price is told for.
_LARGEST_UNIT: Final = 1_000
#: The currencies that a rate can be of.
PRICED: Final = frozenset(_UNITS)


@lru_cache(maxsize=512)
def _spans(base: str, quote: str) -> tuple[tuple[float, float], ...]:
    pair = _PAIRS.get((base, quote))
    if pair is not None:
        return pair
    return tuple(
        (least / base_most, most / base_least)
        for least, most in _UNITS.get(quote, ())
        for base_least, base_most in _UNITS.get(base, ())
    )


def is_plausible(base: str, quote: str, price: float) -> bool:
    """Whether *price* units of *quote* can be the price of one unit of *base*."""
    return base != quote and any(least <= price <= most for least, most in _spans(base, quote))


@lru_cache(maxsize=64)
def _most(quote: str) -> float:
    """Return the greatest price in *quote* that anything can have."""
    return max((most for base in _UNITS for _, most in _spans(base, quote)), default=0.0)


def is_beyond(quote: str, price: float) -> bool:
    """Whether *price* units of *quote* are more than a thousand of any currency can cost."""
    return price > _most(quote) * _LARGEST_UNIT


def is_conceivable(base: str, quote: str, price: float) -> bool:
    """Whether somebody could print *price* for the pair by a slip: some powers of ten off what it can be."""
    return base != quote and any(
        least / _SLIP <= price <= most * _SLIP for least, most in _spans(base, quote)
    )
