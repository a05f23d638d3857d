"""Numbers that share a currency, a scale or a hundred with a later one, and numbers that share nothing."""

from __future__ import annotations

import pytest

from cafx import find_figures


def _said(text: str) -> list[str]:
    return [str(figure) for figure in find_figures(text)]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Carrots are 4, onions 3.5, apples 12, and pears 15 somoni.", ["4", "3.5", "12", "15"]),
        ("Морковь по 4, лук по 3,5, яблоки по 12 сомони.", ["4", "3.5", "12"]),
        ("Kartoshka 5, piyoz 3, sabzi 4 ming so‘m.", ["5,000", "3,000", "4,000"]),
    ],
)
def test_a_price_list_names_its_currency_once(text: str, figures: list[str]) -> None:
    assert [said.split()[0] for said in _said(text)] == figures


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Статья 136, часть 20, штраф 150 сомов.", "150 KGS"),
        ("Дом 12, квартира 45, долг 100 сомов.", "100 KGS"),
        ("In 2019, exports in 2020, imports 2021 somoni", "2,021 TJS"),
        ("Bekov 28, Asanov 31, prize 50000 soms.", "50,000 KGS"),
        ("1-бап 4, 2-бап 6, айыппұл 3000 теңге", "3,000 KZT"),
    ],
)
def test_numbers_that_name_things_share_no_price(text: str, figure: str) -> None:
    assert _said(text) == [figure]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("бес жүзден мың теңгеге дейін", ["500 to 1,000 KZT"]),
        ("тўрт миллиондан беш миллион сўмгача", ["4,000,000 to 5,000,000 UZS"]),
        ("5-6 миңден 10 миң сомго чейин", ["5,000 to 6,000 KGS", "10,000 KGS"]),
        ("үш-төрт жүз мың теңге", ["300,000 to 400,000 KZT"]),
        ("двадцать пять-тридцать тысяч сомов", ["25,000 to 30,000 KGS"]),
        ("двадцать-пять тысяч сомов", ["25,000 KGS"]),
        ("five-hundred soms", ["500 KGS"]),
        ("five or six hundred soms", ["500 KGS", "600 KGS"]),
        ("икки бутун ўндан беш миллион сўм", ["2,500,000 UZS"]),
    ],
)
def test_two_numbers_in_words_are_told_from_one(text: str, figures: list[str]) -> None:
    assert _said(text) == figures


@pytest.mark.parametrize(
    "text",
    [
        "ду-сесад ҳазор сомонӣ",
        "тысячи полторы сомов",
        "10 дан ортиқ минг сўм",
        "несколько миллионов десять тенге",
    ],
)
def test_what_is_not_read_whole_is_no_figure(text: str) -> None:
    assert _said(text) == []


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Зарплаты по 50-60-70 тысяч сомов.", ["50,000 KGS", "60,000 KGS", "70,000 KGS"]),
        ("Жалақы 100–150–200 мың теңге.", ["100,000 KZT", "150,000 KZT", "200,000 KZT"]),
        ("Айлыгы 300-200-100 миң сом.", ["300,000 KGS", "200,000 KGS", "100,000 KGS"]),
        ("Chiptalar 100/150/200 ming so‘m.", ["100,000 UZS", "150,000 UZS", "200,000 UZS"]),
        ("Чипталар 10/15/20 минг сўм.", ["10,000 UZS", "15,000 UZS", "20,000 UZS"]),
        ("Маош 1,5-2-2,5 ҳазор сомонӣ.", ["1,500 TJS", "2,000 TJS", "2,500 TJS"]),
        ("Petek 40/60/100 manat.", ["40 TMT", "60 TMT", "100 TMT"]),
        ("Tickets cost 100/150/200 tenge.", ["100 KZT", "150 KZT", "200 KZT"]),
        ("Билеты 1 000/1 500/2 000 тенге.", ["1,000 KZT", "1,500 KZT", "2,000 KZT"]),
        ("Проезд 100/150 тенге.", ["100 KZT", "150 KZT"]),
        # two numbers and a hyphen are a range
        ("Зарплаты по 50-60 тысяч сомов.", ["50,000 to 60,000 KGS"]),
    ],
)
def test_numbers_that_a_mark_joins_share_the_unit_of_the_last(text: str, figures: list[str]) -> None:
    assert _said(text) == figures


