"""Ranges, rates, changes, conversions, speech, markup; locales and choices that there are not."""

from __future__ import annotations

import decimal
from datetime import date

import pytest
from babel import Locale

from cafx import (
    AmountError,
    Conversion,
    CurrencyMismatch,
    Money,
    OptionError,
    Quotation,
    Rate,
    UnknownCurrency,
)
from cafx.errors import UnknownLocale
from cafx.formatting import (
    Html,
    format_change,
    format_conversion,
    format_html,
    format_money,
    format_range,
    format_rate,
    format_spoken,
    formatter,
)
from cafx.locale import tags
from cafx.locale.compiled import _formats


def plain(text):
    return text.replace("\u00a0", " ")


def quoted(base, quote, price, **rest):
    given = {"as_of": "2025-12-16", "kind": "ticker", "source": "timesca", **rest}
    return Quotation(base, quote, price, **given)


TENGE = quoted("KZT", "USD", "0.00194", change="-0")
SOM = quoted("UZS", "USD", "0.00008")
MANAT = quoted("USD", "TMT", "3.5", kind="peg")
BUDGET = Conversion(Money("13000000000000", "KZT"), Rate.of(TENGE))


@pytest.mark.parametrize(
    ("low", "high", "locale", "choices", "text"),
    [
        ("1000", "2500.5", "kk_KZ", {}, "1 000,00–2 500,50 ₸"),
        ("1000", "2500.5", "en", {}, "KZT 1,000.00–2,500.50"),
        ("950000", "1200000", "ru_KZ", {"notation": "compact"}, "950 тыс. – 1,2 млн ₸"),
        ("1000000", "1200000", "ru_KZ", {"notation": "compact"}, "1–1,2 млн ₸"),
        ("950000", "1200000", "en", {"notation": "compact", "style": "narrow"}, "₸950K – 1.2M"),
        ("-5", "3", "kk_KZ", {}, "-5,00 – 3,00 ₸"),
        ("-5", "-3", "kk_KZ", {}, "-5,00 – -3,00 ₸"),
        ("1", "5", "ru", {"style": "name", "digits": 0}, "1–5 казахских тенге"),
        ("3", "3", "kk_KZ", {}, "3,00 ₸"),
        ("3", "3.001", "ru_KZ", {}, "≈3,00 ₸"),
        ("1000", "2500.5", "ja", {}, "KZT 1,000.00～2,500.50"),
        ("1000", "2500.5", "es", {}, "1000,00-2500,50 KZT"),
        ("950000", "1200000", "nl", {"notation": "compact"}, "KZT 950K - 1,2 mln."),
        ("1", "5", "ko", {"digits": 0}, "KZT 1~5"),
        ("-5", "3", "zh", {"digits": 0}, "-KZT 5 - 3"),
        ("1", "2", "kk", {"symbols": "ascii", "spaces": "plain"}, "1,00-2,00 KZT"),
    ],
)
def test_ranges_say_the_currency_once(low, high, locale, choices, text):
    assert plain(format_range(Money(low, "KZT"), Money(high, "KZT"), locale, **choices)) == text


def test_ranges_that_are_none():
    with pytest.raises(CurrencyMismatch):
        format_range(Money(1, "KZT"), Money(2, "USD"), "kk")
    with pytest.raises(AmountError, match="downward"):
        format_range(Money(2, "KZT"), Money(1, "KZT"), "kk")


@pytest.mark.parametrize(
    ("rate", "locale", "text"),
    [
        (TENGE, "kk_KZ", "0,00194 $"),
        (Rate.of(TENGE), "en", "$0.00194"),
        (Rate.of(TENGE).inverse(), "kk_KZ", "515 ₸"),
        (quoted("KGS", "USD", "0.01140"), "ky_KG", "0,01140 USD"),
        (SOM, "uz_UZ", "0,00008 US$"),
        (Rate.of(MANAT), "tk_TM", "3,5 TMT"),
        (Rate.of(MANAT).inverse(), "tk_TM", "0,28571 US$"),
        (Rate.of(TENGE).cross(Rate.of(MANAT)), "en", "TMT 0.00679"),
    ],
)
def test_rates_show_the_digits_that_they_have(rate, locale, text):
    assert plain(format_rate(rate, locale)) == text


