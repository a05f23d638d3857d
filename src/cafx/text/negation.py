"""What turns a comparative round: *may NOT be paid less than*, *НЕ МОЖЕТ превышать*.

A negation that is *no more than* makes of *more than* a limit, and of *less than* a floor. Between it and
the comparative stand only verbs of paying and having, or any verb behind a modal that binds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cafx.text.lexicon import NEGATED_VERBS, NEGATIONS, NOT_NEGATED, words_of

if TYPE_CHECKING:
    from cafx.text.stretch import Stretch

__all__ = ["TURNED", "negation_before"]

#: What a hedge becomes by a negation.
TURNED: Final = {"over": "up_to", "under": "at_least", "almost": "at_least"}
_NEGATION_REACH: Final = 5
_BINDING: Final = words_of("binding")


def negation_before(stretch: Stretch, start: int) -> int | None:
    """Return where a negation of the comparative at *start* begins: ``may NOT be paid less than``."""
    for step in range(start - 1, max(-1, start - 1 - _NEGATION_REACH), -1):
        key = stretch.words[step]
        if key in NEGATIONS:
            return step
        if key not in NEGATED_VERBS:
            return _bound(stretch, step)
    return None


def _bound(stretch: Stretch, verb: int) -> int | None:
    """Return where a negated modal before any verb begins: CANNOT impose less, НЕ МОЖЕТ взыскать более.

    Without one a negation says nothing of the limit: who did not return more than 500 owes more.
    """
    words = stretch.words
    if not stretch.is_word(verb) or words[verb] in NOT_NEGATED:
        return None
    for step, other in ((verb - 1, verb - 2), (verb - 2, verb - 1)):
        if step >= 0 and words[step] in NEGATIONS and (words[step] in _BINDING or words[other] in _BINDING):
            return step
    return None
