"""Writes the history file of this version that every later one must open: ``tests/history/stored``.

Run it once for a release, ``python tests/tools/stored_history.py``, and never again for the same version:
what was released is what users have.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import cafx
from cafx.version import __version__

__all__ = ["FOLDER", "fill"]

FOLDER = Path(__file__).parents[1] / "history" / "stored"


class Clock:
    """A clock that goes on by an hour each time it is read."""

    def __init__(self) -> None:
        self._now = datetime(2026, 4, 1, 6, tzinfo=UTC)

    def __call__(self) -> datetime:
        """Return the moment, and go on."""
        self._now += timedelta(hours=1)
        return self._now


def fill(path: Path) -> None:
    """Write a history with everything that one can hold."""
    quoted = cafx.Quotation
    official = quoted("USD", "KZT", "474.20", as_of="2026-04-01", kind="official", source="NBK")
    range_of_a_week = quoted(
        "USD",
        "KGS",
        "87.4500",
        as_of="2026-03-30",
        through="2026-04-05",
        kind="reference",
        source="NBKR",
        low="87.4490",
        high="87.4510",
    )
    with cafx.History(path, clock=Clock()) as history:
        history.add(
            [
                official,
                official.replace(price="475.1", as_of="2026-04-02"),
                range_of_a_week,
                quoted(
                    "KZT", "USD", "0.00210", as_of="2026-04-01", kind="ticker", source="timesca", change="-0"
                ),
                quoted(
                    "KZT", "RUB", "17.2231", nominal=100, as_of="2026-04-01", kind="official", source="CBR"
                ),
                quoted("USD", "TMT", "3.5", as_of="2026-04-01", kind="peg", source="CBT"),
            ]
        )
        history.add([official.replace(price="474.30", observed_at="2026-04-01T09:30:00Z")])  # a correction
        slips = [official.replace(price=price, as_of="2026-04-03") for price in ("4751.0", "47.510", "9502")]
        for slip in slips:
            history.add([slip])
        first, second, _ = history.quarantine()
        history.accept([first])
        history.discard([second])
        history.note_empty_days("NBK", ["2026-01-01"])


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    target = FOLDER / f"history-{__version__}.sqlite3"
    if target.exists():
        raise SystemExit(f"{target.name} is there already: a released file does not change")
    fill(target)
    print(target.name)
