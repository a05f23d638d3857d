"""What an entry of the ticker looks like, and what is wrong with what only looks like one.

======== ============================ ===========================================================
part     written                      examples
======== ============================ ===========================================================
entry    ``pair = price [change]``    ``KZT/USD = 0.00194 -0%``
pair     ``code / code``              ``KZT/USD``, ``KZT / USD``
price    digits, a point, digits      ``0.00194``
change   ``[sign] digits %``          ``-0%``, ``(0.85%)``; a space or a sign parts it from the price
lead     bullets and white space      ``•``, ``* |``: only this may open a line before its entries
row      ``entry entry ...``          closed entries (with a change), nothing but bullets between
line     ``lead row`` or prose        ``KZT/USD = 0.00194 -0% • KGS/USD = 0.01144 0%``
======== ============================ ===========================================================

A line is cut before each pair. What follows a pair up to the next one is its *value*: ``whole``
where it is a price and perhaps a change, ``closed`` where a change ends it, ``prose`` where it goes
on in words. An entry is taken where only a lead or other entries stand before it on the line, or
where it stands in a row of several closed ones: a page flattened to one line has its menu before the
ticker and a headline after. Prose that mentions a pair is neither.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Final, NamedTuple

from cafx.core.currency import KNOWN, Currency, currency_in_use
from cafx.core.decimals import fraction_of, plain, significant
from cafx.core.text import WHITE_SPACE
from cafx.errors import UnknownCurrency
from cafx.ticker.bands import band_of

__all__ = [
    "Entry",
    "Rejected",
    "clean",
    "date_in",
    "entries_in",
    "is_continuation",
    "is_open",
    "plain_entries",
    "plain_entry",
]

# Marks without width that pages carry along, dropped; the bidirectional overrides (U+202A to
# U+202E, U+2066 to U+2069) stay, so that an entry that holds one is refused, not mended.
_NO_WIDTH: Final = dict.fromkeys((0x00AD, 0x180E, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF))
# Every sign that stands for a minus on some page: hyphens, dashes, U+2212, the small and full-width.
_MINUS: Final = dict.fromkeys((0x2010, 0x2011, 0x2012, 0x2013, 0x2212, 0xFE63, 0xFF0D), "-")
# Full-width copies of the signs of an entry, as pages with CJK input methods have them.
_SIGNS: Final = {0xFF0F: "/", 0x2044: "/", 0x2215: "/", 0xFF1D: "=", 0xFF05: "%", 0xFE6A: "%", 0xFF0B: "+"}
_CLEAN: Final = {**_NO_WIDTH, **_MINUS, **_SIGNS}

_BULLETS: Final = "•·∙◦‣⁃▪●○*|"
_EDGES: Final = _BULLETS + WHITE_SPACE
_LEAD: Final = re.compile(rf"[\s{_BULLETS}>»-]*+")
_CODE: Final = r"(?<![^\W_])[^\W\d_]{3}"
_PAIR: Final = re.compile(rf"({_CODE})\s*+/\s*+([^\W\d_]{{3}})\s*+=\s*+")
# The price is taken whole (possessively), and a space, a bracket or a sign stands before the change:
# in "0.001942%" nothing says where the price ends.
_VALUE: Final = re.compile(
    r"""(?P<price>[+-]?[0-9]{1,12}+(?:\.[0-9]{1,12}+)?+)
        (?:(?:\s++\(?|\(|(?=[+-]))\s*+(?P<sign>[+-]?)\s*+
           (?P<change>[0-9]{1,6}+(?:\.[0-9]{1,6}+)?+)\s*+%\s*+\)?)?""",
    re.VERBOSE,
)
# The form that nearly every line has, read in one match; all else goes the tolerant way.
_PLAIN_LINE: Final = (
    r"\s{0,4}(?:• )?([A-Z]{3})/([A-Z]{3}) = ([0-9]{1,6}\.[0-9]{1,8})(?: (-?[0-9]{1,4}(?:\.[0-9]{1,4})?)%)?"
)
_PLAIN: Final = re.compile(_PLAIN_LINE).fullmatch
_PLAIN_LINES: Final = re.compile(f"^{_PLAIN_LINE.replace(chr(92) + 's', ' ')}\n", re.MULTILINE).findall
_OPEN_PAIR: Final = re.compile(rf"[\s{_BULLETS}-]*+[^\W\d_]{{3}}\s*+/\s*+[^\W\d_]{{3}}\s*+=?\s*+")
# What may stand on the lines below an open pair: "=", "= 0.00194", "0.00194", "-0%", "0.00194 -0%".
_CONTINUATION: Final = re.compile(
    r"""= | [^\s=/%]{1,20}+%\)?
      | (?:=\s*+)? [^\s=/%]{1,40}+ (?:\s*+\(?[+-]?\s*+[0-9.]{1,12}+\s*+%\)?)?""",
    re.VERBOSE,
)
_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_DATE: Final = re.compile(r"\s*+([0-9]{1,2})\s++([A-Za-z]{3,9})\s++([0-9]{4})\s*+")
_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
_MAX_VALUE: Final = 200  # characters; longer runs after a price are prose, not a value
_MAX_TEXT: Final = 80  # of a refused entry, kept to be shown
_PROSE_WORDS: Final = 2
_ZERO: Final = Decimal(0)


class Entry(NamedTuple):
    """An entry as printed."""

    base: Currency
    quote: Currency
    price: Decimal
    change: Decimal | None


class Rejected(NamedTuple):
    """What looks like an entry and is not; *is_ticker* where it can stand in no other text."""

    text: str
    reason: str
    is_ticker: bool


def clean(line: str) -> str:
    """Drop marks without width and write every minus, slash, equals and per cent sign in ASCII."""
    return line if line.isascii() else line.translate(_CLEAN)


def is_open(line: str) -> bool:
    """Return whether a clean *line* holds a pair alone, whose price comes on a line below."""
    return len(line) <= _MAX_VALUE and _OPEN_PAIR.fullmatch(line) is not None


def is_continuation(line: str) -> bool:
    """Return whether a clean *line* can be the rest of an entry whose pair stands on a line above."""
    return len(line) <= _MAX_VALUE and _CONTINUATION.fullmatch(line.strip()) is not None


def date_in(line: str) -> date | None:
    """Return the date that stands alone on *line*, such as ``16 December 2025``.

    Raises:
        ValueError: it looks like a date and is not: ``31 February 2025``.
    """
    found = _DATE.fullmatch(line) if len(line) <= _MAX_VALUE else None
    month = None if found is None else _MONTHS.get(found[2].lower())
    return None if found is None or month is None else date(int(found[3]), month, int(found[1]))


def entries_in(line: str) -> list[Entry | Rejected]:
    """Return the entries of a clean *line*, one or many; prose gives none.

    >>> entries_in("• KZT/USD = 0.00194 -0%")
    [Entry(base=Currency('KZT'), quote=Currency('USD'), price=Decimal('0.00194'), change=Decimal('-0'))]
    >>> entries_in("The KZT/USD = 0.00194 of Monday")
    []
    """
    entry = plain_entry(line)
    if entry is not None:
        return [entry]
    found: list[Entry | Rejected] = []
    is_lead = True  # only a lead and entries stand before what comes next
    for row in _rows(line):
        is_closed_row = len(row) > 1 and row[0].is_closed
        is_lead = is_lead and (bool(found) or _LEAD.fullmatch(line, 0, row[0].start) is not None)
        for candidate in row:
            if candidate.match is None and candidate.is_prose:
                is_lead = False
            elif is_closed_row or is_lead:
                found.append(_judge(candidate))
    return found


class _Candidate(NamedTuple):
    """A pair and its value: what stands behind it, up to the next pair."""

    start: int
    base: str
    quote: str
    value: str
    match: re.Match[str] | None  # of the whole value, or, at the end of a row, of its beginning

    @property
    def is_closed(self) -> bool:
        """Whether a change in per cent ends the value."""
        return self.match is not None and self.match["change"] is not None

    @property
    def is_prose(self) -> bool:
        """Whether the value goes on in words."""
        return len(_WORD.findall(self.value)) >= _PROSE_WORDS


def _rows(line: str) -> list[list[_Candidate]]:
    """Return the candidates of *line* in rows, each of which follow one another with nothing between."""
    pairs = list(_PAIR.finditer(line))
    rows: list[list[_Candidate]] = []
    is_row_open = False  # the value before is whole, so that this candidate goes on with its row
    for index, pair in enumerate(pairs):
        end = pairs[index + 1].start() if index + 1 < len(pairs) else len(line)
        value = line[pair.end() : min(end, pair.end() + _MAX_VALUE)].strip(_EDGES)
        match = _VALUE.fullmatch(value)
        is_whole = match is not None
        if match is None and is_row_open:
            beginning = _VALUE.match(value)
            if beginning is not None and beginning["change"] is not None:
                match = beginning
        candidate = _Candidate(pair.start(), pair[1], pair[2], value, match)
        if is_row_open:
            rows[-1].append(candidate)
        else:
            rows.append([candidate])
        is_row_open = is_whole
    return rows


def plain_entry(line: str) -> Entry | None:
    """Return the entry of a line in the form that nearly all have, bullet or none; else None.

    What a second look would reject, or might, is not a plain entry.
    """
    found = _PLAIN(line)
    if found is None:
        return None
    base, quote, price, change = found.groups()
    known = _plain_price(base, quote, price)
    return None if known is None else Entry(*known, None if change is None else _plain_change(change))


def plain_entries(group: str, size: int) -> list[tuple[Currency, Currency, Decimal, Decimal | None]]:
    """Return the entries of a text of *size* plain lines, each of another pair; none for any other text."""
    found = _PLAIN_LINES(group)
    if len(found) != size or len({cells[:2] for cells in found}) < size:
        return []
    entries = []
    for base, quote, price, change in found:
        known = _plain_price(base, quote, price)
        if known is None:
            return []
        entries.append((*known, _plain_change(change) if change else None))
    return entries


# The prices of a ticker have few digits, so that they come back for years, and the changes more so.
@lru_cache(maxsize=2048)
def _plain_price(base: str, quote: str, price: str) -> tuple[Currency, Currency, Decimal] | None:
    """Return a pair with its price; None where it is implausible, or the pair not known well enough."""
    pair = _plain_pair(base, quote)
    number = Decimal(price)
    return None if pair is None or not pair[2] <= number <= pair[3] else (pair[0], pair[1], number)


_plain_change: Final = lru_cache(maxsize=1024)(Decimal)


@lru_cache(maxsize=256)
def _plain_pair(base: str, quote: str) -> tuple[Currency, Currency, Decimal, Decimal] | None:
    """Return a pair with its band; None for one that is not known well enough to be read at a glance."""
    known = KNOWN.get(base), KNOWN.get(quote)
    if known[0] is None or known[1] is None or known[0] is known[1]:
        return None
    band = band_of(known[0], known[1])
    return None if band is None else (known[0], known[1], *band)


def _judge(candidate: _Candidate) -> Entry | Rejected:
    """Judge what stands in the place of an entry."""
    base, quote, value, matched = candidate.base, candidate.quote, candidate.value, candidate.match
    text = f"{base}/{quote} = {value}"[:_MAX_TEXT]
    try:
        pair = currency_in_use(base), currency_in_use(quote)
    except UnknownCurrency as error:
        is_known = any(code.upper() in KNOWN for code in (base, quote))
        return Rejected(text, str(error), is_ticker=is_known and matched is not None)
    if pair[0] == pair[1]:
        return Rejected(text, "both sides are one currency", is_ticker=False)
    if matched is None:
        is_number = value[:1] in "+-0123456789" and _WORD.search(value) is None
        return Rejected(text, _explain_value(value), is_ticker=bool(value) and is_number)
    price = Decimal(matched["price"])
    if price <= _ZERO:
        return Rejected(text, "a price is above zero", is_ticker=True)
    band = band_of(*pair)
    if band is not None and not band[0] <= price <= band[1]:
        return Rejected(text, _explain_price(*pair, price), is_ticker=True)
    change = matched["change"]
    sign = "-" if matched["sign"] == "-" else ""
    return Entry(*pair, price, None if change is None else Decimal(sign + change))


def _explain_value(value: str) -> str:
    """Return why *value* is not a price with an optional change."""
    if not value:
        return "no price follows"
    number = value.split(maxsplit=1)[0]
    if re.fullmatch(r"[+-]?[0-9.]+[eE][+-]?[0-9]+", number):
        return "the price has an exponent: a ticker prints plain digits"
    if re.fullmatch(r"[+-]?[0-9]+,[0-9]+", number):
        return "the price has a comma: a ticker prints a decimal point"
    if re.fullmatch(r"[+-]?[0-9]+(?:\.[0-9]+)?", number):
        if _VALUE.fullmatch(number) is None:
            return "the price is absurdly long: a ticker prints five decimals"
        return "something other than a change in per cent follows the price"
    if re.fullmatch(r"[+-]?[0-9.]+%", number):
        return "a price and its change run together: nothing says where the one ends"
    return "the price is not a plain decimal number"


def _explain_price(base: Currency, quote: Currency, price: Decimal) -> str:
    """Return that *price* is implausible, and whether it would suit the inverse pair."""
    least, greatest = _band_text(base, quote)
    inverse = band_of(quote, base)
    if inverse is not None and inverse[0] <= price <= inverse[1]:
        return (
            f"{plain(price)} is not {quote} for one {base} ({least} to {greatest}), but it would suit "
            f"the inverse: {quote}/{base} = {plain(price)}"
        )
    return f"{plain(price)} is implausible: one {base} is {least} to {greatest} {quote}"


@lru_cache(maxsize=256)
def _band_text(base: Currency, quote: Currency) -> tuple[str, str]:
    least, greatest = (plain(significant(fraction_of(bound), 3)) for bound in band_of(base, quote) or ())
    return least, greatest
