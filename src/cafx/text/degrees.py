"""Adverbs of degree beside a comparative: *slightly* less is almost, *much* more is over.

They stand before the comparative in every language, so that a hedge before an amount takes in what
stands before it (``чуть более 500``), and one behind an amount steps over them (``500 теңгеден сәл аз``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cafx.text.lexicon import CIRCUMFIXED, COMPARATIVES
from cafx.text.words import LANGUAGES
from cafx.text.words.fields import lengths_of, phrases_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cafx.text.stretch import Stretch

__all__ = ["DEGREE_BEGINS", "degree_length", "past_degree", "with_degree"]

#: The adverbs, each *slightly* or *much*, and the numbers of words of those that begin or end with a word.
_DEGREES: Final = phrases_of(
    pair for one in LANGUAGES for pair in (("much", one.much), ("slightly", one.slightly))
)
_ENDS: Final = lengths_of(_DEGREES, -1)
DEGREE_BEGINS: Final = lengths_of(_DEGREES, 0)
#: The classes of comparatives.
_COMPARED: Final = frozenset(("over", "under"))


def degree_length(keys: Sequence[str]) -> int:
    """Return how many of the last of *keys* are an adverb of degree."""
    for count in _ENDS.get(keys[-1], ()) if keys else ():
        if count <= len(keys) and " ".join(keys[-count:]) in _DEGREES:
            return count
    return 0


def past_degree(stretch: Stretch, index: int) -> int:
    """Step over an adverb of degree before a comparative: ``20 мың теңгеден СӘЛ аз``."""
    for count in DEGREE_BEGINS.get(stretch.words[index], ()):
        if " ".join(stretch.words[index : index + count]) in _DEGREES:
            following = stretch.words[index + count]
            return index + count if following in COMPARATIVES or following in CIRCUMFIXED else index
    return index


def with_degree(stretch: Stretch, start: int, kind: str) -> tuple[int, str]:
    """Take in the adverb of degree before the comparative at *start*: slightly less is almost."""
    if kind not in _COMPARED:
        return start, kind
    for count in _ENDS.get(stretch.words[start - 1], ()):
        degree = _DEGREES.get(" ".join(stretch.keys(start - count, start))) if start >= count else None
        if degree is not None:
            is_near = degree == "slightly" and kind == "under"
            return start - count, "almost" if is_near else kind
    return start, kind
