"""Clauses side by side that tell two amounts of one kind, of which only the later one names its currency.

``Қисми дахл 10 миллиарду 160 миллион ва қисми харҷ 10 миллиарду 340 миллион сомонӣ``. Words stand between
the two, so the currency is lent only where both surely are money, and of one size: by the noun that both
clauses begin with, by nouns that only money is counted of, or by what the verb behind both takes along.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cafx.text.lexicon import AFTER, AFTER_BEGINS, BEFORE_WORDS, CONJUNCTIONS, stems_of, words_of
from cafx.text.tokens import WORD_KIND

if TYPE_CHECKING:
    from cafx.text.amount import Amount
    from cafx.text.stretch import Stretch
    from cafx.text.tokens import Token

__all__ = ["is_parallel"]

_SUMS: Final = stems_of("sums")
_COUNTING: Final = words_of("counting")
_EARNED: Final = stems_of("earned")
#: Shorter words are prepositions and the like, which say nothing by standing twice.
_SHORTEST: Final = 4
_LONGEST_GAP: Final = 5
_REACH: Final = 9
_NEAR: Final = 3
_ONE_SIZE: Final = 10
_STOPS: Final = frozenset(".;:!?,()")


def is_parallel(stretch: Stretch, amount: Amount, follower: Amount, gap: list[Token]) -> bool:
    """Whether *amount* and *follower* are money in clauses side by side, with *gap* between them."""
    scale = amount.number.scale
    if not scale or scale != follower.number.scale or len(gap) > _LONGEST_GAP:
        return False
    values = amount.number.value, follower.number.value
    if max(values) > _ONE_SIZE * min(values):
        return False
    before = _clause_before(stretch, amount.first)
    if not _COUNTING.isdisjoint((*before, *(token.key for token in gap))):
        return False
    if gap[0].key in CONJUNCTIONS:
        return all(token.kind == WORD_KIND for token in gap) and _is_named_alike(before, gap)
    hedge = _hedge_at(stretch, amount.after)
    if not hedge or len(gap) == hedge or gap[hedge].key != ",":
        return False
    return all(token.kind == WORD_KIND for token in gap[hedge + 1 :]) and _is_earned(stretch, follower)


def _is_named_alike(before: list[str], gap: list[Token]) -> bool:
    """Whether one noun begins both clauses, or what both numbers count is money by their nouns."""
    names = [token.key for token in gap[1:]]
    if not names:
        return False
    if len(names[0]) >= _SHORTEST and names[0] in before:
        return True
    nouns = [key for key in before if key not in BEFORE_WORDS][-_NEAR:]
    return any(key.startswith(_SUMS) for key in nouns) and any(key.startswith(_SUMS) for key in names)


def _clause_before(stretch: Stretch, first: int) -> list[str]:
    """Return the words before the token *first*, back to a pause."""
    keys: list[str] = []
    for key in reversed(stretch.keys(first - _REACH, first)):
        if key in _STOPS:
            break
        keys.append(key)
    return keys[::-1]


def _hedge_at(stretch: Stretch, index: int) -> int:
    """Return how many words of a hedge begin at *index*."""
    for count in AFTER_BEGINS.get(stretch.words[index], ()):
        if " ".join(stretch.words[index : index + count]) in AFTER:
            return count
    return 0


def _is_earned(stretch: Stretch, follower: Amount) -> bool:
    """Whether a noun such as *маош* stands behind the later amount and its hedge: what both get of it."""
    after = follower.after + _hedge_at(stretch, follower.after)
    return stretch.words[after].startswith(_EARNED) and stretch.is_word(after + 1)
