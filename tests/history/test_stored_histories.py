"""A history that a released version has written is opened by this one, to read and to go on with.

``tests/tools/stored_history.py`` wrote the files, each by its own version; none is ever written anew.
"""

from __future__ import annotations

import shutil
from datetime import UTC, date, datetime
from fractions import Fraction
from pathlib import Path

import pytest

from cafx import History, Quotation
from tools import stored_history

FILES = sorted(Path(__file__).with_name("stored").glob("history-*.sqlite3"))
IN_FORCE = [
    "USD/KGS = 87.4500 (reference, NBKR, 2026-03-30 to 2026-04-05)",
    "100 KZT/RUB = 17.2231 (official, CBR, 2026-04-01)",
    "KZT/USD = 0.00210 (ticker, timesca, 2026-04-01)",
    "USD/KZT = 474.30 (official, NBK, 2026-04-01)",
    "USD/TMT = 3.5 (peg, CBT, 2026-04-01)",
    "USD/KZT = 475.1 (official, NBK, 2026-04-02)",
    "USD/KZT = 4751.0 (official, NBK, 2026-04-03)",
]


@pytest.fixture(params=[path.name.removeprefix("history-").removesuffix(".sqlite3") for path in FILES])
def history(request, tmp_path):
    path = tmp_path / "history.sqlite3"
    shutil.copy(Path(__file__).with_name("stored") / f"history-{request.param}.sqlite3", path)
    with History(path) as opened:
        yield opened


def test_there_is_one_of_the_first_release():
    assert FILES[0].name == "history-0.1.0.sqlite3"


def test_all_that_was_kept_is_read_back(history):
    assert history.verify() == ()
    assert [str(quotation) for quotation in history.quotations()] == IN_FORCE
    (ranged,) = history.quotations("USD", "KGS")
    assert ranged.bounds == (Fraction("87.4490"), Fraction("87.4510"))
    (ticker,) = history.quotations("KZT", "USD")
    assert str(ticker.change) == "-0"
    assert history.book().rate("USD", "KZT", on="2026-04-01").price == Fraction("474.30")


def test_a_correction_is_known_with_what_it_corrects(history):
    revisions = history.revisions("USD", "KZT", on="2026-04-01")
    assert [(moment.hour, str(quotation.price)) for moment, quotation in revisions] == [
        (7, "474.20"),
        (8, "474.30"),
    ]
    before = history.book(as_known_on=datetime(2026, 4, 1, 7, 30, tzinfo=UTC))
    assert before.rate("USD", "KZT", on="2026-04-01").price == Fraction("474.20")


def test_what_waits_and_what_was_decided_is_still_so(history):
    assert [(one.number, str(one.quotation.price)) for one in history.quarantine()] == [(3, "9502")]
    assert history.accept(history.quarantine()) == 1
    assert history.verify() == ()


def test_it_goes_on(history):
    new = Quotation("USD", "KZT", "476.0", as_of="2026-04-04", kind="official", source="NBK")
    assert history.add([new]).entries == 1
    assert history.complete_days("NBK", "2026-01-01", "2026-01-01") == {date(2026, 1, 1)}
    assert history.verify() == ()


def test_this_version_writes_one_that_says_the_same(tmp_path):
    stored_history.fill(tmp_path / "new.sqlite3")
    with History(tmp_path / "new.sqlite3") as new:
        assert [str(quotation) for quotation in new.quotations()] == IN_FORCE
