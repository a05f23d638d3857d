"""Finding figures: anchors first, then the grammar of the words around each of them."""

from __future__ import annotations

import itertools
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from cafx.core.currency import KNOWN
from cafx.core.decimals import CONTEXT, MAX_PLACE, decimal_of, plain
from cafx.core.text import printable
from cafx.errors import ParseError
from cafx.text.anchors import ANY, FIVE, stretches
from cafx.text.context import Places, currency_of, language_of
from cafx.text.figure import Figure, figure_of
from cafx.text.lexicon import CURRENCIES
from cafx.text.numbers import read_number
from cafx.text.quantities import Scanner
from cafx.text.relations import hedge_of, is_equated, per_of
from cafx.text.sharing import joined
from cafx.text.tokens import NUMBER_KIND, tokens_of
from cafx.text.traps import is_trap, rates_among
from cafx.text.words import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cafx.text.quantity import Quantity
    from cafx.text.tokens import Token

__all__ = ["find_figures", "parse_money"]

_STATED: Final = frozenset(("USD", "EUR", "RUB"))
_ALL_LANGUAGES: Final = tuple(language.code for language in LANGUAGES)
_MINUSES: Final = ("-", "\u2212", "\u2013")
_OTHER_COUNTRY: Final = {"SOM": ("KGS", "UZS"), "MANAT": ("TMT", "AZN")}
_DECIMAL_COMMA: Final = {language.code: language.decimal_comma for language in LANGUAGES}


def find_figures(
    text: str, *, languages: Iterable[str] | None = None, currencies: Iterable[str] | str | None = None
) -> tuple[Figure, ...]:
    """Find the amounts of money in *text*, in order, none overlapping.

    Args:
        text: running text in English, Russian, Kazakh, Kyrgyz, Uzbek, Tajik or Turkmen; no hint of
            the language is needed.
        languages: the languages that the text can be in, such as ``("ru", "ky")``, where that is known.
        currencies: the codes that are sought: the five of Central Asia when left out; ``"any"``
            adds dollars, euros, roubles, yuan and pounds.

    Raises:
        TypeError: *text* is no text.
        ParseError: *languages* names one that there is no table for, or *currencies* a currency.

    >>> for figure in find_figures("22.5 billion tenge ($41 million) and 100 Million Tenge"):
    ...     print(figure, "=", figure.stated)
    22,500,000,000 KZT = 41,000,000 USD
    100,000,000 KZT = None
    >>> [figure.text for figure in find_figures("полтора миллиарда тенге, 5,5-17 миң сом, 72 mlrd so‘mlik")]
    ['полтора миллиарда тенге', '5,5-17 миң сом', '72 mlrd so‘mlik']
    """
    if not isinstance(text, str):
        message = f"figures are found in text, not in {type(text).__name__}: decode bytes first"
        raise TypeError(message)
    codes = FIVE if currencies is None else _codes(currencies)
    spoken = _ALL_LANGUAGES if languages is None else _languages(languages)
    found: list[Figure] = []
    places = Places(text)
    for start, end in stretches(text, codes):
        found.extend(_figures_of(text, start, end, places, codes, spoken))
    return tuple(found)


def parse_money(text: str, *, strict: bool = False) -> Figure:
    """Read *text* as exactly one figure.

    Args:
        text: a text that holds one amount, such as ``13 trillion tenge``.
        strict: refuse what can be read in two ways (``100 som`` of which country, ``1.234 tenge``)
            and name the readings.

    Raises:
        ParseError: it holds none, or more than one; or, if *strict*, one of two readings.

    >>> parse_money("13 trillion tenge").money
    Money('13000000000000', 'KZT')
    >>> parse_money("a lot of tenge")
    Traceback (most recent call last):
    cafx.errors.ParseError: 'a lot of tenge' holds no amount of money: write it as '13 trillion tenge'
    >>> parse_money("100 som", strict=True)
    Traceback (most recent call last):
    cafx.errors.ParseError: '100 som' can be 100 KGS or 100 UZS: write the code
    """
    found = find_figures(text) or find_figures(text, currencies="any")
    if len(found) == 1:
        if text[: found[0].start].rstrip().endswith(_MINUSES):
            message = f"{printable(text)} has a minus before it: pass Money for an amount below zero"
            raise ParseError(message, place=found[0].start, text=text[:40])
        if strict:
            _refuse_doubt(text, found[0])
        return found[0]
    if not found:
        message = f"{printable(text)} holds no amount of money: write it as '13 trillion tenge'"
    else:
        message = f"{printable(text)} holds {len(found)} amounts of money: pass one of them"
    raise ParseError(message, text=text[:40])


