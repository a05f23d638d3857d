"""``Rate``: what a conversion uses: an exact price with bounds, and the quotations behind it."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Final, Self, TypeAlias, final

from cafx.core.currency import Currency, look_up
from cafx.core.dates import day_of
from cafx.core.decimals import (
    CONTEXT,
    divide_sticky,
    leading_place,
    plain,
    rounded,
    significant,
)
from cafx.core.text import printable
from cafx.core.value import Value, remember
from cafx.errors import AmountError, ParseError
from cafx.values.quotation import KINDS, Kind, Quotation

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Rate"]

_EXACT_DIGITS: Final = 10
# With an amount's 100 digits, products stay within the 400 that cafx's context keeps exactly.
_MAX_PRODUCT: Final = 200
_MAX_POWER: Final = 8
_ONE: Final = Decimal(1)
_multiply: Final = CONTEXT.multiply

# A factor, a divisor where it is not 1, and the unit that the quote is rounded to.
_Terms: TypeAlias = tuple[Decimal, Decimal | None, Decimal]


@final
class Rate(Value, derived=("price", "low", "high", "as_of", "through")):
    """An exact price of one unit of *base* in *quote*, with the bounds that its sources allow.

    A rate is a walk over quotations: each is taken as printed or turned over, and a quotation
    that a walk takes in both directions cancels out. So ``rate.inverse().inverse()`` is the same
    rate, a triangle of crosses is exactly 1, and no leg widens the bounds twice.

    Args:
        base: the currency that is priced.
        quote: the currency that the price is in.
        legs: the quotations that lead from *base* to *quote*, in order; none where they are equal.
        powers: 1 for each leg that is taken as printed, -1 for each that is turned over; worked
            out from the walk when left out.

    Raises:
        ParseError: the legs do not lead from *base* to *quote*.

    >>> som = Quotation("UZS", "USD", "0.00008", as_of="2025-12-16", kind="ticker", source="timesca")
    >>> dollar = Rate.of(som).inverse()
    >>> dollar.price, round(float(dollar.low)), round(float(dollar.high))
    (Fraction(12500, 1), 11765, 13333)
    >>> dollar.inverse() == Rate.of(som)
    True
    """

    base: Currency
    quote: Currency
    legs: tuple[Quotation, ...]
    powers: tuple[int, ...]
    _exact: tuple[Fraction, Fraction, Fraction] | None
    _terms: _Terms | None

    def __init__(
        self, base: str, quote: str, legs: tuple[Quotation, ...], powers: tuple[int, ...] | None = None
    ) -> None:
        first = look_up(base) or Currency(base)
        last = look_up(quote) or Currency(quote)
        walked = tuple(legs)
        for leg in walked:
            if type(leg) is not Quotation:
                message = f"a leg is a Quotation, not {type(leg).__name__}"
                raise TypeError(message)
        checked = _walk(first, last, walked) if powers is None else _checked(first, last, walked, powers)
        self._fill(first, last, walked, checked)
        remember(self, "_exact", None)
        remember(self, "_terms", None)

    @classmethod
    def of(cls, quotation: Quotation) -> Self:
        """Give the rate that *quotation* prints, in its own direction."""
        return cls(quotation.base, quotation.quote, (quotation,), (1,))

    @property
    def price(self) -> Fraction:
        """Units of the quote for one unit of the base."""
        return (self._exact or self._worked_out())[0]

    @property
    def low(self) -> Fraction:
        """The least price that the legs' bounds allow."""
        return (self._exact or self._worked_out())[1]

    @property
    def high(self) -> Fraction:
        """The greatest price that the legs' bounds allow."""
        return (self._exact or self._worked_out())[2]

    @property
    def margin(self) -> Fraction:
        """How far off the price may be, as a share of it: 1/16 for UZS/USD = 0.00008."""
        return max(self.high / self.price - 1, 1 - self.low / self.price)

    @property
    def is_exact(self) -> bool:
        """Whether there is no doubt about the price: a peg, or one currency in itself."""
        return self.low == self.high

    @property
    def as_of(self) -> date | None:
        """The day that the rate is for: the first day that all legs are for.

        Where the legs share no day it is the oldest leg's; None where a leg has no date.
        """
        span = self._span()
        return span and span[0]

    @property
    def through(self) -> date | None:
        """The last day that all legs are for, where that is later than ``as_of``."""
        span = self._span()
        return span[1] if span is not None and span[1] > span[0] else None

    @property
    def kind(self) -> Kind:
        """The kind of the least authoritative leg; ``peg`` where there is no leg."""
        return max((leg.kind for leg in self.legs), key=KINDS.index, default=KINDS[0])

    @property
    def pair(self) -> str:
        """The pair as it is printed, such as ``"KZT/USD"``."""
        return f"{self.base}/{self.quote}"

    def inverse(self) -> Self:
        """Give the same rate seen from the quote: exact, with the bounds' inverses swapped."""
        return type(self)(
            self.quote, self.base, self.legs[::-1], tuple(-power for power in self.powers[::-1])
        )

    def cross(self, other: Rate) -> Self:
        """Go on from this rate's quote by *other*; a leg taken there and back cancels out.

        Raises:
            ParseError: *other* does not start where this rate ends, or the walk comes back to its
                start by other quotations than it left by, which is no rate.
        """
        if other.base != self.quote:
            message = f"{self.pair} ends in {self.quote}, but {other.pair} starts from {other.base}"
            raise ParseError(message, text=f"{self.pair} {other.pair}")
        powers: dict[Quotation, int] = {}
        for leg, power in zip(self.legs + other.legs, self.powers + other.powers, strict=True):
            powers[leg] = powers.get(leg, 0) + power
        kept = {leg: power for leg, power in powers.items() if power}
        if self.base == other.quote and kept:
            message = f"{self.pair} and {other.pair} come back to {self.base} by other quotations: no rate"
            raise ParseError(message, text=f"{self.pair} {other.pair}")
        return type(self)(self.base, other.quote, tuple(kept), tuple(kept.values()))

    def age(self, on: date | str) -> int:
        """Give the days from the last day that the rate is for to *on*; 0 where it covers it.

        Raises:
            ParseError: a leg has no date, so that the age is unknown.
        """
        day = day_of(on, what="on")
        span = self._span()
        if span is None:
            message = f"{self.pair} rests on a quotation without a date: its age is unknown"
            raise ParseError(message, text=self.pair)
        return max(0, (day - span[1]).days)

    def worth(self, amount: Decimal, digits: int | None = None, rounding: str = ROUND_HALF_EVEN) -> Decimal:
        """Give *amount* of the base in the quote, rounded once, as the exact product would be.

        Args:
            amount: a number that has passed ``decimals.decimal_of``.
            digits: decimals to keep; the quote's minor unit where it is None.
            rounding: one of ``decimal``'s modes.
        """
        factor, divisor, unit = self._terms or self._multiplied()
        product = _multiply(amount, factor)
        exact = product if divisor is None else divide_sticky(product, divisor)
        return exact.quantize(unit, rounding, CONTEXT) if digits is None else rounded(exact, digits, rounding)

    def _span(self) -> tuple[date, date] | None:
        days = [(leg.as_of, leg.last_day) for leg in self.legs]
        starts = [start for start, _ in days if start is not None]
        ends = [end for _, end in days if end is not None]
        if not days or len(starts) < len(days):
            return None
        first, last = max(starts), min(ends)
        return (first, last) if first <= last else (last, last)

    def _multiplied(self) -> _Terms:
        digits = sum(abs(power) * len(leg.price.as_tuple().digits) for leg, power in self._steps())
        if digits > _MAX_PRODUCT:
            message = (
                f"{self.pair} would multiply {digits} digits: quote prices with fewer digits, or fewer legs"
            )
            raise AmountError(message)
        factor = divisor = _ONE
        for leg, power in self._steps():
            nominal = Decimal(leg.nominal)
            for _ in range(abs(power)):
                factor = _multiply(factor, leg.price if power > 0 else nominal)
                divisor = _multiply(divisor, nominal if power > 0 else leg.price)
        terms = (factor, None if divisor == _ONE else divisor, Decimal((0, (1,), -self.quote.minor_digits)))
        remember(self, "_terms", terms)
        return terms

    def _worked_out(self) -> tuple[Fraction, Fraction, Fraction]:
        price = low = high = Fraction(1)
        for leg, power in self._steps():
            bounds = leg.bounds
            price *= leg.unit_price**power
            # A leg that is turned over gives most where it was least.
            low *= bounds[power < 0] ** power
            high *= bounds[power > 0] ** power
        remember(self, "_exact", (price, low, high))
        return price, low, high

    def _steps(self) -> Iterator[tuple[Quotation, int]]:
        return zip(self.legs, self.powers, strict=True)

    def __format__(self, spec: str) -> str:
        """Return ``str(self)``; a spec is refused with the function that writes for a locale."""
        if spec:
            remedy = "cafx.format_rate(rate, 'kk_KZ') writes one for a locale"
            raise TypeError(f"a Rate takes no format spec such as {printable(spec)}: {remedy}")
        return str(self)

    def __str__(self) -> str:
        if not self.legs:
            return f"{self.pair} = 1"
        when = "no date" if self.as_of is None else self.as_of.isoformat()
        if self.is_exact:
            return (
                f"{self.pair} = {plain(significant(self.price, _EXACT_DIGITS).normalize(CONTEXT))} ({when})"
            )
        if self.powers == (1,) and self.legs[0].nominal == 1:
            low, high = self.legs[0].printed_bounds
            return f"{self.pair} = {plain(self.legs[0].price)} ({plain(low)} to {plain(high)}, {when})"
        digits = leading_place(self.price) - leading_place((self.high - self.low) / 2) + 2
        price = plain(significant(self.price, digits))
        least = plain(significant(self.low, digits, ROUND_FLOOR))
        most = plain(significant(self.high, digits, ROUND_CEILING))
        return f"{self.pair} = {price} ({least} to {most}, {when})"


