"""What only looks like a rate or a sum: the price of another subject, a thousand of English, a list."""

from __future__ import annotations

import pytest

from cafx import find_figures, find_rates

_THOUSAND = ["RUB/KGS = 1090 for 1000", "RUB/KGS = 1070 for 1000"]


def _rates(text: str) -> list[str]:
    return [str(rate) for rate in find_rates(text)]


def _figures(text: str) -> list[str]:
    return [str(figure) for figure in find_figures(text)]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Petrol rose to 87 soms, the dollar fell.", "87 KGS"),
        ("The bus fare was raised to 85 soms, the dollar held steady.", "85 KGS"),
        ("The forecast for wheat was cut from 540 to 520 tenge, the dollar rose.", "520 KZT"),
        ("Рыба подорожала до 87 сомов, доллар тоже вырос.", "87 KGS"),
        ("Средний чек вырос до 600 тенге, доллар подорожал.", "600 KZT"),
        ("Прогноз по пшенице снизили с 540 до 520 тенге, доллар вырос.", "520 KZT"),
    ],
)
def test_a_verb_with_its_own_subject_tells_nothing_of_a_currency_behind_it(text: str, figure: str) -> None:
    assert _rates(text) == []
    assert figure in _figures(text)


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        ("Having climbed to 87 soms, the dollar fell.", "USD/KGS = 87"),
        ("After climbing to 87 soms, the dollar fell.", "USD/KGS = 87"),
        ("Резко подорожав до 90 сомов, доллар вскоре упал.", "USD/KGS = 90"),
        ("После роста до 90 сомов, доллар упал.", "USD/KGS = 90"),
    ],
)
def test_a_verb_without_a_person_tells_of_the_currency_behind_it(text: str, rate: str) -> None:
    assert _rates(text) == [rate]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("He sold his dollars for 500,000 tenge.", "500,000 KZT"),
        ("She sold her euros for 60,000 tenge.", "60,000 KZT"),
        ("He exchanged his euros for 95,000 soms.", "95,000 KGS"),
    ],
)
def test_a_comma_of_english_groups_thousands_in_a_short_sentence_too(text: str, figure: str) -> None:
    assert (_rates(text), _figures(text)) == ([], [figure])


def test_a_comma_before_three_digits_is_a_point_where_nothing_says_whose() -> None:
    assert _rates("USD/KZT 541,500") == ["USD/KZT = 541.500"]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Бір нан 180 теңге тұрады.", ["180 KZT"]),
        ("Бир нан 25 сом.", ["25 KGS"]),
        ("10 нан 20 теңгеге дейін", ["10 to 20 KZT"]),
        ("Шины 195/65/15 — 5000 сомов.", ["5,000 KGS"]),
    ],
)
def test_the_name_of_a_thing_is_no_end_of_a_range(text: str, figures: list[str]) -> None:
    assert _figures(text) == figures


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        ("Курсы: доллар 87,45, евро 95,10, рубль 1,07, тенге 0,17.", []),  # of whom, nobody says
        ("Обменники: доллар 87,2/87,6, тенге 0,16/0,18.", []),
        ("Курсы в Бишкеке: доллар 87,45, тенге 0,17.", ["USD/KGS = 87.45", "KZT/KGS = 0.17"]),
        ("Курс доллара к тенге 541,2, к рублю 92,1", ["USD/KZT = 541.2"]),
        ("Курс тенге 541,2 за доллар.", ["USD/KZT = 541.2"]),
    ],
)
def test_a_currency_with_a_price_of_its_own_prices_no_other(text: str, rates: list[str]) -> None:
    assert _rates(text) == rates


def test_a_currency_that_opens_a_pair_is_none_of_the_price_before_it() -> None:
    text = "USD/KZT 541.2 EUR/KZT 590.1 RUB/KZT 5.4"
    assert _rates(text) == ["USD/KZT = 541.2", "EUR/KZT = 590.1", "RUB/KZT = 5.4"]


