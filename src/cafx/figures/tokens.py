"""Cutting a stretch of text into numbers, words and signs, once, with their places."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from cafx.figures.numbers import NUMBER

__all__ = ["NUMBER_KIND", "SIGN_KIND", "WORD_KIND", "Token", "tokens_of"]

NUMBER_KIND: Final = 1
WORD_KIND: Final = 2
SIGN_KIND: Final = 3

#: Every mark that people type for the apostrophe of so‘m; ʻ and ʼ are letters to Unicode.
_APOSTROPHES: Final = "'’‘ʻʼ`´ʹ′"
_TOKEN: Final = re.compile(
    rf"({NUMBER})"
    rf"|((?i:US)\$(?=[\s0-9])|[^\W\d_]++(?:[{_APOSTROPHES}][^\W\d_]++)*+)"
    r"|([^\w\s]|_)"
)
_ONE_APOSTROPHE: Final = str.maketrans(dict.fromkeys(_APOSTROPHES, "'"))


class Token(NamedTuple):
    """A number, a word or a sign, and its place in the text."""

    kind: int
    start: int
    end: int
    #: A word in lower case with straight apostrophes; a number or a sign as printed.
    key: str


def tokens_of(text: str, start: int, end: int) -> list[Token]:
    """Cut ``text[start:end]`` into tokens; spaces and unknown characters are left out."""
    found = []
    for match in _TOKEN.finditer(text, start, end):
        kind = match.lastindex or SIGN_KIND
        key = match.group()
        if kind == WORD_KIND:
            key = key.lower()
            if not key.isalpha() or "ʻ" in key or "ʼ" in key:
                key = key.translate(_ONE_APOSTROPHE)
        found.append(Token(kind, match.start(), match.end(), key))
    return found
