"""Whose verb tells a side: a price is seen from who quotes it, and a client stands on the other side.

A bank that buys has a buying price. Where *you can sell* dollars, or hand them in, somebody buys them, so
that it is a buying price too. Where *you can buy* them it is what they cost: a selling price only beside a
buying one, as with all verbs that tell a price first and a side by contrast.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Final

from cafx.text.lexicon import ALTERNATIVES, CONJUNCTIONS, stems_of, words_of
from cafx.text.rate_words import ASKING, PRICE_PREPOSITIONS
from cafx.text.stated.neighbours import is_ablative
from cafx.text.stated.side_words import sides_among
from cafx.text.stated.stems import beginning, is_paying
from cafx.text.words import LANGUAGES
from cafx.text.words.fields import phrases_of

if TYPE_CHECKING:
    from cafx.text.amount import Amount
    from cafx.text.stated.line import Line
    from cafx.text.stated_rate import Side

__all__ = ["as_quoted", "is_bought", "is_offered", "is_paid_by_client", "side_of_offer"]

#: What makes a verb a client's; in Turkic languages it holds the verb.
_POSSIBLE: Final = frozenset(phrases_of(("", language.possible) for language in LANGUAGES))
#: The first words of these: a text without them has no client.
_FIRSTS: Final = frozenset(words.split()[0] for words in _POSSIBLE)
#: The verbs of those that hold it.
_LED: Final = _FIRSTS - words_of("auxiliaries") - _POSSIBLE
_FAR: Final = words_of("possible_far")
_AUXILIARIES: Final = words_of("auxiliaries")
_IN_ORDER: Final = words_of("in_order")
_INFINITIVES: Final = stems_of("infinitives")
_SHORT_INFINITIVES: Final = words_of("short_infinitives")
_BARE: Final = words_of("bare_verbs")
_begins_handed_in: Final = beginning(stems_of("handing_in"))
_begins_received: Final = beginning(stems_of("receiving"))
_begins_got: Final = beginning(stems_of("getting"))
#: What leads from a verb to a price: купить доллар МОЖНО БЫЛО ЗА.
_begins_leading: Final = beginning((*stems_of("handing_in"), *stems_of("getting"), *ASKING))
_begins_accepting: Final = beginning(stems_of("accepting"))
_begins_offering: Final = beginning(stems_of("offering"))
_begins_giving_out: Final = beginning(stems_of("giving_out"))
_BETWEEN: Final = _POSSIBLE | PRICE_PREPOSITIONS | words_of("leading")
_BEHIND: Final = 4
_TWO: Final = 2
#: How far the sentence behind that of a price can begin to tell of the other side.
_FAR_BEHIND: Final = 6
_PIECES: Final = frozenset(",;.")
#: What begins a clause of its own, which no possibility before it governs.
_CLAUSES: Final = words_of("relatives") | {":"}


def as_quoted(line: Line, amount: Amount, side: Side | None) -> Side | None:
    """Return the side of who quotes the price, for the side that the words say."""
    stretch = line.stretch
    before = stretch.keys(max(line.last_end, line.sentence), amount.first)
    if side is None and line.memory.asked[0]:
        side = line.memory.asked[1]
    has_purpose = _is_paid_to_trade(line, amount.first - len(before), amount)
    before = _since_clause(before)
    if side in {None, "buy"} and _is_handed_in(line, amount, before):
        return "buy"
    behind = _until_piece(stretch.keys(amount.after, amount.after + _BEHIND))
    words = [*before, *behind]
    if side is None and _is_received(line, amount, before):
        return "buy"
    is_clients = (
        _is_clients(words)
        or _goes_on_from_client(line, amount, words)
        or _leads_to_client(line, amount, behind)
        or has_purpose
    )
    if side == "both" or not is_clients:
        return side
    if side == "sell":
        return None if _is_either(words) else "buy"
    keys = stretch.keys(line.sentence, line.end)
    if side is None and not any(map(_begins_got, before)):
        return None
    has_other = "sell" in sides_among(keys) or any(map(_begins_handed_in, keys))
    is_after_other = has_purpose and bool(line.rates) and line.rates[-1].side == "buy"
    return "sell" if has_other or is_after_other else None


def side_of_offer(line: Line, amount: Amount) -> Side | None:
    """Return the side of a price at which a currency is taken or offered: ``принимают рубли ПО 7,6``.

    In Turkic languages it is offered from a price: ``22 manatdan HÖDÜRLEDILER``.
    """
    if is_ablative(line, amount) and _begins_offering(line.stretch.key(amount.after)):
        return "sell"
    if line.stretch.key(amount.first - 1) not in PRICE_PREPOSITIONS:
        return None
    before = line.stretch.keys(max(line.last_end, line.sentence), amount.first)
    verbs = before[-_BEHIND:-1]  # the verb, and what is taken: принимают доллар США по
    if any(map(_begins_accepting, verbs)):
        return "buy"
    if any(map(_begins_offering, verbs)):
        return "sell"
    keys = line.stretch.keys(line.sentence, line.end)
    is_given_out = any(map(_begins_giving_out, before))
    return "sell" if is_given_out and any(map(_begins_accepting, keys)) else None


def is_offered(line: Line, place: int, between: list[str]) -> bool:
    """Whether a client's verb before a currency leads to its price: ``купить доллар МОЖНО ЗА``."""
    before = line.stretch.keys(max(line.sentence, place - 2), place)
    has_verb = bool(sides_among(before)) or any(map(_begins_leading, before))
    return has_verb and bool(between) and all(key in _BETWEEN for key in between)


