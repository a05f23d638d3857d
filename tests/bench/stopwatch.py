"""Measuring on a noisy machine: every case in turn, many rounds, medians, and ratios within a round."""

from __future__ import annotations

from statistics import median
from time import perf_counter_ns
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["compare", "heading"]

_NAME_WIDTH = 58


def compare(
    cases: dict[str, Callable[[], object]], *, floor: str, rounds: int = 15, number: int = 1, unit: str = "µs"
) -> dict[str, float]:
    """Time *cases*, print each with its ratio to *floor*, and give the ratios.

    Every round visits every case, so that a machine that slows down slows them all; a ratio is
    the median of the ratios of the rounds.
    """
    times: dict[str, list[float]] = {name: [] for name in cases}
    for case in cases.values():
        case()
    for _ in range(rounds):
        for name, case in cases.items():
            start = perf_counter_ns()
            for _ in range(number):
                case()
            times[name].append((perf_counter_ns() - start) / number)
    scale = {"ns": 1, "µs": 1e3, "ms": 1e6}[unit]
    ratios = {
        name: median(own / base for own, base in zip(times[name], times[floor], strict=True))
        for name in cases
    }
    for name, ratio in ratios.items():
        print(f"  {name:<{_NAME_WIDTH}} {median(times[name]) / scale:>10,.2f} {unit} {ratio:>9.2f} x")
    return ratios


def heading(text: str) -> None:
    """Print what comes next."""
    print(f"\n{text}")
