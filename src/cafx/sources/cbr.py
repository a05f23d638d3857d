"""The Bank of Russia: roubles for 1 to 10000 units of 55 currencies."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final, final

from cafx.sources.calendar import TUESDAY_TO_SATURDAY
from cafx.sources.document import read_xml
from cafx.sources.reading import Request, Row
from cafx.sources.table import TableSource

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["CBR"]

_ROOTS: Final = frozenset({"ValCurs"})
_SCRIPTS: Final = "https://www.cbr.ru/scripts"
# The bank's own ids, which its series go by.
_IDS: Final = {
    "USD": "R01235",
    "EUR": "R01239",
    "CNY": "R01375",
    "KGS": "R01370",
    "KZT": "R01335",
    "TJS": "R01670",
    "TMT": "R01710A",
    "UZS": "R01717",
}
_HEAD: Final = 400  # bytes
_CODES: Final = {number: code for code, number in _IDS.items()}


@final
class CBR(TableSource):
    """The official rates of the Bank of Russia: a table of a day, or the series of a currency.

    A table that is asked for on a day without one is the last before it, under its own date; a
    series leaves such days out. Nominals change over the years. It prints decimal commas, in
    windows-1251. It follows the neighbours' official rates with a day's delay.

    >>> CBR().request(on=date(2026, 3, 19)).url
    'https://www.cbr.ru/scripts/XML_daily.asp?date_req=19/03/2026'
    >>> len(list(CBR().requests(date(2026, 3, 1), date(2026, 3, 19))))
    19
    >>> len(list(CBR(["USD", "KZT"]).requests(date(2026, 3, 1), date(2026, 3, 19))))
    2
    """

    name = "CBR"
    quote = "RUB"
    currencies = ("USD", "KGS", "KZT", "TJS", "UZS", "TMT")
    hosts = ("www.cbr.ru", "cbr.ru")
    calendar = TUESDAY_TO_SATURDAY
    zone = "Europe/Moscow"
    first_day = date(1998, 1, 1)
    decimal_mark = ","

    def request(self, *, on: date | None = None) -> Request:
        """Return the request for the table of a day, or the latest."""
        if on is None:
            return Request(f"{_SCRIPTS}/XML_daily.asp")
        self.check_span(on)
        return Request(f"{_SCRIPTS}/XML_daily.asp?date_req={on:%d/%m/%Y}", on)

    def requests(self, start: date | None = None, end: date | None = None) -> Iterator[Request]:
        """Return the requests for tables, or for the series of named currencies where these are fewer."""
        named = self.wanted
        if (
            start is None
            or end is None
            or named is None
            or not named <= _IDS.keys()
            or (end - start).days < len(named)
        ):
            yield from super().requests(start, end)
            return
        self.check_span(start)
        for currency in self.currencies:
            yield Request(
                f"{_SCRIPTS}/XML_dynamic.asp?date_req1={start:%d/%m/%Y}&date_req2={end:%d/%m/%Y}"
                f"&VAL_NM_RQ={_IDS[currency]}",
                currency=currency,
                is_series=True,
            )

    def rows(self, body: bytes) -> Iterator[Row]:
        """Return the currencies of a table, or the records of a series."""
        root = read_xml(body, self.name, _ROOTS)
        day = root.get("Date", "")
        for item in root.iterfind("Valute"):
            yield Row(
                item.findtext("CharCode", ""),
                self.quote,
                item.findtext("Value", ""),
                day,
                item.findtext("Nominal", ""),
            )
        for item in root.iterfind("Record"):
            # A series of a currency that is not in the table above: the request knows which it is.
            yield Row(
                _CODES.get(item.get("Id") or root.get("ID") or "", ""),
                self.quote,
                item.findtext("Value", ""),
                item.get("Date", ""),
                item.findtext("Nominal", ""),
            )

    def is_series(self, body: bytes) -> bool:
        """Return whether the document's head says the two ends of a span."""
        return b"DateRange1" in body[:_HEAD]
