"""Files of quotations: what was exported, and tables of a user's own."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cafx import Quotation
from cafx.errors import HistoryError, OptionError, ParseError
from cafx.history import Added, History
from cafx.history.rows import StoredQuotation
from history.bankside import NOW, START, quoted, table

OWN = {"base": "USD", "quote": "KZT", "kind": "market", "source": "desk"}
COLUMNS = {"as_of": "Date", "price": "Close"}


@pytest.fixture
def history():
    with History(":memory:") as opened:
        yield opened


def written(tmp_path, text, name="own.csv", encoding="utf-8"):
    path = tmp_path / name
    path.write_text(text, encoding)
    return path


@pytest.mark.parametrize("name", ["rates.csv", "rates.jsonl", "rates.ndjson", "rates.parquet"])
def test_what_was_exported_is_loaded_to_the_digit(history, tmp_path, name):
    if name.endswith("parquet"):
        pytest.importorskip("pyarrow.parquet")
    history.add(
        [
            quoted("USD/KZT", "474.200", START, observed_at=NOW),
            quoted("EUR/KZT", "0.00000010", START, low="0.0000001", high="0.0000002"),
            quoted("TMT/KGS", "24.9857", START, "NBKR", nominal=10, through=START + timedelta(days=6)),
            quoted("KZT/USD", "0.00194", None, "timesca", "ticker", change="-0"),
        ]
    )
    history.export(tmp_path / name)
    with History(":memory:") as other:
        assert other.load(tmp_path / name) == Added(new=4)
        assert [one.to_json() for one in other] == [one.to_json() for one in history]
        assert other.load(tmp_path / name) == Added(known=4)


def test_a_table_of_ones_own_says_its_columns(history, tmp_path):
    path = written(tmp_path, "﻿Date,Close,Note\n2026-04-01,474.20,\n2026-04-02,474.250,x\n")
    assert history.load(path, columns=COLUMNS, constants=OWN) == Added(new=2)
    assert [str(one.price) for one in history] == ["474.20", "474.250"]
    assert {(one.source, one.kind) for one in history} == {("desk", "market")}


@pytest.mark.parametrize(
    ("row", "named"),
    [
        ('{"as_of": "2026-04-01", "price": 474.2}', "price 474.2 is a float"),
        ('{"as_of": "2026-04-01", "price": "474,2"}', "474,2"),
        ('{"as_of": "2026-13-01", "price": "474.2"}', "2026-13-01"),
        ('{"as_of": "2026-04-01", "price": "-4"}', "above zero"),
        ('{"as_of": "2026-04-01"}', "there is no price"),
        ('{"as_of": "2026-04-01", "price": "4", "nominal": "1.5"}', "not a whole number"),
        ('{"as_of": "2026-04-01", "price": "4", "nominal": true}', "nominal"),
        ('{"as_of": "2026-04-01", "price": ["4"]}', "price"),
        ("[1]", "not a JSON object"),
        ("{", "not JSON"),
        ("[" * 5000, "not JSON"),
    ],
)
def test_a_bad_row_is_named_and_nothing_is_added(history, tmp_path, row, named):
    path = written(tmp_path, f'{{"as_of": "2026-03-31", "price": "474.1"}}\n{row}\n', "own.jsonl")
    with pytest.raises(ParseError, match="line 2") as caught:
        history.load(path, constants=OWN)
    assert named in str(caught.value)
    assert len(history) == 0


def test_many_bad_rows_are_counted(history, tmp_path):
    path = written(tmp_path, "Date,Close\n" + "2026-04-01,none\n" * 9)
    with pytest.raises(ParseError, match=r"9 of 9 rows .* nothing was added: line 2: .*; and 6 more"):
        history.load(path, columns=COLUMNS, constants=OWN)


@pytest.mark.parametrize(
    ("text", "arguments", "error", "named"),
    [
        ("Date,Close\n2026-04-01\n", {"columns": COLUMNS}, ParseError, "not as many cells"),
        ("Date,Close\n1,2,3\n", {"columns": COLUMNS}, ParseError, "not as many cells"),
        ("Day,Close\n2026-04-01,4\n", {"columns": COLUMNS}, ParseError, "no column 'Date': known are Day"),
        ("Date\n", {"columns": {"prise": "Date"}}, OptionError, "'prise' is not a field"),
        ("Date\n", {"format": "xlsx"}, OptionError, "'xlsx' is not a format"),
    ],
)
def test_a_table_that_does_not_fit_is_refused(  # noqa: PLR0917
    history, tmp_path, text, arguments, error, named
):
    with pytest.raises(error, match=named):
        history.load(written(tmp_path, text), constants=OWN, **arguments)


def test_what_is_not_there_or_not_text_is_refused(history, tmp_path):
    with pytest.raises(HistoryError, match="cannot be read"):
        history.load(tmp_path / "nowhere.csv")
    with pytest.raises(ParseError, match="not a table in UTF-8"):
        history.load(written(tmp_path, "Дата,Курс\n", encoding="cp1251"))
    with pytest.raises(TypeError, match="load"):
        history.add(tmp_path / "rates.csv")


def test_a_book_and_another_history_are_added_as_they_are(history):
    history.add(table(START))
    with History(":memory:") as other:
        assert other.add(history) == Added(new=len(history))
        assert other.add(history.book()) == Added(known=len(history))
        assert set(history.book().merge(other)) == set(other)


@given(
    st.decimals(min_value="0.000001", max_value=10**9, places=6).map(str),
    st.none() | st.dates(),
    st.sampled_from(["official", "peg", "market"]),
    st.none() | st.datetimes(timezones=st.just(NOW.tzinfo)),
    st.sampled_from([1, 100]),
    st.booleans(),
)
@settings(max_examples=200, deadline=None)
def test_what_is_stored_is_what_the_constructor_makes(  # noqa: PLR0917
    price, day, kind, moment, nominal, has_bounds
):
    bounds = {"low": price, "high": price} if has_bounds and kind != "peg" else {}
    one = Quotation(
        "USD", "KZT", price, as_of=day, kind=kind, source="NBK", nominal=nominal, observed_at=moment, **bounds
    )
    again = StoredQuotation.of(one).quotation()
    assert again == one
    assert again.to_json() == one.to_json()
    assert (type(again.base), type(again.price)) == (type(one.base), type(one.price))
