"""Money in columns of texts, the rates it implies, and amounts as text."""

from datetime import date

import pytest

from cafx import Money, OptionError, RateBook, find_figures, find_rates, format_money, implied_rate

cf = pytest.importorskip("cafx.frames")
pytest.importorskip("narwhals")

BOOK = RateBook.bundled()
TEXTS = [
    "Around 144 billion tenge ($266 million) were raised; bonds cost 22.5 billion tenge ($41 million).",
    None,
    "No money here.",
    "from 10 to 13 trillion tenge, planned investments of 13 trillion tenge",
]
DAYS = [date(2025, 9, 18), date(2025, 9, 18), date(2025, 9, 18), None]


def is_empty(value):
    """Return whether a cell holds nothing."""
    return value is None or value != value  # noqa: PLR0124 -- NaN


def test_a_row_for_each_figure_and_the_columns_that_are_kept(maker):
    frame = maker.make(id=[10, 20, 30, 40], text=TEXTS, day=DAYS)
    if maker.form in ("duckdb", "ibis"):
        with pytest.raises(OptionError, match="hand the texts over as Arrow"):
            cf.figures(frame, "text")
        return
    found = maker.read(cf.figures(frame, "text", keep=["id"]))
    expected = [(place, figure) for place, text in enumerate(TEXTS) if text for figure in find_figures(text)]
    assert found["id"] == [(place + 1) * 10 for place, _ in expected]
    assert found["figure"] == [figure.text for _, figure in expected]
    assert found["currency"] == ["KZT"] * 4
    assert [found["amount"][place] for place in (0, 1, 3)] == [144e9, 22.5e9, 13e12]
    assert [is_empty(value) for value in found["amount"]] == [False, False, True, False]
    assert [is_empty(value) for value in found["hedge"]] == [False, True, True, True]
    assert found["stated"][:2] == [266e6, 41e6]
    assert (found["range_low"][2], found["range_high"][2]) == (10e12, 13e12)
    assert found["amount_low"][0] == float(expected[0][1].bounds[0])


def test_the_index_is_repeated():
    pd = pytest.importorskip("pandas")
    frame = pd.DataFrame({"text": TEXTS}, index=["a", "b", "c", "d"])
    assert cf.figures(frame, "text").index.tolist() == ["a", "a", "d", "d"]


def test_what_a_figure_comes_to_holds_the_doubt_of_print_and_rate(eager):
    frame = eager.make(text=TEXTS, day=DAYS)
    found = eager.read(cf.figures(frame, "text", on="day", to="USD", book=BOOK))
    rate = BOOK.rate("KZT", "USD", on="2025-09-18")
    assert found["amount_usd"][0] == pytest.approx(144e9 * float(rate.price))
    assert found["amount_usd_low"][0] == pytest.approx(found["amount_low"][0] * float(rate.low))
    assert found["amount_usd_high"][0] == pytest.approx(found["amount_high"][0] * float(rate.high))
    assert all(map(is_empty, found["amount_usd"][2:]))


def test_texts_without_figures_give_no_rows(eager):
    found = eager.read(
        cf.figures(eager.make(text=["nothing", None]), "text", on="2025-01-01", to="USD", book=BOOK)
    )
    assert found["figure"] == []
    assert list(found)[-4:] == ["day", "amount_usd", "amount_usd_low", "amount_usd_high"]


def test_progress_counts_rows_and_figures(eager):
    seen = []
    frame = eager.make(text=TEXTS[:1] * 1200)
    cf.figures(frame, "text", progress=seen.append)
    assert [one.rows for one in seen] == [500, 1000, 1200]
    assert str(seen[-1]).startswith("1,200 of 1,200 rows, 2,400 figures, ")


def test_the_implied_rate_of_a_month_is_that_of_its_figures(eager):
    frame = eager.make(
        text=[TEXTS[0], "cost 45 trillion soums ($3.6 billion)"], day=["2025-09-18", "2025-10-02"]
    )
    found = eager.read(cf.implied(cf.figures(frame, "text", on="day")))
    implied = implied_rate(find_figures(TEXTS[0]))
    assert [str(day)[:10] for day in found["first"]] == ["2025-09-01", "2025-10-01"]
    assert found["quote"] == ["KZT", "UZS"]
    assert (found["low"][0], found["high"][0]) == (float(implied.low), float(implied.high))
    assert (found["fitting"][0], found["misfits"][0]) == (2, 0)


def test_amounts_are_written_as_format_money_writes_them(eager):
    frame = eager.make(pay=[450000.0, 12345.6, None], cur=["KZT", "UZS", "KZT"])
    found = eager.read(cf.format(frame, "pay", "ru_KZ", currency="cur", notation="compact"))
    assert found["pay_text"][:2] == [
        format_money(Money("450000.0", "KZT"), "ru_KZ", notation="compact"),
        format_money(Money("12345.6", "UZS"), "ru_KZ", notation="compact"),
    ]
    assert found["pay_text"][2] is None or found["pay_text"][2] != found["pay_text"][2]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"text": "body"}, "text='body' is not a column of the frame"),
        ({"keep": ["currency"]}, "keep='currency' is a column of the figures too"),
        ({"to": "USD"}, "to= needs on="),
    ],
)
def test_arguments_that_cannot_be_meant_are_refused(eager, arguments, message):
    frame = eager.make(text=TEXTS, currency=["KZT"] * 4)
    with pytest.raises(OptionError, match=message):
        cf.figures(frame, **({"text": "text"} | arguments))


def test_stated_rates_are_those_of_find_rates(eager):
    texts = [
        "On Thursday the official rate was 541.25 tenge per dollar.",
        None,
        "no rate",
        "Банки покупают доллар за 12 115–12 180 сумов.",
    ]
    frame = eager.make(id=[1, 2, 3, 4], text=texts, day=["2025-09-18", None, None, "2025-09-19"])
    found = eager.read(cf.stated_rates(frame, "text", keep=["id"], on="day"))
    expected = [(place + 1, rate) for place, text in enumerate(texts) if text for rate in find_rates(text)]
    assert found["id"] == [place for place, _ in expected] == [1, 4]
    assert found["quote"] == [rate.quote for _, rate in expected]
    assert found["price"][0] == "541.25"
    assert (found["range_low"][1], found["range_high"][1]) == (12115.0, 12180.0)
    assert str(found["day"][0])[:10] == "2025-09-18"
    with pytest.raises(OptionError, match="keep='base' is not a column of the frame"):
        cf.stated_rates(frame, "text", keep=["base"])
