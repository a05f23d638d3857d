"""``Client``: fetches rates and waits for them."""

from __future__ import annotations

import time
from contextlib import contextmanager, nullcontext
from queue import Empty, SimpleQueue
from threading import BoundedSemaphore, Thread
from typing import TYPE_CHECKING, Final, Self, final

from cafx.client.addresses import host_of
from cafx.client.body import open_body
from cafx.client.faults import Fault, fault_of
from cafx.client.flow import Flow, Get, Wait, fetch_day, fetch_span
from cafx.client.protocols import Http
from cafx.client.reply import Reply
from cafx.client.result import Fetched, Step, merge
from cafx.client.settings import Settings, raise_if_alone, sources_or_banks
from cafx.core.dates import Day, day_of
from cafx.errors import SourceError
from cafx.sources import source_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from contextlib import AbstractContextManager
    from datetime import date

    from cafx.sources import Source

__all__ = ["Client"]

_MAX_THREADS: Final = 8
# A wait without an end cannot be broken off by Ctrl-C on every system.
_GLANCE: Final = 0.2


@final
class Client(Settings[Http]):
    """Fetches rates from their sources, within bounds that no server can stretch.

    Use it in a ``with`` block, or ``close`` it. Threads may share one, and so may forked processes.

    >>> from cafx.client import Client
    >>> with Client() as client:
    ...     client
    Client()
    """

    _http: Http | None = None
    _left_behind: Http | None = None
    _gates: dict[str, BoundedSemaphore] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *raised: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections that this client made; the next fetch opens new ones."""
        self._renew()
        http, self._http = self._http, None
        if http is not None:
            http.close()

    def fetch(self, source: Source | str, *, on: Day | None = None) -> Fetched:
        """Fetch one source's rates of a day, or its latest.

        Args:
            source: whom to ask; its name will do, such as ``"NBK"``.
            on: the day, a date or ISO text; None for the latest.

        Returns:
            What came; an answer for another day keeps its own date.

        Raises:
            SourceError: nothing came; ``cause`` says why.
        """
        day = None if on is None else day_of(on, what="on")
        return raise_if_alone(self._fetch(source_of(source), day))

    def latest(self, sources: Iterable[Source | str] | Source | str | None = None) -> Fetched:
        """Fetch the latest rates of several sources at once: the region's central banks by default.

        Returns:
            What came, and beside it each failure with its cause; nothing is raised.
        """
        asked = sources_or_banks(sources)
        if len(asked) <= 1:
            return merge(map(self._fetch, asked))
        return merge(self._fetch_at_once(asked))

    def between(
        self,
        source: Source | str,
        start: date | str,
        end: date | str,
        progress: Callable[[Step], None] | None = None,
    ) -> Fetched:
        """Return the rates of a span of days, fetched one by one with the source's own pauses.

        Args:
            source: whom to ask; its name will do, such as ``"NBK"``.
            start: the first day, a date or ISO text.
            end: the last day; days to come are not asked for.
            progress: called after each document.

        Raises:
            SourceError: ``refused``: the source does not reach back so far.
            OptionError: *end* is before *start*.
        """
        parts = []
        for step in self.steps(source, start, end):
            parts.append(step.fetched)
            if progress is not None:
                progress(step)
        return merge(parts)

    def steps(
        self,
        source: Source | str,
        start: date | str,
        end: date | str,
        *,
        known: frozenset[date] = frozenset(),
    ) -> Iterator[Step]:
        """Yield each document of a span as it comes, without *known* days.

        Args:
            source: whom to ask; its name will do, such as ``"NBK"``.
            start: the first day, a date or ISO text.
            end: the last day; days to come are not asked for.
            known: days that need not be asked for again.
        """
        first, last = day_of(start, what="start"), day_of(end, what="end")
        for step in self._drive(fetch_span(self, source_of(source), first, last, known)):
            if isinstance(step, Step):
                yield step

    def _fetch(self, source: Source, on: date | None = None) -> Fetched:
        return merge(part for part in self._drive(fetch_day(self, source, on)) if isinstance(part, Fetched))

    def _fetch_at_once(self, sources: tuple[Source, ...]) -> list[Fetched]:
        """Fetch from several sources in threads that can be left behind, so that Ctrl-C ends at once."""
        waiting: SimpleQueue[int] = SimpleQueue()
        done: SimpleQueue[tuple[int, Fetched | BaseException]] = SimpleQueue()
        for place in range(len(sources)):
            waiting.put(place)

        def work() -> None:
            while not waiting.empty():
                try:
                    place = waiting.get_nowait()
                    done.put((place, self._fetch(sources[place])))
                except Empty:
                    return
                except BaseException as error:  # noqa: BLE001 -- whoever waits for the result hears of it
                    done.put((place, error))

        for number in range(min(_MAX_THREADS, len(sources))):
            Thread(target=work, name=f"cafx-{number}", daemon=True).start()
        parts = [Fetched()] * len(sources)
        for place, part in _take(done, len(sources)):
            if isinstance(part, BaseException):
                raise part
            parts[place] = part
        return parts

    def _drive(self, flow: Flow) -> Iterator[Fetched | Step]:
        """Do what *flow* asks for, one after another, and yield its results."""
        self._renew()  # before anything that a lock of the parent's might keep
        reply: Reply | None = None
        error: Fault | SourceError | None = None
        while True:
            try:
                wish = flow.send(reply) if error is None else flow.throw(error)
            except StopIteration:
                return
            reply = error = None
            if isinstance(wish, Wait):
                time.sleep(wish.seconds)
            elif isinstance(wish, Get):
                try:
                    reply = self._get(wish)
                except (Fault, SourceError) as raised:
                    error = raised
            else:
                yield wish

    def _get(self, wish: Get) -> Reply:
        http = self._connected()
        host = host_of(wish.url)
        limits = self.limits
        has_begun = False
        try:
            with self._gate(host, wish.until), self._bounded(wish.until):
                left = max(0.001, wish.until - time.monotonic())
                connect, read = min(limits.connect, left), min(limits.read, left)
                with http.stream(
                    "GET",
                    wish.url,
                    headers=wish.headers,
                    timeout=(connect, read, read, connect),
                    follow_redirects=False,
                ) as response:
                    has_begun = True
                    body = open_body(wish.source.name, response, min(limits.body, wish.source.max_body))
                    for raw in (response.content,) if response.is_stream_consumed else response.iter_raw():
                        if not body.feed(raw):
                            break
                        _check_time(wish.until)
                    return Reply(response.status_code, response.headers, body.whole())
        except (Fault, SourceError):
            raise
        except Exception as error:
            raise fault_of(error, host, self._proxy_for(host), has_begun=has_begun) from error

    @contextmanager
    def _gate(self, host: str, until: float) -> Iterator[None]:
        """Wait until one of the connections that *host* may have is free."""
        with self._lock:
            if self._gates is None:
                self._gates = {}
            gate = self._gates.setdefault(host, BoundedSemaphore(self.limits.connections))
        if not gate.acquire(timeout=max(0.0, until - time.monotonic())):
            raise Fault(f"was not asked in time: {self.limits.connections} connections to {host} were busy")
        try:
            yield
        finally:
            gate.release()

    def _bounded(self, until: float) -> AbstractContextManager[None]:
        """Let this client's own connections end by the deadline; others know only timeouts."""
        if self._own_http is not None:
            return nullcontext()
        from cafx.client.deadline import deadline

        return deadline(until)

    def _connected(self) -> Http:
        self._renew()
        if self._own_http is not None:
            return self._own_http
        from cafx.client.connections import open_http

        with self._lock:
            if self._http is None:
                self._http = open_http(self._verify)
            return self._http

    def _renew(self) -> None:
        """Leave behind what is another process's: to close it would garble the parent's connections."""
        if self._is_forked():
            self._left_behind = self._http
            self._http = self._gates = None

    def _proxy_for(self, host: str) -> str:
        if self._own_http is not None:
            return ""
        from cafx.client.connections import proxy_for

        return proxy_for(host)


def _check_time(until: float) -> None:
    if time.monotonic() > until:
        raise TimeoutError


def _take(
    done: SimpleQueue[tuple[int, Fetched | BaseException]], count: int
) -> Iterator[tuple[int, Fetched | BaseException]]:
    """Yield *count* results as they come, open to Ctrl-C all the time."""
    while count:
        try:
            result = done.get(timeout=_GLANCE)
        except Empty:
            continue
        count -= 1
        yield result
