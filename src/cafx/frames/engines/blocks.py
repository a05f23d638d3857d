"""Blocks: long columns of numpy, worked through in pieces that stay in the processor's cache.

Numpy makes a new array for each step of a sum. At five million rows such an array is 40 MB, and the time goes
into fetching its memory, not into the sum. So every step is done for a block of rows in arrays that are used
again, and only the columns that are added are as long as the frame.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import TypeAlias

    from cafx.core.currency import Currency
    from cafx.frames.table import RateTable

    Floats: TypeAlias = np.ndarray[tuple[int], np.dtype[np.float64]]
    Integers: TypeAlias = np.ndarray[tuple[int], np.dtype[np.int64]]

__all__ = ["NEVER", "Days", "Keys", "blocks_of", "gather", "labels_of"]

#: The number of no day: what numpy writes for an empty moment.
NEVER: Final = np.iinfo(np.int64).min
# 16,384 rows of eight bytes are 128 kB: the four or five arrays of a block fit beside the table of rates.
_ROWS: Final = 1 << 14


class Days(NamedTuple):
    """The days of a column: moments that count from 1970-01-01 in *ticks* of a day, or ``NEVER``."""

    moments: Integers
    ticks: int = 1

    @staticmethod
    def same(number: int, length: int) -> Days:
        """Return one day for all rows."""
        return Days(np.broadcast_to(np.int64(number), (length,)))

    def numbers(self, part: slice | np.ndarray, *, is_full: bool = False) -> Integers:
        """Return the numbers of the days of some rows, in an array of its own; *is_full* if none is empty."""
        moments = self.moments[part]
        if self.ticks == 1:
            return moments.copy()
        numbers: Integers = moments // self.ticks
        if not is_full:
            numbers[moments == NEVER] = NEVER
        return numbers

    def ends(self) -> tuple[int, int] | None:
        """Return the first and the last day, ``NEVER`` as the first if a row has none; None without rows."""
        moments = self.moments[:1] if self.moments.strides == (0,) else self.moments
        if not len(moments):
            return None
        first, last = (
            number if number == NEVER else number // self.ticks
            for number in (int(moments.min()), int(moments.max()))
        )
        return first, last

    def known_ends(self) -> tuple[int, int] | None:
        """Return the first and the last day of the rows that have one; None where none has."""
        ends = self.ends()
        if ends is None or ends[1] == NEVER:
            return None
        first, last = ends
        if first == NEVER:
            first = int(self.moments[self.moments > NEVER].min()) // self.ticks
        return first, last


class Keys(NamedTuple):
    """Each row's currency and day.

    *places* are the places of its currency in *own*, -1 for an empty cell, which reads the last of *own*;
    *own* has places in *codes*, or -1.
    """

    codes: list[Currency]
    own: Integers
    places: Integers
    days: Days

    def rows(self, part: slice | np.ndarray) -> Integers:
        """Return the place in *codes* of some rows; -1 for none."""
        rows: Integers = self.own[self.places[part]]
        return rows


def blocks_of(keys: Keys, table: RateTable) -> Iterator[tuple[slice, Integers]]:
    """Yield block after block of rows, with the place of each row's cell in *table*.

    The array of places is the block's own: it may be written to.
    """
    starts = np.array([*map(table.offset, keys.codes), table.nowhere - table.first], dtype=np.int64)
    starts = starts[keys.own]
    first, last = keys.days.ends() or (NEVER, NEVER)
    is_full = first != NEVER
    is_inside = table.first <= first and last <= table.last
    length = len(keys.places)
    for begin in range(0, length, _ROWS):
        part = slice(begin, min(begin + _ROWS, length))
        places = keys.days.numbers(part, is_full=is_full)
        is_empty = None if is_full else places == NEVER
        if not is_inside:
            np.clip(places, table.first, table.last, out=places)
        places += starts.take(keys.places[part], mode="wrap")
        if is_empty is not None:
            places[is_empty] = table.nowhere
        yield part, places


def gather(cells: np.ndarray, places: np.ndarray, into: np.ndarray) -> None:
    """Write the cells of *places* into an array; -1 is the last cell."""
    # Any mode but the default writes straight into the array.
    np.take(cells, places, out=into, mode="wrap")


def labels_of(texts: Sequence[str]) -> tuple[list[str], np.ndarray]:
    """Return the distinct texts, sorted, and the place of each text among them, with -1 behind the last."""
    labels = sorted(set(texts))
    kind = np.int8 if len(labels) <= np.iinfo(np.int8).max else np.int32
    return labels, np.array([*(labels.index(text) for text in texts), -1], dtype=kind)
