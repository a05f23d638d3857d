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

__all__ = ["COMPACT_PATCHES", "NATIVE_DIGITS", "PATCHES", "CompactPatch", "Patch"]


class Patch(NamedTuple):
    """One datum of a locale: a currency's symbol or name, or a mark or pattern of its numbers.

    An empty ``locale`` is every locale, an empty ``currency`` every currency. ``what`` is ``symbol``,
    ``narrow`` (which is the full symbol where ``right`` is empty), ``name one``, ``name other``,
    ``group``, ``minimum`` (the least digits before the first separator), ``unit`` (the name beside a
    number), ``standard`` or ``accounting``, the last two with a numbering system where it is not latn.
    """

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
    those from thousand to hundred trillion, empty where there is none; ``babel`` is what Babel has for
    ten million. ``kind`` is ``currency`` for words beside a symbol, ``short`` or ``long`` for those
    beside a name; ``zeros`` are the digits that each word leaves before the point at most.
    """

    locale: str
    babel: str
    pattern: str
    words: tuple[str, ...]
    until: int
    why: str
    kind: str = "currency"
    zeros: tuple[int, ...] = (1, 2, 3) * 4


_DRAFT: Final = "Babel's importer leaves out what CLDR marks as draft (babel#780)"

_MISSPELT: Final = "misspelt until CLDR 48"
_TITLED: Final = "CLDR 48 has the names of Indian English in capitals"

_NARROW: Final = "Babel's importer leaves out every alt=narrow symbol"
_NO_MINIMUM: Final = "Babel's importer does not read minimumGroupingDigits: 1234 € but 12 345 €"
_NO_NATIVE: Final = "Babel's importer leaves out all patterns but those for 0 to 9"
_UNMARKED: Final = "CLDR 48 has no mark of direction before it"
_OWN: Final = "the narrow symbol of this language is a longer one, or the code"
_BARE: Final = "the signs of dollars, yen and pounds do not stand alone in Arabic"

# The narrow symbols that CLDR has in all locales but few.
_DOLLARS: Final = (
    "ARS AUD BBD BMD BND BSD BZD CAD CLP COP CUP DOP FJD GYD HKD JMD KYD LRD MXN "
    "NAD NZD SBD SGD SRD TTD TWD USD UYU XCD"
).split()
_SIGNS: Final = (
    "AFN=؋ AMD=֏ AZN=₼ BDT=৳ BRL=R$ CNY=¥ CRC=₡ CZK=Kč EUR=€ GBP=£ GEL=₾ GIP=£ "
    "FKP=£ HUF=Ft IDR=Rp ILS=₪ INR=₹ JPY=¥ KGS=⃀ KHR=៛ KPW=₩ KRW=₩ KZT=₸ LAK=₭ "
    "LKR=Rs MNT=₮ MYR=RM NGN=₦ NPR=Rs PHP=₱ PKR=Rs PLN=zł RON=lei RUB=₽ SHP=£ SSP=£ "
    "SYP=£ THB=฿ TRY=₺ UAH=₴ VND=₫ DKK=kr ISK=kr NOK=kr SEK=kr ZAR=R"
).split()
_NARROW_SIGNS: Final = {**dict.fromkeys(_DOLLARS, "$"), **dict(pair.split("=") for pair in _SIGNS)}

PATCHES: Final = (
    Patch("tg", "TJS", "symbol", "TJS", "сом.", None, _DRAFT),
    Patch("tg", "USD", "symbol", "US$", "$", None, _DRAFT),
    Patch("kk_Arab", "KZT", "symbol", "KZT", "₸", None, _DRAFT),
    Patch("en", "KGS", "name one", "Kyrgystani som", "Kyrgyz som", 48, _MISSPELT),
    Patch("en", "KGS", "name other", "Kyrgystani soms", "Kyrgyz soms", 48, _MISSPELT),
    Patch("en_IN", "KGS", "name one", "Kyrgyzstani som", "Kyrgyzstani Som", 48, _TITLED),
    Patch("en_IN", "KGS", "name other", "Kyrgyzstani soms", "Kyrgyzstani Soms", 48, _TITLED),
    *(
        Patch(locale, "CNY", "symbol", "¥", "CN¥", 48, "CLDR 48 tells the yuan from other signs ¥ here")
        for locale in ("zh_Hans_HK", "zh_Hans_MO", "zh_Hans_SG")
    ),
    *(Patch("", code, "narrow", "", sign, None, _NARROW) for code, sign in _NARROW_SIGNS.items()),
    Patch("ja", "CNY", "narrow", "", "￥", None, _OWN),
    Patch("ja", "JPY", "narrow", "", "￥", None, _OWN),
    Patch("bg", "CNY", "narrow", "", "CNY", None, _OWN),
    *(
        Patch(locale, code, "narrow", "", code, None, _OWN)
        for locale, code in (
            ("bg", "INR"),
            ("bg", "KZT"),
            ("fi", "CNY"),
            ("fi", "INR"),
            ("fi", "KZT"),
            ("lt", "INR"),
        )
    ),
    Patch("de_CH", "EUR", "narrow", "", "EUR", None, _OWN),
    Patch("de_LI", "EUR", "symbol", "€", "EUR", 48, "CLDR 48 writes the code, as in Switzerland"),
    Patch("be", "RUB", "narrow", "", "руб.", None, _OWN),
    Patch("lt", "RUB", "narrow", "", "rb", None, _OWN),
    *(
        Patch("ar", code, "narrow", "", "", None, _BARE)
        for code, sign in _NARROW_SIGNS.items()
        if sign in "$£¥"
    ),
    *(Patch("sq", code, "narrow", "", "", None, _OWN) for code in _NARROW_SIGNS),
    *(
        Patch(locale, "", "minimum", "", "2", None, _NO_MINIMUM)
        for locale in "be bg es et hu hy ia ie it ka lv pl pt_PT ru_UA sl sq".split()
    ),
    Patch("ee", "", "minimum", "", "3", None, _NO_MINIMUM),
    Patch("es_419", "", "minimum", "", "1", None, "goes its own way below Spanish"),
    *(
        Patch(locale, "", "group", "’", "'", 48, "CLDR 48 puts the plain apostrophe in Switzerland")
        for locale in ("de_CH", "de_LI", "en_CH")
    ),
    Patch("fr_MA", "", "group", "\u202f", ".", 48, "CLDR 48 groups by points in Morocco"),
    Patch("fr_CA", "", "unit", "{0} {1}", "{0}\u00a0{1}", 48, "CLDR 48 keeps number and name on one line"),
    Patch("fa_AF", "", "standard", "\u200e¤\u00a0#,##0.00", "¤\u00a0#,##0.00", 48, _UNMARKED),
    Patch(
        "fa_AF",
        "",
        "accounting",
        "\u200e¤\u00a0#,##0.00;\u200e(¤\u00a0#,##0.00)",
        "¤\u00a0#,##0.00;\u200e(¤\u00a0#,##0.00)",
        48,
        _UNMARKED,
    ),
    Patch("ar", "", "standard arab", "", "\u200f#,##0.00\u00a0¤", None, _NO_NATIVE),
    Patch("ar", "", "accounting arab", "", "\u200f#,##0.00\u00a0¤", None, _NO_NATIVE),
    Patch("ckb", "", "standard arab", "", "#,##0.00\u00a0¤", None, _NO_NATIVE),
    Patch("ckb", "", "accounting arab", "", "#,##0.00\u00a0¤", None, _NO_NATIVE),
    Patch("fa", "", "standard arabext", "", "\u200e¤#,##0.00", None, _NO_NATIVE),
    Patch(
        "fa",
        "",
        "accounting arabext",
        "",
        "\u200e¤\u00a0#,##0.00;\u200e(¤\u00a0#,##0.00)",
        None,
        _NO_NATIVE,
    ),
    Patch("sd", "", "standard arab", "", "#,##0.00\u00a0¤", None, _NO_NATIVE),
    Patch("sd", "", "accounting arab", "", "#,##0.00\u00a0¤", None, _NO_NATIVE),
)


def _thrice(words: str) -> tuple[str, ...]:
    """Use each of four words for one, ten and a hundred of it."""
    return tuple(word for word in words.split() for _ in range(3))


_NEW: Final = "CLDR 48 has words for this language; before, it had the root's K, M, G and T"

_BRITISH: Final = "CLDR 48 has the British abbreviations"

COMPACT_PATCHES: Final = (
    CompactPatch(
        "kk",
        "00\u00a0млн\u00a0¤",
        "0\u00a0word\u00a0¤",
        ("мың", "мың", "м.", *_thrice("млн млрд трлн")),
        48,
        "CLDR 48 shortens a hundred thousand, and only that",
    ),
    CompactPatch(
        "tg",
        "¤00\u00a0млн",
        "0\u00a0word\u00a0¤",
        _thrice("ҳзр. млн. млрд. трлн."),
        48,
        "CLDR 48 moves the symbol behind the amount and abbreviates the words",
    ),
    CompactPatch("uz_Cyrl", "¤\u00a000M", "0word\u00a0¤", _thrice("минг млн млрд трлн"), 48, _NEW),
    CompactPatch(
        "kk_Arab",
        "¤\u00a000M",
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
        "00\u00a0میلیون\u00a0¤",
        "\u200e¤\u00a00\u00a0word",
        _thrice("هزار میلیون میلیارد تریلیون"),
        48,
        "CLDR 48 moves the symbol before the amount, where it stands without a word",
    ),
    CompactPatch(
        "tr",
        "00\u00a0Mn\u00a0¤",
        "¤0\u00a0word",
        _thrice("B Mn Mr Tn"),
        48,
        "CLDR 48 moves the symbol before the amount, where it stands without a word",
    ),
    CompactPatch("en_GB", "¤00M", "¤0word", _thrice("k m bn tn"), 48, _BRITISH),
    CompactPatch("en_GB", "00M", "0word", _thrice("k m bn tn"), 48, _BRITISH, "short"),
    CompactPatch(
        "en_IN",
        "00 million",
        "0word",
        (
            *(" thousand", " thousand", "\u202flakh", "\u202flakh"),
            *("\u202fcrore", "\u202fcrore", "\u202fcrore", "\u202fcrore", "\u202fcrore"),
            *("\u202flakh\u202fcrore",) * 3,
        ),
        48,
        "CLDR 48 counts in lakh and crore in words too",
        "long",
        (1, 2, 1, 2, 1, 2, 3, 4, 5, 1, 2, 3),
    ),
    CompactPatch(
        "fr_CA",
        "00\u00a0M¤",
        "0\u00a0word\u00a0¤",
        _thrice("k M G T"),
        48,
        "CLDR 48 keeps the symbol apart from the word",
    ),
    CompactPatch(
        "de_CH",
        "00\u00a0Mio'.'\u00a0¤",
        "¤\u00a00\u00a0word",
        ("", "", "", *_thrice("Mio. Mrd. Bio.")),
        48,
        "CLDR 48 moves the symbol before the amount, where it stands without a word",
    ),
)

# The zero of each numbering system that is native to a locale of CLDR's; the digits follow it.
_ZEROS: Final = {
    "adlm": 0x1E950,
    "arab": 0x0660,
    "arabext": 0x06F0,
    "beng": 0x09E6,
    "cakm": 0x11136,
    "deva": 0x0966,
    "gujr": 0x0AE6,
    "guru": 0x0A66,
    "hmnp": 0x1E140,
    "java": 0xA9D0,
    "khmr": 0x17E0,
    "knda": 0x0CE6,
    "laoo": 0x0ED0,
    "mlym": 0x0D66,
    "mong": 0x1810,
    "mtei": 0xABF0,
    "mymr": 0x1040,
    "nkoo": 0x07C0,
    "olck": 0x1C50,
    "orya": 0x0B66,
    "tamldec": 0x0BE6,
    "telu": 0x0C66,
    "thai": 0x0E50,
    "tibt": 0x0F20,
    "vaii": 0xA620,
}
NATIVE_DIGITS: Final = {
    "hanidec": "〇一二三四五六七八九",
    **{system: "".join(map(chr, range(zero, zero + 10))) for system, zero in _ZEROS.items()},
}
