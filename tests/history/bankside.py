"""Quotations for a history, a client that needs no server, and processes that come to harm."""

# ruff: noqa: ARG002, S311, T201 -- a stand-in and a script, and chance that is no secret

from __future__ import annotations

import os
import random
import signal
import sys
import time
from datetime import UTC, date, datetime, timedelta

from cafx import Quotation, sources
from cafx.backfill import fill_history
from cafx.client import Failure, Fetched, Step
from cafx.errors import SourceError
from cafx.history import History

NOW = datetime(2026, 4, 10, 6, 0, tzinfo=UTC)
START = date(2025, 1, 1)
CODES = "USD EUR RUB CNY KGS TJS UZS PLN GBP TRY AED INR".split()


def quoted(pair, price, as_of, source="NBK", kind="official", **more):
    base, quote = pair.split("/")
    return Quotation(base, quote, price, as_of=as_of, kind=kind, source=source, **more)


def table(day):
    """A bank's table of a day: one quotation for each code, all of them or none in the file."""
    return tuple(
        quoted(f"{code}/KZT", f"{400 + place}.{day.toordinal() % 90 + 10}", day)
        for place, code in enumerate(CODES)
    )


class Teller:
    """What ``fill_history`` wants of a client: the steps of a span, from memory."""

    def __init__(self, fails_on=()):
        self.asked = []
        self.fails_on = fails_on

    def steps(self, source, start, end, *, known=frozenset()):
        days = [day for day in sources.Calendar(frozenset(range(1, 8))).days(start, end) if day not in known]
        for done, day in enumerate(days, 1):
            self.asked.append(day)
            fetched = Fetched(table(day))
            if day in self.fails_on:
                error = SourceError("NBK was not reached", source="NBK", cause="unavailable")
                fetched = Fetched((), (Failure("NBK", day, error),))
            yield Step(done, len(days), day, fetched)


def kill_fifty_times(path, days):
    """Fork fifty writers and kill -9 each after some milliseconds; print how far each came."""
    chance = random.Random(7)
    History(":memory:").add(table(START))  # what is read on first use is not what is to be cut short
    for turn in range(50):
        child = os.fork()
        if not child:
            fill_history(Teller(), History(path), sources.NBK(), START, START + timedelta(days=days))
            os._exit(0)
        time.sleep(chance.uniform(0.002, 0.06))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        with History(path) as history:
            kept = {}
            for quotation in history.quotations():
                kept[quotation.as_of] = kept.get(quotation.as_of, 0) + 1
            # Each reading is held against what it should come to; the whole is looked at now and then.
            print(len(kept), sorted(set(kept.values())), history.verify() if turn % 10 == 0 else ())


def write_at_once(path, days):
    """Fork four writers of the same tables; print how each fared."""
    children = []
    History(":memory:").add(table(START))
    for _ in range(4):
        child = os.fork()
        if not child:
            try:
                for offset in range(days):
                    History(path).add(table(START + timedelta(days=offset)))
            except BaseException as error:  # noqa: BLE001 -- whatever it is, the parent must hear of it
                print(error, flush=True)
                os._exit(1)
            os._exit(0)
        children.append(child)
    print([os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children])


if __name__ == "__main__":
    {"kill": kill_fifty_times, "write": write_at_once}[sys.argv[1]](sys.argv[2], int(sys.argv[3]))
