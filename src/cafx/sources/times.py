"""When each currency of the region was money: a price for another day means other money.

A feed that gives a price for an earlier day than the first means the old money of the same country,
at another scale.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from cafx.core.iso4217 import INTRODUCED

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["LAST_INTRODUCED", "currencies_on", "why_not_on"]

_INTRODUCED: Final = {code: (date.fromisoformat(day), former) for code, (day, former) in INTRODUCED.items()}
_ALWAYS: Final = (date.min, "")
#: From this day on all of them were money.
LAST_INTRODUCED: Final = max(day for day, _ in _INTRODUCED.values())


def why_not_on(code: str, day: date) -> str:
    """Return why *code* was not yet money on *day*, or nothing where it was.

    >>> why_not_on("TMT", date(2008, 4, 1))
    'TMT came on 2009-01-01; 2008-04-01 is the time of TMM, 5000 for one TMT'
    """
    introduced, former = _INTRODUCED.get(code, _ALWAYS)
    return "" if day >= introduced else f"{code} came on {introduced}; {day} is the time of {former}"


def currencies_on(codes: Iterable[str], day: date) -> int:
    """Return how many different *codes* had come by *day*."""
    return sum(_INTRODUCED.get(code, _ALWAYS)[0] <= day for code in set(codes))
