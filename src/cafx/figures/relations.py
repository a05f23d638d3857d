"""What stands beside a figure: its hedge, and the money that the text equates with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cafx.figures.lexicon import AFTER, BEFORE, EQUALS, LONGEST_PHRASE
from cafx.figures.tokens import NUMBER_KIND

if TYPE_CHECKING:
    from cafx.figures.quantities import Quantity
    from cafx.figures.tokens import Token

__all__ = ["hedge_of", "is_stated_after"]

_OPENERS: Final = ("(", "[")


def hedge_of(text: str, tokens: list[Token], quantity: Quantity) -> tuple[str | None, str | None]:
    """Find the hedge before or after a quantity: its class and its words."""
    first = quantity.first - (1 if quantity.is_prefixed else 0)
    for count in range(min(LONGEST_PHRASE, first), 0, -1):
        span = tokens[first - count : first]
        kind = BEFORE.get(" ".join(token.key for token in span))
        if kind is not None:
            return kind, text[span[0].start : span[-1].end]
    for count in range(LONGEST_PHRASE, 0, -1):
        span = tokens[quantity.after : quantity.after + count]
        kind = AFTER.get(" ".join(token.key for token in span))
        if kind is not None:
            return kind, text[span[0].start : span[-1].end]
    return None, None


def is_stated_after(tokens: list[Token], figure: Quantity, other: Quantity) -> bool:
    """Whether *other*, which follows, is given as the same money as *figure*."""
    gap = tokens[figure.after : other.first - (1 if other.is_prefixed else 0)]
    if not gap or any(token.kind == NUMBER_KIND for token in gap):
        return False
    keys = [token.key for token in gap]
    if keys[0] in _OPENERS:
        rest = keys[1:]
        return not rest or " ".join(rest) in BEFORE or " ".join(rest) in EQUALS
    if keys[0] == ",":
        keys = keys[1:]
    return bool(keys) and (" ".join(keys) in EQUALS)
