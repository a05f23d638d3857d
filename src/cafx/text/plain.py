"""The short way for plain forms: digits, at most one scale word and a word of money: ``13 trillion tenge``.

Most amounts are written so, with words around them that cannot make them anything else. They are read
here in one step; whatever has anything odd about it is left to the grammar of ``numerals`` and
``denomination``, which reads the plain forms too, to the same amounts.
"""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Final

from cafx.text.amount import Amount
from cafx.text.between import inner_hedge
from cafx.text.degrees import DEGREE_BEGINS
from cafx.text.digits import read_number, scaled
from cafx.text.lexicon import (
    ABBREVIATIONS,
    AFTER_WITHIN,
    AMERICAN,
    ARTICLES,
    CURRENCIES,
    FILLERS,
    FRACTIONS,
    HALF,
    HUNDREDS,
    HYPHENS,
    INNER,
    JOINTS,
    MINUS_WORDS,
    NUMBER_WORDS,
    OPENING,
    PARTS,
    PARTS_OF,
    POINT,
    PREFIXES,
    SCALES,
    SINGULAR,
    SUBUNITS,
    TENGE_SIGNS,
    VULGAR,
)
from cafx.text.misspellings import is_behind_misspelt_scale
from cafx.text.numerals import Number
from cafx.text.tokens import NUMBER_KIND, SIGN_KIND, WORD_KIND

if TYPE_CHECKING:
    from cafx.text.stretch import Stretch

__all__ = ["read_alone", "read_plain"]

#: What of a number or of its currency stands before it: a sign, a code, a minus, a decimal point.
_LEADS: Final = PREFIXES | TENGE_SIGNS | MINUS_WORDS | {"."}
#: What may touch a number and is no part of it.
_OPENINGS: Final = frozenset('(«“"')
#: Longer digits are left to the grammar, which refuses them.
_SURE_LENGTH: Final = 30
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

#: What is glued before digits and names their money, with its code.
_SIGNS: Final = {
    sign: code for sign, code in CURRENCIES.items() if sign in PREFIXES and not sign[0].isalnum()
}
#: Words that can go on a number, or name its money or a hundredth of it, over any number of them.
_ATTACHED: Final = frozenset(
    word
    for words in (
        *(CURRENCIES, SUBUNITS, AMERICAN, SCALES, HALF, FILLERS, AFTER_WITHIN, INNER, HUNDREDS, VULGAR),
        *(OPENING, NUMBER_WORDS, SINGULAR, PARTS, PARTS_OF, POINT, FRACTIONS, ARTICLES),
        *(DEGREE_BEGINS, "u"),  # 200 мыңнан СӘЛ астам теңге, 5 U.S. dollars
    )
    for word in words
) - (JOINTS - ARTICLES - OPENING - FILLERS)
#: Signs that end a number wherever they stand.
_SURE_ENDS: Final = frozenset(");:?!»”%—–") - _ATTACHED
#: Their word stands behind a joint and a number, at the farthest behind the number of the next amount.
_REACH_OF_HUNDREDTHS: Final = 10
_ZEROS: Final = tuple("0" * power for power in range(max(_SCALES.values()) + 1))
_GROUP: Final = 3

#: A third of the cost of Number(...).
_number: Final = partial(tuple.__new__, Number)


def read_plain(stretch: Stretch, index: int) -> Amount | None:
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
    read = _value_of(digits, power, decimal_comma=stretch.decimal_comma)
    if read is None:
        return None
    return Amount(
        stretch, _number((index, last, *read, power, 1, False, digits, "", False, False)), code, last
    )


def read_alone(stretch: Stretch, index: int, previous: Amount | None) -> Amount | None:
    """Read the digits at *index* that have no word of money behind them: bare, or with a sign glued before.

    None where anything beside them may be a part of the amount.
    """
    words = stretch.words
    last = index
    power = _SCALES.get(words[index + 1], 0)
    if power:
        last += 1
        if stretch.starts[last] - stretch.ends[index] != 1:
            return None
    if not _is_ended(stretch, last + 1, power):
        return None
    code = _SIGNS.get(words[index - 1], "") if index else ""
    if code:
        if (previous is not None and previous.last >= index - 1) or not _is_free_sign(stretch, index - 1):
            return None
    elif index and not _is_free(stretch, index):
        return None
    digits = words[index]
    read = _value_of(digits, power, decimal_comma=stretch.decimal_comma)
    if read is None:
        return None
    number = _number((index, last + 1, *read, power, 1, False, digits, "", False, False))
    amount = Amount(stretch, number, code)
    if code:
        amount.first, amount.start, amount.is_prefixed = index - 1, stretch.starts[index - 1], True
    return amount


