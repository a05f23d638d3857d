"""Numbers that count nothing: years, and what names a thing, such as ``article 5`` or ``building 12``."""

from __future__ import annotations

from typing import Final

from cafx.text.lexicon import stems_of

__all__ = ["NUMBER_SIGNS", "is_numbered", "is_year"]

#: Signs before the number of a thing: № 45.
NUMBER_SIGNS: Final = frozenset("№#")
_WHOLE: Final = 3
#: Words before a number that names a thing; short ones are whole words.
_NUMBERED: Final = tuple(word for word in stems_of("numbered") if len(word) > _WHOLE)
_NUMBERED_WORDS: Final = frozenset(word for word in stems_of("numbered") if len(word) <= _WHOLE)
_YEAR_LENGTH: Final = 4
_FIRST_YEAR, _LAST_YEAR = 1900, 2099


def is_numbered(word: str) -> bool:
    """Whether a word stands before numbers that name a thing.

    >>> is_numbered("статья"), is_numbered("штраф")
    (True, False)
    """
    return word in _NUMBERED_WORDS or word.startswith(_NUMBERED)


def is_year(digits: str) -> bool:
    """Whether the digits of a number can be a year.

    >>> is_year("2015"), is_year("2 015"), is_year("150")
    (True, False, False)
    """
    return len(digits) == _YEAR_LENGTH and digits.isdecimal() and _FIRST_YEAR <= int(digits) <= _LAST_YEAR
