"""What holds on any text: places, order, shifts, and an end in sight on hostile input."""

from __future__ import annotations

import decimal
import sys
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cafx import RateBook
from cafx.core.html import text_of
from cafx.text import annotate_html, find_figures, find_money
from sentences import EXAMPLES

if TYPE_CHECKING:
    from types import FrameType

_SENTENCES = [example.sentence for example in EXAMPLES]
_PIECES = st.sampled_from(
    "5 12 1,5 1.234 1 000 000 , . ( ) - – $ ₸ KZT tenge тенге теңгеден som сом so‘m сомонӣ manat "
    "million млн тыс "
    "мың to до и and over более half one два жарым ($5) T5 за per = \n 🙂 İ ß ̈ \u200b \u00a0".split(" ")
)
_TEXTS = st.one_of(
    st.text(), st.lists(_PIECES, max_size=30).map(" ".join), st.lists(_PIECES, max_size=30).map("".join)
)


@given(_TEXTS)
@settings(max_examples=300, deadline=None)
def test_places_are_those_of_the_text_in_order_and_apart(text: str) -> None:
    figures = find_figures(text)
    assert all(text[figure.start : figure.end] == figure.text for figure in figures)
    assert all(first.end <= second.start for first, second in pairwise(figures))
    assert all(
        figure.low <= figure.ends[0].amount <= figure.ends[1].amount <= figure.high for figure in figures
    )


@given(
    st.sampled_from(_SENTENCES),
    st.integers(0, 60),
    st.sampled_from(["* * *\n\n", "\u2003\n", "🙂 \n\n", "…\n\n"]),
)
@settings(max_examples=150, deadline=None)
def test_what_stands_before_only_shifts_the_figures(sentence: str, count: int, prose: str) -> None:
    before = prose * count
    shifted = find_figures(before + sentence)
    assert [(one.start - len(before), one.text, str(one), one.hedge) for one in shifted] == [
        (one.start, one.text, str(one), one.hedge) for one in find_figures(sentence)
    ]


@given(st.sampled_from(_SENTENCES))
def test_the_callers_decimal_context_changes_nothing(sentence: str) -> None:
    expected = find_figures(sentence)
    with decimal.localcontext(prec=3, rounding=decimal.ROUND_UP):
        assert find_figures(sentence) == expected


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "1,",
        "1 ",
        "111 ",
        " ",
        "(",
        "•",
        "$1",
        "US$",
        "a half ",
        "сто ",
        "5 tenge ",
        "KZT ",
        "12 KZT-",
        "T5",
        "so'm ",
    ],
)
def test_hostile_repetition_comes_to_an_end(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    assert all(text[figure.start : figure.end] == figure.text for figure in find_figures(text))


def _calls_for(text: str) -> int:
    """Return how many functions are called to read *text*: the same each time, on any machine."""
    calls = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event == "call"

    sys.setprofile(count)
    try:
        find_money(text)
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize(
    "piece",
    ["500 сом, ", "лук -18 сомов, ", "100 сом (5 ", "471 / ", "2026-11-28 ", "по 5 ", "доллар 541 тенге, "],
)
def test_twice_the_text_takes_about_twice_the_calls(piece: str) -> None:
    """Each amount of a list asks for the words around it, and never for the whole list."""
    first, second = (_calls_for("Курс доллара 541 тенге. " + piece * count) for count in (1_000, 2_000))
    assert second < 2.5 * first


@given(st.text(alphabet="<>&\"'=/-! abp13tenge;#\n", max_size=60))
@settings(max_examples=200, deadline=None)
def test_any_markup_is_survived_and_without_figures_untouched(page: str) -> None:
    assert text_of(page) is not None
    assert annotate_html(page, RateBook(), where=lambda _: False).text == page
