"""Prices that share one verb in languages in which it stands last, and those that have one of their own."""

from __future__ import annotations

import pytest

from cafx import find_rates


def _read(text: str) -> list[str]:
    return [str(rate) for rate in find_rates(text)]


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Доллар айырбас орындарында 520 теңгеден сатылуда. Ал, Еуропа ақшасы 600 теңгеден.", "sell"),
        ("Алмаштыруу жайларында доллар 87,2 сомдон алынууда. Ал эми евро 101 сомдон.", "buy"),
        ("Dollar shoxobchalarda 12 720 so‘mdan sotilmoqda. Yevro esa 14 100 so‘mdan.", "sell"),
        ("Доллар шохобчаларда 12 720 сўмдан сотилмоқда. Евро эса 14 100 сўмдан.", "sell"),
        ("Gara bazarda dollar 19,6 manatdan satylýar. Ýewro bolsa 21 manatdan.", "sell"),
        ("Доллар 520 теңгеден сатылуда. Ал еуро 600 теңгеден асты.", None),
        ("Доллар 520 теңгеден сатылуда, 518 теңгеден алынуда. Ал еуро 600 теңгеден.", None),
    ],
)
def test_a_sentence_without_a_verb_takes_that_of_the_one_before(text: str, side: str | None) -> None:
    rates = find_rates(text)
    assert rates[-1].base == "EUR"
    assert rates[-1].side == side


