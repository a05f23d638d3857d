"""What both clients share: their settings, what they keep, and what becomes of an answer."""

from __future__ import annotations

import platform
import random
import time
from collections import OrderedDict
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from cafx.client.conversation import NOT_MODIFIED, Terms, is_absent, sent_at
from cafx.client.limits import Limits
from cafx.client.result import Failure, Fetched, Refusal
from cafx.errors import ParseError, SourceError
from cafx.sources import central_banks, source_of
from cafx.sources.calendar import MAX_AHEAD
from cafx.sources.reading import Rejection
from cafx.version import __version__

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable

    from cafx.client.conversation import Reply
    from cafx.sources import Request, Source

__all__ = ["Asking", "banks", "failed", "given_up", "is_without_document", "only"]

#: How far a server's clock is believed where it is ahead of ours.
_TRUST: Final = timedelta(days=1)
_KEPT: Final = 64
_KEPT_BYTES: Final = 1024 * 1024
_MARK_LENGTH: Final = 200
# How many tables back, and over how many days, the latest is looked for: holidays of a week.
_BACK: Final = 7
_WALK: Final = timedelta(days=14)


class Asking:
    """The settings and the memory of a client, and the reading of answers.

    Args:
        http: an httpx client (or one that works like it) to ask with; it stays the caller's to
            close. With one of one's own, header bytes that drip are bounded by its timeouts only.
        limits: how long, how much, how often.
        verify: an ``ssl.SSLContext`` in place of the usual one; verification is never switched off.
        user_agent: what the client calls itself.
        clock: gives the aware moment that is now.
        jitter: gives a number from 0 to 1 by chance.
    """

    def __init__(
        self,
        http: object = None,
        *,
        limits: Limits | None = None,
        verify: ssl.SSLContext | None = None,
        user_agent: str | None = None,
        clock: Callable[[], datetime] | None = None,
        jitter: Callable[[], float] = random.random,
    ) -> None:
        if isinstance(verify, bool):
            message = "verify= is an ssl.SSLContext: verification is never switched off"
            raise TypeError(message)
        self.limits = Limits() if limits is None else limits
        self._given_http = http
        self._verify = verify
        self._clock = clock or _now
        self._jitter = jitter
        self._headers = {
            "User-Agent": user_agent or f"cafx/{__version__} (Python {platform.python_version()})",
            # Some firewalls turn away who sends no Accept; gzip is the one packing that is bounded.
            "Accept": "application/json, application/xml, text/xml, text/html;q=0.9, */*;q=0.8",
            "Accept-Encoding": "gzip",
        }
        # Address: its ETag or Last-Modified, and the body that they stand for.
        self._kept: OrderedDict[str, tuple[dict[str, str], bytes]] = OrderedDict()
        self._lock = Lock()

    def _until(self) -> float:
        return time.monotonic() + self.limits.deadline

    def _terms(self, source: Source, request: Request, until: float) -> Terms:
        return Terms(
            self._headers_for, partial(self._read, source, request), self.limits, until, self._jitter
        )

    def _headers_for(self, address: str) -> dict[str, str]:
        with self._lock:
            kept = self._kept.get(address)
        return self._headers if kept is None else {**self._headers, **kept[0]}

    def _plan(
        self, source: Source, start: date | None, end: date | None, known: frozenset[date] = frozenset()
    ) -> list[Request]:
        """List the requests for a span, without days that are known; None and None for the latest.

        Of a source without a document for the latest, these are its last days, the newest first.
        """
        if start is None or end is None:
            if not source.has_latest:
                today = self._today(source)
                days = list(source.calendar.days(today - _WALK, today))[: -_BACK - 1 : -1]
                return [source.request(day) for day in days]
        elif start > end:
            message = f"the span ends on {end.isoformat()}, before it starts on {start.isoformat()}"
            raise ParseError(message)
        requests = source.requests(start, end)
        return [request for request in requests if request.is_series or request.on not in known]

    def _today(self, source: Source, reply: Reply | None = None) -> date:
        """The day in the source's zone by our clock, or the server's if that is later, by a day at most."""
        now = self._clock()
        theirs = None if reply is None else sent_at(reply.headers)
        moment = now if theirs is None else max(now, min(theirs, now + _TRUST))
        return moment.astimezone(ZoneInfo(source.zone)).date()

    def _read(self, source: Source, request: Request, reply: Reply) -> Fetched:
        """Make quotations of an answer; refuse what is dated in the future, say what is of another day."""
        body = self._body(source, request, reply)
        if body is None:
            return Fetched()
        reading = source.read(body, request, observed_at=self._clock())
        last = self._today(source, reply) + MAX_AHEAD
        rows = list(reading.rejected)
        taken = []
        for quotation in reading.quotations:
            if quotation.as_of is not None and quotation.as_of > last:
                reason = f"it is dated more than {MAX_AHEAD.days} days after today"
                rows.append(Rejection(0, str(quotation), reason))
            else:
                taken.append(quotation)
        if rows and not taken:
            raise SourceError(
                f"{source.name} has changed: none of its rows can be taken; {rows[0]}",
                source=source.name,
                cause="changed",
            )
        self._keep(reply)
        on = request.on
        if on is not None and taken and not request.is_series and source.calendar.publishes(on):
            days = sorted({one.as_of for one in taken if one.as_of is not None})
            if days and not any(one.covers(on) for one in taken):
                rows.append(Rejection(0, f"the table for {on}", f"it answered with that of {days[-1]}"))
        return Fetched(tuple(taken), (), tuple(Refusal(source.name, on, row) for row in rows))

    def _body(self, source: Source, request: Request, reply: Reply) -> bytes | None:
        """Give the document: as sent, as kept where it has not changed, or None where none was due."""
        if is_absent(reply):
            on = request.on
            if request.is_series or (on is not None and not source.calendar.publishes(on)):
                return None
            what = "no document" if on is None else f"no document for {on.isoformat()}"
            cause = "changed" if on is None else "unavailable"
            raise _NoDocument(
                f"{source.name} has {what} (status {reply.status})", source=source.name, cause=cause
            )
        if reply.status != NOT_MODIFIED:
            return reply.body
        with self._lock:
            kept = self._kept.get(reply.address)
        if kept is None:
            message = f"{source.name} says that a document is unchanged which was never fetched"
            raise SourceError(message, source=source.name, cause="changed")
        return kept[1]

    def _keep(self, reply: Reply) -> None:
        """Keep a document that could be read, under the address that gave it."""
        with self._lock:
            if reply.status == NOT_MODIFIED:
                if reply.address in self._kept:
                    self._kept.move_to_end(reply.address)
                return
            marks = _validators(reply)
            if marks and len(reply.body) <= _KEPT_BYTES:
                self._kept[reply.address] = (marks, reply.body)
                self._kept.move_to_end(reply.address)
                while len(self._kept) > _KEPT:
                    self._kept.popitem(last=False)
            else:
                self._kept.pop(reply.address, None)


