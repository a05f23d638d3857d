"""On which side of a market a price stands: what it is bought for, or sold for."""

from __future__ import annotations

import itertools
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from cafx.text.lexicon import (
    ABLATIVES,
    ALTERNATIVES,
    CONJUNCTIONS,
    CURRENCIES,
    DASHES,
    DATIVE_FORMS,
    OPENING,
    PER,
    TO,
    stems_of,
    words_of,
)
from cafx.text.rate_words import (
    ASKING,
    BUYING,
    CLAUSES,
    GIVING,
    LED_BY_AUXILIARIES,
    NO_SIDES,
    SELLING,
    SUBJECTS,
    WORTHS,
)
from cafx.text.stated.clients import as_quoted, side_of_offer
from cafx.text.stated.neighbours import (
    VERB_FINAL,
    goes_on,
    is_bracketed,
    is_new_level,
    is_side_of_base,
    names_side,
    price_of_one_verb,
    side_left_out,
    side_of_named,
    side_of_reckoning,
)
from cafx.text.stated.side_words import sides_among
from cafx.text.stated.stems import (
    beginning,
    is_asking,
    is_being,
    is_giving,
    is_handing,
    is_offering,
    is_rate_word,
    is_selling,
    is_taking,
    is_trader,
)

if TYPE_CHECKING:
    from cafx.text.amount import Amount
    from cafx.text.stated.line import Line
    from cafx.text.stated_rate import Side
    from cafx.text.stretch import Stretch

__all__ = ["is_official_side", "side_of"]

_NEAR: Final = 4
#: How many words behind a price can tell its side, and how long a bracket is that is stepped over.
_REACH: Final = 7
_LONGEST_ASIDE: Final = 24
#: The most words of a verb: satyn alyp otyrlar.
_VERB: Final = 3

_PIECES: Final = frozenset(",;.")
#: What buys so much: one ruble, a dollar, IT.
_SUBJECTS: Final = frozenset((*CURRENCIES, *SUBJECTS))
_BARS: Final = frozenset("|/•")
#: What stands behind the noun of a rate at which money changes hands: kursy BILEN.
_CONVERTED: Final = words_of("converted")
#: *Too*, where it is a conjunction besides.
_TOO: Final = words_of("too")
_begins_asked: Final = beginning((*SELLING, *ASKING), but=NO_SIDES)
_begins_given: Final = beginning((*BUYING, *GIVING, *SELLING, *stems_of("getting")), but=NO_SIDES)
_FOR: Final = PER | {"for"}
_ALIKE: Final = Decimal("1.2")


def side_of(line: Line, amount: Amount, last: int) -> Side | None:
    """Return whether a price is for buying or selling, as who quotes it sees it."""
    return as_quoted(line, amount, _side_said(line, amount, last) or side_of_offer(line, amount))


def _side_said(line: Line, amount: Amount, last: int) -> Side | None:
    """Return whether a price is for buying or selling, said behind it, before it, or for a whole list."""
    stretch = line.stretch
    if stretch.key(last + 1) in CONJUNCTIONS and stretch.is_number(last + 2):
        shared = next((one.last for one in line.amounts if one.first == last + 2), None)
        if shared is not None:  # 24 manat 50 we 24 manat 80 teňňeden satyn alýarlar
            return _side_said(line, amount, shared)
    if stretch.key(last + 1) in TO and stretch.key(last + 2) in WORTHS:
        return None  # it took 54 tenge to buy one dollar
    behind = _behind(line, amount, last)
    sides = set(sides_among(behind))
    if sides == {"buy"} and amount.high is not None and _is_sold_too(line, amount.after + len(behind)):
        line.memory.is_both = True
        return "both"
    if len(sides) == 1:
        return sides.pop()
    if sides:
        line.memory.is_both = amount.high is not None and ("(" in behind or not _BARS.isdisjoint(behind))
        return "both" if line.memory.is_both else None
    told = _side_of_verb(line, amount, behind)
    if told is not None or _is_worth(line, amount) or _has_verb_of_its_own(line, amount, behind):
        return told
    return _side_before(line, amount, behind)


