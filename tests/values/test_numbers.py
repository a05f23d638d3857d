"""The gate: what passes for a number, what does not, and how little it costs to say no."""

from __future__ import annotations

import decimal
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cafx import AmountError, Money
from cafx.core.decimals import (
    MAX_PLACE,
    decimal_of,
    fraction_of,
    leading_place,
    plain,
    rounded,
    rounded_fraction,
    rounded_quotient,
    significant,
)
from currencies import decimals

MODES = [
    decimal.ROUND_HALF_EVEN,
    decimal.ROUND_HALF_UP,
    decimal.ROUND_HALF_DOWN,
    decimal.ROUND_UP,
    decimal.ROUND_DOWN,
    decimal.ROUND_CEILING,
    decimal.ROUND_FLOOR,
    decimal.ROUND_05UP,
]

HOSTILE = [
    "1e999999999",
    "1e-999999999",
    "9" * 101,
    "0." + "0" * 101 + "1",
    Decimal("1e999999999"),
    Decimal("1e-999999999"),
    Decimal("0e999999999"),
    Decimal("0e-999999999"),
    Decimal("9" * 101),
    10**MAX_PLACE,
    -(10**5000),
]


@pytest.mark.parametrize("index", range(len(HOSTILE)))
def test_a_number_out_of_bounds_is_refused_before_any_work_is_done_with_it(index):
    with pytest.raises(AmountError):
        decimal_of(HOSTILE[index])


@pytest.mark.parametrize(
    "text",
    [
        "1_000",
        "NaN",
        "sNaN",
        "Infinity",
        "-inf",
        "١٢",
        "１２",
        " 12",
        "12\n",
        "12 ",
        "",
        ".",
        "5.",
        "1,5",
        "0x1F",
    ],
)
def test_text_that_is_no_plain_ascii_decimal_is_refused(text):
    with pytest.raises(AmountError, match="plain decimal number"):
        decimal_of(text)


@pytest.mark.parametrize(
    "number", [Decimal("NaN"), Decimal("sNaN"), Decimal("Infinity"), Decimal("-Infinity")], ids=str
)
def test_a_decimal_that_is_not_finite_is_refused(number):
    with pytest.raises(AmountError, match="must be finite"):
        decimal_of(number)


@pytest.mark.parametrize("number", [0.1, 1.0, float("nan"), True, False])
def test_floats_and_bools_are_refused_with_the_remedy(number):
    with pytest.raises(TypeError, match="pass text or Decimal"):
        decimal_of(number)


@pytest.mark.parametrize("number", [None, 1j, b"1", [1], Fraction(1, 2)], ids=str)
def test_other_types_are_refused_by_name(number):
    with pytest.raises(TypeError, match=type(number).__name__):
        decimal_of(number)


@pytest.mark.parametrize(
    ("text", "value"),
    [("0.10600", "0.10600"), ("-0", "-0"), ("+5", "5"), (".5", "0.5"), ("1e3", "1E+3"), ("12", "12")],
)
def test_digits_are_kept_as_they_came(text, value):
    assert str(decimal_of(text)) == value


def test_a_message_never_holds_more_than_a_little_of_hostile_text():
    with pytest.raises(AmountError) as caught:
        decimal_of("\x1b[31m\u202e" + "9" * 100_000)
    assert len(str(caught.value)) < 250
    assert str(caught.value).isprintable()
    assert str(caught.value).isprintable()


@given(decimals(digits=40, places=20))
def test_fixed_notation_gives_the_number_back(value):
    assert Decimal(plain(value)) == value
    assert "E" not in plain(value)


@given(decimals(digits=30, places=12), decimals(digits=12, places=6, least=1), st.integers(-8, 12))
def test_a_quotient_rounded_once_is_the_exact_quotient_rounded(value, divisor, digits):
    exact = Fraction(value) / Fraction(divisor)
    for mode in MODES:
        expected = _rounded_slowly(exact, digits, mode)
        assert fraction_of(rounded_quotient(value, divisor, digits, mode)) == expected
        assert fraction_of(rounded_fraction(exact, digits, mode)) == expected


def _rounded_slowly(value, digits, mode):
    """Round on whole numbers, by the definition of each mode."""
    scaled = abs(value) * Fraction(10) ** digits
    whole, rest = divmod(scaled, 1)
    negative = value < 0
    up = {
        decimal.ROUND_UP: rest > 0,
        decimal.ROUND_DOWN: False,
        decimal.ROUND_CEILING: rest > 0 and not negative,
        decimal.ROUND_FLOOR: rest > 0 and negative,
        decimal.ROUND_HALF_UP: rest >= Fraction(1, 2),
        decimal.ROUND_HALF_DOWN: rest > Fraction(1, 2),
        decimal.ROUND_HALF_EVEN: rest > Fraction(1, 2) or (rest == Fraction(1, 2) and whole % 2 == 1),
        decimal.ROUND_05UP: rest > 0 and whole % 5 == 0,
    }[mode]
    size = Fraction(whole + up) / Fraction(10) ** digits
    return -size if negative else size


@given(st.fractions(min_value=Fraction(1, 10**20), max_value=10**20))
def test_the_leading_place_is_the_smallest_power_of_ten_that_is_not_below(value):
    place = leading_place(value)
    assert Fraction(10) ** place >= value > Fraction(10) ** (place - 1)


@given(st.fractions(min_value=Fraction(1, 10**12), max_value=10**12), st.integers(1, 12))
def test_significant_digits_are_as_many_as_asked_for(value, digits):
    shown = significant(value, digits)
    assert abs(fraction_of(shown) / value - 1) <= Fraction(5, 10**digits)


@pytest.mark.parametrize("digits", [241, -241, 10**9, None, "2", 1.5, 2.0, True])
def test_rounding_to_absurd_places_is_refused(digits):
    with pytest.raises((AmountError, TypeError)):
        rounded(Decimal(1), digits)


def test_money_made_of_hostile_numbers_is_refused_wherever_it_is_made():
    one = Money(1, "KZT")
    for number in (number for number in HOSTILE if not isinstance(number, str)):
        for make in (
            lambda n: Money(n, "KZT"),
            lambda n: one * n,
            lambda n: one / n,
            lambda n: one.allocate([1, n]),
        ):
            with pytest.raises(AmountError):
                make(number)
