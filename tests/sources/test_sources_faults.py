"""The slips that documents have, one by one, and the right answer to each."""

from __future__ import annotations

import re
import tracemalloc
from datetime import date
from encodings.aliases import aliases

import pytest

from cafx import Quotation, SourceError, sources
from cafx.sources import Request, Row, document
from sources.specimens import CBR_DAY, CBU_ALL, NBK_DAY, NBKR_DAILY, NBKR_HISTORY, NBT_DAY

NBK, NBKR, CBU, NBT, CBT, CBR = sources.central_banks()
ITEM = b"<item><title>%b</title><description>%b</description><quant>%b</quant></item>"


def nbk(*rows, day=b"01.04.2026"):
    """A document of the Kazakh bank with these rows: code, price and nominal."""
    items = b"".join(ITEM % row for row in rows)
    return b"<rates><date>" + day + b"</date>" + items + b"</rates>"


GOOD = (b"EUR", b"543.10", b"1")


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ((b"USD", b"474.20", b"0"), "nominal '0' is not a whole number"),
        ((b"USD", b"474.20", b"1.5"), "nominal '1.5' is not a whole number"),
        ((b"USD", b"474.20", b""), "nominal '' is not a whole number"),
        ((b"USD", b"474.20", b"-1"), "nominal '-1' is not a whole number"),
        ((b"USD", b"0", b"1"), "a price is above zero"),
        ((b"USD", b"0.00", b"1"), "a price is above zero"),
        ((b"USD", b"-474.20", b"1"), "not written as"),
        ((b"USD", b"", b"1"), "not written as"),
        ((b"USD", b"474,20", b"1"), "not written as"),
        ((b"USD", b"1 474.20", b"1"), "not written as"),
        ((b"USD", b"1e5", b"1"), "not written as"),
        ((b"USD", b"NaN", b"1"), "not written as"),
        ((b"USD", b"9" * 400, b"1"), "not written as"),
        ((b"USD", "٤٧٤".encode(), b"1"), "not written as"),
        ((b"TMM", b"474.20", b"1"), "use TMT, in force since 2009-01-01 .5000 TMM = 1 TMT."),
        ((b"XXX", b"474.20", b"1"), "not an ISO 4217 currency"),
        (("КZТ".encode(), b"474.20", b"1"), r"U\+041A"),
        ((b"KZT", b"1.00", b"1"), "is one currency"),
        ((b"../x", b"474.20", b"1"), "not an ISO 4217 currency"),
        ((b"", b"474.20", b"1"), "does not say its currency"),
    ],
    ids=repr,
)
def test_a_bad_row_is_refused_and_the_others_are_taken(row, reason):
    reading = NBK.read(nbk(row, GOOD))
    assert [quotation.base for quotation in reading.quotations] == ["EUR"]
    (refused,) = reading.rejected
    assert refused.place == 1
    assert re.search(reason, refused.reason)


def test_a_document_in_which_no_row_can_be_taken_is_an_error():
    with pytest.raises(SourceError, match="none of its 1 rows can be taken; row 1") as caught:
        NBK.parse(nbk((b"USD", b"474.20", b"0")))
    assert caught.value.cause == "changed"


@pytest.mark.parametrize(
    "day", [b"31.02.2026", b"2026-04-01", b"04/01/2026", b"1.4.2026", b"01.04.026", b"", b"01.04.2026 10:00"]
)
def test_a_date_in_any_other_form_is_refused(day):
    with pytest.raises(SourceError, match="is not a date as this source writes dates"):
        NBK.parse(nbk(GOOD, day=day))


def test_a_year_of_two_digits_is_read():
    (quotation,) = NBK.parse(nbk(GOOD, day=b"01.04.26"))
    assert quotation.as_of == date(2026, 4, 1)


def test_a_repeat_is_counted_and_a_contradiction_takes_neither():
    same, other = (b"USD", b"474.20", b"1"), (b"USD", b"474.30", b"1")
    reading = NBK.read(nbk(same, GOOD, same))
    assert (len(reading.quotations), reading.repeats, reading.rejected) == (2, 1, ())
    reading = NBK.read(nbk(same, GOOD, same, other))
    assert [quotation.base for quotation in reading.quotations] == ["EUR"]
    assert [refused.place for refused in reading.rejected] == [1, 4]
    assert "neither is taken" in reading.rejected[0].reason


def test_a_price_before_its_currency_came_is_refused():
    reading = NBK.read(nbk((b"TMT", b"5.00", b"1"), GOOD, day=b"01.04.2008"))
    assert "TMT came on 2009-01-01; 2008-04-01 is the time of TMM" in reading.rejected[0].reason


