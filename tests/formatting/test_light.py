"""Importing formats costs little: Babel's data are loaded for other locales, the rest when first used."""

from __future__ import annotations

import subprocess
import sys

import pytest

import cafx.formatting


def loaded(code):
    script = f"import sys\n{code}\nprint(*sorted(sys.modules))"
    answer = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(answer.stdout.split())


def test_the_room_opens_without_babel():
    modules = loaded("import cafx.formatting\ncafx.formatting.format_money\ncafx.formatting.parse_amount")
    assert not {"babel", "pydantic", "httpx", "sqlite3"} & modules


def test_a_format_loads_no_more_than_it_needs():
    needless = {"pydantic", "json", "html", "dataclasses", "cafx.values.rate", "cafx.formatting.parsing"}
    at_home = loaded("import cafx\ncafx.format_money(cafx.Money(5, 'KZT'), 'kk')")
    assert not (needless | {"babel.numbers", "babel.dates"}) & at_home  # their data are kept
    elsewhere = loaded("import cafx\ncafx.format_money(cafx.Money(5, 'KZT'), 'fr')")
    assert "babel.numbers" in elsewhere
    assert not needless & elsewhere


def test_every_public_name_is_there_and_no_other():
    for name in cafx.formatting.__all__:
        assert getattr(cafx.formatting, name).__name__ == name
    assert dir(cafx.formatting) == cafx.formatting.__all__
    with pytest.raises(AttributeError, match="no attribute"):
        cafx.formatting.format_yurt  # noqa: B018
