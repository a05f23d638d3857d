"""What a word begins with is asked once a word: held against asking it each time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cafx.text import rate_words
from cafx.text.lexicon import CURRENCIES, words_of
from cafx.text.stated import stems

if TYPE_CHECKING:
    from collections.abc import Callable

_TABLES = {
    "is_change": rate_words.CHANGES,
    "is_day_word": rate_words.DAYS,
    "is_expecting": rate_words.FORECASTS,
    "is_move": rate_words.MOVES,
    "is_paying": rate_words.PAYING,
    "is_price": rate_words.PRICES,
    "is_rate_word": rate_words.RATES,
    "is_trading": (*rate_words.BUYING, *rate_words.SELLING),
}


#: What begins like a word of a table, and is none.
_BUT = {"is_trading": rate_words.NO_SIDES}


@pytest.mark.parametrize("name", _TABLES)
def test_a_kept_answer_is_the_one_of_the_table(name: str) -> None:
    begins: Callable[[str], bool] = getattr(stems, name)
    every = [stem for table in _TABLES.values() for stem in table]
    words = {*every, *CURRENCIES, *(stem[:-1] for stem in every), *(f"{stem}ing" for stem in every), ""}
    for _ in range(2):  # the second time from what was kept
        assert {word for word in words if begins(word)} == {
            word
            for word in words
            if word.startswith(_TABLES[name])
            and not word.startswith(_BUT.get(name, ()))
            and word not in words_of("towns")
        }


def test_one_table_is_kept_once() -> None:
    assert stems.beginning(rate_words.CHANGES) is stems.is_change