def test_a_span_beyond_the_calendar_is_refused():
    body = NBKR_DAILY.replace(b"24.05.2026", b"31.12.9999").replace(
        b"<Value>", b"<ValidFor>7</ValidFor><Value>"
    )
    with pytest.raises(SourceError, match="none of its 2 rows"):
        NBKR.parse(body)


def test_an_answer_keeps_its_own_date_whatever_was_asked():
    asked = date(1995, 1, 1)
    assert {quotation.as_of for quotation in NBT.parse(NBT_DAY, on=asked)} == {date(2026, 5, 18)}
    assert {quotation.as_of for quotation in CBU.parse(CBU_ALL, on=date(2026, 4, 5))} == {date(2026, 4, 1)}


def test_an_empty_answer_is_an_error_on_a_working_day_and_none_on_a_sunday():
    sunday = date(2026, 4, 5)
    assert CBU.parse(b"[]", on=sunday) == ()
    with pytest.raises(SourceError, match="no rates for 2026-04-07"):
        CBU.parse(b"[]", on=date(2026, 4, 7))
    with pytest.raises(SourceError, match="no rates for 2026-04-05"):
        NBK.parse(b"<rates></rates>", on=sunday)  # which has a table for every calendar day
    series = b"<ValCurs ID='R01235' DateRange1='08.03.2026' DateRange2='09.03.2026'></ValCurs>"
    assert CBR.read(series, Request("", currency="USD", is_series=True)).quotations == ()


@pytest.mark.parametrize(
    "claimed", ["utf-8", "windows-1251", "koi8-r", "no-such-charset", "utf8", "utf-16", "ascii"]
)
@pytest.mark.parametrize("sent", ["utf-8", "windows-1251", "utf-16", "utf-16-le"])
def test_bytes_are_read_whatever_the_document_claims(claimed, sent):
    text = CBR_DAY.decode("cp1251").replace("windows-1251", claimed)
    (quotation,) = CBR.parse(text.encode(sent))
    assert str(quotation) == "100 KZT/RUB = 17.3533 (official, CBR, 2026-03-19)"


def test_a_byte_order_mark_and_utf_16_are_read():
    assert NBK.parse(b"\xef\xbb\xbf" + NBK_DAY) == NBK.parse(NBK_DAY)
    text = NBK_DAY.decode().replace("utf-8", "utf-16")
    assert NBK.parse(text.encode("utf-16")) == NBK.parse(NBK_DAY)


@pytest.mark.parametrize(
    "prolog",
    [
        b"<!DOCTYPE rates>",
        b"<!DOCTYPE rates [<!ENTITY a 'aaaa'>]>",
        b"<!DOCTYPE rates SYSTEM 'file:///etc/passwd'>",
        b"<!DOCTYPE rates [<!ENTITY a SYSTEM 'http://127.0.0.1/'>]>",
    ],
)
@pytest.mark.parametrize("charset", ["utf-8", "utf-16"])
def test_every_document_type_is_refused(prolog, charset):
    text = NBK_DAY.decode().replace("?>\n", f"?>{prolog.decode()}").replace("utf-8", charset)
    with pytest.raises(SourceError, match="declares a document type"):
        NBK.parse(text.encode(charset))


def test_the_builder_that_refuses_a_document_type_reads_the_same(monkeypatch):
    documents = ((NBK, NBK_DAY), (NBKR, NBKR_DAILY), (NBT, NBT_DAY), (CBR, CBR_DAY))
    plain = [source.read(body) for source, body in documents]
    monkeypatch.setattr(document, "_DOCTYPE", b"")  # so that each document seems to have one
    assert [source.read(body) for source, body in documents] == plain


@pytest.mark.parametrize("declared", [True, False])
def test_no_encoding_hides_a_document_type(declared):
    plain = NBK_DAY.decode().replace("?>\n", "?><!DOCTYPE rates [<!ENTITY a '1'>]>")
    asked = 0
    for charset in sorted(set(aliases.values())):
        text = plain.replace("utf-8", charset) if declared else plain.partition("?>")[2]
        try:
            body = text.encode(charset, "ignore")
        except (LookupError, UnicodeError):
            continue  # it is not of text, or not of this machine
        asked += 1
        with pytest.raises(SourceError):
            NBK.parse(body)
    assert asked > 60


def test_json_keeps_its_digits_and_refuses_two_values_of_one_name():
    table = b'{"date":"2025-07-30","usd":{"kzt":543.758609850000000001,"kgs":8.7e1,"tjs":9.5}}'
    prices = {one.quote: str(one.price) for one in sources.CurrencyAPI().parse(table)}
    assert prices == {"KZT": "543.758609850000000001", "KGS": "87", "TJS": "9.5"}
    with pytest.raises(SourceError, match="stands twice"):
        sources.CurrencyAPI().parse(table.replace(b'"tjs"', b'"kzt"'))
    reading = CBU.read(CBU_ALL.replace(b'"Rate":"7.20"', b'"Rate":true'))
    assert "the price is missing" in reading.rejected[0].reason


