"""``read_tickers``: the tickers of an archive of captures, one reading after another, in little memory."""

from __future__ import annotations

import re
from codecs import getincrementaldecoder
from itertools import islice
from typing import IO, TYPE_CHECKING, Final, TypeAlias

from cafx.core.dates import day_of
from cafx.core.encoding import decode, encoding_of
from cafx.ticker.captures import Capture, TickerReadings
from cafx.ticker.grammar import clean, date_in
from cafx.ticker.scrolls import MAX_LINE, Scroll, entries_on, known_entries, run_at, scroll_at
from cafx.ticker.sheet import Sheet, check_source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

__all__ = ["read_tickers"]

_Archive: TypeAlias = "IO[str] | IO[bytes] | Iterable[str] | Iterable[bytes]"

_BLOCK: Final = 1 << 16  # characters or bytes read at a time; more is no faster
_CAPTURE: Final = 1 << 13  # what most captures are shorter than
# A capture ends when it holds this much, so that no archive can fill the memory.
_MAX_HELD: Final = 2_000
_LONGEST_ENTRY: Final = 4_096
_PAIR: Final = re.compile(r"(?<![^\W_])[^\W\d_]{3}\s{0,9}/")


def read_tickers(
    archive: _Archive,
    *,
    as_of: date | str | None = None,
    source: str = "timesca",
) -> TickerReadings:
    """Read the tickers of an archive of plain-text captures, in order, in bounded memory.

    A capture ends with the page's date after its ticker, and where a pair shows another price or
    change: in an archive that is a later state, so that no conflict is to be seen. Entries stand
    on one line each or many to a line. For captures in HTML call ``read_ticker`` on each page.

    Args:
        archive: an open file, text or binary, or an iterable of lines.
        as_of: the day of captures that show no date of their own.
        source: the name that the quotations carry.

    Returns:
        An iterator of readings, as ``read_ticker`` returns them; places are lines of the archive. As
        a whole it goes into ``RateBook(...)``; its ``quotations``, ``repeats`` and ``conflicts`` sum up
        what the captures say together.

    Raises:
        TypeError: *archive* is one text, not a file or an iterable of lines.

    >>> archive = ["KZT/USD = 0.00194 0%", "09 December 2025", "KZT/USD = 0.00193 -0%"]
    >>> for reading in read_tickers(archive):
    ...     print(reading.quotations[0])
    KZT/USD = 0.00194 (ticker, timesca, 2025-12-09)
    KZT/USD = 0.00193 (ticker, timesca, no date)
    """
    if isinstance(archive, str | bytes):
        message = "an archive is an open file or an iterable of lines: for one page call read_ticker"
        raise TypeError(message)
    check_source(source)
    reader = _Reader(source, None if as_of is None else day_of(as_of))
    return TickerReadings(_read(archive, reader), source)


def _read(archive: _Archive, reader: _Reader) -> Iterator[Capture | Scroll]:
    number = repeats = 0
    held = ""
    for block, is_last in _blocks(archive):
        text, place = (held + block, 0) if isinstance(block, str) else ("", 0)
        held = ""
        while reader.is_fresh:  # whole captures, one behind another, are never cut into lines
            scroll = scroll_at(text, place, number + 1, reader.source)
            if scroll is None:
                break
            yield scroll
            place, number = scroll.end, number + scroll.lines
            reader.note_prose(number)
        if reader.is_fresh and not is_last and len(text) - place < _CAPTURE:
            held = text[place:]  # the block may have cut a capture in two
            continue
        run = run_at(text, place, reader.known)
        place, number, repeats = run.end, number + run.lines, repeats + run.entries
        lines = text[place:].splitlines(keepends=True)
        coming = iter(lines) if isinstance(block, str) else iter(block)
        before = number
        reached = 0  # how many lines of the block stand before *place*
        # This loop runs for every line of an archive of gigabytes; an entry seen before, which
        # nearly every line is, costs one look into a dictionary.
        known = reader.known
        for line in coming:
            number += 1
            entries = known.get(line)
            if entries is not None:
                repeats += entries
                continue
            reader.sheet.entries += repeats
            repeats = 0
            if "/" in line and reader.is_fresh and text:
                place += sum(map(len, lines[reached : number - before - 1]))
                reached = number - before - 1
                scroll = scroll_at(text, place, number, reader.source)
                if scroll is not None:
                    yield scroll
                    next(islice(coming, scroll.lines - 2, None), None)
                    place, reached = scroll.end, reached + scroll.lines
                    number = before + reached
                    reader.note_prose(number)
                    continue
            yield from reader.take(line, number)
            known = reader.known
    reader.sheet.entries += repeats
    yield from reader.finish(None)


