"""Rates, quotations, own books and gaps as frames."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from cafx import AmountError, OptionError, ParseError, Quotation, RateBook, RateNotFound, read_ticker

cf = pytest.importorskip("cafx.frames")
pytest.importorskip("narwhals")

BOOK = RateBook.bundled()


@pytest.fixture(params=["pandas", "polars", "pyarrow"])
def backend(request):
    """The name of each library that cafx makes frames of."""
    pytest.importorskip(request.param)
    return request.param


def lists(frame):
    """Return the columns of a frame as lists."""
    import narwhals as nw

    return {name: nw.from_native(frame)[name].to_list() for name in nw.from_native(frame).columns}


def test_rates_are_those_of_each_day(backend):
    found = lists(cf.rates("USD", "KZT", "2024-02-20", "2024-03-10", book=BOOK, backend=backend))
    assert len(found["rate"]) == 20
    for place in range(20):
        day = date(2024, 2, 20) + timedelta(place)
        rate = BOOK.rate("USD", "KZT", on=day)
        assert [found[name][place] for name in ("rate", "low", "high")] == [
            float(value) for value in (rate.price, rate.low, rate.high)
        ]
        assert str(found["day"][place])[:10] == day.isoformat()
        assert (found["rate_kind"][place], found["rate_age"][place]) == (rate.kind, rate.age)


def test_several_quotes_stand_one_after_another(backend):
    found = lists(cf.rates("USD", ["KZT", "TMT"], "2024-01-01", "2024-01-02", book=BOOK, backend=backend))
    assert found["quote"] == ["KZT", "KZT", "TMT", "TMT"]


@pytest.mark.parametrize(("every", "period"), [("year", "2024"), ("month", "2024-02")])
def test_means_are_the_books_own_averages(backend, every, period):
    found = lists(cf.rates("USD", "KZT", "2024-01-01", "2024-12-31", every=every, book=BOOK, backend=backend))
    place = 0 if every == "year" else 1
    mean = BOOK.average("USD", "KZT", period)
    assert found["rate"][place] == float(mean.price)
    assert (found["days"][place], found["covered"][place]) == (mean.days, mean.days)
    assert all(found["complete"])
    assert found["least"][place] < found["low"][place] < found["high"][place] < found["most"][place]


def test_a_period_that_is_not_whole_is_not_complete(backend):
    found = lists(
        cf.rates("USD", "KZT", "2024-01-01", "2024-06-30", every="year", book=BOOK, backend=backend)
    )
    assert (found["days"], found["covered"], found["complete"]) == ([366], [182], [False])


def test_weeks_run_from_monday(backend):
    found = lists(
        cf.rates("USD", "TMT", "2024-02-25", "2024-03-04", every="week", book=BOOK, backend=backend)
    )
    assert [str(day)[:10] for day in found["first"]] == ["2024-02-25", "2024-02-26", "2024-03-04"]
    assert found["complete"] == [False, True, False]


def test_quotations_keep_what_was_printed(backend):
    reading = read_ticker("UZS/USD = 0.00008 -0%\nTMT/USD = 0.28570 0%", as_of="2025-12-16")
    moment = datetime(2025, 12, 16, 9, 30, tzinfo=UTC)
    read = Quotation(
        "USD", "KZT", "478.10", as_of="2025-12-16", source="NBK", kind="official", observed_at=moment
    )
    found = lists(cf.quotations([reading, read], backend=backend))
    assert found["price"] == ["0.00008", "0.28570", "478.10"]
    assert found["low"][0] == 7.5e-05
    assert found["observed_at"][2] == moment
    assert str(found["as_of"][0])[:10] == "2025-12-16"


def test_a_whole_book_goes_into_a_frame(backend):
    found = cf.quotations(BOOK, backend=backend)
    assert len(found) == len(BOOK)


def test_own_rates_come_in_with_their_zeros(eager):
    frame = eager.make(day=["2026-01-05", "2026-01-06", "2026-01-07"], usd=["478.10", " 479.35", None])
    book = cf.book(frame, base="USD", quote="KZT", price="usd", on="day", source="own")
    assert [str(one.price) for one in book] == ["478.10", "479.35"]
    assert {one.kind for one in book} == {"official"}


def test_own_rates_have_columns_of_codes_and_units(eager):
    frame = eager.make(
        day=[date(2026, 1, 5)] * 2,
        code=["UZS", "RUB"],
        price=[Decimal("4.05"), Decimal("6.10")],
        units=[100, 1],
    )
    book = cf.book(frame, base="code", quote="KZT", price="price", on="day", source="own", nominal="units")
    assert sorted(str(one) for one in book) == [
        "100 UZS/KZT = 4.05 (official, own, 2026-01-05)",
        "RUB/KZT = 6.10 (official, own, 2026-01-05)",
    ]


def test_prices_that_are_floats_are_refused_with_the_remedy(eager):
    frame = eager.make(day=["2026-01-05"], usd=[478.1])
    with pytest.raises(AmountError, match=r"'usd' holds floats.*dtype=str"):
        cf.book(frame, base="USD", quote="KZT", price="usd", on="day", source="own")


def test_a_row_that_is_not_a_quotation_is_named(eager):
    frame = eager.make(day=["2026-01-05", "06.01.2026"], usd=["478.10", "479.35"])
    with pytest.raises(ParseError, match="row 2 is not a quotation"):
        cf.book(frame, base="USD", quote="KZT", price="usd", on="day", source="own")


def test_gaps_are_found_in_lazy_frames_too(maker):
    frame = maker.make(
        day=["1980-01-01", "2024-02-29", "2099-01-01", "2099-02-01", None],
        cur=["KZT", "KZT", "KZT", "kzt", "KZT"],
    )
    found = lists(cf.missing(frame, on="day", currency="cur", book=BOOK))
    assert found["currency"] == ["KZT", "KZT"]
    assert [str(day)[:10] for day in found["first"] + found["last"]] == [
        "1980-01-01",
        "2099-01-01",
        "1980-01-01",
        "2099-02-01",
    ]
    assert found["rows"] == [1, 2]
    assert found["why"] == ["before the first rate", "more than 14 days after the last rate"]


def test_choices_that_there_are_not_are_refused():
    with pytest.raises(OptionError, match="backend='excel' is not one of"):
        cf.rates("USD", "KZT", "2024-01-01", "2024-01-02", book=BOOK, backend="excel")
    with pytest.raises(OptionError, match="every='decade' is not one of"):
        cf.rates("USD", "KZT", "2024-01-01", "2024-01-02", every="decade", book=BOOK)
    with pytest.raises(OptionError, match="run backward"):
        cf.rates("USD", "KZT", "2024-01-02", "2024-01-01", book=BOOK)
    with pytest.raises(RateNotFound, match="nothing is known of"):
        RateBook([]).rate("USD", "KZT", on="2024-01-01")
    assert len(cf.rates("USD", "KZT", "2024-01-01", "2024-01-02", book=RateBook([]))) == 0
