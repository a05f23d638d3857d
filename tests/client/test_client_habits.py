"""What a client does to a bank and to the program around it: connections, forks, loops, spans, remarks."""

from __future__ import annotations

import asyncio
import inspect
import json
import logging
import os
import pickle
import signal
import socket
import subprocess
import sys
import threading
import time
import warnings
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import httpx
import pytest

from cafx import CafxError, OptionError, RateBook, SourceError, sources
from cafx.backfill import fill_history
from cafx.client import AsyncClient, Client, Failure, Fetched, Limits, Remark, Step
from cafx.history import History
from cafx.values.reading import Reading, Rejection
from client.loopback import Bank, Server, trusting

NOW = datetime(2026, 4, 2, 6, 0, tzinfo=UTC)
LIMITS = Limits(deadline=5.0, backoff=0.01, pause=0.0)
TESTS = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def server():
    with closing(Server()) as running:
        yield running


@pytest.fixture
def client():
    with Client(verify=trusting(), limits=LIMITS, clock=lambda: NOW) as opened:
        yield opened


def awaited(work):
    """Run *work* with an AsyncClient of the same settings."""

    async def run():
        async with AsyncClient(verify=trusting(), limits=LIMITS, clock=lambda: NOW) as opened:
            return await work(opened)

    return asyncio.run(run())


@pytest.mark.parametrize("path", ["/good", "/unchanged", "/absent", "/moved"])
@pytest.mark.parametrize("kind", ["sync", "async"])
def test_answers_of_every_status_keep_their_connection(server, client, path, kind):
    bank = Bank(server.address, path)
    bank.calendar = sources.Calendar(frozenset())  # a missing document is no failure on a day off
    before = server.sessions

    async def fetch_ten(opened):
        for _ in range(10):
            await opened.fetch(bank, on="2026-04-01")

    if kind == "async":
        awaited(fetch_ten)
    else:
        for _ in range(10):
            client.fetch(bank, on="2026-04-01")
    assert server.sessions - before == 1


@pytest.mark.parametrize("kind", ["sync", "async"])
def test_a_get_that_got_no_byte_is_asked_once_more(server, client, kind):
    server.asked.clear()
    bank = Bank(server.address, "/reset")
    fetched = client.fetch(bank) if kind == "sync" else awaited(lambda opened: opened.fetch(bank))
    assert len(fetched) == 1
    assert server.times_asked("/reset") == 2


@pytest.mark.parametrize("kind", ["sync", "async"])
def test_a_bank_is_asked_by_a_bounded_number_of_connections(server, kind):
    server.most_open = 0
    bank = Bank(server.address, "/slow")
    limits = LIMITS.replace(connections=2)

    async def fetch_many():
        async with AsyncClient(verify=trusting(), limits=limits, clock=lambda: NOW) as opened:
            return await asyncio.gather(*(opened.fetch(bank) for _ in range(12)))

    if kind == "async":
        parts = asyncio.run(fetch_many())
    else:
        with (
            Client(verify=trusting(), limits=limits, clock=lambda: NOW) as client,
            ThreadPoolExecutor(12) as threads,
        ):
            parts = list(threads.map(lambda _: client.fetch(bank), range(12)))
    assert [len(part) for part in parts] == [1] * 12
    assert server.most_open <= 2


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork here")
def test_a_forked_process_opens_connections_of_its_own(server, client):
    bank = Bank(server.address)
    client.fetch(bank)
    children = []
    for _ in range(4):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            child = os.fork()
        if not child:
            code = 1
            try:
                code = 0 if all(len(client.fetch(bank)) == 1 for _ in range(5)) else 2
            finally:
                os._exit(code)
        children.append(child)
    assert all(len(client.fetch(bank)) == 1 for _ in range(5))
    assert [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children] == [0] * 4


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork here")
def test_a_lock_that_was_held_when_the_process_forked_holds_up_no_child(server, client):
    bank = Bank(server.address)
    client.fetch(bank)
    held, done = threading.Event(), threading.Event()

    def hold():
        with client._lock, client._documents._lock:
            held.set()
            done.wait(20)

    thread = threading.Thread(target=hold)
    thread.start()
    held.wait()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # from Python 3.12 on: a fork beside threads
        child = os.fork()
    if not child:
        signal.alarm(15)
        try:
            os._exit(0 if len(client.fetch(bank)) == 1 else 2)
        finally:
            os._exit(1)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    done.set()
    thread.join()
    assert code == 0


