"""``Money``: an exact amount of one currency."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Decimal
from fractions import Fraction
from operator import index
from typing import TYPE_CHECKING, Final, Literal, NoReturn, Self, cast, final, overload

from cafx.core.currency import Currency, currency_in_use, look_up
from cafx.core.decimals import (
    CONTEXT,
    MAX_DIGITS,
    MAX_PLACE,
    decimal_of,
    decimal_places,
    fraction_in,
    fraction_of,
    number_in,
    own_context,
    plain,
    plain_grouped,
    rounded_fraction,
    rounded_in_steps,
    whole_number,
)
from cafx.core.text import printable
from cafx.core.value import Value
from cafx.errors import AmountError, CurrencyMismatch, OptionError, UnknownLocale
from cafx.values.allocation import share_out

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

__all__ = ["Money", "money_of"]

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
        number = decimal_of(amount)
        # A zero has no direction: Money("-0.00", "USD") is 0.00 USD.
        self._fill(number or number.copy_abs(), look_up(currency) or currency_in_use(currency))

    @classmethod
    def from_minor(cls, units: int, currency: str) -> Self:
        """Return money from a whole number of minor units, as payment interfaces count.

        Raises:
            TypeError: *units* is not a whole number.
            UnknownCurrency: no currency in use has that code.

        >>> Money.from_minor(1050, "USD"), Money.from_minor(1050, "JPY")
        (Money('10.50', 'USD'), Money('1050', 'JPY'))
        """
        whole = whole_number(units, what="units")
        code = look_up(currency) or currency_in_use(currency)
        return cls(CONTEXT.scaleb(decimal_of(whole), -code.minor_digits), code)

    @property
    def minor(self) -> int:
        """The amount in minor units: 1050 for 10.50 USD.

        Raises:
            AmountError: the amount is finer than the minor unit.

        >>> Money("10.5", "USD").minor
        1050
        """
        units = CONTEXT.scaleb(self.amount, self.currency.minor_digits)
        if units != units.to_integral_value():
            message = f"{self} is finer than the minor unit of {self.currency}: call rounded() first"
            raise AmountError(message, text=plain(self.amount))
        return int(units)

    @classmethod
    def sum(cls, amounts: Iterable[Money], currency: str | None = None) -> Money:
        """Return the sum of *amounts* of one currency; with *currency*, none at all are zero of it.

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

    def __add__(self, other: Money | Literal[0]) -> Self:
        if isinstance(other, Money):
            return self._of(CONTEXT.add(self.amount, self._same(other, "add").amount))
        return self if _is_zero(other) else NotImplemented  # 0 is the start of the builtin sum()

    __radd__ = __add__

    def __sub__(self, other: Money | Literal[0]) -> Self:
        if isinstance(other, Money):
            return self._of(CONTEXT.subtract(self.amount, self._same(other, "subtract").amount))
        return self if _is_zero(other) else NotImplemented

    def __rsub__(self, other: Literal[0]) -> Self:
        return -self if _is_zero(other) else NotImplemented

    def __mul__(self, factor: Decimal | int | Fraction) -> Self:
        """Multiply by a number; by a ``Fraction`` where the product ends after some decimals.

        Raises:
            AmountError: a product that does not end, such as a third of 100 KZT.
        """
        if isinstance(factor, Fraction):
            return self._exactly(fraction_of(self.amount) * factor)
        number = number_in(factor, "factor")
        if number is None:
            return NotImplemented
        return self._of(CONTEXT.multiply(self.amount, number))

    __rmul__ = __mul__

    @overload
    def __truediv__(self, divisor: Money) -> Fraction: ...

    @overload
    def __truediv__(self, divisor: Decimal | int | Fraction) -> Self: ...

    def __truediv__(self, divisor: Money | Decimal | int | Fraction) -> Self | Fraction:
        """Divide by a number, to 34 significant digits or those of the amount; by money, exactly.

        The quotient by a number is rounded half-even; ``split`` loses nothing. Money divided by
        money of its currency is the ratio of the two, as a ``Fraction``; by a ``Fraction`` it is
        exact, or refused.
        """
        number = self._divisor(divisor)
        if number is None:
            return NotImplemented
        if isinstance(divisor, Money):
            return fraction_of(self.amount) / number
        if isinstance(divisor, Fraction):
            return self._exactly(fraction_of(self.amount) / number)
        digits = len(self.amount.as_tuple().digits)
        divide = _QUOTIENT if digits <= _QUOTIENT_DIGITS else _LONG_QUOTIENT
        return self._of(divide(self.amount, decimal_of(divisor)))

    @overload
    def __divmod__(self, divisor: Money) -> tuple[int, Self]: ...

    @overload
    def __divmod__(self, divisor: Decimal | int | Fraction) -> tuple[Self, Self]: ...

    def __divmod__(self, divisor: Money | Decimal | int | Fraction) -> tuple[int | Self, Self]:
        """Return the whole quotient, cut down as Python's own ``divmod`` does, and what is left.

        By money, how many times it goes into this amount; by a number, whole units of the currency.

        >>> divmod(Money(10, "KZT"), Money(3, "KZT")), divmod(Money(10, "KZT"), 3)
        ((3, Money('1', 'KZT')), (Money('3', 'KZT'), Money('1', 'KZT')))
        """
        number = self._divisor(divisor)
        if number is None:
            return NotImplemented
        amount = fraction_of(self.amount)
        times = amount // number
        whole = times if isinstance(divisor, Money) else self._of(decimal_of(times))
        return whole, self._exactly(amount - times * number)

    @overload
    def __floordiv__(self, divisor: Money) -> int: ...

    @overload
    def __floordiv__(self, divisor: Decimal | int | Fraction) -> Self: ...

    def __floordiv__(self, divisor: Money | Decimal | int | Fraction) -> int | Self:
        parts = self.__divmod__(divisor)
        return NotImplemented if parts is NotImplemented else parts[0]

    def __mod__(self, divisor: Money | Decimal | int | Fraction) -> Self:
        parts = self.__divmod__(divisor)
        return NotImplemented if parts is NotImplemented else parts[1]

    def __round__(self, digits: int | None = None) -> Self:
        """Return ``rounded(digits)``: to the minor unit where *digits* is left out."""
        return self.rounded(digits)

    def __neg__(self) -> Self:
        return self._of(self.amount.copy_negate())

    def __pos__(self) -> Self:
        return self

    def __abs__(self) -> Self:
        return self._of(self.amount.copy_abs())

    def __bool__(self) -> bool:
        return bool(self.amount)

    def __lt__(self, other: Money) -> bool:
        return (
            self.amount < self._same(other, "compare").amount if isinstance(other, Money) else NotImplemented
        )

    def __le__(self, other: Money) -> bool:
        return (
            self.amount <= self._same(other, "compare").amount if isinstance(other, Money) else NotImplemented
        )

    def __gt__(self, other: Money) -> bool:
        return (
            self.amount > self._same(other, "compare").amount if isinstance(other, Money) else NotImplemented
        )

    def __ge__(self, other: Money) -> bool:
        return (
            self.amount >= self._same(other, "compare").amount if isinstance(other, Money) else NotImplemented
        )

    def rounded(
        self, digits: int | None = None, rounding: str = ROUND_HALF_EVEN, *, cash: bool = False
    ) -> Self:
        """Return it rounded to the minor unit, or to *digits* decimals (negative: tens, hundreds ...).

        Args:
            digits: decimals to keep; the minor unit's where it is left out.
            rounding: one of ``decimal``'s modes, or ``ROUND_UNNECESSARY``, which refuses to lose a digit.
            cash: round to what cash can pay instead (CLDR): whole soʻm, five rappen.

        Raises:
            AmountError: with ``ROUND_UNNECESSARY``, an amount that has more digits.
            OptionError: an unknown mode, or *digits* beside *cash*.

        >>> Money("2.345", "USD").rounded(), Money("25220000000", "USD").rounded(-8)
        (Money('2.34', 'USD'), Money('25200000000', 'USD'))
        >>> Money("2.03", "CHF").rounded(cash=True)
        Money('2.05', 'CHF')
        """
        step = 1
        if cash:
            if digits is not None:
                message = "digits= and cash= exclude each other: cash has its own decimals"
                raise OptionError(message, option="digits", value=digits)
            digits, step = self.currency.cash_digits, self.currency.cash_step
        places = self.currency.minor_digits if digits is None else whole_number(digits, what="digits")
        is_strict = rounding == "ROUND_UNNECESSARY"
        result = rounded_in_steps(self.amount, places, step, ROUND_HALF_EVEN if is_strict else rounding)
        if is_strict and result != self.amount:
            message = f"{self} has more digits than it is to be rounded to: pass another rounding="
            raise AmountError(message, text=plain(self.amount))
        return self._of(result)

    def trim(self) -> Self:
        """Return the same money without the zeros at the end of its decimals.

        >>> Money("5.10", "KZT").trim(), Money("100.00", "KZT").trim()
        (Money('5.1', 'KZT'), Money('100', 'KZT'))
        """
        whole, point, decimals = plain(self.amount).partition(".")
        decimals = decimals.rstrip("0")
        return self._of(Decimal(f"{whole}{point and decimals and point}{decimals}"))

    def as_integer_ratio(self) -> NoReturn:
        """Refuse what ``statistics.mean`` asks for: a ratio would lose the currency."""
        message = "money has no ratio without its currency: a mean is Money.sum(amounts) / len(amounts)"
        raise TypeError(message)

    def split(self, parts: int) -> tuple[Self, ...]:
        """Return *parts* amounts that differ by at most one minor unit and add up exactly.

        Raises:
            AmountError: fewer than one part, or more than a million.
        """
        count = index(parts) if hasattr(parts, "__index__") and parts is not True else 0
        if not 1 <= count <= _MAX_PARTS:
            message = f"money splits into 1 to {_MAX_PARTS} parts, not {printable(str(parts))}"
            raise AmountError(message)
        return self.allocate((1,) * count)

    def allocate(self, ratios: Sequence[Decimal | int | Fraction]) -> tuple[Self, ...]:
        """Return the amount shared out by *ratios*, in minor units (finer where it is finer), losing nothing.

        Each share is cut towards zero, and what is left goes, unit by unit, to those that lost
        most, the first of equals first (the method of the largest remainder).

        Raises:
            AmountError: no ratios, a negative one, or all of them zero.

        >>> Money("1.00", "USD").allocate([2, 3, 1])
        (Money('0.33', 'USD'), Money('0.50', 'USD'), Money('0.17', 'USD'))
        """
        digits = max(self.currency.minor_digits, -int(self.amount.as_tuple().exponent))
        units = int(CONTEXT.scaleb(self.amount, digits))
        return tuple(self._of(CONTEXT.scaleb(Decimal(share), -digits)) for share in share_out(units, ratios))

    def __str__(self) -> str:
        return f"{plain_grouped(self.amount)} {self.currency}"

    def __format__(self, spec: str) -> str:
        """Format for a locale: ``f"{money:kk_KZ}"``; without one, as ``str`` does.

        Raises:
            UnknownLocale: the spec is not a locale.
        """
        if not spec:
            return str(self)
        from cafx.locale.compiled import default_format

        try:
            show = default_format(spec, self.currency)
        except UnknownLocale as error:
            text = f"a format spec of Money is a locale, such as f'{{money:kk_KZ}}': {error}"
            remedy = "format_money takes digits and more, f'{str(money):>20}' aligns"
            raise UnknownLocale(f"{text}; {remedy}", locale=error.locale) from None
        return show(self.amount)

    def deconstruct(self) -> tuple[str, tuple[str, str], dict[str, object]]:
        """Return path, arguments and keywords, as Django's migrations write a default."""
        return "cafx.Money", (plain(self.amount), str(self.currency)), {}

    def __composite_values__(self) -> tuple[Decimal, str]:
        """Return the columns of a composite, as SQLAlchemy asks for them."""
        return self.amount, str(self.currency)

    def _of(self, amount: Decimal) -> Self:
        return type(self)(amount, self.currency)

    def _exactly(self, units: Fraction) -> Self:
        """Return so many units as money, with no fewer decimals than this amount has."""
        places = decimal_places(units)
        if places is None:
            message = (
                f"{units} {self.currency} does not end after any decimals: "
                "divide by a whole number, or share out with allocate()"
            )
            raise AmountError(message, text=str(units)[:40])
        return self._of(rounded_fraction(units, max(places, -int(self.amount.as_tuple().exponent), 0)))

    def _divisor(self, divisor: object) -> Fraction | None:
        """Return what is divided by as a fraction; None for what money is not divided by."""
        if isinstance(divisor, Money):
            divisor = self._same(divisor, "divide").amount
        number = fraction_in(divisor, "divisor")
        if number is not None and not number:
            message = f"{self} cannot be divided by zero"
            raise AmountError(message, text="0")
        return number

    def _same(self, other: Money, verb: str) -> Money:
        if other.currency != self.currency:
            message = f"cannot {verb} {self.currency} and {other.currency}: convert one of them first"
            raise CurrencyMismatch(message, left=self.currency, right=other.currency)
        return other


def _is_zero(other: object) -> bool:
    return type(other) is int and other == 0


# `make` without its detour: every product and sum of amounts comes by here.
_make = cast("Callable[[Decimal, Currency], Money]", Money._make)


def money_of(amount: Decimal, currency: Currency) -> Money:
    """Return money of the result of exact arithmetic, which is a finite ``Decimal`` already.

    Half the cost of ``Money(...)``, which checks numbers from outside; here only the bounds are checked.
    """
    if not -MAX_PLACE <= amount.adjusted() < MAX_PLACE:
        decimal_of(amount)
    return _make(amount or amount.copy_abs(), currency)
