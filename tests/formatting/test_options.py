"""Options: each written once, checked at every function that takes them, named as the caller knows them."""

from __future__ import annotations

import inspect
from decimal import Decimal

import pytest

from cafx import (
    Conversion,
    Money,
    OptionError,
    Quotation,
    Rate,
    UnknownLocale,
    format_conversion,
    format_money,
    format_parts,
    format_rate,
    formatter,
)
from cafx.formatting import Choices, format_html, format_range, format_spoken, format_worth
from cafx.locale.compiled import kept_format
from cafx.locale.options import _OPTIONS, Wording, chosen, option_key

MONEY = Money("1234.5", "KZT")


def test_every_option_is_described_where_it_is_declared_and_named_by_the_format():
    described = "".join(inspect.getdoc(known) or "" for known in (Wording, Choices))
    for name in _OPTIONS:
        assert f"\n    {name}: " in described or f"\n{name}: " in described, name
        assert f"``{name}``" in format_money.__doc__


def test_the_default_of_every_option_passes_its_own_check():
    assert option_key(chosen(())) == ()


def test_the_key_does_not_depend_on_the_order_or_on_defaults_that_are_said():
    key = option_key({"digits": 2, "style": "code", "notation": "standard"})
    assert key == option_key({"style": "code", "digits": 2})
    assert hash(key)


def test_an_unknown_value_names_the_option_and_carries_it():
    with pytest.raises(OptionError, match="style 'sign' is not one of accounting, ") as caught:
        format_money(MONEY, "kk", style="sign")
    assert (caught.value.option, caught.value.value) == ("style", "sign")


@pytest.mark.parametrize("text", ["True", "2.0", "-1", "61", "10**5000", "[]", "{}", "None", "b'2'"])
def test_values_that_look_like_a_number_of_digits_are_none(text):
    value = eval(text)  # noqa: S307 -- no number of 5,000 digits in the name of a test
    format_money(MONEY, "kk", digits=1)
    format_money(MONEY, "kk", digits=2)
    with pytest.raises(OptionError, match="digits") as caught:
        format_money(MONEY, "kk", digits=value)
    assert len(str(caught.value)) < 200


def test_own_words_are_never_kept():
    words = {"KZT": "теңге"}
    first = format_money(MONEY, "kk", style="local", words=words)
    words["KZT"] = "тг"
    assert (first[-5:], format_money(MONEY, "kk", style="local", words=words)[-2:]) == ("теңге", "тг")
    pairs = (("KZT", "тг"),)
    assert kept_format("kk", MONEY.currency, {"style": "local", "words": pairs}, "x")(5)[-2:] == "тг"


class Price:
    """Not Money, but an amount of a currency."""

    amount = Decimal("5.14")
    currency = MONEY.currency


class Foreign:
    """Another library's money, whose currency is not text."""

    amount = Decimal(5)
    currency = object()


@pytest.mark.parametrize("write", [format_money, format_parts, format_html, format_spoken, format_worth])
def test_whatever_has_an_amount_and_a_currency_is_written(write):
    assert write(Price(), "kk") == write(Money("5.14", "KZT"), "kk")
    with pytest.raises(TypeError, match=rf"^{write.__name__} writes Money, not .*Foreign"):
        write(Foreign(), "kk")


def test_a_range_of_other_things_names_the_function():
    with pytest.raises(TypeError, match=r"^format_range writes Money, not int: pass Money\("):
        format_range(1, 2, "kk")


@pytest.mark.parametrize("spec", [".2f", ">20", ",", "xx_KZ"])
def test_a_format_spec_of_money_is_a_locale(spec):
    with pytest.raises(UnknownLocale, match=r"^a format spec of Money is a locale.*format_money") as caught:
        format(MONEY, spec)
    assert repr(spec) in str(caught.value)


@pytest.mark.parametrize(
    ("amount", "locale", "text"),
    [
        ("25200000000", "en", "$25.2 billion"),
        ("25200000000", "en_GB", "US$25.2 billion"),
        ("25200000000", "ru", "25,2 млрд $"),
        ("1000000", "en", "$1 million"),
        ("999999", "en", "$999,999"),
        ("-1234567", "en", "-$1.234567 million"),
        ("13000000000000000", "en", "$13,000 trillion"),
        ("65.00", "en", "$65"),
        ("65.5", "en", "$65.50"),
        ("0", "en", "$0"),
        ("0.0018", "en", "$0.0018"),
    ],
)
def test_a_worth_is_written_as_articles_print_it(amount, locale, text):
    assert format_worth(Money(amount, "USD"), locale).replace("\u00a0", " ") == text


def test_a_formatter_names_itself():
    with pytest.raises(TypeError, match=r"^formatter has no option 'colour'"):
        formatter("kk", "KZT", colour="red")


