"""``Claim``: a price and what it may be a rate of, with what stands between the two."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cafx.text.rate_words import MONEY_WORDS
from cafx.text.stated.bare import ALIKE, FAR_APART

if TYPE_CHECKING:
    from cafx.text.amount import Amount
    from cafx.text.stated.line import Line
    from cafx.text.stated.parts import Base, Price
    from cafx.text.stretch import Stretch

__all__ = ["NEAR", "REACH", "Claim"]

#: How many words may part a price from its base, and how many say that they stand together.
REACH: Final = 12
NEAR: Final = 4
_BEHIND: Final = 3


class Claim:
    """A price, and the pair that it may be a rate of."""

    __slots__ = (
        "amount",
        "base",
        "between",
        "first",
        "is_local",
        "line",
        "price",
        "quote",
        "ratio",
        "stretch",
    )

    def __init__(self, line: Line, price: Price, base: Base, quote: str) -> None:
        self.line: Line = line
        self.stretch: Stretch = line.stretch
        self.price: Price = price
        self.amount: Amount = price.amount
        self.first: int = price.amount.first
        #: The base, with the number of units that the price is for.
        self.base: Base = base
        self.quote: str = quote
        #: Whether the base stands before the price in the sentence; the words between, else all before it.
        self.is_local: bool = line.sentence <= base.place < self.first and any(
            base.place == one.place for one in line.bases
        )
        start = base.place + 1 if self.is_local else line.sentence
        if self.is_local and self.stretch.words[start].startswith(MONEY_WORDS):
            start += 1  # Еуропа ВАЛЮТАСЫ
        self.between: list[str] = self.stretch.keys(start, self.first)
        #: How many times the last price of the pair it is; None for the first one.
        last = line.memory.last.get((base.code, quote))
        self.ratio: float | None = None if last is None else price.low / base.nominal / last

    @property
    def is_alike(self) -> bool:
        """Whether a price of the pair that is near was told before."""
        return self.ratio is not None and 1 / ALIKE <= self.ratio <= ALIKE

    @property
    def is_far(self) -> bool:
        """Whether the last price of the pair was quite another."""
        return self.ratio is not None and not 1 / FAR_APART <= self.ratio <= FAR_APART

    @property
    def has_point(self) -> bool:
        """Whether the price is printed with decimals."""
        digits = self.amount.number.digits
        return "." in digits or "," in digits

    @property
    def behind(self) -> list[str]:
        """The next words behind the price."""
        return self.stretch.keys(self.amount.after, self.amount.after + _BEHIND)
