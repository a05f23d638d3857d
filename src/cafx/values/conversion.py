"""``Conversion``: money, what it comes to in another currency, and how sure that is."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, ROUND_UP, Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Final, cast, final

from cafx.core.currency import withdrawn
from cafx.core.decimals import (
    CONTEXT,
    decimal_of,
    exponent_of_ratio,
    fraction_of,
    leading_place,
    plain_grouped,
    readable,
    rounded_fraction,
)
from cafx.core.iso4217 import WITHDRAWN
from cafx.core.text import kind_of, printable
from cafx.core.value import Value
from cafx.errors import CurrencyMismatch
from cafx.values.bounded import Bounded
from cafx.values.money import Money, money_of
from cafx.values.quotation import LEG_NUMBERS, legs_table
from cafx.values.rate import Rate

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from cafx.core.notebook import Piece

__all__ = ["Conversion", "RangeConversion", "conversion_of"]

_FIRST_DIGITS: Final = 2


@final
class Conversion(Bounded, derived=("result", "low", "high", "result_decimal", "low_decimal", "high_decimal")):
    """Money and its worth at a rate: exact, with bounds, and rounded only on request.

    Args:
        money: what is converted.
        rate: from the money's currency to another.
        printed: half of what the money's own print leaves open, in the money's currency: 500
            billion for a figure that says ``13 trillion``. It does not widen the bounds, but
            ``significant`` shows no more digits than it supports.
        claims: properties that ``to_dict`` shows beside the fields; they must follow from these.

    Raises:
        CurrencyMismatch: *rate* is not for the money's currency.
        UnknownCurrency: *rate* leads to a withdrawn currency, of which there is no money.

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

    def __init__(
        self, money: Money, rate: Rate, printed: Decimal | int | str | None = None, **claims: object
    ) -> None:
        if type(money) is not Money or type(rate) is not Rate:
            money, rate = _parts_of(money, rate)
        if money.currency is not rate.base:
            message = f"{rate.pair} does not convert {money.currency}"
            raise CurrencyMismatch(message, left=money.currency, right=rate.base)
        if rate.quote in WITHDRAWN:
            raise withdrawn(rate.quote)
        if printed is not None:
            printed = decimal_of(printed, what="printed")
        self._fill(money, rate, printed)
        if claims:
            self._check_claims(claims)

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
    def result_decimal(self) -> Decimal:
        """``result`` as a decimal for readers, to 34 digits."""
        return readable(self.result)

    @property
    def margin(self) -> Money:
        """How far off the result may be, rounded up to two digits: 5 for 80 of 75 to 85."""
        return Money(_rounded_up(self._half_width()), self.rate.quote)

    @property
    def place(self) -> int:
        """The power of ten of the last digit that bounds, print and minor unit support."""
        rate, place = self.rate, -self.rate.quote.minor_digits
        # In whole numbers, not reduced: as fractions it takes six times as long.
        low, below_low = rate.low.as_integer_ratio()
        high, below_high = rate.high.as_integer_ratio()
        width = high * below_low - low * below_high
        amount, below = self.money.amount.as_integer_ratio()
        if width and amount:
            place = max(place, exponent_of_ratio(abs(amount) * width, below * below_low * below_high))
        if self.printed:
            printed, below = self.printed.as_integer_ratio()
            price, below_price = rate.price.as_integer_ratio()
            place = max(place, exponent_of_ratio(2 * abs(printed) * price, below * below_price) - 1)
        return place

    def rounded(self, digits: int | None = None, rounding: str = ROUND_HALF_EVEN) -> Money:
        """Return the result rounded to the minor unit of its currency, or to *digits* decimals.

        Args:
            digits: decimals to keep; negative for tens, hundreds and so on.
            rounding: one of ``decimal``'s modes; half-even unless said otherwise.
        """
        rate = self.rate
        return money_of(rate.worth(self.money.amount, digits, rounding), rate.quote)

    def significant(self) -> Money:
        """Return the result rounded to the digits that the bounds, and a figure's own print, support.

        As many digits as rounding can keep without leaving the bounds: 25.2 billion for 25.155 to
        25.285, 80 for 75 to 85. Of a figure's print one digit more than it has is kept, so that
        rounding adds no doubt of its own: 13 trillion (12.5 to 13.5) can still give 25.2 billion.
        Never finer than the minor unit; but an amount that would round to zero shows its first
        digits instead: one tenge is $0.0019.
        """
        shown = self.rounded(-self.place)
        if not shown and self.money:
            shown = self.rounded(_FIRST_DIGITS - leading_place(abs(self.result)))
        return shown

    def _half_width(self) -> Fraction:
        rate = self.rate
        return abs(fraction_of(self.money.amount)) * max(rate.high - rate.price, rate.price - rate.low)

    def __format__(self, spec: str) -> str:
        """Return ``str(self)``; a spec is refused with the function that writes for a locale."""
        if spec:
            remedy = "cafx.format_conversion(conversion, 'kk_KZ') writes one for a locale"
            raise TypeError(f"a Conversion takes no format spec such as {printable(spec)}: {remedy}")
        return str(self)

    @property
    def ends(self) -> tuple[Conversion, Conversion]:
        """The two ends of a range; of a single amount twice the same, as of a figure."""
        return self, self

    def _pieces(self) -> Sequence[Piece]:
        from cafx.core.notebook import Heading, Interval, Rows

        digits = 1 - self.place
        low, high = (
            plain_grouped(rounded_fraction(bound, digits, rounding))
            for bound, rounding in ((self.low, ROUND_FLOOR), (self.high, ROUND_CEILING))
        )
        rate, quote = self.rate, self.rate.quote
        words = "exact" if rate.is_exact else f"between {low} and {high} {quote}"
        if rate.is_carried:
            words += f"; the rate is carried {rate.age} days"
        interval = Interval(self.low, self.result, self.high, words)
        return Heading(str(self)), interval, Rows(*legs_table(rate.legs), LEG_NUMBERS)

    def __str__(self) -> str:
        """Return the digits that are supported, and how far off *they* may be, rounded up.

        The distance is counted from the amount as it is shown, not from the exact result, so that the
        bounds always lie within what is read.
        """
        shown, rate = self.significant(), self.rate
        value, below_value = shown.amount.as_integer_ratio()
        amount, below = self.money.amount.as_integer_ratio()
        # In whole numbers until the end: a step in fractions takes as long as all of this.
        distances = []
        for bound in (rate.low, rate.high):
            price, below_price = bound.as_integer_ratio()
            off = abs(amount * price * below_value - value * below * below_price)
            distances.append(Fraction(off, below * below_price * below_value))
        most = max(distances)
        doubt = f" ± {plain_grouped(_rounded_up(most))}" if amount and not rate.is_exact else ""
        return f"{self.money} {'≈' if most else '='} {shown}{doubt}{_day_if_carried(rate)}"


