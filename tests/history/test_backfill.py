"""Filling a history from a source: what is missing is asked for, and what failed is said in one line."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from cafx import sources
from cafx.backfill import Backfilled, fill_history
from cafx.client import Failure, Fetched, Step
from cafx.errors import SourceError
from cafx.history import Added, History
from cafx.sources.document import NoTableError
from cafx.values.reading import Rejection
from history.bankside import CODES, Teller, table

START = date(2026, 3, 2)
END = START + timedelta(days=4)
NOW = datetime(2026, 4, 10, 6, 0, tzinfo=UTC)


class Absent(Teller):
    """A bank that has no table for some days, and says so."""

    def steps(self, source, start, end, *, known=frozenset()):
        for step in super().steps(source, start, end, known=known):
            if step.on in self.fails_on:
                error = NoTableError("NBK has no table for it", source="NBK", cause="refused")
                yield Step(step.done, step.total, step.on, Fetched((), (Failure("NBK", step.on, error),)))
            else:
                yield step


@pytest.fixture
def history():
    with History(":memory:", clock=lambda: NOW) as opened:
        yield opened


def test_a_day_without_a_table_is_no_failure_and_is_not_asked_for_again(history):
    holiday = START + timedelta(days=1)
    done = fill_history(Absent({holiday}), history, "NBK", START, END)
    assert (done.documents, done.total, done.empty, done.failures) == (4, 5, (holiday,), ())
    assert done.is_complete
    done.raise_for_failures()
    assert str(done) == (
        f"NBK: 4 of 5 documents, 1 without a table ({4 * len(CODES)} new, 0 known, 0 revised, 0 quarantined)"
    )
    again = Absent({holiday})
    assert str(fill_history(again, history, "NBK", START, END)) == "NBK: 0 of 0 documents"
    assert again.asked == []
    assert history.gaps("NBK") == ()
    fill_history(again, history, "NBK", START, END, again=True)
    assert len(again.asked) == 5


def test_a_day_of_the_last_week_may_still_get_its_table(history):
    yesterday = NOW.date() - timedelta(days=1)
    for _ in range(2):
        teller = Absent({yesterday})
        fill_history(teller, history, "NBK", yesterday, yesterday)
        assert teller.asked == [yesterday]


def test_a_source_that_is_not_reached_says_so_in_one_line_and_raises_on_request(history):
    days = {START + timedelta(days=offset) for offset in range(5)}
    done = fill_history(Teller(fails_on=days), history, sources.NBK(), START, END)
    assert str(done) == "NBK: 0 of 5 documents, not reached: NBK was not reached"
    assert done.added == Added()
    with pytest.raises(SourceError, match="0 of 5 documents, not reached") as caught:
        done.raise_for_failures()
    assert (caught.value.source, caught.value.cause) == ("NBK", "unavailable")


def test_a_run_that_failed_in_part_is_completed_by_the_next(history):
    missing = START + timedelta(days=2)
    done = fill_history(Teller(fails_on={missing}), history, "NBK", START, END)
    assert not done.is_complete
    assert str(done).startswith("NBK: 4 of 5 documents, not reached: ")
    teller = Teller()
    assert fill_history(teller, history, "NBK", START, END).is_complete
    assert teller.asked == [missing]


def test_rejected_rows_are_gathered(history):
    row = Rejection(3, "x", "is not a rate", "NBK", START)

    class Odd(Teller):
        def steps(self, source, start, end, *, known=frozenset()):  # noqa: ARG002 -- a stand-in
            yield Step(1, 1, start, Fetched(table(start), (), (row,)))

    assert fill_history(Odd(), history, "NBK", START, START).rejected == (row,)


def test_results_are_compared_by_value_and_say_what_they_are():
    assert Backfilled("NBK", 1, 2) == Backfilled("NBK", 1, 2)
    assert Added(new=1) + Added(known=2) == Added(new=1, known=2)
    assert Added(1, 2, 3, 4).entries == 10
    assert repr(Added(new=2)) == "Added(2)"
