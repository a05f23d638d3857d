"""``cafx history`` and ``cafx update``: what is done, what is said, and the exit code."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest

from cafx.history import History
from history.bankside import CODES, NOW, START, quoted, table


@pytest.fixture
def path(tmp_path):
    file = tmp_path / "history.sqlite3"
    with History(file, clock=lambda: NOW) as history:
        history.add(table(START))
        history.add(
            [quoted("USD/KZT", price, START + timedelta(days=1)) for price in ("4.01", "4.02", "4.03")]
        )
    return str(file)


def test_the_quarantine_is_listed_accepted_and_discarded(cli, path):
    code, out, _ = cli("history", "--history", path, "--quarantine")
    assert (code, len(out.splitlines())) == (0, 3)
    _, out, _ = cli("history", "--history", path, "--quarantine", "--json")
    assert [one["number"] for one in json.loads(out)] == [1, 2, 3]
    assert cli("history", "--history", path, "--accept", "1")[:2] == (0, "1 accepted\n")
    code, out, err = cli("history", "--history", path, "--accept", "1")
    assert (code, out) == (2, "")
    assert "nothing waits in quarantine under 1: what waits has the numbers 2, 3" in err
    assert cli("history", "--history", path, "--discard", "2")[:2] == (0, "1 discarded\n")
    assert cli("history", "--history", path, "--discard-all")[:2] == (0, "1 discarded\n")
    assert cli("history", "--history", path, "--accept-all")[:2] == (0, "0 accepted\n")
    assert cli("history", "--history", path, "--quarantine")[0] == 1


def test_an_export_is_loaded_into_another_history(cli, path, tmp_path):
    out, other = str(tmp_path / "rates.csv"), str(tmp_path / "other.sqlite3")
    assert cli("history", "--history", path, "--export", out)[0] == 0
    code, said, _ = cli("history", "--history", other, "--load", out)
    assert (code, said) == (0, f"{len(CODES)} new, 0 known, 0 revised, 0 quarantined\n")
    assert cli("history", "--history", other, "--load", str(tmp_path / "nowhere.csv"))[0] == 2


def test_verify_tells_a_sound_file_from_none_and_from_a_damaged_one(cli, path, tmp_path):
    assert cli("history", "--history", path, "--verify")[:2] == (0, "sound\n")
    code, out, err = cli("history", "--history", str(tmp_path / "nowhere"), "--verify")
    assert (code, out) == (1, "")
    assert "there is no history at" in err
    body = Path(path).read_bytes()
    price = str(table(START)[0].price).encode()
    Path(path).write_bytes(body.replace(price, price[:-1] + b"x"))
    code, out, err = cli("history", "--history", path, "--verify")
    assert (code, out) == (2, "not sound\n")
    assert "--rescue OUT" in err
    code, out, err = cli("history", "--history", path, "--rescue", str(tmp_path / "saved"))
    assert code == 1
    assert "cafx: lost: " in err
    assert cli("history", "--history", str(tmp_path / "saved"), "--verify")[:2] == (0, "sound\n")
    code, out, err = cli("history", "--history", path, "--rescue", str(tmp_path / "saved"))
    assert (code, out, err.count("\n")) == (2, "", 1)
