"""``format_worth``: a round amount in running text, as articles print it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from cafx.core.decimals import CONTEXT
from cafx.formatting.monetary import terms_of
from cafx.locale.compiled import kept_format
from cafx.locale.tags import locale_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from decimal import Decimal

    from babel import Locale

    from cafx.core.currency import Currency
    from cafx.formatting.monetary import Monetary
    from cafx.locale.compiled import Format
    from cafx.locale.options import Choices

__all__ = ["format_worth"]

_COMPACT_FROM: Final = 6  # a word from a million up
_LARGEST: Final = 12
# CLDR has no form such as ``$25.2 billion``, which is how papers print it in English.
_WORDS: Final = {"en": {6: "million", 9: "billion", 12: "trillion"}}


def format_worth(money: Monetary, locale: str | Locale) -> str:
    r"""Return *money* as an article writes it: with a word from a million up, and no digit that it has not.

    English papers print ``$25.2 billion``, for which CLDR has no form; in other languages it is CLDR's
    compact form. Below a million the decimals go where all of them are zero.

    Args:
        money: what to write, rounded to the digits that are to be seen: ``conversion.significant()``.
        locale: in Babel's or BCP 47's spelling, or a Babel ``Locale``.

    Raises:
        UnknownLocale: CLDR has no such locale.

    >>> from cafx import Money
    >>> worth = Money("25200000000", "USD")
    >>> format_worth(worth, "en"), format_worth(worth, "ru"), format_worth(Money("65.0", "USD"), "en")
    ('$25.2 billion', '25,2\xa0млрд\xa0$', '$65')
    """
    amount, currency = terms_of(money, "format_worth")
    try:
        write = _writer(locale, currency)
    except TypeError:
        locale_of(locale)  # says what a locale is, of what cannot be a key
        raise
    return write(amount)


@lru_cache(maxsize=512)
def _writer(locale: str | Locale, currency: Currency) -> Callable[[Decimal], str]:
    """Return what writes amounts of *currency*, its formats looked up once."""
    words = _WORDS.get(locale_of(locale).language)
    finest = -currency.minor_digits
    formats: dict[tuple[str, int], Format] = {}
    usual = kept_format(locale, currency, {"digits": "auto"}, "format_worth")

    def show(amount: Decimal, option: str, digits: int) -> str:
        write = formats.get((option, digits))
        if write is None:
            choices: Choices = {"digits": digits}
            if option == "significant":
                choices = {"notation": "compact", "significant": digits}
            write = formats[option, digits] = kept_format(locale, currency, choices, "format_worth")
        return write(amount)

    def write(amount: Decimal) -> str:
        first = amount.adjusted()
        if not amount or finest <= first < _COMPACT_FROM:
            return usual(amount)
        if first < finest:  # never zero for what is not
            return show(amount, "digits", -int(amount.as_tuple().exponent))
        bare = amount.normalize(CONTEXT)
        if words is None:
            return show(amount, "significant", len(bare.as_tuple().digits))
        power = min(first // 3 * 3, _LARGEST)
        scaled = CONTEXT.scaleb(bare, -power)
        return f"{show(scaled, 'digits', max(0, -int(scaled.as_tuple().exponent)))} {words[power]}"

    return write