def _is_sold_too(line: Line, index: int) -> bool:
    """Whether only a verb of selling follows the comma at *index*: 495 теңгеден сатып алынып, САТЫЛУДА."""
    is_joined = line.stretch.language in VERB_FINAL and line.stretch.key(index) == ","
    return (
        is_joined and sides_among(_clause(line, index + 1)) == ["sell"] and _ends_with_verb(line, index + 1)
    )


def _side_of_verb(line: Line, amount: Amount, behind: list[str]) -> Side | None:
    """Return the side of a verb behind a price that is none of buying and selling: taken, paid out, asked."""
    if _is_taken_from(line, amount) or _is_paid_out(line, amount, behind):
        return "buy"
    # харидорӣ ва то 6,56 сомонӣ ФУРӮХТА мешавад
    return _side_of_paying(line, amount, behind) if any(map(_begins_asked, behind)) else None


def _side_before(line: Line, amount: Amount, behind: list[str]) -> Side | None:
    """Return the side that is said before a price, where nothing behind it tells one."""
    stretch, start = line.stretch, _start_of_words(line, amount)
    for other in line.amounts:  # a price that was not read keeps its side: bid 12,640 and offered 12,680
        if start <= other.first < amount.first and not other.code and _is_alike(other, amount):
            start = other.after
    words = stretch.keys(start, amount.first)
    before = sides_among(words)
    if len(set(before)) > 1:
        since = _since_comma(words)
        before = since if len(set(since)) == 1 else before
    if before and _is_of_price_before(line, amount, words):
        return None
    if not before and line.prices:
        if is_new_level(line, amount) or is_bracketed(line, amount):
            return line.rates[-1].side
        before = sides_among(_heading(stretch.keys(line.sentence, amount.first))) or _sides_in_turn(line)
    if len(set(before)) > 1:
        if amount.high is None and not ALTERNATIVES.isdisjoint(words):
            return None  # купить или продать
        line.memory.is_both = amount.high is not None
        return "both" if line.memory.is_both else before[0]
    if before:
        line.memory.is_both = False
        return before[-1]
    return _side_carried(line, amount, [*words, *behind])


def _is_of_price_before(line: Line, amount: Amount, words: list[str]) -> bool:
    """Whether the verb before a price is that of the last of two sides: …-ден САТЫЛУДА, ал еуро 600 теңге."""
    if not line.prices or line.stretch.language not in VERB_FINAL or "," not in words:
        return False
    is_governed = line.stretch.key(amount.last).endswith(ABLATIVES)
    told = {rate.side for rate in line.rates[-line.prices :]}
    return not is_governed and {"buy", "sell"} <= told and not _since_comma(words)


def _sides_in_turn(line: Line) -> list[Side]:
    """Return the two sides that the sentence named before its first price, that of the second price first."""
    first = next((one.first for one in line.amounts if line.sentence < one.first < line.last_end), 0)
    pair = sides_among(line.stretch.keys(line.sentence, first))
    return pair[::-1] if len(set(pair)) > 1 else []


def _side_carried(line: Line, amount: Amount, around: list[str]) -> Side | None:
    """Return the side of a price from the price before it, from the one behind, or from who pays it."""
    if goes_on(line, amount):
        return line.rates[-1].side
    later = price_of_one_verb(line, amount)
    if later is not None:
        return _side_said(line, later, later.last)
    left_out = side_left_out(line, amount) or side_of_reckoning(line, amount)
    if left_out is not None:
        return left_out
    told = _side_of_paying(line, amount, around) or side_of_named(line, amount)
    return "both" if told is None and line.memory.is_both and amount.high is not None else told


def _start_of_words(line: Line, amount: Amount) -> int:
    """Return where the words before a price begin that can tell its side: at its bracket, if it has one.

    A bracket that ends before it is stepped over: покупают (Демир, Бакай, Оптима) по 87,3.
    """
    stretch, start = line.stretch, line.last_end
    if stretch.language in VERB_FINAL and _is_no_rate_before(line, start):
        since = stretch.keys(start, amount.first)
        start += since.index(",") if "," in since else 0  # et 19 manatdan SATYLÝAR, dollar 3,5 manat
    depth = 0
    for index in range(amount.first - 1, start, -1):
        key = stretch.words[index]
        if key == ")":
            depth += 1
        elif key == "(" and depth:
            depth -= 1
            if _past_aside(line, index) == index:
                return index
        elif key in {"(", ";"}:
            return index
    return start


