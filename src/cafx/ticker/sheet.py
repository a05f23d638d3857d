"""The entries of one page as they are collected, and how they are summed up in a reading."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from cafx.decimals import CONTEXT
from cafx.quotation import Quotation
from cafx.ticker.grammar import Entry, Refusal, clean, entries_in
from cafx.ticker.reading import Conflict, Rejection, TickerReading

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from decimal import Decimal

    from cafx.currency import Currency

__all__ = ["NO_SUCH_DAY", "Sheet"]

NO_SUCH_DAY: Final = "the date after the ticker is none: there is no such day"

# The values of one pair, by price and change (as text, where -0 is not 0): the entry and its line.
_Values: TypeAlias = "dict[tuple[Decimal, str | None], tuple[Entry, str]]"


class Sheet:
    """The entries read so far of one page."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.repeats = 0
        self.lines: dict[str, int] = {}  # the lines of the ticker, and how many entries each gives
        self.values: dict[tuple[Currency, Currency], _Values] = {}
        self.refused: list[tuple[str, Refusal]] = []
        self.undated: list[Rejection] = []  # dates after the ticker that could not be taken

    @property
    def is_ticker(self) -> bool:
        """Whether anything read so far belongs to a ticker, be it only to be refused."""
        return bool(self.values) or any(refusal.is_ticker for _, refusal in self.refused)

    def take(self, line: str, count: int) -> list[Entry]:
        """Read *line*, which stands *count* times on the page."""
        entries = []
        for entry in entries_in(clean(line)):
            if isinstance(entry, Refusal):
                self.refused.append((line, entry))
                if entry.is_ticker:
                    self.lines.setdefault(line, 0)
                continue
            entries.append(entry)
            change = None if entry.change is None else str(entry.change.normalize(CONTEXT))
            values = self.values.setdefault((entry.base, entry.quote), {})
            values.setdefault((entry.price, change), (entry, line))
        if entries:
            self.repeats += count * len(entries)
            self.lines[line] = len(entries)
        return entries

    def disagrees_with(self, other: Sheet) -> bool:
        """Whether *other* has another price or change for a pair that this sheet has."""
        for pair, values in other.values.items():
            for price, change in values:
                for own_price, own_change in self.values.get(pair, ()):
                    if own_price != price or (change != own_change and None not in (change, own_change)):
                        return True
        return False

    def reading(self, day: date | None, place_of: Callable[[str], int]) -> TickerReading:
        """Sum up what was read as of *day*; *place_of* gives the line number of a line."""
        quotations, conflicts = [], []
        for values in self.values.values():
            taken, sides = _settled(values)
            if taken is not None:
                quotations.append(self._quotation(taken, day))
            if sides:
                conflicts.append(
                    Conflict(
                        tuple(self._quotation(entry, day) for entry, _ in sides),
                        tuple(place_of(line) for _, line in sides),
                    )
                )
        rejected = [Rejection(place_of(line), refusal.text, refusal.reason) for line, refusal in self.refused]
        return TickerReading(
            tuple(quotations), day, self.repeats, tuple(conflicts), (*rejected, *self.undated)
        )

    def _quotation(self, entry: Entry, day: date | None) -> Quotation:
        return Quotation(
            entry.base,
            entry.quote,
            entry.price,
            as_of=day,
            kind="ticker",
            source=self.source,
            change=entry.change,
        )


def _settled(values: _Values) -> tuple[Entry | None, list[tuple[Entry, str]]]:
    """Give the entry that a pair's *values* agree on, and the sides of what they do not.

    A value without a change says less than one with it, and contradicts nothing. ``0%`` and
    ``-0%`` do differ: the one says that the price rose or stood, the other that it fell.
    """
    by_price = {price: side for (price, _), side in reversed(values.items())}
    if len(by_price) > 1:
        return None, list(by_price.values())[::-1]
    by_change = {change: side for (_, change), side in values.items() if change is not None}
    if len(by_change) > 1:
        sides = list(by_change.values())
        return sides[0][0]._replace(change=None), sides
    return next(iter(by_change.values() or values.values()))[0], []