class _NoDocument(SourceError):
    """The source has no document for the day."""


def is_without_document(fetched: Fetched) -> bool:
    """Whether the source had no such document, rather than a fault."""
    return any(isinstance(failure.error, _NoDocument) for failure in fetched.failures)


def failed(source: Source, request: Request | None, error: SourceError) -> Fetched:
    """Give the result of a document that gave nothing."""
    return Fetched((), (Failure(source.name, None if request is None else request.on, error),))


def only(fetched: Fetched) -> Fetched:
    """Give the result of one source, whose failure is raised if nothing else came."""
    if fetched.failures and not fetched.quotations:
        raise fetched.failures[0].error
    return fetched


def given_up(source: Source, failures: int) -> SourceError:
    """Say that the rest of a span was not asked for."""
    return SourceError(
        f"{source.name} failed {failures} times in a row: the rest of the span was not asked for",
        source=source.name,
        cause="unavailable",
    )


def banks(sources: Iterable[Source | str] | Source | str | None) -> tuple[Source, ...]:
    """Give the sources to ask for the latest: the region's central banks, unless others are named."""
    if sources is None:
        return central_banks()
    several = sources if isinstance(sources, Iterable) and not isinstance(sources, str) else (sources,)
    return tuple(map(source_of, several))


def _validators(reply: Reply) -> dict[str, str]:
    """Give the conditions under which the same document need not be sent again."""
    marks = {
        "If-None-Match": reply.headers.get("etag"),
        "If-Modified-Since": reply.headers.get("last-modified"),
    }
    return {name: mark for name, mark in marks.items() if mark and len(mark) <= _MARK_LENGTH}


def _now() -> datetime:
    return datetime.now(UTC)
