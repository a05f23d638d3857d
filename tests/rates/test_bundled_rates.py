"""What comes with the package answers every day since the currencies came; and what reads it."""

from __future__ import annotations

import csv
import importlib.util
import subprocess
import sys
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path

import pytest

import cafx
from cafx import Currency, Money, OptionError, ParseError, Quotation, RateBook, RateNotFound, UnknownCurrency
from cafx.rates.bundled import SOURCES

_ROOT = Path(__file__).parents[2]
BORN = {
    "KGS": "1993-05-31",
    "KZT": "1993-11-15",
    "TJS": "2000-10-30",
    "UZS": "1997-11-17",
    "TMT": "2009-01-01",
}


@pytest.mark.parametrize("code", BORN)
def test_every_day_since_the_currencies_came_has_an_answer(code):
    spans = RateBook.bundled().spans("USD", code, BORN[code], "2026-10-25", max_age=timedelta(0))
    days = (date(2026, 10, 25) - date.fromisoformat(BORN[code])).days + 1
    assert sum(span.days for span in spans) == days
    assert not any(span.rate.is_carried for span in spans)


def test_old_days_are_answered():
    conversion = cafx.convert("3 trillion soums", "USD", on="2019-05-14")
    assert abs(conversion.result / 355_000_000 - 1) < Fraction(5, 1000)
    assert cafx.convert("100 tenge", "USD", on="1996-09-30").result > 1
    assert cafx.convert("5 сомони", "USD", on="2001-01-15").result > 1


@pytest.mark.parametrize(
    ("code", "on", "former"),
    [("KZT", "1993-11-14", "rouble"), ("TJS", "2000-01-01", "TJR"), ("TMT", "2008-12-31", "TMM")],
)
def test_before_a_currency_came_the_error_names_the_one_before(code, on, former):
    with pytest.raises(RateNotFound, match=rf"{code} came on .* after .*{former}"):
        cafx.convert(Money(100, code), "USD", on=on)


def test_a_withdrawn_currency_has_rates_to_its_last_day_and_no_money():
    book = RateBook.bundled()
    assert book.rate("USD", "TMM", on="2008-12-31").price == 14_250
    assert book.rate("usd", "tmm").on == date(2008, 12, 31)
    with pytest.raises(UnknownCurrency, match=r"use TMT, in force since 2009-01-01 .5000 TMM = 1 TMT"):
        book.rate("USD", "TMM", on="2009-01-01")
    with pytest.raises(UnknownCurrency, match="use TMT"):
        Quotation("USD", "TMM", "14250", as_of="2009-01-01", kind="official", source="CBT")
    with pytest.raises(UnknownCurrency, match="use TMT"):
        book.convert(Money(1, "USD"), "TMM", on="2008-12-31")
    assert book.spans("USD", "TMM", "2008-12-30", "2009-01-05")[-1].last == date(2008, 12, 31)
    assert Currency("TMM").until == date(2008, 12, 31)


def test_other_currencies_answer_too():
    book = RateBook.bundled()
    rate = book.rate("EUR", "USD", on="2022-09-27")
    assert rate.low <= Fraction("0.9644") <= rate.high  # of the European bank on that day
    assert book.rate("EUR", "KZT", on="2024-02-29").pair == "EUR/KZT"
    assert book.rate("USD", "RUB", on="2022-03-10").price > 120
    with pytest.raises(RateNotFound):
        book.rate("USD", "RUB", on="2024-01-01")


def test_a_row_becomes_the_quotation_that_the_checked_constructor_makes():
    rows = csv.DictReader((_ROOT / "src/cafx/rates/data/weekly.csv").read_text("utf-8").splitlines())
    known = {(one.quote, one.as_of.isoformat()): one for one in RateBook.bundled() if one.kind == "reference"}
    number = 0
    for row in rows:
        number += 1
        made = Quotation(
            row["base"],
            row["quote"],
            row["price"],
            as_of=row["as_of"],
            through=row["through"],
            kind="reference",
            source=row["source"],
            low=row["low"],
            high=row["high"],
        )
        assert known[row["quote"], row["as_of"]] == made
        assert repr(known[row["quote"], row["as_of"]]) == repr(made)
    assert len(known) == number


