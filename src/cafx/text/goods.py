"""Things that have a price of their own, by the words that name them."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from cafx.text.lexicon import stems_of, words_of

__all__ = ["GOODS_WORDS", "is_thing", "names_goods"]

_WHOLE: Final = 3
#: Short ones are whole words.
GOODS_WORDS: Final = frozenset(word for word in words_of("goods") if len(word) <= _WHOLE)
_GOODS: Final = tuple(word for word in stems_of("goods") if len(word) > _WHOLE)
#: Words that begin like a thing that is sold: a deal, drivers of taxis, fishermen.
_NO_GOODS: Final = ("келісім", "таксист", "taksist", "рыбак")


@lru_cache(maxsize=4096)
def names_goods(key: str) -> bool:
    """Whether a word of more than three letters is the name of a thing that is sold.

    >>> names_goods("хлеба"), names_goods("хлев")
    (True, False)
    """
    return key.startswith(_GOODS) and not key.startswith(_NO_GOODS)


def is_thing(key: str) -> bool:
    """Whether a word of any length is the name of a thing that is sold.

    >>> is_thing("нан"), is_thing("наңан")
    (True, False)
    """
    return key in GOODS_WORDS or names_goods(key)
