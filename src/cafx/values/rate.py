"""``Rate``: what a conversion uses: an exact price with bounds, and the quotations behind it."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_05UP, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Final, Self, TypeAlias, final

from cafx.core.currency import Currency, look_up
from cafx.core.dates import Day, day_of
from cafx.core.decimals import (
    CONTEXT,
    decimal_of,
    divide_sticky,
    fraction_of,
    leading_place,
    own_context,
    plain,
    readable,
    rounded,
    significant,
)
from cafx.core.text import printable
from cafx.core.value import field, make, remember
from cafx.errors import AmountError, OptionError
from cafx.values.bounded import Bounded
from cafx.values.quotation import KINDS, LEG_NUMBERS, Kind, Quotation, legs_table
from cafx.values.walk import check_powers, powers_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cafx.core.notebook import Piece

__all__ = ["Rate", "rate_of"]

_EXACT_DIGITS: Final = 10
# With an amount's 100 digits, products stay within the 400 that cafx's context keeps exactly.
_MAX_PRODUCT: Final = 200
_ONE: Final = Decimal(1)
_ZERO: Final = Decimal(0)
_multiply: Final = CONTEXT.multiply
# A quotient with fewer digits than that before the point needs no more digits to be rounded to a minor unit
# (see ``divide_sticky``), and costs a quarter less.
_SHORT: Final = 30
_divide_shortly: Final = own_context(_SHORT + 8, ROUND_05UP).divide

# A factor, a divisor where it is not 1, and the unit that the quote is rounded to.
_Terms: TypeAlias = tuple[Decimal, Decimal | None, Decimal]


_DERIVED: Final = (
    "price",
    "low",
    "high",
    "price_decimal",
    "low_decimal",
    "high_decimal",
    "as_of",
    "through",
    "age",
)


@final
class Rate(Bounded, derived=_DERIVED):
    """An exact price of one unit of *base* in *quote*, with the bounds that its sources allow.

    A rate is a walk over quotations: each is taken as printed or as its inverse, and a quotation
    that a walk takes in both directions cancels out. So ``rate.inverse().inverse()`` is the same
    rate, a triangle of crosses is exactly 1, and no leg widens the bounds twice.

    A leg that is carried past its last day in force has an age, and a widening: the share of its price by
    which its bounds grow on both sides. A ``RateBook`` says both; they go with the leg, so that an
    inverse has the same ones, and a leg that cancels out takes its own along.

    Args:
        base: the currency that is priced.
        quote: the currency that the price is in.
        legs: the quotations that lead from *base* to *quote*, in order; none where they are equal.
        powers: 1 for each leg that is taken as printed, -1 for each whose inverse is; worked
            out from the walk when left out.
        on: the day that was asked for; None where none was. It does not count when two are compared.
        ages: for each leg the days from its last one in force to *on*; none where all are in force.
        claims: properties that ``to_dict`` shows beside the fields; they must follow from these.
        widening: for each leg the share of its price by which its bounds grow, such as ``0.0125``; none
            where none grow.

    Raises:
        OptionError: the legs do not lead from *base* to *quote*.
        AmountError: an age or a widening that is negative, or not one for each leg.

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
    on: date | None = field(compare=False)
    ages: tuple[int, ...]
    widening: tuple[Decimal, ...]
    _exact: tuple[Fraction, Fraction, Fraction] | None
    _terms: _Terms | None

    def __init__(
        self,
        base: str,
        quote: str,
        legs: tuple[Quotation, ...],
        powers: tuple[int, ...] | None = None,
        *,
        on: Day | None = None,
        ages: tuple[int, ...] = (),
        widening: tuple[Decimal, ...] = (),
        **claims: object,
    ) -> None:
        first = look_up(base) or Currency(base)
        last = look_up(quote) or Currency(quote)
        walked = tuple(Quotation(**leg) if isinstance(leg, dict) else leg for leg in legs)
        for leg in walked:
            if type(leg) is not Quotation:
                message = f"a leg is a Quotation, not {type(leg).__name__}"
                raise TypeError(message)
        checked = (
            powers_of(first, last, walked) if powers is None else check_powers(first, last, walked, powers)
        )
        day = None if on is None else day_of(on, what="on")
        self._fill(first, last, walked, checked, day, *_checked_ages(len(walked), ages, widening))
        _set_exact(self, None)
        _set_terms(self, None)
        if claims:
            self._check_claims(claims)

    @classmethod
    def of(cls, quotation: Quotation) -> Self:
        """Return the rate that *quotation* prints, in its own direction and on its own day."""
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
    def price_decimal(self) -> Decimal:
        """The price as a decimal for readers, to 34 digits; ``price`` is the exact one."""
        return readable(self.price)

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
        return None if span is None else span[0]

    @property
    def through(self) -> date | None:
        """The last day that all legs are for, where that is later than ``as_of``."""
        span = self._span()
        return span[1] if span is not None and span[1] > span[0] else None

    @property
    def kind(self) -> Kind:
        """The kind of the least authoritative leg; ``peg`` where there is none: 1 by definition."""
        return max((leg.kind for leg in self.legs), key=KINDS.index, default=KINDS[0])

    @property
    def pair(self) -> str:
        """The pair as it is printed, such as ``"KZT/USD"``."""
        return f"{self.base}/{self.quote}"

    @property
    def age(self) -> int | None:
        """The days from the last one on which all legs were in force to the day asked for; 0 is in force.

        None where a leg has no day, so that the age is unknown.
        """
        if any(leg.as_of is None for leg in self.legs):
            return None
        return max(self.ages, default=0)

    @property
    def is_carried(self) -> bool:
        """Whether a leg was no longer in force on the day asked for."""
        return bool(self.ages)

    def inverse(self) -> Rate:
        """Return the same rate seen from the quote: exact, with the bounds' inverses swapped."""
        powers = tuple(-power for power in self.powers[::-1])
        return rate_of(
            self.quote, self.base, self.legs[::-1], powers, self.on, self.ages[::-1], self.widening[::-1]
        )

    def cross(self, other: Rate) -> Self:
        """Return the rate that goes on from this one's quote by *other*; a leg taken there and back cancels.

        The later of the two days asked for is the cross's, and a leg of both is as old as in the older.

        Raises:
            OptionError: *other* does not start where this rate ends, or the walk comes back to its
                start by other quotations than it left by, which is not a rate.
        """
        if other.base != self.quote:
            message = f"{self.pair} ends in {self.quote}, but {other.pair} starts from {other.base}"
            raise OptionError(message, option="other", value=other)
        powers: dict[Quotation, int] = {}
        carried: dict[Quotation, tuple[int, Decimal]] = {}
        for rate in (self, other):
            ages, widening = rate.ages or (0,) * len(rate.legs), rate.widening or (_ZERO,) * len(rate.legs)
            for leg, power, age, share in zip(rate.legs, rate.powers, ages, widening, strict=True):
                powers[leg] = powers.get(leg, 0) + power
                carried[leg] = max((age, share), carried.get(leg, (0, _ZERO)))
        kept = {leg: power for leg, power in powers.items() if power}
        if self.base == other.quote and kept:
            message = f"{self.pair} and {other.pair} come back to {self.base} by other quotations: not a rate"
            raise OptionError(message, option="other", value=other)
        days = [day for day in (self.on, other.on) if day is not None]
        return type(self)(
            self.base,
            other.quote,
            tuple(kept),
            tuple(kept.values()),
            on=max(days, default=None),
            ages=tuple(carried[leg][0] for leg in kept),
            widening=tuple(carried[leg][1] for leg in kept),
        )

    def worth(self, amount: Decimal, digits: int | None = None, rounding: str = ROUND_HALF_EVEN) -> Decimal:
        """Return *amount* of the base in the quote, rounded once, as the exact product would be.

        Args:
            amount: a number that has passed ``decimals.decimal_of``.
            digits: decimals to keep; the quote's minor unit where it is None.
            rounding: one of ``decimal``'s modes.
        """
        factor, divisor, unit = self._terms or self._multiplied()
        product = _multiply(amount, factor)
        if digits is not None:
            exact = product if divisor is None else divide_sticky(product, divisor)
            return rounded(exact, digits, rounding)
        if divisor is not None:
            exact = _divide_shortly(product, divisor)
            product = exact if exact.adjusted() < _SHORT else divide_sticky(product, divisor)
        return product.quantize(unit, rounding, CONTEXT)

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
        for index, (leg, power) in enumerate(self._steps()):
            bounds = leg.bounds
            if self.widening:
                factor = 1 + fraction_of(self.widening[index])
                bounds = bounds[0] / factor, bounds[1] * factor
            price *= leg.unit_price**power
            # The inverse of a leg is greatest where the leg is least.
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

    def _pieces(self) -> Sequence[Piece]:
        from cafx.core.notebook import Heading, Rows

        heading = Heading(str(self))
        return (heading, Rows(*legs_table(self.legs), LEG_NUMBERS)) if self.legs else (heading,)

    def __str__(self) -> str:
        if not self.legs:
            return f"{self.pair} = 1"
        when = "no date" if self.as_of is None else self.as_of.isoformat()
        if self.is_carried:
            when += f", carried {self.age} day{'' if self.age == 1 else 's'}"
        if self.is_exact:
            return (
                f"{self.pair} = {plain(significant(self.price, _EXACT_DIGITS).normalize(CONTEXT))} ({when})"
            )
        if self.powers == (1,) and self.legs[0].nominal == 1 and not self.widening:
            low, high = self.legs[0].printed_bounds
            return f"{self.pair} = {plain(self.legs[0].price)} ({plain(low)} to {plain(high)}, {when})"
        digits = leading_place(self.price) - leading_place((self.high - self.low) / 2) + 2
        price = plain(significant(self.price, digits))
        least = plain(significant(self.low, digits, ROUND_FLOOR))
        most = plain(significant(self.high, digits, ROUND_CEILING))
        return f"{self.pair} = {price} ({least} to {most}, {when})"


