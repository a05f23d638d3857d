"""One file, several threads, processes and file systems; and what an operator sees of it."""

from __future__ import annotations

import importlib
import logging
import os
import sqlite3
import threading
import time

import pytest

from cafx.errors import HistoryError
from cafx.history import History, default_path, opening, transactions
from history.bankside import CODES, START, table

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")


@needs_fork
@pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning")
def test_a_fork_while_a_thread_holds_the_history_is_no_deadlock(tmp_path):
    history = History(tmp_path / "history.sqlite3")
    history.add(table(START))
    held, release = threading.Event(), threading.Event()

    def hold():
        with history._file.reading():
            held.set()
            release.wait(20)

    thread = threading.Thread(target=hold)
    thread.start()
    held.wait(20)
    child = os.fork()
    if not child:  # its copy of the lock is held by a thread that is not there
        try:
            history.add(table(START.replace(day=2)))
            os._exit(0 if len(history) == 2 * len(CODES) else 1)
        except BaseException:  # noqa: BLE001 -- the parent sees the code
            os._exit(2)
    deadline = time.monotonic() + 20
    done, status = 0, 0
    while not done and time.monotonic() < deadline:
        done, status = os.waitpid(child, os.WNOHANG)
        time.sleep(0.01)
    if not done:
        os.kill(child, 9)
        os.waitpid(child, 0)
    release.set()
    thread.join()
    assert done == child, "the child waited for ever"
    assert os.waitstatus_to_exitcode(status) == 0
    assert len(history) == 2 * len(CODES)
    assert history.verify() == ()
    history.close()


def test_a_system_without_fork_hooks_is_served(tmp_path, monkeypatch):
    monkeypatch.delattr(os, "register_at_fork", raising=False)
    monkeypatch.delattr(os, "fork", raising=False)
    spare = importlib.reload(transactions)
    try:
        file = spare.Transactions(str(tmp_path / "history.sqlite3"))
        with file.writing() as connection:
            assert connection.in_transaction
        file.close()
    finally:
        monkeypatch.undo()
        importlib.reload(transactions)


@pytest.mark.skipif(os.name != "posix", reason="the other kinds of locks are those of Unix")
@pytest.mark.parametrize("vfs", ["unix-dotfile", "unix-none"])
def test_47_a_file_system_without_locks_or_shared_memory_keeps_the_rollback_journal(
    tmp_path, monkeypatch, vfs
):
    connect = sqlite3.connect
    monkeypatch.setattr(
        sqlite3, "connect", lambda target, **settings: connect(f"{target}&vfs={vfs}", **settings)
    )
    with History(tmp_path / "history.sqlite3") as history:
        for day in (1, 2):
            assert history.add(table(START.replace(day=day))).new == len(CODES)
        with history._file.reading() as connection:
            assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert history.verify() == ()
        assert history.export(tmp_path / "rates.csv") == 2 * len(CODES)


@pytest.mark.parametrize("code", [sqlite3.SQLITE_PROTOCOL, sqlite3.SQLITE_NOLFS, sqlite3.SQLITE_IOERR_LOCK])
def test_locks_that_fail_are_explained(code):
    error = sqlite3.OperationalError("locking protocol")
    error.sqlite_errorcode = code
    with (
        pytest.raises(HistoryError, match=r"locked .*keep it on a local one"),
        opening.explain_faults("there"),
    ):
        raise error


@pytest.mark.parametrize("path", ["", "a\0b", "\ud800"])
def test_what_is_not_a_path_is_refused(path):
    with pytest.raises(HistoryError, match="is not a path"):
        History(path)


def test_a_home_folder_in_the_variable_is_found(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.setenv("CAFX_DATA", "~/rates")
    assert default_path() == tmp_path / "rates" / "history.sqlite3"
    monkeypatch.setenv("CAFX_DATA", "~nobody-of-that-name/rates")
    assert default_path().parts[0] == "~nobody-of-that-name"


def test_the_log_is_silent_unless_asked_and_tells_of_waits(tmp_path, caplog, capfd, monkeypatch):
    monkeypatch.setattr(transactions, "_WAIT", 0.05)
    path = tmp_path / "history.sqlite3"
    with History(path) as history:
        history.add(table(START))
        other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        other.execute("BEGIN IMMEDIATE")
        timer = threading.Timer(0.3, other.execute, ["ROLLBACK"])
        timer.start()
        with caplog.at_level(logging.DEBUG, logger="cafx.history"):
            history.add(table(START.replace(day=2)))
        timer.join()
        other.close()
    waits = [record for record in caplog.records if "waited" in record.getMessage()]
    assert [record.levelno for record in waits] == [logging.INFO]
    assert all(record.levelno < logging.WARNING for record in caplog.records)
    assert capfd.readouterr() == ("", "")


def test_reading_is_of_one_state_while_another_writes(tmp_path):
    path = tmp_path / "history.sqlite3"
    with History(path) as history, History(path) as writer:
        writer.add(table(START))
        with history._file.reading() as connection:
            before = connection.execute("SELECT count(*) FROM quotation").fetchone()
            writer.add(table(START.replace(day=2)))
            assert connection.execute("SELECT count(*) FROM quotation").fetchone() == before
        assert len(history) == 2 * len(CODES)
