"""Whether the last part of a number is a part of it: its money follows, or a number that shares it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cafx.text.lexicon import (
    CONJUNCTIONS,
    CURRENCIES,
    DASHES,
    HYPHENS,
    NUMBER_LANGUAGES,
    OPENING,
    SUBUNITS,
    TO,
)
from cafx.text.scales import read_scale
from cafx.text.spelled import spelled

if TYPE_CHECKING:
    from cafx.text.stretch import Stretch

__all__ = ["has_unit", "past_high_end"]

#: What joins a number to the one behind it.
_LINKS: Final = TO | DASHES | CONJUNCTIONS


def past_high_end(stretch: Stretch, index: int) -> int:
    """Step over what joins a number to the next, and over that: 2 тысячи 160 ДО 3 ТЫСЯЧ 600 сомони.

    The next number has a scale too, but behind *from*: 1 минг 585 ДАН 1745 сўмга.
    """
    if stretch.words[index] in HYPHENS and stretch.words[index + 1] in OPENING and stretch.is_glued(index):
        index += 1  # 160-тан
    link = stretch.words[index]
    is_from = link in OPENING
    if not (is_from or link in _LINKS):
        return index
    index += 1
    if stretch.is_number(index):
        power, after = read_scale(stretch, index + 1)
    elif is_from or stretch.words[index] not in NUMBER_LANGUAGES:
        return index - 1
    else:
        words = spelled(stretch, index)
        power, after = (0, index) if words is None else read_scale(stretch, words.after)
    if not (power or is_from):
        return index - 1
    if not power:
        return index + 1
    if stretch.is_number(after):
        return after + 1
    rest = spelled(stretch, after) if stretch.words[after] in NUMBER_LANGUAGES else None
    return after if rest is None else rest.after


def has_unit(stretch: Stretch, index: int) -> bool:
    """Whether a currency or its hundredth stands at *index*, over one word and a dot."""
    for step in range(index, index + 4):
        key = stretch.words[step]
        if key in CURRENCIES or key in SUBUNITS:
            return True
        if not (stretch.is_word(step) or key in HYPHENS or key == "(") or key in NUMBER_LANGUAGES:
            return False
    return False
