"""Decimals that a space cut off a price without a currency word: ``курс 536, 88 көрсетіп тұр``.

Beside a currency they are read anyway, as the figures are. Without one a comma more often parts two numbers,
so that it takes a word for rate right before them and a verb of price right behind, and two digits.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cafx.text.digits import read_number
from cafx.text.lexicon import CURRENCIES
from cafx.text.rate_words import PRICE_WORDS
from cafx.text.stated.stems import is_being, is_rate_noun

if TYPE_CHECKING:
    from cafx.text.amount import Amount
    from cafx.text.stretch import Stretch

__all__ = ["with_decimals"]

_CENTS: Final = 2


def with_decimals(stretch: Stretch, amounts: list[Amount]) -> list[Amount]:
    """Return *amounts* with the decimals of a rate joined to its whole."""
    for place in range(len(amounts) - 1, 0, -1):
        whole, amount = amounts[place - 1], amounts[place]
        comma = whole.after
        if (
            amount.first != comma + 1
            or stretch.words[comma] != ","
            or not _are_decimals(stretch, whole, amount)
        ):
            continue
        digits = f"{whole.number.digits},{amount.number.digits}"
        reading = read_number(digits, decimal_comma=True, has_scale=False)
        if reading is None:
            continue
        whole.number = whole.number._replace(
            value=reading.value, place=reading.place, digits=digits, after=amount.number.after
        )
        whole.after, whole.last, whole.end = amount.after, amount.last, amount.end
        del amounts[place]
    return amounts


def _are_decimals(stretch: Stretch, whole: Amount, amount: Amount) -> bool:
    """Whether a bare number behind a comma is the decimals of the one before it."""
    digits = amount.number.digits
    if any(one.code or one.high or one.suffix or one.number.scale for one in (whole, amount)):
        return False
    if len(digits) != _CENTS or not digits.isdecimal() or whole.number.place or not whole.number.digits:
        return False
    noun = whole.first - 1
    if stretch.key(noun) in CURRENCIES:
        noun -= 1  # курс доллара 87, 45
    verb = stretch.key(amount.after)
    return (
        stretch.is_glued(whole.after)
        and not stretch.starts_line(amount.first)
        and is_rate_noun(stretch.key(noun))
        and (is_being(verb) or verb in PRICE_WORDS)
    )
