"""Zones: the offsets of a time zone over a stretch of days, for engines that cannot ask for one."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo

__all__ = ["offsets_of"]

_DAY: Final = 86_400
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
# The last second whose local time every zone still has a date for.
_END: Final = int((datetime(9999, 12, 30, tzinfo=UTC) - _EPOCH).total_seconds())
# No zone has kept an offset for less: the shortest were Freetown's four days of September 1939. Recife kept
# its summer time of 2000 for an hour less than a week.
_STEP: Final = 3 * _DAY


@lru_cache(maxsize=32)
def offsets_of(tz: str, first: int, last: int) -> tuple[tuple[int, int], ...]:
    """Return from which second on which offset, in seconds east, holds in a zone.

    Seconds count from 1970-01-01 in UTC; the first entry is for all before the second one.

    Args:
        tz: the name of the zone.
        first: the number of the first day, from 1970-01-01.
        last: the number of the last day.

    >>> offsets_of("Asia/Almaty", 19_700, 19_800)
    ((1701993600, 21600), (1709229600, 18000))
    """
    zone = ZoneInfo(tz)
    place, end = (first - 1) * _DAY, min((last + 2) * _DAY, _END)
    found = [(place, _offset(zone, place))]
    while place < end:
        before, place = place, min(place + _STEP, end)
        if _offset(zone, place) == found[-1][1]:
            continue
        low, high = before, place
        while high - low > 1:
            middle = (low + high) // 2
            if _offset(zone, middle) == found[-1][1]:
                low = middle
            else:
                high = middle
        found.append((high, _offset(zone, high)))
    return tuple(found)


def _offset(zone: ZoneInfo, second: int) -> int:
    offset = (_EPOCH + timedelta(seconds=second)).astimezone(zone).utcoffset()
    return 0 if offset is None else round(offset.total_seconds())
