"""Figures whose words stand in an unusual order or company: read whole, or not at all."""

from __future__ import annotations

import pytest

from cafx import find_figures


def _read(text: str) -> list[tuple[str, str, str | None]]:
    return [(one.text, str(one), one.hedge) for one in find_figures(text)]


@pytest.mark.parametrize(
    ("text", "printed", "figure"),
    [
        ("За проезд он отдал сомов двести.", "сомов двести", "200 KGS"),
        ("Взяли с него тенге пятьсот, не торгуясь.", "тенге пятьсот", "500 KZT"),
        ("Досталось каждому сомов по 300, а то и меньше.", "сомов по 300", "300 KGS"),
        ("Собрали с каждого двора манатов по сорок.", "манатов по сорок", "40 TMT"),
        ("Ушло на ремонт сумов триста пятьдесят тысяч.", "сумов триста пятьдесят тысяч", "350,000 UZS"),
    ],
)
def test_money_before_a_round_number_makes_it_rough(text: str, printed: str, figure: str) -> None:
    assert _read(text) == [(printed, figure, "about")]


@pytest.mark.parametrize(
    "text",
    [
        "Таким тенге пять лет назад не был.",
        "Обмен сомов по 87 никому не выгоден.",
        "Скупка сомов по 5,7.",
        "Вместо сомов двести долларов.",
        "Курс тенге пятьсот двадцать.",
        "Несколько сомов двести человек не накормят.",
        "Запасы сомов по 173.",
    ],
)
def test_a_number_behind_money_that_counts_something_else_is_no_figure(text: str) -> None:
    assert not _read(text)


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Штраф от 500 и до 600 тысяч тенге.", ["500,000 to 600,000 KZT"]),
        ("Аренда стоит от 300 и до 450 сомов.", ["300 to 450 KGS"]),
        ("Fees run from 700 and up to 900 somoni.", ["700 to 900 TJS"]),
        # an end without a beginning, and a change
        ("Заплатил 500 сомов и до 600 не дотянул.", ["500 KGS"]),
        ("Цена выросла от 500 и до 600 сомов.", ["500 KGS", "600 KGS"]),
    ],
)
def test_and_up_to_closes_what_from_opened(text: str, figures: list[str]) -> None:
    assert [str(figure) for figure in find_figures(text)] == figures