class _Reader:
    """Reads captures line by line; it holds the one that is being read."""

    def __init__(self, source: str, day: date | None) -> None:
        self.source = source
        self._day = day
        self._prose = 0  # the number of the last line that is neither blank nor of a ticker
        self._blanks = (0, 0)  # the first and the last of the last run of blank lines
        self._begin()

    def _begin(self) -> None:
        self.sheet = Sheet(self.source)
        self.known: dict[str, int] = {}  # lines of the ticker, with the entries on each
        self._strange: set[str] = set()  # rejected lines that belong to no ticker
        self._places: dict[str, int] = {}

    @property
    def is_fresh(self) -> bool:
        """Whether the capture holds nothing yet."""
        return not self._places and not self.sheet.undated

    def note_prose(self, number: int) -> None:
        """Put down that line *number* is neither blank nor of a ticker."""
        self._prose = number

    def take(self, raw: str, number: int) -> Iterator[Capture]:
        """Read a line that this capture has not held yet; yield the capture that it ends, if any."""
        line = raw.rstrip()
        if not line:
            first, last = self._blanks
            self._blanks = (first if last == number - 1 else number, number)
            return
        found = known_entries(line) if len(line) <= MAX_LINE else tuple(entries_on(line))
        if self.sheet.contradicts(found):
            yield from self.finish(None)
        if found and line not in self._strange:
            self._places.setdefault(line, number)
            self.sheet.take(line, found)
            if line not in self.sheet.lines:
                self._strange.add(line)
        if line in self.sheet.lines:
            if len(line) <= MAX_LINE:
                self.known[raw] = self.sheet.lines[line]
        else:
            if self.sheet.lines and self._follows(number):
                yield from self._date(line, number)
            self._prose = number
        if len(self._places) + self.sheet.undated > _MAX_HELD:
            yield from self.finish(None)

    def finish(self, day: date | None) -> Iterator[Capture]:
        """Yield the capture, if it is one, and begin the next."""
        if self.sheet.is_ticker:
            yield Capture(self.sheet, day or self._day, self._places)
        self._begin()

    def _follows(self, number: int) -> bool:
        """Return whether the last line before *number* that is not blank was of the ticker."""
        first, last = self._blanks
        before = first - 1 if last == number - 1 else number - 1
        return before != self._prose

    def _date(self, line: str, number: int) -> Iterator[Capture]:
        try:
            day = date_in(clean(line))
        except ValueError:
            self.sheet.note_undated(number, line)
            return
        if day is not None:
            yield from self.finish(day)


def _lines_of(piece: str | bytes) -> Sequence[str]:
    """Return the lines of an item of an archive, which is one line or a whole page."""
    text = piece if isinstance(piece, str) else decode(piece)
    return text.splitlines() if "\n" in text[:-1] else (text,)


def _blocks(archive: _Archive) -> Iterator[tuple[str | Iterator[str], bool]]:
    """Yield *archive* in blocks, and whether each is the last: of a file whole lines as one text, else lines.

    A line that does not end is cut where no entry is.
    """
    read = getattr(archive, "read", None)
    if read is None:
        yield (line for piece in archive for line in _lines_of(piece)), True
        return
    rest, decoder = "", None
    while block := read(_BLOCK):
        if not isinstance(block, str):
            decoder = decoder or getincrementaldecoder(encoding_of(block))("replace")
            block = decoder.decode(block)
        text = rest + block
        cut = max(text.rfind("\n"), text.rfind("\r", 0, len(text) - 1)) + 1
        if not cut and len(text) >= 2 * _BLOCK:
            cut = _seam(text)
        yield text[:cut], False
        rest = text[cut:]
    yield rest, True


def _seam(text: str) -> int:
    """Return a place near the end of an endless line that cuts no entry in two: before a pair."""
    pairs = list(_PAIR.finditer(text, len(text) - _LONGEST_ENTRY))
    return pairs[-1].start() if pairs else len(text)