def test_a_range_with_a_dash_may_tell_its_high_end_first() -> None:
    assert _rates("Курс колеблется в пределах 87,5–87,2 сома.") == ["USD/KGS = 87.2 to 87.5"]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Бо доллар нархи нон 10,8 сомонӣ", "10.8 TJS"),
        ("Из-за доллара цена риса выросла до 90 сомов.", "90 KGS"),
        ("Из-за курса доллара рис подорожал до 90 сомов.", "90 KGS"),
        ("Because of the dollar, rice costs 90 soms.", "90 KGS"),
        ("Доллар кымбаттагандыктан күрүч 90 сом болду.", "90 KGS"),
        ("Доллардың өсуінен нан 180 теңге болды.", "180 KZT"),
        ("Dollar oshgani uchun yog' 12 700 so'm bo'ldi.", "12,700 UZS"),
        ("Доллар ошгани учун ёғ 12 700 сўм бўлди.", "12,700 UZS"),
        ("Dollar galansoň tüwi 19 manada çykdy.", "19 TMT"),
    ],
)
def test_a_thing_nearer_to_the_price_than_a_currency_has_it(text: str, figure: str) -> None:
    assert (_rates(text), _figures(text)) == ([], [figure])


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Из-за доллара маршрутка стала стоить 90 сомов.", "90 KGS"),
        ("Because of the dollar the fare is 90 soms.", "90 KGS"),
        ("Доллардың кесірінен жол ақысы 540 теңгеге жетті.", "540 KZT"),
        ("Доллардын айынан унаа акысы 90 сомго чыкты.", "90 KGS"),
        ("Dollar sababli yo'l haqi 12 700 so'mga chiqdi.", "12,700 UZS"),
        ("Доллар сабабли йўл ҳақи 12 700 сўмга чиқди.", "12,700 UZS"),
        ("Аз сабаби доллар роҳкиро 10,8 сомонӣ шуд.", "10.8 TJS"),
        ("Dollar sebäpli ýol tölegi 19 manada çykdy.", "19 TMT"),
    ],
)
def test_a_currency_that_is_a_cause_has_no_price(text: str, figure: str) -> None:
    assert (_rates(text), _figures(text)) == ([], [figure])


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        ("Из-за доллара, который вырос до 90 сомов, всё подорожало.", ["USD/KGS = 90"]),
        ("Из-за доллара по 90 сомов всё подорожало.", ["USD/KGS = 90"]),
        ("Вслед за долларом евро подорожал до 95 сомов.", ["EUR/KGS = 95"]),
        ("Курс доллара после подорожания бензина составил 87,5 сома.", ["USD/KGS = 87.5"]),
        ("Курс доллара на фоне дорогого хлеба — 87,5 сома.", ["USD/KGS = 87.5"]),
        ("Доллар у магазина «Хлеб» продают по 87,5 сома.", ["USD/KGS = 87.5 (sell)"]),
        ("Курс доллара на фоне роста цен на бензин вырос до 87,5 сома.", ["USD/KGS = 87.5"]),
    ],
)
def test_a_cause_and_a_thing_of_no_price_leave_the_rate_as_it_is(text: str, rates: list[str]) -> None:
    assert _rates(text) == rates


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Магазин «Доллар» продаёт тетради по 85 сомов.", "85 KGS"),
        ("«Доллар» дүкөнүндө дептер 85 сомдон сатылат.", "85 KGS"),
        ("\"Dollar\" do'konida daftar 12 700 so'mdan sotiladi.", "12,700 UZS"),
        ("Dollar Tree sells notebooks at 85 soms.", "85 KGS"),
    ],
)
def test_a_currency_that_names_a_shop_has_no_price(text: str, figure: str) -> None:
    assert (_rates(text), _figures(text)) == ([], [figure])


def test_a_currency_in_quotation_marks_without_a_capital_letter_is_one() -> None:
    assert _rates("В обменниках «доллар» стоит 87,5 сома.") == ["USD/KGS = 87.5 (office)"]


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        ("У американца покупают дом за 90 сомов.", []),
        ("У соседа покупают дом за 90 сомов.", []),  # no pronoun in Russian
        ("Он теперь стоит 90 сомов.", ["USD/KGS = 90"]),
    ],
)
def test_a_preposition_is_no_pronoun_of_another_language(text: str, rates: list[str]) -> None:
    assert _rates(f"Доллар подорожал. {text}") == rates


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        ("Inflation is expected at 8 percent, the dollar costs 541 tenge.", ["USD/KZT = 541"]),
        ("Прогнозируется инфляция в 8 процентов, а доллар стоит 541 тенге.", ["USD/KZT = 541"]),
        (
            "The forecast for inflation was raised from 8 to 9 percent, the tenge is at 540 per dollar.",
            ["USD/KZT = 540"],
        ),
        (
            "Ожидается, что инфляция составит 8%, а доллар будет стоить 560 тенге.",
            ["USD/KZT = 560 (forecast)"],
        ),
        (
            "Аналитики прогнозируют рост ВВП на 5%, курс доллара — 560 тенге, инфляцию — 8%.",
            ["USD/KZT = 560 (forecast)"],
        ),
    ],
)
def test_what_is_expected_of_another_thing_is_no_forecast_of_a_rate(text: str, rates: list[str]) -> None:
    assert _rates(text) == rates


@pytest.mark.parametrize(
    "text",
    [
        "Прогноз по доллару повысили с 520 до 540 тенге.",
        "Прогноз курса доллара повышен с 520 до 540 тенге.",
        "The forecast for the dollar was raised from 520 to 540 tenge.",
    ],
)
def test_the_old_level_of_a_forecast_that_was_revised_is_a_forecast_too(text: str) -> None:
    assert _rates(text) == ["USD/KZT = 520 (forecast)", "USD/KZT = 540 (forecast)"]


