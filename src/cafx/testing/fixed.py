"""``FixedRates``: live rates that stand still, for the tests of a program that prints prices."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final, Self, final

from cafx.client import Failure, Fetched
from cafx.core.dates import REGION_ZONE, day_of
from cafx.core.text import printable
from cafx.errors import OptionError, SourceError
from cafx.live import Rates
from cafx.values.quotation import Quotation

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from decimal import Decimal
    from typing import Unpack

    from cafx.core.dates import Day
    from cafx.display import Display, DisplayChoices
    from cafx.live import Health, Snapshot
    from cafx.rates.book import RateBook
    from cafx.sources import Source

__all__ = ["FixedRates"]

_SOURCE: Final = "NBK"  # whoever it is: nobody is asked
_NOON: Final = time(12, tzinfo=REGION_ZONE)


@final
class FixedRates:
    r"""Stands in for ``cafx.live.Rates``: the same methods, prices of one's own, a clock moved by hand.

    It asks nobody and keeps nothing. ``set`` prints new prices, ``move`` lets time pass, and ``fail`` lets
    the banks be down, so that a test sees its pages with rates that are old, and with none.

    Args:
        prices: by pair, such as ``{"USD/KZT": "520.20"}``, as text, ``Decimal`` or ``int``; or quotations.
        on: the day that it is, at noon in the region, a date or ISO text.
        hard: past this age nothing is served; None serves rates of any age.

    >>> from datetime import timedelta
    >>> from cafx import Money
    >>> rates = FixedRates({"USD/KZT": "520.20"}, on="2026-11-28")
    >>> rates.display("en").worth(Money(13500, "KZT"))
    '≈\xa0$25.95'
    >>> rates.fail()
    >>> rates.move(days=8)
    >>> rates.health().status, rates.display("en").worth(Money(13500, "KZT"))
    ('expired', '')
    """

    def __init__(
        self,
        prices: Mapping[str, Decimal | int | str] | Iterable[Quotation],
        *,
        on: Day = date(2026, 11, 28),
        hard: timedelta | None = timedelta(days=7),
    ) -> None:
        self._moment = datetime.combine(day_of(on, what="on"), _NOON).astimezone(UTC)
        self._began = self._moment
        self._is_down = False
        self._prices = self._quotations(prices)
        self._rates = Rates(
            _SOURCE,
            client=self,
            history=None,
            lock=None,
            start=(),
            hard=hard,
            keep_warm=False,
            clock=self._now,
            steady=self._passed,
        )
        self._rates.refresh()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *raised: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"FixedRates({len(self._prices)} prices, {self.health()})"

    def set(self, prices: Mapping[str, Decimal | int | str] | Iterable[Quotation]) -> None:
        """Let these be the prices from now on: the next snapshot has them."""
        self._prices = self._quotations(prices)
        self._refresh()

    def move(self, **span: float) -> None:
        """Let time pass, by the arguments of ``timedelta``; what is due is fetched before this returns."""
        self._moment += timedelta(**span)
        self._refresh()

    def fail(self) -> None:
        """Let the banks be down until ``mend``."""
        self._is_down = True

    def mend(self) -> None:
        """Let the banks answer again."""
        self._is_down = False
        self._refresh()

    def latest(self, sources: Sequence[Source]) -> Fetched:
        """Return the prices, as a client would for any *sources*: these rates ask it."""
        if self._is_down:
            error = SourceError("the banks are down, as fail() says", source=_SOURCE, cause="unavailable")
            return Fetched((), tuple(Failure(source.name, None, error) for source in sources))
        return Fetched(tuple(one.replace(observed_at=self._moment) for one in self._prices))

    def now(self) -> Snapshot:
        """Return the snapshot of now; see ``cafx.live.Rates.now``."""
        return self._rates.now()

    @property
    def book(self) -> RateBook:
        """See ``cafx.live.Rates.book``."""
        return self._rates.book

    @property
    def today(self) -> date:
        """See ``cafx.live.Rates.today``."""
        return self._rates.today

    @property
    def max_age(self) -> timedelta:
        """See ``cafx.live.Rates.max_age``."""
        return self._rates.max_age

    def ready(self, timeout: float = 5.0) -> bool:
        """Return whether there are rates; it does not wait; see ``cafx.live.Rates.ready``."""
        return self._rates.ready(min(timeout, 0.0))

    async def aready(self, timeout: float = 5.0) -> bool:  # noqa: ASYNC109 -- as in Rates
        """Return whether there are rates; it does not wait; see ``cafx.live.Rates.aready``."""
        return await self._rates.aready(min(timeout, 0.0))

    def refresh(self, timeout: float = 30.0) -> Snapshot:
        """Return the newest snapshot; see ``cafx.live.Rates.refresh``."""
        return self._rates.refresh(timeout)

    async def arefresh(self, timeout: float = 30.0) -> Snapshot:  # noqa: ASYNC109 -- as in Rates
        """Return the newest snapshot; see ``cafx.live.Rates.arefresh``."""
        return await self._rates.arefresh(timeout)

    def health(self) -> Health:
        """Return how the upkeep goes; see ``cafx.live.Rates.health``."""
        return self._rates.health()

    def display(self, locale: str, to: str = "USD", **choices: Unpack[DisplayChoices]) -> Display:
        """Return a display of these rates; see ``cafx.live.Rates.display``."""
        return self._rates.display(locale, to, **choices)

    def close(self) -> None:
        """See ``cafx.live.Rates.close``."""
        self._rates.close()

    def _now(self) -> datetime:
        return self._moment

    def _passed(self) -> float:
        return (self._moment - self._began).total_seconds()

    def _refresh(self) -> None:
        with suppress(SourceError):
            self._rates.refresh()

    def _quotations(
        self, prices: Mapping[str, Decimal | int | str] | Iterable[Quotation]
    ) -> tuple[Quotation, ...]:
        if not isinstance(prices, Mapping):
            return tuple(prices)
        day = self._moment.astimezone(REGION_ZONE).date()
        for pair in prices:
            if "/" not in pair:
                message = f"{printable(pair)} is not a pair: write base/quote, such as 'USD/KZT'"
                raise OptionError(message, option="prices", value=pair)
        return tuple(
            Quotation(base, quote, price, as_of=day, kind="official", source=_SOURCE)
            for (base, _, quote), price in ((pair.partition("/"), price) for pair, price in prices.items())
        )
