"""Questions for a price, and what answers them: ``Почём продают доллар? — По 89,5 сома``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cafx.text.lexicon import CONJUNCTIONS, CURRENCIES, DASHES, FILLERS, words_of
from cafx.text.rate_words import NOW, PRICE_PREPOSITIONS
from cafx.text.stated.stems import is_price, is_trading

if TYPE_CHECKING:
    from cafx.text.amount import Amount
    from cafx.text.stated.line import Line

__all__ = ["asks_price", "is_answer"]

_HOW_MUCH: Final = words_of("how_much")
#: What may stand in a question for a price, besides the currency and its verb.
_IN_QUESTIONS: Final = _HOW_MUCH | CONJUNCTIONS | NOW | FILLERS | words_of("asked_with")
_PIECES: Final = frozenset(",;.")


def asks_price(line: Line, start: int, end: int) -> bool:
    """Whether a sentence asks what one currency is bought, sold or had for, and asks nothing else.

    ``Почём продают доллар?`` does, and behind such a question ``А евро?``; what else a sentence names it may
    ask for: how many people bought dollars, how much a ticket is.
    """
    keys = line.stretch.keys(start, end)
    if keys[-1:] != ["?"] or not (line.memory.asked[0] or not _HOW_MUCH.isdisjoint(keys)):
        return False
    codes = {CURRENCIES[key] for key in keys if key in CURRENCIES}
    return len(codes) == 1 and all(
        key in CURRENCIES or key in _IN_QUESTIONS or is_price(key) or is_trading(key) or not key.isalpha()
        for key in keys
    )


def is_answer(line: Line, amount: Amount, between: list[str]) -> bool:
    """Whether a price is all that a sentence says, behind one that asked for it: ``— По 89,5.``."""
    following = line.stretch.key(amount.after)
    return (not following or following in _PIECES) and all(
        key in DASHES or key in PRICE_PREPOSITIONS for key in between
    )
