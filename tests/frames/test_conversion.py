"""Columns are converted as the scalar rule converts each row, on every engine, from every kind of column."""

import random
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from cafx import (
    AmountError,
    Currency,
    Money,
    OptionError,
    ParseError,
    Quotation,
    RateBook,
    RateNotFound,
    UnknownCurrency,
)

cf = pytest.importorskip("cafx.frames")
pytest.importorskip("narwhals")

BOOK = RateBook.bundled()
CODES = ("KZT", "KGS", "TJS", "UZS", "TMT", "USD")


def scalar(amount, code, to, day, book=BOOK, **choices):
    """Return what the scalar rule says of a row: result, low, high; None where it says nothing."""
    try:
        conversion = book.convert(Money(repr(amount), code), to, on=day, **choices)
    except RateNotFound:
        return None
    return conversion


def assert_close(found, expected):
    """Hold a column against exact values, within 4e-16 of each."""
    assert len(found) == len(expected)
    for value, exact in zip(found, expected, strict=True):
        if exact is None:
            assert is_empty(value)
        else:
            assert value == pytest.approx(float(exact), rel=4.5e-16, abs=0)


def is_empty(value):
    """Return whether a cell holds nothing."""
    return value is None or value != value  # noqa: PLR0124 -- NaN


def by_id(columns, name):
    """Return a column in the order of the rows' ids: a join promises no order."""
    return [value for _, value in sorted(zip(columns["id"], columns[name], strict=True))]


def rows(count, seed, first="2008-01-01", days=6900):
    """Return made-up rows: amounts, codes and days."""
    chance = random.Random(seed)  # noqa: S311 -- made-up rows
    start = date.fromisoformat(first)
    return {
        "id": list(range(count)),
        "amt": [round(10 ** chance.uniform(3, 9), 2) * chance.choice((1, 1, 1, -1)) for _ in range(count)],
        "cur": [chance.choice(CODES) for _ in range(count)],
        "day": [start + timedelta(chance.randrange(days)) for _ in range(count)],
    }


@pytest.mark.parametrize("to", ["USD", "KZT"])
def test_51_every_row_is_what_the_scalar_rule_says(maker, to):
    given = rows(300, 7)
    frame = cf.convert(
        maker.make(**given),
        "amt",
        to,
        on="day",
        currency="cur",
        bounds=True,
        sources=True,
        book=BOOK,
        missing="null",
    )
    found = maker.read(frame)
    name = f"amt_{to.lower()}"
    assert list(found) == [
        "id",
        "amt",
        "cur",
        "day",
        name,
        f"{name}_low",
        f"{name}_high",
        "rate",
        "rate_from",
        "rate_through",
        "rate_age",
        "rate_kind",
        "rate_source",
    ]
    expected = [
        scalar(amount, code, to, day)
        for amount, code, day in zip(given["amt"], given["cur"], given["day"], strict=True)
    ]
    order = sorted(range(300), key=lambda place: found["id"][place])
    for key, part in ((name, "result"), (f"{name}_low", "low"), (f"{name}_high", "high")):
        assert_close([found[key][place] for place in order], [one and getattr(one, part) for one in expected])
    for place, one in zip(order, expected, strict=True):
        if one is None:
            assert all(is_empty(found[key][place]) for key in list(found)[4:])
            continue
        assert found[f"{name}_low"][place] <= found[name][place] <= found[f"{name}_high"][place]
        assert found["rate_age"][place] == one.rate.age
        assert found["rate_kind"][place] == one.rate.kind
        assert str(found["rate_source"][place]) == " + ".join(
            dict.fromkeys(leg.source for leg in one.rate.legs)
        )
        if one.rate.as_of is not None:
            assert str(found["rate_from"][place])[:10] == one.rate.as_of.isoformat()


def test_a_currency_into_itself_is_a_peg_without_a_source_in_a_column_as_for_one_amount(maker):
    frame = maker.make(amt=[5.0, 5.0], cur=["KZT", "KZT"], day=["2024-02-29", "1980-01-01"])
    found = maker.read(
        cf.convert(frame, "amt", "KZT", on="day", currency="cur", sources=True, book=BOOK, missing="null")
    )
    one = BOOK.convert(Money(5, "KZT"), "KZT", on="1980-01-01").rate
    assert (one.kind, one.age, one.as_of, one.legs) == ("peg", 0, None, ())
    for place in range(2):
        assert (found["rate"][place], found["rate_kind"][place], found["rate_source"][place]) == (
            1,
            "peg",
            "",
        )
        assert found["rate_age"][place] == 0
        assert is_empty(found["rate_from"][place])
        assert is_empty(found["rate_through"][place])


