"""Results that are printed by compiled writers are, to the byte, what the plain way makes."""

from __future__ import annotations

import decimal
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cafx import (
    AmountError,
    Conversion,
    Money,
    OptionError,
    Quotation,
    Rate,
    RateBook,
    format_conversion,
    format_rate,
)
from cafx.display import Display
from cafx.formatting import conversions
from cafx.formatting.results import Manner, result_text


def rate(base, quote, price, **rest):
    given = {"as_of": "2025-12-16", "kind": "official", "source": "NBK", **rest}
    return Rate.of(Quotation(base, quote, price, **given))


RATES = (
    rate("KZT", "USD", "0.00194"),
    rate("KZT", "USD", "0.00194").inverse(),
    rate("USD", "KZT", "515.42").inverse(),
    rate("UZS", "USD", "0.00008"),
    rate("UZS", "USD", "0.00008").inverse(),
    rate("USD", "TMT", "3.5", kind="peg", through="9999-12-31"),
    rate("USD", "TMT", "3.5", kind="peg").inverse(),
    rate("KZT", "USD", "0.00194").cross(rate("UZS", "USD", "0.00008").inverse()),
    rate("KZT", "RUB", "15.4321", nominal=100),
    rate("KZT", "USD", "0.00194", low="0.0019", high="0.0023"),
    rate("USD", "JPY", "155.3"),
    rate("USD", "KWD", "0.30667"),
    rate("USD", "HUF", "330.1"),
    rate("USD", "KZT", "3", low="3", high="3").inverse(),
    rate("USD", "KZT", "1", low="0.7", high="1.03"),
    rate("USD", "KZT", "7082", kind="peg", nominal=10).inverse(),
    Rate("USD", "KZT", rate("USD", "KZT", "515.42").legs, ages=(3,), widening=(Decimal("0.0125"),)),
    Rate("KZT", "USD", rate("USD", "KZT", "515.42").legs, ages=(9,), widening=(Decimal("0.031"),)),
)
AMOUNTS = st.one_of(
    st.decimals(-(10**9), 10**9, places=2),
    st.decimals(0, 10**15, places=4),
    st.integers(0, 10**14).map(Decimal),
    st.builds(lambda digits, place: Decimal(digits).scaleb(place), st.integers(1, 9), st.integers(-12, 20)),
)
MANNERS = st.fixed_dictionaries(
    {
        "notation": st.sampled_from([None, "standard", "compact"]),
        "precision": st.sampled_from(["supported", "minor"]),
        "date": st.booleans(),
        "bounds": st.booleans(),
    },
    optional={
        "style": st.sampled_from(["symbol", "narrow", "name", "display", "none"]),
        "symbols": st.sampled_from(["safe", "ascii"]),
        "spaces": st.just("plain"),
    },
)
LOCALES = "kk_KZ ky_KG tg_TJ uz_UZ tk_TM ru en de fa-IR-u-nu-arabext es de_CH".split()


def plainly(conversion, locale, *, notation, precision, date=False, bounds=False, **wording):
    return result_text(conversion, Manner(locale, notation, precision, wording), bounds=bounds, date=date)


@settings(max_examples=400)
@given(AMOUNTS, st.sampled_from(RATES), st.sampled_from(LOCALES), MANNERS)
@example(Decimal(3), RATES[13], "en", {"notation": None, "precision": "supported", "date": False})
@example(Decimal(7082), RATES[15], "en", {"notation": None, "precision": "supported", "date": False})
@example(Decimal("999999.995"), RATES[10], "en", {"notation": None, "precision": "supported", "date": False})
@example(Decimal("1e55"), RATES[2], "en", {"notation": None, "precision": "supported", "date": False})
@example(Decimal(13 * 10**12), RATES[0], "en", {"notation": None, "precision": "minor", "bounds": True})
@example(Decimal("5e9"), RATES[14].inverse(), "ru", {"notation": None, "precision": "minor", "bounds": True})
def test_compiled_results_are_those_of_the_plain_way(amount, rate, locale, manner):
    conversion = Conversion(Money(amount, rate.base), rate)
    assert format_conversion(conversion, locale, **manner) == plainly(conversion, locale, **manner)


