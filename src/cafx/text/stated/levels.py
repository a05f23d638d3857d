"""Levels that a clause names before their number: hit a new LOW OF 300, достиг ОТМЕТКИ 525."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cafx.text.lexicon import CONJUNCTIONS, DASHES, PARTS_OF, stems_of, words_of
from cafx.text.rate_words import AGAIN, CHANGES, DAYS, NOW, PRICE_PREPOSITIONS, PRICES, THEN
from cafx.text.stated.stems import beginning, is_level_noun

if TYPE_CHECKING:
    from cafx.text.amount import Amount
    from cafx.text.stated.line import Line

__all__ = ["is_named_level"]

_begins_verb: Final = beginning((*CHANGES, *PRICES, *stems_of("reaching")))
#: What may stand between the noun and its number.
_OF: Final = words_of("said_at") | PARTS_OF | DASHES
#: What parts the clause from the one before, and what may begin it before its verb.
_JOINTS: Final = CONJUNCTIONS | {",", ";", "(", "–", "—"}
_ADVERBS: Final = AGAIN | NOW | PRICE_PREPOSITIONS
_begins_time: Final = beginning((*DAYS, *THEN))
#: How far the clause reaches back from the noun.
_REACH: Final = 6


def is_named_level(line: Line, amount: Amount) -> bool:
    """Whether a noun for a level leads to a number, in a clause that begins with its verb.

    The clause then goes on about what had the price before it: not *and the INDEX hit a high of 525*.
    """
    stretch, first = line.stretch, amount.first
    noun = first - 1 - (stretch.key(first - 1) in _OF)
    if not line.prices or noun <= line.last_end or not is_level_noun(stretch.key(noun)):
        return False
    for index in range(noun - 1, max(line.last_end, noun - _REACH) - 1, -1):
        if stretch.key(index) in _JOINTS:
            return _begins_with_verb(stretch.keys(index + 1, noun))
    return _begins_with_verb(stretch.keys(line.last_end, noun))


def _begins_with_verb(keys: list[str]) -> bool:
    """Whether a clause begins with a verb of a level, or with words for a time before it."""
    for key in keys:
        if _begins_verb(key):
            return True
        if not (key in _ADVERBS or _begins_time(key)):
            return False
    return False
