"""``format_spoken``: an amount as a screen reader says it right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cafx.core.decimals import CONTEXT
from cafx.formatting.monetary import terms_of
from cafx.locale.facts import fractions
from cafx.locale.patterns import joined
from cafx.locale.plan import plan_for
from cafx.locale.rounding import Fixed

if TYPE_CHECKING:
    from babel import Locale

    from cafx.formatting.monetary import Monetary
    from cafx.locale.options import Choices

__all__ = ["format_spoken"]

_MINUS: Final = "\u2212"
# A word may stand for the zeros where at most this many digits are left before them.
_SPOKEN_DIGITS: Final = 4
_TINY_DIGITS: Final = 2
_LARGE: Final = 1_000_000


def format_spoken(money: Monetary, locale: str | Locale) -> str:
    r"""Return *money* for *locale*, in words where digits would be misread.

    It is for ``aria-live``, speech and captions.

    The currency's name in full, no decimals where they are all zero, the word for millions where it loses
    no digit, and U+2212 for a minus, because a hyphen is not read out.

    >>> from cafx import Money
    >>> format_spoken(Money("13000000000000", "KZT"), "en"), format_spoken(Money("-450.50", "KGS"), "ky")
    ('13 trillion Kazakhstani tenges', '−450,50 Кыргызстан сому')
    """
    amount, currency = terms_of(money, "format_spoken")
    choices: Choices = {"style": "name", "digits": "auto"}
    rounded = Fixed(fractions(currency).digits).show(amount).digits
    if amount and not rounded:  # never zero for what is not
        choices = {"style": "name", "significant": _TINY_DIGITS}
    elif rounded.copy_abs() >= _LARGE:
        # Rounded before the word is chosen: 999,999.999 is 1 million.
        amount = rounded
        size = amount.adjusted() - amount.adjusted() % 3
        exact = CONTEXT.scaleb(amount, -size).normalize(CONTEXT)
        if len(exact.as_tuple().digits) <= _SPOKEN_DIGITS:
            choices = {"style": "name", "notation": "compact_long", "significant": _SPOKEN_DIGITS}
    plan = plan_for(locale, currency, choices, "format_spoken")
    return joined(
        # Arabic sets a mark of direction before its hyphen.
        part._replace(text=part.text.replace("-", _MINUS)) if part.kind == "minus" else part
        for part in plan.parts(amount)
    ).replace("\u00a0", " ")
