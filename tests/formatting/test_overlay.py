"""The generated data: well formed, needed, given up where Babel catches up, and what CLDR's JSON says."""

from __future__ import annotations

import importlib.util
import os
from pathlib import Path

import pytest
from babel import Locale

from cafx import formatter
from cafx.core.currency import KNOWN
from cafx.locale.facts import facts_of, pattern_of
from cafx.locale.overlay import FILE, compact_table, compact_text, row_of
from cafx.locale.stock import cldr_version

NEWEST = int(Path(FILE).stem.rpartition("-")[2])
LINES = [line.split("\t") for line in Path(FILE).read_text("utf-8").splitlines() if line]


def test_every_line_is_whole_and_no_two_say_the_same():
    assert [line[:2] for line in LINES] == sorted(line[:2] for line in LINES)
    seen = set()
    for name, until, *cells in LINES:
        assert until in {"", str(NEWEST)}
        assert len(cells) % 2 == 0
        assert cells
        for key, value in zip(cells[::2], cells[1::2], strict=True):
            assert key
            assert value
            assert (name, key) not in seen
            seen.add((name, key))


def test_rows_are_for_the_babel_that_is_here():
    assert cldr_version() < NEWEST, "Babel has caught up: run make cldr, and rows go"


def test_rows_go_when_babel_has_the_newest_data():
    assert "fractions:HUF" in row_of("", NEWEST - 1)
    assert "fractions:HUF" not in row_of("", NEWEST)
    assert row_of("tg", NEWEST)["symbol:TJS"] == row_of("tg", NEWEST - 1)["symbol:TJS"] == "сом."


def test_the_data_stay_small():
    assert Path(FILE).stat().st_size < 200_000


def test_compact_tables_are_written_and_read():
    for _, _, *cells in LINES:
        for key, value in zip(cells[::2], cells[1::2], strict=True):
            if key.partition(":")[2] in {"currency", "short", "long"}:
                assert compact_text(compact_table(value)) == value


def test_what_the_rows_print():
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


@pytest.mark.parametrize(
    ("locale", "currency", "choices", "text"),
    [
        ("ru", "HUF", {"style": "code"}, "1 234 HUF"),
        ("en", "IDR", {}, "IDR 1,234"),
        ("de", "RSD", {}, "1.234,50 RSD"),
        ("tr", "COP", {"style": "accounting"}, "COP 1.234"),
        ("uz", "IDR", {"style": "name"}, "1 234 Indoneziya rupiyasi"),
        ("ru", "TWD", {"style": "narrow"}, "1 234,50 NT$"),
        ("ru", "GEL", {"style": "narrow"}, "1 234,50 ლ"),
        ("kk", "BYN", {"style": "narrow"}, "1 234,50 р."),
        ("en", "GHS", {"style": "narrow"}, "GH₵1,234.50"),
        ("kk", "XCG", {"style": "name"}, "1 234,50 Кариб гульдені"),
        ("ru", "XCG", {}, "1 234,50 Cg"),
        ("ru", "ZWG", {"style": "name"}, "1 234,50 зимбабвийского золотого"),
        ("kk_Arab", "KES", {"style": "name"}, "1,234.50 كەنيا شيللينگى"),
    ],
)
def test_currencies_of_the_world_print_as_icu_does(locale, currency, choices, text):
    assert formatter(locale, currency, **choices)("1234.5").replace("\u00a0", " ") == text


def test_the_side_of_an_accounting_symbol_does_not_depend_on_what_was_asked_before():
    assert formatter("de", "EUR", style="accounting")(1) == "1,00\u00a0€"
    assert formatter("de_AT", "EUR", style="accounting")(1) == "€\u00a01,00"
    assert formatter("es", "EUR", style="accounting")(1) == "1,00\u00a0€"
    assert formatter("es_MX", "EUR", style="accounting")(1) == "EUR\u00a01.00"


@pytest.mark.parametrize(
    ("text", "pattern"),
    [
        ("¤#,##0.00", ("¤", "", "-¤", "", 1, (3, 3))),
        ("¤\u00a0#,##,##0.00", ("¤\u00a0", "", "-¤\u00a0", "", 1, (3, 2))),
        ("000 м'.' ¤", ("", " м'.' ¤", "-", " м'.' ¤", 3, (1000, 1000))),
        ("mille", ("mille", "", "-mille", "", 0, (1000, 1000))),
        ("#,##0.00;(#,##0.00)", ("", "", "(", ")", 1, (3, 3))),
    ],
)
def test_patterns_of_cldr_are_read(text, pattern):
    assert tuple(pattern_of(text)) == pattern


def test_the_file_is_what_the_json_of_cldr_says():
    folder = os.environ.get("CLDR_JSON")
    if folder is None:
        pytest.skip("CLDR_JSON names no folder with cldr-core and cldr-numbers-full")
    tool = Path(__file__).parents[1] / "tools" / "cldr.py"
    specification = importlib.util.spec_from_file_location("cldr", tool)
    generator = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(generator)
    edition = generator.Edition(Path(folder))
    wrong = []
    for name in generator.locale_identifiers():
        if not edition.has(name):
            continue
        locale = Locale.parse(name)
        codes = list(KNOWN) if name.partition("_")[0] in generator.HOME else generator.ELEVEN
        wanted = edition.facts(name, codes, tuple(sorted({*locale.plural_form.tags, "other"})))
        facts = facts_of(locale)
        stock = generator.stock_facts(locale, list(wanted))
        for key, value in wanted.items():
            found = facts.patched(key) or stock[key]
            if found != value:
                wrong.append((name, key, found, value))
    assert wrong == []
