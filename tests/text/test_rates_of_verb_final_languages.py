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
        "Доллар бағамы өсіп, базарда 500-ден сатылып жүрген көйлек қымбаттады.",
    ],
)
def test_things_sold_from_so_much_have_no_rate(text: str) -> None:
    assert not _read(text)


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
    ("text", "rates"),
    [
        (
            "1993 жылы бір доллар 4,75 теңге тұратын, ал 1999 жылы 138 теңгеге жетті.",
            ["USD/KZT = 4.75", "USD/KZT = 138"],
        ),
        ("1993-жылы бир доллар 4 сом турчу, 2000-жылы 48 сомго жеткен.", ["USD/KGS = 4", "USD/KGS = 48"]),
        ("1996-yilda bir dollar 40 so‘m turardi.", ["USD/UZS = 40"]),
        ("1996-йилда бир доллар 40 сўм турарди.", ["USD/UZS = 40"]),
        (
            "1993-nji ýylda bir dollar 2 manatdy, 2008-nji ýylda bolsa 14250 manada deňdi.",
            ["USD/TMT = 2", "USD/TMT = 14250"],
        ),
        ("Dollar düýn 19,4 manatdy. Bu gün ol 19,6 manada ýetdi.", ["USD/TMT = 19.4", "USD/TMT = 19.6"]),
        ("Dollar gymmatlady, bir çörek 20 manatdy.", []),
        ("Bir dollarlyk haryt 20 manatdy.", []),
        ("Доллар өсіп тұрды, нан 230 теңге тұрды.", []),
    ],
)
def test_what_a_currency_cost_is_told_by_a_verb_or_a_copula(text: str, rates: list[str]) -> None:
    assert _read(text) == rates


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        ("Доллар бағамы өсті. Ол 2 мың долларды 520 теңгеден сатты.", ["USD/KZT = 520 (sell)"]),
        ("Доллар кымбаттады. Банк 5 миң долларды 87,2 сомдон сатып алды.", ["USD/KGS = 87.2 (bank, buy)"]),
        (
            "Dollar kursi oshdi. Bank 20 ming dollarni 12 640 so‘mdan sotib oldi.",
            ["USD/UZS = 12640 (bank, buy)"],
        ),
        ("Доллар кымбаттады. Ал 100 долларлык телефонду 8700 сомдон сатып алды.", []),
        ("Доллар кымбаттады. Ал 500 долларды берип, этти 870 сомдон сатып алды.", []),
    ],
)
def test_so_much_money_that_is_sold_from_a_price_has_a_rate(text: str, rates: list[str]) -> None:
    assert _read(text) == rates


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ұлттық банктің ресми бағамы: доллар – 519,88 теңге, еуро – 601 теңге.", "official"),
        ("Улуттук банктын эсептик курсу: доллар – 87,45 сом, евро – 101,2 сом.", "official"),
        ("Курс Национального банка: доллар – 87,45 сома, евро – 101,2 сома.", "official"),
        ("Айырбас пункттері: доллар – 519/522, еуро – 600/604.", "office"),
    ],
)
def test_the_head_of_a_list_in_its_line_says_whose_rates_they_are(text: str, said: str) -> None:
    assert {rate.market_said for rate in find_rates(text)} == {said}


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        (
            "Ұлттық банк долларды 519,88 теңге, еуронікін 601,3 теңге деп белгіледі.",
            ["USD/KZT = 519.88 (official)", "EUR/KZT = 601.3 (official)"],
        ),
        (
            "Улуттук банк доллардын курсун 87,45 сом, евронукун 101,2 сом деп белгиледи.",
            ["USD/KGS = 87.45 (official)", "EUR/KGS = 101.2 (official)"],
        ),
        (
            "Dollar kursi 12 712 so‘mni, yevroniki 13 990 so‘mni tashkil etdi.",
            ["USD/UZS = 12712", "EUR/UZS = 13990"],
        ),
        (
            "Dollaryň kursy 3,5 manat, ýewronyňky 4,1 manat boldy.",
            ["USD/TMT = 3.5", "EUR/TMT = 4.1"],
        ),
    ],
)
def test_that_of_another_currency_is_its_own_rate(text: str, rates: list[str]) -> None:
    assert _read(text) == rates


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        ("1000 rubl uchun 140 ming so‘m berishmoqda.", ["RUB/UZS = 140000 for 1000"]),
        ("100 доллар учун 1 миллион 270 минг сўм беришмоқда.", ["USD/UZS = 1270000 for 100"]),
        ("100 доллар үшін 52 мың теңге береді.", ["USD/KZT = 52000 for 100"]),
        ("Ish haqi 100 dollar, bola uchun 1 million 270 ming so‘m berishmoqda.", []),
        ("За 100 долларов он купил телефон, за 52 тысячи тенге — часы.", []),
    ],
)
def test_thousands_are_paid_for_many_units(text: str, rates: list[str]) -> None:
    assert _read(text) == rates


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        ("АҚШ ақшасының бағамы 341,19-ды құрады.", ["USD/KZT = 341.19"]),
        ("Доллардын курсу бүгүн 87,45-ти түздү.", ["USD/KGS = 87.45"]),
        ("Dollar kursi bugun 12 650,45-ni tashkil etdi.", ["USD/UZS = 12650.45"]),
        # the rate grew, and another number came to so much
        ("Доллар бағамы өсіп, инфляция 341,19-ды құрады.", []),
        ("Доллар бағамының индексі 341,19-ды құрады.", []),
        ("Доллар сатылымы 341,19-ды құрады.", []),
    ],
)
def test_a_rate_comes_to_a_number_in_the_accusative(text: str, rates: list[str]) -> None:
    assert _read(text) == rates


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        (
            "Валютани сотишнинг ўртача курси:\n1 Россия рубли 0,1470 дан 0,1465 сомонийгача.",
            ["RUB/TJS = 0.1465 to 0.1470"],
        ),
        (
            "Доллардын баасы сатып алуу үчүн 87,5 сомдон 87,2 сомго чейин болсо, сатуу үчүн 87,9 сом.",
            ["USD/KGS = 87.2 to 87.5", "USD/KGS = 87.9"],
        ),
        # a change from one level to the other
        (
            "1 Россия рубли 0,1470 дан 0,1465 сомонийгача тушди.",
            ["RUB/TJS = 0.1470", "RUB/TJS = 0.1465"],
        ),
        (
            "Доллар 87,5 сомдон 87,2 сомго чейин түшкөн болсо, евро 98 сом.",
            ["USD/KGS = 87.5", "USD/KGS = 87.2", "EUR/KGS = 98"],
        ),
    ],
)
def test_a_falling_range_is_told_from_a_change(text: str, rates: list[str]) -> None:
    assert [one.partition(" (")[0] for one in _read(text)] == rates