@given(AMOUNTS, st.sampled_from(RATES))
def test_the_callers_decimal_context_changes_no_result(amount, rate):
    conversion = Conversion(Money(amount, rate.base), rate)
    usual = format_conversion(conversion, "ru")
    hostile = decimal.Context(prec=1, rounding=decimal.ROUND_UP, traps=[decimal.Inexact, decimal.Rounded])
    with decimal.localcontext(hostile):
        assert format_conversion(conversion, "ru") == usual


@given(AMOUNTS, st.sampled_from(RATES))
def test_prices_have_all_of_the_cents_or_none(amount, rate):
    conversion = Conversion(Money(amount, rate.base), rate)
    text = format_conversion(conversion, "en", precision="minor", notation="standard", style="none")
    decimals = len(text.partition(".")[2])
    size = abs(Decimal(text.removeprefix("≈\u00a0").replace(",", "")))
    assert decimals in {0, rate.quote.minor_digits} or size < Decimal(10) ** -rate.quote.minor_digits


def test_writers_are_kept_by_rate_and_bounded():
    conversions._WRITERS.clear()
    first, second = rate("KZT", "USD", "0.00194"), rate("KZT", "USD", "0.00294")
    money = Money(1000, "KZT")
    texts = {format_conversion(Conversion(money, known), "en") for known in (first, second, first)}
    assert texts == {"≈\u00a0$1.94", "≈\u00a0$2.94"} or len(texts) == 2
    assert len(conversions._WRITERS) == 2
    for number in range(conversions._WRITERS.most + 5):
        format_conversion(Conversion(money, rate("KZT", "USD", f"0.{number + 1:05}")), "en")
    assert len(conversions._WRITERS) <= conversions._WRITERS.most


def test_a_precision_that_there_is_not():
    conversion = Conversion(Money(1, "KZT"), RATES[0])
    for _ in range(2):
        with pytest.raises(OptionError, match="precision 'exact' is not one of supported, minor"):
            format_conversion(conversion, "en", precision="exact")
        with pytest.raises(OptionError, match="style"):
            format_conversion(conversion, "en", style="exact")
        with pytest.raises(TypeError, match="format_conversion has no option 'colour'"):
            format_conversion(conversion, "en", colour="red")


def test_words_of_ones_own_reach_a_result():
    conversion = Conversion(Money(1_000_000, "UZS"), RATES[3])
    text = format_conversion(conversion, "ru", style="local", words={"USD": "долл."})
    assert text == "≈\u00a080\u00a0долл."


TINY_AMOUNTS = st.builds(
    lambda digits, exponent: Decimal((0, tuple(map(int, str(digits))), exponent)),
    st.integers(1, 999),
    st.integers(-62, -50),
)


@given(st.sampled_from(RATES), TINY_AMOUNTS)
@example(rate("USD", "KZT", "520.20").inverse(), Decimal("1e-57"))
@example(rate("USD", "KZT", "520.20").inverse(), Decimal("1e-58"))
@example(rate("USD", "TMT", "3.5", kind="peg").inverse(), Decimal("5e-60"))
def test_results_at_the_edge_of_what_can_be_printed_are_printed_or_refused(given_rate, amount):
    least = Fraction(1, 10**60)
    given_amount = Fraction(*amount.as_integer_ratio())
    exact = given_amount * given_rate.price
    try:
        conversion = Conversion(Money(amount, given_rate.base), given_rate)
        text = format_conversion(conversion, "en", style="code", notation="standard")
    except AmountError:
        assert min(given_amount, exact / 100) < least  # up to three digits are shown
        return
    printed = Fraction(text.split("\u00a0")[-1].replace(",", ""))
    assert printed > 0
    assert abs(printed - exact) <= exact / 20


def test_a_result_of_more_decimals_than_are_printed_is_refused():
    price = rate("USD", "KZT", "520.20").inverse()
    assert format_conversion(Conversion(Money("1e-56", "KZT"), price), "en").endswith("019")
    with pytest.raises(AmountError, match="too small to print"):
        format_conversion(Conversion(Money("1e-57", "KZT"), price), "en")
    with pytest.raises(AmountError, match="too small to print"):
        Display(RateBook(price.legs), "en").worth(Money("1e-57", "KZT"))


def test_a_rate_of_more_decimals_than_are_printed_is_refused():
    longest = rate("USD", "KZT", "0." + "0" * 54 + "123456")
    assert format_rate(longest, "en", style="code").endswith("123456")
    with pytest.raises(AmountError, match="too small to print"):
        format_rate(rate("USD", "KZT", "0." + "0" * 54 + "1234567"), "en")
