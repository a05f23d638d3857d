"""Sides of stated rates as who quotes them sees them, and rates in answers and histories."""

from __future__ import annotations

import pytest

from cafx import find_figures, find_rates


def _read(text: str) -> list[str]:
    assert not find_figures(text)
    return [f"{one.base}/{one.quote} {one.price} {one.side}" for one in find_rates(text)]


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        ("Доллар можно сдать за 446 тенге.", ["USD/KZT 446 buy"]),
        ("Сдать евро можно по 97,3 сома.", ["EUR/KGS 97.3 buy"]),
        ("Продать доллар можно по 87,1 сома.", ["USD/KGS 87.1 buy"]),
        ("You can sell dollars for 87 soms.", ["USD/KGS 87 buy"]),
        ("Exchange offices buy dollars from you at 87.2 soms.", ["USD/KGS 87.2 buy"]),
        ("Долларды 518 теңгеге тапсыруға болады.", ["USD/KZT 518 buy"]),
        ("Долларды 87 сомго тапшырса болот.", ["USD/KGS 87 buy"]),
        ("Dollarni 12 580 so‘mga topshirish mumkin.", ["USD/UZS 12580 buy"]),
        ("В обменниках доллар принимают по 87,2 сома.", ["USD/KGS 87.2 buy"]),
        ("Доллары предлагают по 512 тенге.", ["USD/KZT 512 sell"]),
        ("Евро можно приобрести по 600 тенге, а сдать — по 592.", ["EUR/KZT 600 sell", "EUR/KZT 592 buy"]),
        # what a client can buy money for is what it costs
        ("Купить доллар можно за 89,5 сома.", ["USD/KGS 89.5 None"]),
        ("You can buy dollars at 89.5 soms.", ["USD/KGS 89.5 None"]),
        ("Долларды 522 теңгеге сатып алуға болады.", ["USD/KZT 522 None"]),
        # the bank's own verbs stay as they are
        ("Банк покупает доллар по 519 тенге.", ["USD/KZT 519 buy"]),
        ("Dollar 12 700 so‘mga sotilishi mumkin.", ["USD/UZS 12700 sell"]),
    ],
)
def test_a_side_is_seen_from_who_quotes(text: str, rates: list[str]) -> None:
    assert _read(text) == rates


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        ("Почём продают доллар? — По 89,5 сома.", ["USD/KGS 89.5 sell"]),
        ("Доллар канчадан сатылат? 87,5 сомдон.", ["USD/KGS 87.5 sell"]),
        ("Dollar qanchadan sotilyapti? 12 700 so‘mdan.", ["USD/UZS 12700 sell"]),
    ],
)
def test_an_answer_is_the_price_that_was_asked_for(text: str, rates: list[str]) -> None:
    assert _read(text) == rates


