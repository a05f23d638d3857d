"""Disagreements are told by ranks in whole numbers; the plain way, in fractions, stands here beside it."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from cafx import Quotation
from cafx.rates.outliers import Disagreement, disagreements_among, gap_between

START = date(2026, 4, 1)


@st.composite
def quoted(draw):
    """A price of the tenge near 500 for a dollar, in either direction, for one unit or a hundred."""
    is_inverse, nominal = draw(st.booleans()), draw(st.sampled_from((1, 7, 100)))
    price = Decimal(draw(st.integers(495_000, 505_000))).scaleb(-3)
    places = draw(st.integers(0, 3))
    printed = (1 / price if is_inverse else price) * nominal
    printed = printed.quantize(Decimal(1).scaleb(-places - (6 if is_inverse else 0)))
    day = START + timedelta(days=draw(st.integers(0, 3)))
    kind = draw(st.sampled_from(("official", "peg")))
    share = draw(st.sampled_from((None, Decimal("0.001"), Decimal("1e-9")))) if kind == "official" else None
    return Quotation(
        *(("KZT", "USD") if is_inverse else ("USD", "KZT")),
        printed,
        as_of=day,
        through=draw(st.sampled_from((None, day, day + timedelta(days=2)))),
        kind=kind,
        source=draw(st.sampled_from(("NBK", "CBU", "NBKR"))),
        nominal=nominal,
        low=share and printed - printed * share,
        high=share and printed + printed * share,
    )


def plain_gap(one, other):
    low, high = other.bounds
    return gap_between(one.bounds, (low, high) if one.base == other.base else (1 / high, 1 / low))


@settings(deadline=None)
@given(st.lists(quoted(), max_size=12))
def test_what_disagrees_is_what_fractions_say(given_quotations):
    in_order = sorted(given_quotations, key=lambda one: one.as_of)
    expected = [
        (one, other, other.as_of, plain_gap(one, other))
        for place, other in enumerate(in_order)
        for one in in_order[:place]
        if one.covers(other.as_of) and plain_gap(one, other)
    ]
    found = disagreements_among(given_quotations)
    assert [(one.first, one.second, one.day, one.gap) for one in found] == expected


def test_bounds_that_differ_by_next_to_nothing_are_told_apart():
    # 1/3 of a dollar, as 33 decimals print it, against three tenge for a dollar, exactly.
    third = Quotation("KZT", "USD", "0." + 33 * "3", as_of=START, kind="peg", source="NBK")
    three = Quotation("USD", "KZT", "3", as_of=START, kind="peg", source="CBU")
    below = third.replace(price="0." + 60 * "3")
    assert len(disagreements_among([third, three, below])) == 3
    assert disagreements_among([three, three.replace(price="300", nominal=100)]) == []


def test_the_gap_is_worked_out_and_written():
    prices = [
        Quotation("USD", "KZT", text, as_of=START, kind="official", source="NBK") for text in ("495", "501")
    ]
    (found,) = disagreements_among(prices)
    assert found.to_dict()["gap"] == str(found.gap) == "10/991"
    assert Disagreement.from_json(found.to_json()) == found
