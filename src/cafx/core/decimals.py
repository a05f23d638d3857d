"""cafx's own decimal arithmetic, and the one gate through which every number passes.

The caller's decimal context (precision, rounding, traps) never changes a result, because nothing
here reads it. The gate bounds every number, because ``Decimal("1e999999999")`` is made at once
but formatting it or turning it into an ``int`` takes minutes and gigabytes.
"""

from __future__ import annotations

import re
from decimal import (
    ROUND_05UP,
    ROUND_HALF_EVEN,
    ROUND_UP,
    Clamped,
    Context,
    Decimal,
    DivisionByZero,
    InvalidOperation,
    Overflow,
    Rounded,
    Subnormal,
)
from fractions import Fraction
from math import isfinite
from operator import index
from typing import TYPE_CHECKING, Final, SupportsIndex, cast

from cafx.core.text import printable
from cafx.errors import AmountError, OptionError

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = [
    "CONTEXT",
    "MAX_DIGITS",
    "MAX_PLACE",
    "NUMBER_PATTERN",
    "ROUNDINGS",
    "decimal_of",
    "decimal_places",
    "divide_sticky",
    "exponent_of",
    "exponent_of_ratio",
    "fraction_in",
    "fraction_of",
    "leading_place",
    "number_in",
    "own_context",
    "percent",
    "plain",
    "plain_grouped",
    "readable",
    "rounded",
    "rounded_fraction",
    "rounded_in_steps",
    "rounded_quotient",
    "significant",
    "whole_number",
]

#: Most significant digits of a number. Sums of all the money on earth in tiyin have 20.
MAX_DIGITS: Final = 100
#: The first digit stands less than this many places from the point, either way.
MAX_PLACE: Final = 60
#: The rounding modes of ``decimal``.
ROUNDINGS: Final = (
    "ROUND_CEILING",
    "ROUND_DOWN",
    "ROUND_FLOOR",
    "ROUND_HALF_DOWN",
    "ROUND_HALF_EVEN",
    "ROUND_HALF_UP",
    "ROUND_UP",
    "ROUND_05UP",
)
#: What number text may look like: ASCII digits, one point, a short exponent; no ``1_000``, no NaN.
NUMBER_PATTERN: Final = r"^[+-]?(?:[0-9]{1,100}(?:\.[0-9]{1,160})?|\.[0-9]{1,160})(?:[eE][+-]?[0-9]{1,3})?$"

_BOUNDS: Final = f"cafx takes {MAX_DIGITS} digits, from 10^-{MAX_PLACE} to 10^{MAX_PLACE}"
_IS_NUMBER: Final = re.compile(NUMBER_PATTERN[:-1] + r"\Z", re.ASCII).match
_MAX_TEXT: Final = 280
# Past the last digit that a product of bounded numbers can have.
_MAX_ROUNDED: Final = 4 * MAX_PLACE
_READABLE: Final = 34  # the digits of an IEEE decimal128
_BITS_OF_A_DIGIT: Final = 3.33


def own_context(digits: int, rounding: str = ROUND_HALF_EVEN) -> Context:
    """Return a context of so many digits that owes nothing to the program around it.

    Every field is given: what is left out would be taken from ``decimal.DefaultContext``, which a
    program may have changed.
    """
    return Context(
        prec=digits,
        rounding=rounding,
        Emin=-99_999,
        Emax=99_999,
        capitals=1,
        clamp=0,
        flags=[],
        traps=[InvalidOperation, DivisionByZero, Overflow],
    )