def test_bounds_hold_the_result_for_negative_amounts_too(maker):
    frame = maker.make(amt=[-1e6, 1e6], cur=["KZT", "KZT"], day=["2024-02-29"] * 2)
    found = maker.read(
        cf.convert(frame, "amt", "USD", on="day", currency="cur", bounds=True, book=BOOK, missing="null")
    )
    assert all(
        low < value < high
        for low, value, high in zip(
            found["amt_usd_low"], found["amt_usd"], found["amt_usd_high"], strict=True
        )
    )


def test_a_pegs_bounds_are_its_price(maker):
    frame = maker.make(amt=[3500.0], day=["2010-05-05"])
    found = maker.read(
        cf.convert(frame, "amt", "USD", on="day", currency="TMT", bounds=True, book=BOOK, missing="null")
    )
    assert found["amt_usd"] == found["amt_usd_low"] == found["amt_usd_high"] == [1228.0701754385964]


def test_one_day_and_one_currency_stand_for_all_rows(maker):
    frame = maker.make(amt=[1e6, 2e6])
    choices = {"on": "2024-02-29", "currency": "KZT", "book": BOOK, "missing": "null"}
    found = maker.read(cf.convert(frame, "amt", "USD", bounds=True, **choices))
    expected = [scalar(amount, "KZT", "USD", "2024-02-29").result for amount in (1e6, 2e6)]
    assert_close(sorted(found["amt_usd"]), expected)


def test_empty_cells_stay_empty_and_nan_stays_what_it_is(maker):
    frame = maker.make(
        id=[0, 1, 2, 3, 4],
        amt=[None, 1e6, 1e6, 1e6, 5.0],
        cur=["KZT", None, "KZT", "KZT", "USD"],
        day=[date(2024, 2, 29), date(2024, 2, 29), None, date(2024, 2, 29), None],
    )
    found = maker.read(cf.convert(frame, "amt", "USD", on="day", currency="cur", book=BOOK, missing="null"))
    values = by_id(found, "amt_usd")
    assert [is_empty(value) for value in values] == [True, True, True, False, True]


def test_empty_cells_are_not_missing_rates(eager):
    frame = eager.make(amt=[None, 1e6, 1e6], cur=["KZT", None, "KZT"], day=["1900-01-01", "2024-02-29", None])
    assert (
        len(eager.read(cf.convert(frame, "amt", "USD", on="day", currency="cur", book=BOOK))["amt_usd"]) == 3
    )


def test_days_before_the_first_and_after_the_last_rate_have_none(maker):
    frame = maker.make(
        id=[0, 1, 2, 3],
        amt=[1e6] * 4,
        cur=["KZT", "KZT", "USD", "USD"],
        day=[date(1900, 1, 1), date(9999, 12, 31), date(1800, 1, 1), date(9999, 12, 31)],
    )
    if maker.form == "pandas":
        frame["day"] = frame["day"].astype(object)
    found = maker.read(cf.convert(frame, "amt", "USD", on="day", currency="cur", book=BOOK, missing="null"))
    values = by_id(found, "amt_usd")
    assert [is_empty(value) for value in values] == [True, True, False, False]
    assert values[2:] == [1e6, 1e6]


def test_no_rows_give_no_rows(eager):
    frame = eager.make(amt=[1.0], cur=["KZT"], day=["2024-02-29"])[:0]
    if hasattr(frame, "slice") and eager.form == "pyarrow":
        frame = frame.slice(0, 0)
    result = cf.convert(frame, "amt", "USD", on="day", currency="cur", book=BOOK, bounds=True, sources=True)
    assert len(result) == 0
    assert "amt_usd" in cf.backends.engine_of(result).names(result)


def test_codes_are_taken_in_either_case(maker):
    frame = maker.make(id=[0, 1, 2], amt=[1e6] * 3, cur=["KZT", "kzt", "Kzt"], day=["2024-02-29"] * 3)
    found = maker.read(cf.convert(frame, "amt", "USD", on="day", currency="cur", book=BOOK, missing="null"))
    assert len(set(found["amt_usd"])) == 1
    assert found["amt_usd"][0] == pytest.approx(2219.8051011121224)


