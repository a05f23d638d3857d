"""Rates that their wording alone tells, whatever they come to: ``Курс доллара — 44 тенге``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cafx.text.lexicon import DASHES, DATIVE_FORMS, OPENING, TO
from cafx.text.plausible import is_conceivable
from cafx.text.rate_words import BY, CHANGES_IN, PRICE_WORDS, PRICES, SUBJECTS, WORTHS
from cafx.text.stated.parts import LINKS, Base, Price, is_year
from cafx.text.stated.stems import is_being, is_gap, is_rate_word

if TYPE_CHECKING:
    from cafx.text.stated.line import Line

__all__ = ["is_spelled_out"]

_REACH: Final = 12
_NEAR: Final = 4
_STOPS: Final = frozenset(".;!?,(")
#: The year from which on a dollar costs what ``plausible`` says.
_GROWN: Final = 2_002


def is_spelled_out(line: Line, price: Price, base: Base, quote: str, *, is_explicit: bool) -> bool:
    """Whether the wording alone makes a price a rate, whatever it comes to: ``Курс доллара — 44 тенге``.

    It takes a word for rate, its base, and a link before a price with its currency. What a rate changed by
    is none, and so is what stands behind another number.
    """
    stretch, amount = line.stretch, price.amount
    changes = CHANGES_IN[stretch.language]
    first = amount.first
    if not price.code or amount.number.scale or amount.high is not None:
        return False
    if not is_conceivable(base.code, quote, price.low / base.nominal):
        return False
    start = line.sentence
    if not is_explicit:
        if not line.sentence <= base.place < first or all(base.place != one.place for one in line.bases):
            return False
        start = base.place + 1
    between = stretch.keys(max(start, line.last_end), first)
    is_old = stretch.key(first - 1) in OPENING and stretch.key(amount.after) in TO  # с 4,69 до 155 тенге
    is_goal = is_old or stretch.key(first - 1) in TO or stretch.key(amount.last) in DATIVE_FORMS
    if (
        any(map(is_gap, stretch.keys(line.sentence, first)))
        or any(key in BY for key in stretch.keys(max(start, line.last_end, line.sentence + 1), first))
        or (not is_goal and any(key.startswith(changes) for key in between))
    ):
        return False
    behind = stretch.keys(amount.after, amount.after + _NEAR)
    if stretch.key(first - 1) not in TO and any(key.startswith(changes) for key in behind):
        return False
    if is_explicit:
        is_bought = stretch.key(amount.after) in TO and stretch.key(amount.after + 1) in WORTHS
        return is_bought or any(map(is_rate_word, between))
    if (
        len(between) > _REACH
        or any(stretch.is_number(index) for index in range(base.place + 1, first))
        or (any(key in _STOPS for key in between) and not any(key in SUBJECTS for key in between))
    ):
        return False
    has_link = (
        not between
        or is_rate_word(between[-1])
        or any(
            key in LINKS or key in DASHES or key in PRICE_WORDS or key.startswith((*PRICES, *changes))
            for key in between
        )
    )
    if base.is_counted:
        has_link = has_link or (_is_of_old(line) and any(map(is_being, behind)))
        return base.nominal == 1 and has_link and bool(between)
    around = stretch.keys(max(line.sentence, base.place - _NEAR), min(base.place + _NEAR, first))
    return has_link and (any(map(is_rate_word, around)) or _is_of_old(line))


def _is_of_old(line: Line) -> bool:
    """Whether the sentence names a year in which the currencies were young, and dearer than ever since."""
    return any(
        is_year(one) and int(one.number.digits) < _GROWN
        for one in line.amounts
        if line.sentence <= one.first < line.end and not one.code
    )
