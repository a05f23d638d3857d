"""Words that people type after an amount and that CLDR does not print, by language.

A word that two currencies of the region share in a language (``som`` in English) is left out: a
currency must be said. ``text/`` has the words of running text; this table is for a single amount.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

__all__ = ["TYPED_WORDS"]

_ROWS: Final = (
    ("ru", "KZT", "тенге тг тг. тнг"),
    ("ru", "KGS", "сом сома сомов"),
    ("ru", "UZS", "сум сума сумов сумы"),
    ("ru", "TJS", "сомони"),
    ("ru", "TMT", "манат маната манатов"),
    ("ru", "RUB", "руб руб. рубль рубля рублей р."),
    ("ru", "USD", "доллар доллара долларов долл."),
    ("ru", "EUR", "евро"),
    ("kk", "KZT", "теңге тг тг."),
    ("ky", "KGS", "сом"),
    ("uz", "UZS", "so'm som сўм сум"),  # without the apostrophe too: in Uzbekistan there is one som
    ("tg", "TJS", "сомонӣ сомони"),
    ("tg", "KGS", "сом"),
    ("tk", "TMT", "manat"),
    ("en", "KZT", "tenge"),
    ("en", "TJS", "somoni"),
    ("en", "UZS", "so'm soum soums"),
    ("en", "USD", "dollar dollars"),
    ("en", "EUR", "euro euros"),
    ("en", "RUB", "rouble roubles ruble rubles"),
)

#: By language and word in lower case: the code.
TYPED_WORDS: Final = MappingProxyType(
    {(language, word): code for language, code, words in _ROWS for word in words.split()}
)
