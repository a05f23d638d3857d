"""Amounts: numbers with the currency that stands beside them, in one pass from left to right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cafx.text.amount import Amount
from cafx.text.dashes import sense_of_hyphen
from cafx.text.degrees import DEGREE_BEGINS
from cafx.text.denomination import MINUSES, OPENS, is_glued_code, past_worth, take_currency
from cafx.text.inverted import (
    BEFORE_ROUGH,
    OVER,
    currency_before,
    is_behind_money,
    read_inverted,
    read_one_or_two,
    take_money_before,
)
from cafx.text.lexicon import (
    ARTICLES,
    CLOSING,
    CURRENCIES,
    FRACTIONS,
    HYPHENS,
    INVERTED,
    LEADS,
    MINUS_WORDS,
    OPENERS,
    PARTS_OF,
    POINT,
    PREFIXES,
    SINGULAR,
    TENGE_SIGNS,
    TIES,
)
from cafx.text.numerals import read_numeral
from cafx.text.plain import read_alone, read_plain
from cafx.text.runs import is_third
from cafx.text.tokens import NUMBER_KIND, SIGN_KIND, SPACES, WORD_KIND

if TYPE_CHECKING:
    from cafx.text.stretch import Stretch

__all__ = ["amounts_of", "begins"]

_PAUSES: Final = frozenset(",;.")
#: At most a dot and a dash or a word part the ends of a range.
_REACH_OF_RANGE: Final = 2
#: At most three words and a dash part the prices of a list.
_REACH_OF_LIST: Final = 5
_GROUP: Final = 3
#: A hyphen and an ending.
_PAST_ENDING: Final = 2
#: What can join a number in words to more of it, or to money.
#: What ties a number to money behind it; with an adverb of degree before a hedge: 5 SAL kam dollar.
_TIES: Final = TIES | DEGREE_BEGINS.keys()
_TIES_OF_WORDS: Final = _TIES | OPENERS["und"] | PARTS_OF | POINT | ARTICLES | FRACTIONS.keys() | OVER
_SPACES: Final = frozenset(SPACES)


def amounts_of(stretch: Stretch, *, is_thorough: bool = False) -> list[Amount]:
    """Return the amounts in order; numbers without a currency too, since others may lend it.

    Args:
        stretch: the text.
        is_thorough: keep the numbers that surely are no money too.
    """
    found: list[Amount] = []
    words, kinds = stretch.words, stretch.kinds
    index = 0
    previous: Amount | None = None
    for place in begins(stretch):
        if place < index:
            continue
        if kinds[place] == NUMBER_KIND:
            amount = read_plain(stretch, place)
            if amount is None:
                is_behind = words[place - 1] in BEFORE_ROUGH and is_behind_money(words, place)
                if not (is_thorough or is_behind) and _is_inert(stretch, place, previous):
                    continue
                amount = read_alone(stretch, place, previous) or _by_grammar(stretch, place, previous)
        elif not is_thorough and _is_inert_word(stretch, place, previous):
            continue
        else:
            amount = _rough(stretch, place, previous) or _by_grammar(stretch, place, previous)
        if amount is not None:
            if not amount.code and words[place - 1] in BEFORE_ROUGH:
                take_money_before(stretch, amount, previous)
            found.append(amount)
            previous = amount
            index = max(amount.after, place + 1)
            if amount.code and words[amount.number.after] == "(" and past_worth(stretch, amount.number.after):
                # the worth in the bracket is read for itself: 100 000 ($1150) сом
                index, previous = amount.number.after + 1, None
    return found


def _by_grammar(stretch: Stretch, place: int, previous: Amount | None) -> Amount | None:
    """Read the number at *place* and its money whatever they look like."""
    if stretch.kinds[place] == NUMBER_KIND and (
        _is_part_of_a_name(stretch, place) or _is_end_of_digits(stretch, place)
    ):
        return None
    number = read_numeral(stretch, place)
    if number is None:
        return None
    if number.is_spelled and stretch.words[place - 1] in ARTICLES and place:
        number = number._replace(first=place - 1)
    amount = Amount(stretch, number)
    _take_sign(stretch, amount, previous)
    take_currency(stretch, amount, previous)
    if amount.number.is_negative and sense_of_hyphen(stretch, amount.first) == "unclear":
        amount.code = ""  # Бонус -500 сомов: nobody can tell
    if not amount.code and is_third(stretch, place):
        return None  # iPhone 13/14/15 от 45 000 сомов
    if number.is_spelled and not amount.code and previous is not None and number.first < previous.after:
        return None
    return amount


def begins(stretch: Stretch) -> list[int]:
    """Return where an amount can begin: at digits, and at the words that numbers in words begin with."""
    words, kinds, openers = stretch.words, stretch.kinds, stretch.openers
    digits = [place for place, kind in enumerate(kinds[: stretch.count]) if kind == NUMBER_KIND]
    if openers.isdisjoint(words):
        return digits
    return sorted((*digits, *(place for place in range(stretch.count) if words[place] in openers)))


def _rough(stretch: Stretch, place: int, previous: Amount | None) -> Amount | None:
    """Read a number behind its scale word, and its currency behind both or before them."""
    is_inverted = stretch.words[place] in INVERTED
    if not is_inverted and stretch.words[place] not in SINGULAR:
        return None
    read = read_inverted(stretch, place) if is_inverted else read_one_or_two(stretch, place)
    if read is None:
        return None
    amount = Amount(stretch, read.low)
    if place and stretch.words[place - 1] in ARTICLES:
        amount.first, amount.start = place - 1, stretch.starts[place - 1]
    if read.high is not None:
        amount.high = read.high
        amount.last, amount.after = read.high.after - 1, read.high.after
        amount.end = stretch.ends[amount.last]
    take_currency(stretch, amount, previous)
    if is_inverted and not amount.code and (previous is None or previous.after < place):
        amount.code = currency_before(stretch, place)
        if amount.code:
            amount.first, amount.start = place - 1, stretch.starts[place - 1]
    return amount if amount.code else None


def _is_inert(stretch: Stretch, index: int, previous: Amount | None) -> bool:
    """Whether a number in digits is surely no money by the word behind it: ``86,000 kilometers``.

    Nothing gives it a currency, it ends no range, and nothing is lent to it or past it, so that
    leaving it out changes no figure; half the numbers of an article end here.
    """
    words, following = stretch.words, index + 1
    if _is_near_previous(stretch, index, previous):
        return False
    if index and (words[index - 1] in LEADS or words[index - 1] == "."):  # $.5
        return False
    if words[following] in _PAUSES:
        following += 1
        if NUMBER_KIND in stretch.kinds[following + 1 : following + _REACH_OF_LIST]:
            return False  # carrots 4, onions 3.5 and apples 12 somoni
    if following >= stretch.count:
        return True
    if words[following] in HYPHENS and _is_ending(stretch, following):
        following += _PAST_ENDING  # 2029-yilgacha, 2029-njy
        if stretch.kinds[following + (words[following] in CLOSING)] == NUMBER_KIND:
            return True
    kind, key = stretch.kinds[following], words[following]
    if kind == SIGN_KIND:
        return key not in _TIES
    is_plain_word = kind == WORD_KIND and stretch.starts[following] > stretch.ends[following - 1]
    return is_plain_word and key not in _TIES and key not in stretch.openers


def _is_ending(stretch: Stretch, index: int) -> bool:
    """Whether the hyphen at *index* joins a number to an ending that is neither a number nor money."""
    behind = index + 1
    is_glued = (
        stretch.ends[index - 1] == stretch.starts[index] and stretch.ends[index] == stretch.starts[behind]
    )
    return is_glued and stretch.kinds[behind] == WORD_KIND and stretch.words[behind] not in _TIES_OF_WORDS


def _is_inert_word(stretch: Stretch, index: int, previous: Amount | None) -> bool:
    """Whether a number in words is surely no money by the word behind it: ``one of them``."""
    words, following = stretch.words, index + 1
    if stretch.kinds[following] != WORD_KIND or words[following] in _TIES_OF_WORDS:
        return False
    start = index - (words[index - 1] in ARTICLES)
    return (
        stretch.starts[following] > stretch.ends[index]
        and words[start - 1] not in LEADS
        and not _is_near_previous(stretch, start, previous)
    )


def _is_near_previous(stretch: Stretch, index: int, previous: Amount | None) -> bool:
    """Whether a number at *index* can be the end of a range, or the goal of a change, from *previous* on."""
    if previous is None:
        return False
    distance = index - previous.after
    return distance <= 1 or (distance == _REACH_OF_RANGE and stretch.words[previous.after] == ".")


def _is_part_of_a_name(stretch: Stretch, index: int) -> bool:
    """Whether letters or signs right before the number make it part of a name, a date or a fraction.

    ``AI92``, ``ЭКСПО-2017``, ``3/4``, ``№500``; a code, a sign or T may touch it.
    """
    if not stretch.is_glued(index):
        return False
    before = stretch.tokens[index - 1]
    if before.kind == WORD_KIND:
        if before.key not in CURRENCIES and before.key not in TENGE_SIGNS:
            return True
        return is_glued_code(stretch, index - 1)
    if not stretch.is_glued(index - 1):
        return before.key in {"№", "#"}
    name = stretch.at(index - 2)
    if before.key in HYPHENS:
        printed = stretch.text[name.start : name.end]
        return name.kind == WORD_KIND and printed.isupper() and name.key not in CURRENCIES
    if before.key == ":":
        return stretch.is_time(index - 1)
    if before.key == "/":
        is_fraction = name.kind == NUMBER_KIND and len(name.key) <= _REACH_OF_RANGE
        return is_fraction and not is_third(stretch, index)
    return before.key == "_"


def _is_end_of_digits(stretch: Stretch, index: int) -> bool:
    """Whether a number goes on one that a space cut, so that it is a part of it: ``1 2 3 tenge``."""
    if stretch.kinds[index - 1] != NUMBER_KIND:
        return False
    before = stretch.at(index - 1)
    if len(before.key) > _GROUP or not before.key.isdecimal():
        return False
    token = stretch.tokens[index]
    if stretch.text[before.end : token.start] not in _SPACES or _is_part_of_a_name(stretch, index - 1):
        return False
    if is_third(stretch, index - 1):
        return False
    return len(token.key.partition(" ")[0].partition(",")[0].partition(".")[0]) < _GROUP


def _take_sign(stretch: Stretch, amount: Amount, previous: Amount | None) -> None:
    """Take a minus that is glued to the number, or the word for it: ``-80,00 KZT``, ``минус 500``."""
    first = amount.number.first
    mark = stretch.words[first - 1]
    if mark not in MINUSES and mark not in MINUS_WORDS:
        return
    before = stretch.at(first - 1)
    if before.key in MINUS_WORDS and not amount.number.is_spelled:
        is_minus = True
    elif before.key in MINUSES and stretch.is_glued(first) and not amount.number.is_spelled:
        is_free = previous is None or previous.after < first - 1
        is_minus = is_free and (
            first == 1
            or not stretch.is_glued(first - 1)
            or stretch.words[first - 2] in OPENS
            or (stretch.words[first - 2] in PREFIXES and stretch.kinds[first - 2] == SIGN_KIND)
        )
    else:
        return
    if is_minus and sense_of_hyphen(stretch, first - 1) != "dash":
        number = amount.number
        amount.number = number._replace(value=-number.value, first=first - 1, is_negative=True)
        amount.first = first - 1
        amount.start = before.start
