"""One file for each host: what one process fetched serves the others, with its moments."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest

from cafx import History, RatesTooOld, SourceError
from cafx.live import Rates, hostfile
from cafx.live.clocks import Clocks
from cafx.sources import NBK
from live.doubles import BEGINNING, Banks, Clock, rates, tenge

HERE = Path(__file__)


def landed(live):
    live._flights.join().landed.result(10)


@pytest.fixture
def lock(tmp_path):
    return tmp_path / "live.json"


def test_what_one_process_fetched_serves_the_others_with_its_moment(lock):
    clock = Clock()
    banks = Banks(clock)
    one = rates(banks, clock, lock=lock)
    assert one.ready()
    clock.move(minutes=20)
    other = rates(banks, clock, lock=lock)
    assert other.ready()
    assert len(banks.asked) == 1
    assert other.now().checked == one.now().checked == {"NBK": BEGINNING}
    assert other.now().version == one.now().version
    assert other.health().age == timedelta(minutes=20)
    assert other.health().fetches == 0


def test_with_the_banks_down_two_processes_do_not_keep_each_other_fresh(lock):
    clock = Clock()
    banks = Banks(clock)
    pair = [rates(banks, clock, lock=lock, hard=timedelta(days=1)) for _ in range(2)]
    assert all(live.ready() for live in pair)
    banks.down = {"NBK"}
    refused = 0
    for _ in range(36 * 6):  # a day and a half by ten minutes
        clock.move(minutes=10)
        for live in pair:
            landed(live)
            try:
                live.now()
            except RatesTooOld:
                refused += 1
    assert refused == 2 * (12 * 6 + 1)
    assert len(banks.asked) < 36 * 6 + 10  # and one asks for both


def test_a_wall_clock_that_is_set_back_makes_nothing_fresh(lock):
    clock = Clock()
    banks = Banks(clock)
    assert rates(banks, clock, lock=lock).ready()
    clock.move(minutes=50)
    clock.set_wall(hours=-5)
    other = rates(banks, clock, lock=lock)
    assert other.ready()
    assert other.health().age == timedelta(minutes=50)


def test_a_machine_that_was_started_anew_goes_by_the_wall_clock(lock):
    clock = Clock(steady=500_000.0)
    banks = Banks(clock)
    banks.down = {"NBK"}
    first = rates(banks, clock, lock=lock)
    assert not first.ready(0.01)
    banks.down = set()
    clock.move(minutes=15)
    landed(first)
    assert first.now()
    clock.move(minutes=30)
    clock.seconds = 20.0
    other = rates(banks, clock, lock=lock)
    assert other.ready()
    assert other.health().age == timedelta(minutes=30)
    clock.move(minutes=31)
    landed(other)
    assert other.health().age == timedelta(0)


def test_a_refresh_is_not_content_with_what_was_fetched_before_it(lock):
    clock = Clock()
    banks = Banks(clock)
    one, other = (rates(banks, clock, lock=lock) for _ in range(2))
    one.refresh()
    clock.move(seconds=1)
    other.refresh()
    assert len(banks.asked) == 2
    banks.down = {"NBK"}
    clock.move(seconds=1)
    with pytest.raises(SourceError):
        one.refresh()


def test_threads_of_two_owners_wait_for_the_lock_and_fetch_once(lock):
    banks = Banks(delay=0.05)
    owners = [rates(banks, lock=lock) for _ in range(6)]
    with ThreadPoolExecutor(6) as pool:
        assert all(pool.map(lambda live: live.ready(5), owners))
    assert len(banks.asked) == 1


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"null",
        b'{"cafx": 2}',
        os.urandom(500),
        b"x" * 2_000_000,
        b'{"cafx":1,"version":"v","checked":{},"quotations":[],"tries":{"NBK":[1]}}',
        b'{"cafx":1,"version":"v","checked":{"NBK":"2026-11-28T09:00:00+00:00"},"quotations":[],"steady":{"NBK":"soon"}}',
    ],
)
def test_a_damaged_file_is_written_anew(lock, content):
    lock.write_bytes(content)
    lock.chmod(0o600)
    banks = Banks()
    assert rates(banks, lock=lock).ready()
    assert len(banks.asked) == 1
    assert json.loads(lock.read_bytes())["cafx"] == 1


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="this system knows no owner")
def test_the_file_is_the_users_alone(lock):
    banks = Banks()
    assert rates(banks, lock=lock).ready()
    assert stat.S_IMODE(lock.stat().st_mode) == 0o600
    forged = json.loads(lock.read_bytes())
    forged["quotations"][0]["price"] = "1.00"
    lock.write_bytes(json.dumps(forged).encode())
    lock.chmod(0o666)
    other = rates(banks, lock=lock)
    assert other.ready()
    assert other.now().book.rate("USD", "KZT").price == tenge().unit_price
    assert len(banks.asked) == 2


def test_a_link_is_not_followed(lock, tmp_path):
    target = tmp_path / "target"
    target.write_bytes(b"mine")
    lock.symlink_to(target)
    assert rates(Banks(), lock=lock).ready()
    assert target.read_bytes() == b"mine"


def test_without_a_folder_to_write_to_each_process_fetches_for_itself(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    banks = Banks()
    for _ in range(2):
        assert rates(banks, lock=tmp_path / "file" / "live.json").ready()
    assert len(banks.asked) == 2


def test_without_locks_each_process_fetches_for_itself(lock, monkeypatch):
    banks = Banks()
    monkeypatch.setattr(hostfile, "_taker", lambda: None)
    assert all(rates(banks, lock=lock).ready() for _ in range(2))

    def refuse(_):
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(hostfile, "_taker", lambda: refuse)
    assert rates(banks, lock=lock).ready()
    assert len(banks.asked) == 3


def test_a_lock_that_is_never_let_go_of_is_waited_for_no_longer_than_a_fetch_takes(lock, monkeypatch):
    monkeypatch.setattr(hostfile, "_PATIENCE", 0.05)
    clocks = Clocks(time.time, time.monotonic)
    banks = Banks()
    with hostfile.HostFile(lock, clocks).locked() as held:
        assert held is not None
        assert rates(banks, lock=lock).ready(5)
    assert len(banks.asked) == 1


def test_windows_locks_are_taken_far_behind_the_document(monkeypatch, lock):
    """The system's own module is taken away, and one like that of Windows put in its place."""

    class Windows:
        LK_NBLCK = 2
        taken = None

        @classmethod
        def locking(cls, number, mode, size):
            cls.taken = os.lseek(number, 0, os.SEEK_CUR), mode, size

    monkeypatch.setitem(sys.modules, "fcntl", None)
    monkeypatch.setitem(sys.modules, "msvcrt", Windows)
    assert rates(Banks(), lock=lock).ready()
    assert Windows.taken == (2 * hostfile.MAX_DOCUMENT, 2, 1)
    monkeypatch.setitem(sys.modules, "msvcrt", None)
    assert hostfile._taker() is None


