"""What a price can be for: the currencies that a line names, and which of them a price belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cafx.text.between import past_initials
from cafx.text.lexicon import (
    AFTER_WORDS,
    BEFORE_WORDS,
    CONJUNCTIONS,
    DASHES,
    FILLERS,
    ONE,
    PER,
    TO,
    stems_of,
    words_of,
)
from cafx.text.plausible import PRICED, is_plausible
from cafx.text.rate_words import (
    ASKING,
    BEFORE_PRICES,
    BUYING,
    DAYS,
    GIVING,
    PRICE_PREPOSITIONS,
    SAYERS,
    SELLING,
    SUBJECTS_IN,
    TOPICS,
    TRADED,
    TRADED_IN,
    WORTHS,
)
from cafx.text.stated.goods import is_of_goods
from cafx.text.stated.names import named_at
from cafx.text.stated.parts import AGAINST, LINKS, MEMORY, NOMINALS, Base, Price, quote_length
from cafx.text.stated.side_words import sides_among
from cafx.text.stated.sold import base_sold
from cafx.text.stated.stems import (
    beginning,
    is_expecting,
    is_move,
    is_paying,
    is_rate_noun,
    is_rate_word,
    is_same,
)
from cafx.text.words import FIVE

if TYPE_CHECKING:
    from cafx.text.amount import Amount
    from cafx.text.stated.line import Line

__all__ = [
    "base_before",
    "base_behind",
    "base_of_next",
    "base_of_run",
    "is_foreign_price",
    "is_of_others",
]

_NEAR: Final = 4
_GENITIVES: Final = stems_of("genitive_endings")
_UNEQUAL: Final = words_of("unequal")
#: What stands between the rate and its currency.
_OF: Final = frozenset(("of", "for", "the", "a", *FILLERS))
#: Hedges that may stand between *to* and a level.
_BEFORE_GOALS: Final = BEFORE_WORDS - TO
_PER: Final = PER | AGAINST | TO | {"=", "for"}
#: Participles that a price stands before, and what may stand between: a hedge, the verb that they go with.
_PARTICIPLES: Final = words_of("participles")
_BEFORE_BASES: Final = _PARTICIPLES | TRADED | AFTER_WORDS
#: Verbs of change without a person: ПОДНЯВШИСЬ до 85, AFTER the rise to 85.
_NONFINITE: Final = stems_of("nonfinite_endings")
_LEADING_NONFINITE: Final = words_of("leading_nonfinite")
_FAR: Final = 6
_TWO, _THREE = 2, 3
#: Verbs of the other side of a market.
_begins_paid_or_asked: Final = beginning((*BUYING, *SELLING, *GIVING, *ASKING))
#: The words of an exchange office's board beside its prices.
_begins_on_a_board: Final = beginning(
    (*BUYING, *SELLING, *TRADED, *TRADED_IN, *DAYS, *SAYERS["bank"], *SAYERS["office"])
)
_BOARD_WORDS: Final = CONJUNCTIONS | FILLERS | PER | PRICE_PREPOSITIONS


def base_behind(line: Line, amount: Amount, following: Amount | None) -> Base | None:
    """Return the base that follows the price: ``за $1``, ``per dollar``, ``1 dollaryna barabar``."""
    stretch, after = line.stretch, amount.after
    joint = stretch.words[after]
    is_per = joint in _PER
    if following is not None and following.first - after <= (2 if is_per else 0):
        code = line.code_of(following)
        value = following.number.value
        is_unit = code in PRICED and value in NOMINALS and following.high is None and code != amount.code
        if is_unit and (is_per or (amount.code and code not in FIVE)):
            line.taken.add(following.first)
            return Base(code, int(value), following.first, is_counted=True)
    if joint == "," and all(one.place > after for one in line.bases):
        goal = amount.first - 1 - (stretch.key(amount.first - 1) in _BEFORE_GOALS)
        if stretch.key(goal) in TO:
            return _subject_behind(line, amount)
    if is_rate_word(joint):
        return _unit_equalled(line, amount, following)
    if not is_per:
        return _base_of_participle(line, amount) if joint in _BEFORE_BASES else None
    start = past_initials(stretch, after + 1)
    for index in range(start, start + _NEAR):
        code = named_at(line, index)
        if code and code != line.code_of(amount):
            return Base(code, 1, index, is_counted=False)
        if (
            stretch.key(index) not in ONE
            and stretch.key(index) not in FILLERS
            and stretch.key(index) != "the"
            and not (index == after + 1 and joint in TO and stretch.key(index) in WORTHS)
        ):
            return None
    return None


def _unit_equalled(line: Line, amount: Amount, following: Amount | None) -> Base | None:
    """Return the unit that money is said to be worth: 2 manadyň HÜMMETI 1 dollara BARABAR."""
    stretch = line.stretch
    if following is None or following.first != amount.after + 1 or following.number.value != 1:
        return None
    code, behind = line.code_of(following), following.after
    is_foreign = code in PRICED and code not in FIVE and bool(amount.code)
    if not (is_foreign and is_same(stretch.key(behind)) and stretch.key(amount.last).endswith(_GENITIVES)):
        return None
    if stretch.key(behind + 1) in _UNEQUAL:
        return None
    line.taken.add(following.first)
    return Base(code, 1, following.first, is_counted=True)


def _base_of_participle(line: Line, amount: Amount) -> Base | None:
    """Return the currency of which a participle tells the price before it: 69 сомдон САТЫЛГАН ДОЛЛАР."""
    stretch, index = line.stretch, amount.after
    while stretch.words[index] in _BEFORE_BASES:
        index += 1
    is_told = stretch.words[index - 1] in _PARTICIPLES
    if stretch.words[index] in FILLERS:
        index += 1  # АКШ доллары
    code = named_at(line, index) if is_told and amount.code and index < line.end else ""
    return Base(code, 1, index, is_counted=False) if code and code not in FIVE else None


def _subject_behind(line: Line, amount: Amount) -> Base | None:
    """Return the currency that a clause before it tells of: having grown to 85 soms, THE DOLLAR fell.

    A verb with a person has a subject of its own: petrol rose to 85 soms, the dollar fell.
    """
    before = line.stretch.keys(max(line.sentence, line.last_end), amount.first)
    verb = next((place for place in reversed(range(len(before))) if is_move(before[place])), None)
    if verb is None or is_of_goods(line, amount):
        return None
    if not (before[verb].endswith(_NONFINITE) or any(key in _LEADING_NONFINITE for key in before[:verb])):
        return None
    for index in range(amount.after + 1, amount.after + _NEAR):
        code = named_at(line, index)
        if code and code not in FIVE:
            return Base(code, 1, index, is_counted=False)
        if line.stretch.key(index) not in FILLERS and line.stretch.key(index) != "the":
            return None
    return None


def is_foreign_price(line: Line, amount: Amount, code: str) -> bool:
    """Whether a foreign amount is the price of one of the five: ``1 сомонӣ = 8 рубл``."""
    if code not in PRICED:
        return False
    if amount.number.value in NOMINALS and not amount.number.place:
        return False
    for base in line.bases:
        if base.is_counted and base.code in FIVE and 0 < amount.first - base.place <= _NEAR + 1:
            between = line.stretch.keys(base.place + 1, amount.first)
            return any(key in LINKS or is_same(key) for key in between)
    return False


def is_of_others(line: Line, amount: Amount, base: Base) -> bool:
    """Whether a bare price is of two foreign currencies: the ruble fell to 92.5 PER DOLLAR."""
    if base.place <= amount.first:
        return False
    codes = {one.code for one in line.bases if one.place < amount.first} - {base.code}
    return bool(codes) and codes.isdisjoint(FIVE)


def base_of_next(line: Line, amount: Amount, later: list[Amount]) -> Base | None:
    """Return the base that follows the next price, for one that shares it.

    It is the old level of a change (from 188 to 257 PER DOLLAR), the other side (bid 12,640 and offered
    12,680 soums PER DOLLAR), or what was expected (ожидалось 550, но курс остановился на 541 ЗА ДОЛЛАР).
    """
    if not later or (amount.code and not amount.is_shared):
        return None
    stretch = line.stretch
    between = stretch.keys(amount.after, later[0].first)
    is_old = len(between) == 1 and between[0] in TO
    is_other = len(between) <= _FAR and any(map(_begins_paid_or_asked, between))
    is_expected = is_expecting(stretch.key(amount.first - 1)) and later[0].first < line.end
    if not (is_old or is_other or is_expected):
        return None
    return base_behind(line, later[0], later[1] if len(later) > 1 else None)


def base_of_run(line: Line, amount: Amount) -> Base | None:
    """Return the base behind the last of a list of prices: ``471 / 490 / 499 tenge PER DOLLAR``."""
    if not amount.is_shared:
        return None
    run = amount
    following = [one for one in line.amounts if amount.first < one.first < line.end]
    while following and run.is_shared and following[0].first - run.after == 1:
        run = following.pop(0)
    is_last = run.code == amount.code and not run.is_shared
    return base_behind(line, run, following[0] if following else None) if is_last else None


def base_before(line: Line, price: Price) -> Base | None:
    """Return the base named last before the price, in its sentence or in one before."""
    first = price.amount.first
    local = [base for base in line.bases if base.place < first and base.code != price.code]
    foreign = [base for base in local if base.code not in FIVE]
    counted = [base for base in local if base.is_counted]
    linked = base_sold(line, price) or _linked(line, local, price)
    if linked is not None:
        return linked
    if counted and (not foreign or counted[-1].place >= foreign[-1].place):
        return counted[-1]
    if foreign:
        listed = _listed(line, foreign)
        return listed if listed is not None else foreign[-1]
    if line.memory.age <= MEMORY and line.memory.bases:
        return line.memory.bases[-1]
    topic = line.memory.topic
    subjects = SUBJECTS_IN[line.stretch.language]
    if topic is not None and not subjects.isdisjoint(line.stretch.keys(line.sentence, first)):
        return topic
    if local and _has_rate_noun(line, first):
        return local[-1]
    if line.memory.is_open:
        return None  # Какой курс доллара и евро? Курс 520 тенге.
    if not local and _is_board(line):
        return _default(line, price) or Base("USD", 1, first, is_counted=False)
    if _has_rate_noun(line, first) or _has_rate_noun(line, first, after=price.amount.after):
        return _default(line, price)
    return None


def _linked(line: Line, local: list[Base], price: Price) -> Base | None:
    """Return the base that a link ties to the price, of whatever country: ``KZT – 0,18 сома``."""
    if not local or local[-1].is_counted:
        return None
    last, first = local[-1], price.amount.first
    if _is_named_rate(line, last):
        return last
    is_at_hand = last.place >= line.last_end or (line.prices > 0 and line.rates[-1].base == last.code)
    is_own = is_at_hand and price.code and is_plausible(last.code, price.code, price.low)
    if last.code in FIVE and is_own and sides_among(line.stretch.keys(last.place + 1, first)):
        return last  # теңге сатып алуу үчүн 19 тыйын
    between = line.stretch.keys(last.place + 1, first)
    if len(local) > 1 and _is_held_against(line, local[-_TWO], last):
        return local[-_TWO]  # EUR/KZT — 476, доллар к тенге: 541; but тенге к доллару: 541
    if between and all(key in LINKS or key in DASHES for key in between) and "/" not in between:
        return last  # KZT – 0,18 сома
    is_near = len(between) <= 1 and all(key in TO or key in TOPICS or key in BEFORE_PRICES for key in between)
    quote = price.code or (line.memory.quote if line.prices else "")
    if is_near and quote not in {"", last.code} and is_plausible(last.code, quote, price.low):
        return last  # теңге 0,17 сом; the ruble slipped to 1.04 soms and the tenge to 0.165
    is_level = line.stretch.key(first - 1) in TO and len(between) <= _FAR and price.code
    if last.code in FIVE and is_level and any(map(is_move, between)):
        return last  # тенге, напротив, подешевел до 23 сумов
    if _is_given_for(line, last, between):
        return last  # за туркменский манат дают 620 сумов
    return None


def _is_held_against(line: Line, base: Base, quote: Base) -> bool:
    """Whether the second of two currencies is what the first is priced in: EUR/KZT, доллар К ТЕНГЕ."""
    if line.stretch.key(quote.place - 1) == "/":
        return True
    if base.code in FIVE and quote.code not in FIVE:
        return False
    between = line.stretch.keys(base.place + 1, quote.place + 1)
    return 0 < len(between) == quote_length(between)


def _is_named_rate(line: Line, base: Base) -> bool:
    """Whether a rate is named by its currency: the RATE FOR THE SOM, курс тенге, теңгенин курсу."""
    stretch, named = line.stretch, base.place - 1
    while named > line.sentence and stretch.key(named) in _OF:
        named -= 1
    is_behind = base.code in FIVE and is_rate_word(stretch.key(base.place + 1))
    return is_behind or is_rate_word(stretch.key(named))


def _is_given_for(line: Line, base: Base, between: list[str]) -> bool:
    """Whether a price is what is given for the money at *base*."""
    stretch = line.stretch
    before = stretch.keys(max(line.sentence, base.place - _TWO), base.place)
    return any(key in PER for key in before) and any(map(is_paying, between))


def _is_board(line: Line) -> bool:
    """Whether a line is an exchange office's board: the two sides and their prices, before anything else."""
    stretch = line.stretch
    inside = {index for amount in line.amounts for index in range(amount.first, amount.after)}
    words: list[str] = []
    for index in range(max(inside, default=0) + 1):
        if not stretch.is_word(index) or index in inside:
            continue
        key = stretch.words[index]
        if not (key in _BOARD_WORDS or _begins_on_a_board(key)):
            return False  # nearly always at once
        words.append(key)
    return len(set(sides_among(words))) == _TWO


