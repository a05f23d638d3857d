"""How long a source that failed is left alone: longer each time, and never all at the same moment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from cafx.live.clocks import Mark, age_between

if TYPE_CHECKING:
    from cafx.errors import SourceError

__all__ = ["Try", "pause_after"]

_FIRST: Final = 5.0
_LONGEST: Final = 600.0
# Of what a server asks for with Retry-After, at most so much is granted.
_LONGEST_WISH: Final = 86_400.0
_DOUBLINGS: Final = 7  # 5 s doubled so often is more than the longest
# A pause is made shorter or longer by at most this share of it.
_SPREAD: Final = 0.2


class Try(NamedTuple):
    """How asking for one thing went: when it last gave an answer, and the failures since.

    Attributes:
        answered: when it was last asked with success; None for never.
        failures: how many times in a row it has failed since.
        next_try: when it is asked again at the earliest, by the steady clock.
    """

    answered: Mark | None = None
    failures: int = 0
    next_try: float = 0.0

    def is_due(self, now: Mark, soft: float) -> bool:
        """Whether it is to be asked: its answer is older than *soft* seconds, and its pause is over."""
        if self._pause_left(now):
            return False
        return self.answered is None or age_between(self.answered, now) >= soft

    def due_at(self, now: Mark, soft: float) -> float:
        """Return when it is to be asked next, by the steady clock."""
        left = 0.0 if self.answered is None else soft - age_between(self.answered, now)
        return now.steady + max(self._pause_left(now), left)

    def _pause_left(self, now: Mark) -> float:
        """Return the seconds until its pause is over.

        A longer one than is ever made was noted before the machine was started anew, and is over.
        """
        left = self.next_try - now.steady
        return left if 0.0 < left <= _LONGEST_WISH else 0.0

    def later(self, other: Try | None) -> Try:
        """Return this or *other*, which another process noted: the one with the later answer or failure."""
        if other is None:
            return self
        return max(self, other, key=lambda one: (one.answered or Mark(0.0, 0.0), one.next_try))

    def failed(self, error: SourceError, now: Mark, chance: float) -> Try:
        """Return what becomes of it after a failure; *chance* is a number from 0 to 1."""
        failures = self.failures + 1
        pause = pause_after(failures, chance)
        wish = min(error.retry_after or 0.0, _LONGEST_WISH)
        return Try(self.answered, failures, now.steady + max(pause, wish))


def pause_after(failures: int, chance: float) -> float:
    """Return the seconds to wait after so many failures in a row.

    >>> [pause_after(failures, 0.5) for failures in (1, 2, 3, 20)]
    [5.0, 10.0, 20.0, 600.0]
    """
    pause = min(_LONGEST, _FIRST * 2.0 ** min(failures - 1, _DOUBLINGS))
    return pause * (1 + _SPREAD * (2 * chance - 1))
