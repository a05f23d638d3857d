"""What becomes of an answer: quotations, what is rejected of it, and remarks on what is odd."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from cafx.client.headers import read_date
from cafx.client.result import Fetched, Remark
from cafx.errors import SourceError
from cafx.rates.calendars import BANKS, MAX_MISSED, is_stale, missed_publications
from cafx.sources.calendar import MAX_AHEAD
from cafx.sources.document import NoTableError, changed
from cafx.values.rate import Rate
from cafx.values.reading import Rejection

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from cafx.client.documents import Documents
    from cafx.client.reply import Reply
    from cafx.sources import Request, Source
    from cafx.values.quotation import Quotation

__all__ = ["is_absent", "read_answer", "remark_on_age", "today_of"]

NOT_MODIFIED: Final = 304
_ABSENT: Final = frozenset({404, 410})
#: How far a server's clock is believed where it is ahead of ours.
_TRUST: Final = timedelta(days=1)
#: A clock that differs by more is worth a remark.
_CLOCK: Final = timedelta(hours=1)
_DAY: Final = timedelta(days=1)
_HOUR: Final = timedelta(hours=1)


def is_absent(reply: Reply) -> bool:
    """Return whether the server has no such document."""
    return reply.status in _ABSENT


def today_of(source: Source, now: datetime, headers: Mapping[str, str] | None = None) -> date:
    """Return the day in the source's zone by our clock, or by the server's up to a day later."""
    theirs = None if headers is None else read_date(headers)
    moment = now if theirs is None else max(now, min(theirs, now + _TRUST))
    return moment.astimezone(ZoneInfo(source.zone)).date()


def read_answer(
    source: Source, request: Request, reply: Reply, clock: Callable[[], datetime], documents: Documents
) -> Fetched:
    """Return what an answer holds; what is dated in the future is rejected, what is odd is said.

    Raises:
        SourceError: it is not the source's document, there is none, or no row can be taken.
    """
    body = _document_in(source, request, reply, documents)
    if body is None:
        return Fetched()
    now = clock()
    reading = source.read(body, request, observed_at=now)
    last = today_of(source, now, reply.headers) + MAX_AHEAD
    early = [one for one in reading.quotations if one.as_of is not None and one.as_of > last]
    taken = tuple(one for one in reading.quotations if one.as_of is None or one.as_of <= last)
    rejected = list(reading.rejected)
    rejected += [_reject_early(source, request, quotation) for quotation in early]
    if rejected and not taken:
        raise changed(source.name, f"none of its rows can be taken; {rejected[0]}")
    if reply.status != NOT_MODIFIED:
        documents.keep(reply.address, reply.headers, reply.body)
    rejected += _reject_other_day(source, request, taken)
    remarks = (*_remarks_on_clock(source, reply, now), *_remarks_on_table(source, request, taken, documents))
    return Fetched(taken, (), tuple(rejected), remarks, entries=reading.entries, repeats=reading.repeats)


def remark_on_age(source: Source, fetched: Fetched, today: date) -> Fetched:
    """Return what was fetched as the latest, with a remark where it is stale."""
    dated = [one for one in fetched.quotations if one.last_day is not None]
    newest = max(dated, key=lambda one: one.last_day or date.min, default=None)
    last = None if newest is None else newest.last_day
    if newest is None or last is None or not _is_stale(source, newest, last, today):
        return fetched
    age = (today - last).days
    text = f"its latest rates are of {last}, {age} days ago: more than {MAX_MISSED} new ones were due since"
    return fetched.replace(remarks=(*fetched.remarks, Remark(source.name, None, text)))


def _is_stale(source: Source, newest: Quotation, last: date, today: date) -> bool:
    """Return whether *newest* is stale; a source that the table of banks lacks is judged by its calendar."""
    if source.name in BANKS:
        return is_stale(Rate.of(newest), today)
    return source.calendar.missed(last, today) > MAX_MISSED


def _document_in(source: Source, request: Request, reply: Reply, documents: Documents) -> bytes | None:
    """Return the document: as sent, as kept where it has not changed, or None where none was due."""
    if is_absent(reply):
        on = request.on
        if request.is_series or (on is not None and not source.calendar.publishes(on)):
            return None
        what = "no document" if on is None else f"no document for {on.isoformat()}"
        cause = "changed" if on is None else "unavailable"
        raise NoTableError(
            f"{source.name} has {what} (status {reply.status})", source=source.name, cause=cause
        )
    if reply.status != NOT_MODIFIED:
        return reply.body
    body = documents.body_of(reply.address)
    if body is None:
        raise SourceError(
            f"{source.name} says that a document is unchanged which was never fetched",
            source=source.name,
            cause="changed",
        )
    return body


def _reject_early(source: Source, request: Request, quotation: Quotation) -> Rejection:
    reason = f"it is dated more than {MAX_AHEAD.days} days after today"
    return Rejection(0, str(quotation), reason, source.name, request.on)


def _reject_other_day(source: Source, request: Request, taken: tuple[Quotation, ...]) -> list[Rejection]:
    """Return what is to be said where a table of another day came than the one that was asked for."""
    on = request.on
    if on is None or request.is_series or not source.calendar.publishes(on):
        return []
    days = [one.as_of for one in taken if one.as_of is not None]
    if not days or any(one.covers(on) for one in taken):
        return []
    reason = f"it answered with that of {max(days)}"
    return [Rejection(0, f"the table for {on}", reason, source.name, on)]


def _remarks_on_clock(source: Source, reply: Reply, now: datetime) -> list[Remark]:
    theirs = read_date(reply.headers)
    if theirs is None or abs(theirs - now) <= _CLOCK:
        return []
    hours = round(abs(theirs - now) / _HOUR)
    side = "ahead of" if theirs > now else "behind"
    return [Remark(source.name, None, f"its clock is {hours} hours {side} this machine's")]


def _remarks_on_table(
    source: Source, request: Request, taken: tuple[Quotation, ...], documents: Documents
) -> list[Remark]:
    """Return a remark where a bank gives yesterday's prices for today."""
    if source.kind != "official" or request.is_series or not taken:
        return []
    newest = max(taken, key=lambda one: one.as_of or date.min)
    day = newest.as_of
    repeated = None if day is None else documents.day_repeated(source.name, day, taken)
    # On Sundays, Mondays and days off most banks print the last rates again: no new one was due.
    if repeated is None or day is None or not missed_publications(newest.replace(as_of=repeated), day + _DAY):
        return []
    return [Remark(source.name, request.on, f"every price of its table of {day} is that of {repeated}")]
