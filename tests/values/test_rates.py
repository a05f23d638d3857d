"""Quotations, rates and conversions: printed digits are intervals, and nothing is lost on the way."""

from __future__ import annotations

import copy
import decimal
import pickle
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pydantic import BaseModel, create_model

import cafx
from cafx import AmountError, Conversion, CurrencyMismatch, Money, OptionError, ParseError, Quotation, Rate
from cafx.core.decimals import ROUNDINGS, exponent_of, leading_place, plain_grouped, rounded_fraction
from cafx.errors import UnknownCurrency
from currencies import decimals, quotations

DAY = date(2025, 12, 16)


def ticker(base, price, quote="USD", **more):
    return Quotation(base, quote, price, as_of=DAY, kind="ticker", source="timesca", **more)


def peg(price="3.5"):
    return Quotation("USD", "TMT", price, as_of="2015-01-01", through="9999-12-31", kind="peg", source="CBT")


def test_a_printed_price_is_an_interval_of_half_its_last_digit():
    assert ticker("UZS", "0.00008").bounds == (Fraction(75, 10**6), Fraction(85, 10**6))
    assert ticker("KZT", "0.10600").bounds == (Fraction(10599_5, 10**6), Fraction(10600_5, 10**6))
    assert ticker("KZT", "0.106").bounds == (Fraction(1055, 10**4), Fraction(1065, 10**4))


@given(st.integers(1, 10**6), st.integers(-12, 6), st.sampled_from((0, 1)))
def test_a_price_that_hides_how_it_was_printed_is_refused_whatever_the_context_of_the_caller(
    digits, exponent, capitals
):
    price = Decimal(digits).scaleb(exponent)
    with decimal.localcontext(capitals=capitals):
        if exponent > 0:
            with pytest.raises(AmountError, match="hides how it was printed"):
                ticker("KZT", price)
        else:
            assert ticker("KZT", price).price == price


@given(st.integers(1, 10**9), st.integers(-50, 0), st.sampled_from((0, 1)))
def test_the_last_digit_is_where_the_exponent_says_whatever_the_context_of_the_caller(
    digits, exponent, capitals
):
    with decimal.localcontext(capitals=capitals):
        quotation = ticker("KZT", Decimal((0, tuple(map(int, str(digits))), exponent)))
        half = Fraction(10) ** exponent / 2
        assert quotation.bounds == (quotation.unit_price - half, quotation.unit_price + half)


def test_a_nominal_divides_the_price_and_its_bounds():
    rouble = Quotation("KZT", "RUB", "17.3533", as_of=DAY, kind="official", source="CBR", nominal=100)
    assert rouble.unit_price == Fraction(173533, 10**6)
    assert rouble.bounds == (Fraction(1735325, 10**7), Fraction(1735335, 10**7))
    assert str(rouble) == "100 KZT/RUB = 17.3533 (official, CBR, 2025-12-16)"


def test_own_bounds_replace_the_print_and_a_peg_is_exact():
    week = Quotation(
        "USD", "KZT", "540.91", as_of=DAY, kind="reference", source="NBKR", low="539.25", high="541.71"
    )
    assert week.bounds == (Fraction(53925, 100), Fraction(54171, 100))
    assert peg().bounds == (Fraction(7, 2), Fraction(7, 2))


def test_trailing_zeros_make_another_quotation():
    assert ticker("KZT", "0.10600") != ticker("KZT", "0.106")
    assert ticker("KZT", "0.106") == ticker("KZT", "0.106")


def test_the_sign_of_a_change_of_zero_is_kept():
    quotation = ticker("KZT", "0.00194", change="-0")
    assert str(quotation.change) == "-0"
    assert str(Quotation.from_json(quotation.to_json()).change) == "-0"


def test_the_moment_of_reading_does_not_count_when_quotations_are_compared():
    seen = ticker("KZT", "0.00194", observed_at=datetime(2025, 12, 16, 9, tzinfo=UTC))
    assert seen == ticker("KZT", "0.00194")
    assert Quotation.from_json(seen.to_json()).observed_at == seen.observed_at


