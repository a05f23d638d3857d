"""``Upkeep``: fetches what is due, takes over what another process fetched, and puts it in place."""

from __future__ import annotations

import random
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from cafx.core.text import counted
from cafx.errors import SourceError
from cafx.live.backoff import Try
from cafx.live.hostfile import Held, HostFile
from cafx.live.kept import bundled_moments, from_history, judge, moments_in, newest, version_of
from cafx.live.log import log
from cafx.live.origins import Landing
from cafx.live.snapshot import Snapshot
from cafx.live.state import State, later_marks, moments_of
from cafx.rates.book import RateBook

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Mapping, Sequence

    from cafx.history import History
    from cafx.live.clocks import Clocks, Mark
    from cafx.live.flights import Flight
    from cafx.live.hostfile import Locked
    from cafx.live.origins import Origin
    from cafx.live.state import Limits
    from cafx.values.quotation import Quotation

__all__ = ["Upkeep"]


class Upkeep:
    """Keeps a ``State`` up to date; its ``fly`` runs in one thread at a time.

    Args:
        origin: who is asked.
        history: where what came is kept; None for memory only.
        start: the book below all that comes; None for the bundled one.
        limits: how old rates may grow.
        clocks: by which they age.
        lock: the host's file; None for none.
    """

    def __init__(
        self,
        origin: Origin,
        history: History | None,
        start: RateBook | Iterable[Quotation] | None,
        *,
        limits: Limits,
        clocks: Clocks,
        lock: str | os.PathLike[str] | None,
    ) -> None:
        self.origin = origin
        self.limits = limits
        self.clocks = clocks
        self._history = history
        self._host_file = HostFile(lock, clocks, origin.key)
        now = self._moment()
        if start is None:
            self._start = RateBook.bundled()
            moments = bundled_moments(now)
        else:
            self._start = start if isinstance(start, RateBook) else RateBook(start)
            moments = moments_in(self._start, now)
        kept = () if history is None else from_history(history, now)
        known = moments_in(kept, now)
        marks = {source: clocks.mark(moment.timestamp()) for source, moment in {**moments, **known}.items()}
        # What the history was told an hour ago need not be asked for again.
        tries = {name: Try(marks[name] if name in known else None) for name in origin.names}
        version, moment = version_of(kept), clocks.now()
        snapshot = Snapshot(
            self._start.merge(kept) if kept else self._start, version, moments_of(marks), 1, kept
        )
        #: What is known now; replaced as a whole.
        self.state = State(snapshot, marks, tries, 0, "", (), moment).settled(moment, limits)

    def fly(self, flight: Flight) -> SourceError | None:
        """Fetch what is due, or what *flight* wants, and serve it; return the error where none answered."""
        with self._host_file.locked() as locked:
            if locked is not None:
                self._take_over(locked)
            asked = flight.begin()
            if asked is None:
                names: Sequence[str] = self.state.due(self.clocks.now(), self.limits.soft)
            else:
                names = () if self.state.has_answered_since(asked) else self.origin.names
            return self._land(names, locked) if names else None

    def wait(self) -> float:
        """Return the seconds until something is due."""
        now = self.clocks.now()
        waits = [one.due_at(now, self.limits.soft) - now.steady for one in self.state.tries.values()]
        return min(waits, default=float("inf"))

    def forget_parent(self) -> None:
        """Drop what belongs to the parent, in a forked child."""
        self.origin.forget()

    def _moment(self) -> datetime:
        return datetime.fromtimestamp(self.clocks.wall(), UTC)

    def _take_over(self, locked: Locked) -> None:
        """Serve what another process fetched, with its moments and its failures."""
        held = locked.read()
        if held is None:
            return
        state = self.state
        marks = later_marks(state.marks, held.marks)
        tries = {name: one.later(held.tries.get(name)) for name, one in state.tries.items()}
        if held.version != state.snapshot.version or marks != state.marks or tries != state.tries:
            self.state = self._next(newest(state.snapshot.kept, held.quotations), marks, tries, held.version)

    def _land(self, names: Sequence[str], locked: Locked | None) -> SourceError | None:
        """Ask *names*, and serve what came; return the first error where none of them answered."""
        state, begun = self.state, self.clocks.now()
        try:
            landing = self.origin.ask(names)
            kept, held = self._judged(state, landing)
        except Exception as error:  # noqa: BLE001
            # Whatever it is, the thread must live on, and those who wait must hear of it.
            log.exception("a fetch broke")
            fault = SourceError(f"the fetch broke: {error!r}", source=", ".join(names), cause="changed")
            landing = Landing((), {}, dict.fromkeys(names, fault))
            kept, held = state.snapshot.kept, 0
        finally:
            self.origin.rest()
        now = self.clocks.now()
        failures = landing.failures
        answered = {name: Try(begun) for name in names if name not in failures}
        failed = {
            name: state.tries[name].failed(error, now, random.random())  # noqa: S311 -- no secret
            for name, error in failures.items()
            if name in state.tries
        }
        came = {source: self.clocks.mark(moment.timestamp()) for source, moment in landing.checked.items()}
        made = self._next(
            kept, later_marks(state.marks, came), {**state.tries, **answered, **failed}, landing.version
        )
        remarks = landing.remarks
        if held:
            remarks += (f"{counted(held, 'quotation')} held back as suspect",)
        self.state = made = made._replace(
            fetches=state.fetches + 1, last_error="; ".join(map(str, failures.values())), remarks=remarks
        )
        if locked is not None:
            locked.write(Held(made.snapshot.version, made.marks, made.tries, made.snapshot.kept))
        for failure in failures.values():
            log.warning("%s", failure)
        log.info("%s", made.snapshot)
        return None if answered else next(iter(failures.values()))

    def _judged(self, state: State, landing: Landing) -> tuple[tuple[Quotation, ...], int]:
        if landing.is_judged or not landing.quotations:
            return newest(state.snapshot.kept, landing.quotations), 0
        return judge(state.snapshot.kept, landing.quotations, self._history, self._moment())

    def _next(
        self,
        kept: tuple[Quotation, ...],
        marks: Mapping[str, Mark],
        tries: Mapping[str, Try],
        version: str,
    ) -> State:
        """Return the state that follows; its book is made anew only where what is kept has changed."""
        state = self.state
        is_same = kept == state.snapshot.kept
        book = state.snapshot.book if is_same else self._start.merge(kept)
        version = version or (state.snapshot.version if is_same else version_of(kept))
        snapshot = Snapshot(book, version, moments_of(marks), state.snapshot.number + 1, kept)
        made = state._replace(snapshot=snapshot, marks=marks, tries=tries)
        return made.settled(self.clocks.now(), self.limits)
