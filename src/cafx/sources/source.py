"""``Source``: what every source of rates is: a name, where it lives, and two pure functions.

A source builds requests and reads answers; it opens no socket and knows no clock. ``rows`` says
where the parts of a row stand in its document. What is believed of a row (number text, nominals,
codes, days, repeats and contradictions) is decided here, once for all of them.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from datetime import date, timedelta
from decimal import Decimal
from itertools import islice
from typing import TYPE_CHECKING, ClassVar, Final

from cafx.core.currency import KNOWN, Currency
from cafx.core.decimals import CONTEXT
from cafx.core.iso4217 import INTRODUCED
from cafx.core.text import printable
from cafx.errors import CafxError, SourceError, UnknownCurrency
from cafx.sources.document import MAX_BODY, changed, check_body
from cafx.sources.fields import code_in, dotted_day, price_in, text_of, whole
from cafx.sources.reading import Rejection, Request, Row, SourceReading
from cafx.values.quotation import Kind, Quotation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from cafx.sources.calendar import Calendar

__all__ = ["Source"]

_MAX_VALID_DAYS: Final = 366
_MAX_ROWS: Final = 20_000  # a currency's whole past has 10 000, 93 days of a table of 116 too
_UNASKED: Final = Request("")

Key = tuple[str, str, date]  # base, quote, as of

# A price of an earlier day means the old money of the same country, at another scale.
_INTRODUCED: Final = {code: (date.fromisoformat(day), former) for code, (day, former) in INTRODUCED.items()}
_ALWAYS: Final = (date.min, "")
_LAST_INTRODUCED: Final = max(day for day, _ in _INTRODUCED.values())
_MAX_NOMINAL: Final = 10**9
_NOMINALS: Final[dict[str | int, int]] = {str(10**power): 10**power for power in range(6)}


class Source(ABC):
    """The base of the sources; a new one sets the table below and writes two or three functions.

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
    #: How a printed number is written: a point, or a comma.
    decimal_mark: ClassVar[str] = "."
    #: To how many decimals prices are rounded, where the print drops trailing zeros.
    decimals: ClassVar[int | None] = None
    currencies: tuple[str, ...]

    def __init__(self, currencies: Iterable[str] | None = None) -> None:
        self._only: frozenset[str] | None = None
        if currencies is not None:
            self.currencies = tuple(Currency(code) for code in currencies)
            self._only = frozenset(self.currencies)

    def __repr__(self) -> str:
        only = "" if self._only is None else repr([str(code) for code in self.currencies])
        return f"{type(self).__name__}({only})"

    @abstractmethod
    def request(self, on: date | None = None) -> Request:
        """Give the request for the document of a day; None for the latest.

        Raises:
            SourceError: ``refused``: the source keeps no past, and a day was asked for.
        """

    def requests(self, start: date | None = None, end: date | None = None) -> Iterator[Request]:
        """Give the requests for every day from *start* to *end*; without them, for the latest.

        Raises:
            SourceError: ``refused``: the source does not reach back to *start*.
        """
        if start is None or end is None:
            yield self.request()
            return
        self.check_span(start)
        for ordinal in range(start.toordinal(), end.toordinal() + 1):
            yield self.request(date.fromordinal(ordinal))

    @abstractmethod
    def rows(self, body: bytes) -> Iterable[Row]:
        """Find the rows in the document, without judging them.

        A row whose document does not say what it prices has no base; the request knows it.

        Raises:
            SourceError: this is not the source's document.
        """

    def parse(self, body: bytes, on: date | None = None, *, currency: str = "") -> tuple[Quotation, ...]:
        """Give the quotations of an answer, as printed; see ``read``, which also says what was refused.

        Args:
            body: the bytes of the document, as they came; the document says its own encoding.
            on: the day that was asked for. The answer's own date counts; *on* serves only
                documents that carry none, and tells a day without a table from an empty answer.
            currency: what the document prices, where it does not say so itself, as NBKR's pages of
                history do not.

        Raises:
            SourceError: as ``read`` does.
        """
        return self.read(body, Request("", on, Currency(currency) if currency else "")).quotations

    def read(
        self, body: bytes, request: Request = _UNASKED, *, observed_at: datetime | None = None
    ) -> SourceReading:
        """Read the answer to *request*, got at the aware moment *observed_at*.

        Raises:
            SourceError: ``changed`` or ``refused``: not the source's document, or no row in it that
                can be taken, on a day on which there should be one.
        """
        check_body(body, self.name, self.max_body)
        taken: dict[Key, tuple[int, Quotation]] = {}
        disputed: set[Key] = set()
        rejected: list[Rejection] = []
        spans: dict[tuple[str, str | int], tuple[date, date | None]] = {}
        repeats = place = 0
        for place, row in enumerate(self._believable_rows(body, request), 1):
            try:
                if self._only is not None and self._priced(row) not in self._only:
                    continue
                when = row.day, row.valid_days
                span = spans.get(when)
                if span is None:
                    span = spans[when] = self._span(row)
                quotation = self._quotation(row, span, observed_at)
            except (CafxError, TypeError, ArithmeticError) as error:
                rejected.append(Rejection(place, text_of(row), str(error)))
                continue
            key: Key = (quotation.base, quotation.quote, span[0])
            earlier = taken.setdefault(key, (place, quotation))
            if earlier[0] == place:
                continue
            if earlier[1] == quotation:
                repeats += 1
                continue
            disputed.add(key)
            reason = f"row {earlier[0]} gives another price for the same day: neither is taken"
            rejected.append(Rejection(place, text_of(row), reason))
        for key in disputed:
            place_of_first, first = taken.pop(key)
            reason = "a later row gives another price for the same day: neither is taken"
            rejected.append(Rejection(place_of_first, str(first), reason))
        if not taken and (rejected or not place):
            self._check_empty(request, place, rejected)
        return SourceReading(
            tuple(quotation for _, quotation in taken.values()), tuple(sorted(rejected)), repeats
        )

    def day(self, text: str) -> date:
        """Read a date as the source writes it; ``DD.MM.YYYY`` unless it says otherwise."""
        return dotted_day(text)

    def resolution(self, price: Decimal) -> int | None:  # noqa: ARG002 -- for sources that round by size
        """Say to how many decimals *price* was rounded, where the print drops trailing zeros.

        The digits of 474.2 alone would allow anything from 474.15 to 474.25; of a source that
        rounds to two decimals it is known that it is 474.20. The print stays as it is; the
        quotation then brings its own bounds.
        """
        return self.decimals

    def currencies_on(self, day: date) -> int:
        """Count the ``currencies`` that had come by *day*: so many, a whole table of that day has.

        >>> from cafx.sources import CBR
        >>> CBR().currencies_on(date(2008, 12, 31)), CBR().currencies_on(date(2009, 1, 1))
        (5, 6)
        """
        return sum(_INTRODUCED.get(code, _ALWAYS)[0] <= day for code in set(self.currencies))

    def check_span(self, start: date) -> None:
        """Refuse days before the source began, or any day if it keeps no past."""
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

    def _believable_rows(self, body: bytes, request: Request) -> list[Row]:
        """Give the rows, as many as a real document can have, each with what it prices.

        A document in which a part is missing or of another type breaks ``rows`` with one of Python's
        own errors, so that a source need not ask about each step.
        """
        try:
            rows = list(islice(self.rows(body), _MAX_ROWS + 1))
        except (LookupError, TypeError, ValueError, AttributeError) as error:
            what = f"{type(error).__name__} {printable(str(error))}"
            raise changed(self.name, f"its document has another build ({what})") from error
        if len(rows) > _MAX_ROWS:
            raise changed(self.name, f"its document has more than {_MAX_ROWS} rows")
        if request.currency:
            return [row if row.base else row._replace(base=request.currency) for row in rows]
        return rows

    def _span(self, row: Row) -> tuple[date, date | None]:
        """The first day that a row is for, and the last one where it says for how long."""
        day = self.day(row.day)
        if not row.valid_days:
            return day, None
        return day, day + timedelta(days=whole(row.valid_days, "validity", _MAX_VALID_DAYS) - 1)

    def _quotation(self, row: Row, span: tuple[date, date | None], observed_at: datetime | None) -> Quotation:
        base, quote, printed, _, nominal, _ = row
        price = price_in(printed, self.decimal_mark)
        low = high = None
        places = self.resolution(price)
        if places is not None and -int(price.as_tuple().exponent) < places:
            half = Decimal((0, (5,), -places - 1))
            low, high = CONTEXT.subtract(price, half), CONTEXT.add(price, half)
        day = span[0]
        if day < _LAST_INTRODUCED:
            for code in (base, quote):
                introduced, former = _INTRODUCED.get(code, _ALWAYS)
                if day < introduced:
                    message = f"{code} came on {introduced}; {day} is the time of {former}"
                    raise UnknownCurrency(message, code=code, since=introduced)
        return Quotation(
            base if base in KNOWN else code_in(base),
            quote,
            price,
            as_of=day,
            kind=self.kind,
            source=self.name,
            nominal=_NOMINALS.get(nominal) or whole(nominal, "nominal", _MAX_NOMINAL),
            through=span[1],
            low=low,
            high=high,
            observed_at=observed_at,
        )

    def _priced(self, row: Row) -> str:
        """The currency that a row is about: for a bank the foreign one."""
        return row.base if row.quote == self.quote else row.quote

    def _check_empty(self, request: Request, rows: int, rejected: list[Rejection]) -> None:
        """An answer without rates is an error where rates were due; an empty Sunday is not."""
        if rejected:
            raise changed(self.name, f"none of its {rows} rows can be taken; {min(rejected)}")
        on = request.on
        if request.is_series or (on is not None and not self.calendar.publishes(on)):
            return
        raise changed(self.name, f"its answer holds no rates{'' if on is None else f' for {on.isoformat()}'}")
