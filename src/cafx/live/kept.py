"""What live rates keep of what came: the newest days of each source and pair, judged as a history judges."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from cafx.errors import HistoryError
from cafx.live.log import log
from cafx.rates.book import MAX_AGE, RateBook

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cafx.history import History
    from cafx.values.quotation import Quotation

__all__ = ["bundled_moments", "from_history", "is_peg", "judge", "moments_in", "newest", "version_of"]

# Today's, tomorrow's where it is out already, and the day before, from which a change is told.
_DAYS: Final = 3
_NEVER: Final = datetime.min.replace(tzinfo=UTC)


def newest(*groups: Iterable[Quotation]) -> tuple[Quotation, ...]:
    """Return the newest three days of each source, kind and pair, sorted; of one day the later reading.

    Of two readings of one moment, that of the later group stays.
    """
    series: dict[tuple[str, ...], dict[date, Quotation]] = {}
    for group in groups:
        for quotation in group:
            key = (quotation.source, quotation.kind, quotation.base, quotation.quote)
            days = series.setdefault(key, {})
            day = quotation.as_of or date.min
            known = days.get(day)
            if known is None or (quotation.observed_at or _NEVER) >= (known.observed_at or _NEVER):
                days[day] = quotation
    return tuple(series[key][day] for key in sorted(series) for day in sorted(series[key])[-_DAYS:])


def version_of(quotations: Iterable[Quotation]) -> str:
    """Return a name for what *quotations* say, whenever and in whatever order they were read."""
    return RateBook(quotations).digest()


def is_peg(quotation: Quotation) -> bool:
    """Whether a quotation is in force until further notice, so that its day says nothing about its age."""
    return quotation.through == date.max


def moments_in(quotations: Iterable[Quotation], now: datetime) -> dict[str, datetime]:
    """Return when each source answered last, as far as its own quotations tell.

    That is the moment at which one was read; of those without one, the end of the last day that they are for.
    """
    moments: dict[str, datetime] = {}
    for quotation in quotations:
        last = quotation.last_day
        if last is None or is_peg(quotation):
            continue
        moment = quotation.observed_at or _end_of(last)
        moments[quotation.source] = min(now, max(moment, moments.get(quotation.source, moment)))
    return moments


def bundled_moments(now: datetime) -> dict[str, datetime]:
    """Return when the sources of the bundled book answered last, without reading all of its rows."""
    moments: dict[str, datetime] = {}
    for known in RateBook.bundled().holdings():
        if known.last is not None and known.last != date.max:
            moment = min(now, _end_of(known.last))
            moments[known.source] = max(moment, moments.get(known.source, moment))
    return moments


def _end_of(day: date) -> datetime:
    return datetime.combine(day + timedelta(days=1), time(), UTC)


def from_history(history: History, now: datetime) -> tuple[Quotation, ...]:
    """Return the newest days that a history knows; nothing where it cannot be read, which is logged."""
    try:
        return newest(history.quotations(start=_first_day(now)))
    except HistoryError as error:
        log.warning("the history is left out: %s", error)
        return ()


def judge(
    kept: Sequence[Quotation], came: Sequence[Quotation], history: History | None, now: datetime
) -> tuple[tuple[Quotation, ...], int]:
    """Return what is to be kept now that *came* has come, and how many of it were held back.

    A history judges what is suspect and knows a correction. Where there is none, or it cannot be written,
    one in memory does it with what was kept; then nothing outlasts the process.
    """
    if history is not None:
        try:
            held = history.add(came).quarantined
            return newest(kept, history.quotations(start=_first_day(now))), held
        except HistoryError as error:
            log.warning("what came is kept in memory only: %s", error)
    from cafx.history import History

    with History(":memory:", clock=lambda: now) as memory:
        memory.add(kept)
        held = memory.add(came).quarantined
        return newest(kept, memory.quotations()), held


def _first_day(now: datetime) -> date:
    return now.date() - MAX_AGE