def test_a_source_narrowed_to_some_currencies_keeps_these():
    assert [one.base for one in sources.CBU(["TMT"]).parse(CBU_ALL)] == ["TMT"]
    assert sources.CBU(["EUR"]).parse(CBU_ALL) == ()
    assert repr(sources.CBU(["TMT"])) == "CBU(['TMT'])"


def test_a_history_page_says_nothing_without_its_currency():
    with pytest.raises(SourceError, match="does not say its currency: pass currency="):
        NBKR.parse(NBKR_HISTORY)
    assert {one.base for one in NBKR.parse(NBKR_HISTORY, currency="EUR")} == {"EUR"}
    with pytest.raises(SourceError, match="no page of history for XAF"):
        list(sources.NBKR(["XAF"]).requests(date(2026, 1, 1), date(2026, 1, 2)))


def test_spans_are_cut_to_what_a_source_answers_at_once():
    start, end = date(2024, 1, 1), date(2026, 3, 1)
    assert len(list(NBKR.requests(start, end))) == 7 * 3
    assert {request.currency for request in NBKR.requests(start, start)} >= {"EUR", "RUB"}
    assert len(list(sources.NBP().requests(start, end))) == 2 * 9
    assert len(list(sources.Frankfurter().requests(start, end))) == 3
    assert {request.currency for request in CBR.requests(start, end)} == {""}  # the whole tables
    assert len(list(sources.CBR(["USD", "EUR"]).requests(start, end))) == 2
    assert len(list(sources.CBR(["USD", "GBP"]).requests(start, end))) == 791
    assert len(list(NBK.requests(start, end))) == 791
    assert len(list(CBT.requests(date(2026, 5, 18), date(2026, 5, 24)))) == 6


def test_the_calendar_counts_missed_tables_and_not_days():
    friday, monday, wednesday = date(2026, 3, 13), date(2026, 3, 16), date(2026, 3, 18)
    assert CBR.calendar.missed(date(2026, 3, 14), monday) == 0
    assert CBR.calendar.missed(friday, wednesday) == 2
    for start in range(14):
        for length in range(40):
            last = date.fromordinal(friday.toordinal() + start)
            today = date.fromordinal(last.toordinal() + length)
            days = range(last.toordinal() + 1, today.toordinal())
            assert CBR.calendar.missed(last, today) == sum(
                CBR.calendar.publishes(date.fromordinal(day)) for day in days
            )


def test_a_new_source_is_one_small_class():
    class Village(sources.TableSource):
        name = "Village"
        quote = "KGS"
        currencies = ("USD",)
        hosts = ("bank.example",)
        calendar = NBK.calendar
        zone = "Asia/Bishkek"

        def request(self, on=None):
            return Request("https://bank.example/rates.txt", on)

        def rows(self, body):
            for line in body.decode("ascii", "replace").splitlines():
                code, price, day = line.split()
                yield Row(code, self.quote, price, day)

    with pytest.raises(SourceError, match=r"another build \(ValueError"):
        Village().parse(b"USD 87.45\n")
    assert Village().parse(b"USD 87.45 24.05.2026\n") == (
        Quotation("USD", "KGS", "87.45", as_of="2026-05-24", kind="official", source="Village"),
    )


MEGABYTE = 1024 * 1024


@pytest.mark.parametrize(
    ("source", "body"),
    [
        (NBK, b"<rates>" + b"<a>" * 170_000),
        (NBK, b"<rates><date>01.04.2026</date>" + b"<item/>" * 70_000 + b"</rates>"),
        (NBKR, b"<!--date-->" * 47_000),
        (CBU, b"[" + b"{}," * 170_000 + b"{}]"),
        (CBU, b"[" * 500_000),
        (sources.CurrencyAPI(), b'{"usd":' * 70_000),
    ],
    ids=["open tags", "empty items", "comments", "empty objects", "brackets", "braces"],
)
def test_a_hostile_document_takes_bounded_memory(source, body):
    tracemalloc.start()
    try:
        with pytest.raises(SourceError):
            source.parse(body)
        assert tracemalloc.get_traced_memory()[1] < 64 * MEGABYTE
    finally:
        tracemalloc.stop()


def test_a_document_longer_than_any_real_one_is_not_read():
    for source in sources.all_sources():
        with pytest.raises(SourceError, match="more than the"):
            source.parse(b"x" * (source.max_body + 1))
