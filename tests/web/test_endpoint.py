"""``rates.json`` over WSGI and ASGI: marks, conditions, methods, what is too old, what readers make of it."""

from __future__ import annotations

import asyncio
import gzip
import json
import random
import threading
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from itertools import permutations
from wsgiref.simple_server import WSGIRequestHandler, make_server
from wsgiref.util import setup_testing_defaults
from wsgiref.validate import validator

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cafx import CafxError, Quotation, RateBook, UnknownCurrency, sources
from cafx.core.currency import REGION
from cafx.live import Rates, read_document
from cafx.testing import FixedRates, strategies
from cafx.web import Endpoint
from cafx.web.conditions import has_tag, is_gzip_wanted
from cafx.web.document import answers_of
from live.doubles import Banks, Clock, rates, soum, tenge
from web.sites import PRICES, fixed

NOW = datetime(2026, 11, 28, 9, tzinfo=UTC)
CACHE = "public, max-age=60, stale-while-revalidate=3600, stale-if-error=86400"


@pytest.fixture
def live():
    return fixed()


def by_wsgi(endpoint, method="GET", **headers):
    environ = {"REQUEST_METHOD": method, "PATH_INFO": "/rates.json", "QUERY_STRING": "", "SCRIPT_NAME": ""}
    environ |= {f"HTTP_{name.upper()}": value for name, value in headers.items()}
    setup_testing_defaults(environ)
    told = {}

    def start(status, lines, _=None):
        told["status"], told["headers"] = int(status[:3]), dict(lines)

    answered = validator(endpoint.wsgi)(environ, start)
    body = b"".join(answered)
    answered.close()
    return told["status"], told["headers"], body


def by_asgi(endpoint, method="GET", **headers):
    sent = []
    lines = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    scope = {"type": "http", "method": method, "path": "/rates.json", "headers": lines}

    async def receive():
        return {"type": "http.request"}

    async def send(message):
        sent.append(message)

    asyncio.run(endpoint.asgi(scope, receive, send))
    start, body = sent
    told = {name.decode(): value.decode() for name, value in start["headers"]}
    assert all(name == name.lower() for name in told)
    return start["status"], httpx.Headers(told), body["body"]


@pytest.fixture(params=[by_wsgi, by_asgi], ids=["wsgi", "asgi"])
def ask(request):
    return request.param


def test_the_document_comes_with_its_mark_and_for_everyone(ask, live):
    status, headers, body = ask(Endpoint(live))
    assert status == 200
    assert headers["ETag"].startswith('W/"')
    assert headers["Cache-Control"] == CACHE
    assert headers["Vary"] == "Accept-Encoding"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Access-Control-Allow-Origin"] == "*"
    assert {"ETag", "Cafx-Checked"} <= set(headers["Access-Control-Expose-Headers"].split(", "))
    assert headers["Content-Type"] == "application/json"
    assert int(headers["Content-Length"]) == len(body)
    assert json.loads(headers["Cafx-Checked"]) == json.loads(body)["checked"]


@pytest.mark.parametrize("form", ["{0}", "{1}", '"x", {0}', '"x",{1} , W/"y"', "*", " * "])
def test_a_reader_that_has_it_gets_no_body_and_the_moments(ask, live, form):
    endpoint = Endpoint(live)
    tag = ask(endpoint)[1]["ETag"]
    status, headers, body = ask(endpoint, if_none_match=form.format(tag, tag.removeprefix("W/")))
    assert (status, body) == (304, b"")
    assert headers["ETag"] == tag
    assert headers["Access-Control-Allow-Origin"] == "*"
    assert headers["Cache-Control"] == CACHE
    assert headers["Vary"] == "Accept-Encoding"
    assert "NBK" in json.loads(headers["Cafx-Checked"])
    assert "Content-Type" not in headers
    assert "Content-Length" not in headers


@pytest.mark.parametrize("other", ['"x"', "{0}x", "W/{0}", "x{1}", '"', "", "," * 9000, '"' * 9000, "W/*"])
def test_a_reader_that_has_another_gets_the_document(ask, live, other):
    endpoint = Endpoint(live)
    tag = ask(endpoint)[1]["ETag"]
    bare = tag.removeprefix('W/"').removesuffix('"')
    assert ask(endpoint, if_none_match=other.format(bare, bare))[0] == 200


