"""What stands beside a figure: its hedge, the unit it is for, and the money the text equates with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cafx.text.lexicon import (
    AFTER,
    AFTER_BEGINS,
    BEFORE,
    BEFORE_ENDS,
    CHANGES,
    CLOSING,
    EQUALS,
    LONGEST_PHRASE,
    OPENING,
    PER,
    RATES,
    SAME,
    TO,
)
from cafx.text.tokens import NUMBER_KIND, WORD_KIND

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cafx.text.quantity import Quantity
    from cafx.text.tokens import Token

__all__ = ["hedge_of", "is_equated", "per_of"]

_REACH: Final = 6
_FAR: Final = 14
_SENTENCE_ENDS: Final = frozenset(".;!?")
_UP_TO_ENDINGS: Final = ("gacha", "гача")
_LOOSE: Final = frozenset(("about", "almost", "over", "at_least", "under", "up_to"))
_MAX_WORDS_BEFORE_BRACKET: Final = 4

Hedging = tuple[str | None, str | None]
_NONE: Final[Hedging] = (None, None)


def hedge_of(text: str, tokens: list[Token], quantity: Quantity, before: Quantity | None) -> Hedging:
    """Find the hedge of a quantity: its class and its words.

    It stands before the number, after the currency word, or between them (``200 мыңнан астам теңге``).
    """
    found = _hedge_before(text, tokens, quantity, before)
    if found is None:
        found = _hedge_inside(text, tokens, quantity)
    return _hedge_after(text, tokens, quantity) if found is None else found


def _hedge_before(
    text: str, tokens: list[Token], quantity: Quantity, before: Quantity | None
) -> Hedging | None:
    """Find the longest hedge right before the number; *to* in ``from A to B`` is none."""
    first = quantity.first - (1 if quantity.is_prefixed else 0)
    lengths = BEFORE_ENDS.get(tokens[first - 1].key, ()) if first else ()
    floor = before.after if before is not None else -1
    for count in lengths:
        start = first - count
        if start < 0:
            continue
        span = tokens[start:first]
        phrase = " ".join([token.key for token in span])
        kind = BEFORE.get(phrase)
        if kind is None:
            continue
        if phrase in TO and (start <= floor or _is_change(tokens, start)):
            return _NONE
        if phrase in OPENING and (quantity.is_range or _is_share(tokens, start)):
            return _NONE
        return kind, text[span[0].start : span[-1].end]
    return None


def _hedge_inside(text: str, tokens: list[Token], quantity: Quantity) -> Hedging | None:
    for start in range(quantity.core, quantity.last):
        inner = _phrase_at(text, tokens, start, quantity.last)
        if inner is not None:
            return inner
    return None


def _hedge_after(text: str, tokens: list[Token], quantity: Quantity) -> Hedging:
    """Find a hedge behind the currency word, or in its ending; what closes a range is none."""
    ending = tokens[quantity.last]
    has_ending = ending.key.endswith(_UP_TO_ENDINGS)
    if quantity.is_range:
        following = tokens[quantity.after].key if quantity.after < len(tokens) else ""
        if following in CLOSING or has_ending:
            return _NONE
    outer = _phrase_at(text, tokens, quantity.after, quantity.after + LONGEST_PHRASE)
    if outer is not None:
        return _NONE if outer[0] == "up_to" and _is_changed(tokens, quantity.after) else outer
    if has_ending and not _is_changed(tokens, quantity.after - 1):
        return "up_to", text[ending.start : ending.end]
    return _NONE


def _phrase_at(text: str, tokens: list[Token], start: int, end: int) -> tuple[str, str] | None:
    """Find the longest phrase of hedging that begins at *start*."""
    lengths = AFTER_BEGINS.get(tokens[start].key, ()) if start < len(tokens) else ()
    for count in lengths:
        if count > end - start:
            continue
        span = tokens[start : start + count]
        kind = AFTER.get(" ".join([token.key for token in span]))
        if kind is not None:
            return kind, text[span[0].start : span[-1].end]
    return None


def _is_change(tokens: list[Token], first: int) -> bool:
    """Whether a verb of change stands shortly before, so that *to* tells where it led."""
    for token in reversed(tokens[max(0, first - _REACH) : first]):
        if token.key in _SENTENCE_ENDS:
            return False
        if token.kind == WORD_KIND and token.key.startswith(CHANGES):
            return True
    return False


def _is_share(tokens: list[Token], index: int) -> bool:
    """Whether a percentage stands before: ``25 процентов от 100 млн`` is no lower bound."""
    return index > 0 and tokens[index - 1].key.startswith(("%", "процент"))


def _is_changed(tokens: list[Token], after: int) -> bool:
    """Whether a verb of change follows: in Turkic languages it stands last."""
    following = tokens[after + 1 : after + 3]
    return any(token.kind == WORD_KIND and token.key.startswith(CHANGES) for token in following)


def per_of(text: str, tokens: list[Token], quantity: Quantity) -> str | None:
    """Give the unit that a price is for, where ``per`` or a slash and one word follow."""
    index = quantity.after
    if index + 1 >= len(tokens) or (tokens[index].key not in PER and tokens[index].key != "/"):
        return None
    index += 1
    if tokens[index].key == "1" and index + 1 < len(tokens):
        index += 1
    unit = tokens[index]
    return text[unit.start : unit.end] if unit.kind == WORD_KIND else None


def is_equated(tokens: list[Token], first: Quantity, second: Quantity) -> bool:
    """Whether the text gives *second*, which follows, as the same money as *first*."""
    gap = tokens[first.after : second.first - (1 if second.is_prefixed else 0)]
    if not gap or len(gap) > _FAR:
        return False
    keys = [token.key for token in gap]
    bracket = next((place for place in range(len(keys)) if keys[place] in "(["), None)
    if bracket is not None:
        return _is_bracketed(gap, keys, bracket)
    if any(token.kind == NUMBER_KIND for token in gap):
        return _is_same_far(keys)
    rest = keys[1:] if keys[0] in ",—–" else keys
    hedge = _hedge_length(rest)
    if " ".join(rest[: len(rest) - hedge]).rstrip(" ,") in EQUALS:
        return True
    if keys[0] == "," and hedge and hedge == len(rest):
        return True
    if (
        keys[-1] in EQUALS
        and len(keys) > 1
        and keys[-2] == ","
        and len(keys) <= _MAX_WORDS_BEFORE_BRACKET + 2
    ):
        return not any(key in _SENTENCE_ENDS for key in keys)
    return keys == ["/"] or _is_same_far(keys)


def _is_bracketed(gap: list[Token], keys: list[str], bracket: int) -> bool:
    """Whether the bracket before the second amount holds it as the worth of the first."""
    inside = keys[bracket + 1 :]
    if bracket > _MAX_WORDS_BEFORE_BRACKET or any(token.kind != WORD_KIND for token in gap[:bracket]):
        return False
    if not inside or _hedge_length(inside) == len(inside):
        return True
    equated = " ".join(inside[: len(inside) - _hedge_length(inside)]).rstrip(" ,-–—:")
    return equated in EQUALS or _is_same_far(inside) or any(key.startswith(RATES) for key in inside)


def _hedge_length(keys: Sequence[str]) -> int:
    """Give how many of the last words are a hedge."""
    for count in BEFORE_ENDS.get(keys[-1], ()) if keys else ():
        if count <= len(keys) and " ".join(keys[-count:]) in BEFORE:
            return count
    return 0


def _is_same_far(keys: list[str]) -> bool:
    """Whether a word such as ``equivalent`` stands among the last words before the amount."""
    if any(key in _SENTENCE_ENDS for key in keys):
        return False
    return any(key.startswith(SAME) for key in keys[-4:])
