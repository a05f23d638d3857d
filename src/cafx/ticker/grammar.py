"""What an entry of the ticker looks like, and what is wrong with one that is none.

A page shows ``KZT/USD = 0.00194 -0%``. An entry opens a line or follows a bullet or another
entry, and nothing but its change follows the price. Prose that mentions a pair does neither.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Final, NamedTuple

from cafx.core.currency import KNOWN, Currency, currency_in_use
from cafx.core.decimals import fraction_of, plain, significant
from cafx.errors import UnknownCurrency
from cafx.ticker.bands import band_of

__all__ = ["Entry", "Refusal", "clean", "date_in", "entries_in", "is_continuation", "is_open"]

# Marks without width that pages carry along, dropped; the bidirectional overrides (U+202A to
# U+202E, U+2066 to U+2069) stay, so that an entry that holds one is refused, not mended.
_NO_WIDTH: Final = dict.fromkeys((0x00AD, 0x180E, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF))
# Every sign that stands for a minus on some page: hyphens, dashes, U+2212, the small and full-width.
_MINUS: Final = dict.fromkeys((0x2010, 0x2011, 0x2012, 0x2013, 0x2212, 0xFE63, 0xFF0D), "-")
# Full-width copies of the signs of an entry, as pages with CJK input methods have them.
_SIGNS: Final = {0xFF0F: "/", 0x2044: "/", 0x2215: "/", 0xFF1D: "=", 0xFF05: "%", 0xFE6A: "%", 0xFF0B: "+"}
_CLEAN: Final = {**_NO_WIDTH, **_MINUS, **_SIGNS}

_BULLETS: Final = "•·∙◦‣⁃▪●○*|"
_EDGES: Final = _BULLETS + "".join(chr(code) for code in range(0x3001) if chr(code).isspace())
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
_PLAIN: Final = re.compile(
    r"\s{0,4}(?:• )?([A-Z]{3})/([A-Z]{3}) = ([0-9]{1,6}\.[0-9]{1,8})(?: (-?[0-9]{1,4}(?:\.[0-9]{1,4})?)%)?"
).fullmatch
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


class Refusal(NamedTuple):
    """What looked like an entry and is none; *is_ticker* where it can stand in no other text."""

    text: str
    reason: str
    is_ticker: bool


def clean(line: str) -> str:
    """Drop marks without width and write every minus, slash, equals and per cent sign in ASCII."""
    return line if line.isascii() else line.translate(_CLEAN)


def is_open(line: str) -> bool:
    """Whether a clean *line* holds a pair alone, whose price comes on a line below."""
    return len(line) <= _MAX_VALUE and _OPEN_PAIR.fullmatch(line) is not None


def is_continuation(line: str) -> bool:
    """Whether a clean *line* can be the rest of an entry whose pair stands on a line above."""
    return len(line) <= _MAX_VALUE and _CONTINUATION.fullmatch(line.strip()) is not None


def date_in(line: str) -> date | None:
    """Give the date that stands alone on *line*, such as ``16 December 2025``.

    Raises:
        ValueError: it looks like a date but is none: ``31 February 2025``.
    """
    found = _DATE.fullmatch(line) if len(line) <= _MAX_VALUE else None
    month = None if found is None else _MONTHS.get(found[2].lower())
    return None if found is None or month is None else date(int(found[3]), month, int(found[1]))


def entries_in(line: str) -> list[Entry | Refusal]:
    """Read the entries of a clean *line*, one or many; prose gives none.

    >>> entries_in("• KZT/USD = 0.00194 -0%")
    [Entry(base=Currency('KZT'), quote=Currency('USD'), price=Decimal('0.00194'), change=Decimal('-0'))]
    >>> entries_in("The KZT/USD = 0.00194 of Monday")
    []
    """
    plain_form = _PLAIN(line)
    if plain_form is not None:
        entry = _plain_entry(*plain_form.groups())
        if entry is not None:
            return [entry]
    found: list[Entry | Refusal] = []
    is_lead = True
    for run in _runs(line):
        is_row = len(run) > 1 and run[0].is_closed
        is_lead = is_lead and (bool(found) or _LEAD.fullmatch(line, 0, run[0].start) is not None)
        for segment in run:
            if segment.match is None and segment.is_prose:
                is_lead = False
            elif is_row or is_lead:
                found.append(_entry(segment))
    return found


class _Segment(NamedTuple):
    """A pair and what stands behind it, up to the next pair."""

    start: int
    base: str
    quote: str
    value: str
    match: re.Match[str] | None  # of the whole value, or, at the end of a row, of its beginning

    @property
    def is_closed(self) -> bool:
        """Whether a change in per cent closes the entry."""
        return self.match is not None and self.match["change"] is not None

    @property
    def is_prose(self) -> bool:
        """Whether the value goes on in words."""
        return len(_WORD.findall(self.value)) >= _PROSE_WORDS


def _runs(line: str) -> list[list[_Segment]]:
    """Give the entries of *line* in rows: each row's entries follow one another with nothing between.

    Text may stand before a row of several closed entries and behind it: a page flattened to one
    line has its menu before the ticker and its first headline after.
    """
    pairs = list(_PAIR.finditer(line))
    runs: list[list[_Segment]] = []
    goes_on = False
    for index, pair in enumerate(pairs):
        end = pairs[index + 1].start() if index + 1 < len(pairs) else len(line)
        value = line[pair.end() : min(end, pair.end() + _MAX_VALUE)].strip(_EDGES)
        match = _VALUE.fullmatch(value)
        is_whole = match is not None
        if match is None and goes_on:
            beginning = _VALUE.match(value)
            if beginning is not None and beginning["change"] is not None:
                match = beginning
        segment = _Segment(pair.start(), pair[1], pair[2], value, match)
        if goes_on:
            runs[-1].append(segment)
        else:
            runs.append([segment])
        goes_on = is_whole
    return runs


def _plain_entry(base: str, quote: str, price: str, change: str | None) -> Entry | None:
    """Give the entry of a plain line; None where anything about it needs a second look."""
    pair = KNOWN.get(base), KNOWN.get(quote)
    if pair[0] is None or pair[1] is None:
        return None
    band = band_of(pair[0], pair[1])
    number = Decimal(price)
    if band is None or not band[0] <= number <= band[1] or base == quote:
        return None
    return Entry(pair[0], pair[1], number, None if change is None else Decimal(change))


def _entry(segment: _Segment) -> Entry | Refusal:
    """Judge what stands in the place of an entry."""
    base, quote, value, matched = segment.base, segment.quote, segment.value, segment.match
    text = f"{base}/{quote} = {value}"[:_MAX_TEXT]
    try:
        pair = currency_in_use(base), currency_in_use(quote)
    except UnknownCurrency as error:
        known = any(code.upper() in KNOWN for code in (base, quote))
        return Refusal(text, str(error), is_ticker=known and matched is not None)
    if pair[0] == pair[1]:
        return Refusal(text, "both sides are one currency", is_ticker=False)
    if matched is None:
        is_number = value[:1] in "+-0123456789" and _WORD.search(value) is None
        return Refusal(text, _what_is_wrong(value), is_ticker=bool(value) and is_number)
    price = Decimal(matched["price"])
    if price <= _ZERO:
        return Refusal(text, "a price is above zero", is_ticker=True)
    band = band_of(*pair)
    if band is not None and not band[0] <= price <= band[1]:
        return Refusal(text, _out_of_band(*pair, price), is_ticker=True)
    change = matched["change"]
    sign = "-" if matched["sign"] == "-" else ""
    return Entry(*pair, price, None if change is None else Decimal(sign + change))


def _what_is_wrong(value: str) -> str:
    """Say why *value* is no price with an optional change."""
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
    return "the price is no plain decimal number"


def _out_of_band(base: Currency, quote: Currency, price: Decimal) -> str:
    """Say that *price* is implausible, and which pair it would suit turned round."""
    least, greatest = _band_shown(base, quote)
    inverse = band_of(quote, base)
    if inverse is not None and inverse[0] <= price <= inverse[1]:
        return (
            f"{plain(price)} is no {quote} for one {base} ({least} to {greatest}), but it would suit "
            f"the inverse: {quote}/{base} = {plain(price)}"
        )
    return f"{plain(price)} is implausible: one {base} is {least} to {greatest} {quote}"


@lru_cache(maxsize=256)
def _band_shown(base: Currency, quote: Currency) -> tuple[str, str]:
    least, greatest = (plain(significant(fraction_of(bound), 3)) for bound in band_of(base, quote) or ())
    return least, greatest
