"""What the formats of amounts take: ``Money``, or whatever has an amount and a currency as it has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from cafx.core.currency import Currency
from cafx.core.text import kind_of

if TYPE_CHECKING:
    from decimal import Decimal

__all__ = ["Monetary", "terms_of"]


class Monetary(Protocol):
    """An amount of one currency: ``Money`` is one.

    >>> from collections import namedtuple
    >>> from decimal import Decimal
    >>> from cafx import Currency, format_money
    >>> Price = namedtuple("Price", "amount currency")
    >>> format_money(Price(Decimal(5), Currency("USD")), "en")
    '$5.00'
    """

    @property
    def amount(self) -> Decimal:
        """How much, in units of the currency."""

    @property
    def currency(self) -> Currency:
        """Of which currency."""


def terms_of(money: Monetary, door: str) -> tuple[Decimal, Currency]:
    """Return the amount and the currency of *money*.

    Args:
        money: what to write.
        door: the public function that was given it, for the message of an error.

    Raises:
        TypeError: it has no amount and currency such as ``Money`` has.
    """
    try:
        amount, currency = money.amount, money.currency
    except AttributeError:
        raise _refusal(money, door) from None
    if type(currency) is not Currency:
        raise _refusal(money, door)
    return amount, currency


def _refusal(value: object, door: str) -> TypeError:
    remedy = "formatter() writes plain numbers" if door == "format_money" else "pass Money(amount, currency)"
    return TypeError(f"{door} writes Money, not {kind_of(value)}: {remedy}")