def _listed(line: Line, foreign: list[Base]) -> Base | None:
    """Pair a list of bases with a list of prices: ``рубля и евро составили 1,41 и 6,07``."""
    stretch = line.stretch
    if (
        len(foreign) < _TWO
        or foreign[-1].is_counted
        or (foreign[-2].place < line.last_end and not line.prices)
    ):
        return None
    run = [foreign[-1]]
    for earlier in reversed(foreign[:-1]):
        gap = stretch.keys(earlier.place + 1, run[0].place)
        if any(stretch.is_number(index) for index in range(earlier.place + 1, run[0].place)):
            break  # доллар 12 650, евро 13 700
        if len(gap) > _THREE or not any(key in CONJUNCTIONS or key == "," for key in gap):
            break
        run.insert(0, earlier)
    if len(run) < _TWO:
        return None
    return run[min(line.prices, len(run) - 1)]


def _default(line: Line, price: Price) -> Base | None:
    """Return the first base that the line names at all, else the dollar, where a rate is spoken of."""
    stretch = line.stretch
    for index in range(stretch.count):
        code = named_at(line, index)
        if code and code not in FIVE:
            return Base(code, 1, price.amount.first, is_counted=False)
    return Base("USD", 1, price.amount.first, is_counted=False) if price.code in FIVE else None


def _has_rate_noun(line: Line, index: int, *, after: int | None = None) -> bool:
    """Whether a noun of rates stands before a token of the sentence, or right behind an amount."""
    if after is None:
        keys = line.stretch.keys(line.sentence, index)
    else:
        keys = line.stretch.keys(after, after + 3)
        keys = keys[: keys.index(",")] if "," in keys else keys
    return any(map(is_rate_noun, keys))
