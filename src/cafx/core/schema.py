"""The pydantic schema of a ``Value``: how values cross the boundary to JSON and to models.

Numbers are text on both sides, since a JSON number passes through a float and loses digits.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, ClassVar, Protocol, TypeVar, cast, get_args, get_origin, get_type_hints

from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError, core_schema

from cafx.core.dates import day_of, moment_of
from cafx.core.decimals import NUMBER_PATTERN, decimal_of

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Mapping

    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import CoreSchema

__all__ = ["Described", "core_schema_of", "first_problem", "list_schema", "read_json"]

V = TypeVar("V")

# A ratio as text: "97/50000", or a whole number. Bounded, since int() of a long text is slow.
_RATIO_PATTERN = r"^-?[0-9]{1,2000}(?:/[0-9]{1,2000})?$"
_RATIO_LENGTH = 4002


class Described(Protocol):
    """What the schema of a value is made from; ``value.Value`` says what each part means."""

    _fields: ClassVar[tuple[str, ...]]
    _defaults: ClassVar[dict[str, object]]
    _derived: ClassVar[tuple[str, ...]]

    def to_dict(self) -> Mapping[str, object]:
        """Return the fields as JSON-ready values."""


def read_json(cls: type[V], text: str | bytes) -> V:
    """Return a *cls* read from JSON; pydantic raises a ``ValueError`` that names the field."""
    return cast("V", _adapter(cast("Hashable", cls)).validate_json(text))


@lru_cache(maxsize=64)
def _adapter(cls: Hashable) -> TypeAdapter[object]:
    return TypeAdapter(cast("type[object]", cls))


def first_problem(error: ValueError) -> str:
    """Return what the first thing wrong is and where, without the address that pydantic adds."""
    if not isinstance(error, ValidationError):
        return str(error)
    problem = error.errors(include_url=False, include_context=False, include_input=False)[0]
    place = ".".join(str(step) for step in problem["loc"])
    return f"{place}: {problem['msg']}" if place else str(problem["msg"])


def core_schema_of(cls: type[Described], handler: GetCoreSchemaHandler) -> CoreSchema:
    """Build the schema: an instance passes, a mapping is validated field by field."""
    hints = get_type_hints(cls)
    reference = core_schema.definition_reference_schema(f"cafx.{cls.__name__}")
    fields: dict[str, core_schema.TypedDictField] = {}
    for name in cls._fields:
        fields[name] = core_schema.typed_dict_field(
            _field_schema(hints[name], handler, cls, reference), required=name not in cls._defaults
        )
    for name in cls._derived:
        hint = get_type_hints(getattr(cls, name).fget)["return"]
        fields[name] = core_schema.typed_dict_field(
            _field_schema(hint, handler, cls, reference), required=False
        )

    make: Callable[..., Described] = cls

    def build(given: dict[str, object]) -> Described:
        claims = {name: given.pop(name) for name in cls._derived if name in given}
        try:
            value = make(**given)
        except TypeError as error:
            raise PydanticCustomError("cafx_type", "{reason}", {"reason": str(error)}) from error
        for name, claim in claims.items():
            if getattr(value, name) != claim:
                raise PydanticCustomError(
                    "cafx_derived",
                    "{name} does not follow from the other fields: leave it out, or mend them",
                    {"name": name},
                )
        return value

    mapping = core_schema.typed_dict_schema(
        fields, cls_name=cls.__name__, extra_behavior="forbid", config={"title": cls.__name__}
    )
    built = core_schema.no_info_after_validator_function(build, mapping)

    def pass_or_build(given: object, build_it: core_schema.ValidatorFunctionWrapHandler) -> object:
        return given if isinstance(given, cls) else build_it(given)

    def write(value: Described, info: core_schema.SerializationInfo) -> object:
        return value.to_dict() if info.mode == "json" else value

    def describe(_: CoreSchema, describe_it: GetJsonSchemaHandler) -> JsonSchemaValue:
        # One schema, under the value's name, for what is read and for what is written.
        return describe_it(mapping)

    schema = core_schema.no_info_wrap_validator_function(
        pass_or_build,
        built,
        ref=reference["schema_ref"],
        metadata={"pydantic_js_functions": [describe]},
        serialization=core_schema.plain_serializer_function_ser_schema(write, info_arg=True),
    )
    return core_schema.definitions_schema(reference, [schema])


def list_schema(
    cls: Callable[[Any], Iterable[Any]], of: type[Any], handler: GetCoreSchemaHandler
) -> CoreSchema:
    """Return the schema of a collection that is made of a list: in JSON it is the list of its values.

    Args:
        cls: the class of the collection, which takes and iterates over values.
        of: the class of a value, which has ``to_dict()``.
        handler: pydantic's own.
    """
    values = core_schema.list_schema(handler.generate_schema(of))
    return core_schema.no_info_wrap_validator_function(
        lambda given, read: given if type(given) is cls else cls(read(given)),
        values,
        metadata={"pydantic_js_functions": [lambda _, describe: describe(values)]},
        serialization=core_schema.plain_serializer_function_ser_schema(
            lambda given, info: [one.to_dict() for one in given] if info.mode == "json" else given,
            info_arg=True,
        ),
    )


def _field_schema(
    hint: object, handler: GetCoreSchemaHandler, owner: type[Described], reference: CoreSchema
) -> CoreSchema:
    """Return the schema of one field; numbers are text and pass cafx's own gate.

    A field that holds another *owner* (a figure's stated dollars) refers to it by *reference*.
    """
    if get_origin(hint) is UnionType:
        (inner,) = (arm for arm in get_args(hint) if arm is not NoneType)
        return core_schema.nullable_schema(_field_schema(inner, handler, owner, reference))
    if hint is owner:
        return reference
    if hint is Decimal:
        return _number_schema(decimal_of, NUMBER_PATTERN)
    if hint is Fraction:
        return _number_schema(_ratio_of, _RATIO_PATTERN)
    if hint is datetime:
        return _text_schema(moment_of, core_schema.datetime_schema())
    if hint is date:
        return _text_schema(day_of, core_schema.date_schema())
    if hint == tuple[Decimal, ...]:
        return core_schema.tuple_variable_schema(_number_schema(decimal_of, NUMBER_PATTERN))
    if hint is int:
        return core_schema.int_schema(strict=True)
    if hint is str:
        return core_schema.str_schema(strict=True)
    return handler.generate_schema(hint)


def _number_schema(read: Callable[[Any], object], pattern: str) -> CoreSchema:
    return _text_schema(read, core_schema.str_schema(pattern=pattern))


def _text_schema(read: Callable[[Any], object], shape: CoreSchema) -> CoreSchema:
    """Return the schema of what is written as text and read by *read*; *shape* is for the JSON schema."""

    def validate(given: object) -> object:
        try:
            return read(given)
        except TypeError as error:
            raise PydanticCustomError("cafx_type", "{reason}", {"reason": str(error)}) from error

    return core_schema.no_info_plain_validator_function(
        validate,
        json_schema_input_schema=shape,
        serialization=core_schema.plain_serializer_function_ser_schema(str, return_schema=shape),
    )


def _ratio_of(text: str | Fraction) -> Fraction:
    if isinstance(text, Fraction):
        return text
    if not isinstance(text, str):
        message = f"a ratio is text such as '97/50000', not {type(text).__name__}"
        raise TypeError(message)
    if len(text) > _RATIO_LENGTH or not re.fullmatch(_RATIO_PATTERN, text):
        message = "a ratio is written as '97/50000' or as a whole number"
        raise ValueError(message)
    try:
        return Fraction(text)
    except ZeroDivisionError as error:
        message = "the ratio divides by zero"
        raise ValueError(message) from error
