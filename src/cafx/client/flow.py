"""The one flow of both clients: what to ask, when to ask again, where to follow, when to give up.

A flow is a generator. It yields what is to be done, ``Get`` or ``Wait``; a driver does it, with or
without ``await``, and sends the ``Reply`` back or throws the ``Fault`` in. Whatever else it yields is
a result for the caller. So each rule stands here once, and the drivers know only how to wait.
"""

from __future__ import annotations

import time
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from cafx.client.addresses import is_allowed, join
from cafx.client.answers import NOT_MODIFIED, is_absent, remark_on_age
from cafx.client.faults import Fault
from cafx.client.headers import read_retry_after
from cafx.client.log import log
from cafx.client.result import Failure, Fetched, Step, merge
from cafx.core.text import printable
from cafx.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Generator, Mapping

    from cafx.client.protocols import AsyncHttp, Http
    from cafx.client.reply import Reply
    from cafx.client.settings import Settings
    from cafx.sources import Request, Source

__all__ = ["Flow", "Get", "Wait", "fetch_day", "fetch_span"]

OK: Final = 200
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_WAITS: Final = frozenset({429, 503})
_REFUSALS: Final = frozenset({401, 403, 429, 451})
_SERVER_ERROR: Final = 500
# How many tables back, and over how many days, the latest is looked for: holidays of a week.
_BACK: Final = 7
_WALK: Final = timedelta(days=14)


class Get(NamedTuple):
    """Ask for *url*, and have it all by *until* (of the monotonic clock)."""

    source: Source
    url: str
    headers: Mapping[str, str]
    until: float


class Wait(NamedTuple):
    """Do nothing for so many seconds."""

    seconds: float


#: What is to be done, or a result; what comes back; nothing at the end.
Flow: TypeAlias = "Generator[Get | Wait | Fetched | Step, Reply | None, None]"
_Settings: TypeAlias = "Settings[Http] | Settings[AsyncHttp]"
_Asking: TypeAlias = "Generator[Get | Wait, Reply | None, Reply]"
_Fetching: TypeAlias = "Generator[Get | Wait, Reply | None, Fetched]"


def fetch_day(settings: _Settings, source: Source, on: date | None) -> Flow:
    """Fetch all documents of a day, or the latest, within one deadline; the result comes last."""
    until = settings.deadline()
    try:
        if on is None and not source.has_latest:
            yield (yield from _fetch_last(settings, source, until))
            return
        requests = settings.plan_day(source, on)
    except SourceError as error:
        yield _fail(source, None, error)
        return
    fetched = Fetched()
    for request in requests:
        part = yield from _fetch_document(settings, source, request, until)
        fetched = merge([fetched, part])
    yield fetched if on is not None else remark_on_age(source, fetched, settings.today(source))


def fetch_span(settings: _Settings, source: Source, start: date, end: date, known: frozenset[date]) -> Flow:
    """Fetch a span document by document, without *known* days; each gives a ``Step``.

    After ``max_failures`` in a row it is given up. A day without a table is not a failure of the
    source, and the days behind it are asked for.
    """
    requests = settings.plan_span(source, start, end, known)
    pause = source.pause if settings.limits.pause is None else settings.limits.pause
    failures = 0
    for done, request in enumerate(requests, 1):
        if done > 1 and pause:
            yield Wait(pause)
        fetched = yield from _fetch_document(settings, source, request, settings.deadline())
        if any(not failure.is_absent for failure in fetched.failures):
            failures += 1
        else:
            failures = 0
        is_given_up = failures >= settings.limits.max_failures and done < len(requests)
        if is_given_up:
            fetched = merge([fetched, _give_up(source, failures)])
        yield Step(done, len(requests), request.on, fetched)
        if is_given_up:
            return


def _fetch_last(settings: _Settings, source: Source, until: float) -> _Fetching:
    """Fetch the newest document of a source that has one for each day, and none for the latest."""
    today = settings.today(source)
    days = list(source.calendar.days(today - _WALK, today))[: -_BACK - 1 : -1]
    first = None
    for day in days:
        fetched = yield from _fetch_document(settings, source, source.request(on=day), until)
        first = fetched if first is None else first
        if not any(failure.is_absent for failure in fetched.failures):
            return fetched
    if first is None:
        return Fetched()
    # The latest was asked for, and no day: that there is none is more than a day without a table.
    return first.replace(failures=tuple(failure.replace(on=None) for failure in first.failures))


