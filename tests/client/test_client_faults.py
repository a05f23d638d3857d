"""The client against a server that misbehaves: clear errors, within the deadline, sync and async."""

from __future__ import annotations

import asyncio
import os
import socket
import subprocess
import sys
import time
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from urllib.parse import quote

import pytest

from cafx import SourceError
from cafx.client import AsyncClient, Client, Limits
from client.loopback import Bank, Server, trusting

NOW = datetime(2026, 4, 2, 6, 0, tzinfo=UTC)
DEADLINE = 0.8
LIMITS = Limits(deadline=DEADLINE, connect=0.5, backoff=0.01)


@pytest.fixture(scope="module")
def server():
    with closing(Server()) as running:
        yield running


@pytest.fixture(scope="module")
def context():
    return trusting()


@pytest.fixture(params=["sync", "async"])
def fetch(request, context):
    """Fetch from a bank, waiting or awaiting, and see that it ends in time."""

    def run(bank, on=None, limits=LIMITS, verify=context, **settings):
        settings = {"limits": limits, "verify": verify, "clock": lambda: NOW, **settings}
        began = time.monotonic()
        try:
            if request.param == "sync":
                with Client(**settings) as client:
                    return client.fetch(bank, on)
            return asyncio.run(_fetched(bank, on, settings))
        finally:
            assert time.monotonic() - began < limits.deadline + 1

    return run


async def _fetched(bank, on, settings):
    async with AsyncClient(**settings) as client:
        return await client.fetch(bank, on)


@pytest.mark.parametrize("path", ["/good", "/packed", "/moved", "/restarting", "/hung-up"])
def test_what_can_be_had_is_had(server, fetch, path):
    server.asked.clear()
    (quotation,) = fetch(Bank(server.address, path)).quotations
    assert str(quotation) == "USD/KZT = 474.20 (official, Bank, 2026-04-01)"
    assert quotation.observed_at == NOW


@pytest.mark.parametrize(
    ("path", "cause", "says"),
    [
        ("/bomb", "changed", "more than 524288 bytes"),
        ("/double-bomb", "changed", "packs its answer as 'gzip, gzip'"),
        ("/brotli", "changed", "packs its answer as 'br'"),
        ("/packed-short", "changed", "cut short"),
        ("/flood", "changed", "more than 524288 bytes"),
        ("/huge-claim", "changed", "more than 524288 bytes"),
        ("/drip", "unavailable", "too slow|broke off|did not answer"),
        ("/header-drip", "unavailable", "too slow|broke off|did not answer"),
        ("/silent", "unavailable", "too slow|broke off|did not answer"),
        ("/short", "unavailable", "broke off"),
        ("/huge-header", "unavailable", "broke off"),
        ("/no-http", "unavailable", "broke off"),
        ("/html", "changed", "web page: 'Request Rejected'"),
        ("/busy", "refused", "left alone for 86400 seconds"),
        ("/broken", "unavailable", "status 500"),
        ("/forbidden", "refused", "status 403.*user_agent"),
        ("/absent", "changed", "no document"),
        ("/loop", "changed", "redirects more than 3 times"),
        ("/ahead", "changed", "2 days after today"),
        ("/ahead-by-its-clock", "changed", "2 days after today"),
    ],
)
def test_what_cannot_be_had_says_why(server, fetch, path, cause, says):
    with pytest.raises(SourceError, match=says) as caught:
        fetch(Bank(server.address, path))
    assert caught.value.cause == cause
    assert caught.value.source == "Bank"


@pytest.mark.parametrize(
    "target",
    [
        "file:///etc/passwd",
        "http://127.0.0.1/",
        "https://127.0.0.1:1/",
        "https://169.254.169.254/latest/meta-data/",
        "https://evil.example/",
        "//evil.example/",
        "https://{address}@evil.example/",
        "https://evil.example\\@{address}/",
        "ftp://{address}/",
        "https://{address}.evil.example/",
        "https://[::1]/",
        "javascript:alert(1)",
        "",
        "https://{address}/" + "x" * 3000,
    ],
    ids=lambda target: target[:40],
)
def test_a_redirect_leads_nowhere_but_to_the_sources_own_hosts(server, fetch, target):
    where = quote(target.replace("{address}", server.address), safe="")
    bank = Bank(server.address, f"/elsewhere?to={where}")
    with pytest.raises(SourceError, match=r"leads to|location header|absolute URLs"):
        fetch(bank)