def _goes_on_from_client(line: Line, amount: Amount, words: list[str]) -> bool:
    """Whether a possibility before the last price is this one's too: купить можно за 7,3, а ПРОДАТЬ за 7.

    The verb has no person then, and nobody else is named since.
    """
    if any(line.last_end <= index < amount.first for index, _ in line.sayers):
        return False
    has_verb = any(
        _is_infinitive(key) or (key in _BARE and before in CONJUNCTIONS and sides_among([key]))
        for before, key in itertools.pairwise(["", *words])
    )
    return has_verb and _has_possibility(_since_clause(line.stretch.keys(line.sentence, amount.first)))


def _leads_to_client(line: Line, amount: Amount, behind: list[str]) -> bool:
    """Whether the possibility behind the next price is this one's too: 522-ден АЛУҒА, 518-ден сатуға БОЛАДЫ.

    The verb has the form that goes with it, and stands right before the comma.
    """
    if not behind or behind[-1] not in _LED:
        return False
    place = amount.after + len(behind)
    rest = line.stretch.keys(place + 1, line.end)
    is_listed = line.stretch.key(place) == "," or line.stretch.key(place) in CONJUNCTIONS
    return is_listed and any(" ".join(pair) in _POSSIBLE for pair in itertools.pairwise(rest))


def is_bought(line: Line, place: int) -> bool:
    """Whether a client pays to buy or to sell the currency at *place*: ЧТОБЫ КУПИТЬ 100 долларов."""
    start = max(line.sentence, place - _BEHIND)
    return _behind_purpose(line, start, place) > 0


def is_paid_by_client(line: Line, amount: Amount) -> bool:
    """Whether a price is what a client gets for a currency or pays to have it."""
    start = max(line.last_end, line.sentence)
    return _is_paid_to_trade(line, start, amount) or _is_received(
        line, amount, line.stretch.keys(start, amount.first)
    )


def _is_paid_to_trade(line: Line, start: int, amount: Amount) -> bool:
    """Whether a price is what a client pays, or gets, to trade: TO BUY 100 dollars you PAY 1,100 somoni.

    Nobody trades since: to buy euros, banks SELL dollars.
    """
    behind = _behind_purpose(line, start, amount.first)
    if not behind or sides_among(line.stretch.keys(behind, amount.first)) or line.has_side_behind(amount):
        return False
    return any(map(is_paying, line.stretch.keys(behind, line.end)))


