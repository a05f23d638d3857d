"""``cafx update``: fetches official rates into the user's history."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from cafx.cli.options import day
from cafx.core.value import json_ready
from cafx.errors import ParseError, SourceError

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from cafx.cli.screen import Screen
    from cafx.client import Client, Failure
    from cafx.history import Backfilled, History, Progress
    from cafx.sources import Source


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("--from", dest="start", metavar="DAY", type=day, help="fetch a span: its first day")
    parser.add_argument("--to", dest="end", metavar="DAY", type=day, help="the last day of the span (today)")
    parser.add_argument("--source", action="append", help="a source by name, such as NBK; may be repeated")
    parser.add_argument("--history", metavar="FILE", help="the history file (yours when left out)")


def run(arguments: Namespace, screen: Screen) -> int:
    """Fetch and add; failures go to standard error, each with its cause, and hide no other source."""
    from cafx.client import Client
    from cafx.history import History
    from cafx.sources import central_banks, named

    _check_span(arguments, screen)
    sources = [named(name) for name in arguments.source] if arguments.source else central_banks()
    failures: list[Failure] = []
    with Client() as client, History(arguments.history) as history:
        before = len(history)
        if arguments.start is None:
            fetched = client.latest(sources)
            added = history.add(fetched.quotations)
            failures.extend(fetched.failures)
            for note in (*fetched.rejected, *fetched.remarks):
                screen.note(f"cafx: {note}")
            sums = [("latest", added)]
        else:
            sums = []
            for source in sources:
                done = _backfilled(source, client, history, arguments, screen)
                sums.append((source.name, done.added))
                failures.extend(done.failures)
                for rejection in done.rejected:
                    if not rejection.place:  # the rows of each day's table would say the same each day
                        screen.note(f"cafx: {rejection}")
        after, path = len(history), history.path
        suspects = history.quarantine()
    if screen.is_json:
        screen.json(
            {
                "history": path,
                "quotations": after,
                "added": {name: json_ready(tuple(added)) for name, added in sums},
                "failures": [str(failure) for failure in failures],
            }
        )
    else:
        screen.table(("source", "added"), [(name, str(added)) for name, added in sums])
        screen.note(f"{path}: {after} quotations ({after - before} more), {len(suspects)} held back")
    for failure in failures:
        screen.note(f"cafx: {failure}")
    return 0 if any(sum(added) for _, added in sums) else 1


def _check_span(arguments: Namespace, screen: Screen) -> None:
    """Refuse an end without a start, or one that comes before it."""
    if arguments.end is not None and arguments.start is None:
        message = f"--to {arguments.end} says where a span ends: pass --from for where it starts"
        raise ParseError(message)
    end = arguments.end or screen.today
    if arguments.start is not None and end < arguments.start:
        last = f"--to {end}" if arguments.end else f"today ({end})"
        message = f"{last} comes before --from {arguments.start}"
        raise ParseError(message)


def _backfilled(
    source: Source, client: Client, history: History, arguments: Namespace, screen: Screen
) -> Backfilled:
    """Fetch the part of the span that the source has; what it refuses is a failure of its own."""
    from cafx.client import Failure
    from cafx.history import Added, Backfilled

    start, end = arguments.start, arguments.end or screen.today
    if source.first_day is not None and start < source.first_day <= end:
        start = source.first_day
        screen.note(f"cafx: {source.name} begins on {start}: asked from there")
    try:
        return history.backfill(client, source, start, end, partial(_report, screen, source.name))
    except SourceError as error:
        return Backfilled(Added(), (Failure(source.name, None, error),))
    finally:
        screen.progress("")


def _report(screen: Screen, name: str, progress: Progress) -> None:
    screen.progress(f"{name}: {progress.done} of {progress.total}, {progress.failures} failed")
