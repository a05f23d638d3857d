"""A line of a text, read from left to right for the rates that it states."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cafx.text.context import doubt_about
from cafx.text.lexicon import (
    ABBREVIATIONS,
    AMERICAN,
    CURRENCIES,
    OPENING,
    PREFIXES,
    SCALES,
    WORTH_FORMS,
)
from cafx.text.plausible import PRICED, is_beyond, is_plausible
from cafx.text.rate_words import BUYING, COURSES, NO_SIDES, PRICE_PREPOSITIONS, RATES, SELLING, is_telling
from cafx.text.stated.base import (
    base_before,
    base_behind,
    base_of_next,
    base_of_run,
    is_foreign_price,
    is_of_others,
)
from cafx.text.stated.board import take_board
from cafx.text.stated.claim import Claim
from cafx.text.stated.details import (
    is_compared,
    is_day,
    is_of_unknown_pair,
    is_signed,
    is_unit,
    past_move_of_side,
    take_move,
)
from cafx.text.stated.endings import is_amount_by_ending, is_goal_by_ending
from cafx.text.stated.forecast import expects
from cafx.text.stated.goods import is_for_goods, is_for_measure, is_of_goods
from cafx.text.stated.head import take_head, take_title
from cafx.text.stated.line import SHORT, Line
from cafx.text.stated.names import named_at
from cafx.text.stated.neighbours import named_side_after
from cafx.text.stated.nominals import for_so_many, is_part_of_manat, nominal_of_row
from cafx.text.stated.pairs import take_pairs
from cafx.text.stated.parts import MEMORY, NOMINALS, SENTENCE_ENDS, Base, price_of
from cafx.text.stated.questions import asks_price
from cafx.text.stated.quote import quote_of
from cafx.text.stated.references import take_references
from cafx.text.stated.sayers import take_sayers
from cafx.text.stated.side_words import order_of_sides, sides_among
from cafx.text.stated.stems import beginning, is_rate_word
from cafx.text.stated.table import (
    take_level,
    take_list,
    take_row,
    take_year,
)
from cafx.text.stated.telling import is_told
from cafx.text.stated.wording import is_spelled_out
from cafx.text.stated.writing import write
from cafx.text.tokens import NUMBER_KIND, SIGN_KIND, WORD_KIND
from cafx.text.words import FIVE

if TYPE_CHECKING:
    from cafx.text.amount import Amount
    from cafx.text.stated.parts import Price

__all__ = ["read", "read_head"]

_SIDES: Final = (*BUYING, *SELLING)
_begins_cues: Final = beginning((*RATES, *_SIDES), but=NO_SIDES)
#: What equates a unit with its price.
_EQUALS: Final = frozenset("=:")
#: How far a noun of rates stands from what makes a thing of a unit.
_NEAR: Final = 3
#: A number without its currency may have an ending that says *from*: 440-тан.
_OPEN_SUFFIXES: Final = OPENING | {""}


def read_head(line: Line) -> None:
    """Read the line as a head of a board only."""
    line.memory.was_board = take_head(line) or take_title(line)


def read(line: Line) -> None:
    """Read the sentences of the line in order."""
    stretch, count = line.stretch, line.stretch.count
    memory = line.memory
    if stretch.language != "und" and count > SHORT:
        memory.language = stretch.language
    by_first = {amount.first: amount for amount in line.amounts}
    if not by_first and count and _is_alone(line):
        return
    if take_head(line) or (
        by_first and (take_board(line) or take_row(line) or take_year(line) or take_level(line))
    ):
        memory.was_board = True
        _take_sayer_of_head(line)
        return
    if memory.was_board and memory.carried and sides_among(stretch.words):
        memory.bases, memory.age = [memory.carried], 0
    start, words = 0, stretch.words
    while start < count:
        end = start
        while end < count and (words[end] not in SENTENCE_ENDS or not _ends_sentence(line, end)):
            end += 1
        _sentence(line, start, min(end + 1, count), by_first)
        memory.age += 1
        start = end + 1
    memory.was_alone = False
    memory.was_board = take_title(line)
    if not memory.was_board:
        memory.forget_board()


def _take_sayer_of_head(line: Line) -> None:
    """Take who says the rates of a list from its head in the same line: Курс НАЦБАНКА: доллар – 87,45.

    A row without a colon may begin with the name of a bank, which says nothing of the rows below.
    """
    stretch = line.stretch
    if not line.rates:
        return
    first = line.amounts[0].first
    has_colon = ":" in stretch.words[:first]
    for index in range(stretch.words.index(":") if has_colon else first):
        take_sayers(line, index)
    said = line.sayers[-1][1] if line.sayers else None
    if said is not None and (has_colon or said == "official"):
        line.memory.sayer = said
        line.rates = [rate.replace(market_said=rate.market_said or said) for rate in line.rates]


def _is_alone(line: Line) -> bool:
    """Take a line that is nothing but a currency, its price on the next one; return whether it is."""
    stretch, memory = line.stretch, line.memory
    keys = stretch.words[: stretch.count]
    if not all(
        key in CURRENCIES or kind == SIGN_KIND for key, kind in zip(keys, stretch.kinds, strict=False)
    ):
        return False
    codes = (CURRENCIES[key] for key in keys if key in CURRENCIES)
    bases = [Base(code, 1, 0, is_counted=False) for code in codes if code in PRICED]
    if bases:
        memory.bases, memory.age, memory.was_alone = bases[:1], 0, True
    return True


def _ends_sentence(line: Line, index: int) -> bool:
    stretch = line.stretch
    following = stretch.at(index + 1)
    if not following.kind:
        return True
    if stretch.key(index) != ".":
        return True
    if stretch.is_glued(index + 1):
        return False
    if stretch.key(index - 1) in SCALES:
        return _begins_sentence(line, index + 1)
    if following.key in AMERICAN and stretch.key(index - 1) in ABBREVIATIONS:
        return False  # долл. США
    first = line.text[following.start]
    return (
        not (following.kind == WORD_KIND and first.islower())
        and not (
            following.kind == NUMBER_KIND
            and stretch.is_number(index - 1)
            and any(one.first < index < one.number.after for one in line.amounts)
        )
        and (
            len(stretch.key(index - 1)) > 1
            or not stretch.key(index - 1).isalnum()
            or stretch.key(index - 2) in PREFIXES  # за $1.
        )
    )


def _begins_sentence(line: Line, index: int) -> bool:
    """Whether a word with a capital behind a scale word and its dot is not of the amount: на $5 млн. КУРС."""
    stretch = line.stretch
    if not stretch.is_word(index) or any(one.first <= index < one.after for one in line.amounts):
        return False
    if stretch.key(index) in CURRENCIES and stretch.key(index + 1) in PRICE_PREPOSITIONS:
        return False  # 20 млн. Долларов по 87,4 сома
    printed = stretch.printed(index, index)
    return printed[0].isupper() and (len(printed) == 1 or not printed.isupper())


def _sentence(line: Line, start: int, end: int, by_first: dict[int, Amount]) -> None:
    """Read one sentence: first what it names, then its prices."""
    line.begin(start, end)
    stretch = line.stretch
    here = [amount for amount in line.amounts if start <= amount.first < end]
    take_list(line, here)
    line.cues = False
    inside = {index for amount in here for index in range(amount.first, amount.last + 1)}
    for index, is_speaking in enumerate(map(is_telling, stretch.words[start:end]), start):
        if index in by_first:
            _take_unit(line, by_first[index])
        if is_speaking and index not in inside and not stretch.is_number(index):
            _take_word(line, index)
    take_references(line)
    found = False
    take_pairs(line, here)
    for position, amount in enumerate(here):
        found = _take_price(line, amount, here[position + 1 : position + 3]) or found
        if amount.code and amount.number.value not in NOMINALS:
            line.last_end = max(line.last_end, amount.after)
    for amount, quote in line.moves:
        take_move(line, amount, quote)
    _remember(line, start, end, found=found)


def _take_word(line: Line, index: int) -> None:
    """Take what the word at *index* says of rates: a currency, a side, who says it, that it is expected."""
    key = line.stretch.words[index]
    code = named_at(line, index)
    if code:
        line.bases.append(Base(code, nominal_of_row(line, code, index), index, is_counted=False))
    elif _begins_cues(key):
        if any(one.startswith(COURSES) for one in line.stretch.keys(index - 1, index + 2)):
            line.goods.append(line.sentence)
            return
        line.cues = True
    if expects(line, index):
        line.expected.add(index)
    take_sayers(line, index)


def _remember(line: Line, start: int, end: int, *, found: bool) -> None:
    """Keep what the sentence named for those that follow."""
    stretch, memory = line.stretch, line.memory
    if line.sayers:
        memory.sayer = line.sayers[0][1]
    named = [base for base in line.bases if base.code not in FIVE]
    is_asked = bool(named) and not found and asks_price(line, start, end)
    sides = order_of_sides(stretch.keys(start, end)) if is_asked or found else ()
    memory.asked = (is_asked, sides[0] if is_asked and len(sides) == 1 else None)
    memory.was_measured = line.is_measured and not named
    codes = {base.code for base in named}
    memory.named_side = named_side_after(line, len(codes))
    memory.topic = named[0]._replace(place=-1, is_counted=False) if len(codes) == 1 else None
    if codes:
        memory.is_open = len(codes) > 1 and not found and stretch.key(end - 1) == "?"
    if found:
        told = tuple(dict.fromkeys(rate.side for rate in line.rates[-line.prices :] if rate.side))
        memory.age, memory.sides = 0, told if len(told) > len(sides) else sides
    elif named and (is_asked or line.evidence is not None or _is_kept(line, start, end)):
        memory.bases, memory.age = [named[-1]._replace(place=-1, is_counted=False)], 0
    if named and not (found or is_asked) and stretch.key(end - 1) == "?":
        memory.bases, memory.age = [], MEMORY + 1  # А евро? what follows is of no currency before it


def _is_kept(line: Line, start: int, end: int) -> bool:
    """Whether a sentence without a price keeps its currency for those that follow: all it has, or told of."""
    if line.memory.age <= MEMORY and (line.cues or line.has_verb(start, end)):
        return True
    return all(key in CURRENCIES or not key.isalnum() for key in line.stretch.keys(start, end))


def _take_unit(line: Line, amount: Amount) -> None:
    """Remember one, ten, a hundred or a thousand of a currency as what a price can be for."""
    code = line.code_of(amount)
    value = amount.number.value
    if not code or amount.high is not None or amount.number.is_negative or value not in NOMINALS:
        return
    behind = line.stretch.keys(amount.after, amount.after + _NEAR)
    if line.stretch.words[amount.last] in WORTH_FORMS and not any(map(is_rate_word, behind)):
        return  # 1 dollarlik xizmat
    if code in PRICED and (
        not amount.number.scale or amount.number.is_spelled or amount.number.digits == "1"
    ):
        line.bases.append(Base(code, int(value), amount.first, is_counted=True))


def _take_price(line: Line, amount: Amount, later: list[Amount]) -> bool:
    """Read an amount as a rate, if it is one."""
    code = line.code_of(amount)
    if not _can_be_price(line, amount, code, later[0] if later else None):
        return False
    price = price_of(amount, code)
    if price.low <= 0:
        return False
    base = base_behind(line, amount, later[0] if later else None) or base_of_run(line, amount)
    is_explicit = base is not None
    is_sum = bool(amount.number.scale and code) and is_beyond(
        code, price.low
    )  # billions: no price of anything
    if base is None and not (is_sum and not later):
        base = _base_around(line, price, later)
    if base is None or (not is_explicit and _is_price_of_goods(line, amount)) or is_sum:
        return False
    return _take_rate(line, price, base, is_explicit=is_explicit)


def _can_be_price(line: Line, amount: Amount, code: str, following: Amount | None) -> bool:
    """Whether an amount can be a price at all; moves, and prices of unknown pairs, are kept as such."""
    if amount.number.is_negative:
        line.moves.append((amount, amount.code))
        return False
    if amount.first in line.taken or (code and code not in FIVE and not is_foreign_price(line, amount, code)):
        return False
    if is_unit(line, amount, following) or is_day(line, amount):
        return False
    if is_of_unknown_pair(line, amount):
        line.spans.append((amount.start, amount.end))
        return False
    if not (code or _has_fitting_ending(line, amount)):
        return False
    behind = past_move_of_side(line, amount)
    line.last_end = max(line.last_end, behind)  # its side is none of a price that follows
    if behind or is_signed(line, amount) or is_compared(line, amount):
        line.moves.append((amount, code))
        return False
    if not is_for_goods(line, amount, following):
        return True
    if is_for_measure(line, amount):
        line.goods.append(amount.first)
        line.is_measured = True
    return False


def _has_fitting_ending(line: Line, amount: Amount) -> bool:
    """Whether a number without a currency is in digits and has no ending but one that a price can have."""
    return not amount.number.is_spelled and (
        amount.suffix in _OPEN_SUFFIXES
        or is_goal_by_ending(line, amount)
        or is_amount_by_ending(line, amount)
    )


def _base_around(line: Line, price: Price, later: list[Amount]) -> Base | None:
    """Return the base of a price that has none right behind it: named before, or behind the next price."""
    base = base_before(line, price)
    if base is None or base.place == price.amount.first:  # none, or the dollar because a rate is spoken of
        return base_of_next(line, price.amount, later) or base
    return base


def _is_price_of_goods(line: Line, amount: Amount) -> bool:
    """Whether a thing is sold at the price: a course of lessons, or what is named beside it."""
    if line.goods[:1] == [line.sentence]:
        return True
    if not is_of_goods(line, amount):
        return False
    line.goods.append(amount.first)
    return True


def _quote_by_size(line: Line, price: Price, base: Base, quote: str) -> str:
    """Return whose som one dollar equals where nothing but its size tells: ``$1 : 1,850 som``."""
    amount, stretch = price.amount, line.stretch
    if amount.code != "SOM" or not base.is_counted or is_plausible(base.code, quote, price.low):
        return quote
    unit = next((one for one in line.amounts if one.first == base.place and one.after < amount.first), None)
    link = [] if unit is None else stretch.keys(unit.after, amount.first)
    if len(link) != 1 or link[0] not in _EQUALS:
        return quote
    others = doubt_about(amount.code, stretch.places, amount.start, stretch.language, amount.end)
    return next((one for one in others if is_plausible(base.code, one, price.low / base.nominal)), quote)


def _take_rate(line: Line, price: Price, base: Base, *, is_explicit: bool) -> bool:
    """Write a price down as a rate of *base*, where the text says that it is one."""
    amount = price.amount
    quote = price.code or ("" if is_of_others(line, amount, base) else quote_of(line, base.code))
    if not quote or quote == base.code:
        return False
    if is_part_of_manat(base, quote, price):
        line.spans.append((amount.start, amount.end))
        return False
    quote = _quote_by_size(line, price, base, quote)
    price, nominal = for_so_many(line, price, base, quote)
    is_named = is_explicit or base.place > amount.first
    if not nominal and is_spelled_out(line, price, base, quote, is_explicit=is_named):
        nominal = base.nominal
    elif not nominal:
        line.moves.append((amount, quote))
        return False
    elif not is_explicit and not is_told(Claim(line, price, base._replace(nominal=nominal), quote)):
        return False
    write(line, price, base._replace(nominal=nominal), quote, is_explicit=is_explicit)
    if is_explicit and not base.is_counted:
        line.last_end = max(line.last_end, base.place + 1)
    return True
