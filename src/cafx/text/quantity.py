"""``Quantity``: a number in the text, in the making."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from cafx.core.decimals import CONTEXT

__all__ = ["Quantity", "scaled"]

_UNIT: Final = Decimal(1)


def scaled(value: Decimal, power: int) -> Decimal:
    """Give *value* times a power of ten, in plain digits: 13000000, never 1.3E+7."""
    if not power:
        return value
    moved = CONTEXT.scaleb(value, power)
    return moved if int(moved.as_tuple().exponent) <= 0 else moved.quantize(_UNIT, context=CONTEXT)


class Quantity:
    """A number in the text, in the making: places are those of the text, indexes of the tokens."""

    __slots__ = (
        "after",
        "code",
        "core",
        "digits",
        "end",
        "first",
        "high",
        "is_prefixed",
        "is_range",
        "is_spelled",
        "last",
        "parts",
        "place",
        "scale",
        "share",
        "start",
        "suffix",
        "value",
    )

    def __init__(self, first: int, start: int) -> None:
        self.first = first
        self.start = start
        self.after = first
        #: The token after the number and its scale words, before any currency.
        self.core = first
        self.last = first
        self.end = start
        #: The value, and the power of ten of its last printed digit.
        self.value = Decimal(0)
        self.place = 0
        #: The number before its scale word, the power of that, and of how many parts it is made.
        self.digits = ""
        self.scale = 0
        self.parts = 0
        self.is_spelled = False
        #: An ending that is glued to the number with a hyphen: ``50000-нан``.
        self.suffix = ""
        self.code = ""
        self.is_prefixed = False
        #: Whether the currency was taken over from the next quantity.
        self.share = False
        self.is_range = False
        self.high: Quantity | None = None

    def scaled(self, power: int) -> Decimal:
        """Give the value as it would be with a scale taken over."""
        return scaled(self.value, power)

    def rescale(self, power: int) -> None:
        """Take a scale over from a quantity that shares it."""
        self.value = scaled(self.value, power)
        self.place += power
        self.scale = power