def test_amounts_are_read_from_decimals_numerals_and_whole_numbers(maker):
    exact = float(scalar(1000000.5, "KZT", "USD", "2024-02-29").result)
    for amounts in ([Decimal("1000000.5")] * 2, ["1000000.5", "+1.0000005e6"]):
        frame = maker.make(amt=amounts, day=["2024-02-29"] * 2)
        found = maker.read(
            cf.convert(frame, "amt", "USD", on="day", currency="KZT", book=BOOK, missing="null")
        )
        assert found["amt_usd"] == pytest.approx([exact] * 2, rel=4.5e-16)
    frame = maker.make(amt=[2, 3], day=["2024-02-29"] * 2)
    found = maker.read(cf.convert(frame, "amt", "KZT", on="day", currency="KZT", book=BOOK, missing="null"))
    assert sorted(found["amt_kzt"]) == [2.0, 3.0]


@pytest.mark.parametrize("amounts", [["17 млн тг", "1.5"], ["1,000", "2"], ["1_000", "2"], ["", "2"]])
def test_amounts_in_words_are_refused_and_named(eager, amounts):
    frame = eager.make(amt=amounts, day=["2024-02-29"] * 2)
    with pytest.raises(AmountError, match=r"column 'amt' .*figures") as caught:
        cf.convert(frame, "amt", "USD", on="day", currency="KZT", book=BOOK)
    assert repr(amounts[0]) in str(caught.value)


def test_moments_are_on_their_own_day(maker):
    frame = maker.make(amt=[1e6], day=[datetime(2024, 2, 25, 23, 59)])  # noqa: DTZ001
    found = maker.read(cf.convert(frame, "amt", "USD", on="day", currency="KZT", book=BOOK, missing="null"))
    assert_close(found["amt_usd"], [scalar(1e6, "KZT", "USD", "2024-02-25").result])


def test_moments_with_a_zone_need_one_to_say_the_day(maker):
    frame = maker.make(amt=[1e6], day=[datetime(2024, 2, 25, 20, 0, tzinfo=UTC)])
    choices = {"on": "day", "currency": "KZT", "book": BOOK, "missing": "null"}
    with pytest.raises(OptionError, match=r"'day' holds moments with a time zone.*tz='Asia/Almaty'"):
        cf.convert(frame, "amt", "USD", **choices)
    found = maker.read(cf.convert(frame, "amt", "USD", tz="Asia/Almaty", **choices))
    assert_close(found["amt_usd"], [scalar(1e6, "KZT", "USD", "2024-02-26").result])
    with pytest.raises(OptionError, match="'Almaty' is not a time zone"):
        cf.convert(frame, "amt", "USD", tz="Almaty", **choices)


def test_the_day_of_a_moment_is_that_of_the_zone_at_its_time(maker):
    # Almaty went from +6 to +5 on 2024-03-01; in New York the clocks went forward on 2024-03-10.
    moments = [
        datetime(2024, 2, 25, 18, 30, tzinfo=UTC),
        datetime(2024, 3, 3, 18, 30, tzinfo=UTC),
        datetime(2024, 3, 9, 4, 59, tzinfo=UTC),
        datetime(2024, 3, 11, 4, 30, tzinfo=UTC),
        datetime(1969, 12, 31, 23, 0, tzinfo=UTC),
    ]
    book = RateBook(
        Quotation("USD", "KZT", str(400 + number), as_of=day, source="x", kind="reference", through=day)
        for number, day in enumerate(date(2024, 2, 20) + timedelta(place) for place in range(30))
    )
    frame = maker.make(id=[0, 1, 2, 3, 4], amt=[1.0] * 5, day=moments)
    for tz, days in (("Asia/Almaty", (26, 3, 9, 11)), ("America/New_York", (25, 3, 8, 11))):
        found = maker.read(
            cf.convert(frame, "amt", "KZT", on="day", currency="USD", book=book, missing="null", tz=tz)
        )
        expected = [
            400 + (date(2024, 2 if place == 0 else 3, day) - date(2024, 2, 20)).days
            for place, day in enumerate(days)
        ]
        values = by_id(found, "amt_kzt")
        assert values[:4] == expected
        assert is_empty(values[4])


def test_numbers_are_not_days(maker):
    for day in ([20240229, 20240229], [1.5, 2.5]):
        frame = maker.make(amt=[1e6] * 2, day=day)
        with pytest.raises(OptionError, match=r"column 'day' .*which is not a day"):
            maker.read(cf.convert(frame, "amt", "USD", on="day", currency="KZT", book=BOOK, missing="null"))


