"""Quantities: a number with its scale words and, where they stand beside it, its currency.

``7 млрд 900 миллион теңгеден`` is one quantity of two parts; ``KZT 1 trillion 87.5 bln`` one with
the code before it; ``бес бүтін оннан тоғыз триллион`` one in words.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from cafx.core.decimals import CONTEXT
from cafx.text.lexicon import (
    AFTER_WORDS,
    AMERICAN,
    CURRENCIES,
    FILLERS,
    JOINTS,
    LEADS,
    OPENING,
    PREFIXES,
    SCALES,
    SUBUNITS,
    TENGE_SIGNS,
    TIES,
)
from cafx.text.parts import HYPHENS, LONGEST_ENDING, PartReader
from cafx.text.quantity import Quantity
from cafx.text.tokens import NUMBER_KIND, SIGN_KIND, WORD_KIND

__all__ = ["Scanner"]

#: ``a million tenge``
_ARTICLES: Final = frozenset(("a", "an"))
_PAUSES: Final = frozenset(",;.")
#: At most a dot and a dash or a word part the ends of a range.
_REACH_OF_RANGE: Final = 2
_MAX_FILLERS: Final = 2
_MAX_BRACKET: Final = 25
_HUNDRED: Final = 100
_ALL: Final = 99


class Scanner(PartReader):
    """Reads the quantities of a stretch of tokens, in one pass from left to right."""

    __slots__ = ()

    def quantities(self) -> list[Quantity]:
        """Give the quantities in order; those without a currency too, since others may lend it."""
        found: list[Quantity] = []
        tokens, openers = self.tokens, self.openers
        begins = [
            place for place, (kind, _, _, key) in enumerate(tokens) if kind == NUMBER_KIND or key in openers
        ]
        index = 0
        for place in begins:
            if place < index:
                continue
            index = place
            previous = found[-1] if found else None
            if tokens[index].kind == NUMBER_KIND and self._is_inert(index, previous):
                continue
            quantity = None
            if tokens[index].kind != NUMBER_KIND or not self._is_glued_to_a_name(index):
                quantity = self._quantity(index)
            if quantity is None:
                continue
            if quantity.is_spelled and index > 0 and tokens[index - 1].key in _ARTICLES:
                quantity.first, quantity.start = index - 1, tokens[index - 1].start
            self._take_currency(quantity, previous)
            found.append(quantity)
            index = max(quantity.after, index + 1)
        return found

    def _is_inert(self, index: int, previous: Quantity | None) -> bool:
        """Whether a number in digits is surely no money by the word behind it: ``86,000 kilometers``.

        Nothing gives it a currency, it ends no range, and nothing is lent to it or past it, so that
        leaving it out changes no figure; half the numbers of an article end here.
        """
        tokens, following = self.tokens, index + 1
        if previous is not None and index - previous.after <= _REACH_OF_RANGE:
            return False
        if index and tokens[index - 1].key in LEADS:
            return False
        if following < len(tokens) and tokens[following].key in _PAUSES:
            following += 1
        if following >= len(tokens):
            return True
        kind, start, _, key = tokens[following]
        if kind == SIGN_KIND:
            return key not in TIES
        is_plain_word = kind == WORD_KIND and start > tokens[index].end
        return is_plain_word and key not in TIES and key not in self.openers

    def _is_glued_to_a_name(self, index: int) -> bool:
        """Whether letters stand right before the number: ``AI92``, ``ЭКСПО-2017``; a code may."""
        before = self.tokens[index - 1] if index else None
        if before is None or before.end != self.tokens[index].start:
            return False
        if before.key in HYPHENS and index > 1 and self._is_glued(index - 1):
            name = self.tokens[index - 2]
            printed = self.text[name.start : name.end]
            return name.kind == WORD_KIND and printed.isupper() and name.key not in CURRENCIES
        if before.kind != WORD_KIND:
            return False
        return before.key not in CURRENCIES and before.key not in TENGE_SIGNS

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
                quantity.value, quantity.place = value, place
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

    def _next_part(self, index: int) -> int:
        """Give the token at which a further part could begin; below zero where none can."""
        tokens = self.tokens
        if index < len(tokens) and tokens[index].key == "." and tokens[index].start == tokens[index - 1].end:
            index += 1
        if index < len(tokens) and tokens[index].key in JOINTS and tokens[index].key != "a":
            index += 1
            if index < len(tokens) and tokens[index].kind == NUMBER_KIND and not self._scale(index + 1)[0]:
                return -1
        if index >= len(tokens) or not self._is_near(index, newline=True):
            return -1
        return index if tokens[index].kind == NUMBER_KIND or tokens[index].key in self.words else -1

    def _adds_up(self, value: Decimal, power: int, last_power: int, after: int) -> bool:
        """Whether a part belongs to the same amount: smaller, and of the same currency word."""
        if value >= 10**last_power:
            return False
        return power > 0 or self._currency(after) is not None

    def _take_currency(self, quantity: Quantity, previous: Quantity | None) -> None:
        """Attach the currency that stands after the quantity, or the code or sign before it."""
        tokens = self.tokens
        after = self._past_bracket(quantity.after)
        currency = self._currency(after)
        prefix = self._prefix(quantity, previous)
        if prefix and currency is not None and self._opens_next(currency[1]):
            currency = None
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

    def _opens_next(self, index: int) -> bool:
        """Whether the sign at *index* belongs to the number behind it: ``$20 $37``."""
        following = index + 1
        return (
            self.tokens[index].kind == SIGN_KIND
            and following < len(self.tokens)
            and self.tokens[following].kind == NUMBER_KIND
        )

    def _past_bracket(self, index: int) -> int:
        """Step over a bracket that spells the number out: ``100 (сто) тенге``."""
        tokens = self.tokens
        if index >= len(tokens) or tokens[index].key != "(":
            return index
        for step in range(index + 1, min(index + _MAX_BRACKET, len(tokens))):
            key = tokens[step].key
            if key == ")":
                return step + 1 if step > index + 1 and self._currency(step + 1) else index
            if key not in self.words and key not in SCALES and key not in JOINTS and key not in HYPHENS:
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
            elif key in HYPHENS:
                index = self._past_hyphen(index)
            if index >= count or not self._is_near(index, newline=True):
                return None
            code = CURRENCIES.get(tokens[index].key)
            if code:
                is_pair = tokens[index].key in PREFIXES and self._is_pair(index)
                return None if is_pair else (code, self._past_american(code, index))
            if tokens[index].key not in FILLERS and tokens[index].key not in AFTER_WORDS:
                return None
            index += 1
        return None

    def _past_hyphen(self, index: int) -> int:
        """Step over a hyphen to the currency word, or over an ending: ``68-somoni``, ``млн-нан``."""
        tokens = self.tokens
        following = index + 1
        if following >= len(tokens) or not self._is_glued(index) or not self._is_glued(following):
            return index
        token = tokens[following]
        if token.kind != WORD_KIND or token.key in CURRENCIES:
            return following if token.kind == WORD_KIND else index
        return following + 1 if len(token.key) <= LONGEST_ENDING else index

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
        if before.key in TENGE_SIGNS:
            return "T" if not gap and self.text[before.start].isupper() else ""
        if before.key not in PREFIXES or gap > 1 or self._is_pair(first - 1):
            return ""
        return CURRENCIES[before.key]

    def _take_suffix(self, quantity: Quantity) -> None:
        """Take an ending that is glued to the number: ``50000-нан``, ``2025-yilda``."""
        tokens, after = self.tokens, quantity.after
        if after + 1 < len(tokens) and tokens[after].key in HYPHENS and tokens[after].start == quantity.end:
            ending = tokens[after + 1]
            is_number = ending.key in self.words or ending.key in SCALES  # екі-үш: two to three
            if ending.kind == WORD_KIND and ending.start == tokens[after].end and not is_number:
                quantity.suffix = ending.key
                quantity.after = after + 2
        elif after < len(tokens) and tokens[after].start == quantity.end and tokens[after].key in OPENING:
            quantity.suffix = tokens[after].key
            quantity.after = after + 1

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
            spelled = self._spelled(index) if tokens[index].key in self.openers else None
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