#: Wide enough that products and sums of bounded numbers are exact.
CONTEXT: Final = own_context(4 * MAX_DIGITS)
# Signals for whatever is out of bounds, in constant time: one C call instead of four checks.
_GATE: Final[Callable[[Decimal], Decimal]] = Context(
    prec=MAX_DIGITS,
    rounding=ROUND_HALF_EVEN,
    Emin=-MAX_PLACE,
    Emax=MAX_PLACE - 1,
    capitals=1,
    clamp=0,
    flags=[],
    traps=[InvalidOperation, Overflow, Rounded, Subnormal, Clamped],
).plus
# A quotient rounded with ROUND_05UP keeps a mark of what was cut off, so that rounding it once
# more, in any mode and to fewer digits, gives what rounding the exact quotient would have given.
#: Divide so that rounding the quotient once more is rounding the exact one.
divide_sticky: Final[Callable[[Decimal, Decimal], Decimal]] = own_context(2 * MAX_DIGITS, ROUND_05UP).divide


def decimal_of(number: Decimal | int | str, *, what: str = "amount") -> Decimal:
    """Return *number* as a finite, bounded ``Decimal`` with the digits it came with.

    Args:
        number: text in ASCII decimal notation, a ``Decimal`` or an ``int``.
        what: what the number is, for the message of an error.

    Raises:
        TypeError: a ``float`` (its digits are already lost), a ``bool``, or another type.
        AmountError: not a number, not finite, or beyond 100 digits or 60 places.

    >>> decimal_of("0.10600")
    Decimal('0.10600')
    >>> decimal_of(0.1)
    Traceback (most recent call last):
    TypeError: amount is a float, whose digits are already lost: pass text or Decimal, such as '0.1'
    """
    kind = type(number)
    if kind is str:
        if len(number) > _MAX_TEXT or not _IS_NUMBER(number):  # type: ignore[arg-type]  # text, by its type
            raise _refusal(number, what)
        value = Decimal(number)
    elif kind is Decimal:
        value = number  # type: ignore[assignment]  # isinstance() would cost 40 ns and say no more
    else:
        value = _decimal_of_other(number, what)
    if not value.is_finite():
        raise _refusal(number, what)
    try:
        _GATE(value)
    except ArithmeticError:
        raise _refusal(number, what) from None
    return value


def number_in(value: object, what: str) -> Decimal | None:
    """Return a factor or divisor as a number; None for what is not one, so that Python says so.

    >>> number_in(3, "factor"), number_in("3", "factor")
    (Decimal('3'), None)
    """
    if isinstance(value, Decimal | int | float):  # a float gets an error that says why
        return decimal_of(cast("Decimal", value), what=what)
    if hasattr(value, "__index__"):  # such as numpy's integers
        return decimal_of(index(cast("SupportsIndex", value)), what=what)
    return None


def fraction_in(value: object, what: str) -> Fraction | None:
    """Return the exact value of a ``Fraction``, or of what ``number_in`` takes; None for others."""
    if isinstance(value, Fraction):
        return value
    number = number_in(value, what)
    return None if number is None else fraction_of(number)


def _decimal_of_other(number: object, what: str) -> Decimal:
    """Return the value of an ``int``, or of a subclass of text or ``Decimal``; explain every other type."""
    if isinstance(number, bool):
        message = f"{what} is a bool: pass text or Decimal"
        raise TypeError(message)
    if isinstance(number, float):
        if not isfinite(number):
            remedy = "leave out what is missing, or pass text or Decimal"
            message = f"{what} is {number}, which is not a number: {remedy}"
            raise TypeError(message)
        plainly = format(Decimal(str(number)), "f")  # 0.00008, not 8e-05
        message = (
            f"{what} is a float, whose digits are already lost: pass text or Decimal, such as {plainly!r}"
        )
        raise TypeError(message)
    if isinstance(number, int):
        if number.bit_length() > MAX_PLACE * _BITS_OF_A_DIGIT + 1:
            message = f"{what} is out of bounds: {_BOUNDS}"
            raise AmountError(message)
        return Decimal(number)
    if isinstance(number, Decimal):
        return Decimal(number)
    if isinstance(number, str):
        return decimal_of(str(number), what=what)
    try:
        return _decimal_of_other(index(cast("SupportsIndex", number)), what)  # such as numpy's integers
    except TypeError:
        message = f"{what} must be text, Decimal or int, not {type(number).__name__}"
        raise TypeError(message) from None


