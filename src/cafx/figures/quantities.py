"""Quantities: a number with its scale words and, where they stand beside it, its currency.

``7 млрд 900 миллион теңгеден`` is one quantity of two parts; ``KZT 1 trillion 87.5 bln`` one with
the code before it; ``бес бүтін оннан тоғыз триллион`` one in words.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from cafx.decimals import CONTEXT
from cafx.figures.lexicon import (
    AFTER_WORDS,
    AMERICAN,
    CURRENCIES,
    FILLERS,
    FRACTIONS,
    HALF,
    JOINTS,
    NUMBERS,
    POINT,
    PREFIXES,
    SCALES,
    SINGULAR,
    SUBUNITS,
    VAGUE,
)
from cafx.figures.numbers import read_number
from cafx.figures.tokens import NUMBER_KIND, WORD_KIND, Token

__all__ = ["Quantity", "Scanner"]

_UNIT: Final = Decimal(1)
_HALF: Final = Decimal("0.5")
_TENGE_SIGNS: Final = frozenset("tт")
_LETTERS: Final = frozenset("kmbtкм")
_HYPHENS: Final = frozenset("-‐‑")
_MAX_FILLERS: Final = 2
_LONGEST_ENDING: Final = 4
_MAX_BRACKET: Final = 25
_FIRST_LETTER_GAP: Final = 3
_TEN: Final = 10
_HUNDRED: Final = 100
_ALL: Final = 99
#: Nothing is counted in more than a thousand trillions.
_MAX_POWER: Final = 12


def _scaled(value: Decimal, power: int) -> Decimal:
    """Give *value* times a power of ten, in plain digits: 13000000, never 1.3E+7."""
    scaled = CONTEXT.scaleb(value, power)
    return scaled if int(scaled.as_tuple().exponent) <= 0 else scaled.quantize(_UNIT, context=CONTEXT)


def _follows(value: Decimal, lowest: Decimal) -> bool:
    """Whether a number word adds to one before it: hundreds to tens, tens to ones (он екі)."""
    return value < lowest and (lowest >= _HUNDRED or (lowest >= _TEN and value < _TEN))


class Quantity:
    """A number in the text, in the making: places are those of the text, indexes of the tokens."""

    __slots__ = (
        "after",
        "code",
        "core",
        "digits",
        "end",
        "first",
        "high",
        "is_prefixed",
        "is_range",
        "is_spelled",
        "last",
        "number",
        "parts",
        "place",
        "scale",
        "share",
        "start",
        "suffix",
        "value",
    )

    def __init__(self, first: int, start: int) -> None:
        self.first = first
        self.start = start
        self.after = first
        #: The token after the number and its scale words, before any currency.
        self.core = first
        self.last = first
        self.end = start
        #: The value, and the power of ten of its last printed digit.
        self.value = Decimal(0)
        self.place = 0
        #: The number before its scale word, the power of that, and of how many parts it is made.
        self.number = Decimal(0)
        self.digits = ""
        self.scale = 0
        self.parts = 0
        self.is_spelled = False
        #: An ending that is glued to the number with a hyphen: ``50000-нан``.
        self.suffix = ""
        self.code = ""
        self.is_prefixed = False
        #: Whether the currency was taken over from the next quantity.
        self.share = False
        self.is_range = False
        self.high: Quantity | None = None

    def scaled(self, power: int) -> Decimal:
        """Give the value as it would be with a scale taken over."""
        return _scaled(self.value, power)

    def rescale(self, power: int) -> None:
        """Take a scale over from a quantity that shares it."""
        self.value = _scaled(self.value, power)
        self.place += power
        self.scale = power


class Scanner:
    """Reads the quantities of a stretch of tokens, in one pass from left to right."""

    __slots__ = ("decimal_comma", "text", "tokens", "words")

    def __init__(self, text: str, tokens: list[Token], language: str, *, decimal_comma: bool) -> None:
        self.text = text
        self.tokens = tokens
        self.words = NUMBERS.get(language, {})
        self.decimal_comma = decimal_comma

    def quantities(self) -> list[Quantity]:
        """Give the quantities in order; those without a currency too, since others may lend it."""
        found: list[Quantity] = []
        index, count = 0, len(self.tokens)
        while index < count:
            token = self.tokens[index]
            quantity = None
            if token.kind == NUMBER_KIND:
                if not self._is_glued_to_a_name(index):
                    quantity = self._quantity(index)
            elif token.kind == WORD_KIND and (
                token.key in self.words or token.key in SINGULAR or token.key in HALF
            ):
                quantity = self._quantity(index)
            if quantity is None:
                index += 1
                continue
            self._take_currency(quantity, found[-1] if found else None)
            found.append(quantity)
            index = max(quantity.after, index + 1)
        return found

    def _is_glued_to_a_name(self, index: int) -> bool:
        """Whether letters stand right before the number: ``AI92``, ``G20``; a code may."""
        before = self.tokens[index - 1] if index else None
        if before is None or before.kind != WORD_KIND or before.end != self.tokens[index].start:
            return False
        return before.key not in CURRENCIES and before.key not in _TENGE_SIGNS

    def _quantity(self, index: int) -> Quantity | None:
        """Read number and scale, and further parts of lower scale that add up with them."""
        tokens = self.tokens
        quantity = Quantity(index, tokens[index].start)
        last_power = _ALL
        while True:
            part = self._part(index, is_first=quantity.parts == 0)
            if part is None:
                break
            value, place, power, after = part
            if quantity.parts:
                if power >= last_power or not self._adds_up(value, power, last_power, after):
                    break
                quantity.value = CONTEXT.add(quantity.value, value)
                quantity.place = min(place, quantity.place)
            else:
                quantity.value, quantity.place, quantity.number = value, place, CONTEXT.scaleb(value, -power)
                quantity.is_spelled = tokens[index].kind == WORD_KIND
                quantity.digits = "" if quantity.is_spelled else tokens[index].key
            quantity.parts += 1
            quantity.scale = power
            quantity.after, quantity.last = after, after - 1
            quantity.end = tokens[after - 1].end
            last_power = power
            if not power:
                break
            index = self._next_part(after)
            if index < 0:
                break
        if not quantity.parts:
            return None
        quantity.core = quantity.after
        return quantity

    def _part(self, index: int, *, is_first: bool) -> tuple[Decimal, int, int, int] | None:
        """Read one number with its scale: value, place, power, and the token after it."""
        tokens = self.tokens
        if index >= len(tokens):
            return None
        token = tokens[index]
        if token.kind == NUMBER_KIND:
            power, after = self._scale(index + 1)
            reading = read_number(token.key, decimal_comma=self.decimal_comma, has_scale=power > 0)
            if reading is None:
                return None
            value, place = reading.value, reading.place
            if after < len(tokens) and tokens[after].key in HALF and not power:
                half = self._scale(after + 1)
                if half[0]:
                    return _scaled(value + _HALF, half[0]), half[0] - 1, half[0], half[1]
            return _scaled(value, power), place + power, power, after
        spelled = self._spelled(index)
        if spelled is None:
            if not is_first or token.key not in SINGULAR or token.key not in SCALES:
                return None
            if index and tokens[index - 1].key in VAGUE:
                return None
            power, after = self._scale(index)
            return Decimal(10**power), power, power, after
        value, place, after = spelled
        power, after = self._scale(after)
        return _scaled(value, power), place + power, power, after

    def _scale(self, index: int) -> tuple[int, int]:
        """Read the scale words from *index*: their power, and the token after them."""
        tokens, power, after = self.tokens, 0, index
        while index < len(tokens) and power < _MAX_POWER:
            token = tokens[index]
            if (
                token.key in _HYPHENS
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
        gap = self.text[self.tokens[index - 1].end : self.tokens[index].start]
        return len(gap) <= _FIRST_LETTER_GAP and ("\n" not in gap or (newline and gap.count("\n") == 1))

    def _next_part(self, index: int) -> int:
        """Give the token at which a further part could begin; below zero where none can."""
        tokens = self.tokens
        if index < len(tokens) and tokens[index].key == "." and tokens[index].start == tokens[index - 1].end:
            index += 1
        if index < len(tokens) and tokens[index].key in JOINTS and tokens[index].key != "a":
            index += 1
        if index >= len(tokens) or not self._is_near(index, newline=True):
            return -1
        return index if tokens[index].kind == NUMBER_KIND or tokens[index].key in self.words else -1

    def _adds_up(self, value: Decimal, power: int, last_power: int, after: int) -> bool:
        """Whether a part belongs to the same amount: smaller, and of the same currency word."""
        if value >= 10**last_power:
            return False
        return power > 0 or self._currency(after) is not None

    def _spelled(self, index: int) -> tuple[Decimal, int, int] | None:
        """Read number words from *index*: value below a thousand, place, and the token after."""
        tokens, words = self.tokens, self.words
        total: Decimal | None = None
        after, lowest = index, Decimal(10**15)
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
                if total is not None and (token.key in JOINTS or token.key in _HYPHENS) and index == after:
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

    def _take_currency(self, quantity: Quantity, previous: Quantity | None) -> None:
        """Attach the currency that stands after the quantity, or the code or sign before it."""
        tokens = self.tokens
        after = self._past_bracket(quantity.after)
        currency = self._currency(after)
        prefix = self._prefix(quantity, previous)
        if prefix and (currency is None or currency[0] != prefix):
            quantity.code, quantity.is_prefixed = prefix, True
            quantity.start = tokens[quantity.first - 1].start
            return
        if currency is None:
            self._take_suffix(quantity)
            return
        quantity.code, last = currency
        if prefix:
            quantity.start, quantity.is_prefixed = tokens[quantity.first - 1].start, True
        quantity.last, quantity.after, quantity.end = last, last + 1, tokens[last].end
        self._take_subunits(quantity)

    def _past_bracket(self, index: int) -> int:
        """Step over a bracket that spells the number out: ``100 (сто) тенге``."""
        tokens = self.tokens
        if index >= len(tokens) or tokens[index].key != "(":
            return index
        for step in range(index + 1, min(index + _MAX_BRACKET, len(tokens))):
            key = tokens[step].key
            if key == ")":
                return step + 1 if step > index + 1 and self._currency(step + 1) else index
            if key not in self.words and key not in SCALES and key not in JOINTS and key not in _HYPHENS:
                break
        return index

    def _currency(self, index: int) -> tuple[str, int] | None:
        """Find the currency word at *index*, over fillers and hedges: its code and its token.

        ``8 more soms``, ``млн. тенге``, ``68-million somoni``, ``200 млн-нан астам теңге``.
        """
        tokens, count = self.tokens, len(self.tokens)
        for step in range(_MAX_FILLERS + 2):
            if index >= count or not self._is_near(index, newline=True):
                return None
            key = tokens[index].key
            if key == "." and not step and tokens[index - 1].end == tokens[index].start:
                index += 1
            elif (
                key in _HYPHENS and index + 1 < count and self._is_glued(index) and self._is_glued(index + 1)
            ):
                index += 1
                if tokens[index].key not in CURRENCIES:
                    if tokens[index].kind != WORD_KIND or len(tokens[index].key) > _LONGEST_ENDING:
                        return None
                    index += 1
            if index >= count or not self._is_near(index, newline=True):
                return None
            code = CURRENCIES.get(tokens[index].key)
            if code:
                is_pair = code == tokens[index].key.upper() and self._is_pair(index)
                return None if is_pair else (code, self._past_american(code, index))
            if tokens[index].key not in FILLERS and tokens[index].key not in AFTER_WORDS:
                return None
            index += 1
        return None

    def _is_glued(self, index: int) -> bool:
        return self.tokens[index - 1].end == self.tokens[index].start

    def _past_american(self, code: str, index: int) -> int:
        """Step to the word behind a dollar that says whose it is: ``долларов США``."""
        following = index + 1
        if code == "USD" and following < len(self.tokens) and self.tokens[following].key in AMERICAN:
            return following
        return index

    def _is_pair(self, index: int) -> bool:
        """Whether the code at *index* is one of a pair: ``KZT/USD``."""
        tokens = self.tokens
        beside = [tokens[other] for other in (index - 1, index + 1) if 0 <= other < len(tokens)]
        return any(token.key == "/" for token in beside)

    def _prefix(self, quantity: Quantity, previous: Quantity | None) -> str:
        """Find the code or sign right before the number that no earlier number has taken."""
        tokens, first = self.tokens, quantity.first
        if not first or (previous is not None and previous.last >= first - 1):
            return ""
        before, number = tokens[first - 1], tokens[first]
        gap = number.start - before.end
        if before.key in _TENGE_SIGNS:
            return "T" if not gap and self.text[before.start].isupper() else ""
        if before.key not in PREFIXES or gap > 1 or self._is_pair(first - 1):
            return ""
        return CURRENCIES[before.key]

    def _take_suffix(self, quantity: Quantity) -> None:
        """Take an ending that is glued to the number: ``50000-нан``, ``2025-yilda``."""
        tokens, after = self.tokens, quantity.after
        if after + 1 < len(tokens) and tokens[after].key in _HYPHENS and tokens[after].start == quantity.end:
            ending = tokens[after + 1]
            if ending.kind == WORD_KIND and ending.start == tokens[after].end:
                quantity.suffix = ending.key
                quantity.after = after + 2

    def _take_subunits(self, quantity: Quantity) -> None:
        """Add the hundredths that follow: ``9 сомонию 63 дирам``."""
        tokens, index = self.tokens, quantity.after
        if index < len(tokens) and tokens[index].key in JOINTS:
            index += 1
        if index + 1 >= len(tokens) or not self._is_near(index):
            return
        if tokens[index].kind == NUMBER_KIND and tokens[index].key.isdecimal():
            value, after = Decimal(tokens[index].key), index + 1
        else:
            spelled = self._spelled(index)
            if spelled is None:
                return
            value, _, after = spelled
        if (
            after >= len(tokens)
            or value >= _HUNDRED
            or quantity.code not in SUBUNITS.get(tokens[after].key, ())
        ):
            return
        quantity.value = CONTEXT.add(quantity.value, CONTEXT.scaleb(value, -2))
        quantity.place = min(quantity.place, -2)
        quantity.last, quantity.after, quantity.end = after, after + 1, tokens[after].end
