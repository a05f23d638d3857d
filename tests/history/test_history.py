"""The history keeps what was published, every revision of it, and nothing twice."""

from __future__ import annotations

import csv
import json
import os
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import platformdirs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cafx import AmountError, Money, ParseError, Quotation, convert, sources
from cafx.backfill import fill_history
from cafx.client import Fetched
from cafx.errors import HistoryError, OptionError
from cafx.history import Added, History, default_path, location, user_book
from history.bankside import CODES, NOW, START, Teller, quoted, table

DAY = date(2026, 4, 1)


class Clock:
    """A clock that is set by hand."""

    def __init__(self, moment=NOW):
        self.moment = moment

    def __call__(self):
        return self.moment


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def history(tmp_path, clock):
    with History(tmp_path / "history.sqlite3", clock=clock) as opened:
        yield opened


def test_a_repeat_adds_nothing_and_a_correction_keeps_the_old_value(history, clock):
    first = quoted("USD/KZT", "474.20", DAY)
    better = quoted("USD/KZT", "474.25", DAY)
    assert history.add([first, quoted("EUR/KZT", "515.1", DAY)]) == Added(new=2)
    assert history.add([first, first]) == Added(known=2)
    clock.moment = NOW + timedelta(days=3)
    assert history.add([better]) == Added(revised=1)
    assert history.quotations("USD") == (better,)
    assert history.quotations("USD", as_known_on=date(2026, 4, 12)) == (first,)
    assert history.quotations("USD", as_known_on=date(2026, 4, 13)) == (better,)
    assert history.quotations("USD", as_known_on=NOW) == (first,)
    assert history.quotations("USD", as_known_on=date(2026, 4, 9)) == ()
    assert [one for _, one in history.revisions("USD", "KZT", on=DAY)] == [first, better]
    assert history.verify() == ()


def test_a_correction_that_is_taken_back_is_a_revision_too(history, clock):
    prices = ["474.20", "474.25", "474.20"]
    for price in prices:
        clock.moment += timedelta(hours=1)
        history.add([quoted("USD/KZT", price, DAY)])
    assert [str(one.price) for _, one in history.revisions("USD", "KZT", on=DAY)] == prices
    assert len(history) == 1
    assert history.verify() == ()


def test_a_clock_that_was_set_back_loses_no_revision(history, clock):
    history.add([quoted("USD/KZT", "474.20", DAY)])
    clock.moment -= timedelta(days=2)
    history.add([quoted("USD/KZT", "474.30", DAY)])
    assert [str(one.price) for one in history.quotations()] == ["474.30"]
    assert history.verify() == ()


def test_the_print_comes_back_digit_by_digit(history):
    given = [
        quoted("UZS/RUB", "63.3050", DAY, source="CBR", nominal=10000),
        quoted("TMT/KGS", "24.9857", DAY, source="NBKR", through=DAY + timedelta(days=6)),
        quoted("USD/TMT", "3.5", DAY, source="CBT", low="3.49995", high="3.50005"),
        quoted("KZT/USD", "0.00194", None, "timesca", "ticker", change=Decimal("-0"), observed_at=NOW),
        quoted("AED/KZT", "0.0000001", DAY),
    ]
    history.add(given)
    kept = {one.pair: one for one in history.quotations()}
    for quotation in given:
        assert kept[quotation.pair] == quotation
        assert kept[quotation.pair].to_json() == quotation.to_json()


def test_questions_narrow_what_is_given(history):
    week = {"source": "NBKR", "through": date(2026, 4, 3)}
    history.add(
        [
            quoted("USD/KZT", "470", date(2026, 3, 30)),
            quoted("USD/KZT", "471", DAY),
            quoted("USD/TJS", "9.5", DAY, source="NBT"),
            quoted("TMT/KGS", "24.9", date(2026, 3, 28), **week),
        ]
    )
    assert len(history.quotations(start=DAY)) == 3
    assert len(history.quotations(end=date(2026, 3, 30))) == 2
    assert len(history.quotations("usd")) == 3
    assert len(history.quotations(quote="KZT")) == 2
    assert len(history.quotations(source="NBT", kind="official")) == 1
    assert len(history.newest()) == 3
    assert history.book(start=DAY).rate("USD", "KZT", on=DAY).price == 471


