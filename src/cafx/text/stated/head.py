"""Heads and titles of boards: the columns, the currency and the side that they name."""

from __future__ import annotations

import itertools
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from cafx.text.goods import names_goods
from cafx.text.lexicon import AMERICAN, BEFORE_DATES, CONJUNCTIONS, CURRENCIES, FILLERS, MONTHS, OPENING, PER
from cafx.text.rate_words import (
    AT_HOME,
    BOARD_WORDS,
    DAYS,
    MONEY_OF,
    MONEY_WORDS,
    PRICE_PREPOSITIONS,
    RATES,
    SAYERS,
    TRADED,
    TRADED_IN,
)
from cafx.text.stated.names import named_at
from cafx.text.stated.parts import Base, Column, is_year
from cafx.text.stated.side_words import sides_among
from cafx.text.stated.stems import beginning, is_month, is_rate_noun, is_rate_word
from cafx.text.words import FIVE, LANGUAGES

if TYPE_CHECKING:
    from cafx.text.amount import Amount
    from cafx.text.stated.line import Line
    from cafx.text.stated_rate import Side
    from cafx.text.stretch import Stretch

__all__ = [
    "BAR",
    "cells_of",
    "is_date",
    "is_name",
    "is_of_boards",
    "sides_of",
    "take_head",
    "take_title",
]

_TWO: Final = 2

BAR: Final = "|"
#: The longest line that is looked at as a head, in tokens, and the longest row.
_LONGEST_HEAD: Final = 24
_BEFORE_DAYS: Final = BEFORE_DATES - PER - PRICE_PREPOSITIONS | {"на", "on", "from"}
_WORDS: Final = CONJUNCTIONS | FILLERS | AMERICAN | PER | PRICE_PREPOSITIONS | BEFORE_DATES | OPENING
_begins_title: Final = beginning((*RATES, *MONEY_WORDS))
_begins_stems: Final = beginning(
    (
        *(*RATES, *DAYS, *MONTHS, *MONEY_WORDS, *BOARD_WORDS),
        *(stem for stems in MONEY_OF.values() for stem in stems),
        *(stem for stems in SAYERS.values() for stem in stems),
    )
)
#: The stems of the languages that have a money of their own.
_STEMS_OF: Final = {
    language.code: tuple(
        f"{language.rates} {language.days} {language.official} {language.office} {language.money}".split()
    )
    for language in LANGUAGES
    if language.code in AT_HOME
}


@lru_cache(maxsize=4096)
def is_of_boards(key: str) -> bool:
    """Whether a word can stand in a head or a row, besides the name of a bank."""
    return key in _WORDS or key in CURRENCIES or _begins_stems(key)


def take_head(line: Line) -> bool:
    """Read a line without prices as the head of a board, if it is one."""
    stretch = line.stretch
    if not 0 < stretch.count <= _LONGEST_HEAD or any(not is_date(line, one) for one in line.amounts):
        return False
    keys = stretch.words[: stretch.count]
    cells = cells_of(keys) if BAR in keys else None
    columns = _columns(line, cells or [(index, index + 1) for index in range(stretch.count)])
    sides = [column.side for column in columns if column.side]
    codes = {column.code for column in columns if column.code}
    if cells is None:
        if len(set(sides)) < _TWO or not all(
            not stretch.is_word(index) or sides_of(keys, index) or is_of_boards(keys[index])
            or is_name(line, index)
            for index in range(stretch.count)
        ):  # fmt: skip
            return False
        columns = [column for column in columns if column.side]
    elif not (sides or len(codes) > 1):
        return False
    memory = line.memory
    memory.own = _own_of(line) or memory.own
    memory.language = (
        stretch.language if stretch.language != "und" else _language_of(stretch) or memory.language
    )
    codes -= FIVE
    if codes:
        memory.carried = Base(min(codes), 1, -1, is_counted=False) if len(codes) == 1 else None
    memory.columns, memory.age = tuple(columns), 0
    return True


