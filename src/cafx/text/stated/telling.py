"""Whether a sentence says that a price is a rate, the strongest evidence first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cafx.text.lexicon import (
    ABLATIVES,
    BEFORE_WORDS,
    COPULA_FORMS,
    DASHES,
    DATIVE_FORMS,
    FILLERS,
    MONTHS,
    OPENING,
    PER,
    TO,
    words_of,
)
from cafx.text.rate_words import (
    AGAIN,
    BUYING,
    BY,
    DAYS,
    FORECASTS,
    INDICATORS,
    MONEY_WORDS,
    MOVES,
    NOW,
    PAYING,
    PRICE_PREPOSITIONS,
    PRICE_WORDS,
    PRICES,
    RATES,
    SAYERS,
    SELLING,
    SUBJECTS,
    SUBJECTS_IN,
    THEN,
    TOPICS,
    YEARS,
    is_telling,
)
from cafx.text.stated.bare import ALIKE, has_day_beside, has_year_beside, is_bare_rate, is_in_place
from cafx.text.stated.claim import NEAR, REACH, Claim
from cafx.text.stated.clients import is_bought, is_offered
from cafx.text.stated.details import date_of
from cafx.text.stated.forecast import is_forecast
from cafx.text.stated.parts import LINKS, SENTENCE_ENDS
from cafx.text.stated.questions import is_answer
from cafx.text.stated.sold import base_sold
from cafx.text.stated.stems import (
    beginning,
    is_being,
    is_change,
    is_paying,
    is_price,
    is_price_or_paying,
    is_trading,
)

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["is_told"]

#: What ends a clause; a dot inside a sentence is that of an abbreviation.
_BREAKS: Final = SENTENCE_ENDS - {"."}
#: What says that a rate follows, or of which kind it is.
_begins_told: Final = beginning(
    (*RATES, *BUYING, *SELLING, *FORECASTS, *(stem for stems in SAYERS.values() for stem in stems))
)
_TWO, _THREE = 2, 3
_ARTICLES: Final = frozenset(("the", "a", "an"))
#: What parts a name from its price.
_BEHIND_NAMES: Final = DASHES | {":"}
_STANDING: Final = words_of("standing")
#: What parts the clause of a thing from that of a currency.
_PAUSES: Final = frozenset(",:")
#: Hedges that may stand between the word that leads to a level and the level.
_HEDGES: Final = BEFORE_WORDS - TO - OPENING
_begins_subject: Final = beginning((*INDICATORS, *MONEY_WORDS))
_begins_move: Final = beginning((*MOVES, *PRICES))
#: What stands beside what a price is paid for: ЗА 1000 рублей, 100 рубль ҮШІН.
_FOR: Final = PER | {"for", "барои"}
#: What a clause about a rate may hold besides the words that name one.
_WORDS_OF_RATES: Final = frozenset(
    (*FILLERS, *PER, *TO, *OPENING, *SUBJECTS, *NOW, *PRICE_PREPOSITIONS, *PRICE_WORDS, *BEFORE_WORDS, *AGAIN)
)
_begins_stems_of_rates: Final = beginning((*PRICES, *MOVES, *PAYING, *DAYS, *MONTHS, *THEN, *YEARS))


def is_told(claim: Claim) -> bool:
    """Whether the sentence says that the price is a rate."""
    line, base, price = claim.line, claim.base, claim.price
    if not price.code and is_in_place(line, price, base, claim.quote):
        return True
    if claim.is_far and not (_is_said(claim) or has_year_beside(line, claim.amount)):
        return base.is_counted
    if not price.code and not is_bare_rate(line, claim.amount, base, is_alike=claim.is_alike):
        return False
    if claim.amount.number.scale and not ((claim.is_local and claim.is_alike) or line.cues):
        return _is_paid_at_once(claim)
    if base_sold(line, price) is not None or _is_known(claim):
        return True
    return _is_told_of_base(claim) if claim.is_local else _is_told_of_topic(claim)


def _is_told_of_base(claim: Claim) -> bool:
    """Whether the sentence says that the price is one of the base that it names."""
    between, base = claim.between, claim.base
    if _is_of_something_else(claim):
        return False
    if base.is_counted and len(between) <= REACH:
        return _is_told_of_units(claim)
    if _is_next_to_base(claim):
        return True
    if between[:1] == ["/"] and len(between) <= NEAR:  # USD/KZT: 541,30; with = it is a ticker's
        return "=" not in between
    return any(rule(claim) for rule in _RULES)


def _is_of_something_else(claim: Claim) -> bool:
    """Whether a clause parts the price from the base, or it is the price of a thing."""
    if any(key in _BREAKS for key in claim.between):
        return True
    if claim.price.code and not claim.is_alike and _is_of_another(claim):
        return True
    if not claim.base.is_counted or claim.line.cues:
        return False
    # $1 (540 тенге) is a price in two currencies
    return claim.between[-1:] == ["("] or _is_named_behind(claim.between)


def _is_named_behind(between: list[str]) -> bool:
    """Whether a comma and a name of its own stand before the price: ``ticket: $100, hotel: 8,700 soms``."""
    if "," not in between or between[-1] not in _BEHIND_NAMES:
        return False
    return between[-_TWO].isalpha() and not _is_of_rates(between[-_TWO])


def _is_told_of_units(claim: Claim) -> bool:
    """Whether the price is one of so many units: ``1 доллар — 541``, ``1000 рубл дирӯз 118 сомонӣ буд``."""
    line, base, first = claim.line, claim.base, claim.first
    unit = next((one for one in line.amounts if one.first == base.place), None)
    is_next = unit is not None and first - unit.after <= _TWO
    if (is_next or has_day_beside(line, claim.amount)) and any(
        key in PRICE_WORDS or is_being(key) for key in claim.behind[:_TWO]
    ):
        return True
    if base.nominal == 1 or line.cues:
        return True
    if any(key in LINKS or key in DASHES or is_price(key) for key in claim.between):
        return True
    if line.rates and unit is not None and unit.after == first:
        return True  # a dollar is 541 tenge, 100 roubles 650 tenge
    return _is_paid_for(claim)


def _is_next_to_base(claim: Claim) -> bool:
    """Whether nothing but a link parts the two: доллар – 541; доллар 541 тенге, тенгеси ЭСА 22,83 сўм."""
    between = claim.between
    if len(between) <= _TWO and any(key in LINKS or key in DASHES for key in between):
        return True
    return bool(claim.price.code) and all(key in TOPICS for key in between)


def _is_goal_of_change(claim: Claim) -> bool:
    """Whether a change leads to the price: подорожал ДО 609,5 тенге, рубль — НА 2 тиына, ДО 6,46 тенге."""
    stretch, first = claim.stretch, claim.first
    before = lead = stretch.key(first - 1)
    if before in _HEDGES:
        lead = stretch.key(first - _TWO)  # falling from approximately 8,100
    is_old = lead in OPENING and (lead != before or stretch.key(claim.amount.after) in TO)
    return (lead in TO or is_old) and any(
        is_change(key) or (key in BY and claim.line.prices) for key in claim.between
    )


def _is_old_level(claim: Claim) -> bool:
    """Whether a change starts here, and its verb stands behind: 520 теңгеден 517 теңгеге дейін АРЗАНДАДЫ."""
    stretch, amount = claim.stretch, claim.amount
    new = next((one for one in claim.line.amounts if one.first == amount.after), None)
    if new is None or not stretch.key(amount.last).endswith(ABLATIVES):
        return False
    return any(map(is_change, stretch.keys(new.after, new.after + 3)))


def _is_priced(claim: Claim) -> bool:
    """Whether the sentence has a word of rates, or one of prices stands between the base and the price."""
    return claim.line.cues or any(key in PRICE_WORDS or is_price(key) for key in claim.between)


def _goes_on(claim: Claim) -> bool:
    """Whether a price of a pair follows another one: its new level, its price of another day, or decimals."""
    line, amount = claim.line, claim.amount
    if claim.ratio is None or not line.prices:
        return False
    if amount.code and has_year_beside(line, amount):
        return True  # 2010-yilda 1640 so‘m edi, 2017-yilda 8100 so‘mga chiqdi
    is_traded = claim.stretch.key(amount.last).endswith(ABLATIVES) and any(
        map(is_paying, claim.behind[:_TWO])
    )
    is_next = is_traded or (claim.first == line.last_end and line.has_change_behind(amount))
    return has_day_beside(line, amount) or (claim.is_alike and (is_next or claim.has_point))


def _is_told_again(claim: Claim) -> bool:
    """Whether a rate like the last one of the pair stands near its base: в Шымкенте рубль В РАЙОНЕ 6,60."""
    return claim.is_alike and claim.has_point and len(claim.between) <= NEAR


def _is_expected(claim: Claim) -> bool:
    """Whether the price may come: what is said of a currency that stands near, or changes."""
    return is_forecast(claim.line, claim.amount) and (
        claim.is_alike or len(claim.between) <= NEAR or any(map(is_change, (*claim.between, *claim.behind)))
    )


def _is_paid_at(claim: Claim) -> bool:
    """Whether a verb of paying leads to the price: доллар ПРИНИМАЮТ по 536,5, в обменниках МЕНЯЮТ ПО 521."""
    between = claim.between
    is_led = between[-1:] != [] and between[-1] in PRICE_PREPOSITIONS and "," not in between
    reach = between if len(between) < NEAR else between[-_TWO:] if is_led else []
    return any(map(is_paying, reach))


def _is_traded_at(claim: Claim) -> bool:
    """Whether a verb before the base leads to the price: ПРИНИМАЮТ рубли ПО 7,6, КУПИТЬ доллар ЗА 89,5."""
    between, place = claim.between, claim.base.place
    is_led = len(between) == 1 and between[0] in PRICE_PREPOSITIONS
    if is_led and any(map(is_paying, claim.stretch.keys(place - _TWO, place))):
        return True
    return is_offered(claim.line, place, between)


def _is_told_behind(claim: Claim) -> bool:
    """Whether the verb stands behind the price: доллар до 541 тенге ПОДОРОЖАЛ, доллар 541 тенге ТУРАДЫ."""
    behind = claim.behind
    if claim.stretch.key(claim.first - 1) in TO and any(map(is_change, behind)):
        return True
    was = claim.stretch.key(claim.amount.last) in COPULA_FORMS or any(map(is_being, behind[:1]))
    if len(claim.between) < NEAR and was:
        return True  # доллар дирӯз 10,8 сомонӣ буд
    return len(claim.between) <= REACH and any(map(is_price, behind))


#: What speaks for a rate of a currency that the sentence names before the price, the frequent first.
_RULES: Final[tuple[Callable[[Claim], bool], ...]] = (
    _is_priced,
    _is_goal_of_change,
    _is_old_level,
    _is_paid_at,
    _is_traded_at,
    _is_told_behind,
    _goes_on,
    _is_told_again,
    _is_expected,
)


def _is_told_of_topic(claim: Claim) -> bool:
    """Whether the price is one of a currency named before the sentence, or behind the price."""
    line, between = claim.line, claim.between
    if line.memory.asked[0] and is_answer(line, claim.amount, between):
        return True  # Почём продают доллар? — По 89,5 сома.
    if line.cues or line.memory.was_alone:
        return True
    if claim.is_alike and (claim.has_point or len(between) < NEAR or date_of(line, claim.first)):
        return True
    before = claim.stretch.key(claim.first - 1)
    subjects = SUBJECTS_IN[claim.stretch.language]
    if before in subjects or (before in TO and any(map(is_change, between[-NEAR:]))):
        return not subjects.isdisjoint(between)  # it jumped to 105 soms
    refers = any(key in subjects or _begins_subject(key) for key in between)
    return refers and line.has_verb(line.sentence, line.end)


def _is_paid_for(claim: Claim) -> bool:
    """Whether the price is what is paid for the counted base: ``за 1000 рублей дают``, ``100 рубль үшін``."""
    stretch, line, base, amount = claim.stretch, claim.line, claim.base, claim.amount
    unit = next((one for one in line.amounts if one.first == base.place), None)
    behind = base.place + 1 if unit is None else unit.after
    before = stretch.keys(max(line.sentence, base.place - _THREE), base.place)  # for the same thousand
    is_per = any(key in _FOR for key in (*before, stretch.key(behind))) or is_bought(line, base.place)
    around = (
        *stretch.keys(max(line.sentence, base.place - NEAR), amount.first),
        *stretch.keys(amount.after, amount.after + NEAR),
    )
    is_paid = any(map(is_price_or_paying, around))
    return is_paid and (
        is_per or stretch.key(amount.first - 1) in _FOR or stretch.key(amount.last) in DATIVE_FORMS
    )


def _is_paid_at_once(claim: Claim) -> bool:
    """Whether thousands are paid for many units: 1000 rubl uchun 140 MING so'm berishdi."""
    line, base = claim.line, claim.base
    unit = next((one for one in line.amounts if one.first == base.place), None)
    if unit is None or not base.is_counted or base.nominal == 1:
        return False
    between = claim.stretch.keys(unit.after, claim.first)
    return len(between) <= _TWO and "," not in between and _is_paid_for(claim)


