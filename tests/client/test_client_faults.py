"""The client against a server that misbehaves: clear errors, within the deadline, sync and async."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import os
import random
import socket
import subprocess
import sys
import threading
import time
import warnings
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from urllib.parse import quote

import httpx2
import pytest

from cafx import SourceError
from cafx.client import AsyncClient, Client, Limits
from client.loopback import Bank, Server, drip, trusting

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


@pytest.fixture(params=["sync", "async", "sync with httpx2", "async with httpx2"])
def fetch(request, context):
    """Fetch from a bank, waiting or awaiting, by a client of cafx's or one of httpx2."""
    is_awaited, is_lent = request.param.startswith("async"), request.param.endswith("httpx2")

    def run(bank, on=None, limits=LIMITS, verify=context, **settings):
        settings = {"limits": limits, "verify": verify, "clock": lambda: NOW, **settings}
        began = time.monotonic()
        try:
            if is_awaited:
                return asyncio.run(_fetch_awaited(bank, on, settings, is_lent=is_lent))
            if not is_lent:
                with Client(**settings) as client:
                    return client.fetch(bank, on=on)
            with httpx2.Client(verify=True if verify is None else verify) as http:
                return Client(http, **settings).fetch(bank, on=on)
        finally:
            assert time.monotonic() - began < limits.deadline + 1

    run.has_deadline = is_awaited or not is_lent
    return run


async def _fetch_awaited(bank, on, settings, *, is_lent):
    if not is_lent:
        async with AsyncClient(**settings) as client:
            return await client.fetch(bank, on=on)
    verify = settings["verify"]
    async with httpx2.AsyncClient(verify=True if verify is None else verify) as http:
        return await AsyncClient(http, **settings).fetch(bank, on=on)


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
    if path == "/header-drip" and not fetch.has_deadline:
        return  # stated: with a client of one's own such bytes are bounded by its timeouts only
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
        assert fetch(Bank(server.address, path, mirrors=("/good",))).quotations


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
        del caught  # its traceback holds the frames that hold the transport
    # A handshake that is cancelled leaves its socket to asyncio's TLS transport, which from Python 3.13
    # on says so when it is collected: here, not in whichever test comes next.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        gc.collect()


def pretend(monkeypatch, *addresses, delay=0.0):
    """Let every name have these addresses, after so long; numbers stand for themselves."""
    look_up = socket.getaddrinfo

    def looked_up(host, port, *arguments, **more):
        if host != "bank.example":
            return look_up(host, port, *arguments, **more)
        time.sleep(delay)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in addresses]

    monkeypatch.setattr(socket, "getaddrinfo", looked_up)


def fetch_within(limits, bank, **settings):
    began = time.monotonic()
    try:
        with Client(limits=limits, clock=lambda: NOW, **settings) as client:
            return client.fetch(bank)
    finally:
        assert time.monotonic() - began < limits.deadline + 1


def test_a_look_up_that_hangs_ends_by_the_deadline(context, monkeypatch):
    pretend(monkeypatch, "127.0.0.1", delay=8)
    with pytest.raises(SourceError, match=r"was not reached at bank\.example .*look-up"):
        fetch_within(LIMITS.replace(connect=9.0), Bank("bank.example"), verify=context)


def test_a_name_that_is_not_found_is_said(context, monkeypatch):
    monkeypatch.setattr(
        socket, "getaddrinfo", lambda *_, **__: (_ for _ in ()).throw(socket.gaierror(-2, "no"))
    )
    with pytest.raises(SourceError, match=r"was not reached at bank\.example") as caught:
        fetch_within(LIMITS, Bank("bank.example"), verify=context)
    assert caught.value.cause == "unavailable"


@pytest.mark.skipif(sys.platform != "linux", reason="a full queue drops connections on Linux only")
def test_many_addresses_that_swallow_packets_share_the_time(context, monkeypatch):
    with socket.create_server(("0.0.0.0", 0), backlog=0) as hole, contextlib.ExitStack() as callers:  # noqa: S104 -- all of 127.0.0.0/8
        port = hole.getsockname()[1]
        for _ in range(4):  # the queue is full: whoever comes now hears nothing
            caller = callers.enter_context(socket.socket())
            caller.setblocking(False)
            caller.connect_ex(("127.0.0.2", port))
        pretend(monkeypatch, *(f"127.0.0.{number}" for number in range(2, 10)))
        limits = LIMITS.replace(connect=9.0)
        with pytest.raises(SourceError, match=r"was not reached|did not answer"):
            fetch_within(limits, Bank(f"bank.example:{port}"), verify=context)


def test_an_address_that_refuses_leaves_its_turn_to_the_next(server, context, monkeypatch):
    pretend(monkeypatch, "127.0.0.3", "127.0.0.1")
    port = server.address.rpartition(":")[2]
    with pytest.raises(SourceError, match=r"certificate of bank\.example:\d+ was refused"):
        fetch_within(LIMITS, Bank(f"bank.example:{port}"), verify=context)  # it was reached


