"""What shows that a line may state rates before it is read: literals of currencies, and nouns of rates."""

from __future__ import annotations

from typing import Final

from cafx.text.lexicon import CURRENCIES

__all__ = ["FOREIGN_WORDS", "RATE_LITERALS", "RATE_WORDS"]

#: What a line that may state a rate holds: nouns of rates, and currencies by the literals that find them.
RATE_LITERALS: Final[tuple[tuple[str, bool | None], ...]] = (
    *(
        (literal, True)
        for literal in ("урс", "xchange rate", "ollar rate", "kurs", "Kurs", "урб", "бағам", "отировк")
    ),
    # One of one of the five in words, which may be priced in another.
    *((literal, True) for literal in ("ir tenge", "ир теңге", "ир тенге", "ір сом", "дин тенге", "ne tenge")),
    # Foreign money that was sold at a price, whatever its amount.
    *((literal, True) for literal in ("лларов по ", "лн евро по ", "рублей по ", "ollars at ", "uros at ")),
    *((literal, True) for literal in ("illion at rate", "illion at price", "illion at an average")),
    *((f"rate of the {whose}", True) for whose in ("Kaz", "Uzb", "Kyrgyz", "Tajik", "Turkmen")),
    # A thousand roubles, which are counted with a word.
    *((literal, True) for literal in ("ысяча рубл", "ысячу рубл", "ысяча росс", "ысячу росс", "1 тыс. рубл")),
    *(
        (literal, True)
        for literal in ("азор рубл", "ir ming rubl", "1 ming rubl", "ир миң рубл", "ір мың рубл")
    ),
    *((literal, True) for literal in ("ир минг рубл", "1 минг рубл", "thousand rubl", "thousand rouble")),
    # A rate of somebody without a word for its base, and the money of a neighbour.
    *((literal, True) for literal in ("fficial rate of ", "treet rate of ")),
    *((literal, True) for literal in ("кий тенге", "кий манат", "кий сом", "кий сум")),
    *((literal, True) for literal in ("стон тенге", "стон манат", "стон сом", "ston tenge", "ston manat")),
    *((literal, True) for literal in ("ston som", "збек сум", "ырғыз сом")),
    *(
        (literal, True)
        for literal in ("valyuta", "walýuta", "валют", "n currency", "S. currency", "US currency")
    ),
    *(
        (literal, False)
        for literal in (
            "ollar",
            "reenback",
            "оллар",
            "долл.",
            "USD",
            "EUR",
            "RUB",
            "$",
            "вро",
            "уро",
            "uro",
            "ewro",
            "evro",
        )
    ),
    *(
        (literal, False)
        for literal in ("рубл", "Рубл", "rubl", "Rubl", "rouble", "юан", "Юан", "yuan", "Yuan", "₽", "€")
    ),
    *((literal, False) for literal in ("ýuan", "lira", "лира", "лиры")),
    # One of the five, which may be priced in another; a digit before it makes it another number.
    *(
        (f"1 {word}", None)
        for word in ("сом", "тен", "теңг", "танг", "сум", "сўм", "сӯм", "so", "manat", "манат")
    ),
    *((f"100 {word}", None) for word in ("тен", "теңг", "сум", "сўм", "so'm", "so‘m")),
    *((f"1000 {word}", None) for word in ("сум", "сўм", "so'm", "so‘m")),
)
#: The nouns of rates in the forms that stand beside a price.
RATE_WORDS: Final = frozenset(
    stem + ending
    for stem, endings in (
        ("rate", ("", "s")),
        (
            "курс",
            (
                "",
                "а",
                "у",
                "ом",
                "е",
                "ы",
                "ов",
                "ам",
                "и",
                "ини",
                "ига",
                "дан",
                "ун",
                "ду",
                "ты",
                "қа",
                "би",
            ),
        ),
        ("kurs", ("", "i", "ini", "iga", "ining", "y", "yna", "yny", "dan")),
        ("бағам", ("", "ы", "ын", "ына", "ынан", "да")),
        ("қурб", ("", "и", "ро")),
    )
    for ending in endings
)
#: The words for foreign money.
FOREIGN_WORDS: Final = frozenset(
    word
    for word, code in CURRENCIES.items()
    if code not in {"KZT", "KGS", "TJS", "UZS", "TMT", "SOM", "MANAT"}
)
