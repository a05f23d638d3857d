"""What is kept of Babel's data is what Babel says, for all that is kept; another Babel is read itself."""

from __future__ import annotations

from pathlib import Path

import babel
import pytest
from babel import Locale

from cafx.locale import kept, stock
from cafx.locale.kept import FILE, kept_row
from cafx.locale.tags import lineage

OF_ALL, *LINES = [line.split("\t") for line in Path(FILE).read_text("utf-8").splitlines()[1:]]
IS_OF_THIS_BABEL = Path(FILE).read_text("utf-8").splitlines()[0] == babel.__version__


@pytest.mark.skipif(not IS_OF_THIS_BABEL, reason="made from another version of Babel: make stock")
@pytest.mark.parametrize("name", [line[0] for line in LINES])
def test_each_fact_is_babels(name):
    row, locale = kept_row(name), Locale.parse(name)
    assert len(row) > 30
    assert kept.line_of(locale) == lineage(name)
    assert kept.native_of(locale) == stock.native_system(locale)
    assert list(kept.plural_rules(locale).items()) == list(locale.plural_form.rules.items())
    for key in row:
        what, _, rest = key.partition(":")
        if what == "compact":
            assert _listed(kept.compact_of(locale, rest)) == _listed(stock.stock_compact(locale, rest))
        elif what == "names":
            assert _listed(kept.names_of(locale, rest)) == _listed(stock.stock_names(locale, rest))
        elif what not in {"line", "native", "plural"}:
            assert kept.text_of(locale, key) == stock.stock_text(locale, key)


@pytest.mark.skipif(not IS_OF_THIS_BABEL, reason="made from another version of Babel: make stock")
def test_what_is_of_no_locale_is_babels():
    assert OF_ALL[0] == ""
    assert kept.cldr_version() == stock.cldr_version()
    codes = [key.removeprefix("fractions:") for key in kept_row("") if key != "cldr"]
    assert {"KZT", "USD", "JPY"} <= {*codes}
    for code in (*codes, "CHF", "XYZ"):
        assert kept.fractions_of(code) == stock.fractions_of(code)


def test_what_is_not_kept_is_asked_of_babel():
    kazakh, french = Locale("kk"), Locale("fr")
    assert "names:CHF" not in kept_row("kk")
    assert kept.names_of(kazakh, "CHF") == stock.stock_names(kazakh, "CHF")
    assert kept.text_of(kazakh, "symbol:CHF") == stock.stock_text(kazakh, "symbol:CHF")
    assert not kept_row("fr")
    assert kept.text_of(french, "latn:group") == stock.stock_text(french, "latn:group")
    assert kept.plural_rules(french) == french.plural_form.rules
    assert kept.compact_of(french, "short") == stock.stock_compact(french, "short")


@pytest.fixture
def _another_babel(monkeypatch):
    monkeypatch.setattr(babel, "__version__", "99.0")
    kept._lines.cache_clear()
    kept.kept_row.cache_clear()
    yield
    monkeypatch.undo()
    kept._lines.cache_clear()
    kept.kept_row.cache_clear()


@pytest.mark.usefixtures("_another_babel")
def test_another_babel_is_read_itself():
    assert not kept_row("kk")
    assert kept.text_of(Locale("kk"), "latn:group") == stock.stock_text(Locale("kk"), "latn:group")


def _listed(table):
    return [(key, list(row.items()) if isinstance(row, dict) else row) for key, row in table.items()]
