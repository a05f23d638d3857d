"""The words that people use for money, where they are not CLDR's, and signs that are safe to show.

A table of usage, not of right and wrong: it is asked for by ``style="local"`` and every word can be
overridden by the caller.
"""

from __future__ import annotations

from typing import Final, NamedTuple

__all__ = ["LOCAL_WORDS", "SAFE_SIGNS", "LocalWord", "SafeSign", "local_word", "safe_sign"]


class LocalWord(NamedTuple):
    """What people write after an amount of *currency* in one language."""

    locale: str
    currency: str
    word: str
    why: str


class SafeSign(NamedTuple):
    """What to write for *sign* where not every device or reader can be trusted with it."""

    sign: str
    locale: str
    safe: str
    why: str


LOCAL_WORDS: Final = (
    LocalWord("ru", "UZS", "сум", "CLDR's Russian has no symbol; shops and banks in Tashkent write сум"),
    LocalWord("ru", "TJS", "сомони", "CLDR's Russian has no symbol; asiaplus and banks write сомони"),
    LocalWord("ru", "TMT", "манат", "CLDR's Russian prints the code in Cyrillic letters"),
    LocalWord("ru", "KGS", "сом", "CLDR has it for ru_KG alone"),
    LocalWord("ru", "KZT", "₸", "CLDR has it for ru_KZ alone; the sign is in use since 2007"),
    LocalWord("tg", "TJS", "сомонӣ", "CLDR's сом. reads as the Kyrgyz som (angular#46254)"),
    LocalWord("tk", "TMT", "manat", "CLDR has no symbol, and there is no settled sign"),
    LocalWord("kk", "KGS", "сом", "CLDR's Kazakh prints the code"),
    LocalWord("ky", "KGS", "сом", "CLDR's symbol, which narrow does not give"),
)

# The empty locale stands for all that are not named.
SAFE_SIGNS: Final = (
    *(
        SafeSign("⃀", language, "сом", "U+20C0 is of Unicode 14 (2021), and on few phones")
        for language in ("ba", "be", "bg", "kk", "ky", "mk", "mn", "ru", "sr", "tg", "tt", "uk", "uz_Cyrl")
    ),
    SafeSign("⃀", "", "KGS", "U+20C0 is of Unicode 14 (2021), and on few phones"),
    SafeSign("ТМТ", "", "TMT", "Cyrillic letters that look like the code but are not found as it"),
)

_LOCAL: Final = {(row.locale, row.currency): row.word for row in LOCAL_WORDS}
_SAFE: Final = {(row.sign, row.locale): row.safe for row in SAFE_SIGNS}


def local_word(lineage: tuple[str, ...], currency: str) -> str:
    """Return the word that people use for *currency*, or nothing; the nearest locale counts.

    >>> local_word(("tg_TJ", "tg"), "TJS"), local_word(("de",), "TJS")
    ('сомонӣ', '')
    """
    used = (_LOCAL[locale, currency] for locale in lineage if (locale, currency) in _LOCAL)
    return next(used, "")


def safe_sign(lineage: tuple[str, ...], symbol: str) -> str:
    """Return what to write for *symbol*: itself where it is safe.

    >>> safe_sign(("ky_KG", "ky"), "\u20c0"), safe_sign(("en",), "\u20c0"), safe_sign(("en",), "$")
    ('сом', 'KGS', '$')
    """
    known = (_SAFE[symbol, locale] for locale in (*lineage, "") if (symbol, locale) in _SAFE)
    return next(known, symbol)