def _is_no_rate_before(line: Line, after: int) -> bool:
    """Whether the amount that ends before the token *after* is the price of a thing."""
    before = next((one for one in line.amounts if one.after == after and one.code), None)
    return before is not None and all(rate.end < before.end for rate in line.rates[-line.prices :])


def _past_aside(line: Line, index: int) -> int:
    """Step over a bracket that tells neither a number nor a side, such as a list of banks; else stay."""
    if line.stretch.words[index] != "(":
        return index
    keys = line.stretch.keys(index, min(line.end, index + _LONGEST_ASIDE))
    end = index + (keys.index(")") if ")" in keys else 0)
    is_aside = not any(map(line.stretch.is_number, range(index, end))) and not sides_among(
        keys[: end - index]
    )
    return end + 1 if end > index and is_aside else index


def _behind(line: Line, amount: Amount, last: int) -> list[str]:
    """Return the words behind a price that can tell its side: up to the next piece, price or clause."""
    stretch = line.stretch
    behind: list[str] = []
    first = _past_aside(line, last + 1)
    for index in range(first, min(first + _REACH, line.end)):
        key = stretch.key(index)
        is_joint = key in CONJUNCTIONS or key in _BARS
        following = stretch.key(index + 1)
        if amount.high is not None and "(" in behind and is_joint and sides_among([behind[-1], following]):
            continue  # 525–528 тенге (покупка и продажа)
        if key in _BARS and behind and sides_among([*behind, following])[1:]:
            behind.append(key)
            continue  # сатып алады/сатады
        if key in _CONVERTED and behind and is_rate_word(behind[-1]):
            continue  # 57,8 курсу МЕНЕН сатып алып
        if key in _TOO and not behind and _ends_with_verb(line, index + 1):
            continue  # 20,4 manatdan HEM satypdyrlar
        if key in _PIECES or is_joint or stretch.is_number(index):
            break
        if stretch.is_number(index + 1) and _leads(stretch, key):
            break  # вместо 155 тенге ПРОСЯТ 210
        if key in CLAUSES or (key == "(" and _holds_price(line, index)):
            break  # 16 manats (the dollar is sold at 16,20); 15 manats while they refuse to buy
        if key in CURRENCIES and (following in DASHES or following == ":"):
            break  # the next currency of a list
        behind.append(key)
    return behind


def _ends_with_verb(line: Line, index: int) -> bool:
    """Whether nothing but a verb of trade stands from *index* to the end of its clause."""
    keys = _clause(line, index)
    if not sides_among(keys[:1]) or is_trader(keys[0]) or line.stretch.is_number(index + len(keys)):
        return False
    # Two words are a verb and its auxiliary: сатылып ЖАТЫР; not sellers and what they do.
    return len(keys) == 1 or (len(keys) <= _VERB and keys[0].endswith(LED_BY_AUXILIARIES))


def _clause(line: Line, index: int) -> list[str]:
    """Return the words from *index* to the end of its clause: a mark, or the end of the sentence."""
    return list(itertools.takewhile(str.isalpha, line.stretch.keys(index, line.end)))


def _leads(stretch: Stretch, key: str) -> bool:
    """Whether a verb of asking or giving stands before its price in the language."""
    return stretch.language not in VERB_FINAL and (is_asking(key) or is_giving(key))


def _since_comma(keys: list[str]) -> list[Side]:
    """Return the sides behind the last comma: those before it are of the price before, …ДАН САТМОҚДА."""
    return sides_among(keys[len(keys) - keys[::-1].index(",") :]) if "," in keys else []


def _holds_price(line: Line, index: int) -> bool:
    """Whether the bracket that opens at *index* holds a price of its own."""
    keys = line.stretch.keys(index, line.end)
    end = index + (keys.index(")") if ")" in keys else 0)
    return any(index < one.first < end and one.code for one in line.amounts)


def _heading(keys: list[str]) -> list[str]:
    """Return what stands before the first colon: продажа: доллар 525, евро 607."""
    return keys[: keys.index(":")] if ":" in keys else []