# `make` without its detour: what a book converts comes by here.
_make = cast("Callable[[Money, Rate, Decimal | None], Conversion]", Conversion._make)


def conversion_of(money: Money, rate: Rate, printed: Decimal | None = None) -> Conversion:
    """Return the conversion of money at a rate for its currency, without the checks of ``Conversion``.

    Raises:
        UnknownCurrency: *rate* leads to a withdrawn currency.
    """
    if rate.quote in WITHDRAWN:
        raise withdrawn(rate.quote)
    return _make(money, rate, printed)


def _rounded_up(half: Fraction) -> Decimal:
    """Return half a width rounded up to two digits."""
    if not half:
        return Decimal(0)
    return rounded_fraction(half, 2 - leading_place(half), ROUND_UP).normalize(CONTEXT)


def _parts_of(money: object, rate: object) -> tuple[Money, Rate]:
    """Return the parts of a conversion, of which either may be what ``to_dict`` made of it."""
    if isinstance(money, dict):
        money = Money(**money)
    if isinstance(rate, dict):
        rate = Rate(**rate)
    if type(money) is not Money or type(rate) is not Rate:
        message = f"a conversion takes Money and a Rate, not {kind_of(money)} and {kind_of(rate)}"
        raise TypeError(message)
    return money, rate


@final
class RangeConversion(Value, derived=("low", "high")):
    """A range of money, such as ``5-17 million som``, and what its two ends come to at one rate.

    Args:
        bottom: the conversion of the low end.
        top: that of the high end, at the same rate.

    Raises:
        CurrencyMismatch: the ends are converted at two rates.

    >>> from cafx import convert
    >>> pay = convert("5-7 million som", "USD", on="2025-09-18")
    >>> [str(money) for money in pay.significant()]
    ['57,000 USD', '80,000 USD']
    """

    bottom: Conversion
    top: Conversion

    def __init__(self, bottom: Conversion, top: Conversion) -> None:
        if type(bottom) is not Conversion or type(top) is not Conversion:
            message = f"a range is two conversions, not {type(bottom).__name__} and {type(top).__name__}"
            raise TypeError(message)
        if bottom.rate != top.rate:
            message = f"the ends of a range are converted at one rate, not at {bottom.rate} and {top.rate}"
            raise CurrencyMismatch(message, left=bottom.rate.pair, right=top.rate.pair)
        self._fill(bottom, top)

    @property
    def ends(self) -> tuple[Conversion, Conversion]:
        """The conversions of the low and of the high end."""
        return self.bottom, self.top

    @property
    def rate(self) -> Rate:
        """The rate of both ends."""
        return self.bottom.rate

    @property
    def low(self) -> Fraction:
        """The least that the low end can come to within the rate's bounds."""
        return self.bottom.low

    @property
    def high(self) -> Fraction:
        """The most that the high end can come to within the rate's bounds."""
        return self.top.high

    def rounded(self, digits: int | None = None, rounding: str = ROUND_HALF_EVEN) -> tuple[Money, Money]:
        """Return both ends rounded to the minor unit, or to *digits* decimals.

        Args:
            digits: decimals to keep; the minor unit's where it is left out.
            rounding: one of ``decimal``'s modes; half-even unless said otherwise.
        """
        return self.bottom.rounded(digits, rounding), self.top.rounded(digits, rounding)

    def significant(self) -> tuple[Money, Money]:
        """Return both ends rounded to the digits that the bounds and the print support."""
        return self.bottom.significant(), self.top.significant()

    def __str__(self) -> str:
        low, high = self.significant()
        first, last = plain_grouped(self.bottom.money.amount), plain_grouped(self.top.money.amount)
        shown = f"{plain_grouped(low.amount)} to {plain_grouped(high.amount)} {self.rate.quote}"
        return f"{first} to {last} {self.rate.base} ≈ {shown}{_day_if_carried(self.rate)}"


def _day_if_carried(rate: Rate) -> str:
    """Return the day of a rate that was no longer in force, as every print of it has to say."""
    if not rate.is_carried or rate.as_of is None:
        return ""
    return f" (rate of {rate.as_of.isoformat()}, carried {rate.age} day{'' if rate.age == 1 else 's'})"
