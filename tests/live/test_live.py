"""Live rates: handed out at once, fetched once, aged honestly, refused when too old."""

from __future__ import annotations

import asyncio
import gc
import logging
import os
import pickle
import signal
import threading
import time
import weakref
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta

import pytest

import cafx
from cafx import CafxError, History, Money, OptionError, RateBook, RatesTooOld, SourceError
from cafx.client import Remark
from cafx.live import Rates
from cafx.testing import FixedRates
from live.doubles import BEGINNING, Banks, Clock, rates, soum, tenge

WEEK = timedelta(days=7)
MINUTES_OF_A_WEEK = 7 * 24 * 60


def landed(live):
    """Wait until no fetch is in the air."""
    until = time.monotonic() + 10
    while live._flights.is_flying:
        assert time.monotonic() < until
        time.sleep(0.001)


def price(live):
    return live.now().book.rate("USD", "KZT").price


def test_many_threads_that_wait_for_the_first_answer_make_one_fetch():
    banks = Banks(delay=0.05)
    live = rates(banks)
    with ThreadPoolExecutor(50) as pool:
        answers = list(pool.map(lambda _: live.ready(5), range(50)))
    assert answers == [True] * 50
    assert banks.asked == [("NBK",)]


def test_stale_rates_are_handed_out_while_one_fetch_is_in_the_air():
    clock = Clock()
    banks = Banks(clock)
    live = rates(banks, clock)
    assert live.ready()
    first = live.now()
    clock.move(hours=2)
    banks.gate = threading.Event()
    with ThreadPoolExecutor(50) as pool:
        served = list(pool.map(lambda _: live.now(), range(50)))
    assert not banks.gate.is_set()
    assert live._flights.is_flying  # every call came back before the fetch did
    assert all(snapshot is first for snapshot in served)
    banks.gate.set()
    landed(live)
    assert len(banks.asked) == 2
    assert live.now().number > first.number


def test_the_callers_thread_never_asks_anybody():
    banks = Banks()
    live = rates(banks)
    assert live.ready()
    live.refresh()
    assert {thread.name for thread in banks.threads} == {"cafx-live"}


def test_before_the_first_answer_old_rates_are_refused_unless_any_age_is_wanted():
    banks = Banks()
    banks.down = {"NBK"}
    with pytest.raises(RatesTooOld, match="hard=None") as caught:
        rates(banks, start=None).now()
    assert caught.value.age > timedelta(days=14)
    with pytest.raises(RatesTooOld, match="no source has ever answered") as caught:
        rates(banks).now()
    assert caught.value.age is None
    assert isinstance(caught.value, CafxError)
    assert pickle.loads(pickle.dumps(caught.value)).args == caught.value.args  # noqa: S301
    live = rates(banks, start=None, hard=None)
    assert live.now().book == RateBook.bundled()
    assert live.book.rate("USD", "TMT", on=date(2026, 11, 28)).price == 3.5


def test_an_outage_is_survived_for_a_week_and_then_refused():
    clock = Clock()
    banks = Banks(clock)
    live = rates(banks, clock, hard=WEEK)
    assert live.ready()
    banks.down = {"NBK"}
    attempts = len(banks.asked)
    for _ in range(MINUTES_OF_A_WEEK - 1):
        clock.move(minutes=1)
        assert live.now().book.rate("USD", "KZT").price == pytest.approx(520.20)
        landed(live)
    clock.move(minutes=1)
    with pytest.raises(RatesTooOld, match="7 days") as caught:
        live.now()
    assert caught.value.age >= WEEK
    assert "NBK was not reached" in caught.value.last_error
    assert live.health().status == "expired"
    for _ in range(24 * 60):  # a day more
        clock.move(minutes=1)
        with pytest.raises(RatesTooOld):
            live.now()
        landed(live)
    assert len(banks.asked) - attempts <= 1_500
    banks.down = set()
    clock.move(minutes=13)
    with pytest.raises(RatesTooOld):
        live.now()  # sets off the fetch
    landed(live)
    assert live.now().checked["NBK"] == clock()
    assert live.health().status == "fresh"


