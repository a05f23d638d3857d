"""What looks like an amount of money and is none: rates, tickers, the fish, the word sum."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cafx.text.denomination import MAYBE_MINUSES
from cafx.text.lexicon import (
    BETWEEN,
    CODES,
    DASHES,
    HYPHENS,
    LOCATIVES,
    MONTHS,
    SINCE_WORDS,
    SUBJECT_VERBS,
    TO,
    YEAR_NOUNS,
    YEAR_WORDS,
)
from cafx.text.rate_words import SAME
from cafx.text.tokens import WORD_KIND
from cafx.text.words import FOREIGN

if TYPE_CHECKING:
    from cafx.text.amount import Amount
    from cafx.text.numerals import Number
    from cafx.text.stretch import Stretch
    from cafx.text.tokens import Token

__all__ = ["is_trap", "tickers_among"]

_SIGNS: Final = frozenset(("+", *MAYBE_MINUSES))
_NEAR: Final = 10
#: How many units a rate is for, what its sentence begins behind, and the words between unit and price.
_UNITS: Final = frozenset((1, 10, 100, 1000))
_BEGINNINGS: Final = frozenset(".;!?:(•")
_PAUSES: Final = frozenset(",(")
_EQUALS: Final = frozenset("=:")
_LONGEST_EQUATION: Final = 5
_NEXT: Final = 2
#: No price in soums is so low; so many sums are plain sums.
_FEW: Final = 50
_YEAR_LENGTH: Final = 4
_FIRST_YEAR, _LAST_YEAR = 1985, 2035
#: A hyphen and an ending.
_LINKED: Final = 2
#: Prepositions that begin the price of a thing as often as a time: from 2000 tenge.
_LIMITS: Final = frozenset(("from", "by", "until", "до", "от"))
_HUNDRED: Final = 100
_FISH: Final = frozenset("весом длиной поймал поймали выловил выловили мальков улов".split())
_SUMS: Final = frozenset(("sum", "sums"))


def tickers_among(stretch: Stretch, money: list[Amount]) -> set[int]:
    """Return the indexes of those of *money* that stand in a ticker's row, or equate a unit with a price."""
    found = {
        index
        for index, amount in enumerate(money)
        if not amount.number.scale and amount.code not in FOREIGN and _is_ticker(stretch, amount)
    }
    for index in range(1, len(money)):
        if _is_equation(stretch, money[index - 1], money[index]):
            found.update((index - 1, index))
    return found


def _is_equation(stretch: Stretch, unit: Amount, price: Amount) -> bool:
    """Whether a round number of one currency is said to be worth some of another: a rate.

    ``$1 = 1595 som``, ``$1 : 1595 som``; ``100 узбекских сумов = Т3,97`` and ``(1,000 soms is equal to $1)``,
    where it begins a sentence or a bracket; not ``a loaf of 87 soms, equal to $1``.
    """
    if unit.code == price.code or not 0 < price.first - unit.after <= _LONGEST_EQUATION:
        return False
    if unit.number.scale or price.number.scale or not (unit.value in _UNITS or price.value == 1):
        return False
    keys = stretch.keys(unit.after, price.first)
    begins = (
        unit.first == 0 or stretch.words[unit.first - 1] in _BEGINNINGS or stretch.starts_line(unit.first)
    )
    if len(keys) == 1:
        is_one_of_them = unit.value == 1 and unit.code in FOREIGN and price.code not in FOREIGN
        return (keys[0] == "=" and begins) or (is_one_of_them and (keys[0] in _EQUALS or keys[0] in DASHES))
    return begins and keys[0] not in _PAUSES and any(key.startswith(SAME) for key in keys)


