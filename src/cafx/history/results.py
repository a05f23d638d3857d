"""What a history gives back: what adding did, and what waits in quarantine."""

from __future__ import annotations

from typing import Self, final

from cafx.core.value import Value
from cafx.values.quotation import Quotation

__all__ = ["Added", "Quarantined"]


@final
class Added(Value):
    """What adding quotations did, by number.

    Attributes:
        new: values of a source, pair and day of which nothing was in force.
        known: values that are in force already, wait in quarantine or were discarded.
        revised: values that took the place of another one, which is kept.
        quarantined: values that are suspect, and wait until someone accepts or discards them.

    >>> print(Added(new=3) + Added(new=1, known=2))
    4 new, 2 known, 0 revised, 0 quarantined
    """

    new: int = 0
    known: int = 0
    revised: int = 0
    quarantined: int = 0

    @property
    def entries(self) -> int:
        """How many there were in all."""
        return self.new + self.known + self.revised + self.quarantined

    def __add__(self, other: Added) -> Self:
        return type(self)(
            self.new + other.new,
            self.known + other.known,
            self.revised + other.revised,
            self.quarantined + other.quarantined,
        )

    def __str__(self) -> str:
        return f"{self.new} new, {self.known} known, {self.revised} revised, {self.quarantined} quarantined"


@final
class Quarantined(Value):
    """A quotation that waits in quarantine, under the number by which it is accepted or discarded.

    >>> from cafx import History, Quotation
    >>> right = Quotation("USD", "KZT", "520.40", as_of="2026-11-27", kind="official", source="NBK")
    >>> with History(":memory:") as history:
    ...     print(history.add([right]))
    ...     print(history.add([right.replace(price="5204.0", as_of="2026-11-28")]))
    ...     print(history.quarantine()[0].reason)
    1 new, 0 known, 0 revised, 0 quarantined
    0 new, 0 known, 0 revised, 1 quarantined
    5204 for one USD after 520.4 on 2026-11-27
    """

    number: int
    quotation: Quotation
    reason: str

    def __str__(self) -> str:
        return f"{self.number}: {self.quotation}: {self.reason}"
