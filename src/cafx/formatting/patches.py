"""What Babel's locale data lacks or says wrongly, as one table, each row with its reason.

A patch names the locale (it holds for all regions below it) and the currency, what Babel says,
what is right and why, and ``until``, the first CLDR version that needs it no longer: 48 where the
datum is in CLDR 48 and Babel only has to catch up; None where Babel's importer leaves the datum
out on purpose, whatever the version. A test compares every row with the Babel installed, and
fails once Babel says what is right, so that the row can go.

Source of what is right: CLDR 48.2 (Unicode License v3), as ICU 78 prints it.
"""

from __future__ import annotations

from typing import Final, NamedTuple

__all__ = [
    "COMPACT_PATCHES",
    "MINIMUM_GROUPING",
    "NARROW_SIGNS",
    "NATIVE_DIGITS",
    "SYMBOL_PATCHES",
    "CompactPatch",
    "SymbolPatch",
]


class SymbolPatch(NamedTuple):
    """A currency's symbol or name in one locale."""

    locale: str
    currency: str
    what: str
    babel: str
    right: str
    until: int | None
    why: str


class CompactPatch(NamedTuple):
    """The words for powers of ten that stand between an amount and its symbol in one locale.

    In ``pattern``, ``0`` stands for the digits and ``word`` for the word. The twelve ``words`` are
    those from thousand to hundred trillion; ``babel`` is what Babel has for a thousand.
    """

    locale: str
    babel: str
    pattern: str
    words: tuple[str, ...]
    until: int
    why: str


_DRAFT: Final = "Babel's importer leaves out what CLDR marks as draft (babel#780)"

_MISSPELT: Final = "misspelt until CLDR 48"

SYMBOL_PATCHES: Final = (
    SymbolPatch("tg", "TJS", "symbol", "TJS", "сом.", None, _DRAFT),
    SymbolPatch("tg", "USD", "symbol", "US$", "$", None, _DRAFT),
    SymbolPatch("kk_Arab", "KZT", "symbol", "KZT", "₸", None, _DRAFT),
    SymbolPatch("en", "KGS", "name one", "Kyrgystani som", "Kyrgyz som", 48, _MISSPELT),
    SymbolPatch("en", "KGS", "name other", "Kyrgystani soms", "Kyrgyz soms", 48, _MISSPELT),
)

# Babel's importer drops every alt="narrow" symbol. CLDR has the same ones in all locales but few.
NARROW_SIGNS: Final = {
    "KGS": "⃀",
    "KZT": "₸",
    "RUB": "₽",
    "USD": "$",
    "EUR": "€",
    "CNY": "¥",
}


def _thrice(words: str) -> tuple[str, ...]:
    """Use each of four words for one, ten and a hundred of it."""
    return tuple(word for word in words.split() for _ in range(3))


_NEW: Final = "CLDR 48 has words for this language; before, it had the root's K, M, G and T"

COMPACT_PATCHES: Final = (
    CompactPatch(
        "kk",
        "0\u00a0мың\u00a0¤",
        "0\u00a0word\u00a0¤",
        ("мың", "мың", "м.", *_thrice("млн млрд трлн")),
        48,
        "CLDR 48 shortens a hundred thousand, and only that",
    ),
    CompactPatch(
        "tg",
        "¤0\u00a0ҳазор",
        "0\u00a0word\u00a0¤",
        _thrice("ҳзр. млн. млрд. трлн."),
        48,
        "CLDR 48 moves the symbol behind the amount and abbreviates the words",
    ),
    CompactPatch("uz_Cyrl", "¤\u00a00K", "0word\u00a0¤", _thrice("минг млн млрд трлн"), 48, _NEW),
    CompactPatch(
        "kk_Arab",
        "¤\u00a00K",
        "¤\u00a00\u00a0word",
        (
            *("مىڭ", "مىڭ", "مىڭ"),
            *("ميلليون", "ميلليون", "ملن"),
            *("ميلليارد", "ملرد", "ملرد"),
            *("تريلليون", "ترلن", "ترلن"),
        ),
        48,
        _NEW,
    ),
    CompactPatch(
        "fa",
        "0\u00a0هزار\u00a0¤",
        "\u200e¤\u00a00\u00a0word",
        _thrice("هزار میلیون میلیارد تریلیون"),
        48,
        "CLDR 48 moves the symbol before the amount, where it stands without a word",
    ),
    CompactPatch(
        "tr",
        "0\u00a0B\u00a0¤",
        "¤0\u00a0word",
        _thrice("B Mn Mr Tn"),
        48,
        "CLDR 48 moves the symbol before the amount, where it stands without a word",
    ),
)

# The least digits before the first separator, where they are more than one: Babel does not read
# CLDR's minimumGroupingDigits. "1234 €" but "12 345 €".
MINIMUM_GROUPING: Final = {
    **dict.fromkeys("be bg es et hu hy ia ie it ka lv pl pt_PT ru_UA sl sq".split(), 2),
    "ee": 3,
    # These go their own way below a language that is in the list.
    **dict.fromkeys("es_419".split(), 1),
}

# The ten digits of the numbering systems that are in use in the region and round it.
NATIVE_DIGITS: Final = {
    "arab": "٠١٢٣٤٥٦٧٨٩",
    "arabext": "۰۱۲۳۴۵۶۷۸۹",
    "beng": "০১২৩৪৫৬৭৮৯",
    "deva": "०१२३४५६७८९",
}
