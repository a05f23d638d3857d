"""Exchange rates in running text: read as rates, told from figures, and made into quotations."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cafx import Quotation, RateBook, StatedRate, find_figures, find_rates
from cafx.errors import AmountError, OptionError
from cafx.text import check, find_money
from cafx.text.evidence import lines_of
from figures_scorer import Row, rows_of
from rates_scorer import marked_rows, score_rates


@pytest.fixture(scope="module")
def rows(shared: Path) -> list[Row]:
    return rows_of(shared / "rates-in-text" / "dev.jsonl")


def test_the_development_set_is_read_right(rows: list[Row]) -> None:
    score = score_rates(rows)
    assert score.share >= 95, score.misses
    assert score.spurious <= 0.03 * score.texts, score.misses
    assert score.figures <= 0.02 * score.rates, score.misses


def test_what_is_a_rate_is_no_figure_and_the_reverse(rows: list[Row]) -> None:
    for row in rows:
        figures, rates = find_money(row["text"])
        assert rates == find_rates(row["text"])
        assert not any(
            figure.start < rate.end and rate.start < figure.end for figure in figures for rate in rates
        )


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        ("1 доллар = 10,93 сомони; 1 евро = 11,87 сомони.", ["USD/TJS = 10.93", "EUR/TJS = 11.87"]),
        ("За 10 рублей дают 1,29 сомони.", ["RUB/TJS = 1.29 for 10"]),
        ("Доллар подорожал на 1,2 тенге до 503,4.", ["USD/KZT = 503.4"]),
        ("Официальный курс — 541,25 тенге за $1.", ["USD/KZT = 541.25 (official)"]),
        ("The dollar costs 25 manats on the black market.", ["USD/TMT = 25 (street)"]),
        ("Exchange offices buy dollars at 12,680 soums and sell them at 12,740 soums.",
         ["USD/UZS = 12680 (office, buy)", "USD/UZS = 12740 (office, sell)"]),
        ("Банки покупают доллар за 12 115–12 180 сумов.", ["USD/UZS = 12115 to 12180 (bank, buy)"]),
        ("Dollar kursi 12 740 so‘mga yetdi.", ["USD/UZS = 12740"]),
        ("Қора бозорда доллар 12 900 сўмдан сотилмоқда.", ["USD/UZS = 12900 (street, sell)"]),
        ("Доллар 87,30 сомдон сатып алынып, 87,60 сомдон сатылып жатат.",
         ["USD/KGS = 87.30 (buy)", "USD/KGS = 87.60 (sell)"]),
        ("Еуро 2,3 теңгеге арзандап, 632,1 теңге болды.", ["EUR/KZT = 632.1"]),
        ("Қурби як доллар 10,93 сомонӣ мебошад.", ["USD/TJS = 10.93"]),
        ("Gara bazarda dollar 19,5 manatdan satylýar.", ["USD/TMT = 19.5 (street, sell)"]),
        ("100 тенге — 17,8 сома.", ["KZT/KGS = 17.8 for 100"]),
        ("Курсы валют в Бишкеке\nДоллар 87,30 87,60\nЕвро 94,50 95,30",
         ["USD/KGS = 87.30 (buy)", "USD/KGS = 87.60 (sell)",
          "EUR/KGS = 94.50 (buy)", "EUR/KGS = 95.30 (sell)"]),
    ],
)  # fmt: skip
def test_the_forms_of_eight_languages_are_rates_and_no_figures(text: str, rates: list[str]) -> None:
    assert [str(rate) for rate in find_rates(text)] == rates
    assert find_figures(text) == ()


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Доллар — мировая валюта. Билет стоит 450 тенге.", ["450 KZT"]),
        ("Сахар стоит 18-20 манатов за килограмм, доллар дорожает.", ["18 to 20 TMT"]),
        ("Цена $1 (540 тенге).", ["540 KZT"]),
        ("Баррель нефти стоит 65 долларов, литр бензина 205 тенге.", ["205 KZT"]),
        ("Он обменял 100 долларов по 87 сомов.", ["87 KGS"]),
        ("Bread costs 3.5 manats ($1) in Ashgabat.", ["3.5 TMT"]),
        ("Население купило долларов на 5 млрд тенге.", ["5,000,000,000 KZT"]),
    ],
)
def test_a_price_in_a_text_about_dollars_stays_a_figure(text: str, figures: list[str]) -> None:
    assert find_rates(text) == ()
    assert [str(figure) for figure in find_figures(text)] == figures


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        ("The exchange rate is $1 : 1,850 som.", ["USD/UZS = 1850"]),
        ("$1 = 1595 som", ["USD/UZS = 1595"]),
        ("$1 : 87.5 som", ["USD/KGS = 87.5"]),
        ("In Tashkent they pay $1 : 1,850 som.", ["USD/UZS = 1850"]),
        # told whose it is, by the country or by the language
        ("In Bishkek the leaflet says $1 : 1,850 som.", []),
        ("Раньше было так: $1 : 1 850 сом.", []),
        # no equation
        ("The room is $1 - 1,850 som", []),
    ],
)
def test_whose_som_a_dollar_equals_is_told_by_its_size_where_nothing_else_tells(
    text: str, rates: list[str]
) -> None:
    assert [str(rate) for rate in find_rates(text)] == rates
    assert not find_figures(text)


def test_two_money_amounts_by_a_colon_are_no_rate_where_neither_is_one_unit() -> None:
    text = "Билет $5 : 1 850 сом"
    assert not find_rates(text)
    assert [str(figure) for figure in find_figures(text)] == ["1,850 KGS"]


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        (
            "Today the dollar costs 87.45 soms. In a week the rate rose by 43 (buying)-48 (selling) tyiyns.",
            ["USD/KGS = 87.45"],
        ),
        (
            "The dollar rose by 43 (buying)-48 (selling) tyiyns and is bought at 87.1 and sold at 87.6 soms.",
            ["USD/KGS = 87.1 (buy)", "USD/KGS = 87.6 (sell)"],
        ),
        (
            "Доллар стоит 87,45 сома. За неделю курс вырос на 43 (покупка) — 48 (продажа) тыйынов.",
            ["USD/KGS = 87.45"],
        ),
        ("Доллар 87,45 сом. Анын курсу 43 (сатып алуу)–48 (сатуу) тыйынга өстү.", ["USD/KGS = 87.45"]),
        ("Доллар 541 теңге. Оның бағамы 63 (сатып алу)–68 (сату) тиынға өсті.", ["USD/KZT = 541"]),
        ("Доллар 10,9 сомонӣ. Қурби он 3 (харид)–4 (фурӯш) дирам боло рафт.", ["USD/TJS = 10.9"]),
        # prices of the two sides are written so too
        ("The dollar rose to 87.43 (buying)-87.48 (selling) soms.",
         ["USD/KGS = 87.43 (buy)", "USD/KGS = 87.48 (sell)"]),
        ("Курс доллара 87,1 (покупка)-87,6 (продажа) сома.",
         ["USD/KGS = 87.1 (buy)", "USD/KGS = 87.6 (sell)"]),
    ],
)  # fmt: skip
def test_what_the_two_sides_moved_by_is_no_rate(text: str, rates: list[str]) -> None:
    assert [str(rate) for rate in find_rates(text)] == rates
    assert not find_figures(text)


def test_a_ticker_line_is_neither() -> None:
    assert find_rates("KZT/USD = 0.00194 -0%") == ()
    assert find_figures("KZT/USD = 0.00194 -0%") == ()


def test_the_book_is_evidence_for_a_rate() -> None:
    book = RateBook([Quotation("USD", "KZT", "541", as_of="2025-09-18", kind="official", source="NBK")])
    text = "Доллар нынче в цене. Дают 543 тенге."
    assert find_rates(text) == ()
    assert [str(rate) for rate in find_rates(text, book=book)] == ["USD/KZT = 543"]


def test_a_stated_rate_is_a_quotation_of_its_kind() -> None:
    (rate,) = find_rates("Банки покупают доллар за 12 115–12 180 сумов.")
    quotation = rate.quotation(as_of="2025-09-20", source="spot.uz")
    assert (quotation.kind, quotation.source) == ("stated", "spot.uz")
    assert quotation.bounds == (Fraction(12115), Fraction(12180))
    book = RateBook([quotation])
    assert book.rate("USD", "UZS", on="2025-09-20").price == Decimal("12147.5")


def test_a_rate_survives_json_and_says_what_is_wrong_with_its_arguments() -> None:
    (rate,) = find_rates("On Thursday the official rate was 541.25 tenge per dollar.")
    assert StatedRate.from_json(rate.to_json()) == rate
    with pytest.raises(AmountError, match="a price, or the low and the high end"):
        StatedRate("5 tenge", 0, 7, "USD", "KZT")
    with pytest.raises(OptionError, match="side"):
        StatedRate("5 tenge", 0, 7, "USD", "KZT", price=5, side="lend")  # type: ignore[arg-type]


def test_check_holds_stated_rates_against_the_book() -> None:
    book = RateBook([Quotation("USD", "KZT", "541", as_of="2025-09-18", kind="official", source="NBK")])
    right, wrong, street = check(
        "Официальный курс 541,25 тенге за доллар. Год назад доллар стоил 410 тенге. "
        "На чёрном рынке доллар стоит 600 тенге.",
        book,
        on="2025-09-18",
    )
    assert (right.verdict, wrong.verdict, street.verdict) == ("consistent", "inconsistent", "not comparable")


@given(st.integers(450, 560), st.integers(0, 99), st.sampled_from(["за доллар", "за $1", "за один доллар"]))
@settings(max_examples=60, deadline=None)
def test_every_price_per_dollar_is_read_exactly(whole: int, cents: int, per: str) -> None:
    (rate,) = find_rates(f"Во вторник курс составил {whole},{cents:02} тенге {per}, сообщил банк.")
    assert rate.price == Decimal(f"{whole}.{cents:02}")
    assert (rate.base, rate.quote) == ("USD", "KZT")


@pytest.mark.parametrize(
    ("text", "figures", "rates"),
    [
        ("Хлеб подорожал до 150 тенге, а курс доллара вырос до 541 тенге.", ["150 KZT"], ["541"]),
        ("Курс доллара вырос, а хлеб подорожал до 450 тенге.", ["450 KZT"], []),
        ("Доллар подорожал до 541 тенге, билет стоит 500 тенге.", ["500 KZT"], ["541"]),
        ("Официальный курс доллара — 87,45 сома. Буханка хлеба стоит 80 сомов.", ["80 KGS"], ["87.45"]),
        ("The dollar rate rose, and a loaf of bread costs 450 tenge.", ["450 KZT"], []),
        ("The dollar costs 541 tenge, and a litre of petrol costs 300 tenge.", ["300 KZT"], ["541"]),
        ("Доллар бағамы өсті, нан 450 теңге тұрады.", ["450 KZT"], []),
        ("Доллар бағамы 541 теңге болды. Бір литр бензин 480 теңге тұрады.", ["480 KZT"], ["541"]),
        ("Доллардын курсу 87,45 сом болду, нан 80 сом турат.", ["80 KGS"], ["87.45"]),
        ("Dollar kursi 12 650 so‘mga yetdi, non esa 12 000 so‘m turadi.", ["12,000 UZS"], ["12650"]),
        ("Dollar kursi oshdi, go‘sht narxi 12 000 so‘mga yetdi.", ["12,000 UZS"], []),
        ("Қурби доллар 10,95 сомонӣ шуд, нон 11 сомонӣ аст.", ["11 TJS"], ["10.95"]),
        ("Dollaryň kursy 19,5 manat, çörek bolsa 20 manat.", ["20 TMT"], ["19.5"]),
        ("Бензин дорожает, и доллар стоит уже 541 тенге.", [], ["541"]),
        ("Курс доллара на фоне роста цен на бензин вырос до 541 тенге.", [], ["541"]),
        ("Несмотря на подорожавший хлеб курс доллара остался 541 тенге.", [], ["541"]),
        ("Non-cash dollars are bought at 541 tenge.", [], ["541"]),
    ],
)
def test_the_price_of_another_thing_is_not_a_rate(text: str, figures: list[str], rates: list[str]) -> None:
    found, stated = find_money(text)
    assert [str(figure) for figure in found] == figures
    assert [str(rate.price) for rate in stated] == rates
    assert [str(figure) for figure in find_figures(text)] == figures


@pytest.fixture(scope="module")
def news() -> list[Row]:
    return marked_rows(Path(__file__).parent / "rates_in_news.txt")


def test_sentences_of_news_in_eight_languages_are_read_right(news: list[Row]) -> None:
    score = score_rates(news)
    assert len(news) > 500
    assert score.share >= 98, score.misses
    assert score.spurious == 0, score.misses
    assert score.figures <= 0.01 * score.rates, score.misses


def test_rates_come_in_the_order_of_the_text(news: list[Row]) -> None:
    for row in news:
        starts = [rate.start for rate in find_rates(row["text"])]
        assert starts == sorted(starts), row


def test_what_may_come_is_a_forecast_and_what_is_is_none(news: list[Row]) -> None:
    for row in news:
        expected = {gold["start"] for gold in row["rates"] if gold["kind"] == "forecast"}
        found = {rate.start for rate in find_rates(row["text"]) if rate.market_said == "forecast"}
        assert found == expected, row


@pytest.mark.parametrize(
    "text",
    [
        "Курс доллара снизился на 5 тенге.",
        "Курс доллара изменился на 44 тенге за день.",
        "The rate of the dollar changed by 44 tenge.",
        "The fine is 44 tenge; the exchange rate of the dollar rose.",
        "Dollar kursi 5 so‘mga oshdi.",
        "Доллар бағамы 5 теңге қымбаттады.",
        "Dollaryň kursy 2 manat gymmatlady.",
        "Доллардын курсу 3 сомго түштү.",
        "Разница курсов доллара — 44 тенге.",
    ],
)
def test_what_a_rate_changed_by_is_no_wrong_rate(text: str) -> None:
    assert find_rates(text) == ()


def test_the_book_is_evidence_only_while_it_is_young_enough() -> None:
    book = RateBook([Quotation("USD", "KZT", "541", as_of="2025-09-01", kind="official", source="NBK")])
    text = "Доллар нынче в цене. Дают 543 тенге."
    assert len(find_rates(text, book=book, on="2025-09-18", max_age=timedelta(days=30))) == 1
    assert find_rates(text, book=book, on="2025-09-18", max_age=timedelta(days=3)) == ()


def test_check_flags_a_rate_that_cannot_be() -> None:
    book = RateBook([Quotation("USD", "KZT", "541", as_of="2025-09-18", kind="official", source="NBK")])
    (finding,) = check("Курс доллара — 54,1 тенге.", book, on="2025-09-18")
    assert finding.verdict == "inconsistent"
    assert "a factor of 10 is the likely slip" in finding.reason


@pytest.mark.parametrize("end", ["921 100 тенге", "3,1 сомони", "12\u00a0345 100 тенге"])
def test_the_last_digits_of_a_longer_number_are_no_unit_that_a_price_is_for(end: str) -> None:
    assert not list(lines_of(f"Пенсия составила {end}."))


@pytest.mark.parametrize("unit", ["за 100 тенге", "в 2020 100 тенге", "2020, 1 сом"])
def test_one_or_a_hundred_of_the_five_is_a_unit_that_a_price_is_for(unit: str) -> None:
    assert list(lines_of(f"Цена {unit}."))


def test_a_line_of_spaces_ends_what_is_read_for_rates() -> None:
    text = "Курс доллара 518 тенге\n{}\nв школе 12 классов\n"
    assert len(list(lines_of(text.format("   ")))) == 1 == len(list(lines_of(text.format(""))))
    assert len(list(lines_of(text.format("Валюта")))) == 3


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        ("69 сомдун тегерегинде турган доллар бүгүн 70 сом болду.", ["USD/KGS = 69", "USD/KGS = 70"]),
        ("69 сомдон сатылып жаткан доллар бүгүн 70 сом болду.", ["USD/KGS = 69 (sell)", "USD/KGS = 70"]),
        ("87 сомдон сатылган АКШ доллары 88 сомго чыкты.", ["USD/KGS = 87 (sell)", "USD/KGS = 88"]),
        ("Доллар, ки дирӯз 10,8 сомонӣ буд, имрӯз 10,9 сомонӣ шуд.", ["USD/TJS = 10.8", "USD/TJS = 10.9"]),
        ("520 теңге тұрған доллар бүгін 525 теңге болды.", ["USD/KZT = 520", "USD/KZT = 525"]),
        ("12 650 so‘m atrofida turgan dollar 12 700 so‘mga chiqdi.", ["USD/UZS = 12650", "USD/UZS = 12700"]),
        ("Кеча 12 650 сўм бўлган доллар бугун 12 700 сўм бўлди.", ["USD/UZS = 12650", "USD/UZS = 12700"]),
        ("Düýn 19,4 manatdan satylan dollar şu gün 19,5 manat boldy.",
         ["USD/TMT = 19.4 (sell)", "USD/TMT = 19.5"]),
    ],
)  # fmt: skip
def test_a_relative_clause_tells_a_price_of_its_currency(text: str, rates: list[str]) -> None:
    assert [str(rate) for rate in find_rates(text)] == rates
    assert not find_figures(text)


@pytest.mark.parametrize(
    "text",
    [
        "87 сомдон сатылган нан доллар менен кымбаттады.",
        "500 сом турган доллар түстүү көйнөк.",
        "69 сомдук айыпты доллар менен төлөдү.",
        "520 теңге тұрған нан доллармен қымбаттады.",
        "87 сомго бааланган самса долларга арзан.",
        "Доллар нест, нон 10,8 сомонӣ буд.",
    ],
)
def test_a_participle_of_a_thing_ties_its_price_to_no_currency(text: str) -> None:
    assert not find_rates(text)
    assert len(find_figures(text)) == 1


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        ("Доллар подорожал. «Американца» сегодня продают по 87,5 сома.", ["USD/KGS = 87.5 (sell)"]),
        ("The dollar rose on Monday. The currency sold at 87.5 soms.", ["USD/KGS = 87.5 (sell)"]),
        ("Евро подорожал. Валюту продают по 95,5 сома.", ["EUR/KGS = 95.5 (sell)"]),
        ("Доллар кымбаттады. Бул валюта 87,5 сомдон сатылууда.", ["USD/KGS = 87.5 (sell)"]),
        ("Доллар қымбаттады. Бұл валюта 525 теңгеден сатылып жатыр.", ["USD/KZT = 525 (sell)"]),
        ("Dollar qimmatladi. Ushbu valyuta 12 700 so‘mdan sotilmoqda.", ["USD/UZS = 12700 (sell)"]),
        ("Доллар қимматлади. Ушбу валюта 12 700 сўмдан сотилмоқда.", ["USD/UZS = 12700 (sell)"]),
        ("Доллар қимат шуд. Ин асъор 10,9 сомонӣ фурӯхта мешавад.", ["USD/TJS = 10.9"]),
        ("Dollar gymmatlady. Bu walýuta 19,5 manatdan satylýar.", ["USD/TMT = 19.5 (sell)"]),
    ],
)
def test_a_word_for_the_currency_stands_for_the_one_named_just_before(text: str, rates: list[str]) -> None:
    assert [str(rate) for rate in find_rates(text)] == rates
    assert not find_figures(text)


@pytest.mark.parametrize(
    "text",
    [
        "Доллар подорожал. Американца оштрафовали на 87 сомов.",
        "Доллар подорожал. Американец продаёт дом за 90 сомов.",
        "Евро подорожал. Американца продают по 87,6 сома.",
        "Американца продают по 87,6 сома.",
        "The dollar rose. The currency of Kyrgyzstan sold at 87.5 soms.",
        "The dollar rose. The currency exchange office paid 87.5 soms for repairs.",
        "The euro and the dollar rose. The currency sold at 87.5 soms.",
        "Bread was sold. The currency sold at 87.5 soms.",
    ],
)
def test_a_word_for_the_currency_stands_for_nothing_where_none_or_two_were_named(text: str) -> None:
    assert not find_rates(text)


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        ("In 1993 the tenge stood at the average of 4.69 per dollar.", ["USD/KZT = 4.69"]),
        ("В 1993 году тенге в среднем стоил 4,69 за доллар.", ["USD/KZT = 4.69"]),
        ("В 1993 году в среднем было 4,69 тенге за доллар.", ["USD/KZT = 4.69"]),
        ("1993 жылы доллар орта есеппен 4,69 теңге болды.", ["USD/KZT = 4.69"]),
        ("1993-жылы доллар орточо 4,69 сом болгон.", ["USD/KGS = 4.69"]),
        ("1994-yilda dollar kuniga 9,69 so‘m edi.", ["USD/UZS = 9.69"]),
        ("Соли 2000 доллар ба ҳисоби миёна 1,69 сомонӣ буд.", ["USD/TJS = 1.69"]),
        ("1993-nji ýylda dollar ortaça 1,69 manat boldy.", ["USD/TMT = 1.69"]),
        ("1993 жылы доллармен нан 4,69 теңге болды.", []),
        ("2023-жылы доллар орточо 4,69 сом болгон.", []),
        # of a year when a dollar cost more, a move, and what is for something else
        ("In 2023 the tenge stood at the average of 4.69 per dollar.", []),
        ("In 1993 the tenge rose by 4.69 per dollar.", []),
        ("In 1993 bread in tenge cost 4.69 per loaf; the dollar rose.", []),
        ("In 1993 inflation in tenge stood at the average of 4.69 per cent.", []),
    ],
)
def test_a_price_of_a_young_currency_is_told_by_its_year_and_its_base(text: str, rates: list[str]) -> None:
    assert [str(rate) for rate in find_rates(text)] == rates


@pytest.mark.parametrize(
    "text",
    [
        "Доллар стоит 10,8 сомони.\n2026-11-28T09:00:00+00:00",
        "Доллар стоит 10,8 сомони. Обновлено 2026-11-28 в 09:00.",
        "Доллар стоит 10,8 сомони (28/11/2026, 28-11-26, версия 10-11-2).",
        "Доллар стоит 10,8 сомони. Заседание в 11:30, потом в 10-45.",
        "The dollar costs 10.8 somoni. Updated at 11:05 am on 2026-11-10.",
        "Доллар 10,8 сомонӣ аст. Соати 11:20 маҷлис мешавад.",
        "USD/TJS = 10.8 (official, 2026-11-09)",
    ],
)
def test_a_number_of_a_date_or_a_time_in_digits_is_no_price(text: str) -> None:
    """A dollar has cost 9 to 12 somoni for years, and hours and months are of that size too."""
    (rate,) = find_rates(text)
    assert rate.price is not None
    assert float(rate.price) == 10.8


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        (
            "One som was equal to two hundred rubles, and one dollar cost four soms.",
            ["KGS/RUB = 200", "USD/KGS = 4"],
        ),
        ("Рубль – 4,64 тенге, 1 кыргызский сом – 4,21.", ["RUB/KZT = 4.64", "KGS/KZT = 4.21"]),
        (
            "Рубль – 4,64 теңге, жапон йені – 2,51, 1 қырғыз сомы – 4,21.",
            ["RUB/KZT = 4.64", "JPY/KZT = 2.51", "KGS/KZT = 4.21"],
        ),
    ],
)
def test_a_unit_is_no_price_of_the_currency_before_it(text: str, rates: list[str]) -> None:
    assert [str(rate).partition(" (")[0] for rate in find_rates(text)] == rates


@pytest.mark.parametrize(
    "text",
    [
        "Рубль 1,011 сомду түзүп, 0,75 пайызга кымбаттады.",
        "Рубль 1,011 сомға жетіп, 0,75 пайызға қымбаттады.",
        "Rubl 151 so‘mga yetib, 140,5 foizga qimmatlashdi.",
        "Рубл ба 0,111 сомонӣ расида, 0,11 фоиз гарон шуд.",
        "Rubl 0,04 manada ýetip, 0,04 göterim gymmatlady.",
    ],
)
def test_a_share_by_which_a_rate_changed_is_no_rate(text: str) -> None:
    assert len(find_rates(text)) == 1


def test_digits_that_may_be_grouped_or_parted_are_told_by_no_wording() -> None:
    """5.225 tenge of 1993 are five, and 5,225 of English five thousand; neither is a rate of today."""
    assert not find_rates("In 1993 the dollar rate stood at 5.225 tenge.")
    (rate,) = find_rates("In 1993 the dollar rate stood at 5.22 tenge.")
    assert str(rate) == "USD/KZT = 5.22"


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        (
            "Курсы покупки и продажи наличных долларов:\nАстана: покупка — от 536 до 538 тенге, продажа 544.",
            ["USD/KZT = 536 to 538 (buy)", "USD/KZT = 544 (sell)"],
        ),
        (
            "Прогноз: 471,0 / 490,8 / 499,0 тенге за доллар.",
            ["USD/KZT = 471.0 (forecast)", "USD/KZT = 490.8 (forecast)", "USD/KZT = 499.0 (forecast)"],
        ),
        ("Доллар: 541/543 тенге.", ["USD/KZT = 541 (buy)", "USD/KZT = 543 (sell)"]),
        ("Доллар: 541/543/545 тенге.", ["USD/KZT = 541", "USD/KZT = 543", "USD/KZT = 545"]),
        (
            "Рубль покупают по 6,64 тенге. В Шымкенте рубль в районе 6,60 – 6,66 тенге.",
            ["RUB/KZT = 6.64 (buy)", "RUB/KZT = 6.60 to 6.66"],
        ),
        (
            "Курсы: 1 сом – 4,40, 100 узбекских сумов – 12,28 тенге.",
            ["KGS/KZT = 4.40", "UZS/KZT = 12.28 for 100"],
        ),
        ("Рубль покупают по 6,64 тенге. Рубль потерял 16,60 тенге.", ["RUB/KZT = 6.64 (buy)"]),
    ],
)
def test_rows_take_what_the_lines_and_rows_beside_them_name(text: str, rates: list[str]) -> None:
    assert [str(rate) for rate in find_rates(text)] == rates
