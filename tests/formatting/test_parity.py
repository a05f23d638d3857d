"""What is printed is what CLDR 48 says, as ICU 78 prints it."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest

from cafx import Money, format_money, format_parts, formatter

# The styles of the shared sample, as choices.
STYLES = {
    "standard": {},
    "accounting": {"style": "accounting"},
    "code": {"style": "code"},
    "narrow": {"style": "narrow"},
    "name": {"style": "name"},
    "whole": {"digits": "whole"},
    "strip": {"digits": "auto"},
    "compact_short": {"notation": "compact"},
    "compact_narrow": {"notation": "compact", "style": "narrow"},
    "compact_long_name": {"notation": "compact_long", "style": "name"},
}

# What each home locale prints of its own currency. A plain space stands for U+00A0.
HOME = """
standard  -1234567.5 | -1 234 567,50 ₸ | -1 234 567,50 сом | -1 234 567,50 сом. | -1 234 567,50 soʻm | -1 234 567,50 TMT
strip     10000      | 10 000 ₸ | 10 000 сом | 10 000 сом. | 10 000 soʻm | 10 000 TMT
whole     1235.5     | 1 236 ₸ | 1 236 сом | 1 236 сом. | 1 236 soʻm | 1 236 TMT
code      1234.5     | 1 234,50 KZT | 1 234,50 KGS | 1 234,50 TJS | 1 234,50 UZS | 1 234,50 TMT
narrow    1234.5     | 1 234,50 ₸ | 1 234,50 ⃀ | 1 234,50 сом. | 1 234,50 soʻm | 1 234,50 TMT
accounting -1234.5   | -1 234,50 ₸ | -1 234,50 сом | -1 234,50 сом. | (soʻm 1 234,50) | -1 234,50 TMT
compact_short 1234567 | 1,2 млн ₸ | 1,2 млн сом | 1,2 млн. сом. | 1,2 mln soʻm | 1,2 mln TMT
compact_short 250000 | 250 м. ₸ | 250 миң сом | 250 ҳзр. сом. | 250 ming soʻm | 250 müň TMT
compact_short 999999 | 1 млн ₸ | 1 млн сом | 1 млн. сом. | 1 mln soʻm | 1 mln TMT
compact_short 0.125  | 0,12 ₸ | 0,12 сом | 0,12 сом. | 0,12 soʻm | 0,12 TMT
"""  # noqa: E501 -- a table
LOCALES = (
    ("kk_KZ", "KZT"), ("ky_KG", "KGS"), ("tg_TJ", "TJS"), ("uz_Latn_UZ", "UZS"), ("tk_TM", "TMT"),
)  # fmt: skip

ODD = [  # locale, currency, style, amount, text
    ("kk_KZ", "KZT", "name", "1234.5", "1\u00a0234,50 Қазақстан теңгесі"),
    ("uz_Latn_UZ", "UZS", "name", "1234.5", "1\u00a0234,50 O‘zbekiston so‘mi"),
    ("kk_KZ", "KZT", "compact_long_name", "1234567", "1,2 миллион Қазақстан теңгесі"),
    ("ru_KZ", "KZT", "compact_long_name", "1234567", "1,2 миллиона казахских тенге"),
    # Of 1 thousand and of 54 thousand: the noun follows the thousands, not the 1 and the 4.
    ("ru_RU", "KGS", "compact_long_name", "1001", "1 тысяча киргизских сомов"),
    ("ru_RU", "USD", "compact_long_name", "54321", "54 тысячи долларов США"),
    ("ru_RU", "KGS", "name", "5", "5,00 киргизского сома"),
    ("en_US", "KGS", "name", "1", "1.00 Kyrgyz soms"),
    ("en_KZ", "KZT", "standard", "1000", "KZT\u00a01,000.00"),
    ("ru_UZ", "UZS", "standard", "1000", "1\u00a0000,00\u00a0UZS"),
    ("uz_Cyrl_UZ", "UZS", "compact_short", "-4321.055", "-4,3минг\u00a0сўм"),
    ("tr_TR", "KZT", "compact_short", "7777.775", "KZT\u00a07,8\u00a0B"),
    ("fa_IR", "KGS", "standard", "-1", "\u200e\u2212\u200eKGS\u00a01.00"),
    ("de_DE", "KZT", "compact_short", "12345.678", "12.346\u00a0KZT"),
    ("zh_Hans_CN", "USD", "compact_short", "12345", "US$1.2万"),
    ("en_IN", "INR", "standard", "1234567.8", "₹12,34,567.80"),
    ("es_ES", "EUR", "standard", "1234.5", "1234,50\u00a0€"),
    ("es_MX", "MXN", "standard", "1234.5", "$1,234.50"),
    ("tg_TJ", "USD", "standard", "5", "5,00\u00a0$"),
    ("kk_KZ", "KZT", "compact_short", "98765432109876543210", "98\u00a0765\u00a0432\u00a0трлн\u00a0₸"),
    ("en_US", "JPY", "standard", "1234.5", "¥1,234"),
    ("en_US", "KWD", "standard", "1234.5", "KWD\u00a01,234.500"),
]


@pytest.mark.parametrize("row", HOME.strip().splitlines(), ids=lambda row: row[:24])
def test_home_locales_print_their_own_currency_right(row):
    head, *texts = (cell.strip() for cell in row.split("|"))
    style, amount = head.split()
    printed = [format_money(Money(amount, currency), locale, **STYLES[style]) for locale, currency in LOCALES]
    assert [text.replace("\u00a0", " ") for text in printed] == texts


@pytest.mark.parametrize(("locale", "currency", "style", "amount", "text"), ODD)
def test_cases_that_stock_babel_or_icu_gets_wrong(locale, currency, style, amount, text):
    assert format_money(Money(amount, currency), locale, **STYLES[style]) == text


def test_zero_has_no_sign_unless_it_is_kept():
    for amount in ("-0", "-0.001", "0"):
        assert formatter("kk_KZ", "KZT")(amount) == "0,00\u00a0₸"
    keep = formatter("kk_KZ", "KZT", sign="keep")
    assert [keep("-0"), keep("-0.001"), keep("0")] == ["-0,00\u00a0₸", "-0,00\u00a0₸", "0,00\u00a0₸"]


@pytest.mark.parametrize(
    ("sign", "texts"),
    [
        ("always", ["+5,00", "-5,00", "+0,00", "-0,00"]),
        ("except_zero", ["+5,00", "-5,00", "0,00", "0,00"]),
        ("never", ["5,00", "5,00", "0,00", "0,00"]),
    ],
)
def test_signs_on_request(sign, texts):
    show = formatter("kk_KZ", "KZT", sign=sign)
    assert [show(amount) for amount in ("5", "-5", "0", "-0")] == [f"{text}\u00a0₸" for text in texts]
    brackets = formatter("en_US", "USD", style="accounting", sign=sign)
    assert brackets("5") == ("$5.00" if sign == "never" else "+$5.00")


def test_digits_on_request():
    def shown(amount, currency="UZS", **choices):
        return formatter("uz_UZ", currency, style="code", **choices)(amount).replace("\u00a0", " ")

    assert shown("1234.567", digits=3) == "1 234,567 UZS"
    assert shown("1234.567", digits=0) == "1 235 UZS"
    assert shown("1234.50", digits="cash") == "1 234 UZS"
    assert shown("1234.567", significant=2) == "1 200 UZS"
    assert shown("0.000801", significant=2) == "0,0008 UZS"
    assert shown("450.50", digits="auto") == "450,50 UZS"
    assert shown("450.004", digits="auto") == "450 UZS"
    assert shown("1.025", "CHF", digits="cash") == "1,00 CHF"
    assert shown("1.03", "CHF", digits="cash") == "1,05 CHF"
    assert shown("123456", notation="compact", significant=4) == "123,5 ming UZS"
    assert shown("123456", notation="compact", digits=2) == "123,46 ming UZS"
    assert shown("1999999", notation="compact", digits="whole") == "2 mln UZS"
    assert shown("0.125", rounding="ROUND_HALF_UP") == "0,13 UZS"


def test_words_that_people_use_are_asked_for_and_can_be_overridden():
    somoni = Money("450.5", "TJS")
    assert format_money(somoni, "tg_TJ", style="local") == "450,50\u00a0сомонӣ"
    assert format_money(somoni, "ru_TJ", style="local") == "450,50\u00a0сомони"
    assert format_money(somoni, "tg_TJ", style="local", words={"TJS": "смн"}) == "450,50\u00a0смн"
    assert format_money(somoni, "tg_TJ", style="local") == "450,50\u00a0сомонӣ"
    assert format_money(Money(5, "TMT"), "tk", style="local", digits="auto") == "5\u00a0manat"


def test_safe_signs_replace_what_few_can_see_or_search():
    som, manat = Money(5, "KGS"), Money(5, "TMT")
    assert format_money(som, "ky_KG", style="narrow") == "5,00\u00a0⃀"
    assert format_money(som, "ky_KG", style="narrow", symbols="safe") == "5,00\u00a0сом"
    assert format_money(som, "en", style="narrow", symbols="safe") == "KGS\u00a05.00"
    assert format_money(manat, "ru", symbols="cldr") == "5,00\u00a0ТМТ"
    assert format_money(manat, "ru", symbols="safe") == "5,00\u00a0TMT"


def test_native_digits():
    assert formatter("fa_IR", "USD", numbering="native")("-1234.5") == "\u200e\u2212\u200e$۱٬۲۳۴٫۵۰"


def test_parts_are_typed_and_join_to_the_text():
    pieces = format_parts(Money("-1234567.5", "KZT"), "kk_KZ", notation="compact")
    assert [tuple(piece) for piece in pieces] == [
        ("minus", "-"),
        ("integer", "1"),
        ("decimal", ","),
        ("fraction", "2"),
        ("literal", "\u00a0"),
        ("compact", "млн"),
        ("literal", "\u00a0"),
        ("currency", "₸"),
    ]


def test_money_formats_itself_in_a_format_string():
    assert f"{Money('450000', 'KZT'):kk_KZ}" == "450\u00a0000,00\u00a0₸"


def test_the_shared_sample_is_matched_row_by_row(shared):
    misses = []
    for line in (shared / "formatting" / "dev.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        numbering = "latn" if row["numbering"] == "latn" else "native"
        choices = {**STYLES[row["style"]], "numbering": numbering}
        show = formatter(row["locale"], row["currency"], sign="keep", **choices)
        text = show(Decimal(row["amount"]))
        if text != row["expected"]:
            misses.append((row, text))
        if "negzero" in row["tags"]:
            bare = formatter(row["locale"], row["currency"], **choices)(Decimal(row["amount"]))
            assert not any(sign in bare for sign in "-\u2212(")
    assert misses == []