def test_a_lookup_makes_no_more_quotations_than_it_needs():
    script = (
        "import cafx; from cafx.rates import bundled; made = []; old = bundled._weekly_quotation;"
        "bundled._weekly_quotation = lambda line: made.append(line) or old(line);"
        "cafx.convert('13 trillion tenge', 'USD', on='2025-09-18'); print(len(made))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert int(done.stdout) <= 3


def test_a_book_made_anew_of_the_bundled_quotations_answers_alike():
    bundled, anew = RateBook.bundled(), RateBook(list(RateBook.bundled()))
    assert anew == bundled
    assert len(anew) == len(bundled)
    assert anew.digest() == bundled.digest()
    for on in ("1999-03-03", "2019-05-14", "2026-10-30", None):
        assert anew.rate("KZT", "UZS", on=on) == bundled.rate("KZT", "UZS", on=on)
    assert bundled.merge(anew).rate("KZT", "USD", on="2026-10-30") == bundled.rate(
        "KZT", "USD", on="2026-10-30"
    )


def test_the_official_points_lie_within_the_bounds(shared):
    lines = (shared / "rates-history" / "official-points.csv").read_text("utf-8").splitlines()[1:]
    points = [line.split(",")[:3] for line in lines]
    inside = 0
    for day, code, price in points:
        rate = RateBook.bundled().rate("USD", code, on=day)
        inside += rate.low <= Fraction(price) <= rate.high
    assert inside >= 0.98 * len(points)


def test_the_weeks_hold_the_official_rates_that_are_known(shared):
    for file, code in (
        ("official-kzt-nbk-2015-03_2020-03.csv", "KZT"),
        ("official-kgs-nbkr-2021-07_2026-08.csv", "KGS"),
        ("derived-all-cbr-cross-2026-03.csv", None),
    ):
        lines = (shared / "rates-history" / file).read_text("utf-8").splitlines()[1:]
        inside = 0
        for line in lines:
            day, currency, price, _ = line.split(",")
            rate = RateBook.bundled().rate("USD", code or currency, on=day)
            inside += rate.low <= Fraction(price) <= rate.high or currency == "TMT"
        assert inside >= 0.97 * len(lines), file


def test_a_carried_week_holds_what_was_printed_after_it(shared):
    for file, code in (
        ("official-kzt-nbk-2015-03_2020-03.csv", "KZT"),
        ("official-kgs-nbkr-2021-07_2026-08.csv", "KGS"),
        ("derived-kzt-nbkr-cross-2021-07_2026-08.csv", "KZT"),
    ):
        lines = (shared / "rates-history" / file).read_text("utf-8").splitlines()[1:]
        prices = {date.fromisoformat(line.split(",")[0]): Fraction(line.split(",")[2]) for line in lines}
        weeks = [one for one in RateBook.bundled() if one.quote == code]
        for age in (1, 4, 9, 14):
            moves = sorted(
                abs(price / prices[day - timedelta(days=age)] - 1)
                for day, price in prices.items()
                if day - timedelta(days=age) in prices
            )
            inside, widths = [], []
            for index, week in enumerate(weeks):
                on = week.through + timedelta(days=age)
                if week.through in prices and on in prices:
                    rate = RateBook(weeks[max(0, index - 60) : index + 1]).rate("USD", code, on=on)
                    inside.append(rate.low <= prices[on] <= rate.high)
                    widths.append((rate.high - rate.low) / 2 / rate.price)
            assert sum(inside) >= 0.95 * len(inside), (file, age)
            assert sorted(widths)[len(widths) // 2] <= 2 * moves[int(0.95 * len(moves))], (file, age)


def test_an_average_is_the_mean_of_the_days():
    book = RateBook.bundled()
    year = book.average("USD", "KZT", "2024")
    days = [date(2024, 1, 1) + timedelta(days=offset) for offset in range(366)]
    rates = [book.rate("USD", "KZT", on=day) for day in days]
    assert year.price == sum(rate.price for rate in rates) / 366
    assert (year.low, year.high) == (
        sum(rate.low for rate in rates) / 366,
        sum(rate.high for rate in rates) / 366,
    )
    assert (year.days, year.complete) == (366, True)
    month = book.average("usd", "kzt", "2024-03")
    assert (month.start, month.end, month.days) == (date(2024, 3, 1), date(2024, 3, 31), 31)
    assert book.average("USD", "KZT", ("2024-03-01", "2024-03-31")) == month
    assert book.average("USD", "KZT", "2024-12").end == date(2024, 12, 31)
    inverse = book.average("KZT", "USD", "2015")
    assert abs(1 / inverse.price / book.average("USD", "KZT", "2015").price - 1) > Fraction(4, 100)


def test_an_average_over_days_without_a_rate_is_refused_unless_it_is_said():
    book = RateBook.bundled()
    with pytest.raises(RateNotFound, match=r"318 of 365 days .* the first is 1993-01-01; partial=True"):
        book.average("USD", "KZT", "1993")
    partial = book.average("USD", "KZT", "1993", partial=True)
    assert (partial.days, partial.complete) == (47, False)
    assert "47 days, 318 missing" in str(partial)
    with pytest.raises(RateNotFound, match="365 of 365"):
        book.average("USD", "KZT", "1990", partial=True)
    for wrong in ("24", "2024-13", "March", "2024-1"):
        with pytest.raises(ParseError, match="write 2024, 2024-03"):
            book.average("USD", "KZT", wrong)
    with pytest.raises(OptionError, match="backward"):
        book.average("USD", "KZT", ("2024-03-02", "2024-03-01"))
    with pytest.raises(TypeError, match="a period is"):
        book.average("USD", "KZT", 2024)


def test_coverage_shows_each_year_of_each_currency_and_its_gaps():
    one = Quotation(
        "USD", "KZT", "480.00", as_of="2026-01-05", through="2026-01-11", kind="reference", source="x"
    )
    two = Quotation(
        "USD", "KZT", "480.00", as_of="2026-03-02", through="2026-03-08", kind="reference", source="x"
    )
    (year,) = RateBook([one, two]).coverage()
    assert (year.year, year.first, year.last) == (2026, date(2026, 1, 5), date(2026, 3, 8))
    assert year.gaps == ((date(2026, 1, 26), date(2026, 3, 1)),)
    assert (year.days, year.missing) == (28, 35)
    table = str(RateBook.bundled().coverage())
    assert table.splitlines()[0].split() == [
        "pair",
        "year",
        "from",
        "to",
        "days",
        "missing",
        "bounds",
        "sources",
    ]
    assert "USD/KZT  2024" in table
    assert len({line.split()[0] for line in table.splitlines()}) == 10


def test_the_page_says_what_each_source_is():
    rows = (_ROOT / "src/cafx/rates/data/weekly.csv").read_text("utf-8").splitlines()[1:]
    assert {part for row in rows for part in row.rsplit(",", 1)[1].split("+")} == set(SOURCES)


@pytest.mark.parametrize("wrong", [None, [], cafx.read_ticker("KZT/USD = 0.00194 0%"), Quotation], ids=str)
def test_what_is_not_a_book_is_refused_with_the_way_to_one(wrong):
    for ask in (
        lambda: cafx.convert("100 tenge", "USD", book=wrong) if wrong is not None else cafx.convert(1, "USD"),
        lambda: cafx.find_figures("13 trillion tenge")[0].convert(wrong, "USD"),
    ):
        with pytest.raises(TypeError, match=r"RateBook\(reading\)|Money or text"):
            ask()


def test_a_range_is_converted_at_both_ends():
    found = cafx.convert("5-17 million tenge", "USD", on="2025-09-18")
    low, high = found.ends
    assert (low.money, high.money) == (Money(5_000_000, "KZT"), Money(17_000_000, "KZT"))
    assert found.low == low.low
    assert found.high == high.high
    assert low.result < high.result
    assert "5,000,000 to 17,000,000 KZT ≈" in str(found)
    assert type(found).from_json(found.to_json()) == found
    single = cafx.convert("5 million tenge", "USD", on="2025-09-18")
    assert single.ends == (single, single)


def test_the_current_book_is_one_object_until_something_changes(tmp_path, monkeypatch):
    monkeypatch.setenv("CAFX_DATA", str(tmp_path))
    assert cafx.current_book() is RateBook.bundled()
    day = date(2026, 10, 30)
    with cafx.History() as history:
        history.add([Quotation("USD", "KZT", "451.20", as_of=day, kind="official", source="NBK")])
        first = cafx.current_book()
        assert first is cafx.current_book()
        history.add(
            [Quotation("USD", "KZT", "452.30", as_of=date(2026, 10, 31), kind="official", source="NBK")]
        )
        second = cafx.current_book()
    assert second is not first
    assert first.rate("USD", "KZT", on="2026-10-31").as_of == day  # read late, and still as it was
    assert second.rate("USD", "KZT", on="2026-10-31").as_of == date(2026, 10, 31)


@pytest.fixture(scope="module")
def tool():
    spec = importlib.util.spec_from_file_location("reference", _ROOT / "tests" / "tools" / "reference.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules["reference"] = module
    spec.loader.exec_module(module)
    return module


def test_a_week_of_daily_figures_holds_the_days_around_it_and_a_margin(tool):
    monday = date(2026, 8, 17)
    days = {monday + timedelta(days=n): tool.crossed("3.6000", f"0.00{800 + n}0") for n in range(-1, 8)}
    (row,) = tool.daily_rows(days, "KZT", monday, monday + timedelta(days=7), "NBP")
    assert (row.as_of, row.through, row.days) == (monday, monday + timedelta(days=6), 9)
    assert row.low < min(one.low for one in days.values()) * Fraction(9989, 10_000)
    assert row.high > max(one.high for one in days.values()) * Fraction(10_011, 10_000)
    first, last, base, quote, price, low, high, number, source = row.line().split(",")
    assert (first, last, base, quote, number, source) == (
        "2026-08-17",
        "2026-08-23",
        "USD",
        "KZT",
        "9",
        "NBP",
    )
    assert Fraction(low) <= row.low <= Fraction(price) <= row.high <= Fraction(high)


def test_a_jump_cuts_the_week(tool):
    monday = date(2026, 8, 17)
    prices = ["0.0080", "0.0080", "0.0060", "0.0060", "0.0060", "0.0060", "0.0060", "0.0060"]
    days = {monday + timedelta(days=n): tool.crossed("3.6000", price) for n, price in enumerate(prices)}
    before, after = tool.daily_rows(days, "KZT", monday, monday + timedelta(days=7), "NBP")
    assert (before.through, after.as_of) == (date(2026, 8, 18), date(2026, 8, 19))
    assert before.high < after.low


def test_a_week_between_wednesdays_holds_both_and_the_last_ends_six_days_after(tool):
    wednesdays = [date(2026, 8, 5) + timedelta(days=7 * n) for n in range(4)]
    anchors = {day: tool.crossed("3.6000", f"0.00{800 + n}0") for n, day in enumerate(wednesdays)}
    rows = list(tool.anchor_rows(anchors, "KZT", date(2026, 8, 10), "NBP"))
    assert [row.as_of for row in rows] == [date(2026, 8, 10), date(2026, 8, 17), date(2026, 8, 24)]
    for row in rows:
        assert row.low < row.price < row.high
    assert rows[0].low < anchors[wednesdays[1]].low * Fraction(9975, 10_000)
    assert rows[2].high - rows[2].low > rows[0].high - rows[0].low  # past the last anchor it is less sure


def test_the_table_reads_and_prints_back(tool):
    text = (_ROOT / "src/cafx/rates/data/weekly.csv").read_text("utf-8")
    rows = tool.read_table(text)
    assert len(rows) == text.count("\n") - 1
    by_quote = {}
    for row in rows:
        before = by_quote.get(row.quote)
        assert before is None or row.as_of == before.through + timedelta(days=1)  # no gap, no overlap
        assert row.low <= row.price <= row.high
        by_quote[row.quote] = row
    assert set(by_quote) == {"KGS", "KZT", "TJS", "UZS", "EUR", "CNY", "RUB"}
