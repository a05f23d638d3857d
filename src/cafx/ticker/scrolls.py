"""The short way for what nearly every capture is: one group of entries, scrolled by many times, and a date.

It is taken only where each line is understood whole and nothing contradicts anything; whatever else
stands there goes line by line. Both ways give the same readings, which a test holds them to.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from cafx.core.value import make, maker
from cafx.ticker.grammar import Entry, Rejected, clean, date_in, entries_in, plain_entries, plain_entry
from cafx.ticker.reading import TickerReading
from cafx.values.quotation import Quotation

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date
    from decimal import Decimal

    from cafx.core.currency import Currency
    from cafx.values.reading import Rejection

__all__ = ["MAX_LINE", "Run", "Scroll", "entries_on", "known_entries", "run_at", "scroll_at"]

#: Longer lines are read anew each time, so that what is kept stays small.
MAX_LINE: Final = 200
# A group has five lines, one a pair; one line a capture where it is flattened.
_MAX_GROUP: Final = 12
_MAX_BLANKS: Final = 4
_MOST_SCROLL: Final = 7  # times, or more: so many are compared at once
# The base, the quote, the price and the change of an entry, and on which line of its group it stands.
_Statement: TypeAlias = "tuple[Currency, Currency, Decimal, Decimal | None, int]"
_quotation: Final = maker(Quotation)


class Scroll(NamedTuple):
    """A dated capture that is nothing but its group, again and again.

    Attributes:
        end: where what follows its date begins in the text.
        lines: how many lines it has.
        group: the lines of its group, from the second one on, as one text.
        runs: how often it scrolls by.
        day: its date.
        first_line: the number of its first line in the archive.
        source: the name that the quotations carry.
    """

    end: int
    lines: int
    group: str
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
        for base, quote, price, change, offset in _entries_of(self.group):
            yield Entry(base, quote, price, change), self.first_line + offset

    def rejections(self) -> tuple[Rejection, ...]:
        """Return nothing: what rejects anything is read line by line."""
        return ()

    def reading(self) -> TickerReading:
        """Return what the capture says."""
        quotations = _quotations_of(self.group, self.day, self.source)
        entries = self.runs * len(quotations)
        return make(TickerReading, quotations, self.day, entries, entries - len(quotations), (), ())


class Run(NamedTuple):
    """A stretch of a capture that is one group of known lines, again and again.

    Attributes:
        end: where what follows it begins in the text.
        lines: how many lines it has.
        entries: how many entries stand on them.
    """

    end: int
    lines: int
    entries: int


def run_at(text: str, start: int, known: Mapping[str, int]) -> Run:
    """Return the stretch of *known* lines that begins at *start*, as far as it is seen at once, if any.

    The group is read line by line, and its repeats are compared as text, not cut into lines.
    """
    nothing = Run(start, 0, 0)
    second = text.find("\n", start, start + MAX_LINE) + 1
    line = text[start:second]
    if line not in known:
        return nothing
    end = text.find(line, second, second + _MAX_GROUP * MAX_LINE)
    if end < 0:
        return nothing
    group = text[start:end]
    counts = [known.get(one, 0) for one in group.splitlines(keepends=True)]
    if not all(counts):
        return nothing
    times = (len(text) - start) // len(group)
    while times > 1 and not text.startswith(group * times, start):
        times //= 2
    return Run(start + times * len(group), times * len(counts), times * sum(counts))


def scroll_at(text: str, start: int, first_line: int, source: str) -> Scroll | None:
    """Return the capture that begins at *start*, which is line *first_line*; None for any other kind.

    The first line may be set in otherwise than when it comes again, so that the group is compared from
    its second line on. The repeats are compared as text, not cut into lines.
    """
    group = _group_at(text, start)
    # Only a line that begins a capture is worth looking ahead from, and each begins one only once.
    if not group or not _entries_of(group):
        return None
    second = text.index("\n", start) + 1
    last = group.rfind("\n", 0, -1) + 1
    end, size = second, len(group)
    if text.startswith(group * _MOST_SCROLL, end):
        end += _MOST_SCROLL * size
    while text.startswith(group, end):
        end += size
    runs = (end - second) // size
    if not text.startswith(group[:last], end):
        return None
    end += last
    lines = (runs + 1) * group.count("\n")
    for _ in range(_MAX_BLANKS):
        if not text[end : end + 1].isspace():
            break
        line_end = _end_of_line(text, end)
        if not text[end:line_end].strip():
            end, lines = line_end, lines + len(text[end:line_end].splitlines())
    line_end = _end_of_line(text, end)
    day = _day_on(text[end:line_end])
    if day is None:
        return None
    return Scroll(line_end, lines + 1, group, runs + 1, day, first_line, source)


def _group_at(text: str, start: int) -> str:
    """Return the group of the capture that begins at *start*, from its second line on, if one does."""
    second = text.find("\n", start, start + MAX_LINE) + 1
    third = text.find("\n", second, second + MAX_LINE) + 1
    if not second or not third or text.find("/", start, second) < 0:
        return ""
    end = text.find(text[second:third], third, third + _MAX_GROUP * MAX_LINE)
    if end < 0 or text[end - 1] != "\n":
        return ""
    group, first = text[second:end], text[start:second]
    last = group[group.rfind("\n", 0, -1) + 1 :]
    is_led = first == last or (first.strip() == last.strip() and len(first.splitlines()) == 1)
    return group if is_led else ""


def _end_of_line(text: str, start: int) -> int:
    """Return where the line that begins at *start* ends, of a long one no more than is looked at."""
    return text.find("\n", start, start + MAX_LINE) + 1 or min(len(text), start + MAX_LINE + 1)


@lru_cache(maxsize=512)
def _entries_of(group: str) -> tuple[_Statement, ...]:
    """Return the entries of a group, the last line's first, each with its line; none if anything is odd."""
    size = group.count("\n")
    if size > _MAX_GROUP:
        return ()
    plain = plain_entries(group, size)
    if plain:
        return tuple([(*entry, offset) for offset, entry in enumerate((plain[-1], *plain[:-1]))])
    lines = group.splitlines()
    if len(lines) != size:
        return ()
    entries: list[_Statement] = []
    for offset, line in enumerate((lines[-1], *lines[:-1])):
        found = _entries_in(line)
        if not found:
            return ()
        entries += [(*entry, offset) for entry in found]
    is_odd = len({entry[:2] for entry in entries}) < len(entries)
    return () if is_odd else tuple(entries)


