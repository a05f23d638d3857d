"""Whose money a price without a word for it is: that of the sentence, the line or the country."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from cafx.text.context import currency_of
from cafx.text.lexicon import CURRENCIES
from cafx.text.rate_words import (
    AT_HOME,
    INITIALS,
    ROWS,
)
from cafx.text.words import FIVE

if TYPE_CHECKING:
    from collections.abc import Set

    from cafx.text.stated.line import Line

__all__ = ["home_of", "quote_of"]

#: A row of a table of which the base is one of the five.
_ROW_OF_FIVE: Final = re.compile(
    rf"^\W*(?:[^\W\d]+ )?({'|'.join((*FIVE, *ROWS))})\W+[0-9]", re.MULTILINE | re.IGNORECASE
)
_INITIALS: Final = re.compile(rf"\b({'|'.join(map(re.escape, INITIALS))})\b")


def quote_of(line: Line, base: str) -> str:
    """Return the currency of a bare number: the one that the sentence, the line or the country names."""
    stretch = line.stretch
    if line.prices and line.memory.quote not in {"", base}:
        return line.memory.quote
    for span in (range(line.sentence, line.end), range(stretch.count)):
        for index in span:
            code = CURRENCIES.get(stretch.words[index], "")
            if code:
                code = currency_of(code, stretch.places, stretch.starts[index], stretch.language)
                if code in FIVE and code != base:
                    return code
    if line.memory.quote and line.memory.quote != base:
        return line.memory.quote
    return home_of(line) or AT_HOME.get(stretch.language, "")


def home_of(line: Line, besides: Set[str] = frozenset()) -> str:
    """Return the currency of the country that a text names first; what stands in its rows is none of it.

    Args:
        line: a line of the text.
        besides: currencies that a board has rows of.
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
