"""Every patch still says what Babel does not: once Babel catches up, the row can go."""

from __future__ import annotations

import inspect
import re

import pytest
from babel import Locale
from babel.core import get_cldr_version
from babel.localedata import load
from babel.numbers import (
    format_decimal,
    get_currency_name,
    get_currency_symbol,
    get_currency_unit_pattern,
)

from cafx import formatter
from cafx.locale.data import data_of
from cafx.locale.patches import COMPACT_PATCHES, PATCHES

CLDR = int(get_cldr_version().split(".")[0])
WHAT = re.compile(r"symbol|narrow|name (one|other)|group|minimum|unit|(standard|accounting)( [a-z]+)?")


def due(row):
    if row.until is not None and row.until <= CLDR:
        pytest.fail(f"Babel has CLDR {CLDR}: the row for {row.locale} can go")


def babel_of(row):
    """Give what Babel's public data says; nothing where it has no such datum."""
    locale = Locale.parse(row.locale or "en")
    kind, _, rest = row.what.partition(" ")
    if kind == "symbol":
        return get_currency_symbol(row.currency, locale)
    if kind == "name":
        return get_currency_name(row.currency, 1 if rest == "one" else 2, locale)
    if kind == "unit":
        return get_currency_unit_pattern("KGS", 2, locale)
    if kind == "group":
        return locale.number_symbols["latn"]["group"]
    if kind in {"standard", "accounting"} and not rest:
        return locale.currency_formats[kind].pattern
    if kind == "minimum":
        # It would leave so many digits ungrouped, were it read.
        digits = "1234567"[: 2 + int(row.right)]
        return "" if row.right == "1" or format_decimal(int(digits), locale=locale) != digits else row.right
    if kind == "narrow":
        has = "narrow" in inspect.signature(get_currency_symbol).parameters
        return "in its data" if has or any("narrow" in key for key in load(str(locale))) else ""
    return "in its data" if rest in locale.currency_formats else ""


def test_rows_are_whole_and_no_two_are_of_one_datum():
    keys = [(row.locale, row.currency, row.what) for row in PATCHES]
    assert len(set(keys)) == len(keys)
    for row in PATCHES:
        assert WHAT.fullmatch(row.what), row
        assert row.why, row
        assert row.right or row.what == "narrow", row
        assert (row.until is None) or row.until > 47, row


@pytest.mark.parametrize(
    "row", PATCHES, ids=lambda row: f"{row.locale or 'all'} {row.currency or 'all'} {row.what}"
)
def test_data_that_babel_still_gets_wrong(row):
    due(row)
    assert babel_of(row) == row.babel
    assert row.babel != row.right or row.what == "narrow"


@pytest.mark.parametrize("row", COMPACT_PATCHES, ids=lambda row: f"{row.locale} {row.kind}")
def test_words_for_powers_of_ten_that_babel_still_gets_wrong(row):
    due(row)
    locale = Locale.parse(row.locale)
    if row.kind == "currency":
        formats = locale.compact_currency_formats["short"]["other"]
    else:
        formats = locale.compact_decimal_formats[row.kind]["other"]
    assert formats["10000000"].pattern == row.babel
    assert len(row.words) == len(row.zeros) == 12
    ours = [
        row.pattern.replace("0", "0" * zeros).replace("word", word)
        for zeros, word in zip(row.zeros, row.words, strict=True)
    ]
    assert ours != [formats[str(10**power)].pattern.replace("'", "") for power in range(3, 15)]


@pytest.mark.parametrize("row", COMPACT_PATCHES, ids=lambda row: f"{row.locale} {row.kind}")
def test_patches_give_way_to_newer_data(row):
    data = data_of(Locale.parse(row.locale))
    newer = data._replace(cldr=row.until)
    assert newer.compact(row.kind) != data.compact(row.kind)


def test_what_the_patches_print():
    assert formatter("en", "KGS", style="narrow")(1) == "\u20c01.00"
    assert formatter("ar", "USD", style="narrow")(1) == formatter("ar", "USD")(1)
    assert formatter("es", "EUR", digits=0)(1234) == "1234\u00a0€"
    assert formatter("es_MX", "EUR", digits=0)(1234) == "EUR\u00a01,234"
    assert formatter("en_GB", "GBP", notation="compact")("1500000") == "£1.5m"
    assert formatter("de_CH", "CHF")("1234567.5") == "CHF\u00a01'234'567.50"
    assert formatter("ja", "CNY", style="narrow")(5) == "￥5.00"
    assert formatter("lt", "RUB", style="narrow")(5) == "5,00\u00a0rb"
    lakh = formatter("en_IN", "KGS", style="name", notation="compact_long")
    assert lakh("1234567") == "12\u202flakh Kyrgyzstani Soms"


def test_the_side_of_an_accounting_symbol_does_not_depend_on_what_was_asked_before():
    assert formatter("de", "EUR", style="accounting")(1) == "1,00\u00a0€"
    assert formatter("de_AT", "EUR", style="accounting")(1) == "€\u00a01,00"
    assert formatter("es", "EUR", style="accounting")(1) == "1,00\u00a0€"
    assert formatter("es_MX", "EUR", style="accounting")(1) == "EUR\u00a01.00"
