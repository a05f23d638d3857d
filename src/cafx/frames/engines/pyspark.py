"""PySpark: a broadcast join with the calendar of rates; texts are read by Python at the rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

import pyarrow as pa
from pyspark.sql import functions as sql
from pyspark.sql import types

from cafx.frames.answers import day_at, day_number
from cafx.frames.cells import refused_amounts, refused_codes, refused_days
from cafx.frames.engines import pyarrow
from cafx.frames.gaps import gaps_among
from cafx.frames.request import zone_remedy
from cafx.frames.table import codes_of, table_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pyspark.sql import Column, DataFrame

    from cafx.frames.columns import Kind, Kinds
    from cafx.frames.gaps import Gap
    from cafx.frames.request import Request, Roles
    from cafx.frames.table import RateTable
    from cafx.frames.texts import Work

__all__ = ["converted", "gaps", "names", "spread"]

_TYPES: Final[Mapping[Kind, types.DataType]] = {
    "text": types.StringType(),
    "number": types.DoubleType(),
    "count": types.LongType(),
    "day": types.DateType(),
    "flag": types.BooleanType(),
    "moment": types.TimestampType(),
}
_PARTS: Final = ("rate", "as_of", "through", "age", "kind", "source")
_OWN: Final = "_cafx_"


def names(frame: DataFrame) -> Sequence[str]:
    """Return the names of the columns."""
    return list(frame.columns)


def converted(frame: DataFrame, request: Request) -> DataFrame:
    """Return the frame with the columns that *request* adds."""
    roles = request.roles
    amount = _amount(frame, request.amount)
    code, day = _code(frame, roles), _day(frame, roles)
    codes = (roles.code,) if roles.code else codes_of(request.rule, request.to)
    table = table_of(request.rule, request.to, codes, request.first, request.last)
    calendar = pyarrow.calendar_table(table, has_sources=request.has_sources)
    rates = frame.sparkSession.createDataFrame(
        calendar.rename_columns([_OWN + name for name in calendar.column_names])
    )
    own = {name: rates[_OWN + name] for name in calendar.column_names}
    joined = frame.join(
        sql.broadcast(rates), (own["code"] == code) & (own["day"] == _clamped(day, table)), "left"
    )
    added = {request.name: amount * own["rate"]}
    if request.has_bounds:
        low, high = amount * own["low"], amount * own["high"]
        added |= {request.low: sql.least(low, high), request.high: sql.greatest(low, high)}
    if request.has_sources:
        added |= {name: own[part] for part, name in zip(_PARTS, request.sources, strict=True)}
    kept = [frame[_quoted(name)] for name in frame.columns]
    return joined.select(*kept, *(column.alias(name) for name, column in added.items()))


def gaps(frame: DataFrame, request: Request) -> list[Gap]:
    """Return where the rows of a frame have no rate; the pairs of currency and day are collected."""
    pairs = frame.select(
        _code(frame, request.roles).alias("code"), _day(frame, request.roles).alias("day")
    ).dropna()
    rows = pairs.groupBy("code", "day").count().collect()
    return gaps_among(request, [(code, day_number(day), count) for code, day, count in rows])


def spread(frame: DataFrame, work: Work) -> DataFrame:
    """Return the columns that are kept, a row for each figure, and the figures, found where the texts are."""
    kept = [frame.schema[name] for name in work.keep]
    found = [types.StructField(name, _TYPES[kind]) for name, kind in cast("Kinds", work.kinds).items()]

    def read(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            yield from pyarrow.spread(pa.Table.from_batches([batch]), work).to_batches()

    return frame.mapInArrow(read, types.StructType([*kept, *found]))


def _code(frame: DataFrame, roles: Roles) -> Column:
    if roles.code_column is None:
        return sql.lit(str(roles.code))
    kind = frame.schema[roles.code_column].dataType
    if not isinstance(kind, types.StringType | types.NullType):
        raise refused_codes(roles.code_column, kind.simpleString())
    return sql.upper(frame[_quoted(roles.code_column)])


def _day(frame: DataFrame, roles: Roles) -> Column:
    if roles.day_column is None:
        return sql.lit(roles.day)
    kind, column = frame.schema[roles.day_column].dataType, frame[_quoted(roles.day_column)]
    if isinstance(kind, types.TimestampType):
        # Spark's plain timestamp is a moment, which is shown in the session's zone.
        if roles.tz is None:
            raise zone_remedy(roles, roles.day_column)
        here = str(frame.sparkSession.conf.get("spark.sql.session.timeZone"))
        return sql.to_date(sql.from_utc_timestamp(sql.to_utc_timestamp(column, here), roles.tz))
    if isinstance(kind, types.StringType):
        return sql.to_date(column, "yyyy-MM-dd")
    if not isinstance(kind, types.DateType | types.TimestampNTZType | types.NullType):
        raise refused_days(roles.day_column, kind.simpleString())
    return column.cast("date")


def _amount(frame: DataFrame, name: str) -> Column:
    kind = frame.schema[name].dataType
    if not isinstance(kind, types.NumericType | types.StringType | types.NullType):
        raise refused_amounts(name, kind.simpleString())
    return frame[_quoted(name)].cast("double")


def _clamped(day: Column, table: RateTable) -> Column:
    """Return the day that is looked up: beyond the table's ends nothing changes. A null stays one."""
    first, last = (sql.lit(day_at(number)) for number in (table.first, table.last))
    return sql.when(day > last, last).when(day < first, first).otherwise(day)


def _quoted(name: str) -> str:
    return f"`{name.replace('`', '``')}`"
