"""What was printed is read back; what is ambiguous, or was never printed, is refused."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cafx import Money, ParseError
from cafx.formatting import format_money, parse_amount
from cafx.formatting.proof import read_print
from cafx.formatting.typed import read_typed
from cafx.formatting.vocabulary import FOLDED
from cafx.locale.tags import locale_of

LOCALES = (
    "kk_KZ ky_KG tg_TJ uz_Latn_UZ uz_Cyrl_UZ tk_TM ru_RU ru_KZ ru_KG ru_UZ en_US en_KZ zh_Hans_CN tr_TR "
    "de_DE fa_IR kk_Arab_CN"
).split()
CURRENCIES = "KGS KZT TJS UZS TMT USD EUR RUB CNY".split()
STYLES = ("symbol", "narrow", "code", "name", "accounting", "local")

exact = st.builds(
    lambda sign, digits, decimals: (Decimal((sign, tuple(map(int, str(digits))), -decimals)), decimals),
    st.integers(0, 1),
    st.integers(0, 10**25),
    st.integers(0, 8),
)


@settings(deadline=None)
@given(
    exact,
    st.sampled_from(LOCALES),
    st.sampled_from(CURRENCIES),
    st.fixed_dictionaries(
        {
            "style": st.sampled_from(STYLES),
            "numbering": st.sampled_from(("latn", "native")),
            "symbols": st.sampled_from(("cldr", "safe")),
        }
    ),
)
def test_every_style_reads_back(amount, locale, currency, choices):
    value, decimals = amount
    money = Money(value, currency)
    text = format_money(money, locale, digits=decimals, **choices)
    assert parse_amount(text, locale, currency=currency, digits=decimals) == money
    if choices["style"] not in {"narrow", "local"}:
        assert parse_amount(text, locale, digits=decimals) == money
    (plainly, proven) = (
        {one for one in read(text) if one.currency == currency}
        for read in (
            lambda text: read_typed(text.translate(FOLDED), locale_of(locale), None),
            lambda text: read_print(text, locale_of(locale), None, {}),
        )
    )
    assert plainly <= proven  # the plain way reads nothing into what was printed


@settings(deadline=None)
@given(
    st.integers(1, 999),
    st.sampled_from((0, 3, 6, 9, 12)),
    st.sampled_from(LOCALES),
    st.sampled_from(CURRENCIES),
    st.sampled_from([(style, notation) for style in STYLES for notation in ("compact", "compact_long")]),
)
def test_words_for_powers_of_ten_read_back(count, power, locale, currency, choice):
    style, notation = choice
    money = Money(Decimal(count).scaleb(power), currency)
    text = format_money(money, locale, style=style, notation=notation, significant=20)
    assert parse_amount(text, locale, currency=currency) == money


@pytest.mark.parametrize(
    ("text", "locale", "amount", "currency"),
    [
        ("1 234,50 ₸", "kk_KZ", "1234.50", "KZT"),
        ("1\u00a0234,50\u00a0₸", "kk-KZ", "1234.50", "KZT"),
        ("1\u202f234,50\u202f₸", "kk", "1234.50", "KZT"),
        ("-1 234,50 ₸", "kk", "-1234.50", "KZT"),
        ("\u22121 234,50 ₸", "kk", "-1234.50", "KZT"),
        ("+5,00 ₸", "kk", "5.00", "KZT"),
        ("8 560,40 so'm", "uz", "8560.40", "UZS"),
        ("8 560,40 so‘m", "uz", "8560.40", "UZS"),
        ("8 560,40 soʻm", "uz", "8560.40", "UZS"),
        ("(so'm 8 560,40)", "uz", "-8560.40", "UZS"),
        ("1,2 млн ₸", "kk", "1200000", "KZT"),
        ("25,2 млрд $", "ru", "25200000000", "USD"),
        ("13 триллион Қазақстан теңгесі", "kk", "13000000000000", "KZT"),
        ("450,50 сомонӣ", "tg", "450.50", "TJS"),
        ("$1,234.50", "en", "1234.50", "USD"),
        ("KZT 1,234", "en", "1234", "KZT"),
        ("1 234,567 KZT", "kk", "1234.567", "KZT"),
    ],
)
def test_what_people_have_on_the_page(text, locale, amount, currency):
    assert parse_amount(text, locale) == Money(amount, currency)


@pytest.mark.parametrize(
    ("text", "locale"),
    [
        ("1,234.50 ₸", "kk"),
        ("12,34.50 ₸", "kk"),
        ("1 23,50 ₸", "kk"),
        ("1234,50 ₸ ₸", "kk"),
        ("1 234,50", "kk"),
        ("₸", "kk"),
        ("", "kk"),
        ("1 234,50 T", "kk"),
        ("--5,00 ₸", "kk"),
        ("1 234,50 KZТ", "kk"),  # the last letter is Cyrillic
        ("1e5 ₸", "kk"),
        ("NaN ₸", "kk"),
        ("¥5.00", "en"),  # yen by its symbol, yuan by its narrow one
        ("1" * 70 + " ₸", "kk"),
        ("1" * 10_000 + " ₸", "kk"),
        ("1 234,5 млн млн ₸", "kk"),
        ("\0" * 100, "kk"),
        ("₸" * 10_000, "kk"),
        ("<" * 300, "kk"),
    ],
)
def test_what_was_never_printed_or_says_two_things_is_refused(text, locale):
    with pytest.raises(ParseError) as caught:
        parse_amount(text, locale)
    assert len(str(caught.value)) < 400


def test_an_ambiguous_sign_names_the_candidates():
    with pytest.raises(ParseError, match="CNY, JPY"):
        parse_amount("¥5.00", "en")
    assert parse_amount("¥5.00", "en", currency="CNY") == Money("5.00", "CNY")


def test_own_words_are_read_back_when_they_are_told():
    money = Money("450.50", "TJS")
    text = format_money(money, "tg", style="local", words={"TJS": "смн"})
    assert parse_amount(text, "tg", words={"TJS": "смн"}) == money
    with pytest.raises(ParseError):
        parse_amount(text, "tg")


def test_only_text_is_read():
    with pytest.raises(TypeError):
        parse_amount(5, "kk")


@pytest.mark.parametrize(
    ("text", "locale", "amount", "currency"),
    [
        ("1234 ₸", "kk_KZ", "1234", "KZT"),
        ("1 234,50₸", "kk_KZ", "1234.50", "KZT"),
        ("1 234,5 тг", "ru_KZ", "1234.5", "KZT"),
        ("1234,5 ТГ.", "kk", "1234.5", "KZT"),
        ("$1234", "en_US", "1234", "USD"),
        ("$-1,234.50", "en_US", "-1234.50", "USD"),
        ("$1,234.50-", "en_US", "-1234.50", "USD"),
        ("($1,234.50)", "en_US", "-1234.50", "USD"),
        ("минус 5 тенге", "ru", "-5", "KZT"),
        ("$5k", "en", "5000", "USD"),
        ("1,234.50 USD", "en", "1234.50", "USD"),
        ("1,234.50 kzt", "en", "1234.50", "KZT"),
        ("USD1,234.50", "en", "1234.50", "USD"),
        ("12000 so'm", "uz", "12000", "UZS"),
        ("12000 som", "uz", "12000", "UZS"),
        ("100 сомов", "ru_KG", "100", "KGS"),
        ("100 руб.", "ru", "100", "RUB"),
        ("100€", "en", "100", "EUR"),
        ("EUR 89.765,43", "de", "89765.43", "EUR"),
        (str(Money("1234567.50", "KZT")), "en", "1234567.50", "KZT"),
        (str(Money("1234567.50", "KZT")), "kk_KZ", "1234567.50", "KZT"),
        (str(Money("1234567.50", "UZS")), "ru", "1234567.50", "UZS"),
        ("CA$5.00", "en", "5.00", "CAD"),
        ("12,34,567.50 INR", "en_IN", "1234567.50", "INR"),
        ("۱۲۳۴ KZT", "fa", "1234", "KZT"),
    ],
)
def test_what_people_type_is_read(text, locale, amount, currency):
    assert parse_amount(text, locale) == Money(amount, currency)


@pytest.mark.parametrize(
    ("text", "locale", "currency", "example"),
    [
        ("12 345,67", "kk_KZ", "KZT", "1 234,50 ₸"),
        ("5 000", "ky_KG", "KGS", "1 234,50 сом"),
        ("5 000,5", "uz_UZ", "UZS", "1 234,50 so'm"),
        ("12.5", "en", "USD", "$1,234.50"),
    ],
)
def test_a_bare_number_is_refused_for_the_currency_it_lacks(text, locale, currency, example):
    with pytest.raises(ParseError) as caught:
        parse_amount(text, locale)
    assert (
        str(caught.value)
        == f"{text!r} names no currency: pass currency={currency!r}, or write it as {example}"
    )
    assert parse_amount(text, locale, currency=currency).currency == currency


def test_the_example_in_a_refusal_is_of_the_locales_country():
    with pytest.raises(ParseError, match=r"is not an amount as tg_TJ writes it, such as 1 234,50 сом\.$"):
        parse_amount("abc", "tg_TJ")


def test_a_bare_number_is_of_the_currency_that_is_said():
    assert parse_amount("1,234.50", "en", currency="usd") == Money("1234.50", "USD")
    with pytest.raises(ParseError):
        parse_amount("1,234.50", "en")


@pytest.mark.parametrize(
    ("text", "locale", "readings"),
    [
        ("12,500 ₸", "kk_KZ", ("12.500", "12500")),
        ("12,000 so'm", "uz", ("12.000", "12000")),
        ("€1.234", "en", ("1.234", "1234")),
        ("5,000 ₸", "ru_KZ", ("5.000", "5000")),
        ("-1,500 $", "ru", ("-1.500", "-1500")),
        ("¥1.234", "ja", ("1.234", "1234")),
    ],
)
def test_three_digits_that_may_be_thousands_are_refused_with_both_readings(text, locale, readings):
    with pytest.raises(ParseError, match="digits=3") as caught:
        parse_amount(text, locale)
    assert all(reading in str(caught.value) for reading in readings)
    assert str(parse_amount(text, locale, digits=3).amount) == readings[0]
    with pytest.raises(ParseError, match="has 3 decimals"):
        parse_amount(text, locale, digits=2)


@pytest.mark.parametrize(
    ("text", "locale", "amount"),
    [
        ("0,125 ₸", "kk", "0.125"),
        ("1 234,567 ₸", "kk", "1234.567"),
        ("1,234 ₸", "en", "1234"),
        ("1.234 KWD", "en", "1.234"),
    ],
)
def test_three_decimals_that_can_be_nothing_else_are_read(text, locale, amount):
    assert str(parse_amount(text, locale).amount) == amount


@pytest.mark.parametrize(
    ("currency", "locale"),
    [
        ("CAD", "en_CA"),
        ("MXN", "es_MX"),
        ("CLP", "es_CL"),
        ("JPY", "ja_JP"),
        ("TWD", "zh_Hant_TW"),
        ("SGD", "en_SG"),
        ("AUD", "en_AU"),
        ("KZT", "kk_KZ"),
        ("TJS", "tg_TJ"),
    ],
)
def test_a_countrys_own_print_is_read_there(currency, locale):
    money = Money("1234.00", currency).rounded(0)
    assert parse_amount(format_money(money, locale), locale) == money


@pytest.mark.parametrize(
    "text",
    [
        "1 23 ₸",
        "1234 567 ₸",
        "12 345 6789 ₸",
        "1\u200b234 ₸",
        "1_234 ₸",
        "5x ₸",
        "₸5₸",
        "5 ₸ 6",
        "½ ₸",
        "5- -₸",
    ],
)
def test_what_is_not_understood_whole_is_refused(text):
    for locale in ("kk_KZ", "en", "ru"):
        with pytest.raises(ParseError) as caught:
            parse_amount(text, locale)
        assert "pass currency" not in str(caught.value)


def test_the_example_in_a_message_is_of_the_currency_that_was_meant():
    with pytest.raises(ParseError, match=r"such as \$1,234\.50"):  # whose decimals are they?
        parse_amount("$12,34", "en")
    with pytest.raises(ParseError, match="1 234,50 сом"):
        parse_amount("12.34.5 сом", "ky")


def test_a_sign_that_people_write_for_another_currency_is_not_guessed():
    with pytest.raises(ParseError):
        parse_amount("C$5", "en")
    assert parse_amount("C$5", "en", currency="NIO") == Money(5, "NIO")
    assert parse_amount("C$5", "es_NI") == Money(5, "NIO")