def test_days_that_are_all_empty_give_empty_cells(maker):
    if maker.form in ("ibis", "duckdb"):
        pytest.skip("a table has no columns without a type")
    frame = maker.make(amt=[1e6, 2e6], day=[None, None])
    found = maker.read(cf.convert(frame, "amt", "USD", on="day", currency="KZT", book=BOOK, missing="null"))
    assert all(is_empty(value) for value in found["amt_usd"])


def test_text_that_is_not_a_day_is_named(eager):
    frame = eager.make(amt=[1e6] * 3, day=["2024-02-29", "29.02.2024", "2024-02-30"])
    with pytest.raises(ParseError, match=r"column 'day' .*'29.02.2024', '2024-02-30'"):
        cf.convert(frame, "amt", "USD", on="day", currency="KZT", book=BOOK)


def test_unknown_codes_are_named(eager):
    frame = eager.make(amt=[1e6] * 3, cur=["KZT", "Тенге", "KZ"], day=["2024-02-29"] * 3)
    with pytest.raises(UnknownCurrency, match=r"column 'cur' .*'Тенге', 'KZ'"):
        cf.convert(frame, "amt", "USD", on="day", currency="cur", book=BOOK)


def test_unknown_codes_of_lazy_frames_are_empty(maker):
    if maker.is_eager:
        return
    frame = maker.make(id=[0, 1], amt=[1e6] * 2, cur=["KZT", "Тенге"], day=["2024-02-29"] * 2)
    found = maker.read(cf.convert(frame, "amt", "USD", on="day", currency="cur", book=BOOK, missing="null"))
    assert is_empty(by_id(found, "amt_usd")[1])


def test_a_lazy_frame_has_to_say_what_becomes_of_missing_rates(maker):
    if maker.is_eager:
        return
    frame = maker.make(amt=[1e6], day=["2024-02-29"])
    with pytest.raises(OptionError, match=r"missing='null'.*cafx\.frames\.missing"):
        cf.convert(frame, "amt", "USD", on="day", currency="KZT", book=BOOK)


