"""What a hyphen that is glued to a price stands for: a minus, or the dash behind a name.

``Картошка- 25 сомов, лук -18 сомов``: who is careless of the spaces round a dash is so in a whole list.
``Багаж -2 000 тг`` stands alone, but a thing that is sold costs no less than nothing, and ``остаток -700 тг``
may be less. Behind any other name nobody can tell, so that the amount is left unread.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from cafx.text.goods import is_thing
from cafx.text.lexicon import BEFORE_WORDS, CURRENCIES, DASHES, HYPHENS, PREFIXES, SCALES, stems_of
from cafx.text.rate_words import CHANGES_IN, GAPS

if TYPE_CHECKING:
    from cafx.text.stretch import Stretch

__all__ = ["sense_of_hyphen"]

#: Words (stems) for what may lie below zero: balance -500.
_BELOW_ZERO: Final = (*stems_of("balances"), *GAPS)
_COSTS: Final = stems_of("costs")
_SENTENCE_ENDS: Final = frozenset(".!?")
#: What parts the entries of a list, and what tells that its numbers are changes.
_PAUSES: Final = frozenset(",;:().!?")
_SIGNS_OF_CHANGE: Final = frozenset("+%−")
#: What may end a name besides a word.
_CLOSES: Final = frozenset(')"»”')
_WORDS_OF_NAME: Final = 5
#: How many words of a list are looked at on either side: each of its prices asks for them.
_LONGEST_LIST: Final = 60


def sense_of_hyphen(stretch: Stretch, mark: int) -> Literal["minus", "dash", "unclear"]:
    """Return what the mark at *mark* is, which is glued to the price behind it.

    A minus it is behind a currency, or behind nothing that it could part from the price, and where the
    sentence tells of changes (``+3``, ``5 %``) or of what may be less than nothing (``balance -500``).
    """
    if stretch.words[mark] not in HYPHENS or not mark or stretch.is_glued(mark):
        return "minus"
    first, end = _line_around(stretch, mark)
    keys = stretch.keys(first, end)
    if mark == first or not _SIGNS_OF_CHANGE.isdisjoint(keys) or _tells_of_less(stretch, keys):
        return "minus"
    dashes = [index for index in range(first + 1, end) if _is_dash(stretch, index)]
    if mark not in dashes or not _is_name(stretch, mark):
        return "minus"
    if _is_of_goods(stretch, mark) or _is_dash_of_a_list(stretch, dashes):
        return "dash"
    return "unclear"


def _is_dash_of_a_list(stretch: Stretch, dashes: list[int]) -> bool:
    """Whether *dashes* part names from prices, one of them apart from its price or behind a thing sold."""
    return all(_is_name(stretch, index) for index in dashes) and any(
        not stretch.is_glued(index + 1) or _is_of_goods(stretch, index) for index in dashes
    )


def _line_around(stretch: Stretch, mark: int) -> tuple[int, int]:
    """Return where the sentence, or the line, begins and ends in which the token *mark* stands."""
    first, end = mark, mark + 1
    least, most = max(0, mark - _LONGEST_LIST), min(stretch.count, mark + _LONGEST_LIST)
    while first > least and not (stretch.starts_line(first) or _ends_sentence(stretch, first - 1)):
        first -= 1
    while end < most and not (stretch.starts_line(end) or _ends_sentence(stretch, end)):
        end += 1
    return first, end


def _ends_sentence(stretch: Stretch, index: int) -> bool:
    """Whether a sentence ends at *index*; the dot of ``5 тыс. сомов`` ends none."""
    if stretch.words[index] not in _SENTENCE_ENDS or stretch.is_glued(index + 1):
        return False
    following = index + 1
    return following >= stretch.count or not stretch.text[stretch.starts[following]].islower()


def _is_dash(stretch: Stretch, index: int) -> bool:
    """Whether a dash parts what stands before it from a number in digits, or from its sign."""
    price = index + 1 + (stretch.words[index + 1] in PREFIXES)
    return (
        stretch.words[index] in DASHES
        and stretch.is_number(price)
        and not stretch.is_number(index - 1)
        and not stretch.is_hyphenated(index)
    )


def _is_name(stretch: Stretch, dash: int) -> bool:
    """Whether the word before a dash may name a thing: neither a currency nor a number."""
    name = stretch.words[dash - 1]
    if name in _CLOSES:
        return True  # мука (50 кг) - 1200 сомов
    return stretch.is_word(dash - 1) and name not in CURRENCIES and name not in SCALES


def _is_of_goods(stretch: Stretch, dash: int) -> bool:
    """Whether the entry before a dash names a thing that is sold, or says that this is its price."""
    for index in range(dash - 1, max(-1, dash - 1 - _WORDS_OF_NAME), -1):
        key = stretch.words[index]
        if key in _PAUSES or stretch.is_number(index):
            return False
        if is_thing(key) or key.startswith(_COSTS):
            return True
        if stretch.starts_line(index):
            return False
    return False


def _tells_of_less(stretch: Stretch, keys: list[str]) -> bool:
    """Whether one of the words is for what may be less than nothing, or for a change."""
    stems = _BELOW_ZERO + CHANGES_IN[stretch.language]
    return any(key.startswith(stems) and not (key in BEFORE_WORDS or is_thing(key)) for key in keys)