def test_age_is_counted_by_the_clock_that_says_more():
    for jump in ({"hours": -3}, {"hours": 3}):
        clock = Clock()
        live = rates(Banks(clock), clock, hard=timedelta(hours=4))
        assert live.ready()
        clock.set_wall(**jump)
        clock.seconds += 1.0
        age = live.health().age
        assert age == (timedelta(seconds=1) if jump["hours"] < 0 else timedelta(hours=3))
    # A machine that slept with its wall clock stopped, then one whose steady clock stood still.
    for move in (
        lambda clock: setattr(clock, "seconds", clock.seconds + 5 * 3600),
        lambda clock: clock.set_wall(hours=5),
    ):
        clock = Clock()
        live = rates(Banks(clock), clock, hard=timedelta(hours=4))
        assert live.ready()
        move(clock)
        with pytest.raises(RatesTooOld):
            live.now()


def test_a_source_that_fails_leaves_the_others_and_is_asked_again_by_itself():
    clock = Clock()
    banks = Banks(clock)
    banks.down = {"CBU"}
    live = rates(banks, clock, sources=("NBK", "CBU"))
    assert live.ready()
    assert [leg.source for leg in live.now().book.rate("USD", "KZT").legs] == ["NBK"]
    health = live.health()
    assert (health.status, health.failures) == ("stale", {"CBU": 1})
    assert health.last_error == "CBU was not reached"
    assert timedelta(seconds=4) <= health.next_try - clock() <= timedelta(seconds=6)
    clock.move(seconds=3)
    live.now()
    landed(live)
    assert banks.asked == [("NBK", "CBU")]  # its pause is not over
    banks.down = set()
    clock.move(seconds=4)
    live.now()
    landed(live)
    assert banks.asked[1:] == [("CBU",)]  # the other one need not be asked again
    assert live.health().status == "fresh"
    assert {leg.source for leg in live.now().book.rate("KZT", "UZS").legs} == {"NBK", "CBU"}


def test_a_bank_that_asks_to_be_left_alone_is():
    clock = Clock()
    banks = Banks(clock)
    banks.down, banks.retry_after = {"NBK"}, 7200.0
    live = rates(banks, clock)
    assert not live.ready(0.05)
    clock.move(minutes=119)
    with pytest.raises(RatesTooOld):
        live.now()
    landed(live)
    assert len(banks.asked) == 1
    clock.move(minutes=2)
    with pytest.raises(RatesTooOld):
        live.now()
    landed(live)
    assert len(banks.asked) == 2


def test_a_correction_that_lowers_a_price_is_served():
    clock = Clock()
    banks = Banks(clock)
    banks.rows["NBK"] = [tenge("479.99")]
    live = rates(banks, clock)
    assert live.ready()
    for corrected in ("478.15", "481.00", "479.99"):
        clock.move(hours=2)
        banks.rows["NBK"] = [tenge(corrected)]
        live.refresh()
        assert price(live) == tenge(corrected).unit_price


def test_a_slip_by_a_power_of_ten_is_held_back_and_said():
    clock = Clock()
    banks = Banks(clock)
    banks.rows["NBK"] = [tenge("520.20", "2026-11-27")]
    live = rates(banks, clock)
    assert live.ready()
    banks.rows["NBK"] = [tenge("52020", "2026-11-28")]
    live.refresh()
    assert price(live) == tenge().unit_price
    assert live.health().remarks == ("1 quotation held back as suspect",)


def test_the_version_names_what_is_known_and_not_when_it_was_read():
    clock = Clock()
    banks = Banks(clock)
    live, other = rates(banks, clock), rates(banks, clock)
    assert live.ready()
    first = live.now()
    clock.move(hours=2)
    assert live.refresh().version == first.version
    assert other.refresh().version == first.version
    banks.rows["NBK"] = [tenge("521.00", "2026-11-29")]
    assert live.refresh().version != first.version
    assert first.book.rate("USD", "KZT").price == tenge().unit_price  # a snapshot never changes


def test_only_the_newest_days_are_kept_for_a_process_that_runs_for_months():
    clock = Clock()
    banks = Banks(clock)
    live = rates(banks, clock)
    for day in range(90):
        clock.move(days=1)
        banks.rows["NBK"] = [
            tenge(f"{520 + day}.20", (BEGINNING.date() + timedelta(days=day + 1)).isoformat())
        ]
        live.refresh()
    assert len(live.now()) == 3


