"""One amount in one text: the right value or a refusal, by either reader, and never two answers."""

from __future__ import annotations

import contextlib
import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cafx import Money, ParseError, format_money, parse_amount, parse_money

# Whoever writes these means another country's money, a fraction, or an amount below zero.
NEVER_PLAIN = [
    *(f"{letters}$1,000" for letters in "C CA A AU HK NT R NZ S MX CDN Z J TT Bds RD".split()),
    "E£1,000",
    "$5 CAD",
    "$5 (CAD)",
    "$5 Canadian",
    "5 Canadian dollars",
    "5 dollars canadiens",
    "½ million tenge",
    "2½ млн тенге",
    "1/2 million tenge",
    "3/4 of a million dollars",
    "1 23 ₸",
    "1234 567 ₸",
    "12 345 6789 ₸",
    "1\u200b234 ₸",
    "1\u2060234 ₸",
    "1_234 ₸",
    "5×10^6 KZT",
    "10^6 KZT",
    "$1,234.5O",
    "($1,234)",
    "(1 234,50 ₸)",
    "(USD 1,234)",
    "$1,234.50-",
    "минус 5 тенге",
    "minus $5",
]
WRONG_READINGS = {
    "½ million tenge": {"500000"},
    "2½ млн тенге": {"2500000"},
    "1/2 million tenge": {"500000"},
    "3/4 of a million dollars": {"750000"},
    "1\u200b234 ₸": {"1234"},
    "1\u2060234 ₸": {"1234"},
}


@pytest.mark.parametrize("text", NEVER_PLAIN)
@pytest.mark.parametrize("strict", [False, True])
def test_what_stands_beside_an_amount_is_read_with_it_or_refuses_it(text, strict):
    try:
        money = parse_money(text, strict=strict).money
    except ParseError:
        return
    assert money is not None
    if text in WRONG_READINGS:
        assert str(money.amount) in WRONG_READINGS[text]
    elif text[0] in "(мm" or text[-1] == "-":
        assert money.amount < 0
    else:
        assert money.currency != "USD"


@pytest.mark.parametrize("text", [text for text in NEVER_PLAIN if text not in WRONG_READINGS])
def test_the_reader_of_a_locale_does_the_same(text):
    for locale in ("en", "kk_KZ", "ru"):
        try:
            money = parse_amount(text, locale)
        except ParseError:
            continue
        if text[0] in "(мm" or text[-1] == "-":
            assert money.amount < 0
        else:
            assert money.currency != "USD"


FORMS = st.builds(
    str.format,
    st.sampled_from(["{} ₸", "${}", "{} тенге", "{} KZT", "€{}", "{} so'm", "KZT {}", "{} сомонӣ", "-{} ₸"]),
    st.sampled_from(
        ["5", "1234", "1 234", "1,234", "1.234", "1 234,50", "1,234.50", "12,5", "0.5", "1.234.567", "12 34"]
    ),
)


@settings(max_examples=300, deadline=None)
@given(FORMS, st.sampled_from(["kk_KZ", "ru_KZ", "uz_UZ", "tg_TJ", "en"]))
def test_two_readers_that_take_one_text_agree(text, locale):
    with contextlib.suppress(ParseError):
        assert parse_amount(text, locale) == parse_money(text, strict=True).money


@pytest.mark.parametrize("locale", ["kk_KZ", "ky_KG", "tg_TJ", "uz_UZ", "tk_TM", "ru_KZ", "en"])
def test_a_print_of_the_five_comes_back_as_its_value_or_is_refused(locale):
    read = 0
    for code, style, amount in itertools.product(
        ("KGS", "KZT", "TJS", "UZS", "TMT"), ("symbol", "code", "local"), ("1234.50", "-5", "1000000")
    ):
        money = Money(amount, code)
        text = format_money(money, locale, style=style)
        for reader in (
            lambda text: parse_amount(text, locale),
            lambda text: parse_money(text, strict=True).money,
        ):
            with contextlib.suppress(ParseError):
                assert reader(text) == money, text
                read += 1
    assert read > 30
