"""Where figures can be: currency words, codes and signs with a number beside them.

Everything else of a text is never looked at twice.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from cafx.figures.lexicon import CURRENCIES

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["stretches"]

_BEFORE: Final = 200
_AFTER: Final = 200
_MONEY: Final = re.compile("|".join(map(re.escape, sorted(CURRENCIES, key=len, reverse=True))), re.IGNORECASE)


def stretches(text: str) -> Iterator[tuple[int, int]]:
    """Give the stretches of *text* around anchors, in order, none overlapping."""
    start = end = -1
    for match in _MONEY.finditer(text):
        left, right = max(0, match.start() - _BEFORE), min(len(text), match.end() + _AFTER)
        if left <= end:
            end = right
            continue
        if start >= 0:
            yield start, end
        start, end = left, right
    if start >= 0:
        yield start, end
