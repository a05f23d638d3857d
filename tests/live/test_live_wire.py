"""``rates.json``: written and read back without loss, and anything else refused."""

from __future__ import annotations

import json
import random
from contextlib import suppress
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cafx import Quotation, SourceError
from cafx.live import read_document, write_document
from cafx.live.wire import MAX_DOCUMENT, read_checked, write_checked
from live.doubles import BEGINNING, soum, tenge

CHECKED = {"NBK": BEGINNING, "CBU": BEGINNING - timedelta(hours=3)}
QUOTATIONS = (
    tenge(at=BEGINNING),
    soum(),
    Quotation("KZT", "USD", "0.00194", as_of=None, kind="ticker", source="timesca", change="-0"),
    Quotation("USD", "TMT", "3.5", as_of="2015-01-01", through="9999-12-31", kind="peg", source="CBT"),
    Quotation(
        "UZS",
        "KZT",
        "4.33",
        as_of="2026-11-28",
        kind="official",
        source="NBK",
        nominal=100,
        low="4.32",
        high="4.34",
    ),
)


def document(**changes):
    parts = json.loads(write_document("v1", CHECKED, QUOTATIONS))
    return json.dumps({**parts, **changes}).encode()


def row(**changes):
    return document(quotations=[{**tenge().to_dict(), **changes}])


def test_a_document_is_read_back_as_it_was_written():
    read = read_document(write_document("v1", CHECKED, QUOTATIONS, pairs={}), "x", BEGINNING)
    assert (read.version, read.checked, read.quotations) == ("v1", CHECKED, QUOTATIONS)
    assert [one.observed_at for one in read.quotations] == [one.observed_at for one in QUOTATIONS]


def test_names_that_a_reader_does_not_know_are_passed_over():
    assert read_document(document(usd={"KZT": 1.5}, new=None), "x", BEGINNING).version == "v1"


def test_moments_ahead_of_our_clock_are_cut_to_now():
    now = BEGINNING - timedelta(days=2)
    assert set(read_document(document(), "x", now).checked.values()) == {now}


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b"{}",
        b"<html><title>Maintenance</title>",
        b"{" * 200_000,
        b'{"cafx":' + b"[" * 100_000 + b"]" * 100_000 + b"}",
        b'{"cafx": NaN}',
        b" " * (MAX_DOCUMENT + 1),
        document() + b" " * MAX_DOCUMENT,
        document(cafx=2),
        document(cafx="1"),
        document(cafx=True),
        document(cafx=1.0),
        document(version=None),
        document(version=""),
        document(version="a\nb"),
        document(version="x" * 200),
        document(checked=None),
        document(checked=["NBK"]),
        document(checked={"NBK": "2026-11-28T09:00:00"}),  # no zone
        document(checked={"NBK": 1_700_000_000}),
        document(checked={"NBK": "yesterday"}),
        document(checked={"": BEGINNING.isoformat()}),
        document(checked={f"bank {number}": BEGINNING.isoformat() for number in range(101)}),
        document(quotations=None),
        document(quotations={}),
        document(quotations=["USD/KZT"]),
        document(quotations=[{}]),
        document(quotations=[tenge().to_dict()] * 5_001),
        row(price=520.2),
        row(price="NaN"),
        row(price="1e5"),
        row(price="-1"),
        row(price="0"),
        row(nominal="1"),
        row(nominal=True),
        row(nominal=0),
        row(base="USDX"),
        row(base=None),
        row(kind="guess"),
        row(as_of="28.11.2026"),
        row(as_of=20261128),
        row(observed_at="2026-11-28T09:00:00"),
        row(low="1"),
        row(source="\u202e" * 3),
        row(colour="red"),
        row(price=["520.20"]),
    ],
)
def test_what_is_not_such_a_document_is_refused(body):
    with pytest.raises(SourceError) as caught:
        read_document(body, "rates.example", BEGINNING)
    assert caught.value.cause == "changed"
    assert "rates.example" in str(caught.value)


def test_the_number_of_the_format_is_named_when_it_is_another():
    with pytest.raises(SourceError, match="format '2', this cafx reads 1: update it"):
        read_document(document(cafx=2), "x", BEGINNING)


@given(st.integers(0, 2**32), st.integers(1, 12))
def test_a_damaged_document_is_read_or_refused(seed, damages):
    chance = random.Random(seed)  # noqa: S311
    body = bytearray(document())
    for _ in range(damages):
        place = chance.randrange(len(body))
        match chance.randrange(3):
            case 0:
                body[place] = chance.randrange(256)
            case 1:
                del body[place : place + chance.randrange(1, 40)]
            case _:
                body[place:place] = body[: chance.randrange(40)]
    with suppress(SourceError):
        read_document(bytes(body), "x", BEGINNING)


def test_the_moments_of_an_answer_without_a_body_stand_in_a_header():
    header = write_checked({**CHECKED, "Банк": BEGINNING})
    assert header.isascii()
    assert read_checked(header, "x", BEGINNING) == {**CHECKED, "Банк": BEGINNING}
    for wrong in ("", "x", "[]", "{" * 10_000, '{"NBK": "2026-11-28T09:00:00"}', "x" * 10_000, '{"NBK": 5}'):
        with pytest.raises(SourceError, match="Cafx-Checked"):
            read_checked(wrong, "x", BEGINNING)


def test_a_moment_is_read_in_any_zone():
    header = '{"NBK": "2026-11-28T14:00:00+05:00"}'
    assert read_checked(header, "x", BEGINNING) == {"NBK": datetime(2026, 11, 28, 9, tzinfo=UTC)}
