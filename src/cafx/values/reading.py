"""``Reading``: what every reader gives: quotations, and what was not taken with its reason."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, final

from cafx.core.text import printable
from cafx.core.value import Value
from cafx.values.quotation import Quotation

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Reading", "Rejection"]


class Reading(Value):
    """The base of what carries quotations: it iterates over them and has their number as its length.

    So every reading goes as it is into ``RateBook(...)``, ``book.merge(...)`` and ``history.add(...)``.
    """

    if TYPE_CHECKING:  # the readings declare it, each among its own fields

        @property
        def quotations(self) -> tuple[Quotation, ...]:
            """What was taken."""

    def __iter__(self) -> Iterator[Quotation]:
        return iter(self.quotations)

    def __len__(self) -> int:
        return len(self.quotations)


@final
class Rejection(Value):
    """A row or line that was not taken.

    Attributes:
        place: the number of the row or line, from 1; 0 for what has no place of its own, such as a
            table of another day than asked for.
        text: what stood there, at most 80 characters.
        reason: why it was not taken.
        source: whose document it stood in; empty where the reader was not told.
        on: the day that the document was asked for.
    """

    place: int
    text: str
    reason: str
    source: str = ""
    on: date | None = None

    def __str__(self) -> str:
        unit = "row" if self.source else "line"  # banks send tables, a page has lines
        place = f"{unit} {self.place}: " if self.place else ""
        return f"{self.source}{': ' if self.source else ''}{place}{printable(self.text)}: {self.reason}"