def test_a_fetch_of_the_same_prices_keeps_the_mark_and_carries_new_moments(live):
    endpoint = Endpoint(live)
    _, first, _ = by_wsgi(endpoint)
    live.move(hours=2)
    status, then, _ = by_wsgi(endpoint, if_none_match=first["ETag"])
    assert status == 304
    assert then["Cafx-Checked"] > first["Cafx-Checked"]
    live.set({**PRICES, "USD/KZT": "520.21"})
    status, last, _ = by_wsgi(endpoint, if_none_match=first["ETag"])
    assert status == 200
    assert last["ETag"] != first["ETag"]


def test_another_day_is_another_answer_without_a_fetch(live):
    endpoint = Endpoint(live)
    before = endpoint.answer("GET")
    live.fail()
    live.move(days=6)
    after = endpoint.answer("GET")
    assert (before.status, after.status) == (200, 200)
    assert before.headers["ETag"] != after.headers["ETag"]
    assert "a" not in json.loads(before.body)["pairs"]["USD/KZT"]
    assert json.loads(after.body)["pairs"]["USD/KZT"]["a"] > 0


def test_pegs_are_sent_anew_each_day_since_a_browser_finds_the_moments_in_the_document_alone():
    peg = Quotation("USD", "TMT", "3.5", as_of="2015-01-01", through="9999-12-31", kind="peg", source="CBT")
    live = FixedRates([peg], on="2026-11-28")
    endpoint = Endpoint(live, currencies=["USD", "TMT"])
    known = endpoint.answer("GET")
    live.move(days=1)
    today = endpoint.answer("GET", if_none_match=known.headers["ETag"])
    assert today.status == 200
    first, then = (json.loads(answer.body) for answer in (known, today))
    assert first["pairs"] == then["pairs"]
    assert first["checked"] != then["checked"]


def test_gzip_is_sent_to_those_who_take_it_under_the_same_mark(ask, live):
    endpoint = Endpoint(live)
    _, plain, body = ask(endpoint, accept_encoding="br, gzip;q=0")
    _, packed, small = ask(endpoint, accept_encoding="br;q=1.0, gzip;q=0.8")
    assert "Content-Encoding" not in plain
    assert packed["Content-Encoding"] == "gzip"
    assert gzip.decompress(small) == body
    assert int(packed["Content-Length"]) == len(small) <= 1200
    assert packed["ETag"] == plain["ETag"]


def test_head_says_what_get_says(ask, live):
    endpoint = Endpoint(live)
    assert ask(endpoint, "HEAD") == (200, ask(endpoint)[1], b"")


