"""What every source must do, on a short document of each: one table, one row a source."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import localcontext
from urllib.parse import urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cafx import CafxError, Quotation, SourceError, sources
from cafx.values.reading import Rejection
from sources.specimens import SPECIMENS

MOMENT = datetime(2026, 5, 24, 12, 0, tzinfo=UTC)
EVERY = sources.all_sources()
JUNK = b'<>&"\x00\xff{}[]:,.0123456789-eE\r\n\xd0\x90 %;/!DOCTYPE'


def _name(specimen):
    return specimen.says[0]


@pytest.mark.parametrize("specimen", SPECIMENS, ids=_name)
def test_a_document_gives_its_quotations_as_printed(specimen):
    reading = specimen.source.read(specimen.body, specimen.request, observed_at=MOMENT)
    assert tuple(str(quotation) for quotation in reading.quotations) == specimen.says
    assert {quotation.observed_at for quotation in reading.quotations} == {MOMENT}
    assert {quotation.source for quotation in reading.quotations} == {specimen.source.name}


@pytest.mark.parametrize("specimen", SPECIMENS, ids=_name)
def test_the_callers_decimal_context_changes_nothing(specimen):
    usual = specimen.source.read(specimen.body, specimen.request)
    with localcontext() as context:
        context.prec = 2
        assert specimen.source.read(specimen.body, specimen.request) == usual


@pytest.mark.parametrize("source", {type(one.source): one.source for one in SPECIMENS}.values(), ids=repr)
@pytest.mark.parametrize(
    "body",
    [
        b"",
        b" \r\n",
        b"<html><head><title>502 Bad Gateway</title></head></html>",
        b"<!DOCTYPE html><html><title>Request Rejected</title><p>support id: 1</p></html>",
        b"<rates></rates>",
        b"[]",
        b"{}",
        b"null",
        b"[" * 100_000,
        b'{"date": NaN}',
        b'[{"rates": 1}]',
        b"[1]",
        b"\xff\xfe\x00",
        b"%PDF-1.4",
    ],
    ids=lambda body: repr(body[:20]),
)
def test_what_is_no_table_of_rates_is_an_error_of_the_source(source, body):
    with pytest.raises(SourceError) as caught:
        source.parse(body)
    assert caught.value.cause in {"changed", "refused"}
    assert caught.value.source == source.name
    assert str(caught.value).isprintable()
    assert len(str(caught.value)) < 500


@pytest.mark.parametrize("source", EVERY, ids=repr)
def test_requests_stay_on_the_sources_own_hosts_and_on_https(source):
    day = source.first_day and date(2026, 4, 1)
    asked = list(source.requests(day, day)) if day or not source.has_latest else list(source.requests())
    for request in asked:
        for url in (request.url, *request.mirrors):
            parts = urlsplit(url)
            assert parts.scheme == "https"
            assert parts.netloc in source.hosts or any(
                host.startswith("*.") and parts.netloc.endswith(host[1:]) for host in source.hosts
            )


@pytest.mark.parametrize("source", EVERY, ids=repr)
def test_days_before_the_source_began_are_refused(source):
    with pytest.raises(SourceError, match=r"begins on|only its latest") as caught:
        list(source.requests(date(1980, 1, 1), date(1980, 1, 2)))
    assert caught.value.cause == "refused"


@pytest.mark.parametrize("source", EVERY, ids=repr)
def test_the_facts_of_a_source_are_all_there(source):
    assert source.name
    assert len(source.name) <= 60
    assert source.calendar.weekdays <= set(range(1, 8))
    assert "/" in source.zone or source.zone == "UTC"
    assert all(Quotation("EUR", code, 1, as_of=None, kind=source.kind, source=source.name)
               for code in source.currencies if code != "EUR")  # fmt: skip
    assert sources.named(source.name.upper()).name == source.name


def test_text_in_place_of_bytes_is_a_type_error():
    for source in EVERY:
        with pytest.raises(TypeError, match="bytes"):
            source.parse("<rates/>")


SLIPS = [
    *[
        b"0",
        b"-1",
        b"1e5",
        b"1E999999999",
        b"9" * 400,
        b"31.02.2026",
        b"NaN",
        b"TMM",
        b"1.5",
        b"1,5",
        b"null",
    ],
    *[b"true", b"[]", b"&a;", b"\xe2\x80\xae", "КZТ".encode(), "٣".encode()],
]


@st.composite
def mutations(draw):
    """A specimen with a few stretches of it cut out, doubled or overwritten with junk."""
    specimen = draw(st.sampled_from(SPECIMENS))
    body = specimen.body
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(body)))
        end = min(len(body), start + draw(st.integers(0, 60)))
        junk = st.lists(st.sampled_from(JUNK), max_size=12).map(bytes)
        new = draw(st.one_of(st.just(b""), st.just(body[start:end] * 2), junk, st.sampled_from(SLIPS)))
        body = body[:start] + new + body[end:]
    return specimen, body


def read_or_refused(source, body, request):
    """Read; a cafx error with a printable message stands for no quotations."""
    try:
        return source.read(body, request)
    except CafxError as error:
        return sources.SourceReading((), (Rejection(0, "", str(error)),))


@given(mutations())
@settings(max_examples=400, deadline=None)
def test_any_mutation_gives_quotations_or_a_cafx_error(mutated):
    specimen, body = mutated
    reading = read_or_refused(specimen.source, body, specimen.request)
    assert all(type(quotation) is Quotation for quotation in reading.quotations)
    assert all(str(refused).isprintable() and len(str(refused)) < 700 for refused in reading.rejected)


@given(st.sampled_from(EVERY), st.binary(max_size=300))
@settings(max_examples=300, deadline=None)
def test_any_bytes_give_quotations_or_a_cafx_error(source, body):
    reading = read_or_refused(source, body, sources.Request(""))
    assert all(str(refused).isprintable() for refused in reading.rejected)
