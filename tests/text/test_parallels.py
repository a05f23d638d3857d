"""Clauses side by side: an amount before its currency is named, over words that surely tell of money."""

from __future__ import annotations

import pytest

from cafx import find_figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "Қисми дахл беш аз 9 миллиарду 120 миллион ва қисми харҷ 9 миллиарду 300 миллион сомонӣ.",
            [("9,120,000,000 TJS", "over"), ("9,300,000,000 TJS", None)],
        ),
        (
            "Первая часть долга 10 миллионов и часть процентов 12 миллионов сомов.",
            [("10,000,000 KGS", None), ("12,000,000 KGS", None)],
        ),
        (
            "Доходы составили 3,2 миллиарда и затраты 4,1 миллиарда тенге.",
            [("3,200,000,000 KZT", None), ("4,100,000,000 KZT", None)],
        ),
        (
            "Revenue reached 10.1 billion and expenses 12 billion tenge.",
            [("10,100,000,000 KZT", None), ("12,000,000,000 KZT", None)],
        ),
        (
            "Кірістер 7,5 миллиард және шығындар 8,2 миллиард теңге.",
            [("7,500,000,000 KZT", None), ("8,200,000,000 KZT", None)],
        ),
        (
            "Кирешеси 61 миллиард жана чыгашасы 58 миллиард сом.",
            [("61,000,000,000 KGS", None), ("58,000,000,000 KGS", None)],
        ),
        (
            "Daromadi 2,4 trillion va xarajati 2,9 trillion so'm.",
            [("2,400,000,000,000 UZS", None), ("2,900,000,000,000 UZS", None)],
        ),
        (
            "Girdejisi 12 million we çykdajysy 9 million manat.",
            [("12,000,000 TMT", None), ("9,000,000 TMT", None)],
        ),
        (
            "Шахтерлер 450 мыңға жуық, мұнайшылар 700 мың теңгеден астам айлық алады.",
            [("450,000 KZT", "about"), ("700,000 KZT", "over")],
        ),
        (
            "Ошпазлар 5 миллионга яқин, ҳайдовчилар 7 миллион сўмдан ошиқроқ маош олади.",
            [("5,000,000 UZS", "about"), ("7,000,000 UZS", "over")],
        ),
        (
            "Aşpezler 3 müňe golaý, sürüjiler 4 müň manatdan gowrak aýlyk alýar.",
            [("3,000 TMT", "about"), ("4,000 TMT", "over")],
        ),
    ],
)
def test_a_clause_lends_its_currency_to_the_one_beside_it(
    text: str, figures: list[tuple[str, str | None]]
) -> None:
    assert [(str(figure), figure.hedge) for figure in find_figures(text)] == figures


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Население 10 миллионов и бюджет 20 миллионов сомов.", "20,000,000 KGS"),
        ("Налогоплательщиков 2 миллиона и доходы 5 миллионов сомов.", "5,000,000 KGS"),
        ("The district has 2 million and its income is 3 million soms.", "3,000,000 KGS"),
        ("Доход от 10 миллионов пассажиров и доход 12 миллионов сомов.", "12,000,000 KGS"),
        ("Доход 10 миллиардов и расход 12 миллионов сомов.", "12,000,000 KGS"),  # of another size
        ("Аҳоли 3 миллионга яқин, ўртача маош 4 миллион сўмдан ортиқ.", "4,000,000 UZS"),
        ("Аҳоли 3 миллионга яқин, бюджет 4 миллион сўмдан ортиқ.", "4,000,000 UZS"),
        ("Тургундар 3 миңге жакын, алар 2 миң сомдон ашык салык төлөйт.", "2,000 KGS"),
        ("Ishchilar 3 mingga yaqin, har biri 4 ming so'mdan ortiq maosh oladi.", "4,000 UZS"),
        ("Мұғалімдер саны 300 мыңға жуық, дәрігерлер 400 мың теңгеден астам жалақы алады.", "400,000 KZT"),
    ],
)
def test_a_number_that_may_count_people_takes_no_currency_from_the_next_clause(
    text: str, figure: str
) -> None:
    assert [str(one) for one in find_figures(text)] == [figure]
