"""polars: an expression, for frames and lazy ones: it streams, keeps the order of rows, works in `over`."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar, cast

import polars as pl

from cafx.core.currency import Currency
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
from cafx.frames.gaps import gaps_among, gaps_of, not_found
from cafx.frames.request import zone_remedy
from cafx.frames.table import codes_of, table_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cafx.frames.columns import Columns, Kind, Kinds
    from cafx.frames.gaps import Gap
    from cafx.frames.request import Request, Roles
    from cafx.frames.table import RateTable
    from cafx.frames.texts import Work

__all__ = ["converted", "gaps", "made", "names", "price_of", "spread"]

FrameT = TypeVar("FrameT", pl.DataFrame, pl.LazyFrame)

_TYPES: Final[Mapping[Kind, pl.DataType]] = {
    "text": pl.String(),
    "number": pl.Float64(),
    "count": pl.Int64(),
    "day": pl.Date(),
    "flag": pl.Boolean(),
    "moment": pl.Datetime("us", "UTC"),
}
_IS_OLD: Final = int(pl.__version__.partition(".")[0]) < 2  # noqa: PLR2004 -- the version
_LACKING = "_cafx_lacking"
_CODE = "_cafx_code"
_DAY = "_cafx_day"
_PLACE = "_cafx_place"


class _Price(NamedTuple):
    """Expressions of one row's cells."""

    price: pl.Expr
    low: pl.Expr
    high: pl.Expr
    answer: pl.Expr


def names(frame: pl.DataFrame | pl.LazyFrame) -> Sequence[str]:
    """Return the names of the columns."""
    return frame.collect_schema().names()


def converted(frame: FrameT, request: Request) -> FrameT:
    """Return the frame with the columns that *request* adds."""
    schema = frame.collect_schema()
    day = _day(request.roles, schema)
    if isinstance(frame, pl.LazyFrame):
        codes = codes_of(request.rule, request.to)
        table = table_of(request.rule, request.to, codes, request.first, request.last)
        return frame.with_columns(_columns(request, table, schema, day))
    _check_values(frame, request, schema)
    table = _table(frame, request, day)
    if request.is_strict:
        _refuse_gaps(frame, request, table, schema, day)
    return frame.lazy().with_columns(_columns(request, table, schema, day)).collect()


def gaps(frame: pl.DataFrame | pl.LazyFrame, request: Request) -> list[Gap]:
    """Return where the rows of a frame have no rate; of a lazy one the keys are collected."""
    schema = frame.collect_schema()
    day = _day(request.roles, schema)
    code = _code(request.roles)
    pairs = (
        frame.lazy()
        .select(code.alias(_CODE), day.alias(_DAY))
        .group_by(_CODE, _DAY)
        .len()
        .drop_nulls()
        .collect()
    )
    return gaps_among(request, pairs.rows())


def price_of(table: RateTable, code: pl.Expr | Currency, day: pl.Expr) -> _Price:
    """Return expressions of the cells for a currency and the number of a day."""
    column = day.clip(table.first, table.last) - table.first
    if isinstance(code, Currency):
        place = column + table.row(code) * table.width
    else:
        place = _row(table, code) * table.width + column
    return _Price(*(_gathered(cells, place) for cells in _cells(table)))


def _gathered(cells: pl.Series, place: pl.Expr) -> pl.Expr:
    """Return an expression of the cells at a place.

    Polars before 2.0 gathers from a constant neither in groups and windows nor into a file; a function that
    it calls with whole columns may stand in all of them.
    """
    if _IS_OLD:
        return place.map_batches(cells.gather, return_dtype=cells.dtype, is_elementwise=True)
    return pl.lit(cells).gather(place)


def _cells(table: RateTable) -> tuple[pl.Series, ...]:
    """Return the cells as columns, null where there is none."""
    prices = (
        pl.Series(cells, dtype=pl.Float64).fill_nan(None) for cells in (table.prices, table.lows, table.highs)
    )
    places = pl.Series(table.places, dtype=pl.Int32)
    return (*prices, pl.select(pl.when(places >= 0).then(places)).to_series())


def _row(table: RateTable, code: pl.Expr) -> pl.Expr:
    """Return the row of the table that a text is the code of, in any case of its letters; null for others.

    A cast to an Enum is three times as fast as a replacement by a dictionary.
    """
    if not table.codes:
        return pl.lit(None, dtype=pl.Int32)
    spellings = [
        "".join(case(letter) for case, letter in zip(cases, one, strict=True))
        for cases in product((str.upper, str.lower), repeat=3)
        for one in table.codes
    ]
    place = code.cast(pl.Enum(spellings), strict=False).to_physical().cast(pl.Int32)
    return place % len(table.codes)


def _columns(request: Request, table: RateTable, schema: pl.Schema, day: pl.Expr) -> list[pl.Expr]:
    cells = price_of(table, request.roles.code or pl.col(request.roles.code_column or ""), day)
    amount = _amount(request.amount, schema)
    added = [(amount * cells.price).alias(request.name)]
    if request.has_bounds:
        low, high = amount * cells.low, amount * cells.high
        added += [
            pl.min_horizontal(low, high).alias(request.low),
            pl.max_horizontal(low, high).alias(request.high),
        ]
    if request.has_sources:
        added += _sources(request, table, cells)
    return added


