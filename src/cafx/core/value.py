"""``Value``: the base of every value and result: frozen, slotted, compared by its fields, exact in JSON.

A class says its fields once, as annotations in its body::

    class Money(Value):
        amount: Decimal
        currency: Currency

From that come the slots, equality and hash, ``repr``, ``replace()``, ``__match_args__``, pickle, JSON and
the pydantic schema, and a constructor where the class writes none. A class that checks its arguments writes
``__init__`` itself, ends it with ``self._fill(...)``, and the defaults in that signature are the only ones.
A name that begins with ``_`` is a slot for something worked out later, and no field.

Why not the standard dataclass: importing ``dataclasses`` costs as much as importing all of cafx's values
(it imports ``inspect``), and its frozen constructor sets each slot through ``object.__setattr__``, at twice
the cost of the slot's own descriptor. A class of many fields has an open twin with the same slots, where a
value is filled by plain assignments before it becomes one of the class: three times as fast. A value of a
class derived from it is filled by the descriptors. Equality and hash are generated as it generates them.
``tests/bench/bench_values.py`` holds both side by side.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, ClassVar, NoReturn, Self, TypeVar, cast, dataclass_transform

from cafx.core.decimals import plain
from cafx.core.methods import (
    MISSING,
    TWIN_MADE,
    Field,
    eq_source,
    fill_source,
    hash_source,
    init_source,
    make_source,
)
from cafx.core.shown import Shown
from cafx.core.text import printable
from cafx.errors import OptionError, ParseError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from types import FunctionType

    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema


__all__ = ["Json", "Value", "field", "json_default", "json_ready", "make", "maker", "remember"]

Json = None | str | int | bool | list["Json"] | dict[str, "Json"]
V = TypeVar("V", bound="Value")


def field(
    *,
    default: object = MISSING,
    compare: bool = True,
    hash: bool = True,  # noqa: A002 -- the names that dataclasses use
    print: bool = False,  # noqa: A002
) -> Any:
    """Return what a class body assigns to a field that is more than its type.

    Args:
        default: what the generated constructor takes where the argument is left out.
        compare: whether the field counts in equality and hash; one that says how a value was got does not.
        hash: whether it goes into the hash; leave out what seldom tells two values apart.
        print: compare a ``Decimal`` as it is written: 0.10600 is not 0.106, and -0 is not 0.
    """
    return Field(default, compare=compare, hash=hash, print=print)


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
class _ValueType(type):
    """Makes a class of its annotations: the slots have to be known before the class is there."""

    def __new__(
        mcs,
        name: str,
        bases: tuple[type, ...],
        namespace: dict[str, object],
        *,
        derived: tuple[str, ...] = (),
    ) -> _ValueType:
        """Make the class; *derived* names the properties that JSON shows beside the fields."""
        for base in bases:
            if base.__dict__.get("__final__"):
                message = (
                    f"{base.__name__} is final: hold one in a class of your own instead of deriving from it"
                )
                raise TypeError(message)
        annotations = cast("Mapping[str, str]", namespace.get("__annotations__", {}))
        slots = [slot for slot, hint in annotations.items() if not hint.startswith(("ClassVar", "Final"))]
        given = {slot: namespace.pop(slot) for slot in slots if slot in namespace}
        fields = {slot: _as_field(given.get(slot, MISSING)) for slot in slots if slot[0] != "_"}
        namespace["__slots__"] = tuple(slots)
        world: dict[str, object] = {}
        if fields:
            namespace |= _methods(name, fields, namespace, world) | {
                "_fields": tuple(fields),
                "_derived": derived,
            }
        cls = super().__new__(mcs, name, bases, namespace)
        world |= {f"_set_{slot}": getattr(cls, slot).__set__ for slot in fields}
        world |= {"_cls": cls, "_new": object.__new__}
        if len(fields) >= TWIN_MADE:
            world |= {"_open": _open_twin(cls, slots), "_set_class": object.__dict__["__class__"].__set__}
        return cls

    def __subclasses__(cls) -> list[type]:
        """Return the classes derived from this one; their open twins are not told."""
        told: list[type] = super().__subclasses__()
        return [one for one in told if not isinstance(one, _TwinType)]


class _TwinType(_ValueType):
    """Makes the open twins: they have the bases for the layout alone, and nothing else of them."""

    def mro(cls) -> list[type]:
        # So that no __setattr__ of a base refuses, and no __init_subclass__ of one hears of the twin.
        return [cls, object]


def _open_twin(cls: type, slots: list[str]) -> type:
    """Return a class of the same slots that can be set; ``__class__`` may be changed between the two."""
    namespace = {
        "__module__": cls.__module__,
        "__qualname__": cls.__qualname__,
        "__slots__": tuple(slots),
        "__setattr__": object.__setattr__,
        "__delattr__": object.__delattr__,
    }
    return type.__new__(_TwinType, cls.__name__, cls.__bases__, namespace)


def _as_field(given: object) -> Field:
    return given if isinstance(given, Field) else Field(given, compare=True, hash=True, print=False)


def _methods(
    name: str, fields: Mapping[str, Field], own: Mapping[str, object], world: dict[str, object]
) -> dict[str, object]:
    """Return the methods that follow from the fields, but for those that the class wrote itself.

    *world* is where they look names up; the setters of the slots are put there once the class is made.
    """
    parts = [fill_source(fields), make_source(fields)]
    if "__init__" not in own:
        parts.append(init_source(fields))
    if "__eq__" not in own:
        parts += eq_source(fields), hash_source(fields)
    world |= {f"_default_{field}": one.default for field, one in fields.items()}
    methods: dict[str, object] = {}
    exec("\n".join(parts), world, methods)  # noqa: S102 -- made of the class's own names, as dataclasses do
    for method, function in methods.items():
        if method != "_make":
            cast("FunctionType", function).__qualname__ = f"{name}.{method}"
    init = cast("FunctionType", methods.get("__init__", own.get("__init__")))
    code, optional = init.__code__, init.__defaults__ or ()
    positional = code.co_varnames[1 : code.co_argcount]
    defaults = dict(zip(positional[len(positional) - len(optional) :], optional, strict=True))
    return {
        **methods,
        "__match_args__": positional,
        "_defaults": {**defaults, **(init.__kwdefaults__ or {})},
    }


class Value(Shown, metaclass=_ValueType):
    """The base of the values; not for direct use."""

    __match_args__: ClassVar[tuple[str, ...]] = ()
    #: The fields, in order.
    _fields: ClassVar[tuple[str, ...]] = ()
    #: What the constructor takes for an argument that is left out.
    _defaults: ClassVar[dict[str, object]] = {}
    #: Properties that JSON shows beside the fields; when read back they must agree.
    _derived: ClassVar[tuple[str, ...]] = ()

    if TYPE_CHECKING:  # each class has its own, generated from its fields

        def _fill(self, *fields: object) -> None:
            """Set the fields, in order; for ``__init__`` alone."""

        @classmethod
        def _make(cls, *fields: object) -> Self:
            """Return a value of checked fields, in order; ``make`` is the door to it."""

    def __setattr__(self, name: str, value: object) -> NoReturn:
        message = f"{type(self).__name__} is frozen: make a new one with replace({name}=...)"
        raise AttributeError(message)

    def __delattr__(self, name: str) -> NoReturn:
        self.__setattr__(name, None)

    def _check_claims(self, claims: Mapping[str, object]) -> None:
        """Hold *claims*, given to the constructor beside the fields, against what follows from the fields.

        So that ``Rate(**rate.to_dict())`` is the rate again, and a number changed by hand is seen.

        Raises:
            TypeError: a name that is neither a field nor a property that JSON shows.
            OptionError: a claim that does not follow from the fields.
        """
        for name, claim in claims.items():
            if name not in self._derived:
                message = f"{type(self).__name__}() got an unexpected keyword argument {name!r}"
                raise TypeError(message)
            if json_ready(getattr(self, name)) != json_ready(claim):
                message = f"{name} does not follow from the other fields: leave it out, or mend them"
                raise OptionError(message, option=name, value=claim)

    def replace(self, **changes: object) -> Self:
        """Return a value that differs in *changes*, checked as by the constructor.

        Raises:
            TypeError: a name that is not a field.
        """
        return type(self)(**{**{name: getattr(self, name) for name in self._fields}, **changes})

    __replace__ = replace

    def __repr__(self) -> str:
        texts = []
        is_positional = True  # an argument after one that is left out must be named
        for name in self._fields:
            value = getattr(self, name)
            is_positional = is_positional and name in self.__match_args__
            if name in self._defaults and value == self._defaults[name]:
                is_positional = False
                continue
            text = _source_text(value)
            texts.append(text if is_positional else f"{name}={text}")
        return f"{type(self).__name__}({', '.join(texts)})"

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        return _restore, (type(self), {name: getattr(self, name) for name in self._fields})

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: object) -> Self:
        return self

    def __rich__(self) -> str:
        """Return the text that rich prints in a table or a console."""
        return str(self).replace("[", "\\[")

    def to_dict(self) -> dict[str, Json]:
        """Return the fields as JSON-ready values: numbers as text, dates in ISO form."""
        return {name: json_ready(getattr(self, name)) for name in self._fields + self._derived}

    def to_json(self) -> str:
        """Return the value as JSON; every digit is kept, because numbers are written as text."""
        import json

        return json.dumps(self.to_dict(), ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str | bytes) -> Self:
        """Return the value that ``to_json`` wrote, strictly: pydantic validates every field.

        Args:
            text: JSON, as text or as bytes in UTF-8.

        Raises:
            ParseError: not JSON, or not this value; the message names the field.
        """
        from cafx.core.schema import first_problem, read_json

        try:
            return read_json(cls, text)
        except ValueError as error:
            message = f"{printable(text)} is not a {cls.__name__}: {first_problem(error)}"
            raise ParseError(message, text=printable(text)) from error

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Let pydantic use the value as a field of anyone's model, with a JSON schema."""
        from cafx.core.schema import core_schema_of

        return core_schema_of(cls, handler)


