"""A number in words with one misspelt word is read whole or refused, never read in part."""

from __future__ import annotations

import random
import re
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cafx import ParseError, convert, find_figures, parse_money
from cafx.text.lexicon import HALF, JOINTS, NUMBER_WORDS, PARTS, SCALES
from cafx.text.misspellings import _is_slip
from number_words import FORMS, Form

_EACH: Final = 40
_WORDS: Final = frozenset((*NUMBER_WORDS, *SCALES, *HALF, *PARTS, *JOINTS))


def _misspelt(words: str, dice: random.Random) -> str | None:
    """Return *words* with one slip in one of them: a letter more, less or other, or two exchanged."""
    parts = re.split(r"([ ,-]+)", words)
    places = [place for place in range(0, len(parts), 2) if len(parts[place]) > 2]
    if len(places) < 2:
        return None
    place = dice.choice(places)
    word = parts[place]
    at = dice.randrange(len(word))
    slips = (
        word[:at] + word[at + 1 :],
        word[:at] + word[at] + word[at:],
        word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :],
        word[:at] + dice.choice(word) + word[at + 1 :],
    )
    parts[place] = dice.choice(slips)
    is_slip = parts[place] != word and parts[place].replace("‘", "'") not in _WORDS and len(parts[place]) > 2
    return "".join(parts) if is_slip else None


def _numbers(dice: random.Random) -> int:
    return dice.choice(
        (
            dice.randrange(21, 1000),
            dice.randrange(1000, 10**6),
            dice.randrange(10**6, 10**9),
            dice.randrange(1, 1000) * 10 ** dice.choice((3, 6, 9)),
        )
    )


@pytest.mark.parametrize("form", FORMS, ids=lambda form: f"{form.language} {form.name}")
def test_a_misspelt_word_makes_no_smaller_number(form: Form) -> None:
    dice = random.Random(f"{form.language} {form.name}")  # noqa: S311 -- no secret
    read = wrong = 0
    seen = []
    while read < _EACH:
        number = _numbers(dice)
        words = _misspelt(form.write(number), dice)
        if words is None:
            continue
        read += 1
        found = [figure.amount for figure in find_figures(form.sentence.format(words))]
        if found not in ([], [number]):
            wrong += 1
            seen.append((words, found))
        money = f"{words} {form.currency}"
        try:
            assert parse_money(money, strict=True).amount == number, money
        except ParseError:
            continue
    # A slip may make a true word: that one before a number says nothing of it.
    assert wrong <= 2, seen


@pytest.mark.parametrize(
    "text",
    [
        "three million, two hundred and ffty tenge",
        "fourty five tenge and no more",
        "3 миллона 500 тысяч тенге",
        "двести двадцатьпять тысяч тенге",
        "девятьсое тридцать девять тенге",
        "бещ миллион сом",
        "bäş ýüüz on manat",
        "to‘rt yuz o‘‘ttiz besh so‘m",
        "uch min so‘m",
    ],
)
def test_a_slip_is_refused(text: str) -> None:
    assert find_figures(text) == ()
    with pytest.raises(ParseError):
        parse_money(text, strict=True)
    with pytest.raises(ParseError):
        convert(text, "USD")


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("сказал, что двадцать тенге", "20"),
        ("в срок пять лет и двадцать тысяч тенге", "20000"),
        ("right there two hundred tenge", "200"),
        ("Then only seven hundred tenge", "700"),
        ("ten men got two hundred tenge", "200"),
        ("ол жүз теңге алды", "100"),
        ("ал миллион сом берди", "1000000"),
        ("bu yuz ming so‘m turadi", "100000"),
        ("дар он дусад сомонӣ буд", "200"),
        ("bu ýüz manat", "100"),
    ],
)
def test_a_word_that_is_like_a_number_word_is_none(text: str, amount: str) -> None:
    assert [str(figure.amount) for figure in find_figures(text)] == [amount]


def _is_slip_by_all_ways(word: str, meant: str) -> bool:
    """Say what ``_is_slip`` says, by trying every way that one word can become the other."""
    if abs(len(word) - len(meant)) > 1:
        return False
    start = 0
    while start < min(len(word), len(meant)) and word[start] == meant[start]:
        start += 1
    rest, due = word[start:], meant[start:]
    if not rest and not due:
        return False
    if rest[1:] == due[1:] or rest[1:] == due or rest == due[1:]:
        return True
    if rest[:2] == due[1::-1] and rest[2:] == due[2:]:
        return True
    ways = ((rest[1:], due[1:]), (rest[1:], due), (rest, due[1:]))
    return min(len(word), len(meant)) >= 8 and any(_is_slip_by_all_ways(*way) for way in ways)


@given(st.text("aeo", max_size=12), st.text("aeo", max_size=12))
def test_slips_are_those_that_a_search_of_all_ways_finds(word: str, meant: str) -> None:
    assert _is_slip(word, meant) == _is_slip_by_all_ways(word, meant)


@given(st.sampled_from(sorted(_WORDS)), st.data())
def test_slips_of_number_words_are_those_that_a_search_of_all_ways_finds(
    meant: str, data: st.DataObject
) -> None:
    letters = list(meant)
    for _ in range(data.draw(st.integers(0, 3))):
        place = data.draw(st.integers(0, max(len(letters) - 1, 0)))
        letters[place : place + data.draw(st.integers(0, 1))] = data.draw(st.text("аo", max_size=1))
    word = "".join(letters)
    assert _is_slip(word, meant) == _is_slip_by_all_ways(word, meant)
