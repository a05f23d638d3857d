"""What those who serve live rates ask of them: ``Rates`` has it, and so have the doubles for tests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import date, timedelta
    from typing import Unpack

    from cafx.display import Display, DisplayChoices
    from cafx.live.snapshot import Health, Snapshot

__all__ = ["LiveRates"]


class LiveRates(Protocol):
    """Rates that are handed out without waiting; each part as ``cafx.live.Rates`` has it."""

    @property
    def today(self) -> date:
        """The day whose rates pages show."""

    @property
    def max_age(self) -> timedelta:
        """How long before ``today`` a rate may have been last in force, for a page to show it."""

    def now(self) -> Snapshot:
        """Return what is known now, at once, or raise ``RatesTooOld``."""

    async def aready(self, timeout: float = 5.0) -> bool:  # noqa: ASYNC109 -- as in Rates
        """Wait for the first answer, for start-up."""

    def health(self) -> Health:
        """Return how the upkeep goes."""

    def display(self, locale: str, to: str = "USD", **choices: Unpack[DisplayChoices]) -> Display:
        """Return the display of the rates that are known now."""