def test_the_thing_of_a_sentence_without_a_verb_has_no_rate() -> None:
    text = "Доллар 520 теңгеден сатылуда. Ал бензин 230 теңгеден."
    assert _read(text) == ["USD/KZT = 520 (sell)"]


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        (
            "Евро 600 теңге шамасында, доллар 521-522 теңгеден сатылды.",
            ["EUR/KZT = 600 (sell)", "USD/KZT = 521 to 522 (sell)"],
        ),
        (
            "Орус рубли 1 сомдун айланасында, казак теңгеси 17-18 тыйындан сатылды.",
            ["RUB/KGS = 1 (sell)", "KZT/KGS = 0.17 to 0.18 (sell)"],
        ),
        (
            "Yevro 14 000 so‘m atrofida, dollar 12 720 so‘mdan sotilmoqda.",
            ["EUR/UZS = 14000 (sell)", "USD/UZS = 12720 (sell)"],
        ),
        (
            "Долларни энг арзон Madan Invest Bank (11 550 сўм), шунингдек, Tenge Bank (11 570 сўм) сотмоқда.",
            ["USD/UZS = 11550 (bank, sell)", "USD/UZS = 11570 (bank, sell)"],
        ),
        (
            "Ýewro 21 manadyň töwereginde, dollar 19,5 manatdan satylýar.",
            ["EUR/TMT = 21 (sell)", "USD/TMT = 19.5 (sell)"],
        ),
        # near traps: a verb or a noun of its own
        (
            "Евро 100 сомдун тегерегинде болду, доллар 87 сомдон сатылды.",
            ["EUR/KGS = 100", "USD/KGS = 87 (sell)"],
        ),
        (
            "Евро баасы 100 сомдун тегерегинде, доллар 87 сомдон сатылды.",
            ["EUR/KGS = 100", "USD/KGS = 87 (sell)"],
        ),
        (
            "Доллар Madan Invest Bank (11 550 сўм) да қимматлади, Tenge Bank (11 570 сўм) сотмоқда.",
            ["USD/UZS = 11550 (bank)", "USD/UZS = 11570 (bank, sell)"],
        ),
    ],
)
def test_the_verb_behind_a_list_is_of_rough_and_bracketed_prices_too(text: str, rates: list[str]) -> None:
    assert _read(text) == rates


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        (
            "Долларды сатып алу бағамы Алматыда 520 теңгеге, Шымкентте 522 теңгеге жетті.",
            ["buy", "buy"],
        ),
        ("Долларды сатуу курсу Бишкекте 87,1 сомго, Ошто 87,2 сомго жетти.", ["sell", "sell"]),
        (
            "Dollarni sotib olish narxi Toshkentda 12 700 so‘mga, Buxoroda 12 690 so‘mga yetdi.",
            ["buy", "buy"],
        ),
        (
            "Долларни сотиб олиш нархи Тошкентда 12 700 сўмга, Бухорода 12 690 сўмга етди.",
            ["buy", "buy"],
        ),
        (
            "Dollaryň satyn alyş bahasy Maryda 34 manada, Lebapda hem 35 manada çenli ýetdi.",
            ["buy", "buy"],
        ),
        # near trap: the side is said by a verb, and the level is the rate's
        ("Долларды банктер сатып алды, бағам 520 теңгеге, кейін 522 теңгеге жетті.", ["buy", None]),
    ],
)
def test_a_rate_named_by_its_side_keeps_it_with_every_level(text: str, sides: list[str | None]) -> None:
    assert [rate.side for rate in find_rates(text)] == sides


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Ол әр долларды 520 теңгеден есептеп, 20 мың долларды заңсыз сатқан.", "sell"),
        ("Ал ар бир долларды 87 сомдон эсептеп, 20 миң долларды мыйзамсыз саткан.", "sell"),
        ("Fuqarolar har bir $ ni 8 120 so‘mdan hisoblab, 20 ming $ ni noqonuniy sotgan.", "sell"),
        ("Базарда долларды 87 сомдон майдалап беришти.", "buy"),
        ("Bir dollarni 12 700 so‘mdan maydalab berishdi.", "buy"),
        # the thing is sold, for dollars
        ("Ол әр долларды 520 теңгеден есептеп, көлігін 20 мың долларға сатқан.", None),
        ("Ал ар бир долларды 87 сомдон эсептеп, кызматкерлерге айлык берди.", None),
    ],
)
def test_the_side_of_a_converb_is_that_of_its_verb(text: str, side: str | None) -> None:
    assert [rate.side for rate in find_rates(text)] == [side]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Oktabr oxirida dollar 12 400 so‘m atrofida, yil oxirida 12 600 so‘m atrofida bo‘lishi mumkin.",
            "forecast",
        ),
        ("Hozir dollar 12 400 so‘m atrofida, yil oxirida 12 600 so‘m atrofida bo‘lishi mumkin.", None),
    ],
)
def test_what_the_last_verb_of_a_list_expects_is_all_of_it(text: str, said: str | None) -> None:
    assert [rate.market_said for rate in find_rates(text)] == [said, "forecast"]


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        (
            "Айырбас пункттері долларды 519-дан, еуроны 600-ден, рубльді 6,4-тен сатып алып жатыр.",
            ["USD/KZT = 519 (office, buy)", "EUR/KZT = 600 (office, buy)", "RUB/KZT = 6.4 (office, buy)"],
        ),
        (
            "Шымкентте долларды 518-ден алып, 522-ден сатып отыр.",
            ["USD/KZT = 518 (buy)", "USD/KZT = 522 (sell)"],
        ),
        (
            "Доллар Бишкекте 87,2 сомдон, Ошто 87,3 сомдон, Жалал-Абадда 87,4 сомдон сатылууда.",
            ["USD/KGS = 87.2 (sell)", "USD/KGS = 87.3 (sell)", "USD/KGS = 87.4 (sell)"],
        ),
        # the verb of the last of two sides is not that of what follows
        (
            "Доллар 519,5 теңгеден алынып, 523,5 теңгеден сатылуда, ал еуро 598–604 теңге аралығында.",
            ["USD/KZT = 519.5 (buy)", "USD/KZT = 523.5 (sell)", "EUR/KZT = 598 to 604"],
        ),
        ("Долларды 518-ден алып, нанды 230-дан сатып отыр.", ["USD/KZT = 518 (buy)"]),
    ],
)
def test_a_list_of_bare_prices_with_endings_has_one_verb(text: str, rates: list[str]) -> None:
    assert _read(text) == rates


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Алматыда долларды 522 теңгеден сатып алуға, 518 теңгеден сатуға болады.", ["sell", "buy"]),
        ("Долларды 87,5 сомдон сатып алууга, 87 сомдон сатууга болот.", ["sell", "buy"]),
        ("Toshkentda dollarni 12 720 so‘mdan sotib olish, 12 640 so‘mdan sotish mumkin.", ["sell", "buy"]),
        ("Тошкентда долларни 12 720 сўмдан сотиб олиш, 12 640 сўмдан сотиш мумкин.", ["sell", "buy"]),
        # what a bank decides
        (
            "Bank dollarni 12 640 so‘mdan sotib olish, 12 720 so‘mdan sotish kursini belgiladi.",
            ["buy", "sell"],
        ),
    ],
)
def test_a_possibility_behind_a_list_is_of_both_its_verbs(text: str, sides: list[str]) -> None:
    assert [rate.side for rate in find_rates(text)] == sides


def test_the_highest_and_the_lowest_price_have_one_side() -> None:
    text = "Айырбас пункттерінде доллардың ең төмен сату бағамы – 521, ең жоғарысы – 524 теңге."
    assert [rate.side for rate in find_rates(text)] == ["sell", "sell"]
    assert len(find_rates("Доллардың ең жоғары сату бағамы – 524, ең арзан нан – 230 теңге.")) == 1