def test_an_error_in_the_middle_adds_nothing(history):
    history.add([quoted("USD/KZT", "470", DAY)])
    with pytest.raises(TypeError, match="keeps quotations"):
        history.add([quoted("USD/KZT", "471", DAY), "USD/KZT = 472"])
    assert [str(one.price) for one in history.quotations()] == ["470"]


# Quarantine


def test_a_lost_decimal_point_waits_until_it_is_accepted(history):
    history.add([quoted("USD/KZT", "474.20", DAY)])
    slip = quoted("USD/KZT", "4742.0", DAY + timedelta(days=1))
    assert history.add([slip]) == Added(quarantined=1)
    assert history.add([slip]) == Added(known=1)
    (suspect,) = history.quarantine()
    assert suspect.quotation == slip
    assert "4742 for one USD after 474.2 on 2026-04-01" in suspect.reason
    assert history.book().rate("USD", "KZT").legs[0].as_of == DAY
    assert history.accept([suspect.number, suspect.number]) == 1
    assert history.quarantine() == ()
    assert slip in history.quotations()
    assert history.verify() == ()


def test_a_correction_tenfold_waits_too(history):
    history.add([quoted("USD/KZT", "474.20", DAY)])
    assert history.add([quoted("USD/KZT", "4742.0", DAY)]) == Added(quarantined=1)
    assert [str(one.price) for one in history.quotations()] == ["474.20"]


def test_what_is_rejected_does_not_come_back(history):
    slip = quoted("USD/KZT", "4742.0", DAY + timedelta(days=1))
    history.add([quoted("USD/KZT", "474.20", DAY), slip])
    assert history.discard_all() == 1
    assert history.add([slip]) == Added(known=1)
    assert len(history) == 1
    with pytest.raises(HistoryError, match="nothing waits in quarantine under 1: nothing waits at all"):
        history.accept([1])


def test_a_value_held_for_its_date_enters_on_its_day(history, clock):
    day = NOW.date() + timedelta(days=30)
    early = quoted("USD/KZT", "474.20", day)
    assert history.add([early]) == Added(quarantined=1)
    assert history.add([early]) == Added(known=1)
    clock.moment += timedelta(days=30)
    assert history.add([early, early]) == Added(new=1, known=1)
    assert history.quotations() == (early,)
    assert history.quarantine() == ()
    assert history.verify() == ()


def test_a_value_that_a_second_source_confirms_enters_when_it_comes_again(history):
    history.add([quoted("USD/UZS", "2000.00", DAY, source="CBU")])
    day = DAY + timedelta(days=1)
    steep = quoted("USD/UZS", "8100.00", day, source="CBU")
    assert history.add([steep]) == Added(quarantined=1)
    assert history.add([quoted("USD/UZS", "8090", day, source="market", kind="market")]) == Added(new=1)
    assert history.add([steep]) == Added(new=1)
    assert history.quarantine() == ()
    assert steep in history.quotations()
    assert history.verify() == ()


def test_29_a_true_devaluation_is_confirmed_by_the_next_day(history):
    history.add([quoted("USD/UZS", "2000.00", DAY, source="CBU")])
    days = [DAY + timedelta(days=offset) for offset in (1, 2)]
    assert history.add([quoted("USD/UZS", "8100.00", days[0], source="CBU")]) == Added(quarantined=1)
    assert history.add([quoted("USD/UZS", "8120.00", days[1], source="CBU")]) == Added(new=2)
    assert len(history) == 3
    assert history.quarantine() == ()
    assert history.verify() == ()


def test_a_true_devaluation_within_one_batch_is_taken_whole(history):
    prices = ["2000.00", "8100.00", "8120.00", "8119.00"]
    done = history.add(
        quoted("USD/UZS", price, DAY + timedelta(days=offset), source="CBU")
        for offset, price in enumerate(prices)
    )
    assert done == Added(new=4)
    assert history.verify() == ()


