"""Prices that take their side from another: the next one of a list, a new level, one before its verb."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from cafx.text.lexicon import (
    ABLATIVES,
    BEFORE_DATES,
    BEFORE_WORDS,
    CONJUNCTIONS,
    CURRENCIES,
    DATIVE_FORMS,
    FILLERS,
    MONTHS,
    PER,
    TO,
    stems_of,
)
from cafx.text.rate_words import (
    BUYING,
    DAYS,
    EXTREMES,
    MONEY_OF,
    MOVES,
    PRICE_PREPOSITIONS,
    PRICES,
    SAYERS,
    SELLING,
    SOME,
    SUBJECTS,
)
from cafx.text.stated.side_words import sides_among
from cafx.text.stated.stems import beginning, is_being, is_move, is_rate_word, is_trading
from cafx.text.words import LANGUAGES

if TYPE_CHECKING:
    from cafx.text.amount import Amount
    from cafx.text.stated.line import Line
    from cafx.text.stated_rate import Side

__all__ = [
    "VERB_FINAL",
    "goes_on",
    "is_bracketed",
    "is_new_level",
    "named_side_after",
    "price_of_one_verb",
    "side_of_named",
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
#: What parts the prices of a list, and the languages whose one verb for them stands at its end.
_JOINTS: Final = CONJUNCTIONS | {","}
VERB_FINAL: Final = frozenset(language.code for language in LANGUAGES if language.code not in {"en", "ru"})


def goes_on(line: Line, amount: Amount) -> bool:
    """Whether a price has the verb of the last one: ``продавали по 540, сегодня — по 545``."""
    if not line.prices or (amount.high is not None) != (line.rates[-1].ends is not None):
        return False
    verb = line.stretch.key(amount.after)
    if is_being(verb) or is_move(verb):
        return False  # 69 сомдон сатылган доллар бүгүн 70 сом БОЛДУ
    for index in _outside_brackets(line, line.last_end, amount.first):
        key = line.stretch.key(index)
        if line.stretch.is_word(index):
            is_name = not line.text[line.stretch.starts[index]].islower()  # in Almaty 523 tenge
            is_filler = key in _WITH_DAYS or key in CURRENCIES or key in SOME or key == "of"
            if not (is_name or is_filler or _begins_place(key)):
                return False
        elif key in _ENDS:
            return False
    sides = {rate.side for rate in line.rates[-line.prices :]}
    return len(sides) == 1 and len(set(sides_among(line.stretch.keys(line.sentence, amount.first)))) <= 1


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
    later = next((one for one in line.amounts if one.first >= amount.after and one.code), None)
    if later is None or later.first >= line.end or stretch.language not in VERB_FINAL:
        return None
    printed, following = stretch.key(amount.last), stretch.key(later.last)
    if printed != following and not (
        (amount.high is None) == (later.high is None) and all(map(_is_oblique, (printed, following)))
    ):
        return None
    places = _outside_brackets(line, amount.after, later.first)
    between = [stretch.key(index) for index in places]
    is_listed = between[:1] != [] and between[0] in _JOINTS
    return later if is_listed and not any(map(_begins_verb, between)) else None


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
