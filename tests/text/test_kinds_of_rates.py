"""Kinds of stated rates that news prints beside the plain ones, each with what only looks like it."""

from __future__ import annotations

import pytest

from cafx import find_figures, find_rates


def _read(text: str) -> list[str]:
    assert not find_figures(text)
    return [str(rate) for rate in find_rates(text)]


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        (
            "Exchange offices buy the U.S. currency for 87.9-88.1 soms, and sell — for 88.2-88.4 soms.",
            ["USD/KGS = 87.9 to 88.1 (office, buy)", "USD/KGS = 88.2 to 88.4 (office, sell)"],
        ),
        (
            "Money changers in Osh purchase American currency for 87.1 soms and sell it for 87.5 soms.",
            ["USD/KGS = 87.1 (buy)", "USD/KGS = 87.5 (sell)"],
        ),
        (
            "Обменники скупают американскую валюту за 87,1 сома, отдают — за 87,6.",
            ["USD/KGS = 87.1 (office, buy)", "USD/KGS = 87.6 (office, sell)"],
        ),
        (
            "Söwdagärler amerikan walýutasyny 19,3 manatdan satyn alyp, 19,6 manatdan satýarlar.",
            ["USD/TMT = 19.3 (buy)", "USD/TMT = 19.6 (sell)"],
        ),
        ("The tenge fell to a low of 538.9 per U.S. dollar.", ["USD/KZT = 538.9"]),
        (
            "Banks buy rubles at 1.05 soms and tenge at 0.17 soms, and sell tenge at 0.19 soms.",
            ["RUB/KGS = 1.05 (bank, buy)", "KZT/KGS = 0.17 (bank, buy)", "KZT/KGS = 0.19 (bank, sell)"],
        ),
        (
            "Рубль: сатып алуу 1 сом 6 тыйын, сатуу 1 сом 8 тыйын, теңге: алуу 17 тыйын, сатуу 18 тыйын.",
            [
                "RUB/KGS = 1.06 (buy)", "RUB/KGS = 1.08 (sell)",
                "KZT/KGS = 0.17 (buy)", "KZT/KGS = 0.18 (sell)",
            ],
        ),
    ],
)  # fmt: skip
def test_money_that_is_bought_and_sold_for_a_price_has_a_rate(text: str, rates: list[str]) -> None:
    assert _read(text) == rates