@pytest.mark.parametrize("says", [b"HTTP/1.1 200 OK\r\nX: ", b"HTTP/1.1 200 OK\r\n\r\n"])
def test_a_proxy_that_drips_ends_by_the_deadline(context, monkeypatch, says):
    with socket.create_server(("127.0.0.1", 0)) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", f"127.0.0.1:{proxy.getsockname()[1]}")
        monkeypatch.setenv("NO_PROXY", "")

        def serve():
            with contextlib.suppress(OSError):
                stream, _ = proxy.accept()
                with stream:
                    stream.recv(65536)
                    stream.sendall(says)
                    drip(stream)

        threading.Thread(target=serve, daemon=True).start()
        with pytest.raises(SourceError) as caught:
            fetch_within(LIMITS, Bank("bank.example"), verify=context)
        assert caught.value.cause == "unavailable"


def test_a_proxy_is_gone_through(server, context, monkeypatch):
    with socket.create_server(("127.0.0.1", 0)) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", f"http://me:secret@127.0.0.1:{proxy.getsockname()[1]}")
        monkeypatch.setenv("NO_PROXY", "")
        heard = []

        def serve():
            with contextlib.suppress(OSError):
                stream, _ = proxy.accept()
                host, _, port = server.address.partition(":")
                with stream, socket.create_connection((host, int(port))) as bank:
                    heard.append(stream.recv(65536))
                    stream.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
                    back = threading.Thread(target=pump, args=(bank, stream), daemon=True)
                    back.start()
                    pump(stream, bank)

        def pump(giver, taker):
            with contextlib.suppress(OSError):
                while piece := giver.recv(65536):
                    taker.sendall(piece)

        threading.Thread(target=serve, daemon=True).start()
        assert fetch_within(Limits(deadline=5.0), Bank(server.address), verify=context).quotations
    assert heard[0].startswith(f"CONNECT {server.address} HTTP/1.1".encode())
    assert b"proxy-authorization: basic" in heard[0].lower()


def test_the_systems_exceptions_do_without_the_proxy(server, context, monkeypatch):
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    assert fetch_within(LIMITS, Bank(server.address), verify=context).quotations


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


HEADS = (
    b"HTTP/1.1 200 OK",
    b"HTTP/1.0 200",
    b"HTTP/1.1 200 \xd0\x9e\xd0\x9a",
    b"HTTP/2 200 OK",
    b"HTTP/1.1 000 X",
    b"HTTP/1.1 999 X",
    b"HTTP/1.1 204 No Content",
    b"HTTP/1.1 206 Partial Content",
    b"HTTP/1.1 301 Moved Permanently",
    b"HTTP/1.1 304 Not Modified",
    b"HTTP/1.1 418 Teapot",
    b"200 OK",
    b"",
)
FIELDS = (
    b"Content-Length: 57",
    b"Content-Length: 5",
    b"Content-Length: -1",
    b"Content-Length: 57, 57",
    b"Content-Length: 1\r\nContent-Length: 2",
    b"Transfer-Encoding: chunked",
    b"Content-Encoding: gzip",
    b"Content-Encoding: zstd",
    b"Location: data:text/plain,x",
    b"Location: https://[::1",
    b"Location: \xff",
    b"ETag: " + b"x" * 500,
    b"Date: Thu, 99 Foo 2099",
    b"Retry-After: 99999999999999999999",
    b"Set-Cookie: a=b",
    b"X\x00: y",
    b"X : y",
    b" folded",
    b"X: " + b"y" * 70_000,
    b"",
)
BODIES = (
    b'[{"base": "USD", "price": "474.20", "day": "2026-04-01"}]',
    b"39\r\n" + b'[{"base": "USD", "price": "474.20", "day": "2026-04-01"}]' + b"\r\n0\r\n\r\n",
    b"fffffffffffffffff\r\nx",
    b"-1\r\nx\r\n0\r\n\r\n",
    b"\x1f\x8b\x08\x00",
    b"",
)


def test_whatever_a_server_sends_gives_rates_or_an_error_of_the_source(server, context):
    """Sync and async agree on each of some hundred answers that are wrong in one way or in three."""
    chance = random.Random(12)  # noqa: S311 -- chance that is no secret
    answers = [
        b"\r\n".join([chance.choice(HEADS), chance.choice(FIELDS), chance.choice(FIELDS), b"", b""])
        + chance.choice(BODIES)
        for _ in range(120)
    ]
    bank = Bank(server.address, "/anything")
    settings = {"limits": LIMITS.replace(retries=0), "verify": context, "clock": lambda: NOW}

    def cause(fetched):
        return [failure.cause for failure in fetched.failures] or [str(one) for one in fetched]

    async def fetch_all():
        causes = []
        async with AsyncClient(**settings) as client:
            for answer in answers:
                server.laid_down = answer
                causes.append(cause(await client.latest([bank])))
        return causes

    waited = []
    with Client(**settings) as client:
        for answer in answers:
            server.laid_down = answer
            waited.append(cause(client.latest([bank])))
    awaited = asyncio.run(fetch_all())
    differing = [
        (answer[:80], *both)
        for answer, *both in zip(answers, waited, awaited, strict=True)
        if len({*map(str, both)}) > 1
    ]
    assert differing == []
    assert {one for causes in waited for one in causes} >= {"changed", "unavailable"}


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