def _is_ticker(stretch: Stretch, quantity: Amount) -> bool:
    """Whether the number is one of a row of rates: ``152.87 UZS -0.41``, ``KGS 88.90 89.70``."""
    if _is_unit_of_a_pair(stretch, quantity.after):
        return True
    if "." not in quantity.number.digits and "," not in quantity.number.digits:
        return False
    words, after = stretch.words, quantity.after
    if quantity.is_prefixed:
        return stretch.is_number(after) and "." in words[after]
    if words[quantity.last] in CODES and stretch.is_number(after) and words[after + 1] in CODES:
        return not words[after].isdecimal()  # a price and its change: 12 123,38 UZS 51,35 usd
    return words[after] in _SIGNS and stretch.is_number(after + 1) and stretch.is_glued(after + 1)


def _is_unit_of_a_pair(stretch: Stretch, index: int) -> bool:
    """Whether a pair of codes and its price stand at *index*: ``100 ӨЗБЕК СОМЫ UZS / KZT 3.9``."""
    words = stretch.words
    is_pair = words[index] in CODES and words[index + 1] == "/" and words[index + 2] in CODES
    return is_pair and stretch.is_number(index + 3)


def _is_year(stretch: Stretch, amount: Amount) -> bool:
    """Whether the number is a year and the currency what the sentence is about: ``Since 2015 tenge …``.

    Words for a time before it (``in late``, ``в августе``, ``соли``) or an ending behind it (``2015-те``)
    tell a year. With a preposition alone (``in 2015 tenge``) it can be an amount: it is a year at the start
    of a sentence, or where a verb follows that has the currency for its subject (``fell``).
    """
    number = amount.high or amount.number
    if not (_has_digits_of_year(amount.number) and _has_digits_of_year(number)):
        return False
    text, tokens = stretch.text, stretch.tokens
    behind = [token.key for token in tokens[number.after : amount.last]]
    if behind:
        return len(behind) == _LINKED and behind[0] in HYPHENS and behind[1] in LOCATIVES | YEAR_NOUNS
    first = amount.first
    while first and _is_time(tokens[first - 1]):
        first -= 1
    is_told = first < amount.first
    before = tokens[first - 1].key if first else ""
    is_led = before in YEAR_WORDS or before in BETWEEN
    if before in SINCE_WORDS or (is_told and is_led):
        return True
    if not (is_told or is_led):
        return False
    if before not in _LIMITS and text[tokens[first - is_led].start].isupper():
        return True
    if not is_told and not amount.value % _HUNDRED:
        return False  # 2000 tenge are an amount more often than a year
    following = [token.key for token in tokens[amount.after : amount.after + _NEXT + 1]]
    is_subject = any(key.startswith(SUBJECT_VERBS[stretch.language]) for key in following[:_NEXT])
    return is_subject and not any(key in TO for key in following)


def _has_digits_of_year(number: Number) -> bool:
    digits = number.digits
    is_plain = len(digits) == _YEAR_LENGTH and digits.isdecimal() and not number.scale
    return is_plain and _FIRST_YEAR <= int(digits) <= _LAST_YEAR


def _is_time(token: Token) -> bool:
    """Whether a word before a year tells which part of it, or that it is one."""
    return token.kind == WORD_KIND and (token.key in YEAR_NOUNS or token.key.startswith(MONTHS))


def is_trap(stretch: Stretch, quantity: Amount, money: list[Amount]) -> bool:
    """Whether a som or sum is the fish, a name or the plain word, or a T before a number a tank's."""
    if quantity.code == "T" and not quantity.number.scale and quantity.value < _HUNDRED:
        return not (quantity.high is not None) and all(
            other.code != "T" or other.value < _HUNDRED for other in money
        )
    if quantity.number.scale or quantity.is_prefixed:
        return False
    if _is_year(stretch, quantity):
        return True
    last = quantity.last
    word = stretch.words[last]
    if word in _SUMS:
        return quantity.number.is_spelled or stretch.words[quantity.after] == "of" or quantity.value < _FEW
    if word.startswith(("сом", "сум")):
        printed = stretch.printed(last, last)
        if printed[0].isupper() and not printed.isupper():
            return True
        around = stretch.keys(quantity.first - 3, quantity.after + 3)
        return not _FISH.isdisjoint(around) and quantity.value < _NEAR**3
    return False
