from __future__ import annotations

import copy
import decimal
import json
import operator
import pickle
import statistics
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, TypeAdapter, ValidationError

import cafx
from cafx import AmountError, Currency, CurrencyMismatch, Money, ParseError, UnknownCurrency
from currencies import amounts, decimals


def test_arithmetic_is_exact():
    assert Money("0.1", "KZT") + Money("0.2", "KZT") == Money("0.3", "KZT")
    assert Money("13000000000000", "KZT") * Decimal("0.00194") == Money("25220000000", "KZT")
    assert 3 * Money("1.10", "KZT") - Money("0.30", "KZT") == Money(3, "KZT")
    assert -Money(5, "KZT") == Money(-5, "KZT")
    assert abs(Money(-5, "KZT")) == +Money(5, "KZT")
    assert str(-Money(0, "KZT")) == "0 KZT"


def test_division_keeps_thirty_four_digits():
    assert str((Money(1, "USD") / 3).amount) == "0." + "3" * 34
    assert Money("1.50", "USD") / Decimal("0.5") == Money(3, "USD")
    long = Money("1234567890123456789012345678901234567890.12", "KZT")
    assert long / 1 == long
    with pytest.raises(AmountError, match="zero"):
        Money(1, "USD") / 0


def test_money_by_money_is_a_ratio():
    assert Money("1", "KZT") / Money("3", "KZT") == Fraction(1, 3)
    with pytest.raises(CurrencyMismatch):
        Money(1, "KZT") / Money(1, "USD")
    with pytest.raises(AmountError, match="zero"):
        Money(1, "KZT") / Money(0, "KZT")


def test_rounding_leaves_no_minus_before_a_zero():
    assert str(Money("-0.001", "KZT").rounded()) == "0.00 KZT"


@pytest.mark.parametrize(
    "operation", [operator.add, operator.sub, operator.lt, operator.le, operator.gt, operator.ge]
)
def test_two_currencies_do_not_mix(operation):
    with pytest.raises(CurrencyMismatch, match=r"KZT and USD|USD and KZT") as caught:
        operation(Money(1, "KZT"), Money(1, "USD"))
    assert {caught.value.left, caught.value.right} == {"KZT", "USD"}
    with pytest.raises(CurrencyMismatch):
        Money.sum([Money(1, "KZT"), Money(1, "USD")])


def test_money_of_two_currencies_is_never_equal():
    assert Money(0, "KZT") != Money(0, "USD")
    assert Money(1, "KZT") != 1


def test_what_would_lose_the_currency_or_the_digits_is_a_type_error():
    money = Money(10, "KZT")
    for operation in (
        lambda: money + 1,
        lambda: 1 + money,
        lambda: money - 1,
        lambda: money * money,
        lambda: money * 0.5,
        lambda: money / 0.5,
        lambda: money * True,
        lambda: money < 1,
        lambda: float(money),
        lambda: int(money),
    ):
        with pytest.raises(TypeError):
            operation()


def test_sums():
    assert sum([Money(1, "KZT"), Money("2.5", "KZT")]) == Money("3.5", "KZT")
    assert Money.sum([], "KZT") == Money(0, "KZT")
    with pytest.raises(AmountError, match="nothing to add"):
        Money.sum([])


@pytest.mark.parametrize(
    ("amount", "ratios", "shares"),
    [
        ("1.00", [2, 3, 1], ["0.33", "0.50", "0.17"]),
        ("0.02", [1, 1, 1, 1], ["0.01", "0.01", "0.00", "0.00"]),
        ("99.99", [1, 1], ["50.00", "49.99"]),
        ("-1.00", [1, 1, 1], ["-0.34", "-0.33", "-0.33"]),
        ("10", [1, 0], ["10.00", "0.00"]),
        ("0.005", [1, 1], ["0.003", "0.002"]),
        ("1E+3", [1, 3], ["250.00", "750.00"]),
    ],
)
def test_shares_fall_as_stated(amount, ratios, shares):
    assert [str(share.amount) for share in Money(amount, "USD").allocate(ratios)] == shares


@given(amounts(), st.lists(decimals(digits=6, places=3, least=0), min_size=1, max_size=12))
def test_allocating_loses_nothing(money, ratios):
    if not any(ratios):
        with pytest.raises(AmountError):
            money.allocate(ratios)
        return
    shares = money.allocate(ratios)
    assert Money.sum(shares) == money
    assert all(not share for share, ratio in zip(shares, ratios, strict=True) if not ratio)


