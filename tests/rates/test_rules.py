"""The rules of the book against a slow version of them, on random books."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cafx import Quotation, RateBook, RateNotFound
from rates import oracle

FIRST, LAST = date(2024, 1, 1), date(2024, 2, 10)
DAYS = st.dates(FIRST, LAST)
CODES = ("USD", "KZT", "UZS", "EUR")
MOMENTS = st.sampled_from([None, datetime(2024, 3, 1, tzinfo=UTC), datetime(2024, 3, 2, tzinfo=UTC)])
LEVEL = {"USD": 1, "KZT": 500, "UZS": 12_000, "EUR": Decimal("0.9")}


@st.composite
def quoted(draw, codes=CODES):
    """Quotations near a plausible level, now and then far from it, of a few sources and all kinds."""
    base = draw(st.sampled_from(codes))
    quote = draw(st.sampled_from([code for code in codes if code != base]))
    factor = draw(st.sampled_from([100, 100, 100, 101, 103, 150]))
    price = (Decimal(LEVEL[quote]) / Decimal(LEVEL[base]) * factor / 100).quantize(Decimal("1.000000"))
    as_of = draw(DAYS)
    kind = draw(st.sampled_from(oracle.KINDS))
    return Quotation(
        base,
        quote,
        max(price, Decimal("0.000001")),
        as_of=as_of,
        kind=kind,
        source=draw(st.sampled_from(["NBK", "NBP", "own"])),
        through=draw(st.sampled_from([None, None, as_of + timedelta(days=6), date.max])),
        observed_at=draw(MOMENTS),
    )


BOOKS = st.lists(quoted(), min_size=1, max_size=16)


def _found(book, base, quote, on, max_age):
    try:
        return book.rate(base, quote, on=on, max_age=timedelta(days=max_age))
    except RateNotFound:
        return None


@settings(max_examples=150, deadline=None)
@given(BOOKS, DAYS | st.none(), st.sampled_from([0, 3, 14, 30]), st.randoms())
def test_the_answer_is_that_of_looking_at_everything(known, day, max_age, random):
    random.shuffle(known)
    book = RateBook(known)
    outliers = book.outliers()
    for base, quote in oracle.all_pairs(known):
        expected = oracle.answer(known, base, quote, day, max_age, outliers)
        rate = _found(book, base, quote, day, max_age)
        assert (rate is None) == (expected is None)
        if rate is not None:
            ages = rate.ages or (0,) * len(rate.legs)
            assert (rate.legs, ages) == (expected.quotations, expected.ages)
            shares = rate.widening or (0,) * len(rate.legs)
            for share, slow in zip(shares, expected.widening, strict=True):
                assert abs(Fraction(share) - slow) <= Fraction(2, 10**6)
            price, low, high = oracle.bounds(expected, base)
            assert rate.price == price
            assert abs(rate.low / low - 1) < 10**-5
            assert abs(rate.high / high - 1) < 10**-5
            assert rate.age == max(ages)
            back = book.rate(quote, base, on=rate.on, max_age=timedelta(days=max_age))
            assert back.legs != rate.legs[::-1] or back == rate.inverse()


@settings(max_examples=60, deadline=None)
@given(BOOKS, st.sampled_from([0, 5, 14]))
def test_spans_are_the_answers_of_each_day(known, max_age):
    book = RateBook(known)
    start, end = FIRST - timedelta(days=3), LAST + timedelta(days=30)
    for base, quote in oracle.all_pairs(known)[:4]:
        by_day = {}
        spans = RateBook(known).spans(base, quote, start, end, max_age=timedelta(days=max_age))
        for span in spans:
            assert span.rate.on == span.first
            by_day.update(dict.fromkeys(oracle.days_of(span.first, span.last), span.rate))
        assert sum(span.days for span in spans) == len(by_day)
        for day in oracle.days_of(start, end):
            assert by_day.get(day) == _found(book, base, quote, day, max_age), day
        for one, other in pairwise(spans):
            assert one.last < other.first
            assert one.rate != other.rate or other.first - one.last > oracle.ONE


@settings(max_examples=100, deadline=None)
@given(st.lists(quoted(("USD", "KZT")), min_size=1, max_size=12), st.randoms())
def test_of_one_day_the_quotation_read_later_counts_in_whatever_order_they_come(known, random):
    counting, tied, superseded = oracle.settle(known)
    for _ in range(3):
        random.shuffle(known)
        cut = random.randrange(len(known) + 1)
        book = RateBook(known[:cut]).merge(known[cut:])
        assert set(book) == counting | tied
        assert len(book) == len(counting | tied)
        assert set(book.superseded()) == superseded
        assert book == RateBook(reversed(known))
        assert book.digest() == RateBook(known).digest()
        assert set(book.merge(book).superseded()) == superseded


def day_of(price, on, source="NBK", hour=None, kind="official"):
    moment = None if hour is None else datetime(2026, 4, 1, hour, tzinfo=UTC)
    return Quotation("USD", "KZT", price, as_of=on, kind=kind, source=source, observed_at=moment)


def test_a_correction_of_the_same_day_counts():
    early, late = day_of("479.99", "2026-04-01", hour=8), day_of("478.15", "2026-04-01", hour=10)
    for book in (RateBook([early, late]), RateBook([late, early]), RateBook([late]).merge([early])):
        assert book.rate("USD", "KZT", on="2026-04-01").legs == (late,)
        assert (len(book), book.superseded()) == (1, (early,))
        assert book == RateBook([late])
        assert book.digest() == RateBook([late]).digest()
    undated = RateBook([day_of("479.99", "2026-04-01"), late])
    assert undated.rate("USD", "KZT", on="2026-04-01").legs == (late,)


def test_two_prices_read_at_one_moment_are_a_disagreement_and_neither_answers():
    pair = [day_of("479.99", "2026-04-01"), day_of("478.15", "2026-04-01")]
    book = RateBook(pair)
    with pytest.raises(RateNotFound, match="two prices for a day"):
        book.rate("USD", "KZT", on="2026-04-01")
    assert len(book.disagreements()) == 1
    before = day_of("477.00", "2026-03-31")
    assert book.merge([before]).rate("USD", "KZT", on="2026-04-01").legs == (before,)


SATURDAY = date(2015, 8, 22)
WEEK = Quotation(
    "USD",
    "KZT",
    "216.19",
    as_of="2015-08-17",
    through="2015-08-23",
    kind="reference",
    source="NBK",
    low="188.38",
    high="255.26",
)


def test_saturdays_official_rate_is_in_force_to_monday_and_no_mean_of_a_week_comes_before_it():
    book = RateBook([WEEK, day_of("252.47", SATURDAY)])
    for offset in range(3):
        rate = book.rate("USD", "KZT", on=SATURDAY + timedelta(days=offset))
        assert (rate.price, rate.age, rate.is_carried) == (Fraction("252.47"), 0, False)
    tuesday = book.rate("USD", "KZT", on=SATURDAY + timedelta(days=3))
    assert (tuesday.price, tuesday.age, tuesday.is_carried) == (Fraction("252.47"), 1, True)


@pytest.mark.parametrize(
    ("source", "first", "last"),
    [
        ("NBK", "2026-08-15", "2026-08-17"),  # Saturday
        ("NBKR", "2026-08-14", "2026-08-14"),  # Friday: a new one is due on Saturday
        ("CBR", "2026-08-15", "2026-08-17"),
        ("CBU", "2026-08-15", "2026-08-17"),
        ("CBU", "2019-08-13", "2019-08-19"),  # weekly then, on Tuesdays
        ("NBP", "2026-08-14", "2026-08-16"),  # Friday
        ("NBT", "2026-08-15", "2026-08-16"),
        ("unheard of", "2026-08-15", "2026-08-15"),
    ],
)
def test_an_official_rate_is_in_force_until_its_banks_next_new_one_is_due(source, first, last):
    book = RateBook([day_of("474.20", first, source)])
    end = date.fromisoformat(last)
    assert book.rate("USD", "KZT", on=end).age == 0
    assert book.rate("USD", "KZT", on=end + timedelta(days=1)).age == 1


def test_the_newest_day_is_one_on_which_the_whole_way_answers():
    tenge = day_of("477.00", "2026-04-02")
    som = Quotation("USD", "UZS", "12149.84", as_of="2026-04-03", kind="official", source="CBU")
    book = RateBook([tenge, som])
    rate = book.rate("KZT", "UZS")
    assert rate == book.rate("KZT", "UZS", on="2026-04-03")
    assert (rate.legs, rate.on, rate.age) == ((tenge, som), date(2026, 4, 3), 1)


def test_a_carried_rate_widens_says_its_age_and_keeps_the_laws():
    book = RateBook.bundled()
    rate = book.rate("USD", "KZT", on="2026-11-04")
    (leg,), (share,) = rate.legs, rate.widening
    assert (rate.age, rate.is_carried, rate.on) == (10, True, date(2026, 11, 4))
    assert rate.low == leg.bounds[0] / (1 + Fraction(share))
    assert rate.high == leg.bounds[1] * (1 + Fraction(share))
    inverse = rate.inverse()
    assert (inverse.low, inverse.high) == (1 / rate.high, 1 / rate.low)
    assert inverse == book.rate("KZT", "USD", on="2026-11-04")
    assert inverse.inverse() == rate
    assert "2026-10-19, carried 10 days" in str(rate)
    assert f"widening=('{share}',)" in repr(rate)
    assert rate.to_dict()["widening"] == [str(share)]
    assert type(rate).from_json(rate.to_json()) == rate
    cross = inverse.cross(book.rate("USD", "UZS", on="2026-11-04"))
    assert cross == book.rate("KZT", "UZS", on="2026-11-04")
    home = cross.cross(book.rate("UZS", "USD", on="2026-11-04")).cross(rate)
    assert (home.low, home.price, home.high, home.legs, home.age) == (1, 1, 1, (), 0)
    assert "carried 10 days" in str(book.convert(cafx_money(), "USD", on="2026-11-04"))


def cafx_money():
    from cafx import Money

    return Money("1000000", "KZT")


def test_a_peg_does_not_widen_and_later_quotations_do_not_count():
    peg = Quotation("USD", "TMT", "2.85", as_of="2009-01-01", through="2014-12-31", kind="peg", source="CBT")
    rate = RateBook([peg]).rate("USD", "TMT", on="2015-01-05")
    assert (rate.age, rate.is_exact, rate.widening) == (5, True, ())
    daily = [day_of(f"{500 + n % 7}.10", date(2024, 1, 2) + timedelta(days=n), "own") for n in range(200)]
    cut = date(2024, 1, 2) + timedelta(days=100)
    before = [one for one in daily if one.as_of <= cut]
    jump = [day_of("900.10", cut + timedelta(days=n), "own") for n in range(10, 60)]
    on = cut + timedelta(days=5)
    early = RateBook(before).rate("USD", "KZT", on=on)
    assert early == RateBook([*before, *jump]).rate("USD", "KZT", on=on)


def _judge(rows, currency, source):
    """Return for each age the share of later official rates inside, and width over the quantile of moves."""
    known = [
        Quotation("USD", currency, price, as_of=day, kind="official", source=source) for day, price in rows
    ]
    book = RateBook(known)
    (series,) = book.by_pair["USD", currency].series
    prices = {date.fromisoformat(day).toordinal(): Fraction(price) for day, price in rows}
    result = {}
    for age in (1, 4, 14):
        inside, widths, moves = [], [], []
        for index in range(60, len(rows), 7):
            end = series.end(index)
            later = prices.get(end + age)
            if later is None:
                continue
            past = known[max(0, index - 400) : index + 1]
            rate = RateBook(past).rate("USD", currency, on=date.fromordinal(end + age))
            inside.append(rate.low <= later <= rate.high)
            widths.append(float((rate.high - rate.low) / 2 / rate.price))
            moves.append(abs(float(later / rate.price) - 1))
        moves.sort()
        widths.sort()
        width = widths[len(widths) // 2] / moves[int(0.95 * len(moves))]
        result[age] = sum(inside) / len(inside), width
    return result


@pytest.mark.parametrize(
    ("file", "currency", "source"),
    [
        ("official-kzt-nbk-2015-03_2020-03.csv", "KZT", "NBK"),
        ("official-kgs-nbkr-2021-07_2026-08.csv", "KGS", "NBKR"),
        ("derived-kzt-nbkr-cross-2021-07_2026-08.csv", "KZT", "NBKR"),
    ],
)
def test_carried_bounds_hold_what_the_banks_printed_later(shared, file, currency, source):
    lines = (shared / "rates-history" / file).read_text("utf-8").splitlines()[1:]
    rows = [(line.split(",")[0], line.split(",")[2]) for line in lines]
    for age, (inside, width) in _judge(rows, currency, source).items():
        assert inside >= 0.95, age
        assert width <= 2, age
