"""What looks like an amount of money and is none: rates, tickers, the fish, the word sum."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cafx.text.lexicon import SINCE_WORDS, YEAR_WORDS
from cafx.text.tokens import NUMBER_KIND

if TYPE_CHECKING:
    from cafx.text.amounts import Amount
    from cafx.text.tokens import Token

__all__ = ["FOREIGN", "is_trap", "tickers_among"]

FOREIGN: Final = frozenset(("USD", "EUR", "RUB", "CNY", "GBP"))
_LINKS: Final = frozenset("=-–—−:,(")
_SIGNS: Final = frozenset("+-−–")
_AGAINST: Final = frozenset(("/", "=", "to", "against", "for", "versus", "к"))
_NEAR: Final = 10
_NEXT: Final = 2
_LINK_WORDS: Final = 4
#: No price in soums is so low; so many sums are plain sums.
_FEW: Final = 50
_YEAR_LENGTH: Final = 4
_FIRST_YEAR, _LAST_YEAR = 1985, 2035
_HUNDRED: Final = 100
#: A rate against the dollar is never larger (12 800 soums), and never has a scale word.
_MOST: Final = 100_000
_EXCHANGE: Final = ("exchange", "обмен")
_FISH: Final = ("весом", "длиной", "поймал", "поймали", "выловил", "выловили", "мальков", "улов")


def tickers_among(tokens: list[Token], money: list[Amount]) -> set[int]:
    """Return the indexes of those of *money* that stand in a ticker's row."""
    return {
        index
        for index, amount in enumerate(money)
        if not amount.number.scale and amount.code not in FOREIGN and _is_ticker(tokens, amount)
    }


def _is_ticker(tokens: list[Token], quantity: Amount) -> bool:
    """Whether the number is one of a row of rates: ``152.87 UZS -0.41``, ``KGS 88.90 89.70``."""
    if "." not in quantity.number.digits and "," not in quantity.number.digits:
        return False
    following = tokens[quantity.after : quantity.after + 2]
    if not following:
        return False
    if quantity.is_prefixed:
        return following[0].kind == NUMBER_KIND and "." in following[0].key
    return (
        len(following) == 2  # noqa: PLR2004
        and following[0].key in _SIGNS
        and following[1].kind == NUMBER_KIND
        and following[1].start == following[0].end
    )


def _is_year(text: str, tokens: list[Token], amount: Amount) -> bool:
    """Whether the number is a year and the currency what the sentence is about: ``Since 2015 tenge …``."""
    digits = amount.number.digits
    if (
        len(digits) != _YEAR_LENGTH
        or not _FIRST_YEAR <= int(digits if digits.isdecimal() else 0) <= _LAST_YEAR
    ):
        return False
    if amount.high is not None or not amount.first or amount.last != amount.number.after:
        return False
    before = tokens[amount.first - 1]
    if before.key not in YEAR_WORDS:
        return False
    is_first = text[before.start].isupper()
    return is_first or before.key in SINCE_WORDS


def is_trap(text: str, tokens: list[Token], quantity: Amount, money: list[Amount]) -> bool:
    """Whether a som or sum is the fish, a name or the plain word, or a T before a number a tank's."""
    word = tokens[quantity.last]
    if quantity.code == "T" and not quantity.number.scale and quantity.value < _HUNDRED:
        return not (quantity.high is not None) and all(
            other.code != "T" or other.value < _HUNDRED for other in money
        )
    if quantity.number.scale or quantity.is_prefixed:
        return False
    if _is_year(text, tokens, quantity):
        return True
    if word.key in ("sum", "sums"):
        following = tokens[quantity.after].key if quantity.after < len(tokens) else ""
        return quantity.number.is_spelled or following == "of" or quantity.value < _FEW
    if word.key.startswith(("сом", "сум")):
        printed = text[word.start : word.end]
        if printed[0].isupper() and not printed.isupper():
            return True
        around = tokens[max(0, quantity.first - 3) : quantity.after + 3]
        return quantity.value < _NEAR**3 and any(token.key in _FISH for token in around)
    return False
