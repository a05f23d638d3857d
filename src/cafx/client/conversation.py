"""The one core of both clients: what to ask, when to ask again, where to follow, when to give up.

A conversation is a generator. It yields ``Get`` and ``Wait``; a driver does them, with or without
``await``, and sends the ``Reply`` back or throws the ``Fault`` in. So each rule stands here once.
"""

from __future__ import annotations

import re
import ssl
import time
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import urljoin, urlsplit

from cafx.core.text import printable
from cafx.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Mapping

    from cafx.client.limits import Limits
    from cafx.client.result import Fetched
    from cafx.sources import Request, Source

__all__ = [
    "NOT_MODIFIED",
    "OK",
    "Fault",
    "Get",
    "Reply",
    "Terms",
    "Wait",
    "conversation",
    "fault_of",
    "is_absent",
    "is_allowed",
    "sent_at",
]

OK: Final = 200
NOT_MODIFIED: Final = 304
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_WAITS: Final = frozenset({429, 503})
_ABSENT: Final = frozenset({404, 410})
_REFUSALS: Final = frozenset({401, 403, 429, 451})
_SERVER_ERROR: Final = 500
_EARLIEST, _LATEST = 2000, 2999  # years of a server's clock that are believed
# What can stand in an address that is followed: printable ASCII without the signs that programs
# read differently, such as a backslash.
_IS_ADDRESS: Final = re.compile(r"[!#-;=?-Z_a-z~\[\]]{1,2000}").fullmatch
_IS_PLACE: Final = re.compile(r"[a-z0-9.-]{1,253}(?::[0-9]{1,5})?").fullmatch
# Errors of a transport by the names of their classes: httpx and its forks share the names only.
_NOT_REACHED: Final = frozenset({"ConnectError", "ConnectTimeout", "PoolTimeout"})
_TIMEOUTS: Final = frozenset({"TimeoutException", "TimeoutError"})


class Get(NamedTuple):
    """Ask for *url*, and have it all by *until* (of the monotonic clock)."""

    url: str
    headers: dict[str, str]
    until: float


class Wait(NamedTuple):
    """Do nothing for so many seconds."""

    seconds: float


class Reply(NamedTuple):
    """An answer, and the address that gave it; only one with status 200 brings its body."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    address: str = ""


class Fault(Exception):
    """A transport's error: what happened, and whether asking again may help."""

    def __init__(self, what: str, *, can_retry: bool = False) -> None:
        super().__init__(what)
        self.can_retry = can_retry


class Terms(NamedTuple):
    """On what terms a document is asked for.

    Attributes:
        headers: gives those for an address.
        read: makes quotations of an answer.
        limits: how long, how much, how often.
        until: the end of its time, of the monotonic clock.
        jitter: gives a number from 0 to 1 by chance.
    """

    headers: Callable[[str], dict[str, str]]
    read: Callable[[Reply], Fetched]
    limits: Limits
    until: float
    jitter: Callable[[], float]


def conversation(
    source: Source, request: Request, terms: Terms
) -> Generator[Get | Wait, Reply | None, Fetched]:
    """Ask for a document, at its mirrors too where that gives none, and give what it holds.

    Raises:
        SourceError: none of the addresses gave it.
    """
    addresses = (request.url, *request.mirrors)
    for address in addresses:
        is_last = address is addresses[-1]
        try:
            reply = yield from _asked(source, address, terms)
            if is_last or not is_absent(reply):
                return terms.read(reply)
        except SourceError:
            if is_last or time.monotonic() >= terms.until:
                raise
    raise AssertionError  # the loop returns or raises at the last address


def _asked(source: Source, address: str, terms: Terms) -> Generator[Get | Wait, Reply | None, Reply]:
    """Ask one address, following redirects and waiting where that may help."""
    limits = terms.limits
    tries = hops = 0
    while True:
        _check(source, address, terms)
        try:
            reply = yield Get(address, terms.headers(address), terms.until)
            assert reply is not None  # noqa: S101 -- a driver answers a Get with a Reply
        except Fault as fault:
            error = _error(source, "unavailable", str(fault))
            if not fault.can_retry:
                raise error from fault
        else:
            if reply.status in _REDIRECTS:
                hops += 1
                if hops > limits.redirects:
                    raise _error(source, "changed", f"redirects more than {limits.redirects} times")
                address = _joined(source, address, reply.headers.get("location", ""))
                continue
            if reply.status not in _WAITS:
                return _accepted(source, reply._replace(address=address))
            error = _asked_to_wait(source, reply)
        delay = limits.backoff * 2**tries
        delay = max(delay + delay / 2 * terms.jitter(), error.retry_after or 0.0)
        if tries >= limits.retries or time.monotonic() + delay >= terms.until:
            raise error
        tries += 1
        yield Wait(delay)


