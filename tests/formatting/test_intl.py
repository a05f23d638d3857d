"""A check for developers: the same text as Node's Intl, over a matrix of locales, styles and amounts.

It skips where there is no ``node`` with all of ICU and CLDR 48. The listed faults of ICU are left out; for
``tr-TR`` it is asked for ``tr``.
"""

from __future__ import annotations

import json
import random
import subprocess

import pytest
from babel import Locale

from against_icu import (
    FIVE,
    NODE,
    NOTATIONS,
    SCRIPT,
    Cell,
    compared,
    home_locales,
    is_listed,
    known_locales,
    texts,
    version,
)
from against_icu import STYLES as ICU_STYLES
from cafx import formatter
from cafx.core.currency import KNOWN
from cafx.locale.deviations import ICU_FAULTS
from cafx.locale.stock import native_system

LOCALES = (
    "kk_KZ ky_KG tg_TJ uz_Latn_UZ uz_Cyrl_UZ tk_TM ru_RU ru_KZ ru_KG ru_UZ en_US en_KZ zh_Hans_CN tr_TR "
    "de_DE kk_Arab_CN kk ky tg uz uz_Cyrl tk ru ru_BY ru_MD ru_UA en_GB en_IN en_AU en_CA en_IE en_NZ en_SG "
    "en_ZA de de_AT de_CH de_LI de_LU fr fr_BE fr_CA fr_CH fr_MA zh_Hans_HK zh_Hant_TW ja bg fi be"
).split()
TAGS = {name: name.replace("_", "-") for name in LOCALES} | {
    "tr_TR": "tr",
    "fa_IR": "fa-IR-u-nu-latn",
    "fa_AF": "fa-AF-u-nu-latn",
    "fa_IR native": "fa-IR-u-nu-arabext",
}
CURRENCIES = "KGS KZT TJS UZS TMT USD EUR RUB CNY".split()
STYLES = {
    "standard": ({}, {}),
    "accounting": ({"style": "accounting"}, {"currencySign": "accounting"}),
    "code": ({"style": "code"}, {"currencyDisplay": "code"}),
    "narrow": ({"style": "narrow"}, {"currencyDisplay": "narrowSymbol"}),
    "name": ({"style": "name"}, {"currencyDisplay": "name"}),
    "whole": ({"digits": "whole"}, {"minimumFractionDigits": 0, "maximumFractionDigits": 0}),
    "auto": ({"digits": "auto"}, {"trailingZeroDisplay": "stripIfInteger"}),
    "compact": ({"notation": "compact"}, {"notation": "compact"}),
    "compact narrow": (
        {"notation": "compact", "style": "narrow"},
        {"notation": "compact", "currencyDisplay": "narrowSymbol"},
    ),
    "compact long": (
        {"notation": "compact_long", "style": "name"},
        {"notation": "compact", "compactDisplay": "long", "currencyDisplay": "name"},
    ),
    "always": ({"sign": "always"}, {"signDisplay": "always"}),
    "significant": ({"significant": 3}, {"maximumSignificantDigits": 3}),
}
AMOUNTS = (
    "0 -0 1 2 5 11 21 -15 0.5 0.125 0.375 0.025 0.0025 -0.001 -0.005 9.95 99.5 450.25 999.5 999.995 "
    "1000 1001 -1234.5 9999.5 14400.04 54321.987 99950 123456.785 250000 999499 999500 999999 1150000 "
    "-1234567.5 21000000 999500000 22500000000 13000000000000 1234567890123456 98765432109876543210"
).split()


pytestmark = pytest.mark.skipif(not version().startswith("48"), reason="no node with all of ICU and CLDR 48")


@pytest.mark.parametrize("style", STYLES)
def test_intl_prints_the_same(style):
    choices, options = STYLES[style]
    cells = [(name, currency) for name in TAGS for currency in CURRENCIES]
    request = json.dumps([[TAGS[name], currency, options, AMOUNTS] for name, currency in cells])
    answer = subprocess.run(
        [NODE, str(SCRIPT)], input=request, capture_output=True, encoding="utf-8", check=True, timeout=120
    )
    misses = []
    for (name, currency), expected in zip(cells, json.loads(answer.stdout), strict=True):
        locale, _, native = name.partition(" ")
        numbering = "native" if native else "latn"
        given = {"sign": "keep", "numbering": numbering, **choices}
        show = formatter(locale, currency, **given)
        how = (choices.get("style", "symbol"), choices.get("notation", "standard"))
        is_fault = locale != "tr_TR" and is_listed(Cell(locale, currency, *how, ""))
        for amount, text in zip(AMOUNTS, expected, strict=True):
            if show(amount) != text and not is_fault:
                misses.append((name, currency, amount, show(amount), text))
    assert misses == []


def differing(cells):
    return [(cell, ours, theirs) for cell, ours, theirs in cells if ours != theirs and not is_listed(cell)]


def test_a_sample_of_the_home_locales_prints_every_currency_as_icu_does():
    home = random.Random(7).sample(home_locales(known_locales()), 2)
    assert differing(compared(home, list(KNOWN), ["-1234.5"])) == []


def test_a_sample_of_all_locales_prints_as_icu_does():
    drawn = random.Random(11).sample(known_locales(), 12)
    assert differing(compared(drawn, FIVE, ["-1234.5", "1", "999999"])) == []


def test_every_listed_fault_of_icu_is_still_one():
    tried = {"en_150": "en_DE", "pt_PT": "pt_AO"}
    for fault in ICU_FAULTS:
        names = [tried.get(name, name) for name in fault.locales.split()]
        rows = list(compared(names, ["USD", "KZT", "TRY"], ["1234.5", "1.5", "54321"]))
        wrong = {row[0].locale for row in rows if row[1] != row[2]}
        assert set(names) - wrong == set(), fault


def test_a_sample_of_native_digits_prints_as_icu_does():
    amounts, wrong = ["-1234.5", "1234567.891"], []
    for name in ("ar_EG", "fa_IR", "bn", "mr", "my", "zh", "ckb", "ne", "kk_Arab", "ps", "th"):
        system = native_system(Locale.parse(name))
        rows = [(name, "KZT", style, notation) for style in ICU_STYLES for notation in NOTATIONS]
        for row, expected in zip(rows, texts(rows, amounts, system), strict=True):
            show = formatter(name, row[1], style=row[2], notation=row[3], sign="keep", numbering="native")
            for amount, text in zip(amounts, expected, strict=True):
                if show(amount) != text and not is_listed(Cell(*row, amount)):
                    wrong.append((row, amount, show(amount), text))
    assert wrong == []
