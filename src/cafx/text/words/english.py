"""English."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from cafx.text.words.table import Example, Language

__all__ = ["ENGLISH"]

ENGLISH: Final = Language(
    code="en",
    decimal_comma=False,
    common="the of and to in for is was that with by from at on are were its has have will said per over",
    numbers={
        **dict(
            zip(
                "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
                "fifteen "
                "sixteen seventeen eighteen nineteen".split(),
                range(20),
                strict=True,
            )
        ),
        **dict(
            zip(
                "twenty thirty forty fifty sixty seventy eighty ninety".split(),
                range(20, 100, 10),
                strict=True,
            )
        ),
        "dozen": 12,
        "quarter": Decimal("0.25"),
        "hundred": 100,
    },
    scales={
        **dict.fromkeys("thousand thousands thous thsd k".split(), 3),
        **dict.fromkeys("million millions mln mn mil mio mm m".split(), 6),
        **dict.fromkeys("billion billions bln bn bil b".split(), 9),
        **dict.fromkeys("trillion trillions trln tln tn trn tr t".split(), 12),
    },
    singular="hundred thousand million billion trillion",
    half="half",
    joints="and a",
    point="point",
    currencies={
        "KZT": "kzt tenge tenges ₸",
        "KGS": "kgs",
        "SOM": "som soms",
        "TJS": "tjs somoni somonis somony somoniy",
        "UZS": "uzs soum soums sum sums so'm so'ms",
        "TMT": "tmt",
        "MANAT": "manat manats",
        "AZN": "azn ₼",
        "USD": "usd $ us$ dollar dollars usd$",
        "EUR": "eur € euro euros",
        "RUB": "rub ₽ rur ruble rubles rouble roubles",
        "CNY": "cny rmb yuan yuans",
        "GBP": "gbp £ pound pounds",
    },
    subunits={
        "SOM": "tyiyn tyiyns tyyn",
        "KGS": "tyiyn tyiyns tyyn",
        "KZT": "tiyn tiyns tyin",
        "TJS": "diram dirams",
        "UZS": "tiyin tiyins",
        "MANAT": "tenge tennesi",
        "USD": "cent cents",
        "EUR": "cent cents",
        "RUB": "kopeck kopecks kopek kopeks",
    },
    fillers=(
        "more other additional extra us u.s. american kazakh kazakhstani kazakhstan kazakhstan's kyrgyz "
        "kyrgyzstani "
        "kyrgyzstan uzbek uzbekistani uzbekistan tajik tajikistani tajikistan turkmen turkmenistan "
        "turkmenistani "
        "azerbaijani azeri russian national local"
    ),
    to="to through till until",
    opening="from between",
    conjunctions="and or & as well plus versus vs",
    changes=(
        "rose rise risen grew grow increas jump surg fell fall fallen drop declin decreas reduc cut "
        "slash soar climb "
        "rais lower chang mov went go gone up down doubl tripl hik shrank shrink shrunk plung slid"
    ),
    before={
        "over": (
            "over, more than, above, in excess of, exceeding, exceeded, exceeds, exceed, upwards of, "
            "greater than, "
            "well over, a little over, just over, slightly more than, more than about, surpassing, "
            "surpassed, "
            "topped, topping"
        ),
        "at_least": "at least, not less than, no less than, no fewer than, a minimum of, minimum, "
        "starting from, ≥, from at least",
        "up_to": (
            "up to, not more than, no more than, not exceeding, at most, a maximum of, maximum, as much "
            "as,"
            "within, not exceed, ≤, maximum of, not to exceed, up to about"
        ),
        "under": "under, less than, below, fewer than, <",
        "about": (
            "about, around, approximately, some, roughly, ~, ≈, approx, approx., nearly about, an "
            "estimated, estimated, "
            "circa, in the region of, in the order of, close to about, or about"
        ),
        "almost": "almost, nearly, close to, just under, just short of, nearly as much as, practically",
    },
    after={
        "over": "or more, and more, plus, and above, and over",
        "about": "or so, approximately",
        "up_to": "or less, at most, maximum",
        "at_least": "at least, minimum",
    },
    equals=(
        "or, equivalent to, the equivalent of, equivalent, equal to, equals, equaling, equalling, which "
        "is, that is, "
        "i . e ., which is equivalent to, which equals, which equaled, it equaled, it equalled, "
        "amounting to, "
        "or the equivalent of, which amounts to, =, equivalent of, which is equal to, is equivalent to, "
        "is equal to, "
        "converted to, which comes to, worth, an equivalent of, which was, it was, it is, this is, or "
        "an equivalent of"
    ),
    same="equival equal amounts",
    vague="several few many some of dozens hundreds thousands tens millions billions multi",
    per="per a an each every",
    one="one a the 1 single",
    rates="rate rates",
    prices=(
        "cost costs costing traded trades trading fetched fetches bought sold worth stood stands at = "
        "equals was is "
        "reached hit weakened strengthened"
    ),
    examples=(
        Example(
            "Investments of 13 trillion tenge (over $24 billion) are planned.",
            ("13 trillion tenge KZT 13000000000000",),
        ),
        Example(
            "Half a billion soums went, after two million soms and 8 more soms.",
            ("Half a billion soums UZS 500000000", "two million soms KGS 2000000", "8 more soms KGS 8"),
        ),
    ),
)