@pytest.mark.parametrize(
    "text",
    [
        "Курс на 10/12/2024 тенге не изменил.",
        "Билеты 5-10-15 сомов.",  # the tenth of May, or three prices
        "На 2024-10-12 тенге окреп.",
        "Звоните: 0312 12-34-56 сомов.",
        "Модель А-12-34-56 сомов.",
        "Счёт 50-60-55 сомов.",
        "В 1990-1995-2000 сомов не было.",
        "Платят 10-15/20-25 тысяч сомов.",
        "Это 3/4 тенге.",
    ],
)
def test_numbers_that_a_mark_joins_and_that_may_be_no_list_are_no_figures(text: str) -> None:
    assert _said(text) == []


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("АИ-92/95-60 сомов", "60 KGS"),
        ("сезон 2023/2024, 500 тенге", "500 KZT"),
        ("№ 100/150 сомов", "150 KGS"),
    ],
)
def test_numbers_that_a_mark_joins_and_that_name_a_thing_share_nothing(text: str, figure: str) -> None:
    assert _said(text) == [figure]


def test_the_worth_of_a_list_is_not_that_of_the_last_before_it() -> None:
    found = find_figures("Квартира стоит 520/540 тысяч тенге, или 1000/1040 долларов.")
    assert [(str(figure), figure.stated) for figure in found] == [
        ("520,000 KZT", None),
        ("540,000 KZT", None),
    ]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Штраф 1 млн 200 и 300 тысяч сумов.", ["1,200,000 UZS", "300,000 UZS"]),
        ("Айыппұл 1 млн 200 және 300 мың теңге.", ["1,200,000 KZT", "300,000 KZT"]),
        ("Айып 1 млн 200 жана 300 миң сом.", ["1,200,000 KGS", "300,000 KGS"]),
        ("Jarima 1 mln 200 va 300 ming so‘m.", ["1,200,000 UZS", "300,000 UZS"]),
        ("Жарима 1 млн 200 ва 300 минг сўм.", ["1,200,000 UZS", "300,000 UZS"]),
        ("Ҷарима 1 миллиону 200 ва 300 ҳазор сомонӣ.", ["1,200,000 TJS", "300,000 TJS"]),
        ("Jerime 1 mln 200 we 300 müň manat.", ["1,200,000 TMT", "300,000 TMT"]),
        ("Fines of 1 million 200 and 300 thousand soums.", ["1,200,000 UZS", "300,000 UZS"]),
        ("Выделили 1 млн, 200 и 300 тысяч сумов.", ["1,000,000 UZS", "200,000 UZS", "300,000 UZS"]),
        ("Продали 1 млн 200 билетов и 300 тысяч сумов.", ["300,000 UZS"]),
    ],
)
def test_a_number_that_shares_a_scale_keeps_the_millions_before_it(text: str, figures: list[str]) -> None:
    assert _said(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Мурда 3 000, эми 5 000 сом төлөйбүз.", ["3,000 KGS", "5,000 KGS"]),
        ("Раньше платили по 3 000, а теперь по 5 000 сомов.", ["3,000 KGS", "5,000 KGS"]),
        ("Earlier it was 3,000, and now it is 5,000 soms.", ["3,000 KGS", "5,000 KGS"]),
        ("Бұрын 3, енді 5 мың теңге.", ["3,000 KZT", "5,000 KZT"]),
        ("Oldin 3 000, hozir 5 ming so‘m.", ["3,000 UZS", "5,000 UZS"]),
        ("Илгари 3 000, энди 5 000 сўм.", ["3,000 UZS", "5,000 UZS"]),
        ("Пештар 300, ҳоло 500 сомонӣ.", ["300 TJS", "500 TJS"]),
        ("Ozal 300, indi 500 manat.", ["300 TMT", "500 TMT"]),
        # a count, a year, a share, and what is of another size
        ("Раньше было 30 человек, теперь 5 000 сомов.", ["5,000 KGS"]),
        ("Раньше, в 2019, теперь 5 000 сомов.", ["5,000 KGS"]),
        ("Раньше 3 из 5, теперь 5 000 сомов.", ["5,000 KGS"]),
        ("Раньше приходили 20, теперь 500 сомов.", ["500 KGS"]),
        ("Их было 3 000, теперь 5 000 сомов.", ["5,000 KGS"]),
    ],
)
def test_the_amount_of_before_has_the_currency_of_the_one_of_now(text: str, figures: list[str]) -> None:
    assert _said(text) == figures
