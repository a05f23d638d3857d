"""Price lists that name their currency once, at the end: ``carrots 4, onions 3.5 and apples 12 somoni``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cafx.text.lexicon import CONJUNCTIONS, DASHES, HYPHENS, stems_of
from cafx.text.runs import is_year

if TYPE_CHECKING:
    from cafx.text.amount import Amount
    from cafx.text.stretch import Stretch

__all__ = ["is_numbered", "lend_along"]

#: The entries of a price list are as many at least, each of so many words at most, and of one size.
_ENTRIES: Final = 3
_WORDS_OF_ENTRY: Final = 4
_ONE_SIZE: Final = 30
_WHOLE: Final = 3
#: Words before a number that names a thing; short ones are whole words.
_NUMBERED: Final = tuple(word for word in stems_of("numbered") if len(word) > _WHOLE)
_NUMBERED_WORDS: Final = frozenset(word for word in stems_of("numbered") if len(word) <= _WHOLE)


def lend_along(stretch: Stretch, kept: list[Amount]) -> None:
    """Lend the currency at the end of a price list: ``carrots 4, onions 3.5 and apples 12 somoni``."""
    for place in range(len(kept) - 1, 0, -1):
        last = kept[place]
        if not last.code or last.is_prefixed or last.high is not None or last.number.is_negative:
            continue
        first = place
        while first and _is_entry(stretch, kept[first - 1], kept[first]):
            first -= 1
        if place - first + 1 + last.is_shared < _ENTRIES or not _is_named(stretch, kept[first].first):
            continue
        entries = kept[first:place]
        scale = 0 if last.is_shared else last.number.scale
        numbers = [one.number.rescaled(scale) if scale else one.number for one in entries]
        values = [last.value, *(number.value for number in numbers)]
        if max(values) > _ONE_SIZE * min(values):
            continue
        for one, number in zip(entries, numbers, strict=True):
            one.number, one.code, one.is_shared = number, last.code, True


def _is_entry(stretch: Stretch, amount: Amount, follower: Amount) -> bool:
    """Whether a bare number is an entry of a list, and the next entry begins behind it."""
    if amount.code or amount.suffix or amount.high is not None or amount.number.scale:
        return False
    words, start, end = stretch.words, amount.after, follower.first
    while start < end and (words[start] in {",", ";"} or words[start] in CONJUNCTIONS):
        start += 1
    if words[end - 1] in DASHES:
        end -= 1
    return (
        start > amount.after
        and not stretch.is_glued(amount.after + 1)
        and 0 < end - start <= _WORDS_OF_ENTRY
        and all(_is_name(stretch, index) for index in range(start, end))
        and not (amount.number.is_spelled or amount.number.is_negative or is_year(amount.number.digits))
        and _is_named(stretch, follower.first)
    )


def _is_name(stretch: Stretch, index: int) -> bool:
    """Whether a token is a word, or what a hyphen joins to one: ``АИ-92``."""
    if stretch.is_word(index):
        return True
    hyphen = index if stretch.words[index] in HYPHENS else index - 1
    return stretch.is_hyphenated(hyphen) and stretch.is_word(hyphen - 1)


def _is_named(stretch: Stretch, place: int) -> bool:
    """Whether a word stands before the number at *place* that may name what it is the price of."""
    name = place - 1
    if stretch.words[name] in DASHES:
        name -= 1
    while name > 0 and stretch.is_glued(name) and _is_name(stretch, name):
        name -= 1  # АИ-92 — 35
    return name >= 0 and stretch.is_word(name) and not is_numbered(stretch.words[name])


def is_numbered(word: str) -> bool:
    """Whether a word stands before numbers that name a thing and count nothing: ARTICLE 5."""
    return word in _NUMBERED_WORDS or word.startswith(_NUMBERED)