@pytest.mark.parametrize(
    "text",
    [
        "Почём продают хлеб? По 89,5 сома.",
        "Почему подорожал доллар? По 500 тенге раздали всем.",
        "Почём доллар? Билет стоит 500 тенге.",
        "Сколько стоит доллар? 500 тенге за билет.",
        "Квартиру сдают за 300 000 тенге.",
        "Доллар растёт, а молоко в сёлах меняют по 521 тенге.",
    ],
)
def test_an_amount_that_answers_nothing_stays_a_figure(text: str) -> None:
    assert find_figures(text)
    assert not find_rates(text)


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        ("Курс доллара изменился с 4,69 до 155 тенге.", ["USD/KZT 4.69 None", "USD/KZT 155 None"]),
        ("The rate went from 4.69 to 155 tenge per dollar.", ["USD/KZT 4.69 None", "USD/KZT 155 None"]),
        ("Курсы: 1 доллар - 147,55 тенге, 1 РР - 4,72 тенге.", ["USD/KZT 147.55 None", "RUB/KZT 4.72 None"]),
        ("1 ýuan 2 manat 70 teňňä deň boldy.", ["CNY/TMT 2.70 None"]),
        ("Türk lirasy 0,45 manatdan satyldy.", ["TRY/TMT 0.45 sell"]),
        ("Доллар в обменниках меняют по 521 тенге.", ["USD/KZT 521 None"]),
        ("Турецкая лира стоит 12,6 тенге.", ["TRY/KZT 12.6 None"]),
    ],
)
def test_levels_of_different_times_and_other_currencies_are_rates(text: str, rates: list[str]) -> None:
    assert _read(text) == rates


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        # a client's verbs go on behind *and*; a bank that is named sells for itself
        (
            "Доллар в Ашхабаде можно купить за 7 манатов 30 тенге, а продать за 7 манатов.",
            ["USD/TMT 7.30 sell", "USD/TMT 7 buy"],
        ),
        (
            "You can buy dollars at 87.5 soms and sell at 86.9 soms.",
            ["USD/KGS 87.5 sell", "USD/KGS 86.9 buy"],
        ),
        (
            "Доллар можно купить за 87,5 сома, банки готовы продать его за 88 сомов.",
            ["USD/KGS 87.5 sell", "USD/KGS 88 sell"],
        ),
        # what some sell at others do too, and a name that ends in *bank* is one
        (
            "Большинство банков продают доллар по 10 950 сумов, некоторые — по 10 955 сумов.",
            ["USD/UZS 10950 sell", "USD/UZS 10955 sell"],
        ),
        (
            "Ориёнбанк покупает доллар по 10,9 сомони, Банк Эсхата — по 10,95 сомони.",
            ["USD/TJS 10.9 buy", "USD/TJS 10.95 buy"],
        ),
        # what is given for a dollar, beside what it is sold at
        (
            "Bir dollar 4,70 manatdan satylan bolsa, häzir bir dollara 5,40 manat berilýär.",
            ["USD/TMT 4.70 sell", "USD/TMT 5.40 buy"],
        ),
    ],
)
def test_the_verb_of_a_price_tells_whose_side_it_is(text: str, rates: list[str]) -> None:
    assert _read(text) == rates


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        ("Курс доллара составил 7,19 сомони, евро-7,74 сомони.", ["USD/TJS = 7.19", "EUR/TJS = 7.74"]),
        ("Ҳар доллар 8 сомону 4 дирам аст.", ["USD/TJS = 8.04"]),
        ("The dollar costs 27 or 28 manats.", ["USD/TMT = 27 to 28"]),
        ("The manat traded on the street for around 27 or 28 to the dollar.", ["USD/TMT = 27 to 28"]),
        ("The euro was set at 9645.48 soum (4678.6 soum higher than a week ago).", ["EUR/UZS = 9645.48"]),
        ("Доллар стоит 541 тенге, это на 5 тенге выше, чем вчера.", ["USD/KZT = 541"]),
    ],
)
def test_what_is_printed_close_together_is_read_as_it_is_meant(text: str, rates: list[str]) -> None:
    assert [str(rate).partition(" (")[0] for rate in find_rates(text)] == rates
    assert not find_figures(text)