def test_rates_as_an_equation_keep_the_nominal():
    hundred = quoted("KZT", "RUB", "15.4321", nominal=100, kind="official", source="CBR")
    assert plain(format_rate(hundred, "ru", equation=True)) == "100 KZT = 15,4321 ₽"
    assert plain(format_rate(Rate.of(hundred), "ru", equation=True)) == "1 KZT = 0,154321 ₽"
    assert plain(format_rate(TENGE, "ru_KZ", equation=True, style="local")) == "1 ₸ = 0,00194 $"


@pytest.mark.parametrize(
    ("change", "locale", "choices", "text"),
    [
        ("0.52", "kk_KZ", {}, "+0,52%"),
        ("-0.19", "ru", {}, "-0,19 %"),
        ("0", "kk_KZ", {}, "0%"),
        ("-0", "kk_KZ", {}, "0%"),
        ("-0", "kk_KZ", {"sign": "always"}, "-0%"),
        ("-0", "kk_KZ", {"sign": "keep"}, "-0%"),
        ("0", "kk_KZ", {"sign": "always"}, "+0%"),
        ("1.25", "tr", {"digits": 1}, "+%1,2"),
        (TENGE, "en", {"sign": "always"}, "-0%"),
    ],
)
def test_changes_keep_their_sign(change, locale, choices, text):
    assert plain(format_change(change, locale, **choices)) == text


def test_a_quotation_without_a_change_has_none_to_print():
    with pytest.raises(AmountError, match="no change"):
        format_change(SOM, "en")


@pytest.mark.parametrize(
    ("conversion", "locale", "choices", "text"),
    [
        (BUDGET, "ru", {}, "≈ 25,2 млрд $"),
        (BUDGET, "ru", {"bounds": True}, "≈ 25,2 млрд $ (25,15–25,29 млрд $)"),
        (BUDGET, "en", {"date": True}, "≈ $25.2B (Dec 16, 2025)"),
        (BUDGET, "kk_KZ", {"notation": "standard"}, "≈ 25 200 000 000 $"),
        (Conversion(Money("1000000", "UZS"), Rate.of(SOM)), "uz_UZ", {}, "≈ 80 US$"),
        (
            Conversion(Money("1000000", "UZS"), Rate.of(SOM)),
            "uz_UZ",
            {"bounds": True},
            "≈ 80 US$ (75–85 US$)",
        ),
        (Conversion(Money("1", "KZT"), Rate.of(TENGE)), "en", {}, "≈ $0.0019"),
        (Conversion(Money("-2", "USD"), Rate.of(MANAT)), "en", {}, "-TMT 7.00"),
        (Conversion(Money("0", "KZT"), Rate.of(TENGE)), "en", {}, "$0.00"),
        (Conversion(Money("0", "KZT"), Rate.of(TENGE)), "ru", {"precision": "minor"}, "0,00 $"),
        (Conversion(Money("15000", "KZT"), Rate.of(TENGE)), "en", {}, "≈ $29.1"),
        (Conversion(Money("15000", "KZT"), Rate.of(TENGE)), "en", {"precision": "minor"}, "≈ $29.10"),
        (Conversion(Money("15000", "KZT"), Rate.of(TENGE)), "ru", {"style": "none"}, "≈ 29,1"),
        (Conversion(Money("300", "KZT"), Rate.of(TENGE)), "en", {}, "≈ $0.58"),
        (Conversion(Money("1", "KZT"), Rate.of(TENGE)), "en", {"precision": "minor"}, "≈ $0.0019"),
        (Conversion(Money("2", "USD"), Rate.of(MANAT)), "en", {"precision": "minor"}, "TMT 7.00"),
        (Conversion(Money("3.33", "USD"), Rate.of(MANAT)), "en", {"precision": "minor"}, "≈ TMT 11.66"),
        (BUDGET, "en", {"precision": "minor"}, "≈ $25.2B"),
        (BUDGET, "en", {"symbols": "ascii", "spaces": "plain"}, "~ $25.2B"),
    ],
)
def test_conversions_show_what_their_bounds_support(conversion, locale, choices, text):
    assert plain(format_conversion(conversion, locale, **choices)) == text


