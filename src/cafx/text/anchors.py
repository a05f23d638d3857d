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

from cafx.core.text import WHITE_SPACE
from cafx.text.digits import GROUP_MARKS
from cafx.text.lexicon import (
    AFTER,
    CURRENCIES,
    FILLERS,
    HALF,
    INVERTED,
    JOINTS,
    LONE_SUBUNITS,
    NUMBER_WORDS,
    PRONOUNS,
    SCALES,
    words_of,
)
from cafx.text.literals import Literals
from cafx.text.tokens import SPACES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TypeAlias

__all__ = ["stretches"]

#: How far around an anchor words can bear on it. A clause is seldom longer.
_BEFORE: Final = 110
_AFTER: Final = 90
_NEAR: Final = 32
# One set of characters stands first, so that re can skip to them.
_SENTENCE_END: Final = re.compile(
    r"[.!?…;\n](?:(?<!\n)[»”\"’)]?\s++(?=[A-ZА-ЯЁҚҒӘІҢӨҮҰҲЎӢӮҶ«“\"–—•])|(?<=\n)\s*\n)"
)
_TICKER_PRICE: Final = re.compile(r"/[A-Z]{3} = [0-9.]++ [-+]?[0-9.]++%")
_LONGEST_SCALE: Final = 12
_LONGEST_PRONOUN: Final = 6
_LONGEST_NUMBER: Final = 48
_UNSURE: Final = {"SOM": ("KGS", "UZS"), "MANAT": ("TMT",), "T": ("KZT",)}
_STEM_LENGTH: Final = 5
_LONG_ENOUGH: Final = 3
_MARKS_OF_SOM: Final = "'’‘ʻʼ`"
_MARKS: Final = f"{WHITE_SPACE}.,;:()[]{{}}«»“”\"'’‘-–—‑*•/"
_LEADS: Final = frozenset(
    word
    for words in (SCALES, NUMBER_WORDS, FILLERS, HALF, ("u.s",), *(phrase.split() for phrase in AFTER))
    for word in words
)

#: A scale word behind a word of money, whose number follows: тенге миллионов десять.
_INVERTED_BEHIND: Final = re.compile(rf"[^\W\d_]*\s(?:{'|'.join(sorted(INVERTED))})\s")

#: Words for money before a rough number of it, and what may part them: сомов двести, сомов по 500.
_MONEY_BEFORE: Final = tuple(sorted(words_of("inverted_money")))
_EACH: Final = words_of("each")

_WORD_GAPS: Final = f"{SPACES},-"
_NUMBER_GAPS: Final = f"{GROUP_MARKS}.,"
_IN_NUMBERS: Final = frozenset((*NUMBER_WORDS, *SCALES, *JOINTS))


#: The expression that settles what a literal is, and how many characters stand before the literal.
#: The expression is made where the literal is found: of a hundred a text needs ten.
_Sought: TypeAlias = "tuple[str, int]"

_compiled: Final = lru_cache(maxsize=256)(re.compile)


@lru_cache(maxsize=4)
def _patterns(codes: frozenset[str]) -> dict[str, _Sought]:
    """Make an expression a stem: the words of *codes* that begin alike are sought at once.

    The literal comes first and the look-behind after it, so that ``re`` can skip to the literal.
    """
    asked = codes.union(unsure for unsure, sure in _UNSURE.items() if not codes.isdisjoint(sure))
    heads = {word[:_STEM_LENGTH] for word, code in CURRENCIES.items() if code in asked}
    main = {spelled for head in heads for spelled in _apostrophes(head)}
    heads |= {word[:_STEM_LENGTH] for word, code in LONE_SUBUNITS.items() if code in codes}
    sought: dict[str, _Sought] = {}
    stems = {spelled for head in heads for spelled in _apostrophes(head)}
    followers = _followers(heads, {stem for stem in stems if len(stem) < _STEM_LENGTH})
    by_rest: dict[str, list[str]] = {}
    shorter = " "
    for stem in sorted(stems):
        if stem.startswith(shorter):
            continue  # the shorter one, which stands before it, finds it too
        shorter = stem
        if not stem[0].isalpha():
            sought[stem] = re.escape(stem), 0
            continue
        tail = "" if len(stem) == _STEM_LENGTH else _tail(stem, followers)
        rest = stem[1:]
        if len(rest) >= _LONG_ENOUGH:
            by_rest.setdefault(rest, []).append(rf"(?<=[{stem[0]}{stem[0].upper()}]{rest}){tail}")
            variants = [stem.upper()] if stem in main else []  # nobody prints TIYN alone
        elif stem.upper() in codes and tail.endswith(r"d_])"):
            variants = [stem, stem.upper()]
        else:
            variants = [stem, stem.capitalize(), stem.upper()]
        for literal in dict.fromkeys(variants):
            sought[literal] = rf"{literal}(?<![^\W\d_]{literal}){tail}", 0
    for rest, ways in by_rest.items():  # one search for tenge and Tenge, yuan and ýuan
        sought[rest] = rf"{rest}(?<![^\W\d_].{rest})(?:{'|'.join(ways)})", 1
    if "KZT" in codes:
        for sign in "TТ":
            sought[sign] = rf"{sign}(?=[{SPACES}]?[0-9])(?<![^\W_]{sign})", 0
    return sought


@lru_cache(maxsize=4)
def _literals(codes: frozenset[str]) -> Literals:
    return Literals(_patterns(codes))


def _apostrophes(word: str) -> Iterator[str]:
    """Return *word* with each of the marks that people type for the apostrophe of so‘m."""
    for mark in _MARKS_OF_SOM if "'" in word else "'":
        yield word.replace("'", mark)


