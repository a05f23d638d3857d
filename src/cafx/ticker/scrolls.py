"""The short way for what nearly every capture is: one group of entries, scrolled by many times, and a date.

It is taken only where each line is understood whole and nothing contradicts anything; whatever else
stands there goes line by line. Both ways give the same readings, which a test holds them to.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from cafx.core.value import make
from cafx.ticker.grammar import Entry, Rejected, clean, date_in, entries_in, plain_entry
from cafx.ticker.reading import TickerReading
from cafx.ticker.sheet import quotation_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from cafx.values.quotation import Quotation
    from cafx.values.reading import Rejection

__all__ = ["MAX_LINE", "Scroll", "entries_on", "known_entries", "scroll_at"]

#: Longer lines are read anew each time, so that what is kept stays small.
MAX_LINE: Final = 200
# A group has five lines, one a pair; one line a capture where it is flattened.
_MAX_GROUP: Final = 12
_MAX_BLANKS: Final = 4


class Scroll(NamedTuple):
    """A dated capture that is nothing but its group, again and again.

    Attributes:
        end: where what follows its date stands in the list of lines.
        group: the lines of its group, from the second one on.
        runs: how often it scrolls by.
        day: its date.
        first_line: the number of its first line in the archive.
        source: the name that the quotations carry.
    """

    end: int
    group: tuple[str, ...]
    runs: int
    day: date
    first_line: int
    source: str

    @property
    def entries(self) -> int:
        """How many entries stand in it."""
        return self.runs * len(_entries_of(self.group))

    def statements(self) -> Iterator[tuple[Entry, int]]:
        """Yield each entry that says something new, with the number of its line."""
        for entry, offset in _entries_of(self.group):
            yield entry, self.first_line + offset

    def rejections(self) -> tuple[Rejection, ...]:
        """Return nothing: what rejects anything is read line by line."""
        return ()

    def reading(self) -> TickerReading:
        """Return what the capture says."""
        quotations = _quotations_of(self.group, self.day, self.source)
        entries = self.runs * len(quotations)
        return make(TickerReading, quotations, self.day, entries, entries - len(quotations), (), ())


def scroll_at(lines: list[str], start: int, first_line: int, source: str) -> Scroll | None:
    """Return the capture that starts at *lines[start]*, which is line *first_line*; None for any other kind.

    The first line may be set in otherwise than when it comes again, so that the group is compared from
    its second line on.
    """
    # Only a line that begins a capture is worth looking ahead from, and each begins one only once.
    if len(lines[start]) > MAX_LINE or not _entries_in(lines[start]):
        return None
    second = start + 1
    try:
        size = lines.index(lines[second], second + 1, second + 1 + _MAX_GROUP) - second
    except (ValueError, IndexError):
        return None
    group = lines[second : second + size]
    end = second + size
    while lines[end : end + size] == group:
        end += size
    if lines[start].strip() != group[-1].strip() or lines[end : end + size - 1] != group[:-1]:
        return None
    end += size - 1
    runs = (end - start) // size
    for _ in range(_MAX_BLANKS):
        if end < len(lines) and not lines[end].strip():
            end += 1
    if end == len(lines) or max(map(len, (*group, lines[end]))) > MAX_LINE:
        return None
    day = _day_on(lines[end])
    key = tuple(group)
    if day is None or not _entries_of(key):
        return None
    return Scroll(end + 1, key, runs, day, first_line, source)


@lru_cache(maxsize=1024)
def _entries_of(group: tuple[str, ...]) -> tuple[tuple[Entry, int], ...]:
    """Return the entries of a group, the last line's first, each with its line; none if anything is odd."""
    entries: list[tuple[Entry, int]] = []
    for offset, line in enumerate((group[-1], *group[:-1])):
        found = _entries_in(line)
        if not found:
            return ()
        entries += [(entry, offset) for entry in found]
    is_odd = len({(entry.base, entry.quote) for entry, _ in entries}) < len(entries)
    return () if is_odd else tuple(entries)


@lru_cache(maxsize=4096)
def _entries_in(line: str) -> tuple[Entry, ...]:
    """Return the entries of a short line that holds nothing odd; else none."""
    line = line.rstrip()
    entry = plain_entry(line)
    if entry is not None:
        return (entry,)
    found = known_entries(line)
    entries = tuple([one for one in found if isinstance(one, Entry)])
    return entries if len(entries) == len(found) else ()


@lru_cache(maxsize=1024)
def _quotations_of(group: tuple[str, ...], day: date, source: str) -> tuple[Quotation, ...]:
    """Return the quotations of a group on a day; a page is kept many times a day."""
    return tuple([quotation_of(entry, day, source) for entry, _ in _entries_of(group)])


@lru_cache(maxsize=4096)
def known_entries(line: str) -> tuple[Entry | Rejected, ...]:
    """Return what is on a short line; states of the ticker come back for days."""
    return tuple(entries_on(line))


def entries_on(line: str) -> list[Entry | Rejected]:
    """Return what is on a line, which need not be clean."""
    return entries_in(clean(line)) if "=" in line or not line.isascii() else []


@lru_cache(maxsize=1024)
def _day_on(line: str) -> date | None:
    try:
        return date_in(clean(line))
    except ValueError:
        return None  # what is wrong with it is said line by line
