"""Who says a rate: a central bank, a market, banks, exchange offices, the street."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from cafx.text.lexicon import CONJUNCTIONS, stems_of, words_of
from cafx.text.rate_words import AVERAGE, BLACK_MARKETS, CENTRAL, MONEY_WORDS, ROADS, sayers_in
from cafx.text.stated.parts import SENTENCE_ENDS
from cafx.text.stated.stems import beginning, is_day_word, is_rate_word
from cafx.text.words import LANGUAGES

if TYPE_CHECKING:
    from cafx.text.amount import Amount
    from cafx.text.stated.line import Line
    from cafx.text.stated_rate import Sayer
    from cafx.text.stretch import Stretch

__all__ = ["sayer_of", "take_sayers"]

#: Who makes a line one about rates; banks do other things too.
_TELLING: Final = frozenset(("official", "market", "street"))
_JOINTS: Final = CONJUNCTIONS | {"(", ")", '"', "«"}
#: Prepositions before who says a rate, and the languages that have them.
_SAID_AT: Final = words_of("said_at")
_PREPOSITIONAL: Final = frozenset(language.code for language in LANGUAGES if language.said_at)
_begins_exchange: Final = beginning(stems_of("exchange_markets"))
_TWO, _NEAR, _FAR = 2, 4, 9


def take_sayers(line: Line, index: int) -> None:
    """Take who says a rate by the word at *index*."""
    key = line.stretch.words[index]
    for said in _average_of(line, index) if key in AVERAGE else sayers_in(key):
        if said == "official" and line.sayers and line.sayers[-1] == (index - 1, "bank"):
            line.sayers.pop()  # Бонки миллӣ
        if line.sayers and line.sayers[-1] == (_adjective_of(line.stretch, index), "official"):
            continue  # the bank of a central bank
        if not _speaks(line.stretch, index, said):
            continue
        named = _market_at(line, index) if said == "street" else said
        line.sayers.append((index, cast("Sayer", named)))
        line.cues = line.cues or named in _TELLING


def _market_at(line: Line, index: int) -> str:
    """Return whose market a word for one is: that of the street, or, on a CURRENCY market, an exchange's."""
    stretch = line.stretch
    is_black = any(place >= index - _TWO and said == "street" for place, said in line.sayers)
    beside = (stretch.key(index - 1), stretch.key(index + 1))
    return "market" if not is_black and any(map(_begins_exchange, beside)) else "street"


def _average_of(line: Line, index: int) -> tuple[str, ...]:
    """Return that the market says an average rate, where nobody else is named: ОРТАША бағам."""
    is_alone = is_rate_word(line.stretch.key(index + 1)) and not line.sayers
    return ("market",) if is_alone else ()


def sayer_of(line: Line, amount: Amount, last: int) -> Sayer | None:
    """Return who says a price: whom the sentence names since the price before, or right behind it, or before.

    Args:
        line: the line.
        amount: the price.
        last: its last token, or that of the currency behind it.
    """
    since = max(line.last_end, line.claimed + 1)
    before = [(index, said) for index, said in line.sayers if index < amount.first]
    if before and before[-1][0] >= since:
        return before[-1][1]
    if line.sayers and line.sayers[-1][0] > last and line.stretch.language in _PREPOSITIONAL:
        behind = _sayer_behind(line, last + 1)
        if behind is not None:
            line.claimed = behind[0]
            return behind[1]
    return before[-1][1] if before else line.memory.sayer


def _sayer_behind(line: Line, start: int) -> tuple[int, Sayer] | None:
    """Return who is named behind a price with a preposition: IN exchange offices, на чёрном рынке.

    A day or a place may stand between: ON Monday in Osh; nothing else, not against the BACKGROUND of.
    """
    stretch, said = line.stretch, dict(line.sayers)
    if stretch.key(start) not in _SAID_AT:
        return None
    words = 0
    for index in range(start + 1, min(start + _FAR, line.end)):
        key = stretch.key(index)
        if index in said:
            noun = next((one for one in range(index + 1, index + _NEAR) if one in said), index)
            return noun, said[noun]
        if not (stretch.is_word(index) or key == "'"):
            return None
        if key in _SAID_AT:
            beside = range(index - words, index)
            if not all(_is_name(stretch, one) or is_day_word(stretch.key(one)) for one in beside):
                return None
            words = 0
            continue
        words += 1
    return None


def _adjective_of(stretch: Stretch, index: int) -> int:
    """Return where the adjective of a noun stands, which a bracket may hold: (Central) Bank."""
    return index - 1 - (stretch.key(index - 1) == ")")


def _speaks(stretch: Stretch, index: int, said: str) -> bool:
    """Whether a word stands for somebody who says a rate, by the words beside it."""
    if said == "official":
        if _is_of_money(stretch, index + 1):
            return False  # the official currency
        return not stretch.words[index].startswith(CENTRAL) or _is_of_a_bank(stretch, index)
    if said != "street":
        return True
    markets = BLACK_MARKETS.get(stretch.words[index])
    if markets is not None and not stretch.key(index + 1).startswith(markets):
        return False  # қара алтын: oil
    return not _is_place(stretch, index)


def _is_of_money(stretch: Stretch, index: int) -> bool:
    """Whether money is named at *index*, and not what a rate is of: the official CURRENCY rate."""
    return stretch.key(index).startswith(MONEY_WORDS) and not is_rate_word(stretch.key(index + 1))


def _is_of_a_bank(stretch: Stretch, index: int) -> bool:
    """Whether an adjective is one of a bank or of a rate: NATIONAL bank; not CENTRAL Asia."""
    behind = index + 1
    while behind < index + _NEAR and (
        stretch.key(behind) in _JOINTS or stretch.key(behind).startswith(CENTRAL)
    ):
        behind += 1  # the National (Central) Bank
    return is_rate_word(stretch.key(behind)) or any(
        {"bank", "official"}.intersection(sayers_in(key)) and not key.startswith(CENTRAL)
        for key in (stretch.key(index - 1), stretch.key(behind))
    )


def _is_place(stretch: Stretch, index: int) -> bool:
    """Whether a word is a part of the name of a place: на УЛИЦЕ Абая, Wall STREET, КАРА-Балта."""
    beside = [index - 1, index + 1] if stretch.words[index].startswith(ROADS) else []
    if stretch.is_hyphenated(index + 1):
        beside.append(index + _TWO)
    return any(place > 0 and _is_name(stretch, place) for place in beside)


def _is_name(stretch: Stretch, index: int) -> bool:
    """Whether a word has a capital, though it begins no sentence."""
    return (
        stretch.is_word(index)
        and not stretch.text[stretch.starts[index]].islower()
        and stretch.key(index - 1) not in SENTENCE_ENDS
    )
