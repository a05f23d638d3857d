"""``import cafx.duckdb``: rates in SQL, as the table ``cafx_rates`` and the function ``cafx(...)``.

>>> import duckdb
>>> import cafx.duckdb
>>> from cafx import RateBook
>>> connection = duckdb.connect()
>>> cafx.duckdb.register(connection, book=RateBook.bundled(), start="2010-01-01", end="2010-12-31")
>>> connection.sql("SELECT cafx(3500, 'TMT', 'USD', DATE '2010-05-05')").fetchall()
[(1228.0701754385964,)]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cafx.core.currency import currency_in_use
from cafx.frames.backends import require
from cafx.frames.engines.pyarrow import calendar_table
from cafx.frames.request import limit_of, rule_of
from cafx.frames.table import codes_of, table_of
from cafx.rates.book import MAX_AGE

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import timedelta

    from duckdb import DuckDBPyConnection

    from cafx.core.dates import Day
    from cafx.rates.book import RateBook

__all__ = ["register"]


def register(
    connection: DuckDBPyConnection,
    *,
    to: str | Sequence[str] = "USD",
    book: RateBook | None = None,
    max_age: timedelta = MAX_AGE,
    start: Day | None = None,
    end: Day | None = None,
) -> None:
    """Make the table ``cafx_rates`` and the function ``cafx(amount, currency, to, day)`` of a connection.

    The table has a row for each currency, day and currency of *to*: ``code``, ``day``, ``quote``, ``rate``,
    ``low``, ``high``, ``as_of``, ``through``, ``age``, ``kind``, ``source``. The function looks a rate up in
    it; where there is none it is null. For whole columns ``cafx.frames.convert`` is faster, because it joins.

    Args:
        connection: where they are made, as temporary ones: they go with the connection.
        to: the currencies that the table can convert to.
        book: the rates; without it those of ``cafx.convert``.
        max_age: how long before its day an answer may have been last in force.
        start: the first day of the table; without it the book's.
        end: the last day of the table; without it the last on which the book has an answer.

    >>> import duckdb
    >>> from cafx import RateBook
    >>> connection = duckdb.connect()
    >>> register(connection, book=RateBook.bundled(), start="2020-05-05", end="2020-05-05")
    >>> connection.sql("SELECT cafx(3500, 'TMT', 'USD', DATE '2020-05-05')").fetchall()
    [(1000.0,)]
    """
    require("narwhals")
    rule = rule_of(book, max_age, None, partial=False)
    first, last = limit_of(start, "start"), limit_of(end, "end")
    connection.execute("DROP TABLE IF EXISTS temp.cafx_rates")
    for place, target in enumerate([to] if isinstance(to, str) else list(to)):
        code = currency_in_use(target)
        rates = calendar_table(  # noqa: F841 -- the query names it
            table_of(rule, code, codes_of(rule, code), first, last), has_sources=True
        )
        columns = f"SELECT code, day, '{code}' AS quote, * EXCLUDE (code, day) FROM rates"  # noqa: S608
        connection.execute(
            f"INSERT INTO temp.cafx_rates {columns}"
            if place
            else f"CREATE TEMP TABLE cafx_rates AS {columns}"
        )
    # The names inside are of our own, so that a caller's column `code` is not taken for the table's.
    connection.execute(
        "CREATE OR REPLACE TEMP MACRO cafx(amount, currency, to_code, on_day) AS CAST(amount AS DOUBLE) * ("
        "  SELECT any_value(_cafx_rate) FROM (SELECT code AS _cafx_code, quote AS _cafx_quote,"
        "  day AS _cafx_day, rate AS _cafx_rate FROM temp.cafx_rates) WHERE _cafx_code = upper(currency)"
        "  AND _cafx_quote = upper(to_code) AND _cafx_day = CAST(on_day AS DATE))"
    )
