"""The National Bank of Tajikistan: somoni for 1, 10 or 100 units of 36 currencies."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final, final

from cafx.sources.calendar import DAILY
from cafx.sources.document import read_xml
from cafx.sources.fields import iso_day
from cafx.sources.reading import Request, Row
from cafx.sources.table import TableSource

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["NBT"]

_ROOTS: Final = frozenset({"ValCurs"})
_TABLE: Final = "https://www.nbt.tj/en/kurs/export_xml.php?export=xmlout"


@final
class NBT(TableSource):
    """The official rates of the National Bank of Tajikistan, one table for every calendar day.

    It looks like the Bank of Russia's document, but for ISO dates, decimal points and ids that are
    numbers. A day that it does not have is answered with today's table, under today's date.

    >>> NBT().request(on=date(2026, 5, 18)).url
    'https://www.nbt.tj/en/kurs/export_xml.php?export=xmlout&date=2026-05-18'
    """

    name = "NBT"
    quote = "TJS"
    currencies = ("USD", "KGS", "KZT", "UZS", "TMT")
    hosts = ("www.nbt.tj", "nbt.tj")
    calendar = DAILY
    zone = "Asia/Dushanbe"
    first_day = date(2001, 1, 1)

    def request(self, *, on: date | None = None) -> Request:
        """Return the request for the table of a day, or of today."""
        if on is None:
            return Request(_TABLE)
        self.check_span(on)
        return Request(f"{_TABLE}&date={on.isoformat()}", on)

    def rows(self, body: bytes) -> Iterator[Row]:
        """Return the currencies by their letters: the number of the rouble is that of the old one, 810."""
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

    def day(self, text: object) -> date:
        """Return the date of an ISO text."""
        return iso_day(text)
