"""Staleness by the calendar of each bank, and what a day may be."""

from __future__ import annotations

import warnings
from datetime import date, timedelta
from itertools import pairwise

import pytest

from cafx import Quotation, Rate, RateBook, StaleRateWarning
from cafx.core.dates import day_of
from cafx.errors import ParseError
from cafx.rates.calendars import (
    BANKS,
    DAYS_OFF_UNTIL,
    MAX_MISSED,
    age_on,
    is_stale,
    last_day_in_force,
    missed_publications,
    warn_if_stale,
)


def quoted(as_of, source="NBK", kind="official", through=None):
    return Quotation("USD", "KZT", "474.20", as_of=as_of, kind=kind, source=source, through=through)


@pytest.mark.parametrize(
    ("source", "as_of", "today", "missed"),
    [
        ("NBK", "2026-08-15", "2026-08-17", 0),  # Saturday's, on Monday
        ("NBK", "2026-08-15", "2026-08-18", 0),  # Tuesday's may still come
        ("NBK", "2026-08-15", "2026-08-21", 3),
        ("NBK", "2026-08-15", "2026-08-22", 4),
        ("NBK", "2026-03-21", "2026-03-27", 0),  # Nauryz: nothing is set from the 21st to the 25th
        ("NBK", "2026-03-21", "2026-03-28", 1),
        ("NBKR", "2026-08-29", "2026-09-02", 0),  # the Day of Independence on Monday, none new on Tuesday
        ("unheard of", "2026-08-14", "2026-08-21", 4),
    ],
)
def test_publications_that_were_due_are_counted_without_days_off(source, as_of, today, missed):
    assert missed_publications(quoted(as_of, source), date.fromisoformat(today)) == missed


def test_a_rate_is_stale_after_more_than_three_missed_publications():
    rate = Rate.of(quoted("2026-08-15"))
    assert not is_stale(rate, date(2026, 8, 21))
    assert is_stale(rate, date(2026, 8, 22))
    assert age_on(rate, date(2026, 8, 22)) == 5
    assert missed_publications(rate.legs[0], date(2030, 1, 1)) == MAX_MISSED + 1


def test_a_span_is_stale_two_weeks_after_its_end_and_a_ticker_never():
    week = Rate.of(quoted("2026-08-10", kind="reference", through="2026-08-16"))
    assert not is_stale(week, date(2026, 8, 30))
    assert is_stale(week, date(2026, 8, 31))
    for kind in ("ticker", "stated"):
        assert not is_stale(Rate.of(quoted("2024-01-01", kind=kind)), date(2026, 8, 31))
    peg = Rate.of(quoted("2015-01-01", kind="peg", through="9999-12-31"))
    assert not is_stale(peg, date(2026, 8, 31))


def test_a_stale_rate_is_warned_of_where_no_day_was_given():
    rate = Rate.of(quoted("2026-08-15"))
    with pytest.warns(StaleRateWarning, match="5 days old"):
        warn_if_stale(rate, today=date(2026, 8, 22))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        warn_if_stale(rate, today=date(2026, 8, 20))


def test_the_table_of_days_off_reaches_as_far_as_it_says():
    from cafx.rates.calendars import _days_off

    countries = {row.country for rows in BANKS.values() for row in rows if row.country}
    for country in countries:
        days = _days_off()[country]
        assert {day.year for day in days} == set(range(2020, DAYS_OFF_UNTIL + 1))
        assert date(2026, 1, 1) in days


def _changes(shared, file):
    lines = (shared / "rates-history" / file).read_text("utf-8").splitlines()[1:]
    rows = [line.split(",") for line in lines]
    for (_, _, before, _), (day, _, price, _) in pairwise(rows):
        if before != price:
            yield date.fromisoformat(day)


@pytest.mark.parametrize(
    ("file", "source", "changes", "due"),
    [
        ("official-kzt-nbk-2015-03_2020-03.csv", "NBK", 1143, 1133),
        ("official-kgs-nbkr-2021-07_2026-08.csv", "NBKR", 744, 734),
    ],
)
def test_new_rates_begin_on_the_days_of_the_table(shared, file, source, changes, due):
    days = list(_changes(shared, file))
    assert len(days) == changes
    assert sum(day.isoweekday() in BANKS[source][0].weekdays for day in days) == due


def test_how_long_a_rate_is_in_force_is_asked_of_one_place():
    for source in [*BANKS, "unheard of"]:
        for offset in range(7):
            one = quoted(date(2026, 8, 10) + timedelta(days=offset), source)
            book = RateBook([one])
            last = last_day_in_force(one)
            assert book.rate("USD", "KZT", on=last).age == 0
            assert book.rate("USD", "KZT", on=last + timedelta(days=1)).age == 1


class NaT:
    """As pandas' and numpy's: not equal to itself."""

    def __eq__(self, other):
        return False

    def __hash__(self):
        return 0

    def __str__(self):
        return "NaT"


@pytest.mark.parametrize("missing", ["", "  ", "NaT", "nan", "None", NaT(), float("nan")], ids=range(7))
def test_a_missing_day_is_never_the_newest(missing):
    book = RateBook.bundled()
    for ask in (
        lambda: book.rate("USD", "KZT", on=missing),
        lambda: book.spans("USD", "KZT", missing, "2026-01-01"),
        lambda: book.average("USD", "KZT", (missing, "2026-01-01")),
        lambda: Quotation("USD", "KZT", "1", as_of=missing, kind="official", source="x"),
        lambda: day_of(missing),
    ):
        with pytest.raises((TypeError, ParseError), match="missing"):
            ask()


@pytest.mark.parametrize("wrong", [["2025-09-18"], 20250918, ("2025", 9)], ids=str)
def test_what_is_not_a_day_is_refused(wrong):
    with pytest.raises(TypeError, match="on must be a date, not"):
        RateBook.bundled().rate("USD", "KZT", on=wrong)


def test_a_day_of_numpy_is_a_day():
    class datetime64:  # noqa: N801 -- its name is what it is known by
        dtype = "datetime64[D]"

        def item(self):
            return date(2025, 9, 18)

    assert day_of(datetime64()) == date(2025, 9, 18)
    moment = datetime64()
    moment.dtype = "datetime64[ns]"
    with pytest.raises(TypeError, match="astype"):
        day_of(moment)
