"""Byte for byte what Babel prints, where Babel is right; and never the caller's decimal context."""

from __future__ import annotations

import decimal
import threading
from decimal import Decimal

import pytest
from babel import Locale
from babel.numbers import format_currency
from hypothesis import given
from hypothesis import strategies as st

from cafx import format_parts, formatter, parse_amount
from cafx.core.currency import Currency
from cafx.locale.compiled import compile_plan
from cafx.locale.options import option_key
from cafx.locale.plan import plan_of
from cafx.values.money import Money

CURRENCIES = ("KGS", "KZT", "TJS", "UZS", "TMT", "USD", "EUR", "RUB", "CNY", "JPY", "KWD")
# Babel prints these as CLDR has them, but for tg's own symbols, which its importer leaves out.
RIGHT = ("kk_KZ", "ky_KG", "uz_Latn_UZ", "uz_Cyrl_UZ", "tk_TM", "ru_RU", "ru_KZ", "de_DE")
EXACT = decimal.Context(prec=60)


@st.composite
def amounts(draw):
    """Decimals of up to 40 digits; every third is a half of its second decimal, or near it."""
    digits = draw(st.integers(0, 10 ** draw(st.integers(1, 40)) - 1))
    exponent = draw(st.integers(-12, 3))
    if draw(st.integers(0, 2)) == 0:
        digits, exponent = digits // 10 * 10 + 5, -3
    return Decimal((draw(st.integers(0, 1)), tuple(map(int, str(digits)))[-40:], exponent))


@given(amounts(), st.sampled_from(RIGHT), st.sampled_from(CURRENCIES))
def test_standard_is_babels_byte_for_byte(amount, locale, currency):
    with decimal.localcontext(EXACT):
        expected = format_currency(amount, currency, locale=locale)
    assert formatter(locale, currency, sign="keep")(amount) == expected


PLANS = st.fixed_dictionaries(
    {
        "style": st.sampled_from(
            ("symbol", "narrow", "code", "name", "accounting", "local", "display", "none")
        ),
        "notation": st.sampled_from(("standard", "compact", "compact_long")),
        "digits": st.sampled_from(("currency", "whole", "auto", "cash", "given", 0, 1, 5, (0, 2), (1, 4))),
        "sign": st.sampled_from(("auto", "keep", "always", "except_zero", "never")),
        "rounding": st.sampled_from(("ROUND_HALF_EVEN", "ROUND_HALF_UP", "ROUND_DOWN", "ROUND_CEILING")),
        "numbering": st.sampled_from(("latn", "native")),
        "symbols": st.sampled_from(("cldr", "safe", "ascii")),
        "spaces": st.sampled_from(("cldr", "plain")),
    }
)
LOCALES = (
    *RIGHT,
    "tg_TJ",
    "en_US",
    "en_IN",
    "es_ES",
    "fa_IR",
    "zh_Hans_CN",
    "tr_TR",
    "kk_Arab_CN",
    "fr_FR",
    "ar",
)


@given(amounts(), st.sampled_from(LOCALES), st.sampled_from(CURRENCIES), PLANS)
def test_the_fast_way_prints_what_the_plan_says(amount, locale, currency, options):
    plan = plan_of(Locale.parse(locale), Currency(currency), option_key(options))
    assert compile_plan(plan)(amount) == plan.text(amount)


@given(amounts(), st.sampled_from(LOCALES), st.sampled_from(CURRENCIES[:9]), PLANS, st.integers(1, 30))
def test_significant_digits_the_fast_way(amount, locale, currency, options, significant):
    options = {**options, "digits": "currency", "significant": significant}
    plan = plan_of(Locale.parse(locale), Currency(currency), option_key(options))
    assert compile_plan(plan)(amount) == plan.text(amount)


HOSTILE = decimal.Context(
    prec=1,
    rounding=decimal.ROUND_UP,
    Emin=-1,
    Emax=1,
    traps=[decimal.Inexact, decimal.Rounded, decimal.FloatOperation],
)


@given(amounts(), st.sampled_from(LOCALES), st.sampled_from(CURRENCIES), PLANS)
def test_the_callers_decimal_context_changes_nothing(amount, locale, currency, options):
    plan_of.cache_clear()
    plain = compile_plan(plan_of(Locale.parse(locale), Currency(currency), option_key(options)))(amount)
    plan_of.cache_clear()
    with decimal.localcontext(HOSTILE):
        assert (
            compile_plan(plan_of(Locale.parse(locale), Currency(currency), option_key(options)))(amount)
            == plain
        )


def test_reading_back_under_a_hostile_context():
    with decimal.localcontext(HOSTILE):
        assert parse_amount("1 234,50 ₸", "kk_KZ") == Money("1234.50", "KZT")


def test_one_formatter_serves_many_threads():
    show = formatter("kk_KZ", "KZT")
    compact = formatter("kk_KZ", "KZT", notation="compact")
    wrong = []

    def work(number):
        with decimal.localcontext(decimal.Context(prec=number + 1, rounding=decimal.ROUND_UP)):
            for _ in range(300):
                if show(Decimal("1234567.125")) != "1\u00a0234\u00a0567,12\u00a0₸":
                    wrong.append(number)
                if compact(Decimal(999999)) != "1\u00a0млн\u00a0₸":
                    wrong.append(number)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


@pytest.mark.parametrize("notation", ["standard", "compact"])
@pytest.mark.parametrize("amount", ["NaN", "-NaN", "sNaN", "Infinity", "-Infinity", "1e60", "1e999999999"])
def test_what_is_no_amount_is_refused_at_once(notation, amount):
    show = formatter("kk_KZ", "KZT", notation=notation)
    for hostile in (Decimal(amount), amount):
        with pytest.raises(ValueError, match="amount"):
            show(hostile)


@pytest.mark.parametrize("notation", ["standard", "compact"])
def test_floats_and_bools_are_refused(notation):
    show = formatter("kk_KZ", "KZT", notation=notation)
    with pytest.raises(TypeError, match="float"):
        show(0.1)
    with pytest.raises(TypeError, match="bool"):
        show(True)


def test_tiny_amounts_print_as_zero_at_once():
    assert formatter("kk_KZ", "KZT")(Decimal("1e-59")) == "0,00\u00a0₸"
    assert format_parts(Money("1e-59", "KZT"), "kk_KZ")[0].text == "0"