def _check(source: Source, address: str, terms: Terms) -> None:
    """Refuse what leads elsewhere, before any connection is made, and what comes too late."""
    if not is_allowed(address, source.hosts):
        hosts = ", ".join(source.hosts)
        raise _error(source, "refused", f"leads to {printable(address)}, which is not https on {hosts}")
    if time.monotonic() >= terms.until:
        raise _error(source, "unavailable", f"did not answer within {terms.limits.deadline:g} seconds")


def _asked_to_wait(source: Source, reply: Reply) -> SourceError:
    seconds = retry_after(reply.headers)
    wish = "" if seconds is None else f" and asks to be left alone for {seconds:g} seconds"
    cause = "refused" if reply.status in _REFUSALS else "unavailable"
    return _error(source, cause, f"answered with status {reply.status}{wish}", seconds)


def is_allowed(address: str, hosts: tuple[str, ...]) -> bool:
    """Whether *address* is https on one of *hosts*; ``*.pages.dev`` allows every name under it.

    >>> is_allowed("https://cbu.uz/en/", ("cbu.uz",)), is_allowed("http://cbu.uz/en/", ("cbu.uz",))
    (True, False)
    >>> is_allowed("https://cbu.uz@127.0.0.1/", ("cbu.uz",)), is_allowed("file:///etc/passwd", ("cbu.uz",))
    (False, False)
    """
    if not _IS_ADDRESS(address):
        return False
    parts = urlsplit(address)
    place = parts.netloc.lower().removesuffix(":443")
    if parts.scheme != "https" or not _IS_PLACE(place):
        return False
    return any(place == host or (host[:2] == "*." and place.endswith(host[1:])) for host in hosts)


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Read how many seconds a server asks to wait, given as a number or as a date."""
    text = headers.get("retry-after", "").strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    moment = _moment(text)
    return None if moment is None else max(0.0, (moment - datetime.now(UTC)).total_seconds())


def sent_at(headers: Mapping[str, str]) -> datetime | None:
    """Read the server's own clock, which tells when ours is wrong by a day."""
    return _moment(headers.get("date", ""))


def fault_of(error: Exception, host: str) -> Fault:
    """Tell what happened from an error of any httpx-like transport."""
    names = {cls.__name__ for cls in type(error).__mro__}
    cause: BaseException | None = error
    for _ in range(8):
        if isinstance(cause, ssl.SSLCertVerificationError):
            return Fault(
                f"could not be trusted: the certificate of {host} was refused ({cause.verify_message});"
                " pass verify= an ssl.SSLContext that knows its issuer"
            )
        if cause is None:
            break
        cause = cause.__cause__ or cause.__context__
    said = printable(str(error) or type(error).__name__)
    if names & _NOT_REACHED:
        return Fault(f"was not reached at {host} ({said})", can_retry=True)
    if names & _TIMEOUTS:
        return Fault(f"was too slow at {host} ({said})")
    # A server that closes an idle connection just as it is used again; nothing of an answer came.
    can_retry = "RemoteProtocolError" in names and "without sending a response" in str(error)
    return Fault(f"broke off at {host} ({said})", can_retry=can_retry)


def _accepted(source: Source, reply: Reply) -> Reply:
    """Let through what brings a document, or says that there is none; explain the rest."""
    status = reply.status
    if status in _ABSENT or status in (OK, NOT_MODIFIED):
        return reply
    if status in _REFUSALS:
        raise _error(
            source, "refused", f"turned this client away (status {status}); user_agent= may name a better one"
        )
    if status >= _SERVER_ERROR:
        raise _error(source, "unavailable", f"answered with status {status}")
    raise _error(source, "changed", f"answered with status {status}")


def is_absent(reply: Reply) -> bool:
    """Whether the server has no such document."""
    return reply.status in _ABSENT


def _joined(source: Source, address: str, location: str) -> str:
    try:
        return urljoin(address, location) if location else ""
    except ValueError as error:
        raise _error(source, "changed", f"redirects to {printable(location)}, which is no address") from error


def _moment(text: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(text[:80])
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if not _EARLIEST <= moment.year <= _LATEST:
        return None
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)


def _error(source: Source, cause: str, what: str, retry_after: float | None = None) -> SourceError:
    return SourceError(f"{source.name} {what}", source=source.name, cause=cause, retry_after=retry_after)
