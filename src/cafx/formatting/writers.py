"""What amounts come to at one rate, compiled: the same text as ``results`` makes, an order faster.

A page shows many prices at few rates. What depends on the rate and the locale alone is worked out once: the
price as a ``Decimal`` (or two, where a quotient does not end), the width of the bounds, a compiled
format for each number of decimals, the day. What is rare is left to the plain way.
"""

from __future__ import annotations

from decimal import ROUND_05UP, ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import TYPE_CHECKING, Final, TypeAlias

from cafx.core.decimals import CONTEXT, MAX_PLACE, fraction_of, own_context
from cafx.formatting.results import COMPACT_DIGITS, COMPACT_FROM, about, day_text, is_to_minor
from cafx.locale.compiled import kept_format

if TYPE_CHECKING:
    from collections.abc import Callable
    from fractions import Fraction

    from cafx.formatting.results import Manner
    from cafx.locale.compiled import Format
    from cafx.locale.options import Choices
    from cafx.values.rate import Rate

__all__ = ["Writer", "compile_writer"]

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
_UNITS: Final = {place: Decimal((0, (1,), place)) for place in range(-MAX_PLACE, MAX_PLACE)}
_ONE: Final = Decimal(1)


def compile_writer(rate: Rate, manner: Manner, *, date: bool) -> Writer:
    """Compile what writes amounts of the rate's base in its quote."""
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

    def write(amount: Decimal) -> str | None:
        exact = _multiply(amount, factor)
        if divisor is not None:
            exact = _divide(exact, divisor)
        place = finest
        if most:
            place = _multiply(amount, most).adjusted()
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
        return before + text + after if most or shown != exact else text + after

    return write


def _other_texts(rate: Rate, manner: Manner) -> Callable[[Decimal, int], str]:
    """Return what prints a result whose last digit stands at a place."""

    def compiled(own: Choices) -> Format:
        return kept_format(manner.locale, rate.quote, manner.choices(own), "format_conversion")

    compact = compiled({"notation": "compact", "significant": COMPACT_DIGITS})
    by_digits: dict[int, Format] = {}
    may_be_compact = manner.notation is None

    def print_shown(shown: Decimal, place: int) -> str:
        if may_be_compact and place >= 0 and shown.adjusted() >= COMPACT_FROM:
            unit = _UNITS[shown.adjusted() - COMPACT_DIGITS + 1]
            if _quantize(shown, unit) == shown:  # no more digits than a word is shorter with
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