@pytest.mark.parametrize(
    ("end", "rates"),
    [
        ("Sotib olish narxi esa 12 060 so‘mdan 12 025 so‘mgacha yetdi.", ["12025 to 12060 (buy)"]),
        # what fell, and the same side on another day
        ("Sotib olish narxi 12 060 so‘mdan 12 025 so‘mgacha tushdi.", ["12060 (buy)", "12025 (buy)"]),
        ("Kecha sotish kursi 12 060 so‘mdan 12 025 so‘mgacha yetdi.", ["12060 (sell)", "12025 (sell)"]),
    ],
)
def test_a_range_of_one_side_reaches_its_end_beside_that_of_the_other(end: str, rates: list[str]) -> None:
    text = "Dollarni sotish kursi 12 140 so‘mdan 12 100 so‘mgacha belgilandi. " + end
    assert _read(text) == [f"USD/UZS = {rate}" for rate in ["12100 to 12140 (sell)", *rates]]


@pytest.mark.parametrize(
    ("start", "rates"),
    [
        ("Доллар сатып алуу үчүн 87,5 сомдон 87,2 сомго чейин болсо, ", ["87.2 to 87.5", "87.6 to 87.9"]),
        ("Доллар сатып алуу үчүн 87,5 сом болсо, ", ["87.5", "87.6", "87.9"]),
    ],
)
def test_a_range_reaches_its_end_beside_a_range_alone(start: str, rates: list[str]) -> None:
    read = _read(start + "сатуу үчүн 87,6 сомдон 87,9 сомго чейин жетет.")
    assert [one.partition(" = ")[2].partition(" (")[0] for one in read] == rates
