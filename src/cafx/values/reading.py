"""``Reading``: what every reader returns: quotations, and what was not taken with its reason."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, TypeAlias, final

from cafx.core.shown import Shown
from cafx.core.text import printable
from cafx.core.value import Value
from cafx.values.quotation import LEG_NUMBERS, Quotation, legs_table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cafx.core.notebook import Piece

__all__ = ["Quotations", "Reading", "Readings", "Rejection", "quotations_in"]


class Reading(Value):
    """The base of what carries quotations: it iterates over them and has their number as its length.

    So every reading goes as it is into ``RateBook(...)``, ``book.merge(...)`` and ``history.add(...)``.
    """

    if TYPE_CHECKING:  # the readings declare it, each among its own fields

        @property
        def quotations(self) -> tuple[Quotation, ...]:
            """What was taken."""

    def _pieces(self) -> Sequence[Piece]:
        from cafx.core.notebook import Heading, Items, Rows

        rejected: tuple[object, ...] = getattr(self, "rejected", ())
        return (
            Heading(str(self)),
            Rows(*legs_table(self.quotations), LEG_NUMBERS),
            Items("Rejected:", [str(one) for one in rejected]),
            Items("Failed:", [str(one) for one in getattr(self, "failures", ())]),
        )

    def __iter__(self) -> Iterator[Quotation]:
        return iter(self.quotations)

    def __len__(self) -> int:
        return len(self.quotations)


class Readings(Shown, ABC):
    """The base of what yields readings one after another, and can say what they come to together."""

    @abstractmethod
    def __iter__(self) -> Iterator[Reading]:
        """Yield one reading after another."""

    @property
    @abstractmethod
    def quotations(self) -> tuple[Quotation, ...]:
        """The quotations of all of them, each once."""


#: What goes into a book or a history: quotations, a reading of them, or readings one after another.
Quotations: TypeAlias = "Iterable[Quotation] | Iterable[Reading] | Readings"


def quotations_in(given: Quotations) -> Iterator[Quotation]:
    """Yield the quotations that *given* carries; what is something else is yielded as it is.

    Raises:
        TypeError: one quotation in place of several, or what holds none.

    >>> from cafx import read_tickers
    >>> [str(one.price) for one in quotations_in(read_tickers(["KZT/USD = 0.00194 0%"] * 8))]
    ['0.00194']
    """
    if isinstance(given, Quotation):
        raise TypeError("several quotations are needed: pass a list, such as [quotation]")
    if not isinstance(given, Iterable):
        message = f"quotations are needed, not {type(given).__name__}: pass a list of them, or a reading"
        raise TypeError(message)
    for item in given.quotations if isinstance(given, Readings) else given:
        if isinstance(item, Reading):
            yield from item
        else:
            yield item


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

    >>> from cafx import read_ticker
    >>> (rejection,) = read_ticker("UZS/USD = 0 0%").rejected
    >>> rejection.place, rejection.reason
    (1, 'a price is above zero')
    """

    place: int
    text: str
    reason: str
    source: str = ""
    on: date | None = None

    def __str__(self) -> str:
        unit = "row" if self.source else "line"  # banks send tables, a page has lines
        place = f"{unit} {self.place}: " if self.place else ""
        # What has no place is cafx's own words; what stood in a document is quoted.
        is_own = not self.place and self.text.isprintable()
        text = self.text if is_own else printable(self.text)
        return f"{self.source}{': ' if self.source else ''}{place}{text}: {self.reason}"
