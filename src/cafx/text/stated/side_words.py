"""Words for buying and for selling, and the sides that they say."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from cafx.text.rate_words import BUYING, NO_SIDES, SELLING, TRADED, TRADED_IN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cafx.text.stated_rate import Side

__all__ = ["order_of_sides", "sides_among"]


def sides_among(keys: Sequence[str]) -> list[Side]:
    """Return the sides that *keys* name, in order: ``сатып алып`` is buying, ``сатып жатат`` selling."""
    found: list[Side] = []
    said = list(map(_side_in, keys))
    if not any(said):
        return found
    for index, side in enumerate(said):
        if side is None:
            continue
        if keys[index + 1 : index + 2] in (["-"], ["‑"]) and keys[index] == "alyş":
            continue  # alyş-çalyş: an exchange
        if keys[index] in TRADED:
            is_in = index + 1 < len(keys) and keys[index + 1].startswith(TRADED_IN)
            found.append("buy" if is_in else "sell")
        else:
            found.append(side)
    return found


@lru_cache(maxsize=4096)
def _side_in(key: str) -> Side | None:
    """Return the side that a word says; a participle of *to trade* is settled by the word behind it."""
    if key.startswith(NO_SIDES):
        return None
    if key in TRADED or not key.startswith(BUYING):
        return "sell" if key in TRADED or key.startswith(SELLING) else None
    return "buy"


def order_of_sides(keys: Sequence[str]) -> tuple[Side, ...]:
    """Return the sides that *keys* name, each once, in the order of their first words."""
    return tuple(dict.fromkeys(sides_among(keys)))
