"""The book: which quotation answers, from how long ago, and what contradicts what."""

from __future__ import annotations

import decimal
import pickle
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cafx import Money, Quotation, Rate, RateBook, RateNotFound, UnknownCurrency
from cafx.values.quotation import KINDS
from currencies import DAYS, quotations

D = date.fromisoformat


def quoted(pair, price, as_of, kind="official", source="bank", **more):
    base, quote = pair.split("/")
    return Quotation(base, quote, price, as_of=as_of, kind=kind, source=source, **more)


def price_of(book, pair, on=None, **more):
    return book.rate(*pair.split("/"), on=on and D(on), **more).price


def test_a_weekend_gets_fridays_rate_labelled_friday():
    book = RateBook([quoted("USD/KZT", "540.10", "2025-09-19"), quoted("USD/KZT", "541.20", "2025-09-22")])
    for day in ("2025-09-19", "2025-09-20", "2025-09-21"):
        rate = book.rate("USD", "KZT", on=D(day))
        assert (rate.price, rate.as_of) == (Fraction("540.10"), D("2025-09-19"))
    assert price_of(book, "USD/KZT", "2025-09-22") == Fraction("541.20")


def test_a_later_quotation_never_answers():
    book = RateBook([quoted("USD/KZT", "541.20", "2025-09-22")])
    with pytest.raises(RateNotFound, match="known from 2025-09-22 to 2025-09-22") as caught:
        book.rate("USD", "KZT", on=D("2025-09-21"))
    assert (caught.value.base, caught.value.quote, caught.value.on) == ("USD", "KZT", D("2025-09-21"))


def test_the_limit_of_age_counts_and_a_day_past_it_does_not():
    book = RateBook([quoted("USD/KZT", "541.20", "2025-09-01")])
    assert price_of(book, "USD/KZT", "2025-09-15")
    with pytest.raises(RateNotFound):
        price_of(book, "USD/KZT", "2025-09-16")
    assert price_of(book, "USD/KZT", "2025-09-16", max_age=timedelta(days=15))
    with pytest.raises(RateNotFound):
        price_of(book, "USD/KZT", "2025-09-02", max_age=timedelta(0))


def test_what_covers_the_day_comes_before_what_is_older_whatever_its_kind():
    week = quoted("USD/KZT", "540", "2025-09-15", "reference", through="2025-09-21", low="539", high="541")
    book = RateBook([quoted("USD/KZT", "538.00", "2025-09-17"), week])
    assert price_of(book, "USD/KZT", "2025-09-17") == 538
    assert price_of(book, "USD/KZT", "2025-09-18") == 540
    assert price_of(book, "USD/KZT", "2025-09-22") == 538  # both are older now: the official one


@pytest.mark.parametrize("index", range(len(KINDS) - 1))
def test_of_two_that_cover_the_day_the_more_authoritative_answers(index):
    better, worse = KINDS[index], KINDS[index + 1]
    book = RateBook(
        [quoted("USD/KZT", "541.000", "2025-09-15", worse), quoted("USD/KZT", "540", "2025-09-15", better)]
    )
    assert price_of(book, "USD/KZT", "2025-09-15") == 540


def test_then_the_newest_then_the_tightest():
    book = RateBook(
        [
            quoted("USD/KZT", "540", "2025-09-15", source="a"),
            quoted("USD/KZT", "541", "2025-09-16", source="b"),
            quoted("USD/KZT", "541.3", "2025-09-16", source="c"),
        ]
    )
    assert price_of(book, "USD/KZT", "2025-09-20") == Fraction("541.3")


def test_direct_before_inverse_before_cross_where_all_else_is_equal():
    direct = quoted("KZT/UZS", "22", "2025-09-15", low="22", high="22")
    inverse = quoted("UZS/KZT", "0.05", "2025-09-15", low="0.05", high="0.05")
    legs = [
        quoted("KZT/USD", "0.0021", "2025-09-15", low="0.0021", high="0.0021"),
        quoted("USD/UZS", "10000", "2025-09-15", low="10000", high="10000"),
    ]
    assert RateBook([direct, inverse, *legs]).rate("KZT", "UZS").legs == (direct,)
    assert RateBook([inverse, *legs]).rate("KZT", "UZS").legs == (inverse,)
    assert RateBook(legs).rate("KZT", "UZS").price == 21


