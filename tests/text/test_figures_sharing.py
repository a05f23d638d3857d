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