def test_the_old_level_of_a_rate_that_will_rise_is_none() -> None:
    rates = ["USD/KZT = 520", "USD/KZT = 540 (forecast)"]
    assert _rates("По прогнозу доллар вырастет с 520 до 540 тенге.") == rates
    assert _rates("The forecast is that the dollar will rise from 520 to 540 tenge.") == rates


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Доллар вырос, тетради продают по 88 сомов.", "88 KGS"),
        ("The dollar rose, the fine is 88 soms.", "88 KGS"),
        ("The dollar is up: lunch is 88 soms.", "88 KGS"),
    ],
)
def test_a_noun_before_the_verb_of_a_price_has_it(text: str, figure: str) -> None:
    assert (_rates(text), _figures(text)) == ([], [figure])


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        ("Доллар вырос, быстро достиг 88 сомов.", ["USD/KGS = 88"]),
        ("Доллар вырос, в Оше стоит 88 сомов.", ["USD/KGS = 88"]),
        ("The dollar rose, banks sell it at 88 soms.", ["USD/KGS = 88 (bank, sell)"]),
        ("The dollar rose, its price is 88 soms.", ["USD/KGS = 88"]),
    ],
)
def test_a_clause_that_names_nothing_else_goes_on_about_the_currency(text: str, rates: list[str]) -> None:
    assert _rates(text) == rates


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Комиссия за обмен долларов 85 сомов.", "85 KGS"),
        ("The fee for exchanging dollars is 85 soms.", "85 KGS"),
        ("Доллар аудару 540 теңге тұрады.", "540 KZT"),
        ("Доллар которуу 85 сом турат.", "85 KGS"),
    ],
)
def test_what_it_costs_to_move_money_is_no_rate(text: str, figure: str) -> None:
    assert (_rates(text), _figures(text)) == ([], [figure])


@pytest.mark.parametrize(
    "text",
    [
        "Доллар без комиссии стоит 87,5 сома.",
        "При переводе доллар стоит 87,5 сома.",
        "Курс перевода доллара 87,5",
    ],
)
def test_a_rate_without_a_fee_or_of_a_transfer_is_one(text: str) -> None:
    assert _rates(f"{text}\nБишкек")[0].startswith("USD/KGS = 87.5")


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("iPhone 13/14/15 от 45 000 сомов.", ["45,000 KGS"]),
        ("iPhone 13/14/15 45 000 сомов.", ["45,000 KGS"]),
        ("Колготки 20/40/60 den 350 сом.", ["350 KGS"]),
        ("Samsung A14/A24/A34 15000/20000/25000 сом.", ["15,000 KGS", "20,000 KGS", "25,000 KGS"]),
        ("Флешки 16/32/64 ГБ 500/700/900 сомов.", ["500 KGS", "700 KGS", "900 KGS"]),
    ],
)
def test_models_by_strokes_before_a_price_are_no_amounts(text: str, figures: list[str]) -> None:
    assert _figures(text) == figures


@pytest.mark.parametrize(
    "text",
    [
        "Просмотры 5 миллионов, доход 6 миллионов сомов.",
        "Users grew to 5 million, revenue to 6 million soms.",
    ],
)
def test_users_and_views_are_no_money(text: str) -> None:
    assert _figures(text) == ["6,000,000 KGS"]


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        ("Et 19 manatdan satylýar, dollar 3,5 manat.", ["USD/TMT = 3.5"]),
        ("Эт 600 сомдон сатылат, доллар 87,5 сом.", ["USD/KGS = 87.5"]),
        (
            "Рубль покупают по 1,05, продают по 1,07 сома, а доллар 87.",
            ["RUB/KGS = 1.05 (buy)", "RUB/KGS = 1.07 (sell)", "USD/KGS = 87"],
        ),
        (
            "Курс покупки и продажи доллара 87,2 и 87,6, евро 95 и 96 сомов.",
            ["USD/KGS = 87.2 (buy)", "USD/KGS = 87.6 (sell)", "EUR/KGS = 95 (buy)", "EUR/KGS = 96 (sell)"],
        ),
    ],
)
def test_the_side_of_another_price_is_none_of_a_currency_behind_it(text: str, rates: list[str]) -> None:
    assert _rates(text) == rates


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        ("Индекс доллара вырос до 105,2, тенге стоит 541 за доллар.", ["USD/KZT = 541"]),
        ("Индекс доллара 105,2 пункта, тенге 541.", []),
        ("Ticket: $100, taxi: 8,700 soms.", []),
        ("Билет — 100 долларов, гостиница — 8 700 сомов.", []),
        ("Раньше за 1000 рублей давали 1 090, то сегодня — 1 070 сомов.", _THOUSAND),
        ("За 100 долларов, по данным банка, — 8 750 сомов.", ["USD/KGS = 8750 for 100 (bank)"]),
        (
            "100 долларов — 8 750 сомов, 1000 рублей — 1 070 сомов.",
            ["USD/KGS = 8750 for 100", "RUB/KGS = 1070 for 1000"],
        ),
    ],
)
def test_an_index_and_a_name_of_its_own_are_no_rates(text: str, rates: list[str]) -> None:
    assert _rates(text) == rates


def test_the_hundredth_of_a_manat_is_no_tenge() -> None:
    text = "Манат — денежная единица Туркменистана. 1 манат = 100 тенге."
    assert (_rates(text), _figures(text)) == ([], [])
    assert _rates("1 туркменский манат = 154,4 тенге.") == ["TMT/KZT = 154.4"]
