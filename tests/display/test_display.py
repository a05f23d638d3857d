"""``Display``: the same texts as the formats, compiled, and never a broken page."""

from __future__ import annotations

import json
import random
from datetime import date, timedelta
from decimal import Decimal, getcontext, localcontext
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cafx import (
    Conversion,
    Money,
    OptionError,
    Quotation,
    Rate,
    RateBook,
    UnknownCurrency,
    UnknownLocale,
    format_conversion,
    format_html,
    format_money,
)
from cafx.core.decimals import CONTEXT
from cafx.display import Display

DAY = "2026-11-28"
LOCALES = ("kk-KZ", "en", "ru-KZ", "uz-UZ", "fa", "ar", "fr", "de-CH", "hi")
CODES = ("KZT", "UZS", "KGS", "TJS", "TMT")


def official(quote, price, source, day=DAY, **more):
    return Quotation("USD", quote, price, as_of=day, kind="official", source=source, **more)


BOOK = RateBook(
    [
        official("KZT", "520.20", "NBK"),
        official("KZT", "519.31", "NBK", "2026-11-27"),
        official("UZS", "11950.10", "CBU", "2026-11-26"),
        official("KGS", "87.4500", "NBKR"),
        Quotation("TJS", "USD", "0.10877", as_of=DAY, kind="ticker", source="timesca", change="-0"),
        Quotation("USD", "TMT", "3.5", as_of="2015-01-01", through=date.max, kind="peg", source="CBT"),
    ]
)


def amounts(seed, count):
    """Amounts of every size: round ones, odd ones, halves, powers of ten and one less."""
    chance = random.Random(seed)  # noqa: S311
    for _ in range(count):
        power = chance.randrange(-4, 16)
        kind = chance.randrange(4)
        if kind == 0:
            yield Decimal(10) ** power
        elif kind == 1:
            yield (Decimal(10) ** power - 1) / 100
        elif kind == 2:
            yield Decimal(chance.randrange(10**6)).scaleb(power - 6) * chance.choice((1, 1, -1))
        else:
            yield Decimal(chance.randrange(10 ** max(1, power))) + Decimal("0.005")


@pytest.mark.parametrize("precision", ["supported", "minor"])
@pytest.mark.parametrize("locale", LOCALES)
def test_prices_and_their_worth_are_those_of_the_formats(locale, precision):
    style = "symbol" if precision == "minor" else "display"
    shop = Display(BOOK, locale, on=DAY, style=style, precision=precision)
    for code in CODES:
        rate = BOOK.rate(code, "USD", on=DAY)
        for amount in amounts(locale + code, 250):
            money = Money(amount, code)
            assert shop.text(money) == format_money(money, locale, style=style, symbols="safe")
            assert shop.html(money) == format_html(money, locale, style=style)
            assert shop.worth(money) == format_conversion(
                Conversion(money, rate), locale, style=style, symbols="safe", precision=precision
            )


def test_without_a_style_the_words_and_signs_that_readers_know_are_printed():
    for locale, text in (
        ("uz-UZ", "13\u00a0500,50\u00a0soʻm"),
        ("en", "UZS\u00a013,500.50"),
        ("ru-KZ", "13\u00a0500,50\u00a0сум"),
    ):
        money = Money("13500.50", "UZS")
        assert Display(None, locale).text(money) == format_money(
            money, locale, style="display", symbols="safe"
        )
        assert Display(None, locale).text(money) == text


@pytest.mark.parametrize("digits", ["whole", "auto", "cash", 0, 3])
@pytest.mark.parametrize("style", ["symbol", "code", "name", "accounting", "local", "narrow"])
def test_markup_is_that_of_format_html_in_every_style(style, digits):
    for locale in ("kk-KZ", "en", "fa-IR-u-nu-arabext", "ar", "fr", "es", "de-CH", "hi"):
        shop = Display(None, locale, style=style, digits=digits)
        for code in ("KZT", "USD", "JPY", "CHF"):
            for amount in ("0", "-0.004", "1", "1234.5", "-13500.50", "99999999.995", "1e3"):
                money = Money(amount, code)
                assert shop.html(money) == format_html(money, locale, style=style, digits=digits)
                assert shop.text(money) == format_money(
                    money, locale, style=style, digits=digits, symbols="safe"
                )