def _walk(base: Currency, quote: Currency, legs: tuple[Quotation, ...]) -> tuple[int, ...]:
    """Follow *legs* from *base* to *quote*, and give the direction that each is taken in."""
    here, powers = base, []
    for leg in legs:
        if here not in (leg.base, leg.quote):
            break
        powers.append(1 if leg.base == here else -1)
        here = leg.quote if leg.base == here else leg.base
    if len(powers) < len(legs) or here != quote:
        through = ", ".join(leg.pair for leg in legs) or "no quotation"
        message = f"{through} does not lead from {base} to {quote}"
        raise ParseError(message, text=f"{base}/{quote}")
    return tuple(powers)


def _checked(
    base: Currency, quote: Currency, legs: tuple[Quotation, ...], powers: tuple[int, ...]
) -> tuple[int, ...]:
    """Refuse powers under which *legs* do not come to units of *quote* for one *base*."""
    powers = tuple(powers)
    if len(powers) != len(legs) or any(
        type(power) is not int or not 0 < abs(power) <= _MAX_POWER for power in powers
    ):
        message = (
            f"{len(legs)} legs take as many powers, each a whole number from -{_MAX_POWER} to {_MAX_POWER}"
        )
        raise ParseError(message, text=f"{base}/{quote}")
    balance: dict[Currency, int] = {base: -1}
    balance[quote] = balance.get(quote, 0) + 1
    for leg, power in zip(legs, powers, strict=True):
        balance[leg.base] = balance.get(leg.base, 0) + power
        balance[leg.quote] = balance.get(leg.quote, 0) - power
    if any(balance.values()) or (base == quote and legs):
        message = f"the legs do not lead from {base} to {quote} by these powers: leave powers out"
        raise ParseError(message, text=f"{base}/{quote}")
    return powers
