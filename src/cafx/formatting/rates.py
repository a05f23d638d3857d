"""``format_rate`` and ``format_change``: prices with the digits of their print, and their changes."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final, cast

from cafx.core.decimals import CONTEXT, MAX_PLACE, decimal_of, exponent_of, leading_place, rounded_fraction
from cafx.errors import AmountError
from cafx.locale.compiled import kept_format
from cafx.locale.options import require_wording
from cafx.locale.plan import percent_plan
from cafx.values.quotation import Quotation
from cafx.values.rate import Rate

if TYPE_CHECKING:
    from decimal import Decimal
    from typing import Unpack

    from babel import Locale

    from cafx.locale.options import Choices, Sign, Wording
__all__ = ["format_change", "format_rate"]

# As many digits of a derived price as people print.
_DERIVED_DIGITS: Final = 5


def format_rate(
    rate: Rate | Quotation,
    locale: str | Locale,
    *,
    equation: bool = False,
    **wording: Unpack[Wording],
) -> str:
    r"""Return the price of one unit of the base, with the digits that it has: never two by habit.

    A price as printed keeps its digits, trailing zeros included. A derived one (an inverse, a
    cross) ends at the first digit that its bounds put in doubt, and after five digits at most.

    Args:
        rate: a ``Rate``, or a ``Quotation``, whose price is then for its nominal.
        locale: in Babel's or BCP 47's spelling, or a Babel ``Locale``.
        equation: write ``1 KZT = 0,00194 $`` instead of the price alone.
        **wording: ``style``, ``symbols``, ``spaces``, ``numbering``, ``words`` and ``offered``, as
            ``format_money`` takes them.

    Raises:
        AmountError: the price has more than 60 decimals.

    >>> from cafx import Quotation, Rate
    >>> tenge = Quotation("KZT", "USD", "0.00194", as_of="2025-12-16", kind="ticker", source="timesca")
    >>> format_rate(tenge, "kk_KZ"), format_rate(Rate.of(tenge).inverse(), "kk_KZ", equation=True)
    ('0,00194\xa0$', '1\xa0$ = 515\xa0₸')
    """
    if not isinstance(rate, Rate | Quotation):
        text = f"format_rate writes a Rate or a Quotation, not {type(rate).__name__}"
        raise TypeError(f"{text}: book.rate(base, quote) gives one")
    require_wording(wording, "format_rate")
    price, digits, nominal = _printed(rate)
    if digits > MAX_PLACE:
        raise _too_small(rate)
    choices: Choices = {"digits": digits}
    choices.update(cast("Choices", wording))
    text = kept_format(locale, rate.quote, choices, "format_rate")(price)
    if not equation:
        return text
    base = kept_format(locale, rate.base, {**choices, "digits": 0}, "format_rate")(nominal)
    return f"{base} = {text}"


def _printed(rate: Rate | Quotation) -> tuple[Decimal, int, int]:
    """Return a price as it is to be printed, its decimals, and the units that it is for."""
    if isinstance(rate, Quotation):
        return rate.price, max(0, -int(rate.price.as_tuple().exponent)), rate.nominal
    if len(rate.legs) == 1 and rate.powers == (1,):
        price = rate.legs[0].price
        shift = len(str(rate.legs[0].nominal)) - 1
        if rate.legs[0].nominal == 10**shift:
            price = CONTEXT.scaleb(price, -shift)
            return price, max(0, -int(price.as_tuple().exponent)), 1
    half = max(rate.high - rate.price, rate.price - rate.low)
    last = exponent_of(rate.price) - _DERIVED_DIGITS + 1
    if half:
        last = max(last, leading_place(half) - 1)
    digits = -last
    price = rounded_fraction(rate.price, max(-MAX_PLACE, min(digits, MAX_PLACE)))
    if not half:
        price = price.normalize(CONTEXT)
        digits = -int(price.as_tuple().exponent)
    if price.is_zero():
        raise _too_small(rate)
    return price, max(0, digits), 1


def _too_small(rate: Rate | Quotation) -> AmountError:
    return AmountError(
        f"the price of {rate.pair} is too small to print: no format has over {MAX_PLACE} decimals"
    )


def format_change(
    change: Decimal | int | str | Fraction | Quotation,
    locale: str | Locale,
    *,
    digits: int | None = None,
    sign: Sign = "except_zero",
) -> str:
    r"""Return a change in per cent by the locale's percent pattern, with its sign.

    Args:
        change: in per cent, or the ``Quotation`` that carries one. A ticker's ``-0`` says that the price
            fell by less than its last digit.
        locale: in Babel's or BCP 47's spelling, or a Babel ``Locale``.
        digits: decimals; those that *change* came with where it is None.
        sign: ``except_zero``; ``always`` keeps the sign of a zero too; else as ``format_money`` has it.

    Raises:
        AmountError: the quotation carries no change.

    >>> format_change("0.52", "kk_KZ"), format_change("-0", "en", sign="always")
    ('+0,52%', '-0%')
    """
    if isinstance(change, Quotation):
        if change.change is None:
            message = f"the quotation of {change.pair} carries no change"
            raise AmountError(message)
        change = change.change
    if isinstance(change, Fraction):
        change = rounded_fraction(change, 2 if digits is None else digits)
    value = decimal_of(change, what="change")
    if digits is None:
        digits = max(0, -int(value.as_tuple().exponent))
    return percent_plan(locale, {"digits": digits, "sign": sign}, "format_change").text(value)
