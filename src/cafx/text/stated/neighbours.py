"""Prices that take their side from another: the next one of a list, a new level, one before its verb."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from cafx.text.lexicon import (
    ABLATIVES,
    AFTER,
    BEFORE_DATES,
    BEFORE_WORDS,
    CONJUNCTIONS,
    CURRENCIES,
    DATIVE_FORMS,
    FILLERS,
    LOCATIVES,
    MONTHS,
    OPENING,
    PER,
    TO,
    stems_of,
    words_of,
)
from cafx.text.rate_words import (
    BUYING,
    DAYS,
    EXTREMES,
    MONEY_OF,
    MOVES,
    PRICE_PREPOSITIONS,
    PRICE_WORDS,
    PRICES,
    SAYERS,
    SELLING,
    SOME,
    SUBJECTS,
    TOPICS,
)
from cafx.text.stated.side_words import order_of_sides, sides_among
from cafx.text.stated.stems import beginning, is_being, is_move, is_rate_word, is_trading
from cafx.text.words import FIVE, LANGUAGES

if TYPE_CHECKING:
    from cafx.text.amount import Amount
    from cafx.text.stated.line import Line
    from cafx.text.stated_rate import Side

__all__ = [
    "VERB_FINAL",
    "goes_on",
    "is_ablative",
    "is_bracketed",
    "is_new_level",
    "is_side_of_base",
    "named_side_after",
    "names_side",
    "price_of_one_verb",
    "side_left_out",
    "side_of_named",
    "side_of_reckoning",
]

_ENDS: Final = frozenset("(;:!?")
_OFFICES: Final = (
    *SAYERS["bank"],
    *SAYERS["office"],
    *stems_of("traders"),
    "exchange",
    *(stem for stems in MONEY_OF.values() for stem in stems),
)
_begins_verb: Final = beginning((*PRICES, *MOVES, *SELLING, *BUYING))
_begins_place: Final = beginning((*_OFFICES, *DAYS, *MONTHS, *EXTREMES))
_WITH_DAYS: Final = CONJUNCTIONS | FILLERS | PER | BEFORE_DATES | PRICE_PREPOSITIONS
_COMPARING: Final = words_of("comparing") | {"of"}
#: What parts the prices of a list, and the languages whose one verb for them stands at its end.
_JOINTS: Final = CONJUNCTIONS | {","}
#: Postpositions by which a price is a rough one; its place in the clause is that of one in a case: 69 сомдун
#: ТЕГЕРЕГИНДЕ.
_AROUND: Final = frozenset(
    phrase for phrase, kind in AFTER.items() if kind == "about" and phrase.endswith(tuple(LOCATIVES))
)
#: Converbs behind a price at which something is reckoned, and sold with the verb that ends the sentence.
_RECKONED: Final = words_of("reckoned")
#: Nouns for a side with their currency right behind them.
_SIDES_OF: Final = words_of("sides_of")
#: How far the noun stands from the word for the side that it names: SATYN alyş BAHASY.
_NEXT: Final = 3
VERB_FINAL: Final = frozenset(language.code for language in LANGUAGES if language.code not in {"en", "ru"})


def goes_on(line: Line, amount: Amount) -> bool:
    """Whether a price has the verb of the last one: ``продавали по 540, сегодня — по 545``."""
    if not line.prices or (amount.high is not None) != (line.rates[-1].ends is not None):
        return False
    verb, start = line.stretch.key(amount.after), line.last_end
    is_same = is_side_of_base(line, amount)
    if (is_being(verb) or is_move(verb)) and not (is_same or names_side(line)):
        return False  # 69 сомдон сатылган доллар бүгүн 70 сом БОЛДУ
    start += is_same and line.stretch.key(start) in PRICE_WORDS  # … сомонӣ БУД, имрӯз
    for index in _outside_brackets(line, start, amount.first):
        key = line.stretch.key(index)
        if line.stretch.is_word(index):
            is_name = not line.text[line.stretch.starts[index]].islower()  # in Almaty 523 tenge
            is_extreme = line.stretch.key(index - 1) in EXTREMES  # ең ЖОҒАРЫСЫ
            is_listed = key in _WITH_DAYS or key in CURRENCIES or key in SOME or key in _COMPARING
            is_filler = is_listed or is_extreme or (is_same and key in OPENING)
            if not (is_name or is_filler or _begins_place(key)):
                return False
        elif key in _ENDS:
            return False
    sides = {rate.side for rate in line.rates[-line.prices :]}
    return len(sides) == 1 and len(set(sides_among(line.stretch.keys(line.sentence, amount.first)))) <= 1


def is_side_of_base(line: Line, amount: Amount) -> bool:
    """Whether the sentence is of one side of one currency: ФУРӮШИ 1 евро дирӯз 13,5, имрӯз 13,4."""
    stretch = line.stretch
    if not CURRENCIES.keys().isdisjoint(stretch.keys(line.last_end, amount.first)):
        return False
    return any(stretch.key(base.place - 1) in _SIDES_OF for base in line.bases)


def is_new_level(line: Line, amount: Amount) -> bool:
    """Whether nothing but *to* stands between the last price and this one: dropped FROM 69.8 TO 69.7."""
    between = [line.stretch.key(index) for index in _outside_brackets(line, line.last_end, amount.first)]
    if not between:
        return any(one.after == amount.first for one in line.amounts)
    return between[-1] in TO and all(key in TO or key in BEFORE_WORDS for key in between)


def is_bracketed(line: Line, amount: Amount) -> bool:
    """Whether a bracket holds the price and not the one before: ``продают по 87,6 (87,5 днём ранее)``."""
    for key in reversed(line.stretch.keys(line.last_end, amount.first)):
        if key in {"(", ")"}:
            return key == "("
    return False


def price_of_one_verb(line: Line, amount: Amount) -> Amount | None:
    """Return the price whose verb is this one's too: dollary 19,6 manatdan, rubly 0,25 manatdan SATYLÝAR."""
    stretch = line.stretch
    is_from = is_ablative(line, amount)
    later = next(
        (one for one in line.amounts if one.first >= amount.after and (one.code or (is_from and one.suffix))),
        None,
    )
    if later is None or later.first >= line.end or stretch.language not in VERB_FINAL:
        return None
    start, end = amount.after, later.first
    if _is_around(line, amount) and (stretch.key(later.after) in _AROUND or is_ablative(line, later)):
        start += 1
    elif not _is_governed_alike(line, amount, later):
        return None
    elif stretch.key(amount.first - 1) == "(" == stretch.key(later.first - 1):
        start, end = start + 1, end - 1  # Hamkorbank (12 710 сўм), Kapitalbank (12 720 сўм) сотмоқда
    places = _outside_brackets(line, start, end)
    is_listed = places[:1] != [] and stretch.words[places[0]] in _JOINTS
    return later if is_listed and not any(_is_verb(line, index) for index in places) else None