@st.composite
def rates(draw):
    """Rates of every build: printed, inverse and crossed, exact and not, with bounds of their own."""
    digits = draw(st.integers(1, 9_999_999))
    price = Decimal(digits).scaleb(-draw(st.integers(0, 9)))
    exact = draw(st.booleans())
    leg = Quotation(
        "USD",
        "KZT",
        price,
        as_of=DAY,
        kind="peg" if exact else "official",
        source="x",
        nominal=draw(st.sampled_from((1, 10, 100))),
    )
    rate = Rate.of(leg).inverse()
    if draw(st.booleans()):
        other = Decimal(draw(st.integers(1, 99_999))).scaleb(-draw(st.integers(0, 5)))
        rate = rate.cross(Rate.of(Quotation("USD", "EUR", other, as_of=DAY, kind="official", source="y")))
    return rate


class OneRate:
    """A book of one rate."""

    def __init__(self, rate):
        self.only = rate

    def rate(self, *_, **__):
        return self.only


@settings(max_examples=300)
@given(
    rates(),
    st.decimals(-(10**30), 10**30, allow_nan=False, allow_infinity=False, places=6)
    | st.integers(-(10**20), 10**20).map(Decimal)
    | st.integers(-40, 40).map(lambda power: Decimal(10) ** power),
)
def test_a_worth_is_that_of_the_exact_way_for_any_rate_and_amount(rate, amount):
    shop = Display(OneRate(rate), "en", to=rate.quote, on=DAY)
    money = Money(amount, "KZT")
    assert shop.worth(money) == format_conversion(Conversion(money, rate), "en", symbols="safe")


