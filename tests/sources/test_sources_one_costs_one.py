"""A row, a byte or a code that is bad costs that row and nothing else; and a bank's own words are heard."""

from __future__ import annotations

import base64
import json
from datetime import date

import pytest

from cafx import Quotation, RateBook, SourceError, sources
from cafx.sources import Request
from cafx.values.reading import Reading
from sources.specimens import CBR_DAY, CBR_SERIES, CBT_DAY, CBU_ALL, NBK_DAY, NBKR_DAILY, NBT_DAY, TICKER

NBK, NBKR, CBU, NBT, CBT, CBR = sources.central_banks()


@pytest.mark.parametrize(
    ("code", "last_day"),
    [("BGN", "2025-12-31"), ("HRK", "2022-12-31"), ("LTL", "2014-12-31"), ("EEK", "2010-12-31"),
     ("DEM", "2001-12-31"), ("BYR", "2016-06-30")],
)  # fmt: skip
def test_a_withdrawn_code_is_money_in_the_tables_of_its_years(code, last_day):
    def table(day):
        row = {"Ccy": code, "Nominal": "1", "Rate": "5891.00", "Date": f"{day:%d.%m.%Y}"}
        dollar = {**row, "Ccy": "USD", "Rate": "10213.13"}
        return json.dumps([row, dollar]).encode()

    day = date.fromisoformat(last_day)
    assert [one.base for one in CBU.parse(table(day))] == [code, "USD"]
    reading = CBU.read(table(date(2026, 4, 1)))
    assert [one.base for one in reading] == ["USD"]
    assert f"use {'BYN' if code == 'BYR' else 'EUR'}" in reading.rejected[0].reason


@pytest.mark.parametrize("byte", [b"\x98", b"\xff", b"\xd0", b"\x00", b"\x1a", b"\xed\xa0\x80"], ids=repr)
@pytest.mark.parametrize(
    ("source", "body", "name"),
    [
        (NBK, NBK_DAY, "ДОЛЛАР".encode()),
        (NBKR, NBKR_DAILY, b"Daily"),
        (NBT, NBT_DAY, b"US Dollar"),
        (CBT, CBT_DAY, b"NY"),
        (CBR, CBR_DAY, "Тенге".encode("cp1251")),
        (CBU, CBU_ALL, b"CcyNm_UZC"),
    ],
    ids=["NBK", "NBKR", "NBT", "CBT", "CBR", "CBU"],
)
def test_a_byte_that_is_not_valid_in_a_name_loses_no_rates(source, body, name, byte):
    assert name in body
    assert source.parse(body.replace(name, name[:1] + byte + name[1:])) == source.parse(body)


def test_the_byte_that_was_seen_in_the_field_loses_no_rates():
    body = base64.b64decode(
        "PD94bWwgdmVyc2lvbj0iMS4wIiBlbmNvZGluZz0id2luZG93cy0xMjUxIiA/PjxDdXJyZW5jeVJhdGVzIE5hbWU9IkRhaWx5IJgi"
        "IERhdGU9IjE4LjA5LjIwMjYiPjxDdXJyZW5jeSBJU09Db2RlPSJVU0QiPjxOb21pbmFsPjE8L05vbWluYWw+PFZhbHVlPjg3LDQ1"
        "MDA8L1ZhbHVlPjwvQ3VycmVuY3k+PC9DdXJyZW5jeVJhdGVzPg=="
    )
    assert [str(one) for one in NBKR.parse(body)] == ["USD/KGS = 87.4500 (official, NBKR, 2026-09-18)"]


def test_a_byte_that_is_not_valid_in_a_price_costs_its_row():
    reading = NBK.read(NBK_DAY.replace(b"474.2<", b"474.\x982<"))
    assert [one.base for one in reading] == ["UZS"]
    (rejection,) = reading.rejected
    assert "not written as this source writes prices" in rejection.reason


@pytest.mark.parametrize("junk", [1, None, "x", [], True])
def test_what_is_no_object_in_a_list_costs_its_place(junk):
    rows = json.loads(CBU_ALL)
    reading = CBU.read(json.dumps([junk, *rows]).encode())
    assert len(reading) == len(rows)
    assert [rejection.place for rejection in reading.rejected] == [1]
    rows = [junk, {"date": "2026-04-03", "base": "USD", "quote": "KZT", "rate": 472.31}]
    assert len(sources.Frankfurter().parse(json.dumps(rows).encode())) == 1
    tables = [junk, {"effectiveDate": "2026-03-04", "rates": [junk, {"code": "UZS", "mid": 0.000302}]}]
    with pytest.raises(SourceError, match="not a list"):  # a table without rates is another build
        sources.NBP().parse(json.dumps(tables).encode())
    assert len(sources.NBP().parse(json.dumps(tables[1:]).encode())) == 1


