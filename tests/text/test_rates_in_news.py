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
            ["USD/KZT = 519", "USD/KZT = 521 (bank)", "USD/KZT = 520 (office)", "USD/KZT = 523 (office)"],
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
        (
            "Купить валюту можно дороже: за 1 доллар вместо 155 тенге просят 210.",
            ["USD/KZT = 155", "USD/KZT = 210 (sell)"],
        ),
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


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        (
            "For every thousand rubles you get 141 somoni, and for the same thousand rubles they want more.",
            ["RUB/TJS = 141 for 1000"],
        ),
        ("To buy 100 dollars, you have to pay 1,100 somoni.", ["USD/TJS = 1100 for 100"]),
        ("Чтобы купить ту же тысячу рублей, нужно отдать 144 сомони.", ["RUB/TJS = 144 for 1000"]),
        ("Чтобы купить доллар, нужно заплатить 87,5 сома.", ["USD/KGS = 87.5"]),
        (
            "Чтобы продать 1000 рублей, надо ехать в банк: дают 140 сомони.",
            ["RUB/TJS = 140 for 1000 (bank, buy)"],
        ),
        ("Барои харидани 100 доллар 1100 сомонӣ додан лозим аст.", ["USD/TJS = 1100 for 100"]),
        # who trades to some end is no client
        ("Банк готов покупать доллары, чтобы продать их по 88 сомов.", ["USD/KGS = 88 (bank, sell)"]),
        ("Чтобы купить евро, банки продают доллары по 87,5 сома.", ["USD/KGS = 87.5 (bank, sell)"]),
        ("The bank plans to buy dollars and pay 87.5 soms.", ["USD/KGS = 87.5 (bank, buy)"]),
    ],
)
def test_what_is_paid_to_buy_a_currency_is_its_price(text: str, rates: list[str]) -> None:
    assert [str(rate) for rate in find_rates(text)] == rates


def test_a_thousand_is_one_of_itself_behind_every() -> None:
    assert [str(one.amount) for one in find_figures("They get a bonus for every million tenge.")] == [
        "1000000"
    ]
    assert not find_figures("Prices are in thousand tenge.")


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        (
            "The tenge closed at 283 to the dollar and hit a new low of 300 in exchange shops.",
            ["USD/KZT = 283", "USD/KZT = 300"],
        ),
        ("Доллар открылся на 519 тенге и достиг отметки 525.", ["USD/KZT = 519", "USD/KZT = 525"]),
        ("Доллар стоил 519 тенге и опустился до минимума в 505.", ["USD/KZT = 519", "USD/KZT = 505"]),
        ("Доллар 10,9 сомонӣ буд ва ба сатҳи 11,2 расид.", ["USD/TJS = 10.9", "USD/TJS = 11.2"]),
        # something else came to it, or it counts people
        ("The dollar cost 519 tenge and the index hit a high of 525.", ["USD/KZT = 519"]),
        ("Доллар стоит 519 тенге, уровень воды достиг отметки 525.", ["USD/KZT = 519"]),
        ("The dollar cost 519 tenge and drew a record number of 525 buyers.", ["USD/KZT = 519"]),
        ("Доллар стоил 519 тенге, пришли 525 покупателей.", ["USD/KZT = 519"]),
    ],
)
def test_a_level_is_named_before_its_number(text: str, rates: list[str]) -> None:
    assert _read(text) == rates


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        (
            "Доллар покупался по 70 сомов, а продавался по 70,20 тыйына.",
            ["USD/KGS = 70 (buy)", "USD/KGS = 70.20 (sell)"],
        ),
        # what it gained, and the price of a thing
        ("Рубль стоит 1,06 сома, вчера прибавил 1,05 тыйына.", ["RUB/KGS = 1.06"]),
        ("Доллар покупался по 70 сомов, билет стоил 70,20 тыйына.", ["USD/KGS = 70 (buy)"]),
    ],
)
def test_hundredths_with_decimals_are_a_slip_for_the_money(text: str, rates: list[str]) -> None:
    assert [str(rate) for rate in find_rates(text)] == rates


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        ("Манат — валюта Туркменистана. 1 манат = 100 тенге.", []),
        ("100 тенге = 1 манат.", []),
        ("1 манат = 100,2 тенге.", ["TMT/KZT = 100.2"]),
        ("1 манат = 148 тенге.", ["TMT/KZT = 148"]),
    ],
)
def test_a_manat_is_a_hundred_of_its_parts(text: str, rates: list[str]) -> None:
    assert [str(rate) for rate in find_rates(text)] == rates


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        (
            "For every thousand rubles you receive 141 somoni. And to buy them you have to give 144.",
            ["RUB/TJS = 141 for 1000 (buy)"],
        ),
        (
            (
                "The central bank's rate is 0.143 somoni per ruble. For a thousand rubles you receive "
                "141 somoni. To buy a thousand rubles you pay 144 somoni."
            ),
            ["RUB/TJS = 0.143 (official)", "RUB/TJS = 141 for 1000 (buy)", "RUB/TJS = 144 for 1000 (sell)"],
        ),
        (
            "За тысячу рублей вы получите 141 сомони. Чтобы купить эту тысячу рублей, отдают 144 сомони.",
            ["RUB/TJS = 141 for 1000 (buy)", "RUB/TJS = 144 for 1000 (sell)"],
        ),
        # nothing tells of the other side
        (
            "За тысячу рублей вы получите 141 сомони. А чтобы доехать до дома, нужно отдать 144 сомони.",
            ["RUB/TJS = 141 for 1000"],
        ),
        (
            "For every hundred dollars you get 1,090 somoni. To sell more you need a passport.",
            ["USD/TJS = 1090 for 100"],
        ),
    ],
)  # fmt: skip
def test_what_a_client_gets_and_what_one_pays_are_two_sides(text: str, rates: list[str]) -> None:
    assert [str(rate) for rate in find_rates(text)] == rates


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        (
            "The dollar was sold at 64-65 soms, compared to 61-62 soms yesterday.",
            ["USD/KGS = 64 to 65 (sell)", "USD/KGS = 61 to 62 (sell)"],
        ),
        (
            "Обменники продают доллар по 87,5 сома по сравнению с 87,2 сома вчера.",
            ["USD/KGS = 87.5 (office, sell)", "USD/KGS = 87.2 (office, sell)"],
        ),
        (
            "Бонкҳо долларро бо 10,9 сомонӣ мефурӯшанд, дар муқоиса бо 10,8 сомонӣ дирӯз.",
            ["USD/TJS = 10.9 (bank, sell)", "USD/TJS = 10.8 (bank, sell)"],
        ),
        # against a rate that has no side
        (
            "Banks sell dollars at 87.5 soms, compared to the official 87.2 soms.",
            ["USD/KGS = 87.5 (bank, sell)", "USD/KGS = 87.2 (official)"],
        ),
    ],
)
def test_what_a_price_is_held_against_has_its_side(text: str, rates: list[str]) -> None:
    assert _read(text) == rates


