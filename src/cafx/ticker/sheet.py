"""The entries of one page as they are collected, and how they are summed up in a reading."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from cafx.ticker.grammar import Entry, Refusal
from cafx.ticker.reading import Conflict, TickerReading
from cafx.values.quotation import Quotation
from cafx.values.reading import Rejection

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date
    from decimal import Decimal

    from cafx.core.currency import Currency

__all__ = ["NO_SUCH_DAY", "Sheet"]

NO_SUCH_DAY: Final = "the date after the ticker is none: there is no such day"

# A price with its exponent, since 0.0019 and 0.00190 are known to different digits; a change and
# whether it has a minus, since Decimal("-0") equals Decimal("0").
_Value: TypeAlias = "tuple[tuple[Decimal, int], Decimal | None, bool]"
# The values of one pair, each with its entry and the line that shows it first.
_Values: TypeAlias = "dict[_Value, tuple[Entry, str]]"


class Sheet:
    """The entries read so far of one page."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.entries = 0
        self.lines: dict[str, int] = {}  # the lines of the ticker, and how many entries each gives
        self.values: dict[tuple[Currency, Currency], _Values] = {}
        self.refused: list[tuple[str, Refusal]] = []
        self.undated: list[Rejection] = []  # dates after the ticker that were not taken

    @property
    def is_ticker(self) -> bool:
        """Whether anything read so far belongs to a ticker, be it only to be refused."""
        return bool(self.values) or any(refusal.is_ticker for _, refusal in self.refused)

    def take(self, line: str, found: Iterable[Entry | Refusal], count: int = 1) -> None:
        """Put down what was *found* on *line*, which stands *count* times on the page."""
        entries = 0
        for entry in found:
            if isinstance(entry, Refusal):
                self.refused.append((line, entry))
                if entry.is_ticker:
                    self.lines.setdefault(line, 0)
                continue
            entries += 1
            values = self.values.setdefault((entry.base, entry.quote), {})
            values.setdefault(_value_of(entry), (entry, line))
        if entries:
            self.entries += count * entries
            self.lines[line] = entries

    def contradicts(self, found: Iterable[Entry | Refusal]) -> bool:
        """Whether an entry among *found* has another price or change than this sheet has for its pair."""
        for entry in found:
            if isinstance(entry, Refusal):
                continue
            for known in self.values.get((entry.base, entry.quote), ()):
                is_silent = known[1] is None or entry.change is None
                own = _value_of(entry)
                if known[0] != own[0] or not (is_silent or known == own):
                    return True
        return False

    def reading(self, day: date | None, place_of: Callable[[str], int]) -> TickerReading:
        """Sum up what was read as of *day*; *place_of* gives the line number of a line."""
        quotations, conflicts = [], []
        statements = 0
        for values in self.values.values():
            taken, sides = _settled(values)
            if taken is not None:
                quotations.append(self._quotation(taken, day))
            statements += len(sides) or 1
            if sides:
                conflicts.append(
                    Conflict(
                        tuple(self._quotation(entry, day) for entry, _ in sides),
                        tuple(place_of(line) for _, line in sides),
                    )
                )
        rejected = [Rejection(place_of(line), refusal.text, refusal.reason) for line, refusal in self.refused]
        return TickerReading(
            tuple(quotations),
            as_of=day,
            entries=self.entries,
            repeats=self.entries - statements,
            conflicts=tuple(conflicts),
            rejected=(*rejected, *self.undated),
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
    if len(values) == 1:
        return next(iter(values.values()))[0], []
    by_price = {price: side for (price, _, _), side in reversed(values.items())}
    if len(by_price) > 1:
        return None, list(by_price.values())[::-1]
    by_change = {value: side for value, side in values.items() if value[1] is not None}
    if len(by_change) > 1:
        sides = list(by_change.values())
        return sides[0][0]._replace(change=None), sides
    return next(iter(by_change.values() or values.values()))[0], []


def _value_of(entry: Entry) -> _Value:
    price = entry.price, int(entry.price.as_tuple().exponent)
    return price, entry.change, entry.change is not None and entry.change.is_signed()