def test_a_list_over_years_has_the_currency_of_its_title() -> None:
    title = "O‘zbek so‘mining dollarga nisbatan kursi quyidagicha bo‘lishi kutilmoqda:"
    rows = "- 2025-yil — 13 650 so‘m;\n- 2026-yil — 14 300 so‘m."
    assert [(str(rate), rate.market_said) for rate in find_rates(f"{title}\n{rows}")] == [
        ("USD/UZS = 13650 (forecast)", "forecast"),
        ("USD/UZS = 14300 (forecast)", "forecast"),
    ]
    assert not find_rates(f"Maktab byudjeti quyidagicha bo‘ladi:\n{rows}")
    assert not find_rates(f"{title}\n- 2025-yil — 13 650 ta uy;")


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        ("The dollar/tenge rate stood at 521.3 on Friday.", ["USD/KZT = 521.3"]),
        ("Пара доллар/тенге торгуется на уровне 520,35.", ["USD/KZT = 520.35"]),
        (
            "Dollar 12 700 so‘m. Kelasi hafta dollar kursining 12 780–12 900 orasida saqlanishi kutilmoqda.",
            ["USD/UZS = 12700", "USD/UZS = 12780 to 12900 (forecast)"],
        ),
        ("Dollar 12 700 so‘m. Kursga 12 780–12 900 talaba yozilishi kutilmoqda.", ["USD/UZS = 12700"]),
        ("The euro/dollar rate was 1.08.", []),
    ],
)
def test_a_pair_in_words_and_a_range_that_is_expected(text: str, rates: list[str]) -> None:
    assert [str(rate) for rate in find_rates(text)] == rates


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        ("Қозоғистон тенгеси 22,81 сўм этиб белгиланди.", ["KZT/UZS = 22.81"]),
        (
            "Обменные пункты покупают российскую валюту по 0,94-0,96 сома.",
            ["RUB/KGS = 0.94 to 0.96 (office, buy)"],
        ),
        (
            "Доллар 341,40 теңгеге тең болды. Ал, Еуропа ақшасы 407-408 теңгеден сатылуда.",
            ["USD/KZT = 341.40", "EUR/KZT = 407 to 408 (sell)"],
        ),
        (
            "Як доллар 6,46-6,48 сомонӣ харидорӣ ва то 6,56 сомонӣ фурӯхта мешавад.",
            ["USD/TJS = 6.46 to 6.48 (buy)", "USD/TJS = 6.56 (sell)"],
        ),
    ],
)
def test_a_currency_is_named_by_its_country_too(text: str, rates: list[str]) -> None:
    assert [str(rate) for rate in find_rates(text)] == rates


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        # a possibility that governs no verb of trade, or not this one
        (
            "Теперь можно: обменники покупают доллар по 515 тенге и продают по 520 тенге.",
            ["USD/KZT 515 buy", "USD/KZT 520 sell"],
        ),
        ("You can see that banks sell dollars at 520 tenge.", ["USD/KZT 520 sell"]),
        ("Можно не сомневаться: обменники продают доллар по 520 тенге.", ["USD/KZT 520 sell"]),
        ("The dollar can be sold by banks at 520 tenge.", ["USD/KZT 520 sell"]),
        (
            "In Almaty you can see exchange offices that buy dollars at 515 tenge and sell at 520 tenge.",
            ["USD/KZT 515 buy", "USD/KZT 520 sell"],
        ),
        # handing in, taking and offering something else
        ("Полицейские сдают нормы: доллар стоит 520 тенге.", ["USD/KZT 520 None"]),
        ("Банк сдает доллар по 520 тенге.", ["USD/KZT 520 None"]),
        ("The bank accepted the proposal to fix the dollar at 520 tenge.", ["USD/KZT 520 None"]),
        ("The minister offered no comment with the dollar at 520 tenge.", ["USD/KZT 520 None"]),
        # a level before a comparative of something else
        ("The dollar rose to 541 tenge more slowly.", ["USD/KZT 541 None"]),
        ("Dollar sells at 541 tenge less a fee.", ["USD/KZT 541 sell"]),
        # a pair of foreign money has no price in the five
        ("Пара доллар/рубль 95,1; доллар/тенге 520,5.", ["USD/KZT 520.5 None"]),
        ("1 dollar/tenge 520,5, доллар/рубль 95,1", ["USD/KZT 520.5 None"]),
    ],
)
def test_a_word_that_governs_another_verb_turns_no_side(text: str, rates: list[str]) -> None:
    assert _read(text) == rates


@pytest.mark.parametrize(
    "text",
    [
        "Сколько вы платите налога в долларах? — 450 тенге.",
        "Сколько людей купили доллар? 500 тенге.",
        "Сколько стоит проезд до доллара? — 80 сомов.",
        "How much is a dollar ticket? 500 tenge.",
        "Цены на хлеб в пересчёте на доллар:\n2024 год — 450 тенге\n2025 год — 520 тенге",
        "Зарплата учителя, курс доллара и хлеб:\n2024 год — 450 тенге",
    ],
)
def test_a_question_or_a_title_of_something_else_makes_no_rate(text: str) -> None:
    assert find_figures(text)
    assert not find_rates(text)


