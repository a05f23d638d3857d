"""What goes to a source and comes from it: a request, the rows of its answer, and the reading of them."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple, final

from cafx.core.text import counted
from cafx.core.value import Value
from cafx.values.quotation import Quotation
from cafx.values.reading import Reading, Rejection

__all__ = ["UNASKED", "Request", "Row", "SourceReading"]


@final
class Request(Value):
    """One document to ask for: its address, and what it is about.

    Attributes:
        url: its address.
        on: the day it was asked for; None for the latest.
        currency: the one it is about, where the document does not say so itself.
        mirrors: further addresses of the same document.
        is_series: whether it lists many days, on which there may be nothing.

    >>> from datetime import date
    >>> Request("https://cbu.uz/en/arkhiv-kursov-valyut/json/", date(2026, 4, 1)).on
    datetime.date(2026, 4, 1)
    """

    url: str
    on: date | None = None
    currency: str = ""
    mirrors: tuple[str, ...] = ()
    is_series: bool = False

    def __str__(self) -> str:
        return self.url


#: What an answer is read by whose request is not known.
UNASKED = Request("")


class Row(NamedTuple):
    """One row of a document as it stands there, before anything is believed of it.

    A bare tuple and not a ``Value``: a document makes thousands, and none outlives its reading.

    >>> Row("USD", "KZT", "474.20", "01.04.2026").nominal
    '1'
    """

    base: object
    quote: object
    price: object
    day: object
    nominal: object = "1"
    valid_days: object = 0


@final
class SourceReading(Reading):
    """What an answer says.

    Attributes:
        quotations: one for each pair and day, as printed, in the order of the document.
        rejected: the rows that were not taken, both of two that contradict each other among them.
        repeats: how many rows said again what an earlier one had said.
        entries: how many rows stated a price that was understood: those of the quotations, the
            repeats, and those that contradict each other.

    >>> from cafx.sources import NBK
    >>> item = b"<item><title>USD</title><description>474.2</description><quant>1</quant></item>"
    >>> reading = NBK().read(b"<rates><date>01.04.2026</date>" + item + item + b"</rates>")
    >>> len(reading), reading.entries, reading.repeats
    (1, 2, 1)
    """

    quotations: tuple[Quotation, ...]
    rejected: tuple[Rejection, ...]
    repeats: int
    entries: int

    def __init__(
        self,
        quotations: tuple[Quotation, ...],
        rejected: tuple[Rejection, ...] = (),
        repeats: int = 0,
        entries: int | None = None,
    ) -> None:
        stated = len(quotations) + repeats if entries is None else entries
        self._fill(tuple(quotations), tuple(rejected), repeats, stated)

    def __str__(self) -> str:
        return (
            f"{counted(len(self.quotations), 'quotation')} ({counted(self.entries, 'entry', 'entries')}, "
            f"{counted(self.repeats, 'repeat')}, "
            f"{len(self.rejected)} rejected)"
        )