def test_a_second_source_confirms_a_jump_at_once(history):
    history.add([quoted("USD/UZS", "2000.00", DAY, source="CBU")])
    day = DAY + timedelta(days=1)
    history.add([quoted("USD/UZS", "8090", day, source="market", kind="market")])
    assert history.add([quoted("USD/UZS", "8100.00", day, source="CBU")]) == Added(new=1)


def test_the_slip_of_uzbekistans_bank_is_held_back_by_cross_check(history):
    table_of_day = [
        quoted("USD/UZS", "12194.21", DAY, source="CBU"),
        quoted("TMT/UZS", "4037.68", DAY, source="CBU"),
        quoted("EUR/UZS", "13984.32", DAY, source="CBU"),
    ]
    assert history.add(table_of_day) == Added(new=2, quarantined=1)
    (suspect,) = history.quarantine()
    assert suspect.quotation == table_of_day[1]
    assert "3484" in suspect.reason


def test_the_captured_slip_is_held_back_and_the_rest_is_kept(history, shared):
    body = (shared / "feeds" / "cbu-all-2026-04-01.json").read_bytes()
    assert history.add(sources.CBU().parse(body)) == Added(new=73, quarantined=1)
    (suspect,) = history.quarantine()
    assert suspect.quotation.pair == "TMT/UZS"


def test_days_far_ahead_are_held_back_and_tomorrow_is_not(history):
    tomorrow, far = NOW.date() + timedelta(days=1), NOW.date() + timedelta(days=3)
    assert history.add([quoted("USD/KZT", "474", tomorrow), quoted("EUR/KZT", "474", far)]) == Added(
        1, 0, 0, 1
    )


def test_a_flat_series_is_kept_as_it_is(history):
    days = [date(2026, 1, 1) + timedelta(days=offset) for offset in range(60)]
    assert history.add(quoted("USD/KGS", "87.4500", day, source="NBKR") for day in days) == Added(60)


def test_a_nominal_that_moves_is_no_jump(history):
    history.add([quoted("IRR/KZT", "0.33", DAY, nominal=1000)])
    moved = quoted("IRR/KZT", "3.31", DAY + timedelta(days=1), nominal=10000)
    assert history.add([moved]) == Added(new=1)


# Backfills, gaps, export


def test_a_backfill_asks_only_for_what_is_missing_and_reports_its_progress(history):
    seen, teller = [], Teller(fails_on={START + timedelta(days=2)})
    end = START + timedelta(days=4)
    done = fill_history(teller, history, sources.NBK(), START, end, progress=seen.append)
    assert done.added == Added(new=4 * len(CODES))
    assert [failure.on for failure in done.failures] == [START + timedelta(days=2)]
    assert [(step.done, step.total, step.failures) for step in seen][-1] == (5, 5, 1)
    assert history.gaps(sources.NBK()) == (START + timedelta(days=2),)
    again = Teller()
    assert fill_history(again, history, sources.NBK(), START, end).added == Added(new=len(CODES))
    assert again.asked == [START + timedelta(days=2)]
    assert history.gaps(sources.NBK()) == ()
    assert fill_history(Teller(), history, sources.NBK(), START, end, again=True).added == Added(
        known=5 * len(CODES)
    )


def test_gaps_follow_the_sources_own_calendar(history):
    assert history.gaps(sources.CBU()) == ()
    for day in (17, 18, 20):
        history.add([quoted("USD/UZS", "12000.00", date(2026, 3, day), source="CBU")])
    assert history.gaps(sources.CBU()) == (date(2026, 3, 19),)
    assert history.gaps(sources.CBU(), date(2026, 3, 14), date(2026, 3, 17)) == (date(2026, 3, 14),)


def test_a_day_of_which_only_rejected_or_held_values_came_stays_a_gap(history):
    days = [DAY + timedelta(days=offset) for offset in range(3)]
    rest = [one for one in table(days[1]) if one.base != "USD"]
    history.add([*table(days[0]), *table(days[2])])
    history.add([quoted("USD/KZT", "4742.0", days[1])])
    assert len(history.quarantine()) == 1
    assert history.gaps(sources.NBK()) == (days[1],)
    teller = Teller()
    teller_of_dollar = sources.NBK(["USD"])
    fill_history(teller, history, teller_of_dollar, days[0], days[2])
    assert teller.asked == []  # it waits for a decision
    history.discard_all()
    assert history.gaps(teller_of_dollar) == (days[1],)
    history.add(rest)
    assert history.gaps(sources.NBK()) == ()
    fill_history(teller, history, sources.NBK(), days[0], days[2])
    assert teller.asked == [days[1]]


