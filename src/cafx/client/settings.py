"""What both clients share: their settings, what they remember, and what is asked for a day or a span."""

from __future__ import annotations

import os
import platform
import random
import time
from collections.abc import Iterable
from threading import Lock
from typing import TYPE_CHECKING, Final, Generic, TypeVar

from cafx.client.answers import read_answer, today_of
from cafx.client.documents import Documents
from cafx.client.limits import Limits
from cafx.core.dates import now_in_utc
from cafx.core.text import printable
from cafx.errors import OptionError, SourceError
from cafx.sources import central_banks, source_of
from cafx.sources.calendar import MAX_AHEAD
from cafx.version import __version__

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable
    from datetime import date, datetime

    from cafx.client.reply import Reply
    from cafx.client.result import Fetched
    from cafx.sources import Request, Source

__all__ = ["Settings", "raise_if_alone", "sources_or_banks"]

H = TypeVar("H")

_MAX_AGENT: Final = 200


class Settings(Generic[H]):
    """The settings and the memory of a client.

    Args:
        http: an httpx client (or one that works like it) to ask with; it stays the caller's to
            close. With one of one's own, header bytes that drip are bounded by its timeouts only.
        limits: how long, how much, how often.
        verify: an ``ssl.SSLContext`` in place of the usual one; verification is never switched off.
        user_agent: what the client calls itself.
        clock: returns the aware moment that is now.
        jitter: returns a number from 0 to 1 by chance.

    Raises:
        OptionError: a *verify* that does not verify, or a *user_agent* that no header can hold.
        TypeError: a *verify* that is not an ``ssl.SSLContext``.
    """

    def __init__(
        self,
        http: H | None = None,
        *,
        limits: Limits | None = None,
        verify: ssl.SSLContext | None = None,
        user_agent: str | None = None,
        clock: Callable[[], datetime] | None = None,
        jitter: Callable[[], float] = random.random,
    ) -> None:
        _check_trust(verify)
        self.limits = Limits() if limits is None else limits
        self.jitter = jitter
        self._own_http = http
        self._verify = verify
        self._clock = clock or now_in_utc
        self._headers = {
            "User-Agent": _agent(user_agent),
            # Some firewalls turn away who sends no Accept; gzip is the one packing that is bounded.
            "Accept": "application/json, application/xml, text/xml, text/html;q=0.9, */*;q=0.8",
            "Accept-Encoding": "gzip",
        }
        self._documents = Documents()
        self._lock = Lock()
        self._process = os.getpid()

    def __repr__(self) -> str:
        return f"{type(self).__name__}({'' if self._own_http is None else repr(self._own_http)})"

    def deadline(self) -> float:
        """Return when what begins now has to end, of the monotonic clock.

        Nobody can set that clock. It stands still while a machine sleeps on Linux and macOS and goes on
        on Windows, where a fetch that slept past its deadline ends at once when it wakes.
        """
        return time.monotonic() + self.limits.deadline

    def today(self, source: Source) -> date:
        """Return the day that it is where the source is."""
        return today_of(source, self._clock())

    def headers_for(self, address: str) -> dict[str, str]:
        """Return the headers to ask *address* with."""
        return self._headers | self._documents.marks_of(address)

    def read(self, source: Source, request: Request, reply: Reply) -> Fetched:
        """Return what an answer holds; see ``read_answer``."""
        return read_answer(source, request, reply, self._clock, self._documents)

    def plan_day(self, source: Source, on: date | None) -> list[Request]:
        """Return the requests for the documents of a day; None for the latest.

        Args:
            source: whom to ask.
            on: the day; None for the latest.

        Raises:
            SourceError: ``refused``: the source does not have that day, or nobody has it yet.
        """
        if on is not None and on > self.today(source) + MAX_AHEAD:
            raise SourceError(
                f"{source.name} has no rates of {on.isoformat()} yet: it is {self.today(source)} there",
                source=source.name,
                cause="refused",
            )
        return list(source.requests(on, on))

    def plan_span(self, source: Source, start: date, end: date, known: frozenset[date]) -> list[Request]:
        """Return the requests for a span, without days that are known, and without days to come.

        A bank answers those with an error, or with the last table it has, and some (NBP) refuse the
        whole span for their sake.

        Raises:
            OptionError: *end* is before *start*.
            SourceError: ``refused``: the source does not reach back so far.
        """
        if start > end:
            raise OptionError(
                f"the span ends on {end.isoformat()}, before it starts on {start.isoformat()}",
                option="end",
                value=end,
            )
        last = min(end, self.today(source))
        if start > last:
            return []
        requests = source.requests(start, last)
        return [request for request in requests if request.is_series or request.on not in known]

    def _is_forked(self) -> bool:
        """Return whether this is another process than the one that last asked, and note it.

        A connection that came through a fork is its parent's: two processes on one TLS session
        garble each other's bytes. Where there is no fork (Windows) this is never so.
        """
        if self._process == os.getpid():
            return False
        self._process = os.getpid()
        # The locks may be held by a thread that has not come along.
        self._lock = Lock()
        self._documents.renew_lock()
        return True


def raise_if_alone(fetched: Fetched) -> Fetched:
    """Return the result of one source, whose failure is raised if nothing else came."""
    if fetched.failures and not fetched.quotations:
        raise fetched.failures[0].error
    return fetched


def sources_or_banks(sources: Iterable[Source | str] | Source | str | None) -> tuple[Source, ...]:
    """Return the sources to ask for the latest: the region's central banks, unless others are named."""
    if sources is None:
        return central_banks()
    several = sources if isinstance(sources, Iterable) and not isinstance(sources, str) else (sources,)
    return tuple(map(source_of, several))


def _check_trust(verify: object) -> None:
    if verify is None:
        return
    import ssl

    if isinstance(verify, bool):
        raise TypeError("verify= is an ssl.SSLContext: verification is never switched off")
    if not isinstance(verify, ssl.SSLContext):
        raise TypeError(
            f"verify= is an ssl.SSLContext, not {type(verify).__name__}:"
            " pass ssl.create_default_context(cafile=...)"
        )
    if verify.verify_mode != ssl.CERT_REQUIRED or not verify.check_hostname:
        raise OptionError(
            "verify= does not verify: its context needs verify_mode CERT_REQUIRED and check_hostname",
            option="verify",
            value=verify,
        )


def _agent(name: str | None) -> str:
    if name is None:
        return f"cafx/{__version__} (Python {platform.python_version()})"
    if not (name.isascii() and name.isprintable() and 0 < len(name.strip()) <= _MAX_AGENT):
        raise OptionError(
            f"user_agent= is 1 to {_MAX_AGENT} printable ASCII characters, not {printable(name)}",
            option="user_agent",
            value=name,
        )
    return name
