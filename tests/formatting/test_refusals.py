"""One answer to one question: own words, lost points, split digits, wrong types and amounts out of bounds."""

from __future__ import annotations

from decimal import Decimal

import pytest

from cafx import AmountError, Conversion, Money, OptionError, ParseError, Quotation, Rate, UnknownLocale
from cafx.formatting import (
    format_conversion,
    format_html,
    format_money,
    format_parts,
    format_range,
    format_rate,
    format_spoken,
    formatter,
    parse_amount,
)


def test_own_words_win_when_read_as_when_written():
    words = {"ARS": "$"}
    money = Money("5.00", "ARS")
    text = format_money(money, "kk", style="local", words=words)
    assert text == "5,00\u00a0$"
    assert parse_amount(text, "kk", words=words) == money
    assert parse_amount(text, "kk") == Money("5.00", "USD")


def test_codes_of_own_words_are_read_as_codes_are():
    assert format_money(Money(5, "KZT"), "kk", style="local", words={"kzt": "теңге"}) == "5,00\u00a0теңге"


def test_a_lost_point_that_makes_another_currency_is_refused():
    with pytest.raises(ParseError, match="KGS, TJS"):
        parse_amount("5,00 сом", "tg")
    assert parse_amount("5,00 сом.", "tg") == Money("5.00", "TJS")
    assert parse_amount("5,00 сом", "tg", currency="KGS") == Money("5.00", "KGS")
    assert parse_amount("5,00 сом", "ky") == Money("5.00", "KGS")


@pytest.mark.parametrize("mark", "\u200e\u200f\u061c\u2066\u2069")
def test_marks_of_direction_stand_at_the_edges_of_digits_only(mark):
    with pytest.raises(ParseError):
        parse_amount(f"$1{mark}2.00", "en")
    assert parse_amount(f"{mark}$12.00{mark}", "en") == Money("12.00", "USD")
    assert parse_amount(f"${mark}12.00", "en") == Money("12.00", "USD")


def test_a_bool_is_no_number_of_digits_whatever_was_asked_before():
    money = Money(5, "KZT")
    format_money(money, "kk", significant=1)
    with pytest.raises(OptionError):
        format_money(money, "kk", significant=True)


@pytest.mark.parametrize("amount", ["1e-999999", "-1e-999999", "NaN", "-NaN", "NaN123", "sNaN", "Infinity"])
@pytest.mark.parametrize("sign", ["auto", "always", "never"])
def test_amounts_out_of_bounds_are_refused_by_every_way_to_print(amount, sign):
    for notation in ("standard", "compact"):
        with pytest.raises(AmountError):
            formatter("en", "USD", notation=notation, sign=sign)(Decimal(amount))


def test_a_minus_is_spoken_in_arabic_too():
    assert "-" not in format_spoken(Money(-21, "USD"), "ar")
    assert "\u2212" in format_spoken(Money(-21, "USD"), "ar")


def peg():
    return Quotation("USD", "TMT", "3.5", as_of="2015-01-01", through="9999-12-31", kind="peg", source="cbt")


def test_a_result_that_is_cut_is_about_and_a_span_in_force_has_no_day():
    rate = Rate.of(peg())
    assert rate.is_exact
    cut = Conversion(Money(1, "TMT"), rate.inverse())
    assert format_conversion(cut, "en", date=True) == "≈\u00a0$0.29"
    whole = Conversion(Money(7, "TMT"), rate.inverse())
    assert format_conversion(whole, "en", date=True) == "$2.00"


def test_bounds_have_the_same_decimals():
    tenge = Quotation("KZT", "USD", "0.00194", as_of="2025-12-16", kind="ticker", source="timesca")
    budget = Conversion(Money(1_000_000_000, "KZT"), Rate.of(tenge))
    text = format_conversion(budget, "en", bounds=True)
    low, high = text.partition("(")[2].rstrip("M)").lstrip("$").split("–")
    assert len(low) == len(high)


def test_wrong_types_are_told_with_the_remedy():
    number = Decimal(5)
    with pytest.raises(TypeError, match="Rate or a Quotation"):
        format_rate(number, "en")
    for write in (format_parts, format_html, format_spoken, format_money):
        with pytest.raises(TypeError, match="Money"):
            write(number, "en")
    with pytest.raises(TypeError, match="Money"):
        format_range(number, number, "en")
    with pytest.raises(TypeError, match=r"Conversion.*book\.convert.*cafx\.convert"):
        format_conversion(number, "en")
    with pytest.raises(OptionError, match="pass significant=3"):
        formatter("en", "USD", digits="significant=3")


def test_a_tag_may_ask_for_digits():
    native = format_money(Money(5, "USD"), "fa_IR", numbering="native")
    assert formatter("fa-IR-u-nu-arabext", "USD")(5) == native
    assert formatter("fa-IR-u-nu-latn", "USD", numbering="native")(5) == formatter("fa_IR", "USD")(5)
    assert formatter("kk-KZ-u-ca-gregory", "KZT")(5) == "5,00\u00a0₸"
    assert parse_amount(native, "fa-IR-u-nu-arabext") == Money("5.00", "USD")
    for tag in ("fa-IR-u-nu-thai", "fa-IR-u-", "u-nu-latn", "fa-u-nu-latn-" + "x" * 300):
        with pytest.raises(UnknownLocale):
            formatter(tag, "USD")
