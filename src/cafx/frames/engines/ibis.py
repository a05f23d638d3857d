"""ibis: a join with the calendar of rates as a memtable, on whatever backend the table is of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import ibis

from cafx.errors import OptionError
from cafx.frames.answers import day_at, day_number, stretch_of
from cafx.frames.cells import refused_amounts, refused_codes, refused_days
from cafx.frames.engines import pyarrow
from cafx.frames.gaps import gaps_among
from cafx.frames.request import zone_remedy
from cafx.frames.table import codes_of, table_of
from cafx.frames.zones import offsets_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cafx.frames.answers import Rule
    from cafx.frames.gaps import Gap
    from cafx.frames.request import Request, Roles
    from cafx.frames.table import RateTable

__all__ = ["converted", "gaps", "names", "spread"]

_PARTS: Final = ("rate", "as_of", "through", "age", "kind", "source")
_OWN: Final = "_cafx_"
_DAY: Final = 86_400


def names(frame: ibis.Table) -> Sequence[str]:
    """Return the names of the columns."""
    return list(frame.columns)


def converted(frame: ibis.Table, request: Request) -> ibis.Table:
    """Return the table with the columns that *request* adds."""
    roles = request.roles
    amount = _amount(frame, request.amount)
    codes = (roles.code,) if roles.code else codes_of(request.rule, request.to)
    table = table_of(request.rule, request.to, codes, request.first, request.last)
    calendar = pyarrow.calendar_table(table, has_sources=request.has_sources)
    own = [_OWN + name for name in calendar.column_names]
    rates = ibis.memtable(calendar.rename_columns(own))
    keyed = frame.mutate(
        **{
            f"{_OWN}amount": amount,
            f"{_OWN}key": _code(frame, roles),
            f"{_OWN}on": _clamped(_day(frame, roles, request.rule), table),
        }
    )
    joined = keyed.left_join(rates, [(f"{_OWN}key", f"{_OWN}code"), (f"{_OWN}on", f"{_OWN}day")])
    cells = {part: joined[_OWN + part] for part in calendar.column_names}
    value = joined[f"{_OWN}amount"]
    added = {request.name: value * cells["rate"]}
    if request.has_bounds:
        low, high = value * cells["low"], value * cells["high"]
        added |= {request.low: ibis.least(low, high), request.high: ibis.greatest(low, high)}
    if request.has_sources:
        added |= {name: cells[part] for part, name in zip(_PARTS, request.sources, strict=True)}
    return joined.select(*frame.columns, **added)


def gaps(frame: ibis.Table, request: Request) -> list[Gap]:
    """Return where the rows of a table have no rate; the pairs of currency and day are fetched."""
    pairs = frame.select(code=_code(frame, request.roles), day=_day(frame, request.roles, request.rule))
    counts = pairs.group_by("code", "day").agg(rows=ibis._.count()).to_pyarrow()
    rows = zip(*(counts[name].to_pylist() for name in ("code", "day", "rows")), strict=True)
    return gaps_among(
        request, [(code, day_number(day), count) for code, day, count in rows if code and day is not None]
    )


def spread(frame: ibis.Table, work: object) -> ibis.Table:  # noqa: ARG001 -- as all engines
    """Refuse to read texts in a table of ibis, which has no Python at its rows."""
    message = "ibis has no Python at its rows: hand the texts over as Arrow, table.to_pyarrow()"
    raise OptionError(message, option="frame", value=frame.get_name())


def _code(frame: ibis.Table, roles: Roles) -> ibis.Value:
    if roles.code_column is None:
        return ibis.literal(str(roles.code))
    column = frame[roles.code_column]
    if not column.type().is_string() and not column.type().is_null():
        raise refused_codes(roles.code_column, column.type())
    return column.cast("string").upper()


def _day(frame: ibis.Table, roles: Roles, rule: Rule) -> ibis.Value:
    if roles.day_column is None:
        return ibis.literal(roles.day, type="date")
    column = frame[roles.day_column]
    kind = column.type()
    if kind.is_timestamp() and kind.timezone is not None:
        if roles.tz is None:
            raise zone_remedy(roles, roles.day_column)
        return _local_day(column, roles.tz, rule)
    if kind.is_string():
        return column.as_date("%Y-%m-%d")
    if not kind.is_date() and not kind.is_timestamp() and not kind.is_null():
        raise refused_days(roles.day_column, kind)
    return column.cast("date")


def _local_day(moments: ibis.Value, tz: str, rule: Rule) -> ibis.Value:
    """Return the day of moments in a zone: ibis cannot ask a backend for it, so the zone's offsets are added.

    Before the first and after the last day of the book's rates, where nothing changes, the nearest stands.
    """
    seconds = moments.epoch_seconds()
    turns = offsets_of(tz, *stretch_of(rule.book, rule.max_age))
    offset = ibis.literal(turns[0][1])
    if len(turns) > 1:
        since = [(seconds >= turn, ibis.literal(seconds_east)) for turn, seconds_east in reversed(turns[1:])]
        offset = ibis.cases(*since, else_=offset)
    days = ((seconds + offset) / _DAY).floor().cast("int64")
    return ibis.literal(day_at(0), type="date") + days.as_interval("D")


def _amount(frame: ibis.Table, name: str) -> ibis.Value:
    column = frame[name]
    kind = column.type()
    if kind.is_boolean() or not (kind.is_numeric() or kind.is_string() or kind.is_null()):
        raise refused_amounts(name, kind)
    return column.cast("float64")


def _clamped(day: ibis.Value, table: RateTable) -> ibis.Value:
    """Return the day that is looked up: beyond the table's ends nothing changes. A null stays one."""
    first, last = (ibis.literal(day_at(number), type="date") for number in (table.first, table.last))
    return ibis.cases((day > last, last), (day < first, first), else_=day)
