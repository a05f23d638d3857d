"""What amounts of a currency are worth at one rate: ``format_conversion``'s writer, kept."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from cafx.core.decimals import exponent_of
from cafx.formatting.results import about, is_to_minor, result_text
from cafx.formatting.writers import compile_writer
from cafx.locale.compiled import kept_format
from cafx.values.conversion import Conversion
from cafx.values.money import Money

if TYPE_CHECKING:
    from collections.abc import Callable
    from decimal import Decimal

    from cafx.core.currency import Currency
    from cafx.formatting.results import Manner
    from cafx.locale.compiled import Format
    from cafx.values.rate import Rate

__all__ = ["Worth", "place_of", "worth_writer"]


class Worth:
    """What amounts of a rate's base are worth, by that rate.

    Args:
        rate: from the currency of the amounts to that of the reader.
        manner: for whom and how it is written.
    """

    __slots__ = ("_manner", "rate")

    def __init__(self, rate: Rate, manner: Manner) -> None:
        self.rate = rate
        self._manner = manner

    def exact(self, amount: Decimal) -> Fraction:
        """Return what *amount* is worth, not rounded."""
        return Fraction(*amount.as_integer_ratio()) * self.rate.price

    def width(self, amount: Decimal) -> Fraction:
        """Return how far the least and the most that *amount* may be worth are apart."""
        return abs(Fraction(*amount.as_integer_ratio())) * (self.rate.high - self.rate.low)

    def at(self, place: int) -> Format:
        """Return what prints amounts of the quote to the power of ten *place*, without words for powers."""
        choices = self._manner.choices({"digits": max(0, -place)})
        return kept_format(self._manner.locale, self.rate.quote, choices, "Display")

    def about(self, shown: Decimal, exact: Fraction) -> str:
        """Return the sign for "about", where *shown* is not certainly all of it."""
        is_all = self.rate.is_exact and Fraction(*shown.as_integer_ratio()) == exact
        return "" if is_all else about(self._manner)


def worth_writer(rate: Rate, manner: Manner) -> Callable[[Decimal], str]:
    """Return what writes the worth of amounts of a rate's base: the text of ``format_conversion``."""
    write = compile_writer(rate, manner, date=False)

    def show(amount: Decimal) -> str:
        text = write(amount)
        if text is not None:
            return text
        conversion = Conversion(Money(amount, rate.base), rate)
        return result_text(conversion, manner, bounds=False, date=False)

    return show


def place_of(width: Fraction, currency: Currency, manner: Manner) -> int:
    """Return the power of ten of the last digit that is shown of a worth whose bounds are *width* apart."""
    minor = -currency.minor_digits
    place = max(minor, exponent_of(width)) if width else minor
    return minor if is_to_minor(place, manner.precision) else place