def test_a_full_disk_leaves_no_half_document_that_is_believed(lock, monkeypatch):
    real = os.write
    banks = Banks()

    def full(number, data):
        if bytes(data[:7]) == b'{"cafx"':
            real(number, bytes(data[:30]))
            raise OSError(28, "No space left on device")
        return real(number, data)

    monkeypatch.setattr(os, "write", full)
    assert rates(banks, lock=lock).ready()
    monkeypatch.setattr(os, "write", real)
    assert rates(banks, lock=lock).ready()
    assert len(banks.asked) == 2


def test_the_host_s_file_lies_beside_the_history_one_for_each_set_of_sources(tmp_path):
    banks = Banks()
    history = History(tmp_path / "history.sqlite3")
    for sources in (("NBK",), ("NBK", "CBU"), ("CBU", "NBK"), (NBK(["USD"]),)):  # the last keeps less of it
        assert rates(banks, history=history, lock="host", sources=sources).refresh()
    history.close()
    assert len(list(tmp_path.glob("live-*.json"))) == 3


def test_where_the_history_is_in_memory_so_is_all(tmp_path, monkeypatch):
    monkeypatch.setenv("CAFX_DATA", str(tmp_path))
    for history in (None, History(":memory:")):
        assert rates(Banks(), history=history, lock="host").ready()
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_was_written_for_something_else_is_written_anew(lock):
    banks = Banks()
    assert rates(banks, lock=lock).ready()
    other = rates(banks, lock=lock, sources=(NBK(["USD"]),))
    assert other.ready()
    assert len(banks.asked) == 2
    for name in ("one", "two"):
        live = Rates.from_url(f"http://127.0.0.1:9/{name}.json", keep_warm=False, lock=lock)
        with pytest.raises(SourceError):
            live.refresh()
        assert live._upkeep.state.snapshot.kept == ()


WORKER = """
import sys, time
sys.path[:0] = [sys.argv[1]]
from datetime import timedelta
from live.doubles import Banks, rates

class Counted(Banks):
    def latest(self, sources):
        with open(sys.argv[2], "a") as log:
            log.write("asked\\n")
        return super().latest(sources)

live = rates(Counted(delay=0.02), lock=sys.argv[3], keep_warm=True, soft=timedelta(seconds=1))
assert live.ready(5)
until = float(sys.argv[4])
while time.time() < until:
    live.now()
    time.sleep(0.02)
live.close()
print(live.now().version)
"""


def test_eight_processes_fetch_once_a_period_and_agree(lock, tmp_path):
    log = tmp_path / "asked"
    until = time.time() + 4.0
    arguments = [sys.executable, "-c", WORKER, str(HERE.parents[1]), str(log), str(lock), str(until)]
    workers = [subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True) for _ in range(8)]
    versions = [worker.communicate(timeout=30)[0] for worker in workers]
    assert [worker.returncode for worker in workers] == [0] * 8
    assert len(set(versions)) == 1
    assert len(log.read_text().splitlines()) <= 6  # 4 seconds, soft at 1; without the lock 30 and more


def test_the_lock_is_not_held_while_nobody_fetches(lock):
    banks = Banks()
    live = rates(banks, lock=lock)
    assert live.ready()
    is_free = threading.Event()
    with hostfile.HostFile(lock, Clocks(time.time, time.monotonic)).locked() as held:
        if held is not None:
            is_free.set()
    assert is_free.is_set()