def salaries():
    """Return a row for each of the five currencies and each first of the month in 71 months."""
    months = [date(2021 + month // 12, month % 12 + 1, 1) for month in range(71)]
    return {
        "amt": [1e6] * 355,
        "cur": [code for code in CODES[:5] for _ in months],
        "day": months * 5,
    }


def gap_book():
    """Return a book that knows two stretches of KZT, one of TMT, and nothing else."""
    days = (
        ("KZT", "2021-01-01", "2021-06-30"),
        ("KZT", "2022-01-01", "2026-11-30"),
        ("TMT", "2021-01-01", "2026-12-31"),
    )
    return RateBook(
        Quotation("USD", code, "500", as_of=first, through=last, kind="reference", source="made")
        for code, first, last in days
    )


def test_missing_rates_are_named_by_currency_as_ranges(eager):
    with pytest.raises(RateNotFound) as caught:
        cf.convert(eager.make(**salaries()), "amt", "USD", on="day", currency="cur", book=gap_book())
    message = str(caught.value)
    assert message.startswith(
        "218 of 355 rows have no rate into USD: KGS 71 (2021-01-01 to 2026-11-01), TJS 71"
    )
    assert "KZT 5 (2021-08-01 to 2021-12-01)" in message
    assert message.endswith(
        "leave them empty with missing='null', raise max_age, or merge rates into the book"
    )
    assert (caught.value.quote, caught.value.on) == ("USD", date(2021, 1, 1))
    left = cf.convert(
        eager.make(**salaries()), "amt", "USD", on="day", currency="cur", book=gap_book(), missing="null"
    )
    assert sum(is_empty(value) for value in eager.read(left)["amt_usd"]) == 218


def test_only_days_in_force_answer_where_max_age_is_zero(maker):
    frame = maker.make(id=[0, 1, 2], amt=[500.0] * 3, day=["2021-06-30", "2021-07-01", "2021-07-14"])
    for days, expected in ((0, [True, False, False]), (13, [True, True, False]), (14, [True, True, True])):
        found = maker.read(
            cf.convert(
                frame,
                "amt",
                "USD",
                on="day",
                currency="KZT",
                book=gap_book(),
                missing="null",
                max_age=timedelta(days),
            )
        )
        values = by_id(found, "amt_usd")
        assert [not is_empty(value) for value in values] == expected


def test_start_and_end_limit_what_is_converted(maker):
    frame = maker.make(
        id=list(range(4)), amt=[1e6] * 4, day=["2024-02-27", "2024-02-28", "2024-02-29", "2024-03-01"]
    )
    found = maker.read(
        cf.convert(
            frame,
            "amt",
            "USD",
            on="day",
            currency="KZT",
            book=BOOK,
            missing="null",
            start="2024-02-28",
            end="2024-02-29",
        )
    )
    empty = [is_empty(value) for value in by_id(found, "amt_usd")]
    assert empty == [True, False, False, True]


def test_a_period_takes_the_mean_that_people_publish(maker):
    frame = maker.make(id=[0, 1], amt=[1e6, 1e6], day=["2024-02-29", "2024-07-01"])
    for period, names in (("year", ("2024", "2024")), ("month", ("2024-02", "2024-07"))):
        found = maker.read(
            cf.convert(
                frame,
                "amt",
                "USD",
                on="day",
                currency="KZT",
                book=BOOK,
                missing="null",
                period=period,
                start="2023-01-01",
                end="2025-12-31",
            )
        )
        expected = [1e6 / float(BOOK.average("USD", "KZT", name).price) for name in names]
        assert by_id(found, "amt_usd") == pytest.approx(expected, rel=1e-15)


def test_a_period_with_missing_days_answers_only_where_that_is_wanted(maker):
    frame = maker.make(amt=[1e6], day=["2021-03-01"])
    choices = {"on": "day", "currency": "KZT", "book": gap_book(), "missing": "null", "period": "year"}
    found = maker.read(cf.convert(frame, "amt", "USD", **choices))["amt_usd"]
    assert is_empty(found[0])
    found = maker.read(cf.convert(frame, "amt", "USD", partial=True, **choices))["amt_usd"]
    assert found == pytest.approx([2000.0])


def test_two_conversions_can_follow_one_another(maker):
    frame = maker.make(amt=[1e6], day=["2024-02-29"])
    choices = {"on": "day", "currency": "KZT", "book": BOOK, "missing": "null"}
    once = cf.convert(frame, "amt", "USD", sources=True, **choices)
    found = maker.read(cf.convert(once, "amt", "UZS", name="som", sources=True, **choices))
    assert list(found)[-7:] == [
        "som",
        "som_rate",
        "som_rate_from",
        "som_rate_through",
        "som_rate_age",
        "som_rate_kind",
        "som_rate_source",
    ]
    assert found["amt_usd"] == pytest.approx([2219.8051011121224])


def test_columns_that_are_there_already_are_not_overwritten(maker):
    frame = maker.make(amt=[1e6], amt_usd=[1.0], day=["2024-02-29"])
    with pytest.raises(OptionError, match="'amt_usd' already: pass name="):
        cf.convert(frame, "amt", "USD", on="day", currency="KZT", book=BOOK, missing="null")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"amount": "pay"}, "amount='pay' is not a column of the frame: 'amt', 'cur', 'KZT', 'day'"),
        ({"currency": "ccy"}, "currency='ccy' is neither a column nor a code: the columns are 'amt', 'cur'"),
        ({"currency": "KZT"}, r"currency='KZT' is a column and a code: pass cafx.Currency\('KZT'\)"),
        ({"on": "date"}, "on='date' is neither a column nor a day such as '2025-09-18'"),
        ({"on": None}, "a column has no 'newest'"),
        ({"missing": "drop"}, "missing='drop' is not one of 'raise', 'null'"),
        ({"period": "decade"}, "period='decade' is not one of 'week', 'month', 'year'"),
        ({"partial": True}, "pass period= with it"),
        ({"start": "2025-01-01", "end": "2024-01-01"}, "the days run backward"),
        ({"on": "cur"}, "column 'cur' holds what is not a day"),
    ],
)
def test_arguments_that_cannot_be_meant_are_refused(eager, arguments, message):
    frame = eager.make(amt=[1e6], cur=["KZT"], KZT=[1.0], day=["2024-02-29"])
    chosen = {"amount": "amt", "to": "USD", "on": "day", "currency": "cur", "book": BOOK} | arguments
    with pytest.raises((OptionError, ParseError), match=message):
        cf.convert(frame, **chosen)


def test_a_code_that_is_a_column_too_is_said_as_a_currency(maker):
    frame = maker.make(amt=[1e6], KZT=[1.0], day=["2024-02-29"])
    found = maker.read(
        cf.convert(frame, "amt", "USD", on="day", currency=Currency("KZT"), book=BOOK, missing="null")
    )
    assert found["amt_usd"] == pytest.approx([2219.8051011121224])


def test_what_is_not_a_frame_is_refused_with_what_is():
    with pytest.raises(OptionError, match=r"does not convert a builtins\.list: pass a frame of pandas"):
        cf.convert([1, 2], "amt", "USD", on="day", currency="KZT")