# The slots of what is worked out later; setting them this way costs half as much as by name.
_set_exact: Final = Rate.__dict__["_exact"].__set__
_set_terms: Final = Rate.__dict__["_terms"].__set__


def rate_of(  # noqa: PLR0917 -- the fields of a rate, in order
    base: Currency,
    quote: Currency,
    legs: tuple[Quotation, ...],
    powers: tuple[int, ...],
    on: date | None,
    ages: tuple[int, ...] = (),
    widening: tuple[Decimal, ...] = (),
) -> Rate:
    """Return a rate of parts that are known to fit, such as a book's own, without the checks of ``Rate``."""
    rate = make(Rate, base, quote, legs, powers, on, ages, widening)
    _set_exact(rate, None)
    _set_terms(rate, None)
    return rate


def _checked_ages(
    legs: int, ages: tuple[int, ...], widening: tuple[Decimal, ...]
) -> tuple[tuple[int, ...], tuple[Decimal, ...]]:
    """Return ages and widening as they are kept: none where all of them are zero."""
    days, shares = tuple(ages), tuple(decimal_of(share, what="widening") for share in widening)
    if any(type(age) is not int or age < 0 for age in days) or any(share < 0 for share in shares):
        raise AmountError("ages are whole numbers of days and widenings shares, each zero or more")
    if len(days) not in (0, legs) or len(shares) not in (0, legs):
        raise AmountError(f"{legs} legs take as many ages and widenings, or none where all are in force")
    return days if any(days) else (), shares if any(shares) else ()
