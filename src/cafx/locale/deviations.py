"""Where cafx does not print what CLDR or ICU does, and why: every row by hand, each with its reason.

Words that people use are a table of usage, not of right and wrong: ``style="local"`` asks for them, and a
caller's own go first. Signs that not every device shows are replaced on request. What ICU prints against
CLDR's own data or rules is not followed.
"""

from __future__ import annotations

from typing import Final, NamedTuple

__all__ = [
    "ICU_FAULTS",
    "LOCAL_WORDS",
    "SAFE_SIGNS",
    "IcuFault",
    "LocalWord",
    "SafeSign",
    "local_word",
    "safe_sign",
]


class LocalWord(NamedTuple):
    """What people write after an amount of *currency* in one language."""

    locale: str
    currency: str
    word: str
    why: str


class IcuFault(NamedTuple):
    """Cells in which ICU 78 departs from CLDR: for locales that inherit from one of *locales*."""

    locales: str
    style: str
    notations: str
    why: str
    currency: str = ""


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
        for language in ("ba", "be", "bg", "kk", "ky", "mk", "mn", "ru", "sr", "tt", "uk", "uz_Cyrl")
    ),
    SafeSign("⃀", "tg", "KGS", "сом there would be one dot away from the somoni's сом."),
    SafeSign("сом.", "tg", "сомонӣ", "сом. reads as the Kyrgyz som (angular#46254)"),
    SafeSign("⃀", "", "KGS", "U+20C0 is of Unicode 14 (2021), and on few phones"),
    SafeSign("ТМТ", "", "TMT", "Cyrillic letters that look like the code but are not found as it"),
)

_EVERY: Final = "standard compact compact_long"
_ROUNDED: Final = "takes the plural of a name by the number before rounding: 1,2 тыс. доллара for 1234.5"
# An empty style or currency stands for all of them.
ICU_FAULTS: Final = (
    IcuFault(
        "be br bs bs_Cyrl ceb fil hr is lt lv mk pl ru sr sr_Latn uk",
        "name",
        "compact compact_long",
        _ROUNDED,
    ),
    IcuFault("en_150", "", _EVERY, "writes the money of most of these in the English of the world"),
    IcuFault("fr_CH", "", _EVERY, "has CLDR 48.0, which grouped by narrow spaces; 48.2 does by apostrophes"),
    IcuFault("kea_CV pt_CV", "", _EVERY, "puts the $ of the escudo in place of the comma for every currency"),
    IcuFault("my", "name", _EVERY, "puts the name behind the number, against CLDR's pattern {1} {0}"),
    IcuFault("ps", "name", "compact_long", "finds no word for thousands where CLDR has K"),
    IcuFault("pt_PT", "name", _EVERY, "takes the plurals of Brazil below Portugal: 1,50 dólar"),
    IcuFault("sr_Cyrl_ME", "name", _EVERY, "has the names in Latin letters"),
    IcuFault("tr", "name", _EVERY, "prints both sign and name of the lira", "TRY"),
    IcuFault(
        "tr_TR", "", _EVERY, "prints both sign and name, $1 ABD doları; tr, without the region, is right"
    ),
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
