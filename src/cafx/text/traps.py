"""What looks like an amount of money and is none: rates, tickers, the fish, the word sum."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cafx.text.lexicon import (
    BEFORE_WORDS,
    CURRENCIES,
    FILLERS,
    ONE,
    PER,
    PRICE_WORDS,
    PRICES,
    RATES,
    TO,
)
from cafx.text.tokens import NUMBER_KIND, WORD_KIND

if TYPE_CHECKING:
    from cafx.text.quantity import Quantity
    from cafx.text.tokens import Token

__all__ = ["FOREIGN", "is_trap", "rates_among"]

FOREIGN: Final = frozenset(("USD", "EUR", "RUB", "CNY", "GBP"))
_LINKS: Final = frozenset("=-–—−:,(")
_SIGNS: Final = frozenset("+-−–")
_AGAINST: Final = frozenset(("/", "=", "to", "against", "for", "versus", "к"))
_NEAR: Final = 10
_NEXT: Final = 2
_LINK_WORDS: Final = 4
#: No price in soums is so low; so many sums are plain sums.
_FEW: Final = 50
_HUNDRED: Final = 100
#: A rate against the dollar is never larger (12 800 soums), and never has a scale word.
_MOST: Final = 100_000
_EXCHANGE: Final = ("exchange", "обмен")
_FISH: Final = ("весом", "длиной", "поймал", "поймали", "выловил", "выловили", "мальков", "улов")


def rates_among(tokens: list[Token], money: list[Quantity]) -> set[int]:
    """Give the indexes of those of *money* that say what a currency costs, not how much there is."""
    found: set[int] = set()
    for index, quantity in enumerate(money):
        if quantity.scale:
            continue
        before = money[index - 1] if index else None
        if before is not None and _is_priced(tokens, before, quantity):
            found.update((index - 1, index))
        elif quantity.code in FOREIGN:
            continue
        elif _is_per_currency(tokens, quantity) or _is_subject_priced(tokens, quantity, before):
            found.add(index)
            following = money[index + 1] if index + 1 < len(money) else None
            if following is not None and following.first - quantity.after <= _NEXT and following.value == 1:
                found.add(index + 1)
        elif _is_ticker(tokens, quantity):
            found.add(index)
    return found


def _is_priced(tokens: list[Token], one: Quantity, price: Quantity) -> bool:
    """Whether one unit of a currency is set against *price*: ``$1 cost 2.85 manats``."""
    gap = tokens[one.after : _first(price)]
    if one.value != 1 or one.is_range or one.code == price.code:
        return False
    if not gap:
        return one.code in FOREIGN and not price.is_prefixed
    if len(gap) > _LINK_WORDS or gap[0].key == "(" or (one.code not in FOREIGN and gap[0].key != "="):
        return False
    return all(
        token.key in _LINKS
        or token.key in PER
        or token.key in TO
        or token.key in BEFORE_WORDS
        or _is_pricing(token.key)
        for token in gap
    )


def _is_per_currency(tokens: list[Token], quantity: Quantity) -> bool:
    """Whether ``per one dollar`` or the like follows: ``146,85 тенге за $1``, ``540 tenge to the dollar``."""
    index = quantity.after
    if index >= len(tokens) or not (tokens[index].key in PER or tokens[index].key in _AGAINST):
        return False
    for token in tokens[index + 1 : index + 5]:
        if CURRENCIES.get(token.key, quantity.code) not in {quantity.code, "T"}:
            return _counts_one(tokens, token)
        if token.key not in ONE and token.key not in FILLERS and token.key != ".":
            return False
    return False


def _counts_one(tokens: list[Token], sign: Token) -> bool:
    """Whether a sign or code is followed by no number but 1."""
    for token in tokens:
        if token.start == sign.end and token.kind == NUMBER_KIND:
            return token.key == "1"
    return True


def _is_subject_priced(tokens: list[Token], quantity: Quantity, before: Quantity | None) -> bool:
    """Whether a sentence about a currency gives its price: ``the dollar costs 25 manats``."""
    if quantity.value >= _MOST or quantity.is_range:
        return False
    start = max(0, _first(quantity) - _NEAR)
    if before is not None:
        start = max(start, before.after)
    left = [
        token for token in tokens[start : _first(quantity)] if token.kind == WORD_KIND or token.key in "$€₽"
    ]
    currency = next((place for place, token in enumerate(left) if CURRENCIES.get(token.key) in FOREIGN), None)
    has_rate = any(token.key.startswith(RATES) for token in left)
    if has_rate and (currency is not None or any(_is_rated(token, quantity) for token in left)):
        return True
    if _is_named_before(tokens, quantity, before):
        return True
    if currency is None or tokens[start].kind == NUMBER_KIND:
        return False
    return any(_is_pricing(token.key) for token in left[currency + 1 :])


def _is_rated(token: Token, quantity: Quantity) -> bool:
    """Whether a word names an exchange, or money other than the figure's: ``курс тенге 0,17 сома``."""
    return token.key.startswith(_EXCHANGE) or CURRENCIES.get(token.key, quantity.code) != quantity.code


def _is_pricing(key: str) -> bool:
    return key in PRICE_WORDS or key.startswith(PRICES)


def _is_named_before(tokens: list[Token], quantity: Quantity, before: Quantity | None) -> bool:
    """Whether a currency without a number of its own stands right before: ``доллара — 89,7 сома``."""
    place = _first(quantity) - 1
    if place >= 0 and tokens[place].key in _LINKS:
        place -= 1
    if place < 0 or tokens[place].kind != WORD_KIND or (before is not None and place < before.after):
        return False
    return CURRENCIES.get(tokens[place].key) in FOREIGN


def _is_ticker(tokens: list[Token], quantity: Quantity) -> bool:
    """Whether the number is one of a row of rates: ``152.87 UZS -0.41``, ``KGS 88.90 89.70``."""
    if "." not in quantity.digits and "," not in quantity.digits:
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


def is_trap(text: str, tokens: list[Token], quantity: Quantity, money: list[Quantity]) -> bool:
    """Whether a som or sum is the fish, a name or the plain word, or a T before a number a tank's."""
    word = tokens[quantity.last]
    if quantity.code == "T" and not quantity.scale and quantity.value < _HUNDRED:
        return not quantity.is_range and all(other.code != "T" or other.value < _HUNDRED for other in money)
    if quantity.scale or quantity.is_prefixed:
        return False
    if word.key in ("sum", "sums"):
        following = tokens[quantity.after].key if quantity.after < len(tokens) else ""
        return quantity.is_spelled or following == "of" or quantity.value < _FEW
    if word.key.startswith(("сом", "сум")):
        printed = text[word.start : word.end]
        if printed[0].isupper() and not printed.isupper():
            return True
        around = tokens[max(0, _first(quantity) - 3) : quantity.after + 3]
        return quantity.value < _NEAR**3 and any(token.key in _FISH for token in around)
    return False


def _first(quantity: Quantity) -> int:
    return quantity.first - (1 if quantity.is_prefixed else 0)