@pytest.mark.parametrize(
    ("changed", "error", "says"),
    [
        ({"price": "0"}, AmountError, "above zero"),
        ({"price": "-0.00194"}, AmountError, "above zero"),
        ({"price": Decimal("5E+2")}, AmountError, "plain digits"),
        ({"price": "NaN"}, AmountError, "plain decimal"),
        ({"price": 0.00194}, TypeError, "pass text or Decimal"),
        ({"base": "USD"}, OptionError, "one currency"),
        ({"base": "TMM"}, cafx.UnknownCurrency, "withdrawn"),
        ({"kind": "guess"}, OptionError, "not one of peg, official"),
        ({"source": ""}, OptionError, "1 to 60"),
        ({"source": "x" * 61}, OptionError, "1 to 60"),
        ({"nominal": 0}, AmountError, "nominal"),
        ({"nominal": 1.5}, AmountError, "nominal"),
        ({"nominal": True}, AmountError, "nominal"),
        ({"as_of": "31.12.2025"}, ParseError, "write it as"),
        ({"as_of": "2025-02-30"}, ParseError, "write it as"),
        ({"as_of": datetime(2025, 1, 1, tzinfo=UTC)}, TypeError, "astimezone"),
        ({"through": "2025-12-15"}, OptionError, "before as_of"),
        ({"as_of": None, "through": "2025-12-17"}, OptionError, "before as_of"),
        ({"low": "1"}, OptionError, "both bounds"),
        ({"low": "0.1", "high": "0.2"}, OptionError, "do not hold the price"),
        ({"low": "0", "high": "1"}, OptionError, "do not hold the price"),
        ({"observed_at": datetime(2025, 1, 1)}, TypeError, "moment with a zone"),  # noqa: DTZ001
    ],
    ids=str,
)
def test_what_cannot_be_a_quotation_is_refused(changed, error, says):
    terms = {"base": "KZT", "quote": "USD", "price": "0.00194", "as_of": DAY, "kind": "ticker", "source": "t"}
    with pytest.raises(error, match=says):
        Quotation(**{**terms, **changed})


@given(quotations())
def test_quotations_survive_every_copy(quotation):
    assert eval(repr(quotation), vars(cafx)) == quotation  # noqa: S307
    assert pickle.loads(pickle.dumps(quotation)) == quotation  # noqa: S301
    assert copy.deepcopy(quotation) is quotation
    assert Quotation.from_json(quotation.to_json()) == quotation
    low, high = quotation.bounds
    assert 0 < low <= quotation.unit_price <= high


@given(quotations("KZT", "USD"))
def test_the_inverse_of_an_inverse_is_the_same_rate(quotation):
    rate = Rate.of(quotation)
    inverse = rate.inverse()
    assert inverse.inverse() == rate
    assert inverse.price == 1 / rate.price
    assert (inverse.low, inverse.high) == (1 / rate.high, 1 / rate.low)
    assert inverse == Rate("USD", "KZT", (quotation,))


@given(quotations("KZT", "USD"), quotations("UZS", "USD"), quotations("TJS", "USD"))
def test_a_triangle_of_crosses_is_exactly_one(tenge, soum, somoni):
    to_soum = Rate.of(tenge).cross(Rate.of(soum).inverse())
    to_somoni = Rate.of(soum).cross(Rate.of(somoni).inverse())
    home = Rate.of(somoni).cross(Rate.of(tenge).inverse())
    assert to_soum.price * to_somoni.price * home.price == 1
    around = to_soum.cross(to_somoni).cross(home)
    assert (around.low, around.price, around.high) == (1, 1, 1)
    assert around.legs == ()


@given(quotations("KZT", "USD"), quotations("UZS", "USD"))
def test_going_there_and_back_over_a_leg_does_not_widen_the_bounds(tenge, soum):
    rate = Rate.of(tenge)
    detour = rate.cross(Rate.of(soum).inverse()).cross(Rate.of(soum))
    assert detour == rate


@given(quotations("KZT", "USD"), quotations("UZS", "USD"))
def test_the_bounds_of_a_cross_hold_every_price_that_the_prints_allow(tenge, soum):
    cross = Rate.of(tenge).cross(Rate.of(soum).inverse())
    (low, high), (other_low, other_high) = tenge.bounds, soum.bounds
    assert cross.price == tenge.unit_price / soum.unit_price
    assert (cross.low, cross.high) == (low / other_high, high / other_low)
    assert cross.margin >= max(Rate.of(tenge).margin, Rate.of(soum).margin) * Fraction(99, 100)


