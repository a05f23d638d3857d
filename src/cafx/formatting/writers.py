"""What amounts come to at one rate, compiled: the same text as ``results`` makes, an order faster.

A page shows many prices at few rates. What depends on the rate and the locale alone is worked out once: the
price as a ``Decimal`` (or two, where a quotient does not end), the width of the bounds, a compiled
format for each number of decimals, the day. What is rare is left to the plain way.
"""

from __future__ import annotations

from decimal import ROUND_05UP, ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import TYPE_CHECKING, Final, TypeAlias

from cafx.core.decimals import CONTEXT, MAX_PLACE, fraction_of, own_context
from cafx.formatting.results import (
    COMPACT_DIGITS,
    COMPACT_FROM,
    about,
    bounds_to,
    day_text,
    is_to_minor,
    worded_bounds,
)
from cafx.locale.compiled import kept_format

if TYPE_CHECKING:
    from collections.abc import Callable
    from fractions import Fraction

    from cafx.formatting.results import Manner
    from cafx.locale.compiled import Format
    from cafx.locale.options import Choices
    from cafx.locale.ranges import RangeFormat
    from cafx.values.rate import Rate

__all__ = ["Writer", "compile_writer"]

_Bounds: TypeAlias = "Callable[[Decimal, Decimal, int], str | None]"

#: Writes what an amount comes to, or gives None where only the plain way can.
Writer: TypeAlias = "Callable[[Decimal], str | None]"

# A quotient is cut to so many digits, with a mark of what was cut off (see ``core.decimals``); results are
# rounded to fewer digits by far, or left to the plain way.
_QUOTIENT_DIGITS: Final = 38  # two words of the arithmetic beneath
_WIDTH_DIGITS: Final = 19  # one of them
_SAFE_DIGITS: Final = 30
_divide: Final = own_context(_QUOTIENT_DIGITS, ROUND_05UP).divide
_multiply: Final = CONTEXT.multiply
_quantize: Final = CONTEXT.quantize
_floor: Final = own_context(CONTEXT.prec, ROUND_FLOOR).quantize
_ceiling: Final = own_context(CONTEXT.prec, ROUND_CEILING).quantize
# Products with an amount's digits stay exact.
_MAX_BITS: Final = 800
# Bounds of a result that is nearly as large as an amount can be may be too large.
_LARGEST: Final = MAX_PLACE - 2
_UNITS: Final = {place: Decimal((0, (1,), place)) for place in range(-MAX_PLACE, MAX_PLACE)}


def compile_writer(rate: Rate, manner: Manner, *, date: bool, bounds: bool = False) -> Writer:
    """Return what writes amounts of the rate's base in its quote, with bounds if they are asked for."""
    if manner.notation not in {None, "standard"}:
        return lambda _: None
    day = day_text(rate, manner) if date else ""
    before, after = about(manner), f" ({day})" if day else ""
    factor, divisor = _terms(rate.price)
    least, most = _width(rate.high - rate.low)
    finest = -rate.quote.minor_digits
    precision = manner.precision
    usual = kept_format(manner.locale, rate.quote, manner.choices({"digits": -finest}), "format_conversion")
    others = _other_texts(rate, manner)
    add_bounds = _bounds_writer(rate, manner, day) if bounds and most else None

    def write(amount: Decimal) -> str | None:
        exact = _multiply(amount, factor)
        if divisor is not None:
            exact = _divide(exact, divisor)
        doubt = place = finest
        if most:
            doubt = place = _multiply(amount, most).adjusted()
            if least is not most and _multiply(amount, least).adjusted() != place:
                return None
            if place < finest or is_to_minor(place, precision):
                place = finest
        unit = _UNITS.get(place)
        if unit is None or exact.adjusted() - place > _SAFE_DIGITS:
            return None
        shown = _quantize(exact, unit)
        if not shown:
            return None
        text = usual(shown) if place == finest < 0 else others(shown, place)
        if add_bounds is not None and doubt >= finest:
            noted = add_bounds(amount, shown, doubt)
            return None if noted is None else before + text + noted
        return before + text + after if most or shown != exact else text + after

    return write


def _bounds_writer(rate: Rate, manner: Manner, day: str) -> _Bounds:
    """Return what writes the note of an amount's bounds and day; None where only the plain way can.

    It takes the amount, the result as shown and the place of the first digit of the doubt.
    """
    low, high, quote = rate.low, rate.high, rate.quote
    numbers = (*low.as_integer_ratio(), *high.as_integer_ratio())
    if low <= 0 or max(number.bit_length() for number in numbers) > _MAX_BITS:
        return lambda *_: None
    (least, below), (most, above) = _terms(low), _terms(high)
    after = f"; {day})" if day else ")"
    may_be_compact = manner.notation is None
    by_place: dict[int, RangeFormat] = {}

    def write(amount: Decimal, shown: Decimal, doubt: int) -> str | None:
        place = doubt - 1
        unit = _UNITS.get(place)
        if unit is None or amount.is_signed() or shown.adjusted() > _LARGEST:
            return None
        bottom, top = _multiply(amount, least), _multiply(amount, most)
        if below is not None:
            bottom = _divide(bottom, below)
        if above is not None:
            top = _divide(top, above)
        bottom, top = _floor(bottom, unit), _ceiling(top, unit)
        if may_be_compact and doubt >= 0 and _is_round(shown):
            text = worded_bounds(bottom, top, place, shown.adjusted(), quote, manner, "compact")
        else:
            show = by_place.get(place)
            if show is None:
                show = by_place[place] = bounds_to(place, quote, manner)
            text = show(bottom, top)
        return f" ({text}{after}"

    return write


def _is_round(shown: Decimal) -> bool:
    """Whether a whole result has no more digits than a word is shorter with."""
    first = shown.adjusted()
    return first >= COMPACT_FROM and _quantize(shown, _UNITS[first - COMPACT_DIGITS + 1]) == shown


def _other_texts(rate: Rate, manner: Manner) -> Callable[[Decimal, int], str]:
    """Return what prints a result whose last digit stands at a place."""

    def compiled(own: Choices) -> Format:
        return kept_format(manner.locale, rate.quote, manner.choices(own), "format_conversion")

    compact = compiled({"notation": "compact", "significant": COMPACT_DIGITS})
    by_digits: dict[int, Format] = {}
    may_be_compact = manner.notation is None

    def print_shown(shown: Decimal, place: int) -> str:
        if may_be_compact and place >= 0 and _is_round(shown):
            return compact(shown)
        digits = max(0, -place)
        show = by_digits.get(digits)
        if show is None:
            show = by_digits[digits] = compiled({"digits": digits})
        return show(shown)

    return print_shown


def _terms(price: Fraction) -> tuple[Decimal, Decimal | None]:
    """Return a price as a ``Decimal``, or as two that are to be divided where that does not end."""
    above, below = Decimal(price.numerator), Decimal(price.denominator)
    quotient = CONTEXT.divide(above, below)
    # Compared as fractions: a product of decimals would be rounded, and could hide that the quotient was cut.
    return (quotient, None) if fraction_of(quotient) == price else (above, below)


def _width(width: Fraction) -> tuple[Decimal, Decimal]:
    """Return two numbers that hold *width* between them, one and the same where it ends."""
    factor, divisor = _terms(width)
    if divisor is None:
        return factor, factor
    low, high = (own_context(_WIDTH_DIGITS, rounding).divide for rounding in (ROUND_FLOOR, ROUND_CEILING))
    return low(factor, divisor), high(factor, divisor)
