"""The plural category of what is printed: Babel's own rules where it can say, CLDR's where it cannot."""

from __future__ import annotations

from decimal import Decimal

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from cafx.locale.plurals import plural_of

LANGUAGES = "kk ky tg uz tk ru en de fr es ar pl lt cs cy fa tr zh sl br".split()


@given(st.sampled_from(LANGUAGES), st.integers(0, 10**12))
def test_whole_numbers_are_as_babel_has_them(language, number):
    form = Locale.parse(language).plural_form
    assert plural_of(form.rules).category(str(number)) == form(number)


@given(st.sampled_from(LANGUAGES), st.integers(1, 10**6), st.integers(0, 99))
def test_numbers_with_decimals_are_as_babel_has_them(language, whole, cents):
    # From 1 on: Babel counts too few decimals in 0.05 (babel#1342).
    form = Locale.parse(language).plural_form
    digits = f"{whole}.{cents:02}"
    assert plural_of(form.rules).category(digits) == form(Decimal(digits))


@pytest.mark.parametrize(
    ("language", "digits", "power", "category"),
    [
        ("ru", "21", 0, "one"),
        ("ru", "21.00", 0, "other"),
        ("ru", "1", 3, "many"),  # 1 тысяча сомов
        ("ru", "1.2", 6, "many"),
        ("ru", "1.2345", 3, "other"),  # 1234.5
        ("fr", "1", 6, "many"),
        ("en", "1", 0, "one"),
        ("en", "1.00", 0, "other"),
        ("lt", "0.05", 0, "many"),
    ],
)
def test_categories_of_printed_digits(language, digits, power, category):
    assert plural_of(Locale.parse(language).plural_form.rules).category(digits, power) == category


@given(st.sampled_from(LANGUAGES), st.integers(0, 10**9), st.integers(1, 6))
def test_a_fixed_plural_is_other_whatever_the_digits(language, number, decimals):
    plural = plural_of(Locale.parse(language).plural_form.rules)
    if plural.is_fixed(decimals):
        assert plural.category(f"{number}.{number % 10**decimals:0{decimals}}") == "other"