def test_amounts_just_below_and_at_the_edge_of_a_digit_are_told_apart():
    rate = BOOK.rate("KZT", "USD", on=DAY)
    shop = Display(BOOK, "en", on=DAY)
    for place in range(-2, 6):
        edge = Fraction(10) ** place / (rate.high - rate.low)
        for nudge in (-1, 0, 1):
            amount = CONTEXT.scaleb(Decimal(edge.numerator * 10**40 // edge.denominator + nudge), -40)
            money = Money(amount, "KZT")
            assert shop.worth(money) == format_conversion(Conversion(money, rate), "en", symbols="safe")


def test_the_callers_decimal_context_changes_nothing():
    shop = Display(BOOK, "en", on=DAY)
    money = Money("239506.1708", "KZT")
    usual = (
        shop.text(money),
        shop.html(money),
        shop.worth(money),
        shop.to_dict(money),
        shop.lines([money] * 3),
    )
    with localcontext() as context:
        context.prec = 3
        context.rounding = "ROUND_UP"
        for signal in getcontext().traps:
            context.traps[signal] = True
        fresh = Display(BOOK, "en", on=DAY)
        for one in (shop, fresh):
            assert usual == (
                one.text(money),
                one.html(money),
                one.worth(money),
                one.to_dict(money),
                one.lines([money] * 3),
            )


def test_shops_print_all_decimals_or_none():
    book = RateBook([Quotation("KZT", "USD", "0.00194", as_of=DAY, kind="ticker", source="timesca")])
    news, shop = (Display(book, "en", on=DAY, precision=way) for way in ("supported", "minor"))
    seen = set()
    for amount in range(1_000, 20_000_000, 77_777):
        money = Money(amount, "KZT")
        text = shop.worth(money)
        assert text.startswith("≈\u00a0$")
        decimals = len(text.partition(".")[2])
        assert decimals in {0, 2}
        seen.add(decimals)
        if decimals == 0:
            assert text == news.worth(money)
        else:
            assert abs(Decimal(text[3:].replace(",", "")) - amount * Decimal("0.00194")) <= Decimal("0.005")
    assert seen == {0, 2}
    assert (news.worth(Money("12345", "KZT")), shop.worth(Money("12345", "KZT"))) == (
        "≈\u00a0$23.9",
        "≈\u00a0$23.95",
    )


def test_a_missing_rate_never_breaks_a_page():
    for shop in (
        Display(None, "en", on=DAY),
        Display(RateBook(), "en", on=DAY),
        Display(BOOK, "en", on="2001-01-01"),
    ):
        money = Money("13500.50", "KZT")
        assert shop.text(money) == "₸13,500.50"
        assert shop.worth(money) == ""
        assert (
            shop.price(money)
            == f'<span class="cafx-price">{format_html(money, "en", style="display")}</span>'
        )
        assert shop.to_dict(money)["worth"] is None
        assert "<small" not in shop.element(money)
        assert shop.lines([money, Money(5, "USD")]).texts[0] == ""
        assert shop.lines([money, Money(5, "USD")]).total == ""
        assert shop.strip(["KZT"]) == ""
    assert Display(BOOK, "en", on=DAY).worth(Money(5, "EUR")) == ""


def test_a_price_in_the_readers_own_currency_needs_no_worth():
    shop = Display(BOOK, "en", on=DAY)
    assert shop.worth(Money(5, "USD")) == ""
    assert shop.price(Money(5, "USD")).count("$5.00") == 1


def test_a_day_and_an_age_may_be_given():
    money = Money("1000000", "KZT")
    assert Display(BOOK, "en", on="2026-11-27").worth(money) == "≈\u00a0$1,925.63"
    assert Display(BOOK, "en", on="2027-11-27").worth(money) == ""
    assert Display(BOOK, "en", on="2027-11-27", max_age=timedelta(days=999)).worth(money) != ""


def test_what_the_options_have_not_is_refused():
    with pytest.raises(OptionError, match="precision 'cents' is not one of supported, minor"):
        Display(BOOK, "en", precision="cents")
    with pytest.raises(OptionError, match="style"):
        Display(BOOK, "en", style="big")
    with pytest.raises(UnknownLocale):
        Display(BOOK, "kk_Latn")
    with pytest.raises(UnknownCurrency):
        Display(BOOK, "en", to="XXZ")
    shop = Display(BOOK, "en", on=DAY)
    for call in (shop.text, shop.html, shop.worth, shop.price, shop.element, shop.to_dict):
        for wrong in (5, "5 KZT", None, Decimal(5)):
            with pytest.raises(TypeError, match="a display prints Money, not"):
                call(wrong)


def test_an_element_stands_by_itself_and_says_the_day_of_a_carried_rate():
    shop = Display(BOOK, "kk_KZ", on=DAY)
    money = Money("8560400", "UZS")
    element = shop.element(money)
    assert element.startswith(
        '<cafx-money amount="8560400" currency="UZS" to="USD" lang="kk-KZ"><span class="cafx-price">'
    )
    assert shop.price(money) in element
    assert '<time class="cafx-day" datetime="2026-11-26">' in element
    assert "<time" not in shop.element(Money(5, "KZT"))  # of the day itself
    assert "<time" not in shop.element(Money(5, "TMT"))  # a peg is in force
    assert "<time" not in shop.price(money)  # not in each price of a shop


def test_markup_goes_into_templates_unescaped_and_holds_no_script():
    class Sly(str):
        __slots__ = ()

    shop = Display(BOOK, "en", on=DAY, style="local")
    for made in (shop.price(Money(5, "KZT")), shop.element(Money(5, "KZT")), shop.strip(CODES)):
        assert made.__html__() is made
        assert "script" not in made
        assert "style=" not in made
        assert " on" not in made.replace(" on=", "")


def test_what_goes_into_json_is_text_and_its_bounds_hold_the_truth():
    shop = Display(BOOK, "en", on=DAY)
    for code in CODES:
        rate = BOOK.rate(code, "USD", on=DAY)
        for amount in amounts(code, 200):
            money = Money(amount, code)
            made = json.loads(json.dumps(shop.to_dict(money)))
            assert (made["amount"], made["currency"]) == (format(money.amount, "f"), code)
            worth = made["worth"]
            low, high = Fraction(worth["low"]), Fraction(worth["high"])
            conversion = Conversion(money, rate)
            assert low <= conversion.low <= conversion.high <= high
            width = conversion.high - conversion.low
            assert high - low <= width * Fraction(12, 10) + abs(conversion.result) / 10**10
            assert worth["text"] == shop.worth(money)
            assert not any("e" in worth[name].lower() for name in ("amount", "low", "high"))
    assert shop.to_dict(Money(35, "TMT"))["worth"] == {
        "amount": "10.00",
        "currency": "USD",
        "text": "$10.00",
        "low": "10",
        "high": "10",
        "as_of": None,
        "age": 0,
        "kind": "peg",
        "sources": ["CBT"],
    }


def number_in(text):
    return Decimal(text.replace("≈", "").replace("\u00a0", "").replace("$", "").replace(",", "") or 0)


@pytest.mark.parametrize("precision", ["supported", "minor"])
def test_lines_add_up_to_the_total_that_is_printed(precision):
    shop = Display(BOOK, "en", on=DAY, precision=precision)
    chance = random.Random(7)  # noqa: S311
    alone_differ = 0
    for _ in range(1_000):
        codes = (
            chance.choices((*CODES, "USD"), k=chance.randrange(1, 8))
            if chance.random() < 0.5
            else ["KZT"] * 5
        )
        cart = [Money(Decimal(chance.randrange(-1_000, 500_000)).scaleb(-2), code) for code in codes]
        lines = shop.lines(cart)
        assert sum(map(number_in, lines.texts)) == number_in(lines.total)
        assert sum((part.amount for part in lines.amounts), Decimal(0)) == lines.sum.amount
        if "USD" not in codes:
            alone_differ += sum(number_in(shop.worth(money)) for money in cart) != number_in(lines.total)
    assert alone_differ > 100  # which is why they are not rounded one by one


def test_each_line_is_off_by_less_than_one_unit_and_the_total_by_half_of_one():
    shop = Display(BOOK, "en", on=DAY, precision="minor")
    cart = [
        Money("1999", "KZT"),
        Money("-2499", "KZT"),
        Money("35000", "UZS"),
        Money(5, "USD"),
        Money(0, "KGS"),
    ]
    exact = [
        Fraction(money.amount)
        * (1 if money.currency == "USD" else BOOK.rate(money.currency, "USD", on=DAY).price)
        for money in cart
    ]
    lines = shop.lines(cart)
    cent = Fraction(1, 100)
    assert all(
        abs(Fraction(part.amount) - one) < cent for part, one in zip(lines.amounts, exact, strict=True)
    )
    assert abs(Fraction(lines.sum.amount) - sum(exact)) <= cent / 2
    assert lines.texts[3] == "$5.00"
    assert shop.lines([]).texts == ()
    assert shop.lines(cart[:1]).total == shop.worth(cart[0])


def test_the_strip_has_each_pair_once_and_stops():
    shop = Display(BOOK, "ru-KZ", on=DAY)
    strip = shop.strip(("KGS", "KZT", "KZT", "kzt", "USD", "TJS", "UZS", "TMT", "EUR"))
    assert strip.startswith(
        '<cafx-ticker lang="ru-KZ"><button type="button" hidden>Пауза</button><ul class="cafx-strip"><li>'
    )
    assert strip.endswith("</li></ul></cafx-ticker>")
    for code in CODES:
        assert strip.count(f"{code}/USD") == 1
    assert strip.count("<li>") == len(CODES)
    assert "aria-label" not in strip


def test_the_strip_has_no_more_than_five_digits_nor_than_are_supported():
    strip = Display(BOOK, "en", on=DAY).strip(CODES)
    values = [part.partition('"')[0] for part in strip.split('value="')[1:]]
    assert values == ["0.0019223", "0.000084", "0.011435", "0.10877", "0.28571"]
    rough = RateBook([Quotation("UZS", "USD", "0.00008", as_of=DAY, kind="ticker", source="timesca")])
    assert 'value="0.00008"' in Display(rough, "en", on=DAY).strip(["UZS"])


def test_the_strip_tells_changes_by_sign_and_days_of_carried_rates():
    strip = Display(BOOK, "en", on=DAY).strip(CODES)
    items = {item.partition("/USD")[0].rpartition(">")[2]: item for item in strip.split("<li>")[1:]}
    assert 'cafx-down"><span aria-hidden="true">▼</span>&nbsp;<bdi>-0.17%</bdi>' in items["KZT"]
    assert 'cafx-same"><bdi>0.00%</bdi>' in items["TJS"]  # the ticker's own
    assert "cafx-change" not in items["KGS"]  # no day before
    assert "cafx-change" not in items["TMT"]
    assert 'datetime="2026-11-26"' in items["UZS"]
    assert sum("<time" in item for item in items.values()) == 1


def test_what_is_of_another_source_the_day_before_is_no_change():
    book = RateBook([official("KZT", "520.20", "NBK"), official("KZT", "510", "CBR", "2026-11-27")])
    assert "cafx-change" not in Display(book, "en", on=DAY).strip(["KZT"])


def test_a_display_says_what_it_is():
    shop = Display(BOOK, "kk_KZ", on=DAY)
    assert (shop.lang, shop.to, shop.on) == ("kk-KZ", "USD", date(2026, 11, 28))
    assert repr(shop) == f"Display({BOOK!r}, 'kk-KZ', to='USD', on='2026-11-28')"


def test_an_element_names_the_options_that_are_not_usual():
    def written(**choices):
        return Display(BOOK, "en", on=DAY, **choices).element(Money(5, "KZT")).partition(">")[0]

    assert "format" not in written()
    assert "format" not in written(style="display", symbols="safe", digits="currency", precision="supported")
    assert written(digits="auto", precision="minor").endswith(' format="digits:auto precision:minor"')
    assert written(style="symbol", symbols="cldr").endswith(' format="style:symbol symbols:cldr"')
    assert '"' not in written(style="local", words={"KZT": 'a "b" <c>'}).partition(' format="')[2][:-1]