def _is_received(line: Line, amount: Amount, before: list[str]) -> bool:
    """Whether a price is what a client gets, told beside what one pays to buy: you RECEIVE 141 somoni.

    And to buy the same thousand rubles you have to give 144.
    """
    if not any(map(_begins_received, before)):
        return False
    end = min(line.end + _FAR_BEHIND, line.stretch.count)
    behind = _behind_purpose(line, amount.after, end)
    verb = line.stretch.key(behind - 1)
    return behind > 0 and (_begins_got(verb) or sides_among([verb]) == ["buy"])


def _behind_purpose(line: Line, start: int, end: int) -> int:
    """Return what follows a clause that tells to what end somebody pays; 0 without one: they want TO BUY."""
    for place in range(start, end - 1):
        before = line.stretch.key(place - 1)
        is_first = place == line.sentence or not before.isalpha() or before in CONJUNCTIONS
        verb = line.stretch.key(place + 1)
        if line.stretch.key(place) in _IN_ORDER and is_first and (sides_among([verb]) or _begins_got(verb)):
            return place + _TWO
    return 0


def _is_either(keys: list[str]) -> bool:
    """Whether one price is for both sides: КУПИТЬ ИЛИ ПРОДАТЬ."""
    return any(
        key in ALTERNATIVES and all(sides_among([verb]) or _begins_got(verb) for verb in (before, behind))
        for before, key, behind in zip(keys, keys[1:], keys[2:], strict=False)
    )


def _has_possibility(keys: list[str]) -> bool:
    """Whether something is said to be possible for clients: МОЖНО, YOU CAN."""
    return not _FIRSTS.isdisjoint(keys) and (
        not _POSSIBLE.isdisjoint(keys)
        or any(" ".join(pair) in _POSSIBLE for pair in itertools.pairwise(keys))
    )


def _is_clients(keys: list[str]) -> bool:
    """Whether a possibility of clients governs the verb of trade: МОЖНО купить, YOU CAN sell.

    In English the verb stands right behind it, and no bank does it; where the possibility is one word, the
    verb is near and has no person.
    """
    if _FIRSTS.isdisjoint(keys):
        return False
    for index, key in enumerate(keys):
        if key in _POSSIBLE:
            end = len(keys) if key in _FAR else index + _BEHIND
            if any(map(_is_infinitive, keys[max(0, index - _BEHIND) : end])):
                return True
        elif " ".join(keys[index : index + 2]) in _POSSIBLE:
            verb, by = keys[index + 2 : index + 3], keys[index + 3 : index + 4]
            has_verb = key not in _AUXILIARIES  # olish mumkin: it is a part of the phrase
            if has_verb or (sides_among(verb) and by != ["by"]):
                return True
    return False


def _is_infinitive(key: str) -> bool:
    """Whether a verb of trade has no person."""
    return key in _SHORT_INFINITIVES or (
        key.endswith(_INFINITIVES) and bool(sides_among([key]) or _begins_got(key))
    )


def _is_handed_in(line: Line, amount: Amount, before: list[str]) -> bool:
    """Whether money is handed in at the price, and not by a bank: СДАТЬ доллары можно ЗА."""
    if before[-1:] == [] or before[-1] not in _BETWEEN:
        return False
    start = amount.first - len(before)
    place = next((index for index, key in enumerate(before) if _begins_handed_in(key)), -1)
    return place >= 0 and all(index != start + place - 1 for index, _ in line.sayers)


def _since_clause(keys: list[str]) -> list[str]:
    """Return the words behind the last that begins a clause of its own: a colon, *that*."""
    start = next((index for index in range(len(keys), 0, -1) if keys[index - 1] in _CLAUSES), 0)
    return keys[start:]


def _until_piece(keys: list[str]) -> list[str]:
    """Return the words before the first pause, or the first word that joins another clause."""
    end = next((index for index, key in enumerate(keys) if key in _PIECES or key in CONJUNCTIONS), len(keys))
    return keys[:end]
