"""Stated rates in languages whose verb stands last, and what only looks like them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from cafx import find_figures, find_rates


def _read(text: str) -> list[str]:
    return [str(rate) for rate in find_rates(text)]


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        (
            "Айырбас пункттерінде доллар 518–520-дан сатып алынып, 522–524-тен сатылуда.",
            ["USD/KZT = 518 to 520 (office, buy)", "USD/KZT = 522 to 524 (office, sell)"],
        ),
        ("Бүгүн алмаштыруу жайларында доллар 86-87ден сатылууда.", ["USD/KGS = 86 to 87 (office, sell)"]),
        (
            "Bugun Toshkentdagi ayirboshlash shoxobchalarida dollar 12 700–12 720-dan sotilmoqda.",
            ["USD/UZS = 12700 to 12720 (office, sell)"],
        ),
        (
            "Бугун Тошкентдаги айирбошлаш шохобчаларида доллар 12 700–12 720-дан сотилмоқда.",
            ["USD/UZS = 12700 to 12720 (office, sell)"],
        ),
        ("Gara bazarda dollar 19,5–19,6-dan satylýar.", ["USD/TMT = 19.5 to 19.6 (street, sell)"]),
    ],
)
def test_an_ending_behind_bare_numbers_is_of_both_ends(text: str, rates: list[str]) -> None:
    assert _read(text) == rates


@pytest.mark.parametrize(
    "text",
    [
        "Бүгін Алматыда доллар дүкендерінде киім 500–520-дан сатылуда.",
        "Доллар сатылған 341-342-ден астам айырбас пункті жабылды.",
    ],
)
def test_things_sold_from_so_much_have_no_rate(text: str) -> None:
    assert not _read(text)


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
    ("text", "rates"),
    [
        (
            "Жыл басынан бері 520 теңгенің маңында сақталып келген доллар 541 теңгеге жетті.",
            ["USD/KZT = 520", "USD/KZT = 541"],
        ),
        (
            "2016-жылдан бери 69 сомдун тегерегинде сакталып келген доллар 85 сомго жетти.",
            ["USD/KGS = 69", "USD/KGS = 85"],
        ),
        (
            "Bir yildan beri 12 700 so‘m atrofida saqlanib turgan dollar 12 950 so‘mga chiqdi.",
            ["USD/UZS = 12700", "USD/UZS = 12950"],
        ),
        (
            "Бир йилдан бери 12 700 сўм атрофида сақланиб келган доллар 12 950 сўмга чиқди.",
            ["USD/UZS = 12700", "USD/UZS = 12950"],
        ),
        (
            "Bir ýyl bäri 19 manadyň töwereginde saklanyp gelen dollar 20 manada çykdy.",
            ["USD/TMT = 19", "USD/TMT = 20"],
        ),
        ("Жыл башынан бери 69 сомдун тегерегинде сакталып келген нан 85 сомго жетти.", []),
    ],
)
def test_a_participle_of_staying_tells_the_price_before_its_currency(text: str, rates: list[str]) -> None:
    assert _read(text) == rates


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        (
            "Рубль бағамы төмендеп, бұрынғы 6,51 деңгейінен 5,48-ге жетті.",
            ["RUB/KZT = 6.51", "RUB/KZT = 5.48"],
        ),
        (
            "Рублдун курсу төмөндөп, мурунку 1,01 деңгээлинен 0,861ге жетти.",
            ["RUB/KGS = 1.01", "RUB/KGS = 0.861"],
        ),
        (
            "Rubl kursi pasayib, avvalgi 151,2 darajasidan 138,4 ga tushdi.",
            ["RUB/UZS = 151.2", "RUB/UZS = 138.4"],
        ),
        (
            "Рубл курси пасайиб, аввалги 151,2 даражасидан 138,4га тушди.",
            ["RUB/UZS = 151.2", "RUB/UZS = 138.4"],
        ),
        ("Rublyň kursy peselip, öňki 0,31 derejesinden 0,24-e düşdi.", ["RUB/TMT = 0.31", "RUB/TMT = 0.24"]),
        ("Рублдун курсу төмөндөдү, инфляция 10,1 деңгээлинен 8,6га жетти.", []),
        ("Рубль бағамы әлсіреп, Каспий деңгейі 6,51 деңгейінен 5,48-ге түсті.", []),
    ],
)
def test_bare_levels_of_a_named_rate_are_rates(text: str, rates: list[str]) -> None:
    assert _read(text) == rates


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        (
            "Банктер долларды 518,5 бағамымен сатып алып, оны 522 бағамымен сатады.",
            ["USD/KZT = 518.5 (bank, buy)", "USD/KZT = 522 (bank, sell)"],
        ),
        (
            "Алмаштыруу бюролору долларды 57,8 курсу менен сатып алып, аны 60 курсу менен сатат.",
            ["USD/KGS = 57.8 (office, buy)", "USD/KGS = 60 (office, sell)"],
        ),
        (
            "Banklar dollarni 12 640 kursi bo‘yicha sotib olib, uni 12 720 kursi bo‘yicha sotmoqda.",
            ["USD/UZS = 12640 (bank, buy)", "USD/UZS = 12720 (bank, sell)"],
        ),
        (
            "Банклар долларни 12 640 курси бўйича сотиб олиб, уни 12 720 курси бўйича сотмоқда.",
            ["USD/UZS = 12640 (bank, buy)", "USD/UZS = 12720 (bank, sell)"],
        ),
        (
            "Söwdagärler dollary 19,3 kursy bilen satyn alyp, ony 19,6 kursy bilen satýarlar.",
            ["USD/TMT = 19.3 (buy)", "USD/TMT = 19.6 (sell)"],
        ),
        ("Студенттер 5 курсу менен доллар сатып алды.", []),
        ("Доллар 2024 курсы бойынша сатылды.", []),
    ],
)
def test_the_noun_behind_a_number_makes_it_a_rate_with_the_verb_behind(text: str, rates: list[str]) -> None:
    assert _read(text) == rates


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        ("Рубль бағамы 6,51 теңгені құрап, 5,75 пайызға қымбаттады.", ["RUB/KZT = 6.51"]),
        ("Рублдин куну 1,011 сомду түзүп, 0,75 пайызга кымбаттаган.", ["RUB/KGS = 1.011"]),
        ("Rubl kursi 151,2 so‘mni tashkil etib, 98,5 foizga oshdi.", ["RUB/UZS = 151.2"]),
        ("Рубл курси 151,2 сўмни ташкил этиб, 98,5 фоизга ошди.", ["RUB/UZS = 151.2"]),
        ("Rublyň hümmeti 0,24 manada ýetip, 0,15 göterim arzanlady.", ["RUB/TMT = 0.24"]),
    ],
)
def test_so_many_per_cent_are_no_rate(text: str, rates: list[str]) -> None:
    assert _read(text) == rates


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        ("Теңге енгізілгенде 4,75 теңгенің құны 1 АҚШ долларына тең болатын.", "USD/KZT = 4.75"),
        ("Сом киргизилгенде 4 сомдун баасы 1 АКШ долларына барабар болгон.", "USD/KGS = 4"),
        ("Manat girizilende 2 manadyň hümmeti 1 amerikan dollaryna barabardy.", "USD/TMT = 2"),
    ],
)
def test_money_whose_worth_equals_a_unit_has_a_rate_of_any_size(text: str, rate: str) -> None:
    assert _read(text) == [rate]


@pytest.mark.parametrize(
    "text",
    ["2 manadyň hümmeti 1 amerikan dollaryna barabar däl.", "2 manadyň hümmeti 1 çörege barabar."],
)
def test_money_that_equals_no_unit_has_no_rate(text: str) -> None:
    assert not _read(text)
    assert find_figures(text)


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


def test_a_level_in_thousands_beyond_every_rate_so_far_is_told_by_its_verb() -> None:
    text = "Iqtisodchilar fikricha, agar kurs erkinlashsa, 1 dollar 20 ming so‘mgacha ko‘tariladi."
    assert _read(text) == ["USD/UZS = 20000"]
    assert not _read("Iqtisodchilar fikricha, kurs oshsa, 1 dollarlik xizmat 20 ming so‘mgacha ko‘tariladi.")
    assert not _read("1 доллар турадиган нон нархи курс ошса 20 минг сўмгача кўтарилади.")


def test_decimals_cut_off_both_ends_of_a_range_are_joined() -> None:
    text = (
        "Бугун кредит ташкилотларида нақд валютани сотишнинг ўртача курси:\n"
        "1 АҚШ доллари 10. 2803 дан 10. 3000 сомонийгача;\n1 евро 11, 2239 дан 11, 2300 сомонийгача."
    )
    assert [(str(rate.base), rate.ends, rate.side) for rate in find_rates(text)] == [
        ("USD", (Decimal("10.2803"), Decimal("10.3000")), "sell"),
        ("EUR", (Decimal("11.2239"), Decimal("11.2300")), "sell"),
    ]
    assert not find_rates("1 евро 11, 2239 дан 25, 2300 сомонийгача.")


def test_the_unit_of_a_row_of_the_five_is_no_price_of_the_row_before() -> None:
    text = "Ресми бағамдар:\n10 АРМЯН ДРАМЫ AMD / KZT 11.38\n1 ҚЫРҒЫЗ СОМЫ KGS / KZT 5"
    assert _read(text) == ["AMD/KZT = 11.38 for 10 (official)", "KGS/KZT = 5 (official)"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Қара нарықта доллар 541 теңгеден сатылуда.", "street"),
        ("Кара базарда доллар 88 сомдон сатылууда.", "street"),
        ("Garabazarda dollar 19,6 manatdan satylýar.", "street"),
        ("Qora bozorda dollar 12 900 so‘mdan sotilmoqda.", "street"),
        ("Қора бозорда доллар 12 900 сўмдан сотилмоқда.", "street"),
        ("Улуттук банктын маалыматына караганда, доллардын курсу 87,45 сом болду.", "official"),
        ("Қара алтын арзандап, бір доллар 488 теңге болды.", None),
        ("27 қарашада бір доллар 488 теңге болды.", None),
        ("Орташа бағам бір доллар үшін 488 теңге болды.", "market"),
        ("Айырбастау пункттерінде долларды орташа есеппен 511,5 теңгеден сатып алуда.", "office"),
        ("Shoxobchalarda dollar o‘rtacha 12 720 so‘mdan sotilmoqda.", "office"),
    ],
)
def test_who_says_a_rate_is_told_by_a_whole_word_and_the_one_behind(text: str, said: str | None) -> None:
    assert [rate.market_said for rate in find_rates(text)] == [said]


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
