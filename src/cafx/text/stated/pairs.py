"""The two prices of one currency, to buy it and to sell it: ``USD 525,3 / 528,1``, ``евро — 601 и 608``."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Final

from cafx.text.lexicon import CONJUNCTIONS, DASHES, FILLERS
from cafx.text.plausible import PRICED, is_plausible
from cafx.text.rate_words import BEFORE_PRICES, CHANGES, PAYING, PRICE_WORDS, PRICES
from cafx.text.stated.goods import is_for_goods, is_of_goods
from cafx.text.stated.parts import LINKS, MEMORY, Base, is_year, price_of
from cafx.text.stated.quote import quote_of
from cafx.text.stated.side_words import sides_among
from cafx.text.stated.stems import beginning
from cafx.text.stated.table import PARTS
from cafx.text.stated.writing import write
from cafx.text.words import FIVE

if TYPE_CHECKING:
    from cafx.text.amount import Amount
    from cafx.text.stated.line import Line
    from cafx.text.stated_rate import Side
    from cafx.text.stretch import Stretch

__all__ = ["take_pairs"]

_begins_telling: Final = beginning((*PRICES, *PAYING, *CHANGES))
_NEAR: Final = 4
_REACH: Final = 8
#: How far apart the two prices of an office can be.
_SPREAD: Final = 1.2
_BOTH: Final = 2
_SIDES: Final[tuple[Side, Side]] = ("buy", "sell")


def take_pairs(line: Line, here: list[Amount]) -> None:
    """Read a currency and its two prices.

    A stroke parts them, or *and* where the sentence before told of buying and of selling.
    """
    for low, high in itertools.pairwise(here):
        if low.first in line.taken or high.first in line.taken or not _is_pair(line, low, high):
            continue
        base = _base_of(line, low)
        if base is None or is_of_goods(line, low) or is_for_goods(line, high, None):
            continue
        quote = line.code_of(high) or _own_code(line, low) or quote_of(line, base.code)
        values = [float(amount.number.value) for amount in (low, high)]
        if quote not in FIVE or quote == base.code:
            continue
        if not all(is_plausible(base.code, quote, value / base.nominal) for value in values):
            continue
        if not 1 / _SPREAD <= values[1] / values[0] <= _SPREAD:
            continue
        sides = _SIDES if values[0] <= values[1] else _SIDES[::-1]
        line.taken.update((low.first, high.first))
        for amount, side in zip((low, high), sides, strict=True):
            write(line, price_of(amount, _own_code(line, amount)), base, quote, is_explicit=False)
            line.rates[-1] = line.rates[-1].replace(side=side)


def _is_pair(line: Line, low: Amount, high: Amount) -> bool:
    """Whether only a stroke, or *and* behind a sentence of two sides, stands between two prices."""
    stretch = line.stretch
    if low.high is not None or high.high is not None or high.is_prefixed or low.suffix or high.suffix:
        return False
    if low.number.scale or high.number.scale or low.number.is_spelled or high.number.is_spelled:
        return False
    if is_year(low) and is_year(high):
        return False
    joint = stretch.keys(low.after, high.first)
    if len(joint) != 1:
        return False
    if joint[0] in PARTS:
        return not _is_of_three(stretch, low, high)
    if joint[0] not in CONJUNCTIONS or line.memory.age > 1 or len(line.memory.sides) != _BOTH:
        return False
    return not sides_among(stretch.keys(line.sentence, line.end))


def _is_of_three(stretch: Stretch, low: Amount, high: Amount) -> bool:
    """Whether a third number goes on two that a mark parts: the levels of months, ``471 / 490 / 499``."""
    mark = stretch.key(low.after)
    before = stretch.key(low.first - 1) == mark and stretch.is_number(low.first - 2)
    return before or (stretch.key(high.after) == mark and stretch.is_number(high.after + 1))


def _base_of(line: Line, low: Amount) -> Base | None:
    """Return the currency that stands right before two prices."""
    if low.is_prefixed and low.code in PRICED:
        return Base(low.code, 1, low.first, is_counted=False)
    before = [base for base in line.bases if line.sentence <= base.place < low.first]
    is_told = line.cues or len(line.memory.sides) == _BOTH
    if not before:
        memory = line.memory
        if memory.age <= MEMORY and memory.bases and (is_told or memory.was_alone):
            return memory.bases[-1]
        behind = [base for base in line.bases if base.code not in FIVE]
        return behind[0]._replace(place=low.first) if behind and line.cues else None
    base = before[-1]
    if base.place < line.last_end and line.prices:
        return None
    start = base.place + 1
    unit = next((one for one in line.amounts if one.first == base.place), None)
    start = unit.after if base.is_counted and unit is not None else start
    between = line.stretch.keys(start, low.first)
    if any(line.stretch.is_number(index) for index in range(start, low.first)):
        return None
    is_right_behind = len(between) <= _NEAR and all(
        key in LINKS
        or key in DASHES
        or key in FILLERS
        or key in PRICE_WORDS
        or key in BEFORE_PRICES
        or not key.isalnum()
        or _begins_telling(key)
        for key in between
    )
    return base if is_right_behind or (is_told and len(between) <= _REACH) else None


def _own_code(line: Line, amount: Amount) -> str:
    """Return whose money a price is; empty where the currency before it is what is priced: USD 525,3."""
    return "" if amount.is_prefixed else line.code_of(amount)
