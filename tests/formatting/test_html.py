"""Amounts as pieces of a page: compiled markup is what escaping the plain print gives."""

from __future__ import annotations

from decimal import Decimal
from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cafx import Money, format_html, format_money
from cafx.core.decimals import plain
from cafx.formatting.html import Html

VISIBLE = str.maketrans({"\u00a0": "&nbsp;", "\u202f": "&#8239;", "\u200e": "&lrm;", "\u200f": "&rlm;"})


def plainly(money, locale, **choices):
    """Write *money* by escaping what ``format_money`` prints."""
    text = escape(format_money(money, locale, **{"symbols": "safe", **choices})).translate(VISIBLE)
    return (
        f'<data class="cafx" value="{plain(money.amount)}" data-currency="{money.currency}" translate="no">'
        f"<bdi>{text}</bdi></data>"
    )


AMOUNTS = st.decimals(-(10**13), 10**13, places=3)
CHOICES = st.fixed_dictionaries(
    {
        "style": st.sampled_from("symbol narrow code name accounting local display none".split()),
        "notation": st.sampled_from(["standard", "compact"]),
        "digits": st.sampled_from(["currency", "auto", "whole", 1]),
        "sign": st.sampled_from(["auto", "always", "never"]),
    }
)


@given(
    AMOUNTS | st.sampled_from([Decimal("1e5"), Decimal("1E-7"), Decimal("-0")]),
    st.sampled_from("kk_KZ ky_KG tg_TJ uz_UZ tk_TM ru en de fr de_CH fa ar sv en_IN".split()),
    st.sampled_from("KZT KGS TJS UZS TMT USD JPY KWD".split()),
    CHOICES,
)
def test_markup_is_the_print_escaped(amount, locale, currency, choices):
    money = Money(amount, currency)
    assert format_html(money, locale, **choices) == plainly(money, locale, **choices)
    assert format_html(money, locale) == plainly(money, locale)


def test_own_words_are_escaped_and_not_kept():
    words = {"TJS": "<b>&'\""}
    first = format_html(Money(5, "TJS"), "tg", style="local", words=words)
    assert first == plainly(Money(5, "TJS"), "tg", style="local", words=words)
    words["TJS"] = "смн"
    assert "смн" in format_html(Money(5, "TJS"), "tg", style="local", words=words)


@pytest.mark.parametrize("choices", [{}, {"digits": 0}])
def test_what_is_written_is_safe_in_a_page(choices):
    assert type(format_html(Money(5, "KZT"), "kk", **choices)) is Html
