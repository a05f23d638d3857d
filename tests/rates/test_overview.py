"""The reach of a book is what its spans say, without a question for every day."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cafx import Currency, Quotation, RateBook
from cafx.rates.overview import answered, reaches_of

BOOK = RateBook.bundled()
# The manat of then was withdrawn at the end of the year.
FIRST, LAST = date(2008, 9, 1), date(2009, 2, 28)
DAYS = st.dates(FIRST, date(2008, 12, 31))


def in_spans(book, base, quote, max_age):
    """Return the stretches of days in any span: the slow and obvious way."""
    found = []
    for span in book.spans(base, quote, FIRST, LAST, max_age=max_age):
        if found and found[-1][1] + timedelta(1) == span.first:
            found[-1] = found[-1][0], span.last
        else:
            found.append((span.first, span.last))
    return found


@st.composite
def quotations(draw):
    """Return a quotation of one of four pairs: of a day, a week, a bank or a peg; some are outliers."""
    base, quote, price = draw(
        st.sampled_from(
            [
                ("USD", "KZT", "500"),
                ("KZT", "USD", "0.002"),
                ("EUR", "KZT", "600"),
                ("USD", "EUR", "0.8333"),
                ("USD", "KZT", "700"),
                ("USD", "TMM", "5000"),
            ]
        )
    )
    day = draw(DAYS)
    kind, source = draw(
        st.sampled_from([("official", "NBK"), ("official", "CBU"), ("market", "x"), ("reference", "y")])
    )
    is_span = kind == "reference" and quote != "TMM"
    through = day + timedelta(draw(st.integers(0, 9))) if is_span else None
    return Quotation(base, quote, price, as_of=day, kind=kind, source=source, through=through)


@settings(deadline=None)
@given(st.lists(quotations(), max_size=14), st.sampled_from([0, 3, 14]))
def test_the_days_with_an_answer_are_those_of_the_spans(given_quotations, days):
    book = RateBook(given_quotations)
    for base, quote in (("USD", "KZT"), ("EUR", "KZT"), ("KZT", "EUR"), ("USD", "TMM")):
        pair, max_age = (Currency(base), Currency(quote)), timedelta(days)
        assert answered(book.ways, *pair, FIRST, LAST, max_age) == in_spans(book, *pair, max_age)


@pytest.mark.parametrize("quote", ["KZT", "TMT", "TMM", "RUB"])
def test_the_bundled_books_reach_is_that_of_its_spans(quote):
    (reach,) = (one for one in reaches_of(BOOK.ways) if one.newest.quote == quote)
    spans = BOOK.spans("USD", quote, reach.first, reach.last)
    assert (spans[0].first, spans[-1].last) == (reach.first, reach.last)
    assert sum(span.days for span in spans) == reach.days
    assert reach.newest == BOOK.rate("USD", quote, on=reach.last)


def test_an_empty_book_has_no_reach():
    assert reaches_of(RateBook([]).ways) == ()
    assert "0 quotations of 0 pairs" in RateBook([])._repr_mimebundle_()["text/html"]


def test_an_age_that_is_no_timedelta_is_refused_at_every_door_of_a_book():
    for ask in (BOOK.rate, lambda *pair, **age: BOOK.spans(*pair, "2024-01-01", "2024-01-09", **age)):
        with pytest.raises(TypeError, match=r"such as timedelta\(days=14\), not '14'"):
            ask("USD", "KZT", max_age=14)
    with pytest.raises(TypeError, match="max_age is a timedelta"):
        BOOK.average("USD", "KZT", "2024", max_age=timedelta(-1))