def side_left_out(line: Line, amount: Amount) -> Side | None:
    """Return the side of the sentence before, where this one leaves its verb out: Ал еуро 600 теңгеден."""
    stretch, memory = line.stretch, line.memory
    if line.prices or memory.age != 1 or len(memory.sides) != 1 or stretch.language not in VERB_FINAL:
        return None
    if not is_ablative(line, amount) or any(map(stretch.is_word, range(amount.after, line.end))):
        return None
    return None if any(_is_verb(line, index) for index in range(line.sentence, line.end)) else memory.sides[0]


def side_of_reckoning(line: Line, amount: Amount) -> Side | None:
    """Return the side of a verb further on, of money reckoned at a price: 87 сомдон ЭСЕПТЕП, … САТКАН."""
    stretch = line.stretch
    if stretch.key(amount.after) not in _RECKONED:
        return None
    behind = stretch.keys(amount.after, line.end)
    codes = {CURRENCIES.get(key, "") for key in behind if key not in DATIVE_FORMS}
    sides = order_of_sides(behind)
    is_of_money = not codes <= {"", amount.code, "SOM", "MANAT", *FIVE}
    return sides[0] if is_of_money and len(sides) == 1 else None


def names_side(line: Line) -> bool:
    """Whether a side is a part of a rate's name: the BUYING RATE, satyn alyş bahasy."""
    keys = line.stretch.keys(line.sentence, line.end)
    return any(
        is_trading(key) and any(map(is_rate_word, keys[max(0, index - 1) : index + _NEXT]))
        for index, key in enumerate(keys)
    )


