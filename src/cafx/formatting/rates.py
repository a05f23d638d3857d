"""``format_rate`` and ``format_change``: prices with the digits of their print, and their changes."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

from cafx.core.decimals import CONTEXT, MAX_PLACE, decimal_of, leading_place, rounded_fraction
from cafx.errors import AmountError
from cafx.locale.plan import percent_plan, plan_for
from cafx.values.quotation import Quotation
from cafx.values.rate import Rate

if TYPE_CHECKING:
    from decimal import Decimal

    from babel import Locale

    from cafx.locale.options import Sign, Style, Symbols
__all__ = ["format_change", "format_rate"]

# Of an exact price that does not end (a peg turned over), as many digits as tickers print.
_EXACT_DIGITS: Final = 6


def format_rate(
    rate: Rate | Quotation,
    locale: str | Locale,
    *,
    style: Style = "symbol",
    symbols: Symbols = "cldr",
    equation: bool = False,
) -> str:
    r"""Write the price of one unit of the base, with the digits that it has: never two by habit.

    A price as printed keeps its digits, trailing zeros included. A derived one (an inverse, a
    cross) ends at the first digit that its bounds put in doubt; an exact one that does not end
    shows six digits.

    Args:
        rate: a ``Rate``, or a ``Quotation``, whose price is then for its nominal.
        locale: in Babel's or BCP 47's spelling, or a Babel ``Locale``.
        style: how the currencies are written, as ``format_money`` has it.
        symbols: as ``format_money`` has it.
        equation: write ``1 KZT = 0,00194 $`` instead of the price alone.

    >>> from cafx import Quotation, Rate
    >>> tenge = Quotation("KZT", "USD", "0.00194", as_of="2025-12-16", kind="ticker", source="timesca")
    >>> format_rate(tenge, "kk_KZ"), format_rate(Rate.of(tenge).inverse(), "kk_KZ", equation=True)
    ('0,00194\xa0$', '1\xa0$ = 515\xa0₸')
    """
    if not isinstance(rate, Rate | Quotation):
        message = f"a Rate or a Quotation is written, not {type(rate).__name__}: Rate.of(quotation) makes one"
        raise TypeError(message)
    price, digits, nominal = _printed(rate)
    text = plan_for(
        locale, rate.quote, {"style": style, "symbols": symbols, "digits": digits}, "format_rate"
    ).text(price)
    if not equation:
        return text
    base = plan_for(locale, rate.base, {"style": style, "symbols": symbols, "digits": 0}, "format_rate").text(
        nominal
    )
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
    last = leading_place(half) - 1 if half else leading_place(rate.price) - _EXACT_DIGITS
    digits = -last
    price = rounded_fraction(rate.price, max(-MAX_PLACE, min(digits, MAX_PLACE)))
    if not half:
        price = price.normalize(CONTEXT)
        digits = -int(price.as_tuple().exponent)
    if price.is_zero():
        message = f"the price of {rate.pair} is too small to print"
        raise AmountError(message)
    return price, max(0, digits), 1


def format_change(
    change: Decimal | int | str | Fraction | Quotation,
    locale: str | Locale,
    *,
    digits: int | None = None,
    sign: Sign = "except_zero",
) -> str:
    r"""Write a change in per cent by the locale's percent pattern, with its sign.

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