def test_a_currency_with_a_capital_begins_a_sentence_behind_a_scale_word() -> None:
    text = "Объем торгов составил $12 млн. Доллар закрылся на 12 640 сумах."
    assert [str(rate) for rate in find_rates(text)] == ["USD/UZS = 12640"]
    assert not find_rates("Объем торгов составил $12 млн долларов, 12 640 сумов стоит билет.")


def test_a_rate_sets_a_new_record_at_a_level() -> None:
    text = "Доллар начал день на 511 тенге и обновил максимум на отметке 519."
    assert [str(rate) for rate in find_rates(text)] == ["USD/KZT = 511", "USD/KZT = 519"]
    assert len(find_rates("Доллар стоит 511 тенге, и обновили парк из 519 машин.")) == 1


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        ("The dollar sells from 87 to 88 soms in Osh.", ["USD/KGS = 87 to 88 (sell)"]),
        ("Доллар продают от 87 до 88 сомов в Оше.", ["USD/KGS = 87 to 88 (sell)"]),
        ("Dollar kursi 12 100 so‘mdan 12 140 so‘mga oshdi.", ["USD/UZS = 12100", "USD/UZS = 12140"]),
        ("Доллар курси 12 100 сўмдан 12 140 сўмга ошди.", ["USD/UZS = 12100", "USD/UZS = 12140"]),
    ],
)
def test_a_town_is_no_verb_of_change(text: str, rates: list[str]) -> None:
    assert _read(text) == rates


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("В Душанбе доллар продают по 10,95 сомони.", None),
        ("Вчера в Душанбе доллар продавали по 10,95 сомони.", "Вчера"),
        ("Рӯзи душанбе доллар 10,9 сомонӣ буд.", "душанбе"),
    ],
)
def test_a_town_is_no_day(text: str, day: str | None) -> None:
    (rate,) = find_rates(text)
    assert rate.date_text == day
