"""Uzbek in Latin and in Cyrillic letters; every apostrophe of so‘m is read as one."""

from __future__ import annotations

from typing import Final

from cafx.text.words.table import Example, Language, forms

__all__ = ["UZBEK_CYRILLIC", "UZBEK_LATIN"]

_LATIN: Final = (
    "- ni ning ga da dan lik gacha i ini ining iga idan ida dek lab likdan ligi lar lari cha dir likni "
    "liklar "
    "likka dagi digacha igacha lardan larni lik-"
)
_CYRILLIC: Final = (
    "- ни нинг га да дан лик гача и ини ининг ига идан ида дек лаб ликдан лиги лар лари ча дир ликни "
    "ликлар "
    "ликка даги игача лардан ларни"
)
_SCALE_LATIN: Final = "- dan ga ni ning da gacha lik lab ta i tadan"
_SCALE_CYRILLIC: Final = "- дан га ни нинг да гача лик лаб та и тадан"
_VALUES: Final = (*range(11), *range(20, 101, 10))

UZBEK_LATIN: Final = Language(
    code="uz-Latn",
    decimal_comma=True,
    common=(
        "va uchun bilan bu ham bo'yicha yil yilda qildi deb bo'lib tomonidan edi bo'lgan esa davlat "
        "qilindi "
        "qilingan to'g'risida o'zbekiston yili miqdorida miqdori jami"
    ),
    numbers=dict(
        zip(
            (
                "nol bir ikki uch to'rt besh olti yetti sakkiz to'qqiz o'n yigirma o'ttiz qirq ellik "
                "oltmish "
                "yetmish sakson to'qson yuz"
            ).split(),
            _VALUES,
            strict=True,
        )
    ),
    scales={
        **dict.fromkeys(forms("ming", _SCALE_LATIN).split(), 3),
        **dict.fromkeys(["mln", *forms("million", _SCALE_LATIN).split()], 6),
        **dict.fromkeys(["mlrd", *forms("milliard", _SCALE_LATIN).split()], 9),
        **dict.fromkeys(["trln", "trl", *forms("trillion", _SCALE_LATIN).split()], 12),
    },
    singular="ming million milliard trillion",
    half="yarim",
    point="butun",
    fractions={"o'ndan": -1, "yuzdan": -2, "mingdan": -3},
    currencies={
        "UZS": forms("so'm", _LATIN)
        + " "
        + forms("sum", "ni ning ga dan lik gacha")
        + " "
        + forms("soʻm", "-"),
        "SOM": forms("som", "- ni ning ga dan lik gacha i ini iga idan"),
        "KZT": forms("tenge", "- ni ning ga dan lik si sini siga"),
        "TJS": forms("somoni", "- ni ning ga dan lik si gacha"),
        "MANAT": forms("manat", "- ni ning ga dan lik i ini iga gacha"),
        "USD": forms("dollar", _LATIN),
        "EUR": forms("yevro", "- ni ning ga dan lik si") + " " + forms("evro", "- ni ning ga dan lik si"),
        "RUB": forms("rubl", "- ni ning ga dan lik i ini iga idan gacha"),
        "CNY": forms("yuan", "- ni ga dan i"),
    },
    subunits={"UZS": forms("tiyin", _LATIN)},
    fillers="aqsh qirg'iz qozoq qozog'iston turkman tojik o'zbek rossiya",
    to="",
    opening="dan mingdan milliondan milliarddan trilliondan",
    closing="gacha",
    conjunctions="va yoki hamda bilan",
    changes="osh ko'tar tush kamay pasay qimmat arzon ort o's yetdi yetka",
    before={
        "about": "taxminan, tahminan, o'rtacha taxminan, chamasi",
        "at_least": "kamida, eng kam, kam deganda, eng kamida, eng kami",
        "up_to": "ko'pi bilan, eng ko'pi, eng ko'p, ko'p deganda",
        "almost": "qariyb, deyarli, salkam",
    },
    after={
        "over": (
            "ortiq, ko'p, ziyod, oshdi, oshadi, oshgan, yuqori, oshiq, ko'proq, oshib, ortdi, oshib "
            "ketdi, ortiqroq, "
            "oshib ketgan, oshib ketadi, ziyodroq"
        ),
        "up_to": "gacha, qadar, oshmaydi, oshmasligi, oshmagan, gacha bo'lgan",
        "under": "kam, kamroq, past, arzon",
        "at_least": "kam emas, kam bo'lmagan, boshlab, boshlanadi, past emas",
        "about": "atrofida, yaqin, chamasi, chog'li, atrofidagi, yaqinlashdi, chamasida",
    },
    equals="ya'ni, yoki, teng, ekvivalentida, bu, yoki taxminan, yoxud",
    same="teng ekvivalent barobar",
    vague="necha bir-necha yuzlab o'nlab minglab bir qancha qator",
    per="uchun har",
    one="bir",
    rates="kurs",
    prices="tur bo'l tash sot bahola yet teng",
    examples=(
        Example(
            "Jami 28,3 trln so‘m, 50 milliard soʻm, 5 milliondan ortiq so'm, 72 mlrd so`mlik zarar.",
            (
                "28,3 trln so‘m UZS 28300000000000",
                "50 milliard soʻm UZS 50000000000",
                "5 milliondan ortiq so'm UZS 5000000",
                "72 mlrd so`mlik UZS 72000000000",
            ),
        ),
    ),
)

