"""The Central Bank of Turkmenistan: manat for 1 to 10000 units of 48 currencies."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final, final

from cafx.errors import SourceError
from cafx.sources.calendar import MONDAY_TO_SATURDAY
from cafx.sources.document import read_xml
from cafx.sources.fields import dotted_day, iso_day
from cafx.sources.reading import Request, Row
from cafx.sources.table import TableSource

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["CBT"]

_ROOTS: Final = frozenset({"cbt_currency_rate"})


@final
class CBT(TableSource):
    """The official rates of the Central Bank of Turkmenistan; the dollar has been 3.5 since 2015.

    A file for each day but Sunday; from abroad the site is often out of reach. Its ``rate_usd`` is a
    cross, inverse for some currencies, and is not read.

    >>> CBT().request(on=date(2026, 5, 20)).url
    'https://cbt.tm/kurs/2026/20052026.xml'
    """

    name = "CBT"
    quote = "TMT"
    currencies = ("USD", "KGS", "KZT", "TJS", "UZS")
    hosts = ("cbt.tm", "www.cbt.tm")
    calendar = MONDAY_TO_SATURDAY
    zone = "Asia/Ashgabat"
    first_day = date(2020, 4, 17)
    has_latest = False
    decimals = 4  # 3.5 is printed for 3.5000

    def request(self, *, on: date | None = None) -> Request:
        """Return the request for the file of a day; without one, there is none to ask for: pass the day.

        Raises:
            SourceError: ``refused``: no day was given, or one before the files began.
        """
        if on is None:
            raise SourceError(
                f"{self.name} has a file for each day and none for the latest: pass the day",
                source=self.name,
                cause="refused",
            )
        self.check_span(on)
        return Request(f"https://cbt.tm/kurs/{on:%Y}/{on:%d%m%Y}.xml", on)

    def requests(self, start: date | None = None, end: date | None = None) -> Iterator[Request]:
        """Return the requests for the files of a span, of which there are none on Sundays."""
        if start is None or end is None:
            yield self.request()
            return
        self.check_span(start)
        for day in [start] if start == end else self.calendar.days(start, end):
            yield self.request(on=day)

    def rows(self, body: bytes) -> Iterator[Row]:
        """Return the rates in manat."""
        root = read_xml(body, self.name, _ROOTS)
        day = root.findtext("date", "")
        for item in root.iterfind("rate"):
            yield Row(
                item.get("code", ""),
                self.quote,
                item.findtext("rate_tmt", ""),
                day,
                item.findtext("multiplier", ""),
            )

    def day(self, text: object) -> date:
        """Return the date of ``20.05.2026``, or of the ISO form that the files had until 2023."""
        return iso_day(text) if isinstance(text, str) and "-" in text else dotted_day(text)
