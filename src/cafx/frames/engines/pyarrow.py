"""pyarrow: a dense table and ``take``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, cast

import pyarrow as pa
import pyarrow.compute as pc

from cafx.frames.answers import day_number
from cafx.frames.cells import (
    NUMBER,
    amount_error,
    codes_in,
    days_in,
    refused_amounts,
    refused_codes,
    refused_days,
)
from cafx.frames.columns import columns_of
from cafx.frames.gaps import gaps_of, not_found
from cafx.frames.request import zone_remedy
from cafx.frames.table import calendar_of, table_of

if TYPE_CHECKING:
    from array import array
    from collections.abc import Mapping, Sequence

    from cafx.core.currency import Currency
    from cafx.frames.columns import Columns, Kind, Kinds
    from cafx.frames.gaps import Gap
    from cafx.frames.request import Request, Roles
    from cafx.frames.table import RateTable
    from cafx.frames.texts import Work

__all__ = ["calendar_table", "converted", "days_of", "gaps", "made", "names", "sources_of", "spread"]

_TYPES: Final[Mapping[Kind, pa.DataType]] = {
    "text": pa.string(),
    "number": pa.float64(),
    "count": pa.int64(),
    "day": pa.date32(),
    "flag": pa.bool_(),
    "moment": pa.timestamp("us", "UTC"),
}


class _Keys(NamedTuple):
    """Each row's currency, as a place in *codes*, and the number of its day; null where there is none."""

    codes: list[Currency]
    rows: pa.Array | pa.ChunkedArray | pa.Scalar
    days: pa.Array | pa.ChunkedArray | pa.Scalar


def names(frame: pa.Table) -> Sequence[str]:
    """Return the names of the columns."""
    return list(frame.column_names)


def converted(frame: pa.Table, request: Request) -> pa.Table:
    """Return the table with the columns that *request* adds."""
    amounts = _amounts(frame[request.amount], request.amount)
    keys = _keys(frame, request.roles)
    table = _table(keys, request)
    places = _places(keys, table, frame.num_rows)
    price = pc.take(_cells(table.prices), places)
    if request.is_strict and price.null_count:
        is_lacking = pc.and_(pc.is_null(price), pc.is_valid(pc.if_else(pc.is_nan(amounts), None, amounts)))
        found = _gaps(keys, table, request, is_lacking, frame.num_rows)
        if found:
            remedy = "leave them empty with missing='null', raise max_age, or merge rates into the book"
            raise not_found(found, request.to, frame.num_rows, remedy)
    columns = {request.name: pc.multiply(amounts, price)}
    if request.has_bounds:
        low, high = (
            pc.multiply(amounts, pc.take(_cells(cells), places)) for cells in (table.lows, table.highs)
        )
        columns[request.low] = pc.min_element_wise(low, high, skip_nulls=False)
        columns[request.high] = pc.max_element_wise(low, high, skip_nulls=False)
    if request.has_sources:
        numbers = pa.array(table.places, type=pa.int32())
        known = pc.if_else(pc.greater_equal(numbers, 0), numbers, None)
        answers = pc.take(known, places)
        columns[request.sources[0]] = price
        for name, values in zip(request.sources[1:], sources_of(table), strict=True):
            columns[name] = pc.take(values, answers)
    for name, column in columns.items():
        frame = frame.append_column(name, column)
    return frame


def gaps(frame: pa.Table, request: Request) -> list[Gap]:
    """Return where the rows of a table have no rate."""
    keys = _keys(frame, request.roles)
    table = _table(keys, request)
    price = pc.take(_cells(table.prices), _places(keys, table, frame.num_rows))
    return _gaps(keys, table, request, pc.is_null(price), frame.num_rows)


def sources_of(table: RateTable) -> tuple[pa.Array, ...]:
    """Return the days, ages, kinds and sources of a table's answers; the texts as dictionaries."""
    answers = table.answers
    return (
        pa.array([one.as_of for one in answers], type=pa.date32()),
        pa.array([one.through for one in answers], type=pa.date32()),
        pa.array([one.age for one in answers], type=pa.int32()),
        pa.array([one.kind for one in answers], type=pa.string()).dictionary_encode(),
        pa.array([one.source for one in answers], type=pa.string()).dictionary_encode(),
    )


def calendar_table(table: RateTable, *, has_sources: bool) -> pa.Table:
    """Return a table's cells that have an answer, a row each, for engines that join."""
    calendar = calendar_of(table)
    columns = {
        "code": pa.array(calendar.codes, type=pa.string()),
        "day": pa.array(calendar.days, type=pa.date32()),
        "rate": pa.array(calendar.prices, type=pa.float64()),
        "low": pa.array(calendar.lows, type=pa.float64()),
        "high": pa.array(calendar.highs, type=pa.float64()),
    }
    if has_sources:
        answers = calendar.answers
        columns |= {
            "as_of": pa.array([one.as_of for one in answers], type=pa.date32()),
            "through": pa.array([one.through for one in answers], type=pa.date32()),
            "age": pa.array([one.age for one in answers], type=pa.int32()),
            "kind": pa.array([one.kind for one in answers], type=pa.string()),
            "source": pa.array([one.source for one in answers], type=pa.string()),
        }
    return pa.table(columns)