def _refuse_doubt(text: str, figure: Figure) -> None:
    """Refuse a figure whose words or digits have another reading, and name both."""
    tokens = tokens_of(figure.text, 0, len(figure.text))
    for token in tokens:
        other = _OTHER_COUNTRY.get(CURRENCIES.get(token.key, ""), ())
        if other and Places(text).nearest(other[0], 0) is None and Places(text).nearest(other[1], 0) is None:
            amount = str(figure).rpartition(" ")[0]
            readings = " or ".join(f"{amount} {code}" for code in other)
            message = f"{printable(text)} can be {readings}: write the code"
            raise ParseError(message, place=figure.start, text=figure.text[:40])
        if token.kind == NUMBER_KIND:
            comma = _DECIMAL_COMMA.get(figure.language, True)
            reading = read_number(token.key, decimal_comma=comma, has_scale=False)
            if reading is not None and reading.other is not None:
                message = (
                    f"{printable(token.key)} can be {plain(reading.value)} or {plain(reading.other)}:"
                    " write it without a separator, or with all its digits"
                )
                raise ParseError(message, place=figure.start + token.start, text=token.key)


def _codes(currencies: Iterable[str] | str) -> frozenset[str]:
    if currencies == "any":
        return ANY
    asked = frozenset((currencies,) if isinstance(currencies, str) else currencies)
    if not asked <= ANY:
        message = (
            f"there are no words for {', '.join(sorted(asked - ANY))}: known are {', '.join(sorted(ANY))}"
        )
        raise ParseError(message)
    return asked


def _languages(languages: Iterable[str]) -> tuple[str, ...]:
    asked = (languages,) if isinstance(languages, str) else tuple(languages)
    unknown = set(asked).difference(_ALL_LANGUAGES)
    if unknown or not asked:
        message = f"there is no table for {', '.join(sorted(unknown)) or 'no language'}: known are "
        raise ParseError(message + ", ".join(_ALL_LANGUAGES))
    return tuple(code for code in _ALL_LANGUAGES if code in asked)


def _figures_of(  # noqa: PLR0917 -- one stretch and what is known of the text
    text: str, start: int, end: int, places: Places, codes: frozenset[str], languages: tuple[str, ...]
) -> list[Figure]:
    """Read one stretch of text."""
    tokens = tokens_of(text, start, end)
    language = language_of(tokens, text[start:end], languages)
    scanner = Scanner(text, tokens, language, decimal_comma=_DECIMAL_COMMA.get(language, True))
    quantities = joined(tokens, scanner.quantities())
    money = [quantity for quantity in quantities if quantity.code]
    rates = rates_among(tokens, money)
    stated = _stated_among(tokens, money, rates)
    found = []
    for index, quantity in enumerate(money):
        code = currency_of("KZT" if quantity.code == "T" else quantity.code, places, quantity.start, language)
        if code not in codes or index in rates or is_trap(text, tokens, quantity, money):
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
    least = CONTEXT.subtract(quantity.value, _half_step(quantity.place - 1))
    most = CONTEXT.add(high.value, _half_step(high.place - 1))
    if most.adjusted() >= MAX_PLACE:  # the gate of every number; nothing printed comes near it
        most = decimal_of(most)
    return figure_of(
        text=text[quantity.start : quantity.end],
        start=quantity.start,
        end=quantity.end,
        currency=KNOWN[code],
        amount=None if is_range else quantity.value,
        low=quantity.value if is_range else None,
        high=high.value if is_range else None,
        least=least,
        most=most,
        hedge=hedge,
        hedge_text=hedge_text,
        per=per_of(text, tokens, quantity),
        language=language,
        stated=stated,
    )


@lru_cache(maxsize=64)
def _half_step(place: int) -> Decimal:
    """Give half of the last printed digit: five in the *place* behind it."""
    return Decimal(5 * 10**place) if place >= 0 else Decimal((0, (5,), place))
