"""Options: each written once, checked at every function that takes them, named as the caller knows them."""

from __future__ import annotations

import inspect
from decimal import Decimal

import pytest

from cafx import Money, OptionError, UnknownLocale, format_money, format_parts, formatter
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
