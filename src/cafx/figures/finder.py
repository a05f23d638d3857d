"""Finding figures: anchors first, then the grammar of the words around each of them."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from cafx.decimals import CONTEXT
from cafx.errors import ParseError, shown
from cafx.figures.anchors import stretches
from cafx.figures.context import currency_of, language_of
from cafx.figures.figure import Figure
from cafx.figures.quantities import Scanner
from cafx.figures.relations import hedge_of, is_stated_after
from cafx.figures.sharing import joined
from cafx.figures.tokens import tokens_of
from cafx.figures.words import LANGUAGES

if TYPE_CHECKING:
    from cafx.figures.quantities import Quantity
    from cafx.figures.tokens import Token

__all__ = ["find_figures", "parse_money"]

_FIVE: Final = frozenset(("KGS", "KZT", "TJS", "UZS", "TMT"))
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
    for start, end in stretches(text):
        found.extend(_figures_of(text, start, end))
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


def _figures_of(text: str, start: int, end: int) -> list[Figure]:
    tokens = tokens_of(text, start, end)
    language = language_of(tokens, text[start:end])
    scanner = Scanner(text, tokens, language, decimal_comma=_DECIMAL_COMMA.get(language, False))
    quantities = joined(tokens, scanner.quantities())
    money = [quantity for quantity in quantities if quantity.code]
    found = []
    for index, quantity in enumerate(money):
        code = currency_of(_code(quantity), text, quantity.start, quantity.end, language)
        if code not in _FIVE:
            continue
        stated = None
        if index + 1 < len(money) and _code(money[index + 1]) in _STATED:
            other = money[index + 1]
            if is_stated_after(tokens, quantity, other):
                stated = _figure(text, tokens, other, _code(other), language, None)
        found.append(_figure(text, tokens, quantity, code, language, stated))
    return found


def _code(quantity: Quantity) -> str:
    return "KZT" if quantity.code == "T" else quantity.code


def _figure(  # noqa: PLR0917 -- what a figure is made of
    text: str, tokens: list[Token], quantity: Quantity, code: str, language: str, stated: Figure | None
) -> Figure:
    high = quantity.high or quantity
    is_range = quantity.is_range
    hedge, hedge_text = hedge_of(text, tokens, quantity)
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
        language=language,
        stated=stated,
    )


def _half_step(quantity: Quantity) -> Decimal:
    """Give half of the last printed digit."""
    place = quantity.place - 1
    return Decimal(5 * 10**place) if place >= 0 else Decimal((0, (5,), place))