def test_the_bank_of_russias_own_words_are_heard():
    body = b'<?xml version="1.0" encoding="windows-1251"?><ValCurs>Error in parameters</ValCurs>'
    with pytest.raises(SourceError, match="CBR refused: 'Error in parameters'") as caught:
        CBR.parse(body)
    assert caught.value.cause == "refused"


def test_a_series_that_does_not_say_its_currency_is_read_with_its_request():
    bare = CBR_SERIES.replace(b' Id="R01717"', b"").replace(b' ID="R01717"', b"")
    pounds = CBR_SERIES.replace(b"R01717", b"R01035")
    assert {one.base for one in CBR.parse(CBR_SERIES.replace(b' Id="R01717"', b""))} == {"UZS"}
    assert {one.base for one in CBR.parse(bare, currency="UZS")} == {"UZS"}
    assert {one.base for one in CBR.parse(pounds, currency="gbp")} == {"GBP"}
    assert {one.base for one in CBR.parse(CBR_SERIES, currency="USD")} == {"UZS"}  # it says so itself
    for body in (bare, pounds):
        with pytest.raises(SourceError, match="does not say its currency: pass currency="):
            CBR.parse(body)
    assert CBR.parse(b"<ValCurs ID='R01235' DateRange1='08.03.2026' DateRange2='09.03.2026'/>") == ()


@pytest.mark.parametrize(
    ("source", "body", "full", "short"),
    [
        (CBU, CBU_ALL, b"01.04.2026", b"01.04.26"),
        (NBKR, NBKR_DAILY, b"24.05.2026", b"24.05.26"),
        (CBR, CBR_DAY, b"19.03.2026", b"19.03.26"),
        (CBT, CBT_DAY, b"20.05.2026", b"20.05.26"),
    ],
    ids=["CBU", "NBKR", "CBR", "CBT"],
)
def test_a_year_of_two_digits_is_refused_but_where_the_source_prints_them(source, body, full, short):
    with pytest.raises(SourceError, match="is not a date as this source writes dates"):
        source.parse(body.replace(full, short))
    assert NBK.parse(NBK_DAY.replace(b"01.04.2026", b"01.04.26")) == NBK.parse(NBK_DAY)


def test_a_reading_iterates_counts_and_goes_into_a_book():
    doubled = CBU_ALL.replace(b"]", b",") + CBU_ALL[1:]
    reading = CBU.read(doubled)
    assert isinstance(reading, Reading)
    assert (len(reading), reading.entries, reading.repeats) == (3, 6, 3)
    assert str(reading) == "3 quotations (6 entries, 3 repeats, 0 rejected)"
    assert RateBook(reading) == RateBook(reading.quotations)
    assert all(isinstance(one, Quotation) for one in reading)
    disputed = CBU.read(doubled.replace(b"12194.21", b"12194.22", 1))
    assert (len(disputed), disputed.entries, disputed.repeats, len(disputed.rejected)) == (2, 6, 2, 2)


def test_a_ticker_page_is_parsed_once(monkeypatch):
    from cafx import ticker

    asked = []

    def counted(page, **more):
        asked.append(more)
        return read_ticker(page, **more)

    read_ticker = ticker.read_ticker
    monkeypatch.setattr(ticker, "read_ticker", counted)
    source = sources.TimesCA()
    undated = TICKER.replace(b"09 December 2025\n", b"")
    from datetime import UTC, datetime

    reading = source.read(undated, observed_at=datetime(2025, 12, 9, 22, 0, tzinfo=UTC))
    assert {str(one.as_of) for one in reading} == {"2025-12-10"}  # of Almaty
    assert len(asked) == 1
    assert (reading.entries, reading.repeats) == (3, 1)


def test_a_page_with_two_prices_rejects_the_pair_with_its_places():
    page = b"KZT/USD = 0.00194 0%\nKZT/USD = 0.00195 0%\nKGS/USD = 0.01144 0%\n09 December 2025"
    reading = sources.TimesCA().read(page, Request("", None))
    assert [one.base for one in reading] == ["KGS"]
    (rejection,) = reading.rejected
    assert (rejection.place, rejection.source) == (1, "timesca")
    assert "two prices for one pair" in str(rejection)


@pytest.mark.parametrize("source", sources.all_sources(), ids=repr)
def test_every_source_is_a_source(source):
    assert isinstance(source, sources.Source)
    assert isinstance(source, sources.TableSource) is (source.name != "timesca")
    assert not hasattr(sources.TimesCA, "rows")
    assert sources.source_of(source) is source
    with pytest.raises(TypeError, match="not dict"):
        sources.source_of({})
