"""``Conversion``: money, what it comes to in another currency, and how sure that is."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, ROUND_UP, Decimal
from fractions import Fraction
from typing import Final, final

from cafx.core.decimals import (
    CONTEXT,
    decimal_of,
    exponent_of,
    fraction_of,
    leading_place,
    plain_grouped,
    rounded_fraction,
)
from cafx.core.value import Value
from cafx.errors import CurrencyMismatch
from cafx.values.money import Money, money_of
from cafx.values.rate import Rate

__all__ = ["Conversion"]

_FIRST_DIGITS: Final = 2


@final
class Conversion(Value, derived=("result", "low", "high")):
    """Money and its worth at a rate: exact, with bounds, and rounded only on request.

    Args:
        money: what is converted.
        rate: from the money's currency to another.
        printed: half of what the money's own print leaves open, in the money's currency: 500
            billion for a figure that says ``13 trillion``. It does not widen the bounds, but
            ``significant`` shows no more digits than it supports.

    Raises:
        CurrencyMismatch: *rate* is not for the money's currency.

    >>> from cafx import Quotation
    >>> tenge = Quotation("KZT", "USD", "0.00194", as_of="2025-12-16", kind="ticker", source="timesca")
    >>> conversion = Conversion(Money("13000000000000", "KZT"), Rate.of(tenge))
    >>> conversion.low, conversion.result, conversion.high
    (Fraction(25155000000, 1), Fraction(25220000000, 1), Fraction(25285000000, 1))
    >>> conversion.significant()
    Money('25200000000', 'USD')
    """

    money: Money
    rate: Rate
    printed: Decimal | None

    def __init__(self, money: Money, rate: Rate, printed: Decimal | int | str | None = None) -> None:
        if type(money) is not Money or type(rate) is not Rate:
            message = (
                f"a conversion takes Money and a Rate, not {type(money).__name__} and {type(rate).__name__}"
            )
            raise TypeError(message)
        if money.currency is not rate.base:
            message = f"{rate.pair} does not convert {money.currency}"
            raise CurrencyMismatch(message, left=money.currency, right=rate.base)
        if printed is not None:
            printed = decimal_of(printed, what="printed")
        self._fill(money, rate, printed)

    @property
    def result(self) -> Fraction:
        """What the money comes to, in units of the rate's quote: an exact ``Fraction``, not rounded."""
        return fraction_of(self.money.amount) * self.rate.price

    @property
    def low(self) -> Fraction:
        """The least that it can come to within the rate's bounds."""
        amount = fraction_of(self.money.amount)
        return amount * (self.rate.low if amount >= 0 else self.rate.high)

    @property
    def high(self) -> Fraction:
        """The most that it can come to within the rate's bounds."""
        amount = fraction_of(self.money.amount)
        return amount * (self.rate.high if amount >= 0 else self.rate.low)

    @property
    def margin(self) -> Money:
        """How far off the result may be, rounded up to two digits: 5 for 80 of 75 to 85."""
        half = self._half_width()
        if not half:
            return Money(0, self.rate.quote)
        digits = rounded_fraction(half, 2 - leading_place(half), ROUND_UP)
        return Money(digits.normalize(CONTEXT), self.rate.quote)

    @property
    def place(self) -> int:
        """The power of ten of the last digit that bounds, print and minor unit support."""
        places = [-self.rate.quote.minor_digits]
        width = self.high - self.low
        if width:
            places.append(exponent_of(width))
        if self.printed:
            places.append(exponent_of(2 * abs(fraction_of(self.printed)) * self.rate.price) - 1)
        return max(places)

    def rounded(self, digits: int | None = None, rounding: str = ROUND_HALF_EVEN) -> Money:
        """Round the result to the minor unit of its currency, or to *digits* decimals.

        Args:
            digits: decimals to keep; negative for tens, hundreds and so on.
            rounding: one of ``decimal``'s modes; half-even unless said otherwise.
        """
        rate = self.rate
        return money_of(rate.worth(self.money.amount, digits, rounding), rate.quote)

    def significant(self) -> Money:
        """Round the result to the digits that the bounds, and a figure's own print, support.

        As many digits as rounding can keep without leaving the bounds: 25.2 billion for 25.155 to
        25.285, 80 for 75 to 85. Of a figure's print one digit more than it has is kept, so that
        rounding adds no doubt of its own: 13 trillion (12.5 to 13.5) can still give 25.2 billion.
        Never finer than the minor unit; but an amount that would round to zero shows its first
        digits instead: one tenge is $0.0019.
        """
        shown = self.rounded(-self.place)
        size = abs(self.result)
        if size and not shown:
            shown = self.rounded(_FIRST_DIGITS - leading_place(size))
        return shown

    def _half_width(self) -> Fraction:
        return max(self.high - self.result, self.result - self.low)

    def __str__(self) -> str:
        shown = self.significant()
        if not self.rate.is_exact:
            return f"{self.money} ≈ {shown} ± {plain_grouped(self.margin.amount)}"
        sign = "=" if fraction_of(shown.amount) == self.result else "≈"
        return f"{self.money} {sign} {shown}"
