"""The whole way on captured answers: asked, read, kept, and what is odd held back."""

from __future__ import annotations

from datetime import UTC, date, datetime
from fractions import Fraction

import httpx

from cafx.client import Client
from cafx.history import History

NOW = datetime(2026, 6, 1, 6, 0, tzinfo=UTC)
ANSWERS = {
    "nationalbank.kz": "nbk-get_rates-2026-04-01.xml",
    "/XML/daily.xml": "nbkr-daily-2026-05-24.xml",
    "/XML/weekly.xml": "nbkr-weekly-2026-05-23.xml",
    "cbu.uz": "cbu-all-2026-04-01.json",
    "www.nbt.tj": "nbt-2026-05-18.xml",
    "cbt.tm": "cbt-2026-05-20.xml",
    "www.cbr.ru": "cbr-daily-2026-03-19.xml",
}


def test_the_banks_tables_are_kept_and_one_slip_is_held_back(shared):
    def answer(request):
        name = ANSWERS.get(request.url.path) or ANSWERS[request.url.host]
        return httpx.Response(200, content=(shared / "feeds" / name).read_bytes())

    with (
        httpx.Client(transport=httpx.MockTransport(answer)) as http,
        Client(http, clock=lambda: NOW) as client,
        History(":memory:", clock=lambda: NOW) as history,
    ):
        fetched = client.latest()
        assert fetched.failures == ()
        *rows, old = fetched.rejected
        assert [rejection.text.split("/")[0][-3:] for rejection in rows] == ["BYR", "BGN"]
        assert str(old).startswith("CBT: the table for 2026-06-01: it answered with that of 2026-05-20")
        done = history.add(fetched.quotations)
        assert (done.new, done.quarantined) == (len(fetched.quotations) - 1, 1)
        assert [suspect.quotation.pair for suspect in history.quarantine()] == ["TMT/UZS"]
        assert history.add(client.latest().quotations).known == len(fetched.quotations)
        book = history.book()
        day = date(2026, 4, 1)
        for pair in ("USD/KZT", "USD/UZS", "KZT/UZS"):
            assert book.rate(*pair.split("/"), on=day).as_of == day
        assert book.rate("USD", "KGS", on=date(2026, 5, 24)).price == Fraction("87.45")
        assert history.verify() == ()
