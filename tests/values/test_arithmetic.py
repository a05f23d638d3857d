"""What Money does as a number: minor units, quotients, fractions, rounding; and what it refuses."""

from __future__ import annotations

import json
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

import cafx
from cafx import (
    AmountError,
    Currency,
    CurrencyMismatch,
    Money,
    OptionError,
    Rate,
    RateBook,
    json_default,
)

AMOUNTS = st.decimals(-(10**9), 10**9, places=3, allow_nan=False)
NUMBERS = st.decimals(-1000, 1000, places=2, allow_nan=False).filter(bool)


class Index:
    """What numpy's integers are to Python: not an int, but with an index."""

    def __init__(self, number):
        self.number = number

    def __index__(self):
        return self.number


@given(st.integers(-(10**12), 10**12), st.sampled_from(["KZT", "JPY", "KWD", "UYW"]))
def test_minor_units_go_both_ways(units, currency):
    money = Money.from_minor(units, currency)
    assert money.minor == units
    assert money.amount == Fraction(units, 10 ** Currency(currency).minor_digits)


@pytest.mark.parametrize("units", [1.0, True, "1050", None, Decimal(1)])
def test_minor_units_are_whole_numbers(units):
    with pytest.raises(TypeError, match="units must be a whole number"):
        Money.from_minor(units, "USD")


def test_an_amount_finer_than_the_minor_unit_has_no_minor_units():
    with pytest.raises(AmountError, match=r"call rounded\(\) first"):
        _ = Money("0.001", "USD").minor