def _fetch_document(settings: _Settings, source: Source, request: Request, until: float) -> _Fetching:
    """Ask for a document, at its mirrors too where that gives none, and return what it holds."""
    *before, last = (request.url, *request.mirrors)
    for address in before:
        try:
            reply = yield from _ask(settings, source, address, until)
            if not is_absent(reply):
                return _read(settings, source, request, reply)
        except SourceError as error:
            if time.monotonic() >= until:
                return _fail(source, request, error)
            log.info("%s; a mirror is asked", error)
    try:
        reply = yield from _ask(settings, source, last, until)
        return _read(settings, source, request, reply)
    except SourceError as error:
        log.info("%s", error)
        return _fail(source, request, error)


def _read(settings: _Settings, source: Source, request: Request, reply: Reply) -> Fetched:
    fetched = settings.read(source, request, reply)
    log.debug("%s: %s", source.name, fetched)
    return fetched


def _ask(settings: _Settings, source: Source, address: str, until: float) -> _Asking:
    """Ask one address, following redirects and waiting where that may help."""
    limits = settings.limits
    tries = hops = 0
    while True:
        _check_address(settings, source, address, until)
        try:
            reply = yield from _get(settings, source, address, until)
        except Fault as fault:
            error = _error(source, "unavailable", str(fault))
            if fault.retry != "later":
                raise error from fault
        else:
            if reply.status in _REDIRECTS:
                hops += 1
                if hops > limits.redirects:
                    raise _error(source, "changed", f"redirects more than {limits.redirects} times")
                address = _follow(source, address, reply.headers.get("location", ""))
                continue
            if reply.status not in _WAITS:
                return _accept(source, reply._replace(address=address))
            error = _asked_to_wait(source, reply)
        delay = limits.backoff * 2**tries
        delay = max(delay + delay / 2 * settings.jitter(), error.retry_after or 0.0)
        if tries >= limits.retries or time.monotonic() + delay >= until:
            raise error
        tries += 1
        log.info("%s; it is asked again in %.1f seconds", error, delay)
        yield Wait(delay)


def _get(settings: _Settings, source: Source, address: str, until: float) -> _Asking:
    """Get an answer; once more where the connection broke before a byte of it came.

    Raises:
        Fault: there is none.
    """
    wish = Get(source, address, settings.headers_for(address), until)
    log.debug("GET %s", address)
    try:
        reply = yield wish
    except Fault as fault:
        if fault.retry != "once":
            raise
        log.info("%s %s; it is asked once more", source.name, fault)
        reply = yield wish
    if reply is None:
        raise TypeError("a driver answers a Get with a Reply")
    log.debug("status %d, %d bytes from %s", reply.status, len(reply.body), address)
    return reply


def _check_address(settings: _Settings, source: Source, address: str, until: float) -> None:
    """Refuse what leads elsewhere, before any connection is made, and what comes too late."""
    if not is_allowed(address, source.hosts):
        hosts = ", ".join(source.hosts)
        raise _error(source, "refused", f"leads to {printable(address)}, which is not https on {hosts}")
    if time.monotonic() >= until:
        raise _error(source, "unavailable", f"did not answer within {settings.limits.deadline:g} seconds")


def _follow(source: Source, address: str, location: str) -> str:
    target = join(address, location)
    if target is None:
        raise _error(source, "changed", f"redirects to {printable(location)}, which is not an address")
    return target


def _accept(source: Source, reply: Reply) -> Reply:
    """Let through what brings a document, or says that there is none; explain the rest."""
    status = reply.status
    if is_absent(reply) or status in (OK, NOT_MODIFIED):
        return reply
    if status in _REFUSALS:
        raise _error(
            source, "refused", f"turned this client away (status {status}); user_agent= may name a better one"
        )
    cause = "unavailable" if status >= _SERVER_ERROR else "changed"
    raise _error(source, cause, f"answered with status {status}")


def _asked_to_wait(source: Source, reply: Reply) -> SourceError:
    seconds = read_retry_after(reply.headers)
    wish = "" if seconds is None else f" and asks to be left alone for {seconds:g} seconds"
    cause = "refused" if reply.status in _REFUSALS else "unavailable"
    return _error(source, cause, f"answered with status {reply.status}{wish}", seconds)


def _give_up(source: Source, failures: int) -> Fetched:
    """Return the failure that stands for the rest of a span."""
    what = f"failed {failures} times in a row: the rest of the span was not asked for"
    return _fail(source, None, _error(source, "unavailable", what))


def _fail(source: Source, request: Request | None, error: SourceError) -> Fetched:
    """Return the result of a document that gave nothing."""
    return Fetched((), (Failure(source.name, None if request is None else request.on, error),))


def _error(source: Source, cause: str, what: str, retry_after: float | None = None) -> SourceError:
    return SourceError(f"{source.name} {what}", source=source.name, cause=cause, retry_after=retry_after)
