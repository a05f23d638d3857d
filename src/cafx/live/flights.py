"""One fetch at a time, in one thread of the background, for however many callers.

A caller joins a flight: one that has not set off yet, or, if it only wants rates at all, the one that is in
the air. Whether the thread goes on or ends is decided under the same lock as whether a flight is waiting for
it, so that none is ever left behind.
"""

from __future__ import annotations

import os
import time
import weakref
from concurrent.futures import Future
from threading import Event, Lock, Thread
from typing import TYPE_CHECKING, Final, Protocol

from cafx.live.log import log

if TYPE_CHECKING:
    from cafx.errors import SourceError
    from cafx.live.clocks import Mark

__all__ = ["Crew", "Flight", "Flights"]

# A thread that keeps rates warm looks at the clock at least so often: machines sleep, clocks are set.
_LOOK: Final = 60.0
_LEAST: Final = 0.02
_BREATH: Final = 0.002


class Flight:
    """One fetch: who waits for it, and from when its rates must be.

    Attributes:
        asked: the latest moment for which somebody wants rates that are no older; None where nobody does.
        has_begun: whether it is too late to join for rates that are no older than now.
        landed: done when the rates are served; its result is the error where no source answered.
    """

    __slots__ = ("_lock", "asked", "has_begun", "landed")

    def __init__(self, lock: Lock) -> None:
        self._lock = lock
        self.asked: Mark | None = None
        self.has_begun = False
        self.landed: Future[SourceError | None] = Future()

    def wait(self, timeout: float) -> bool:
        """Wait for the landing, so many seconds at most; return whether it came."""
        from concurrent.futures import wait

        return bool(wait((self.landed,), max(0.0, timeout)).done)

    async def awaited(self, timeout: float) -> bool:  # noqa: ASYNC109 -- as wait has it
        """Wait likewise without a thread, and without taking the landing from the others that wait."""
        import asyncio

        landed = asyncio.shield(asyncio.wrap_future(self.landed))
        done, _ = await asyncio.wait((landed,), timeout=max(0.0, timeout))
        return bool(done)

    def begin(self) -> Mark | None:
        """Set off, and return ``asked``: who from now on wants rates as new as his call takes the next.

        Those who ask in the same breath share the flight.
        """
        if self.asked is not None:
            time.sleep(_BREATH)
        with self._lock:
            self.has_begun = True
            return self.asked


class Crew(Protocol):
    """Whoever flies."""

    def fly(self, flight: Flight) -> SourceError | None:
        """Fetch, and serve what came; return the error where no source answered."""

    def wait(self) -> float | None:
        """Return the seconds until a flight is due; 0 for now, None where there is nobody to fly for."""


class Flights:
    """The flights of one set of rates.

    Args:
        crew: who flies; it is not kept alive by its flights.
        keep_warm: whether the thread stays and flies when it is due, or ends with the last flight.
    """

    def __init__(self, crew: Crew, *, keep_warm: bool) -> None:
        self._crew = weakref.ref(crew)
        self._keep_warm = keep_warm
        self._is_closed = False
        self._reset()
        _all.add(self)

    def _reset(self) -> None:
        """Begin anew, as after a fork: the thread, and whoever held the lock, stayed with the parent."""
        self._lock = Lock()
        self._thread: Thread | None = None
        self._now: Flight | None = None
        self._next: Flight | None = None
        self._wake = Event()

    def join(self, asked: Mark | None = None) -> Flight:
        """Return the flight whose landing brings what is asked for; one is set off where there is none.

        Args:
            asked: the moment that the rates must not be older than; None where any will do.
        """
        with self._lock:
            flight = self._now
            if flight is None:
                flight = self._now = Flight(self._lock)
            elif asked is not None and flight.has_begun:
                flight = self._next = self._next or Flight(self._lock)
            if asked is not None:
                flight.asked = asked
            self._start()
            self._wake.set()
            return flight

    def keep_warm(self) -> None:
        """Let the thread run, if it is one that stays."""
        if self._keep_warm and self._thread is None and not self._is_closed:
            with self._lock:
                self._start()

    def close(self) -> None:
        """Let the thread end after the flight that is in the air."""
        with self._lock:
            self._is_closed = True
            self._wake.set()

    @property
    def is_flying(self) -> bool:
        """Whether a flight is in the air or waits."""
        return self._now is not None

    def _start(self) -> None:
        if self._thread is None:
            work = _work, (weakref.ref(self), self._wake)
            self._thread = Thread(target=work[0], args=work[1], name="cafx-live", daemon=True)
            self._thread.start()

    def turn(self) -> float | None:
        """Fly what waits; return the seconds until there is more to do, None where the thread is to end."""
        while True:
            with self._lock:
                flight = self._now
                if flight is None:
                    wait = self._wait()
                    if wait is None:
                        self._thread = None
                        return None
                    if wait > 0:
                        return max(_LEAST, min(wait, _LOOK))
                    flight = self._now = Flight(self._lock)
                flight.landed.set_running_or_notify_cancel()
            crew = self._crew()
            error = None
            try:
                if crew is not None:
                    error = crew.fly(flight)
            finally:
                del crew
                with self._lock:
                    self._now, self._next = self._next, None
                flight.landed.set_result(error)

    def _wait(self) -> float | None:
        if self._is_closed or not self._keep_warm:
            return None
        crew = self._crew()
        return None if crew is None else crew.wait()


def _work(flights: weakref.ref[Flights], wake: Event) -> None:
    """Turn as long as there is somebody to fly for; nobody is kept alive by waiting for him."""
    while True:
        here = flights()
        wait = None if here is None else here.turn()
        if wait is None:
            return
        del here
        wake.wait(wait)
        wake.clear()


def _forget_parent() -> None:
    """Begin anew in a forked child, which has its parent's memory and none of its threads."""
    for flights in list(_all):
        flights._reset()  # noqa: SLF001 -- the hook of this very module
        crew = flights._crew()  # noqa: SLF001
        forget = getattr(crew, "forget_parent", None)
        if forget is not None:
            forget()
    log.debug("live rates begin anew in the child %d", os.getpid())


# Whom a fork concerns: the hook cannot be taken back, so there is one, and it holds nobody.
_all: Final[weakref.WeakSet[Flights]] = weakref.WeakSet()
if hasattr(os, "register_at_fork"):  # Windows has no fork
    os.register_at_fork(after_in_child=_forget_parent)
