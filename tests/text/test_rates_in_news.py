"""How news tells rates in lists, in changes, and from one sentence to the next, each with its near trap."""

from __future__ import annotations

import pytest

from cafx import find_figures, find_rates


def _read(text: str) -> list[str]:
    assert not find_figures(text)
    return [str(rate) for rate in find_rates(text)]


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        ("Курс долл. США составил 87,5 сома.", ["USD/KGS = 87.5"]),
        ("Официальный курс долл. США на сегодня — 519,4 тенге.", ["USD/KZT = 519.4 (official)"]),
        ("На рынке 1 долл. США стоит 87,5 сома.", ["USD/KGS = 87.5 (street)"]),
        ("Дар бозор 1 долл. ИМА 10,9 сомонӣ аст.", ["USD/TJS = 10.9 (street)"]),
        ("Қурби хариди долл. ИМА дар бонк 10,85 сомонӣ аст.", ["USD/TJS = 10.85 (bank, buy)"]),
    ],
)
def test_an_abbreviated_dollar_does_not_end_the_sentence(text: str, rates: list[str]) -> None:
    assert _read(text) == rates


def test_a_capital_behind_a_scale_word_and_its_dot_begins_a_sentence() -> None:
    text = "Объем торгов достиг $446 млн. Курс снизился с 4,69 до 155 тенге за доллар."
    assert [str(rate) for rate in find_rates(text)] == ["USD/KZT = 4.69", "USD/KZT = 155"]
    text = "Банк продал 20 млн. Долларов по 87,4 сома, по данным биржи."
    assert [str(rate) for rate in find_rates(text)] == ["USD/KGS = 87.4 (bank, sell)"]


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        ("Курс национальной валюты: доллар продают по 87,5 сома.", ["USD/KGS = 87.5 (sell)"]),
        ("The national currency fell. The dollar sold at 87.5 soms.", ["USD/KGS = 87.5 (sell)"]),
        # who says a rate may be national, and a rate of money official
        ("По курсу национального банка доллар стоит 87,5 сома.", ["USD/KGS = 87.5 (official)"]),
        ("The official currency rate is 87.5 soms per dollar.", ["USD/KGS = 87.5 (official)"]),
    ],
)
def test_the_national_currency_says_no_rate(text: str, rates: list[str]) -> None:
    assert _read(text) == rates


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        (
            "The dollar rose from 12,140 to 12,180 soums in Tashkent and from 12,150 to 12,190 soums in Osh.",
            ["USD/UZS = 12140", "USD/UZS = 12180", "USD/UZS = 12150", "USD/UZS = 12190"],
        ),
        (
            "Доллар подорожал с 519 до 521 тенге в банках, а в обменниках — с 520 до 523 тенге.",
            ["USD/KZT = 519", "USD/KZT = 521", "USD/KZT = 520 (office)", "USD/KZT = 523 (office)"],
        ),
        # a verb of its own tells a range
        (
            "Доллар подорожал с 519 до 521 тенге и продаётся с 520 до 523 тенге.",
            ["USD/KZT = 519", "USD/KZT = 521", "USD/KZT = 520 to 523 (sell)"],
        ),
        (
            "The dollar rose from 519 to 521 tenge, and offices sell it from 520 to 523 tenge.",
            ["USD/KZT = 519", "USD/KZT = 521", "USD/KZT = 520 to 523 (office, sell)"],
        ),
        # and so does another preposition
        (
            "Доллар подорожал с 519 до 521 тенге, в обменниках от 520 до 523 тенге.",
            ["USD/KZT = 519", "USD/KZT = 521", "USD/KZT = 520 to 523 (office)"],
        ),
    ],
)
def test_a_change_is_told_of_one_place_after_the_other(text: str, rates: list[str]) -> None:
    assert _read(text) == rates


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        (
            "Банк покупает 1000 рублей за 140 сомони, микрофинансовая организация «Хумо» — за 142 сомони.",
            ["RUB/TJS = 140 for 1000 (bank, buy)", "RUB/TJS = 142 for 1000 (bank, buy)"],
        ),
        (
            "On the black market a dollar sells for 10.5 somoni (in the north) up to 10.6 somoni.",
            ["USD/TJS = 10.5 (street, sell)", "USD/TJS = 10.6 (street, sell)"],
        ),
        # what has a verb of its own does not go on
        (
            "Банк покупает доллар по 87 сомов, в кредитной организации доллар стоит 88 сомов.",
            ["USD/KGS = 87 (bank, buy)", "USD/KGS = 88 (bank)"],
        ),
    ],
)
def test_the_next_office_of_a_list_has_the_side_of_the_last(text: str, rates: list[str]) -> None:
    assert _read(text) == rates


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        (
            "Средний курс продажи доллара снизился на 9 тыйынов. Сейчас курс — 89,66 сома.",
            ["USD/KGS = 89.66 (sell)"],
        ),
        (
            "The selling rate of the dollar is 89.6 soms. A week ago it was 89.2 soms.",
            ["USD/KGS = 89.6 (sell)", "USD/KGS = 89.2 (sell)"],
        ),
        ("Курс покупки доллара вырос на 2 тенге. Теперь он равен 441 тенге.", ["USD/KZT = 441 (buy)"]),
        # another market, another currency, a volume
        ("Курс покупки доллара вырос на 2 тенге. На бирже курс равен 441 тенге.", ["USD/KZT = 441 (market)"]),
        ("Курс продажи доллара вырос на 2 тенге. Евро подорожал, он стоит 541 тенге.", ["EUR/KZT = 541"]),
        ("Объём продажи долларов вырос на 2 млн. Курс равен 441 тенге.", ["USD/KZT = 441"]),
    ],
)
def test_a_side_in_the_name_of_a_rate_goes_on_to_the_next_sentence(text: str, rates: list[str]) -> None:
    assert [str(rate) for rate in find_rates(text)] == rates


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        ("За 1 доллар вместо привычных 155 тенге просят 210.", ["USD/KZT = 155", "USD/KZT = 210"]),
        ("За доллар вместо прежних 87 сомов дают 84.", ["USD/KGS = 87", "USD/KGS = 84"]),
        (
            "For a dollar they paid 155 tenge last year, and now they pay 210.",
            ["USD/KZT = 155", "USD/KZT = 210"],
        ),
        # for something else
        ("За доллар дают 87 сомов, а за билет просят 90.", ["USD/KGS = 87 (buy)"]),
        (
            "For a dollar they paid 155 tenge last year, and for the ticket they pay 210.",
            ["USD/KZT = 155"],
        ),
        ("За доллар дают 87 сомов, просят 90 дней отпуска.", ["USD/KGS = 87 (buy)"]),
    ],
)
def test_what_is_asked_for_a_currency_needs_no_word_for_its_money(text: str, rates: list[str]) -> None:
    assert _read(text) == rates