def test_a_mirror_is_asked_where_the_first_address_fails(server, fetch):
    for path in ("/broken", "/absent", "/html"):
        bank = Bank(server.address, path, mirrors=("/good",))
        if path == "/html":
            continue  # a page with status 200 is an answer: the mirror is not asked
        assert fetch(bank).quotations


def test_a_day_to_wait_is_said_and_not_waited(server, fetch):
    server.asked.clear()
    with pytest.raises(SourceError) as caught:
        fetch(Bank(server.address, "/busy"))
    assert caught.value.retry_after == 86400
    assert server.times_asked("/busy") == 1


def test_an_untrusted_certificate_names_the_host_and_the_remedy(server, fetch):
    with pytest.raises(SourceError, match=f"certificate of {server.address} was refused.*verify=") as caught:
        fetch(Bank(server.address), verify=None)
    assert caught.value.cause == "unavailable"


def test_a_closed_port_is_tried_again_and_then_unavailable(fetch):
    with pytest.raises(SourceError, match=r"was not reached at 127\.0\.0\.1:9"):
        fetch(Bank("127.0.0.1:9"))


def test_a_handshake_that_never_ends_is_cut_off(fetch):
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        with pytest.raises(SourceError, match=r"was not reached|too slow|did not answer") as caught:
            fetch(Bank(f"127.0.0.1:{deaf.getsockname()[1]}"))
        assert caught.value.cause == "unavailable"


def test_verification_cannot_be_switched_off():
    with pytest.raises(TypeError, match="never switched off"):
        Client(verify=False)


def test_a_document_that_is_missing_on_a_day_off_is_no_failure(server, fetch):
    bank = Bank(server.address, "/absent")
    bank.calendar = type(bank.calendar)(frozenset(range(1, 7)))
    assert fetch(bank, date(2026, 3, 29)).quotations == ()
    with pytest.raises(SourceError, match="no document for 2026-03-30") as caught:
        fetch(bank, date(2026, 3, 30))
    assert caught.value.cause == "unavailable"


def test_the_client_names_itself_and_takes_one_packing_only(server, fetch):
    server.asked.clear()
    fetch(Bank(server.address))
    ((_, headers),) = server.asked
    assert headers["user-agent"].startswith("cafx/")
    assert headers["accept-encoding"] == "gzip"
    assert "*/*" in headers["accept"]
    fetch(Bank(server.address), user_agent="newsroom/1.0")
    assert server.asked[-1][1]["user-agent"] == "newsroom/1.0"


MEMORY = """
import asyncio, resource, sys
from client.loopback import Bank, trusting
from cafx import SourceError
from cafx.client import AsyncClient, Client, Limits

async def fetched(bank):
    async with AsyncClient(limits=limits, verify=context) as client:
        return await client.fetch(bank)

context, limits = trusting(), Limits(deadline=20.0)
with Client(limits=limits, verify=context) as client:
    client.fetch(Bank(sys.argv[1]))
    asyncio.run(fetched(Bank(sys.argv[1])))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for path in ("/bomb", "/double-bomb", "/flood", "/huge-header"):
        for attempt in (client.fetch, lambda bank: asyncio.run(fetched(bank))):
            try:
                attempt(Bank(sys.argv[1], path))
            except SourceError:
                continue
            sys.exit(f"{path} was taken")
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="memory is counted in kilobytes on Linux")
def test_no_answer_takes_more_than_64_megabytes(server):
    tests = Path(__file__).parents[1]
    done = subprocess.run(
        [sys.executable, "-c", MEMORY, server.address],
        cwd=tests, capture_output=True, text=True, check=False, timeout=60,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(tests), *sys.path])},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) < 64 * 1024
