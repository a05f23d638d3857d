"""What ``newest()`` keeps: only as long as nobody has changed the file."""

from __future__ import annotations

from datetime import timedelta

from cafx.history import History
from history.bankside import START, quoted


def prices(history):
    return [str(one.price) for one in history.newest()]


def test_the_newest_follow_every_change_by_whomever(tmp_path):
    path = tmp_path / "history.sqlite3"
    days = [START + timedelta(days=offset) for offset in range(4)]
    with History(path) as one, History(path) as other:
        one.add([quoted("USD/KZT", "474.20", days[0])])
        assert prices(one) == prices(one) == prices(other) == ["474.20"]
        other.add([quoted("USD/KZT", "474.30", days[1])])
        assert prices(one) == prices(other) == ["474.30"]
        one.add([quoted("USD/KZT", "474.40", days[2])])
        assert prices(one) == prices(other) == ["474.40"]
        one.close()
        other.add([quoted("USD/KZT", "474.50", days[2])])
        other.add([quoted("USD/KZT", "474.60", days[3])])
        assert prices(one) == prices(other) == ["474.60"]
        assert [str(found.price) for found in one.newest(days[2])] == ["474.50"]
        assert prices(one) == ["474.60"]


def test_the_newest_of_a_file_that_was_replaced_are_its_own(tmp_path):
    path = tmp_path / "history.sqlite3"
    with History(path) as history:
        history.add([quoted("USD/KZT", "474.20", START)])
        assert prices(history) == ["474.20"]
        history.close()
        path.unlink()
        history.add([quoted("USD/KZT", "475.20", START)])
        assert prices(history) == ["475.20"]
