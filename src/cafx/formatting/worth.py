"""``format_worth``: a round amount in running text, as articles print it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cafx.core.decimals import CONTEXT
from cafx.formatting.monetary import terms_of
from cafx.locale.compiled import kept_format
from cafx.locale.tags import locale_of

if TYPE_CHECKING:
    from babel import Locale

    from cafx.formatting.monetary import Monetary
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
    choices: Choices = {"digits": "auto"}
    word = ""
    if amount and amount.adjusted() < -currency.minor_digits:  # never zero for what is not
        choices = {"digits": -int(amount.as_tuple().exponent)}
    elif amount and amount.adjusted() >= _COMPACT_FROM:
        digits = amount.normalize(CONTEXT)
        words = _WORDS.get(locale_of(locale).language)
        if words is None:
            choices = {"notation": "compact", "significant": len(digits.as_tuple().digits)}
        else:
            power = min(amount.adjusted() // 3 * 3, _LARGEST)
            amount = CONTEXT.scaleb(digits, -power)
            choices = {"digits": max(0, -int(amount.as_tuple().exponent))}
            word = f" {words[power]}"
    return kept_format(locale, currency, choices, "format_worth")(amount) + word
