"""A hyphen that is glued to a price: the dash of a price list, or a minus."""

from __future__ import annotations

import pytest

from cafx import find_figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("На рынке гранат- 120 сомов, хурма -90 сомов.", ["120 KGS", "90 KGS"]),
        ("Дар бозор нахӯд- 14 сомонӣ, мош -16 сомонӣ.", ["14 TJS", "16 TJS"]),
        ("Нарықта алма -600 теңге, алмұрт- 900 теңге.", ["600 KZT", "900 KZT"]),
        ("Базар: каттама- 60 сом, боорсок -150 сом.", ["60 KGS", "150 KGS"]),
        ("Bozorda anor -18 000 so'm, behi- 12 000 so'm.", ["18,000 UZS", "12,000 UZS"]),
        ("Бозорда анор -18 000 сўм, беҳи- 12 000 сўм.", ["18,000 UZS", "12,000 UZS"]),
        ("Bazarda alma -9 manat, armyt- 14 manat.", ["9 TMT", "14 TMT"]),
        ("At the fair honey -700 som, walnuts- 550 som.", ["700 KGS", "550 KGS"]),
        ("Цены: хлеб -25 сомов, мясо -600 сомов.", ["25 KGS", "600 KGS"]),  # things that are sold
        ("Prices: bread -₸150, milk - ₸400.", ["150 KZT", "400 KZT"]),
        ("Мука - 90 сомов, мясо -600 сомов, более чем вдвое.", ["90 KGS", "600 KGS"]),  # a hedge, no change
    ],
)
def test_the_dash_of_a_price_list_is_no_minus(text: str, figures: list[str]) -> None:
    assert [str(figure) for figure in find_figures(text)] == figures


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Счёт - 50 000 тенге, остаток -700 тенге.", "-700 KZT"),  # may be less than nothing
        ("Q1 profit - 500 million tenge, Q2 profit -20 million tenge.", "-20,000,000 KZT"),
        ("Даромад - 500 сомонӣ, зарар -20 сомонӣ.", "-20 TJS"),
        ("За день: рис -300 сомов, соль +4 сома, лук - 2 сома.", "-300 KGS"),  # changes
        ("За неделю мука подешевела: мука -5 сомов, рис - 3 сома.", "-5 KGS"),
        ("Доход - 5%, пеня -700 тенге.", "-700 KZT"),
        ("Картошка - 300 тенге, морковь −20 тенге.", "-20 KZT"),  # the sign of a minus itself
        ("Перевод -500 ₸, комиссия -20 ₸", "-500 KZT"),  # moves of an account
        ("Изменение за день: -45 тенге.", "-45 KZT"),  # no name
        ("Доллар - 89,5 сома, евро -0,3 сома.", "-0.3 KGS"),  # a currency
        ("Мука - 90 сомов. Долг -20 сомов.", "-20 KGS"),  # another sentence
        ("Мука - 90 сомов\nДолг -20 сомов", "-20 KGS"),  # another line
    ],
)
def test_a_minus_beside_a_dash_stays_one(text: str, figure: str) -> None:
    assert figure in [str(one) for one in find_figures(text)]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Такси Ош — Бишкек -2500 сомов", ["2,500 KGS"]),
        ("Багаж -2 000 тг", ["2,000 KZT"]),
        ("Билет Алматы - Астана -15 000 тг, багаж -2 000 тг", ["15,000 KZT", "2,000 KZT"]),
        ("Яблоки -120 сом, груши -150 сом, виноград -200 сом.", ["120 KGS", "150 KGS", "200 KGS"]),
        ("Нан -180 теңге", ["180 KZT"]),
        ("Non -4 000 so'm", ["4,000 UZS"]),
        ("Delivery -500 som", ["500 KGS"]),
        ("Цена -2500 сом.", ["2,500 KGS"]),
        ("Narxi -2500 so'm.", ["2,500 UZS"]),
        ("Bahasy -25 manat.", ["25 TMT"]),
        ("Price -2,500 som.", ["2,500 KGS"]),
    ],
)
def test_a_hyphen_behind_a_thing_that_is_sold_is_a_dash(text: str, figures: list[str]) -> None:
    assert [str(figure) for figure in find_figures(text)] == figures


@pytest.mark.parametrize(
    "text",
    [
        "Комната на двоих -2500 сомов, завтрак включён.",
        'Курс лекций "Право" -5000 сом.',
        "Мука - 90 сомов. Бонус -20 сомов.",
        "Мука - 90 сомов\nБонус -20 сомов",
        "The course -5 thousand som.",
    ],
)
def test_a_hyphen_behind_any_other_name_is_not_read(text: str) -> None:
    assert [str(figure) for figure in find_figures(text)] in ([], ["90 KGS"])
