"""The parts of an amount: a number in digits or in words, with its scale words."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from cafx.core.decimals import CONTEXT
from cafx.text.lexicon import (
    CURRENCIES,
    FRACTIONS,
    HALF,
    JOINTS,
    NO_OPENERS,
    NUMBERS,
    OPENERS,
    POINT,
    SCALES,
    SINGULAR,
    VAGUE,
)
from cafx.text.numbers import read_number
from cafx.text.quantity import scaled
from cafx.text.tokens import NUMBER_KIND, WORD_KIND

if TYPE_CHECKING:
    from cafx.text.tokens import Token

__all__ = ["HYPHENS", "LONGEST_ENDING", "PartReader"]

HYPHENS: Final = frozenset("-‐‑")
#: Endings that are glued to a number or an abbreviation with a hyphen: -нан, -ти.
LONGEST_ENDING: Final = 4

_ABOVE_ALL: Final = Decimal(10**15)
_SHORT_ENDING: Final = 2
_HALF: Final = Decimal("0.5")
#: At most two words join a half to its number: two AND A half.
_JOINTS: Final = 2
_LONGEST_GAP: Final = 3
_TEN: Final = 10
_HUNDRED: Final = 100
#: Nothing is counted in more than a thousand trillions.
_MAX_POWER: Final = 12


def _follows(value: Decimal, lowest: Decimal) -> bool:
    """Whether a number word adds to one before it: hundreds to tens, tens to ones (он екі)."""
    return value < lowest and (lowest >= _HUNDRED or (lowest >= _TEN and value < _TEN))


class PartReader:
    """Reads numbers and scale words from tokens; every method starts at a token and gives the next."""

    __slots__ = ("decimal_comma", "openers", "text", "tokens", "words")

    def __init__(self, text: str, tokens: list[Token], language: str, *, decimal_comma: bool) -> None:
        self.text = text
        self.tokens = tokens
        self.words = NUMBERS.get(language, {})
        self.openers = OPENERS.get(language, NO_OPENERS)
        self.decimal_comma = decimal_comma

    def _part(self, index: int, *, is_first: bool) -> tuple[Decimal, int, int, int] | None:
        """Read one number with its scale: value, place, power, and the token after it."""
        tokens = self.tokens
        if index >= len(tokens):
            return None
        token = tokens[index]
        if token.kind == NUMBER_KIND:
            power, after = self._scale(self._past_ending(index + 1))
            if not power:
                after = index + 1
            reading = read_number(token.key, decimal_comma=self.decimal_comma, has_scale=power > 0)
            if reading is None:
                return None
            value, place = reading.value, reading.place
            if after < len(tokens) and tokens[after].key in HALF and not power:
                half = self._scale(after + 1)
                if half[0]:
                    return scaled(value + _HALF, half[0]), half[0] - 1, half[0], half[1]
            return scaled(value, power), place + power, power, after
        spelled = self._spelled(index)
        if spelled is None:
            if not is_first or token.key not in SINGULAR or token.key not in SCALES:
                return None
            if index and tokens[index - 1].key in VAGUE:
                return None
            power, after = self._scale(index + 1)
            power += SCALES[token.key]
            return Decimal(10**power), power, power, after
        value, place, after = spelled
        power, after = self._scale(after)
        return scaled(value, power), place + power, power, after

    def _scale(self, index: int) -> tuple[int, int]:
        """Read the scale words from *index*: their power, and the token after them."""
        tokens, power, after = self.tokens, 0, index
        while index < len(tokens) and power < _MAX_POWER:
            token = tokens[index]
            if (
                token.key in HYPHENS
                and index + 1 < len(tokens)
                and index
                and token.start == tokens[index - 1].end
            ):
                index += 1
                token = tokens[index]
            elif token.key == "." and power and index and token.start == tokens[index - 1].end:
                index += 1
                if index >= len(tokens):
                    break
                token = tokens[index]
            step = SCALES.get(token.key)
            if step is None or token.kind != WORD_KIND or not self._is_near(index, newline=True):
                break
            if len(token.key) == 1 and not self._is_scale_letter(index):
                break
            power += step
            index += 1
            after = index
        return power, after

    def _past_ending(self, index: int) -> int:
        """Step over an ending that is glued to a number before its scale word: ``5-ти миллионов``."""
        tokens = self.tokens
        if index + 1 < len(tokens) and self._is_glued(index) and len(tokens[index].key) <= _SHORT_ENDING:
            token = tokens[index]
            if token.kind == WORD_KIND and token.key not in SCALES and tokens[index + 1].key in SCALES:
                return index + 1  # 3х миллионов
        if index + 2 >= len(tokens) or tokens[index].key not in HYPHENS or not self._is_glued(index):
            return index
        ending = tokens[index + 1]
        is_ending = (
            ending.kind == WORD_KIND and self._is_glued(index + 1) and len(ending.key) <= LONGEST_ENDING
        )
        return (
            index + 2 if is_ending and tokens[index + 2].key in SCALES and ending.key not in SCALES else index
        )

    def _is_scale_letter(self, index: int) -> bool:
        """Whether the letter at *index* is a scale: glued to a number, or before a currency word."""
        token, before = self.tokens[index], self.tokens[index - 1]
        if before.kind != NUMBER_KIND:
            return False
        glued = before.end == token.start
        follower = self.tokens[index + 1].key if index + 1 < len(self.tokens) else ""
        return glued or follower in CURRENCIES

    def _is_near(self, index: int, *, newline: bool = False) -> bool:
        """Whether at most two spaces (or one line end) part a token from the one before it."""
        if not index:
            return False
        start, end = self.tokens[index - 1].end, self.tokens[index].start
        if newline and end - start <= 1:  # a single space, nearly always
            return True
        gap = self.text[start:end]
        return len(gap) <= _LONGEST_GAP and ("\n" not in gap or (newline and gap.count("\n") == 1))

    def _is_glued(self, index: int) -> bool:
        return self.tokens[index - 1].end == self.tokens[index].start

    def _spelled(self, index: int) -> tuple[Decimal, int, int] | None:  # noqa: C901 -- one pass over one number
        """Read number words from *index*: value below a thousand, place, and the token after."""
        tokens, words = self.tokens, self.words
        total: Decimal | None = None
        after, lowest = index, _ABOVE_ALL
        place = 0
        while index < len(tokens):
            token = tokens[index]
            if index > after and not self._is_near(index):
                break
            if token.key in HALF and (total is None or index == after or tokens[index - 1].key in JOINTS):
                if total is None and not self._leads_to_scale(index + 1):
                    return None
                total, place, after = (total or Decimal(0)) + _HALF, -1, index + 1
                if after < len(tokens) and tokens[after].key in ("a", "of", "the"):
                    after += 1
                break
            value = words.get(token.key)
            if value is None:
                if (
                    total is not None
                    and (token.key in JOINTS or token.key in HYPHENS)
                    and index - after < _JOINTS
                ):
                    index += 1
                    continue
                if total is not None and token.key in POINT and index == after:
                    return self._spelled_fraction(index, total)
                break
            if value == _HUNDRED and total is not None and 1 <= total < _TEN:
                total, lowest = total * value, value
            elif total is None:
                total, lowest = value, value
            elif _follows(value, lowest):
                total, lowest = total + value, value
            else:
                break
            exponent = int(value.as_tuple().exponent)
            place = min(place, exponent) if exponent < 0 else place
            index += 1
            after = index
        return None if total is None else (total, place, after)

    def _leads_to_scale(self, index: int) -> bool:
        tokens = self.tokens
        while index < len(tokens) and tokens[index].key in ("a", "of", "the"):
            index += 1
        return index < len(tokens) and tokens[index].key in SCALES

    def _spelled_fraction(self, index: int, whole: Decimal) -> tuple[Decimal, int, int] | None:
        """Read what follows the word for the decimal point: ``бес БҮТІН оннан тоғыз``."""
        tokens = self.tokens
        while index < len(tokens) and tokens[index].key in POINT:
            index += 1
        place = None
        if index < len(tokens) and tokens[index].key in FRACTIONS:
            place = FRACTIONS[tokens[index].key]
            index += 1
        if index >= len(tokens) or tokens[index].key not in self.words:
            return None
        tail = self._spelled(index)
        if tail is None:
            return None
        value, _, after = tail
        if place is None and after < len(tokens) and tokens[after].key in FRACTIONS:
            place = FRACTIONS[tokens[after].key]
            after += 1
        if place is None:
            place = -len(str(int(value)))
        return CONTEXT.add(whole, CONTEXT.scaleb(value, place)), place, after
