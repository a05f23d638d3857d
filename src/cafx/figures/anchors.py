"""Where figures can be: currency words, codes and signs with a number beside them.

A figure has its currency written somewhere, so the words of money are sought first: each by its
literal beginning, which ``re`` finds at memory speed, and at once only where no letter stands
before it. What has no number, scale or number word beside it is dropped, and only a stretch
around each of the rest is ever cut into tokens.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from cafx.figures.lexicon import AFTER, CURRENCIES, FILLERS, HALF, NUMBER_WORDS, SCALES

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["ANY", "FIVE", "stretches"]

FIVE: Final = frozenset(("KGS", "KZT", "TJS", "UZS", "TMT"))
ANY: Final = frozenset((*FIVE, "USD", "EUR", "RUB", "CNY", "GBP"))

#: How far around an anchor words can bear on it. A clause is seldom longer.
_BEFORE: Final = 160
_AFTER: Final = 160
_NEAR: Final = 32
_LONGEST_NUMBER: Final = 48
_UNSURE: Final = {"SOM": ("KGS", "UZS"), "MANAT": ("TMT",), "T": ("KZT",)}
_STEM_LENGTH: Final = 5
_LONG_ENOUGH: Final = 3
_MARKS_OF_SOM: Final = "'’‘ʻʼ`"
#: Letters that a text has or has not: what is spelled with them is sought only where they are.
_TELLING: Final = "ңўӯұńŋñʻʼ‘’"
_MARKS: Final = " \t\n\r\u00a0\u2007\u2009\u202f.,;:()[]{}«»“”\"'’‘-–—‑*•/"
_LEADS: Final = frozenset(
    word
    for words in (SCALES, NUMBER_WORDS, FILLERS, HALF, *(phrase.split() for phrase in AFTER))
    for word in words
)


@lru_cache(maxsize=4)
def _patterns(codes: frozenset[str]) -> tuple[tuple[str, re.Pattern[str], int], ...]:
    """Make an expression a stem: the words of *codes* that begin alike are sought at once.

    The literal comes first and the look-behind after it, so that ``re`` can skip to the literal.
    """
    words = {
        word
        for word, code in CURRENCIES.items()
        if code in codes or any(sure in codes for sure in _UNSURE.get(code, ()))
    }
    sought: dict[str, tuple[re.Pattern[str], int]] = {}
    stems = {spelled[:_STEM_LENGTH] for word in words for spelled in _apostrophes(word)}
    for stem in stems:
        if any(stem[:length] in stems for length in range(1, len(stem))):
            continue  # a shorter one finds it too
        if not stem[0].isalpha():
            sought[stem] = re.compile(re.escape(stem)), 0
            continue
        tail = "" if len(stem) == _STEM_LENGTH else _tail(stem, words)
        first, rest = stem[0], stem[1:]
        if len(rest) >= _LONG_ENOUGH:  # one search for tenge and Tenge
            behind = rf"(?<=[{first}{first.upper()}]{rest})(?<![^\W\d_].{rest})"
            sought[rest] = re.compile(rest + behind + tail), 1
            variants = [stem.upper()]
        elif stem.upper() in codes:
            variants = [stem.upper()]
        else:
            variants = [stem, stem.capitalize(), stem.upper()]
        for literal in dict.fromkeys(variants):
            sought[literal] = re.compile(rf"{literal}(?<![^\W\d_]{literal}){tail}"), 0
    if "KZT" in codes:
        for sign in "TТ":
            sought[sign] = re.compile(rf"{sign}(?=[0-9])(?<![^\W_]{sign})"), 0
    return tuple((stem, *sought[stem]) for stem in sorted(sought))


def _apostrophes(word: str) -> Iterator[str]:
    """Give *word* with each of the marks that people type for the apostrophe of so‘m."""
    for mark in _MARKS_OF_SOM if "'" in word else "'":
        yield word.replace("'", mark)


def _tail(stem: str, words: set[str]) -> str:
    """Give what may follow a short stem: som, but neither some nor сомнение."""
    for mark in _MARKS_OF_SOM:
        stem = stem.replace(mark, "'")
    followers = {word[len(stem)] for word in words if word.startswith(stem) and len(word) > len(stem)}
    letters = "".join(sorted(followers | {letter.upper() for letter in followers} - {"'"}))
    return rf"(?![^\W\d_{letters}])" if letters else r"(?![^\W\d_])"


def stretches(text: str, codes: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Give the stretches of *text* around anchors, in order, none overlapping."""
    places: list[int] = []
    is_ascii = text.isascii()
    missing = [letter for letter in _TELLING if is_ascii or letter not in text]
    for stem, pattern, shift in _patterns(codes):
        if not stem.isascii() and (is_ascii or any(letter in stem for letter in missing)):
            continue
        for match in pattern.finditer(text):
            place = match.start() - shift
            if _has_number(text, place, match.end()):
                places.append(place)
    places.sort()
    start = end = -1
    for place in places:
        left, right = max(0, place - _BEFORE), min(len(text), place + _AFTER)
        if left <= end:
            end = right
            continue
        if start >= 0:
            yield start, end
        start, end = _whole(text, left), right
    if start >= 0:
        yield start, end


def _has_number(text: str, start: int, end: int) -> bool:
    """Whether a number can stand before a word of money, or right after a code or sign."""
    before = text[start - 1 : start]
    if before.isdecimal():
        return True
    near = text[max(0, start - _NEAR) : start].rstrip(_MARKS)
    if near:
        if near[-1].isdecimal():
            return True
        last = near.split()[-1]
        word = last.strip(_MARKS).lower()
        if word in _LEADS or any(letter.isdecimal() for letter in last):
            return True
        if not word.isalpha():
            pieces = re.split(r"[\W\d_]+", word)
            if pieces[-1] in _LEADS or word.replace("’", "'").replace("‘", "'").replace("ʻ", "'") in _LEADS:
                return True
    after = text[end : end + _NEAR // 4]
    return any(letter.isdecimal() for letter in after[:3]) and not text[start:end].islower()


def _whole(text: str, left: int) -> int:
    """Move the start of a stretch out of the number or word that it would cut."""
    if not left:
        return 0
    step = max(0, left - _LONGEST_NUMBER)
    while left > step and (
        text[left - 1].isalnum() or (text[left - 1] in ".,'’‘ \u00a0\u202f" and text[left].isdecimal())
    ):
        left -= 1
    return left
