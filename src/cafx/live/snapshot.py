"""``Snapshot``: an immutable book with its moments; ``Health``: how its upkeep goes."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from itertools import permutations
from typing import TYPE_CHECKING, Literal, TypeAlias, final

from cafx.core.currency import REGION
from cafx.core.value import Value, field
from cafx.errors import RateNotFound
from cafx.live.wire import write_document
from cafx.rates.book import RateBook
from cafx.values.quotation import Quotation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cafx.core.dates import Day
    from cafx.core.value import Json

__all__ = ["Health", "Snapshot", "Status"]

#: ``starting``: no source has answered yet; ``fresh``: all have, no longer ago than soft; ``stale``: one
#: has not; ``expired``: none has for longer than hard, and nothing is served.
Status: TypeAlias = Literal["starting", "fresh", "stale", "expired"]


@final
class Snapshot(Value):
    """What live rates are at one moment; it never changes, so that a page rests on one book.

    Attributes:
        book: the rates.
        version: a name for what came from the sources: the same for two processes that know the same, and
            after a fetch that brought nothing new.
        checked: when each source last answered, by its name.
        number: how many snapshots this process has made, this one included.
        kept: what came from the sources, their newest days; the book holds these and what it started with.

    >>> from cafx.testing import FixedRates
    >>> snapshot = FixedRates({"USD/KZT": "520.20"}, on="2026-11-28").now()
    >>> print(snapshot.book.rate("USD", "KZT"))
    USD/KZT = 520.20 (520.195 to 520.205, 2026-11-28)
    """

    book: RateBook
    version: str
    checked: Mapping[str, datetime] = field(hash=False)
    number: int
    kept: tuple[Quotation, ...] = field(hash=False)

    def document(self, *, on: Day | None = None) -> bytes:
        """Return the ``rates.json`` that hands this on to another cafx, whose ``Rates.from_url`` reads it.

        It holds what came from the sources, and what else answers between the region's currencies on a day.

        Args:
            on: the day, a date or ISO text; None for the newest day known.
        """
        answering = dict.fromkeys(self.kept)
        for base, quote in permutations(REGION, 2):
            with suppress(RateNotFound):
                answering |= dict.fromkeys(self.book.rate(base, quote, on=on).legs)
        return write_document(self.version, self.checked, answering)

    def __iter__(self) -> Iterator[Quotation]:
        return iter(self.book)

    def __len__(self) -> int:
        return len(self.book)

    def __repr__(self) -> str:
        return f"<{self}>"

    def __str__(self) -> str:
        newest = max(self.checked.values(), default=None)
        when = "never checked" if newest is None else f"checked {newest.isoformat(' ', 'minutes')}"
        return f"snapshot {self.number} ({self.version}, {len(self.book)} quotations, {when})"


@final
class Health(Value):
    """How live rates do, for a status page or an alarm.

    Attributes:
        status: ``starting``, ``fresh``, ``stale`` or ``expired``.
        age: since a source last answered, whichever was the last to; None where none ever has.
        checked: when each source last answered, by its name.
        pairs: how many pairs are quoted.
        failures: how many times in a row each source that fails now has failed.
        last_error: the last failure in words; empty after a fetch without one.
        next_try: when a source that fails is asked again at the earliest.
        fetches: how many times this process has asked the sources.
        remarks: what was odd about the last answers.

    >>> from cafx.testing import FixedRates
    >>> rates = FixedRates({"USD/KZT": "520.20"}, on="2026-11-28")
    >>> rates.fail()
    >>> rates.move(hours=2)
    >>> rates.health().status, rates.health().last_error
    ('stale', 'the banks are down, as fail() says')
    """

    status: Status
    age: timedelta | None
    checked: Mapping[str, datetime] = field(hash=False)
    pairs: int
    failures: Mapping[str, int] = field(hash=False)
    last_error: str
    next_try: datetime | None
    fetches: int
    remarks: tuple[str, ...]

    def to_dict(self) -> dict[str, Json]:
        """Return the fields as JSON writes them; ``age`` in whole seconds, moments in ISO form."""
        return {
            "status": self.status,
            "age": None if self.age is None else int(self.age.total_seconds()),
            "checked": {source: moment.isoformat() for source, moment in self.checked.items()},
            "pairs": self.pairs,
            "failures": dict(self.failures),
            "last_error": self.last_error,
            "next_try": None if self.next_try is None else self.next_try.isoformat(),
            "fetches": self.fetches,
            "remarks": list(self.remarks),
        }

    def __str__(self) -> str:
        age = "no answer yet" if self.age is None else f"answered {int(self.age.total_seconds())} s ago"
        failing = f", failing: {', '.join(sorted(self.failures))}" if self.failures else ""
        return f"{self.status} ({age}{failing})"
