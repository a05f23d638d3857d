"""Measuring on a noisy machine: CPU time, every case in turn, ratios within a round, and the aims.

A case's time is that of the processor, its own and its children's, so that another program on the machine
counts less. Every round visits every case, each round from another one on, so that a machine that slows
down slows them all; a ratio is taken within a round, and its minimum, median and maximum are shown.
"""

from __future__ import annotations

import resource
from statistics import median
from time import process_time
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["AIMS", "Aim", "compare", "cpu_seconds", "heading", "note_aim"]

_NAME_WIDTH = 52
_UNITS = {"ns": 1e9, "µs": 1e6, "ms": 1e3}


class Aim(NamedTuple):
    """What a benchmark is held to, and what it gave."""

    bench: str
    what: str
    limit: float
    given: float
    is_least: bool
    unit: str = "x"  # a ratio; or the unit of a time, which is told of a machine that is not busy

    @property
    def is_met(self) -> bool:
        """Whether the median is within the limit."""
        return self.given >= self.limit if self.is_least else self.given <= self.limit


#: Every aim of this run, in the order in which it was measured.
AIMS: list[Aim] = []
_headings = [""]


def cpu_seconds() -> float:
    """Return the processor time of this process and of its finished children."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return process_time() + children.ru_utime + children.ru_stime


def compare(
    cases: dict[str, Callable[[], object]],
    *,
    floor: str,
    rounds: int = 15,
    number: int = 1,
    unit: str = "µs",
    at_most: Mapping[str, float] | None = None,
    at_least: Mapping[str, float] | None = None,
    within: Mapping[str, float] | None = None,
) -> dict[str, float]:
    """Time *cases*, print each with its ratio to *floor*, and return the median ratios.

    Args:
        cases: what is timed, by name.
        floor: the name of the case that the others are divided by.
        rounds: how often every case is visited.
        number: how often a case runs in a visit.
        unit: of the printed times: ns, µs or ms.
        at_most, at_least: the aims: for a case's name the limit of its ratio.
        within: the same for a time that stands by itself, in *unit*.
    """
    times: dict[str, list[float]] = {name: [] for name in cases}
    names = list(cases)
    for case in cases.values():
        case()
    for turn in range(rounds):
        first = turn % len(names)
        for name in names[first:] + names[:first]:
            case = cases[name]
            start = cpu_seconds()
            for _ in range(number):
                case()
            times[name].append((cpu_seconds() - start) / number)
    ratios = {}
    for name in names:
        by_round = sorted(own / max(base, 1e-9) for own, base in zip(times[name], times[floor], strict=True))
        ratios[name] = median(by_round)
        spread = "" if name == floor else f"  ({by_round[0]:.2f} to {by_round[-1]:.2f})"
        time = median(times[name]) * _UNITS[unit]
        print(f"  {name:<{_NAME_WIDTH}} {time:>11,.2f} {unit} {ratios[name]:>8.2f} x{spread}")
    for name, limit in (at_most or {}).items():
        note_aim(name, ratios[name], at_most=limit)
    for name, limit in (at_least or {}).items():
        note_aim(name, ratios[name], at_least=limit)
    for name, limit in (within or {}).items():
        note_aim(name, median(times[name]) * _UNITS[unit], at_most=limit, unit=unit)
    return ratios


def note_aim(
    what: str, given: float, *, at_most: float | None = None, at_least: float | None = None, unit: str = "x"
) -> None:
    """Keep an aim for the table at the end of the run."""
    limit, is_least = (at_least, True) if at_least is not None else (at_most, False)
    assert limit is not None
    AIMS.append(Aim(_headings[-1], what, limit, given, is_least, unit))


def heading(text: str) -> None:
    """Print what comes next; aims are kept under it."""
    _headings.append(text)
    print(f"\n{text}")
