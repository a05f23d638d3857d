"""``Price``: what a display shows of a price, as a model with one named schema."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from pydantic import BaseModel, Field

if TYPE_CHECKING:
    from cafx.display import Display
    from cafx.formatting.monetary import Monetary

__all__ = ["Price"]


class Price(BaseModel):
    """A price and what it is worth to the reader: numbers as text, texts as printed.

    >>> from cafx import Money
    >>> from cafx.testing import FixedRates
    >>> page = FixedRates({"USD/KZT": "520.20"}, on="2026-11-28").display("en")
    >>> Price.of(Money(450_000, "KZT"), page).text
    '₸450,000.00'
    """

    class Worth(BaseModel):
        """What a price is worth, with the bounds that the rate allows."""

        amount: str
        currency: str
        text: str
        low: str
        high: str
        as_of: str | None = Field(description="The day of the rate; null for a rate that is in force.")
        age: int = Field(description="The days since the rate was last in force.")
        kind: str
        sources: list[str]

    amount: str
    currency: str
    text: str
    worth: Worth | None = Field(description="Null where no rate answers.")

    @classmethod
    def of(cls, money: Monetary, page: Display) -> Self:
        """Return *money* as *page* prints it.

        >>> from cafx import Money
        >>> from cafx.testing import FixedRates
        >>> page = FixedRates({"USD/KZT": "520.20"}, on="2026-11-28").display("en")
        >>> Price.of(Money(450_000, "KZT"), page).worth.low
        '865.043'
        """
        return cls.model_validate(page.to_dict(money))
