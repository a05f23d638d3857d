"""What a currency is called in a locale, and its sign there: CLDR's, as the formats print them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cafx.locale.tags import locale_of

if TYPE_CHECKING:
    from babel import Locale

    from cafx.core.currency import Currency

__all__ = ["currency_name", "currency_symbol"]


def currency_name(currency: Currency, locale: str | Locale) -> str:
    """Return the name of one unit of *currency*, as ``style="name"`` prints it beside 1.

    Raises:
        UnknownLocale: CLDR has no such locale.

    >>> from cafx import Currency
    >>> currency_name(Currency("KZT"), "en"), currency_name(Currency("USD"), "kk_KZ")
    ('Kazakhstani tenge', 'АҚШ доллары')
    """
    from cafx.locale.facts import facts_of

    names = facts_of(locale_of(locale)).names(currency)
    before, after = names.get("one") or names["other"]
    return (before + after).strip()


def currency_symbol(currency: Currency, locale: str | Locale) -> str:
    """Return the sign of *currency*, as ``style="symbol"`` prints it; the code where there is none.

    Raises:
        UnknownLocale: CLDR has no such locale.

    >>> from cafx import Currency
    >>> currency_symbol(Currency("KZT"), "kk_KZ"), currency_symbol(Currency("TMT"), "en")
    ('₸', 'TMT')
    """
    from cafx.locale.facts import facts_of

    return facts_of(locale_of(locale)).symbol(currency)