def test_where_there_is_no_fork_the_process_is_always_the_same(server, client, monkeypatch):
    monkeypatch.delattr(os, "fork", raising=False)
    before = server.sessions
    for _ in range(3):
        client.fetch(Bank(server.address))
    assert server.sessions - before == 1


def test_a_second_event_loop_gets_connections_of_its_own(server):
    client = AsyncClient(verify=trusting(), limits=LIMITS, clock=lambda: NOW)
    bank = Bank(server.address)

    async def fetch_and_close():
        fetched = await client.fetch(bank)
        await client.aclose()
        return fetched

    assert len(asyncio.run(fetch_and_close())) == 1
    assert len(asyncio.run(fetch_and_close())) == 1


# What a shell starts in the background ignores Ctrl-C, and hands that down.
INTERRUPTED = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
from client.loopback import Bank, trusting
from cafx.client import Client, Limits
banks = [Bank(sys.argv[1], "/silent") for _ in range(3)]
print("asking", flush=True)
with Client(verify=trusting(), limits=Limits(deadline=30.0, read=30.0)) as client:
    client.latest(banks)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is sent otherwise there")
def test_ctrl_c_ends_a_fetch_at_once(server):
    process = subprocess.Popen(
        [sys.executable, "-c", INTERRUPTED, server.address],
        cwd=TESTS, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(TESTS), *sys.path])},
    )  # fmt: skip
    asked = server.times_asked("/silent")
    assert process.stdout.readline() == "asking\n"
    while server.times_asked("/silent") < asked + 3:
        time.sleep(0.02)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=5)  # the banks would keep it for thirty seconds
    assert "KeyboardInterrupt" in said


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        ({"HTTPS_PROXY": "ftp://proxy.example"}, r"HTTPS_PROXY='ftp://proxy.example' is not a proxy"),
        ({"HTTPS_PROXY": "http://[::1"}, r"HTTPS_PROXY='http://\[::1' is not an address"),
        ({"ALL_PROXY": "gopher://x:1"}, "ALL_PROXY='gopher://x:1' is not a proxy"),
        ({"SSL_CERT_FILE": "/no/such/file.pem"}, "SSL_CERT_FILE='/no/such/file.pem' cannot be used"),
        ({"SSL_CERT_FILE": __file__}, "SSL_CERT_FILE=.* cannot be used"),
        ({"HTTPS_PROXY": "http://127.0.0.1:9"}, r"through the proxy 127\.0\.0\.1:9"),
    ],
    ids=str,
)
@pytest.mark.parametrize("kind", ["sync", "async"])
def test_a_fault_of_the_environment_names_the_setting(monkeypatch, settings, says, kind):
    for name in ("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy", "NO_PROXY", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    limits = LIMITS.replace(retries=0)

    async def latest():
        async with AsyncClient(limits=limits) as opened:
            return await opened.latest(["NBK", "CBU"])

    if kind == "async":
        fetched = asyncio.run(latest())
    else:
        with Client(limits=limits) as opened:
            fetched = opened.latest(["NBK", "CBU"])
    assert [failure.cause for failure in fetched.failures] == ["unavailable"] * 2
    assert fetched.failures[0].source == "NBK"
    with pytest.raises(SourceError, match=says):
        raise fetched.failures[0].error


@pytest.mark.parametrize(
    "proxy",
    ["ftp://me:s3cret@proxy.example", "socks5://me:s3cret@h:1", "http://me:s3c@ret@[::1", "me:s3cret@:x"],
)
def test_no_message_holds_the_password_of_a_proxy(monkeypatch, proxy):
    monkeypatch.setenv("HTTPS_PROXY", proxy)
    monkeypatch.setattr("cafx.client.connections.find_spec", lambda _: None)
    (failure,) = Client(limits=LIMITS.replace(retries=0)).latest("NBK").failures
    assert "HTTPS_PROXY=" in str(failure)
    assert "s3c" not in str(failure)
    assert "me:" not in str(failure)


def test_a_socks_proxy_without_its_package_says_how_to_get_it(monkeypatch):
    monkeypatch.setenv("ALL_PROXY", "socks5://127.0.0.1:1080")
    monkeypatch.setattr("cafx.client.connections.find_spec", lambda _: None)
    (failure,) = Client(limits=LIMITS).latest("NBK").failures
    assert "is a SOCKS proxy: pip install 'cafx[socks]'" in str(failure)


@pytest.mark.parametrize("kind", ["sync", "async"])
def test_a_socks_proxy_is_gone_through(server, client, monkeypatch, kind):
    with socket.create_server(("127.0.0.1", 0)) as proxy:
        monkeypatch.setenv("ALL_PROXY", f"socks5://127.0.0.1:{proxy.getsockname()[1]}")
        monkeypatch.setenv("NO_PROXY", "")
        reached = []

        def serve():
            stream, _ = proxy.accept()
            with stream:
                stream.recv(3)
                stream.sendall(b"\x05\x00")  # no password
                request = stream.recv(262)
                reached.append(int.from_bytes(request[-2:]))
                with socket.create_connection(("127.0.0.1", reached[0])) as bank:
                    stream.sendall(b"\x05\x00\x00\x01\x7f\x00\x00\x01\x00\x00")
                    threading.Thread(target=pump, args=(bank, stream), daemon=True).start()
                    pump(stream, bank)

        def pump(giver, taker):
            try:
                while piece := giver.recv(65536):
                    taker.sendall(piece)
            except OSError:
                return

        threading.Thread(target=serve, daemon=True).start()
        bank = Bank(server.address)
        fetched = client.fetch(bank) if kind == "sync" else awaited(lambda opened: opened.fetch(bank))
    assert len(fetched) == 1
    assert reached == [int(server.address.rpartition(":")[2])]


@pytest.mark.parametrize("cls", [Client, AsyncClient])
def test_a_setting_that_cannot_be_is_refused_at_once(cls):
    import ssl

    for agent in ("a\r\nb", "почта", "", "x" * 300):
        with pytest.raises(OptionError, match="user_agent= is 1 to 200 printable ASCII"):
            cls(user_agent=agent)
    trusting_all = ssl.create_default_context()
    trusting_all.check_hostname = False
    trusting_all.verify_mode = ssl.CERT_NONE
    with pytest.raises(OptionError, match="does not verify"):
        cls(verify=trusting_all)
    with pytest.raises(TypeError, match="not str"):
        cls(verify="cert.pem")


def test_days_without_a_table_do_not_end_a_span(server, client):
    bank = Bank(server.address, "/missing-then-good")
    fetched = client.between(bank, "2026-03-01", "2026-03-12")
    assert [failure.is_absent for failure in fetched.failures] == [True] * 6
    assert [quotation.as_of.day for quotation in fetched] == [1, 2, 9, 10, 11, 12]


def test_days_to_come_are_not_asked_for(server, client):
    server.asked.clear()
    fetched = client.between(Bank(server.address), "2026-03-31", "9999-12-31")
    assert [quotation.as_of.day for quotation in fetched] == [31, 1, 2]
    assert server.times_asked("/good") == 3
    assert client.between(Bank(server.address), "2026-04-03", "2026-12-31") == Fetched()
    assert server.times_asked("/good") == 3


def test_a_day_to_come_is_refused_before_anybody_is_asked(server, client):
    server.asked.clear()
    for day in ("2026-04-05", "9999-12-31"):
        with pytest.raises(
            SourceError, match=f"Bank has no rates of {day} yet: it is 2026-04-02 there"
        ) as caught:
            client.fetch(Bank(server.address), on=day)
        assert caught.value.cause == "refused"
    assert server.asked == []
    assert len(client.fetch(Bank(server.address), on="2026-04-03")) == 1  # tomorrow's is published today


def test_a_wrong_folder_of_certificates_is_named(server, monkeypatch, tmp_path):
    monkeypatch.delenv("SSL_CERT_FILE", raising=False)
    monkeypatch.setenv("SSL_CERT_DIR", str(tmp_path))
    (failure,) = Client(limits=LIMITS).latest(Bank(server.address)).failures
    assert "SSL_CERT_DIR is set); pass verify=" in str(failure)


def test_a_span_of_poland_ends_today_whatever_was_asked():
    asked = []

    def answer(request):
        asked.append(request.url.path.rpartition("/")[2])
        return httpx.Response(404)

    with httpx.Client(transport=httpx.MockTransport(answer)) as http:
        client = Client(http, limits=LIMITS, clock=lambda: datetime(2026, 11, 25, 9, 0, tzinfo=UTC))
        client.between("NBP", "2026-11-20", "2026-12-31")
    assert set(asked) == {"2026-11-25"}


@pytest.mark.parametrize("source", sources.all_sources(), ids=repr)
def test_a_span_to_the_end_of_the_calendar_does_not_run_over_it(source):
    if source.first_day is None:
        return
    last = date.max
    assert list(source.requests(last - timedelta(days=400), last))
    assert list(source.requests(last, last))


def test_a_latest_that_is_months_old_is_said(server, client):
    (remark,) = client.fetch(Bank(server.address, "/old")).remarks
    assert remark == Remark("Bank", None, remark.text)
    assert str(remark) == (
        "Bank: its latest rates are of 2024-03-02, 761 days ago: more than 3 new ones were due since"
    )
    assert client.fetch(Bank(server.address, "/good")).remarks == ()


@pytest.mark.parametrize(
    ("now", "is_said"),
    [("2025-08-01", False), ("2025-08-04", True), ("2025-12-11", True)],
)
def test_a_file_of_a_day_whose_hosts_stand_still_is_said(now, is_said):
    body = b'{"date":"2025-07-30","usd":{"kgs":87.34262125,"kzt":543.7586}}'
    moment = datetime.fromisoformat(now + "T12:00:00+00:00")
    with httpx.Client(transport=httpx.MockTransport(lambda _: httpx.Response(200, content=body))) as http:
        fetched = Client(http, clock=lambda: moment).fetch("currency-api")
    assert [remark.source for remark in fetched.remarks] == ["currency-api"] * is_said
    assert len(fetched) == 2


def test_a_clock_that_is_off_is_said_and_an_old_copy_is_no_old_clock(server, client):
    (remark,) = client.fetch(Bank(server.address, "/clock-behind")).remarks
    assert str(remark) == "Bank: its clock is 48 hours behind this machine's"
    assert client.fetch(Bank(server.address, "/clock-of-a-cache")).remarks == ()


SPAN = ("2026-03-28", "2026-04-02")


def test_a_bank_that_repeats_yesterday_is_said():
    def answer(request):
        day = request.url.query.decode().rpartition("=")[2]
        items = "".join(
            f"<item><title>{code}</title><description>{price}</description><quant>1</quant></item>"
            for code, price in zip("USD EUR RUB CNY KGS".split(), prices[day].split(), strict=True)
        )
        return httpx.Response(200, content=f"<rates><date>{day}</date>{items}</rates>".encode())

    weekend, flat = "475.00 543.10 5.10 65.90 5.42", "474.20 543.10 5.10 65.90 5.42"
    prices = dict.fromkeys(("28.03.2026", "29.03.2026", "30.03.2026"), weekend)  # Saturday's, as always
    prices |= {"31.03.2026": flat, "01.04.2026": flat, "02.04.2026": "474.20 543.10 5.10 65.90 5.43"}
    with httpx.Client(transport=httpx.MockTransport(answer)) as http:
        client = Client(http, limits=LIMITS, clock=lambda: NOW)
        fetched = client.between("NBK", *SPAN)
        with History(":memory:", clock=lambda: NOW) as history:
            filled = fill_history(Client(http, limits=LIMITS, clock=lambda: NOW), history, "NBK", *SPAN)
    assert [str(remark) for remark in fetched.remarks] == [
        "NBK: every price of its table of 2026-04-01 is that of 2026-03-31"
    ]
    assert len(fetched) == 30
    assert filled.remarks == fetched.remarks


def test_what_goes_on_can_be_listened_to_and_is_silent_otherwise(server, client, caplog, capfd):
    with caplog.at_level(logging.DEBUG, "cafx.client"):
        client.latest([Bank(server.address), Bank(server.address, "/broken")])
    said = "\n".join(caplog.messages)
    assert f"GET https://{server.address}/good" in said
    assert "Bank answered with status 500" in said
    assert {record.levelname for record in caplog.records} == {"DEBUG", "INFO"}
    caplog.clear()
    client.latest([Bank(server.address, "/broken")])
    assert capfd.readouterr() == ("", "")


def test_what_was_fetched_is_a_reading(server, client):
    bank = Bank(server.address)
    fetched = client.latest([bank, Bank(server.address, "/packed"), Bank(server.address, "/broken")])
    assert isinstance(fetched, Reading)
    assert (len(fetched), fetched.entries, fetched.repeats) == (1, 2, 1)
    assert str(fetched) == "1 quotation of Bank (1 failure, 0 rejected, 0 remarks)"
    assert RateBook(fetched) == RateBook(list(fetched)) == RateBook().merge(fetched) == fetched.book()
    with History(":memory:", clock=lambda: NOW) as history:
        history.add(fetched)
        assert len(history) == 1
    (step,) = client.steps(bank, "2026-04-01", "2026-04-01")
    assert step == Step(1, 1, date(2026, 4, 1), step.fetched)
    assert str(step).startswith("1 of 1 (2026-04-01): 1 quotation of")
    assert all(isinstance(one, Failure) for one in fetched.failures)


def test_rows_that_are_rejected_say_whose_they_are_and_of_which_document():
    body = b"<rates><date>01.04.2026</date><item><title>XYZ</title></item></rates>"
    good = body.replace(b"</rates>", b"<item><title>USD</title><description>474.2</description>"
                        b"<quant>1</quant></item></rates>")  # fmt: skip

    with httpx.Client(transport=httpx.MockTransport(lambda _: httpx.Response(200, content=good))) as http:
        fetched = Client(http, clock=lambda: NOW).fetch("NBK", on="2026-04-01")
    (rejection,) = fetched.rejected
    assert isinstance(rejection, Rejection)
    assert (rejection.place, rejection.source, rejection.on) == (1, "NBK", date(2026, 4, 1))
    assert str(rejection).startswith("NBK: row 1: 'XYZ/KZT =  (01.04.2026)': ")


def test_threads_may_share_a_client(server, client):
    paths = ["/good", "/packed", "/absent", "/broken", "/moved"]
    banks = [Bank(server.address, path) for path in paths]

    def fetch(number):
        bank = banks[number % len(banks)]
        try:
            return len(client.fetch(bank, on="2026-04-01"))
        except CafxError as error:
            return error.cause

    with ThreadPoolExecutor(16) as threads:
        results = list(threads.map(fetch, range(200)))
    assert results == [1, 1, "unavailable", "unavailable", 1] * 40


def test_results_can_be_copied_pickled_and_written_as_json(server, client):
    fetched = client.latest([Bank(server.address, "/old"), Bank(server.address, "/broken")])
    again = pickle.loads(pickle.dumps(fetched))  # noqa: S301 -- our own
    assert (again.quotations, again.remarks, again.entries) == (
        fetched.quotations,
        fetched.remarks,
        fetched.entries,
    )
    assert [str(one) for one in again.failures] == [str(one) for one in fetched.failures]
    assert again.failures[0].cause == "unavailable"
    written = json.loads(fetched.to_json())
    assert written["failures"][0]["error"] == "Bank answered with status 500"
    assert written["quotations"][0]["price"] == "474.20"


def test_both_clients_have_the_same_face():
    def face(cls):
        return {
            name.removeprefix("a"): [
                (one.name, one.kind, one.default) for one in inspect.signature(method).parameters.values()
            ]
            for name, method in vars(cls).items()
            if not name.startswith("_") and callable(method)
        }

    assert face(Client) == face(AsyncClient)
    assert inspect.signature(Client) == inspect.signature(AsyncClient)
