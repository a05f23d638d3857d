"""Date lines: the day that an article names for itself, where its text runs on behind it."""

from __future__ import annotations

from datetime import date

import pytest

from cafx.text import dateline_of


@pytest.mark.parametrize(
    "text",
    [
        "ALMATY, May 14, 2024 — The National Bank said on Tuesday that it kept its base rate.",
        "Алматы, 14 мая 2024 года. Нацбанк Казахстана сообщил, что курс доллара вырос до 441.",
        "14 мая 2024 года Нацбанк сообщил о курсе доллара, который составил 441 тенге, на 2.",
        "АЛМАТЫ. 14 мая 2024 г. КазТАГ — Курс доллара составил 441 тенге, сообщает пресс-служба.",
        "BISHKEK, 14 May 2024 (24.kg) - The som has weakened to 88 per dollar in the past few.",
        "Астана. 2024 жылғы 14 мамыр. Ұлттық банк доллардың ресми бағамын жариялады, ол 441.",
        "2024-жылдын 14-майында Улуттук банк доллардын курсун жарыялады, ал 88 сом болду деп.",
        "Toshkent, 2024-yil 14-may. Markaziy bank dollar kursini e’lon qildi, u 12 650 so‘mni.",
        "2024 yil 14 may kuni Markaziy bank dollar kursini e’lon qildi, u 12 650 so‘mni tashkil.",
        "Тошкент, 2024 йил 14 май — Марказий банк доллар курсини эълон қилди, у 12 650 сўмни.",
        "14 майи соли 2024 Бонки миллии Тоҷикистон қурби долларро эълон кард, ки 10,92 сомонӣ.",
        "Душанбе, 14 майи 2024. Бонки миллии Тоҷикистон қурби долларро эълон кард, ки 10,92.",
        "Aşgabat, 14-nji maý 2024. Türkmenistanyň Merkezi banky dollaryň kursuny yglan etdi, ol.",
        "2024-nji ýylyň 14-nji maýynda Türkmenistanyň Merkezi banky dollaryň kursuny yglan etdi.",
        "On Tuesday, May 14, 2024, the National Bank of Kazakhstan set the rate at 441 tenge to.",
        "Во вторник, 14 мая 2024 года, Нацбанк сообщил о курсе доллара, который составил 441 тенге.",
        "Курс доллара\n\n14.05.2024, 12:30. Нацбанк сообщил о курсе доллара, который составил.",
        "Заголовок новости\nАлматы, 14 мая 2024 года — Нацбанк сообщил о курсе доллара, который.",
        "May 14, 2024 will be remembered. The dollar costs 441 tenge and nobody knows what will.",
    ],
)
def test_a_date_that_a_paragraph_begins_with_is_the_articles_day(text: str) -> None:
    found = dateline_of(text)
    assert found is not None
    assert found.day == date(2024, 5, 14)
    assert found.text in text


@pytest.mark.parametrize(
    "text",
    [
        "С 14 мая 2024 года вступает в силу новый закон о валютном регулировании, сообщил.",
        "К 14 мая 2024 года доллар может стоить 500 тенге, как считают аналитики крупного банка.",
        "Нацбанк сообщил, что 14 мая 2024 года курс доллара вырос до 441 тенге за один доллар.",
        "Закон, принятый в Астане 14 мая 2024 года, меняет правила торговли валютой на бирже для.",
        "2024 жылғы 14 мамырдан бастап доллар бағамы жаңа тәртіппен белгіленеді деп хабарлады.",
        "14-maydan 2024-yil oxirigacha dollar kursi barqaror bo‘ladi deb xabar berdi Markaziy.",
    ],
)
def test_a_day_from_which_something_holds_or_in_a_sentence_is_no_date_line(text: str) -> None:
    assert dateline_of(text) is None


def test_a_bare_date_far_down_the_page_is_no_date_line() -> None:
    paragraph = "Курс доллара в обменных пунктах города за неделю почти не изменился, говорят менялы."
    history = "14 мая 2015 года Нацбанк отпустил курс, и доллар за день подорожал почти на треть."
    assert dateline_of("\n".join([paragraph] * 3 + [history])) is None
    placed = f"Алматы, 14 мая 2024 года. {paragraph}"
    assert dateline_of(f"Доллар и тенге\n\n{placed}") is not None


@pytest.mark.parametrize(
    "head",
    [
        "Sept. 18, 2025",
        "Sept 18, 2025",
        "Sep 18, 2025",
        "18 Sept 2025",
        "18 сент. 2025",
        "ALMATY, Sept. 18, 2025 —",
    ],
)
def test_a_month_may_be_cut_short(head: str) -> None:
    found = dateline_of(f"{head} The National Bank kept its rate.")
    assert found is not None
    assert found.day == date(2025, 9, 18)