def test_a_browser_may_ask_beforehand(ask, live):
    status, headers, body = ask(Endpoint(live), "OPTIONS")
    assert (status, body) == (204, b"")
    assert headers["Allow"] == headers["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
    assert headers["Access-Control-Allow-Headers"] == "If-None-Match"
    assert headers["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "TRACE", "get"])
def test_what_does_not_read_is_refused(ask, live, method):
    if ask is by_wsgi and method == "get":  # wsgiref's validator does not know it
        method = "DELETE"
    status, headers, body = ask(Endpoint(live), method)
    assert status == 405
    assert headers["Allow"] == "GET, HEAD, OPTIONS"
    assert headers["Access-Control-Allow-Origin"] == "*"
    assert json.loads(body)["error"] == "method_not_allowed"


def test_rates_that_are_too_old_are_not_served(ask, live):
    endpoint = Endpoint(live)
    tag = ask(endpoint)[1]["ETag"]
    live.fail()
    live.move(days=8)
    status, headers, body = ask(endpoint, if_none_match=tag)
    assert status == 503
    assert headers["Cache-Control"] == "no-store"
    assert 1 <= int(headers["Retry-After"]) <= 3600
    assert headers["Access-Control-Allow-Origin"] == "*"
    assert "ETag" not in headers
    said = json.loads(body)
    assert said["error"] == "rates_too_old"
    assert said["age"] == 8 * 86400
    assert str(said["age"]) in said["message"]
    assert ask(endpoint, "HEAD")[::2] == (503, b"")


def test_retry_after_is_when_the_banks_are_asked_again():
    clock = Clock()
    banks = Banks(clock)
    live = rates(banks, clock, hard=timedelta(days=1), soft=timedelta(hours=1))
    assert live.ready()
    banks.down, banks.retry_after = {"NBK"}, 120.0
    clock.move(days=2)
    with suppress(CafxError):
        live.refresh()
    waits = int(Endpoint(live).answer("GET").headers["Retry-After"])
    assert waits == (live.health().next_try - clock()).total_seconds() == 120


def test_rates_that_never_came_are_refused_with_a_reason():
    live = rates(Banks(), hard=timedelta(days=1))
    answer = Endpoint(live).answer("GET")
    assert answer.status == 503
    assert json.loads(answer.body)["age"] is None


def test_rates_of_any_age_are_handed_on_where_they_are_wanted():
    clock = Clock()
    live = rates(Banks(clock), clock, sources=(), hard=None, start=RateBook([tenge(day="2020-03-02")]))
    document = json.loads(Endpoint(live).answer("GET").body)
    assert document["pairs"]["USD/KZT"]["d"] == "2020-03-02"
    assert document["pairs"]["USD/KZT"]["a"] > 2000


def test_the_document_is_written_once_for_each_state_of_the_rates(live):
    endpoint = Endpoint(live)
    assert endpoint.answer("GET").body is endpoint.answer("GET").body
    live.move(hours=2)
    assert json.loads(endpoint.answer("GET").body)["checked"]["NBK"] == live.now().checked["NBK"].isoformat()


def test_pairs_are_exact_ratios_and_the_dollar_is_in_plain_digits(live):
    document = json.loads(Endpoint(live).answer("GET").body)
    assert list(document) == ["cafx", "version", "checked", "pairs", "usd", "quotations"]
    assert document["pairs"]["USD/KZT"] == {
        "r": ["2601/5", "104039/200", "104041/200"],
        "d": "2026-11-28",
        "k": "official",
        "s": "NBK",
    }
    assert document["pairs"]["USD/TMT"] == {"r": ["7/2", "7/2", "7/2"], "k": "peg", "s": "CBT"}
    assert document["usd"] == {
        "KGS": "87.45",
        "KZT": "520.2",
        "TJS": "9.2301",
        "TMT": "3.5",
        "UZS": "11950.1",
    }
    assert len(document["pairs"]) == 15


def test_twelve_digits_are_all_of_them():
    live = FixedRates({"KZT/USD": "0.00194"}, on="2026-11-28")
    assert json.loads(Endpoint(live).answer("GET").body)["usd"] == {"KZT": "515.463917526"}


@given(strategies.books())
def test_every_direction_follows_from_the_document(book):
    answers = answers_of(book, REGION, None, timedelta(days=14))
    pairs = {name: tuple(map(Fraction, row["r"])) for name, row in answers.to_dict()["pairs"].items()}
    known = {(str(one.base), str(one.quote)) for one in answers.pairs}
    for base, quote in permutations(map(str, REGION), 2):
        try:
            rate = book.rate(base, quote)
        except CafxError:
            assert (base, quote) not in known
            continue
        if f"{base}/{quote}" in pairs:
            price, low, high = pairs[f"{base}/{quote}"]
        else:
            price, high, low = (1 / part for part in pairs[f"{quote}/{base}"])
        assert (price, low, high) == (rate.price, rate.low, rate.high)


def test_two_banks_that_print_the_two_directions_both_stand_there():
    def print_of(base, quote, price, source):
        return Quotation(base, quote, price, as_of="2026-11-28", kind="official", source=source)

    live = FixedRates([print_of("KGS", "KZT", "5.9", "NBK"), print_of("KZT", "KGS", "0.17", "NBKR")])
    pairs = json.loads(Endpoint(live).answer("GET").body)["pairs"]
    book = live.now().book
    for base, quote in (("KGS", "KZT"), ("KZT", "KGS")):
        rate = book.rate(base, quote, on="2026-11-28")
        direct = pairs.get(f"{base}/{quote}")
        assert direct is not None or Fraction(pairs[f"{quote}/{base}"]["r"][0]) == 1 / rate.price


def test_a_currency_that_there_is_not_is_refused_at_once(live):
    with pytest.raises(UnknownCurrency):
        Endpoint(live, currencies=["USD", "XQX"])


def test_further_currencies_are_handed_on_where_they_are_named():
    live = FixedRates({"USD/KZT": "520.20", "EUR/KZT": "603.01"}, on="2026-11-28")
    assert "EUR/KZT" not in json.loads(Endpoint(live).answer("GET").body)["pairs"]
    document = json.loads(Endpoint(live, currencies=["USD", "EUR", "KZT"]).answer("GET").body)
    assert list(document["pairs"]) == ["USD/EUR", "USD/KZT", "EUR/KZT"]


@pytest.fixture
def serve():
    """Start servers of WSGI applications on loopback; give their addresses."""
    started = []

    class Quiet(WSGIRequestHandler):
        def log_message(self, *_):
            pass

    def start(application):
        server = make_server("127.0.0.1", 0, validator(application), handler_class=Quiet)
        thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        started.append((server, thread))
        return f"http://127.0.0.1:{server.server_port}/rates.json"

    yield start
    for server, thread in started:
        server.shutdown()
        server.server_close()
        thread.join()


def reader(url, clock, **settings):
    http = httpx.Client(trust_env=False, limits=httpx.Limits(max_keepalive_connections=0))
    given = {"lock": None, "keep_warm": False, "clock": clock, "steady": clock.steady, "http": http}
    return Rates.from_url(url, **given | settings), http


def test_another_cafx_reads_all_directions_without_loss(serve):
    clock = Clock()
    banks = Banks(clock)
    banks.rows["NBK"] = [
        tenge("519.31", "2026-11-27"),
        tenge(),
        Quotation("USD", "KGS", "87.4500", as_of="2026-11-28", kind="official", source="NBK"),
        Quotation("UZS", "KZT", "4.36", as_of="2026-11-28", kind="official", source="NBK", nominal=100),
    ]
    banks.rows["CBU"] = [
        soum(),
        Quotation("USD", "TJS", "9.2301", as_of="2026-11-28", kind="official", source="CBU"),
    ]
    origin = rates(banks, clock, sources=("NBK", "CBU"), start=None)
    assert origin.ready()
    endpoint = Endpoint(origin)
    assert len(endpoint.answer("GET", accept_encoding="gzip").body) <= 1200
    read, http = reader(serve(endpoint.wsgi), clock)
    with http:
        assert read.ready()
        for base, quote in permutations(REGION, 2):
            there = origin.now().book.rate(base, quote, on="2026-11-28")
            assert read.now().book.rate(base, quote, on="2026-11-28").legs == there.legs
        assert read.now().version == origin.now().version
        assert read.now().checked == origin.now().checked
        strip = origin.display("en").strip(["KZT", "UZS"])
        assert read.display("en").strip(["KZT", "UZS"]) == strip  # with the change since yesterday
        assert "cafx-down" in strip
        clock.move(hours=2)
        origin.refresh()
        read.refresh()
        assert read.now().checked["NBK"] == clock()
        again = Endpoint(read)  # a relay says what the origin says
        assert again.answer("GET").headers["ETag"] == endpoint.answer("GET").headers["ETag"]
        banks.down = {"NBK", "CBU"}
        clock.move(days=8)
        with pytest.raises(CafxError, match="503"):
            read.refresh()


@pytest.mark.parametrize("day", ["2026-04-02", "2026-04-03", "2026-04-05"])
def test_the_banks_own_tables_are_handed_on_without_loss(shared, day):
    moment = datetime(2026, 4, 2, 6, tzinfo=UTC)
    rows = []
    for name, capture in (
        ("NBK", "nbk-get_rates-2026-04-01.xml"),
        ("NBK", "nbk-get_rates-2026-04-02.xml"),
        ("CBU", "cbu-all-2026-04-01.json"),
        ("CBU", "cbu-all-2026-04-03.json"),
        ("CBR", "cbr-daily-2026-03-19.xml"),
    ):
        body = (shared / "feeds" / capture).read_bytes()
        rows += [row.replace(observed_at=moment) for row in getattr(sources, name)().parse(body)]
    clock = Clock(datetime.fromisoformat(f"{day}T07:00:00+00:00"))
    live = rates(Banks(clock), clock, sources=(), start=RateBook.bundled().merge(rows))
    answer = Endpoint(live).answer("GET")
    assert len(gzip.compress(answer.body)) <= 1200
    read = read_document(answer.body, "origin.example", clock())
    book = RateBook.bundled().merge(read.quotations)
    for base, quote in permutations(REGION, 2):
        assert book.rate(base, quote, on=day).legs == live.now().book.rate(base, quote, on=day).legs


def test_four_thousand_damaged_bodies_are_read_or_refused(live):
    body = Endpoint(live).answer("GET").body
    chance = random.Random(16)  # noqa: S311
    refused = 0
    for _ in range(4000):
        damaged = bytearray(body)
        for _ in range(chance.randrange(1, 9)):
            place = chance.randrange(len(damaged))
            match chance.randrange(4):
                case 0:
                    damaged[place] = chance.randrange(256)
                case 1:
                    del damaged[place : place + chance.randrange(1, 60)]
                case 2:
                    damaged[place:place] = damaged[: chance.randrange(60)]
                case _:
                    damaged[place:place] = b"[" * chance.randrange(60)
        try:
            read_document(bytes(damaged), "origin.example", NOW)
        except CafxError:
            refused += 1
    assert 2000 < refused < 4000


def test_a_server_that_runs_the_endpoint_alone_starts_and_ends_it(live):
    messages = iter([{"type": "lifespan.startup"}, {"type": "lifespan.shutdown"}])
    sent = []

    async def receive():
        return next(messages)

    async def send(message):
        sent.append(message["type"])

    asyncio.run(Endpoint(live).asgi({"type": "lifespan"}, receive, send))
    assert sent == ["lifespan.startup.complete", "lifespan.shutdown.complete"]


@given(st.text(max_size=60), st.text("*q=;0.1, gzipbr", max_size=40))
def test_headers_of_any_kind_are_read_without_a_failure(marks, codings):
    has_tag(marks, 'W/"abc"')
    is_gzip_wanted(codings)


def test_the_document_fits_its_own_description(live):
    jsonschema = pytest.importorskip("jsonschema")
    endpoint = Endpoint(live)
    described = endpoint.openapi("/prices/rates.json")
    assert list(described["paths"]) == ["/prices/rates.json"]
    schema = {"$ref": "#/components/schemas/Rates", "components": described["components"]}
    check = jsonschema.Draft202012Validator(schema)
    good = json.loads(endpoint.answer("GET").body)
    check.validate(good)
    for damage in ({"cafx": 2}, {"pairs": {"USD/KZT": {"r": ["1"]}}}, {"usd": {"KZT": 520.2}}):
        assert list(check.iter_errors(good | damage))
    live.fail()
    live.move(days=8)
    refused = {"$ref": "#/components/schemas/Error", "components": described["components"]}
    for answer in (endpoint.answer("GET"), endpoint.answer("POST")):
        jsonschema.validate(json.loads(answer.body), refused, jsonschema.Draft202012Validator)


def test_the_description_is_an_openapi_document(live):
    models = pytest.importorskip("fastapi.openapi.models")
    read = models.OpenAPI.model_validate(Endpoint(live).openapi())
    (path,) = read.paths.values()
    assert set(models.PathItem.model_validate(path).get.responses) == {"200", "304", "405", "503"}


def test_a_day_of_the_document_is_the_regions(live):
    assert live.today == date(2026, 11, 28)
    live.move(hours=12)  # midnight in the region, afternoon of the day before in London
    assert live.today == date(2026, 11, 29)