def test_no_sources_ask_nobody():
    live = Rates([], history=None, lock=None, start=[tenge(at=BEGINNING)], clock=Clock(), steady=lambda: 0.0)
    assert live.ready()
    assert live.refresh() is live.now()
    assert live.health().status == "stale"
    assert live.health().fetches == 0
    late = Clock().move(days=7)
    with pytest.raises(RatesTooOld):
        Rates([], history=None, start=[tenge(at=BEGINNING)], clock=late, steady=late.steady).now()


def test_a_refresh_brings_rates_at_least_as_new_as_the_call():
    clock = Clock()
    banks = Banks(clock)
    banks.gate = threading.Event()
    live = rates(banks, clock)
    with pytest.raises(RatesTooOld):
        live.now()
    while not banks.asked:
        time.sleep(0.001)
    clock.move(seconds=5)
    with ThreadPoolExecutor(10) as pool:
        waiting = [pool.submit(live.refresh) for _ in range(10)]
        time.sleep(0.05)
        assert not any(one.done() for one in waiting)
        banks.gate.set()
        moments = {one.result().checked["NBK"] for one in waiting}
    assert moments == {clock()}
    assert len(banks.asked) == 2  # the one in the air was too old for them, and one more served all ten


def test_a_refresh_says_why_it_brought_nothing():
    banks = Banks()
    banks.down = {"NBK"}
    live = rates(banks)
    with pytest.raises(SourceError, match="NBK was not reached"):
        live.refresh()
    banks.down, banks.gate = set(), threading.Event()
    with pytest.raises(SourceError, match=r"within 0\.05 seconds") as caught:
        live.refresh(0.05)
    assert caught.value.cause == "unavailable"
    banks.gate.set()
    landed(live)
    assert live.now().checked  # it came all the same


def test_twenty_tasks_that_refresh_make_one_fetch_and_the_loop_goes_on():
    banks = Banks(delay=0.05)
    live = rates(banks)

    async def main():
        ticks = 0

        async def tick():
            nonlocal ticks
            while True:
                await asyncio.sleep(0.001)
                ticks += 1

        ticking = asyncio.create_task(tick())
        snapshots = await asyncio.gather(*(live.arefresh() for _ in range(20)))
        ticking.cancel()
        return ticks, snapshots

    ticks, snapshots = asyncio.run(main())
    assert len(banks.asked) == 1
    assert len({snapshot.number for snapshot in snapshots}) == 1
    assert ticks > 5


def test_tasks_that_start_up_wait_for_the_first_answer():
    banks = Banks(delay=0.02)
    live = rates(banks)

    async def main():
        return await asyncio.gather(*(live.aready() for _ in range(20)))

    assert asyncio.run(main()) == [True] * 20
    assert len(banks.asked) == 1


def test_a_task_that_is_cancelled_takes_nothing_from_the_others():
    banks = Banks()
    banks.gate = threading.Event()
    live = rates(banks)

    async def main():
        impatient = asyncio.create_task(live.arefresh())
        patient = asyncio.create_task(live.arefresh())
        await asyncio.sleep(0.02)
        impatient.cancel()
        await asyncio.sleep(0.02)
        banks.gate.set()
        return await patient

    assert asyncio.run(main()).checked
    banks.gate.clear()
    with pytest.raises(SourceError):
        asyncio.run(live.arefresh(0.02))
    banks.gate.set()
    landed(live)


def test_a_loop_that_ends_before_the_fetch_does_breaks_nothing():
    banks = Banks()
    banks.gate = threading.Event()
    live = rates(banks)

    async def main():
        task = asyncio.create_task(live.arefresh())
        await asyncio.sleep(0.02)
        task.cancel()

    asyncio.run(main())
    banks.gate.set()
    landed(live)
    assert live.refresh().checked


def test_ready_asks_again_while_there_is_time():
    banks = Banks()
    banks.down = {"NBK"}
    live = rates(banks)
    live._flights.join().landed.result(5)
    banks.down = set()
    state = live._upkeep.state
    live._upkeep.state = state._replace(
        tries={"NBK": state.tries["NBK"]._replace(next_try=live._clocks.steady() + 0.1)}
    )
    assert live.ready(5)
    assert not rates(Banks(delay=0.5)).ready(0.01)


def test_no_flight_is_left_behind_by_a_thread_that_ends():
    banks = Banks()
    live = rates(banks)
    for _ in range(300):  # each refresh meets a thread that is just about to end
        live.refresh(5)
    assert len(banks.asked) == 300


