"""What amounts of a currency are worth, compiled for one rate and one way to print it.

``format_conversion`` works out exact fractions for each amount. For one rate nearly all of that is the same
for every amount: which digit is the last that the bounds support changes at certain amounts only, which are
looked up here, and the product is one multiplication and at most one division in contexts of our own. What is
rare (a worth that rounds to zero, digits without end) is left to ``format_conversion``; the tests hold both
against each other.
"""

from __future__ import annotations

from decimal import (
    ROUND_05UP,
    ROUND_CEILING,
    ROUND_HALF_EVEN,
    Context,
    Decimal,
    DivisionByZero,
    Inexact,
    InvalidOperation,
    Overflow,
)
from fractions import Fraction
from typing import TYPE_CHECKING, Final, NamedTuple

from cafx.core.decimals import CONTEXT, exponent_of, rounded_fraction
from cafx.formatting import format_conversion
from cafx.values.conversion import Conversion
from cafx.values.money import Money

if TYPE_CHECKING:
    from collections.abc import Callable

    from cafx.display.choices import Precision, Wording
    from cafx.locale.compiled import Format
    from cafx.values.rate import Rate

__all__ = ["ABOUT", "Worth", "place_shown"]

#: The sign for "about", as ``format_conversion`` writes it.
ABOUT: Final = "≈\u00a0"
_COMPACT_FROM: Final = 6
_COMPACT_DIGITS: Final = 5
# Amounts have at most 120 digits: a bound with more than that tells all of them apart.
_THRESHOLD_DIGITS: Final = 150


def _context(digits: int, rounding: str, *, is_exact: bool = False) -> Context:
    traps = [InvalidOperation, DivisionByZero, Overflow, *([Inexact] if is_exact else [])]
    return Context(
        prec=digits, rounding=rounding, Emin=-99_999, Emax=99_999, capitals=1, clamp=0, flags=[], traps=traps
    )


# A product of more digits than this is rare, and left to the slow way.
_multiply: Final = _context(60, ROUND_HALF_EVEN, is_exact=True).multiply
# Rounded so that rounding it again gives what rounding the exact quotient would (ROUND_05UP is made for it).
_divide: Final = _context(80, ROUND_05UP).divide
_quantize: Final = _context(80, ROUND_HALF_EVEN).quantize


class _Shown(NamedTuple):
    """How a worth is shown whose last digit stands at one place."""

    unit: Decimal
    show: Format
    is_whole: bool


class _Step(NamedTuple):
    """How worths are shown of amounts with one power of ten: below *threshold*, and from it on."""

    threshold: Decimal
    below: _Shown
    above: _Shown


def place_shown(place: int, minor_digits: int, precision: Precision) -> int:
    """Return the power of ten of the last digit that is shown, where the bounds support *place*.

    >>> [place_shown(place, 2, "minor") for place in (-2, -1, 0, 3)]
    [-2, -2, 0, 3]
    """
    return -minor_digits if precision == "minor" and place < 0 else place


class Worth:
    """Writes what amounts of a rate's base are worth, by that rate.

    Args:
        rate: from the currency of the amounts to that of the reader.
        wording: for whom and how the currency is written.
        precision: which digits are shown.
    """

    __slots__ = (
        "_divisor",
        "_factor",
        "_is_exact",
        "_precision",
        "_steps",
        "_wording",
        "rate",
        "show",
    )

    #: Writes what an amount is worth.
    show: Callable[[Decimal], str]

    def __init__(self, rate: Rate, wording: Wording, precision: Precision) -> None:
        self.rate = rate
        self._wording = wording
        self._precision = precision
        self._is_exact = rate.is_exact
        self._factor, self._divisor = _terms(rate.price)
        self._steps: dict[int, _Step] = {}
        self.show = self._compiled()

    def exact(self, amount: Decimal) -> Fraction:
        """Return what *amount* is worth, not rounded."""
        return Fraction(*amount.as_integer_ratio()) * self.rate.price

    def place(self, amount: Decimal) -> int:
        """Return the power of ten of the last digit that the worth of *amount* shows."""
        conversion = Conversion(Money(amount, self.rate.base), self.rate)
        return place_shown(conversion.place, self.rate.quote.minor_digits, self._precision)

    def at(self, place: int) -> Format:
        """Return what prints amounts of the quote to the power of ten *place*, without words for powers."""
        return self._wording.format(self.rate.quote, digits=max(0, -place))

    def about(self, shown: Decimal, exact: Fraction) -> str:
        """Return the sign for "about", where *shown* is not certainly all of it."""
        return "" if self._is_exact and Fraction(*shown.as_integer_ratio()) == exact else ABOUT

    def _compiled(self) -> Callable[[Decimal], str]:
        steps, factor, divisor, is_exact = self._steps, self._factor, self._divisor, self._is_exact

        def show(amount: Decimal) -> str:
            power = amount.adjusted()
            step = steps.get(power)
            if step is None:
                step = self._step(power)
            try:
                exact = _multiply(amount, factor)
                if divisor is not None:
                    exact = _divide(exact, divisor)
                unit, print_it, is_whole = step[2] if amount.copy_abs() >= step[0] else step[1]
                shown = _quantize(exact, unit)
            except (Inexact, InvalidOperation):
                return self._slow(amount)
            if not shown:
                return self._slow(amount)
            if is_whole and shown.adjusted() >= _COMPACT_FROM:
                print_it = self._large(shown, print_it)
            if is_exact and shown == exact:
                return print_it(shown)
            return ABOUT + print_it(shown)

        return show

    def _step(self, power: int) -> _Step:
        """Work out how amounts whose first digit stands at *power* are shown, and keep it."""
        minor = self.rate.quote.minor_digits
        width = self.rate.high - self.rate.low
        if width:
            least = exponent_of(width * Fraction(10) ** power)
            places = max(-minor, least), max(-minor, least + 1)
            bound = Fraction(10) ** (least + 1) / width
            threshold = rounded_fraction(bound, _THRESHOLD_DIGITS - exponent_of(bound), ROUND_CEILING)
        else:
            places, threshold = (-minor, -minor), Decimal("Infinity")
        below, above = (self._shown(place_shown(place, minor, self._precision)) for place in places)
        step = self._steps[power] = _Step(threshold, below, above)
        return step

    def _shown(self, place: int) -> _Shown:
        return _Shown(Decimal((0, (1,), place)), self.at(place), place >= 0)

    def _large(self, shown: Decimal, usual: Format) -> Format:
        """Return what prints a million and more: with a word where that takes few digits."""
        first = shown.adjusted()
        last = int(shown.normalize(CONTEXT).as_tuple().exponent)
        if first - last >= _COMPACT_DIGITS:
            return usual
        return self._wording.format(self.rate.quote, notation="compact", significant=first - last + 1)

    def _slow(self, amount: Decimal) -> str:
        """Print by the general way."""
        locale, style, symbols = self._wording
        conversion = Conversion(Money(amount, self.rate.base), self.rate)
        return format_conversion(conversion, locale, style=style, symbols=symbols)


def _terms(price: Fraction) -> tuple[Decimal, Decimal | None]:
    """Return a factor and a divisor that stand for *price*; no divisor where its decimals end."""
    rest, places = price.denominator, 0
    for prime in (2, 5):
        count = 0
        while rest % prime == 0:
            rest //= prime
            count += 1
        places = max(places, count)
    if rest == 1:
        return Decimal(price.numerator * 10**places // price.denominator).scaleb(-places, CONTEXT), None
    return Decimal(price.numerator), Decimal(price.denominator)
