"""Whether a rate is expected only: ``может вырасти до 500``, ``is expected to reach``, ``жетуі мүмкін``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cafx.text.lexicon import ABLATIVES, CONJUNCTIONS, CURRENCIES, OPENING, stems_of, words_of
from cafx.text.rate_words import MODALS, NOW, SEEING, UNLIKE
from cafx.text.stated.neighbours import price_of_one_verb
from cafx.text.stated.stems import is_expecting, is_level_word, is_move, is_trading

if TYPE_CHECKING:
    from cafx.text.amount import Amount
    from cafx.text.stated.line import Line

__all__ = ["expects", "is_forecast"]

_OUTLOOKS: Final = words_of("outlooks")
_STANDING: Final = words_of("standing")
_COMMA: Final = ","
#: What turns from what was expected to what came: ожидалось 550, НО курс остановился на 541.
_TURNS: Final = frozenset(
    "но однако but however бірақ бирок лекин lekin аммо ammo вале ýöne emma compared вместо".split()
)
_NEAR: Final = 3
_REACH: Final = 5
#: Endings of the verbal nouns that *may* stands behind: жетуі мүмкін, chiqishi mumkin.
_VERBAL_NOUNS: Final = ("уы", "уі", "үі", "ышы", "иши", "уши", "уусу", "үшү", "ушу", "ishi")
#: A language, and the endings of its converbs, which *may* stands behind.
_CONVERBS: Final = ("tk", "up", "üp", "yp", "ip")
#: What tells that somebody else changed it, before an English verb and at the end of a Russian one.
_PASSIVES: Final = words_of("passives")
_PASSIVE_ENDINGS: Final = stems_of("passive_endings")
_MANNER: Final = "менен"  # божол менен: about


def is_forecast(line: Line, amount: Amount) -> bool:
    """Whether the sentence of *amount* says that its price may come, not that it is or was.

    What is expected governs the prices behind it up to a word for the present; where the verb stands last,
    the price before it. The old level of a change that may come is a rate of today.
    """
    stretch = line.stretch
    if not line.expected or _is_old_level(line, amount):
        return False
    for index in range(amount.first - 1, line.sentence - 1, -1):
        if stretch.key(index) in NOW or stretch.key(index) in _TURNS:
            if index < line.last_end:
                break  # of the price before: сейчас 541, а к лету может дойти до 560
            return False
        if index in line.expected:
            return not _is_of_another(line, index, amount)
    return _is_expected_behind(line, amount)


def _is_of_another(line: Line, index: int, amount: Amount) -> bool:
    """Whether it is another thing that is expected: ``inflation of 8 percent, the dollar COSTS 541 tenge``.

    It has a number of its own before a comma, and behind that a verb tells what the currency costs now.
    """
    stretch, first = line.stretch, amount.first
    commas = (place for place in range(index, first) if stretch.words[place] == _COMMA)
    comma = max((place for place in commas if not stretch.is_glued(place + 1)), default=index)
    if not any(map(stretch.is_number, range(line.sentence, comma))):
        return False
    if any(base.place < comma for base in line.bases):
        return False
    return not _STANDING.isdisjoint(stretch.keys(comma, first))


def _is_expected_behind(line: Line, amount: Amount) -> bool:
    stretch = line.stretch
    others = {other.first for other in line.amounts if other.code and line.sentence <= other.first < line.end}
    has_comma = False
    for index in range(amount.after, line.end):
        key = stretch.key(index)
        if index in others:
            return _is_of_a_list(line, amount)
        if key in NOW:
            return False
        if key == _COMMA:
            has_comma = True
        elif has_comma and key in CONJUNCTIONS and stretch.key(index - 1) == _COMMA:
            return False
        if index in line.expected:
            return not any(other > index for other in others)
    return False


def _is_of_a_list(line: Line, amount: Amount) -> bool:
    """Whether a price has the verb of a later one that may come: 12 400, 12 500 BO'LISHI MUMKIN."""
    if not NOW.isdisjoint(line.stretch.keys(line.sentence, amount.first)):
        return False
    later = price_of_one_verb(line, amount)
    return later is not None and _is_expected_behind(line, later)


def _is_old_level(line: Line, amount: Amount) -> bool:
    """Whether a change starts at *amount*: FROM 441 to 500."""
    stretch = line.stretch
    following = next((other for other in line.amounts if other.first >= amount.after), None)
    if following is None or amount.high is not None or following.first - amount.after > _NEAR:
        return False
    if _is_of_outlook(line, amount):
        return False
    if any(stretch.is_word(index) and stretch.key(index) in OPENING for index in (amount.first - 1,)):
        return True
    return following.first == amount.after and (
        amount.suffix.endswith(ABLATIVES) or stretch.key(amount.last).endswith(ABLATIVES)
    )


def _is_of_outlook(line: Line, amount: Amount) -> bool:
    """Whether it is the forecast that changes from *amount* on: REVISE its forecast for the rate from 475."""
    stretch = line.stretch
    for index in line.expected:
        if index < amount.first and stretch.key(index) in _OUTLOOKS:
            is_object = any(map(is_move, stretch.keys(max(line.sentence, index - _NEAR), index)))
            is_free = not any(map(is_move, stretch.keys(index, amount.first)))
            if is_free and (is_object or stretch.key(amount.first - 1) not in OPENING):
                return True
            if index <= line.sentence + 1 and _is_revised(stretch.keys(index + 1, amount.first)):
                return True
    return False


def _is_revised(keys: list[str]) -> bool:
    """Whether a verb between an outlook and a number is one of it: THE FORECAST for the dollar WAS RAISED."""
    moves = [place for place, key in enumerate(keys) if is_move(key)]
    if len(moves) != 1 or not all(map(str.isalpha, keys)):
        return False
    before = keys[moves[0] - 1] if moves[0] else ""
    return before in _PASSIVES or keys[moves[0]].endswith(_PASSIVE_ENDINGS)


def expects(line: Line, index: int) -> bool:
    """Whether the word at *index* says that something is expected, or may come."""
    stretch = line.stretch
    key = stretch.key(index)
    if is_expecting(key):
        return stretch.key(index - 1) not in UNLIKE and stretch.key(index + 1) != _MANNER
    if key in SEEING and any(CURRENCIES.get(one) for one in stretch.keys(index + 1, index + _NEAR)):
        return True  # analysts see the tenge at 540
    if key not in MODALS or not line.text[stretch.starts[index]].islower():
        return False
    before = stretch.keys(max(line.sentence, index - 2), index)
    if (
        before
        and (is_level_word(before[-1]) or before[-1].endswith(_VERBAL_NOUNS))
        and not any(map(is_trading, before))
    ):
        return True  # жетуі мүмкін
    if before and stretch.language == _CONVERBS[0] and before[-1].endswith(_CONVERBS[1:]):
        return True  # bolup biler
    behind = stretch.keys(index + 1, min(line.end, index + 1 + _REACH))
    for key in behind:
        if is_trading(key):
            return False
        if is_level_word(key):
            return True
    return False
