"""Doubles for the tests of live rates: clocks that stand still, and a client that answers as told."""

from __future__ import annotations

import threading
import time
from datetime import UTC, datetime, timedelta

from cafx import Quotation, SourceError
from cafx.client import Failure, Fetched
from cafx.live import Rates
from cafx.sources import source_of

BEGINNING = datetime(2026, 11, 28, 9, 0, tzinfo=UTC)


class Clock:
    """A wall clock and a steady one that move only when they are told to."""

    def __init__(self, moment=BEGINNING, steady=1_000.0):
        self.moment, self.seconds = moment, steady

    def __call__(self):
        return self.moment

    def steady(self):
        return self.seconds

    def move(self, **span):
        self.sleep(timedelta(**span))
        return self

    def sleep(self, span):
        self.moment += span
        self.seconds += span.total_seconds()

    def set_wall(self, **span):
        """Set the wall clock; the steady one does not move."""
        self.moment += timedelta(**span)


def tenge(price="520.20", day="2026-11-28", at=None, source="NBK"):
    return Quotation("USD", "KZT", price, as_of=day, kind="official", source=source, observed_at=at)


def soum(price="11950.10", day="2026-11-28", at=None):
    return Quotation("USD", "UZS", price, as_of=day, kind="official", source="CBU", observed_at=at)


class Banks:
    """Stands in for a ``Client``: gives the rows of the sources that are up, counts, takes its time."""

    def __init__(self, clock=None, delay=0.0):
        self.clock = clock or (lambda: datetime.now(UTC))
        self.delay = delay
        self.rows = {"NBK": [tenge()], "CBU": [soum()]}
        self.down = set()
        self.retry_after = None
        self.asked = []
        self.gate = None
        self.threads = set()

    def latest(self, sources):
        self.threads.add(threading.current_thread())
        self.asked.append(tuple(source.name for source in sources))
        if self.gate is not None:
            self.gate.wait(10)
        if self.delay:
            time.sleep(self.delay)
        now = self.clock()
        came, failures = [], []
        for source in sources:
            if source.name in self.down:
                error = SourceError(
                    f"{source.name} was not reached",
                    source=source.name,
                    cause="unavailable",
                    retry_after=self.retry_after,
                )
                failures.append(Failure(source.name, None, error))
            else:
                came += [row.replace(observed_at=now) for row in self.rows[source.name]]
        return Fetched(tuple(came), tuple(failures))


def rates(banks, clock=None, sources=("NBK",), **settings):
    """Live rates of *banks*, with nothing of the user's, on a clock of one's own where there is one."""
    kept = {"history": None, "lock": None, "keep_warm": False, "start": []}
    if clock is not None:
        kept |= {"clock": clock, "steady": clock.steady}
    return Rates(list(map(source_of, sources)), client=banks, **kept | settings)
