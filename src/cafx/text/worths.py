"""What stands beside an amount: the unit that it is for, and the money that the text equates with it."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Final

from cafx.text.degrees import degree_length
from cafx.text.hedges import hedge_length
from cafx.text.lexicon import (
    CONJUNCTIONS,
    CURRENCIES,
    DASHES,
    EQUALS,
    EQUALS_BEHIND,
    MERELY,
    PER,
    PRONOUNS,
    words_of,
)
from cafx.text.rate_words import RATES, SAME, SPANS
from cafx.text.tokens import NUMBER_KIND, WORD_KIND

if TYPE_CHECKING:
    from cafx.text.amount import Amount
    from cafx.text.stretch import Stretch
    from cafx.text.tokens import Token

__all__ = ["per_of", "stated_among"]

_STATED: Final = frozenset(("USD", "EUR", "RUB"))
_FAR: Final = 14
_SENTENCE_ENDS: Final = frozenset(".;!?")
_MAX_WORDS_BEFORE_BRACKET: Final = 4
_MAX_WORDS_OF_RATE: Final = 5
_SHORTEST: Final = 3
#: A code in brackets that says the currency again.
_REPEATED: Final = 3
#: By what money is converted at a rate: ПО курсу, kursy BILEN.
_CONVERTED: Final = words_of("converted")
_APPROXIMATE: Final = frozenset(("≈", "~", "="))


def stated_among(stretch: Stretch, money: list[Amount], skipped: set[int]) -> dict[int, int]:
    """Pair amounts with the dollars, euros or roubles that the text equates them with, by index."""
    pairs: dict[int, int] = {}
    if len(money) == 1 or not any(amount.code in _STATED for amount in money):
        return pairs
    taken: set[int] = set()
    amounts = [index for index in range(len(money)) if index not in skipped]
    for left, right in itertools.pairwise(amounts):
        first, second = money[left], money[right]
        if left in taken or (first.code in _STATED) == (second.code in _STATED):
            continue
        if second.is_shared:
            continue  # the first of a list: 520/540 тысяч тенге, или 1000/1040 долларов
        if (
            left not in pairs
            and _is_equated(stretch, first, second)
            and not _is_of_a_span(stretch, first, second)
        ):
            own, other = (left, right) if second.code in _STATED else (right, left)
            pairs[own] = other
            taken.add(other)
    return pairs


def per_of(stretch: Stretch, amount: Amount) -> str | None:
    """Return the unit that a price is for, where ``per`` or a slash and one word follow."""
    index = amount.after
    if stretch.words[index] not in PER and stretch.words[index] != "/":
        return None
    index += 1
    if stretch.words[index] == "1":
        index += 1
    unit = stretch.at(index)
    return stretch.text[unit.start : unit.end] if unit.kind == WORD_KIND else None


def _is_of_a_span(stretch: Stretch, first: Amount, second: Amount) -> bool:
    """Whether the second of two amounts is for a day or a head, and the first is not, or for another span.

    ``9,000 soms, $15 per day``; ``30,000 soms a month, or $4,000 a year``.
    """
    span, other = _span_at(stretch, second.after), _span_at(stretch, first.after)
    return bool(span) and span[:_SHORTEST] != other[:_SHORTEST]


def _span_at(stretch: Stretch, index: int) -> str:
    """Return the word for a span of time or a head that an amount is for, if any."""
    key = stretch.words[index]
    if not key.startswith(SPANS) and (key in PER or key == "/"):
        key = stretch.words[index + 1]
    return key if key.startswith(SPANS) else ""


def _is_equated(stretch: Stretch, first: Amount, second: Amount) -> bool:
    """Whether the text gives *second*, which follows, as the same money as *first*."""
    if second.first < first.after:  # 100 000 ($1150) сом
        return True
    gap = stretch.between(first.after, second.first)
    keys = [token.key for token in gap]
    if len(gap) > _REPEATED and keys[0] == "(" and keys[2] == ")" and CURRENCIES.get(keys[1]) == first.code:
        gap, keys = gap[_REPEATED:], keys[_REPEATED:]  # 75 somoni (TJS), or $7.20
    is_equal_behind = stretch.words[second.after] in EQUALS_BEHIND
    if not gap:
        return is_equal_behind and second.number.value != 1
    if keys[0] == "." and stretch.is_glued(first.after):  # the dot of an abbreviation: млн. долл. (
        gap, keys = gap[1:], keys[1:]
    if not gap or len(gap) > _FAR:
        return False
    bracket = next((place for place in range(len(keys)) if keys[place] in "(["), None)
    if bracket is not None:
        return _is_bracketed(gap, keys, bracket)
    if any(token.kind == NUMBER_KIND for token in gap):
        return _is_same_far(keys)
    return (
        (is_equal_behind and keys[-1] in PRONOUNS)  # … so‘m. Bu 13 350 dollarga teng
        or _is_at_a_rate(keys)  # 410 manat, bu resmi kurs boýunça 117 dollara (… barabar)
        or _is_said_at_once(keys)
        or _is_said_again(keys)
        or _is_same_far(keys)
    )


def _is_said_at_once(keys: list[str]) -> bool:
    """Whether only a pause, what equates, and a hedge part two amounts: ``, ИЛИ ОКОЛО``, ``—``, ``/``."""
    is_apart = keys[0] == "," or keys[0] in DASHES
    rest = keys[1:] if is_apart else keys
    if not rest:
        return keys[0] != ","
    rest = [key for key in rest if key not in MERELY] or rest
    hedge = _hedge_length(rest)
    if " ".join(rest[: len(rest) - hedge]).rstrip(" ,") in EQUALS:
        return True
    if is_apart and hedge:
        return hedge == len(rest)
    return keys == ["/"] or (len(rest) == 1 and rest[0] in _APPROXIMATE)


def _hedge_length(keys: list[str]) -> int:
    """Return how many of the last of *keys* are a hedge, with its adverb of degree."""
    count = hedge_length(keys)
    return count + degree_length(keys[: len(keys) - count]) if count else 0


def _is_said_again(keys: list[str]) -> bool:
    """Whether a comma and words that equate part the second amount from a few more behind the first.

    ``30 миллионов тенге В МЕСЯЦ, ТО ЕСТЬ ОКОЛО 60 тысяч долларов``. Behind a mere *or* a hedged amount may
    be another one, unless the first is for a span of time: ``9,000 soms a month, or about $100``.
    """
    hedge = _hedge_length(keys)
    if hedge > 1 and keys[-hedge] in EQUALS:
        hedge -= 1  # OR ABOUT is a hedge of its own
    rest = keys[: len(keys) - hedge]
    if "," not in rest or any(key in _SENTENCE_ENDS for key in keys):
        return False
    comma = len(rest) - 1 - rest[::-1].index(",")
    equated = rest[comma + 1 :]
    if comma > _MAX_WORDS_BEFORE_BRACKET or " ".join(equated) not in EQUALS:
        return False
    if (not hedge and len(equated) == 1) or keys[comma - 1].startswith(SPANS):
        return True
    return equated[0] not in CONJUNCTIONS and len(" ".join(equated)) >= _SHORTEST  # ол can be he, too


def _is_at_a_rate(keys: list[str]) -> bool:
    """Whether a pronoun for the first amount and a word for a rate stand before the second."""
    place = next((place for place, key in enumerate(keys) if key in PRONOUNS), None)
    if place is None:
        return _is_another_at_a_rate(keys)
    if any(key in _SENTENCE_ENDS for key in keys[place:]):
        return False
    return place <= _MAX_WORDS_BEFORE_BRACKET and any(key.startswith(RATES) for key in keys[place + 1 :])


def _is_another_at_a_rate(keys: list[str]) -> bool:
    """Whether *or* and the rate of conversion stand before the second: ``ýa-da döwlet kursy bilen``.

    Any other word of a rate may be of a condition: ``или в случае падения курса``.
    """
    start = int(keys[0] == ",")
    equated = next((count for count in (3, 2, 1) if " ".join(keys[start : start + count]) in EQUALS), 0)
    words = [key for key in keys[start + equated : len(keys) - _hedge_length(keys)] if key != ","]
    if not equated or len(words) > _MAX_WORDS_OF_RATE:
        return False
    return (
        not any(key in _SENTENCE_ENDS for key in words)
        and any(key.startswith(RATES) for key in words)
        and not _CONVERTED.isdisjoint(words)
    )


def _is_bracketed(gap: list[Token], keys: list[str], bracket: int) -> bool:
    """Whether the bracket before the second amount holds it as the worth of the first."""
    inside = keys[bracket + 1 :]
    if bracket > _MAX_WORDS_BEFORE_BRACKET or any(token.kind != WORD_KIND for token in gap[:bracket]):
        return False
    if not inside or _hedge_length(inside) == len(inside):
        return True
    equated = " ".join(inside[: len(inside) - _hedge_length(inside)]).rstrip(" ,-–—:")
    return equated in EQUALS or _is_same_far(inside) or any(key.startswith(RATES) for key in inside)


def _is_same_far(keys: list[str]) -> bool:
    """Whether a word such as ``equivalent`` stands among the last words before the amount."""
    if any(key in _SENTENCE_ENDS for key in keys):
        return False
    return any(key.startswith(SAME) for key in keys[-4:])
