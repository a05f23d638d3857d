"""What a price can be: bands so wide that only slips and inverse quotes fall outside.

Each band holds the currency's rates since 2015 with room for another halving or doubling, and ends
short of ten times today's rate either way: a true devaluation stays inside, while a decimal point
lost or an inverse pair does not.
"""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from cafx.core.decimals import CONTEXT

if TYPE_CHECKING:
    from cafx.core.currency import Currency

__all__ = ["band_of"]

# Dollars for one unit: (least, greatest).
_DOLLARS: Final = {
    code: (Decimal(least), Decimal(greatest))
    for code, least, greatest in (
        ("KGS", "0.0015", "0.09"),  # 58 to 90 som to the dollar
        ("KZT", "0.00025", "0.009"),  # 185 (2015) to 550 (2025) tenge
        ("TJS", "0.012", "0.5"),  # 5 (2015) to 11.5 somoni; 2.2 when it came in
        ("UZS", "0.000012", "0.00075"),  # 2,600 (2015) to 12,900 soʻm; shown as 0.00008
        ("TMT", "0.035", "2.3"),  # the pegs 2.85 and 3.5 manat
        ("USD", "1", "1"),
        ("EUR", "0.4", "4"),
        ("GBP", "0.5", "5"),
        ("CNY", "0.03", "0.6"),
        ("RUB", "0.0015", "0.12"),  # 30 to 120 roubles
    )
}


@lru_cache(maxsize=256)
def band_of(base: Currency, quote: Currency) -> tuple[Decimal, Decimal] | None:
    """Return the least and the greatest plausible price of a pair; None for a currency without a band.

    >>> from cafx.core.currency import Currency
    >>> band_of(Currency("KZT"), Currency("USD"))
    (Decimal('0.00025'), Decimal('0.009'))
    """
    if base not in _DOLLARS or quote not in _DOLLARS:
        return None
    (least, greatest), (quote_least, quote_greatest) = _DOLLARS[base], _DOLLARS[quote]
    return CONTEXT.divide(least, quote_greatest), CONTEXT.divide(greatest, quote_least)
