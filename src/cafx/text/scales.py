"""Scale words: the power of ten that one or more of them name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cafx.text.lexicon import CURRENCIES, HYPHENS, SCALES

if TYPE_CHECKING:
    from cafx.text.stretch import Stretch

__all__ = ["read_scale"]

#: The Russian preposition that looks like the letter for a thousand, and the endings that it governs.
_TO: Final = "к"
_DATIVES: Final = ("у", "ю")
#: Nothing is counted in more than a thousand trillions.
_MAX_POWER: Final = 12


def read_scale(stretch: Stretch, index: int) -> tuple[int, int]:
    """Read the scale words from *index*: their power, and the token behind them."""
    words, power, after = stretch.words, 0, index
    last = 0
    while index < stretch.count and power < _MAX_POWER:
        key = words[index]
        if (key in HYPHENS or (key == "." and power)) and stretch.is_glued(index):
            index += 1
            key = words[index]
        step = SCALES.get(key)
        if step is None or not stretch.is_near(index, newline=True):
            break
        if step <= last:  # a million, a thousand: two parts; a thousand million is one
            break
        last = step
        if len(key) == 1 and not _is_scale_letter(stretch, index):
            break
        power += step
        index += 1
        after = index
    return power, after


def _is_scale_letter(stretch: Stretch, index: int) -> bool:
    """Whether the letter at *index* is a scale: glued to a number, or before a currency word."""
    if not stretch.is_number(index - 1):
        return False
    follower = index + 1
    if stretch.words[follower] == "." and stretch.is_glued(follower):
        return stretch.words[follower + 1] in CURRENCIES  # 10 т.тг
    if stretch.is_glued(index):
        return True
    if stretch.words[index] == _TO and stretch.words[follower].endswith(_DATIVES):
        return False  # 10,93 к доллару: to the dollar, not thousands of it
    return stretch.words[follower] in CURRENCIES
