"""pandas: a dense table and a gather, in numpy; index, order and rows stay what they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import numpy as np
import pandas as pd

from cafx.core.currency import Currency
from cafx.core.text import printable
from cafx.errors import OptionError
from cafx.frames.answers import day_number
from cafx.frames.cells import (
    codes_in,
    days_in,
    numbers_in,
    refused_amounts,
    refused_codes,
    refused_days,
    refused_period,
)
from cafx.frames.columns import columns_of
from cafx.frames.engines.blocks import NEVER, Days, Keys, blocks_of, gather, labels_of
from cafx.frames.gaps import gaps_of, not_found
from cafx.frames.request import zone_remedy
from cafx.frames.table import table_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cafx.frames.columns import Columns, Kind, Kinds
    from cafx.frames.gaps import Gap
    from cafx.frames.request import Request, Roles
    from cafx.frames.table import RateTable
    from cafx.frames.texts import Work

    Floats = np.ndarray[tuple[int], np.dtype[np.float64]]
    Integers = np.ndarray[tuple[int], np.dtype[np.int64]]

__all__ = ["converted", "counted", "gaps", "made", "names", "spread"]

# Ticks of numpy's moments in a day.
_TICKS = {"s": 86_400, "ms": 86_400 * 10**3, "us": 86_400 * 10**6, "ns": 86_400 * 10**9}


def names(frame: pd.DataFrame) -> Sequence[str]:
    """Return the names of the columns."""
    if not frame.columns.is_unique:
        twice = frame.columns[frame.columns.duplicated()][0]
        message = f"the frame has two columns {printable(str(twice))}: give each column a name of its own"
        raise OptionError(message, option="frame")
    return list(frame.columns)


def converted(frame: pd.DataFrame, request: Request, table: RateTable | None = None) -> pd.DataFrame:
    """Return the frame with the columns that *request* adds.

    With a *table* the rates are taken from it alone, and what it lacks is left empty: so a part of a frame
    is converted that is spread over many.
    """
    given = frame[request.amount]
    amounts = _amounts(given, request.amount)
    keys = _keys(frame, request.roles, is_strict=table is None)
    rates = table or _table(keys, request)
    cells = _Cells(request, rates, len(frame))
    has_gaps = False
    for part, places in blocks_of(keys, rates):
        has_gaps |= cells.fill(part, places, amounts[part])
    if has_gaps and table is None:
        found = _gaps(keys, rates, request, np.isnan(cells.values) & ~np.isnan(amounts))
        if found:
            remedy = "leave them empty with missing='null', raise max_age, or merge rates into the book"
            raise not_found(found, request.to, len(frame), remedy)
    result = frame.copy(deep=False)
    for name, column in cells.columns(given).items():
        # As a series it is taken over, as an array it would be copied.
        result[name] = pd.Series(column, index=frame.index, copy=False)
    return result


def gaps(frame: pd.DataFrame, request: Request) -> list[Gap]:
    """Return where the rows of a frame have no rate."""
    keys = _keys(frame, request.roles, is_strict=True)
    table = _table(keys, request)
    is_empty = np.isnan(np.frombuffer(table.prices))
    lacking = np.empty(len(frame), dtype=np.bool_)
    for part, places in blocks_of(keys, table):
        gather(is_empty, places, lacking[part])
    return _gaps(keys, table, request, lacking)


class _Sources:
    """What stands behind each row: the rate, its days, age, kind and source, filled block by block."""

    def __init__(self, table: RateTable, length: int) -> None:
        answers = table.answers
        self.prices = np.frombuffer(table.prices)
        # Numbers that numpy looks up as they are; no answer is the one behind the last.
        self.places = np.frombuffer(table.places, dtype=np.int32).astype(np.int64)
        self.places[self.places < 0] = len(answers)
        kinds, kind = labels_of([one.kind for one in answers])
        names, source = labels_of([one.source for one in answers])
        self.labels = kinds, names
        # The last cell of each is read where nothing answers.
        self.cells = (
            np.array([*(one.as_of for one in answers), None], dtype="datetime64[s]"),
            np.array([*(one.through for one in answers), None], dtype="datetime64[s]"),
            np.array([*(one.age or 0 for one in answers), 0], dtype=np.int64),
            np.array([*(one.age is None for one in answers), True]),
            kind,
            source,
        )
        self.rates = np.empty(length)
        self.found = [np.empty(length, dtype=cells.dtype) for cells in self.cells]

    def fill(self, part: slice, places: Integers) -> Floats:
        """Return the rates of a block of rows, whose cells it fills."""
        rates: Floats = self.rates[part]
        gather(self.prices, places, rates)
        answers = self.places.take(places)
        for cells, found in zip(self.cells, self.found, strict=True):
            gather(cells, answers, found[part])
        return rates

    def columns(self) -> tuple[object, ...]:
        """Return the columns, in the order of ``SOURCES``."""
        as_of, through, ages, is_empty, *codes = self.found
        texts = (
            pd.Categorical.from_codes(own, dtype=pd.CategoricalDtype(labels), validate=False)
            for own, labels in zip(codes, self.labels, strict=True)
        )
        return self.rates, as_of, through, pd.arrays.IntegerArray(ages, is_empty), *texts


class _Cells:
    """The cells that are added to a frame, filled block by block."""

    def __init__(self, request: Request, table: RateTable, length: int) -> None:
        self.request = request
        self.values = np.empty(length)
        self.prices = np.frombuffer(table.prices)
        self.bounds: list[Floats] = []
        if request.has_bounds:
            self.tables = np.frombuffer(table.lows), np.frombuffer(table.highs)
            self.bounds = [np.empty(length), np.empty(length)]
        self.sources = _Sources(table, length) if request.has_sources else None

    def fill(self, part: slice, places: Integers, amounts: Floats) -> bool:
        """Return whether an amount of a block, whose cells it fills, has no price, if that is refused."""
        price = self.prices.take(places) if self.sources is None else self.sources.fill(part, places)
        values = self.values[part]
        np.multiply(amounts, price, out=values)
        if self.bounds:
            low, high = (amounts * table.take(places) for table in self.tables)
            np.minimum(low, high, out=self.bounds[0][part])
            np.maximum(low, high, out=self.bounds[1][part])
        if not self.request.is_strict:
            return False
        is_empty = np.isnan(values)
        return bool(is_empty.any() and not np.isnan(amounts[is_empty]).all())

    def columns(self, amounts: pd.Series) -> dict[str, object]:
        """Return the columns by name, of the kind of column that the amounts are in."""
        request = self.request
        found = {request.name: _as_source(self.values, amounts)}
        for name, values in zip((request.low, request.high), self.bounds, strict=False):
            found[name] = _as_source(values, amounts)
        if self.sources is not None:
            found |= zip(request.sources, self.sources.columns(), strict=True)
        return found


def _keys(frame: pd.DataFrame, roles: Roles, *, is_strict: bool) -> Keys:
    length = len(frame)
    if roles.day_column is None:
        days = Days.same(NEVER if roles.day is None else day_number(roles.day), length)
    else:
        days = _days(frame[roles.day_column], roles.day_column, roles)
    if roles.code_column is None:
        codes = [roles.code] if roles.code else []
        return Keys(codes, np.zeros(1, dtype=np.int64), np.broadcast_to(np.int64(0), (length,)), days)
    series = frame[roles.code_column]
    values, places = _factorized(series)
    if not _may_be_text(values, places):
        raise refused_codes(roles.code_column, series.dtype)
    known = [_lenient(value) for value in values]
    if is_strict and None in known:
        # A category that no row has may be anything.
        used = np.flatnonzero(np.bincount(places[places >= 0], minlength=len(values)))
        codes_in([values[place] for place in used.tolist()], roles.code_column)
    codes = sorted({code for code in known if code is not None})
    # The last place is read for -1, an empty cell.
    own = [-1 if code is None else codes.index(code) for code in known]
    return Keys(codes, np.array([*own, -1], dtype=np.int64), places, days)


def _lenient(value: object) -> Currency | None:
    try:
        return Currency(value)  # type: ignore[arg-type]  # it refuses what is no text
    except (ValueError, TypeError):
        return None


def _factorized(series: pd.Series) -> tuple[Sequence[object], Integers]:
    """Return the distinct values of a column and each row's place among them, -1 for an empty cell."""
    if isinstance(series.dtype, pd.CategoricalDtype):
        return list(series.cat.categories), series.cat.codes.to_numpy()
    places, values = pd.factorize(series)
    return list(values), places


