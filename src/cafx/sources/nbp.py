"""The National Bank of Poland: zloty for one unit; the dollar daily, the region's currencies weekly."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final, final

from cafx.sources.calendar import MONDAY_TO_FRIDAY, pages
from cafx.sources.document import objects_in, read_json
from cafx.sources.fields import iso_day
from cafx.sources.reading import Request, Row
from cafx.sources.table import TableSource

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["NBP"]

_TABLES: Final = "https://api.nbp.pl/api/exchangerates/tables"
# It answers at most 93 days at once.
_PAGE: Final = 93


@final
class NBP(TableSource):
    """The mid rates of the National Bank of Poland, from its tables A and B: a cross-check.

    Table A has the dollar, every working day; table B the five, on Wednesdays. A span without a
    table is answered with status 404. UZS is printed with three digits.

    >>> for request in NBP().requests():
    ...     print(request)
    https://api.nbp.pl/api/exchangerates/tables/A?format=json
    https://api.nbp.pl/api/exchangerates/tables/B?format=json
    """

    name = "NBP"
    quote = "PLN"
    currencies = ("USD", "KGS", "KZT", "TJS", "UZS", "TMT")
    hosts = ("api.nbp.pl",)
    calendar = MONDAY_TO_FRIDAY
    zone = "Europe/Warsaw"
    first_day = date(2002, 1, 2)

    def request(self, *, on: date | None = None) -> Request:
        """Return the request for table A of a day, or the latest."""
        return _table("A", on, on)

    def requests(self, start: date | None = None, end: date | None = None) -> Iterator[Request]:
        """Return the requests for both tables, the latest or those of a span."""
        if start is None or end is None:
            yield _table("A")
            yield _table("B")
            return
        self.check_span(start)
        for table in ("A", "B"):
            for first, last in pages(start, end, _PAGE):
                yield _table(table, first, last)

    def rows(self, body: bytes) -> Iterator[Row]:
        """Return the rates of each table in the list."""
        for table in objects_in(read_json(body, self.name), self.name):
            for item in objects_in(table.get("rates"), self.name):
                yield Row(item.get("code"), self.quote, item.get("mid"), table.get("effectiveDate"))

    def day(self, text: object) -> date:
        """Return the date of an ISO text."""
        return iso_day(text)


def _table(table: str, start: date | None = None, end: date | None = None) -> Request:
    if start is None or end is None:
        return Request(f"{_TABLES}/{table}?format=json")
    span = f"{start.isoformat()}/{end.isoformat()}"
    # Table B begins on Wednesdays only, so that even on a working day there may be none.
    return Request(f"{_TABLES}/{table}/{span}?format=json", start if start == end else None, is_series=True)