def _is_said(claim: Claim) -> bool:
    """Whether a rate's name or who says it stands since the last price, or its side right behind it."""
    keys = claim.stretch.keys(claim.line.last_end, claim.first)
    if keys[-1:] and keys[-1] in SUBJECTS_IN[claim.stretch.language]:
        return True  # азыр ал 87,45 сом
    return any(map(_begins_told, keys)) or claim.line.has_side_behind(claim.amount)


def _is_known(claim: Claim) -> bool:
    """Whether the book's rate of the pair is near."""
    evidence, base = claim.line.evidence, claim.base
    known = None if evidence is None else evidence.price(base.code, claim.quote)
    return known is not None and known / ALIKE <= claim.price.low / base.nominal <= known * ALIKE


def _is_of_another(claim: Claim) -> bool:
    """Whether a clause of its own tells the price of a thing: ``Доллар өсті, самса 87 сом``.

    The clause of the currency has its verb, and the noun right before the price, or before the verb that
    leads to it, is no word of rates: ``доллар вырос, тетради ПРОДАЮТ ПО 88``.
    """
    stretch, first, between = claim.stretch, claim.first, claim.between
    pause = max((place for place, key in enumerate(between) if key in _PAUSES), default=-1)
    if pause < 0:
        return False
    comma = first - len(between) + pause
    noun = first - 1
    while noun > comma and _leads_to_price(stretch.words[noun]):
        noun -= 1
    if noun <= comma or stretch.is_glued(comma + 1) or not stretch.is_word(noun):
        return False
    if not any(map(_begins_move, stretch.keys(claim.base.place + 1, comma))):
        return False
    tail = [key for key in stretch.keys(comma + 1, noun + 1) if key not in _ARTICLES]
    return claim.line.text[stretch.starts[noun]].islower() and not any(map(_is_of_rates, tail))


def _is_of_rates(key: str) -> bool:
    """Whether a word can stand in a clause about a rate: a currency, a day, a verb, what joins them."""
    return is_telling(key) or key in _WORDS_OF_RATES or _begins_stems_of_rates(key)


def _leads_to_price(key: str) -> bool:
    """Whether a word is a verb of trade or of what a thing costs now, or its preposition: ПРОДАЮТ ПО."""
    return key in PRICE_PREPOSITIONS or key in PRICE_WORDS or key in _STANDING or is_trading(key)
