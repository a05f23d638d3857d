"""How many digits of an amount are shown, and in which power of ten: exact, in contexts of our own."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Context, Decimal, InvalidOperation
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from cafx.decimals import CONTEXT, MAX_PLACE
from cafx.errors import ParseError, shown

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["ROUNDINGS", "Scaled", "Shown", "context_of", "fixed", "floating"]

ROUNDINGS: Final = frozenset(
    "ROUND_CEILING ROUND_DOWN ROUND_FLOOR ROUND_HALF_DOWN ROUND_HALF_EVEN ROUND_HALF_UP ROUND_UP "
    "ROUND_05UP".split()
)


class Scaled(NamedTuple):
    """What is shown of an amount: *digits* times ten to *scale*, under the word for *power*.

    ``power`` is that of the number as shown: 5 for ``250 thousand``, whose scale is 3; 0 where no
    word is used.
    """

    digits: Decimal
    power: int = 0
    scale: int = 0


#: Rounds an amount that has passed ``decimal_of`` to what is shown of it.
Shown: TypeAlias = "Callable[[Decimal], Scaled]"


def context_of(digits: int, rounding: str) -> Context:
    """Give a context that rounds to *digits* decimals, and signals for amounts out of bounds.

    Its precision is the bound: an amount of 10^60 has one digit more than it takes.
    """
    if rounding not in ROUNDINGS:
        message = f"rounding {shown(rounding)} is none of the decimal module's modes, such as ROUND_HALF_EVEN"
        raise ParseError(message, text=str(rounding)[:40])
    return Context(prec=MAX_PLACE + digits, rounding=rounding, traps=[InvalidOperation])


def fixed(digits: int, rounding: str = ROUND_HALF_EVEN, *, step: int = 1, is_stripped: bool = False) -> Shown:
    """Show *digits* decimals always.

    Args:
        digits: decimals.
        rounding: one of ``decimal``'s modes.
        step: round to a multiple of so many units of the last digit: 5 for Swiss cash.
        is_stripped: drop the decimals where all of them are zero.
    """
    context = context_of(digits, rounding)
    unit, whole, multiple = Decimal((0, (1,), -digits)), Decimal(1), Decimal(step)

    def show(amount: Decimal) -> Scaled:
        if step == 1:
            value = amount.quantize(unit, None, context)
        else:
            steps = CONTEXT.divide(amount, CONTEXT.multiply(multiple, unit)).quantize(whole, None, context)
            value = CONTEXT.multiply(steps, multiple).scaleb(-digits, CONTEXT)
        if is_stripped and value == value.to_integral_value(None, CONTEXT):
            value = value.quantize(whole, None, CONTEXT)
        return Scaled(value)

    return show


def floating(
    places: Callable[[int, int], int],
    scales: Mapping[int, int],
    rounding: str = ROUND_HALF_EVEN,
    *,
    is_stripped: bool = True,
) -> Shown:
    """Show digits that depend on the size of the amount, under a word for its power of ten.

    The word is chosen again where rounding carries: 999 500 is 1 million, not 1000 thousand.

    Args:
        places: for the power of the first digit and the scale, the power of the last digit shown.
        scales: the scale of each power that has a word; empty where there are none.
        rounding: one of ``decimal``'s modes.
        is_stripped: drop zeros at the end of the decimals.
    """
    context = context_of(4 * MAX_PLACE, rounding)
    largest = max(scales, default=0)

    def show(amount: Decimal) -> Scaled:
        first = amount.adjusted() if amount else 0
        scale = scales.get(min(first, largest), 0)
        value = _to_place(amount, places(first, scale), context)
        if value and value.adjusted() > first:
            first += 1
            scale = scales.get(min(first, largest), 0)
            value = _to_place(amount, places(first, scale), context)
        power = min(value.adjusted(), largest) if scale and value else 0
        return Scaled(_trimmed(value.scaleb(-scale, CONTEXT), is_stripped=is_stripped), power, scale)

    return show


def _to_place(amount: Decimal, place: int, context: Context) -> Decimal:
    return amount.quantize(Decimal((0, (1,), place)), None, context)


def _trimmed(value: Decimal, *, is_stripped: bool) -> Decimal:
    """Put *value* in plain digits, without zeros at the end of its decimals if they are to go."""
    exponent = int(value.as_tuple().exponent)
    if exponent > 0:
        return value.quantize(Decimal(1), None, CONTEXT)
    if is_stripped and exponent < 0:
        value = value.normalize(CONTEXT) if value else value.quantize(Decimal(1), None, CONTEXT)
        return value if int(value.as_tuple().exponent) <= 0 else value.quantize(Decimal(1), None, CONTEXT)
    return value
