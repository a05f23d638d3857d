"""Damage: one byte anywhere, or much of the file, is an error or does not matter; what is sound is saved."""

from __future__ import annotations

import random
import shutil
import sqlite3
from datetime import timedelta

import pytest

from cafx.errors import HistoryError
from cafx.history import Added, History, rescue
from history.bankside import CODES, NOW, START, quoted, table

DAYS = 30
CORRECTED = START + timedelta(days=3)
PAGE = 4096


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A history of every kind of row, and its bytes."""
    moments = iter([NOW, NOW, NOW + timedelta(days=1)])
    path = tmp_path_factory.mktemp("made") / "history.sqlite3"
    with History(path, clock=lambda: next(moments, NOW + timedelta(days=2))) as history:
        history.add(one for offset in range(DAYS) for one in table(START + timedelta(days=offset)))
        history.add([quoted("TMT/KGS", "24.9", START, "NBKR", through=START + timedelta(days=40))])
        history.add([quoted("USD/KZT", "405.55", CORRECTED), quoted("EUR/KZT", "9.99", CORRECTED)])
        history.note_empty_days("NBK", [START + timedelta(days=90)])
        assert len(history.quarantine()) == 1
    return path


def answers(path):
    """What a history says to one question of each kind; an error counts as an answer."""
    asked = (
        len,
        lambda history: history.quotations(),
        lambda history: history.newest(),
        lambda history: history.quotations("USD", "KZT", end=CORRECTED),
        lambda history: history.quotations(start=START + timedelta(days=35)),
        lambda history: history.quotations(as_known_on=NOW),
        lambda history: history.revisions("USD", "KZT", on=CORRECTED),
        lambda history: history.quarantine(),
        lambda history: history.gaps("NBK", START, START + timedelta(days=100)),
    )
    found = []
    with History(path) as history:
        for ask in asked:
            try:
                found.append(ask(history))
            except HistoryError:  # any other exception fails the test
                found.append(HistoryError)
    return found


def changed_byte(body, chance):
    place = chance.randrange(len(body))
    body[place] = (body[place] + chance.randrange(1, 256)) % 256


def changed_bit(body, chance):
    body[chance.randrange(len(body))] ^= 1 << chance.randrange(8)


def changed_head(body, chance):
    body[chance.randrange(100)] = chance.randrange(256)


def zeros(body, chance):
    place = chance.randrange(len(body) - 200)
    body[place : place + 200] = bytes(200)


def cut(body, chance):
    del body[chance.randrange(len(body)) :]


def swapped_pages(body, chance):
    one, other = (chance.randrange(len(body) // PAGE) * PAGE for _ in range(2))
    body[one : one + PAGE], body[other : other + PAGE] = body[other : other + PAGE], body[one : one + PAGE]


@pytest.mark.parametrize(
    ("change", "times"),
    [(changed_byte, 150), (changed_bit, 60), (changed_head, 30), (zeros, 20), (cut, 20), (swapped_pages, 20)],
)
def test_any_damage_gives_an_error_or_the_right_answer(tmp_path, made, change, times):
    right, path, chance = answers(made), tmp_path / "damaged.sqlite3", random.Random(change.__name__)  # noqa: S311
    errors = 0
    for _ in range(times):
        body = bytearray(made.read_bytes())
        change(body, chance)
        path.write_bytes(body)
        for said, meant in zip(answers(path), right, strict=True):
            assert said == meant or said is HistoryError
            errors += said is HistoryError
        for beside in tmp_path.glob("damaged.sqlite3-*"):
            beside.unlink()
    assert errors  # some of it must have hit something


@pytest.mark.parametrize("change", [changed_byte, changed_head, zeros, cut])
def test_what_is_sound_is_saved_and_the_rest_is_listed(tmp_path, made, change):
    with History(made) as history:
        right = set(history.quotations())
    chance = random.Random(change.__name__)  # noqa: S311
    saved = 0
    for turn in range(5):
        path, out = tmp_path / f"{turn}.damaged", tmp_path / f"{turn}.saved"
        body = bytearray(made.read_bytes())
        change(body, chance)
        path.write_bytes(body)
        try:
            rescued = rescue(out, path)
        except HistoryError:
            assert not out.exists()
            continue
        assert path.read_bytes() == body
        with History(out) as history:
            assert history.verify() == ()
            found = set(history.quotations())
        assert found <= right
        assert found == right or rescued.lost
        saved += len(found)
    assert saved
    assert not list(tmp_path.glob(".cafx*"))


def test_a_byte_of_the_first_page_loses_nothing(tmp_path, made):
    body = bytearray(made.read_bytes())
    body[body.index(b"CREATE TABLE quarantine") + 7] = 0xB5
    path = tmp_path / "damaged"
    path.write_bytes(body)
    for ask in (len, lambda history: history.add(table(START))):
        with pytest.raises(HistoryError, match=r"damaged.*rescue"):
            ask(History(path))
    rescued = rescue(tmp_path / "saved", path)
    assert rescued.lost == ()
    assert str(rescued).startswith(f"{len(CODES) * DAYS + 2} values and 1 case saved to ")
    with History(tmp_path / "saved") as saved, History(made) as history:
        assert saved.quotations() == history.quotations()
        assert saved.quotations(as_known_on=NOW) == history.quotations(as_known_on=NOW)
        assert [one.quotation for one in saved.quarantine()] == [
            one.quotation for one in history.quarantine()
        ]
        assert saved.gaps("NBK", START, START + timedelta(days=100)) == history.gaps(
            "NBK", START, START + timedelta(days=100)
        )


def test_rescue_writes_over_nothing_and_names_what_is_not_there(tmp_path, made):
    (tmp_path / "there").write_text("mine")
    with pytest.raises(HistoryError, match="there is there already"):
        rescue(tmp_path / "there", made)
    with pytest.raises(HistoryError, match="there is no history at"):
        rescue(tmp_path / "saved", tmp_path / "nowhere")
    with pytest.raises(HistoryError, match=r"nothing of .* can be read"):
        rescue(tmp_path / "saved", tmp_path / "there")
    assert [path.name for path in tmp_path.iterdir()] == ["there"]
    assert (tmp_path / "there").read_text() == "mine"


def edited(made, tmp_path, *statements):
    """A copy of the history in which another program has run *statements*."""
    path = tmp_path / "edited.sqlite3"
    shutil.copyfile(made, path)
    connection = sqlite3.connect(path, isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    return path


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        ("UPDATE quotation SET recorded_at = 'zzz' WHERE id = 1", "row 1"),
        ("UPDATE quotation SET price = '474.21' WHERE id = 1", "row 1"),
        ("DELETE FROM quotation WHERE id = 7", "what NBK has for"),
        ("DELETE FROM month WHERE base = 'USD'", "months"),
        ("DELETE FROM total WHERE name = 'waiting'", "total"),
        ("DELETE FROM quarantine", "quarantine"),
        ("UPDATE quarantine SET reason = 'none'", "row 1 of the quarantine"),
        ("UPDATE empty_day SET day = '2025-01-01'", "empty_day"),
        ("UPDATE month SET in_force = 3 WHERE base = 'USD'", "months"),
    ],
)
def test_verify_names_what_another_program_changed(made, tmp_path, statement, named):
    path = edited(made, tmp_path, statement)
    with History(path) as history:
        problems = history.verify()
        assert any(named in problem for problem in problems), problems
        assert any(answer is HistoryError for answer in answers(path))


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER mine AFTER INSERT ON quotation BEGIN DELETE FROM quotation; END",
        "CREATE TRIGGER mine AFTER UPDATE ON total BEGIN UPDATE total SET entries = 0; END",
        "CREATE VIEW mine AS SELECT 1",
        "CREATE TABLE mine (x)",
        "CREATE INDEX mine ON quotation (price)",
    ],
)
def test_what_another_program_put_into_the_tables_never_runs(made, tmp_path, statement):
    path = edited(made, tmp_path, statement)
    body = path.read_bytes()
    with History(path) as history:
        for use in (len, lambda one: one.add(table(START + timedelta(days=50)))):
            with pytest.raises(HistoryError, match="'mine' is not what cafx made"):
                use(history)
    assert path.read_bytes() == body


def test_a_trigger_that_comes_while_the_file_is_open_never_runs(tmp_path):
    path = tmp_path / "history.sqlite3"
    with History(path) as history:
        history.add(table(START))
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("CREATE TRIGGER mine AFTER INSERT ON quotation BEGIN DELETE FROM quotation; END")
        other.close()
        with pytest.raises(HistoryError, match="'mine' is not what cafx made"):
            history.add(table(START + timedelta(days=1)))


def test_statistics_of_sqlite_are_no_damage(made, tmp_path):
    assert answers(edited(made, tmp_path, "ANALYZE")) == answers(made)


def test_a_copy_of_the_file_alone_is_whole_after_every_addition(tmp_path):
    path, copy = tmp_path / "history.sqlite3", tmp_path / "copy.sqlite3"
    with History(path) as history:
        for offset in range(5):
            history.add(table(START + timedelta(days=offset)))
            shutil.copyfile(path, copy)
            with History(copy) as copied:
                assert copied.quotations() == history.quotations()
            copy.unlink()


def test_a_log_that_a_reader_keeps_is_brought_in_later_and_never_taken_for_nothing(tmp_path):
    path, copy = tmp_path / "history.sqlite3", tmp_path / "copy.sqlite3"
    with History(path) as history:
        history.add(table(START))
        reader = sqlite3.connect(path, isolation_level=None)
        reader.execute("BEGIN")
        assert reader.execute("SELECT count(*) FROM quotation").fetchone() == (len(CODES),)
        assert history.add(table(START + timedelta(days=1))) == Added(new=len(CODES))
        shutil.copyfile(path, copy)
        with History(copy) as copied:
            assert len(copied) == len(CODES)  # an earlier state, whole, and not an empty one
        reader.close()
        history.add(table(START + timedelta(days=2)))
        shutil.copyfile(path, copy)
        with History(copy) as copied:
            assert len(copied) == 3 * len(CODES)


def test_a_file_cut_off_before_its_first_commit_is_empty_and_can_be_used(tmp_path):
    path = tmp_path / "history.sqlite3"
    path.touch()
    with History(path) as history:
        assert len(history) == 0
        assert history.add(table(START)).new == len(CODES)


@pytest.mark.parametrize("version", [0, -1, 2])
def test_another_form_is_refused(made, tmp_path, version):
    path = edited(made, tmp_path, f"PRAGMA user_version={version}")
    with History(path) as history, pytest.raises(HistoryError, match="form"):
        len(history)
