"""``Lines``: the lines of a cart in another currency, which add up to the total below them."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, final

from cafx.core.decimals import CONTEXT
from cafx.core.value import Value
from cafx.values.money import Money

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cafx.core.currency import Currency

__all__ = ["Lines", "apportion"]


@final
class Lines(Value):
    """What the lines of a cart are worth, and their total.

    Attributes:
        texts: the worth of each line, as printed; empty where there is no rate for it.
        total: the worth of all together; empty where one of them has no rate.
        amounts: what the texts say, rounded: these sum to ``sum``; None where there is no rate.
        sum: what ``total`` says.

    >>> from cafx import Money
    >>> from cafx.testing import FixedRates
    >>> shop = FixedRates({"USD/KZT": "520.20"}, on="2026-11-28").display("en", precision="minor")
    >>> lines = shop.lines([Money(990, "KZT")] * 3)
    >>> [str(amount) for amount in lines.amounts], str(lines.sum)
    (['1.91 USD', '1.90 USD', '1.90 USD'], '5.71 USD')
    """

    texts: tuple[str, ...]
    total: str
    amounts: tuple[Money | None, ...]
    sum: Money | None

    def __str__(self) -> str:
        return f"{' + '.join(text or '?' for text in self.texts)} = {self.total or '?'}"


def apportion(shares: Sequence[Fraction], place: int, currency: Currency) -> tuple[tuple[Money, ...], Money]:
    """Round *shares* to the power of ten *place* so that they sum to their rounded sum.

    Each is cut down to a whole number of units, and what is left of the total goes by one unit each to those
    that lost most, the earlier first (the rule of the largest remainder).

    >>> from cafx.core.currency import Currency
    >>> parts, whole = apportion([Fraction(1, 3)] * 3, -2, Currency("USD"))
    >>> [str(part) for part in parts], str(whole)
    (['0.34 USD', '0.33 USD', '0.33 USD'], '1.00 USD')
    """
    unit = Fraction(10) ** place
    counts = [share / unit for share in shares]
    floors = [count.__floor__() for count in counts]
    total = round(sum(counts, Fraction(0)))
    by_loss = sorted(range(len(counts)), key=lambda line: floors[line] - counts[line])
    for line in by_loss[: total - sum(floors)]:
        floors[line] += 1

    def money(units: int) -> Money:
        if place >= 0:
            return Money(units * 10**place, currency)
        return Money(CONTEXT.scaleb(Decimal(units), place), currency)

    return tuple(map(money, floors)), money(total)
