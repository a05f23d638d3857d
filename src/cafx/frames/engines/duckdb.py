"""DuckDB: a relation joined with the calendar of rates, on whatever connection the relation is of.

The calendar is an Arrow table in a local variable, which DuckDB finds by its name (a replacement scan):
no table is left behind, and from DuckDB 2.0 on no view. A join promises no order of rows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from uuid import uuid4

from cafx.errors import OptionError
from cafx.frames.answers import day_at, day_number
from cafx.frames.cells import refused_amounts, refused_codes, refused_days
from cafx.frames.engines.pyarrow import calendar_table
from cafx.frames.gaps import gaps_among
from cafx.frames.request import zone_remedy
from cafx.frames.table import codes_of, table_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from duckdb import DuckDBPyRelation

    from cafx.frames.gaps import Gap
    from cafx.frames.request import Request, Roles
    from cafx.frames.table import RateTable

__all__ = ["converted", "gaps", "names", "spread"]

_WHOLE: Final = "TINYINT SMALLINT INTEGER BIGINT HUGEINT UTINYINT USMALLINT UINTEGER UBIGINT UHUGEINT"
_NUMBERS: Final = frozenset((*_WHOLE.split(), "FLOAT", "DOUBLE"))
_MOMENT: Final = "TIMESTAMP WITH TIME ZONE"
_NULL: Final = '"NULL"'
_PLAIN_MOMENTS: Final = frozenset(("DATE", "TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS", _NULL))


def names(frame: DuckDBPyRelation) -> Sequence[str]:
    """Return the names of the columns."""
    return list(frame.columns)


def converted(frame: DuckDBPyRelation, request: Request) -> DuckDBPyRelation:
    """Return the relation with the columns that *request* adds."""
    types = _types(frame)
    roles = request.roles
    code, day = _code(roles, types), _day(roles, types)
    amount = _amount(request.amount, types)
    codes = codes_of(request.rule, request.to) if roles.code is None else (roles.code,)
    table = table_of(request.rule, request.to, codes, request.first, request.last)
    _cafx_rates = calendar_table(table, has_sources=request.has_sources)
    added = [f"{amount} * c.rate AS {_quoted(request.name)}"]
    if request.has_bounds:
        low, high = f"{amount} * c.low", f"{amount} * c.high"
        # least() and greatest() would take the other where one is null; here both are or neither.
        added += [f"least({low}, {high}) AS {_quoted(request.low)}"]
        added += [f"greatest({low}, {high}) AS {_quoted(request.high)}"]
    if request.has_sources:
        columns = ("rate", "as_of", "through", "age", "kind", "source")
        added += [
            f"c.{column} AS {_quoted(name)}" for column, name in zip(columns, request.sources, strict=True)
        ]
    rows = _name()
    query = (
        f"SELECT f.*, {', '.join(added)} FROM {rows} f LEFT JOIN _cafx_rates c"  # noqa: S608 -- quoted
        f" ON c.code = {code} AND c.day = {_clamped(day, table)}"
    )
    return _answer(frame.query(rows, query))


def gaps(frame: DuckDBPyRelation, request: Request) -> list[Gap]:
    """Return where the rows of a relation have no rate; its pairs of currency and day are fetched."""
    types, rows = _types(frame), _name()
    query = (
        f"SELECT {_code(request.roles, types)} AS code, {_day(request.roles, types)} AS day, count(*)"  # noqa: S608
        f" FROM {rows} f GROUP BY 1, 2 HAVING code IS NOT NULL AND day IS NOT NULL"
    )
    pairs = _answer(frame.query(rows, query)).fetchall()
    return gaps_among(request, [(code, day_number(day), count) for code, day, count in pairs])


def _types(frame: DuckDBPyRelation) -> Mapping[str, str]:
    return dict(zip(frame.columns, map(str, frame.types), strict=True))


def _code(roles: Roles, types: Mapping[str, str]) -> str:
    if roles.code_column is None:
        return f"'{roles.code}'"
    kind = types[roles.code_column]
    if kind not in ("VARCHAR", _NULL) and not kind.startswith("ENUM"):
        raise refused_codes(roles.code_column, kind)
    return f"upper(f.{_quoted(roles.code_column)})"


def _day(roles: Roles, types: Mapping[str, str]) -> str:
    if roles.day_column is None:
        return f"DATE '{roles.day}'"
    kind, column = types[roles.day_column], f"f.{_quoted(roles.day_column)}"
    if kind == _MOMENT:
        if roles.tz is None:
            raise zone_remedy(roles, roles.day_column)
        return f"CAST(timezone('{roles.tz}', {column}) AS DATE)"
    if kind == "VARCHAR":
        return f"CAST(strptime({column}, '%Y-%m-%d') AS DATE)"
    if kind not in _PLAIN_MOMENTS:
        raise refused_days(roles.day_column, kind)
    return f"CAST({column} AS DATE)"


def _amount(name: str, types: Mapping[str, str]) -> str:
    kind = types[name]
    if kind in _NUMBERS or kind in ("VARCHAR", _NULL) or kind.startswith("DECIMAL"):
        return f"CAST(f.{_quoted(name)} AS DOUBLE)"
    raise refused_amounts(name, kind)


def _clamped(day: str, table: RateTable) -> str:
    """Return the day that is looked up: beyond the table's ends nothing changes. A null stays one."""
    first, last = (f"DATE '{day_at(number)}'" for number in (table.first, table.last))
    return f"CASE WHEN {day} > {last} THEN {last} WHEN {day} < {first} THEN {first} ELSE {day} END"


def _name() -> str:
    """Return the name that a relation has in a query, of which there is no other.

    DuckDB before 2.0 keeps it as a temporary view and looks it up again when the rows are asked for, so two
    conversions of one name would give each other's rows.
    """
    return f"_cafx_{uuid4().hex}"


def _answer(relation: DuckDBPyRelation | None) -> DuckDBPyRelation:
    """Return what a SELECT gives, which is never nothing."""
    if relation is None:
        raise AssertionError
    return relation


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def spread(frame: DuckDBPyRelation, work: object) -> DuckDBPyRelation:  # noqa: ARG001 -- as all engines
    """Refuse to read texts in a relation, which has no Python at its rows."""
    message = "DuckDB has no Python at its rows: hand the texts over as Arrow, relation.to_arrow_table()"
    raise OptionError(message, option="frame", value=frame.alias)