def test_a_fetch_that_breaks_is_a_failure_and_not_the_end():
    class Broken(Banks):
        def latest(self, sources):
            super().latest(sources)
            message = "boom"
            raise ValueError(message)

    banks = Broken()
    live = rates(banks)
    with pytest.raises(SourceError, match="boom"):
        live.refresh()
    banks.__class__ = Banks
    assert live.refresh().checked


def test_snapshots_are_whole_under_readers_and_a_writer():
    banks = Banks()
    live = rates(banks, sources=("NBK", "CBU"))
    assert live.ready()
    is_over = threading.Event()
    torn, reads = [], []

    def read():
        count = 0
        while not is_over.is_set():
            book = live.now().book
            one = next(quotation for quotation in book if quotation.source == "NBK").price
            other = next(quotation for quotation in book if quotation.source == "CBU").price
            count += 1
            if other != 23 * one:
                torn.append((one, other))
        reads.append(count)

    banks.rows = {"NBK": [tenge("500")], "CBU": [soum("11500")]}
    live.refresh()
    readers = [threading.Thread(target=read) for _ in range(6)]
    for reader in readers:
        reader.start()
    until = time.monotonic() + 0.5
    value = 500
    while time.monotonic() < until:
        value += 1
        banks.rows = {"NBK": [tenge(str(value))], "CBU": [soum(str(23 * value))]}
        live.refresh()
    is_over.set()
    for reader in readers:
        reader.join()
    assert not torn
    assert min(reads) > 0


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
@pytest.mark.parametrize("keep_warm", [True, False])
def test_a_child_forked_in_the_middle_of_a_fetch_fetches_for_itself(keep_warm):
    banks = Banks()
    banks.gate = threading.Event()
    live = rates(banks, keep_warm=keep_warm)
    with pytest.raises(RatesTooOld):
        live.now()
    while not banks.asked:
        time.sleep(0.001)
    child = os.fork()
    if not child:
        status = 1
        try:
            banks.gate = None
            banks.asked.clear()
            status = 0 if live.ready(5) and price(live) and len(banks.asked) == 1 else 2
        finally:
            os._exit(status)
    until = time.monotonic() + 10
    while (done := os.waitpid(child, os.WNOHANG))[0] == 0:
        if time.monotonic() > until:
            os.kill(child, signal.SIGKILL)
        time.sleep(0.01)
    banks.gate.set()
    assert done[1] == 0
    assert live.ready(5)
    live.close()


def test_rates_are_kept_warm_without_a_caller_and_end_with_their_owner():
    banks = Banks()
    live = rates(banks, keep_warm=True, soft=timedelta(milliseconds=50), hard=WEEK)
    assert live.ready()
    until = time.monotonic() + 5
    while len(banks.asked) < 3 and time.monotonic() < until:
        time.sleep(0.01)
    assert len(banks.asked) >= 3
    thread = live._flights._thread
    live.close()
    thread.join(5)
    assert not thread.is_alive()
    assert live.refresh(5).checked  # on demand it is still there

    live = rates(banks, keep_warm=True, soft=timedelta(milliseconds=50), hard=WEEK)
    assert live.ready()
    gone, thread = weakref.ref(live), live._flights._thread
    del live
    gc.collect()
    assert gone() is None
    thread.join(5)
    assert not thread.is_alive()


def test_a_history_keeps_what_came_and_is_what_the_next_process_starts_with(tmp_path):
    clock = Clock()
    banks = Banks(clock)
    path = tmp_path / "history.sqlite3"
    with History(path, clock=clock) as history:
        live = rates(banks, clock, history=history)
        assert live.ready()
        assert [row.price for row in history.quotations()] == [tenge().price]
    banks.down = {"NBK"}
    clock.move(minutes=30)
    with History(path, clock=clock) as history:
        later = rates(banks, clock, history=history)
        assert price(later) == tenge().unit_price  # no answer is waited for: it is half an hour old
        assert later.health().age == timedelta(minutes=30)
        assert len(banks.asked) == 1
        clock.move(days=8)
        with pytest.raises(RatesTooOld):
            later.now()
        landed(later)


def test_a_history_that_cannot_be_used_leaves_the_rates_in_memory(tmp_path):
    path = tmp_path / "history.sqlite3"
    path.write_bytes(b"not a database" * 100)
    with History(path) as history:
        live = rates(Banks(), history=history)
        assert live.ready()
        assert price(live) == tenge().unit_price


