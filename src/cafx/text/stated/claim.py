"""Whether a sentence says that a price is a rate, and for how many units of its base."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from cafx.text.lexicon import ABLATIVES, BEFORE_WORDS, DASHES, DATIVE_FORMS, FILLERS, MONTHS, OPENING, PER, TO
from cafx.text.plausible import is_conceivable, is_plausible
from cafx.text.rate_words import (
    AGAIN,
    BUYING,
    BY,
    CHANGES_IN,
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
    THEN,
    TOPICS,
    WORTHS,
    YEARS,
    is_telling,
)
from cafx.text.stated.bare import ALIKE, FAR_APART, has_day_beside, has_year_beside, is_bare_rate, is_in_place
from cafx.text.stated.base import base_sold, reread
from cafx.text.stated.clients import is_offered
from cafx.text.stated.details import date_of
from cafx.text.stated.forecast import is_forecast
from cafx.text.stated.parts import LINKS, SENTENCE_ENDS, Base, Price, is_year, price_of
from cafx.text.stated.questions import is_answer
from cafx.text.stated.stems import (
    beginning,
    is_change,
    is_gap,
    is_paying,
    is_price,
    is_price_or_paying,
    is_rate_word,
)

if TYPE_CHECKING:
    from cafx.text.amount import Amount
    from cafx.text.stated.line import Line

__all__ = ["for_so_many", "has_verb", "is_spelled_out", "is_told"]

_REACH: Final = 12
_STOPS: Final = frozenset(".;!?,(")
#: What ends a clause; a dot inside a sentence is that of an abbreviation.
_BREAKS: Final = SENTENCE_ENDS - {"."}
_NEAR: Final = 4
#: What says that a rate follows, or of which kind it is.
_begins_told: Final = beginning(
    (*RATES, *BUYING, *SELLING, *FORECASTS, *(stem for stems in SAYERS.values() for stem in stems))
)
_TWO: Final = 2
#: Hedges that may stand between the word that leads to a level and the level.
_HEDGES: Final = BEFORE_WORDS - TO - OPENING
_begins_subject: Final = beginning((*INDICATORS, *MONEY_WORDS))
_begins_move: Final = beginning((*MOVES, *PRICES))
#: The year from which on a dollar costs what ``plausible`` says.
_GROWN: Final = 2_002
#: What stands beside what a price is paid for: ЗА 1000 рублей, 100 рубль ҮШІН.
_FOR: Final = PER | {"for", "барои"}
#: Where news gives the rouble by the ten or the hundred and does not say so.
_BY_THE_TEN: Final = frozenset(("TJS", "TMT"))
#: *Was* behind a price: 1993-жылы бир доллар 4 сом БОЛГОН.
_begins_being: Final = beginning((*PRICES, "бол", "бўл", "bol", "буд", "эди", "еді", "edi"))
#: What a clause about a rate may hold besides the words that name one.
_WORDS_OF_RATES: Final = frozenset(
    (*FILLERS, *PER, *TO, *OPENING, *SUBJECTS, *NOW, *PRICE_PREPOSITIONS, *PRICE_WORDS, *BEFORE_WORDS, *AGAIN)
)
_begins_stems_of_rates: Final = beginning(
    (
        *PRICES,
        *MOVES,
        *PAYING,
        *DAYS,
        *MONTHS,
        *THEN,
        *YEARS,
    )
)
_TENS: Final = (10, 100, 1000)


def _nominal_of(line: Line, base: Base, quote: str, low: float, high: float) -> int:
    """Return how many units the price is for; 0 where it can be no rate of the pair."""
    if is_plausible(base.code, quote, low / base.nominal) and is_plausible(
        base.code, quote, high / base.nominal
    ):
        return base.nominal
    if (base.code == "RUB" and quote in _BY_THE_TEN) and not base.is_counted:
        for nominal in _TENS:
            if is_plausible(base.code, quote, low / nominal) and line.cues:
                return nominal
    return 0


def for_so_many(line: Line, price: Price, base: Base, quote: str) -> tuple[Price, int]:
    """Return the price, read the other way where only that is one, and for how many units it is."""
    amount = price.amount
    nominal = _nominal_of(line, base, quote, price.low, price.high)
    printed = amount.number, amount.high
    if not nominal and reread(line, amount):
        other = price_of(amount, price.code)
        nominal = _nominal_of(line, base, quote, other.low, other.high)
        if nominal:
            return other, nominal
        amount.number, amount.high = printed
    return price, nominal


def is_told(  # noqa: C901, PLR0912 -- what speaks for a rate, the strongest first
    line: Line, price: Price, base: Base, quote: str, nominal: int
) -> bool:
    """Whether the sentence says that the price is a rate."""
    stretch, amount = line.stretch, price.amount
    first = amount.first
    last = line.memory.last.get((base.code, quote))
    ratio = None if last is None else price.low / nominal / last
    if not price.code and is_in_place(line, price, base._replace(nominal=nominal), quote):
        return True
    is_far = ratio is not None and not 1 / FAR_APART <= ratio <= FAR_APART
    if is_far and not (_is_said(line, amount) or has_year_beside(line, amount)):
        return base.is_counted
    is_alike = ratio is not None and 1 / ALIKE <= ratio <= ALIKE
    if not price.code and not is_bare_rate(line, amount, base, is_alike=is_alike):
        return False
    is_local = line.sentence <= base.place < first and any(base.place == one.place for one in line.bases)
    between = stretch.keys(base.place + 1, first) if is_local else stretch.keys(line.sentence, first)
    if amount.number.scale and not ((is_local and is_alike) or line.cues):
        return False
    if base_sold(line, price) is not None:
        return True
    if _is_known(line, base.code, quote, price.low / nominal):
        return True
    if is_local:
        if any(key in _BREAKS for key in between):
            return False
        if price.code and not is_alike and is_of_another(line, base, amount):
            return False
        if base.is_counted and between[-1:] == ["("] and not line.cues:
            return False  # $1 (540 тенге) is a price in two currencies
        if base.is_counted and len(between) <= _REACH:
            is_linked = any(key in LINKS or key in DASHES or is_price(key) for key in between)
            is_row = bool(line.rates) and any(
                unit.first == base.place and unit.after == first for unit in line.amounts
            )  # a dollar is 541 tenge, 100 roubles 650 tenge
            unit = next((one for one in line.amounts if one.first == base.place), None)
            is_next = unit is not None and first - unit.after <= _TWO
            behind = stretch.keys(amount.after, amount.after + _TWO)
            if (is_next or has_day_beside(line, amount)) and any(
                key in PRICE_WORDS or _begins_being(key) for key in behind
            ):
                return True  # 1000 рубл дирӯз 118 сомонӣ буд
            return base.nominal == 1 or line.cues or is_linked or is_row or _is_paid_for(line, base, amount)
        if len(between) <= _TWO and any(key in LINKS or key in DASHES for key in between):
            return True
        if price.code and all(key in TOPICS for key in between):
            return True  # доллар 541 тенге, тенгеси эса 22,83 сўм
        if between[:1] == ["/"] and len(between) <= _NEAR:  # USD/KZT: 541,30; with = it is a ticker's
            return "=" not in between
        lead = stretch.key(first - 1)
        if lead in _HEDGES:
            lead = stretch.key(first - _TWO)  # falling from approximately 8,100
        is_level = lead in TO or (
            lead in OPENING and (lead != stretch.key(first - 1) or stretch.key(amount.after) in TO)
        )
        if is_level and any(
            is_change(key) or (key in BY and line.prices) for key in between
        ):  # евро подорожал до 609,5 тенге, рубль — на 2 тиына, до 6,46 тенге
            return True
        if _is_old_level(line, amount):
            return True
        if line.cues or any(key in PRICE_WORDS or is_price(key) for key in between):
            return True
        behind = stretch.keys(amount.after, amount.after + 3)
        if _goes_on(line, amount, ratio, is_alike=is_alike) or _is_expected(
            line, amount, between, behind, is_alike=is_alike
        ):
            return True
        if _is_paid_at(between):
            return True
        is_paid = any(map(is_paying, stretch.keys(base.place - _TWO, base.place)))
        if len(between) == 1 and between[0] in PRICE_PREPOSITIONS and is_paid:
            return True  # принимают рубли по 7,6
        if is_offered(line, base.place, between):
            return True  # купить доллар можно за 89,5
        if stretch.key(first - 1) in TO and any(map(is_change, behind)):
            return True
        return any(map(is_price, behind)) and len(between) <= _REACH
    if line.memory.asked[0] and is_answer(line, amount, between):
        return True  # Почём продают доллар? — По 89,5 сома.
    has_point = "." in amount.number.digits or "," in amount.number.digits
    is_short = len(between) <= _NEAR - 1
    if line.cues or line.memory.was_alone or (is_alike and (has_point or is_short or date_of(line, first))):
        return True
    if stretch.key(first - 1) in SUBJECTS or (
        stretch.key(first - 1) in TO and any(map(is_change, between[-_NEAR:]))
    ):
        return any(key in SUBJECTS for key in between)  # it jumped to 105 soms
    refers = any(key in SUBJECTS or _begins_subject(key) for key in between)
    return refers and has_verb(line, line.sentence, line.end)


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
        has_link = has_link or (_is_of_old(line) and any(map(_begins_being, behind)))
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


def _is_old_level(line: Line, amount: Amount) -> bool:
    """Whether a change starts here, and its verb stands behind: 520 теңгеден 517 теңгеге дейін АРЗАНДАДЫ."""
    stretch = line.stretch
    new = next((one for one in line.amounts if one.first == amount.after), None)
    if new is None or not stretch.key(amount.last).endswith(ABLATIVES):
        return False
    return any(map(is_change, stretch.keys(new.after, new.after + 3)))


def _goes_on(line: Line, amount: Amount, ratio: float | None, *, is_alike: bool) -> bool:
    """Whether a price of a pair follows another one: its new level, its price of another day, or decimals."""
    if ratio is None or not line.prices:
        return False
    if amount.code and has_year_beside(line, amount):
        return True  # 2010-yilda 1640 so‘m edi, 2017-yilda 8100 so‘mga chiqdi
    has_point = "." in amount.number.digits or "," in amount.number.digits
    behind = line.stretch.keys(amount.after, amount.after + _TWO)
    is_traded = line.stretch.key(amount.last).endswith(ABLATIVES) and any(map(is_paying, behind))
    is_next = is_traded or (amount.first == line.last_end and line.has_change_behind(amount))
    return has_day_beside(line, amount) or (is_alike and (is_next or has_point))


def _is_expected(
    line: Line, amount: Amount, between: list[str], behind: list[str], *, is_alike: bool
) -> bool:
    """Whether the price may come: what is said of a currency that stands near, or changes."""
    return is_forecast(line, amount) and (
        is_alike or len(between) <= _NEAR or any(map(is_change, (*between, *behind)))
    )


def _is_paid_at(between: list[str]) -> bool:
    """Whether a verb of paying leads to the price: доллар ПРИНИМАЮТ по 536,5, в обменниках МЕНЯЮТ ПО 521."""
    is_led = between[-1:] != [] and between[-1] in PRICE_PREPOSITIONS and "," not in between
    reach = between if len(between) < _NEAR else between[-_TWO:] if is_led else []
    return any(map(is_paying, reach))


def _is_paid_for(line: Line, base: Base, amount: Amount) -> bool:
    """Whether the price is what is paid for the counted base: ``за 1000 рублей дают``, ``100 рубль үшін``."""
    stretch = line.stretch
    unit = next((one for one in line.amounts if one.first == base.place), None)
    behind = base.place + 1 if unit is None else unit.after
    is_per = any(stretch.key(index) in _FOR for index in (base.place - 1, behind))
    around = (
        *stretch.keys(max(line.sentence, base.place - _NEAR), amount.first),
        *stretch.keys(amount.after, amount.after + _NEAR),
    )
    is_paid = any(map(is_price_or_paying, around))
    return is_paid and (
        is_per or stretch.key(amount.first - 1) in _FOR or stretch.key(amount.last) in DATIVE_FORMS
    )


def has_verb(line: Line, start: int, end: int) -> bool:
    """Whether a verb that tells a price stands between two tokens."""
    return any(map(_tells_prices, line.stretch.keys(start, end)))


@lru_cache(maxsize=4096)
def _tells_prices(key: str) -> bool:
    return key in PRICE_WORDS or is_price(key)


def _is_said(line: Line, amount: Amount) -> bool:
    """Whether a rate's name or who says it stands since the last price, or its side right behind it."""
    keys = line.stretch.keys(line.last_end, amount.first)
    if keys[-1:] and keys[-1] in SUBJECTS:
        return True  # азыр ал 87,45 сом
    return any(map(_begins_told, keys)) or line.has_side_behind(amount)


def _is_known(line: Line, base: str, quote: str, price: float) -> bool:
    """Whether the book's rate of the pair is near."""
    known = None if line.evidence is None else line.evidence.price(base, quote)
    return known is not None and known / ALIKE <= price <= known * ALIKE


def is_of_another(line: Line, base: Base, amount: Amount) -> bool:
    """Whether a clause of its own tells the price of a thing: ``Доллар өсті, самса 87 сом``.

    The clause of the currency has its verb, and the noun right before the price is no word of rates.
    """
    stretch, first = line.stretch, amount.first
    between = stretch.keys(base.place + 1, first)
    if "," not in between:
        return False
    comma = first - 1 - between[::-1].index(",")
    if comma == first - 1 or stretch.is_glued(comma + 1) or not stretch.is_word(first - 1):
        return False
    if not any(map(_begins_move, stretch.keys(base.place + 1, comma))):
        return False
    tail = stretch.keys(comma + 1, first)
    return line.text[stretch.starts[first - 1]].islower() and not any(
        is_telling(key) or key in _WORDS_OF_RATES or _begins_stems_of_rates(key) for key in tail
    )
