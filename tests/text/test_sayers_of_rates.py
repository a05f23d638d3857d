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