@given(amounts(), st.integers(1, 40))
def test_split_parts_differ_by_at_most_one_unit(money, parts):
    shares = money.split(parts)
    assert Money.sum(shares) == money
    unit = Decimal(1).scaleb(-max(2, -money.amount.as_tuple().exponent))
    assert max(shares).amount - min(shares).amount <= unit


@pytest.mark.parametrize("parts", [0, -1, 10**9, 1.5, True, None])
def test_a_split_into_nonsense_is_refused(parts):
    with pytest.raises(AmountError):
        Money(1, "KZT").split(parts)


@pytest.mark.parametrize("ratios", [[], [0], [0, 0], [-1, 2]])
def test_ratios_that_share_nothing_are_refused(ratios):
    with pytest.raises(AmountError):
        Money(1, "KZT").allocate(ratios)


@given(amounts(), decimals(digits=9), decimals(digits=9))
def test_the_callers_decimal_context_changes_nothing(money, factor, other):
    def everything():
        return (
            money + Money(other, money.currency),
            money - Money(other, money.currency),
            money * factor,
            money / 7,
            -money,
            abs(money),
            money.rounded(),
            money.rounded(-3),
            money.split(3),
            str(money),
            repr(money),
            hash(money),
            money.to_json(),
        )

    expected = everything()
    with decimal.localcontext(prec=6, rounding=decimal.ROUND_UP) as context:
        for trap in context.traps:
            context.traps[trap] = True
        assert everything() == expected
    with decimal.localcontext(prec=1, rounding=decimal.ROUND_CEILING) as context:
        for trap in context.traps:
            context.traps[trap] = False
        assert everything() == expected


@given(amounts())
def test_money_survives_every_copy(money):
    assert eval(repr(money), vars(cafx)) == money  # noqa: S307
    assert pickle.loads(pickle.dumps(money)) == money  # noqa: S301
    assert copy.deepcopy(money) is money
    again = Money.from_json(money.to_json())
    assert (again, str(again.amount)) == (money, str(money.amount))
    assert hash(again) == hash(money)


def test_json_holds_numbers_as_text():
    assert json.loads(Money("1.10", "KZT").to_json()) == {"amount": "1.10", "currency": "KZT"}


@pytest.mark.parametrize(
    "text",
    [
        '{"amount": 1.5, "currency": "KZT"}',
        '{"amount": "1.5"}',
        '{"amount": "NaN", "currency": "KZT"}',
        '{"amount": "1e999999999", "currency": "KZT"}',
        '{"amount": "1", "currency": "TMM"}',
        '{"amount": "1", "currency": "KZT", "more": 1}',
        "[]",
        "nonsense",
        "",
    ],
)
def test_json_that_is_no_money_is_a_parse_error(text):
    with pytest.raises(ParseError, match="is not a Money"):
        Money.from_json(text)


class Invoice(BaseModel):
    total: Money
    tips: list[Money] = []


def test_money_is_a_field_of_anyones_model():
    invoice = Invoice.model_validate(
        {"total": {"amount": "1.10", "currency": "kzt"}, "tips": [Money(1, "KZT")]}
    )
    assert invoice.total == Money("1.10", "KZT")
    assert Invoice.model_validate_json(invoice.model_dump_json()) == invoice
    assert Invoice.model_validate(invoice.model_dump()) == invoice
    for mode in ("validation", "serialization"):
        properties = Invoice.model_json_schema(mode=mode)["$defs"]["Money"]["properties"]
        assert properties["amount"]["type"] == "string"
        assert properties["currency"]["pattern"]


@pytest.mark.parametrize(
    "wrong", [{"amount": 1.5, "currency": "KZT"}, {"amount": "1", "currency": "ZZZ"}, 5, None, "1 KZT"]
)
def test_a_model_refuses_what_is_no_money(wrong):
    with pytest.raises(ValidationError):
        TypeAdapter(Money).validate_python(wrong)


def test_a_bad_field_is_reported_once():
    with pytest.raises(ValidationError) as caught:
        Invoice.model_validate({"total": {"amount": 1.5, "currency": "KZT"}, "tips": []})
    assert [error["loc"] for error in caught.value.errors()] == [("total", "amount")]


