"""The National Bank of Kazakhstan: tenge for 1, 10, 100 or 1000 units of 39 currencies."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final, final

from cafx.sources.calendar import DAILY
from cafx.sources.document import changed, read_xml
from cafx.sources.fields import short_day
from cafx.sources.reading import Request, Row
from cafx.sources.table import TableSource

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["NBK"]

_ROOTS: Final = frozenset({"rates", "rss"})


@final
class NBK(TableSource):
    """The official rates of the National Bank of Kazakhstan, one table for every calendar day.

    The day's document gives its date once; the latest one gives a date with each currency. Both
    print two decimals and drop trailing zeros. The manat is not in the table.

    >>> NBK().request(on=date(2026, 4, 1)).url
    'https://nationalbank.kz/rss/get_rates.cfm?fdate=01.04.2026'
    """

    name = "NBK"
    quote = "KZT"
    currencies = ("USD", "KGS", "TJS", "UZS")
    hosts = ("nationalbank.kz", "www.nationalbank.kz")
    calendar = DAILY
    zone = "Asia/Almaty"
    first_day = date(2000, 1, 1)
    decimals = 2  # 474.2 is printed for 474.20

    def request(self, *, on: date | None = None) -> Request:
        """Return the request for the table of a day, or the latest."""
        if on is None:
            return Request("https://nationalbank.kz/rss/rates_all.xml")
        self.check_span(on)
        return Request(f"https://nationalbank.kz/rss/get_rates.cfm?fdate={on:%d.%m.%Y}", on)

    def rows(self, body: bytes) -> Iterator[Row]:
        """Return the items, under ``rates`` or under ``rss/channel``; what else stands there is no rate."""
        root = read_xml(body, self.name, _ROOTS)
        parent = root if root.tag == "rates" else root.find("channel")
        if parent is None:
            raise changed(self.name, "its feed has no channel")
        day = parent.findtext("date", "")
        for item in parent.iterfind("item"):
            yield Row(
                item.findtext("title", ""),
                self.quote,
                item.findtext("description", ""),
                day or item.findtext("pubDate", ""),
                item.findtext("quant", ""),
            )

    def day(self, text: object) -> date:
        """Return the date of ``27.06.2026``, or of ``27.06.26`` as the latest document has it."""
        return short_day(text)
