"""The browser's file prints what Python does, and what Node's Intl does where that has the data.

It skips where there is no ``node``. ``make test-web`` takes a dozen times as many amounts.
"""

from __future__ import annotations

import json
import os
import subprocess
from itertools import permutations, product
from pathlib import Path

import pytest

from against_icu import NODE, version
from cafx import formatter
from cafx.display import OFFERED
from cafx.locale.options import NINE
from web.money_texts import (
    SIX,
    amounts,
    browser_texts,
    differing,
    document,
    grid,
    python_text,
    python_worth,
    worths,
)

INTL = Path(__file__).parents[1] / "formatting" / "intl.js"
IS_ALL = os.environ.get("CAFX_WEB") == "all"
STYLES = {"symbol": "symbol", "narrow": "narrowSymbol", "code": "code"}
FORMS = (
    ({}, {}),
    ({"digits": "auto"}, {"trailingZeroDisplay": "stripIfInteger"}),
    ({"digits": "whole"}, {"maximumFractionDigits": 0}),
    ({"digits": 3}, {"minimumFractionDigits": 3}),
    ({"significant": 3}, {"maximumSignificantDigits": 3}),
    ({"notation": "compact"}, {"notation": "compact"}),
    (
        {"notation": "compact", "digits": 1},
        {"notation": "compact", "minimumFractionDigits": 1, "maximumFractionDigits": 1},
    ),
    ({"notation": "compact", "significant": 2}, {"notation": "compact", "maximumSignificantDigits": 2}),
)

pytestmark = pytest.mark.skipif(NODE is None, reason="no node")


def test_amounts_are_printed_as_python_prints_them():
    cells = list(grid(40) if IS_ALL else grid(12, step=5))
    assert len(cells) > 20_000
    theirs = browser_texts(cells)
    assert differing(cells, [python_text(*cell) for cell in cells], theirs) == []
    assert None not in theirs


def test_worths_of_all_directions_are_those_of_python():
    cells = list(worths(40 if IS_ALL else 2))
    theirs = browser_texts(cells, document())
    assert differing(cells, [python_worth(*cell) for cell in cells], theirs) == []
    assert theirs.count(None) < len(cells) / 20  # of amounts at the bounds
    assert {(base, options["to"]) for _, base, options in cells} == set(permutations(SIX, 2))


@pytest.mark.skipif(not version().startswith("48"), reason="no node with all of ICU and CLDR 48")
@pytest.mark.parametrize("style", STYLES)
def test_intl_prints_the_same_where_it_has_the_data(style):
    pool = amounts(5)[:: 1 if IS_ALL else 20]
    requests, cells, expected = [], [], []
    for locale, currency, (form, options) in product(OFFERED, NINE, FORMS):
        # What few phones can show, or readers take for another currency, is not printed as CLDR has it.
        if formatter(locale, currency, style=style, symbols="safe")(1) != formatter(
            locale, currency, style=style
        )(1):
            continue
        choices = {"currencyDisplay": STYLES[style], "signDisplay": "negative", **options}
        requests.append([locale, currency, choices, pool])
        cells += [(amount, currency, {"lang": locale, "style": style, **form}) for amount in pool]
    answer = subprocess.run(
        [NODE, str(INTL)],
        input=json.dumps(requests),
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=120,
    )
    for texts in json.loads(answer.stdout):
        expected += texts
    assert len(cells) > 1000
    assert differing(cells, expected, browser_texts(cells)) == []