def days_of(column: pa.ChunkedArray, name: str, roles: Roles) -> pa.ChunkedArray:
    """Return the numbers of the days of a column; null where there is none."""
    column = _plain(column)
    kind = column.type
    if pa.types.is_timestamp(kind):
        if kind.tz is not None:
            if roles.tz is None:
                raise zone_remedy(roles, name)
            column = pc.local_timestamp(column.cast(pa.timestamp(kind.unit, roles.tz)))
        return pc.floor_temporal(column, unit="day").cast(pa.date32()).cast(pa.int32())
    if pa.types.is_date(kind):
        return column.cast(pa.date32()).cast(pa.int32())
    if pa.types.is_null(kind):
        return column.cast(pa.int32())
    if not _is_text(kind):
        raise refused_days(name, kind)
    values = pc.unique(column)
    numbers = pa.array(days_in(values.to_pylist(), name, roles), type=pa.int32())
    return pc.take(numbers, pc.index_in(column, value_set=values))


def _keys(frame: pa.Table, roles: Roles) -> _Keys:
    days = (
        pa.scalar(None if roles.day is None else day_number(roles.day), type=pa.int32())
        if roles.day_column is None
        else days_of(frame[roles.day_column], roles.day_column, roles)
    )
    if roles.code_column is None:
        return _Keys([roles.code] if roles.code else [], pa.scalar(0, type=pa.int32()), days)
    column = frame[roles.code_column]
    column = _plain(column)
    if not _is_text(column.type) and not pa.types.is_null(column.type):
        raise refused_codes(roles.code_column, column.type)
    values = pc.unique(column)
    known = codes_in(values.to_pylist(), roles.code_column)
    codes = sorted({code for code in known if code is not None})
    rows = pa.array([None if code is None else codes.index(code) for code in known], type=pa.int32())
    return _Keys(codes, pc.take(rows, pc.index_in(column, value_set=values)), days)


def _table(keys: _Keys, request: Request) -> RateTable:
    ends = pc.min_max(keys.days) if not isinstance(keys.days, pa.Scalar) else None
    first, last = (ends["min"].as_py(), ends["max"].as_py()) if ends is not None else (keys.days.as_py(),) * 2
    begin, end = (0, 0) if first is None else (first, last)
    begin = begin if request.first is None else max(begin, request.first)
    end = end if request.last is None else min(end, request.last)
    return table_of(request.rule, request.to, keys.codes, begin, max(begin, end))


def _places(keys: _Keys, table: RateTable, length: int) -> pa.Array | pa.ChunkedArray:
    """Return the place of each row's cell; null where it has no currency or no day."""
    first, last = (pa.scalar(day, type=pa.int32()) for day in (table.first, table.last))
    days = pc.max_element_wise(
        pc.min_element_wise(keys.days, last, skip_nulls=False), first, skip_nulls=False
    )
    starts = pa.array([table.offset(code) for code in keys.codes], type=pa.int32())
    rows = starts[0] if isinstance(keys.rows, pa.Scalar) else pc.take(starts, keys.rows)
    places = pc.add(rows, days)
    return pa.repeat(places, length) if isinstance(places, pa.Scalar) else places


def _gaps(
    keys: _Keys, table: RateTable, request: Request, is_lacking: pa.ChunkedArray, length: int
) -> list[Gap]:
    rows, days = (
        pa.repeat(key, length) if isinstance(key, pa.Scalar) else key for key in (keys.rows, keys.days)
    )
    counts = (
        pa.table({"row": rows, "day": days})
        .filter(is_lacking)
        .drop_null()
        .group_by(["row", "day"])
        .aggregate([([], "count_all")])
    )
    found = zip(*(counts[name].to_pylist() for name in ("row", "day", "count_all")), strict=True)
    return gaps_of(table, request.rule, ((keys.codes[row], day, count) for row, day, count in found))


def _amounts(column: pa.ChunkedArray, name: str) -> pa.ChunkedArray:
    column = _plain(column)
    kind = column.type
    if _is_text(kind):
        wrong = column.filter(pc.invert(pc.match_substring_regex(column, NUMBER)))
        if len(wrong):
            raise amount_error(wrong.slice(0, 100).to_pylist(), name)
        return column.cast(pa.float64())
    if (
        pa.types.is_integer(kind)
        or pa.types.is_floating(kind)
        or pa.types.is_decimal(kind)
        or pa.types.is_null(kind)
    ):
        return pc.cast(column, pa.float64(), safe=False)
    raise refused_amounts(name, kind)


def _plain(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """Return a column without the encodings that Arrow's functions do not take everywhere."""
    if pa.types.is_dictionary(column.type):
        column = column.cast(column.type.value_type)
    return column.cast(pa.string()) if pa.types.is_string_view(column.type) else column


def _is_text(kind: pa.DataType) -> bool:
    return bool(pa.types.is_string(kind) or pa.types.is_large_string(kind))


def _cells(cells: array[float]) -> pa.Array:
    values = pa.array(memoryview(cells), type=pa.float64())
    return pc.if_else(pc.is_nan(values), None, values)


def made(columns: Columns) -> pa.Table:
    """Return a table of columns of one kind each."""
    return pa.table({name: pa.array(cells, type=_TYPES[kind]) for name, (kind, cells) in columns.items()})


def spread(frame: pa.Table, work: Work) -> pa.Table:
    """Return the columns that are kept, a row for each figure, and the figures."""
    days = [None] * frame.num_rows
    if work.roles is not None:
        found = _keys(frame, work.roles).days
        days = [found.as_py()] * frame.num_rows if isinstance(found, pa.Scalar) else found.to_pylist()
    places, rows = work.read(frame[work.column].to_pylist(), days)
    result = made(columns_of(cast("Kinds", work.kinds), rows))
    kept = frame.select(list(work.keep)).take(pa.array(places, type=pa.int64()))
    return pa.table({name: table[name] for table in (kept, result) for name in table.column_names})
