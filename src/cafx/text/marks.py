"""What stands between the digits of a number and its scale: decimals apart, endings, hedges, its words.

``481, 29 теңге``, ``500-00 тенге``, ``5-ти миллионов``, ``5 (пять) миллионов``, ``20 с лишним тысяч``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cafx.text.lexicon import (
    AFTER_WITHIN,
    CURRENCIES,
    HYPHENS,
    INNER,
    SCALES,
    VULGAR,
)
from cafx.text.spelled import spelled
from cafx.text.tokens import NUMBER_KIND, WORD_KIND

if TYPE_CHECKING:
    from cafx.text.stretch import Stretch

__all__ = ["LONGEST_ENDING", "is_leading_point", "past_ending", "past_hedge", "past_marks", "past_spelling"]

#: Endings that are glued to a number or an abbreviation with a hyphen: -нан, -ти.
LONGEST_ENDING: Final = 4
_SHORT_ENDING: Final = 2
_RATE_DECIMALS: Final = 4
_CENTS: Final = 2


def past_spelling(stretch: Stretch, digits: str, index: int) -> int:
    """Step over a bracket that says the digits in words before their scale word: ``5 (пять) миллионов``."""
    if stretch.words[index] != "(" or not digits.isdecimal():
        return 0
    words = spelled(stretch, index + 1)
    if words is None or words.value != int(digits) or stretch.words[words.after] != ")":
        return 0
    return words.after + 1 if stretch.words[words.after + 1] in SCALES else 0


def past_marks(stretch: Stretch, index: int) -> tuple[str, int]:
    """Return digits with the decimals that stand apart, and the token behind the marks that end them."""
    after = index + 1
    joined = _decimals_apart(stretch, index)
    if joined is not None:
        return joined
    mark = stretch.words[after]
    if mark in {",", "."} and stretch.words[after + 1] in HYPHENS and stretch.is_glued(after):
        if stretch.is_glued(after + 1) and not stretch.is_number(after + 2):
            after += 2  # 500,- тенге
    elif mark == "+" and stretch.is_glued(after) and not stretch.is_glued(after + 1):
        after += 1
    return stretch.words[index], after


def is_leading_point(stretch: Stretch, index: int) -> bool:
    """Whether a decimal point without its zero stands before digits: ``.5 млн``."""
    if (
        not index
        or stretch.words[index - 1] != "."
        or not stretch.is_glued(index)
        or not stretch.at(index).key.isdecimal()
    ):
        return False
    before = stretch.at(index - 2)
    return not stretch.is_glued(index - 1) or before.key in CURRENCIES


def _decimals_apart(stretch: Stretch, index: int) -> tuple[str, int] | None:
    """Join decimals that stand apart from their number: ``481, 29 теңге``, ``0. 1350``, ``500-00 тенге``."""
    mark, tail = stretch.at(index + 1), stretch.at(index + 2)
    if tail.kind != NUMBER_KIND or not tail.key.isdecimal() or mark.start != stretch.tokens[index].end:
        return None
    head = stretch.tokens[index].key
    gap = stretch.text[mark.end : tail.start]
    if "," in head or "." in head or "\n" in gap:
        return None
    if mark.key in HYPHENS:
        is_cents = not gap and len(tail.key) == _CENTS and tail.key[0] == "0" and len(head) >= _CENTS
        return (f"{head},{tail.key}", index + 3) if is_cents else None
    if len(gap) != 1:
        return None
    if mark.key == ".":
        # The rates of Tajikistan have four decimals, and some pages a space before them.
        is_rate = (
            len(head) <= _CENTS
            and len(tail.key) == _RATE_DECIMALS
            and (CURRENCIES.get(stretch.words[index + 3]) == "TJS")
        )
        return (f"{head}.{tail.key}", index + 3) if (head == "0" and len(tail.key) > 1) or is_rate else None
    if mark.key != "," or len(tail.key) > _CENTS or not stretch.decimal_comma:
        return None
    # A list of more numbers is a list: 10, 20 ýa-da 50 manat.
    if stretch.words[index - 1] == "," and stretch.is_number(index - 2):
        return None
    unit = stretch.words[index + 3]
    is_counted = stretch.is_near(index + 3, newline=True) and (unit in SCALES or unit in CURRENCIES)
    return (f"{head},{tail.key}", index + 3) if is_counted else None


def past_hedge(stretch: Stretch, index: int) -> int:
    """Step over a hedge between a number and its scale: ``пять с лишним миллионов``, ``жүз қаралы мың``."""
    word = stretch.words[index]
    if word in AFTER_WITHIN and stretch.words[index + 1] in SCALES:
        return index + 1
    for count, phrases in INNER.get(word, {}).items():
        if stretch.words[index + count] in SCALES and " ".join(stretch.keys(index, index + count)) in phrases:
            return index + count
    return index


def past_ending(stretch: Stretch, index: int) -> int:
    """Step over an ending that is glued to a number before its scale word: ``5-ти миллионов``."""
    if not stretch.is_glued(index):
        return index
    tokens = stretch.tokens
    if len(tokens[index].key) <= _SHORT_ENDING:
        token = tokens[index]
        is_ending = token.kind == WORD_KIND and token.key not in SCALES and token.key not in VULGAR
        if is_ending and stretch.words[index + 1] in SCALES:
            return index + 1  # 3х миллионов
    if index + 2 >= len(tokens) or tokens[index].key not in HYPHENS:
        return index
    ending = tokens[index + 1]
    is_ending = ending.kind == WORD_KIND and stretch.is_glued(index + 1) and len(ending.key) <= LONGEST_ENDING
    return index + 2 if is_ending and tokens[index + 2].key in SCALES and ending.key not in SCALES else index
