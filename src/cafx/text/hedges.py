"""How a text takes an amount back: *over*, *up to*, *about*, before it, behind it or inside it.

A comparative behind an amount is a hedge where the amount stands in the ablative («500 сомдон көп»,
more than 500); with the dative it tells a difference («500 сомго көп», more by 500). A negation turns
the class round, and the goal of a change («rose to 500») is no limit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from cafx.text.degrees import DEGREE_BEGINS, past_degree, with_degree
from cafx.text.lexicon import (
    ABLATIVE_FORMS,
    ABLATIVES,
    ABOUT_FORMS,
    AFTER,
    AFTER_BEGINS,
    BEFORE,
    BEFORE_ENDS,
    CIRCUMFIX,
    CIRCUMFIXED,
    CLOSING,
    CODES,
    COMPARATIVES,
    LONGEST_PHRASE,
    NEGATED_BEHIND,
    NUMBER_LANGUAGES,
    OPENING,
    TO,
    TO_LANGUAGES,
    UNTIL_ENDINGS,
    stems_of,
    words_of,
)
from cafx.text.negation import TURNED, negation_before
from cafx.text.rate_words import BY, CHANGES_IN, FROM_PRICES, SHARES
from cafx.text.tokens import WORD_KIND

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cafx.text.amount import Amount
    from cafx.text.figure import Hedge
    from cafx.text.stretch import Stretch

__all__ = ["hedge_length", "hedge_of"]

#: A number and its scale.
_SCALED: Final = 2
_REACH: Final = 6
_FAR: Final = 12
_SENTENCE_ENDS: Final = frozenset(".;!?")
_INDEX_WORDS: Final = 4
#: The words of a name in a list of prices, and what parts its entries.
_NAME: Final = 3
_PAUSES: Final = frozenset(".,;:!?•|\u2014")
_BRACKET: Final = 14
_CONTRASTS: Final = words_of("contrasts")
_GENITIVES: Final = stems_of("genitive_endings")
#: What *the least* and *the most* end in where they are nouns.
_POSSESSIVES: Final = tuple(f" {word}" for word in words_of("extremes"))
#: What a hedge before an amount can end with, one behind it can begin with, and one can be a part of.
_BESIDE_BEFORE: Final = BEFORE_ENDS.keys() | {"("}
_BESIDE_BEHIND: Final = AFTER_BEGINS.keys() | {"+", "(", ")"}
_ABOUT_NUMBERS: Final = ABOUT_FORMS | {"+"}

Hedging = tuple["Hedge | None", str | None]
_NONE: Final[Hedging] = (None, None)


def hedge_of(stretch: Stretch, amount: Amount, before: Amount | None) -> Hedging:
    """Return the hedge of an amount: its class and its words.

    It stands before the number, after the currency word, or between them (``200 мыңнан астам теңге``).
    """
    if not _may_be_hedged(stretch.words, amount):
        return _NONE
    found = _before(stretch, amount.first, amount, before)
    if found is None:
        found = _inside(stretch, amount)
    if found is None:
        found = _after(stretch, amount, before)
    if found is None and stretch.words[amount.first - 1] == "(":
        found = _of_an_index(stretch, amount.first - 1, before)
    return _NONE if found is None else found


def _may_be_hedged(words: list[str], amount: Amount) -> bool:
    """Whether any word beside or inside an amount can be of a hedge; half the amounts end here."""
    number, high, last = amount.number, amount.high, amount.last
    behind = number.after if high is None else high.after
    return (
        words[amount.first - 1] in _BESIDE_BEFORE
        or words[amount.after] in _BESIDE_BEHIND
        or last > behind
        or (high is None and behind - number.first > _SCALED)
        or words[last] in ABOUT_FORMS
        or words[number.after - 1] in _ABOUT_NUMBERS
        or words[last].endswith(UNTIL_ENDINGS)
        or number.is_inverted
        or words[amount.after] in DEGREE_BEGINS
        or (words[amount.after] == "," and words[amount.after + 1] in AFTER_BEGINS)
    )


def hedge_length(keys: Sequence[str]) -> int:
    """Return how many of the last of *keys* are a hedge."""
    for count in BEFORE_ENDS.get(keys[-1], ()) if keys else ():
        if count <= len(keys) and " ".join(keys[-count:]) in BEFORE:
            return count
    return 0


def _hedging(kind: str | None, words: str | None) -> Hedging:
    return cast("Hedge | None", kind), words


def _before(  # noqa: C901 -- what stands before an amount and is no hedge, one after another
    stretch: Stretch, first: int, amount: Amount, before: Amount | None
) -> Hedging | None:
    """Find the longest hedge right before the token *first*; *to* in ``from A to B`` is none."""
    lengths = BEFORE_ENDS.get(stretch.words[first - 1], ()) if first else ()
    floor = before.after if before is not None else -1
    for count in lengths:
        start = first - count
        if start < 0:
            continue
        phrase = " ".join(stretch.words[start:first])
        kind = BEFORE.get(phrase)
        if kind is None:
            continue
        is_way = not TO.isdisjoint((stretch.words[start], stretch.words[first - 1]))
        is_way = is_way and stretch.words[start - 1] not in BY
        if is_way and (start <= floor or _is_change(stretch, start) or _is_goal(stretch, start, amount)):
            # rose TO 500, but rose ALMOST to 500
            return _NONE if kind == "up_to" else _hedging(kind, stretch.printed(start, first - 1))
        if phrase in OPENING and amount.high is not None:  # примерно ОТ 10 до 20 тысяч
            return _before(stretch, start, amount, before) or _NONE
        if phrase in OPENING and stretch.words[start - 1].startswith(SHARES):
            return _NONE
        if phrase.endswith(_POSSESSIVES) and stretch.words[start - 1].endswith(_GENITIVES):
            return None  # зейнетақының ең азы 28 215 теңге: the least pension is so much
        if phrase in FROM_PRICES and not _is_price_from(stretch, start, amount):
            return _NONE
        if _is_glued_on(stretch, start, phrase):
            return None
        negation = negation_before(stretch, start)
        if negation is not None and kind in TURNED and (kind != "almost" or negation == start - 1):
            return _hedging(TURNED[kind], stretch.printed(negation, first - 1))
        if kind in TURNED and stretch.words[amount.after] in NEGATED_BEHIND:
            return _hedging(TURNED[kind], stretch.printed(start, first - 1))
        degree, kind = with_degree(stretch, start, kind)
        return _hedging(kind, stretch.printed(degree, first - 1))
    return None


def _is_glued_on(stretch: Stretch, start: int, phrase: str) -> bool:
    """Whether what looks like a hedge ends something else: a tag (<b>), a Russian particle (каких-ТО)."""
    if phrase[0] == ">":
        return stretch.is_glued(start)
    is_particle = phrase in TO and stretch.language not in TO_LANGUAGES[phrase]
    return is_particle and stretch.is_hyphenated(start - 1)


def _inside(  # noqa: C901 -- one place of a hedge after another
    stretch: Stretch, amount: Amount
) -> Hedging | None:
    after = amount.number.after
    if amount.number.is_inverted:
        return _hedging(
            "about", stretch.printed(amount.number.first, (amount.high or amount.number).after - 1)
        )
    if stretch.words[after - 1] == "+" and stretch.is_glued(after - 1):
        return _hedging("over", "+")
    if stretch.words[amount.after] == "+" and stretch.is_glued(amount.after):
        return _hedging("over", "+")
    if amount.high is None and after - amount.number.first > _SCALED:
        for start in range(amount.number.first + 1, after - 1):  # пять С ЛИШНИМ миллионов
            inner = None if stretch.words[start] in NUMBER_LANGUAGES else _phrase_at(stretch, start, after)
            if inner is not None:
                return _hedging(*inner)
    behind = after if amount.high is None else amount.high.after  # of a range only its end
    for start in range(behind, amount.last):
        inner = _phrase_at(stretch, start, amount.last)
        if inner is not None:
            return _hedging(with_degree(stretch, start, inner[0])[1], inner[1])
    for index in (after - 1, amount.last):
        if index >= amount.number.first and stretch.words[index] in ABOUT_FORMS:
            return _hedging("about", stretch.printed(index, index))
    return None


def _after(  # noqa: C901 -- what stands behind an amount and is no hedge, one after another
    stretch: Stretch, amount: Amount, before: Amount | None
) -> Hedging | None:
    """Find a hedge behind the currency word, or in its ending; what closes a range is none."""
    ending = stretch.words[amount.last]
    has_ending = ending.endswith(UNTIL_ENDINGS)
    if amount.high is not None and (stretch.words[amount.after] in CLOSING or has_ending):
        return _NONE
    if (stretch.words[amount.after] in CLOSING or has_ending) and _is_way(stretch, amount, before):
        return _NONE
    degree = _past_worth(stretch, amount)
    after = past_degree(stretch, degree)
    outer = _phrase_at(stretch, after, after + LONGEST_PHRASE) or _afterthought(stretch, after)
    if outer is not None:
        kind, words = outer
        if degree < after:
            kind = with_degree(stretch, after, kind)[1]
            words = f"{stretch.printed(degree, after - 1)} {words}"
        if kind == "up_to" and words.lower() in CLOSING and _is_changed(stretch, after):
            return _NONE
        if _is_added(stretch, after, words):
            return None
        is_apart = stretch.words[after - 1] == ")" == stretch.words[amount.after]
        if stretch.words[after] in COMPARATIVES and (
            is_apart or has_ending or not _is_ablative(stretch, amount)
        ):
            return _NONE
        # аз 500 сомонӣ зиёд is more than 500, 500 сомонӣ зиёд more by 500
        if (
            stretch.words[after] in CIRCUMFIXED
            and ending not in ABLATIVE_FORMS
            and (stretch.words[amount.first - 1] not in CIRCUMFIX or amount.high is not None)
        ):
            return None
        is_circumfix = stretch.words[amount.first - 1] in CIRCUMFIX
        negation = negation_before(stretch, amount.first - 1) if is_circumfix else None
        if negation is not None and kind in TURNED:  # набояд аз 500 сомонӣ зиёд бошад
            return _hedging(TURNED[kind], words)
        return _hedging(kind, words)
    if has_ending and not _is_changed(stretch, amount.after - 1):
        return _hedging("up_to", stretch.printed(amount.last, amount.last))
    return None


def _is_added(stretch: Stretch, index: int, words: str) -> bool:
    """Whether what looks like a hedge adds other money: ``500 soms plus $6``."""
    following = index + words.count(" ") + 1
    is_sum = " " not in words and stretch.words[following] in CODES and stretch.is_number(following + 1)
    return is_sum or (words.lower() == "plus" and stretch.is_number(following))


def _is_way(stretch: Stretch, amount: Amount, before: Amount | None) -> bool:
    """Whether an amount in the ablative stands right before this one: 100 теңгеден 82 теңгеге дейін."""
    if before is None or not before.code or before.high is not None or before.after != amount.first:
        return False
    return stretch.words[before.last] in ABLATIVE_FORMS or before.suffix.endswith(ABLATIVES)


def _afterthought(stretch: Stretch, index: int) -> tuple[str, str] | None:
    """Find a hedge between pauses: ``500 soms, give or take, …``, ``500 сомов, не больше``."""
    if stretch.words[index] != ",":
        return None
    for count in AFTER_BEGINS.get(stretch.words[index + 1], ()):
        kind = AFTER.get(" ".join(stretch.words[index + 1 : index + 1 + count]))
        following = index + 1 + count
        if kind is not None and count > 1:
            is_closed = following >= stretch.count or stretch.words[following] in _PAUSES
            return (kind, stretch.printed(index + 1, index + count)) if is_closed else None
    return None


def _is_ablative(stretch: Stretch, amount: Amount) -> bool:
    """Whether a comparative behind an amount governs it: by the ablative, or by a word before it (Tajik)."""
    if stretch.words[amount.first - 1] in CIRCUMFIX and amount.high is None:
        return True
    last = stretch.words[amount.last]
    if amount.suffix and amount.high is None:
        return amount.suffix.endswith(ABLATIVES)
    return last in ABLATIVE_FORMS or last in CODES  # a code has no case


def _past_worth(stretch: Stretch, amount: Amount) -> int:
    """Step over a bracket behind the amount, or out of its own: ``100 сомдон ($1) ашуун``."""
    after = amount.after
    if stretch.words[after] == "(":
        for step in range(after + 1, min(after + _BRACKET, stretch.count)):
            if stretch.words[step] == ")":
                return step + 1
    elif stretch.words[after] == ")" and stretch.words[amount.first - 1] == "(":
        return after + 1
    return after


def _of_an_index(stretch: Stretch, bracket: int, before: Amount | None) -> Hedging | None:
    """Find the hedge of an index that a bracket gives in money: ``не менее 50 МРП (216 250 тенге)``."""
    for step in range(bracket - 1, max(-1, bracket - 2 - _INDEX_WORDS), -1):
        if stretch.is_number(step):
            if step == bracket - 1 or (before is not None and before.code and step < before.after):
                return None
            lengths = BEFORE_ENDS.get(stretch.words[step - 1], ())
            for count in lengths:
                phrase = " ".join(stretch.keys(step - count, step))
                kind = BEFORE.get(phrase)
                if kind is None or step < count or (phrase in TO and _is_change(stretch, step - count)):
                    continue
                start, negation = step - count, negation_before(stretch, step - count)
                if negation is not None and kind in TURNED:
                    kind, start = TURNED[kind], negation
                return _hedging(kind, stretch.printed(start, step - 1))
            return None
        if not stretch.is_word(step):
            return None
    return None


def _phrase_at(stretch: Stretch, start: int, end: int) -> tuple[str, str] | None:
    """Find the longest phrase of hedging that begins at *start*."""
    lengths = AFTER_BEGINS.get(stretch.words[start], ())
    for count in lengths:
        if count > end - start or start + count > stretch.count:
            continue
        kind = AFTER.get(" ".join(stretch.words[start : start + count]))
        if kind is not None:
            return kind, stretch.printed(start, start + count - 1)
    return None


def _is_change(stretch: Stretch, first: int) -> bool:
    """Whether a verb of change stands shortly before, so that *to* tells where it led."""
    for step in range(first - 1, max(-1, first - 1 - _REACH), -1):
        key = stretch.words[step]
        if key in _SENTENCE_ENDS and not stretch.is_glued(step):
            return False
        if f"{key} {stretch.words[step + 1]}" in BEFORE:
            continue  # the UP of another up to
        if stretch.is_word(step) and key.startswith(CHANGES_IN[stretch.language]):
            return True
    return False


def _is_goal(stretch: Stretch, start: int, amount: Amount) -> bool:
    """Whether *to* ends a way: its start stands before it (``с 6 млрд … до``), or its verb behind (Tajik)."""
    if stretch.words[amount.after] in FROM_PRICES and (
        stretch.is_number(amount.after + 1) or stretch.is_number(amount.after + 2)
    ):
        return True  # was up to 500 from 400
    for step in range(start - 1, max(-1, start - 1 - _FAR), -1):
        key = stretch.words[step]
        if key in _SENTENCE_ENDS and not stretch.is_number(step - 1) and stretch.words[step - 1] not in AFTER:
            break
        if key == "," and stretch.words[step + 1] in _CONTRASTS:
            break  # платят от 8 640 сомони, А другие отдадут до 25 200
        if key in OPENING and stretch.is_number(step + 1):
            return True
    return _is_changed(stretch, amount.after - 1)


def _is_price_from(stretch: Stretch, start: int, amount: Amount) -> bool:
    """Whether *from* begins a price: ``tickets from 500 tenge``; not ``received from``."""
    if amount.high is not None or _leads_on(stretch, amount.after):
        return False
    if start <= 0:
        return True
    before = stretch.at(start - 1)
    is_price = before.kind != WORD_KIND or before.key.startswith(FROM_PRICES[stretch.words[start]])
    return is_price or _is_entry(stretch, start, amount)


def _leads_on(stretch: Stretch, after: int) -> bool:
    """Whether *to* and a number follow in the clause: from 1,060 somoni in November TO 1,174."""
    for index in range(after, after + _REACH):
        key = stretch.words[index]
        if key in _PAUSES:
            return False
        if key in TO:
            return index == after or stretch.is_number(index + 1)
    return False


def _is_entry(stretch: Stretch, start: int, amount: Amount) -> bool:
    """Whether a name of few words and a price are an entry of a list: ``…, TV box from 1,490 ₸, …``."""
    if not (stretch.words[amount.after] in _PAUSES or amount.after >= stretch.count):
        return False
    for step in range(start - 1, max(-2, start - 2 - _NAME), -1):
        if step < 0 or stretch.words[step] in _PAUSES:
            return step < start - 1
        if not stretch.is_word(step) or stretch.words[step].startswith(CHANGES_IN[stretch.language]):
            return False
        if stretch.starts_line(step):
            return True
    return False


def _is_changed(stretch: Stretch, after: int) -> bool:
    """Whether a verb of change follows: in Turkic languages it stands last."""
    return any(
        stretch.is_word(index) and stretch.words[index].startswith(CHANGES_IN[stretch.language])
        for index in (after + 1, after + 2)
    )
