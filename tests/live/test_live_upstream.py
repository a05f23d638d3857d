"""One cafx fetches, others read it: the same rates, and the origin's age through every relay."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, suppress
from datetime import timedelta
from itertools import permutations

import httpx
import pytest

from cafx import OptionError, Quotation, RateBook, RateNotFound, RatesTooOld, SourceError
from cafx.live import Rates, write_document
from live.doubles import Banks, Clock, rates, soum, tenge
from live.relay import Relay, bodied, redirect

CODES = ("USD", "KZT", "UZS", "KGS", "TJS", "TMT")


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def banks(clock):
    made = Banks(clock)
    made.rows["NBK"] = [
        tenge("519.31", "2026-11-27"),
        tenge(),
        Quotation("USD", "KGS", "87.4500", as_of="2026-11-28", kind="official", source="NBK"),
    ]
    made.rows["CBU"] = [
        soum(),
        Quotation("USD", "TJS", "9.2301", as_of="2026-11-28", kind="official", source="CBU"),
    ]
    return made


@pytest.fixture
def origin(banks, clock):
    live = rates(banks, clock, sources=("NBK", "CBU"), start=None)
    assert live.ready()
    return live


@pytest.fixture
def stack():
    with ExitStack() as made:
        yield made


@pytest.fixture
def relay(origin, stack):
    made = Relay(origin)
    stack.callback(made.close)
    return made


@pytest.fixture
def reader(clock, stack):
    def read(url, **settings):
        http = httpx.Client(trust_env=False, limits=httpx.Limits(max_keepalive_connections=0))
        stack.callback(http.close)
        kept = {"lock": None, "keep_warm": False, "clock": clock, "steady": clock.steady, "http": http}
        return Rates.from_url(url, **kept | settings)

    return read


def test_all_directions_rest_on_the_same_quotations(origin, relay, reader):
    read = reader(relay.url)
    assert read.ready()
    known = 0
    for base, quote in permutations(CODES, 2):
        try:
            rate = origin.now().book.rate(base, quote, on="2026-11-28")
        except RateNotFound:
            continue
        assert read.now().book.rate(base, quote, on="2026-11-28").legs == rate.legs
        known += 1
    assert known == 30
    assert read.now().version == origin.now().version
    assert read.now().checked == origin.now().checked


def test_what_has_not_changed_is_not_sent_again_and_its_moments_are(origin, relay, reader, clock):
    read = reader(relay.url)
    assert read.ready()
    clock.move(hours=2)
    origin.refresh()
    read.refresh()
    assert relay.asked == [200, 304]
    assert read.now().checked["NBK"] == clock()
    clock.move(minutes=5)
    relay.says_when = False
    read.refresh()
    assert read.health().age == timedelta(minutes=5)  # nothing is known of a later moment


def test_the_age_is_the_origins_through_two_hops(  # noqa: PLR0917 -- fixtures
    origin, relay, reader, banks, clock, stack
):
    banks.down = {"NBK", "CBU"}
    clock.move(minutes=47)
    first = reader(relay.url)
    assert first.ready()
    hop = Relay(first)
    stack.callback(hop.close)
    clock.move(minutes=13)
    second = reader(hop.url)
    assert second.ready()
    assert origin.health().age == first.health().age == second.health().age == timedelta(hours=1)
    for _ in range(20):
        clock.move(hours=12)
        for live in (first, second):
            with suppress(SourceError, RatesTooOld):
                live.refresh()
    for live in (origin, first, second):
        with pytest.raises(RatesTooOld) as caught:
            live.now()
        assert caught.value.age == timedelta(days=10, hours=1)


def test_a_reader_goes_on_while_the_origin_is_away(relay, reader, clock):
    read = reader(relay.url)
    assert read.ready()
    relay.fault = (503, {"Retry-After": "600"}, b"")
    clock.move(hours=3)
    assert read.now().book.rate("USD", "KZT").price == tenge().unit_price
    with pytest.raises(SourceError, match="status 503") as caught:
        read.refresh()
    assert caught.value.retry_after == 600
    health = read.health()
    assert (health.status, health.age) == ("stale", timedelta(hours=3))
    assert health.next_try - clock() == timedelta(seconds=600)
    relay.fault = None
    read.refresh()
    assert read.health().status == "fresh"


@pytest.mark.parametrize(
    ("fault", "cause"),
    [
        ((404, {}, b""), "changed"),
        ((500, {}, b"oops"), "unavailable"),
        (redirect("http://127.0.0.1:9/"), "changed"),
        (redirect("file:///etc/passwd"), "changed"),
        ((200, {}, b"<html><title>Maintenance</title>"), "changed"),
        ((200, {}, b""), "changed"),
        ((200, {"Content-Encoding": "br"}, b"x"), "changed"),
        ((200, {"Content-Encoding": "gzip"}, b"x" * 50), "changed"),
        ((200, {}, b" " * 2_000_000), "changed"),
        ((304, {}, b""), "changed"),  # nothing was ever sent
        (bodied(cafx=2), "changed"),
        (bodied(cafx=1, version="v", checked={}), "changed"),
        ((200, {}, write_document("v", {}, [])[:-1]), "changed"),
    ],
)
def test_what_is_not_such_a_document_is_refused_and_the_old_rates_stay(relay, reader, fault, cause, clock):
    read = reader(relay.url)
    fresh = reader(relay.url)
    assert read.ready()
    before = read.now()
    relay.fault = fault
    clock.move(minutes=2)
    with pytest.raises(SourceError) as caught:
        fresh.refresh()
    assert caught.value.cause == cause
    assert "127.0.0.1" in str(caught.value)
    if fault[0] == 304:
        read.refresh()  # which is an answer to whoever has the document
    else:
        with pytest.raises(SourceError):
            read.refresh()
    assert read.now().book == before.book


def test_a_host_that_is_not_there_is_named(reader):
    read = reader("http://127.0.0.1:9/rates.json")
    with pytest.raises(SourceError, match=r"127\.0\.0\.1:9 was not reached") as caught:
        read.refresh()
    assert caught.value.cause == "unavailable"


def test_a_reader_that_connects_by_itself_leaves_nothing_open(relay, clock):
    read = Rates.from_url(relay.url, lock=None, keep_warm=False, clock=clock, steady=clock.steady)
    assert read.ready()
    assert read._upkeep.origin._own is None  # closed as soon as it has served
    read.refresh()
    assert relay.asked == [200, 304]


def test_two_hundred_readers_cost_one_document_each_and_then_none(origin, relay, reader):
    readers = [reader(relay.url) for _ in range(40)]
    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(lambda read: read.ready(10), readers))
        list(pool.map(lambda read: read.refresh(10), readers))
    assert sorted(relay.asked) == [200] * 40 + [304] * 40
    assert {read.now().version for read in readers} == {origin.now().version}


@pytest.mark.parametrize(
    "url",
    [
        "",
        "rates.example",
        "ftp://rates.example/",
        "file:///etc/passwd",
        "https:///x",
        "https://a@b/",
        "http://x/\n",
        5,
        None,
        "https://пример.рф/",
    ],
)
def test_what_is_not_an_address_is_refused(url):
    with pytest.raises(OptionError, match=r"pass one such as https://rates\.example/rates\.json"):
        Rates.from_url(url)


def test_what_a_reader_starts_with_has_its_own_age(reader, clock):
    read = reader("http://127.0.0.1:9/rates.json", start=RateBook([tenge(at=clock())]))
    assert read.now().book.rate("USD", "KZT").price == tenge().unit_price
    clock.move(days=7)
    with pytest.raises(RatesTooOld):
        read.now()
