"""What a stated rate is made of: a currency that a price can be for, a price, the column of a board."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from cafx.text.lexicon import AMERICAN, CURRENCIES, words_of
from cafx.text.plausible import PRICED
from cafx.text.words import FIVE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cafx.text.amount import Amount
    from cafx.text.stated_rate import Side
    from cafx.text.stretch import Stretch

__all__ = [
    "AGAINST",
    "CLOSING_MARKS",
    "LINKS",
    "MEMORY",
    "NOMINALS",
    "OPENING_MARKS",
    "SENTENCE_ENDS",
    "Base",
    "Column",
    "Price",
    "is_foreign_pair",
    "is_to_one",
    "is_year",
    "price_of",
    "quote_length",
]

#: What stands between a currency and the one that it is held against.
AGAINST: Final = words_of("against") | {"/"}
_ARTICLE: Final = "the"
NOMINALS: Final = frozenset((1, 10, 100, 1000))
LINKS: Final = frozenset("=~:≈/")
#: What opens and closes a name.
OPENING_MARKS: Final = frozenset('«“„"')
CLOSING_MARKS: Final = frozenset('»”“"')
SENTENCE_ENDS: Final = frozenset(".;!?")
#: Sentences after which a currency that was named is forgotten.
MEMORY: Final = 3
_YEARS: Final = (1985, 2035)
_YEAR_LENGTH: Final = 4


class Base(NamedTuple):
    """A currency that a price can be for."""

    code: str
    nominal: int
    #: The token it stands at, and whether a number stands with it: 1 доллар.
    place: int
    is_counted: bool


class Price(NamedTuple):
    """A number that may be a rate: its token places, value, and currency where one stands beside it."""

    amount: Amount
    code: str
    low: float
    high: float


def price_of(amount: Amount, code: str) -> Price:
    """Return *amount* as a price in the currency *code*."""
    number = amount.number
    return Price(amount, code, float(number.value), float((amount.high or number).value))


class Column(NamedTuple):
    """What the prices under a word of a head are: of which currency, for which side."""

    code: str
    side: Side | None
    #: Whether prices stand under it at all; under the word for a bank there are none.
    is_priced: bool


def is_year(amount: Amount) -> bool:
    """Whether the digits of an amount can be a year."""
    digits = amount.number.digits
    return len(digits) == _YEAR_LENGTH and digits.isdecimal() and _YEARS[0] <= int(digits) <= _YEARS[1]


def is_to_one(stretch: Stretch, index: int) -> bool:
    """Whether *to one* stands glued at a token: 11.29 **:1**, not 9:10 or 11:15."""
    is_glued = stretch.is_glued(index) and stretch.is_glued(index + 1)
    return is_glued and stretch.keys(index, index + 2) == [":", "1"]


def is_foreign_pair(stretch: Stretch, index: int) -> bool:
    """Whether a word begins a pair whose prices are in no currency of the five: ``доллар/рубль 95,1``."""
    if stretch.key(index + 1) != "/" or not (stretch.is_word(index) and stretch.is_word(index + 2)):
        return False
    first, second = (CURRENCIES.get(stretch.key(place), "") for place in (index, index + 2))
    return first in PRICED and second in PRICED and second not in FIVE


def quote_length(keys: Sequence[str]) -> int:
    """Return how many of *keys*, which stand behind a currency, name the one that it is held against.

    >>> quote_length(["к", "тенге", ":"]), quote_length(["to", "the", "tenge"]), quote_length(["вырос"])
    (2, 3, 0)
    """
    start = 0
    while start < len(keys) and keys[start] in AMERICAN:
        start += 1
    length = start + 2 + (keys[start + 1 : start + 2] == [_ARTICLE])
    is_pair = len(keys) >= length and keys[start] in AGAINST and keys[length - 1] in CURRENCIES
    return length if is_pair else 0