def _may_be_text(values: Sequence[object], places: Integers) -> bool:
    return all(isinstance(value, str) for value in values) or not (places >= 0).any()


def _days(series: pd.Series, column: str, roles: Roles) -> Days:
    dtype = series.dtype
    if isinstance(dtype, pd.PeriodDtype):
        raise refused_period(column, dtype)
    if isinstance(dtype, pd.CategoricalDtype) and dtype.categories.dtype.kind == "M":
        series = pd.Series(series.to_numpy())
        dtype = series.dtype
    if isinstance(dtype, pd.ArrowDtype) and dtype.kind in "MO":
        series = _arrow_days(series, column, roles)
        dtype = series.dtype
    if dtype.kind == "M":
        if getattr(dtype, "tz", None) is not None:
            if roles.tz is None:
                raise zone_remedy(roles, column)
            series = series.dt.tz_convert(roles.tz).dt.tz_localize(None)
        moments = series.to_numpy()
        return Days(moments.view(np.int64), _TICKS[np.datetime_data(moments.dtype)[0]])
    if dtype.kind in "biucm" or (dtype.kind == "f" and not series.isna().all()):
        raise refused_days(column, dtype)
    values, places = _factorized(series)
    if dtype.kind == "f":
        values = []
    numbers = [NEVER if number is None else number for number in days_in(values, column, roles)]
    return Days(np.array([*numbers, NEVER], dtype=np.int64)[places])


