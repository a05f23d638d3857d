"""What looks like money and is none stays out, and what is money stays in beside it."""

from __future__ import annotations

import pytest

from cafx.errors import OptionError, ParseError
from cafx.text import find_figures, parse_money


@pytest.mark.parametrize(
    "text",
    [
        "The dollar costs 25 manats on the street.",
        "The tenge traded at 540.5 tenge to the dollar, or 540 tenge per US dollar.",
        "$1 = 540 tenge; $1 - 9,500 soums; 1 USD = 12 700 UZS",
        "Курс доллара составил 540,91 тенге, евро — 600 тенге.",
        "Во вторник курс был 146,85 тенге за $1.",
        "1 доллар 87,45 сом. Доллардын курсу 87,5 сом.",
        "AQSh dollari kursi 12 650,5 so‘mga teng bo‘ldi.",
        "KZT/USD = 0.00194 -0%\n• TMT/USD = 0.28575 -0.14%",
        "152.87 UZS -0.41 13984.39 UZS -78.08",
        "Курс рубля 1,15 сома, курс тенге 0,17 сома; на 1 рубль приходится 5,5 тенге",
        "Baku spent 20 million manats; AZN 5 million more.",
        "На выборы в Азербайджане пойдёт 32,5 млн манатов.",
        "Two sums of money, 3 sums, the sum of things and various sums.",
        "Рыбак поймал 2 сома весом 30 кг. В 2019 Сомов уехал.",
        "«Аманат» в 2020 году, 5 аманатов; 100 сомнений; 7 сомнительных сумм.",
        "Somewhere 40 someone; 12 summers; 5 consumers; 3 engines; 200 challenges",
        "несколько миллионов тенге, several million soms, бірнеше миллион теңге, necha million so‘m",
        "2.4 billion kWh, 10.2 billion cubic meters, 86,000 kilometers, $24 billion",
        "T-34, G20, COVID-19 tenge",
        "A T34 tank and two T90 on parade",
        "Aliyev signed a decree on 5 million manats",
        "сумма 100 рублей, 500 евро и 20 юаней",
    ],
)
def test_no_amount_is_seen_where_there_is_none(text: str) -> None:
    assert [figure.text for figure in find_figures(text)] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The price of som bread is 8 more soms.", "8 more soms KGS"),
        ("Uzbekistan exported 5 trillion som of goods.", "5 trillion som UZS"),
        ("Azerbaijan aside, Turkmenistan spent 100 million manat.", "100 million manat TMT"),
        ("1.3 million Turkmen manats", "1.3 million Turkmen manats TMT"),
        ("Oʻzbekistonda 500 som turadi", "500 som UZS"),
        ("paid 500 som/kg", "500 som KGS"),
        ("The stock exchange sold bonds at 5,000 soms.", "5,000 soms KGS"),
        ("Курс обучения стоит 50 000 тенге.", "50 000 тенге KZT"),
    ],
)
def test_the_country_that_the_text_names_decides_whose_money_it_is(text: str, found: str) -> None:
    assert [f"{figure.text} {figure.currency}" for figure in find_figures(text)] == [found]


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("100 som", "KGS or 100 UZS"),
        ("5 manat", "TMT or 5 AZN"),
        ("1.234 tenge", "1234 or 1.234"),
        ("1,234 тенге", "1234 or 1.234"),
    ],
)
def test_strict_reading_names_both_readings_of_what_is_ambiguous(text: str, reading: str) -> None:
    assert parse_money(text).money is not None
    with pytest.raises(ParseError, match=reading):
        parse_money(text, strict=True)


@pytest.mark.parametrize("text", ["100 сом в Бишкеке", "KZT 1,234,567", "13 trillion tenge", "100 KGS"])
def test_strict_reading_takes_what_is_clear(text: str) -> None:
    assert parse_money(text, strict=True) == parse_money(text)


@pytest.mark.parametrize(
    ("text", "hedge", "words"),
    [
        ("more than 5 soms", "over", "more than"),
        ("at least 5 soms", "at_least", "at least"),
        ("not more than 5 soms", "up_to", "not more than"),
        ("less than 5 soms", "under", "less than"),
        ("200 мыңнан астам теңге", "over", "астам"),
        ("5 миң сомго жакын", "about", "жакын"),
        ("qariyb 5 mln so‘m", "almost", "qariyb"),
        ("50 manada çenli", "up_to", "çenli"),
        ("зиёда аз 20 ҳазор сомонӣ", "over", "зиёда аз"),
        ("подорожал до 5 сомов", None, None),
    ],
)
def test_a_hedge_is_read_before_behind_or_inside(text: str, hedge: str | None, words: str | None) -> None:
    (figure,) = find_figures(text)
    assert (figure.hedge, figure.hedge_text) == (hedge, words)


def test_other_currencies_are_found_when_they_are_asked_for() -> None:
    text = "€5 million, 300 dollars and 20 тысяч рублей"
    assert [str(figure) for figure in find_figures(text, currencies="any")] == [
        "5,000,000 EUR",
        "300 USD",
        "20,000 RUB",
    ]
    assert [str(figure) for figure in find_figures(text, currencies=["EUR"])] == ["5,000,000 EUR"]


@pytest.mark.parametrize("wrong", [{"currencies": ["XAU"]}, {"languages": ["fr"]}, {"languages": []}])
def test_an_unknown_language_or_currency_is_named(wrong: dict[str, list[str]]) -> None:
    with pytest.raises(OptionError, match=r"known are|must be some of"):
        find_figures("5 som", **wrong)
