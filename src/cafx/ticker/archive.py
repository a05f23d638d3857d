"""``read_tickers``: the tickers of an archive of captures, one reading after another, in little memory."""

from __future__ import annotations

from functools import lru_cache
from typing import IO, TYPE_CHECKING, Final

from cafx.errors import shown
from cafx.ticker.grammar import Entry, Refusal, clean, date_in, entries_in
from cafx.ticker.page import decoded
from cafx.ticker.reading import Rejection, TickerReading
from cafx.ticker.sheet import NO_SUCH_DAY, Sheet
from cafx.value import day_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

__all__ = ["read_tickers"]

_BLOCK: Final = 1 << 18  # characters or bytes read at a time; more is no faster
# A capture is given out when it holds this much, so that no archive can fill the memory.
_MAX_LINES: Final = 20_000
_MAX_REJECTED: Final = 1_000


def read_tickers(
    archive: IO[str] | IO[bytes] | Iterable[str] | Iterable[bytes],
    *,
    as_of: date | str | None = None,
    source: str = "timesca",
) -> Iterator[TickerReading]:
    """Read the tickers of an archive of plain-text captures, in order, in bounded memory.

    A capture ends with the page's date after its ticker, and where a pair shows a second price:
    in an archive that is a later state, not a conflict. Entries stand on one line each or many
    to a line. For captures in HTML call ``read_ticker`` on each page.

    Args:
        archive: an open file, text or binary, or an iterable of lines.
        as_of: the day of captures that show no date of their own.
        source: the name that the quotations carry.

    Returns:
        An iterator of readings, as ``read_ticker`` gives them.

    >>> archive = ["KZT/USD = 0.00194 0%", "09 December 2025", "KZT/USD = 0.00193 -0%"]
    >>> for reading in read_tickers(archive):
    ...     print(reading.quotations[0])
    KZT/USD = 0.00194 (ticker, timesca, 2025-12-09)
    KZT/USD = 0.00193 (ticker, timesca, no date)
    """
    capture = _Capture(source, None if as_of is None else day_of(as_of))
    number = repeats = 0
    for lines in _blocks(archive):
        # This loop runs for every line of an archive of gigabytes; an entry seen before, which
        # nearly every line is, costs one look into a dictionary.
        known = capture.known
        for line in lines:
            number += 1
            entries = known.get(line)
            if entries is not None:
                repeats += entries
                continue
            capture.sheet.repeats += repeats
            repeats = 0
            finished = capture.take(line, number)
            if finished is not None:
                yield finished
                known = capture.known
    capture.sheet.repeats += repeats
    if capture.sheet.is_ticker:
        yield capture.finished(None)


class _Capture:
    """The capture that is being read."""

    def __init__(self, source: str, day: date | None) -> None:
        self._source = source
        self._day = day
        self._prose = 0  # the number of the last line that is neither blank nor an entry
        self._blanks = (0, 0)  # the first and the last of the last run of blank lines
        self._begin()

    def _begin(self) -> None:
        self.sheet = Sheet(self._source)
        self.known: dict[str | bytes, int] = {}  # lines as they came, with the entries on each
        self._places: dict[str, int] = {}

    def take(self, raw: str | bytes, number: int) -> TickerReading | None:
        """Read a line that this capture has not held yet; give the capture that it ends, if any."""
        line, found = _found(raw)
        if not line:
            first, last = self._blanks
            self._blanks = (first if last == number - 1 else number, number)
            return None
        finished = None
        if found:
            if self.sheet.contradicts(found):
                finished = self.finished(None)
            self._places.setdefault(line, number)
            self.sheet.take(line, found)
            if line in self.sheet.lines:
                self.known[raw] = self.sheet.lines[line]
                is_full = len(self.known) > _MAX_LINES or len(self.sheet.refused) > _MAX_REJECTED
                return self.finished(None) if finished is None and is_full else finished
        elif self.sheet.lines and self._follows(number):
            finished = self._dated(line, number)
        self._prose = number
        return finished

    def finished(self, day: date | None) -> TickerReading:
        """Give the capture as a reading, and begin the next one."""
        reading = self.sheet.reading(day or self._day, self._places.__getitem__)
        self._begin()
        return reading

    def _follows(self, number: int) -> bool:
        """Whether the last line before *number* that is not blank held an entry."""
        first, last = self._blanks
        before = first - 1 if last == number - 1 else number - 1
        return before != self._prose

    def _dated(self, line: str, number: int) -> TickerReading | None:
        try:
            day = date_in(line)
        except ValueError:
            self.sheet.undated.append(Rejection(number, shown(line.strip()), NO_SUCH_DAY))
            return None
        return None if day is None else self.finished(day)


@lru_cache(maxsize=4096)
def _found(raw: str | bytes) -> tuple[str, tuple[Entry | Refusal, ...]]:
    """Give the text of a line, empty where it is blank, and what is on it; states come back for days."""
    line = decoded(raw).rstrip()
    return line, tuple(entries_in(clean(line))) if "=" in line or not line.isascii() else ()


def _blocks(
    archive: IO[str] | IO[bytes] | Iterable[str] | Iterable[bytes],
) -> Iterator[Iterable[str | bytes]]:
    """Give the lines of *archive* in blocks; a file is read by the megabyte, however long its lines."""
    read = getattr(archive, "read", None)
    if read is None:
        yield archive
        return
    rest = read(0)
    newline = b"\n" if isinstance(rest, bytes) else "\n"
    while block := read(_BLOCK):
        block = rest + block
        cut = block.rfind(newline) + 1 or (len(block) if len(block) >= 2 * _BLOCK else 0)
        yield block[:cut].splitlines()
        rest = block[cut:]
    yield rest.splitlines()
