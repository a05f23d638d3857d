"""``AsyncClient``: what ``Client`` does, awaited."""

from __future__ import annotations

import time
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
    from collections.abc import AsyncIterator, Callable, Iterable
    from datetime import date

    from cafx.sources import Request, Source

__all__ = ["AsyncClient"]


@final
class AsyncClient(Asking):
    """Fetches rates as ``Client`` does, with the same arguments and results, on asyncio or trio.

    A client belongs to the event loop in which it was first used. A look-up of a name that hangs is
    given up in time, but asyncio waits for its thread before the loop can close.

    >>> AsyncClient()
    AsyncClient()
    """

    _http: Any = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *raised: object) -> None:
        await self.aclose()

    def __repr__(self) -> str:
        return f"AsyncClient({'' if self._given_http is None else repr(self._given_http)})"

    async def aclose(self) -> None:
        """Close the connections that this client made."""
        http, self._http = self._http, None
        if http is not None:
            await http.aclose()

    async def fetch(self, source: Source | str, on: date | str | None = None) -> Fetched:
        """Fetch one source's rates of a day, or its latest; see ``Client.fetch``."""
        return only(await self._fetched(source_of(source), None if on is None else day_of(on, what="on")))

    async def latest(self, sources: Iterable[Source | str] | Source | str | None = None) -> Fetched:
        """Fetch the latest rates of several sources at once; see ``Client.latest``."""
        import anyio

        asked = banks(sources)
        parts: list[Fetched] = [Fetched()] * len(asked)

        async def ask(place: int) -> None:
            parts[place] = await self._fetched(asked[place])

        async with anyio.create_task_group() as tasks:
            for place in range(len(asked)):
                tasks.start_soon(ask, place)
        return together(parts)

    async def between(
        self,
        source: Source | str,
        start: date | str,
        end: date | str,
        progress: Callable[[Step], None] | None = None,
    ) -> Fetched:
        """Fetch a span of days, document by document; see ``Client.between``."""
        parts = []
        async for step in self.steps(source, start, end):
            parts.append(step.fetched)
            if progress is not None:
                progress(step)
        return together(parts)

    async def steps(
        self,
        source: Source | str,
        start: date | str,
        end: date | str,
        *,
        known: frozenset[date] = frozenset(),
    ) -> AsyncIterator[Step]:
        """Fetch a span and give each document as it comes; see ``Client.steps``."""
        import anyio

        source = source_of(source)
        requests = self._plan(source, day_of(start, what="start"), day_of(end, what="end"), known)
        pause = source.pause if self.limits.pause is None else self.limits.pause
        failures = 0
        for done, request in enumerate(requests, 1):
            if done > 1 and pause:
                await anyio.sleep(pause)
            fetched = await self._document(source, request, self._until())
            failures = failures + 1 if fetched.failures else 0
            if failures >= self.limits.patience and done < len(requests):
                fetched = together([fetched, failed(source, None, given_up(source, failures))])
                yield Step(done, len(requests), request.on, fetched)
                return
            yield Step(done, len(requests), request.on, fetched)

    async def _fetched(self, source: Source, on: date | None = None) -> Fetched:
        try:
            requests = self._plan(source, on, on)
        except SourceError as error:
            return failed(source, None, error)
        until = self._until()
        if on is None and not source.has_latest:
            tried = []
            for request in requests:
                tried.append(await self._document(source, request, until))
                if not is_without_document(tried[-1]):
                    return tried[-1]
            return tried[0]
        return together([await self._document(source, request, until) for request in requests])

    async def _document(self, source: Source, request: Request, until: float) -> Fetched:
        talk = conversation(source, request, self._terms(source, request, until))
        try:
            step = next(talk)
            while True:
                try:
                    answer = await self._done(source, step)
                except (Fault, SourceError) as error:
                    step = talk.throw(error)
                else:
                    step = talk.send(answer)
        except StopIteration as end:
            fetched: Fetched = end.value
            return fetched
        except SourceError as error:
            return failed(source, request, error)

    async def _done(self, source: Source, step: Get | Wait) -> Reply | None:
        import anyio

        if isinstance(step, Wait):
            await anyio.sleep(step.seconds)
            return None
        http = self._opened()
        left = max(0.001, step.until - time.monotonic())
        limits = self.limits
        # A handshake that times out by itself closes its connection; one that is cancelled from
        # outside leaves that to the garbage collector. So it ends a little before the rest.
        connect, read = min(limits.connect, left * 0.9), min(limits.read, left)
        try:
            with anyio.fail_after(left):
                asked = http.build_request(
                    "GET", step.url, headers=step.headers, timeout=(connect, read, read, connect)
                )
                response = await http.send(asked, stream=True, follow_redirects=False)
                try:
                    return await self._received(source, response)
                finally:
                    await response.aclose()
        except SourceError:
            raise
        except Exception as error:
            raise fault_of(error, urlsplit(step.url).netloc) from error

    async def _received(self, source: Source, response: Any) -> Reply:
        status: int = response.status_code
        if status != OK:
            return Reply(status, response.headers, b"")
        limit = min(self.limits.body, source.max_body)
        if response.is_stream_consumed:  # a cache or a mock has read, and unpacked, it already
            body = Body(source.name, {}, limit)
            body.feed(response.content)
            return Reply(status, response.headers, body.whole())
        body = Body(source.name, response.headers, limit)
        async for raw in response.aiter_raw():
            body.feed(raw)
        return Reply(status, response.headers, body.whole())

    def _opened(self) -> Any:
        if self._given_http is None and self._http is None:
            import httpx

            self._http = httpx.AsyncClient(
                verify=httpx.create_ssl_context() if self._verify is None else self._verify
            )
        return self._given_http or self._http
