"""Whether a word begins with one of many stems: a text has few words, each of them often, asked once."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from cafx.text.lexicon import MONTHS, stems_of, words_of
from cafx.text.rate_words import (
    ASKING,
    BUYING,
    CHANGES,
    DAYS,
    FORECASTS,
    GAPS,
    GIVING,
    HANDING,
    MOVES,
    NO_SIDES,
    OTHERS,
    PAYING,
    PRICES,
    RATES,
    SAME,
    SAYERS,
    SELLING,
    SPANS,
    TAKING,
    UNITS,
    YEARS,
)

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = [
    "beginning",
    "is_asking",
    "is_being",
    "is_change",
    "is_day_word",
    "is_expecting",
    "is_fee",
    "is_gap",
    "is_giving",
    "is_handing",
    "is_index",
    "is_level_noun",
    "is_level_word",
    "is_month",
    "is_move",
    "is_offering",
    "is_other_word",
    "is_paying",
    "is_price",
    "is_price_or_paying",
    "is_rate_noun",
    "is_rate_word",
    "is_same",
    "is_selling",
    "is_settling",
    "is_taking",
    "is_time_span",
    "is_trader",
    "is_trading",
    "is_unit_word",
    "is_year_word",
]


#: Towns that begin like a verb: in OSH.
_TOWNS: Final = words_of("towns")


@cache  # as many as there are tables of stems
def beginning(stems: tuple[str, ...], but: tuple[str, ...] = ()) -> Callable[[str], bool]:
    """Return what tells whether a word begins with one of *stems*, and with none of *but*.

    >>> is_price = beginning(("стоит", "costs"))
    >>> is_price("costs"), is_price("cost")
    (True, False)
    """

    @lru_cache(maxsize=4096)
    def begins(word: str) -> bool:
        return word.startswith(stems) and not word.startswith(but) and word not in _TOWNS

    return begins


is_asking: Final = beginning(ASKING)
is_being: Final = beginning((*PRICES, *stems_of("being")))
is_change: Final = beginning(CHANGES)
is_day_word: Final = beginning(DAYS)
is_expecting: Final = beginning(FORECASTS)
is_fee: Final = beginning(stems_of("fees"))
is_gap: Final = beginning(GAPS)
is_giving: Final = beginning(GIVING)
is_handing: Final = beginning(HANDING)
is_index: Final = beginning(stems_of("indices"))
is_level_noun: Final = beginning(stems_of("levels"))
is_month: Final = beginning(MONTHS)
is_move: Final = beginning(MOVES)
is_offering: Final = beginning(stems_of("offering"))
is_other_word: Final = beginning(OTHERS)
is_paying: Final = beginning(PAYING)
is_price: Final = beginning(PRICES)
is_rate_word: Final = beginning(RATES)
is_same: Final = beginning(SAME)
is_selling: Final = beginning(SELLING, but=NO_SIDES)
is_settling: Final = beginning(stems_of("settling"))
is_taking: Final = beginning(TAKING)
is_time_span: Final = beginning(SPANS)
is_trader: Final = beginning(stems_of("people"))
is_trading: Final = beginning((*BUYING, *SELLING), but=NO_SIDES)
is_unit_word: Final = beginning(UNITS)
is_year_word: Final = beginning(YEARS)
#: Of a change or a price; of a price or of paying; of rates, and of what who says them calls them.
is_level_word: Final = beginning((*CHANGES, *PRICES))
is_price_or_paying: Final = beginning((*PRICES, *PAYING))
is_rate_noun: Final = beginning((*RATES, *SAYERS["official"]))
