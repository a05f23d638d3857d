"""An amount that stands alone in its plainest form is read without the grammar, and as it reads it."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cafx import ParseError, parse_money
from cafx.text import find_figures
from cafx.text.lexicon import CURRENCIES, SCALES
from cafx.text.single import _read_whole, lone_figure

_CASES = (str.lower, str.upper, str.capitalize)
_MONEY = sorted({*(case(word) for word in CURRENCIES for case in _CASES), "euros.", "rate"})
_SCALES = sorted({*SCALES, "", "about", "half", "кг"})
_DIGITS = st.text("0123456789", min_size=1, max_size=4)
_NUMBERS = st.one_of(
    st.lists(_DIGITS, min_size=1, max_size=4).flatmap(
        lambda parts: st.sampled_from((",", ".", " ", "", "\u00a0")).map(lambda mark: mark.join(parts))
    ),
    st.sampled_from(("1", "10", "100", "1,000", "1 000 000", "2015", "450 000", "1.234", "12.05.2024", "5-")),
)


def _is_read_alike(text: str) -> bool:
    """Whether both ways read the same, where the short one is sure; return whether it is."""
    alone = lone_figure(text)
    if alone is None:
        return False
    by_grammar = _read_whole(text, strict=False)
    assert (alone, repr(alone)) == (by_grammar, repr(by_grammar))
    assert find_figures(text, currencies="any")[0].text == text
    return True


@pytest.mark.parametrize("number", ["3", "1,250"])
def test_every_word_of_money_and_of_scale_is_read_as_by_the_grammar(number: str) -> None:
    words = [word for word in _MONEY if _is_read_alike(f"{number} {word}")]
    assert {"tenge", "теңге", "so'm", "сомонӣ", "manat", "сум", "долларов", "KZT", "usd"}.issubset(words)
    scales = [word for word in SCALES if _is_read_alike(f"{number} {word} tenge")]
    assert len(scales) > len(SCALES) * 0.9


@given(number=_NUMBERS, scale=st.sampled_from(_SCALES), money=st.sampled_from(_MONEY))
@example(number="1,5", scale="млрд", money="so‘m")
@example(number="1", scale="", money="доллар")
@settings(max_examples=300, deadline=None)
def test_an_amount_alone_is_read_as_by_the_grammar(number: str, scale: str, money: str) -> None:
    text = f"{number} {scale} {money}" if scale else f"{number} {money}"
    if not _is_read_alike(text):
        try:
            expected = _read_whole(text, strict=False)
        except ParseError:
            with pytest.raises(ParseError):
                parse_money(text)
        else:
            assert parse_money(text) == expected


def test_a_plain_amount_opens_no_grammar() -> None:
    code = "import sys, cafx\ncafx.parse_money('13 trillion tenge')\nprint(*sys.modules)"
    opened = subprocess.check_output([sys.executable, "-c", code], text=True).split()
    assert "cafx.text.single" in opened
    assert not {"cafx.text.lexicon", "cafx.text.finder"}.intersection(opened)
