"""Uzbek in Latin letters; every apostrophe of so‘m is read as one."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from cafx.text.words.table import Language, each, forms

__all__ = ["UZBEK_LATIN"]

_LATIN: Final = """
        - ni ning ga da dan lik gacha gachani i ini ining iga idan ida dek lab likdan ligi lar lari cha dir
        likni liklar likka dagi digacha igacha lardan larni lik-
    """
_SCALE_LATIN: Final = "- dan ga ni ning da gacha lik lab ta i tadan"

UZBEK_LATIN: Final = Language(
    code="uz-Latn",
    decimal_comma=True,
    common="""
        u unga undan oldi berdi berildi to'landi to'lanadi bugun kecha keyin pul narxi narx maosh oylik
        viloyat tuman mamlakat kredit bo'ldi bo'ladi uning ular shu har bankdan jarima summasi mablag' va
        uchun bilan bu ham bo'yicha yil yilda qildi deb bo'lib tomonidan edi bo'lgan esa davlat qilindi
        qilingan to'g'risida o'zbekiston yili miqdorida miqdori jami
    """,
    numbers={
        **each("nol nolni nolning nolga noldan nolda nolta noltadan noltasi nolgacha", 0),
        **each("bir", 1),
        **each(
            """
        ikki ikkini ikkining ikkiga ikkidan ikkida ikkita ikkitadan ikkitasi ikkigacha
    """,
            2,
        ),
        **each("uch uchni uchning uchga uchdan uchda uchta uchtadan uchtasi uchgacha", 3),
        **each(
            """
        to'rt to'rtni to'rtning to'rtga to'rtdan to'rtda to'rtta to'rttadan to'rttasi to'rtgacha tort tortni
        tortning tortga tortdan tortda tortta torttadan torttasi tortgacha
    """,
            4,
        ),
        **each(
            """
        besh beshni beshning beshga beshdan beshda beshta beshtadan beshtasi beshgacha
    """,
            5,
        ),
        **each(
            """
        olti oltini oltining oltiga oltidan oltida oltita oltitadan oltitasi oltigacha
    """,
            6,
        ),
        **each(
            """
        yetti yettini yettining yettiga yettidan yettida yettita yettitadan yettitasi yettigacha
    """,
            7,
        ),
        **each(
            """
        sakkiz sakkizni sakkizning sakkizga sakkizdan sakkizda sakkizta sakkiztadan sakkiztasi sakkizgacha
    """,
            8,
        ),
        **each(
            """
        to'qqiz to'qqizni to'qqizning to'qqizga to'qqizdan to'qqizda to'qqizta to'qqiztadan to'qqiztasi
        to'qqizgacha toqqiz toqqizni toqqizning toqqizga toqqizdan toqqizda toqqizta toqqiztadan toqqiztasi
        toqqizgacha
    """,
            9,
        ),
        **each(
            """
        o'n o'nni o'nning o'nga o'ndan o'nta o'ntadan o'ntasi o'ngacha on onni onning onga onta
        ontadan ontasi ongacha
    """,
            10,
        ),
        **each(
            """
        yigirma yigirmani yigirmaning yigirmaga yigirmadan yigirmada yigirmata yigirmatadan yigirmatasi
        yigirmagacha
    """,
            20,
        ),
        **each(
            """
        o'ttiz o'ttizni o'ttizning o'ttizga o'ttizdan o'ttizda o'ttizta o'ttiztadan o'ttiztasi o'ttizgacha
        ottiz ottizni ottizning ottizga ottizdan ottizda ottizta ottiztadan ottiztasi ottizgacha
    """,
            30,
        ),
        **each(
            """
        qirq qirqni qirqning qirqqa qirqdan qirqda qirqta qirqtadan qirqtasi qirqgacha
    """,
            40,
        ),
        **each(
            """
        ellik ellikni ellikning ellikka ellikdan ellikda ellikta elliktadan elliktasi ellikgacha
    """,
            50,
        ),
        **each(
            """
        oltmish oltmishni oltmishning oltmishga oltmishdan oltmishda oltmishta oltmishtadan oltmishtasi
        oltmishgacha
    """,
            60,
        ),
        **each(
            """
        yetmish yetmishni yetmishning yetmishga yetmishdan yetmishda yetmishta yetmishtadan yetmishtasi
        yetmishgacha
    """,
            70,
        ),
        **each(
            """
        sakson saksonni saksonning saksonga saksondan saksonda saksonta saksontadan saksontasi saksongacha
    """,
            80,
        ),
        **each(
            """
        to'qson to'qsonni to'qsonning to'qsonga to'qsondan to'qsonda to'qsonta to'qsontadan to'qsontasi
        to'qsongacha toqson toqsonni toqsonning toqsonga toqsondan toqsonda toqsonta toqsontadan toqsontasi
        toqsongacha
    """,
            90,
        ),
        **each("yuz yuzni yuzning yuzga yuzdan yuzda yuzta yuztadan yuztasi yuzgacha", 100),
    },
    scales={
        **dict.fromkeys(forms("ming", _SCALE_LATIN).split(), 3),
        **dict.fromkeys(["mln", *forms("million", _SCALE_LATIN).split()], 6),
        **dict.fromkeys(["mlrd", *forms("milliard", _SCALE_LATIN).split()], 9),
        **dict.fromkeys(["trln", "trl", *forms("trillion", _SCALE_LATIN).split()], 12),
    },
    singular="ming million milliard trillion",
    half="yarim",
    parts={"chorak": Decimal("0.25"), "choragi": Decimal("0.25")},
    hundred="yuz",
    ambiguous="on",
    lookalikes="""
        bor ber bosh bash bel bet qiz yo'l yuk yosh yoz yil ish uy un ot oy noqa orta ham ikkinchi
        birinchi ming'iz ning shu olib oldi yetib yigit dedi bu
    """,
    minus="minus",
    costs="narx",
    balances="""
        balans qoldiq o'zgar saldo zarar taqchillik hisob chegirma o'tkazma to'lov komissiya qarz daromad
        xarajat jami
    """,
    point="butun",
    fractions={"o'ndan": -1, "yuzdan": -2, "mingdan": -3},
    currencies={
        "UZS": forms("so'm", _LATIN)
        + " "
        + forms("sum", "ni ning ga dan lik gacha lar i ini likdan cha")
        + " "
        + forms("soʻm", "-"),
        "SOM": forms("som", _LATIN),
        "KZT": forms(
            "tenge",
            """
        - ni ning ga dan lik si sini siga gacha sidan sining sida lar dek cha dagi ligi likdan dir
    """,
        ),
        "TJS": forms("somoniy", "- ni ning ga dan lik gacha cha dir")
        + " "
        + forms("somoni", "- ni ning ga dan lik si gacha sini siga sidan sining sida cha dir likdan"),
        "MANAT": forms("manat", _LATIN),
        "USD": forms("dollar", _LATIN) + " dollarniki dollarnikini dollarnikiga",
        "EUR": forms("yevro", "- ni ning ga dan lik si niki nikini nikiga iniki")
        + " "
        + forms("evro", "- ni ning ga dan lik si niki nikini nikiga iniki"),
        "RUB": forms("rubl", "- ni ning ga dan lik i ini iga idan gacha niki nikini nikiga iniki"),
        "CNY": forms("yuan", "- ni ning ga dan i ini iga ining niki iniki"),
        "JPY": forms("iyena", "- ni ning ga si sini sining"),
        "TRY": forms("lira", "- ni ning ga dan si sini siga sining niki siniki"),
    },
    subunits={"UZS": forms("tiyin", _LATIN)},
    fillers="aqsh qirg'iz qozoq qozog'iston turkman tojik o'zbek rossiya xitoy turk ingliz",
    to="",
    opening="dan mingdan milliondan milliarddan trilliondan",
    closing="gacha",
    conjunctions="va yoki hamda bilan",
    contrasts="ammo lekin",
    numbered="""
        modda band qism bob bo'lim bet bosqich guruh lot uy xonadon kvartira xona qavat yo'nalish maktab sinf
        kun tur yosh
    """,
    changes="qisqar ko'pay osh ko'tar tush kamay pasay qimmat arzon ort o's yetdi yetka yetad yetish",
    slightly="sal, biroz, bir oz, ozgina, salgina, sal-pal, bir muncha, picha",
    much="ancha, sezilarli, bir necha, hatto, yanada, anchagina",
    merely="atigi faqat bor-yo'g'i",
    before={
        "about": """
        taxminan, tahminan, o'rtacha taxminan, chamasi, taxmin qilinishicha, qariyb taxminan
    """,
        "at_least": """
        kamida, kami bilan, eng kam, kam deganda, eng kamida, eng kami, minimum, minimal, eng past
    """,
        "up_to": """
        ko'pi bilan, eng ko'pi, eng ko'p, ko'p deganda, maksimum, maksimal, eng yuqori, eng ko'pi bilan,
        nari borsa
    """,
        "almost": "qariyb, deyarli, salkam, sal kam",
    },
    after={
        "over": """
        ortiq, ko'p, ziyod, yuqori, oshiq, oshiqroq, ko'proq, baland, ortiqroq, ziyodroq, qimmat, oshdi,
        oshadi, oshgan, oshib, ortdi, oshib ketdi, oshib ketgan, oshib ketadi, oshadimi, oshishi, oshmoqda,
        oshib ketmoqda, oshyapti, ortgan, oshib o'tdi, oshishi mumkin, oshgani, oshganini, oshganligi
    """,
        "up_to": """
        gacha, qadar, oshmaydi, oshmasligi, oshmasligi kerak, oshmasligi lozim, oshmasligi shart, oshmagan,
        oshmasin, oshmadi, oshmaydigan, oshishi mumkin emas, gacha bo'lgan, gachan, ortiq emas, ortiq
        bo'lmasligi kerak, ortiq bo'lmasligi lozim, ortiq bo'lmasligi shart, ortiq bo'lmasligi zarur, ortiq
        bo'lmaydi, ortiq bo'lmagan, ortiq bo'lmasin, ortiq bo'lmasligi, ortiq bo'lishi mumkin emas, ortiq
        bo'lishi kerak emas, ortiq tushmaydi, ortiq tushmasligi kerak, ko'p emas, ko'p bo'lmasligi kerak,
        ko'p bo'lmasligi lozim, ko'p bo'lmasligi shart, ko'p bo'lmasligi zarur, ko'p bo'lmaydi, ko'p
        bo'lmagan, ko'p bo'lmasin, ko'p bo'lmasligi, ko'p bo'lishi mumkin emas, ko'p bo'lishi kerak emas,
        ko'p tushmaydi, ko'p tushmasligi kerak, ziyod emas, ziyod bo'lmasligi kerak, ziyod bo'lmasligi
        lozim, ziyod bo'lmasligi shart, ziyod bo'lmasligi zarur, ziyod bo'lmaydi, ziyod bo'lmagan, ziyod
        bo'lmasin, ziyod bo'lmasligi, ziyod bo'lishi mumkin emas, ziyod bo'lishi kerak emas, ziyod
        tushmaydi, ziyod tushmasligi kerak, yuqori emas, yuqori bo'lmasligi kerak, yuqori bo'lmasligi lozim,
        yuqori bo'lmasligi shart, yuqori bo'lmasligi zarur, yuqori bo'lmaydi, yuqori bo'lmagan, yuqori
        bo'lmasin, yuqori bo'lmasligi, yuqori bo'lishi mumkin emas, yuqori bo'lishi kerak emas, yuqori
        tushmaydi, yuqori tushmasligi kerak, oshiq emas, oshiq bo'lmasligi kerak, oshiq bo'lmasligi lozim,
        oshiq bo'lmasligi shart, oshiq bo'lmasligi zarur, oshiq bo'lmaydi, oshiq bo'lmagan, oshiq bo'lmasin,
        oshiq bo'lmasligi, oshiq bo'lishi mumkin emas, oshiq bo'lishi kerak emas, oshiq tushmaydi, oshiq
        tushmasligi kerak, ko'proq emas, ko'proq bo'lmasligi kerak, ko'proq bo'lmasligi lozim, ko'proq
        bo'lmasligi shart, ko'proq bo'lmasligi zarur, ko'proq bo'lmaydi, ko'proq bo'lmagan, ko'proq
        bo'lmasin, ko'proq bo'lmasligi, ko'proq bo'lishi mumkin emas, ko'proq bo'lishi kerak emas, ko'proq
        tushmaydi, ko'proq tushmasligi kerak, baland emas, baland bo'lmasligi kerak, baland bo'lmasligi
        lozim, baland bo'lmasligi shart, baland bo'lmasligi zarur, baland bo'lmaydi, baland bo'lmagan,
        baland bo'lmasin, baland bo'lmasligi, baland bo'lishi mumkin emas, baland bo'lishi kerak emas,
        baland tushmaydi, baland tushmasligi kerak, ortiqroq emas, ortiqroq bo'lmasligi kerak, ortiqroq
        bo'lmasligi lozim, ortiqroq bo'lmasligi shart, ortiqroq bo'lmasligi zarur, ortiqroq bo'lmaydi,
        ortiqroq bo'lmagan, ortiqroq bo'lmasin, ortiqroq bo'lmasligi, ortiqroq bo'lishi mumkin emas,
        ortiqroq bo'lishi kerak emas, ortiqroq tushmaydi, ortiqroq tushmasligi kerak, ziyodroq emas,
        ziyodroq bo'lmasligi kerak, ziyodroq bo'lmasligi lozim, ziyodroq bo'lmasligi shart, ziyodroq
        bo'lmasligi zarur, ziyodroq bo'lmaydi, ziyodroq bo'lmagan, ziyodroq bo'lmasin, ziyodroq bo'lmasligi,
        ziyodroq bo'lishi mumkin emas, ziyodroq bo'lishi kerak emas, ziyodroq tushmaydi, ziyodroq
        tushmasligi kerak, qimmat emas, qimmat bo'lmasligi kerak, qimmat bo'lmasligi lozim, qimmat
        bo'lmasligi shart, qimmat bo'lmasligi zarur, qimmat bo'lmaydi, qimmat bo'lmagan, qimmat bo'lmasin,
        qimmat bo'lmasligi, qimmat bo'lishi mumkin emas, qimmat bo'lishi kerak emas, qimmat tushmaydi,
        qimmat tushmasligi kerak
    """,
        "under": """
        kam, kamroq, past, pastroq, arzon, oz, ozroq, yetmaydi, yetmagan, yetmaydigan, yetmadi
    """,
        "at_least": """
        boshlab, boshlanadi, boshlangan, boshlanmoqda, kam emas, kam bo'lmasligi kerak, kam bo'lmasligi
        lozim, kam bo'lmasligi shart, kam bo'lmasligi zarur, kam bo'lmaydi, kam bo'lmagan, kam bo'lmasin,
        kam bo'lmasligi, kam bo'lishi mumkin emas, kam bo'lishi kerak emas, kam tushmaydi, kam tushmasligi
        kerak, kamroq emas, kamroq bo'lmasligi kerak, kamroq bo'lmasligi lozim, kamroq bo'lmasligi shart,
        kamroq bo'lmasligi zarur, kamroq bo'lmaydi, kamroq bo'lmagan, kamroq bo'lmasin, kamroq bo'lmasligi,
        kamroq bo'lishi mumkin emas, kamroq bo'lishi kerak emas, kamroq tushmaydi, kamroq tushmasligi kerak,
        past emas, past bo'lmasligi kerak, past bo'lmasligi lozim, past bo'lmasligi shart, past bo'lmasligi
        zarur, past bo'lmaydi, past bo'lmagan, past bo'lmasin, past bo'lmasligi, past bo'lishi mumkin emas,
        past bo'lishi kerak emas, past tushmaydi, past tushmasligi kerak, pastroq emas, pastroq bo'lmasligi
        kerak, pastroq bo'lmasligi lozim, pastroq bo'lmasligi shart, pastroq bo'lmasligi zarur, pastroq
        bo'lmaydi, pastroq bo'lmagan, pastroq bo'lmasin, pastroq bo'lmasligi, pastroq bo'lishi mumkin emas,
        pastroq bo'lishi kerak emas, pastroq tushmaydi, pastroq tushmasligi kerak, arzon emas, arzon
        bo'lmasligi kerak, arzon bo'lmasligi lozim, arzon bo'lmasligi shart, arzon bo'lmasligi zarur, arzon
        bo'lmaydi, arzon bo'lmagan, arzon bo'lmasin, arzon bo'lmasligi, arzon bo'lishi mumkin emas, arzon
        bo'lishi kerak emas, arzon tushmaydi, arzon tushmasligi kerak, oz emas, oz bo'lmasligi kerak, oz
        bo'lmasligi lozim, oz bo'lmasligi shart, oz bo'lmasligi zarur, oz bo'lmaydi, oz bo'lmagan, oz
        bo'lmasin, oz bo'lmasligi, oz bo'lishi mumkin emas, oz bo'lishi kerak emas, oz tushmaydi, oz
        tushmasligi kerak, ozroq emas, ozroq bo'lmasligi kerak, ozroq bo'lmasligi lozim, ozroq bo'lmasligi
        shart, ozroq bo'lmasligi zarur, ozroq bo'lmaydi, ozroq bo'lmagan, ozroq bo'lmasin, ozroq
        bo'lmasligi, ozroq bo'lishi mumkin emas, ozroq bo'lishi kerak emas, ozroq tushmaydi, ozroq
        tushmasligi kerak
    """,
        "about": """
        atrofida, atrofidagi, atrofini, yaqin, yaqinlashdi, yaqinlashadi, yaqinlashgan, yaqinlashib,
        yaqinlashmoqda, chamasi, chamasida, chog'li, chog'ida, aylanasida, tevaragida
    """,
    },
    extremes="kami ko'pi ozi",
    genitive_endings="ning",
    comparatives="""
        ortiq ko'p ziyod yuqori oshiq oshiqroq ko'proq baland ortiqroq ziyodroq qimmat oshdi oshadi oshgan
        oshib ortdi oshadimi oshishi oshmoqda ortgan kam kamroq past pastroq arzon oz ozroq oshgani
        oshganini oshganligi
    """,
    ablative="dan",
    dative="ga ka qa",
    about_endings="dek cha",
    until="gacha gachani",
    among="o'rtasidagi oralig'idagi oralig'ida o'rtasida orasida oralig'ini",
    equals_behind="teng barobar tengdir",
    pronouns="bu",
    shares="foiz protsent",
    spans="kuniga oyiga yiliga haftasiga soatiga",
    equals="ya'ni, yoki, teng, ekvivalentida, bu, yoki taxminan, yoxud",
    worth="lik",
    unequal="emas",
    same="teng ekvivalent barobar",
    vague="necha bir-necha yuzlab o'nlab minglab bir qancha qator",
    years="yil yili yilda yildan yilga",
    locative="da",
    subject_verbs="qadrsiz mustahkam zaifla kuchsiz deval",
    per="uchun har",
    one="bir",
    rates="kurs qiymat narx",
    reckoned="hisoblab",
    levels="daraja",
    converted="bo'yicha bilan",
    sums="daromad xarajat foyda tushum",
    earned="maosh oylik pensiya nafaqa soliq daromad stipendiya",
    counting="soni aholi aholisi",
    counted="ular har barchasi hammasi",
    prices="""
        tur bo'l tash sot bahola yet teng belgila qimmat arzon ko'tar tush pasay baholan olib bo'ldi
        bo'lgan bo'lib yetdi yetgan yetib turadi turardi turdi turgan turib o'zgar oshdi oshib oshgan
        chiqdi chiqib
        yopil ochil to'xta yaqinlash barqaror
        ko'rsatmoqda ko'rsatdi
    """,
    being="bo'l edi",
    buying="xarid sotib olib olish olinib olinmoqda",
    selling="sot",
    no_sides="sotsial sotsiolog sotvold sath satr sattor askar",
    official="rasmiy regulyator",
    central="markaziy",
    market="birja tortilgan savdo",
    bank="bank moliya",
    office="ayirbosh shoxobcha",
    street="bozor qorabozor norasmiy sarrof",
    exchange_markets="valyuta banklararo",
    black="qora",
    black_markets="bozor",
    paying="maydala berish berad berib to'la almashtir",
    forecast="prognoz kutil kutmoqda bashorat taxminicha taxminlar taxminiga",
    outlooks="prognozini prognozlarini",
    modals="mumkin ehtimol",
    now="hozir bugun kecha",
    earlier="oldin avval ilgari",
    by_now="endi endilikda",
    possible="olish mumkin, sotish mumkin",
    how_much="qancha qanchadan",
    offering="taklif",
    amounting="tashkil",
    accusative="ni",
    arriving="yet",
    settling="belgilan tebran",
    participles="""
        saqlanib kelgan saqlangan turgan yotgan sotilgan olingan bo'lgan
        baholangan sotilayotgan olinayotgan
    """,
    gaps="farq",
    some="ayrimlari boshqalari qolganlari",
    causes_behind="sababli tufayli ortidan",
    fees="komissiya o'tkazish",
    indices="indeks",
    seasons="bahorda yozda kuzda qishda",
    days="""
        bugun kecha ertaga dushanba seshanba chorshanba payshanba juma shanba yakshanba hozir endilikda
        hafta kuni oldin
    """,
    months="""
        yanvar fevral mart aprel may iyun iyul avgust sentabr/sentyabr oktabr/oktyabr noyabr dekabr
    """,
    on="",
    american_money="amerika aqsh",
    money="valyuta",
    subjects="u uning",
    currency_itself="valyuta valyutani valyutaning",
    determiners="bu ushbu mazkur shu",
    goods="""
        tuz un guruch piyoz sabzi choy sabzavot sement dori elektr yog
        non nonning nonni benzin litr kilogramm kilo kg go'sht sut shakar chipta maosh pensiya nafaqa
        jarima tovar mahsulot ko'mir tuxum ijara kartoshka
        aksiya obligatsiya paxta bug'doy makaron tovuq pishloq pomidor bodring sarimsoq tarvuz kiyim
        ko'ylak taksi bagaj
        yetkazish
    """,
)