@lru_cache(maxsize=4096)
def _entries_in(line: str) -> tuple[Entry, ...]:
    """Return the entries of a short line that holds nothing odd; else none."""
    if len(line) > MAX_LINE:
        return ()
    line = line.rstrip()
    entry = plain_entry(line)
    if entry is not None:
        return (entry,)
    found = known_entries(line)
    entries = tuple([one for one in found if isinstance(one, Entry)])
    return entries if len(entries) == len(found) else ()


@lru_cache(maxsize=256)
def _quotations_of(group: str, day: date, source: str) -> tuple[Quotation, ...]:
    """Return the quotations of a group on a day; a page is kept many times a day."""
    return tuple(
        [
            _quotation(base, quote, price, day, "ticker", source, 1, None, None, None, change, None)
            for base, quote, price, change, _ in _entries_of(group)
        ]
    )


@lru_cache(maxsize=4096)
def known_entries(line: str) -> tuple[Entry | Rejected, ...]:
    """Return what is on a short line; states of the ticker come back for days."""
    return tuple(entries_on(line))


def entries_on(line: str) -> list[Entry | Rejected]:
    """Return what is on a line, which need not be clean."""
    return entries_in(clean(line)) if "=" in line or not line.isascii() else []


@lru_cache(maxsize=1024)
def _day_on(line: str) -> date | None:
    if len(line) > MAX_LINE or len(line.splitlines()) > 1:
        return None
    try:
        return date_in(clean(line))
    except ValueError:
        return None  # what is wrong with it is said line by line
