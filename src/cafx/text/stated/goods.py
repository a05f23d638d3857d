"""Whether a price is of something else than a currency: of what is sold, of a measure of it, of a fee."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cafx.text.between import past_initials
from cafx.text.goods import GOODS_WORDS, names_goods
from cafx.text.lexicon import (
    CONJUNCTIONS,
    CURRENCIES,
    DASHES,
    FILLERS,
    HYPHENS,
    ONE,
    PER,
    TO,
    words_of,
)
from cafx.text.rate_words import (
    PACKS,
    PRICE_PREPOSITIONS,
    SHARES,
    SUBJECTS_IN,
)
from cafx.text.stated.parts import OPENING_MARKS
from cafx.text.stated.stems import (
    is_change,
    is_fee,
    is_gap,
    is_rate_word,
    is_time_span,
    is_unit_word,
)

if TYPE_CHECKING:
    from cafx.text.amount import Amount
    from cafx.text.stated.line import Line
    from cafx.text.stretch import Stretch

__all__ = ["is_for_goods", "is_for_measure", "is_of_goods"]

_AGO: Final = frozenset(("earlier", "ago", "before", "later", "раньше", "ранее", "назад"))
_CLAUSE_ENDS: Final = frozenset(",;:.!?()–—")
_PREPOSITIONS: Final = words_of("purposes")
#: What stands before a fee that is none of the price: БЕЗ комиссии, ПРИ переводе.
_WITHOUT: Final = _PREPOSITIONS | words_of("without")
#: Words that make a noun behind them no subject, and those behind it.
_BEFORE_NOUNS: Final = _WITHOUT | frozenset(word for words in words_of("causes") for word in words.split("-"))
_CAUSES_BEHIND: Final = words_of("causes_behind")
_NEAR: Final = 4
_REACH: Final = 6
_NEXT: Final = 2


def is_for_goods(line: Line, amount: Amount, following: Amount | None) -> bool:
    """Whether the price is for something else than money: ``за килограмм``, ``per loaf``."""
    stretch, after = line.stretch, amount.after
    for key in reversed(stretch.keys(max(line.sentence, line.last_end, amount.first - _REACH), amount.first)):
        if is_gap(key):
            return True  # разница со средой — 66,88 тенге
        if key in _CLAUSE_ENDS and key not in DASHES:
            break
    return stretch.key(after).startswith(SHARES) or _is_for_a_thing(line, amount, following)


def is_for_measure(line: Line, amount: Amount) -> bool:
    """Whether a price is for a measure of a thing that is sold: ``3.6 manats A PACK``."""
    unit = amount.after + 1 + (line.stretch.key(amount.after + 1) in ONE)
    return line.stretch.key(amount.after) in PER and (
        line.stretch.key(unit) in PACKS or _is_goods(line.stretch, unit)
    )


def _is_for_a_thing(line: Line, amount: Amount, following: Amount | None) -> bool:
    """Whether what a price is for stands right behind it, and is neither a currency nor a unit of one."""
    stretch, after = line.stretch, amount.after
    if stretch.key(after) not in PER and stretch.key(after) != "/":
        return False
    if following is not None and following.first - after <= _NEXT:
        return False
    unit = stretch.key(past_initials(stretch, after + 1))
    if unit in ONE:
        unit = stretch.key(past_initials(stretch, after + 2))
    if stretch.key(after) in {"a", "an"} and unit in PACKS:
        return True
    if stretch.key(after) in {"на", "в", "a", "an"}:
        is_ago = stretch.key(after + 2) in _AGO  # from 519.4 a day earlier
        return stretch.is_word(after + 1) and is_time_span(unit) and not is_ago
    is_unit_of_base = is_unit_word(unit)
    return (
        stretch.is_word(after + 1) and unit not in CURRENCIES and unit not in FILLERS and not is_unit_of_base
    )


def is_of_goods(line: Line, amount: Amount) -> bool:
    """Whether a price is of something else that is sold: ``а хлеб подорожал до 150 тенге``.

    A clause that names a currency or a rate is about that one: ``бензин дорожает, доллар стоит``.
    """
    stretch = line.stretch
    if _has_goods_behind(line, amount) or _is_fee(line, amount):
        return True
    has_goods = bool(line.goods) and all(base.place < line.goods[-1] for base in line.bases)
    start = max(line.sentence, line.last_end)
    if all(key in TO for key in stretch.keys(start, amount.first)):
        start = line.sentence  # the new level of what the old one was of: бензин 205-тен 230 теңгеге
    for index in range(amount.first - 1, start - 1, -1):
        key = stretch.key(index)
        if key == ":" and index == amount.first - 1:
            continue  # такси: 150 сомов
        if key == "," and not has_goods and not stretch.is_glued(index + 1):
            continue  # хлеб, по словам продавцов, стоит: a clause that names nothing is about the one before
        if (key in _CLAUSE_ENDS and key not in DASHES) or key in CONJUNCTIONS:
            break  # the ticket — 545 tenge
        if _is_goods(stretch, index):
            is_near = "," not in stretch.keys(index, amount.first)
            if is_near and _is_subject(stretch, index) and not _is_about_rate(line, start, index):
                return True
            has_goods = True
        elif _names_another(stretch, amount, index):
            # it costs now: the thing, where nothing else is named
            return (
                key in SUBJECTS_IN[stretch.language]
                and not line.bases
                and (has_goods or line.memory.was_measured)
            )
    return has_goods


def _has_goods_behind(line: Line, amount: Amount) -> bool:
    """Whether a thing that is sold is named right behind a price, before any currency."""
    for index in range(amount.after, min(amount.after + _NEAR, line.end)):
        key = line.stretch.key(index)
        if key in _CLAUSE_ENDS or key in CURRENCIES:
            return False
        if _is_goods(line.stretch, index):
            return True
    return False


def _is_fee(line: Line, amount: Amount) -> bool:
    """Whether a price is what it costs to move money: ``комиссия за перевод долларов 85``."""
    stretch, first = line.stretch, amount.first
    if stretch.key(first - 1) in PRICE_PREPOSITIONS:
        return False  # переводы принимают по 87,5
    is_told = False
    for index in range(first - 1, max(line.sentence, line.last_end) - 1, -1):
        key = stretch.key(index)
        if is_rate_word(key) or (key in _CLAUSE_ENDS and key not in DASHES):
            return is_told and not is_rate_word(key)
        is_told = is_told or (is_fee(key) and stretch.key(index - 1) not in _WITHOUT)
    return is_told


def _is_subject(stretch: Stretch, index: int) -> bool:
    """Whether the clause may tell of the thing at *index*: not of what stands behind a preposition.

    ``Из-за доллара рис подорожал``, ``нархи нон``; not ``на фоне роста цен на бензин вырос``.
    """
    before = index - 1
    if is_rate_word(stretch.key(before)):
        before -= 1  # роста цены бензина
        if is_change(stretch.key(before)):
            return False
    return stretch.key(before) not in _PREPOSITIONS


def _is_about_rate(line: Line, start: int, index: int) -> bool:
    """Whether a rate is the subject before the thing at *index*: ``КУРС ДОЛЛАРА после роста цен на``.

    Behind a preposition it is none: ``при нынешнем курсе доллара рис стоит``.
    """
    stretch = line.stretch
    named = {base.place for base in line.bases}
    for rate in range(start, index):
        if stretch.key(rate) in _BEFORE_NOUNS:
            return False
        if is_rate_word(stretch.key(rate)) and not named.isdisjoint((rate - 1, rate + 1)):
            return stretch.key(rate + 1) not in _CAUSES_BEHIND
    return False


def _names_another(stretch: Stretch, amount: Amount, index: int) -> bool:
    """Whether a word before a price names a currency, a rate, or what was named before."""
    key = stretch.words[index]
    if key in SUBJECTS_IN[stretch.language] or CURRENCIES.get(key, amount.code) != amount.code:
        return True
    return is_rate_word(key) and not _is_goods(stretch, index - 1)  # non narxi: a price, of bread


def _is_goods(stretch: Stretch, index: int) -> bool:
    key = stretch.words[index]
    # the name of a place: магазин «Хлеб»
    if stretch.key(index - 1) in OPENING_MARKS and stretch.printed(index, index)[0].isupper():
        return False
    if key in GOODS_WORDS:  # 541-нан is a number's ending, non-cash an adjective
        return stretch.key(index - 1) not in HYPHENS and stretch.key(index + 1) not in HYPHENS
    return names_goods(key)
