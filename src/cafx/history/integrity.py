"""Whether a history file is sound: its pages, its rows, and the chain of its revisions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cafx.errors import HistoryError
from cafx.history.schema import COLUMNS, quotation_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

__all__ = ["problems_of"]


def problems_of(connection: sqlite3.Connection) -> Iterator[str]:
    """Say what is wrong with the file behind *connection*, a sentence for each fault."""
    for (verdict,) in connection.execute("PRAGMA integrity_check"):
        if verdict != "ok":
            yield f"the file is damaged: {verdict}"
    for row in connection.execute(f"SELECT id, {COLUMNS} FROM quotation"):  # noqa: S608
        try:
            quotation_of(row[1:])
        except HistoryError as error:
            yield f"row {row[0]}: {error}"
    # Of one source, pair and day each value ends at the moment at which the next one came.
    for source, as_of, base, quote in connection.execute(
        "SELECT source, as_of, base, quote FROM (SELECT *, lead(recorded_at) OVER"
        " (PARTITION BY source, kind, base, quote, as_of ORDER BY id) AS next FROM quotation)"
        " WHERE superseded_at IS NOT next"
    ):
        yield f"{source} of {base}/{quote} for {as_of} has a gap or an overlap between revisions"
