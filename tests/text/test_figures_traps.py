"""What looks like money and is none stays out, and what is money stays in beside it."""

from __future__ import annotations

import pytest

from cafx.errors import OptionError, ParseError
from cafx.text import find_figures, find_rates, parse_money


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


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("3,5 млн сомов. В Узбекистане цены растут.", "KGS"),
        ("Из Узбекистана привезли яблок на 3 млн сомов, из Ташкента — на 5 млн сумов.", "KGS UZS"),
        ("5 млн узбекских сомов, 5 млн сомов Узбекистана, 5 млн сомов Узбекистану", "UZS UZS KGS"),
        ("Өзбекстанга 3 миллион сом жөнөтүлдү.", "KGS"),
        ("Өзбекстанда 3 миллион өзбек сому сарпталды.", "UZS"),
        ("Tashkent. Kyrgyzstan will pay Uzbekistan 900 million soms.", "KGS"),
        ("Bishkek. Uzbekistan will pay Kyrgyzstan 900 million soms.", "UZS"),
        ("While Uzbekistan raised tariffs, Kyrgyzstan spent 900 million soms.", "KGS"),
        ("After talks in Tashkent, Kyrgyzstan allocated 900 million soms.", "KGS"),
        ("Kyrgyzstan, Uzbekistan's neighbour, will spend 900 million soms.", "KGS"),
        ("In Kyrgyzstan bread costs 50 soms, in Uzbekistan 7,000 soms, milk 9,000 soms.", "KGS UZS UZS"),
        ("Bread costs 50 soms in Kyrgyzstan and 7,000 soms in Uzbekistan.", "KGS UZS"),
        ("5 million Uzbek soms in Kyrgyzstan; 7 million Kyrgyz soms in Tashkent", "UZS KGS"),
        ("The Bishkek city hall spent 3.5 million soms. In Uzbekistan prices rise.", "KGS"),
        ("3.5 million soms. In Uzbekistan prices rise.", "UZS"),
        ("Toshkentda u 50 000 som to‘ladi. Qirg‘iziston vaziri bordi.", "UZS"),
        ("Qirg‘izistonda non 50 som turadi, dedi vazir.", "KGS"),
        ("Өзбекстанда 30 000 сом тұрады. Қырғызстанда 300 сом тұрады.", "UZS KGS"),
        ("Özbegistanda 5 million som, Gyrgyzystanda 3 million som", "UZS KGS"),
        ("Turkmenistan bought Azerbaijani goods for 5 million manat.", "TMT"),
        ("Туркменистан заплатил Азербайджану 5 млн манатов, Баку вернул 3 млн манатов.", "TMT"),
        ("Жарым миллиард сом насыя берилди.", "KGS"),
    ],
)
def test_whose_som_or_manat_it_is(text: str, codes: str) -> None:
    assert " ".join(figure.currency for figure in find_figures(text)) == codes


@pytest.mark.parametrize(
    "text",
    [
        "The bank said that in 2024 tenge fell.",
        "We know that in 2015 manat was devalued.",
        "Known is that in late 2015 tenge lost half of its value.",
        "It is known: between 2013 and 2015 tenge lost half.",
        "Тогда в 2015 тенге упал, а в августе 2015 тенге отпустили.",
        "Тогда, с 2015 тенге резко упал. К концу 2016 манат обвалился.",
        "В 2014–2015 сом укрепился.",
        "2015-те теңге құлдырады, 2016-да теңге нығайды",
        "2015-жылы сом арзандады",
        "2017-yil so‘m qadrsizlandi, 2018-da so‘m mustahkamlandi",
        "2017-йил сўм қадрсизланди",
        "Вазир гуфт, ки соли 2015 сомонӣ арзон шуд. Дар 2016 сомонӣ паст рафт.",
        "2015-de manat arzanlady",
    ],
)
def test_a_year_before_the_name_of_a_currency_is_no_amount(text: str) -> None:
    assert [figure.text for figure in find_figures(text)] == []


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("От 2000 тенге стоит билет.", "2000"),
        ("оплатил счёт в 2015 тенге и ушёл", "2015"),
        ("обошлось в 2000 тенге, выросло", "2000"),
        ("Prices fall 2000 tenge", "2000"),
        ("За январь 2000 тенге", "2000"),
        ("In the end 2000 tenge were paid", "2000"),
        ("the price of 2015 tenge rose", "2015"),
    ],
)
def test_an_amount_like_a_year_is_an_amount(text: str, amount: str) -> None:
    assert [str(figure.amount) for figure in find_figures(text)] == [amount]


@pytest.mark.parametrize(
    "text",
    [
        "Дали 10 млн. Тенге окреп.",
        "Выросло до 10 млн\nТенге подорожал",
        "Investment of 10 million. Tenge weakened again.",
        "Потратили 10 тысяч. Сом укрепился",
        "5 mlrd. So‘m mustahkamlandi",
        "3 млрд. Сўм қадрсизланди",
        "3 млрд. Сомонӣ беқурб шуд",
        "2 млн. Сом кымбаттады",
        "2 млн. Теңге нығайды",
        "5 mln. Manat arzanlady",
    ],
)
def test_a_number_does_not_take_its_currency_from_the_next_sentence(text: str) -> None:
    assert find_figures(text) == ()