def sides_of(keys: list[str], index: int) -> list[Side]:
    """Return the side that the word at *index* of a head says: ``сатып алу`` is one of buying."""
    if index and keys[index - 1] in TRADED and keys[index].startswith(TRADED_IN):
        return []
    return sides_among(keys[index : index + _TWO] if keys[index] in TRADED else keys[index : index + 1])


def cells_of(keys: list[str]) -> list[tuple[int, int]]:
    """Return the spans of the cells between upright strokes."""
    places = [-1, *(index for index, key in enumerate(keys) if key == BAR), len(keys)]
    spans = [(left + 1, right) for left, right in itertools.pairwise(places)]
    first, last = (1 if spans[0][0] == spans[0][1] else 0), len(spans) - (spans[-1][0] == spans[-1][1])
    return spans[first:last]


def _columns(line: Line, cells: list[tuple[int, int]]) -> list[Column]:
    columns: list[Column] = []
    keys = line.stretch.words
    for start, end in cells:
        code = next((code for index in range(start, end) if (code := named_at(line, index))), "")
        side = next((sides[0] for index in range(start, end) if (sides := sides_of(keys, index))), None)
        is_rate = any(map(is_rate_noun, keys[start:end]))
        columns.append(Column(code, side, bool(code or side or (is_rate and columns))))
    return columns


def is_name(line: Line, index: int) -> bool:
    """Whether a word is (a part of) a name: with a capital, or behind such a word."""
    stretch = line.stretch
    while stretch.is_word(index):
        if not line.text[stretch.starts[index]].islower():
            return True
        index -= 1
    return False


def is_date(line: Line, amount: Amount) -> bool:
    """Whether a number is a part of a date or a time: на 25.11, 26 ноября, 18:00, 2025."""
    stretch = line.stretch
    first, after = amount.number.first, amount.number.after
    return (
        (stretch.key(first - 1) in _BEFORE_DAYS and not (amount.code or amount.high))
        or is_month(stretch.key(after))
        or is_month(stretch.key(first - 1))
        or (is_year(amount) and not amount.code)
        or any(map(stretch.is_time, (first - 1, after)))
    )


def take_title(line: Line) -> bool:
    """Keep what a line without prices names above a board: ``Курсы доллара в обменниках``."""
    stretch, memory = line.stretch, line.memory
    if line.rates or stretch.count > _LONGEST_HEAD or any(not is_date(line, one) for one in line.amounts):
        return False
    if not any(_begins_title(key) or key in CURRENCIES for key in stretch.words):
        return False
    codes = {code for index in range(stretch.count) if (code := named_at(line, index)) and code not in FIVE}
    memory.carried = Base(min(codes), 1, -1, is_counted=False) if len(codes) == 1 else None
    memory.own, memory.is_expected = _own_of(line), bool(line.expected)
    memory.is_of_rates = any(map(is_rate_word, stretch.words)) and not any(
        (key in CONJUNCTIONS and key.isalpha()) or names_goods(key) for key in stretch.words
    )
    sides = {side for index in range(stretch.count) for side in sides_of(stretch.words, index)}
    memory.section = min(sides) if len(sides) == 1 else None
    memory.language = _language_of(stretch) or (
        stretch.language if stretch.language != "und" else memory.language
    )
    return True


def _own_of(line: Line) -> str:
    """Return the one of the five that a title names, if it is one."""
    own = {code for index in range(line.stretch.count) if (code := named_at(line, index)) in FIVE}
    return min(own) if len(own) == 1 else ""


def _language_of(stretch: Stretch) -> str:
    """Return the language of a title by its words for rates, days and banks; empty where two share them."""
    found = set(AT_HOME)
    for key in stretch.words[: stretch.count]:
        own = {code for code, stems in _STEMS_OF.items() if key.startswith(stems)}
        found = found & own or found if own else found
    return found.pop() if len(found) == 1 else ""
