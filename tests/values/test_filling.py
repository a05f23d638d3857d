"""How a value gets its fields: the quick way, held against setting each slot by its descriptor."""

from __future__ import annotations

import copy
import pickle
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cafx import Currency, Money, Quotation
from cafx.core.value import Value, make, remember
from cafx.text import find_figures
from cafx.text.findings import Finding

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


class Marked(Finding):
    """A finding with a method more."""

    def mark(self) -> str:
        return str(self.verdict)


class Noted(Finding):
    """A finding with a slot more, which is no field."""

    _note: str

    def note(self, text: str) -> str:
        remember(self, "_note", text)
        return self._note


class Bare(Value):
    """A value of many fields whose constructor is generated."""

    one: int
    two: int
    three: int
    four: int
    five: int
    six: int = 6

    def __str__(self) -> str:
        return "bare"


class Dressed(Bare):
    def total(self) -> int:
        return self.one + self.six


def _derived() -> list[Value]:
    (figure,) = find_figures("13 trillion tenge")
    return [Marked(figure, None), Noted(figure, None), Dressed(1, 2, 3, 4, 5)]


@pytest.mark.parametrize("value", _derived(), ids=lambda value: type(value).__name__)
def test_a_value_of_a_derived_class_stays_one(value):
    cls = type(value)
    assert cls in (Marked, Noted, Dressed)
    pickled = pickle.loads(pickle.dumps(value))  # noqa: S301 -- our own
    for one in (pickled, copy.copy(value), copy.deepcopy(value), value.replace()):
        assert type(one) is cls
        assert one == value
        with pytest.raises(AttributeError, match="frozen"):
            setattr(one, value._fields[0], None)


def test_what_a_derived_class_adds_works():
    marked, noted, dressed = _derived()
    assert marked.mark() == "None"
    assert noted.note("seen") == "seen"
    assert dressed.total() == 7
    assert marked != Finding(marked.figure, None)


def test_the_open_twin_is_not_told_of():
    heard = []

    class Heard(Value):
        def __init_subclass__(cls) -> None:
            heard.append(cls)

        def __str__(self) -> str:
            return "heard"

    class Many(Heard):
        a: int
        b: int
        c: int

    assert heard == Heard.__subclasses__() == [Many]
    assert make(Many, 1, 2, 3) == Many(1, 2, 3)
    twin = Many._make.__globals__["_open"]
    assert (twin.__module__, twin.__qualname__) == (Many.__module__, Many.__qualname__)