def _is_ended(stretch: Stretch, after: int, power: int) -> bool:
    """Whether what stands behind a number, at *after*, is surely no part of it and of no currency of it."""
    words, kinds = stretch.words, stretch.kinds
    key, kind = words[after], kinds[after]
    if kind == WORD_KIND:
        if key in JOINTS:
            following = words[after + 1]
            if power or following in JOINTS or following in HALF or inner_hedge(stretch, after):
                return False
        return key not in _ATTACHED and stretch.starts[after] > stretch.ends[after - 1]
    if kind == SIGN_KIND:
        return (
            key in _SURE_ENDS
            or (key == "," and kinds[after + 1] == WORD_KIND)
            or (key == "." and after + 1 >= stretch.count)
            # the low end of a range: 5-17, but 500-00 is a sum with its cents
            or (key in HYPHENS and kinds[after + 1] == NUMBER_KIND and words[after + 1][0] != "0")
        )
    return not kind or (kind == NUMBER_KIND and not power)


def _is_free_sign(stretch: Stretch, index: int) -> bool:
    """Whether the sign at *index* is glued to the digits behind it, and to nothing before it that matters."""
    if stretch.ends[index] != stretch.starts[index + 1]:
        return False
    before = stretch.words[index - 1]
    return not index or (before != "/" and (not stretch.is_glued(index) or before in _OPENINGS))


def _value_of(digits: str, power: int, *, decimal_comma: bool) -> tuple[Decimal, int] | None:
    """Return what *digits* come to with a scale, and the power of ten of the last of them."""
    if len(digits) > _SURE_LENGTH or digits.startswith("00"):
        return None
    whole = digits.replace(" ", "")
    if whole.isdecimal():
        return Decimal(whole + _ZEROS[power]), power
    mark = "," if "," in digits else "."
    head, _, tail = digits.partition(mark)
    if head.isdecimal() and tail.isdecimal():
        places = len(tail)
        if places == _GROUP and len(head) <= _GROUP and head[0] != "0":
            is_grouped = not power or (mark == "," and not decimal_comma)
            places = 0 if is_grouped else places
        if places <= power:
            return Decimal(head + tail + _ZEROS[power - places]), power - places
        if not power:
            return Decimal(f"{head}.{tail}"), -places
    reading = read_number(digits, decimal_comma=decimal_comma, has_scale=power > 0)
    return None if reading is None else (scaled(reading.value, power), reading.place + power)


def _is_free(stretch: Stretch, index: int) -> bool:
    """Whether what stands before the digits at *index* is no part of the amount."""
    before = index - 1
    words, kinds = stretch.words, stretch.kinds
    key = words[before]
    is_apart = stretch.ends[before] < stretch.starts[index]
    if key in _LEADS:
        return False
    if kinds[before] == NUMBER_KIND:
        return is_apart and len(key) > _GROUP  # a year, and no group of the same number
    if kinds[before - 1] == NUMBER_KIND:
        if key in HYPHENS and not is_apart:
            return stretch.ends[before - 1] == stretch.starts[before]  # the high end of a range
        if is_behind_misspelt_scale(stretch, index):
            return False  # the digits are the rest of a number
    return is_apart or key in _OPENINGS


def _goes_on(stretch: Stretch, last: int, code: str) -> bool:
    """Whether more of the amount may follow its word of money: US behind a dollar, a dot, hundredths."""
    words = stretch.words
    following = words[last + 1]
    if following == "." and words[last] in ABBREVIATIONS:
        return True
    if code == "USD" and following in AMERICAN:
        return True
    return not _HUNDREDTHS[code].isdisjoint(words[last + 1 : last + _REACH_OF_HUNDREDTHS])
