"""The public face: light to import, complete, and nothing beside what it lists."""

from __future__ import annotations

import subprocess
import sys
import warnings
from datetime import date

import pytest

import cafx
from cafx import Money, ParseError, RateBook, RateNotFound, StaleRateWarning

HEAVY = ("httpx", "pydantic", "pydantic_core", "babel", "sqlite3", "narwhals", "numpy", "platformdirs")


def loaded_after(code):
    report = f"import sys\n{code}\nprint(*sorted(set({HEAVY!r}) & set(sys.modules)))"
    out = subprocess.run([sys.executable, "-c", report], check=True, capture_output=True, text=True)
    return set(out.stdout.split())


def test_importing_cafx_loads_nothing_heavy():
    assert loaded_after("import cafx") == set()


@pytest.mark.parametrize(
    "code",
    [
        "cafx.Money('1.50', 'KZT') * 3",
        "cafx.read_ticker('KZT/USD = 0.00194 -0%')",
        "cafx.RateBook.bundled().convert(cafx.Money(1, 'KZT'), 'USD').significant()",
        "repr(cafx.Rate), cafx.Conversion, cafx.Quotation, cafx.TickerReading",
        "cafx.find_figures('13 trillion tenge (over $24 billion)')",
        "cafx.live.Rates([], history=None, hard=None).now(), cafx.display.negotiate('ru'), cafx.testing",
    ],
)
def test_what_needs_no_locale_and_no_model_loads_neither(code):
    assert loaded_after(f"import cafx\n{code}") == set()


def test_every_public_name_is_there_and_listed_in_order():
    assert cafx.__all__ == sorted(cafx.__all__)
    for name in cafx.__all__:
        assert getattr(cafx, name) is not None
    assert dir(cafx) == cafx.__all__
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        cafx.nonsense  # noqa: B018


@pytest.mark.parametrize(
    "module", ["backfill", "client", "errors", "formatting", "frames", "history", "text", "ticker"]
)
def test_a_public_module_needs_no_import_of_its_own(module):
    code = f"import cafx; print(cafx.{module}.__name__)"
    out = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert out.stdout.strip() == f"cafx.{module}"


def test_text_is_converted_at_the_rate_of_its_day():
    conversion = cafx.convert("13 trillion tenge", "USD", on=date(2025, 9, 18))
    assert 23_970_000_000 < conversion.low <= conversion.result <= conversion.high < 24_140_000_000
    (leg,) = conversion.rate.legs
    assert (str(leg.price), str(leg.low), str(leg.high)) == ("540.91", "538.71", "542.26")
    assert conversion.significant() == Money("24000000000", "USD")


def test_a_strict_conversion_refuses_a_text_of_two_readings():
    assert cafx.convert("100 som", "USD", on=date(2025, 9, 18)).money == Money("100", "KGS")
    with pytest.raises(cafx.ParseError, match="100 KGS or 100 UZS"):
        cafx.convert("100 som", "USD", on=date(2025, 9, 18), strict=True)
    assert cafx.convert("100 KGS", "USD", on=date(2025, 9, 18), strict=True).money == Money("100", "KGS")
    with pytest.raises(cafx.ParseError):
        cafx.convert("ду-сесад ҳазор сомонӣ", "USD", on=date(2025, 9, 18))


def test_money_and_other_books_are_taken():
    book = RateBook(cafx.read_ticker("KZT/USD = 0.00194 -0%\n16 December 2025").quotations)
    conversion = cafx.convert(Money("13000000000000", "KZT"), "usd", on=date(2025, 12, 16), book=book)
    assert conversion.result == 25_220_000_000
    assert cafx.convert("13 trillion tenge", "USD", on=date(2025, 12, 16), book=book).significant() == Money(
        "25200000000", "USD"
    )


def test_an_old_rate_is_warned_of_where_no_day_was_asked_for():
    day = date(2025, 12, 16)
    book = RateBook([cafx.Quotation("USD", "KZT", "515.20", as_of=day, kind="official", source="NBK")])
    with pytest.warns(StaleRateWarning, match="days old") as caught:
        cafx.convert("100 tenge", "USD", book=book)
    assert caught[0].filename == __file__
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        cafx.convert("100 tenge", "USD", on=date(2025, 12, 16), book=book)
        cafx.convert("100 manat", "USD")  # a peg in force is never old
        ticker = RateBook(cafx.read_ticker("KZT/USD = 0.00194 -0%\n16 December 2025"))
        cafx.convert("100 tenge", "USD", book=ticker)  # its day is printed with it
    with pytest.warns(StaleRateWarning, match="days old"):
        book.convert(Money(100, "KZT"), "USD")


@pytest.mark.parametrize(
    ("what", "error"),
    [
        ("nothing", ParseError),
        ("100 tenge and 200 tenge", ParseError),
        ("", ParseError),
        (100, TypeError),
        (None, TypeError),
    ],
)
def test_what_is_no_single_amount_is_refused(what, error):
    with pytest.raises(error):
        cafx.convert(what, "USD")


def test_a_day_out_of_reach_is_refused():
    with pytest.raises(RateNotFound, match="1993-01-01"):
        cafx.convert("100 tenge", "USD", on=date(1993, 1, 1))
