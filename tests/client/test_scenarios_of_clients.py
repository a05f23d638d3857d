"""Scenarios of the field that concern the clients, by their numbers, each with its right answer."""

from __future__ import annotations

import asyncio
import threading
from contextlib import closing
from datetime import UTC, date, datetime

import httpx
import pytest

from cafx import SourceError
from cafx.client import AsyncClient, Client, Limits
from client.loopback import Bank, Server, trusting

NOW = datetime(2026, 4, 2, 6, 0, tzinfo=UTC)
LIMITS = Limits(deadline=0.8, connect=0.5, backoff=0.01)


@pytest.fixture(scope="module")
def server():
    with closing(Server()) as running:
        yield running


@pytest.fixture
def client():
    with Client(verify=trusting(), limits=LIMITS, clock=lambda: NOW) as opened:
        yield opened


def mocked(body, now, **headers):
    def answer(_):
        return httpx.Response(200, content=body, headers=headers)

    return Client(httpx.Client(transport=httpx.MockTransport(answer)), clock=lambda: now)


def table(*days):
    """A document of NBK's latest, with the price of the dollar on each of these days."""
    items = "".join(
        f"<item><title>{code}</title><pubDate>{day:%d.%m.%Y}</pubDate><description>474.20</description>"
        "<quant>1</quant></item>"
        for code, day in zip(("USD", "EUR", "RUB"), days, strict=False)
    )
    return f"<rss><channel>{items}</channel></rss>".encode()


def test_21_a_web_page_with_status_200_is_a_source_that_changed(server, client):
    with pytest.raises(SourceError, match="Request Rejected") as caught:
        client.fetch(Bank(server.address, "/html"))
    assert caught.value.cause == "changed"


def test_25_a_rate_dated_more_than_two_days_ahead_is_rejected():
    fetched = mocked(table(date(2026, 4, 2), date(2026, 4, 5)), NOW).fetch("NBK")
    assert [one.base for one in fetched] == ["USD"]
    (rejection,) = fetched.rejected
    assert "more than 2 days after today" in str(rejection)


def test_26_tomorrows_rate_published_today_is_taken_and_used_from_its_day():
    fetched = mocked(table(date(2026, 4, 3)), NOW).fetch("NBK")
    assert fetched.rejected == ()
    with pytest.raises(LookupError):
        fetched.book().rate("USD", "KZT", on=date(2026, 4, 2))
    assert fetched.book().rate("USD", "KZT", on=date(2026, 4, 3)).as_of == date(2026, 4, 3)


def test_27_a_clock_that_is_wrong_by_a_day_is_told_by_the_servers():
    # Ours is a day behind: what is dated two days after the server's day is still taken, and it is said.
    fetched = mocked(table(date(2026, 4, 5)), NOW, Date="Fri, 03 Apr 2026 06:00:00 GMT").fetch("NBK")
    assert len(fetched) == 1
    (remark,) = fetched.remarks
    assert "24 hours ahead of this machine's" in str(remark)


def test_30_rates_that_are_flat_for_months_are_not_stale():
    for day in (date(2026, 2, 2), date(2026, 3, 2), date(2026, 4, 2)):
        now = datetime(day.year, day.month, day.day, 6, 0, tzinfo=UTC)
        assert mocked(table(day), now).fetch("NBK").remarks == ()


@pytest.mark.parametrize("path", ["/bomb", "/double-bomb", "/drip"])
def test_38_bombs_and_drips_end_within_the_limits(server, client, path):
    with pytest.raises(SourceError):
        client.fetch(Bank(server.address, path))


@pytest.mark.parametrize(
    "target", ["https://127.0.0.1:1/", "https://169.254.169.254/", "file:///etc/passwd", "http://127.0.0.1/"]
)
def test_39_a_redirect_off_the_sources_hosts_is_refused_before_connecting(server, client, target):
    with pytest.raises(SourceError, match="leads to") as caught:
        client.fetch(Bank(server.address, f"/elsewhere?to={target}"))
    assert caught.value.cause == "refused"


def test_40_a_day_to_wait_is_given_up_and_recorded(server, client):
    with pytest.raises(SourceError) as caught:
        client.fetch(Bank(server.address, "/busy"))
    assert (caught.value.cause, caught.value.retry_after) == ("refused", 86400)


def test_41_a_certificate_of_an_unknown_issuer_names_the_host_and_the_way(server):
    with Client(limits=LIMITS) as client, pytest.raises(SourceError, match=f"{server.address}.*verify="):
        client.fetch(Bank(server.address))


def test_49_threads_share_a_client_and_loops_do_not_share_a_connection(server, client):
    bank = Bank(server.address)
    fetched = []
    threads = [threading.Thread(target=lambda: fetched.append(client.fetch(bank))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [len(one) for one in fetched] == [1] * 8

    awaited = AsyncClient(verify=trusting(), limits=LIMITS, clock=lambda: NOW)

    async def fetch():
        result = await awaited.fetch(bank)
        await awaited.aclose()
        return result

    assert [len(asyncio.run(fetch())) for _ in range(2)] == [1, 1]