def test_a_day_that_is_filled_in_part_is_asked_for_again(history):
    days = [DAY + timedelta(days=offset) for offset in range(3)]
    history.add(one for day in days for one in table(day) if one.base == "USD")
    teller = Teller()
    fill_history(teller, history, sources.NBK(["USD"]), days[0], days[2])
    assert teller.asked == []
    fill_history(teller, history, sources.NBK(), days[0], days[2])
    fill_history(teller, history, sources.NBK(), days[0], days[2])
    assert teller.asked == days


def test_a_day_off_is_not_asked_for_again(history):
    saturday, sunday, monday = (date(2026, 3, day) for day in (14, 15, 16))
    bank = sources.CBU(["USD"])
    teller = Teller()
    fill_history(teller, history, bank, saturday, monday)  # it answers for another bank: nothing is known
    history.add([quoted("USD/UZS", "12000.00", saturday, source="CBU")])
    fill_history(teller, history, bank, sunday, monday)
    assert teller.asked == [saturday, sunday, monday]


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("price", "1.2.3"), ("price", "-1"), ("as_of", "2026-13-01"), ("nominal", "x"), ("kind", "rumour"),
        ("base", "ZZZ"), ("change", "much"), ("low", "."), ("observed_at", "noon"), ("through", "x"),
    ],
)  # fmt: skip
def test_a_damaged_value_is_named_and_breaks_nothing_else(history, column, value):
    history.add([quoted("USD/KZT", "474.20", DAY), quoted("EUR/KZT", "515.1", DAY)])
    with history._file.writing() as connection:
        connection.execute("PRAGMA ignore_check_constraints=ON")
        connection.execute(f"UPDATE quotation SET {column} = ? WHERE base = 'USD'", (value,))  # noqa: S608
    (problem,) = (problem for problem in history.verify() if "row 1: what NBK has for " in problem)
    assert "is damaged" in problem
    for ask in (history.quotations, history.book, history.newest):
        with pytest.raises(HistoryError, match=r"what NBK has for .* is damaged"):
            ask()


def test_a_number_with_two_points_never_enters_the_file(history):
    history.add([quoted("USD/KZT", "474.20", DAY)])
    with pytest.raises(HistoryError, match="CHECK"), history._file.writing() as connection:
        connection.execute("UPDATE quotation SET price = '1.2.3'")


def test_exports_hold_every_digit(history, tmp_path):
    history.add(
        [quoted("USD/KZT", "474.20", DAY, low="474.1", high="474.3"), quoted("EUR/KZT", "0.00000010", DAY)]
    )
    assert history.export(tmp_path / "rates.csv") == 2
    with (tmp_path / "rates.csv").open(encoding="utf-8") as file:
        assert [row["price"] for row in csv.DictReader(file)] == ["0.00000010", "474.20"]
    assert history.export(tmp_path / "rates.jsonl") == 2
    lines = (tmp_path / "rates.jsonl").read_text("utf-8").splitlines()
    assert tuple(Quotation.from_json(line) for line in lines) == history.quotations()
    assert json.loads(lines[1])["low"] == "474.1"
    with pytest.raises(OptionError, match="tells no format"):
        history.export(tmp_path / "rates.xlsx")
    with pytest.raises(HistoryError, match="cannot be written"):
        history.export(tmp_path / "nowhere" / "rates.csv")
    assert sorted(path.name for path in tmp_path.glob("*rates*")) == ["rates.csv", "rates.jsonl"]


def test_an_unknown_format_is_named(history, tmp_path):
    with pytest.raises(OptionError, match=r"'xlsx' is not a format: .*format='csv'"):
        history.export(tmp_path / "rates.csv", "xlsx")