@given(quotations("KZT", "USD"), quotations("UZS", "USD"))
def test_rates_survive_every_copy(tenge, soum):
    for rate in (
        Rate.of(tenge),
        Rate.of(tenge).inverse(),
        Rate.of(tenge).cross(Rate.of(soum).inverse()),
        Rate("KZT", "KZT", ()),
    ):
        assert eval(repr(rate), vars(cafx)) == rate  # noqa: S307
        assert pickle.loads(pickle.dumps(rate)) == rate  # noqa: S301
        assert Rate.from_json(rate.to_json()) == rate
        assert str(rate)


def test_a_rate_that_its_legs_do_not_make_is_refused():
    tenge, soum = ticker("KZT", "0.00194"), ticker("UZS", "0.00008")
    for legs in ((), (soum,), (tenge, tenge), (soum, tenge)):
        with pytest.raises(OptionError, match=r"(do(es)? not lead|a rate) from KZT to USD"):
            Rate("KZT", "USD", legs)
    with pytest.raises(OptionError, match="starts from UZS"):
        Rate.of(tenge).cross(Rate.of(soum))
    with pytest.raises(OptionError, match="not a rate"):
        Rate.of(tenge).cross(Rate("USD", "KZT", (ticker("USD", "515.1", "KZT"),)))


@pytest.mark.parametrize(
    ("base", "quote", "powers"),
    [
        ("USD", "KZT", (1,)),
        ("EUR", "UZS", (1,)),
        ("KZT", "USD", (-1,)),
        ("KZT", "USD", (1.0,)),
        ("KZT", "USD", (True,)),
        ("KZT", "USD", (0,)),
        ("KZT", "USD", (200_000,)),
        ("KZT", "USD", (1, 1)),
    ],
    ids=str,
)
def test_powers_that_do_not_come_to_the_pair_are_refused(base, quote, powers):
    with pytest.raises(OptionError):
        Rate(base, quote, (ticker("KZT", "0.00194"),), powers)


def test_json_cannot_turn_a_rate_round():
    text = Rate.of(ticker("KZT", "0.00194")).to_json()
    turned = text.replace('"base": "KZT", "quote": "USD", "legs"', '"base": "USD", "quote": "KZT", "legs"')
    assert turned != text
    with pytest.raises(ParseError, match="by these powers"):
        Rate.from_json(turned)
    with pytest.raises(TypeError, match="a leg is a Quotation"):
        Rate("KZT", "USD", ("KZT/USD",))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"2025-12-16"', "1734307200"),
        ('"2025-12-16"', '"2025-12-16T00:00:00"'),
        ('"nominal": 1', '"nominal": true'),
        ('"nominal": 1', '"nominal": "1"'),
        ('"observed_at": null', '"observed_at": 5'),
        ('"observed_at": null', '"observed_at": "2025-12-16T09:30:00"'),
        ('"0.00194"', "0.00194"),
    ],
)
def test_nothing_in_json_is_guessed(old, new):
    text = ticker("KZT", "0.00194").to_json()
    assert old in text
    with pytest.raises(ParseError, match="is not a Quotation"):
        Quotation.from_json(text.replace(old, new))


def test_a_moment_is_kept_in_utc_and_rebuilt():
    almaty = datetime(2025, 12, 16, 14, 30, tzinfo=timezone(timedelta(hours=5)))
    seen = ticker("KZT", "0.00194", observed_at=almaty)
    assert seen.observed_at.isoformat() == "2025-12-16T09:30:00+00:00"
    assert eval(repr(seen), vars(cafx)).observed_at == almaty  # noqa: S307


def test_the_sign_of_a_change_tells_quotations_apart():
    rose, fell = ticker("KZT", "0.00194", change="0"), ticker("KZT", "0.00194", change="-0")
    assert rose != fell
    assert Quotation.from_json(fell.to_json()) == fell
    assert len(cafx.RateBook([rose, fell])) == 2


