"""Cells of columns read one by one: days, codes and amounts as text or objects, whatever engine holds them.

What is not understood whole is collected and refused, with the column's name and the values.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Final, cast

from cafx.core.currency import Currency
from cafx.core.dates import day_of
from cafx.core.text import printable
from cafx.errors import AmountError, OptionError, ParseError, UnknownCurrency
from cafx.frames.answers import day_number
from cafx.frames.request import zone_remedy

if TYPE_CHECKING:
    from collections.abc import Iterable

    from narwhals.typing import IntoDataFrame

    from cafx.frames.request import Roles

__all__ = [
    "NUMBER",
    "amount_error",
    "cells_of",
    "codes_in",
    "days_in",
    "is_missing",
    "numbers_in",
    "refused_amounts",
    "refused_codes",
    "refused_days",
    "refused_period",
]

#: A number as a column of text holds it.
NUMBER: Final = r"^[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]{1,3})?$"

_SHOWN: Final = 5
_NUMBER: Final = re.compile(NUMBER.rstrip("$") + r"\Z", re.ASCII)


def is_missing(value: object) -> bool:
    """Return whether a cell is empty: None, NaN, NaT, pandas' NA."""
    if value is None or type(value).__name__ == "NAType":
        return True
    return bool(value != value)  # noqa: PLR0124 -- what NaN and NaT have in common


def cells_of(frame: object, column: str) -> list[object]:
    """Return the cells of a column whose rows are at hand."""
    from narwhals import from_native

    cells: list[object] = from_native(cast("IntoDataFrame", frame), eager_only=True)[column].to_list()
    return cells


def codes_in(values: Iterable[object], column: str) -> list[Currency | None]:
    """Return the currencies that distinct *values* of a column name; None for an empty cell.

    Raises:
        UnknownCurrency: values that are not codes; all of them are named.
    """
    found: list[Currency | None] = []
    wrong: list[object] = []
    for value in values:
        if is_missing(value):
            found.append(None)
            continue
        try:
            found.append(Currency(value))  # type: ignore[arg-type]  # it refuses what is no text
        except (UnknownCurrency, TypeError):
            wrong.append(value)
    if wrong:
        message = f"column {printable(column)} holds what is not a currency code: {_list(wrong)}"
        raise UnknownCurrency(message, code=str(wrong[0])[:3])
    return found


def days_in(values: Iterable[object], column: str, roles: Roles) -> list[int | None]:
    """Return the numbers of the days that distinct *values* of a column are; None for an empty cell.

    Dates, ISO text, and moments without a zone, which are on their own day; with one, ``tz=`` decides.

    Raises:
        ParseError: values that are not days; all of them are named.
        OptionError: moments with a zone, and no ``tz=``.
    """
    found: list[int | None] = []
    wrong: list[object] = []
    for value in values:
        if is_missing(value):
            found.append(None)
            continue
        try:
            found.append(day_number(_day(value, column, roles)))
        except (ParseError, TypeError):
            wrong.append(value)
    if wrong:
        message = f"column {printable(column)} holds what is not a day such as 2025-09-18: {_list(wrong)}"
        raise ParseError(message, text=str(wrong[0])[:40])
    return found


def numbers_in(values: Iterable[object], column: str) -> list[float]:
    """Return numbers, ``Decimal`` and numerals as floats, NaN for an empty cell.

    Raises:
        AmountError: anything else; the values are named.
    """
    found: list[float] = []
    wrong: list[object] = []
    for value in values:
        if isinstance(value, str):
            if _NUMBER.match(value):
                found.append(float(value))
            else:
                wrong.append(value)
        elif is_missing(value):
            found.append(float("nan"))
        elif isinstance(value, bool) or not isinstance(value, int | float | Decimal):
            wrong.append(value)
        else:
            found.append(float(value))
    if wrong:
        raise amount_error(wrong, column)
    return found


def amount_error(values: list[object], column: str) -> AmountError:
    """Return the error for cells that are not numbers, with the reader of amounts in words as remedy."""
    return AmountError(
        f"column {printable(column)} holds what is not a number: {_list(values)}; cafx.frames.figures reads"
        " amounts in running text, cafx.parse_money one with its words",
        text=str(values[0])[:40],
    )


def refused_amounts(column: str, dtype: object) -> OptionError:
    """Return the error for a column of amounts of a type that holds no numbers."""
    message = f"column {printable(column)} holds {dtype}, and amounts are numbers, decimals or numerals"
    return OptionError(message, option="amount", value=column)


def refused_codes(column: str, dtype: object) -> OptionError:
    """Return the error for a column of currencies of a type that holds no text."""
    message = f"column {printable(column)} holds {dtype}, and currencies are text such as 'KZT'"
    return OptionError(message, option="currency", value=column)


def refused_days(column: str, dtype: object) -> OptionError:
    """Return the error for a column of days of a type that holds no days: a number is not one."""
    message = (
        f"column {printable(column)} holds {dtype}, which is not a day: make dates or ISO text of it first,"
        " with the function of your library that knows the format"
    )
    return OptionError(message, option="on", value=column)


def refused_period(column: str, dtype: object) -> OptionError:
    """Return the error for a column of periods, which are many days each."""
    message = (
        f"column {printable(column)} holds {dtype}, and a period is many days: pass its first day"
        f" (frame[{column!r}].dt.start_time) with period='month' or 'year' for the mean rate of it"
    )
    return OptionError(message, option="on", value=column)


def _day(value: object, column: str, roles: Roles) -> date:
    if not isinstance(value, datetime):
        return day_of(value)  # type: ignore[arg-type]  # it refuses what is no day
    if value.tzinfo is None:
        return value.date()
    if roles.tz is None:
        raise zone_remedy(roles, column)
    from zoneinfo import ZoneInfo

    return value.astimezone(ZoneInfo(roles.tz)).date()


def _list(values: list[object]) -> str:
    distinct = list(dict.fromkeys(value if isinstance(value, str) else repr(value) for value in values))
    shown = ", ".join(printable(value) for value in distinct[:_SHOWN])
    return f"{shown} and {len(distinct) - _SHOWN} more" if len(distinct) > _SHOWN else shown