def _is_worth(line: Line, amount: Amount) -> bool:
    """Whether it is money that buys so much: one ruble BUYS 5.4 tenge; not ``USD buy 11,940`` on a board."""
    verb = line.stretch.key(amount.first - 1)
    if verb not in WORTHS:
        return False
    is_subject = verb != "buy" and line.stretch.key(amount.first - 2) in _SUBJECTS
    return is_subject or any(base.is_counted for base in line.bases)


def _is_taken_from(line: Line, amount: Amount) -> bool:
    """Whether dollars are taken at the price: ``536 теңгеден алып``."""
    stretch = line.stretch
    printed = stretch.key(amount.last)
    is_from = (
        (amount.suffix in OPENING and bool(amount.suffix))
        or printed.endswith(ABLATIVES)
        or printed in DATIVE_FORMS
    )
    return is_from and is_taking(stretch.key(amount.after))


def _has_verb_of_its_own(line: Line, amount: Amount, behind: list[str]) -> bool:
    """Whether the side before is that of the last price: 80 сомдон САТЫП жатышат, рубли 1,10 сом БОЛУУДА."""
    if not line.prices or line.stretch.language not in VERB_FINAL or not any(map(is_being, behind)):
        return False
    if line.rates[-1].side == "both" or names_side(line) or is_side_of_base(line, amount):
        return False
    since = line.stretch.keys(line.last_end, amount.first)
    return "," in since and not sides_among(since[since.index(",") :])


def _side_of_paying(line: Line, amount: Amount, around: list[str]) -> Side | None:
    """Return the side of a price that is paid or asked, where the sentence tells of the other side too."""
    keys = line.stretch.keys(line.sentence, line.end)
    printed = line.stretch.key(amount.last)
    is_handed = printed.endswith(ABLATIVES) and any(map(is_handing, around[-_NEAR:]))
    if is_handed and any(map(is_taking, keys)):
        return "sell"  # 517 теңгеден қабылдап, 522 теңгеден береді
    if _is_offered_for(line, amount):
        return "buy" if any(map(is_selling, keys)) else None
    if any(map(is_giving, around)):
        return "buy" if any(map(_begins_asked, keys)) else None
    if any(map(is_asking, around)):
        return "sell" if any(map(_begins_given, keys)) else None
    return None


def _is_offered_for(line: Line, amount: Amount) -> bool:
    """Whether so much is what is offered FOR a counted base: ``за 1000 рублей ПРЕДЛАГАЮТ 180 сомони``."""
    stretch = line.stretch
    if not any(is_offering(stretch.key(index)) for index in (amount.first - 1, amount.after)):
        return False
    counted = [base for base in line.bases if base.is_counted]
    units = [one for base in counted for one in line.amounts if one.first == base.place]
    return any(stretch.key(index) in _FOR for unit in units for index in (unit.first - 1, unit.after))


def _is_paid_out(line: Line, amount: Amount, behind: list[str]) -> bool:
    """Whether a price is given for the currency, beside one to sell at: ``bir DOLLARA 5,40 BERILÝÄR``."""
    stretch = line.stretch
    return (
        any(map(is_handing, behind))
        and not stretch.key(amount.last).endswith(ABLATIVES)
        and any(key in DATIVE_FORMS for key in stretch.keys(amount.first - 2, amount.first))
        and any(map(is_selling, stretch.keys(line.sentence, line.end)))
    )


def _is_alike(one: Amount, other: Amount) -> bool:
    return other.value / _ALIKE <= one.value <= other.value * _ALIKE


def is_official_side(line: Line, amount: Amount) -> bool:
    """Whether an official price has a side: a bank has one rate, unless a side is a part of its name.

    The buying rate, курс продажи; or the sentence tells of both sides, and not just here of the official
    rate: sell at 89.72 soms, above the OFFICIAL 89.32 soms.
    """
    if names_side(line):
        return True
    if not line.has_both_sides():
        return False
    is_said = any(line.last_end <= index < amount.first and said == "official" for index, said in line.sayers)
    since = line.stretch.keys(line.last_end, amount.first)
    return not (is_said and line.prices and not sides_among(since) and not line.has_side_behind(amount))
