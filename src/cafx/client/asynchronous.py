"""``AsyncClient``: what ``Client`` does, awaited."""

from __future__ import annotations

import time
from contextlib import aclosing
from typing import TYPE_CHECKING, Final, Self, final

from cafx.client.addresses import host_of
from cafx.client.body import open_body
from cafx.client.faults import Fault, fault_of
from cafx.client.flow import Flow, Get, Wait, fetch_day, fetch_span
from cafx.client.protocols import AsyncHttp
from cafx.client.reply import Reply
from cafx.client.result import Fetched, Step, merge
from cafx.client.settings import Settings, raise_if_alone, sources_or_banks
from cafx.core.dates import Day, day_of
from cafx.errors import SourceError
from cafx.sources import source_of

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterable
    from datetime import date

    from anyio import CapacityLimiter

    from cafx.client.protocols import AsyncResponse
    from cafx.sources import Source

__all__ = ["AsyncClient"]

# So many pieces of an answer are taken in before other tasks have their turn.
_PIECES: Final = 256


@final
class AsyncClient(Settings[AsyncHttp]):
    """Fetches rates as ``Client`` does, with the same arguments and results, on asyncio or trio.

    In a second event loop, or a forked process, it opens new connections. A look-up of a name that
    hangs is given up in time, but asyncio waits for its thread before the loop can close.

    >>> AsyncClient()
    AsyncClient()
    """

    _http: AsyncHttp | None = None
    _left_behind: AsyncHttp | None = None
    _loop: object = None
    _gates: dict[str, CapacityLimiter] | None = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *raised: object) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        """Close the connections that this client made."""
        self._renew()
        http, self._http = self._http, None
        if http is not None:
            await http.aclose()

    async def fetch(self, source: Source | str, *, on: Day | None = None) -> Fetched:
        """Return one source's rates of a day, or its latest; see ``Client.fetch``."""
        day = None if on is None else day_of(on, what="on")
        return raise_if_alone(await self._fetch(source_of(source), day))

    async def latest(self, sources: Iterable[Source | str] | Source | str | None = None) -> Fetched:
        """Return the latest rates of several sources, fetched at once; see ``Client.latest``."""
        import anyio

        asked = sources_or_banks(sources)
        parts: list[Fetched] = [Fetched()] * len(asked)

        async def ask(place: int) -> None:
            parts[place] = await self._fetch(asked[place])

        async with anyio.create_task_group() as tasks:
            for place in range(len(asked)):
                tasks.start_soon(ask, place)
        return merge(parts)

    async def between(
        self,
        source: Source | str,
        start: date | str,
        end: date | str,
        progress: Callable[[Step], None] | None = None,
    ) -> Fetched:
        """Return the rates of a span of days, fetched document by document; see ``Client.between``."""
        parts = []
        async for step in self.steps(source, start, end):
            parts.append(step.fetched)
            if progress is not None:
                progress(step)
        return merge(parts)

    async def steps(
        self,
        source: Source | str,
        start: date | str,
        end: date | str,
        *,
        known: frozenset[date] = frozenset(),
    ) -> AsyncIterator[Step]:
        """Yield each document of a span as it comes; see ``Client.steps``."""
        first, last = day_of(start, what="start"), day_of(end, what="end")
        async with aclosing(self._drive(fetch_span(self, source_of(source), first, last, known))) as steps:
            async for step in steps:
                if isinstance(step, Step):
                    yield step

    async def _fetch(self, source: Source, on: date | None = None) -> Fetched:
        async with aclosing(self._drive(fetch_day(self, source, on))) as parts:
            return merge([part async for part in parts if isinstance(part, Fetched)])

    async def _drive(self, flow: Flow) -> AsyncGenerator[Fetched | Step]:
        """Do what *flow* asks for, one after another, and yield its results."""
        import anyio

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
                await anyio.sleep(wish.seconds)
            elif isinstance(wish, Get):
                try:
                    reply = await self._get(wish)
                except (Fault, SourceError) as raised:
                    error = raised
            else:
                yield wish

    async def _get(self, wish: Get) -> Reply:
        import anyio

        http = self._connected()
        host = host_of(wish.url)
        has_begun = False
        try:
            left = max(0.001, wish.until - time.monotonic())
            with anyio.fail_after(left):
                async with self._gate(host):
                    left = max(0.001, wish.until - time.monotonic())
                    # A handshake that times out by itself closes its connection; one that is cancelled
                    # from outside leaves that to the garbage collector. So it ends a little before.
                    connect, read = min(self.limits.connect, left * 0.9), min(self.limits.read, left)
                    async with http.stream(
                        "GET",
                        wish.url,
                        headers=wish.headers,
                        timeout=(connect, read, read, connect),
                        follow_redirects=False,
                    ) as response:
                        has_begun = True
                        return await self._receive(wish, response)
        except (Fault, SourceError):
            raise
        except Exception as error:
            raise fault_of(error, host, self._proxy_for(host), has_begun=has_begun) from error

    async def _receive(self, wish: Get, response: AsyncResponse) -> Reply:
        import anyio

        body = open_body(wish.source.name, response, min(self.limits.body, wish.source.max_body))
        if response.is_stream_consumed:
            body.feed(response.content)
            return Reply(response.status_code, response.headers, body.whole())
        pieces = 0
        async for raw in response.aiter_raw():
            if not body.feed(raw):
                break
            pieces += 1
            if not pieces % _PIECES:
                await anyio.lowlevel.checkpoint()
        return Reply(response.status_code, response.headers, body.whole())

    def _gate(self, host: str) -> CapacityLimiter:
        """Return what lets *host* have only so many connections."""
        import anyio

        if self._gates is None:
            self._gates = {}
        if host not in self._gates:
            self._gates[host] = anyio.CapacityLimiter(self.limits.connections)
        return self._gates[host]

    def _connected(self) -> AsyncHttp:
        self._renew()
        if self._own_http is not None:
            return self._own_http
        from cafx.client.connections import open_async_http

        if self._http is None:
            self._http = open_async_http(self._verify)
        return self._http

    def _renew(self) -> None:
        """Leave behind what belongs to another event loop or process: it cannot be closed from here."""
        from anyio.lowlevel import current_token

        loop = current_token()
        if self._is_forked() or (self._loop is not None and self._loop != loop):
            self._left_behind = self._http
            self._http = self._gates = None
        self._loop = loop

    def _proxy_for(self, host: str) -> str:
        if self._own_http is not None:
            return ""
        from cafx.client.connections import proxy_for

        return proxy_for(host)
