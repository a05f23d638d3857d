"""Every patch still says what Babel does not: once Babel catches up, the row can go."""

from __future__ import annotations

import pytest
from babel import Locale
from babel.core import get_cldr_version
from babel.numbers import get_currency_name, get_currency_symbol

from cafx.formatting import formatter
from cafx.formatting.locale_data import data_of
from cafx.formatting.patches import COMPACT_PATCHES, NARROW_SIGNS, SYMBOL_PATCHES

CLDR = int(get_cldr_version().split(".")[0])


def due(row):
    if row.until is not None and row.until <= CLDR:
        pytest.fail(f"Babel has CLDR {CLDR}: the row for {row.locale} can go")


@pytest.mark.parametrize("row", SYMBOL_PATCHES, ids=lambda row: f"{row.locale} {row.currency} {row.what}")
def test_symbols_and_names_that_babel_still_gets_wrong(row):
    due(row)
    locale = Locale.parse(row.locale)
    if row.what == "symbol":
        assert get_currency_symbol(row.currency, locale) == row.babel != row.right
    else:
        count = 1 if row.what == "name one" else 2
        assert get_currency_name(row.currency, count, locale) == row.babel != row.right


@pytest.mark.parametrize("row", COMPACT_PATCHES, ids=lambda row: row.locale)
def test_words_for_powers_of_ten_that_babel_still_gets_wrong(row):
    due(row)
    formats = Locale.parse(row.locale).compact_currency_formats["short"]["other"]
    assert formats["1000"].pattern == row.babel
    assert len(row.words) == 12
    ours = [
        row.pattern.replace("0", "0" * (power % 3 + 1)).replace("word", word)
        for power, word in enumerate(row.words, 3)
    ]
    assert ours != [formats[str(10**power)].pattern.replace("'", "") for power in range(3, 15)]


@pytest.mark.parametrize("row", COMPACT_PATCHES, ids=lambda row: row.locale)
def test_patches_give_way_to_newer_data(row):
    data = data_of(Locale.parse(row.locale))
    newer = data._replace(cldr=row.until)
    assert newer.compact("currency") != data.compact("currency")


def test_babel_still_has_no_narrow_symbols():
    # Where it had, these would come from its data.
    assert get_currency_symbol("KGS", "en") == "KGS"
    assert NARROW_SIGNS["KGS"] == "\u20c0"
    assert formatter("en", "KGS", style="narrow")(1) == "\u20c01.00"


def test_babel_still_reads_no_minimum_grouping():
    from babel.numbers import format_decimal

    assert format_decimal(1234, locale="es") == "1.234"
    assert formatter("es", "EUR", digits=0)(1234) == "1234\u00a0€"