def _followers(heads: set[str], short: set[str]) -> dict[str, set[str]]:
    """Return the letters that follow each of the *short* stems in *heads*."""
    known: dict[str, set[str]] = {}
    for head in heads:
        for length in range(1, len(head)):
            if head[:length] in short:
                known.setdefault(head[:length], set()).add(head[length])
    return known


def _tail(stem: str, followers: dict[str, set[str]]) -> str:
    """Return what may follow a short stem: som, but neither some nor сомнение."""
    for mark in _MARKS_OF_SOM:
        stem = stem.replace(mark, "'")
    small = followers.get(stem, set())
    letters = "".join(sorted(small | {letter.upper() for letter in small} - {"'"}))
    return rf"(?![^\W\d_{letters}])" if letters else r"(?![^\W\d_])"


def stretches(text: str, codes: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Return the stretches of *text* around anchors, in order, none overlapping."""
    start = end = closed = -1
    for place in sorted(_places(text, codes)):
        if place < closed:  # the sentence of the last anchor, whose end is known
            continue
        left, right, closed = _clause(text, place)
        if left <= end:
            end = right
            continue
        if start >= 0:
            yield start, end
        start, end = _whole(text, left), right
    if start >= 0:
        yield start, end


def _places(text: str, codes: frozenset[str]) -> Iterator[int]:
    """Return the places of the words of money that have a number beside them."""
    patterns = _patterns(codes)
    for stem in _literals(codes).within(text):
        pattern, shift = patterns[stem]
        for match in _compiled(pattern).finditer(text):
            place, end = match.start() - shift, match.end()
            if text.startswith("/", end) and _is_of_a_ticker(text, place, end):
                continue
            if _has_number(text, place, end):
                yield place


def _is_of_a_ticker(text: str, place: int, end: int) -> bool:
    """Whether a code begins a line of a ticker, which is no money: ``KZT/USD = 0.00194 -0%``."""
    if _TICKER_PRICE.match(text, end) is None:
        return False
    return not text[max(0, place - _NEAR) : place].rpartition("\n")[2].strip(" •")


def _clause(text: str, place: int) -> tuple[int, int, int]:
    """Return what can bear on an anchor: its sentence, or as much of that as is near.

    The third number is the place up to which a later anchor has the same end; -1 where that is open.
    """
    left, right = max(0, place - _BEFORE), min(len(text), place + _AFTER)
    for match in _SENTENCE_END.finditer(text, left, place):
        word = text[max(left, match.start() - _LONGEST_SCALE) : match.start()].rsplit(" ", maxsplit=1)[-1]
        if word.lower().lstrip("0123456789.,") not in SCALES:  # 5 mln. Tenge goes on
            left = match.end()
    found = _SENTENCE_END.search(text, place, right)
    if found is None:
        return left, right, -1
    if not _goes_on(text, found.end()):
        return left, found.start() + 1, found.start()
    found = _SENTENCE_END.search(text, found.end(), right)
    return left, right if found is None else found.start() + 1, -1


def _goes_on(text: str, start: int) -> bool:
    """Whether the next sentence begins with a pronoun for this one's amount: ``Bu 13 350 dollarga teng``."""
    word = text[start : start + _LONGEST_PRONOUN].partition(" ")[0]
    return word.lower() in PRONOUNS


def _has_number(text: str, start: int, end: int) -> bool:  # noqa: C901 -- one evidence after another
    """Whether a number can stand before a word of money, or right after a code or sign."""
    before = text[start - 1 : start]
    if before.isdecimal():
        return True
    if before == " ":  # a number and a space, or a scale word: nearly always
        last = text[max(0, start - _NEAR) : start - 1].rpartition(" ")[2]
        if last[-1:].isdecimal() or last in _LEADS:
            return True
    near = text[max(0, start - _NEAR) : start].rstrip(_MARKS)
    if text.endswith(") ", 0, start):  # 100 000 (1150 долларов) сом
        bracket = text.rfind("(", max(0, start - _NEAR), start)
        if bracket > 0 and _has_number(text, bracket, bracket):
            return True
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
    if _INVERTED_BEHIND.match(text, end) or (
        text.startswith(_MONEY_BEFORE, start) and _is_counted_behind(text, end)
    ):
        return True
    if text[start:end].islower() and not (after[:1].isdecimal() and text[start:end].isascii()):
        return False
    return any(letter.isdecimal() for letter in after[:3])


def _is_counted_behind(text: str, end: int) -> bool:
    """Whether a number follows the word of money whose stem ends at *end*."""
    word, _, tail = text[end : end + _NEAR].partition(" ")[2].partition(" ")
    if word in _EACH:
        return tail[:1].isdecimal() or tail.partition(" ")[0].strip(_MARKS) in NUMBER_WORDS
    return word.strip(_MARKS) in NUMBER_WORDS


def _whole(text: str, left: int) -> int:
    """Move the start of a stretch out of the number or word that it would cut."""
    if not left:
        return 0
    step = max(0, left - _LONGEST_NUMBER)
    while left > step and (
        text[left - 1].isalnum() or (text[left - 1] in _NUMBER_GAPS and text[left].isdecimal())
    ):
        left -= 1
    return _before_number_words(text, left) if text[left - 1 : left] in _WORD_GAPS else left


def _before_number_words(text: str, left: int) -> int:
    """Move the start of a stretch out of a number in words: it may be longer than a clause."""
    while left > 0:
        start = left
        while start > 0 and text[start - 1] in _WORD_GAPS:
            start -= 1
        end = start
        while start > 0 and text[start - 1].isalpha():
            start -= 1
        if start == end or text[start:end].lower() not in _IN_NUMBERS:
            return left
        left = start
    return left
