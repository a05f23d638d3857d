"""``Value``: what every value of cafx is: frozen, slotted, compared by value, and exact in JSON.

A value has its slots in a draft class of its own. The constructor fills a draft and then makes it
a value by setting its class, after which nothing can be set: a third of the cost of setting each
slot of a frozen object through its descriptor, and as safe. ``_fields`` lists what a constructor
takes, in order; from that come equality, hash, ``repr``, pickle, JSON and the pydantic schema.
pydantic itself is imported only when somebody asks for a schema or reads JSON.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar, NoReturn, Self

from cafx.core.decimals import plain
from cafx.core.text import printable
from cafx.errors import ParseError

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

__all__ = ["Json", "Value", "json_ready"]

Json = None | str | int | bool | list["Json"] | dict[str, "Json"]


class Value:
    """The base of the values; not for direct use."""

    __slots__ = ()

    #: The constructor's arguments, in order; those from ``_positional`` on are keywords in a repr.
    _fields: ClassVar[tuple[str, ...]] = ()
    _positional: ClassVar[int] = 9
    #: Arguments that may be left out, with what they then are.
    _defaults: ClassVar[dict[str, object]] = {}
    #: Properties that JSON shows beside the fields; when read back they must agree.
    _derived: ClassVar[tuple[str, ...]] = ()
    #: Fields that describe how a value was got and do not count when two are compared.
    _incidental: ClassVar[frozenset[str]] = frozenset()

    def __setattr__(self, name: str, value: object) -> NoReturn:
        message = f"{type(self).__name__} is frozen: make a new one instead of setting {name!r}"
        raise AttributeError(message)

    def __delattr__(self, name: str) -> NoReturn:
        self.__setattr__(name, None)

    def _identity(self) -> tuple[object, ...]:
        """What equality and the hash look at."""
        return tuple(getattr(self, name) for name in self._fields if name not in self._incidental)

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if type(other) is not type(self):
            return NotImplemented
        return self._identity() == other._identity()

    def __hash__(self) -> int:
        return hash(self._identity())

    def __repr__(self) -> str:
        shown_fields = []
        for index, name in enumerate(self._fields):
            value = getattr(self, name)
            if name in self._defaults and value == self._defaults[name]:
                continue
            text = _source_text(value)
            shown_fields.append(text if index < self._positional else f"{name}={text}")
        return f"{type(self).__name__}({', '.join(shown_fields)})"

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        return _rebuilt, (type(self), {name: getattr(self, name) for name in self._fields})

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: object) -> Self:
        return self

    def to_dict(self) -> dict[str, Json]:
        """Give the fields as JSON-ready values: numbers as text, dates in ISO form."""
        return {name: json_ready(getattr(self, name)) for name in self._fields + self._derived}

    def to_json(self) -> str:
        """Write the value as JSON; every digit is kept, because numbers are written as text."""
        import json

        return json.dumps(self.to_dict(), ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str | bytes) -> Self:
        """Read back what ``to_json`` wrote, strictly: pydantic validates every field.

        Raises:
            ParseError: not JSON, or not this value; the message names the field.
        """
        from cafx.core.schema import first_problem, read_json

        try:
            return read_json(cls, text)
        except ValueError as error:
            message = f"{printable(text)} is no {cls.__name__}: {first_problem(error)}"
            raise ParseError(message, text=printable(text)) from error

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Let pydantic use the value as a field of anyone's model, with a JSON schema."""
        from cafx.core.schema import core_schema_of

        return core_schema_of(cls, handler)


def json_ready(value: object) -> Json:
    """Give *value* in a form that ``json`` writes without losing a digit."""
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
    if value is None or isinstance(value, bool | int):
        return value
    return str(value)


def _source_text(value: object) -> str:
    """Write *value* as the source text of an argument that gives it back."""
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


def _rebuilt(cls: type[Value], fields: dict[str, object]) -> Value:
    """Make a value anew from its fields, for pickle."""
    return cls(**fields)
