"""``spoken``: an amount as a screen reader says it right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cafx.decimals import CONTEXT
from cafx.formatting.layout import joined
from cafx.formatting.options import require_money
from cafx.formatting.planning import plan_for

if TYPE_CHECKING:
    from babel import Locale

    from cafx.formatting.options import Choices
    from cafx.money import Money

__all__ = ["spoken"]

_MINUS: Final = "\u2212"
# A word may stand for the zeros where at most this many digits are left before them.
_SPOKEN_DIGITS: Final = 4
_LARGE: Final = 1_000_000


def spoken(money: Money, locale: str | Locale) -> str:
    r"""Write *money* in words where digits would be misread: for ``aria-live``, speech and captions.

    The currency's name in full, no decimals where they are all zero, the word for millions where it loses
    no digit, and U+2212 for a minus, because a hyphen is not read out.

    >>> from cafx import Money
    >>> spoken(Money("13000000000000", "KZT"), "en"), spoken(Money("-450.50", "KGS"), "ky")
    ('13 trillion Kazakhstani tenges', '−450,50 Кыргызстан сому')
    """
    require_money(money, "spoken")
    choices: Choices = {"style": "name", "digits": "auto"}
    amount = money.amount
    if amount.copy_abs() >= _LARGE:
        size = amount.adjusted() - amount.adjusted() % 3
        exact = CONTEXT.scaleb(amount, -size).normalize(CONTEXT)
        if len(exact.as_tuple().digits) <= _SPOKEN_DIGITS:
            choices = {"style": "name", "notation": "compact_long", "significant": _SPOKEN_DIGITS}
    plan = plan_for(locale, money.currency, choices)
    return joined(
        # Arabic sets a mark of direction before its hyphen.
        part._replace(text=part.text.replace("-", _MINUS)) if part.kind == "minus" else part
        for part in plan.parts(amount)
    ).replace("\u00a0", " ")