@given(AMOUNTS, NUMBERS)
def test_quotient_and_rest_give_the_amount_back(amount, number):
    money, divisor = Money(amount, "KZT"), Money(number, "KZT")
    times, rest = divmod(money, divisor)
    assert times * divisor + rest == money
    assert (money // divisor, money % divisor) == (times, rest)
    assert rest == Money(0, "KZT") or (rest < Money(0, "KZT")) == (number < 0)
    assert (times, rest.amount) == divmod(Fraction(amount), Fraction(number))
    part, left = divmod(money, number)
    assert part * number + left == money
    assert part.amount == int(part.amount) == times


@given(AMOUNTS, st.integers(-9, 9), st.integers(0, 3), st.integers(0, 3))
def test_a_fraction_that_ends_is_a_factor(amount, numerator, twos, fives):
    factor = Fraction(numerator, 2**twos * 5**fives)
    assert Fraction((Money(amount, "KZT") * factor).amount) == Fraction(amount) * factor
    if numerator:
        quotient = Money(amount * 9 * 7 * 5, "KZT") / Fraction(numerator, 1)
        assert quotient * numerator == Money(amount * 9 * 7 * 5, "KZT") or numerator in {-6, 6, -9, 9, -3, 3}


def test_a_fraction_that_does_not_end_is_refused_with_the_way_out():
    with pytest.raises(AmountError, match=r"allocate\(\)"):
        Money(10, "KZT") * Fraction(1, 3)
    with pytest.raises(AmountError, match="does not end"):
        Money(10, "KZT") / Fraction(3)
    assert Money(10, "KZT") / Fraction(1, 3) == Money(30, "KZT")
    assert Money(10, "KZT").allocate([Fraction(1, 3), Fraction(2, 3)]) == (
        Money("3.33", "KZT"),
        Money("6.67", "KZT"),
    )


def test_integers_of_other_libraries_are_taken():
    money = Money("10.25", "KZT")
    assert money * Index(3) == Money("30.75", "KZT")
    assert money.rounded(Index(1)) == Money("10.2", "KZT")
    assert len(money.split(Index(2))) == 2


def test_zero_is_the_start_of_a_sum_from_either_side():
    money = Money(5, "KZT")
    assert (0 + money, money + 0, money - 0, 0 - money) == (money, money, money, Money(-5, "KZT"))
    for wrong in (1, False, 0.0, "0"):
        with pytest.raises(TypeError):
            money - wrong


@pytest.mark.parametrize("text", ["-0.00", "-0", "-0e-3"])
def test_a_zero_has_no_direction(text):
    assert not Money(text, "USD").amount.is_signed()
    assert not (Money("-4.00", "USD") * 0).amount.is_signed()
    assert str(sum([Money(5, "USD"), Money(-5, "USD")]) * -1) == "0 USD"


def test_money_of_two_currencies_is_divided_by_neither():
    for operation in (divmod, lambda one, other: one // other, lambda one, other: one % other):
        with pytest.raises(CurrencyMismatch):
            operation(Money(1, "KZT"), Money(1, "USD"))
        with pytest.raises(AmountError, match="divided by zero"):
            operation(Money(1, "KZT"), 0)
        with pytest.raises(TypeError, match="float"):
            operation(Money(1, "KZT"), 0.5)
        with pytest.raises(TypeError):
            operation(Money(1, "KZT"), "2")


@pytest.mark.parametrize(
    ("amount", "currency", "cash"),
    [
        ("2.03", "CHF", "2.05"),
        ("2.02", "CHF", "2.00"),
        ("10.74", "DKK", "10.50"),
        ("1.5", "UZS", "2"),
        ("1.234", "KZT", "1.23"),
    ],
)
def test_cash_is_rounded_to_what_can_be_paid(amount, currency, cash):
    assert Money(amount, currency).rounded(cash=True).amount.compare_total(Decimal(cash)) == 0


def test_cash_digits_are_those_of_cldr():
    from babel.core import get_global

    fractions = get_global("currency_fractions")
    default = fractions["DEFAULT"]
    for code in ("AMD CAD CHF CRC CZK DKK HUF KZT NOK PKR SEK TWD TZS UZS USD JPY").split():
        _, _, cash, step = fractions.get(code, default)
        assert (Currency(code).cash_digits, Currency(code).cash_step) == (cash, step or 1), code


def test_a_rounding_that_refuses_to_lose():
    assert Money("1.50", "KZT").rounded(1, "ROUND_UNNECESSARY") == Money("1.5", "KZT")
    with pytest.raises(AmountError, match="more digits"):
        Money("1.25", "KZT").rounded(1, "ROUND_UNNECESSARY")
    with pytest.raises(OptionError, match="must be one of"):
        Money("1", "KZT").rounded(2, "HALF_UP")
    with pytest.raises(OptionError, match="exclude each other"):
        Money("1", "KZT").rounded(2, cash=True)


def test_round_and_trim():
    assert (round(Money("5.555", "USD"), 2), round(Money("5.555", "USD"))) == (Money("5.56", "USD"),) * 2
    assert str(Money("5.10", "KZT").trim()) == "5.1 KZT"
    assert str(Money("1200.00", "KZT").trim()) == "1,200 KZT"
    assert str(Money("1200", "KZT").trim()) == "1,200 KZT"


def test_patterns_match_the_arguments():
    match Money(5, "KZT"):
        case Money(amount, currency):
            assert (amount, currency) == (5, "KZT")


def test_a_value_is_not_derived_from():
    with pytest.raises(TypeError, match="Money is final"):

        class Own(Money):
            pass


def test_json_takes_values_anywhere():
    text = json.dumps({"paid": [Money("1.50", "KZT")], "rate": Fraction(1, 3)}, default=json_default)
    assert json.loads(text) == {"paid": [{"amount": "1.50", "currency": "KZT"}], "rate": "1/3"}
    with pytest.raises(TypeError, match="not a value of cafx"):
        json.dumps({1, 2}, default=json_default)


def test_other_programs_columns():
    assert Money("1.50", "KZT").__composite_values__() == (Decimal("1.50"), "KZT")
    path, arguments, keywords = Money("1.50", "KZT").deconstruct()
    assert (path, Money(*arguments, **keywords)) == ("cafx.Money", Money("1.50", "KZT"))
    assert Currency("KZT").deconstruct() == ("cafx.Currency", ("KZT",), {})
    assert Money(5, "KZT").__rich__() == "5 KZT"


def test_what_to_dict_gives_makes_the_value_again():
    conversion = cafx.convert("$100", "UZS", on="2025-12-16", book=RateBook.bundled())
    for value in (conversion, conversion.rate, conversion.money, conversion.rate.legs[0]):
        assert type(value)(**value.to_dict()) == value
    changed = {**conversion.rate.to_dict(), "price": "1"}
    with pytest.raises(OptionError, match="price does not follow"):
        Rate(**changed)
    with pytest.raises(TypeError, match="unexpected keyword argument 'prize'"):
        Rate(**conversion.rate.to_dict(), prize="1")


def test_json_has_decimals_for_readers_beside_the_exact_numbers():
    conversion = cafx.convert("100 KZT", "USD", on="2025-12-16", book=RateBook.bundled())
    shown = conversion.to_dict()
    low, result, high = (Decimal(shown[name]) for name in ("low_decimal", "result_decimal", "high_decimal"))
    assert Fraction(low) <= conversion.low <= conversion.result <= conversion.high <= Fraction(high)
    assert abs(Fraction(result) / conversion.result - 1) < Fraction(1, 10**33)
    assert "E" not in conversion.to_json()


class Portfolio(BaseModel):
    book: RateBook


def test_a_book_is_a_field_of_anyones_model():
    book = RateBook(cafx.read_ticker("KZT/USD = 0.00194 -0%\n16 December 2025"))
    model = Portfolio(book=book)
    assert Portfolio.model_validate_json(model.model_dump_json()) == model
    assert model.model_dump()["book"] is book
    for mode in ("validation", "serialization"):
        assert "Quotation" in Portfolio.model_json_schema(mode=mode)["$defs"]
    with pytest.raises(ValidationError):
        Portfolio(book=5)


@dataclass
class Foreign:
    amount: Decimal
    currency: str


@pytest.mark.parametrize(
    "door",
    [
        lambda money: cafx.convert(money, "USD"),
        lambda money: RateBook.bundled().convert(money, "USD"),
        lambda money: cafx.format_money(money, "kk"),
        lambda money: cafx.format_html(money, "kk"),
        lambda money: cafx.Conversion(money, RateBook.bundled().rate("KZT", "USD")),
    ],
    ids=["convert", "book.convert", "format_money", "format_html", "Conversion"],
)
def test_money_of_another_library_is_refused_at_every_door_by_its_full_name(door):
    with pytest.raises(TypeError, match=rf"{Foreign.__module__}\.Foreign"):
        door(Foreign(Decimal(5), "KZT"))


def test_a_currency_has_a_name_and_a_sign_in_every_locale():
    assert [Currency("KZT").name(tag) for tag in ("ru", "uz")] == ["казахский тенге", "Qozog‘iston tengesi"]
    assert Currency("USD").symbol("kk_KZ") == "$"
    with pytest.raises(cafx.UnknownLocale):
        Currency("USD").name("xx")