def test_a_rate_is_as_of_the_days_that_all_its_legs_share():
    week = Quotation(
        "USD", "KZT", "540.91", as_of="2025-09-15", through="2025-09-21", kind="reference", source="NBKR"
    )
    other = Quotation("USD", "UZS", "12100", as_of="2025-09-18", kind="official", source="CBU")
    old = Quotation("USD", "UZS", "12100", as_of="2025-09-10", kind="official", source="CBU")
    manat = Rate.of(peg())
    assert (Rate.of(week).as_of, Rate.of(week).through) == (date(2025, 9, 15), date(2025, 9, 21))
    cross = manat.inverse().cross(Rate.of(week))
    assert (cross.as_of, cross.through) == (date(2025, 9, 15), date(2025, 9, 21))
    shared = Rate.of(other).inverse().cross(Rate.of(week))
    assert (shared.as_of, shared.through) == (date(2025, 9, 18), None)
    apart = Rate.of(old).inverse().cross(Rate.of(week))
    assert (apart.as_of, apart.through) == (date(2025, 9, 10), None)
    assert (Rate.of(week).age, Rate.of(week).is_carried) == (0, False)
    undated = Rate.of(Quotation("KZT", "USD", "0.00194", as_of=None, kind="ticker", source="t"))
    assert undated.as_of is None
    assert undated.age is None


def test_a_rate_is_no_better_than_its_least_leg():
    assert Rate.of(peg()).inverse().kind == "peg"
    assert Rate.of(ticker("KZT", "0.00194")).cross(Rate.of(peg())).kind == "ticker"


def converted(amount, code, price, printed=None):
    return Conversion(Money(amount, code), Rate.of(ticker(code, price)), printed)


def test_the_headline_of_the_seed_page():
    conversion = converted("13000000000000", "KZT", "0.00194")
    assert conversion.result == 25_220_000_000
    assert conversion.low == 25_155_000_000
    assert conversion.high == 25_285_000_000
    assert conversion.significant() == Money("25200000000", "USD")
    assert conversion.rounded() == Money("25220000000.00", "USD")
    assert (
        str(conversion) == "13,000,000,000,000 KZT ≈ 25,200,000,000 USD ± 85,000,000"
    )  # to 25.285 billion from what is shown


def test_a_million_som_at_one_digit_is_eighty_dollars_give_or_take_five():
    conversion = converted("1000000", "UZS", "0.00008")
    assert str(conversion.significant().amount) == "80"
    assert conversion.margin == Money(5, "USD")
    assert conversion.rate.margin == Fraction(625, 10_000)
    assert str(conversion) == "1,000,000 UZS ≈ 80 USD ± 5"


@pytest.mark.parametrize(
    ("amount", "printed", "shown"),
    [
        ("13000000000000", "500000000000", "25200000000"),  # 13 trillion
        ("144000000000", "500000000", "279000000"),  # 144 billion
        ("1000000", "500000", "1900"),  # a million
        ("100000000", None, "194000"),
        ("1000", None, "1.94"),
        ("1", None, "0.0019"),
        ("0", None, "0.00"),
        ("-13000000000000", "500000000000", "-25200000000"),
    ],
)
def test_a_result_shows_the_digits_that_rate_and_figure_support(amount, printed, shown):
    assert str(converted(amount, "KZT", "0.00194", printed).significant().amount) == shown


def _plain_place(conversion):
    """The place by the definition, in fractions."""
    places = [-conversion.rate.quote.minor_digits]
    if conversion.high > conversion.low:
        places.append(exponent_of(conversion.high - conversion.low))
    if conversion.printed:
        places.append(exponent_of(2 * abs(Fraction(conversion.printed)) * conversion.rate.price) - 1)
    return max(places)


def _plain_text(conversion):
    """What is printed, by the definition: the distance of low and high from what is shown."""
    shown = conversion.significant()
    low, high, value = conversion.low, conversion.high, Fraction(shown.amount)
    off = ""
    if low != high:
        most = max(high - value, value - low)
        off = f" ± {plain_grouped(rounded_fraction(most, 2 - leading_place(most), 'ROUND_UP').normalize())}"
    return f"{conversion.money} {'=' if low == value == high else '≈'} {shown}{off}"


