"""The file itself: shared, killed, full, read-only, foreign, damaged, and never written over."""

from __future__ import annotations

import ast
import os
import shutil
import sqlite3
import stat
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest

from cafx import sources
from cafx.backfill import fill_history
from cafx.errors import HistoryError
from cafx.history import Added, History
from history.bankside import CODES, START, Teller, table

TESTS = Path(__file__).parents[1]
on_posix = pytest.mark.skipif(os.name != "posix", reason="permissions and links of POSIX")
needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")


def run(*arguments, code=None, **settings):
    command = ["-c", code] if code else [str(TESTS / "history" / "bankside.py")]
    return subprocess.run(
        [sys.executable, *command, *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(TESTS), *sys.path])},
        **settings,
    )


@needs_fork
def test_44_fifty_kills_leave_whole_tables_and_a_rerun_completes_them(tmp_path):
    path, days = tmp_path / "history.sqlite3", 200
    done = run("kill", path, days)
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert len(lines) == 50
    assert all(line.endswith((f"[{len(CODES)}] ()", "[] ()")) for line in lines), lines
    counts = [int(line.split()[0]) for line in lines]
    assert counts == sorted(counts)
    with History(path) as history:
        fill_history(Teller(), history, sources.NBK(), START, START + timedelta(days=days))
        assert len(history) == (days + 1) * len(CODES)
        assert history.verify() == ()
        assert len(history.quotations()) == len(set(history.quotations()))


@needs_fork
def test_45_four_processes_write_one_set_of_rows(tmp_path):
    path, days = tmp_path / "history.sqlite3", 60
    done = run("write", path, days)
    assert (done.stdout, done.stderr) == ("[0, 0, 0, 0]\n", "")
    with History(path) as history:
        assert len(history) == days * len(CODES)
        assert history.verify() == ()


def test_threads_share_a_history(tmp_path):
    with History(tmp_path / "history.sqlite3") as history, ThreadPoolExecutor(8) as threads:
        tables = [table(START + timedelta(days=offset % 20)) for offset in range(80)]
        done = list(threads.map(history.add, tables))
        assert sum(one.new for one in done) == len(history) == 20 * len(CODES)


@needs_fork
def test_a_fork_opens_the_file_for_itself(tmp_path):
    code = (
        "import os, sys\n"
        "from history.bankside import START, table\n"
        "from cafx.history import History\n"
        "history = History(sys.argv[1]); history.add(table(START))\n"
        "child = os.fork()\n"
        "if not child:\n"
        "    history.add(table(START.replace(day=2))); os._exit(0)\n"
        "os.waitpid(child, 0); print(len(history), history.verify())\n"
    )
    assert run(tmp_path / "h.sqlite3", code=code).stdout == f"{2 * len(CODES)} ()\n"


@on_posix
def test_nothing_is_made_before_something_is_added(tmp_path):
    path = tmp_path / "deep" / "history.sqlite3"
    with History(path) as history:
        assert history.quotations() == history.quarantine() == history.verify() == history.newest() == ()
        assert len(history) == len(history.book()) == 0
        assert history.add([]) == Added()
        assert history.accept([]) == history.discard([]) == history.accept_all() == history.discard_all() == 0
        assert not path.parent.exists()
        history.add(table(START))
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


