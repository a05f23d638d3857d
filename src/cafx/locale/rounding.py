"""How many digits of an amount are shown, and under which power of ten.

Everything here is exact and in contexts of its own: the caller's is never read.
"""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Decimal
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from cafx.core.decimals import CONTEXT, MAX_PLACE, own_context

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from decimal import Context

__all__ = ["Fixed", "Floating", "Loose", "Precision", "Scaled", "context_of"]

_ONE: Final = Decimal(1)


class Scaled(NamedTuple):
    """What is shown of an amount: *digits* times ten to *scale*, under the word for *power*.

    ``power`` is that of the number as shown: 5 for ``250 thousand``, whose scale is 3; 0 where no
    word is used.
    """

    digits: Decimal
    power: int = 0
    scale: int = 0


def context_of(digits: int, rounding: str) -> Context:
    """Return a context that rounds to *digits* decimals, and signals for amounts out of bounds.

    Its precision is the bound: an amount of 10^60 has one digit more than it takes.
    """
    return own_context(MAX_PLACE + digits, rounding)


class Fixed(NamedTuple):
    """Shows *digits* decimals always.

    Args:
        digits: decimals.
        rounding: one of ``decimal``'s modes.
        step: round to a multiple of so many units of the last digit: 5 for Swiss cash.
        is_stripped: drop the decimals where all of them are zero.

    >>> Fixed(2).show(Decimal("0.125")).digits, Fixed(2, step=5).show(Decimal("1.03")).digits
    (Decimal('0.12'), Decimal('1.05'))
    """

    digits: int
    rounding: str = ROUND_HALF_EVEN
    step: int = 1
    is_stripped: bool = False

    @property
    def unit(self) -> Decimal:
        """One unit of the last digit shown."""
        return Decimal((0, (1,), -self.digits))

    def show(self, amount: Decimal) -> Scaled:
        """Round an amount that has passed ``decimal_of``."""
        context = context_of(self.digits, self.rounding)
        if self.step == 1:
            value = amount.quantize(self.unit, None, context)
        else:
            step = Decimal(self.step)
            # Amounts have 100 digits at most and steps are 5 or 50: the quotient ends.
            steps = CONTEXT.divide(amount, CONTEXT.multiply(step, self.unit)).quantize(_ONE, None, context)
            value = CONTEXT.multiply(CONTEXT.multiply(steps, step), self.unit)
        if self.is_stripped and value == value.to_integral_value(None, CONTEXT):
            value = value.quantize(_ONE, None, CONTEXT)
        return Scaled(value)


class Loose(NamedTuple):
    """Shows no more decimals than an amount has, within limits.

    Args:
        least: at least so many decimals.
        most: at most so many; None for all that the amount came with, zeros at their end too.
        rounding: one of ``decimal``'s modes.

    >>> Loose(0, 4).show(Decimal("1.50")).digits, Loose(0, None).show(Decimal("1.50")).digits
    (Decimal('1.5'), Decimal('1.50'))
    """

    least: int
    most: int | None
    rounding: str = ROUND_HALF_EVEN

    def show(self, amount: Decimal) -> Scaled:
        """Round an amount that has passed ``decimal_of``."""
        decimals = max(0, -int(amount.as_tuple().exponent))
        if self.most is not None:
            amount = Fixed(self.most, self.rounding).show(amount).digits
            decimals = max(0, -int(amount.normalize(CONTEXT).as_tuple().exponent)) if amount else 0
        return Fixed(max(self.least, decimals), self.rounding).show(amount)


class Floating(NamedTuple):
    """Shows digits that depend on the size of the amount, under a word for its power of ten.

    The word is chosen again where rounding carries: 999 500 is 1 million, not 1000 thousand.

    Args:
        place: for the power of the first digit and the scale, the power of the last digit shown.
        scales: the scale of each power that has a word; empty where there are none.
        rounding: one of ``decimal``'s modes.
        is_stripped: drop zeros at the end of the decimals.
        least: but keep so many of them.
    """

    place: Callable[[int, int], int]
    scales: Mapping[int, int]
    rounding: str = ROUND_HALF_EVEN
    is_stripped: bool = True
    least: int = 0

    def scale_of(self, first: int) -> int:
        """Return the scale for numbers whose first digit stands at the power *first*."""
        return self.scales.get(min(first, max(self.scales, default=0)), 0)

    def show(self, amount: Decimal) -> Scaled:
        """Round an amount that has passed ``decimal_of``."""
        context = context_of(4 * MAX_PLACE, self.rounding)
        first = amount.adjusted() if amount else 0
        scale = self.scale_of(first)
        value = self._rounded(amount, first, scale, context)
        if value and value.adjusted() > first:
            first += 1
            scale = self.scale_of(first)
            value = self._rounded(amount, first, scale, context)
        power = min(value.adjusted(), max(self.scales)) if scale and value else 0
        return Scaled(self._trimmed(value.scaleb(-scale, CONTEXT)), power, scale)

    def _rounded(self, amount: Decimal, first: int, scale: int, context: Context) -> Decimal:
        return amount.quantize(Decimal((0, (1,), self.place(first, scale))), None, context)

    def _trimmed(self, value: Decimal) -> Decimal:
        """Return *value* in plain digits, without zeros at the end of its decimals if they are to go."""
        if self.is_stripped:
            value = value.normalize(CONTEXT) if value else value.quantize(_ONE, None, CONTEXT)
        if int(value.as_tuple().exponent) > -self.least:
            value = value.quantize(Decimal((0, (1,), -self.least)), None, CONTEXT)
        return value


#: How an amount is rounded for showing it.
Precision: TypeAlias = Fixed | Loose | Floating