def test_limits_that_make_no_sense_are_refused():
    for settings, error in (
        ({"soft": timedelta(0)}, OptionError),
        ({"hard": timedelta(minutes=1)}, OptionError),
        ({"hard": -WEEK}, OptionError),
        ({"soft": 3600}, TypeError),
        ({"soft": None}, TypeError),
    ):
        with pytest.raises(error, match=r"soft|hard"):
            rates(Banks(), **settings)
    with pytest.raises(SourceError, match="no source is called"):
        Rates("nobody")


def test_health_is_json_and_one_line():
    clock = Clock()
    live = rates(Banks(clock), clock)
    assert live.health().status == "starting"
    assert live.ready()
    clock.move(minutes=5)
    assert live.health().to_dict() == {
        "status": "fresh",
        "age": 300,
        "checked": {"NBK": "2026-11-28T09:00:00+00:00"},
        "pairs": 1,
        "failures": {},
        "last_error": "",
        "next_try": None,
        "fetches": 1,
        "remarks": [],
    }
    assert str(live.health()) == "fresh (answered 300 s ago)"
    assert "NBK" in repr(live)
    assert "\n" not in str(live.now())


def test_what_happens_is_logged_and_silent_by_default(caplog, capfd):
    banks = Banks()
    banks.down = {"NBK"}
    with caplog.at_level(logging.INFO, "cafx.live"):
        live = rates(banks)
        assert not live.ready(0.01)
        landed(live)
    assert any("NBK was not reached" in record.getMessage() for record in caplog.records)
    assert capfd.readouterr().err == ""


class TestDisplays:
    """What a program prints with."""

    def test_one_is_kept_as_long_as_its_rates(self):
        clock = Clock()
        live = rates(Banks(clock), clock)
        assert live.ready()
        first = live.display("kk-KZ")
        assert live.display("kk-KZ") is first
        assert live.display("kk-KZ", to="EUR") is not first
        assert live.display("kk-KZ", precision="minor") is not first
        assert first.book is live.now().book
        assert first.on == date(2026, 11, 28)
        live.refresh()
        assert live.display("kk-KZ") is not first

    def test_its_day_is_the_regions(self):
        clock = Clock(BEGINNING.replace(hour=18, minute=59))
        live = rates(Banks(clock), clock)
        assert live.ready()
        assert live.display("en").on == date(2026, 11, 28)
        clock.move(minutes=2)  # past midnight in Almaty, Tashkent, Dushanbe and Ashgabat
        assert live.display("en").on == date(2026, 11, 29)

    def test_tomorrows_rate_waits_for_its_day(self):
        clock = Clock()
        banks = Banks(clock)
        banks.rows["NBK"] = [tenge("520.20", "2026-11-28"), tenge("530.00", "2026-11-29")]
        live = rates(banks, clock)
        assert live.ready()
        assert live.display("en").worth(Money(5202, "KZT")) == "≈\u00a0$10.00"
        clock.move(days=1)
        assert live.display("en").worth(Money(5300, "KZT")) == "≈\u00a0$10.00"

    def test_past_hard_prices_stay_and_their_worth_goes(self):
        clock = Clock()
        banks = Banks(clock)
        live = rates(banks, clock)
        assert live.ready()
        banks.down = {"NBK"}
        clock.move(days=8)
        page = live.display("en")
        landed(live)
        assert (page.text(Money(5, "KZT")), page.worth(Money(5, "KZT"))) == ("₸5.00", "")
        banks.down = set()
        live.refresh()
        assert live.display("en").worth(Money(5202, "KZT")) != ""

    def test_before_the_first_answer_there_are_prices(self):
        banks = Banks()
        banks.gate = threading.Event()
        live = rates(banks)
        assert live.display("en").price(Money(5, "KZT")).count("<small") == 0
        banks.gate.set()
        landed(live)

    def test_rates_of_any_age_are_printed_where_they_are_wanted(self):
        live = Rates([], history=None, lock=None, hard=None, start=[tenge(day="2024-01-10")])
        page = live.display("en")
        assert page.worth(Money(5202, "KZT")) != ""
        assert page.to_dict(Money(5202, "KZT"))["worth"]["as_of"] == "2024-01-10"

    def test_many_of_them_are_not_kept_for_ever(self):
        live = rates(Banks(), hard=None)
        for number in range(600):
            live.display("en", max_age=timedelta(days=number))
        assert len(live._displays[1]) <= 256

    def test_what_is_offered_is_ready_to_print(self, monkeypatch):
        warmed = []
        monkeypatch.setattr("cafx.display.warm", warmed.extend)
        live = rates(Banks(), offered=["kk-KZ", "tg-TJ"])
        assert live.ready()
        assert live.ready()
        assert warmed == ["kk-KZ", "tg-TJ"]

    def test_a_compiled_template_takes_prices_as_they_are(self):
        jinja2 = pytest.importorskip("jinja2")
        environment = jinja2.Environment(autoescape=True)
        page = environment.from_string("{{ page.price(money) }} {{ page.worth(money) }}")
        live = rates(Banks())
        assert live.ready()
        made = [page.render(page=live.display("en"), money=Money("1000.5", "KZT")) for _ in range(2)]
        assert made[0] == made[1]
        assert "<bdi>₸1,000.50</bdi>" in made[0]
        assert "&lt;" not in made[0]


