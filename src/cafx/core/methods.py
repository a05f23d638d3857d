"""The source text of the methods that follow from the fields of a ``Value``.

What names they use beside the fields (``_cls``, the setters of its slots, its open twin), the metaclass in
``cafx.core.value`` gives them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "MISSING",
    "TWIN_MADE",
    "Field",
    "eq_source",
    "fill_source",
    "hash_source",
    "init_source",
    "make_source",
]

#: The default of a field that has none.
MISSING: Final = object()
#: From so many fields on, making the twin and changing its class once costs less than the descriptors' calls.
TWIN_MADE: Final = 3
#: The same for a value that is there already: its class is looked at, and changed to the twin and back.
_TWIN_FILLED: Final = 6


class Field:
    """What a class says of a field beside its type."""

    __slots__ = ("default", "is_compared", "is_hashed", "is_print")

    def __init__(self, default: object, *, compare: bool, hash: bool, print: bool) -> None:  # noqa: A002
        self.default = default
        self.is_compared = compare
        self.is_hashed = compare and hash
        self.is_print = print


def _descriptor_lines(fields: Mapping[str, Field], indent: str = "    ") -> str:
    return "".join(f"{indent}_set_{name}(self, {name})\n" for name in fields)


def _twin_lines(fields: Mapping[str, Field], indent: str = "    ") -> str:
    """Return the lines that fill ``self``, which is of the open twin, and make it one of the class."""
    return "".join(f"{indent}self.{name} = {name}\n" for name in fields) + f"{indent}self.__class__ = _cls\n"


def _filling_lines(fields: Mapping[str, Field]) -> str:
    """Return the lines that fill ``self``, which is of the class or of one derived from it."""
    if len(fields) < _TWIN_FILLED:
        return _descriptor_lines(fields)
    indent = " " * 8
    return (
        # One of a derived class stays what it is: it may have slots that the twin has not.
        f"    if self.__class__ is _cls:\n{indent}_set_class(self, _open)\n{_twin_lines(fields, indent)}"
        f"    else:\n{_descriptor_lines(fields, indent)}"
    )


def fill_source(fields: Mapping[str, Field]) -> str:
    """Return the source of the method that sets the fields of a value that is there."""
    return f"def _fill(self, {', '.join(fields)}):\n{_filling_lines(fields)}"


def make_source(fields: Mapping[str, Field]) -> str:
    """Return the source of the method that makes a value of checked fields."""
    is_twin = len(fields) >= TWIN_MADE
    new, lines = ("_open", _twin_lines(fields)) if is_twin else ("_cls", _descriptor_lines(fields))
    return f"@staticmethod\ndef _make({', '.join(fields)}):\n    self = _new({new})\n{lines}    return self\n"


def init_source(fields: Mapping[str, Field]) -> str:
    """Return the source of the method that is the constructor of a class that writes none."""
    arguments = ", ".join(
        name if one.default is MISSING else f"{name}=_default_{name}" for name, one in fields.items()
    )
    return f"def __init__(self, {arguments}):\n{_filling_lines(fields)}"


def eq_source(fields: Mapping[str, Field]) -> str:
    """Return the source of the method that compares two values by their fields."""
    # What is compared as written comes last: two values that differ mostly differ elsewhere.
    compared = [(name, one.is_print) for name, one in fields.items() if one.is_compared]
    # `is` first: most of two values that are compared is shared (codes, None), and `==` costs thrice as much.
    tests = [
        f"(self.{name} is other.{name} or self.{name} == other.{name})"
        for name, is_print in compared
        if not is_print
    ]
    tests += [
        f"(self.{name} is other.{name} or (self.{name} is not None is not other.{name}"
        f" and not self.{name}.compare_total(other.{name})))"
        for name, is_print in compared
        if is_print
    ]
    return (
        "def __eq__(self, other):\n"
        "    if self is other:\n"
        "        return True\n"
        "    if other.__class__ is not self.__class__:\n"
        "        return NotImplemented\n"
        f"    return {' and '.join(tests)}\n"
    )


def hash_source(fields: Mapping[str, Field]) -> str:
    """Return the source of the method that hashes a value by its fields."""
    names = [name for name, one in fields.items() if one.is_hashed]
    return f"def __hash__(self):\n    return hash(({''.join(f'self.{name}, ' for name in names)}))\n"
