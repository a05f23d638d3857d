"""What the text gives as the same money over words between: for what time it is, and at what rate."""

from __future__ import annotations

import pytest

from cafx import find_figures


def _worths(text: str) -> list[tuple[str, str | None, str | None]]:
    return [
        (str(one), one.stated and str(one.stated), one.stated and one.stated.hedge)
        for one in find_figures(text)
    ]


@pytest.mark.parametrize(
    ("text", "figure", "stated", "hedge"),
    [
        (
            "Его оклад 900 тысяч тенге в месяц, то есть около 1700 долларов.",
            "900,000 KZT",
            "1,700 USD",
            "about",
        ),
        ("Her rent is 40,000 soms a month, that is about $460.", "40,000 KGS", "460 USD", "about"),
        ("Her rent is 40,000 soms a month, or about $460.", "40,000 KGS", "460 USD", "about"),
        ("Маоши ӯ 2000 сомонӣ дар як моҳ, яъне тақрибан 180 доллар.", "2,000 TJS", "180 USD", "about"),
        ("Aýlygy 3 müň manat ýa-da resmi kurs boýunça 857 dollar.", "3,000 TMT", "857 USD", None),
        ("Маошаш 4 ҳазор сомонӣ ё бо қурби расмӣ 370 доллар.", "4,000 TJS", "370 USD", None),
        ("Штраф 20 тысяч сомов или по курсу Нацбанка около 230 долларов.", "20,000 KGS", "230 USD", "about"),
        ("The fine is 9,000 soms or, at the official rate, about $100.", "9,000 KGS", "100 USD", "about"),
        ("Айып 17 миң сом же расмий курс боюнча 195 доллар.", "17,000 KGS", "195 USD", None),
        ("Jarima 3 million so'm yoki bank kursi bo'yicha 240 dollar.", "3,000,000 UZS", "240 USD", None),
        ("Жарима 3 миллион сўм ёки расмий курс бўйича 240 доллар.", "3,000,000 UZS", "240 USD", None),
        ("Айыппұл 78 мың теңге немесе ресми бағам бойынша 150 доллар.", "78,000 KZT", "150 USD", None),
    ],
)
def test_a_worth_is_read_over_a_span_of_time_and_over_its_rate(
    text: str, figure: str, stated: str, hedge: str | None
) -> None:
    assert _worths(text) == [(figure, stated, hedge)]


@pytest.mark.parametrize(
    "text",
    [
        "Предлагают 10 000 сомов или в случае падения курса 200 долларов.",  # a condition
        "Платят 500 сомов или, если курс упадёт, 6 долларов.",
        "They pay 500 soms to locals, or about $50 to foreigners.",  # another price
        "Ол 500 теңге төледі, ол шамамен 100 доллар алды.",  # he, not that
        "Он получает 500 сомов в день, жена около 100 долларов в месяц.",
        "Он получает 5 миллионов тенге в месяц. То есть около 10 тысяч долларов уходит.",
        "Купил за 30 тысяч тенге, то есть дешевле, чем за 100 долларов.",
    ],
)
def test_dollars_of_other_money_are_no_worth(text: str) -> None:
    assert [figure.stated for figure in find_figures(text)] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "She pays 3,000 soms a month, or $400 a year.",
        "Он платит 3000 сомов в месяц, или 400 долларов в год.",
    ],
)
def test_an_amount_for_another_span_of_time_is_no_worth(text: str) -> None:
    assert find_figures(text)[0].stated is None