@pytest.mark.parametrize(
    ("text", "figure", "hedge"),
    [
        ("The driver wanted 500 odd soms.", "500 KGS", "over"),
        ("Осталось 300 с копейками сомов.", "300 KGS", "over"),
        ("Потратил 12 тысяч с мелочью тенге.", "12,000 KZT", "over"),
        ("Не хватило каких-то 300 сомов.", "300 KGS", None),
        ("То 300 сомонӣ қарз медиҳанд.", "300 TJS", "up_to"),
    ],
)
def test_what_stands_beside_an_amount_is_a_hedge_or_none(text: str, figure: str, hedge: str | None) -> None:
    assert [(str(one), one.hedge) for one in find_figures(text)] == [(figure, hedge)]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Ол 1 млн 200 мың 500 теңге төледі.", ["1,200,500 KZT"]),
        ("They spent 2 million 300 thousand 40 soms.", ["2,300,040 KGS"]),
        ("Ба мактаб 3 миллиону 45 ҳазору 20 сомонӣ доданд.", ["3,045,020 TJS"]),
        ("Oňa 2 million 300 müň 450 manat berildi.", ["2,300,450 TMT"]),
        ("Мектепке тактап айтканда 1 234 567 сом бөлүндү.", ["1,234,567 KGS"]),
        ("Дәлірек айтқанда, 98 765 теңге бөлінді.", ["98,765 KZT"]),
        ("More precisely, 98,765 tenge was paid.", ["98,765 KZT"]),
        ("Аниқроғи, 98 765 сўм тўланди.", ["98,765 UZS"]),
    ],
)
def test_a_sum_of_parts_and_an_exact_amount_are_one_figure(text: str, figures: list[str]) -> None:
    assert [str(figure) for figure in find_figures(text)] == figures


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("- 2025-yil — 13 650 so‘m;", "13,650 UZS"),
        ("2025-йил — 13 650 сўм", "13,650 UZS"),
        ("5-sinf — 30 000 so‘m", "30,000 UZS"),
        ("15-may — 500 so‘m", "500 UZS"),
        ("1-kategoriya – 500 000 so‘m", "500,000 UZS"),
        # the ending of *from* opens a range
        ("5-dan 10 ming so‘mgacha", "5,000 to 10,000 UZS"),
    ],
)
def test_an_ordinal_before_a_dash_is_no_low_end(text: str, figure: str) -> None:
    assert [str(one) for one in find_figures(text)] == [figure]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Ҷарима аз 2 ҳазору 160 то 3 ҳазору 600 сомонӣ аст.", ["2,160 to 3,600 TJS"]),
        ("Штраф от 2 тысяч 160 до 3 тысяч 600 сомов.", ["2,160 to 3,600 KGS"]),
        ("Fines of 2 thousand 160 to 3 thousand 600 somoni.", ["2,160 to 3,600 TJS"]),
        ("Айыппұл 2 мың 160-тан 3 мың 600 теңгеге дейін.", ["2,160 to 3,600 KZT"]),
        ("Jerime 2 müň 160-dan 3 müň 600 manada çenli.", ["2,160 to 3,600 TMT"]),
        ("Билеты по 2 тысячи 160 – 3 тысячи 600 сомов.", ["2,160 to 3,600 KGS"]),
        ("Ба онҳо 2 ҳазору 160 ва 3 ҳазору 600 сомонӣ доданд.", ["2,160 TJS", "3,600 TJS"]),
        # digits behind a scale word that count something else
        ("Пришли 2 тысячи 160 человек и 3 тысячи 600 сомов.", ["3,600 KGS"]),
    ],
)
def test_the_low_end_of_a_range_keeps_all_its_parts(text: str, figures: list[str]) -> None:
    assert [str(figure) for figure in find_figures(text)] == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Купил два билета за 5 тысяч 200 и 300 сомов.", ["5,200 KGS", "300 KGS"]),
        ("They got 5 thousand 200 and 300 soms.", ["5,200 KGS", "300 KGS"]),
        ("Продали 5 тысяч 200 билетов и 300 сомов вернули.", ["300 KGS"]),
    ],
)
def test_a_number_before_and_keeps_all_its_parts(text: str, figures: list[str]) -> None:
    assert [str(figure) for figure in find_figures(text)] == figures


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("iPhone 15 — 450 000 тенге", "450,000 KZT"),
        ("Корпус 3 – 1500 сомов", "1,500 KGS"),
        ("кв. 15 – 200 000 тенге", "200,000 KZT"),
        ("№ 45 — 300 сомов", "300 KGS"),
        ("25.11 – 85 000 тенге", "85,000 KZT"),
        ("Diesel 2 - 310 tenge", "310 KZT"),
        ("5+1 — 3000 сомов", "3,000 KGS"),
        # ranges all the same
        ("Штраф 1 000 – 100 000 тенге", "1,000 to 100,000 KZT"),
        ("Квартира 5 – 7 млн тенге", "5,000,000 to 7,000,000 KZT"),
        ("Max 100 – 200 сомов", "100 to 200 KGS"),
        ("1 – 1,5 млн тенге", "1,000,000 to 1,500,000 KZT"),
        ("5-500 сомов", "5 to 500 KGS"),
    ],
)
def test_the_number_of_a_name_before_a_dash_is_no_low_end(text: str, figure: str) -> None:
    assert [str(one) for one in find_figures(text)] == [figure]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Стоит 1 млн 200-300 тысяч тенге.", ["1,200,000 to 1,300,000 KZT"]),
        ("Билет стоит 2 тысячи 160–180 сомов.", ["2,160 to 2,180 KGS"]),
        ("Пәтер 1 миллион 200-300 мың теңге тұрады.", ["1,200,000 to 1,300,000 KZT"]),
        ("Narxi 1 mln 200–300 ming so‘m.", ["1,200,000 to 1,300,000 UZS"]),
        ("Нархаш 1 миллиону 200-300 ҳазор сомонӣ.", ["1,200,000 to 1,300,000 TJS"]),
        ("Пришли 2 тысячи, 160-180 сомов каждому.", ["2,000 KGS", "160 to 180 KGS"]),
    ],
)
def test_what_stands_before_both_ends_of_a_range_belongs_to_both(text: str, figures: list[str]) -> None:
    assert [str(figure) for figure in find_figures(text)] == figures


@pytest.mark.parametrize(
    ("text", "figure", "hedge"),
    [
        ("Ижарасы 90 миң сомго чамалады.", "90,000 KGS", "about"),
        ("Жылдық шығыны 2 миллион теңгеге жақындайды.", "2,000,000 KZT", "about"),
        ("Ijara haqi 5 million so'mga yaqinlashadi.", "5,000,000 UZS", "about"),
        ("Қарзи 4 миллион сўмга яқинлашади.", "4,000,000 UZS", "about"),
        ("Qurulyşyň bahasy 3 million manada golaýlaşýar.", "3,000,000 TMT", "about"),
        ("Расходы завода приближаются к 900 млн сумов.", "900,000,000 UZS", "about"),
        ("Spending is nearing 700 million somoni.", "700,000,000 TJS", "about"),
        ("Маош 6 миллион сўмдан ошиқроқ.", "6,000,000 UZS", "over"),
        ("Зиёдтар аз 5 миллиард сомонӣ.", "5,000,000,000 TJS", "over"),
        # on the way to someone, and a verb of another clause
        ("Он приближался к мужчине с 900 сомами.", "900 KGS", None),
        ("Баасы 90 миң сом, сураган адам жакындайт.", "90,000 KGS", None),
    ],
)
def test_a_verb_of_coming_near_is_a_hedge(text: str, figure: str, hedge: str | None) -> None:
    assert [(str(one), one.hedge) for one in find_figures(text)] == [(figure, hedge)]
