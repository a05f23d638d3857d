"""What adding and exporting cost, counted in steps and bytes: by what is added, not by what lies there."""

from __future__ import annotations

import sys
import tracemalloc
from datetime import date, timedelta

from cafx.history import History
from history.bankside import NOW, START, quoted, table

FAR = date(2030, 1, 1)


def steps(history, act):
    """How many calls of Python and how many hundreds of SQLite's own steps *act* takes."""
    counts = {"call": 0, "sqlite": 0}

    def count(_frame, event, _argument):
        if event in {"call", "c_call"}:
            counts["call"] += 1

    def count_sqlite():
        counts["sqlite"] += 1

    with history._file.writing() as connection:
        connection.set_progress_handler(count_sqlite, 100)
    sys.setprofile(count)
    try:
        act()
    finally:
        sys.setprofile(None)
    return counts


def test_an_addition_costs_the_same_whatever_lies_in_quarantine():
    def cost(cases, *, is_decided):
        with History(":memory:", clock=lambda: NOW) as history:
            history.add([quoted("USD/KZT", "474.20", START)])
            history.add(quoted("USD/KZT", "474.20", FAR + timedelta(days=offset)) for offset in range(cases))
            if is_decided:
                history.discard_all()
            history.add([quoted("EUR/KZT", "515.1", START)])
            day = START + timedelta(days=1)
            return steps(
                history, lambda: history.add([quoted("USD/KZT", "474.25", day), quoted("EUR/KZT", "9", day)])
            )

    for is_decided in (False, True):
        few, many = cost(20, is_decided=is_decided), cost(1000, is_decided=is_decided)
        assert many["call"] <= few["call"] * 1.1
        assert many["sqlite"] <= few["sqlite"] + 2


def test_contradictions_cost_what_their_pairs_hold_and_not_their_days_square():
    def cost(pairs):
        codes = "EUR RUB CNY KGS TJS UZS PLN GBP TRY AED INR JPY KRW CHF".split()
        made = [(one, other) for one in codes for other in codes if one < other][:pairs]
        given = [
            quoted(f"{one}/{other}", "100" if place % 2 else "10000", START, f"S{place}")
            for one, other in made
            for place in range(5)
        ]
        with History(":memory:", clock=lambda: NOW) as history:
            history.add([quoted("USD/KZT", "474.20", START)])
            return steps(history, lambda: history.add(given))

    few, many = cost(15), cost(60)
    assert many["call"] <= few["call"] * 4 * 1.2


def test_an_export_of_four_times_the_rows_takes_no_more_memory(tmp_path):
    def peak(days):
        with History(tmp_path / f"{days}.sqlite3") as history:
            history.add(one for offset in range(days) for one in table(START + timedelta(days=offset)))
            tracemalloc.start()
            try:
                assert history.export(tmp_path / "rates.csv") == days * 12
                return tracemalloc.get_traced_memory()[1]
            finally:
                tracemalloc.stop()

    peak(31)  # what is imported and kept on first use
    assert peak(31 * 12) < peak(31 * 3) * 1.5
