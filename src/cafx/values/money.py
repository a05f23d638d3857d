"""``Money``: an exact amount of one currency."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Final, Self, final, overload

from cafx.core.currency import Currency, currency_in_use, look_up
from cafx.core.decimals import (
    CONTEXT,
    MAX_DIGITS,
    MAX_PLACE,
    decimal_of,
    fraction_of,
    own_context,
    plain,
    rounded,
)
from cafx.core.value import Value, make
from cafx.errors import AmountError, CurrencyMismatch

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["Money", "money_of", "plain_grouped", "unsigned_zero"]

# A quotient that does not end is cut to this many digits: far beyond any amount, and stated.
_QUOTIENT_DIGITS: Final = 34
_QUOTIENT, _LONG_QUOTIENT = (own_context(digits).divide for digits in (_QUOTIENT_DIGITS, MAX_DIGITS))
_MAX_PARTS: Final = 1_000_000


@final
class Money(Value):
    """An exact amount of one currency, never a float and never silently rounded.

    Args:
        amount: text in ASCII decimal notation, a ``Decimal`` or an ``int``; its digits are kept.
        currency: an ISO code, or a ``Currency``.

    Raises:
        AmountError: *amount* is not a finite decimal of at most 100 digits.
        TypeError: *amount* is a float or a bool.
        UnknownCurrency: no currency in use has that code.

    >>> salary = Money("450000", "KZT")
    >>> salary * 12 + Money("0.50", "KZT")
    Money('5400000.50', 'KZT')
    >>> print(salary)
    450,000 KZT
    >>> Money("100", "KZT").split(3)
    (Money('33.34', 'KZT'), Money('33.33', 'KZT'), Money('33.33', 'KZT'))
    """

    amount: Decimal
    currency: Currency

    def __init__(self, amount: Decimal | int | str, currency: str) -> None:
        self._fill(decimal_of(amount), look_up(currency) or currency_in_use(currency))

    @classmethod
    def sum(cls, amounts: Iterable[Money], currency: str | None = None) -> Money:
        """Add *amounts* of one currency; with *currency*, none at all are zero of it.

        Raises:
            AmountError: there is nothing to add and no *currency* to say zero of what.
            CurrencyMismatch: the amounts are of more than one currency.

        >>> Money.sum([Money(1, "KZT"), Money("2.50", "KZT")])
        Money('3.50', 'KZT')
        """
        total = None if currency is None else cls(0, currency)
        for amount in amounts:
            total = amount if total is None else total + amount
        if total is None:
            message = "nothing to add: pass currency= to say zero of what"
            raise AmountError(message)
        return total

    def __add__(self, other: Money | int) -> Self:
        if isinstance(other, Money):
            return self._of(CONTEXT.add(self.amount, self._same(other, "add").amount))
        if type(other) is int and other == 0:  # the start of the builtin sum()
            return self
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other: Money) -> Self:
        if not isinstance(other, Money):
            return NotImplemented
        return self._of(CONTEXT.subtract(self.amount, self._same(other, "subtract").amount))

    def __mul__(self, factor: Decimal | int) -> Self:
        if not isinstance(factor, Decimal | int | float):  # a float gets an error that says why
            return NotImplemented
        return self._of(CONTEXT.multiply(self.amount, decimal_of(factor, what="factor")))

    __rmul__ = __mul__

    @overload
    def __truediv__(self, divisor: Money) -> Fraction: ...

    @overload
    def __truediv__(self, divisor: Decimal | int) -> Self: ...

    def __truediv__(self, divisor: Money | Decimal | int) -> Self | Fraction:
        """Divide by a number, to 34 significant digits or those of the amount; by money, exactly.

        The quotient by a number is rounded half-even; ``split`` loses nothing. Money divided by
        money of its currency is the ratio of the two, as a ``Fraction``.
        """
        if isinstance(divisor, Money):
            number = self._same(divisor, "divide").amount
        elif isinstance(divisor, Decimal | int | float):
            number = decimal_of(divisor, what="divisor")
        else:
            return NotImplemented
        if not number:
            message = f"{self} cannot be divided by zero"
            raise AmountError(message, text="0")
        if isinstance(divisor, Money):
            return fraction_of(self.amount) / fraction_of(number)
        digits = len(self.amount.as_tuple().digits)
        divide = _QUOTIENT if digits <= _QUOTIENT_DIGITS else _LONG_QUOTIENT
        return self._of(divide(self.amount, number))

    def __neg__(self) -> Self:
        return self._of(unsigned_zero(self.amount.copy_negate()))

    def __pos__(self) -> Self:
        return self

    def __abs__(self) -> Self:
        return self._of(self.amount.copy_abs())

    def __bool__(self) -> bool:
        return bool(self.amount)

    def __lt__(self, other: Money) -> bool:
        if not isinstance(other, Money):
            return NotImplemented
        return self.amount < self._same(other, "compare").amount

    def __le__(self, other: Money) -> bool:
        if not isinstance(other, Money):
            return NotImplemented
        return self.amount <= self._same(other, "compare").amount

    def __gt__(self, other: Money) -> bool:
        if not isinstance(other, Money):
            return NotImplemented
        return self.amount > self._same(other, "compare").amount

    def __ge__(self, other: Money) -> bool:
        if not isinstance(other, Money):
            return NotImplemented
        return self.amount >= self._same(other, "compare").amount

    def rounded(self, digits: int | None = None, rounding: str = ROUND_HALF_EVEN) -> Self:
        """Round to the minor unit, or to *digits* decimals (negative: to tens, hundreds ...).

        >>> Money("2.345", "USD").rounded(), Money("25220000000", "USD").rounded(-8)
        (Money('2.34', 'USD'), Money('25200000000', 'USD'))
        """
        places = self.currency.minor_digits if digits is None else digits
        return self._of(unsigned_zero(rounded(self.amount, places, rounding)))

    def split(self, parts: int) -> tuple[Self, ...]:
        """Split into *parts* amounts that differ by at most one minor unit and add up exactly.

        Raises:
            AmountError: fewer than one part, or more than a million.
        """
        if type(parts) is not int or not 1 <= parts <= _MAX_PARTS:
            message = f"money splits into 1 to {_MAX_PARTS} parts"
            raise AmountError(message)
        return self.allocate((1,) * parts)

    def allocate(self, ratios: Sequence[Decimal | int]) -> tuple[Self, ...]:
        """Share out by *ratios*, in minor units (finer where the amount is finer), losing nothing.

        Each share is cut towards zero, and what is left goes, unit by unit, to those that lost
        most, the first of equals first (the method of the largest remainder).

        Raises:
            AmountError: no ratios, a negative one, or all of them zero.

        >>> Money("1.00", "USD").allocate([2, 3, 1])
        (Money('0.33', 'USD'), Money('0.50', 'USD'), Money('0.17', 'USD'))
        """
        numbers = [decimal_of(ratio, what="ratio") for ratio in ratios]
        scale = max((-int(number.as_tuple().exponent) for number in numbers), default=0)
        weights = [int(CONTEXT.scaleb(number, scale)) for number in numbers]
        total = sum(weights)
        if total <= 0 or min(weights) < 0:
            message = "ratios are zero or more, at least one of them more"
            raise AmountError(message)
        digits = max(self.currency.minor_digits, -int(self.amount.as_tuple().exponent))
        units = int(CONTEXT.scaleb(self.amount, digits))
        # In whole numbers: a share is units * weight // total, and the rest of that division is
        # what it lost.
        cut = [divmod(abs(units) * weight, total) for weight in weights]
        shares = [share for share, _ in cut]
        by_loss = sorted(range(len(cut)), key=lambda index: -cut[index][1])
        for index in by_loss[: abs(units) - sum(shares)]:
            shares[index] += 1
        sign = -1 if units < 0 else 1
        return tuple(self._of(CONTEXT.scaleb(Decimal(sign * share), -digits)) for share in shares)

    def __str__(self) -> str:
        return f"{plain_grouped(self.amount)} {self.currency}"

    def __format__(self, spec: str) -> str:
        """Format for a locale: ``f"{money:kk_KZ}"``; without one, as ``str`` does."""
        if not spec:
            return str(self)
        from cafx.locale.compiled import default_format

        return default_format(spec, self.currency)(self.amount)

    def _of(self, amount: Decimal) -> Self:
        return type(self)(amount, self.currency)

    def _same(self, other: Money, verb: str) -> Money:
        if other.currency != self.currency:
            message = f"cannot {verb} {self.currency} and {other.currency}: convert one of them first"
            raise CurrencyMismatch(message, left=self.currency, right=other.currency)
        return other


def unsigned_zero(amount: Decimal) -> Decimal:
    """Return *amount*, and zero without its minus: an amount of nothing has no direction."""
    return amount or amount.copy_abs()


def money_of(amount: Decimal, currency: Currency) -> Money:
    """Make money of the result of exact arithmetic, which is a finite ``Decimal`` already.

    Half the cost of ``Money(...)``, whose gate is for numbers that come from outside; only the
    bounds are still checked.
    """
    if not -MAX_PLACE <= amount.adjusted() < MAX_PLACE:
        decimal_of(amount)
    return make(Money, amount, currency)


def plain_grouped(value: Decimal) -> str:
    """Write *value* in fixed notation with commas between thousands: short, and of no country."""
    whole, point, decimals = plain(value).partition(".")
    sign = "-" if whole.startswith("-") else ""
    return f"{sign}{int(whole.removeprefix('-')):,}{point}{decimals}"