def make(cls: type[V], *fields: object) -> V:
    """Return a value of fields that are checked already, in order, without its constructor's checks.

    For results of exact arithmetic and of cafx's own readers, where the checks would cost more than the rest.
    """
    return cls._make(*fields)


def maker(cls: type[V]) -> Callable[..., V]:
    """Return what ``make`` calls for a class, for readers that make values by the million."""
    return cls._make


def remember(value: Value, name: str, result: object) -> None:
    """Keep what was worked out in the slot *name*, which is no field: the value stays what it is."""
    object.__setattr__(value, name, result)


def json_default(value: object) -> Json:
    """Return what ``json``, orjson and msgspec write for a value of cafx that they do not know.

    Raises:
        TypeError: *value* is not one of cafx's, nor a number or a date in one.

    >>> import json
    >>> from cafx import Money, json_default
    >>> json.dumps({"salary": Money("450000.00", "KZT")}, default=json_default)
    '{"salary": {"amount": "450000.00", "currency": "KZT"}}'
    """
    if isinstance(
        value, Value | Decimal | Fraction | date | str
    ):  # a Currency is text to json, not to msgspec
        return json_ready(value)
    message = f"{type(value).__name__} is not a value of cafx: give json a default= of your own for it"
    raise TypeError(message)


def json_ready(value: object) -> Json:
    """Return *value* in a form that ``json`` writes without losing a digit."""
    if isinstance(value, Value):
        return value.to_dict()
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, Fraction):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return [json_ready(item) for item in value]
    if isinstance(value, dict):
        return {str(name): json_ready(item) for name, item in value.items()}
    if value is None or isinstance(value, bool | int):
        return value
    return str(value)


def _source_text(value: object) -> str:
    """Return *value* as the source text of an argument that gives it back."""
    if isinstance(value, Decimal):
        return repr(plain(value))
    if isinstance(value, date):
        return repr(value.isoformat())
    if isinstance(value, str):
        return str.__repr__(value)
    if isinstance(value, tuple):
        items = ", ".join(_source_text(item) for item in value)
        return f"({items},)" if len(value) == 1 else f"({items})"
    return repr(value)


def _restore(cls: type[Value], fields: dict[str, object]) -> Value:
    """Make a value anew from its fields, for pickle: those that this very class has were checked once."""
    if tuple(fields) == cls._fields == cls.__dict__["__slots__"]:
        return make(cls, *fields.values())
    return cls(**fields)
