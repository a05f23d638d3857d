"""What a conversion comes to as text, by the plain way: which digits, which notation, which notes."""

from __future__ import annotations

import datetime as dt
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, TypeAlias, cast

from cafx.core.decimals import MAX_PLACE, exponent_of, fraction_of, plain, rounded_fraction
from cafx.errors import AmountError
from cafx.locale.compiled import kept_format
from cafx.locale.plan import plan_for
from cafx.locale.ranges import kept_range
from cafx.locale.rounding import Floating
from cafx.locale.symbols import ASCII, PLAIN_SPACES
from cafx.locale.tags import locale_of
from cafx.values.money import Money

if TYPE_CHECKING:
    from fractions import Fraction

    from babel import Locale

    from cafx.core.currency import Currency
    from cafx.locale.options import Choices, Notation, Wording
    from cafx.locale.ranges import RangeFormat
    from cafx.values.conversion import Conversion
    from cafx.values.rate import Rate

__all__ = [
    "COMPACT_DIGITS",
    "COMPACT_FROM",
    "Manner",
    "Precision",
    "about",
    "bounds_to",
    "day_text",
    "is_to_minor",
    "result_text",
    "worded_bounds",
]

#: Which digits a result has: those that its bounds support, or all of the cents where they support any.
Precision: TypeAlias = Literal["supported", "minor"]

#: From this power of ten on a word is shorter than the zeros: 25,2 млрд, but 12 500.
COMPACT_FROM: Final = 6
#: With more digits than that the zeros are shorter: 11 428 571,43.
COMPACT_DIGITS: Final = 5
_MAX_DIGITS: Final = 60
_ABOUT: Final = "≈\u00a0"


class Manner(NamedTuple):
    """How a result is to be written: checked options of ``format_conversion``."""

    locale: str | Locale
    notation: Notation | None
    precision: Precision
    wording: Wording

    def choices(self, own: Choices) -> Choices:
        """Return the options of an amount: the caller's wording and *own*."""
        return cast("Choices", {**self.wording, **own})


def result_text(conversion: Conversion, manner: Manner, *, bounds: bool, date: bool) -> str:
    """Return *conversion* as text, with its bounds and its day where they are asked for."""
    rate = conversion.rate
    supported = conversion.significant().amount
    shown = _shown(conversion, supported, manner.precision)
    own = _choices(shown, manner.notation)
    choices = manner.choices(own)
    text = kept_format(manner.locale, rate.quote, choices, "format_conversion")(shown)
    notes = []
    # Bounds that are finer than the last digit shown would contradict it: the print of the figure,
    # not the rate, is what is in doubt there.
    low, high = conversion.low, conversion.high
    if bounds and low != high and exponent_of(high - low) >= conversion.place:
        notes.append(_bounds((low, high), supported.adjusted(), rate.quote, manner, own["notation"]))
    if date and (day := day_text(rate, manner)):
        notes.append(day)
    is_exact = low == high == fraction_of(shown) and not conversion.printed
    return ("" if is_exact else about(manner)) + text + (f" ({'; '.join(notes)})" if notes else "")


def about(manner: Manner) -> str:
    """Return the sign that stands before what is not exact."""
    sign = _ABOUT
    if manner.wording.get("symbols") == "ascii":
        sign = sign.translate(ASCII)
    return sign.translate(PLAIN_SPACES) if manner.wording.get("spaces") == "plain" else sign


def day_text(rate: Rate, manner: Manner) -> str:
    """Return the day that a rate is for, or nothing where it is in force until further notice.

    The start of a span in force, such as a peg's, would mislead.
    """
    if rate.as_of is None or rate.through == dt.date.max:
        return ""
    from babel.dates import format_date

    text = format_date(rate.as_of, "medium", locale=locale_of(manner.locale))
    digits = plan_for(manner.locale, rate.quote, manner.choices({}), "format_conversion").numbers.digits
    return text.translate(str.maketrans("0123456789", digits)) if digits else text


def is_to_minor(place: int, precision: Precision) -> bool:
    """Whether all decimals of the currency are shown, since the bounds support some: up to *place*."""
    return precision == "minor" and place < 0


def _shown(conversion: Conversion, supported: Decimal, precision: Precision) -> Decimal:
    """Round a result for showing it; never to zero where it is not."""
    if is_to_minor(conversion.place, precision):
        shown = conversion.rounded().amount
        if shown:
            return shown
    return supported


def _choices(shown: Decimal, notation: Notation | None) -> Choices:
    """Return the notation and the digits by which all digits of *shown* are printed, and no others."""
    first = shown.adjusted() if shown else 0
    last = _last_place(shown)
    if notation is None:
        is_round = first >= COMPACT_FROM and first - last < COMPACT_DIGITS
        notation = "compact" if is_round else "standard"
    if notation == "standard":
        if last < -MAX_PLACE:
            message = f"{plain(shown)} is too small to print: no format has over {MAX_PLACE} decimals"
            raise AmountError(message, text=plain(shown))
        return {"notation": notation, "digits": max(0, -last)}
    return {"notation": notation, "significant": max(1, min(_MAX_DIGITS, first - last + 1))}


def _last_place(amount: Decimal) -> int:
    """Return the power of ten of the last digit of *amount* that is not a zero before the point."""
    exponent = int(amount.as_tuple().exponent)
    if exponent < 0:
        return exponent
    digits = "".join(map(str, amount.as_tuple().digits))
    return exponent + len(digits) - len(digits.rstrip("0")) if amount else 0


def _bounds(
    ends: tuple[Fraction, Fraction], first: int, currency: Currency, manner: Manner, notation: Notation
) -> str:
    """Return low and high with one digit more than the doubt has, rounded so that they hold the truth.

    *first* is the place of the first digit of what stands before them.
    """
    place = exponent_of(ends[1] - ends[0]) - 1
    low = Money(rounded_fraction(ends[0], -place, ROUND_FLOOR), currency).amount
    high = Money(rounded_fraction(ends[1], -place, ROUND_CEILING), currency).amount
    if notation == "standard":
        return bounds_to(place, currency, manner)(low, high)
    return worded_bounds(low, high, place, first, currency, manner, notation)


def bounds_to(place: int, currency: Currency, manner: Manner) -> RangeFormat:
    """Return what writes bounds to the power of ten *place*, without words for powers."""
    choices = manner.choices({"notation": "standard", "digits": max(0, -place)})
    return kept_range(manner.locale, currency, choices, "format_range")


def worded_bounds(  # noqa: PLR0917 -- what the two ways that write bounds have at hand
    low: Decimal,
    high: Decimal,
    place: int,
    first: int,
    currency: Currency,
    manner: Manner,
    notation: Notation,
) -> str:
    """Return bounds to the power of ten *place*, with words for powers; *first* is as for ``_bounds``."""
    bare = manner.choices({"notation": notation})
    full: Choices = {**bare, "significant": max(1, min(_MAX_DIGITS, first - place + 1))}
    precision = plan_for(manner.locale, currency, bare, "format_conversion").precision
    if isinstance(precision, Floating):
        scales = {precision.scale_of(bound.adjusted()) for bound in (low, high)}
        if len(scales) == 1:  # both with the same decimals, zeros at the end too: 1.9349–1.9450M
            full = {**bare, "digits": max(0, min(_MAX_DIGITS, scales.pop() - place))}
    return kept_range(manner.locale, currency, full, "format_range")(low, high)
