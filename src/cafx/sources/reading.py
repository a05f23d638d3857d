"""What reading a source's answer gives: quotations, and what was refused and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

    from cafx.values.quotation import Quotation

__all__ = ["Rejection", "Request", "Row", "SourceReading"]


class Request(NamedTuple):
    """One document to ask for: its address, and what it is about.

    ``mirrors`` are further addresses of the same document; ``on`` is the day it was asked for, None
    for the latest; ``currency`` is the one it is about, where it does not say so itself; ``is_series``
    tells a document that lists many days, on which there may be nothing.
    """

    url: str
    on: date | None = None
    currency: str = ""
    mirrors: tuple[str, ...] = ()
    is_series: bool = False


class Row(NamedTuple):
    """One row of a document, as text, before anything is believed of it."""

    base: str
    quote: str
    price: str | int | Decimal
    day: str
    nominal: str | int = "1"
    valid_days: str | int = 0


class Rejection(NamedTuple):
    """A row that was not taken: its number in the document (from 1), what it says, and why.

    The number is 0 for what is no row of its own, such as a table of another day than asked for.
    """

    place: int
    text: str
    reason: str

    def __str__(self) -> str:
        place = f"row {self.place}: " if self.place else ""
        return f"{place}{self.text}: {self.reason}"


class SourceReading(NamedTuple):
    """What an answer says.

    Attributes:
        quotations: one for each pair and day, as printed, in the order of the document.
        rejected: rows that were refused, both of two that contradict each other among them.
        repeats: how many rows said again what an earlier one had said.
    """

    quotations: tuple[Quotation, ...]
    rejected: tuple[Rejection, ...] = ()
    repeats: int = 0
