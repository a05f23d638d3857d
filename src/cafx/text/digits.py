"""Number text as articles print it: groups, decimal marks, and what is ambiguous about them.

A number comes as digits with separators (``79,509.6``, ``12 975 000``, ``1.234.567,89``). Which of
them is a decimal mark follows from their order and from the digits behind the last one; where
both readings stay open the language and the scale word decide.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import Final, NamedTuple

from cafx.core.decimals import CONTEXT

__all__ = ["GROUP_MARKS", "NUMBER", "Reading", "half_step", "read_number", "scaled"]

#: What stands between groups of three: spaces of every width, and apostrophes.
GROUP_MARKS: Final = " \u00a0\u2007\u2009\u202f'’‘ʼ`"
_SPACES: Final = re.escape(GROUP_MARKS)

#: A number as printed; no part of it can match in two ways, so a long run of digits is one pass.
NUMBER: Final = (
    rf"(?:(?<![^\W\d_]-)[0-9]{{1,3}}(?:[{_SPACES}][0-9]{{3}})++(?![0-9])(?:[.,][0-9]++)?"
    r"|[0-9]++(?:[.,][0-9]++)*+)"
)

_DROP_GROUPS: Final = str.maketrans("", "", GROUP_MARKS)
_GROUP: Final = 3
#: Longer than this is no amount of money on earth; it is left alone.
_MAX_LENGTH: Final = 48
_WHOLE: Final = Decimal(1)


class Reading(NamedTuple):
    """What a number text says: its value, the power of ten of its last digit, and the doubt."""

    value: Decimal
    place: int
    #: The other value that the same text can stand for, where that depends on the writer's country.
    other: Decimal | None = None


def read_number(text: str, *, decimal_comma: bool, has_scale: bool) -> Reading | None:
    """Read *text*, which ``NUMBER`` matched; None where it is no number that makes sense.

    A comma before exactly three digits groups in English; elsewhere it does so only where no scale
    word follows (``6,000 сом``, but ``5,314 млн``). A dot before three digits is decimal before
    a scale word and groups otherwise.

    >>> read_number("79,509.6", decimal_comma=False, has_scale=True)
    Reading(value=Decimal('79509.6'), place=-1, other=None)
    >>> read_number("5,314", decimal_comma=True, has_scale=True).value
    Decimal('5.314')
    >>> read_number("6,000", decimal_comma=True, has_scale=False).value
    Decimal('6000')
    """
    # "00" at the start is the rest of a number that something cut in two: "450&nbsp;000".
    if len(text) > _MAX_LENGTH or text.startswith("00"):
        return None
    if text.isdecimal():
        return Reading(Decimal(text), 0)
    head, mark, tail = text.partition("," if "," in text else ".")
    if len(tail) != _GROUP and head.isdecimal() and tail.isdecimal():  # 28,3: nothing to doubt
        return _with_point(head, tail)
    digits = text.translate(_DROP_GROUPS)
    commas, dots = digits.count(","), digits.count(".")
    if not commas + dots:
        return Reading(Decimal(digits), 0)
    place = max(digits.rfind(","), digits.rfind("."))
    mark, head, tail = digits[place], digits[:place], digits[place + 1 :]
    if mark in head:  # the same mark twice is no decimal mark: 77,421,500,000
        return _grouped(digits)
    if (commas and dots) or len(digits) < len(text):
        # Two kinds of marks: the last is decimal. After spaced groups it cannot be another group.
        other_mark = "," if mark == "." else "."
        if not _are_groups(head.split(other_mark)):
            return None
        return _with_point(head.replace(other_mark, ""), tail)
    if len(tail) != _GROUP or len(head) > _GROUP or head.startswith("0"):
        return _with_point(head, tail)
    pointed, grouped = _with_point(head, tail), Reading(Decimal(head + tail), 0)
    groups = (not decimal_comma or not has_scale) if mark == "," else not has_scale
    chosen, other = (grouped, pointed) if groups else (pointed, grouped)
    return Reading(chosen.value, chosen.place, other.value)


def _with_point(whole: str, decimals: str) -> Reading:
    return Reading(Decimal(f"{whole}.{decimals}"), -len(decimals))


def _grouped(digits: str) -> Reading | None:
    """Read digits whose one kind of mark groups them, if every group has three digits."""
    groups = digits.replace(".", ",").split(",")
    return Reading(Decimal("".join(groups)), 0) if _are_groups(groups) else None


def _are_groups(groups: list[str]) -> bool:
    return len(groups) == 1 or (
        len(groups[0]) <= _GROUP and all(len(group) == _GROUP for group in groups[1:])
    )


def scaled(value: Decimal, power: int) -> Decimal:
    """Return *value* times a power of ten, in plain digits: 13000000, never 1.3E+7."""
    if not power:
        return value
    moved = CONTEXT.scaleb(value, power)
    return moved if int(moved.as_tuple().exponent) <= 0 else moved.quantize(_WHOLE, context=CONTEXT)


@lru_cache(maxsize=64)
def half_step(place: int) -> Decimal:
    """Return half of a printed digit in *place*: what the print of a number leaves open either way."""
    return Decimal(5 * 10 ** (place - 1)) if place > 0 else Decimal((0, (5,), place - 1))
