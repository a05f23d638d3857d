"""``cafx update``: fetches official rates into the user's history."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cafx.cli.options import day
from cafx.errors import OptionError, SourceError

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Sequence
    from datetime import date
    from typing import TypeAlias

    from cafx.backfill import Backfilled
    from cafx.cli.screen import Screen
    from cafx.client import Client
    from cafx.history import Added, History
    from cafx.sources import Source

    #: What was added, by a name for each sum, and a line for each source that failed.
    _Results: TypeAlias = tuple[list[tuple[str, Added]], list[str]]

#: The exit code where a source failed, or nothing came.
_NOT_ALL: Final = 1


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
    with Client() as client, History(arguments.history) as history:
        before = len(history)
        fetch = _fetch_latest if arguments.start is None else _fetch_spans
        sums, faults = fetch(sources, client, history, arguments, screen)
        after, path = len(history), history.path
        waiting = len(history.quarantine())
    if screen.is_json:
        screen.json(
            {
                "history": path,
                "quotations": after,
                "added": {name: added.to_dict() for name, added in sums},
                "failures": list(faults),
            }
        )
    else:
        screen.table(("source", "added"), [(name, str(added)) for name, added in sums])
        screen.note(f"{path}: {after} quotations ({after - before} more), {waiting} in quarantine")
    for fault in faults:
        screen.note(f"cafx: {fault}")
    is_fetched = any(added.entries for _, added in sums)
    return 0 if is_fetched and not faults else _NOT_ALL


def _fetch_latest(
    sources: Sequence[Source], client: Client, history: History, arguments: Namespace, screen: Screen
) -> _Results:
    """Fetch the newest table of each source; all of them become one addition."""
    del arguments
    fetched = client.latest(sources)
    for remark in (*fetched.rejected, *fetched.remarks):
        screen.note(f"cafx: {remark}")
    return [("latest", history.add(fetched))], [str(failure) for failure in fetched.failures]


def _fetch_spans(
    sources: Sequence[Source], client: Client, history: History, arguments: Namespace, screen: Screen
) -> _Results:
    """Fetch the span from one source after another, the part of it that each has."""
    sums: list[tuple[str, Added]] = []
    faults: list[str] = []
    for source in sources:
        start, end = arguments.start, arguments.end or screen.today
        if source.first_day is not None and start < source.first_day <= end:
            start = source.first_day
            screen.note(f"cafx: {source.name} begins on {start}: asked from there")
        done = _fill(source, client, history, (start, end), screen)
        sums.append((source.name, done.added))
        if done.failures:
            faults.append(str(done))
        for rejection in done.rejected:
            if not rejection.place:  # the rows of each day's table would say the same each day
                screen.note(f"cafx: {rejection}")
        for remark in done.remarks:
            screen.note(f"cafx: {remark}")
    return sums, faults


def _fill(
    source: Source, client: Client, history: History, span: tuple[date, date], screen: Screen
) -> Backfilled:
    """Fetch a span; what the source refuses is a failure of its own."""
    from cafx.backfill import Backfilled, fill_history
    from cafx.client import Failure

    try:
        return fill_history(
            client, history, source, *span, progress=lambda progress: screen.progress(str(progress))
        )
    except SourceError as error:
        return Backfilled(source.name, failures=(Failure(source.name, None, error),))
    finally:
        screen.progress("")


def _check_span(arguments: Namespace, screen: Screen) -> None:
    """Refuse an end without a start, or one that comes before it."""
    if arguments.end is not None and arguments.start is None:
        message = f"--to {arguments.end} says where a span ends: pass --from for where it starts"
        raise OptionError(message)
    end = arguments.end or screen.today
    if arguments.start is not None and end < arguments.start:
        last = f"--to {end}" if arguments.end else f"today ({end})"
        message = f"{last} comes before --from {arguments.start}"
        raise OptionError(message)
