"""Words for the currency of the sentence before: ``The CURRENCY sold at 87.5``, ``АМЕРИКАНЦА продают``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cafx.text.lexicon import CONJUNCTIONS, words_of
from cafx.text.rate_words import NOW, PRICE_WORDS
from cafx.text.stated.parts import CLOSING_MARKS, OPENING_MARKS, Base
from cafx.text.stated.stems import is_change, is_price_or_paying, is_trading
from cafx.text.words.fields import by_word

if TYPE_CHECKING:
    from cafx.text.stated.line import Line
    from cafx.text.stretch import Stretch

__all__ = ["take_references"]

_NICKNAMES: Final = by_word("nicknames")
_NOUNS: Final = words_of("currency_itself")
_REFERRING: Final = _NOUNS | _NICKNAMES.keys()
#: Words before the noun with which it is the one that was named: THE currency, БУЛ валюта.
_DETERMINERS: Final = words_of("determiners")
#: Nouns that it only describes, though they are like verbs: the currency EXCHANGE.
_DESCRIBED: Final = frozenset(("exchange", "trade", "trading", "price", "prices", "sales"))
#: How far the verb that tells its price stands from it.
_NEAR: Final = 3


def take_references(line: Line) -> None:
    """Add the currency named just before the sentence, where a word of it stands for that one."""
    topic, stretch = line.memory.topic, line.stretch
    if topic is None and not _NICKNAMES.keys().isdisjoint(stretch.words[line.sentence : line.end]):
        _take_quoted(line)
    if topic is None or _REFERRING.isdisjoint(stretch.words[line.sentence : line.end]):
        return
    for index in range(line.sentence, line.end):
        key = stretch.words[index]
        if key in _NICKNAMES:
            is_named = _NICKNAMES[key] == topic.code and not _is_of_somebody(line, index)
        else:
            is_named = key in _NOUNS and _is_of_before(line, index)
        if is_named and _has_verb(stretch, line.sentence, index):
            line.bases.append(Base(topic.code, 1, index, is_counted=False))
    line.bases.sort(key=lambda base: base.place)


def _take_quoted(line: Line) -> None:
    """Add the currency that a nickname in quotation marks is of, where it is traded: «АМЕРИКАНЦА» продают."""
    stretch = line.stretch
    for index in range(line.sentence, line.end):
        code = _NICKNAMES.get(stretch.words[index], "")
        is_quoted = stretch.key(index - 1) in OPENING_MARKS and stretch.key(index + 1) in CLOSING_MARKS
        if code and is_quoted and is_trading(stretch.key(index + 2)) and not line.bases:
            line.bases.append(Base(code, 1, index, is_counted=False))


def _is_of_before(line: Line, index: int) -> bool:
    """Whether only a determiner stands with the noun: not the NATIONAL currency, the currency MARKET."""
    stretch = line.stretch
    before, behind = stretch.key(index - 1), stretch.key(index + 1)
    if stretch.language == "en":
        is_subject = behind in NOW or (_tells(behind) and behind not in _DESCRIBED)
        return before in _DETERMINERS and is_subject
    is_first = index == line.sentence or not stretch.is_word(index - 1) or before in CONJUNCTIONS
    return before in _DETERMINERS or is_first or is_trading(before)


def _is_of_somebody(line: Line, index: int) -> bool:
    """Whether a preposition stands before a nickname, which is somebody then: у американца купили дом."""
    before = line.stretch.key(index - 1)
    return index > line.sentence and before.isalpha() and len(before) <= _NEAR and before not in CONJUNCTIONS


def _has_verb(stretch: Stretch, start: int, index: int) -> bool:
    """Whether a verb of a price, of trade or of change stands beside the word."""
    around = (
        *stretch.keys(max(start, index - _NEAR), index),
        *stretch.keys(index + 1, index + 1 + _NEAR),
    )
    return any(map(_tells, around))


def _tells(key: str) -> bool:
    return key in PRICE_WORDS or is_price_or_paying(key) or is_trading(key) or is_change(key)
