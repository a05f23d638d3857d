"""fawazahmed0's currency-api: market mids for one dollar, a file for every day, from two hosts."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final, final

from cafx.sources.calendar import DAILY
from cafx.sources.document import changed, read_json
from cafx.sources.fields import iso_day
from cafx.sources.reading import Request, Row
from cafx.sources.table import TableSource

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

__all__ = ["CurrencyAPI"]

_DIGITS: Final = 8
_BASES: Final = frozenset({"USD", "EUR"})


@final
class CurrencyAPI(TableSource):
    """The market mids of currency-api (CC0), for one dollar.

    Its 340 names mix currencies with crypto coins and metals, some under the same letters, so that
    only the currencies listed here are read. A file is made at midnight UTC from the day before.
    The same files lie on two hosts; the second is asked where the first fails.

    >>> CurrencyAPI().request(on=date(2025, 7, 30)).url
    'https://cdn.jsdelivr.net/npm/@fawazahmed0/currency-api@2025-07-30/v1/currencies/usd.min.json'
    """

    name = "currency-api"
    kind = "market"
    currencies = ("KGS", "KZT", "TJS", "UZS", "TMT", "EUR", "RUB", "CNY")
    hosts = ("cdn.jsdelivr.net", "*.currency-api.pages.dev")
    calendar = DAILY
    zone = "UTC"
    first_day = date(2024, 3, 2)

    def request(self, *, on: date | None = None) -> Request:
        """Return the request for the file of a day, or the latest."""
        if on is not None:
            self.check_span(on)
        version = "latest" if on is None else on.isoformat()
        path = "v1/currencies/usd.min.json"
        return Request(
            f"https://cdn.jsdelivr.net/npm/@fawazahmed0/currency-api@{version}/{path}",
            on,
            mirrors=(f"https://{version}.currency-api.pages.dev/{path}",),
        )

    def rows(self, body: bytes) -> Iterator[Row]:
        """Return the listed currencies under the name of the base."""
        document = read_json(body, self.name)
        if not isinstance(document, dict):
            raise changed(self.name, "its document is not an object")
        day = document.get("date")
        tables = [(name.upper(), table) for name, table in document.items() if name.upper() in _BASES]
        for base, table in tables:
            if not isinstance(table, dict):
                raise changed(self.name, "its rates are not an object")
            for code in self.currencies:
                if code != base and code.lower() in table:
                    yield Row(base, code, table[code.lower()], day)

    def day(self, text: object) -> date:
        """Return the date of an ISO text."""
        return iso_day(text)

    def resolution(self, price: Decimal) -> int:
        """Eight decimals, and below one as many as make eight digits."""
        return _DIGITS if price >= 1 else _DIGITS - 1 - price.adjusted()