UZBEK_CYRILLIC: Final = Language(
    code="uz-Cyrl",
    decimal_comma=True,
    letters="ўқғҳ",
    common=(
        "ва учун билан бу ҳам бўйича йил йилда қилди деб бўлиб томонидан эди бўлган эса давлат қилинди "
        "миқдорида жами"
    ),
    numbers=dict(
        zip(
            (
                "нол бир икки уч тўрт беш олти етти саккиз тўққиз ўн йигирма ўттиз қирқ эллик олтмиш етмиш "
                "саксон тўқсон юз"
            ).split(),
            _VALUES,
            strict=True,
        )
    ),
    scales={
        **dict.fromkeys(forms("минг", _SCALE_CYRILLIC).split(), 3),
        **dict.fromkeys(["млн", *forms("миллион", _SCALE_CYRILLIC).split()], 6),
        **dict.fromkeys(["млрд", *forms("миллиард", _SCALE_CYRILLIC).split()], 9),
        **dict.fromkeys(["трлн", *forms("триллион", _SCALE_CYRILLIC).split()], 12),
    },
    singular="минг миллион миллиард триллион",
    half="ярим",
    point="бутун",
    fractions={"ўндан": -1, "юздан": -2, "мингдан": -3},
    currencies={
        "UZS": forms("сўм", _CYRILLIC) + " " + forms("сум", "ни нинг га дан лик гача"),
        "SOM": forms("сом", "ни нинг га дан лик и ини"),
        "KZT": forms("тенге", "ни нинг га дан лик си сини"),
        "TJS": forms("сомони", "ни нинг га дан лик си"),
        "MANAT": forms("манат", "ни нинг га дан лик и ини"),
        "USD": forms("доллар", _CYRILLIC),
        "EUR": forms("евро", "ни нинг га дан лик си"),
        "RUB": forms("рубл", "- ни нинг га дан лик и ини ига"),
        "CNY": forms("юан", "- ни га дан"),
    },
    subunits={"UZS": forms("тийин", _CYRILLIC)},
    fillers="ақш қирғиз қозоқ қозоғистон туркман тожик ўзбек россия",
    opening="дан мингдан миллиондан миллиарддан триллиондан",
    closing="гача",
    conjunctions="ва ёки ҳамда билан",
    changes="ош кўтар туш камай пасай қиммат арзон орт ўс етди",
    before={
        "about": "тахминан, ўртача тахминан, чамаси",
        "at_least": "камида, энг кам, кам деганда, энг камида",
        "up_to": "кўпи билан, энг кўпи, энг кўп",
        "almost": "қарийб, деярли, салкам",
    },
    after={
        "over": "ортиқ, кўп, зиёд, ошди, ошади, ошган, юқори, ошиқ, кўпроқ, ошиб, ортди, ортиқроқ, ошиб "
        "кетди",
        "up_to": "гача, қадар, ошмайди, ошмаслиги, ошмаган",
        "under": "кам, камроқ, паст",
        "at_least": "кам эмас, кам бўлмаган, бошлаб",
        "about": "атрофида, яқин, чамаси, чоғли, атрофидаги, чамасида",
    },
    equals="яъни, ёки, тенг, эквивалентида, бу, ёки тахминан, ёхуд",
    same="тенг эквивалент баробар",
    vague="неча юзлаб ўнлаб минглаб қанча қатор",
    per="учун ҳар",
    one="бир",
    rates="курс",
    prices="тур бўл таш сот баҳола ет",
    examples=(
        Example(
            "Нархи 6000 сўмни ташкил қилди, 1500 сўм атрофида; 13 мингдан 20 минг сўмгача.",
            ("6000 сўмни UZS 6000", "1500 сўм UZS 1500", "13 мингдан 20 минг сўмгача UZS 13000..20000"),
        ),
    ),
)