@given(
    decimals() | st.just(Decimal(0)),
    quotations(),
    st.booleans(),
    st.sampled_from([None, "0.5", "50", "1e9"]),
)
def test_a_conversion_says_what_it_is_worth_by_the_definition(amount, quotation, is_inverse, printed):
    rate = Rate.of(quotation).inverse() if is_inverse else Rate.of(quotation)
    try:
        conversion = Conversion(Money(amount, rate.base), rate, printed)
        text = str(conversion)
    except (AmountError, UnknownCurrency):
        assume(False)
    assert conversion.place == _plain_place(conversion)
    assert text == _plain_text(conversion)


@given(
    decimals(digits=48),
    quotations(),
    st.booleans(),
    st.sampled_from(ROUNDINGS),
    st.none() | st.integers(-3, 9),
)
def test_a_worth_is_the_exact_product_rounded_once(amount, quotation, is_inverse, rounding, digits):
    rate = Rate.of(quotation).inverse() if is_inverse else Rate.of(quotation)
    exact, places = Fraction(amount) * rate.price, rate.quote.minor_digits if digits is None else digits
    assert rate.worth(amount, digits, rounding) == rounded_fraction(exact, places, rounding)


def test_a_peg_gives_the_minor_unit():
    conversion = Conversion(Money("20000000", "TMT"), Rate.of(peg()).inverse())
    assert conversion.significant() == conversion.rounded() == Money("5714285.71", "USD")
    assert conversion.margin == Money(0, "USD")
    assert str(conversion) == "20,000,000 TMT ≈ 5,714,285.71 USD"


def test_rounding_is_half_even_unless_said_otherwise():
    rate = Rate.of(Quotation("USD", "KZT", "0.5", as_of=DAY, kind="official", source="x"))
    conversion = Conversion(Money("0.25", "USD"), rate)  # 0.125
    assert str(conversion.rounded().amount) == "0.12"
    assert str(conversion.rounded(rounding=decimal.ROUND_HALF_UP).amount) == "0.13"
    assert str(conversion.rounded(3).amount) == "0.125"
    assert str(conversion.rounded(0, decimal.ROUND_UP).amount) == "1"


def test_a_rate_for_another_currency_does_not_convert():
    with pytest.raises(CurrencyMismatch, match="does not convert UZS"):
        Conversion(Money(1, "UZS"), Rate.of(ticker("KZT", "0.00194")))


@given(decimals(), decimals(), quotations("KZT", "USD"), st.booleans())
def test_conversion_is_odd_additive_and_monotone_before_rounding(one, other, quotation, is_turned):
    rate = Rate.of(quotation).inverse() if is_turned else Rate.of(quotation)

    def worth(amount):
        return Conversion(Money(amount, rate.base), rate)

    a, b, both = worth(one), worth(other), worth(decimal.Context(prec=80).add(one, other))
    minus = worth(one.copy_negate())
    assert (minus.result, minus.low, minus.high) == (-a.result, -a.high, -a.low)
    assert a.low <= a.result <= a.high
    assert both.result == a.result + b.result
    assert (a.result <= b.result) == (one <= other)
    assert a.rounded().amount == _rounded(a.result)
    assert Conversion.from_json(a.to_json()) == a
    assert abs(_exact(a.margin.amount)) >= max(a.high - a.result, a.result - a.low)


@given(decimals(), quotations("KZT", "USD"), st.booleans(), decimals(least=0))
def test_the_bounds_lie_within_what_is_printed(amount, quotation, is_turned, printed):
    rate = Rate.of(quotation).inverse() if is_turned else Rate.of(quotation)
    conversion = Conversion(Money(amount, rate.base), rate, printed)
    shown, _, off = str(conversion).replace(",", "").partition(" ± ")
    _, sign, number, _ = shown.removeprefix(str(conversion.money).replace(",", "")).split(" ")
    if sign == "=":
        assert conversion.low == conversion.result == conversion.high == _exact(Decimal(number))
    elif conversion.low != conversion.high:
        off = _exact(Decimal(off))
        assert _exact(Decimal(number)) - off <= conversion.low
        assert conversion.high <= _exact(Decimal(number)) + off


