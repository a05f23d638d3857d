"""The ticker on the pages of The Times of Central Asia, as a source like any other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, final
from zoneinfo import ZoneInfo

from cafx.core.text import printable
from cafx.errors import ParseError
from cafx.sources.calendar import DAILY
from cafx.sources.document import changed, check_body
from cafx.sources.reading import Rejection, Request, Row, SourceReading
from cafx.sources.source import Source
from cafx.values.quotation import Quotation

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

__all__ = ["TimesCA"]

_UNASKED: Final = Request("")


@final
class TimesCA(Source):
    """The exchange-rate ticker of timesca.com: dollars for one unit, to five decimals.

    It keeps no past. A page shows the day of the visit or no day at all; then the day in Almaty on
    which it was read counts.
    """

    name = "timesca"
    kind = "ticker"
    quote = "USD"
    currencies = ("KGS", "KZT", "TJS", "UZS", "TMT")
    hosts = ("timesca.com", "www.timesca.com")
    calendar = DAILY
    zone = "Asia/Almaty"
    max_body = 4 * 1024 * 1024  # a page has 0.5 MB

    def request(self, on: date | None = None) -> Request:
        """Ask for the front page; every page carries the ticker."""
        if on is not None:
            self.check_span(on)
        return Request("https://timesca.com/")

    def rows(self, body: bytes) -> Iterator[Row]:  # noqa: ARG002
        """A page is read by ``cafx.ticker``; it has no rows."""
        return iter(())

    def read(
        self, body: bytes, request: Request = _UNASKED, *, observed_at: datetime | None = None
    ) -> SourceReading:
        """Read the ticker of a page; entries with two prices are refused, both."""
        from cafx.ticker import read_ticker

        check_body(body, self.name, self.max_body)
        day = request.on
        try:
            reading = read_ticker(body, as_of=day, source=self.name)
            if reading.as_of is None and observed_at is not None:
                day = observed_at.astimezone(ZoneInfo(self.zone)).date()
                reading = read_ticker(body, as_of=day, source=self.name)
        except ParseError as error:
            raise changed(self.name, f"its page shows no ticker: {error}") from error
        kept = tuple(
            quotation if observed_at is None else _seen(quotation, observed_at)
            for quotation in reading.quotations
            if self._only is None or quotation.base in self._only
        )
        rejected = [
            Rejection(refused.place, printable(refused.text), refused.reason) for refused in reading.rejected
        ]
        rejected += [
            Rejection(conflict.places[0], str(conflict), "two prices for one pair: neither is taken")
            for conflict in reading.conflicts
            if conflict.is_about_price
        ]
        if not kept and self._only is None:
            raise changed(self.name, f"no entry of its ticker can be taken; {min(rejected, default='')}")
        return SourceReading(kept, tuple(sorted(rejected)), reading.repeats)


def _seen(quotation: Quotation, moment: datetime) -> Quotation:
    """Give *quotation* with the moment at which it was read."""
    return Quotation(
        quotation.base,
        quotation.quote,
        quotation.price,
        as_of=quotation.as_of,
        kind=quotation.kind,
        source=quotation.source,
        change=quotation.change,
        observed_at=moment,
    )