def test_money_of_others_beside_a_rate_stays_a_figure() -> None:
    text = "The dollar costs 541 tenge, and salaries are 30 000 tenge higher."
    assert [str(figure) for figure in find_figures(text)] == ["30,000 KZT"]


def test_a_question_about_another_currency_ends_the_one_before() -> None:
    text = "Почём доллар? — По 520 тенге. А евро? — По 600 тенге."
    assert [str(rate) for rate in find_rates(text)] == ["USD/KZT = 520"]


@pytest.mark.parametrize(
    "text",
    [
        "Почём продают доллар и покупают евро? По 520 тенге.",
        "Продают доллар и покупают евро? По 520.",
        "Какой курс доллара и евро? Курс 520 тенге.",
        "What are the dollar and euro rates? The rate is 520 tenge.",
        "Доллар жана евронун курсу кандай? Курс 87,5 сом.",
        "How much do they sell dollars and buy euros for? At 520 tenge.",
        "Доллар сатып, евро сатып алабы? 87,5 сомдон.",
        "Долларды сатып, еурону сатып алады ма? 520 теңгеден.",
        "Dollar sotiladi, yevro sotib olinadi? 12 700 so‘mdan.",
        "Доллар сотилади, евро сотиб олинади? 12 700 сўмдан.",
        "Доллар мефурӯшанд ва евро мехаранд? 10,9 сомонӣ.",
        "Dollar satylýar, ýewro satyn alynýar? 19,5 manatdan.",
    ],
)
def test_one_price_answers_no_question_about_two_currencies(text: str) -> None:
    assert not find_rates(text)


