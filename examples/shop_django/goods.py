"""What the shop sells, and its words in four languages."""

from __future__ import annotations

from typing import Final, NamedTuple

from cafx import Money

#: In which a visitor may see the prices.
CURRENCIES: Final = ("USD", "KGS", "KZT", "TJS", "TMT", "UZS")
LANGUAGES: Final = ("en", "kk", "ru", "uz")


class Good(NamedTuple):
    """A thing for sale: its picture, its price in the seller's currency, name and place by language."""

    picture: str
    price: Money
    names: dict[str, str]
    places: dict[str, str]


def _good(picture: str, price: Money, names: tuple[str, ...], places: tuple[str, ...]) -> Good:
    by_language = (dict(zip(LANGUAGES, texts, strict=True)) for texts in (names, places))
    return Good(picture, price, *by_language)


GOODS: Final = (
    _good(
        "felt",
        Money("24500", "KGS"),
        ("Felt rug", "Киіз кілем", "Войлочный ковёр", "Kigiz gilam"),
        ("Naryn", "Нарын", "Нарын", "Norin"),
    ),
    _good(
        "silk",
        Money("1250000", "UZS"),
        ("Atlas silk", "Атлас жібек", "Шёлк «атлас»", "Atlas ipak"),
        ("Margilan", "Марғұлан", "Маргилан", "Margʻilon"),
    ),
    _good(
        "silver",
        Money("89990.50", "KZT"),
        ("Silver bracelet", "Күміс білезік", "Серебряный браслет", "Kumush bilaguzuk"),
        ("Almaty", "Алматы", "Алматы", "Olmaota"),
    ),
    _good(
        "apricot",
        Money("48", "TJS"),
        ("Dried apricots, 1 kg", "Кептірілген өрік, 1 кг", "Курага, 1 кг", "Quritilgan oʻrik, 1 kg"),
        ("Isfara", "Исфара", "Исфара", "Isfara"),
    ),
    _good(
        "carpet",
        Money("2450", "TMT"),
        ("Carpet", "Түкті кілем", "Ковёр", "Gilam"),
        ("Ashgabat", "Ашғабат", "Ашхабад", "Ashxobod"),
    ),
    _good(
        "bowl",
        Money("185000", "UZS"),
        ("Painted bowl", "Өрнекті кесе", "Расписная пиала", "Naqshli piyola"),
        ("Rishton", "Риштан", "Риштан", "Rishton"),
    ),
)

WORDS: Final = {
    "en": {
        "title": "Bazaar",
        "lead": "Made by hand in five countries",
        "languages": "Languages",
        "currency": "Currency",
        "own": "as the seller asks",
        "note": "Converted at the rate of the day. The seller’s price counts.",
    },
    "kk": {
        "title": "Базар",
        "lead": "Бес елде қолдан жасалған",
        "languages": "Тілдер",
        "currency": "Валюта",
        "own": "сатушының бағасы",
        "note": "Күннің бағамы бойынша есептелген. Сатушының бағасы қолданылады.",
    },
    "ru": {
        "title": "Базар",
        "lead": "Сделано руками в пяти странах",
        "languages": "Языки",
        "currency": "Валюта",
        "own": "как у продавца",
        "note": "Пересчитано по курсу дня. Действует цена продавца.",
    },
    "uz": {
        "title": "Bozor",
        "lead": "Besh mamlakatda qoʻlda yasalgan",
        "languages": "Tillar",
        "currency": "Valyuta",
        "own": "sotuvchining narxi",
        "note": "Kun kursi boʻyicha hisoblangan. Sotuvchining narxi amal qiladi.",
    },
}
