"""The Central Bank of Uzbekistan: soʻm for one unit (ten of IDR, IRR and VND) of 75 currencies."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final, final

from cafx.sources.calendar import TUESDAY_TO_SATURDAY
from cafx.sources.document import objects_in, read_json
from cafx.sources.reading import Request, Row
from cafx.sources.table import TableSource

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["CBU"]

_ARCHIVE: Final = "https://cbu.uz/en/arkhiv-kursov-valyut/json/"


@final
class CBU(TableSource):
    """The official rates of the Central Bank of Uzbekistan.

    One document for all currencies, or for one alone. It answers a day without a table, and a day
    to come, with the last table, under that table's own date. All its fields are text.

    >>> CBU().request(on=date(2026, 4, 1)).url
    'https://cbu.uz/en/arkhiv-kursov-valyut/json/all/2026-04-01/'
    >>> CBU(["USD"]).request().url
    'https://cbu.uz/en/arkhiv-kursov-valyut/json/USD/'
    """

    name = "CBU"
    quote = "UZS"
    currencies = ("USD", "KGS", "KZT", "TJS", "TMT")
    hosts = ("cbu.uz", "www.cbu.uz")
    calendar = TUESDAY_TO_SATURDAY
    zone = "Asia/Tashkent"
    first_day = date(1994, 7, 1)

    def request(self, *, on: date | None = None) -> Request:
        """Return the request for all currencies, or for one where only one is wanted."""
        which = self.currencies[0] if self.wanted is not None and len(self.wanted) == 1 else "all"
        if on is None:
            return Request(_ARCHIVE if which == "all" else f"{_ARCHIVE}{which}/")
        self.check_span(on)
        return Request(f"{_ARCHIVE}{which}/{on.isoformat()}/", on)

    def rows(self, body: bytes) -> Iterator[Row]:
        """Return the objects of the list; their ``id`` changes and is not looked at."""
        for item in objects_in(read_json(body, self.name), self.name):
            yield Row(item.get("Ccy"), self.quote, item.get("Rate"), item.get("Date"), item.get("Nominal"))
