"""Why a text is not exactly one amount of money: what stands beside it, what can be read in two ways."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from cafx.core.currency import KNOWN, Currency, withdrawn
from cafx.core.decimals import plain
from cafx.core.iso4217 import WITHDRAWN
from cafx.core.text import printable
from cafx.errors import ParseError
from cafx.text.context import Places, currency_of, doubt_about
from cafx.text.denomination import MAYBE_MINUSES
from cafx.text.digits import read_number
from cafx.text.lexicon import BEFORE_WORDS as HEDGE_WORDS
from cafx.text.lexicon import CURRENCIES, DECIMAL_COMMA, NUMBER_WORDS, SCALES, SUBUNITS, VULGAR
from cafx.text.tokens import NUMBER_KIND, SIGN_KIND, WORD_KIND, Token, tokens_of, visible

if TYPE_CHECKING:
    from collections.abc import Collection

    from cafx.text.figure import Figure

__all__ = ["refuse_doubt", "refuse_rest", "why_none"]

# What may stand round an amount and says nothing of it; and the words between a price and what it is for.
_PUNCTUATION: Final = frozenset(".,;:!?…«»„“”\"'‘’≈~•")
_PER: Final = frozenset(("per", "a", "an", "each", "for", "за", "в", "на", "с", "/"))
_FRACTION: Final = re.compile(
    r"[0-9]*\s?[\u00bc-\u00be\u2150-\u215e]|(?<![0-9/])[0-9]{1,3}/[0-9]{1,3}(?![0-9/])"
)
_OTHERWISE: Final = ": pass Money with the amount and the ISO code"
#: A sign that letters make another country's: C$, HK$, E£.
_LETTERED_SIGN: Final = re.compile(r"(?<![^\W\d_])(?!us\$)[^\W\d_]{1,3}[$£€¥]", re.IGNORECASE)


def why_none(text: str, codes: Collection[str], *, remedy: str = _OTHERWISE) -> str:
    """Return why *text* holds no amount of money in one of *codes*: what it holds instead, and a remedy."""
    seen, _ = visible(text)
    fraction = _FRACTION.search(seen)
    if fraction is not None:
        found = printable(fraction[0].strip())
        return f"{printable(text)} has the fraction {found}, which is not read: write decimals, such as 0.5"
    name = _unread_currency(seen, codes)
    if name in WITHDRAWN:
        return f"{printable(text)} is in an old currency: {withdrawn(Currency(name))}"
    if name:
        return (
            f"{printable(text)} is in {name}, which is not one of the currencies that are read,"
            f" {', '.join(sorted(codes))}{remedy}"
        )
    return f"{printable(text)} holds no amount of money: write it as '13 trillion tenge'"


def _unread_currency(text: str, codes: Collection[str]) -> str:
    """Return the words or signs beside a number that name a currency that is not read; empty without one."""
    lettered = _LETTERED_SIGN.search(text)
    if lettered is not None:
        return printable(lettered[0])
    tokens = _tokens_in(text)
    others = [token for token in tokens if not _is_part_of_number(token)]
    if not others or not any(token.kind == NUMBER_KIND or token.key in NUMBER_WORDS for token in tokens):
        return ""
    places = Places(text)
    for token in others:
        code = currency_of(CURRENCIES.get(token.key, ""), places, token.start, "und", token.end)
        if code in KNOWN and code not in codes:
            return code
    if any(_is_part_of_number(token) for token in tokens[tokens.index(others[0]) : tokens.index(others[-1])]):
        return ""  # AI92 tenge: no one name
    if len(others) == 1:
        only = others[0].key
        if only in CURRENCIES or only in SUBUNITS:
            return ""  # the currency is read; the number is not
        code = only.upper()
        return (
            code if code in KNOWN or code in WITHDRAWN else printable(text[others[0].start : others[0].end])
        )
    return printable(text[others[0].start : others[-1].end])


def _is_part_of_number(token: Token) -> bool:
    if token.kind == SIGN_KIND:
        return token.key in _PUNCTUATION or token.key in MAYBE_MINUSES or token.key in "()"
    return token.kind == NUMBER_KIND or any(
        token.key in words for words in (SCALES, NUMBER_WORDS, HEDGE_WORDS, VULGAR)
    )


def refuse_rest(text: str, figure: Figure) -> None:
    """Refuse a figure beside which anything is left over that may make it another amount.

    A minus, a word such as *minus* or *Canadian*, a code, a digit, a fraction, brackets: each of them is
    some writer's way to say something else. Hedges, the worth that the text gives for the figure, what a
    price is for, and punctuation are not.
    """
    first, last = figure.start, figure.end
    if text[:first].rstrip().endswith(MAYBE_MINUSES) or text[last:].lstrip()[:1] in MAYBE_MINUSES:
        message = f"{printable(text)} has a minus beside it: pass Money for an amount below zero"
        raise ParseError(message, place=first, text=text[:40])
    stated = figure.stated
    spans = [(first, last)] if stated is None else [(first, last), (stated.start, stated.end)]
    said = {token.key for part in (figure.hedge_text, figure.per) if part for token in _tokens_in(part)}
    if stated is not None and stated.hedge_text:
        said |= {token.key for token in _tokens_in(stated.hedge_text)}
    for token in _tokens_in(text):
        if any(start <= token.start < end for start, end in spans) or token.key in said:
            continue
        if token.kind == SIGN_KIND and (
            token.key in _PUNCTUATION or (stated is not None and token.key in "()")
        ):
            continue
        if token.kind == WORD_KIND and (token.key in HEDGE_WORDS or (figure.per and token.key in _PER)):
            continue
        raise ParseError(_rest_message(text, figure, token), place=token.start, text=text[:40])


def _tokens_in(text: str) -> list[Token]:
    return tokens_of(text, 0, len(text))


def _rest_message(text: str, figure: Figure, rest: Token) -> str:
    """Say what stands beside *figure* and what it may mean."""
    beside = printable(text[rest.start : rest.end])
    if rest.key in CURRENCIES or rest.key.upper() in KNOWN:
        return (
            f"{printable(text)} names two currencies, {figure.currency} and {beside}: leave one of them out"
        )
    if rest.kind == NUMBER_KIND:
        return f"{printable(text)} has a number beside {printable(figure.text)}, {beside}: write one number"
    if rest.key in "()":
        return (
            f"{printable(text)} stands in brackets, which may mean below zero: pass Money, or leave them out"
        )
    return f"{beside} beside {printable(figure.text)} is not read: pass the amount and its currency alone"


def refuse_doubt(text: str, figure: Figure) -> None:
    """Refuse a figure whose words or digits have another reading, and name both."""
    tokens = tokens_of(figure.text, 0, len(figure.text))
    for token in tokens:
        code = CURRENCIES.get(token.key, "")
        doubt = doubt_about(code, Places(text), figure.start, figure.language, figure.end)
        if doubt:
            amount = str(figure).rpartition(" ")[0]
            readings = " or ".join(f"{amount} {one}" for one in doubt)
            message = f"{printable(text)} can be {readings}: write the code"
            raise ParseError(message, place=figure.start, text=figure.text[:40])
        if token.kind == NUMBER_KIND:
            comma = DECIMAL_COMMA.get(figure.language, True)
            reading = read_number(token.key, decimal_comma=comma, has_scale=False)
            if reading is not None and reading.other is not None:
                message = (
                    f"{printable(token.key)} can be {plain(reading.value)} or {plain(reading.other)}:"
                    " write it without a separator, or with all its digits"
                )
                raise ParseError(message, place=figure.start + token.start, text=token.key)
