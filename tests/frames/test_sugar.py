"""Accessors, expression and SQL function give what cafx.frames gives; `import cafx` needs none of it."""

import inspect
import subprocess
import sys
from datetime import date

import pytest

from cafx import Money, OptionError, RateBook

cf = pytest.importorskip("cafx.frames")
pytest.importorskip("narwhals")

BOOK = RateBook.bundled()
DAYS = [date(2024, 2, 29), date(2024, 3, 15), None]
CODES = ["KZT", "uzs", "KZT"]
AMOUNTS = [1e6, -2e6, 3.0]
EXPECTED = [
    float(BOOK.convert(Money(repr(amount), code), "USD", on=day).result)
    for amount, code, day in zip(AMOUNTS[:2], CODES[:2], DAYS[:2], strict=True)
]


def test_a_series_of_pandas_is_converted_with_series_beside_it():
    pd = pytest.importorskip("pandas")
    pytest.importorskip("cafx.pandas")
    frame = pd.DataFrame({"pay": AMOUNTS, "code": CODES, "day": pd.to_datetime(DAYS)}, index=[7, 7, 8])
    found = frame["pay"].cafx.to("USD", on=frame["day"], currency=frame["code"], book=BOOK)
    assert found.index.tolist() == [7, 7, 8]
    assert found.name == "pay"
    assert found.tolist()[:2] == pytest.approx(EXPECTED, rel=4.5e-16)
    one = frame["pay"].cafx.to("USD", on="2024-02-29", currency="KZT", book=BOOK)
    assert one.tolist()[0] == pytest.approx(EXPECTED[0], rel=4.5e-16)
    same = frame.cafx.convert("pay", "USD", on="day", currency="code", book=BOOK)
    assert same["pay_usd"].tolist()[:2] == found.tolist()[:2]
    assert frame["pay"].cafx.format("ru_KZ", currency="KZT", digits=0).tolist()[2] == "3\xa0₸"
    texts = pd.Series(["13 trillion tenge", "none"], index=["a", "b"])
    assert texts.cafx.figures().index.tolist() == ["a"]
    assert len(frame.cafx.missing(on="day", currency="code", book=BOOK)) == 0


def test_an_accessor_refuses_an_option_that_it_has_not_and_names_those_that_it_has():
    pd = pytest.importorskip("pandas")
    pytest.importorskip("cafx.pandas")
    pay = pd.Series(AMOUNTS, name="pay")
    frame = pay.to_frame()
    with pytest.raises(TypeError, match=r"series\.cafx\.to has no option 'bounds': there are book, max_age"):
        pay.cafx.to("USD", on="2024-02-29", currency="KZT", bounds=True)
    with pytest.raises(TypeError, match=r"series\.cafx\.format has no option 'name': there are style"):
        pay.cafx.format("kk_KZ", currency="KZT", name="text")
    with pytest.raises(TypeError, match=r"frame\.cafx\.convert has no option 'bound': .* bounds, sources"):
        frame.cafx.convert("pay", "USD", on="2024-02-29", currency="KZT", bound="low")
    with pytest.raises(TypeError, match=r"frame\.cafx\.missing has no option 'code'"):
        frame.cafx.missing(on="2024-02-29", code="KZT")


def _kind(option):
    """Return an option's type, as a TypedDict says it."""
    is_open = option.default is option.empty and option.name in {"on", "currency"}
    return f"Required[{option.annotation}]" if is_open else option.annotation


def test_the_options_of_accessors_are_those_of_the_functions():
    pytest.importorskip("polars")
    import cafx.polars
    from cafx.frames.choices import ConvertChoices, FigureChoices, MissingChoices

    for function, choices in (
        (cf.convert, ConvertChoices),
        (cf.figures, FigureChoices),
        (cf.missing, MissingChoices),
        (cafx.polars.to, cafx.polars.ExpressionChoices),
    ):
        options = inspect.signature(function).parameters.values()
        named = [one for one in options if one.kind is one.KEYWORD_ONLY]
        assert {one.name: _kind(one) for one in named} == {
            name: kind.__forward_arg__ for name, kind in choices.__annotations__.items()
        }


