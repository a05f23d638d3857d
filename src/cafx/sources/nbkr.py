"""The National Bank of the Kyrgyz Republic: som for one unit, five currencies daily, forty weekly."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, final

from cafx.errors import SourceError
from cafx.sources.calendar import DAILY, pages
from cafx.sources.document import read_xml
from cafx.sources.reading import UNASKED, Request, Row, SourceReading
from cafx.sources.table import TableSource

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

__all__ = ["NBKR"]

_ROOTS: Final = frozenset({"CurrencyRates"})
_SITE: Final = "https://www.nbkr.kg"
# Ids of the history page; it has no other names for currencies.
_IDS: Final = {"USD": 15, "EUR": 20, "KZT": 40, "RUB": 44, "TJS": 45, "UZS": 46, "TMT": 108}
# A page of history ends after about 366 rows.
_PAGE: Final = 366
# The weekly rates begin on Saturdays: a week back, there is a rate of each currency.
_WEEK: Final = timedelta(days=6)
# <!--date-->25.06.2005<!--date--> ... <!--value-->40,9614<!--value-->
_MARK: Final = b"<!--date-->"
_CELL: Final = re.compile(rb"<!--(date|value)-->([^<]{0,80})<!--(?:date|value)-->")


@final
class NBKR(TableSource):
    """The official rates of the National Bank of the Kyrgyz Republic.

    Three documents: the daily table (dollar, euro, yuan, tenge, rouble), dated with the day it is
    valid for, which from the afternoon on is tomorrow; the weekly table of the others, valid for
    seven days; and a page of history for each of seven currencies, the euro and the rouble among
    them. They print decimal commas.

    >>> [request.url for request in NBKR().requests()]
    ['https://www.nbkr.kg/XML/daily.xml', 'https://www.nbkr.kg/XML/weekly.xml']
    """

    name = "NBKR"
    quote = "KGS"
    currencies = ("USD", "KZT", "TJS", "UZS", "TMT")
    hosts = ("www.nbkr.kg", "nbkr.kg")
    calendar = DAILY
    zone = "Asia/Bishkek"
    first_day = date(1999, 1, 1)
    pause = 1.0  # it drops clients after about twenty fresh connections
    decimal_mark = ","

    def request(self, *, on: date | None = None) -> Request:
        """Return the request for the daily table; of a past day, for the dollar's week that ends on it."""
        if on is None:
            return Request(f"{_SITE}/XML/daily.xml")
        self.check_span(on)
        return self._history("USD" if self.wanted is None else self.currencies[0], on - _WEEK, on)

    def requests(self, start: date | None = None, end: date | None = None) -> Iterator[Request]:
        """Return the requests for both tables; for a span, for the pages of history, by currency and year."""
        if start is None or end is None:
            yield Request(f"{_SITE}/XML/daily.xml")
            yield Request(f"{_SITE}/XML/weekly.xml")
            return
        self.check_span(start)
        for currency in tuple(_IDS) if self.wanted is None else self.currencies:
            first = start - _WEEK if start == end else start
            for begin, last in pages(first, end, _PAGE):
                yield self._history(currency, begin, last)

    def read(
        self, body: bytes, request: Request = UNASKED, *, observed_at: datetime | None = None
    ) -> SourceReading:
        """Read a table, or a page of history, which does not say whose it is."""
        if isinstance(body, bytes) and _MARK in body and not request.currency and not self._one():
            raise SourceError(
                f"{self.name}'s page of history does not say its currency: pass currency= to parse,"
                ' or use NBKR(["USD"])',
                source=self.name,
                cause="refused",
            )
        return super().read(body, request, observed_at=observed_at)

    def rows(self, body: bytes) -> Iterator[Row]:
        """Return the currencies of a table, or the cells of a page of history."""
        if _MARK in body:
            return self._cells(body)
        return self._table(body)

    def _table(self, body: bytes) -> Iterator[Row]:
        root = read_xml(body, self.name, _ROOTS)
        day = root.get("Date", "")
        for item in root.iterfind("Currency"):
            yield Row(
                item.get("ISOCode", ""),
                self.quote,
                item.findtext("Value", ""),
                day,
                item.findtext("Nominal", ""),
                item.findtext("ValidFor", "") or 0,
            )

    def _cells(self, body: bytes) -> Iterator[Row]:
        # The page does not say its currency: its request does, or the only one that is wanted.
        currency = self._one()
        day = ""
        for cell in _CELL.finditer(body):
            text = cell[2].decode("ascii", "replace")
            if cell[1] == b"date":
                day = text
            else:
                yield Row(currency, self.quote, text, day)

    def _one(self) -> str:
        """Return the only currency that is wanted, or nothing."""
        return self.currencies[0] if self.wanted is not None and len(self.wanted) == 1 else ""

    def _history(self, currency: str, first: date, last: date) -> Request:
        number = _IDS.get(currency)
        if number is None:
            raise SourceError(
                f"{self.name} has no page of history for {currency}: ask for {', '.join(_IDS)}",
                source=self.name,
                cause="refused",
            )
        first = max(first, self.first_day)
        return Request(
            f"{_SITE}/index1.jsp?item=1562&lang=ENG&valuta_id={number}"
            f"&beg_day={first:%d}&beg_month={first:%m}&beg_year={first:%Y}"
            f"&end_day={last:%d}&end_month={last:%m}&end_year={last:%Y}",
            last if first == last else None,
            currency,
            is_series=True,
        )
