"""``Source``: what every source of rates is: who it is, what to ask it, and how its answers are read.

A source builds requests and reads answers; it opens no socket and knows no clock. One that sends
tables builds on ``TableSource``, which needs only to be told where the parts of a row stand.
"""

from __future__ import annotations

from abc import abstractmethod
from datetime import date
from typing import TYPE_CHECKING, ClassVar, Protocol, runtime_checkable

from cafx.core.currency import Currency
from cafx.errors import SourceError
from cafx.sources.document import MAX_BODY
from cafx.sources.reading import UNASKED, Request
from cafx.sources.times import currencies_on

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from cafx.sources.calendar import Calendar
    from cafx.sources.reading import SourceReading
    from cafx.values.quotation import Kind, Quotation

__all__ = ["Source"]


@runtime_checkable
class Source(Protocol):
    """A source of rates: two pure functions, ``request`` and ``read``, and the facts below.

    Args:
        currencies: ask for, and keep, only these; None for everything the source prints.

    Attributes:
        name: what its quotations carry as ``source``.
        kind: what stands behind its prices.
        quote: the currency that it prices others in, where there is one.
        currencies: those of the region, and the dollar, that it prices (or that were asked for).
        hosts: the only hosts that its requests, and redirects of them, may reach.
        calendar: the weekdays on which its tables begin.
        zone: the zone its days are meant in.
        first_day: the first day it is known to answer for; None where it keeps no past.
        max_body: the longest answer, in bytes, that is read.
        pause: seconds to leave it alone between two requests of a series.
        has_latest: whether it has a document without a day in its address.

    >>> from cafx.sources import named
    >>> source = named("NBK")
    >>> isinstance(source, Source), source.zone, source.quote
    (True, 'Asia/Almaty', 'KZT')
    """

    name: ClassVar[str]
    kind: ClassVar[Kind] = "official"
    quote: ClassVar[str] = ""
    hosts: ClassVar[tuple[str, ...]]
    calendar: ClassVar[Calendar]
    zone: ClassVar[str]
    first_day: ClassVar[date | None] = None
    max_body: ClassVar[int] = MAX_BODY
    pause: ClassVar[float] = 0.3
    has_latest: ClassVar[bool] = True
    currencies: tuple[str, ...]
    #: The currencies that were asked for, where not all are wanted.
    wanted: frozenset[str] | None

    def __init__(self, currencies: Iterable[str] | None = None) -> None:
        self.wanted = None
        if currencies is not None:
            self.currencies = tuple(Currency(code) for code in currencies)
            self.wanted = frozenset(self.currencies)

    def __repr__(self) -> str:
        wanted = "" if self.wanted is None else repr([str(code) for code in self.currencies])
        return f"{type(self).__name__}({wanted})"

    @abstractmethod
    def request(self, *, on: date | None = None) -> Request:
        """Return the request for the document of a day; None for the latest.

        Args:
            on: the day, in the source's own zone; None for the latest.

        Raises:
            SourceError: ``refused``: the source does not have that day.
        """

    @abstractmethod
    def read(
        self, body: bytes, request: Request = UNASKED, *, observed_at: datetime | None = None
    ) -> SourceReading:
        """Return what the answer *body* to *request* says, got at the aware moment *observed_at*.

        Raises:
            SourceError: ``changed`` or ``refused``: not the source's document, or nothing in it that
                can be taken, on a day on which there should be something.
        """

    def requests(self, start: date | None = None, end: date | None = None) -> Iterator[Request]:
        """Yield the requests for every day from *start* to *end*; without them, for the latest.

        Raises:
            SourceError: ``refused``: the source does not reach back to *start*.
        """
        if start is None or end is None:
            yield self.request()
            return
        self.check_span(start)
        for ordinal in range(start.toordinal(), end.toordinal() + 1):
            yield self.request(on=date.fromordinal(ordinal))

    def parse(self, body: bytes, *, on: date | None = None, currency: str = "") -> tuple[Quotation, ...]:
        """Return the quotations of an answer, as printed; ``read`` also says what was rejected.

        Args:
            body: the bytes of the document, as they came; the document says its own encoding.
            on: the day that was asked for. The answer's own date counts; *on* serves only
                documents that carry none, and tells a day without a table from an empty answer.
            currency: what the document prices, where it does not say so itself, as NBKR's pages of
                history do not.

        Raises:
            SourceError: as ``read`` does.
        """
        asked = Request("", on, Currency(currency) if currency else "", is_series=self.is_series(body))
        return self.read(body, asked).quotations

    def is_series(self, body: bytes) -> bool:  # noqa: ARG002 -- for sources that have such documents
        """Return whether *body* says that it lists the days of a span, of which there may be none."""
        return False

    def currencies_on(self, day: date) -> int:
        """Return how many of the ``currencies`` had come by *day*: a whole table has so many rows.

        >>> from cafx.sources import CBR
        >>> CBR().currencies_on(date(2008, 12, 31)), CBR().currencies_on(date(2009, 1, 1))
        (5, 6)
        """
        return currencies_on(self.currencies, day)

    def check_span(self, start: date) -> None:
        """Refuse days before the source began, or any day if it keeps no past.

        Args:
            start: the first day that is asked for.

        Raises:
            SourceError: ``refused``: the source does not have that day.
        """
        if self.first_day is None:
            raise SourceError(
                f"{self.name} shows only its latest rates: ask without a day",
                source=self.name,
                cause="refused",
            )
        if start < self.first_day:
            raise SourceError(
                f"{self.name} begins on {self.first_day.isoformat()}, after {start.isoformat()}",
                source=self.name,
                cause="refused",
            )
