"""Annotations stand behind what needs them, once, and nothing else changes."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cafx import Quotation, RateBook
from cafx.errors import RateNotFound
from cafx.text import Figure, annotate, annotate_html
from cafx.text.words import LANGUAGES


def _quoted(base: str, price: str) -> Quotation:
    return Quotation(base, "USD", price, as_of="2025-12-16", kind="ticker", source="timesca")


_BOOK = RateBook(
    _quoted(*pair)
    for pair in (
        ("KGS", "0.01144"),
        ("KZT", "0.00194"),
        ("TJS", "0.10877"),
        ("UZS", "0.00008"),
        ("TMT", "0.28571"),
        ("EUR", "1.17"),
    )
)
_SENTENCES = [example.sentence for language in LANGUAGES for example in language.examples]


def test_only_figures_without_a_stated_worth_are_annotated() -> None:
    text = "13 trillion tenge and 144 billion tenge ($266 million); $5 million; 5 kWh."
    assert annotate(text, _BOOK) == text.replace("13 trillion tenge", "13 trillion tenge (≈ $25.2 billion)")


@pytest.mark.parametrize(
    ("text", "annotated"),
    [
        ("one million soms", "one million soms (≈ $11,000)"),
        ("5 to 7 billion tenge", "5 to 7 billion tenge (≈ $9.7 million – $13.6 million)"),
        ("one million soum", "one million soum (≈ $80)"),
        ("5 USD", "5 USD"),
    ],
)
def test_a_worth_has_the_digits_that_print_and_rate_support(text: str, annotated: str) -> None:
    assert annotate(text, _BOOK) == annotated


@given(st.lists(st.sampled_from(_SENTENCES), max_size=4).map(" ".join), st.sampled_from(["USD", "EUR"]))
@settings(max_examples=60, deadline=None)
def test_annotating_twice_is_annotating_once_and_takes_nothing_away(text: str, to: str) -> None:
    for locale in ("en", "ru", "kk_KZ", "uz_UZ"):
        once = annotate(text, _BOOK, to, locale=locale)
        assert annotate(once, _BOOK, to, locale=locale) == once
        assert re.sub(r" \(≈ [^)]*\)", "", once) == text


def test_the_caller_says_where_and_how() -> None:
    def is_large(figure: Figure) -> bool:
        return figure.amount is not None and figure.amount > 1000

    text = "500 tenge and 5000 tenge"
    assert annotate(text, _BOOK, where=is_large, write=lambda money, _: str(money)) == (
        "500 tenge and 5000 tenge (≈ 9.70 USD)"
    )


def test_a_missing_rate_is_said_and_not_passed_over() -> None:
    with pytest.raises(RateNotFound):
        annotate("5 tenge", RateBook())


@pytest.mark.parametrize(
    ("page", "annotated"),
    [
        ("<p>5000&nbsp;tenge</p>", "<p>5000&nbsp;tenge (≈ $9.70)</p>"),
        ("<b>5</b>000 <i>ten</i>ge!", "<b>5</b>000 <i>ten</i>ge (≈ $9.70)!"),
        ("5000&#32;so&#8216;m &amp; more", "5000&#32;so&#8216;m (≈ $0.40) &amp; more"),
        ("<a title='5000 tenge'>5000\n   tenge</a>", "<a title='5000 tenge'>5000\n   tenge (≈ $9.70)</a>"),
        ("<script>var x = '5000 tenge'</script><!-- 5000 tenge -->", None),
        ("<title>5000 tenge</title><textarea>5000 tenge</textarea>", None),
        ("<td>5000</td><td>tenge</td>", None),
        ("<p>1 < 2 & 3 > 2</p>", None),
    ],
)
def test_html_changes_only_in_its_running_text(page: str, annotated: str | None) -> None:
    once = annotate_html(page, _BOOK)
    assert once == (page if annotated is None else annotated)
    assert annotate_html(once, _BOOK) == once