@pytest.mark.parametrize(
    "text", ["10 млн. тенге", "Получили 10 млн. Тенге.", "10 МЛН. ТЕНГЕ", "10 mln.\ntenge", "10 млн. KZT"]
)
def test_the_dot_of_an_abbreviation_ends_no_sentence(text: str) -> None:
    assert [str(figure) for figure in find_figures(text)] == ["10,000,000 KZT"]


def test_the_stems_of_one_language_say_nothing_in_another() -> None:
    # osh is to rise in Uzbek, art in Turkmen
    for text in ("Rent in Osh is between 15 and 25 thousand soms.", "В Оше платят от 15 до 25 тысяч сомов."):
        assert [figure.is_range for figure in find_figures(text)] == [True]


def test_references_to_characters_stand_for_what_they_name() -> None:
    text = "R&D: 5&nbsp;млн&#160;тенге, 7&thinsp;000 so&rsquo;m, 3&#8239;000 &#8376;; <b>5</b> миллион сом"
    found = find_figures(text)
    assert [str(figure) for figure in found] == ["5,000,000 KZT", "7,000 UZS", "3,000 KZT"]
    assert all(text[figure.start : figure.end] == figure.text for figure in found)
    assert found[2].text == "3&#8239;000 &#8376;"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("C$5", "'C\\$'"),
        ("HK$ 5 million", "'HK\\$'"),
        ("5 Canadian dollars", "'Canadian dollars'"),
        ("2,5 млн канадских долларов", "'канадских долларов'"),
        ("5 yen", "JPY"),
        ("пять йен", "JPY"),
        ("5 CAD", "CAD"),
        ("5 million manat in Baku", "AZN"),
        ("½ tenge", "fraction '½'"),
        ("1/2 тенге", "fraction '1/2'"),
        ("5⅓ dollars", "fraction '5⅓'"),
    ],
)
def test_a_refusal_names_the_currency_or_fraction_that_is_not_read(text: str, words: str) -> None:
    with pytest.raises(ParseError, match=f"(?:is in|has the) {words}.*: (?:pass Money|write decimals)"):
        parse_money(text)


@pytest.mark.parametrize("text", ["KZT-500", "12,34,567 tenge", "$500abc", "5", "a lot of tenge"])
def test_a_refusal_blames_no_currency_that_is_read(text: str) -> None:
    with pytest.raises(ParseError, match=r"holds no amount|beside"):
        parse_money(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Доллар подорожал, а хлеб, по словам продавцов, стоит 150 тенге.", ["150 тенге"]),
        ("Доллар стоит 541 тенге, литр бензина, 205 тенге.", ["205 тенге"]),
        ("The dollar rose, and bread, baked here, costs 150 tenge.", ["150 tenge"]),
        ("Because of the dollar, a loaf of bread, once cheap, costs 150 tenge.", ["150 tenge"]),
        ("Хлеб дорожает, доллар, по словам менял, стоит 541 тенге.", []),
    ],
)
def test_a_comma_does_not_part_goods_from_their_price(text: str, found: list[str]) -> None:
    assert [figure.text for figure in find_figures(text)] == found


@pytest.mark.parametrize(
    ("text", "found", "rates"),
    [
        ("The dollar hit 24 manats. Fat was sold at 21 manats a jar; now it costs 26 manats.", 2, 1),
        ("The dollar hit 90 soms. Candles were 80 soms a box whereas now it costs 95 soms.", 2, 1),
        ("The dollar hit 90 soms. Pasta was sold at 80 soms, and now it costs 95 soms.", 2, 1),
        ("Доллар стоит 89 сомов. Макароны продают по 88 сомов, просят и 92 сома.", 2, 1),
        ("Доллар 89 сомго жетти. Макарон 85 сомдон сатылууда.", 1, 1),
        ("Доллар 520 теңгеге жетті. Ірімшік 500 теңгеден сатылады.", 1, 1),
        # names that begin like things that are sold
        ("Доллар, по словам Капустина, будет стоить 520 тенге.", 0, 1),
        ("Доллар, по мнению Огурцова и Рыбакова, будет стоить 520 тенге.", 0, 1),
        # the dollar again, which a pronoun stands for too
        ("The dollar hit 90 soms. It was sold at 88 soms a month ago, now it costs 90 soms.", 0, 3),
        ("Bread is 30 soms a loaf. The dollar fell: it costs 87 soms.", 1, 1),
        ("The dollar hit 24 manats. A monthly wage is 1,300 manats. It costs 25 manats at the bazaar.", 1, 2),
    ],
)
def test_the_price_of_a_thing_beside_a_rate_is_a_figure(text: str, found: int, rates: int) -> None:
    assert (len(find_figures(text)), len(find_rates(text))) == (found, rates)