def _refusal(number: object, what: str) -> AmountError:
    """Return the error that says why *number* does not pass, with at most 40 characters of it."""
    if isinstance(number, str):
        text = number[:_MAX_TEXT]
        if len(number) <= _MAX_TEXT and _IS_NUMBER(number):
            reason = f"is out of bounds: {_BOUNDS}"
        else:
            reason = "is not a plain decimal number: write ASCII digits and one point, such as '1234.50'"
        return AmountError(f"{what} {printable(number)} {reason}", text=text)
    if isinstance(number, Decimal) and not number.is_finite():
        return AmountError(f"{what} is {number}: a number must be finite", text=str(number)[:_MAX_TEXT])
    return AmountError(f"{what} is out of bounds: {_BOUNDS}")


def plain(value: Decimal) -> str:
    """Return a bounded *value* in fixed notation, every digit kept: never ``1E+2``.

    >>> plain(Decimal("1E+2")), plain(Decimal("0.10600")), plain(Decimal("-0"))
    ('100', '0.10600', '-0')
    """
    return value.__format__("f")


def plain_grouped(value: Decimal) -> str:
    """Return *value* in fixed notation with commas between thousands: short, and of no country."""
    whole, point, decimals = plain(value).partition(".")
    sign = "-" if whole.startswith("-") else ""
    return f"{sign}{int(whole.removeprefix('-')):,}{point}{decimals}"


def rounded(value: Decimal, digits: int, rounding: str = ROUND_HALF_EVEN) -> Decimal:
    """Round *value* to *digits* decimals (negative: to tens, hundreds ...), in plain digits.

    >>> rounded(Decimal("2.345"), 2), rounded(Decimal("25220"), -2)
    (Decimal('2.34'), Decimal('25200'))
    """
    unit = _UNITS.get(digits) if type(digits) is int else None
    if unit is None:
        message = (
            f"digits is {printable(str(digits))}: pass a whole number from -{_MAX_ROUNDED} to {_MAX_ROUNDED}"
        )
        raise AmountError(message, text=str(digits)[:40])
    try:
        result = value.quantize(unit, rounding, CONTEXT)
    except TypeError:
        message = f"rounding {printable(rounding)} must be one of {', '.join(ROUNDINGS)}"
        raise OptionError(message, option="rounding", value=rounding) from None
    return result if digits >= 0 else result.quantize(_UNITS[0], rounding, CONTEXT)


def rounded_in_steps(value: Decimal, digits: int, step: int, rounding: str = ROUND_HALF_EVEN) -> Decimal:
    """Round *value* to multiples of *step* of the last of *digits* decimals, as cash is counted.

    >>> rounded_in_steps(Decimal("2.03"), 2, 5), rounded_in_steps(Decimal("2.03"), 1, 1)
    (Decimal('2.05'), Decimal('2.0'))
    """
    if step == 1:
        return rounded(value, digits, rounding)
    unit = CONTEXT.scaleb(Decimal(step), -digits)
    return rounded(CONTEXT.multiply(rounded_quotient(value, unit, 0, rounding), unit), digits)


def whole_number(value: object, *, what: str) -> int:
    """Return *value* as an ``int``; numpy's integers are taken, a ``bool`` is not.

    Raises:
        TypeError: not a whole number.
    """
    if type(value) is int:
        return value
    if not isinstance(value, bool) and hasattr(value, "__index__"):
        return index(cast("SupportsIndex", value))
    message = f"{what} must be a whole number, not {type(value).__name__}"
    raise TypeError(message)


def decimal_places(value: Fraction) -> int | None:
    """Return how many decimals write *value* exactly; None where they never end.

    >>> decimal_places(Fraction(1, 8)), decimal_places(Fraction(5)), decimal_places(Fraction(1, 3))
    (3, 0, None)
    """
    rest, places = value.denominator, 0
    for prime in (2, 5):
        power = 0
        while rest % prime == 0 and power <= 2 * MAX_DIGITS:
            rest, power = rest // prime, power + 1
        places = max(places, power)
    return places if rest == 1 else None


