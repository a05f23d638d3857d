"""The tables of a history, and how a quotation becomes a row and comes back.

Prices are stored as the text that was printed. A column without a type together with a check keeps
them so: SQLite would turn ``0.10600`` into a float in a numeric column, and take one in a text column.
"""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from cafx.core.decimals import plain
from cafx.core.text import printable
from cafx.errors import CafxError, HistoryError
from cafx.values.quotation import Quotation

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["APPLICATION_ID", "COLUMNS", "SCHEMA", "VERSION", "Row", "quotation_of", "row_of"]

#: "cafx" in ASCII: by this, a file says that it is a history.
APPLICATION_ID: Final = 0x63616678
VERSION: Final = 1

Row = tuple[str | int | None, ...]

# A series is what one source prints for one pair; with the day it makes the key of a value.
COLUMNS: Final = "source, kind, base, quote, as_of, price, nominal, through, low, high, change, observed_at"
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
SCHEMA: Final = (
    # A value holds from recorded_at to superseded_at, which is all that is ever set afterwards.
    f"""CREATE TABLE quotation (id INTEGER PRIMARY KEY, {_VALUE},
    recorded_at TEXT NOT NULL,
    superseded_at TEXT CHECK (superseded_at >= recorded_at))""",
    """CREATE UNIQUE INDEX quotation_in_force ON quotation (source, kind, base, quote, as_of)
    WHERE superseded_at IS NULL""",
    "CREATE INDEX quotation_by_day ON quotation (as_of, base, quote)",
    "CREATE INDEX quotation_by_end ON quotation (through) WHERE through IS NOT NULL",
    f"""CREATE TABLE quarantine (id INTEGER PRIMARY KEY, {_VALUE},
    reason TEXT NOT NULL,
    quarantined_at TEXT NOT NULL,
    decision TEXT CHECK (decision IN ('accepted', 'rejected')),
    decided_at TEXT)""",
)


def row_of(quotation: Quotation) -> Row:
    """Give the columns of *quotation*: what is printed as text, days and moments in ISO form."""
    through, low, high, change = quotation.through, quotation.low, quotation.high, quotation.change
    observed_at = quotation.observed_at
    return (
        quotation.source,
        quotation.kind,
        str(quotation.base),
        str(quotation.quote),
        "" if quotation.as_of is None else quotation.as_of.isoformat(),
        plain(quotation.price),
        quotation.nominal,
        None if through is None else through.isoformat(),
        None if low is None else plain(low),
        None if high is None else plain(high),
        None if change is None else plain(change),
        None if observed_at is None else observed_at.isoformat(),
    )


def quotation_of(row: Sequence[str | int | None]) -> Quotation:
    """Give back the quotation that became *row*; it passes every check again.

    Raises:
        HistoryError: it does not, since the file was changed by something else than a history.
    """
    try:
        return _quotation_of(row)
    except (CafxError, ValueError, TypeError, ArithmeticError) as error:
        source, _, base, quote, as_of = row[:5]
        name = f"what {source} has for {base}/{quote} on {as_of or 'no day'}"
        said = printable(str(error) or type(error).__name__)
        raise HistoryError(f"{ascii(name)[1:-1]} is damaged and no quotation: {said}") from error


def _quotation_of(row: Sequence[str | int | None]) -> Quotation:
    source, kind, base, quote, as_of, price, nominal, through, low, high, change, observed_at = row
    return Quotation(
        base,  # type: ignore[arg-type]  # the columns have the types that row_of gave them
        quote,  # type: ignore[arg-type]
        Decimal(price),  # type: ignore[arg-type]
        as_of=date.fromisoformat(as_of) if as_of else None,  # type: ignore[arg-type]
        kind=kind,  # type: ignore[arg-type]
        source=source,  # type: ignore[arg-type]
        nominal=nominal,  # type: ignore[arg-type]
        through=date.fromisoformat(through) if through else None,  # type: ignore[arg-type]
        low=low,
        high=high,
        change=change,
        observed_at=datetime.fromisoformat(observed_at) if observed_at else None,  # type: ignore[arg-type]
    )
