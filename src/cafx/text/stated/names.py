"""The currencies that a line names without an amount: by a word, a code, a pair or a country."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from cafx.text.between import past_initials
from cafx.text.context import currency_of
from cafx.text.lexicon import CURRENCIES, HYPHENS
from cafx.text.plausible import PRICED
from cafx.text.rate_words import (
    ATTRIBUTED,
    MONEY_OF,
    MONEY_OF_WORDS,
    MONEY_WORDS,
    PRICE_PREPOSITIONS,
    is_telling,
)
from cafx.text.stated.parts import CLOSING_MARKS, OPENING_MARKS, is_foreign_pair
from cafx.text.stated.stems import beginning, is_index, is_other_word
from cafx.text.words import FIVE, LANGUAGES
from cafx.text.words.fields import phrases_of, words_of

if TYPE_CHECKING:
    from cafx.text.stated.line import Line
    from cafx.text.stretch import Stretch

__all__ = ["named_at"]

_PAIR: Final = re.compile(r"([a-z]{3})([a-z]{3})")
_begins_money: Final = beginning(MONEY_WORDS)
#: What can join the two currencies of a pair.
_JOINTS: Final = HYPHENS | {"/"}
#: The tokens of ``U.S.``.
_INITIALS: Final = 4
#: What makes a currency the cause of another price, before it and behind it.
_CAUSES: Final = phrases_of(("", language.causes) for language in LANGUAGES)
_CAUSES_BEHIND: Final = words_of("causes_behind")
_LENGTHS: Final = sorted({len(cause.split()) for cause in _CAUSES})
_LASTS_OF_CAUSES: Final = frozenset(cause.split()[-1] for cause in _CAUSES)
_ARTICLES: Final = frozenset(("the",))
_TWO, _THREE = 2, 3


def named_at(line: Line, index: int) -> str:
    """Return the currency that the word at *index* names without a number, if any."""
    stretch = line.stretch
    key = stretch.words[index]
    if not is_telling(key):
        return ""
    code = CURRENCIES.get(key.removesuffix("'s"), "")
    if code and (stretch.key(index + 1) in ATTRIBUTED or is_other_word(stretch.key(index - 1))):
        return ""  # dollar stores, the Canadian dollar
    if code and (is_index(stretch.key(index - 1)) or is_index(stretch.key(index + 1))):
        return ""  # индекс доллара, доллар индекси
    if code:
        return _named_by_word(line, index, code)
    if _begins_money(key) or _begins_money(stretch.key(index + 1)):
        of = _named_by_country(stretch, index)
        if of:
            return of
    pair = _PAIR.fullmatch(key) if len(key) == _TWO * _THREE else None
    if pair is not None and pair[1].upper() in PRICED and pair[2].upper() in PRICED:
        line.memory.quote = pair[2].upper()
        line.cues = True
        return pair[1].upper()
    return ""


def _named_by_word(line: Line, index: int, code: str) -> str:
    """Return the currency of a word or a code for one, by the country; it may be a part of a pair."""
    stretch, key = line.stretch, line.stretch.words[index]
    if code in {"SOM", "MANAT"} or code in FIVE:
        code = currency_of(code, stretch.places, stretch.starts[index], stretch.language)
    if len(key) == _THREE and key.upper() == code and not stretch.printed(index, index).isupper():
        return ""
    if code not in PRICED or _is_quote(stretch, index) or is_foreign_pair(stretch, index):
        return ""
    if _is_cause(stretch, index) or _is_name(stretch, index):
        return ""
    if stretch.words[index + 1] in _JOINTS:
        _take_pair(line, index, code)
    return code


def _named_by_country(stretch: Stretch, index: int) -> str:
    """Return the currency that is named by its country: АМЕРИКАНСКАЯ валюта, U.S. CURRENCY."""
    key = stretch.words[index]
    if _begins_money(stretch.key(index + 1)):
        named = next((one for one, adjectives in MONEY_OF.items() if key.startswith(adjectives)), "")
        return named or MONEY_OF_WORDS.get(key, "")
    is_american = _begins_money(key) and past_initials(stretch, index - _INITIALS) == index
    return "USD" if is_american else ""


def _take_pair(line: Line, index: int, code: str) -> None:
    """Remember the quote of a pair in words: ``dollar/so‘m kursi``, ``the dollar/tenge rate``."""
    stretch = line.stretch
    if not (_joins_pair(stretch, index + 1) and stretch.is_word(index + _TWO)):
        return
    named = CURRENCIES.get(stretch.key(index + _TWO), "")
    quote = named and currency_of(named, stretch.places, stretch.starts[index + _TWO], stretch.language)
    if quote in FIVE and quote != code:
        line.memory.quote, line.cues = quote, True


def _is_quote(stretch: Stretch, index: int) -> bool:
    """Whether a word is the second currency of a pair, in which the prices of the first are: dollar/TENGE."""
    if stretch.key(index - 1) not in _JOINTS or not _joins_pair(stretch, index - 1):
        return False
    first = CURRENCIES.get(stretch.key(index - 2), "")
    return first in PRICED and first not in FIVE


def _is_cause(stretch: Stretch, index: int) -> bool:
    """Whether a currency is only why something else costs so much: ИЗ-ЗА доллара аренда выросла до 90 сомов.

    What tells its own price stands apart: из-за доллара, который вырос до 90; из-за доллара по 90.
    """
    behind = index + 1
    if stretch.key(behind) in _CAUSES_BEHIND:
        return True
    first = index - (stretch.key(index - 1) in _ARTICLES)
    if stretch.key(first - 1) not in _LASTS_OF_CAUSES:
        return False  # nearly always
    is_led = any(" ".join(stretch.keys(max(0, first - count), first)) in _CAUSES for count in _LENGTHS)
    return is_led and stretch.is_word(behind) and stretch.key(behind) not in PRICE_PREPOSITIONS


def _is_name(stretch: Stretch, index: int) -> bool:
    """Whether a currency is the name of a place, in quotation marks with a capital: магазин «Доллар»."""
    is_quoted = stretch.key(index - 1) in OPENING_MARKS and stretch.key(index + 1) in CLOSING_MARKS
    return is_quoted and stretch.printed(index, index)[0].isupper()


def _joins_pair(stretch: Stretch, index: int) -> bool:
    """Whether a stroke, or a hyphen without spaces, stands at *index*: dollar/tenge, USD-KZT."""
    return stretch.key(index) == "/" or stretch.is_hyphenated(index)