def test_the_prices_of_one_currency_answer_a_question_about_it() -> None:
    assert _read("Доллар? 520/525 тенге.") == ["USD/KZT 520 buy", "USD/KZT 525 sell"]


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        ("Доллар покупают (в Халык банке, Kaspi, Jusan) по 440, а продают по 444 тенге.",
         ["USD/KZT 440 buy", "USD/KZT 444 sell"]),
        ("Dollars are bought at three banks (Demir, Bakai, Optima) for 87.3 soms.", ["USD/KGS 87.3 buy"]),
        ("The dollar costs 87.3 soms (Demir, Bakai) for buying and 87.6 soms (Kompanion) for selling.",
         ["USD/KGS 87.3 buy", "USD/KGS 87.6 sell"]),
        ("Доллар по 87,3 сома (Демир, Бакай, Оптима) покупают.", ["USD/KGS 87.3 buy"]),
        ("Доллар 541 теңгеден (Halyk, Kaspi, Jusan және Forte) сатылады.", ["USD/KZT 541 sell"]),
        ("Доллар 87,3 сомдон (Демир, Бакай) сатып алынып, 87,6 сомдон (Оптима) сатылат.",
         ["USD/KGS 87.3 buy", "USD/KGS 87.6 sell"]),
        ("Dollar 12 700 so‘mdan (Kapitalbank, Asakabank) sotib olinmoqda.", ["USD/UZS 12700 buy"]),
        ("Доллар 12 700 сўмдан (Асакабанк, Ҳамкорбанк) сотилмоқда.", ["USD/UZS 12700 sell"]),
        ("Доллар 10,9 сомонӣ (Эсхата, Арванд) мефурӯшанд.", ["USD/TJS 10.9 sell"]),
        ("Dollar 19,5 manatdan (Rysgal, Halkbank) satylýar.", ["USD/TMT 19.5 sell"]),
        # what is traded in another clause, and a bracket with a price of its own
        ("Доллар стоит 87,3 сома (Демир, Бакай), продают хлеб.", ["USD/KGS 87.3 None"]),
        ("Доллар стоит 16 манатов (продают по 16,2 маната).", ["USD/TMT 16 None", "USD/TMT 16.2 sell"]),
    ],
)  # fmt: skip
def test_a_side_stands_on_either_end_of_a_list_of_banks(text: str, rates: list[str]) -> None:
    assert _read(text) == rates


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        ("1 amerikan dollaryny 20 manatdan satyn alypdyrlar, 20,4 manatdan hem satypdyrlar.",
         ["USD/TMT 20 buy", "USD/TMT 20.4 sell"]),
        ("Dollary 20,4 manatdan satýarlar, 20 manatdan hem satyn alýarlar.",
         ["USD/TMT 20.4 sell", "USD/TMT 20 buy"]),
        # what joins the price to the name of another
        ("1 dollary 20,4 manatdan satýarlar, 20,5 manat hem satyn alyş kursy 19 manat.",
         ["USD/TMT 20.4 sell", "USD/TMT 20.5 sell", "USD/TMT 19 buy"]),
    ],
)  # fmt: skip
def test_too_stands_between_a_price_and_its_verb(text: str, rates: list[str]) -> None:
    assert _read(text) == rates


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        ("Gara bazarda 1 dollary 22 manatdan hödürlediler.", ["USD/TMT 22 sell"]),
        ("Алматыда доллар 520 теңгеден ұсынылып жатыр.", ["USD/KZT 520 sell"]),
        ("Dollar 12 700 so‘mdan taklif qilinmoqda.", ["USD/UZS 12700 sell"]),
        # so much offered for a dollar, and an offer to buy
        ("Gara bazarda 1 dollara 22 manat hödürleýärler.", ["USD/TMT 22 None"]),
        ("Банк долларды 520 теңгеден сатып алуды ұсынды.", ["USD/KZT 520 buy"]),
    ],
)
def test_what_is_offered_from_a_price_is_sold(text: str, rates: list[str]) -> None:
    assert _read(text) == rates


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Доллар 493,4–495,8 теңге аралығында сатып алынып, сатылуда;\nеуро 567–577,7 теңге аралығында.",
         ["both", "both"]),
        ("Доллар 493–495 теңгеден сатып алынып, сатылып жатыр.", ["both"]),
        ("Доллар 493–495 теңгеден сатып алынып, 497–499 теңгеден сатылуда.", ["buy", "sell"]),
        ("Доллар 493–495 теңгеден сатып алынып, сатушылар көбейді.", ["buy"]),
        ("Доллар 493–495 теңгеден сатып алынып, еуро сатылуда.", ["buy"]),
    ],
)  # fmt: skip
def test_two_verbs_behind_one_range_are_of_its_two_ends(text: str, sides: list[str]) -> None:
    assert [rate.side for rate in find_rates(text)] == sides


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Доллар 519,5 теңгеден қабылданып, 521 теңгеден сатылады. Астанада – 518 және 525 теңге.",
         ["buy", "sell", "buy", "sell"]),
        ("Доллар 519,5 теңгеден қабылданады. Астанада – 518 және 525 теңге.", ["buy", None]),
    ],
)  # fmt: skip
def test_two_prices_have_the_sides_that_the_sentence_before_told_by_any_verb(
    text: str, sides: list[str | None]
) -> None:
    assert [rate.side for rate in find_rates(text)] == sides


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        ("Фурӯши 1 евро, ки дирӯз 13,50 сомонӣ буд, имрӯз 13,37 сомонӣ муқаррар шудааст.",
         ["EUR/TJS 13.50 sell", "EUR/TJS 13.37 sell"]),
        ("Хариди 1 доллар дирӯз 10,50 сомонӣ буд, имрӯз 10,52 сомонӣ аст.",
         ["USD/TJS 10.50 buy", "USD/TJS 10.52 buy"]),
        # the price of another currency
        ("Фурӯши 1 евро 13,50 сомонӣ буд, доллар имрӯз 10,52 сомонӣ шуд.",
         ["EUR/TJS 13.50 sell", "USD/TJS 10.52 None"]),
    ],
)  # fmt: skip
def test_a_side_before_its_currency_is_of_all_its_days(text: str, rates: list[str]) -> None:
    assert _read(text) == rates