def test_what_is_plain_enough_is_taken(tmp_path, clock):
    first = quoted("USD/KZT", "474.20", DAY)
    slip = quoted("USD/KZT", "4742.0", DAY + timedelta(days=1))
    with History(os.fsencode(tmp_path / "history.sqlite3"), clock=clock) as history:
        assert history.path == str(tmp_path / "history.sqlite3")
        assert history.add(Fetched((first, slip))) == Added(new=1, quarantined=1)
        with pytest.raises(TypeError, match=r"pass a list, such as \[quotation\]"):
            history.add(first)
        assert history.accept(history.quarantine()) == 1
        assert history.quotations(start="2026-04-01", end="2026-04-01") == (first,)
        assert history.newest("2026-04-01") == (first,)
        assert len(history.book(start="2026-04-02")) == 1
        assert history.revisions("USD", "KZT", on="2026-04-01")[0][1] == first
        assert len(history.quotations(as_known_on="2026-04-10")) == 2
        assert history.gaps("nbk", "2026-04-01", "2026-04-03") == (date(2026, 4, 3),)
        teller = Teller()
        fill_history(teller, history, "NBK", "2026-04-03", "2026-04-03")
        assert teller.asked == [date(2026, 4, 3)]
        with pytest.raises(ParseError, match="start 'March' is not a date"):
            history.quotations(start="March")


