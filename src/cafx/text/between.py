"""What may stand between a number and its word of money, and when the word is another sentence's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cafx.text.lexicon import AMERICAN, CURRENCIES, INNER
from cafx.text.marks import LONGEST_ENDING
from cafx.text.tokens import WORD_KIND

if TYPE_CHECKING:
    from cafx.text.stretch import Stretch

__all__ = ["begins_sentence", "inner_hedge", "past_american", "past_hyphen", "past_initials"]

#: The longest abbreviation of a scale word: mlrd, trln.
_ABBREVIATED: Final = 4
#: The United States before their money, as tokens: 5 U.S. dollars.
_INITIALS: Final = ["u", ".", "s", "."]


def past_initials(stretch: Stretch, index: int) -> int:
    """Step over initials that say whose money it is: ``5 U.S. dollars``."""
    behind = index + len(_INITIALS)
    return behind if stretch.words[index] == "u" and stretch.words[index:behind] == _INITIALS else index


def begins_sentence(stretch: Stretch, index: int) -> bool:
    """Whether the word of money at *index* begins a sentence: ``10 млн. Тенге окреп``, not ``10 млн. тенге``.

    After the dot of an abbreviation a capital may be a title's, where no word in small letters follows.
    """
    before = stretch.words[index - 1]
    if before != "." and not stretch.starts_line(index):
        return False
    printed = stretch.printed(index, index)
    if not stretch.is_word(index) or not printed[0].isupper() or printed.isupper():
        return False
    following = index + 1
    is_sentence = stretch.is_word(following) and stretch.text[stretch.starts[following]].islower()
    return is_sentence or (before == "." and len(stretch.words[index - 2]) > _ABBREVIATED)


def inner_hedge(stretch: Stretch, index: int) -> int:
    """Return how many words of a hedge stand at *index*: ``500 mingdan KAM BO‘LMAGAN so‘m``."""
    for count in INNER.get(stretch.words[index], ()):
        if " ".join(stretch.keys(index, index + count)) in INNER[stretch.words[index]][count]:
            return count
    return 0


def past_hyphen(stretch: Stretch, index: int) -> int:
    """Step over a hyphen to the currency word, or over an ending: ``68-somoni``, ``млн-нан``."""
    following = index + 1
    if not stretch.is_hyphenated(index):
        return index
    token = stretch.at(following)
    if token.kind != WORD_KIND or token.key in CURRENCIES:
        return following if token.kind == WORD_KIND else index
    return following + 1 if len(token.key) <= LONGEST_ENDING else index


def past_american(stretch: Stretch, code: str, index: int) -> int:
    """Step to the word behind a dollar that says whose it is: ``долларов США``."""
    return index + 1 if code == "USD" and stretch.words[index + 1] in AMERICAN else index
