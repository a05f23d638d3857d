"""Turkmen; its teňňe is the hundredth of a manat."""

from __future__ import annotations

from typing import Final

from cafx.text.words.table import Example, Language, forms

__all__ = ["TURKMEN"]

_SCALES: Final = "- dan a da y yň lyk"
_DOLLAR: Final = "- a dan y yň yna ynyň yndan lyk da lar laryň lara ynda dyr"

TURKMEN: Final = Language(
    code="tk",
    decimal_comma=True,
    letters="ýňäžşüöç",
    common="we bilen üçin bu hem boýunça ýyl ýylda ýylyň barada boldy bolan türkmenistanyň möçberde "
    "möçberi jemi",
    numbers=dict(
        zip(
            (
                "nol bir iki üç dört bäş alty ýedi sekiz dokuz on ýigrimi otuz kyrk elli altmyş ýetmiş "
                "segsen "
                "togsan ýüz"
            ).split(),
            (*range(11), *range(20, 101, 10)),
            strict=True,
        )
    ),
    scales={
        **dict.fromkeys(forms("müň", "- den e de i iň lik").split(), 3),
        **dict.fromkeys(["mln", *forms("million", _SCALES).split()], 6),
        **dict.fromkeys(["mlrd", *forms("milliard", _SCALES).split()], 9),
        **dict.fromkeys(["trln", *forms("trillion", _SCALES).split()], 12),
    },
    singular="müň million milliard trillion",
    half="ýarym",
    point="bitin",
    fractions={"ondan": -1, "ýüzden": -2, "müňden": -3},
    currencies={
        "MANAT": forms("manat", "- dan da lyk dyr dy lar lap a y yň")
        + " "
        + forms("manad", "y yň a yna ynyň yndan ynda"),
        "SOM": "som somy soma somdan",
        "UZS": "sum sumy suma sumdan",
        "KZT": "tenge tengäni tengesi tengä",
        "TJS": forms("somoni", "- den ä ni niň si"),
        "USD": forms("dollar", _DOLLAR),
        "EUR": "ýewro ýewra ýewrodan ýewrony ýewrosy",
        "RUB": forms("rubl", "- a dan y yna yň"),
        "CNY": "ýuan ýuana ýuandan",
    },
    subunits={"MANAT": "teňňe teňňä teňňeden teňňesi teňňäni teňňelik", "TMT": "teňňe teňňä"},
    fillers="amerikan abş abş-nyň türkmen türkmenistan gazak özbek rus gyrgyz",
    opening="den dan müňden milliondan milliarddan",
    closing="çenli",
    conjunctions="we ýa hem bilen",
    changes="art ýokarlan pes azal köpel gymmatla arzanla düş ös galdyr ýet",
    before={
        "about": "takmynan, ortaça takmynan, çakma",
        "at_least": "azyndan, iň az, iň azyndan",
        "up_to": "iň köp, köp bolanda",
        "almost": "tas, diýen ýaly",
    },
    after={
        "over": "gowrak, köp, köpräk, artyk, ýokary, artykmaç, gowragy, geçdi, geçýär, gowragyny",
        "up_to": "çenli, çenlidir, çenli bolan, geçmeýär, geçmeli däl",
        "under": "az, azrak, pes",
        "at_least": "az däl, az bolmadyk, başlap, pes bolmadyk",
        "about": "töweregi, töwereginde, golaý, töwerek, ýakyn, çemesi, töweregini",
    },
    equals="ýagny, ýa - da, deň, barabar, bu, ýa, ýada, ýa-da",
    same="barabar ekwiwalent deň",
    vague="birnäçe näçe ençeme ýüzlerçe",
    per="üçin her",
    one="bir",
    rates="kurs hümmet",
    prices="dur bol satyl bahala",
    examples=(
        Example(
            "Mukdar 50 manat möçberde, 3 million manatdan gowrak, 2 manat 50 teňňe.",
            ("50 manat TMT 50", "3 million manatdan TMT 3000000", "2 manat 50 teňňe TMT 2.5"),
        ),
    ),
)