def _arrow_days(series: pd.Series, column: str, roles: Roles) -> pd.Series:
    """Return a column of Arrow's dates or moments as numpy's."""
    import pyarrow as pa

    kind = series.dtype.pyarrow_dtype
    if not pa.types.is_temporal(kind) or pa.types.is_time(kind) or pa.types.is_duration(kind):
        return series
    zone = getattr(kind, "tz", None)
    if zone is not None and roles.tz is None:
        raise zone_remedy(roles, column)
    return pd.Series(pa.array(series).cast(pa.timestamp("us", zone)).to_pandas(), index=series.index)


def _amounts(series: pd.Series, column: str) -> Floats:
    dtype = series.dtype
    if isinstance(dtype, pd.CategoricalDtype):
        values, places = _factorized(series)
        used = sorted(set(places.tolist()) - {-1})
        own = np.full(len(values) + 1, np.nan)
        own[used] = numbers_in([values[place] for place in used], column)
        return own[places]
    if dtype.kind in "iuf":
        missing = {} if isinstance(dtype, np.dtype) else {"na_value": np.nan}
        amounts: Floats = series.to_numpy(dtype=np.float64, **missing)
        return amounts
    if dtype.kind == "O" or pd.api.types.is_string_dtype(dtype):
        return np.array(numbers_in(series.tolist(), column), dtype=np.float64)
    raise refused_amounts(column, dtype)


def _table(keys: Keys, request: Request) -> RateTable:
    begin, end = keys.days.known_ends() or (0, 0)
    begin = begin if request.first is None else max(begin, request.first)
    end = end if request.last is None else min(end, request.last)
    return table_of(request.rule, request.to, keys.codes, begin, max(begin, end))


def _gaps(keys: Keys, table: RateTable, request: Request, lacking: np.ndarray) -> list[Gap]:
    found = ((keys.codes[row], day, count) for row, day, count in _pairs(keys, lacking))
    return gaps_of(table, request.rule, found)


def _pairs(keys: Keys, part: slice | np.ndarray) -> list[tuple[int, int, int]]:
    """Return each pair of a code's place and the number of a day among some rows, and its number of rows."""
    rows, days = keys.rows(part), keys.days.numbers(part)
    is_known = (rows >= 0) & (days != NEVER)
    pairs, counts = np.unique(np.stack((rows[is_known], days[is_known])), axis=1, return_counts=True)
    return list(zip(*pairs.tolist(), counts.tolist(), strict=True))


def _as_source(values: Floats, amounts: pd.Series) -> object:
    """Return *values* in the kind of column that the amounts are in: numpy's, nullable or Arrow's."""
    dtype = amounts.dtype
    if isinstance(dtype, np.dtype) or dtype.kind not in "iuf":
        return values
    if isinstance(dtype, pd.ArrowDtype):
        import pyarrow as pa

        return pd.arrays.ArrowExtensionArray(pa.array(values, mask=np.isnan(values)))
    return pd.arrays.FloatingArray(values, np.isnan(values))


def made(columns: Columns) -> pd.DataFrame:
    """Return a frame of columns of one kind each."""
    return pd.DataFrame({name: _column(kind, cells) for name, (kind, cells) in columns.items()})


def _column(kind: Kind, cells: list[object]) -> object:
    if kind == "day":
        return np.array(cells, dtype="datetime64[s]")
    if kind == "moment":
        return pd.to_datetime(pd.Series(cells, dtype=object), utc=True)
    if kind == "count":
        return pd.array(cells, dtype="Int64")
    if kind == "number":
        return np.array([np.nan if cell is None else cell for cell in cells], dtype=np.float64)
    if kind == "flag":
        return np.array(cells, dtype=np.bool_)
    # The library's own choice of a type for text: it has changed from pandas 2 to 3.
    return pd.Series(cells, dtype=pd.Series([""]).dtype)


def spread(frame: pd.DataFrame, work: Work) -> pd.DataFrame:
    """Return the columns that are kept, a row for each figure, and the figures; the index is repeated."""
    days: list[int | None] = [None] * len(frame)
    if work.roles is not None:
        numbers = _keys(frame, work.roles, is_strict=True).days.numbers(slice(None))
        days = [None if day == NEVER else day for day in numbers.tolist()]
    places, rows = work.read(frame[work.column].tolist(), days)
    kept = frame[list(work.keep)].iloc[places]
    found = made(columns_of(cast("Kinds", work.kinds), rows))
    return kept.assign(**{name: found[name].array for name in found.columns})


def counted(frame: pd.DataFrame, roles: Roles) -> pd.DataFrame:
    """Return each pair of a code and the number of a day, with its rows: of one part of a larger frame."""
    keys = _keys(frame, roles, is_strict=True)
    pairs = _pairs(keys, slice(None))
    return made(
        {
            "code": ("text", [str(keys.codes[row]) for row, _, _ in pairs]),
            "day": ("count", [day for _, day, _ in pairs]),
            "rows": ("count", [count for _, _, count in pairs]),
        }
    )