@pytest.mark.parametrize(
    "text",
    [
        "He sold his dollars for 500,000 tenge at the market of Almaty yesterday.",
        "The shop with a dollar menu sells lunch for 87 soms.",
    ],
)
def test_what_money_brought_in_all_is_no_rate(text: str) -> None:
    assert find_figures(text)
    assert not find_rates(text)


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        (
            "The selling rate of the dollar fluctuates between 12,870 and 12,820 soums.",
            ["USD/UZS = 12820 to 12870 (sell)"],
        ),
        (
            "Курс продажи доллара варьируется от 12 780 до 12 730 сумов.",
            ["USD/UZS = 12730 to 12780 (sell)"],
        ),
        (
            "Dollarni sotish kursi banklarda 12 140 so‘mdan 12 100 so‘mgacha belgilandi.",
            ["USD/UZS = 12100 to 12140 (bank, sell)"],
        ),
        (
            "Долларни сотиш курси 12 780 сўмдан 12 740 сўмгача белгиланди.",
            ["USD/UZS = 12740 to 12780 (sell)"],
        ),
        ("Доллар бағамы 542 мен 538 теңге аралығында.", ["USD/KZT = 538 to 542"]),
        (
            "Долларды сатуу курсу 87,6 сомдон 87,4 сомго чейин белгиленди.",
            ["USD/KGS = 87.4 to 87.6 (sell)"],
        ),
        ("Нархи доллар байни 10,98 ва 10,92 сомонӣ аст.", ["USD/TJS = 10.92 to 10.98"]),
        ("Dollaryň bahasy 19,8 we 19,5 manat aralygynda.", ["USD/TMT = 19.5 to 19.8"]),
        (
            "Курсы продажи в обменниках:\n1 доллар – от 87,6 до 87,4 сома;\n1 евро – от 97,1 до 97,4 сома.",
            ["USD/KGS = 87.4 to 87.6 (office, sell)", "EUR/KGS = 97.1 to 97.4 (office, sell)"],
        ),
        (
            "Қурби фурӯши асъор:\n1 доллар аз 9.4063 то 9.4500;\n1 рубли русӣ аз 0.1125 то 0.1120 сомонӣ.",
            ["USD/TJS = 9.4063 to 9.4500 (sell)", "RUB/TJS = 0.1120 to 0.1125 (sell)"],
        ),
        # a change has an old and a new level
        ("Курс доллара упал с 12 780 до 12 730 сумов.", ["USD/UZS = 12780", "USD/UZS = 12730"]),
        ("Курс доллара: с 12 780 до 12 730 сумов.", ["USD/UZS = 12780", "USD/UZS = 12730"]),
        ("The dollar fell from 12,780 to 12,730 soums.", ["USD/UZS = 12780", "USD/UZS = 12730"]),
        ("Доллардын курсу 87,6 сомдон 87,4 сомго түштү.", ["USD/KGS = 87.6", "USD/KGS = 87.4"]),
        ("Dollar kursi 12 140 so‘mdan 12 100 so‘mgacha tushdi.", ["USD/UZS = 12140", "USD/UZS = 12100"]),
        ("Доллар стоит между 540 и 450 тенге.", ["USD/KZT = 540", "USD/KZT = 450"]),
    ],
)
def test_a_range_may_tell_its_high_end_first(text: str, rates: list[str]) -> None:
    assert _read(text) == rates


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        (
            "Министерство повысило прогноз курса доллара с 475 до 540 тенге.",
            ["USD/KZT = 475 (forecast)", "USD/KZT = 540 (forecast)"],
        ),
        (
            "The dollar is 538.9 tenge. They may revise the forecast for the USD-KZT rate from 475 to 540.",
            ["USD/KZT = 538.9", "USD/KZT = 475 (forecast)", "USD/KZT = 540 (forecast)"],
        ),
        (
            "Үкімет доллар бағамы бойынша болжамын 475 теңгеден 540 теңгеге көтерді.",
            ["USD/KZT = 475 (forecast)", "USD/KZT = 540 (forecast)"],
        ),
        (
            "Hukumat dollar kursi bo‘yicha prognozini 12 400 so‘mdan 12 900 so‘mga ko‘tardi.",
            ["USD/UZS = 12400 (forecast)", "USD/UZS = 12900 (forecast)"],
        ),
        # the rate that is to change is one of today
        (
            "По прогнозу, курс доллара вырастет с 475 до 540 тенге.",
            ["USD/KZT = 475", "USD/KZT = 540 (forecast)"],
        ),
        (
            "Analysts forecast that the dollar will rise from 475 to 540 tenge.",
            ["USD/KZT = 475", "USD/KZT = 540 (forecast)"],
        ),
        (
            "Аналитики повысили прогноз: доллар вырастет с 475 до 540 тенге.",
            ["USD/KZT = 475", "USD/KZT = 540 (forecast)"],
        ),
    ],
)
def test_a_forecast_that_is_changed_was_one_before(text: str, rates: list[str]) -> None:
    assert _read(text) == rates


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        (
            "On the black market a dollar sells for 19.5 manats (in the capital) or 19.8 manats (elsewhere).",
            ["USD/TMT = 19.5 (street, sell)", "USD/TMT = 19.8 (street, sell)"],
        ),
        (
            "Qora bozorda dollar 12 700 so‘mdan (Toshkentda) yoki 12 750 so‘mdan (viloyatlarda) sotilmoqda.",
            ["USD/UZS = 12700 (street, sell)", "USD/UZS = 12750 (street, sell)"],
        ),
        (
            "«Gara bazarda» bir dollar 5,40 manada, Mary şäherinde 5,50-5,60 manada satylýar.",
            ["USD/TMT = 5.40 (street, sell)", "USD/TMT = 5.50 to 5.60 (street, sell)"],
        ),
        (
            "Доллар 542,1–544,5 теңге, еуро 635,5–639,5 теңге аралығында сатып алынып/сатылуда.",
            ["USD/KZT = 542.1 to 544.5 (both)", "EUR/KZT = 635.5 to 639.5 (both)"],
        ),
        (
            "Доллар 482–486 теңге (сатып алу және сату), еуро 520–525 теңге болды.",
            ["USD/KZT = 482 to 486 (both)", "EUR/KZT = 520 to 525 (both)"],
        ),
        # a bracket with another price, a verb of its own
        (
            "Обменники продают доллар по 87,6 сома (официальный курс 87,4 сома).",
            ["USD/KGS = 87.6 (office, sell)", "USD/KGS = 87.4 (official)"],
        ),
        (
            "1 евро 82-83 сомго чыгып, казак теңгеси 17-18 тыйындан сатылды.",
            ["EUR/KGS = 82 to 83", "KZT/KGS = 0.17 to 0.18 (sell)"],
        ),
        (
            "Долларды 80 сомдон сатып жатышат, орус рубли 1,10 сом болууда.",
            ["USD/KGS = 80 (sell)", "RUB/KGS = 1.10"],
        ),
        (
            "Dollarni 12 700 so‘mdan sotishmoqda, rubl kursi 160 so‘mni tashkil etdi.",
            ["USD/UZS = 12700 (sell)", "RUB/UZS = 160"],
        ),
    ],
)
def test_one_verb_tells_the_side_of_a_list(text: str, rates: list[str]) -> None:
    assert _read(text) == rates


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        (
            "За 1000 рублей предлагают 180 сомони, а продают по 183 сомони.",
            ["RUB/TJS = 180 for 1000 (buy)", "RUB/TJS = 183 for 1000 (sell)"],
        ),
        (
            "Dealers offer 118 somoni for 1,000 rubles and sell them for 121 somoni.",
            ["RUB/TJS = 118 for 1000 (buy)", "RUB/TJS = 121 for 1000 (sell)"],
        ),
        (
            "Қара базарда 1000 рубль үшін 180 сомони ұсынып, 183 сомониден сатады.",
            ["RUB/TJS = 180 for 1000 (street, buy)", "RUB/TJS = 183 for 1000 (street, sell)"],
        ),
        (
            "Барои 1000 рубл 180 сомонӣ пешниҳод мекунанд, вале 183 сомонӣ мефурӯшанд.",
            ["RUB/TJS = 180 for 1000 (buy)", "RUB/TJS = 183 for 1000 (sell)"],
        ),
        # what is offered at a price is sold
        (
            "Доллары предлагают по 512 тенге, а скупают по 508.",
            ["USD/KZT = 512 (sell)", "USD/KZT = 508 (buy)"],
        ),
        ("За 1000 рублей предлагают 180 сомони.", ["RUB/TJS = 180 for 1000"]),
    ],
)
def test_what_is_offered_for_money_buys_it(text: str, rates: list[str]) -> None:
    assert _read(text) == rates


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        (
            "Доллар март айында 85 сомго жетип, күзүндө 73 сомго түшүп, ноябрда кайра 85ке жеткен.",
            ["USD/KGS = 85", "USD/KGS = 73", "USD/KGS = 85"],
        ),
        ("Доллар 545 теңгеге дейін көтеріліп, мамырда 520-ға түсті.", ["USD/KZT = 545", "USD/KZT = 520"]),
        (
            "Dollar bahorda 12 500 so‘mga chiqib, kuzda 12 300ga tushdi.",
            ["USD/UZS = 12500", "USD/UZS = 12300"],
        ),
        ("Dollar 19,5 manada ýetdi, soň 19,2-ä düşdi.", ["USD/TMT = 19.5", "USD/TMT = 19.2"]),
        # what else comes to a number
        ("Доллар 85 сомго жетти, ал эми алмаштыруучу жайлардын саны 90го жетти.", ["USD/KGS = 85"]),
        ("Доллардын курсу 85 сомго жетти. Жумушчулардын саны 90го жетти.", ["USD/KGS = 85"]),
    ],
)
def test_an_ending_says_which_number_a_rate_comes_to(text: str, rates: list[str]) -> None:
    assert _read(text) == rates


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        ("Бүгін KASE-де доллар бағамы 541, 25 болды.", ["USD/KZT = 541.25 (market)"]),
        ("Официальный курс доллара 87, 45 составил сегодня в Бишкеке.", ["USD/KGS = 87.45 (official)"]),
        ("Dollarning rasmiy kursi 12 640, 45 bo‘ldi.", ["USD/UZS = 12640.45 (official)"]),
        ("Доллар – 536,10 теңге. Курс 536, 88 адам келді.", ["USD/KZT = 536.10"]),
        ("Курс доллара 87, 45 человек составили жалобу.", []),
    ],
)
def test_decimals_that_a_space_cut_off_are_of_the_rate(text: str, rates: list[str]) -> None:
    assert _read(text) == rates


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        (
            "10 АРМЯН ДРАМЫ AMD / KZT 11.38\n100 ЖАПОН ИЕНАСЫ JPY / KZT 345.2\n1 ҚЫТАЙ ЮАНІ CNY / KZT 61.31",
            ["AMD/KZT = 11.38 for 10", "JPY/KZT = 345.2 for 100", "CNY/KZT = 61.31"],
        ),
        ("1000 узбекских сумов UZS/KGS 7.1", ["UZS/KGS = 7.1 for 1000"]),
        ("10 БАНКОВ USD / KZT 541.2", ["USD/KZT = 541.2 (bank)"]),
    ],
)
def test_a_row_of_a_pair_begins_with_its_nominal(text: str, rates: list[str]) -> None:
    assert _read(text) == rates


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        (
            "ВАЛЮТАЛАР КУРСЛАРИ\ncbu.uz\n1 USD = 8535.74 +17.06\n1 JPY = 78.63 -0.12",
            ["USD/UZS = 8535.74", "JPY/UZS = 78.63"],
        ),
        (
            "КУРСЫ ВАЛЮТ\nwww.nbkr.kg\n1 USD = 87.45 +0.10\n1 EUR = 97.20",
            ["USD/KGS = 87.45", "EUR/KGS = 97.20"],
        ),
        ("КУРСЫ ВАЛЮТ\n1 USD = 87.45 +0.10\n1 EUR = 97.20", []),
    ],
)
def test_the_page_of_a_bank_says_whose_money_its_board_is_in(text: str, rates: list[str]) -> None:
    assert _read(text) == rates


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        ("Dollar Exchange Rate Drops in Uzbekistan\nDown to 12,844.21 soum", ["USD/UZS = 12844.21"]),
        ("Курс доллара снизился\nДо 12 844 сумов", ["USD/UZS = 12844"]),
        ("Dollar kursi pasaydi\n12 844 so‘mga tushdi", ["USD/UZS = 12844"]),
        ("Курс доллара на сегодня\n87,45 сома", ["USD/KGS = 87.45"]),
    ],
)
def test_a_line_below_a_title_says_where_the_rate_stands(text: str, rates: list[str]) -> None:
    assert _read(text) == rates


