"""Numbers that their ending or the next word makes prices: ``85КЕ жеткен``, ``57,8 КУРСУ менен``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cafx.text.lexicon import (
    BEFORE_WORDS,
    CLOSING,
    CONJUNCTIONS,
    DATIVE_ENDINGS,
    FILLERS,
    LOCATIVES,
    MONTHS,
    OPENING,
    stems_of,
    words_of,
)
from cafx.text.rate_words import AGAIN, CHANGES, DAYS, MONEY_WORDS, NOW, PRICES, THEN, TOPICS
from cafx.text.stated.parts import is_year
from cafx.text.stated.stems import (
    beginning,
    is_level_noun,
    is_month,
    is_move,
    is_rate_word,
    is_taking,
    is_trading,
)

if TYPE_CHECKING:
    from cafx.text.amount import Amount
    from cafx.text.stated.line import Line
    from cafx.text.stated.parts import Base

__all__ = ["is_amount_by_ending", "is_goal_by_ending", "is_named_behind", "is_no_price", "is_traded_from"]

#: An ending and the verbs by which a rate comes to a number, and the decimals that only a rate has.
_ACCUSATIVES: Final = words_of("accusative")
_begins_amounting: Final = beginning(stems_of("amounting"))
_DECIMALS: Final = 2
_begins_earlier: Final = beginning(stems_of("earlier"))
_IN_PLACE: Final = tuple(LOCATIVES)
_begins_telling_when: Final = beginning((*CHANGES, *PRICES, *DAYS, *MONTHS, *THEN))
#: What may stand between one level of a rate and the next, besides verbs and days.
_BETWEEN_LEVELS: Final = AGAIN | NOW | CONJUNCTIONS | FILLERS | TOPICS | CLOSING | words_of("seasons")
#: Behind the noun of a rate, that money changes hands at it.
_CONVERTED: Final = words_of("converted")


def is_goal_by_ending(line: Line, amount: Amount) -> bool:
    """Whether an ending and a verb say that the rate comes to a number: ``кайра 85КЕ ЖЕТКЕН``, ``540-қа``.

    Since the last price, or the currency that the sentence names, nothing else is named that could.
    """
    stretch = line.stretch
    if amount.suffix not in DATIVE_ENDINGS or amount.high is not None:
        return False
    if not is_move(stretch.key(amount.after)):
        return False
    named = [base.place + 1 for base in line.bases if base.place < amount.first]
    start = max(line.sentence, line.last_end, *named)
    return (start > line.sentence or line.prices > 0) and all(
        _begins_telling_when(key) or key in _BETWEEN_LEVELS or is_level_noun(key) or not key.isalpha()
        for key in stretch.keys(start, amount.first)
    )


def is_amount_by_ending(line: Line, amount: Amount) -> bool:
    """Whether a rate is said to come to a number in the accusative: доллардың БАҒАМЫ 341,19-ДЫ ҚҰРАДЫ.

    Nothing but the noun of rates stands between the number and the currency.
    """
    stretch = line.stretch
    if amount.suffix not in _ACCUSATIVES or not _begins_amounting(stretch.key(amount.after)):
        return False
    if amount.high is not None or amount.number.place > -_DECIMALS:
        return False
    place = max((base.place for base in line.bases if base.place < amount.first), default=-1)
    between = stretch.keys(place + 1, amount.first)
    return line.last_end <= place and any(map(is_rate_word, between)) and all(map(_is_of_rate, between))


def _is_of_rate(key: str) -> bool:
    """Whether a word between a currency and the number that its rate comes to is of them or tells when."""
    return is_rate_word(key) or _begins_telling_when(key) or key.startswith(MONEY_WORDS)


def is_named_behind(line: Line, amount: Amount, base: Base) -> bool:
    """Whether the noun behind a number makes it a rate: 12 640 KURSI BO'YICHA, мурунку 1,01 ДЕҢГЭЭЛИНЕН."""
    noun, following = line.stretch.key(amount.after), line.stretch.key(amount.after + 1)
    if amount.suffix or base.place >= amount.first or not (is_rate_word(noun) or is_level_noun(noun)):
        return False
    if is_year(amount) or is_no_price(line, amount):
        return False
    if is_rate_word(noun):
        return noun in _CONVERTED or following in _CONVERTED
    before = line.stretch.keys(line.sentence, amount.first)
    if amount.number.place >= 0 or not any(map(is_rate_word, before)):
        return False
    # What the clause of the level names is the level's: рубль төмөндөп, инфляция 10,1 деңгээлинен.
    clause = before[len(before) - before[::-1].index(",") :] if "," in before else []
    return all(_begins_earlier(key) or _begins_telling_when(key) or is_rate_word(key) for key in clause)


def is_traded_from(line: Line, amount: Amount, base: Base) -> bool:
    """Whether an ending and a verb of trade make it a price: доллар алмашуу жайында 86-87-ДЕН САТЫЛУУДА."""
    stretch = line.stretch
    if not amount.suffix or amount.suffix not in OPENING or is_year(amount):
        return False
    verb = stretch.key(amount.after)
    if not (is_trading(verb) or is_taking(verb)) or not line.sentence <= base.place < amount.first:
        return False
    if base.is_counted or "," in stretch.keys(base.place, amount.first):
        return False  # доллар қымбаттап, базарда 500-ден сатылған көйлек
    place = amount.first - 1
    before = stretch.key(place)  # a place, a day, a hedge, and no thing: киім 500–700-ден сатылуда
    if place == base.place:
        return not before.endswith(_IN_PLACE)  # долларда: in dollars
    is_hedge = before in _BETWEEN_LEVELS or before in BEFORE_WORDS
    return stretch.is_word(place) and (before.endswith(_IN_PLACE) or is_hedge)


def is_no_price(line: Line, amount: Amount) -> bool:
    """Whether a number without a currency is of a date, a share or a pair, or in words."""
    stretch = line.stretch
    return (
        amount.number.is_spelled
        or is_month(stretch.key(amount.after))
        or stretch.key(amount.after) in {"%", "/"}
        or is_month(stretch.key(amount.first - 1))
    )
