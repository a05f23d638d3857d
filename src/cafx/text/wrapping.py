"""Text that was broken to a width: line ends in the middle of sentences, which are read as spaces.

Who writes for a terminal or a mail breaks a line where the next word would go beyond a width. Rows of a table
and lists are lines of their own: they are short, end as they like, and seldom begin in lower case.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

__all__ = ["unwrapped"]

#: A line that may begin in lower case: ``re`` skips from one line end to the next.
_LOWER_START: Final = re.compile("\n[a-zà-žа-ӿ]")
_BLANK: Final = re.compile(r"\n[ \t]*\n")
#: Nobody breaks text to less, or to more; a longer line is a paragraph.
_NARROWEST, _WIDEST = 40, 140
#: Breaks before a name or a number, or behind a bracket, a surely broken line: they say nothing.
_MOST_OTHERS: Final = 2
#: What ends a sentence, a title or a cell, so that the line end behind it is one.
_ENDS: Final = frozenset(".!?:;|…")


def unwrapped(text: str) -> str:
    r"""Return *text* with spaces for the line ends at which its paragraphs were broken to a width.

    Every character keeps its place.

    >>> unwrapped("Traders said that the demand was high, and the dollar\ntraded at 541.04 tenge.")
    'Traders said that the demand was high, and the dollar traded at 541.04 tenge.'
    """
    if _LOWER_START.search(text) is None:
        return text
    pieces: list[str] = []
    here = 0
    for blank in _BLANK.finditer(text):
        pieces += (_joined(text[here : blank.start()]), blank[0])
        here = blank.end()
    return "".join((*pieces, _joined(text[here:])))


def _joined(paragraph: str) -> str:
    """Return a paragraph with spaces for its line ends, if it was broken to a width."""
    lines = paragraph.split("\n")
    inner = lines[1:] if not lines[0] else lines
    inner = inner[:-1] if inner and not inner[-1] else inner
    return paragraph.replace("\n", " ") if _is_wrapped(inner) else paragraph


def _is_wrapped(lines: list[str]) -> bool:
    """Whether each line but the last is full, and enough of them surely end inside a sentence."""
    width = max(map(len, lines), default=0)
    if not _NARROWEST <= width <= _WIDEST:
        return False
    inside = others = 0
    for line, following in pairwise(lines):
        gap = following.find(" ")
        if len(line) + 1 + (gap if gap >= 0 else len(following)) <= width:
            return False  # the next word would have had room
        last = line[-1] if line[-1:].isalnum() else line.rstrip()[-1:]
        if following[:1].islower() and (last.isalnum() or last == ","):
            inside += 1
        elif last not in _ENDS:
            others += 1
    return inside > 0 and others <= _MOST_OTHERS * inside