def test_bounds_hold_the_truth():
    low, high = format_conversion(BUDGET, "en", bounds=True, notation="standard").split("($")[1].split("–")
    assert int(low.replace(",", "")) <= BUDGET.low
    assert int(high.rstrip(")").replace(",", "")) >= BUDGET.high


@pytest.mark.parametrize(
    ("amount", "currency", "locale", "text"),
    [
        ("13000000000000", "KZT", "kk_KZ", "13 триллион Қазақстан теңгесі"),
        ("1234567.89", "KZT", "kk_KZ", "1 234 567,89 Қазақстан теңгесі"),
        ("22500000000", "KZT", "ru", "22,5 миллиарда казахских тенге"),
        ("-450.5", "KGS", "ky_KG", "−450,50 Кыргызстан сому"),
        ("1", "USD", "en", "1 US dollar"),
        ("999999.999", "USD", "en", "1 million US dollars"),
        ("999999.994", "USD", "en", "999,999.99 US dollars"),
        ("0.001", "USD", "en", "0.001 US dollars"),
        ("-0.00123", "USD", "en", "−0.0012 US dollars"),
        ("0", "USD", "en", "0 US dollars"),
        ("0.4", "JPY", "en", "0.4 Japanese yen"),
    ],
)
def test_speech_uses_whole_words(amount, currency, locale, text):
    assert format_spoken(Money(amount, currency), locale) == text


def test_markup_carries_the_machine_value_and_survives_template_engines():
    text = format_html(Money("1e2", "KGS"), "ky_KG", style="narrow", digits="auto")
    assert text == (
        '<data class="cafx" value="100" data-currency="KGS" translate="no"><bdi>100&nbsp;сом</bdi></data>'
    )
    assert isinstance(text, Html)
    assert text.__html__() is text
    assert text.__html_format__("ru") is text


def test_markup_is_escaped():
    text = format_html(Money(5, "TJS"), "tg", style="local", words={"TJS": "<script>&\"'"})
    assert "<script>" not in text
    assert "&lt;script&gt;&amp;&quot;&#x27;" in text


def test_both_spellings_and_locale_objects_are_one():
    money = Money("1234.5", "UZS")
    texts = {format_money(money, locale) for locale in ("uz_UZ", "uz-UZ", "uz-Latn-UZ", Locale("uz"))}
    assert len(texts) == 1


@pytest.mark.parametrize(
    ("tag", "match"),
    [
        ("kk_Latn", "not yet in force"),
        ("kk-Latn-KZ", "not yet in force"),
        ("tg_Arab", "letters only"),
        ("xx_KZ", "unknown"),
        ("en_QQ", "unknown"),
        ("kk_KZ; DROP", "not a locale tag"),
        ("", "not a locale tag"),
        ("kk\u202e", "not a locale tag"),
        ("k" * 10**6, "not a locale tag"),
    ],
)
def test_locales_that_there_are_not(tag, match):
    with pytest.raises(UnknownLocale, match=match) as caught:
        format_money(Money(1, "KZT"), tag)
    assert len(str(caught.value)) < 300


def test_a_miss_is_looked_up_once():
    tags._looked_up.cache_clear()
    for _ in range(3):
        with pytest.raises(UnknownLocale):
            formatter("xx_KZ", "KZT")
    assert tags._looked_up.cache_info().misses == 1


@pytest.mark.parametrize(
    ("tag", "name"), [("en_KZ", "en"), ("ru-TM", "ru"), ("zh_KG", "zh"), ("uz_Cyrl_KZ", "uz_Cyrl")]
)
def test_regions_that_cldr_lacks_fall_to_the_language(tag, name):
    assert str(tags.locale_of(tag)) == str(tags.locale_of(name))


