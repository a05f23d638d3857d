"""``format_range``: two amounts as one range, the currency said once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cafx.core.decimals import decimal_of
from cafx.errors import AmountError, CurrencyMismatch
from cafx.formatting.monetary import terms_of
from cafx.locale.ranges import kept_range

if TYPE_CHECKING:
    from typing import Unpack

    from babel import Locale

    from cafx.formatting.monetary import Monetary
    from cafx.locale.options import Choices

__all__ = ["format_range"]


def format_range(low: Monetary, high: Monetary, locale: str | Locale, **choices: Unpack[Choices]) -> str:
    r"""Return the range from *low* to *high* with one symbol and the locale's own mark between.

    The mark is CLDR's: an en dash in most languages, a hyphen in some, a wave in Japanese. Where signs
    or words for powers of ten differ, it stands between spaces and each amount keeps its own:
    ``950 тыс. – 1,2 млн ₸`` (CLDR leaves open how much is said once; ICU says the currency twice there).
    Amounts that print alike are one amount with the locale's sign for "about".

    Args:
        low: the lesser amount.
        high: the greater one, of the same currency.
        locale: in Babel's or BCP 47's spelling, or a Babel ``Locale``.
        **choices: as ``format_money`` takes them.

    Raises:
        CurrencyMismatch: the amounts are of two currencies.
        AmountError: *low* is above *high*.

    >>> from cafx import Money
    >>> format_range(Money(1000, "KZT"), Money("2500.5", "KZT"), "kk_KZ")
    '1\xa0000,00–2\xa0500,50\xa0₸'
    """
    least, currency = terms_of(low, "format_range")
    most, other = terms_of(high, "format_range")
    least, most = decimal_of(least), decimal_of(most)
    if currency != other:
        text = f"a range has one currency, not {currency} and {other}"
        raise CurrencyMismatch(text, left=currency, right=other)
    if most < least:
        raise AmountError(f"the range from {low} to {high} runs downward: pass the lesser amount first")
    return kept_range(locale, currency, choices, "format_range")(least, most)
