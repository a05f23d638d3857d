"""A sentence or two in each language, and the figures in it: text, currency, and amount or ends."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["EXAMPLES", "Example"]


class Example(NamedTuple):
    """A sentence in a language, and what it holds."""

    language: str
    sentence: str
    #: ``text currency amount`` or ``text currency low..high``, one a figure, in order.
    figures: tuple[str, ...]


EXAMPLES: tuple[Example, ...] = (
    Example(
        "en",
        "Investments of 13 trillion tenge (over $24 billion) are planned.",
        ("13 trillion tenge KZT 13000000000000",),
    ),
    Example(
        "en",
        "Half a billion soums went, after two million soms and 8 more soms.",
        ("Half a billion soums UZS 500000000", "two million soms KGS 2000000", "8 more soms KGS 8"),
    ),
    Example(
        "ru",
        "Выделили 8 миллионов 300 тысяч сомов, а полтора миллиарда тенге — нет.",
        ("8 миллионов 300 тысяч сомов KGS 8300000", "полтора миллиарда тенге KZT 1500000000"),
    ),
    Example(
        "ru",
        "Цена — 4-4,5 сомони, штраф до двух с половиной миллионов сумов.",
        ("4-4,5 сомони TJS 4..4.5", "двух с половиной миллионов сумов UZS 2500000"),
    ),
    Example(
        "ru",
        "На сумму 5 тысяч рублей куплены три тысячи двести сорок один манат.",
        ("три тысячи двести сорок один манат TMT 3241",),
    ),
    Example(
        "ky",
        "Айып 5,5-17 миң сом, 83 млн 559 миң 637 сом; 24789 сом 60 тыйын төлөндү.",
        (
            "5,5-17 миң сом KGS 5500..17000",
            "83 млн 559 миң 637 сом KGS 83559637",
            "24789 сом 60 тыйын KGS 24789.6",
        ),
    ),
    Example("ky", "Өзбекстан 3 триллион сум бөлөт.", ("3 триллион сум UZS 3000000000000",)),
    Example(
        "kk",
        "Шамамен 195 млрд теңге, 7 млрд 900 миллион теңгеден асады; 200 мыңнан астам теңге.",
        (
            "195 млрд теңге KZT 195000000000",
            "7 млрд 900 миллион теңгеден KZT 7900000000",
            "200 мыңнан астам теңге KZT 200000",
        ),
    ),
    Example("kk", "Үш жарым миллион теңге бөлінді.", ("Үш жарым миллион теңге KZT 3500000",)),
    Example(
        "uz-Latn",
        "Jami 28,3 trln so‘m, 50 milliard soʻm, 5 milliondan ortiq so'm, 72 mlrd so`mlik zarar.",
        (
            "28,3 trln so‘m UZS 28300000000000",
            "50 milliard soʻm UZS 50000000000",
            "5 milliondan ortiq so'm UZS 5000000",
            "72 mlrd so`mlik UZS 72000000000",
        ),
    ),
    Example(
        "uz-Cyrl",
        "Нархи 6000 сўмни ташкил қилди, 1500 сўм атрофида; 13 мингдан 20 минг сўмгача.",
        ("6000 сўмни UZS 6000", "1500 сўм UZS 1500", "13 мингдан 20 минг сўмгача UZS 13000..20000"),
    ),
    Example(
        "tg",
        "Нархи 1 кг 2 сомонию 93 дирам, дигараш аз 6 то 11 сомониро; беш аз 5 миллион сомонӣ.",
        ("2 сомонию 93 дирам TJS 2.93", "6 то 11 сомониро TJS 6..11", "5 миллион сомонӣ TJS 5000000"),
    ),
    Example(
        "tk",
        "Mukdar 50 manat möçberde, 3 million manatdan gowrak, 2 manat 50 teňňe.",
        ("50 manat TMT 50", "3 million manatdan TMT 3000000", "2 manat 50 teňňe TMT 2.5"),
    ),
    Example(
        "kk-Latn", "Bıyl 865 myń – 2,1 mln teńge tóleıdi.", ("865 myń – 2,1 mln teńge KZT 865000..2100000",)
    ),
    Example(
        "kk-Arab",
        "ول 402,6 تريلليون سۋم (شامامەن $33,4 ميلليارد) بولادى، 5 ميلليون تەڭگەدەن استام.",
        ("402,6 تريلليون سۋم UZS 402600000000000", "5 ميلليون تەڭگەدەن KZT 5000000"),
    ),
)
