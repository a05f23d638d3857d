"""Numbers behind their scale word, which makes them rough: ``тысяч пять``, ``миллионов на десять``.

Russian says *about five thousand* by the order of the words alone. Both ends of a range may follow:
``тысяч пять-шесть``. A scale word that stands for one of itself begins a range too: ``миллион-два``.
So it says *about two hundred soms*, and *about 500 each*: ``сомов двести``, ``сомов по 500``.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from cafx.text.digits import read_number, scaled
from cafx.text.lexicon import ALTERNATIVES, CURRENCIES, NUMBER_LANGUAGES, PREFIXES, SCALES, VAGUE, words_of
from cafx.text.numerals import Number
from cafx.text.rate_words import RATES
from cafx.text.spelled import spelled

if TYPE_CHECKING:
    from cafx.text.amount import Amount
    from cafx.text.digits import Reading
    from cafx.text.spelled import Words
    from cafx.text.stretch import Stretch

__all__ = [
    "OVER",
    "Inverted",
    "currency_before",
    "is_behind_money",
    "read_inverted",
    "read_one_or_two",
    "take_money_before",
]

#: What may stand between the scale word and its number: миллионов В десять.
OVER: Final = words_of("inverted_over")

_DASHES: Final = frozenset("-‐‑–—")
_ONE: Final = Decimal(1)
_TEN: Final = 10
_THOUSAND: Final = 1000
#: Words for money that may stand before a rough number of it, and those that may before round digits.
_MONEY: Final = words_of("inverted_money")
_PLURALS: Final = words_of("inverted_plural")
_EACH: Final = words_of("each")
_LEAST: Final = 5
_ENDS: Final = frozenset((*".,;:!?)…»", ""))


class Inverted(NamedTuple):
    """What stands behind a scale word: one number, or the ends of a range."""

    low: Number
    high: Number | None


def read_inverted(stretch: Stretch, index: int) -> Inverted | None:
    """Read the scale word at *index* with the number behind it; None where it is no such number."""
    before = stretch.words[index - 1]
    if not _is_free(stretch, index, before):
        return None
    place = index + 1
    if stretch.words[place] in OVER:
        place += 1
    low = _small(stretch, index, place)
    if low is None or stretch.words[low.after] not in _DASHES:
        return None if low is None else Inverted(low, None)
    high = _small(stretch, index, low.after + 1)
    return None if high is None or high.value <= low.value else Inverted(low, high)


def read_one_or_two(stretch: Stretch, index: int) -> Inverted | None:
    """Read the scale word at *index* and a number of it behind: ``миллион-два``, ``a thousand or two``."""
    place = index + 1
    if not (stretch.words[place] in ALTERNATIVES or stretch.is_hyphenated(place)):
        return None
    key = stretch.words[index]
    if not stretch.is_word(place + 1) or not _is_free(stretch, index, stretch.words[index - 1]):
        return None
    high = _small(stretch, index, place + 1)
    power = SCALES[key]
    one = scaled(_ONE, power)
    if high is None or not one < high.value < _TEN * one:
        return None
    return Inverted(Number(index, place, one, power, power, 1, is_spelled=True, digits=""), high)


def currency_before(stretch: Stretch, index: int) -> str:
    """Return the currency whose word stands right before *index*: ``тенге миллионов десять``."""
    key = stretch.words[index - 1]
    is_word = key in CURRENCIES and key not in PREFIXES and stretch.is_near(index)
    return CURRENCIES[key] if is_word else ""


def is_behind_money(words: list[str], index: int) -> bool:
    """Whether a word for money that may be counted from behind stands before the number at *index*."""
    before = words[index - 1]
    return before in _MONEY or (before in _EACH and words[index - 2] in _PLURALS)


def take_money_before(stretch: Stretch, amount: Amount) -> None:
    """Give a number the money before it, where the order of the words makes it rough: ``сомов двести``.

    It is a round number, and the end of its clause; digits take *each* before them: ``сомов по 500``.
    """
    number, words = amount.number, stretch.words
    money = number.first - 1
    is_each = words[money] in _EACH
    if is_each:
        money -= 1
    if (
        money < 0
        or words[amount.after] not in _ENDS
        or number.value < _LEAST
        or number.value % (_LEAST if number.is_spelled else _TEN)
        or not (number.is_spelled or is_each)
        or not (stretch.is_near(number.first) and stretch.is_near(money + 1))
        or not _is_free(stretch, money, words[money - 1])
        or words[money - 1].startswith(RATES)
    ):
        return
    amount.code, amount.first, amount.start = CURRENCIES[words[money]], money, stretch.starts[money]
    amount.number = number._replace(is_inverted=True)


def _is_free(stretch: Stretch, index: int, before: str) -> bool:
    """Whether nothing counts the scale word at *index* already: five thousand, several thousand."""
    if not index:
        return True
    is_counted = stretch.is_number(index - 1) or before in SCALES or before in VAGUE
    return not (is_counted or before in NUMBER_LANGUAGES or stretch.is_glued(index))


def _small(stretch: Stretch, scale: int, index: int) -> Number | None:
    """Read a number below a thousand that the word at *scale* counts."""
    if not stretch.is_near(index):
        return None
    digits = stretch.words[index] if stretch.is_number(index) else ""
    read: Reading | Words | None
    if digits:
        read, after = read_number(digits, decimal_comma=stretch.decimal_comma, has_scale=True), index + 1
    else:
        read = spelled(stretch, index)
        after = index if read is None else read.after
    if read is None or not 0 < read.value < _THOUSAND or stretch.words[after] in SCALES:
        return None
    power = SCALES[stretch.words[scale]]
    return Number(
        scale, after, scaled(read.value, power), read.place + power, power, 1, not digits, digits,
        is_inverted=True,
    )  # fmt: skip