def test_the_version_does_not_depend_on_what_a_process_started_with():
    banks = Banks()
    plain, bundled = rates(banks), rates(banks, start=None)
    assert plain.ready()
    assert bundled.ready()
    assert plain.now().version == bundled.now().version


def test_what_is_odd_about_an_answer_is_said():
    class Odd(Banks):
        def latest(self, sources):
            remark = Remark("NBK", None, "its latest table is 40 days old")
            return super().latest(sources).replace(remarks=(remark,))

    live = rates(Odd())
    assert live.ready()
    assert live.health().remarks == ("NBK: its latest table is 40 days old",)


def test_a_snapshot_is_a_value_that_can_be_handed_to_another_process():
    clock = Clock()
    live = rates(Banks(clock), clock)
    assert live.ready()
    snapshot = live.now()
    copy = pickle.loads(pickle.dumps(snapshot))  # noqa: S301
    assert copy == snapshot
    assert copy.checked == snapshot.checked
    assert list(snapshot) == list(snapshot.book)
    assert len(snapshot) == 1
    assert RateBook(snapshot) == snapshot.book


def test_by_itself_it_keeps_what_came_where_the_user_keeps_his_history(tmp_path, monkeypatch):
    monkeypatch.setenv("CAFX_DATA", str(tmp_path))
    banks = Banks()
    banks.rows["NBK"] = [tenge(day=datetime.now(UTC).date().isoformat())]
    with Rates("NBK", client=banks) as live:
        assert live.ready()
        assert {".json", ".sqlite3"} <= {path.suffix for path in tmp_path.iterdir()}
    assert cafx.current_book().rate("USD", "KZT").legs[0].source == "NBK"
    with Rates("NBK", client=banks) as next_process:
        assert next_process.now().book.rate("USD", "KZT").price == tenge().unit_price
        assert next_process.health().status == "fresh"
    assert len(banks.asked) == 1


def test_a_display_takes_every_choice_and_is_kept_for_what_they_say():
    live = FixedRates({"USD/KZT": "520.20"}, on="2026-11-28")
    words = {"KZT": "tg"}
    display = live.display("ru", words=words, offered=["KZT", "USD"])
    assert display is live.display("ru", words={"KZT": "tg"}, offered=["KZT", "USD"])
    assert display.text(Money(1, "KZT")) == "1,00\xa0tg"
    words["KZT"] = "tenge"
    assert live.display("ru", words=words, offered=["KZT", "USD"]).text(Money(1, "KZT")) == "1,00\xa0tenge"
    fresh = live.display("ru", words={"KZT": "tg"}, offered=["KZT", "USD"])
    assert fresh.text(Money(2, "KZT")) == "2,00\xa0tg"


def test_a_choice_that_there_is_not_is_refused_beside_one_that_is_kept():
    live = FixedRates({"USD/KZT": "520.20"}, on="2026-11-28")
    assert live.display("en", digits=1).text(Money(1, "KZT"))
    for wrong in ({"digits": True}, {"symbols": ["KZT"]}, {"offered": {"KZT"}}, {"words": {"KZT": ["tg"]}}):
        with pytest.raises(OptionError):
            live.display("en", **wrong)
