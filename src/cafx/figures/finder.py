"""Finding figures: anchors first, then the grammar of the words around each of them."""

from __future__ import annotations

import itertools
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from cafx.decimals import CONTEXT
from cafx.errors import ParseError, shown
from cafx.figures.anchors import FIVE, stretches
from cafx.figures.context import Places, currency_of, language_of
from cafx.figures.figure import Figure
from cafx.figures.quantities import Scanner
from cafx.figures.relations import hedge_of, is_equated, per_of
from cafx.figures.sharing import joined
from cafx.figures.tokens import tokens_of
from cafx.figures.traps import is_trap, rates_among
from cafx.figures.words import LANGUAGES

if TYPE_CHECKING:
    from cafx.figures.quantities import Quantity
    from cafx.figures.tokens import Token

__all__ = ["find_figures", "parse_money"]

_STATED: Final = frozenset(("USD", "EUR", "RUB"))
_DECIMAL_COMMA: Final = {language.code: language.decimal_comma for language in LANGUAGES}


def find_figures(text: str) -> tuple[Figure, ...]:
    """Find the amounts of Central Asian money in *text*, in order, none overlapping.

    Args:
        text: running text in English.

    >>> for figure in find_figures("22.5 billion tenge ($41 million) and 100 Million Tenge"):
    ...     print(figure, "=", figure.stated)
    22,500,000,000 KZT = 41,000,000 USD
    100,000,000 KZT = None
    """
    if not isinstance(text, str):
        message = f"figures are found in text, not in {type(text).__name__}: decode bytes first"
        raise TypeError(message)
    found: list[Figure] = []
    places = Places(text)
    for start, end in stretches(text, FIVE):
        found.extend(_figures_of(text, start, end, places, FIVE))
    return tuple(found)


def parse_money(text: str) -> Figure:
    """Read *text* as exactly one figure.

    Raises:
        ParseError: it holds none, or more than one.

    >>> parse_money("13 trillion tenge").money
    Money('13000000000000', 'KZT')
    >>> parse_money("a lot of tenge")
    Traceback (most recent call last):
    cafx.errors.ParseError: 'a lot of tenge' holds no amount of money: write it as '13 trillion tenge'
    """
    found = find_figures(text)
    if len(found) == 1:
        return found[0]
    if not found:
        message = f"{shown(text)} holds no amount of money: write it as '13 trillion tenge'"
    else:
        message = f"{shown(text)} holds {len(found)} amounts of money: pass one of them"
    raise ParseError(message, text=text[:40])


def _figures_of(text: str, start: int, end: int, places: Places, codes: frozenset[str]) -> list[Figure]:
    """Read one stretch of text."""
    tokens = tokens_of(text, start, end)
    language = language_of(tokens, text[start:end])
    scanner = Scanner(text, tokens, language, decimal_comma=_DECIMAL_COMMA.get(language, True))
    quantities = joined(tokens, scanner.quantities())
    money = [quantity for quantity in quantities if quantity.code]
    rates = rates_among(tokens, money)
    stated = _stated_among(tokens, money, rates)
    found = []
    for index, quantity in enumerate(money):
        code = currency_of(_code(quantity), places, quantity.start, language)
        if code not in codes or index in rates or is_trap(text, tokens, quantity):
            continue
        before = money[index - 1] if index else None
        other = stated.get(index)
        worth = None
        if other is not None:
            worth = _figure(text, tokens, money[other], money[other].code, language, None, None)
        found.append(_figure(text, tokens, quantity, code, language, before, worth))
    return found


def _stated_among(tokens: list[Token], money: list[Quantity], rates: set[int]) -> dict[int, int]:
    """Pair amounts with the dollars, euros or roubles that the text equates them with, by index."""
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    amounts = [index for index in range(len(money)) if index not in rates]
    for left, right in itertools.pairwise(amounts):
        first, second = money[left], money[right]
        if left in taken or (first.code in _STATED) == (second.code in _STATED):
            continue
        if left not in pairs and is_equated(tokens, first, second):
            own, other = (left, right) if second.code in _STATED else (right, left)
            pairs[own] = other
            taken.add(other)
    return pairs


def _code(quantity: Quantity) -> str:
    return "KZT" if quantity.code == "T" else quantity.code


def _figure(  # noqa: PLR0917 -- what a figure is made of
    text: str,
    tokens: list[Token],
    quantity: Quantity,
    code: str,
    language: str,
    before: Quantity | None,
    stated: Figure | None,
) -> Figure:
    high = quantity.high or quantity
    is_range = quantity.is_range
    hedge, hedge_text = hedge_of(text, tokens, quantity, before)
    return Figure(
        text[quantity.start : quantity.end],
        quantity.start,
        quantity.end,
        code,
        amount=None if is_range else quantity.value,
        low=quantity.value if is_range else None,
        high=high.value if is_range else None,
        least=CONTEXT.subtract(quantity.value, _half_step(quantity)),
        most=CONTEXT.add(high.value, _half_step(high)),
        hedge=hedge,
        hedge_text=hedge_text,
        per=per_of(text, tokens, quantity),
        language=language,
        stated=stated,
    )


def _half_step(quantity: Quantity) -> Decimal:
    """Give half of the last printed digit."""
    place = quantity.place - 1
    return Decimal(5 * 10**place) if place >= 0 else Decimal((0, (5,), place))