def test_an_expression_of_polars_works_in_groups_and_windows(tmp_path):
    pl = pytest.importorskip("polars")
    import cafx.polars

    frame = pl.DataFrame(
        {"id": [0, 1, 2], "pay": AMOUNTS, "code": CODES, "day": DAYS, "team": ["a", "b", "a"]}
    )
    usd = cafx.polars.to("pay", "USD", on="day", currency="code", book=BOOK)
    found = frame.select(usd)["pay"].to_list()
    assert found[:2] == pytest.approx(EXPECTED, rel=4.5e-16)
    assert found[2] is None
    sums = frame.group_by("team", maintain_order=True).agg(usd.sum())["pay"].to_list()
    assert sums == pytest.approx(EXPECTED)
    windows = frame.select(usd.sum().over("team"))["pay"].to_list()
    assert windows == pytest.approx([*EXPECTED, EXPECTED[0]])
    choices = {"on": "day", "currency": "code", "book": BOOK, "missing": "null"}
    for given in (frame, frame.lazy()):
        lazy = cf.convert(given, "pay", "USD", bounds=True, sources=True, **choices).lazy()
        found_in_groups = lazy.group_by("team", maintain_order=True).agg(pl.col("pay_usd").sum()).collect()
        assert found_in_groups["pay_usd"].to_list() == pytest.approx(EXPECTED)
        assert lazy.collect().columns[-1] == "rate_source"
    named = frame.select(pl.col("pay").cafx.to("USD", on=pl.col("day"), currency=pl.col("code"), book=BOOK))
    assert named["pay"].to_list() == found
    bounds = [
        frame.select(cafx.polars.to("pay", "USD", on="day", currency="code", book=BOOK, bound=bound))["pay"][
            1
        ]
        for bound in ("low", "high")
    ]
    assert bounds[0] < EXPECTED[1] < bounds[1]
    with pytest.raises(OptionError, match="bound='middle' is not one of"):
        cafx.polars.to("pay", "USD", on="day", currency="code", book=BOOK, bound="middle")
    many = pl.concat([frame] * 1000).with_row_index("row").lazy()
    cf.convert(many, "pay", "USD", **choices).sink_parquet(tmp_path / "rows.parquet")
    assert pl.read_parquet(tmp_path / "rows.parquet")["row"].is_sorted()


def test_a_constant_stands_for_all_rows_of_an_expression():
    pl = pytest.importorskip("polars")
    import cafx.polars

    frame = pl.DataFrame({"pay": [1e6, 2e6]})
    found = frame.with_columns(usd=cafx.polars.to("pay", "USD", on="2024-02-29", currency="KZT", book=BOOK))
    assert found["usd"].to_list() == pytest.approx([EXPECTED[0], 2 * EXPECTED[0]], rel=1e-15)


def test_sql_finds_rates_in_a_table_and_by_a_function():
    duckdb = pytest.importorskip("duckdb")
    pytest.importorskip("pyarrow")
    import cafx.duckdb

    connection = duckdb.connect()
    for _ in range(2):  # a second time takes the place of the first
        cafx.duckdb.register(connection, to=["USD", "KZT"], book=BOOK, start="2024-02-01", end="2024-03-31")
    connection.execute("CREATE TABLE pays (code VARCHAR, day DATE, rate DOUBLE)")
    connection.execute(
        "INSERT INTO pays VALUES ('KZT', '2024-02-29', 1e6), ('uzs', '2024-03-15', -2e6),"
        " ('XXX', '2024-03-15', 1)"
    )
    # Columns named like the table's own are the caller's.
    found = connection.sql("SELECT cafx(rate, code, 'USD', day) FROM pays ORDER BY rate DESC").fetchall()
    assert [value for (value,) in found] == [pytest.approx(EXPECTED[0]), None, pytest.approx(EXPECTED[1])]
    assert connection.sql("SELECT DISTINCT quote FROM cafx_rates ORDER BY 1").fetchall() == [
        ("KZT",),
        ("USD",),
    ]


def test_a_relation_of_another_connection_leaves_nothing_behind():
    duckdb = pytest.importorskip("duckdb")
    pytest.importorskip("pyarrow")
    connection = duckdb.connect()
    relation = connection.sql("SELECT 1e6 AS pay, 'KZT' AS code, DATE '2024-02-29' AS day")
    choices = {"on": "day", "currency": "code", "book": BOOK, "missing": "null"}
    twice = cf.convert(cf.convert(relation, "pay", "USD", **choices), "pay", "UZS", **choices)
    assert twice.fetchall()[0][3] == pytest.approx(EXPECTED[0])
    if duckdb.__version__ >= "2":  # an older one keeps a temporary view of each query
        assert connection.sql("SHOW TABLES").fetchall() == []


def test_two_relations_of_one_connection_keep_their_own_rows():
    duckdb = pytest.importorskip("duckdb")
    pytest.importorskip("pyarrow")
    connection = duckdb.connect()
    choices = {"on": "2024-02-29", "currency": "KZT", "book": BOOK, "missing": "null"}
    first, second = (
        cf.convert(connection.sql(f"SELECT {pay} AS pay"), "pay", "USD", **choices) for pay in (1e6, 2e6)
    )
    assert second.fetchall()[0][1] == pytest.approx(2 * EXPECTED[0])
    assert first.fetchall()[0][1] == pytest.approx(EXPECTED[0])


def test_without_narwhals_the_error_names_the_extra(monkeypatch):
    pd = pytest.importorskip("pandas")
    monkeypatch.setitem(sys.modules, "narwhals", None)
    with pytest.raises(ImportError, match=r"pip install 'cafx\[frames\]'"):
        cf.convert(pd.DataFrame({"pay": [1.0]}), "pay", "USD", on="2024-02-29", currency="KZT")


def test_import_cafx_loads_no_frame_library():
    code = (
        "import sys, cafx; cafx.RateBook.bundled();"
        " print(sorted({'narwhals', 'numpy', 'pandas', 'polars', 'pyarrow', 'duckdb'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
