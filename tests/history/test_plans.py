"""How SQLite finds what is asked for: by an index, so that a long history costs no more than a short one."""

from __future__ import annotations

from datetime import timedelta

from cafx.history import History
from history.bankside import NOW, START, quoted


def steps_of_two_weeks(days):
    """How many of SQLite's own steps the last two weeks of a pair take."""
    counted = []
    with History(":memory:", clock=lambda: NOW) as history:
        history.add(
            quoted("USD/KZT", f"474.{n % 90 + 10}", START - timedelta(days=days - n)) for n in range(days)
        )
        with history._file.reading() as connection:
            connection.set_progress_handler(lambda: counted.append(1), 1)
        found = history.quotations("USD", "KZT", start=START - timedelta(days=14), end=START)
        assert len(found) == 14
    return len(counted)


def test_two_weeks_take_no_more_steps_of_a_history_of_ten_times_the_days():
    assert steps_of_two_weeks(2_000) <= steps_of_two_weeks(200) * 1.1
