"""What is on the menu, in seven languages."""

from __future__ import annotations

from typing import Final, NamedTuple

from cafx import Money


class Words(NamedTuple):
    """A language's own name, and the words of the menu in it."""

    language: str
    title: str
    languages: str
    currency: str
    own: str
    dishes: tuple[str, ...]


#: The prices in the order of ``Words.dishes``.
DISHES: Final = tuple(Money(som, "KGS") for som in ("60", "35", "110", "260", "320", "240", "1150.50"))

LANGUAGES: Final = {
    "en": Words(
        "English",
        "Tea house",
        "Languages",
        "Currency",
        "ours",
        ("Green tea", "Flatbread", "Samsa", "Laghman", "Plov", "Manti", "Shashlik for four"),
    ),
    "kk": Words(
        "Қазақша",
        "Шайхана",
        "Тілдер",
        "Валюта",
        "біздікі",
        ("Көк шай", "Нан", "Самса", "Лағман", "Палау", "Мәнті", "Төрт адамға кәуап"),
    ),
    "ky": Words(
        "Кыргызча",
        "Чайкана",
        "Тилдер",
        "Валюта",
        "биздики",
        ("Көк чай", "Нан", "Самса", "Лагман", "Палоо", "Манты", "Төрт кишиге шишкебек"),
    ),
    "ru": Words(
        "Русский",
        "Чайхана",
        "Языки",
        "Валюта",
        "наша",
        ("Зелёный чай", "Лепёшка", "Самса", "Лагман", "Плов", "Манты", "Шашлык на четверых"),
    ),
    "tg": Words(
        "Тоҷикӣ",
        "Чойхона",
        "Забонҳо",
        "Асъор",
        "аз мо",
        ("Чойи кабуд", "Нон", "Самбӯса", "Лағмон", "Палов", "Манту", "Кабоб барои чор нафар"),
    ),
    "tk": Words(
        "Türkmençe",
        "Çaýhana",
        "Diller",
        "Walýuta",
        "biziňki",
        ("Gök çaý", "Çörek", "Somsa", "Lagman", "Palow", "Manty", "Dört adama kebap"),
    ),
    "uz": Words(
        "Oʻzbekcha",
        "Choyxona",
        "Tillar",
        "Valyuta",
        "bizniki",
        ("Koʻk choy", "Non", "Somsa", "Lagʻmon", "Osh", "Manti", "Toʻrt kishiga kabob"),
    ),
}
