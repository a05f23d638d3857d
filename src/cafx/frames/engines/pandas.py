"""pandas: a dense table and a gather, in numpy; index, order and rows stay what they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

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

_NAT = np.iinfo(np.int64).min
# Ticks of numpy's moments in a day.
_TICKS = {"s": 86_400, "ms": 86_400 * 10**3, "us": 86_400 * 10**6, "ns": 86_400 * 10**9}
# No day has a number as low; an empty moment divided by its ticks is still below.
_NEVER = _NAT // max(_TICKS.values())


class _Keys(NamedTuple):
    """Each row's currency and day.

    *places* are the places of its currency in *own*, the last for an empty cell; *own* has places in *codes*,
    or -1; *days* are numbers, those below ``_NEVER`` for no day.
    """

    codes: list[Currency]
    own: Integers
    places: Integers | int
    days: Integers | int

    def rows(self, length: int) -> Integers:
        """Return each row's place in *codes*; -1 for none."""
        rows: Integers = np.broadcast_to(self.own[self.places], (length,))
        return rows


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
    amounts = _amounts(frame[request.amount], request.amount)
    keys = _keys(frame, request.roles, is_strict=table is None)
    rates = table or _table(keys, request)
    places = _places(keys, rates, len(frame))
    price = np.frombuffer(rates.prices).take(places)
    if request.is_strict and table is None:
        lacking = np.isnan(price) & ~np.isnan(amounts)
        if lacking.any():
            found = _gaps(keys, rates, request, lacking)
            if found:
                remedy = "leave them empty with missing='null', raise max_age, or merge rates into the book"
                raise not_found(found, request.to, len(frame), remedy)
    result = frame.copy(deep=False)
    result[request.name] = _as_source(amounts * price, frame[request.amount])
    if request.has_bounds:
        low = amounts * np.frombuffer(rates.lows).take(places)
        high = amounts * np.frombuffer(rates.highs).take(places)
        result[request.low] = _as_source(np.minimum(low, high), frame[request.amount])
        result[request.high] = _as_source(np.maximum(low, high), frame[request.amount])
    if request.has_sources:
        result[request.sources[0]] = price
        _add_sources(result, request, rates, np.frombuffer(rates.places, dtype=np.int32).take(places))
    return result


def gaps(frame: pd.DataFrame, request: Request) -> list[Gap]:
    """Return where the rows of a frame have no rate."""
    keys = _keys(frame, request.roles, is_strict=True)
    table = _table(keys, request)
    price = np.frombuffer(table.prices).take(_places(keys, table, len(frame)))
    return _gaps(keys, table, request, np.isnan(price))


def _keys(frame: pd.DataFrame, roles: Roles, *, is_strict: bool) -> _Keys:
    days: Integers | int
    if roles.day_column is None:
        days = _NAT if roles.day is None else day_number(roles.day)
    else:
        days = _days(frame[roles.day_column], roles.day_column, roles)
    if roles.code_column is None:
        return _Keys([roles.code] if roles.code else [], np.zeros(1, dtype=np.int64), 0, days)
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
    return _Keys(codes, np.array([*own, -1], dtype=np.int64), places, days)


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


def _days(series: pd.Series, column: str, roles: Roles) -> Integers:
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
        # Six times as fast as a cast to datetime64[D].
        days: Integers = moments.view(np.int64) // _TICKS[np.datetime_data(moments.dtype)[0]]
        return days
    if dtype.kind in "biucm" or (dtype.kind == "f" and not series.isna().all()):
        raise refused_days(column, dtype)
    values, places = _factorized(series)
    if dtype.kind == "f":
        values = []
    numbers = [_NAT if number is None else number for number in days_in(values, column, roles)]
    return np.array([*numbers, _NAT], dtype=np.int64)[places]


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


def _table(keys: _Keys, request: Request) -> RateTable:
    first, last = request.first, request.last
    if isinstance(keys.days, int):
        known = [keys.days] if keys.days > _NEVER else []
    else:
        known = [int(day) for day in _ends(keys.days)]
    begin = max(known[0], first) if known and first is not None else known[0] if known else 0
    end = min(known[-1], last) if known and last is not None else known[-1] if known else 0
    return table_of(request.rule, request.to, keys.codes, begin, max(begin, end))