def test_a_longer_way_answers_where_it_ranks_higher():
    direct = quoted("KZT/UZS", "23", "2025-09-15", "ticker")
    legs = [quoted("KZT/USD", "0.00184", "2025-09-15"), quoted("USD/UZS", "12100", "2025-09-15")]
    assert RateBook([direct, *legs]).rate("KZT", "UZS").legs == tuple(legs)
    ticker, tighter = (
        quoted("KZT/USD", "0.00194", "2025-12-16", "ticker"),
        quoted("USD/KZT", "515.1", "2025-12-16", "ticker"),
    )
    assert RateBook([ticker, tighter]).rate("KZT", "USD").legs == (tighter,)


def test_a_cross_goes_through_the_dollar_first_and_through_others_where_it_must():
    through_dollar = [quoted("KZT/USD", "0.002", "2025-09-15"), quoted("USD/UZS", "12000", "2025-09-15")]
    through_rouble = [quoted("KZT/RUB", "0.16", "2025-09-15"), quoted("RUB/UZS", "150", "2025-09-15")]
    assert price_of(RateBook(through_dollar + through_rouble), "KZT/UZS") == 24
    assert RateBook(through_rouble).rate("KZT", "UZS").legs == tuple(through_rouble)
    assert RateBook(through_rouble).rate("UZS", "KZT", on=D("2025-09-20")).price == Fraction(1, 24)


def test_no_day_means_the_newest_day_known_for_the_pair():
    book = RateBook(
        [
            quoted("USD/KZT", "500", "2025-09-10"),
            quoted("USD/KZT", "510", "2025-09-20"),
            quoted("USD/UZS", "12000", "2025-09-10"),
        ]
    )
    assert price_of(book, "USD/KZT") == 510
    rate = book.rate("KZT", "UZS")  # the newest day on which the whole way can answer
    assert rate == book.rate("KZT", "UZS", on="2025-09-20")
    assert (rate.on, rate.as_of, rate.age) == (D("2025-09-20"), D("2025-09-10"), 10)


def test_quotations_without_a_date_answer_only_where_no_day_is_asked_for():
    book = RateBook(
        [quoted("KZT/USD", "0.00194", None, "ticker"), quoted("UZS/USD", "0.00008", None, "ticker")]
    )
    assert book.rate("KZT", "USD").price == Fraction("0.00194")
    assert book.rate("KZT", "UZS").price == Fraction("24.25")
    assert book.rate("KZT", "USD").as_of is None
    with pytest.raises(RateNotFound, match="without a date"):
        price_of(book, "KZT/USD", "2025-09-10")
    dated = book.merge([quoted("KZT/USD", "0.00184", "2025-09-10")])
    assert price_of(dated, "KZT/USD") == Fraction("0.00184")


def test_a_currency_in_itself_needs_no_quotation():
    rate = RateBook().rate("KZT", "KZT", on=D("1999-01-01"))
    assert (rate.low, rate.price, rate.high, rate.legs) == (1, 1, 1, ())


def test_what_is_not_known_is_said():
    book = RateBook([quoted("USD/KZT", "540", "2025-09-15")])
    with pytest.raises(RateNotFound, match="nothing is known of JPY/USD"):
        book.rate("JPY", "KZT")
    with pytest.raises(RateNotFound, match="nothing is known of JPY/USD"):
        book.rate("JPY", "USD")
    with pytest.raises(UnknownCurrency):
        book.rate("XXX", "USD")


@pytest.mark.parametrize("on", [datetime(2025, 9, 15, tzinfo=UTC), (2025, 9, 15), 20250915], ids=str)
def test_a_day_is_a_plain_date(on):
    book = RateBook([quoted("USD/KZT", "540", "2025-09-15")])
    with pytest.raises(TypeError, match=r"plain date|must be a date"):
        book.rate("USD", "KZT", on=on)
    with pytest.raises(TypeError, match="timedelta"):
        book.rate("USD", "KZT", max_age=14)


CBU = [
    quoted("USD/UZS", "12140.00", "2026-04-01", source="CBU"),
    quoted("TMT/UZS", "4037.68", "2026-04-01", source="CBU"),
]
PEG = quoted("USD/TMT", "3.5", "2015-01-01", "peg", "CBT", through="9999-12-31")


def test_a_banks_slip_does_not_answer_while_the_peg_contradicts_it():
    book = RateBook([*CBU, PEG])
    rate = book.rate("TMT", "UZS", on=D("2026-04-01"))
    assert rate.legs == (PEG, CBU[0])
    assert book.outliers() == (CBU[1],)
    assert RateBook(CBU).rate("TMT", "UZS", on=D("2026-04-01")).legs == (CBU[1],)


