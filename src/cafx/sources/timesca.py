"""The ticker on the pages of The Times of Central Asia, as a source like any other."""

from __future__ import annotations

from typing import TYPE_CHECKING, final
from zoneinfo import ZoneInfo

from cafx.errors import ParseError
from cafx.sources.calendar import DAILY
from cafx.sources.document import changed, check_body
from cafx.sources.reading import UNASKED, Request, SourceReading
from cafx.sources.source import Source
from cafx.values.reading import Rejection

if TYPE_CHECKING:
    from datetime import date, datetime

    from cafx.ticker import Conflict

__all__ = ["TimesCA"]


@final
class TimesCA(Source):
    """The exchange-rate ticker of timesca.com: dollars for one unit, to five decimals.

    It keeps no past. A page shows the day of the visit or no day at all; then the day in Almaty on
    which it was read counts.

    >>> print(*TimesCA().parse(b"<p>KZT/USD = 0.00194 -0%<p>16 December 2025"))
    KZT/USD = 0.00194 (ticker, timesca, 2025-12-16)
    """

    name = "timesca"
    kind = "ticker"
    quote = "USD"
    currencies = ("KGS", "KZT", "TJS", "UZS", "TMT")
    hosts = ("timesca.com", "www.timesca.com")
    calendar = DAILY
    zone = "Asia/Almaty"
    max_body = 2 * 1024 * 1024  # a page has 0.5 MB; the worst of two are read in a second

    def request(self, *, on: date | None = None) -> Request:
        """Return the request for the front page; every page carries the ticker."""
        if on is not None:
            self.check_span(on)
        return Request("https://timesca.com/")

    def read(
        self, body: bytes, request: Request = UNASKED, *, observed_at: datetime | None = None
    ) -> SourceReading:
        """Read the ticker of a page; of a pair with two prices neither is taken."""
        from cafx.ticker import read_ticker

        check_body(body, self.name, self.max_body)
        try:
            reading = read_ticker(body, as_of=request.on, source=self.name)
        except ParseError as error:
            raise changed(self.name, f"its page shows no ticker: {error}") from error
        day = reading.as_of
        if day is None and observed_at is not None:
            day = observed_at.astimezone(ZoneInfo(self.zone)).date()
        kept = tuple(
            quotation.replace(as_of=day, observed_at=observed_at)
            for quotation in reading.quotations
            if self.wanted is None or quotation.base in self.wanted
        )
        rejected = [rejection.replace(source=self.name, on=request.on) for rejection in reading.rejected]
        rejected += [
            self._reject(conflict, request.on) for conflict in reading.conflicts if conflict.is_about_price
        ]
        rejected.sort(key=lambda rejection: rejection.place)
        if not kept and self.wanted is None:
            first = f"; {rejected[0]}" if rejected else ""
            raise changed(self.name, f"no entry of its ticker can be taken{first}")
        return SourceReading(kept, tuple(rejected), reading.repeats, reading.entries)

    def _reject(self, conflict: Conflict, on: date | None) -> Rejection:
        reason = "two prices for one pair: neither is taken"
        return Rejection(conflict.places[0], str(conflict), reason, self.name, on)