def test_parquet_is_written_where_pyarrow_is(history, tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet")
    history.add([quoted("USD/KZT", "474.20", DAY)])
    history.export(tmp_path / "rates.parquet")
    assert parquet.read_table(tmp_path / "rates.parquet").to_pylist()[0]["price"] == "474.20"


@pytest.mark.parametrize(
    "home", ["/people/aigul", "/people/aigul/", "/", "//srv", "/people/a b/é", "here", "", None]
)
@pytest.mark.parametrize("xdg", [None, "", "/kept", "relative", " /kept "])
def test_the_users_own_history_lies_where_the_system_keeps_data(home, xdg, monkeypatch):
    for name, value in (("CAFX_DATA", None), ("HOME", home), ("XDG_DATA_HOME", xdg)):
        if value is None:
            monkeypatch.delenv(name, raising=False)
        else:
            monkeypatch.setenv(name, value)
    expected = platformdirs.user_data_dir("cafx", appauthor=False)
    assert location.default_name() == os.path.join(expected, "history.sqlite3")  # noqa: PTH118


def test_the_users_own_history_follows_its_variables_while_the_program_runs(monkeypatch):
    monkeypatch.delenv("CAFX_DATA", raising=False)
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    for name, folder in (("HOME", "/one"), ("XDG_DATA_HOME", "/two"), ("CAFX_DATA", "/three")):
        monkeypatch.setenv(name, folder)
        expected = platformdirs.user_data_dir("cafx", appauthor=False) if name != "CAFX_DATA" else folder
        assert location.default_name() == os.path.join(expected, "history.sqlite3")  # noqa: PTH118


def test_the_users_own_history_is_found_by_its_variable(tmp_path, monkeypatch):
    monkeypatch.setenv("CAFX_DATA", str(tmp_path / "data"))
    assert default_path() == tmp_path / "data" / "history.sqlite3"
    assert user_book() is None
    day = date(2026, 11, 16)  # later than what comes with the package
    with History(clock=Clock(datetime(2026, 11, 17, tzinfo=UTC))) as history:
        history.add(table(day))
        assert user_book().rate("USD", "KZT").price == history.book().rate("USD", "KZT").price
        later = day + timedelta(days=3)
        assert user_book().rate("USD", "KZT", on=later).as_of == day
        assert user_book() is user_book()
        history.add(table(day + timedelta(days=1)))
        assert user_book().rate("USD", "KZT").as_of == day + timedelta(days=1)


# Properties


PRICES = st.sampled_from(["470", "470.0", "471.5", "480", "4700", "47"])
ADDITIONS = st.lists(
    st.lists(
        st.builds(
            quoted,
            st.sampled_from(["USD/KZT", "EUR/KZT"]),
            PRICES,
            st.dates(date(2026, 4, 1), date(2026, 4, 4)),
            source=st.sampled_from(["NBK", "ABC"]),
        ),
        max_size=5,
    ),
    max_size=5,
)


@given(ADDITIONS)
@settings(max_examples=60, deadline=None)
def test_nothing_is_lost_invented_or_forgotten(batches):
    clock = Clock()
    given, known_at = [], []
    with History(":memory:", clock=clock) as history:
        for batch in batches:
            clock.moment += timedelta(days=1)
            history.add(batch)
            given += batch
            known_at.append((clock.moment, history.quotations()))
        held = {suspect.quotation for suspect in history.quarantine()}
        in_force = history.quotations()
        keys = {(one.source, one.pair, one.as_of) for one in in_force}
        assert len(keys) == len(in_force) == len(history) == len(history.book())
        assert set(in_force) <= set(given)
        for quotation in given:
            revisions = [
                one for _, one in history.revisions(quotation.base, quotation.quote, on=quotation.as_of)
            ]
            assert quotation in revisions or quotation in held
        for moment, known in known_at:
            assert history.quotations(as_known_on=moment) == known
        assert history.verify() == ()
        assert history.add(in_force) == Added(known=len(in_force))


def test_floats_and_exponents_never_reach_the_file():
    with pytest.raises(AmountError):
        quoted("USD/KZT", "1e5", DAY)
    with pytest.raises(TypeError):
        quoted("USD/KZT", 1.5, DAY)


def test_the_clock_must_know_its_zone(tmp_path):
    naive = datetime(2026, 4, 1, tzinfo=UTC).replace(tzinfo=None)
    with pytest.raises(TypeError, match="zone"):
        History(tmp_path / "a.sqlite3", clock=lambda: naive).add([quoted("USD/KZT", "1", DAY)])


def test_a_conversion_uses_the_users_own_history(tmp_path, monkeypatch):
    now = datetime.now(UTC)
    day = now.date() - timedelta(days=1)
    monkeypatch.setenv("CAFX_DATA", str(tmp_path))
    with History(clock=Clock(now)) as history:
        history.add([quoted("USD/KZT", "500.00", day)])
    for on in (day, None, day + timedelta(days=10)):
        assert convert("1000000 KZT", "USD", on=on).rounded() == Money("2000.00", "USD")
    assert convert("20 million manat", "USD", on=date(2025, 9, 18)).rate.kind == "peg"


def test_a_rate_of_tomorrow_is_used_from_its_day_on(tmp_path, monkeypatch):
    monkeypatch.setenv("CAFX_DATA", str(tmp_path))
    today = datetime.now(UTC).date()
    tomorrow = today + timedelta(days=1)
    with History() as history:
        history.add([quoted("USD/KZT", "500.00", today), quoted("USD/KZT", "510.00", tomorrow)])
        history.add([quoted("USD/KGS", "87.5", tomorrow, source="NBKR")])
        assert [str(one.price) for one in history.newest()] == ["87.5", "510.00"]
        assert [str(one.price) for one in history.newest(end=today)] == ["500.00", "87.5"]
    assert convert("1000 KZT", "USD").rounded() == Money("2.00", "USD")
    assert convert("1000 KZT", "USD", on=tomorrow).rounded() == Money("1.96", "USD")
    monkeypatch.setattr("cafx.exchange._today", lambda: tomorrow)
    assert convert("1000 KZT", "USD").rounded() == Money("1.96", "USD")


def test_a_slip_that_is_held_back_is_no_witness_against_others(history):
    table_of = {"USD/UZS": "12194.21", "EUR/UZS": "13984.32", "TMT/UZS": "3484.06"}
    history.add(quoted(pair, price, DAY, source="CBU") for pair, price in table_of.items())
    day = DAY + timedelta(days=1)
    next_table = {**table_of, "USD/UZS": "1219.42"}
    done = history.add(quoted(pair, price, day, source="CBU") for pair, price in next_table.items())
    assert done == Added(new=2, quarantined=1)


def test_the_first_and_the_last_day_of_the_calendar_are_kept(history):
    for day in (date.min, date.min + timedelta(days=1), NOW.date()):
        history.add([quoted("USD/KZT", "474.20", day)])
    assert len(history) == 3
    assert history.quotations(start=date.min, end=date.max) == history.quotations()
