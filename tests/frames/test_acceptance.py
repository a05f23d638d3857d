"""What was to hold before columns could be called done; every number is worked out anew by the scalar rule.

Of the nine checks five are here. The others: a sorted sink, `agg` and `over` of polars, and relations of
DuckDB that are chained on a connection of their own are in test_sugar.py; figures of a column of texts in
test_texts.py; moments with a zone in test_conversion.py.
"""

from collections import Counter
from datetime import date, timedelta
from math import fsum

import pytest

from cafx import Money, RateBook, RateNotFound

cf = pytest.importorskip("cafx.frames")
nw = pytest.importorskip("narwhals")
np = pytest.importorskip("numpy")

BOOK = RateBook.bundled()
ASKED = {"on": "day", "currency": "cur", "book": BOOK, "missing": "null"}
KEYS = ("amt_usd", "amt_usd_low", "amt_usd_high")


@pytest.mark.parametrize(
    ("amount", "code", "day"),
    [("1000000", "KZT", "2024-02-29"), ("3500", "TMT", "2010-05-05"), ("3000", "TJS", "2025-08-04")],
)
def test_single_rows_are_what_convert_says(maker, amount, code, day):
    exact = BOOK.convert(Money(amount, code), "USD", on=day)
    frame = maker.make(amt=[float(amount)], cur=[code], day=[day])
    found = maker.read(cf.convert(frame, "amt", "USD", bounds=True, sources=True, **ASKED))
    for key, expected in zip(KEYS, (exact.result, exact.low, exact.high), strict=True):
        assert found[key] == pytest.approx([float(expected)], rel=4.5e-16, abs=0)
    assert str(found["rate_from"][0])[:10] == str(exact.rate.as_of)
    assert str(found["rate_kind"][0]) == exact.rate.kind
    assert str(found["rate_source"][0]) == " + ".join(leg.source for leg in exact.rate.legs)


def test_rows_without_a_rate_are_counted_by_currency(eager):
    # Before the currencies were born, and between: each first of the month from 1990 to 1999.
    months = [date(1990 + month // 12, month % 12 + 1, 1) for month in range(120)]
    codes = ("KZT", "KGS", "TJS", "UZS", "TMT")
    lacking = Counter()
    for code in codes:
        for month in months:
            try:
                BOOK.rate(code, "USD", on=month)
            except RateNotFound:
                lacking[code] += 1
    frame = eager.make(amt=[1.0] * 600, cur=[code for code in codes for _ in months], day=months * 5)
    with pytest.raises(RateNotFound) as caught:
        cf.convert(frame, "amt", "USD", on="day", currency="cur", book=BOOK)
    message = str(caught.value)
    assert message.startswith(f"{sum(lacking.values())} of 600 rows have no rate into USD: ")
    assert all(f"{code} {rows} (1990-01-01 to " in message for code, rows in lacking.items())
    assert "missing='null'" in message
    found = eager.read(cf.convert(frame, "amt", "USD", **ASKED))["amt_usd"]
    assert sum(value is None or value != value for value in found) == sum(lacking.values())  # noqa: PLR0124 -- NaN


@pytest.fixture(scope="module")
def many():
    """Two hundred thousand rows, and for each currency what they come to by the scalar rule."""
    chance = np.random.default_rng(3)
    count = 200_000
    days = [date(2019, 1, 1) + timedelta(int(number)) for number in chance.integers(0, 2880, count)]
    codes = np.array(["KZT", "KGS", "TJS", "UZS", "TMT", "USD"])[chance.integers(0, 6, count)].tolist()
    amounts = np.round(10 ** chance.uniform(3, 9, count), 2)
    amounts = (amounts * np.where(chance.integers(0, 10, count) == 0, -1, 1)).tolist()
    rates, worked_out = {}, {}
    for code, day in set(zip(codes, days, strict=True)):
        try:
            rate = BOOK.rate(code, "USD", on=day)
            key = rate.legs, rate.age  # a week's rate is the same on each of its days
            if key not in worked_out:
                worked_out[key] = float(rate.price), float(rate.low), float(rate.high)
            rates[code, day] = worked_out[key]
        except RateNotFound:
            rates[code, day] = None
    totals = {}
    for code in sorted(set(codes)):
        of_code = [
            (amount, rates[code, day])
            for amount, own, day in zip(amounts, codes, days, strict=True)
            if own == code
        ]
        known = [(amount, rate) for amount, rate in of_code if rate is not None]
        totals[code] = (
            fsum(amount * rate[0] for amount, rate in known),
            fsum(min(amount * rate[1], amount * rate[2]) for amount, rate in known),
            fsum(max(amount * rate[1], amount * rate[2]) for amount, rate in known),
            len(of_code) - len(known),
        )
    return {"amt": amounts, "cur": codes, "day": days}, totals


def test_totals_of_many_rows_are_those_of_the_scalar_rule(maker, many):
    columns, totals = many
    frame = cf.convert(maker.make(**columns), "amt", "USD", bounds=True, **ASKED)
    sums = [nw.col(key).sum() for key in KEYS]
    counts = [nw.col("amt").count().alias("rows"), nw.col("amt_usd").count().alias("known")]
    if maker.form == "dask":  # which narwhals is about to leave to a package of its own
        frame = frame.compute()
    found = nw.from_native(frame).lazy().group_by("cur").agg(*sums, *counts).collect().rows()
    assert len(found) == 6
    for code, *values, rows, known in found:
        assert values == pytest.approx(totals[code][:3], rel=1e-12)
        assert rows - known == totals[code][3]


def test_a_shuffled_frame_with_a_doubled_index_keeps_both():
    pd = pytest.importorskip("pandas")
    chance = np.random.default_rng(5)
    frame = pd.DataFrame(
        {
            "amt": np.round(10 ** chance.uniform(3, 9, 400), 2),
            "cur": np.array(["KZT", "UZS"])[chance.integers(0, 2, 400)],
            "day": pd.Timestamp("2019-01-01") + pd.to_timedelta(chance.integers(0, 2000, 400), unit="D"),
        },
        index=np.arange(400) // 2,
    ).sample(frac=1, random_state=1)
    found = cf.convert(frame, "amt", "USD", **ASKED)
    assert found.index.equals(frame.index)
    assert list(found.columns) == ["amt", "cur", "day", "amt_usd"]
    assert "amt_usd" not in frame
    for row in found.itertuples():
        exact = BOOK.convert(Money(repr(row.amt), row.cur), "USD", on=row.day.date()).result
        assert row.amt_usd == pytest.approx(float(exact), rel=1e-15)


def test_years_are_complete_only_where_every_day_has_a_rate():
    pytest.importorskip("pandas")
    found = cf.rates("USD", "UZS", "1997-01-01", "2026-12-31", every="year", book=BOOK)
    complete = dict(zip([str(day)[:4] for day in found["first"]], found["complete"], strict=True))
    assert not complete["1997"]
    assert not complete["2026"]
    assert complete["2016"]
    assert complete["2024"]
    for row in found.itertuples():
        mean = BOOK.average("USD", "UZS", (row.first.date(), row.last.date()), partial=True)
        assert (row.rate, row.covered) == (float(mean.price), mean.days)
