"""The short way for plain forms: digits, at most one scale word and a word of money: ``13 trillion tenge``.

Most amounts are written so, with words around them that cannot make them anything else. They are read
here in one step; whatever has anything odd about it is left to the grammar of ``numerals`` and
``denomination``, which reads the plain forms too, to the same amounts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cafx.text.digits import read_number, scaled
from cafx.text.lexicon import (
    ABBREVIATIONS,
    AMERICAN,
    ARTICLES,
    CURRENCIES,
    HALF,
    HUNDREDS,
    JOINTS,
    MINUS_WORDS,
    NUMBER_WORDS,
    PARTS,
    PREFIXES,
    SCALES,
    SINGULAR,
    SUBUNITS,
    TENGE_SIGNS,
    VULGAR,
)
from cafx.text.numerals import Number
from cafx.text.tokens import NUMBER_KIND, SIGN_KIND

if TYPE_CHECKING:
    from cafx.text.stretch import Stretch

__all__ = ["PlainAmount", "read_plain"]

#: What of a number or of its currency stands before it: a sign, a code, a minus, a decimal point.
_LEADS: Final = PREFIXES | TENGE_SIGNS | MINUS_WORDS | {"."}
#: What may touch a number and is no part of it.
_OPENINGS: Final = frozenset('(«“"')
#: What may stand between a whole and its hundredths.
_PAUSES: Final = frozenset(",.")
#: Scale words and words of money that are nothing else, with their powers and codes.
_SCALES: Final = {
    word: power for word, power in SCALES.items() if len(word) > 1 and word not in HUNDREDS and word.isalpha()
}
_MANY_SENSES: Final = frozenset(
    (*SCALES, *NUMBER_WORDS, *SINGULAR, *HALF, *PARTS, *VULGAR, *JOINTS, *ARTICLES)
)
_MONEY: Final = {
    word: code
    for word, code in CURRENCIES.items()
    if word not in PREFIXES and word not in HUNDREDS and word not in _MANY_SENSES and word[0].isalnum()
}

#: The words for a hundredth of what a code stands for.
_HUNDREDTHS: Final = {
    code: frozenset(word for word, codes in SUBUNITS.items() if code in codes)
    for code in set(_MONEY.values())
}

#: A number, the code of its currency, and the last token of both.
PlainAmount = tuple[Number, str, int]


def read_plain(stretch: Stretch, index: int) -> PlainAmount | None:
    """Read the digits at *index* with the words behind them; None where that is not a plain amount."""
    words, starts, ends = stretch.words, stretch.starts, stretch.ends
    last = index + 1
    if starts[last] - ends[index] != 1:
        return None
    key = words[last]
    power = _SCALES.get(key, 0)
    if power:
        last += 1
        if starts[last] - ends[last - 1] != 1:
            return None
        key = words[last]
    code = _MONEY.get(key)
    if code is None or stretch.text[starts[last] - 1] == "\n":  # a word of money may begin a sentence
        return None
    if (index and not _is_free(stretch, index)) or _goes_on(stretch, last, code):
        return None
    digits = words[index]
    reading = read_number(digits, decimal_comma=stretch.decimal_comma, has_scale=power > 0)
    if reading is None:
        return None
    value, place = scaled(reading.value, power), reading.place + power
    return Number(index, last, value, place, power, 1, is_spelled=False, digits=digits), code, last


def _is_free(stretch: Stretch, index: int) -> bool:
    """Whether what stands before the digits at *index* is no part of the amount."""
    before = index - 1
    key = stretch.words[before]
    if key in _LEADS or stretch.kinds[before] == NUMBER_KIND or stretch.kinds[before - 1] == NUMBER_KIND:
        return False  # the digits may be the rest of a number, whose scale word may be misspelt
    return stretch.ends[before] < stretch.starts[index] or key in _OPENINGS


def _goes_on(stretch: Stretch, last: int, code: str) -> bool:
    """Whether more of the amount may follow its word of money: US behind a dollar, a dot, hundredths."""
    words, after = stretch.words, last + 1
    following = words[after]
    if stretch.kinds[after] == SIGN_KIND and following not in _PAUSES:
        return False
    if following == "." and words[last] in ABBREVIATIONS:
        return True
    if code == "USD" and following in AMERICAN:
        return True
    return not _HUNDREDTHS[code].isdisjoint(words)
