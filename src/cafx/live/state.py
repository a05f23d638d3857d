"""``State``: everything that live rates know at one moment, replaced as a whole."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from cafx.errors import OptionError
from cafx.live.clocks import age_between

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cafx.live.backoff import Try
    from cafx.live.clocks import Mark
    from cafx.live.snapshot import Snapshot, Status

__all__ = ["Limits", "State", "later_marks", "limits_of", "moments_of"]


class Limits(NamedTuple):
    """How old rates may grow, in seconds: asked again past *soft*, refused past *hard* (None: never)."""

    soft: float
    hard: float | None


def limits_of(soft: timedelta, hard: timedelta | None) -> Limits:
    """Return the limits in seconds.

    Raises:
        OptionError: *soft* is above *hard*, or one of them is not above zero.
        TypeError: one of them is not a ``timedelta``.
    """
    for option, value in (("soft", soft), ("hard", hard)):
        if value is None and option == "hard":
            continue
        if not isinstance(value, timedelta):
            message = f"{option} is a timedelta, not {type(value).__name__}: pass timedelta(hours=1)"
            raise TypeError(message)
        if value <= timedelta(0):
            message = f"{option} is {value}: pass a timedelta above zero"
            raise OptionError(message, option=option, value=value)
    if hard is not None and hard < soft:
        message = (
            f"hard is {hard}, below soft, {soft}: rates would be refused before they are asked for again"
        )
        raise OptionError(message, option="hard", value=hard)
    return Limits(soft.total_seconds(), None if hard is None else hard.total_seconds())


class State(NamedTuple):
    """What is known; threads and a forked child see all of one or all of another.

    Attributes:
        snapshot: what is served.
        marks: when each source last answered, as whoever asked it says.
        tries: how asking went, by the name that is asked.
        fetches: how many times this process has asked.
        last_error: the last failure in words.
        remarks: what was odd about the last answers.
        quiet: until when, on both clocks, there is nothing to do but to serve the snapshot.
    """

    snapshot: Snapshot
    marks: Mapping[str, Mark]
    tries: Mapping[str, Try]
    fetches: int
    last_error: str
    remarks: tuple[str, ...]
    quiet: Mark

    def age(self, now: Mark) -> float | None:
        """Return the seconds since a source last answered, whichever was the last to."""
        return min((age_between(mark, now) for mark in self.marks.values()), default=None)

    def due(self, now: Mark, soft: float) -> list[str]:
        """Return the names that are to be asked now."""
        return [name for name, one in self.tries.items() if one.is_due(now, soft)]

    def overdue(self, now: Mark, soft: float) -> list[str]:
        """Return the names whose answer is older than *soft*, those that are left alone for now too."""
        return [
            name
            for name, one in self.tries.items()
            if one.answered is None or age_between(one.answered, now) >= soft
        ]

    def has_answered_since(self, moment: Mark) -> bool:
        """Whether everything that is asked was asked, and has answered, after *moment*."""
        return all(
            one.answered is not None and one.answered.steady > moment.steady for one in self.tries.values()
        )

    def is_expired(self, now: Mark, hard: float | None) -> bool:
        """Whether no source has answered for *hard* seconds."""
        if hard is None:
            return False
        age = self.age(now)
        return age is None or age >= hard

    def status(self, now: Mark, limits: Limits) -> Status:
        """Return how the rates do, in one word."""
        if self.is_expired(now, limits.hard):
            has_begun = self.fetches or any(one.answered or one.failures for one in self.tries.values())
            return "expired" if has_begun or not self.tries else "starting"
        answers = [one.answered for one in self.tries.values()]
        if answers and not any(answers):
            return "starting"
        if any(answer is None or age_between(answer, now) >= limits.soft for answer in answers):
            return "stale"
        return "fresh" if answers else "stale"

    def settled(self, now: Mark, limits: Limits) -> State:
        """Return this state with the moment until which it is quiet worked out."""
        waits = [
            limits.soft - age_between(one.answered, now) if one.answered is not None else 0.0
            for one in self.tries.values()
        ]
        age = self.age(now)
        if limits.hard is not None:
            waits.append(0.0 if age is None else limits.hard - age)
        wait = min(waits, default=float("inf"))
        return self._replace(quiet=type(now)(now.wall + wait, now.steady + wait))


def moments_of(marks: Mapping[str, Mark]) -> dict[str, datetime]:
    """Return the marks as aware moments, for whoever reads them."""
    return {source: datetime.fromtimestamp(mark.wall, UTC) for source, mark in sorted(marks.items())}


def later_marks(*groups: Mapping[str, Mark]) -> dict[str, Mark]:
    """Return for each source the later of its marks, by the wall clock."""
    marks: dict[str, Mark] = {}
    for group in groups:
        for source, mark in group.items():
            known = marks.get(source)
            if known is None or mark.wall > known.wall:
                marks[source] = mark
    return marks