def _sources(request: Request, table: RateTable, cells: _Price) -> list[pl.Expr]:
    rate, as_of, through, age, kind, source = request.sources
    answers = table.answers
    kinds, sources = [one.kind for one in answers], [one.source for one in answers]
    columns = {
        as_of: pl.Series([one.as_of for one in answers], dtype=pl.Date),
        through: pl.Series([one.through for one in answers], dtype=pl.Date),
        age: pl.Series([one.age for one in answers], dtype=pl.Int32),
        kind: pl.Series(kinds, dtype=pl.Enum(sorted(set(kinds)))),
        source: pl.Series(sources, dtype=pl.Enum(sorted(set(sources)))),
    }
    gathered = [_gathered(values, cells.answer).alias(name) for name, values in columns.items()]
    return [cells.price.alias(rate), *gathered]


def _amount(column: str, schema: pl.Schema) -> pl.Expr:
    dtype = schema[column]
    if dtype == pl.Null or dtype.is_numeric() or dtype == pl.String:
        return pl.col(column).cast(pl.Float64)
    raise refused_amounts(column, dtype)


def _code(roles: Roles) -> pl.Expr:
    return pl.lit(str(roles.code)) if roles.code_column is None else pl.col(roles.code_column).cast(pl.String)


def _day(roles: Roles, schema: pl.Schema) -> pl.Expr:
    """Return the number of a row's day; null where there is none."""
    if roles.code_column is not None:
        dtype = schema[roles.code_column]
        if dtype not in (pl.String, pl.Categorical, pl.Enum, pl.Null):
            raise refused_codes(roles.code_column, dtype)
    if roles.day_column is None:
        return pl.lit(None if roles.day is None else day_number(roles.day), dtype=pl.Int32)
    dtype, column = schema[roles.day_column], pl.col(roles.day_column)
    if isinstance(dtype, pl.Datetime) and dtype.time_zone is not None:
        if roles.tz is None:
            raise zone_remedy(roles, roles.day_column)
        column = column.dt.convert_time_zone(roles.tz).dt.date()
    elif isinstance(dtype, pl.Datetime):
        column = column.dt.date()
    elif dtype == pl.String:
        column = column.str.to_date("%Y-%m-%d", strict=True)
    elif dtype in (pl.Categorical, pl.Enum):
        column = column.cast(pl.String).str.to_date("%Y-%m-%d", strict=True)
    elif dtype not in (pl.Date, pl.Null):
        raise refused_days(roles.day_column, dtype)
    return column.cast(pl.Date).cast(pl.Int32)


def _check_values(frame: pl.DataFrame, request: Request, schema: pl.Schema) -> None:
    """Refuse texts that are not numbers or days, and name them."""
    if schema[request.amount] == pl.String:
        column = frame[request.amount]
        wrong = column.filter(~column.str.contains(NUMBER)).head(100).to_list()
        if wrong:
            raise amount_error(wrong, request.amount)
    day = request.roles.day_column
    if day is not None and schema[day] in (pl.String, pl.Categorical, pl.Enum):
        days_in(frame[day].unique(maintain_order=True).cast(pl.String).to_list(), day, request.roles)


def _table(frame: pl.DataFrame, request: Request, day: pl.Expr) -> RateTable:
    roles = request.roles
    if roles.code_column is None:
        codes = [] if roles.code is None else [roles.code]
    else:
        texts = frame[roles.code_column].unique(maintain_order=True).cast(pl.String).to_list()
        codes = [code for code in codes_in(texts, roles.code_column) if code is not None]
    ends = frame.select(day.min().alias("first"), day.max().alias("last")).row(0)
    begin, end = (0, 0) if ends[0] is None else ends
    begin = begin if request.first is None else max(begin, request.first)
    end = end if request.last is None else min(end, request.last)
    return table_of(request.rule, request.to, codes, begin, max(begin, end))


def _refuse_gaps(
    frame: pl.DataFrame, request: Request, table: RateTable, schema: pl.Schema, day: pl.Expr
) -> None:
    roles = request.roles
    price = price_of(table, roles.code or pl.col(roles.code_column or ""), day).price
    amount = _amount(request.amount, schema)
    rows = (
        frame.lazy()
        .select(price.alias(_PLACE), amount.alias(_LACKING), _code(roles).alias(_CODE), day.alias(_DAY))
        .filter(pl.col(_PLACE).is_null() & pl.col(_LACKING).is_not_null() & pl.col(_LACKING).is_not_nan())
        .group_by(_CODE, _DAY)
        .len()
        .drop_nulls()
        .collect()
    )
    if not len(rows):
        return
    found = [(Currency(code), number, count) for code, number, count in rows.rows()]
    remedy = "leave them empty with missing='null', raise max_age, or merge rates into the book"
    raise not_found(gaps_of(table, request.rule, found), request.to, len(frame), remedy)


def made(columns: Columns) -> pl.DataFrame:
    """Return a frame of columns of one kind each."""
    return pl.DataFrame(
        [pl.Series(name, cells, dtype=_TYPES[kind]) for name, (kind, cells) in columns.items()]
    )


def spread(frame: FrameT, work: Work) -> FrameT:
    """Return the columns that are kept, a row for each figure, and the figures."""
    if isinstance(frame, pl.LazyFrame):
        schema = frame.collect_schema()
        _day_of(work, schema)
        kept = {name: schema[name] for name in work.keep}
        found = {name: _TYPES[kind] for name, kind in cast("Kinds", work.kinds).items()}
        return frame.map_batches(lambda part: spread(part, work), schema=kept | found)
    day = _day_of(work, frame.schema)
    days = (
        [None] * len(frame)
        if day is None
        else frame.select(day=day + pl.repeat(0, pl.len()))["day"].to_list()
    )
    places, rows = work.read(frame[work.column].to_list(), days)
    found = made(columns_of(cast("Kinds", work.kinds), rows))
    return frame.select(work.keep)[places].hstack(found) if work.keep else found


def _day_of(work: Work, schema: pl.Schema) -> pl.Expr | None:
    return None if work.roles is None else _day(work.roles, schema)
