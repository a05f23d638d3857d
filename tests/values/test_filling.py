"""How a value gets its fields: the quick way, held against setting each slot by its descriptor."""

from __future__ import annotations

import pickle
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cafx import Currency, Money, Quotation
from cafx.core.value import Value, make
from cafx.text import find_figures

FIELDS = st.tuples(
    st.sampled_from([Currency("KZT"), Currency("UZS")]),
    st.just(Currency("USD")),
    st.decimals("0.00001", 10**9, places=5),
    st.none() | st.dates(date(1994, 1, 1), date(2026, 1, 1)),
    st.sampled_from(["official", "ticker"]),
    st.text("abc", min_size=1, max_size=5),
    st.sampled_from([1, 100]),
    st.none(),
    st.none(),
    st.none(),
    st.none() | st.just(Decimal("-0")),
    st.none(),
)


def _plainly(cls: type[Value], *fields: object) -> Value:
    """Set the slots one by one."""
    made = object.__new__(cls)
    for name, value in zip(cls._fields, fields, strict=True):
        getattr(cls, name).__set__(made, value)
    return made


@given(FIELDS)
def test_a_value_filled_quickly_is_the_value_filled_slot_by_slot(fields):
    plain, quick = _plainly(Quotation, *fields), make(Quotation, *fields)
    built = Quotation(**dict(zip(Quotation._fields, fields, strict=True)))
    assert plain == quick == built
    assert repr(plain) == repr(quick) == repr(built)
    assert hash(plain) == hash(quick) == hash(built)
    for name, field in zip(Quotation._fields, fields, strict=True):
        assert getattr(quick, name) is getattr(plain, name) is field


@pytest.mark.parametrize(
    "value",
    [
        Money("1.50", "KZT"),
        Quotation("KZT", "USD", "0.00194", as_of=None, kind="ticker", source="timesca"),
        *find_figures("13 trillion tenge"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_a_filled_value_is_of_its_class_and_frozen(value):
    cls, name = type(value), value._fields[0]
    remade = make(cls, *(getattr(value, one) for one in cls._fields))
    for one in (value, remade, pickle.loads(pickle.dumps(value))):  # noqa: S301 -- our own
        assert one.__class__ is cls
        assert isinstance(one, cls)
        assert one == value
        with pytest.raises(AttributeError, match="frozen"):
            setattr(one, name, None)
        with pytest.raises(AttributeError, match="frozen"):
            delattr(one, name)
        with pytest.raises(AttributeError, match="frozen"):
            one.other = 1