BEFORE = quoted("TMT/UZS", "3480.10", "2026-03-31", source="CBU")
AFTER = quoted("TMT/UZS", "3471.43", "2026-04-02", source="CBU")
DOLLAR = quoted("USD/UZS", "12150", "2026-04-01", "ticker", "site")


@pytest.mark.parametrize(
    "others",
    [
        [quoted("TMT/UZS", "3475.2", "2026-04-01", source="other")],
        [quoted("TMT/UZS", "3475.2", "2026-04-01", "market", "other")],
        [PEG, DOLLAR],
        [PEG, quoted("USD/UZS", "12150", "2026-03-30", "reference", "w", through="2026-04-05")],
        [PEG, CBU[0]],
    ],
    ids=range(5),
)
def test_a_slip_that_its_own_days_before_and_after_deny_falls_to_any_other_voice(others):
    book = RateBook([BEFORE, CBU[1], AFTER, *others])
    assert CBU[1] in book.outliers()
    rate = book.rate("TMT", "UZS", on=D("2026-04-01"))
    assert abs(rate.price / 3475 - 1) < Fraction(1, 100)
    assert not set(others) & set(book.outliers())


def test_a_true_devaluation_stands_where_nobody_contradicts_it():
    steps = [
        quoted("USD/KZT", price, f"2015-08-{day}")
        for day, price in ((19, "188.38"), (20, "255.26"), (21, "257.20"))
    ]
    book = RateBook(steps)
    assert book.outliers() == ()
    assert price_of(book, "USD/KZT", "2015-08-20") == Fraction("255.26")


def test_a_pair_is_answered_on_the_newest_day_that_any_way_reaches():
    book = RateBook(
        [
            quoted("KZT/KGS", "0.17", "2025-01-01"),
            quoted("KZT/USD", "0.0019", "2025-06-01"),
            quoted("USD/KGS", "87.45", "2025-12-01"),
        ]
    )
    assert book.rate("KZT", "KGS").as_of == D("2025-01-01")


def test_a_fresh_way_through_another_currency_comes_before_a_stale_one():
    book = RateBook(
        [
            quoted("KZT/USD", "0.0019", "2025-09-02", "ticker"),
            quoted("EUR/KZT", "634.00", "2025-09-15"),
            quoted("EUR/USD", "1.1730", "2025-09-15"),
        ]
    )
    assert book.rate("KZT", "USD", on=D("2025-09-15")).as_of == D("2025-09-15")
    assert len(book.rate("KZT", "USD", on=D("2025-09-15")).legs) == 2


def test_many_quotations_of_one_day_are_judged_in_time():
    many = [quoted("USD/KZT", f"54{n % 10}.{n:03}", "2025-09-15", source=f"s{n}") for n in range(1000)]
    assert 539 < price_of(RateBook(many), "USD/KZT", "2025-09-15") < 551


def test_days_may_be_text_and_ages_are_not_negative():
    book = RateBook([quoted("USD/KZT", "540", "2025-09-15")])
    assert book.rate("USD", "KZT", on="2025-09-16") == book.rate("USD", "KZT", on=D("2025-09-16"))
    with pytest.raises(TypeError, match="zero or more"):
        book.rate("USD", "KZT", max_age=timedelta(days=-1))
    with pytest.raises(TypeError, match="also takes text"):
        book.convert("13 trillion tenge", "USD")
    assert [] not in book
    with pytest.raises(AttributeError):
        del book._quotations


def test_two_sources_outvote_a_third_of_their_kind_but_one_does_not_another():
    right = [
        quoted("USD/KZT", "540.1", "2025-09-15", source="a"),
        quoted("USD/KZT", "540.4", "2025-09-15", source="b"),
    ]
    slip = quoted("USD/KZT", "54.021", "2025-09-15", source="c")
    assert RateBook([*right, slip]).outliers() == (slip,)
    assert price_of(RateBook([*right, slip]), "USD/KZT") in {Fraction("540.1"), Fraction("540.4")}
    assert RateBook([right[0], slip]).outliers() == ()
    assert len(RateBook([right[0], slip]).disagreements()) == 1


def test_a_ticker_does_not_outvote_a_central_bank():
    bank = quoted("USD/KZT", "540.1", "2025-09-15")
    tickers = [quoted("USD/KZT", f"64{n}", "2025-09-15", "ticker", f"site {n}") for n in range(3)]
    book = RateBook([bank, *tickers])
    assert set(book.outliers()) == set(tickers)
    assert price_of(book, "USD/KZT") == Fraction("540.1")


