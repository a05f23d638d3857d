"""``format_conversion``: what money comes to, to the digits that its bounds support."""

from __future__ import annotations

import datetime as dt
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from cafx.core.decimals import fraction_of, leading_place, rounded_fraction
from cafx.formatting.ranges import format_range
from cafx.locale.plan import plan_for
from cafx.locale.rounding import Floating
from cafx.locale.tags import locale_of
from cafx.values.conversion import Conversion
from cafx.values.money import Money

if TYPE_CHECKING:
    from babel import Locale

    from cafx.locale.options import Choices, Notation, Style, Symbols

__all__ = ["format_conversion"]

_ABOUT: Final = "≈\u00a0"
# From here on a word is shorter than the zeros: 25,2 млрд, but 12 500.
_COMPACT_FROM: Final = 6
_COMPACT_DIGITS: Final = 5  # with more digits than that the zeros are shorter: 11 428 571,43
_MAX_DIGITS: Final = 60


def format_conversion(
    conversion: Conversion,
    locale: str | Locale,
    *,
    style: Style = "symbol",
    notation: Notation | None = None,
    symbols: Symbols = "cldr",
    bounds: bool = False,
    date: bool = False,
) -> str:
    r"""Write what a conversion comes to: ``≈ 25,2 млрд $``.

    No more digits than the rate's bounds and the figure's own print support, and no sign for "about" where
    the rate is exact and no digit of the result is left out.

    Args:
        conversion: what ``convert`` gave.
        locale: in Babel's or BCP 47's spelling, or a Babel ``Locale``.
        style: how the currency is written, as ``format_money`` has it.
        notation: as ``format_money`` has it; where it is None, compact from a million on, if that
            takes at most five digits.
        symbols: as ``format_money`` has it.
        bounds: add the least and the most that the rate allows, rounded outward, where they
            are further apart than the last digit shown.
        date: add the day that the rate is for, if it is not one that is in force until further notice.

    >>> from cafx import Conversion, Money, Quotation, Rate
    >>> tenge = Quotation("KZT", "USD", "0.00194", as_of="2025-12-16", kind="ticker", source="timesca")
    >>> budget = Conversion(Money("13000000000000", "KZT"), Rate.of(tenge))
    >>> format_conversion(budget, "ru")
    '≈\xa025,2\xa0млрд\xa0$'
    >>> format_conversion(budget, "en", bounds=True, date=True)
    '≈\xa0$25.2B ($25.15–25.29B; Dec 16, 2025)'
    """
    if not isinstance(conversion, Conversion):
        text = f"format_conversion writes a Conversion, not {type(conversion).__name__}"
        raise TypeError(f"{text}: book.convert(money, to) and cafx.convert(money, to) make one")
    shown = conversion.significant()
    first = shown.amount.adjusted() if shown.amount else 0
    last = _last_place(shown.amount)
    if notation is None:
        is_round = first >= _COMPACT_FROM and first - last < _COMPACT_DIGITS
        notation = "compact" if is_round else "standard"
    choices: Choices = {"style": style, "notation": notation, "symbols": symbols}
    digits = _digits(notation, first, last)
    text = plan_for(locale, shown.currency, {**choices, **digits}, "format_conversion").text(shown.amount)
    notes = []
    # Bounds that are finer than the last digit shown would contradict it: the print of the figure,
    # not the rate, is what is in doubt there.
    if bounds and conversion.high - conversion.low >= Fraction(10) ** conversion.place:
        notes.append(_bounds(conversion, locale, choices, first))
    # A span in force, such as a peg's, says nothing about its day: its start would mislead.
    if date and conversion.rate.as_of is not None and conversion.rate.through != dt.date.max:
        from babel.dates import format_date

        notes.append(format_date(conversion.rate.as_of, "medium", locale=locale_of(locale)))
    is_exact = conversion.rate.is_exact and not conversion.printed
    about = "" if is_exact and fraction_of(shown.amount) == conversion.result else _ABOUT
    return about + text + (f" ({'; '.join(notes)})" if notes else "")


def _last_place(amount: Decimal) -> int:
    """Return the power of ten of the last digit of *amount* that is not a zero before the point."""
    exponent = int(amount.as_tuple().exponent)
    if exponent < 0:
        return exponent
    digits = "".join(map(str, amount.as_tuple().digits))
    return exponent + len(digits) - len(digits.rstrip("0")) if amount else 0


def _digits(notation: Notation, first: int, last: int) -> Choices:
    """Show all digits down to the power *last*."""
    if notation == "standard":
        return {"digits": max(0, -last)}
    return {"significant": max(1, min(_MAX_DIGITS, first - last + 1))}


def _bounds(conversion: Conversion, locale: str | Locale, choices: Choices, first: int) -> str:
    """Write low and high with one digit more than the doubt has, rounded so that they hold the truth."""
    place = -leading_place(1 / (conversion.high - conversion.low)) - 1
    currency = conversion.rate.quote
    low = Money(rounded_fraction(conversion.low, -place, ROUND_FLOOR), currency)
    high = Money(rounded_fraction(conversion.high, -place, ROUND_CEILING), currency)
    notation = choices["notation"]
    full: Choices = {**choices, **_digits(notation, first, place)}
    precision = plan_for(locale, currency, choices).precision
    if isinstance(precision, Floating):
        scales = {precision.scale_of(bound.amount.adjusted()) for bound in (low, high)}
        if len(scales) == 1:  # both with the same decimals, zeros at the end too: 1.9349–1.9450M
            full = {**choices, "digits": max(0, min(_MAX_DIGITS, scales.pop() - place))}
    return format_range(low, high, locale, **full)
