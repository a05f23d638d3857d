"""``Client``: fetches rates and waits for them."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from typing import TYPE_CHECKING, Any, Self, final
from urllib.parse import urlsplit

from cafx.client.asking import Asking, banks, failed, given_up, is_without_document, only
from cafx.client.body import Body
from cafx.client.conversation import OK, Fault, Get, Reply, Wait, conversation, fault_of
from cafx.client.result import Fetched, Step, together
from cafx.core.dates import day_of
from cafx.errors import SourceError
from cafx.sources import source_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from contextlib import AbstractContextManager
    from datetime import date

    from cafx.sources import Request, Source

__all__ = ["Client"]

_MAX_THREADS = 8


@final
class Client(Asking):
    """Fetches rates from their sources, within bounds that no server can stretch.

    Use it in a ``with`` block, or ``close`` it. Threads may share one.

    >>> from cafx.client import Client
    >>> with Client() as client:
    ...     client
    Client()
    """

    _http: Any = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *raised: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"Client({'' if self._given_http is None else repr(self._given_http)})"

    def close(self) -> None:
        """Close the connections that this client made."""
        with self._lock:
            http, self._http = self._http, None
        if http is not None:
            http.close()

    def fetch(self, source: Source | str, on: date | str | None = None) -> Fetched:
        """Fetch one source's rates of a day, or its latest.

        Args:
            source: whom to ask; its name will do, such as ``"NBK"``.
            on: the day, a date or ISO text; None for the latest.

        Returns:
            What came; an answer for another day keeps its own date.

        Raises:
            SourceError: nothing came; ``cause`` says why.
        """
        return only(self._fetched(source_of(source), None if on is None else day_of(on, what="on")))

    def latest(self, sources: Iterable[Source | str] | Source | str | None = None) -> Fetched:
        """Fetch the latest rates of several sources at once: the region's central banks by default.

        Returns:
            What came, and beside it each failure with its cause; nothing is raised.
        """
        asked = banks(sources)
        if len(asked) <= 1:
            return together(map(self._fetched, asked))
        with ThreadPoolExecutor(min(_MAX_THREADS, len(asked)), "cafx") as threads:
            return together(threads.map(self._fetched, asked))

    def between(
        self,
        source: Source | str,
        start: date | str,
        end: date | str,
        progress: Callable[[Step], None] | None = None,
    ) -> Fetched:
        """Fetch a span of days, document by document, with the pauses that the source asks for.

        Args:
            source: whom to ask; its name will do, such as ``"NBK"``.
            start: the first day, a date or ISO text.
            end: the last day.
            progress: called after each document.

        Raises:
            SourceError: ``refused``: the source does not reach back so far.
            ParseError: *end* is before *start*.
        """
        parts = []
        for step in self.steps(source, start, end):
            parts.append(step.fetched)
            if progress is not None:
                progress(step)
        return together(parts)

    def steps(
        self,
        source: Source | str,
        start: date | str,
        end: date | str,
        *,
        known: frozenset[date] = frozenset(),
    ) -> Iterator[Step]:
        """Fetch a span as ``between`` does, and give each document as it comes, without *known* days."""
        source = source_of(source)
        requests = self._plan(source, day_of(start, what="start"), day_of(end, what="end"), known)
        pause = source.pause if self.limits.pause is None else self.limits.pause
        failures = 0
        for done, request in enumerate(requests, 1):
            if done > 1 and pause:
                time.sleep(pause)
            fetched = self._document(source, request, self._until())
            failures = failures + 1 if fetched.failures else 0
            if failures >= self.limits.patience and done < len(requests):
                fetched = together([fetched, failed(source, None, given_up(source, failures))])
                yield Step(done, len(requests), request.on, fetched)
                return
            yield Step(done, len(requests), request.on, fetched)

    def _fetched(self, source: Source, on: date | None = None) -> Fetched:
        """Fetch all documents of a day within one deadline."""
        try:
            requests = self._plan(source, on, on)
        except SourceError as error:
            return failed(source, None, error)
        until = self._until()
        if on is None and not source.has_latest:
            tried = []
            for request in requests:
                tried.append(self._document(source, request, until))
                if not is_without_document(tried[-1]):
                    return tried[-1]
            return tried[0]
        return together(self._document(source, request, until) for request in requests)

    def _document(self, source: Source, request: Request, until: float) -> Fetched:
        talk = conversation(source, request, self._terms(source, request, until))
        try:
            step = next(talk)
            while True:
                try:
                    answer = self._done(source, step)
                except (Fault, SourceError) as error:
                    step = talk.throw(error)
                else:
                    step = talk.send(answer)
        except StopIteration as end:
            fetched: Fetched = end.value
            return fetched
        except SourceError as error:
            return failed(source, request, error)

    def _done(self, source: Source, step: Get | Wait) -> Reply | None:
        if isinstance(step, Wait):
            time.sleep(step.seconds)
            return None
        http = self._opened()
        left = max(0.001, step.until - time.monotonic())
        limits = self.limits
        connect, read = min(limits.connect, left), min(limits.read, left)
        try:
            with self._bounded(step.until):
                asked = http.build_request(
                    "GET", step.url, headers=step.headers, timeout=(connect, read, read, connect)
                )
                response = http.send(asked, stream=True, follow_redirects=False)
                try:
                    return self._received(source, step, response)
                finally:
                    response.close()
        except SourceError:
            raise
        except Exception as error:
            raise fault_of(error, urlsplit(step.url).netloc) from error

    def _received(self, source: Source, step: Get, response: Any) -> Reply:
        status: int = response.status_code
        if status != OK:
            return Reply(status, response.headers, b"")
        limit = min(self.limits.body, source.max_body)
        if response.is_stream_consumed:  # a cache or a mock has read, and unpacked, it already
            body = Body(source.name, {}, limit)
            body.feed(response.content)
            return Reply(status, response.headers, body.whole())
        body = Body(source.name, response.headers, limit)
        for raw in response.iter_raw():
            body.feed(raw)
            if time.monotonic() > step.until:
                raise TimeoutError
        return Reply(status, response.headers, body.whole())

    def _bounded(self, until: float) -> AbstractContextManager[None]:
        """Let this client's own connections end by the deadline; others know only timeouts."""
        if self._given_http is not None:
            return nullcontext()
        from cafx.client.deadline import deadline

        return deadline(until)

    def _opened(self) -> Any:
        if self._given_http is not None:
            return self._given_http
        with self._lock:
            if self._http is None:
                self._http = _made(self._verify)
            return self._http


def _made(verify: Any) -> Any:
    """Make the httpx client, on the transport with a deadline.

    A proxy that does not speak HTTP (SOCKS) is left to httpx, which bounds each read and not the whole.
    """
    from urllib.request import getproxies

    import httpx

    from cafx.client.deadline import DeadlineTransport

    context = httpx.create_ssl_context() if verify is None else verify
    proxies = getproxies()
    proxy = proxies.get("https") or proxies.get("all")
    if proxy and "://" not in proxy:
        proxy = f"http://{proxy}"
    if proxy and not proxy.startswith("http"):
        return httpx.Client(verify=context)
    return httpx.Client(transport=DeadlineTransport(context, proxy))