@on_posix
def test_the_log_beside_the_file_is_as_private(tmp_path):
    with History(tmp_path / "h.sqlite3") as history:
        history.add(table(START))
        modes = {stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
    assert modes == {0o600}


def test_a_damaged_file_is_refused_and_left_as_it_is(tmp_path):
    path = tmp_path / "history.sqlite3"
    for body in (b"not a database, but long enough to be one" * 99, b"SQLite format 3\x00" + b"\xff" * 4000):
        path.write_bytes(body)
        for use in (len, lambda history: history.add(table(START))):
            with (
                History(path) as history,
                pytest.raises(HistoryError, match=r"is not a history|is damaged") as caught,
            ):
                use(history)
            assert caught.value.path == str(path)
        assert path.read_bytes() == body


def test_a_page_that_was_overwritten_is_found(tmp_path):
    path = tmp_path / "history.sqlite3"
    with History(path) as history:
        history.add(quotation for offset in range(60) for quotation in table(START + timedelta(days=offset)))
    body = bytearray(path.read_bytes())
    body[8192:40960] = b"\xff" * 32768
    path.write_bytes(body)
    with History(path) as history:
        try:
            assert history.verify()
        except HistoryError as error:
            assert "damaged" in str(error)  # noqa: PT017 -- either is an answer
    assert path.read_bytes() == bytes(body)


def test_the_database_of_another_program_is_refused(tmp_path):
    path = tmp_path / "places.sqlite"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE places (url TEXT)")
    other.close()
    before = path.read_bytes()
    with History(path) as history:
        for use in (len, lambda one: one.add(table(START))):
            with pytest.raises(HistoryError, match="of another program"):
                use(history)
    with sqlite3.connect(path) as other:
        assert [row[0] for row in other.execute("SELECT name FROM sqlite_master")] == ["places"]
    other.close()
    assert len(before) == len(path.read_bytes())


def test_46_a_file_of_a_newer_cafx_is_refused(tmp_path):
    path = tmp_path / "history.sqlite3"
    with History(path) as history:
        history.add(table(START))
    with sqlite3.connect(path) as file:
        file.execute("PRAGMA user_version=99")
    file.close()
    with History(path) as history:
        for use in (len, lambda one: one.add(table(START))):
            with pytest.raises(HistoryError, match=r"newer cafx \(form 99, this one knows 1\)"):
                use(history)


@on_posix
def test_48_links_and_folders_are_refused(tmp_path):
    target = tmp_path / "target"
    target.touch()
    for name, make in (
        ("link", lambda p: p.symlink_to(target)),
        ("dangling", lambda p: p.symlink_to("nowhere")),
    ):
        make(tmp_path / name)
        with pytest.raises(HistoryError, match="is a link"):
            History(tmp_path / name).add(table(START))
    assert target.read_bytes() == b""
    assert not (tmp_path / "nowhere").exists()
    with pytest.raises(HistoryError, match="not a plain file"):
        History(tmp_path).add(table(START))


@on_posix
def test_a_folder_that_everyone_can_write_to_is_refused(tmp_path):
    folder = tmp_path / "open"
    folder.mkdir()
    folder.chmod(0o777)
    with pytest.raises(HistoryError, match="can be written by everyone"):
        History(folder / "history.sqlite3").add(table(START))
    folder.chmod(0o1777)
    assert History(folder / "history.sqlite3").add(table(START)).new


def test_a_full_disk_is_said_and_what_was_there_stays(tmp_path):
    with History(tmp_path / "history.sqlite3") as history:
        history.add(table(START))
        with history._file.writing() as connection:
            pages = connection.execute("PRAGMA page_count").fetchone()[0]
        history._file._connection.execute(f"PRAGMA max_page_count={pages}")
        with pytest.raises(HistoryError, match="free some space"):
            history.add(one for offset in range(1, 200) for one in table(START + timedelta(days=offset)))
        assert len(history) == len(CODES)
        assert history.verify() == ()


@pytest.mark.skipif(sys.platform != "linux", reason="needs the limits of Linux")
def test_a_limit_on_the_size_of_files_is_a_clear_error(tmp_path):
    code = (
        "import resource, signal, sys\n"
        "from datetime import timedelta\n"
        "from history.bankside import START, table\n"
        "from cafx.errors import HistoryError\n"
        "from cafx.history import History\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "history = History(sys.argv[1]); history.add(table(START))\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (150_000, 150_000))\n"
        "try:\n"
        "    history.add(one for day in range(1, 900) for one in table(START + timedelta(days=day)))\n"
        "except HistoryError as error:\n"
        "    print(error)\n"
    )
    done = run(tmp_path / "h.sqlite3", code=code)
    assert "could not be" in done.stdout, done.stderr
    with History(tmp_path / "h.sqlite3") as history:
        assert len(history) == len(CODES)
        assert history.verify() == ()


@pytest.mark.skipif(sys.platform != "linux", reason="needs another user")
@pytest.mark.parametrize("leaves_a_log", [False, True])
def test_a_read_only_folder_is_read_and_not_written(leaves_a_log):
    folder = Path(tempfile.mkdtemp())
    try:
        path = folder / "history.sqlite3"
        history = History(path)
        history.add(table(START))
        if not leaves_a_log:
            history.close()
        for file in folder.iterdir():
            file.chmod(0o444)
        folder.chmod(0o555)
        code = (
            "import os, sys\n"
            "from history.bankside import START, table\n"
            "from cafx.errors import HistoryError\n"
            "from cafx import RateBook\n"
            "from cafx.history import History\n"
            "RateBook.bundled()  # what is imported later, the other user cannot read\n"
            "if os.getuid() == 0:\n"
            "    os.setuid(65534)  # root may write anywhere\n"
            "for path in sys.argv[1:]:\n"
            "    history = History(path)\n"
            "    try:\n"
            "        print(len(history)); history.add(table(START.replace(day=2)))\n"
            "    except HistoryError as error:\n"
            "        print(error)\n"
        )
        done = run(path, folder / "new.sqlite3", code=code)
        assert done.returncode == 0, done.stderr
        read, refused, nothing, not_made = done.stdout.splitlines()
        assert ast.literal_eval(nothing) == 0
        assert read == str(len(CODES))
        assert "cannot be" in refused
        assert "cannot be used (Permission denied)" in not_made
        assert len(History(path)) == len(CODES)
    finally:
        folder.chmod(0o755)
        shutil.rmtree(folder)


def test_the_database_of_another_program_keeps_every_byte(tmp_path):
    for mode, pragma in (
        ("delete", "user_version=7"),
        ("wal", "user_version=0"),
        ("wal", "application_id=7"),
    ):
        made, left = tmp_path / f"made {mode} {pragma}", tmp_path / f"left {mode} {pragma}"
        made.mkdir(mode=0o700)
        left.mkdir(mode=0o700)
        other = sqlite3.connect(made / "places", isolation_level=None)
        for statement in (f"PRAGMA journal_mode={mode}", f"PRAGMA {pragma}", "CREATE TABLE places (url)"):
            other.execute(statement)
        # As a program that was killed leaves it: with a log that no one has emptied.
        parts = {name: made / name for name in ("places", "places-wal") if (made / name).exists()}
        bodies = {name: part.read_bytes() for name, part in parts.items()}
        for name, body in bodies.items():
            (left / name).write_bytes(body)
        other.close()
        with History(left / "places") as history:
            for use in (len, lambda one: one.add(table(START))):
                with pytest.raises(HistoryError, match="of another program"):
                    use(history)
        assert {name: (left / name).read_bytes() for name in bodies} == bodies


def test_a_path_may_hold_any_sign(tmp_path):
    path = tmp_path / "тарих #1 %20?mode=ro&x" / "history.sqlite3"
    with History(path) as history:
        assert history.add(table(START)).new == len(CODES)
    assert path.is_file()
    assert len(History(path)) == len(CODES)