@pytest.mark.parametrize(
    ("money", "day", "shown"),
    [
        ("5 млн сомов", "2024-02-29", "5,000,000 KGS ≈ 56,000 USD ± 91"),  # 55,909 to 55,925
        ("13 trillion tenge", "2025-09-18", "13,000,000,000,000 KZT ≈ 24,000,000,000 USD ± 140,000,000"),
        ("0 tenge", "2024-02-29", "0 KZT = 0.00 USD"),
        ("5 million manat", "2024-02-29", "5,000,000 TMT ≈ 1,430,000 USD"),
    ],
)
def test_the_distance_is_that_of_the_amount_as_it_is_shown(money, day, shown):
    assert str(cafx.convert(money, "USD", on=day)) == shown


@given(decimals(least=1), quotations("KZT", "USD"))
def test_what_is_shown_lies_within_the_bounds(amount, quotation):
    conversion = Conversion(Money(amount, "KZT"), Rate.of(quotation))
    shown = _exact(conversion.significant().amount)
    width = conversion.high - conversion.low
    assume(conversion.result >= 1)
    assert abs(shown - conversion.result) <= max(width / 2, Fraction(1, 200))


def _exact(value):
    return Fraction(*value.as_integer_ratio())


def _rounded(value):
    cents = round(value * 100)  # Fraction rounds half to even
    return Decimal(cents).scaleb(-2, decimal.Context(prec=99))


@given(decimals(), quotations("KZT", "USD"))
def test_the_callers_decimal_context_changes_no_result(amount, quotation):
    def everything():
        rate = Rate.of(Quotation.from_json(quotation.to_json()))
        found = []
        for direction, code in ((rate, "KZT"), (rate.inverse(), "USD")):
            conversion = Conversion(Money(amount, code), direction)
            found += [
                conversion.result,
                conversion.low,
                conversion.high,
                conversion.rounded(),
                conversion.significant(),
                conversion.margin,
                str(conversion),
                str(direction),
                direction.margin,
            ]
        return found

    expected = everything()
    with decimal.localcontext(prec=6, rounding=decimal.ROUND_UP) as context:
        for trap in context.traps:
            context.traps[trap] = True
        assert everything() == expected


class Quote(BaseModel):
    rate: Rate
    conversion: Conversion


def test_rates_and_conversions_are_fields_of_anyones_model():
    rate = Rate.of(ticker("KZT", "0.00194"))
    quote = Quote(rate=rate, conversion=Conversion(Money("13", "KZT"), rate))
    assert Quote.model_validate_json(quote.model_dump_json()) == quote
    read, written = (Quote.model_json_schema(mode=mode)["$defs"] for mode in ("validation", "serialization"))
    assert read == written
    assert sorted(read) == ["Conversion", "Money", "Quotation", "Rate"]
    assert read["Rate"]["properties"]["legs"]["type"] == "array"


def test_a_value_that_holds_one_of_its_kind_is_a_field_too():
    (figure,) = cafx.find_figures("13 trillion tenge (over $24 billion)")
    model = create_model("Found", one=(cafx.Figure, ...), some=(list[cafx.Figure | None], ...))
    found = model(one=figure, some=[figure, None])
    assert model.model_validate_json(found.model_dump_json()) == found
    for mode in ("validation", "serialization"):
        assert model.model_json_schema(mode=mode)


def test_a_claim_in_json_that_does_not_follow_is_refused():
    conversion = converted("1000000", "UZS", "0.00008")
    with pytest.raises(ParseError, match="does not follow"):
        Conversion.from_json(conversion.to_json().replace('"result": "80"', '"result": "81"'))
    bare = Conversion.from_json(
        conversion.to_json().replace('"result": "80", "low": "75", "high": "85"', '"printed": null')
    )
    assert bare == conversion


def test_values_cannot_be_changed():
    rate = Rate.of(ticker("KZT", "0.00194"))
    for value, name in ((rate.legs[0], "price"), (rate, "base"), (converted("1", "KZT", "0.00194"), "money")):
        with pytest.raises(AttributeError, match="frozen"):
            setattr(value, name, None)
        assert not hasattr(value, "__dict__")


def test_a_day_in_another_zone_is_the_callers_to_choose():
    almaty = timezone(timedelta(hours=5))
    moment = datetime(2025, 12, 16, 20, tzinfo=UTC)
    assert moment.astimezone(almaty).date() == date(2025, 12, 17)
    with pytest.raises(TypeError, match="astimezone"):
        ticker("KZT", "0.00194", through=moment)
