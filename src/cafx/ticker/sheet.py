"""The entries of one page as they are collected, and how they are summed up in a reading."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias, TypeVar

from cafx.core.value import make
from cafx.ticker.grammar import Entry, Rejected
from cafx.ticker.reading import Conflict, TickerReading
from cafx.values.quotation import Quotation
from cafx.values.reading import Rejection

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date
    from decimal import Decimal

    from cafx.core.currency import Currency

__all__ = ["Pair", "Sheet", "Sums", "Values", "check_source", "quotation_of", "sum_up", "value_of"]

_NO_SUCH_DAY: Final = "the date after the ticker is wrong: there is no such day"


class _Value(NamedTuple):
    """What tells two entries of a pair apart, as it is printed."""

    price: Decimal
    exponent: int  # 0.0019 and 0.00190 are known to different digits
    change: Decimal | None
    is_minus: bool  # Decimal("-0") equals Decimal("0")


Place = TypeVar("Place")
Pair: TypeAlias = "tuple[Currency, Currency]"
#: The values of one pair, each with its entry and where it stands first.
Values: TypeAlias = "dict[_Value, tuple[Entry, Place]]"


class Sheet:
    """The entries read so far of one page."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.entries = 0
        self.lines: dict[str, int] = {}  # the lines of the ticker, and how many entries each gives
        self.values: dict[Pair, Values[str]] = {}
        self._rejected: list[tuple[str, Rejected]] = []
        self._undated: list[Rejection] = []  # dates after the ticker that were not taken

    @property
    def is_ticker(self) -> bool:
        """Whether anything read so far belongs to a ticker, be it only to be rejected."""
        return bool(self.values) or any(one.is_ticker for _, one in self._rejected)

    @property
    def undated(self) -> int:
        """How many dates were not taken."""
        return len(self._undated)

    def take(self, line: str, found: Iterable[Entry | Rejected], count: int = 1) -> None:
        """Put down what was *found* on *line*, which stands *count* times on the page."""
        entries = 0
        for entry in found:
            if isinstance(entry, Rejected):
                self._rejected.append((line, entry))
                if entry.is_ticker:
                    self.lines.setdefault(line, 0)
                continue
            entries += 1
            values = self.values.setdefault((entry.base, entry.quote), {})
            values.setdefault(value_of(entry), (entry, line))
        if entries:
            self.entries += count * entries
            self.lines[line] = entries

    def note_undated(self, place: int, text: str, reason: str = _NO_SUCH_DAY) -> None:
        """Put down a date after the ticker that is not taken."""
        self._undated.append(Rejection(place, text.strip(), reason))

    def contradicts(self, found: Iterable[Entry | Rejected]) -> bool:
        """Return whether an entry of *found* has another price or change than this sheet has for its pair."""
        for entry in found:
            if isinstance(entry, Rejected):
                continue
            own = value_of(entry)
            for known in self.values.get((entry.base, entry.quote), ()):
                is_silent = known.change is None or own.change is None
                if known[:2] != own[:2] or not (is_silent or known == own):
                    return True
        return False

    def rejections(self, place_of: Callable[[str], int]) -> tuple[Rejection, ...]:
        """Return what was not taken; *place_of* gives the number of a line."""
        found = [Rejection(place_of(line), one.text, one.reason) for line, one in self._rejected]
        return (*found, *self._undated)

    def reading(self, day: date | None, place_of: Callable[[str], int]) -> TickerReading:
        """Sum up what was read as of *day*; *place_of* gives the number of a line."""
        sums = sum_up(self.values, day, self.source, place_of)
        return TickerReading(
            sums.quotations,
            as_of=day,
            entries=self.entries,
            repeats=self.entries - sums.statements,
            conflicts=sums.conflicts,
            rejected=self.rejections(place_of),
        )


class Sums(NamedTuple):
    """What the values of all pairs come to."""

    quotations: tuple[Quotation, ...]
    conflicts: tuple[Conflict, ...]
    statements: int  # how many entries said something new


def sum_up(
    pairs: dict[Pair, Values[Place]], day: date | None, source: str, place_of: Callable[[Place], int]
) -> Sums:
    """Return what is taken of each pair, and what stands against it."""
    quotations: list[Quotation] = []
    conflicts: list[Conflict] = []
    statements = 0
    for values in pairs.values():
        taken, sides = _settle(values)
        if taken is not None:
            quotations.append(quotation_of(taken, day, source))
        statements += len(sides) or 1
        if sides:
            conflicts.append(
                Conflict(
                    tuple(quotation_of(entry, day, source) for entry, _ in sides),
                    tuple(place_of(place) for _, place in sides),
                )
            )
    return Sums(tuple(quotations), tuple(conflicts), statements)


def quotation_of(entry: Entry, day: date | None, source: str) -> Quotation:
    """Return an entry as a quotation; its parts are checked already, and *source* by ``check_source``."""
    return make(
        Quotation,
        entry.base,
        entry.quote,
        entry.price,
        day,
        "ticker",
        source,
        1,
        None,
        None,
        None,
        entry.change,
        None,
    )


def check_source(source: str) -> None:
    """Refuse a name that no quotation can carry.

    Raises:
        OptionError: it is empty, too long, or cannot be printed.
    """
    Quotation("KZT", "USD", 1, as_of=None, kind="ticker", source=source)


def _settle(values: Values[Place]) -> tuple[Entry | None, list[tuple[Entry, Place]]]:
    """Return the entry that a pair's *values* agree on, and the sides of what they do not.

    A value without a change says less than one with it, and contradicts nothing. ``0%`` and
    ``-0%`` do differ: the one says that the price rose or stood, the other that it fell.
    """
    if len(values) == 1:
        return next(iter(values.values()))[0], []
    by_price = {value[:2]: side for value, side in reversed(values.items())}
    if len(by_price) > 1:
        return None, list(by_price.values())[::-1]
    by_change = {value: side for value, side in values.items() if value.change is not None}
    if len(by_change) > 1:
        sides = list(by_change.values())
        return sides[0][0]._replace(change=None), sides
    return next(iter(by_change.values() or values.values()))[0], []


def value_of(entry: Entry) -> _Value:
    """Return what tells *entry* apart from others of its pair."""
    change = entry.change
    exponent = int(entry.price.as_tuple().exponent)
    return _Value(entry.price, exponent, change, change is not None and change.is_signed())