def _is_verb(line: Line, index: int) -> bool:
    """Whether a word is a verb of a price or of trade; TENGE begins like *to equal*, Ош like *to rise*."""
    key = line.stretch.words[index]
    is_lower = line.text[line.stretch.starts[index]].islower() if key.isalpha() else False
    return is_lower and _begins_verb(key) and key not in CURRENCIES and key not in TOPICS


def is_ablative(line: Line, amount: Amount) -> bool:
    """Whether it is a price from which something is bought or sold: 521 теңгеден, 521-ден."""
    return amount.suffix in OPENING if amount.suffix else line.stretch.key(amount.last).endswith(ABLATIVES)


def _is_around(line: Line, amount: Amount) -> bool:
    """Whether a postposition makes a price a rough one, of which no noun says that it is a rate."""
    stretch = line.stretch
    before = stretch.keys(line.last_end, amount.first)
    return stretch.key(amount.after) in _AROUND and not any(map(is_rate_word, before))


def _is_governed_alike(line: Line, amount: Amount, later: Amount) -> bool:
    """Whether one verb can govern two prices: both are from so much, or each of them is in some case."""
    printed, following = line.stretch.key(amount.last), line.stretch.key(later.last)
    if (printed == following and later.code) or (is_ablative(line, amount) and is_ablative(line, later)):
        return True
    is_range_too = (amount.high is None) == (later.high is None)
    return is_range_too and _is_oblique(printed) and _is_oblique(following)


def _is_oblique(printed: str) -> bool:
    """Whether a price has an ending that its verb governs: теңгеден, manada."""
    return printed.endswith(ABLATIVES) or printed in DATIVE_FORMS


def _outside_brackets(line: Line, start: int, end: int) -> list[int]:
    """Return the tokens from *start* to *end* but those of a bracket that tells where: (in the north)."""
    stretch, places = line.stretch, list(range(start, end))
    keys = stretch.keys(start, end)
    if "(" not in keys or ")" not in keys:
        return places
    opens, closes = keys.index("("), keys.index(")")
    inside = places[opens : closes + 1]
    if any(stretch.is_number(index) for index in inside) or sides_among(keys[opens:closes]):
        return places
    return places[:opens] + places[closes + 1 :]


def named_side_after(line: Line, named: int) -> Side | None:
    """Return the side of the rate that the next sentence may go on to tell of, behind the sentence at hand.

    Args:
        line: the line, its sentence read.
        named: how many foreign currencies the sentence names.
    """
    keys = line.stretch.keys(line.sentence, line.end)
    sides = set(sides_among(keys))
    if named == 0 and not sides:
        return line.memory.named_side if line.prices else None
    if named > 1 or len(sides) != 1:
        return None
    is_named = any(
        (is_trading(a) and is_rate_word(b)) or (is_rate_word(a) and is_trading(b)) for a, b in pairwise(keys)
    )
    return sides.pop() if is_named else None


def side_of_named(line: Line, amount: Amount) -> Side | None:
    """Return the side of the rate that a sentence before named: The SELLING rate fell. IT is 89.6 now.

    The sentence at hand names no currency, side or speaker of its own, but the rate again or a pronoun.
    """
    side = line.memory.named_side
    if side is None or line.bases or line.sayers:
        return None
    keys = line.stretch.keys(line.sentence, line.end)
    before = keys[: amount.first - line.sentence]
    is_same = any(is_rate_word(key) or (key in SUBJECTS and len(key) > 1) for key in before)
    return side if is_same and not sides_among(keys) else None
