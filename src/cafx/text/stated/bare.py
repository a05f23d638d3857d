"""Prices without a word for their money: ``покупают по 440 и продают по 444 тенге``.

A number alone says little. It is a price where its place says so and another price of the pair stands in the
sentence or before it: beside a side, right behind its base, beside a day, or as the old level of a change.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cafx.text.lexicon import (
    AMONG,
    CLOSING,
    CONJUNCTIONS,
    CURRENCIES,
    DASHES,
    FILLERS,
    MONTHS,
    OPENING,
    PER,
    TO,
    YEAR_WORDS,
    stems_of,
)
from cafx.text.plausible import PRICED, is_plausible
from cafx.text.rate_words import (
    BEFORE_LEVELS,
    BEFORE_PRICES,
    BUYING,
    CHANGES,
    DAYS,
    FROM_PRICES,
    NOW,
    PRICE_PREPOSITIONS,
    PRICE_WORDS,
    PRICES,
    PRONOUNS,
    RATES,
    SAYERS,
    SELLING,
    SUBJECTS,
    SUBJECTS_IN,
    THEN,
    TOPICS,
)
from cafx.text.stated.endings import (
    is_amount_by_ending,
    is_goal_by_ending,
    is_named_behind,
    is_no_price,
    is_traded_from,
)
from cafx.text.stated.forecast import is_forecast
from cafx.text.stated.levels import is_named_level
from cafx.text.stated.parts import is_to_one, is_year, quote_length
from cafx.text.stated.side_words import sides_among
from cafx.text.stated.stems import (
    beginning,
    is_asking,
    is_expecting,
    is_giving,
    is_level_word,
    is_price,
    is_price_or_paying,
)
from cafx.text.tokens import WORD_KIND

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cafx.text.amount import Amount
    from cafx.text.stated.line import Line
    from cafx.text.stated.parts import Base, Price

__all__ = [
    "ALIKE",
    "FAR_APART",
    "has_day_beside",
    "has_year_beside",
    "is_bare_rate",
    "is_in_place",
]

#: How many times a later price of a pair may be the last one, or the last one it, unless a rate is named.
FAR_APART: Final = 4
#: The same between years: 4,75 in 1993, and 138 in 1999.
_OF_HISTORY: Final = 40
#: How far a later rate of a pair may lie from the last one, where nothing else speaks for it.
ALIKE: Final = 1.5
_NEAR: Final = 4
#: A day that a price is told of may be a few words away: в январе 2016-го — уже 384.
_REACH: Final = 10
_BESIDE: Final = 3
_DECIMALS: Final = 2
_TWO: Final = 2
_BEFORE_PRICES: Final = BEFORE_PRICES | {"near", "around", "about", "около"}
#: What stands before a level of a change.
_BEFORE_CHANGES: Final = frozenset((*TO, *FROM_PRICES, "от", "с"))
_begins_dates: Final = beginning((*DAYS, *MONTHS, *THEN))
_begins_names: Final = beginning((*RATES, *SAYERS["official"], *SAYERS["street"]))
_LINKS: Final = frozenset("=:≈~")
#: What stands before a thing that is paid for.
_FOR: Final = frozenset(("за", "for", "барои"))
#: Tajik has a second word for *to*, which stands before every other noun too: аз 9,2 БА 9,3.
_TO: Final = TO | {"ба"}
#: What a number that counts nothing can stand before.
_begins_free: Final = beginning(
    (
        *BUYING,
        *SELLING,
        *CHANGES,
        *PRICES,
        *DAYS,
        *(stem for stems in SAYERS.values() for stem in stems),
    ),
    but=stems_of("people"),
)
_FREE_WORDS: Final = frozenset(
    (*PRONOUNS, *CONJUNCTIONS, *TO, *SUBJECTS, *NOW, *PER, *CLOSING, *PRICE_WORDS, *YEAR_WORDS, *OPENING)
)


def is_bare_rate(line: Line, amount: Amount, base: Base, *, is_alike: bool) -> bool:
    """Whether a number without a currency word is a price by how it is written."""
    stretch = line.stretch
    first, number = amount.first, amount.number
    if amount.suffix or is_no_price(line, amount):
        return False
    has_point = "." in number.digits or "," in number.digits
    if stretch.key(first - 1) in _BEFORE_CHANGES and line.has_change(first):
        return is_alike or has_point
    if is_alike:
        return has_point or line.has_side_behind(amount)
    if stretch.key(first - 1) == ":" and stretch.key(first - 2) == "1" and stretch.is_glued(first):
        return True
    if not has_point:
        return False
    if line.cues and is_to_one(stretch, amount.after):
        return True  # has remained unchanged – 11.29:1
    if line.cues and is_price(stretch.key(first - 1)) and number.place <= -_DECIMALS:
        return True  # курс доллара к сомони на 25 ноября составил 9,2205
    if any(map(_begins_names, stretch.keys(first - _TWO, first))):
        return True  # at the street rate of 19.5
    place = base.place
    if stretch.key(place + 1) == "/" and stretch.key(place + _TWO) in CURRENCIES:
        place += _TWO  # USD/KZT closed at 519.8
    is_beside = 0 <= first - place <= _NEAR or stretch.key(first - 1) in CURRENCIES
    return is_beside or line.has_side_behind(amount) or line.memory.was_alone


def is_in_place(line: Line, price: Price, base: Base, quote: str) -> bool:
    """Whether a number without a currency word stands where a price does, beside another price."""
    amount = price.amount
    if is_goal_by_ending(line, amount):
        return _has_price_near(line, price, base, quote, ALIKE)
    if (
        is_amount_by_ending(line, amount)
        or is_named_behind(line, amount, base)
        or is_traded_from(line, amount, base)
    ):
        return True
    if not _may_be_price(line, amount):
        return False
    if (
        _is_traded_at(line, price, base, quote)
        or _is_stood_at(line, price, base, quote)
        or _is_led(line, price, base, quote)
    ):
        return True
    if _is_right_behind(line, amount, base):
        return line.cues or bool(line.rates) or _has_other_price(line, amount, base, quote)
    if is_year(amount):
        return False
    is_told = has_day_beside(line, amount) or _is_end_of_change(line, amount)
    factor = _OF_HISTORY if has_year_beside(line, amount) else FAR_APART
    return is_told and _has_price_near(line, price, base, quote, factor)


def _may_be_price(line: Line, amount: Amount) -> bool:
    """Whether nothing beside a number says that it is something else: a year, or so many of a thing."""
    if is_no_price(line, amount) or not _counts_nothing(line, amount):
        return False
    before = amount.first - 1
    if is_year(amount) and (line.stretch.is_hyphenated(before) or line.stretch.key(before) in YEAR_WORDS):
        return False  # Евро-2024, in 2003
    return not amount.suffix or amount.suffix in OPENING


def _is_traded_at(line: Line, price: Price, base: Base, quote: str) -> bool:
    """Whether a side, a verb of price or of expecting stands beside the number, near a price of the pair."""
    amount = price.amount
    if _has_side_beside(line, amount) and _has_price_near(line, price, base, quote, ALIKE, is_bare_too=True):
        return True
    is_paid = (
        _has_verb_before(line, amount)
        or is_expecting(line.stretch.key(amount.first - 1))
        or _is_asked_for(line, amount, base)
    )
    is_expected = amount.high is not None and bool(line.bases) and is_forecast(line, amount)
    return (is_paid or is_expected) and _has_price_near(line, price, base, quote, ALIKE)


def _is_stood_at(line: Line, price: Price, base: Base, quote: str) -> bool:
    """Whether a pronoun for the currency and a verb of price stand before the number: IT REACHED 384."""
    amount, before = price.amount, line.stretch.keys(price.amount.first - _TWO, price.amount.first)
    if not (before and is_price_or_paying(before[-1]) and before[0] in SUBJECTS_IN[line.stretch.language]):
        return False
    if amount.number.place < 0 and (line.cues or line.rates):
        return True  # у перекупщиков он стоит 19,6–19,8
    return not is_year(amount) and _has_price_near(line, price, base, quote, FAR_APART)


def _is_led(line: Line, price: Price, base: Base, quote: str) -> bool:
    """Whether a word that leads to a level stands right before the number, near a price of the pair."""
    amount = price.amount
    before = line.stretch.key(amount.first - 1)
    if is_named_level(line, amount):
        return _has_price_near(line, price, base, quote, ALIKE)
    if before in TO:  # не дотягивал и до 100
        return _has_verb_of_level(line, amount) and _has_price_near(line, price, base, quote, ALIKE)
    if before not in BEFORE_LEVELS and before not in PRICE_PREPOSITIONS:
        return False
    if amount.value > 1 and _has_price_near(line, price, base, quote, ALIKE):
        return True  # at 520 they are content
    return _has_verb_of_level(line, amount) and _has_other_price(line, amount, base, quote)


def _has_verb_of_level(line: Line, amount: Amount) -> bool:
    """Whether a verb of change or of price stands between the last price and a number."""
    start = max(line.sentence, line.last_end)
    return any(map(is_level_word, line.stretch.keys(start, amount.first)))


def _counts_nothing(line: Line, amount: Amount) -> bool:
    """Whether no word stands behind the number that it could count: 340 ЧЕЛОВЕК."""
    stretch = line.stretch
    index = amount.after
    key = stretch.key(index)
    if amount.high is not None and key in AMONG:
        return True  # 12 780–12 900 orasida
    return stretch.at(index).kind != WORD_KIND or index >= line.end or key in _FREE_WORDS or _begins_free(key)


def _has_side_beside(line: Line, amount: Amount) -> bool:
    stretch = line.stretch
    start = max(line.sentence, line.last_end, amount.first - _NEAR)
    return bool(sides_among(stretch.keys(start, amount.first))) or line.has_side_behind(amount)


def _has_verb_before(line: Line, amount: Amount) -> bool:
    """Whether a verb of price and its preposition stand right before the number: ``купить за 541``."""
    stretch, first = line.stretch, amount.first
    return stretch.key(first - 1) in _BEFORE_PRICES and is_price_or_paying(stretch.key(first - 2))


def _is_asked_for(line: Line, amount: Amount, base: Base) -> bool:
    """Whether a number is what is asked or given for the currency itself: за доллар ПРОСЯТ 90."""
    stretch, first = line.stretch, amount.first
    if not line.sentence < base.place < first or stretch.key(base.place - 1) not in PER:
        return False
    verb = stretch.key(first - 1)
    return (is_asking(verb) or is_giving(verb)) and _FOR.isdisjoint(stretch.keys(base.place + 1, first))


def _is_right_behind(line: Line, amount: Amount, base: Base) -> bool:
    """Whether only a link stands between the base and the number: ``евро — 476``, ``доллар к тенге: 476``."""
    if not line.sentence <= base.place < amount.first:
        return False
    keys = line.stretch.keys(base.place + 1, amount.first)
    keys = keys[quote_length(keys) :]
    return all(
        key in _LINKS
        or key in DASHES
        or key in FILLERS
        or key in PRICE_WORDS
        or key in PRICE_PREPOSITIONS
        or key in TO
        or key in TOPICS
        or is_price_or_paying(key)
        for key in keys
    )


def has_day_beside(line: Line, amount: Amount) -> bool:
    """Whether a year or a day stands right before or behind: ``в 2016 — 340``, ``340 in 2016``."""
    stretch = line.stretch
    before = range(max(line.sentence, line.last_end, amount.first - _REACH), amount.first)
    behind = range(amount.after, min(line.end, amount.after + _BESIDE))
    years = {one.first for one in line.amounts if is_year(one) and not one.code}
    for around in (before, behind):
        for index in around:
            key = stretch.key(index)
            if _begins_dates(key) or index in years:
                return True
            if around is behind and key == ",":
                break
    return False


def has_year_beside(line: Line, amount: Amount) -> bool:
    """Whether a year stands before a price since the last one: prices of history lie far apart."""
    first = max(line.sentence, line.last_end, amount.first - _REACH)
    return any(first <= one.first < amount.first and is_year(one) and not one.code for one in line.amounts)


def _is_end_of_change(line: Line, amount: Amount) -> bool:
    stretch = line.stretch
    is_old = stretch.key(amount.first - 1) in OPENING and stretch.key(amount.after) in _TO
    return (is_old or stretch.key(amount.first - 1) in TO) and (
        line.has_change(amount.first) or line.has_change_behind(amount)
    )


def _prices(line: Line, amount: Amount) -> Iterator[Amount]:
    for other in line.amounts:
        if other is not amount and line.sentence <= other.first < line.end and not other.number.scale:
            yield other


def _has_other_price(line: Line, amount: Amount, base: Base, quote: str) -> bool:
    """Whether another currency of the sentence has a price in *quote*, or *base* a later one."""
    codes = {one.code for one in line.bases if one.code != quote}
    for other in _prices(line, amount):
        code = line.code_of(other)
        if (code == quote or (not code and other.number.place < 0)) and any(
            is_plausible(one, quote, float(other.number.value))
            for one in codes
            if one != base.code or other.first > base.place
        ):
            return True
    return False


def _has_price_near(
    line: Line, price: Price, base: Base, quote: str, factor: float, *, is_bare_too: bool = False
) -> bool:
    """Whether a price of the pair within *factor* is told, in the sentence or before it."""
    amount, value = price.amount, price.low / base.nominal
    last = line.memory.last.get((base.code, quote))
    if last is not None and 1 / factor <= value / last <= factor:
        return True
    board = [one for one in line.amounts if is_bare_too and one is not amount and not one.code]
    for other in (*_prices(line, amount), *board):
        code = line.code_of(other)
        is_priced = code == quote or (
            not code
            and not is_year(other)
            and ((is_bare_too and _has_side_beside(line, other)) or _is_per_base(line, other, base))
        )
        if is_priced and 1 / factor <= value * base.nominal / float(other.number.value or 1) <= factor:
            return base.code in PRICED
    return False


def _is_per_base(line: Line, amount: Amount, base: Base) -> bool:
    """Whether *base* stands right behind the amount: 257 PER DOLLAR."""
    keys = line.stretch.keys(amount.after, amount.after + _BESIDE)
    return keys[:1] != [] and keys[0] in PER and any(CURRENCIES.get(key) == base.code for key in keys[1:])
