"""Whose money a price without a word for it is: that of the sentence, the line or the country."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from cafx.text.context import currency_of
from cafx.text.lexicon import CONJUNCTIONS, CURRENCIES, DASHES, PER
from cafx.text.rate_words import (
    AT_HOME,
    INITIALS,
    ROWS,
)
from cafx.text.stated.parts import NOMINALS
from cafx.text.words import FIVE

if TYPE_CHECKING:
    from collections.abc import Set

    from cafx.text.stated.line import Line

__all__ = ["home_of", "quote_of"]

#: A row of a table of which the base is one of the five.
_ROW_OF_FIVE: Final = re.compile(
    rf"^\W*(?:[^\W\d]+ )?({'|'.join((*FIVE, *ROWS))})\W+[0-9]", re.MULTILINE | re.IGNORECASE
)
#: What may stand between a currency and its price.
_PIECES: Final = frozenset(",;|")
_LINKS: Final = DASHES | {":", "="}
_INITIALS: Final = re.compile(rf"\b({'|'.join(map(re.escape, INITIALS))})\b")


def quote_of(line: Line, base: str) -> str:
    """Return the currency of a bare number: the one that the sentence, the line or the country names."""
    stretch = line.stretch
    if line.prices and line.memory.quote not in {"", base}:
        return line.memory.quote
    priced: set[str] = set()
    for span in (range(line.sentence, line.end), range(stretch.count)):
        for index in span:
            code = CURRENCIES.get(stretch.words[index], "")
            if code:
                code = currency_of(code, stretch.places, stretch.starts[index], stretch.language)
                if code not in FIVE or code == base:
                    continue
                if not _has_price(line, index):
                    return code
                priced.add(code)
    if line.memory.quote and line.memory.quote != base:
        return line.memory.quote
    return home_of(line, priced) or AT_HOME.get(stretch.language, "")


def _has_price(line: Line, index: int) -> bool:
    """Whether the currency at *index* has a price itself: ``тенге 0,17`` in a list, ``100 сумов – 12,28``."""
    stretch = line.stretch
    unit = next((one for one in line.amounts if one.first <= index < one.after), None)
    if unit is not None and unit.number.value in NOMINALS and stretch.key(unit.after) in _LINKS:
        return True
    if stretch.key(index - 1) not in _PIECES and stretch.key(index - 1) not in CONJUNCTIONS:
        return False
    place = index + 1 + (stretch.key(index + 1) in _LINKS)
    price = next((one for one in line.amounts if one.first == place), None)
    return (
        price is not None
        and not price.code
        and price.number.place < 0
        and stretch.key(price.after) not in PER
    )


def home_of(line: Line, besides: Set[str] = frozenset()) -> str:
    """Return the currency of the country that a text names first; what stands in its rows is none of it.

    Args:
        line: a line of the text.
        besides: currencies that have prices of their own: those that a board has rows of.
    """
    known = line.memory.homes.get(frozenset(besides))
    if known is None:
        known = line.memory.homes[frozenset(besides)] = _home_besides(line, besides)
    return known


def _home_besides(line: Line, besides: Set[str]) -> str:
    rows = {
        ROWS.get(row := match[1].lower(), row.upper()) for match in _ROW_OF_FIVE.finditer(line.text)
    } | besides
    initials = _INITIALS.search(line.text)
    places = line.stretch.places
    first = places.home(rows) or ("" if initials is None else INITIALS[initials[1]])
    return (
        first
        or AT_HOME.get(line.memory.language, "")
        or places.money(rows)
        or ("" if besides else places.home())
    )
