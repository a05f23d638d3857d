"""The National Bank of Poland: zloty for one unit; the dollar daily, the region's currencies weekly."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, final

from cafx.sources.calendar import MONDAY_TO_FRIDAY
from cafx.sources.document import changed, read_json
from cafx.sources.fields import iso_day
from cafx.sources.reading import Request, Row
from cafx.sources.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["NBP"]

_TABLES: Final = "https://api.nbp.pl/api/exchangerates/tables"
# It answers at most 93 days at once.
_PAGE: Final = timedelta(days=92)


@final
class NBP(Source):
    """The mid rates of the National Bank of Poland, from its tables A and B: a cross-check.

    Table A has the dollar, every working day; table B the five, on Wednesdays. A span without a
    table is answered with status 404. UZS is printed with three digits.

    >>> [request.url for request in NBP().requests()]
    ['https://api.nbp.pl/api/exchangerates/tables/A?format=json', \
'https://api.nbp.pl/api/exchangerates/tables/B?format=json']
    """

    name = "NBP"
    quote = "PLN"
    currencies = ("USD", "KGS", "KZT", "TJS", "UZS", "TMT")
    hosts = ("api.nbp.pl",)
    calendar = MONDAY_TO_FRIDAY
    zone = "Europe/Warsaw"
    first_day = date(2002, 1, 2)

    def request(self, on: date | None = None) -> Request:
        """Ask for table A of a day, or the latest."""
        return _table("A", on, on)

    def requests(self, start: date | None = None, end: date | None = None) -> Iterator[Request]:
        """Ask for both tables, the latest or those of a span."""
        if start is None or end is None:
            yield _table("A")
            yield _table("B")
            return
        self.check_span(start)
        for table in ("A", "B"):
            first = start
            while first <= end:
                yield _table(table, first, min(end, first + _PAGE))
                first += _PAGE + timedelta(days=1)

    def rows(self, body: bytes) -> Iterator[Row]:
        """Find the rates of each table in the list."""
        document = read_json(body, self.name)
        if not isinstance(document, list):
            raise changed(self.name, "its document is no list of tables")
        for table in document:
            rates = table.get("rates") if isinstance(table, dict) else None
            if not isinstance(table, dict) or not isinstance(rates, list):
                raise changed(self.name, "a table holds no list of rates")
            for item in rates:
                if not isinstance(item, dict):
                    raise changed(self.name, "its rates are no objects")
                yield Row(
                    item.get("code"),  # type: ignore[arg-type]  # judged with the rest of the row
                    self.quote,
                    item.get("mid"),  # type: ignore[arg-type]
                    table.get("effectiveDate"),  # type: ignore[arg-type]
                )

    def day(self, text: str) -> date:
        """Read an ISO date."""
        return iso_day(text)


def _table(table: str, start: date | None = None, end: date | None = None) -> Request:
    if start is None or end is None:
        return Request(f"{_TABLES}/{table}?format=json")
    span = f"{start.isoformat()}/{end.isoformat()}"
    # Table B begins on Wednesdays only, so that even on a working day there may be none.
    return Request(f"{_TABLES}/{table}/{span}?format=json", start if start == end else None, is_series=True)