@pytest.mark.parametrize(
    "choices",
    [
        {"style": "sign"},
        {"notation": "short"},
        {"digits": "two"},
        {"digits": -1},
        {"digits": 61},
        {"digits": True},
        {"digits": 2.0},
        {"significant": 0},
        {"significant": 3, "digits": 2},
        {"sign": "+"},
        {"rounding": "UP"},
        {"numbering": "arab"},
        {"symbols": "all"},
        {"style": "local", "words": {"TJS": "1"}},
        {"style": "local", "words": {"TJS": ""}},
        {"style": "local", "words": {"XXX": "x"}},
    ],
)
def test_choices_that_there_are_not(choices):
    format_money(Money(1, "KZT"), "kk", digits=1)
    format_money(Money(1, "KZT"), "kk", digits=2)
    with pytest.raises((OptionError, UnknownCurrency)):
        format_money(Money(1, "KZT"), "kk", **choices)


def test_a_keyword_that_there_is_not():
    with pytest.raises(TypeError, match=r"^formatter has no option 'colour': there are style, "):
        formatter("kk", "KZT", colour="red")
    with pytest.raises(TypeError, match=r"^format_html has no option"):
        format_html(Money(1, "KZT"), "kk", colour="red")
    with pytest.raises(TypeError, match=r"^format_money has no option"):
        format_money(Money(1, "KZT"), "kk", colour=[])


def test_the_caches_are_bounded():
    for digits in range(60):
        for currency in ("KGS", "KZT", "TJS", "UZS", "TMT", "USD", "EUR", "RUB", "CNY"):
            for locale in ("kk_KZ", "en"):
                format_money(Money(1, currency), locale, digits=digits)
    assert 0 < len(_formats.kept) <= 1024


def test_the_callers_decimal_context_changes_no_face():
    def printed():
        return (
            format_conversion(BUDGET, "ru", bounds=True, date=True),
            format_range(Money("950000.55", "KZT"), Money("1234567.89", "KZT"), "kk"),
            format_rate(Rate.of(TENGE).cross(Rate.of(MANAT)), "tk"),
            format_rate(Rate.of(MANAT).inverse(), "tk"),
            format_change("-12.345678", "en"),
            format_spoken(Money("22500000000", "KZT"), "kk"),
            format_html(Money("1234567.891", "KZT"), "kk", digits="cash"),
        )

    plainly = printed()
    hostile = decimal.Context(prec=1, rounding=decimal.ROUND_UP, traps=[decimal.Inexact, decimal.Rounded])
    with decimal.localcontext(hostile):
        assert printed() == plainly


def test_dates_follow_the_locale():
    text = format_conversion(BUDGET, "ru", date=True)
    assert str(date(2025, 12, 16).year) in text
    assert "дек" in text


@pytest.mark.parametrize(
    ("value", "remedy"),
    [(TENGE, "format_rate"), (Rate.of(TENGE), "format_rate"), (BUDGET, "format_conversion")],
)
def test_a_format_spec_of_other_values_names_the_function_that_takes_a_locale(value, remedy):
    assert f"{value}" == str(value)
    for spec in ("ru", ".2f", ">20"):
        with pytest.raises(TypeError, match=remedy):
            format(value, spec)


def test_digits_that_a_tag_asks_for_are_those_of_every_format():
    tag = "fa-IR-u-nu-arabext"
    texts = (
        format_change("0.5", tag),
        format_rate(TENGE, tag, equation=True),
        format_range(Money(1, "KZT"), Money(2, "KZT"), tag),
        format_spoken(Money(5, "KZT"), tag),
        format_html(Money(5, "KZT"), tag, digits=0),
        format_conversion(BUDGET, tag, bounds=True, date=True),
    )
    for text in texts:
        printed = text.partition("<bdi>")[2].partition("<")[0] or text
        assert any("۰" <= character <= "۹" for character in printed), text
        assert not any("0" <= character <= "9" for character in printed), text
    assert format_change("0.5", "fa-IR") == "\u200e+0.5%"


@pytest.mark.parametrize(
    ("price", "text"),
    [("0.00215", "465.12"), ("0.00008240", "12,136"), ("478.15", "0.0020914"), ("3.5", "0.28571")],
)
def test_a_derived_rate_has_five_digits_at_most(price, text):
    rate = Rate.of(quoted("KZT", "USD", price, low=price, high=price)).inverse()
    assert format_rate(rate, "en", style="none") == text
