"""Kazakh in Arabic letters, as papers in China print it."""

from __future__ import annotations

from typing import Final

from cafx.text.words.table import Language, each, forms

__all__ = ["KAZAKH_ARABIC"]

_ARABIC_ENDINGS: Final = "- دى دىڭ عا دان نان تان قا تا دا مەن پەن لىق دىق تىق"

KAZAKH_ARABIC: Final = Language(
    code="kk-Arab",
    decimal_comma=True,
    letters="ەىۇۋگچپڭۆ",
    common="جانە ءۇشىن بۇل دەپ بويىنشا بولدى تۋرالى جىلى ەكەن",
    numbers={
        **each("نول", 0),
        **each("ءبىر بىر", 1),
        **each("ەكى ەكىدەن", 2),
        **each("ءۇش ۇش ۇشتەن", 3),
        **each("تورت تورتتەن", 4),
        **each("بەس بەستەن", 5),
        **each("التى التىدان", 6),
        **each("جەتى جەتىدەن", 7),
        **each("سەگىز سەگىزدەن", 8),
        **each("توعىز توعىزدان", 9),
        **each("ون", 10),
        **each("جيىرما جيىرمادان", 20),
        **each("وتىز وتىزدان", 30),
        **each("قىرىق قىرىقتان", 40),
        **each("ەلۋ ەلۋدەن", 50),
        **each("الپىس الپىستان", 60),
        **each("جەتپىس جەتپىستەن", 70),
        **each("سەكسەن سەكسەننەن", 80),
        **each("توقسان توقساننان", 90),
        **each("ءجۇز جۇز جۇزدەن", 100),
    },
    scales={
        **dict.fromkeys(forms("مىڭ", "- دى دىڭ عا نان داي").split(), 3),
        **dict.fromkeys(["ملن", *forms("ميلليون", _ARABIC_ENDINGS).split()], 6),
        **dict.fromkeys(["ملرد", *forms("ميلليارد", _ARABIC_ENDINGS).split()], 9),
        **dict.fromkeys(["ترلن", *forms("تريلليون", _ARABIC_ENDINGS).split()], 12),
    },
    singular="مىڭ ميلليون ميلليارد تريلليون",
    half="جارىم",
    hundred="ءجۇز جۇز",
    currencies={
        "KZT": forms("تەڭگە", "- نى نىڭ گە دە دەن مەن لىك سى سىن سىنە دەي"),
        "SOM": forms("سوم", "- دى دىڭ عا دا نان دان مەن دىق ى ىن"),
        "TJS": forms("سومونى", "- گە نى نىڭ دەن لىك") + " سوموني",
        "UZS": forms("سۋم", "- دى دىڭ عا نان دان دىق ى") + " " + forms("سۇم", "- دى عا نان دىق ى"),
        "MANAT": forms("مانات", "- تى تىڭ قا تان تىق ى"),
        "USD": forms("دوللار", "- دى دىڭ عا دان لىق ى ىن ىنا"),
        "EUR": forms("ەۋرو", "- نى عا دان لىق"),
        "RUB": forms("رۋبل", "- دى گە دەن ى ىن") + " رۋبلى",
        "CNY": forms("يۋان", "- دى عا نان دىق ى"),
    },
    subunits={"KZT": forms("تيىن", "- دى عا نان دىق")},
    fillers="اقش امەريكا قازاقستان قىرعىز وزبەك رەسەي",
    opening="نان نەن دەن دان تان تەن مىڭنان",
    closing="دەيىن دەيىنگى",
    conjunctions="جانە مەن نەمەسە",
    changes="وس كوتەرىل تومەندە ارت قىمباتتا ارزاندا",
    before={"about": "شامامەن, بولجاممەن, جۋىقتاپ", "at_least": "كەمىندە, كەم دەگەندە", "almost": "دەرلىك"},
    after={
        "over": "استام, اسا, ارتىق, كوپ, جوعارى, اسادى, استى, اسقان, اسىپ",
        "up_to": "دەيىن, دەيىنگى, اسپايدى, اسپايتىن, اسپاۋى, ارتىق ەمەس, كوپ ەمەس",
        "under": "كەم, از, تومەن",
        "at_least": "كەم ەمەس, تومەن ەمەس, باستاپ",
        "about": "شاماسىندا, جۋىق, شامالاس, جاقىن",
    },
    comparatives="استام اسا ارتىق كوپ جوعارى اسادى استى اسقان كەم از تومەن",
    ablative="دەن دان تان تەن نان نەن",
    dative="گە عا قا كە",
    about_endings="دەي داي",
    equals="ياعني, نەمەسە, تەڭ, بۇل",
    rates="باعام كۋرس",
    prices="تۇر بول قۇرا سات",
    one="ءبىر",
    per="ءۇشىن",
)