def test_of_two_banks_that_contradict_each_other_the_slip_does_not_condemn_who_agrees_with_the_other():
    bank, slip = (
        quoted("USD/KZT", "520.1", "2025-12-16"),
        quoted("USD/KZT", "5201", "2025-12-16", source="slip"),
    )
    market = quoted("USD/KZT", "519.80", "2025-12-16", "market", "exchange")
    assert RateBook([bank, slip, market]).outliers() == ()
    far = quoted("USD/KZT", "640", "2025-12-16", "market", "exchange")
    assert RateBook([bank, slip, far]).outliers() == (far,)


def test_an_outlier_gives_way_to_an_older_quotation():
    peg = quoted("USD/TMT", "3.5", "2015-01-01", "peg", "CBT", through="2025-12-31")
    slip, day_before = quoted("USD/TMT", "35", "2025-09-16"), quoted("USD/TMT", "3.5", "2025-09-15")
    book = RateBook([peg, slip, day_before])
    assert book.outliers() == (slip,)
    assert price_of(book, "USD/TMT", "2025-09-16") == Fraction("3.5")


def test_disagreements_are_listed_with_their_gap():
    week = quoted("USD/KZT", "540", "2025-09-15", "reference", through="2025-09-21", low="539", high="541")
    inside, outside = quoted("KZT/USD", "0.00185", "2025-09-16"), quoted("USD/KZT", "545.00", "2025-09-17")
    (found,) = RateBook([week, inside, outside]).disagreements()
    assert {found.first, found.second} == {week, outside}
    assert found.day == D("2025-09-17")
    assert found.gap == Fraction("544.995") / 541 - 1
    assert "% apart" in str(found)


def test_merging_adds_and_never_replaces():
    full = RateBook([quoted("USD/KZT", "540", "2025-09-15"), quoted("USD/KGS", "87.45", "2025-09-15")])
    partial = [quoted("USD/KZT", "541", "2025-09-16")]
    merged = full.merge(partial)
    assert len(merged) == 3
    assert price_of(merged, "USD/KGS", "2025-09-16") == Fraction("87.45")
    assert full.merge(RateBook(partial), full) == merged
    assert len(full) == 2


def test_a_book_is_an_immutable_set():
    one, two = quoted("USD/KZT", "540", "2025-09-15"), quoted("USD/KGS", "87.45", "2025-09-15")
    book = RateBook([one, two, one])
    assert list(book) == [one, two]
    assert one in book
    assert book == RateBook([two, one])
    assert book != RateBook([one])
    assert book != 5
    assert hash(book) == hash(RateBook([two, one]))
    assert pickle.loads(pickle.dumps(book)) == book  # noqa: S301
    assert book.pairs() == (("USD", "KGS"), ("USD", "KZT"))
    assert "2 quotations" in repr(book)
    with pytest.raises(AttributeError, match="immutable"):
        book.rates = []
    with pytest.raises(TypeError, match="holds quotations"):
        RateBook(["KZT/USD = 0.00194"])


def test_coverage_says_how_far_each_source_reaches():
    book = RateBook(
        [
            quoted("USD/KZT", "540", "2025-09-15"),
            quoted("USD/KZT", "541", "2025-09-20", through="2025-09-21"),
            quoted("KZT/USD", "0.00194", None, "ticker"),
        ]
    )
    undated, dated = book.holdings()
    assert (undated.first, undated.last, undated.quotations) == (None, None, 1)
    assert (dated.source, dated.first, dated.last, dated.quotations) == (
        "bank",
        D("2025-09-15"),
        D("2025-09-21"),
        2,
    )


@settings(max_examples=60)
@given(st.lists(quotations(), max_size=30), DAYS)
def test_inverses_and_triangles_hold_in_any_book(known, day):
    book = RateBook(known)
    codes = sorted({code for pair in book.pairs() for code in pair})
    for base in codes:
        for quote in codes:
            try:
                rate = book.rate(base, quote, on=day)
            except RateNotFound:
                continue
            back = book.rate(quote, base, on=day)
            assert rate.low <= rate.price <= rate.high
            if len(rate.legs) == 1 and rate.legs == back.legs:
                assert rate.price * back.price == 1
                assert back == rate.inverse()