def _ends(days: Integers) -> list[int]:
    """Return the first and the last of the days; none where there are none."""
    if not len(days):
        return []
    first, last = int(days.min()), int(days.max())
    if last <= _NEVER:
        return []
    return [first if first > _NEVER else int(days[days > _NEVER].min()), last]


def _places(keys: _Keys, table: RateTable, length: int) -> Integers:
    """Return the place of each row's cell."""
    starts = np.array([*map(table.offset, keys.codes), table.nowhere - table.first], dtype=np.int64)
    days = keys.days
    if isinstance(days, int):
        places = starts[keys.own][keys.places] + min(max(days, table.first), table.last)
        if days <= _NEVER:
            places = np.int64(table.nowhere)
        return np.broadcast_to(places, (length,))
    places = np.broadcast_to(starts[keys.own].take(np.asarray(keys.places, dtype=np.intp)), (length,))
    if not length:
        return places + days
    first, last = int(days.min()), int(days.max())
    if table.first <= first and last <= table.last:
        return places + days
    places = places + np.clip(days, table.first, table.last)
    return np.where(days > _NEVER, places, table.nowhere) if first <= _NEVER else places


def _gaps(keys: _Keys, table: RateTable, request: Request, lacking: np.ndarray) -> list[Gap]:
    length = len(lacking)
    rows = keys.rows(length)[lacking]
    days = np.broadcast_to(keys.days, (length,))[lacking]
    is_known = (rows >= 0) & (days > _NEVER)
    pairs, counts = np.unique(np.stack((rows[is_known], days[is_known])), axis=1, return_counts=True)
    found = (
        (keys.codes[row], day, count)
        for row, day, count in zip(*pairs.tolist(), counts.tolist(), strict=True)
    )
    return gaps_of(table, request.rule, found)


def _as_source(values: Floats, amounts: pd.Series) -> object:
    """Return *values* in the kind of column that the amounts are in: numpy's, nullable or Arrow's."""
    dtype = amounts.dtype
    if isinstance(dtype, np.dtype) or dtype.kind not in "iuf":
        return values
    if isinstance(dtype, pd.ArrowDtype):
        import pyarrow as pa

        return pd.arrays.ArrowExtensionArray(pa.array(values, mask=np.isnan(values)))
    return pd.arrays.FloatingArray(values, np.isnan(values))


def _add_sources(result: pd.DataFrame, request: Request, table: RateTable, places: np.ndarray) -> None:
    """Add the days, age, kind and source of what stands behind each row."""
    _, as_of, through, age, kind, source = request.sources
    answers = table.answers
    for name, days in ((as_of, [one.as_of for one in answers]), (through, [one.through for one in answers])):
        result[name] = np.array([*days, None], dtype="datetime64[s]")[places]
    ages = np.array([np.nan if one.age is None else one.age for one in answers] + [np.nan])[places]
    result[age] = pd.array(ages, dtype="Float64").astype("Int64")
    for name, texts in ((kind, [one.kind for one in answers]), (source, [one.source for one in answers])):
        result[name] = _labels(texts, places)


def _labels(texts: list[str], places: np.ndarray) -> pd.Categorical:
    labels = sorted(set(texts))
    codes = np.array([labels.index(text) for text in texts] + [-1])[places]
    return pd.Categorical.from_codes(codes, categories=labels)


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
        numbers = _keys(frame, work.roles, is_strict=True).days
        days = [None if day <= _NEVER else day for day in np.broadcast_to(numbers, (len(frame),)).tolist()]
    places, rows = work.read(frame[work.column].tolist(), days)
    kept = frame[list(work.keep)].iloc[places]
    found = made(columns_of(cast("Kinds", work.kinds), rows))
    return kept.assign(**{name: found[name].array for name in found.columns})


def counted(frame: pd.DataFrame, roles: Roles) -> pd.DataFrame:
    """Return each pair of a code and the number of a day, with its rows: of one part of a larger frame."""
    keys = _keys(frame, roles, is_strict=True)
    length = len(frame)
    rows, days = keys.rows(length), np.broadcast_to(keys.days, (length,))
    is_known = (rows >= 0) & (days > _NEVER)
    pairs, counts = np.unique(np.stack((rows[is_known], days[is_known])), axis=1, return_counts=True)
    codes = [str(keys.codes[row]) for row in pairs[0].tolist()]
    return made(
        {
            "code": ("text", list(codes)),
            "day": ("count", pairs[1].tolist()),
            "rows": ("count", counts.tolist()),
        }
    )
