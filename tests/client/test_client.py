"""Fetching several sources and spans: what came, what failed, and how politely it was asked."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import time
from contextlib import closing
from datetime import UTC, date, datetime

import httpx
import httpx2
import pytest

from cafx import OptionError, Quotation, SourceError, sources
from cafx.backfill import Backfilled
from cafx.client import AsyncClient, Client, Failure, Fetched, Limits
from cafx.client.addresses import is_allowed
from cafx.sources import Request
from cafx.sources.document import NoTableError
from client.loopback import Bank, Server, trusting

NOW = datetime(2026, 4, 2, 6, 0, tzinfo=UTC)
LIMITS = Limits(deadline=5.0, backoff=0.01)


@pytest.fixture(scope="module")
def server():
    with closing(Server()) as running:
        yield running


@pytest.fixture
def client():
    with Client(verify=trusting(), limits=LIMITS, clock=lambda: NOW) as opened:
        yield opened


@pytest.fixture(params=["sync", "async"])
def latest(request):
    """Fetch the latest of several sources, waiting or awaiting."""

    def run(banks):
        settings = {"limits": LIMITS, "verify": trusting(), "clock": lambda: NOW}
        if request.param == "sync":
            with Client(**settings) as opened:
                return opened.latest(banks)
        return asyncio.run(awaited(banks, settings))

    async def awaited(banks, settings):
        async with AsyncClient(**settings) as opened:
            return await opened.latest(banks)

    return run


def test_one_source_failing_never_hides_the_others(server, latest):
    paths = ["/good", "/html", "/packed", "/broken", "/forbidden"]
    fetched = latest([Bank(server.address, path) for path in paths])
    assert len(fetched.quotations) == 1  # the two good ones print the same
    assert [failure.cause for failure in fetched.failures] == ["changed", "unavailable", "refused"]
    assert fetched.book().rate("USD", "KZT").price > 474
    with pytest.raises(SourceError) as caught:
        fetched.raise_for_failures()
    assert all(str(failure) in str(caught.value) for failure in fetched.failures)
    assert (caught.value.cause, caught.value.__cause__) == ("changed", fetched.failures[0].error)


def test_a_result_without_failures_is_given_back_and_of_many_five_are_named():
    whole = Fetched()
    assert whole.raise_for_failures() is whole
    error = SourceError("Bank was not reached", source="Bank", cause="unavailable", retry_after=5.0)
    days = [date(2026, 4, day) for day in range(1, 9)]
    with pytest.raises(SourceError, match=r"\(asked for 2026-04-05\); and 3 more$") as caught:
        Fetched(failures=tuple(Failure("Bank", day, error) for day in days)).raise_for_failures()
    assert (caught.value.source, caught.value.retry_after) == ("Bank", 5.0)


def test_days_without_a_table_raise_nothing_and_a_latest_that_is_nowhere_does():
    absent = NoTableError("Bank has no document", source="Bank", cause="changed")
    holiday = Failure("Bank", date(2026, 4, 1), absent)
    span = Fetched(failures=(holiday,))
    assert span.raise_for_failures() is span
    with pytest.raises(NoTableError, match=r"^Bank has no document$"):
        Fetched(failures=(holiday.replace(on=None),)).raise_for_failures()


def test_the_error_of_many_failures_asks_for_the_longest_wait():
    waits = (None, 5.0, 120.0, 60.0)
    errors = [SourceError("busy", source="Bank", cause="unavailable", retry_after=wait) for wait in waits]
    absent = Failure("Bank", date(2026, 4, 1), NoTableError("none", source="Bank", cause="changed"))
    failures = (absent, *(Failure("Bank", None, error) for error in errors))
    with pytest.raises(SourceError, match=r"^busy; busy; busy; busy$") as caught:
        Fetched(failures=failures).raise_for_failures()
    assert (type(caught.value), caught.value.retry_after) == (SourceError, 120.0)
    with pytest.raises(SourceError) as caught:
        Backfilled("Bank", failures=failures).raise_for_failures()
    assert (str(caught.value), caught.value.retry_after) == (
        "Bank: 0 of 0 documents, not understood: none",
        120.0,
    )


def test_a_latest_table_that_no_day_has_raises(server, client):
    bank = Bank(server.address, "/absent")
    bank.has_latest = False
    fetched = client.latest(bank)
    assert [(failure.on, failure.is_absent) for failure in fetched.failures] == [(None, True)]
    with pytest.raises(NoTableError):
        fetched.raise_for_failures()
    span = client.between(bank, "2026-04-01", "2026-04-02")
    assert len(span.failures) == 2
    assert span.raise_for_failures() is span


def test_a_source_without_a_past_is_a_failure_of_its_own(client):
    with pytest.raises(SourceError, match="only its latest"):
        client.fetch(sources.TimesCA(), on=date(2026, 4, 1))


def test_a_span_is_fetched_day_by_day_with_progress(server, client):
    server.asked.clear()
    seen = []
    fetched = client.between(Bank(server.address), date(2026, 3, 30), date(2026, 4, 2), seen.append)
    assert [str(one.as_of) for one in fetched.quotations] == [
        "2026-03-30",
        "2026-03-31",
        "2026-04-01",
        "2026-04-02",
    ]
    assert [(step.done, step.total, step.on.day) for step in seen] == [
        (1, 4, 30),
        (2, 4, 31),
        (3, 4, 1),
        (4, 4, 2),
    ]
    assert server.times_asked("/good") == 4


def test_a_span_awaited_is_the_same(server, client):
    async def fetched():
        async with AsyncClient(verify=trusting(), limits=LIMITS, clock=lambda: NOW) as opened:
            return await opened.between(Bank(server.address), date(2026, 3, 30), date(2026, 4, 2))

    bank = Bank(server.address)
    assert asyncio.run(fetched()) == client.between(bank, date(2026, 3, 30), date(2026, 4, 2))


def test_known_days_are_not_asked_for(server, client):
    server.asked.clear()
    known = frozenset({date(2026, 3, 30), date(2026, 3, 31)})
    bank = Bank(server.address)
    assert len(list(client.steps(bank, date(2026, 3, 30), date(2026, 4, 2), known=known))) == 2
    assert server.times_asked("/good") == 2


def test_a_source_that_keeps_failing_is_left_alone(server, client):
    server.asked.clear()
    fetched = client.between(Bank(server.address, "/broken"), date(2026, 3, 1), date(2026, 3, 31))
    assert server.times_asked("/broken") == 5
    assert "failed 5 times in a row" in str(fetched.failures[-1])


def test_a_span_is_asked_for_with_pauses(server, client, monkeypatch):
    pauses = []
    monkeypatch.setattr(time, "sleep", pauses.append)
    bank = Bank(server.address)
    bank.pause = 7.0
    client.between(bank, date(2026, 3, 30), date(2026, 4, 1))
    assert pauses == [7.0, 7.0]


def test_a_span_that_ends_before_it_starts_is_refused(server, client):
    with pytest.raises(OptionError, match="before it starts"):
        client.between(Bank(server.address), date(2026, 4, 2), date(2026, 4, 1))


def test_an_unchanged_document_is_read_again_with_the_new_moment(server):
    moments = iter([NOW, NOW, NOW.replace(hour=9), NOW.replace(hour=9)])
    with Client(verify=trusting(), limits=LIMITS, clock=lambda: next(moments)) as client:
        first = client.fetch(Bank(server.address, "/unchanged"))
        second = client.fetch(Bank(server.address, "/unchanged"))
    assert server.asked[-1][1]["if-none-match"] == '"a"'
    assert first == second
    assert [fetched.quotations[0].observed_at.hour for fetched in (first, second)] == [6, 9]


def test_a_client_of_ones_own_is_used_and_left_open(server):
    with httpx.Client(verify=trusting(), headers={"X-Own": "1"}) as http:
        with Client(http, limits=LIMITS, clock=lambda: NOW) as client:
            assert client.fetch(Bank(server.address)).quotations
        assert server.asked[-1][1]["x-own"] == "1"
        assert not http.is_closed


def test_a_client_of_the_fork_is_used_as_well(server):
    with httpx2.Client(verify=trusting()) as http, Client(http, limits=LIMITS, clock=lambda: NOW) as client:
        assert client.fetch(Bank(server.address)).quotations
        with pytest.raises(SourceError, match="was not reached"):
            client.fetch(Bank("127.0.0.1:9"))


def test_a_mocked_transport_serves_tests_without_a_server():
    def answer(request):
        assert request.url == "https://nationalbank.kz/rss/rates_all.xml"
        price = "<description>474.2</description><quant>1</quant>"
        item = f"<item><title>USD</title><pubDate>02.04.26</pubDate>{price}</item>"
        return httpx.Response(200, content=f"<rss><channel>{item}</channel></rss>".encode())

    with (
        httpx.Client(transport=httpx.MockTransport(answer)) as http,
        Client(http, clock=lambda: NOW) as client,
    ):
        (quotation,) = client.fetch(sources.NBK()).quotations
    assert quotation == Quotation(
        "USD",
        "KZT",
        "474.2",
        as_of="2026-04-02",
        kind="official",
        source="NBK",
        low="474.195",
        high="474.205",
    )


def test_a_source_with_a_file_for_each_day_is_asked_for_the_last_one():
    asked = []

    def answer(request):
        asked.append(str(request.url))
        return httpx.Response(404)

    sunday = datetime(2026, 5, 24, 6, 0, tzinfo=UTC)
    with (
        httpx.Client(transport=httpx.MockTransport(answer)) as http,
        Client(http, clock=lambda: sunday) as client,
        pytest.raises(SourceError, match="no document"),
    ):
        client.fetch(sources.CBT())
    assert asked == [f"https://cbt.tm/kurs/2026/{day}052026.xml" for day in (23, 22, 21, 20, 19, 18, 16)]


@pytest.mark.parametrize("kind", ["sync", "async"])
def test_the_last_file_is_found_behind_days_without_one(kind):
    asked = []
    table = (
        b"<cbt_currency_rate><date>22.05.2026</date><rate code='USD'><rate_tmt>3.5</rate_tmt>"
        b"<multiplier>1</multiplier></rate></cbt_currency_rate>"
    )

    def answer(request):
        asked.append(request.url.path[-12:-8])
        return httpx.Response(200, content=table) if asked[-1] == "2205" else httpx.Response(404)

    async def awaited():
        async with httpx.AsyncClient(transport=httpx.MockTransport(answer)) as http:
            return await AsyncClient(http, clock=clock).latest([sources.CBT()])

    def clock():
        return datetime(2026, 5, 24, 6, 0, tzinfo=UTC)

    if kind == "async":
        fetched = asyncio.run(awaited())
    else:
        with httpx.Client(transport=httpx.MockTransport(answer)) as http:
            fetched = Client(http, clock=clock).latest([sources.CBT()])
    assert [str(one.as_of) for one in fetched.quotations] == ["2026-05-22"]
    assert fetched.failures == fetched.rejected == ()
    assert asked == ["2305", "2205"]


def test_a_table_of_another_day_is_said(server, client):
    bank = Bank(server.address, "/unchanged")
    (rejection,) = client.fetch(bank, on=date(2026, 4, 2)).rejected
    assert str(rejection) == "Bank: the table for 2026-04-02: it answered with that of 2026-04-01"
    bank.calendar = sources.Calendar(frozenset({3}))  # Thursday is a day off: the last table is what is due
    assert client.fetch(bank, on=date(2026, 4, 2)).rejected == ()


def test_sources_may_be_named_and_days_written():
    asked = []

    def answer(request):
        asked.append(request.url.host)
        return httpx.Response(500)

    with (
        httpx.Client(transport=httpx.MockTransport(answer)) as http,
        Client(http, clock=lambda: NOW) as client,
    ):
        with pytest.raises(SourceError, match="NBT answered"):
            client.fetch("nbt", on="2026-04-01")
        for several in ("NBK", sources.NBK, ["NBK"]):
            assert [failure.source for failure in client.latest(several).failures] == ["NBK"]
        assert client.between("CBU", "2026-04-01", "2026-04-01").failures
        with pytest.raises(SourceError, match="no source is called 'ECB'"):
            client.fetch("ECB")
        with pytest.raises(TypeError, match="not int"):
            client.latest([1])
    assert set(asked) == {"www.nbt.tj", "nationalbank.kz", "cbu.uz"}


def test_a_mirror_is_not_told_what_the_first_address_sent(server, client):
    client.fetch(Bank(server.address, "/unchanged"))
    server.asked.clear()
    bank = Bank(server.address, "/broken", mirrors=("/unchanged",))
    bank.request = lambda on=None: Request(
        f"https://{server.address}/broken", on, mirrors=(f"https://{server.address}/unchanged",)
    )
    assert client.fetch(bank).quotations
    assert [("if-none-match" in headers) for _, headers in server.asked] == [False, True]


@pytest.mark.parametrize(
    ("address", "is_fine"),
    [
        ("https://a.uz/x?y=1&z=%20", True),
        ("https://a.uz:443/", True),
        ("https://A.UZ/", True),
        ("https://x.pages.dev/", True),
        ("https://pages.dev/", False),
        ("https://a.uz:8443/", False),
        ("https://a.uz./", False),
        ("HTTP://a.uz/", False),
        ("https://a.uz\t/", False),
        ("https:/a.uz/", False),
        ("https://xa.uz/", False),
        ("https://а.uz/", False),  # Cyrillic
    ],
)
def test_addresses_are_judged_strictly(address, is_fine):
    assert is_allowed(address, ("a.uz", "*.pages.dev")) is is_fine


def test_nothing_heavy_is_imported_before_it_is_used():
    code = (
        "import sys\n"
        "import cafx.client, cafx.history, cafx.sources\n"
        "cafx.sources.all_sources(); cafx.client.Client(); cafx.history.default_path()\n"
        "heavy = ('httpx', 'httpcore', 'anyio', 'sqlite3', 'pydantic', 'babel')\n"
        "print([name for name in heavy if name in sys.modules])\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
