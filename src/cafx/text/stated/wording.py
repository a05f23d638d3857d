"""Rates that their wording alone tells, whatever they come to: ``Курс доллара — 44 тенге``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cafx.text.digits import read_number
from cafx.text.goods import is_thing
from cafx.text.lexicon import (
    CLOSING,
    COPULA_FORMS,
    CURRENCIES,
    DASHES,
    DATIVE_FORMS,
    FILLERS,
    OPENING,
    TO,
    UNTIL_ENDINGS,
    WORTH_FORMS,
)
from cafx.text.plausible import is_conceivable
from cafx.text.rate_words import BY, CHANGES_IN, PRICE_WORDS, PRICES, SUBJECTS_IN, WORTHS
from cafx.text.stated.parts import LINKS, Base, Price, is_year
from cafx.text.stated.stems import is_being, is_gap, is_price, is_rate_word

if TYPE_CHECKING:
    from cafx.text.amount import Amount
    from cafx.text.stated.line import Line

__all__ = ["is_spelled_out"]

_REACH: Final = 12
_NEAR: Final = 4
#: The power of the one scale word that the price of a counted unit may have: 1 dollar 20 MING so'm.
_THOUSAND: Final = 3
_STOPS: Final = frozenset(".;!?,(")
#: The year from which on a dollar costs what ``plausible`` says.
_GROWN: Final = 2_002


def is_spelled_out(line: Line, price: Price, base: Base, quote: str, *, is_explicit: bool) -> bool:
    """Whether the wording alone makes a price a rate, whatever it comes to: ``Курс доллара — 44 тенге``.

    It takes a word for rate, its base, and a link before a price with its currency. What a rate changed by
    is none, and so is what stands behind another number.
    """
    stretch, amount = line.stretch, price.amount
    first = amount.first
    if (
        amount.number.scale > (_THOUSAND if base.is_counted else 0)
        or amount.high is not None
        or not (price.code or (is_explicit and _is_in_old_money(line, amount, quote)))
    ):
        return False
    if not is_conceivable(base.code, quote, price.low / base.nominal) or _is_doubtful(
        line, price, base, quote
    ):
        return False
    start = line.sentence
    if not is_explicit:
        if not line.sentence <= base.place < first or all(base.place != one.place for one in line.bases):
            return False
        start = base.place + 1
    start = max(start, line.last_end)
    between = stretch.keys(start, first)
    if _tells_move(line, amount, start):
        return False
    if is_explicit:
        return _is_told_explicitly(line, price, between)
    if any(stretch.is_number(index) for index in range(base.place + 1, first)):
        return False
    return _is_told_of_base(line, amount, base, between)


def _is_doubtful(line: Line, price: Price, base: Base, quote: str) -> bool:
    """Whether a mark before three digits may group or part them, and both could be printed: 5.225 tenge."""
    digits = price.amount.number.digits
    if "," in digits and line.language() == "en":
        return False
    reading = read_number(digits, decimal_comma=True, has_scale=False) if digits else None
    other = None if reading is None else reading.other
    return other is not None and is_conceivable(base.code, quote, float(other) / base.nominal)


def _is_told_of_base(line: Line, amount: Amount, base: Base, between: list[str]) -> bool:
    """Whether *between* links a price to the base that the sentence names, and that is of rates."""
    if len(between) > _REACH or (amount.number.scale and not all(map(_is_of_rate, between))):
        return False
    if any(key in _STOPS for key in between) and SUBJECTS_IN[line.stretch.language].isdisjoint(between):
        return False
    names_thing = any(map(is_thing, between))
    behind = line.stretch.keys(amount.after, amount.after + _NEAR)
    is_said = any(map(is_being, behind)) or line.stretch.key(amount.last) in COPULA_FORMS
    was = is_said and not names_thing and _is_of_old(line)
    changes = CHANGES_IN[line.stretch.language]
    is_reached = line.cues and _is_until(line, amount) and any(key.startswith(changes) for key in behind)
    if not (was or is_reached or _has_link(between, changes)):
        return False
    if base.is_counted:
        return base.nominal == 1 and bool(between)
    around = line.stretch.keys(max(line.sentence, base.place - _NEAR), min(base.place + _NEAR, amount.first))
    return any(map(is_rate_word, around)) or _is_of_old(line)


def _has_link(between: list[str], changes: tuple[str, ...]) -> bool:
    """Whether a sign or a verb between a base and a price makes the one that of the other."""
    return (
        not between
        or is_rate_word(between[-1])
        or any(
            key in LINKS or key in DASHES or key in PRICE_WORDS or key.startswith((*PRICES, *changes))
            for key in between
        )
    )


def _tells_move(line: Line, amount: Amount, start: int) -> bool:
    """Whether the words from *start* to the amount, or behind it, say by how much something changed."""
    stretch, first = line.stretch, amount.first
    changes = CHANGES_IN[stretch.language]
    before = stretch.key(first - 1)
    is_old = before in OPENING and stretch.key(amount.after) in TO  # с 4,69 до 155 тенге
    is_until = before in TO or _is_until(line, amount)
    is_goal = is_old or is_until or stretch.key(amount.last) in DATIVE_FORMS
    if any(map(is_gap, stretch.keys(line.sentence, first))):
        return True
    if any(key in BY for key in stretch.keys(max(start, line.sentence + 1), first)):
        return True
    if not is_goal and any(key.startswith(changes) for key in stretch.keys(start, first)):
        return True
    behind = stretch.keys(amount.after, amount.after + _NEAR)
    return not is_until and any(key.startswith(changes) for key in behind)


def _is_of_rate(key: str) -> bool:
    """Whether a word between a unit and its price names but the currency and its rate: 1 dollarning KURSI."""
    return key in FILLERS or is_rate_word(key) or (key in CURRENCIES and key not in WORTH_FORMS)


def _is_until(line: Line, amount: Amount) -> bool:
    """Whether the ending of a price or the word behind it makes it a level: 20 ming SO'MGACHA ko'tariladi."""
    stretch = line.stretch
    return stretch.key(amount.last).endswith(UNTIL_ENDINGS) or stretch.key(amount.after) in CLOSING


def _is_of_old(line: Line) -> bool:
    """Whether the sentence names a year in which the currencies were young, and dearer than ever since."""
    return any(
        is_year(one) and int(one.number.digits) < _GROWN
        for one in line.amounts
        if line.sentence <= one.first < line.end and not one.code
    )


def _is_told_explicitly(line: Line, price: Price, between: list[str]) -> bool:
    """Whether a price with its base right behind it is a rate by the words before it, or by its year."""
    stretch, after = line.stretch, price.amount.after
    is_bought = stretch.key(after) in TO and stretch.key(after + 1) in WORTHS
    if is_bought or is_rate_word(stretch.key(after)) or any(map(is_rate_word, between)):
        return True
    has_verb = any(key in PRICE_WORDS or is_price(key) for key in between)
    return (bool(price.code) or has_verb) and _is_of_old(line)


def _is_in_old_money(line: Line, amount: Amount, quote: str) -> bool:
    """Whether a sentence about such a year names the money of a price that has no word for it.

    ``In 1993 the tenge stood at the average of 4.69 per dollar``.
    """
    is_named = any(base.code == quote and base.place < amount.first for base in line.bases)
    return is_named and amount.number.place < 0 and _is_of_old(line)