def rounded_quotient(
    value: Decimal, divisor: Decimal, digits: int, rounding: str = ROUND_HALF_EVEN
) -> Decimal:
    """Divide and round once: what rounding the exact quotient gives, in any mode.

    >>> rounded_quotient(Decimal(20), Decimal(3), 2), rounded_quotient(Decimal(1), Decimal(8), 2)
    (Decimal('6.67'), Decimal('0.12'))
    """
    return rounded(divide_sticky(value, divisor), digits, rounding)


def rounded_fraction(value: Fraction, digits: int, rounding: str = ROUND_HALF_EVEN) -> Decimal:
    """Round a fraction to *digits* decimals, exactly.

    >>> rounded_fraction(Fraction(2, 3), 4)
    Decimal('0.6667')
    """
    return rounded_quotient(Decimal(value.numerator), Decimal(value.denominator), digits, rounding)


def readable(value: Fraction, rounding: str = ROUND_HALF_EVEN) -> Decimal:
    """Return *value* as a decimal for readers: exact where it ends within 34 digits, else rounded to them.

    >>> readable(Fraction(97, 50000)), readable(Fraction(2, 3))
    (Decimal('0.00194'), Decimal('0.6666666666666666666666666666666667'))
    """
    places = decimal_places(value)
    if places is not None and places <= _READABLE and abs(value) < 10**_READABLE:
        return rounded_fraction(value, places)
    return significant(value, _READABLE, rounding)


def fraction_of(value: Decimal) -> Fraction:
    """Return a bounded *value* as an exact ``Fraction``."""
    return Fraction(*value.as_integer_ratio())


def leading_place(value: Fraction) -> int:
    """Return the smallest n with 10**n >= *value*, for *value* above zero.

    >>> leading_place(Fraction(65_000_000)), leading_place(Fraction(100)), leading_place(Fraction(1, 300))
    (8, 2, -2)
    """
    place = exponent_of(value)
    power = (10**place, 1) if place >= 0 else (1, 10**-place)
    return place if value.as_integer_ratio() == power else place + 1


def exponent_of(value: Fraction) -> int:
    """Return the place of the first digit of *value*: the greatest n with 10**n <= *value*.

    >>> exponent_of(Fraction(130_000_000)), exponent_of(Fraction(100)), exponent_of(Fraction(1, 300))
    (8, 2, -3)
    """
    return exponent_of_ratio(*value.as_integer_ratio())


def exponent_of_ratio(above: int, below: int) -> int:
    """Return ``exponent_of(Fraction(above, below))``, of whole numbers that may have a common divisor.

    >>> exponent_of_ratio(260_000_000, 2), exponent_of_ratio(2, 600)
    (8, -3)
    """
    place = len(str(above)) - len(str(below))
    is_reached = below * 10**place <= above if place >= 0 else below <= above * 10**-place
    return place if is_reached else place - 1


def significant(value: Fraction, digits: int, rounding: str = ROUND_HALF_EVEN) -> Decimal:
    """Round *value* to *digits* significant digits, for showing it.

    >>> significant(Fraction(2, 7), 5), significant(Fraction(12500), 3), significant(Fraction(0), 3)
    (Decimal('0.28571'), Decimal('12500'), Decimal('0'))
    """
    if not value:
        return Decimal(0)
    return rounded_fraction(value, digits - 1 - exponent_of(abs(value)), rounding)


def percent(share: Fraction) -> str:
    """Return *share* in per cent, rounded up to three digits: a doubt is never made smaller.

    >>> percent(Fraction(1, 16)), percent(Fraction(1, 388)), percent(Fraction(1))
    ('6.25', '0.258', '100')
    """
    text = plain(significant(100 * share, 3, ROUND_UP))
    return text.rstrip("0").rstrip(".") if "." in text else text


_UNITS: Final = {digits: Decimal(f"1E{-digits}") for digits in range(-_MAX_ROUNDED, _MAX_ROUNDED + 1)}
