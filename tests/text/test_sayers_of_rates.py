"""Who says a stated rate, and what only begins like somebody who does."""

from __future__ import annotations

import pytest

from cafx import find_rates


def _sayer(text: str) -> str | None:
    (rate,) = find_rates(text)
    return rate.market_said


@pytest.mark.parametrize(
    ("text", "sayer"),
    [
        ("The Central Bank says the dollar costs 87.5 soms.", "official"),
        ("The National Bank's rate is 87.5 soms per dollar.", "official"),
        ("В Национальном (Центральном) банке доллар стоит 87,5 сома.", "official"),
        ("Дар Бонки миллии Тоҷикистон доллар 10,9 сомонӣ аст.", "official"),
        ("Ўзбекистон Марказий банки курси: 1 доллар 12 700 сўм.", "official"),
        # what is national or central is no bank for that
        ("In Central Asia the dollar costs 87.5 soms.", None),
        ("National Geographic says the dollar costs 87.5 soms.", None),
        ("В центральной части города доллар стоит 87,5 сома.", None),
        ("Дар Осиёи Марказӣ доллар 10,9 сомонӣ аст.", None),
    ],
)
def test_a_central_bank_is_a_bank(text: str, sayer: str | None) -> None:
    assert _sayer(text) == sayer


@pytest.mark.parametrize(
    ("text", "sayer"),
    [
        ("Қара базарда доллар 520 теңге тұрады.", "street"),
        ("Кара базарда доллар 87,5 сом турат.", "street"),
        ("Gara bazarda dollar 19,5 manatdan satylýar.", "street"),
        ("На улице доллар стоит 87,5 сома.", "street"),
        # a town, a month, a street with a name
        ("В Караганде доллар стоит 520 тенге.", None),
        ("В Кара-Балте доллар стоит 87,5 сома.", None),
        ("Қарағандыда доллар 520 теңге тұрады.", None),
        ("27 қараша күні доллар 520 теңге тұрады.", None),
        ("Qoraqalpog‘istonda dollar 12 700 so‘m turadi.", None),
        ("В обменнике на улице Абая доллар стоит 87,5 сома.", "office"),
        ("On Wall Street the dollar costs 87.5 soms.", None),
    ],
)
def test_a_black_market_is_black(text: str, sayer: str | None) -> None:
    assert _sayer(text) == sayer


@pytest.mark.parametrize(
    "text",
    [
        "По словам Базарбаева, доллар стоит 87,5 сома.",
        "Stockholm analysts said the dollar costs 87.5 soms.",
        "After the bankruptcy the dollar costs 87.5 soms.",
    ],
)
def test_a_word_that_begins_like_a_sayer_says_nothing(text: str) -> None:
    assert _sayer(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "On Saturday the dollar cost 87.5 soms.",
        "President Biden said the dollar cost 87.5 soms.",
        "По словам сотрудника, доллар стоит 87,5 сома.",
        "Доллар стоит 87,5 сома по данным сотовой компании.",
        "Дар сатҳи ҷумҳурӣ доллар 10,9 сомонӣ аст.",
        "Доллары покупают или продают по 87 сомов.",
        "Купить или продать доллар можно за 87 сомов.",
    ],
)
def test_a_word_that_begins_like_a_side_is_none(text: str) -> None:
    (rate,) = find_rates(text)
    assert rate.side is None


@pytest.mark.parametrize(
    ("text", "sayers"),
    [
        ("Доллар стоит 87,5 сома в обменниках и 87,2 сома в банках.", ["office", "bank"]),
        (
            "A dollar costs 87.5 soms at the official rate and 88 soms on the black market.",
            ["official", "street"],
        ),
        ("The tenge fell to 538.9 per U.S. dollar during trading on KASE.", ["market"]),
        ("Доллар торгуется по 541 тенге в понедельник на бирже.", ["market"]),
        ("Доллар 10,9 сомонӣ дар бозори сиёҳ аст.", ["street"]),
        # another clause, another noun, and somebody who was named before
        ("Доллар стоит 87,5 сома, в обменниках очереди.", [None]),
        ("Доллар стоит 87,5 сома и банки закрыты.", [None]),
        ("Доллар вырос до 87,5 сома на фоне продаж на бирже.", [None]),
        ("В обменниках доллар продают за 541 тенге по курсу Нацбанка.", ["office"]),
    ],
)
def test_who_says_a_rate_may_stand_behind_it(text: str, sayers: list[str | None]) -> None:
    assert [rate.market_said for rate in find_rates(text)] == sayers


@pytest.mark.parametrize(
    ("text", "sayer"),
    [
        (
            "Бонки миллӣ эълон кард, ки 1000 рубл 159,5 сомонӣ арзиш дорад. Дирӯз 158,5 сомонӣ буд.",
            "official",
        ),
        ("Дар саррофиҳои пойтахт як доллар 6,47 сомонӣ фурӯхта мешавад.", "office"),
        ("Саррофлар бозорда долларни 12 700 сўмдан сотмоқда.", "street"),
        ("Доллар у торговцев валюты стоит 7 манатов.", "street"),
        ("Дар бозори пасипардагӣ доллар 8,25 сомонӣ аст.", "street"),
        ("Дар бозори ҷумҳурӣ доллар 10,9 сомонӣ аст.", None),
    ],
)
def test_the_longer_word_tells_who_says_a_rate(text: str, sayer: str | None) -> None:
    assert {rate.market_said for rate in find_rates(text)} == {sayer}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Доллар на межбанковском рынке подешевел до 540,91 тенге.", "market"),
        ("Доллар на валютном рынке подешевел до 540,91 тенге.", "market"),
        ("Valyuta bozorida dollar 12 650 so‘m bo‘ldi.", "market"),
        ("Валюта базарында доллар 87,5 сом болду.", "market"),
        ("На рынке доллар стоит 540,91 тенге.", "street"),
        ("На чёрном рынке доллар стоит 540,91 тенге.", "street"),
    ],
)
def test_a_currency_market_is_an_exchange_and_no_bazaar(text: str, said: str) -> None:
    (rate,) = find_rates(text)
    assert rate.market_said == said


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Курс доллара к тенге: 540,91", "USD/KZT = 540.91"),
        ("Курс доллара США к сому — 87,45", "USD/KGS = 87.45"),
        ("The exchange rate of the dollar to the tenge: 540.91", "USD/KZT = 540.91"),
        ("Курс EUR/KZT — 640,1", "EUR/KZT = 640.1"),
    ],
)
def test_a_pair_in_words_has_its_price_behind_it(text: str, pair: str) -> None:
    assert [str(rate) for rate in find_rates(text)] == [pair]