def test_money_cannot_be_changed():
    money = Money(1, "KZT")
    with pytest.raises(AttributeError, match="frozen"):
        money.amount = Decimal(2)
    with pytest.raises(AttributeError):
        del money.amount
    with pytest.raises(AttributeError):
        money.note = "x"
    assert not hasattr(money, "__dict__")


def test_formatting_takes_a_locale():
    money = Money("1234567.5", "KZT")
    assert f"{money:kk_KZ}" == "1\u00a0234\u00a0567,50\u00a0₸"
    assert f"{money}" == str(money) == "1,234,567.5 KZT"


@pytest.mark.parametrize(
    ("code", "successor", "since"),
    [("TMM", "TMT", "2009-01-01"), ("TJR", "TJS", "2000-10-26"), ("rur", "RUB", "1998-01-01")],
)
def test_there_is_no_money_of_a_withdrawn_currency_and_the_error_names_its_successor(code, successor, since):
    with pytest.raises(UnknownCurrency, match=f"use {successor}, in force since {since}") as caught:
        Money(1, code)
    assert (caught.value.successor, str(caught.value.since)) == (successor, since)
    old = Currency(code)
    assert (old.successor, old.until) == (Currency(successor), date.fromisoformat(since) - timedelta(days=1))
    assert pickle.loads(pickle.dumps(old)) is old  # noqa: S301
    assert (old.successor.successor, old.successor.until) == (None, None)


def test_a_look_alike_letter_is_named_by_its_code_point():
    with pytest.raises(UnknownCurrency, match=r"U\+041A, U\+0422"):
        Currency("КZТ")


@pytest.mark.parametrize("code", ["", "KZ", "KZTT", "ZZZ", "K T", "X'; DROP", "../", "ｋzt"])
def test_an_unknown_code_is_refused(code):
    with pytest.raises(UnknownCurrency):
        Currency(code)


def test_a_code_is_text_in_either_case_and_equal_to_itself_as_text():
    assert Currency("kzt") == "KZT"
    assert Currency("kzt") is Currency("KZT")
    assert {Currency("KZT"): 1}["KZT"] == 1
    assert pickle.loads(pickle.dumps(Currency("KZT"))) is Currency("KZT")  # noqa: S301
    assert json.dumps(Currency("KZT")) == '"KZT"'
    assert eval(repr(Currency("KZT")), vars(cafx)) == "KZT"  # noqa: S307
    with pytest.raises(TypeError):
        Currency(398)


def test_the_currency_table_agrees_with_cldr():
    babel_core = pytest.importorskip("babel.core")
    from cafx.core.iso4217 import ACTIVE

    fractions = babel_core.get_global("currency_fractions")
    default = fractions["DEFAULT"]
    # CLDR follows use (no decimals for AFN or IRR); ISO 4217 and cafx follow the law.
    by_use = {
        "AFN",
        "ALL",
        "COP",
        "CRC",
        "IDR",
        "IQD",
        "IRR",
        "KPW",
        "LAK",
        "LBP",
        "MGA",
        "MMK",
        "MRO",
        "RSD",
    }
    by_use |= {
        "SLE",
        "SLL",
        "SOS",
        "SYP",
        "TZS",
        "UZS",
        "YER",
        "GNF",
        "HUF",
        "AMD",
        "CLP",
        "CZK",
        "DKK",
        "NOK",
    }
    by_use |= {"SEK", "TWD", "PKR", "MUR", "GYD", "MNT", "CAD", "CHF"}
    for code in ACTIVE - by_use:
        assert Currency(code).minor_digits == fractions.get(code, default)[0], code
    for code in ("KGS", "KZT", "TJS", "TMT", "UZS"):
        assert Currency(code).minor_digits == fractions.get(code, default)[0]
        assert Currency(code).cash_digits == fractions.get(code, default)[2]


def test_the_remedy_for_a_small_float_is_written_out():
    with pytest.raises(TypeError, match=r"such as '0\.00008'$"):
        Money(0.00008, "KZT")


def test_what_is_no_number_and_what_has_no_mean_say_what_to_do():
    for bad in (float("nan"), float("inf"), float("-inf")):
        with pytest.raises(TypeError, match=rf"amount is {bad}, which is not a number: leave out"):
            Money(bad, "KZT")
    amounts = [Money(1, "KZT"), Money(2, "KZT")]
    with pytest.raises(TypeError, match=r"a mean is Money\.sum\(amounts\) / len\(amounts\)"):
        statistics.mean(amounts)
    assert Money.sum(amounts) / len(amounts) == Money("1.5", "KZT")
