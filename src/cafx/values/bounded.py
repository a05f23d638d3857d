"""``Bounded``: what a rate and a conversion share: bounds as fractions, and the same for readers."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import TYPE_CHECKING

from cafx.core.decimals import readable
from cafx.core.value import Value

if TYPE_CHECKING:
    from fractions import Fraction

__all__ = ["Bounded"]


class Bounded(Value):
    """The base of what has an exact ``low`` and ``high``."""

    if TYPE_CHECKING:  # each class works its own out

        @property
        def low(self) -> Fraction:
            """The least that the data allows."""

        @property
        def high(self) -> Fraction:
            """The greatest that the data allows."""

    @property
    def low_decimal(self) -> Decimal:
        """``low`` as a decimal for readers, rounded down where it does not end."""
        return readable(self.low, ROUND_FLOOR)

    @property
    def high_decimal(self) -> Decimal:
        """``high`` as a decimal for readers, rounded up where it does not end."""
        return readable(self.high, ROUND_CEILING)
