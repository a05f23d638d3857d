"""``read_ticker``: the ticker of one page, from its text or its HTML."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from cafx.core.dates import day_of
from cafx.core.encoding import decode
from cafx.core.html import BLOCKS, has_markup, text_of, tokens
from cafx.core.text import printable
from cafx.errors import ParseError
from cafx.ticker.grammar import clean, date_in, entries_in, is_continuation, is_open
from cafx.ticker.sheet import Sheet, check_source

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from cafx.ticker.reading import TickerReading

__all__ = ["read_ticker"]

# Lines that a pair alone may go on over: an equals sign, the price, the change.
_MAX_PARTS: Final = 4
_MAX_DATE: Final = 60
_HAS_SLASH: Final = re.compile("[/\uff0f\u2044\u2215]").search
# Where an inline tag was: white space to everyone else (U+001F, the unit separator).
_SEAM: Final = "\x1f"
_SEAMED_PAIR: Final = re.compile(rf"([^\W\d_]{{3}}\s*+/\s*+[^\W\d_]{{3}})[^\S{_SEAM}]*{_SEAM}\s*(?=[0-9])")


def read_ticker(
    page: str | bytes, *, as_of: date | str | None = None, source: str = "timesca"
) -> TickerReading:
    r"""Read the exchange-rate ticker of a page, each pair once, with what repeats or contradicts it.

    Args:
        page: the text of a page or its HTML; bytes are read as UTF-8 (or UTF-16 with its mark).
        as_of: the day the page was seen, in Almaty; when left out, the page's own date is taken
            where one stands alone on the line after the ticker.
        source: the name that the quotations carry.

    Returns:
        A reading: quotations of kind ``ticker`` in first-seen order, with printed digits and
        changes; repeats, conflicts and what was rejected.

    Raises:
        ParseError: the page carries no ticker.
        TypeError: *page* is neither text nor bytes.

    >>> reading = read_ticker("• KZT/USD = 0.00194 -0%\n• KGS/USD = 0.01144 0%\n16 December 2025")
    >>> print(reading)
    2 quotations of 2025-12-16 (2 entries, 0 conflicts, 0 rejected)
    >>> print(reading.quotations[0])
    KZT/USD = 0.00194 (ticker, timesca, 2025-12-16)
    """
    check_source(source)
    text = decode(page)
    lines, numbers = _visible_lines(text) if has_markup(text) else (text.splitlines(), None)
    # A page repeats its lines eight to ten times: counting equal lines first and reading each
    # once is four times as fast as matching every line (tests/bench/bench_ticker.py).
    counts = Counter(lines)
    opened = {line for line in counts if "/" in line and is_open(clean(line))}
    if opened:
        lines, numbers = _join_entries(lines, numbers, opened)
        counts = Counter(lines)
    sheet = Sheet(source)
    for line, count in counts.items():
        # A line of prose costs a look for a slash, plain or full-width, and no more.
        if "/" in line or (not line.isascii() and _HAS_SLASH(line)):
            sheet.take(line, entries_in(clean(line)), count)
    if not sheet.is_ticker:
        message = f"no ticker in {printable(text)}: a line of one reads 'KZT/USD = 0.00194 -0%'"
        raise ParseError(message, text=printable(text), reason="the page carries no ticker")
    places = _Places(lines, numbers)
    day = None if as_of is None else day_of(as_of)
    own_day = _own_date(lines, counts, sheet, places, day)
    return sheet.reading(own_day if day is None else day, places.of)


def _own_date(
    lines: list[str], counts: Iterable[str], sheet: Sheet, places: _Places, given: date | None
) -> date | None:
    """Return the date that stands alone on the line after the ticker; report one that is not taken."""
    days: dict[date, int] = {}
    looks_dated = {line for line in counts if len(line) <= _MAX_DATE and _ends_in_year(line)}
    for index, line in enumerate(lines) if looks_dated else ():
        if line not in looks_dated or not _follows(lines, index, sheet):
            continue
        try:
            day = date_in(clean(line))
        except ValueError:
            sheet.note_undated(places.at(index), line)
            continue
        if day is not None:
            days.setdefault(day, index)
    reason = ""
    if given is not None and days and given not in days:
        reason = f"as_of= says {given.isoformat()}, and the caller's day is taken"
    elif given is None and len(days) > 1:
        reason = "the page shows two dates after its ticker: pass as_of="
    if reason:
        for day, index in days.items():
            sheet.note_undated(places.at(index), str(day), reason)
        return None
    return next(iter(days), None)


def _ends_in_year(line: str) -> bool:
    return clean(line).rstrip()[-4:].isdecimal()


def _follows(lines: list[str], index: int, sheet: Sheet) -> bool:
    """Return whether the last line before *index* that is not blank holds an entry."""
    before = index - 1
    while before >= 0 and not lines[before].strip():
        before -= 1
    return before >= 0 and lines[before] in sheet.lines


class _Places:
    """Where a line first stands in the page, looked up only for what is reported."""

    def __init__(self, lines: list[str], numbers: list[int] | None) -> None:
        self._lines = lines
        self._numbers = numbers
        self._first: dict[str, int] | None = None

    def of(self, line: str) -> int:
        if self._first is None:
            self._first = {}
            for index, known in enumerate(self._lines):
                self._first.setdefault(known, index)
        return self.at(self._first[line])

    def at(self, index: int) -> int:
        return index + 1 if self._numbers is None else self._numbers[index]


def _visible_lines(page: str) -> tuple[list[str], list[int]]:
    """Return the lines that a reader of an HTML page sees, and the source line that each starts on."""
    page = page.replace("\r\n", "\n").replace("\r", "\n")
    lines: list[str] = []
    numbers: list[int] = []
    pieces: list[str] = []
    number, counted, first = 1, 0, 1
    is_blank = True  # nothing but white space and seams stands among the pieces

    def close() -> None:
        nonlocal is_blank
        if not is_blank:
            lines.append(_with_equals("".join(pieces)))
            numbers.append(first)
        pieces.clear()
        is_blank = True

    for token in tokens(page):
        number += page.count("\n", counted, token.start)
        counted = token.start
        if token.kind == "text":
            for offset, piece in enumerate(page[token.start : token.end].split("\n")):
                if offset:
                    close()
                if is_blank:
                    first = number + offset
                text = text_of(piece)
                is_blank = is_blank and not text.strip()
                pieces.append(text)
        elif token.name in BLOCKS:
            close()
        elif token.kind == "tag" and token.name != "wbr":
            # A pair, its price and its change may stand in elements of their own with no space
            # between: "0.00194" and "0%" must not run together.
            pieces.append(_SEAM)
    close()
    return lines, numbers


def _with_equals(line: str) -> str:
    """Return the text with the equals sign between a pair and a price that stand in elements of their own."""
    return _SEAMED_PAIR.sub(r"\1 = ", line) if _SEAM in line and "/" in line else line


def _join_entries(
    lines: list[str], numbers: list[int] | None, opened: set[str]
) -> tuple[list[str], list[int]]:
    """Return the lines with entries put together whose pair, price and change stand on lines of their own.

    Only what stands around an *opened* pair is looked at; the rest is copied as it is.
    """
    known = range(1, len(lines) + 1) if numbers is None else numbers
    whole: list[str] = []
    starts: list[int] = []
    done = 0
    for index in [index for index, line in enumerate(lines) if line in opened]:
        if index < done:
            continue
        entry, following = _entry_from(lines, index)
        whole += [*lines[done:index], entry]
        starts += known[done : index + 1]
        done = following
    whole += lines[done:]
    starts += known[done:]
    return whole, starts


def _entry_from(lines: list[str], index: int) -> tuple[str, int]:
    """Return the entry that begins with the pair on line *index*, and the line that follows it."""
    best = lines[index], index + 1
    parts = [clean(lines[index]).strip()]
    if not parts[0].endswith("="):
        # In a table the equals sign may be missing: the cells say it.
        below = next(
            (clean(line).strip() for line in lines[index + 1 : index + 1 + _MAX_PARTS] if line.strip()), ""
        )
        if below[:1].isdigit():
            parts[0] += " ="
    for ahead in range(index + 1, len(lines)):
        part = clean(lines[ahead]).strip()
        if not part:
            continue
        if not is_continuation(part):
            break
        parts.append(part)
        joined = " ".join(parts)
        if entries_in(joined):
            best = joined, ahead + 1
        if len(parts) == _MAX_PARTS:
            break
    return best
