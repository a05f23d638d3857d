"""The tables of a history, and the one place that writes questions to them.

Prices are stored as the text that was printed. A column without a type together with a check keeps
them so: SQLite would turn ``0.10600`` into a float in a numeric column, and take one in a text column.

Every row carries a checksum of its cells, so that a changed digit shows when the row is read. That a
row is missing shows one table higher: ``month`` keeps of each month of each series how many rows there
are and what their checksums add up to, and ``total`` does so for the months and for the quarantine.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = [
    "APPLICATION_ID",
    "CASE",
    "DAY_ORDER",
    "IN_FORCE",
    "MONTH",
    "QUOTATION",
    "REVISION",
    "SCHEMA",
    "SERIES",
    "VERSION",
    "WAITING",
    "insert",
    "select",
]

#: "cafx" in ASCII: by this, a file says that it is a history.
APPLICATION_ID: Final = 0x63616678
VERSION: Final = 1

#: A series is what one source prints for one pair; with the day it makes the key of a value.
SERIES: Final = ("source", "kind", "base", "quote")
#: The columns of a quotation, in the order of ``StoredQuotation``.
QUOTATION: Final = (
    *SERIES, "as_of", "price", "nominal", "through", "low", "high", "change", "observed_at",
)  # fmt: skip
#: The order in which quotations are given back.
DAY_ORDER: Final = ("as_of", "base", "quote", "source", "kind")
#: The columns of ``Revision``, ``Case`` and ``Month``; each row ends with its checksum.
REVISION: Final = ("id", *QUOTATION, "recorded_at", "superseded_at", "checksum")
CASE: Final = ("id", *QUOTATION, "reason", "quarantined_at", "decision", "decided_at", "checksum")
MONTH: Final = (
    "month",
    "base",
    "quote",
    "source",
    "kind",
    "last",
    "in_force",
    "entries",
    "digest",
    "checksum",
)

#: What is in force: the values that nothing has superseded.
IN_FORCE: Final = "superseded_at IS NULL"
#: What waits in quarantine: the cases that nobody has decided.
WAITING: Final = "decision IS NULL"

_NUMBER: Final = (
    "typeof({0})='text' AND {0} GLOB '[0-9]*' AND {0} NOT GLOB '*[^0-9.]*' AND {0} NOT GLOB '*.*.*'"
)
_VALUE: Final = f"""
    source TEXT NOT NULL, kind TEXT NOT NULL, base TEXT NOT NULL, quote TEXT NOT NULL,
    as_of TEXT NOT NULL,  -- '' where the day is not known
    price NOT NULL CHECK ({_NUMBER.format("price")}),
    nominal NOT NULL CHECK (typeof(nominal)='integer' AND nominal > 0),
    through TEXT,
    low CHECK (low IS NULL OR {_NUMBER.format("low")}),
    high CHECK (high IS NULL OR {_NUMBER.format("high")}),
    change CHECK (change IS NULL OR typeof(change)='text'),
    observed_at TEXT"""
_KEY: Final = ", ".join((*SERIES, "as_of"))
SCHEMA: Final = (
    # A value holds from recorded_at to superseded_at, which is all that is ever set afterwards.
    f"""CREATE TABLE quotation (id INTEGER PRIMARY KEY, {_VALUE},
    recorded_at TEXT NOT NULL,
    superseded_at TEXT CHECK (superseded_at >= recorded_at),
    checksum INTEGER NOT NULL)""",
    # Of a series one value a day is in force; together the two hold every row of a series.
    f"CREATE UNIQUE INDEX quotation_in_force ON quotation ({_KEY}) WHERE {IN_FORCE}",
    f"CREATE INDEX quotation_superseded ON quotation ({_KEY}) WHERE superseded_at IS NOT NULL",
    # In the order in which quotations are given back, so that nothing has to be sorted.
    f"CREATE INDEX quotation_by_day ON quotation ({', '.join(DAY_ORDER)})",
    "CREATE INDEX quotation_by_end ON quotation (through) WHERE through IS NOT NULL",
    # The month is that of as_of; last is the last day that one of its rows is for.
    """CREATE TABLE month (month TEXT NOT NULL,
    base TEXT NOT NULL, quote TEXT NOT NULL, source TEXT NOT NULL, kind TEXT NOT NULL,
    last TEXT NOT NULL, in_force INTEGER NOT NULL, entries INTEGER NOT NULL,
    digest INTEGER NOT NULL, checksum INTEGER NOT NULL,
    PRIMARY KEY (month, base, quote, source, kind)) WITHOUT ROWID""",
    "CREATE INDEX month_by_end ON month (last) WHERE last > month || '-31'",
    f"""CREATE TABLE quarantine (id INTEGER PRIMARY KEY, {_VALUE},
    reason TEXT NOT NULL,
    quarantined_at TEXT NOT NULL,
    decision TEXT CHECK (decision IN ('accepted', 'discarded')),
    decided_at TEXT,
    checksum INTEGER NOT NULL)""",
    f"CREATE INDEX quarantine_by_price ON quarantine ({_KEY}, price)",
    f"CREATE INDEX quarantine_waiting ON quarantine ({_KEY}) WHERE {WAITING}",
    # What the rows of the other tables come to.
    """CREATE TABLE total (name TEXT PRIMARY KEY, entries INTEGER NOT NULL, digest INTEGER NOT NULL)
    WITHOUT ROWID""",
    # Days for which a source had no table when it was asked long enough afterwards.
    """CREATE TABLE empty_day (source TEXT NOT NULL, day TEXT NOT NULL, asked_at TEXT NOT NULL,
    checksum INTEGER NOT NULL, PRIMARY KEY (source, day)) WITHOUT ROWID""",
)


def select(columns: Iterable[str], table: str, conditions: Iterable[str] = (), *, order: str = "") -> str:
    """Return the question for *columns* of the rows of *table* that meet all *conditions*.

    Only names that stand in this package go into it; what comes from outside is bound by ``?``.

    >>> select(("price",), "quotation", ("base = ?", IN_FORCE), order="as_of")
    'SELECT price FROM quotation WHERE base = ? AND superseded_at IS NULL ORDER BY as_of'
    """
    where = " AND ".join(conditions)
    return (
        f"SELECT {', '.join(columns)} FROM {table}"  # noqa: S608 -- names of this package only
        f"{' WHERE ' if where else ''}{where}{' ORDER BY ' if order else ''}{order}"
    )


def insert(table: str, columns: Sequence[str], *, replace: bool = False) -> str:
    """Return the statement that adds a row of *columns* to *table*.

    With *replace* it takes the place of the row that has its key.

    >>> insert("total", ("name", "entries"))
    'INSERT INTO total (name, entries) VALUES (?, ?)'
    """
    marks = ", ".join("?" * len(columns))
    way = "INSERT OR REPLACE" if replace else "INSERT"
    return f"{way} INTO {table} ({', '.join(columns)}) VALUES ({marks})"
