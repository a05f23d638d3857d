"""How old something is: by the larger of a clock that nobody sets and the clock on the wall."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Clocks", "Mark", "age_between", "steady_clock"]


class Mark(NamedTuple):
    """A moment on both clocks, in seconds."""

    wall: float
    steady: float


class Clocks(NamedTuple):
    """The two clocks by which rates age.

    The wall clock may be set, forward or back; the steady one begins anew with the machine. What is aged by
    the larger of the two never passes for younger than it is.

    Attributes:
        wall: gives the seconds since 1970, as ``time.time`` does.
        steady: gives seconds that only ever grow, in sleep too.
    """

    wall: Callable[[], float]
    steady: Callable[[], float]

    def now(self) -> Mark:
        """Return this moment."""
        return Mark(self.wall(), self.steady())

    def mark(self, moment: float) -> Mark:
        """Return the mark of a moment that somebody else's wall clock gave, in seconds since 1970.

        One that lies ahead of our own clock is cut to now.
        """
        now = self.now()
        return Mark(min(moment, now.wall), now.steady - max(0.0, now.wall - moment))


def age_between(mark: Mark, now: Mark) -> float:
    """Return how many seconds lie between *mark* and *now* by the clock that says more, 0 at least."""
    return max(now.wall - mark.wall, now.steady - mark.steady, 0.0)


def _steady() -> Callable[[], float]:
    """Return the clock that goes on while the machine sleeps.

    On Linux that is ``CLOCK_BOOTTIME``, since ``CLOCK_MONOTONIC`` stands still in sleep; on macOS it is
    ``CLOCK_MONOTONIC``, which Python's own ``time.monotonic`` does not use there. On Windows
    ``time.monotonic`` counts sleep. Elsewhere it may not, and the wall clock makes up for it.
    """
    boot = getattr(time, "CLOCK_BOOTTIME", None)
    if boot is not None:
        return lambda: time.clock_gettime(boot)
    if sys.platform == "darwin":
        return lambda: time.clock_gettime(time.CLOCK_MONOTONIC)
    return time.monotonic


#: Seconds that grow in sleep too; the same for all processes of a machine.
steady_clock: Final = _steady()