def test_the_ticker_of_the_seed_page_converts_the_headline():
    tenge = quoted("KZT/USD", "0.00194", "2025-12-16", "ticker", "timesca")
    conversion = RateBook([tenge]).convert(Money("13000000000000", "KZT"), "USD")
    assert (conversion.low, conversion.result, conversion.high) == (
        25_155_000_000,
        25_220_000_000,
        25_285_000_000,
    )


def test_the_bundled_book_knows_the_pegs_the_weeks_and_a_ticker():
    book = RateBook.bundled()
    assert book is RateBook.bundled()
    assert len(book) >= 6337 + 5 + 5
    assert price_of(book, "USD/TMT", "2025-09-18") == Fraction("3.5")
    assert price_of(book, "USD/TMT", "2014-12-31") == Fraction("2.85")
    assert price_of(book, "USD/TMT", "2015-01-01") == Fraction("3.5")
    assert book.rate("TMT", "USD").is_exact
    week = book.rate("USD", "KZT", on=D("2025-09-18"))
    assert (week.price, week.low, week.high) == (Fraction("540.91"), Fraction("538.71"), Fraction("542.26"))
    assert (week.as_of, week.through) == (D("2025-09-15"), D("2025-09-21"))
    assert {str(q.change) for q in book if q.kind == "ticker"} == {"0", "-0"}
    assert book.outliers() == ()
    assert book.disagreements() == ()


def test_the_bundled_weeks_are_the_shared_table(shared):
    lines = (shared / "reference-rates" / "weekly.csv").read_text("utf-8").splitlines()[1:]
    rows = {(row[0], row[1], *row[2:7], row[8]) for row in (line.split(",") for line in lines)}
    known = {
        (
            q.as_of.isoformat(),
            q.through.isoformat(),
            q.base,
            q.quote,
            str(q.price),
            str(q.low),
            str(q.high),
            q.source,
        )
        for q in RateBook.bundled()
        if q.kind == "reference"
    }
    assert rows <= known


def test_the_bundled_pegs_are_the_shared_table(shared):
    lines = (shared / "reference-rates" / "pegs.csv").read_text("utf-8").splitlines()[1:]
    rows = {tuple(line.split(",")[:6]) for line in lines}
    known = {
        (q.base, q.quote, str(q.price), q.as_of.isoformat(), q.through.isoformat(), q.source)
        for q in RateBook.bundled()
        if q.kind == "peg"
    }
    assert rows == known


def test_the_bundled_weeks_hold_every_published_day(shared):
    book = RateBook.bundled()
    path = shared / "rates-history" / "official-kgs-nbkr-2021-07_2026-08.csv"
    days = [row.split(",") for row in path.read_text("utf-8").splitlines()[1:]]
    checked = inside = 0
    for day, currency, price, _ in days:
        try:
            rate = book.rate("USD", currency, on=D(day), max_age=timedelta(0))
        except RateNotFound:
            continue
        checked += 1
        inside += rate.low <= Fraction(price) <= rate.high
    assert checked > 1800
    assert inside >= checked * 0.99


def test_the_callers_decimal_context_changes_no_answer():
    day = D("2025-09-18")
    expected = RateBook.bundled().convert(Money("13000000000000", "KZT"), "UZS", on=D("2025-09-18"))
    with decimal.localcontext(prec=6, rounding=decimal.ROUND_UP) as context:
        for trap in context.traps:
            context.traps[trap] = True
        book = RateBook(list(RateBook.bundled()))
        again = book.convert(Money("13000000000000", "KZT"), "UZS", on=day)
        assert again.rounded() == expected.rounded()
        assert (again.low, again.result, again.high) == (expected.low, expected.result, expected.high)


def test_an_answer_kept_is_the_answer_worked_out():
    book = RateBook.bundled()
    day = D("2025-09-18")
    first = book.convert(Money(1, "KZT"), "usd", on=day)
    assert book.convert(Money(1, "KZT"), "USD", on=day).rate == first.rate
    assert isinstance(first.rate, Rate)


def test_a_day_and_codes_as_text_are_kept_answers_like_any_other():
    book = RateBook([quoted("USD/KZT", "540", "2025-09-15")])
    plain = book.rate("USD", "KZT", on=D("2025-09-15"))
    for _ in range(2):
        assert book.rate("usd", "kzt", on="2025-09-15") is plain
        assert book.rate("usd", "kzt", on="2025-09-16") != plain
        with pytest.raises(TypeError):
            book.rate("usd", "kzt", on=datetime(2025, 9, 15, tzinfo=UTC))
