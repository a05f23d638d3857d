"""Words that look like a misspelt number word: what follows one is the rest of a number, and no number.

``девятьсое тридцать девять тенге`` are not 39 tenge. A word counts as misspelt where it is one slip away
(a letter more, less, another, or two exchanged) from a number word of the language that is being read, and no
word of any table. A short word must also stand where a number word is due: before ``hundred``, or a ten
before a one.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from cafx.text.lexicon import (
    ARTICLES,
    CLOSING,
    CONJUNCTIONS,
    COUNTED_SCALES,
    CURRENCIES,
    FILLERS,
    HALF,
    HUNDREDS,
    HYPHENS,
    JOINTS,
    NUMBER_LANGUAGES,
    NUMBERS,
    OPENING,
    SCALES,
    SUBUNITS,
    TO,
)
from cafx.text.tokens import WORD_KIND
from cafx.text.words import LANGUAGES

if TYPE_CHECKING:
    from cafx.text.stretch import Stretch

__all__ = ["is_behind_misspelt", "is_behind_misspelt_scale"]

_SHORT: Final = 3
#: In so long a word two slips are seen too.
_LONG: Final = 8
_TEN: Final = Decimal(10)
_HUNDRED: Final = Decimal(100)
_REACH: Final = 24
_APOSTROPHES: Final = frozenset("'’‘ʻʼ`")
_JOINING: Final = JOINTS | ARTICLES | HYPHENS | {","}
#: What stands between two numbers that are two.
_STRUCTURE: Final = (
    TO | CONJUNCTIONS | OPENING | CLOSING | FILLERS | frozenset(CURRENCIES) | frozenset(SUBUNITS)
)
#: In English a hundred is a hundred, or one.
_COUNTED: Final = COUNTED_SCALES | HUNDREDS
#: Fields of a language that hold beginnings of words.
_STEMS: Final = frozenset(
    ("changes", "subject_verbs", "rates", "prices", "goods", "same", "shares", "letters")
)
_WORD: Final = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")


def is_behind_misspelt(stretch: Stretch, index: int) -> bool:
    """Whether the number in words at *index* goes on one that begins with a misspelt word."""
    place, first = _before(stretch, index), stretch.words[index]
    if place < 0 and not stretch.is_word(index - 1):
        before = stretch.words[index - 1]
        return before in _APOSTROPHES and len(stretch.words[index - 2]) == 1 and stretch.is_glued(index - 1)
    if place < 0:
        return False
    word = stretch.words[place]
    is_glued = stretch.is_glued(place) and stretch.is_glued(place - 1)
    if is_glued and stretch.words[place - 1] in _APOSTROPHES:
        return True  # to''qson
    is_within = stretch.is_number(place - 1) or bool(_languages_of(stretch.words[place - 1]))
    if is_within and word in _STRUCTURE:
        return False  # ten to twelve
    languages = _languages_of(first)
    # Between two number words, and before a hundred that must be counted, no other word stands.
    is_open = is_within or (stretch.words[place + 1] in _COUNTED and languages == ("en",))
    meant = _meant(word, languages, is_open=is_open)
    if is_within or not meant:
        return bool(meant)
    between = stretch.words[place + 1]
    if between == ",":
        return any(one in SCALES for one in meant)
    return len(word) > _SHORT or any(_is_due(one, stretch.words[place + 1], languages) for one in meant)


def is_behind_misspelt_scale(stretch: Stretch, index: int) -> bool:
    """Whether digits at *index* go on a number whose scale word is misspelt: ``3 миллона 500 тысяч``."""
    if index <= 1 or not (stretch.is_number(index - 2) and stretch.is_word(index - 1)):
        return False
    word = stretch.words[index - 1]
    return len(word) >= _SHORT and word not in SCALES and _is_near_scale(word)


def _before(stretch: Stretch, index: int) -> int:
    """Return the place of the word before a number and before all its words; below zero without one."""
    place = index - 1
    while place >= 0 and index - place < _REACH:
        word = stretch.words[place]
        if word not in _JOINING and not _languages_of(word):
            break
        place -= 1
    return place if place >= 0 and stretch.kinds[place] == WORD_KIND else -1


@lru_cache(maxsize=4096)
def _languages_of(word: str) -> tuple[str, ...]:
    """Return the languages that count with a number or scale word."""
    return NUMBER_LANGUAGES.get(word) or tuple(
        language.code for language in LANGUAGES if word in language.scales or word in language.half.split()
    )


@lru_cache(maxsize=4096)
def _meant(word: str, languages: tuple[str, ...], *, is_open: bool) -> tuple[str, ...]:
    """Return the number words that *word* may be a slip of; a word itself is one only where *is_open*."""
    if len(word) < len("on") or (not is_open and word in _known()):
        return ()
    numerals = {one for code in languages for one in _numerals(code)}
    meant = {one for one in numerals if _is_slip(word, one)}
    if is_open:
        meant |= {one for one in JOINTS if len(one) > 1 and _is_slip(word, one)}
    if any(word[:cut] in numerals and word[cut:] in numerals for cut in range(2, len(word) - 1)):
        meant.add(word)  # двадцатьпять
    return tuple(sorted(meant))


@lru_cache(maxsize=1024)
def _is_near_scale(word: str) -> bool:
    return word not in _known() and any(len(one) >= _SHORT and _is_slip(word, one) for one in SCALES)


@cache
def _numerals(code: str) -> frozenset[str]:
    """Return the words that a language counts with; of scale words those that are no abbreviations."""
    (language,) = (one for one in LANGUAGES if one.code == code)
    singular = tuple(language.singular.split())
    scales = {word for word in language.scales if len(word) > _SHORT or word.startswith(singular)}
    numerals = {*language.numbers, *scales, *language.half.split(), *language.parts}
    return frozenset(word for word in numerals if len(word) > 1)


@cache
def _known() -> frozenset[str]:
    """Return every word of every table."""
    words: set[str] = set()
    for language in LANGUAGES:
        for field, value in language.items():
            if field in _STEMS:
                continue
            if isinstance(value, str):
                words.update(_WORD.findall(value))
            elif isinstance(value, dict):
                for key, entry in value.items():
                    words.update(_WORD.findall(f"{key} {entry}".lower()))
    return frozenset(words)


def _is_due(meant: str, first: str, languages: tuple[str, ...]) -> bool:
    """Whether a number word *meant* can stand right before one that begins with *first*."""
    worth = max((NUMBERS[code].get(meant, Decimal(0)) for code in languages), default=Decimal(0))
    if first in SCALES or first in HUNDREDS or first in HALF:
        return 0 < worth < _HUNDRED or meant in HUNDREDS
    value = max((NUMBERS[code].get(first, Decimal(0)) for code in languages), default=Decimal(0))
    if meant in SCALES:
        return True
    return (worth >= _HUNDRED > value) or (_TEN <= worth < _HUNDRED and value < _TEN)


def _is_slip(word: str, meant: str) -> bool:
    """Whether *word* is *meant* with one letter more, less or other, or two exchanged.

    In long words a slip may be followed by another one, as long as enough letters are left. What is left is
    looked at once, on whichever ways it is come to: the ways are three times as many with every letter.
    """
    if abs(len(word) - len(meant)) > 1:
        return False
    waiting = [(word, meant)]
    seen = set(waiting)
    while waiting:
        one, other = waiting.pop()
        start, shorter = 0, min(len(one), len(other))
        while start < shorter and one[start] == other[start]:
            start += 1
        rest, due = one[start:], other[start:]
        if not rest and not due:
            continue
        if rest[1:] == due[1:] or rest[1:] == due or rest == due[1:]:
            return True
        if rest[:2] == due[1::-1] and rest[2:] == due[2:]:
            return True
        if shorter >= _LONG:
            ways = (rest[1:], due[1:]), (rest[1:], due), (rest, due[1:])
            new = [way for way in ways if way not in seen and abs(len(way[0]) - len(way[1])) <= 1]
            seen.update(new)
            waiting += new
    return False
