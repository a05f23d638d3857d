"""Frankfurter, version 2: rates blended from the official ones of many central banks."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Final, final

from cafx.sources.calendar import MONDAY_TO_FRIDAY, pages
from cafx.sources.document import objects_in, read_json, refused
from cafx.sources.fields import iso_day
from cafx.sources.reading import Request, Row
from cafx.sources.table import TableSource

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Frankfurter"]

_RATES: Final = "https://api.frankfurter.dev/v2/rates"
_YEAR: Final = 366  # days
# Its rates are rounded by their size: above the first number, to so many decimals.
_ROUNDING: Final = (
    (Decimal(5000), 0),
    (Decimal(80), 2),
    (Decimal(20), 3),
    (Decimal(1), 4),
    (Decimal("0.0001"), 5),
)
_FINEST: Final = 6


@final
class Frankfurter(TableSource):
    """The blended rates of Frankfurter for one dollar: all five, the whole past, in one request.

    They are asked for in dollars, because the inverse of a large rate is rounded to six decimals.
    Each row has a date of its own, carried forward up to fourteen days. A blend is not a bank's own
    rate, so its kind is ``market``. The manat is its peg.

    >>> Frankfurter(["KZT"]).request(on=date(2026, 4, 3)).url
    'https://api.frankfurter.dev/v2/rates?base=USD&quotes=KZT&date=2026-04-03'
    """

    name = "Frankfurter"
    kind = "market"
    currencies = ("KGS", "KZT", "TJS", "UZS", "TMT")
    hosts = ("api.frankfurter.dev",)
    calendar = MONDAY_TO_FRIDAY
    zone = "UTC"
    first_day = date(1999, 1, 4)

    def request(self, *, on: date | None = None) -> Request:
        """Return the request for the rates of a day, or the latest."""
        if on is None:
            return Request(self._address())
        self.check_span(on)
        return Request(f"{self._address()}&date={on.isoformat()}", on)

    def requests(self, start: date | None = None, end: date | None = None) -> Iterator[Request]:
        """Return the requests for a span, a year at a time."""
        if start is None or end is None or start == end:
            yield self.request(on=start)
            return
        self.check_span(start)
        for first, last in pages(start, end, _YEAR):
            url = f"{self._address()}&from={first.isoformat()}&to={last.isoformat()}"
            yield Request(url, is_series=True)

    def rows(self, body: bytes) -> Iterator[Row]:
        """Return the rows; the dollar in dollars, which it also lists, is not a rate."""
        document = read_json(body, self.name)
        if isinstance(document, dict) and "message" in document:
            raise refused(self.name, document["message"])
        for item in objects_in(document, self.name):
            base, quote, rate = item.get("base"), item.get("quote"), item.get("rate")
            if base is None or base != quote or rate != 1:
                yield Row(base, quote, rate, item.get("date"))

    def day(self, text: object) -> date:
        """Return the date of an ISO text."""
        return iso_day(text)

    def resolution(self, price: Decimal) -> int:
        """The decimals that a rate of this size is rounded to."""
        return next((decimals for size, decimals in _ROUNDING if price > size), _FINEST)

    def _address(self) -> str:
        return f"{_RATES}?base=USD&quotes={','.join(self.currencies)}"
