"""What the history gives back: what is held back, how far a backfill is, and what it did."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from cafx.client import Failure
    from cafx.history.recording import Added
    from cafx.values.quotation import Quotation
    from cafx.values.reading import Rejection

__all__ = ["Backfilled", "Progress", "Suspect"]


class Suspect(NamedTuple):
    """A quotation that is held back, under the number by which it is accepted or rejected."""

    number: int
    quotation: Quotation
    reason: str

    def __str__(self) -> str:
        return f"{self.number}: {self.quotation}: {self.reason}"


class Progress(NamedTuple):
    """How far a backfill is: documents done and in all, the day of the last one, and the sums so far."""

    done: int
    total: int
    on: date | None
    added: Added
    failures: int


class Backfilled(NamedTuple):
    """What a backfill did; a day that failed stays a gap and is asked for again next time."""

    added: Added
    failures: tuple[Failure, ...]
    rejected: tuple[Rejection, ...] = ()