@pytest.mark.parametrize(
    ("choices", "locale", "currency", "text"),
    [
        ({"style": "display"}, "ru_KZ", "KZT", "1 234,50 ₸"),
        ({"style": "display"}, "ru", "UZS", "1 234,50 сум"),
        ({"style": "display"}, "ru", "CAD", "1 234,50 CAD"),
        ({"style": "display", "offered": ["CAD"]}, "ru", "CAD", "1 234,50 $"),
        ({"style": "display", "offered": ["CAD", "usd"]}, "ru", "CAD", "1 234,50 CAD"),
        ({"style": "display", "words": {"CAD": "кан. долл."}}, "ru", "CAD", "1 234,50 кан. долл."),
        ({"style": "display"}, "en", "KZT", "₸1,234.50"),
        ({"style": "display", "symbols": "safe"}, "en", "KGS", "KGS 1,234.50"),
        ({"style": "display"}, "tg", "TJS", "1 234,50 сомонӣ"),
        ({"style": "display", "symbols": "safe"}, "tg", "KGS", "1 234,50 KGS"),
        ({"style": "none"}, "kk", "KZT", "1 234,50"),
        ({"style": "none"}, "en", "JPY", "1,234"),
        ({"style": "none", "notation": "compact"}, "ru", "KZT", "1,2 тыс."),
        ({"symbols": "ascii"}, "uz", "UZS", "1 234,50 so'm"),
        ({"symbols": "ascii"}, "kk", "KZT", "1 234,50 KZT"),
        ({"symbols": "ascii"}, "en", "EUR", "EUR 1,234.50"),
        ({"digits": "given"}, "en", "GBP", "£1,234.5"),
        ({"digits": (2, 4)}, "en", "GBP", "£1,234.50"),
        ({"digits": (0, 0)}, "en", "GBP", "£1,234"),
    ],
)
def test_styles_symbols_and_digits_for_displays(choices, locale, currency, text):
    assert format_money(Money("1234.5", currency), locale, **choices).replace("\u00a0", " ") == text


@pytest.mark.parametrize("amount", ["10.125", "10.10", "1E+3", "-0.5", "0.00"])
def test_digits_as_given_are_those_of_the_amount(amount):
    assert format_money(Money(amount, "USD"), "en", digits="given", style="none") == f"{Decimal(amount):,f}"


@pytest.mark.parametrize(
    ("amount", "digits", "text"),
    [
        ("10.125", (0, 2), "10.12"),
        ("10", (1, 3), "10.0"),
        ("10.1004", (0, 3), "10.1"),
        ("9.9999", (0, 2), "10"),
        ("-0.001", (0, 2), "0"),
    ],
)
def test_a_least_and_a_most_number_of_digits(amount, digits, text):
    assert format_money(Money(amount, "USD"), "en", digits=digits, style="none") == text
    assert format_money(Money("1234567", "USD"), "en", digits=(1, 3), notation="compact") == "$1.235M"


@pytest.mark.parametrize("digits", [(3, 2), (-1, 2), (0, 61), (1,), (0, "2"), (True, 2)])
def test_pairs_of_digits_that_there_are_not(digits):
    with pytest.raises(OptionError, match="digits"):
        format_money(MONEY, "kk", digits=digits)


@pytest.mark.parametrize("locale", "kk ky tg uz tk ru en fr sv fa de_CH".split())
@pytest.mark.parametrize("currency", ["KZT", "UZS", "USD"])
def test_ascii_signs_and_plain_spaces_go_through_the_oldest_channel(locale, currency):
    for style in ("symbol", "narrow", "display", "accounting", "code", "none"):
        text = format_money(
            Money("-1234567.5", currency), locale, style=style, symbols="ascii", spaces="plain"
        )
        assert text.isascii(), text


def test_tajik_som_and_somoni_never_differ_by_a_dot_alone():
    for style in ("symbol", "narrow", "local", "display"):
        for symbols in ("cldr", "safe"):
            som, somoni = (
                format_money(Money(5, code), "tg", style=style, symbols=symbols) for code in ("KGS", "TJS")
            )
            assert som + "." != somoni, (style, symbols)


def test_codes_that_are_offered_are_known():
    with pytest.raises(OptionError, match="offered"):
        format_money(MONEY, "kk", style="display", offered="KZT")
    with pytest.raises(ValueError, match="XYZ"):
        format_money(MONEY, "kk", style="display", offered=["XYZ"])


@pytest.mark.parametrize("name", ["digits", "significant", "rounding", "sign", "colour"])
def test_digits_that_follow_from_a_rate_are_no_option(name):
    quotation = Quotation("KZT", "USD", "0.00194", as_of="2025-12-16", kind="ticker", source="timesca")
    conversion = Conversion(MONEY, Rate.of(quotation))
    with pytest.raises(TypeError, match=rf"^format_rate has no option '{name}': there are style, "):
        format_rate(quotation, "ru", **{name: 3})
    for _ in range(2):
        with pytest.raises(TypeError, match=rf"^format_conversion has no option '{name}'"):
            format_conversion(conversion, "ru", **{name: 3})