@pytest.mark.parametrize(
    "text",
    [
        "Курс доллара снизился\nДо 12 844 сумов подешевел билет",
        "Курс доллара и хлеб\n87,5 сома",
        "Как изменился курс доллара за год\n500 тенге",
    ],
)
def test_a_price_below_a_title_may_be_that_of_a_thing(text: str) -> None:
    assert find_figures(text)
    assert not find_rates(text)


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        ("Түрк валютасы 2,3 сом болду.", ["TRY/KGS = 2.3"]),
        ("Турецкая валюта стоит 13 тенге.", ["TRY/KZT = 13"]),
        ("Японская валюта стоит 3,5 тенге.", ["JPY/KZT = 3.5"]),
        ("Жапон йені – 2,51 теңге, АҚШ доллары – 307 теңге.", ["JPY/KZT = 2.51", "USD/KZT = 307"]),
        ("Доллар 12 650 сўм, япон иенаси 85 сўм.", ["USD/UZS = 12650", "JPY/UZS = 85"]),
        # another country, whose name begins alike
        ("Туркменская валюта стоит 25 рублей.", []),
        ("Түрікмен валютасы 13 теңге тұрады.", []),
    ],
)
def test_the_money_of_turkey_and_of_japan_is_named_by_its_country(text: str, rates: list[str]) -> None:
    assert [str(rate) for rate in find_rates(text)] == rates


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        (
            "Вчера за тысячу российских рублей давали 100 сомони, а сегодня — только 95.",
            ["RUB/TJS = 100 for 1000", "RUB/TJS = 95 for 1000"],
        ),
        # a round price that is told again is a unit
        (
            "1000 рублей = 100 сомони, 100 сомони = 900 рублей.",
            ["RUB/TJS = 100 for 1000", "TJS/RUB = 900 for 100"],
        ),
    ],
)
def test_a_round_price_is_no_unit_of_the_next_one(text: str, rates: list[str]) -> None:
    assert [str(rate) for rate in find_rates(text)] == rates


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        (
            "The official exchange rate of the somoni against the dollar remained unchanged – 11.29:1.",
            [("11.29:1", "USD/TJS = 11.29 (official)")],
        ),
        ("Курс сомони к доллару — 11,29:1.", [("11,29:1", "USD/TJS = 11.29")]),
        # what is won by so much, and the hour of a rate
        ("They won 11.5:1, and the dollar rate is 11.3 somoni.", [("11.3 somoni", "USD/TJS = 11.3")]),
        ("The rate of the dollar to the somoni in Dushanbe at 11:15 is the same.", []),
    ],
)
def test_a_rate_is_told_as_so_many_to_one(text: str, rates: list[tuple[str, str]]) -> None:
    assert [(rate.text, str(rate)) for rate in find_rates(text)] == rates


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        (
            "Курсы обменников: «американца» продают по 481 тенге и покупают по 478.",
            ["USD/KZT = 481 (office, sell)", "USD/KZT = 478 (office, buy)"],
        ),
        # somebody, and what somebody sells
        ("В отеле «американца» ждали, обед продают по 481 тенге.", []),
        ("У американца покупают обед по 481 тенге.", []),
    ],
)
def test_a_nickname_in_quotation_marks_names_a_currency_by_itself(text: str, rates: list[str]) -> None:
    assert [str(rate) for rate in find_rates(text)] == rates
