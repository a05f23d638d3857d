"""The two protocols by which Python's web servers call an application, each in its plain form."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Protocol, TypeAlias, cast, final

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable, MutableMapping
    from wsgiref.types import StartResponse, WSGIEnvironment

    from cafx.live.protocols import LiveRates

    Message: TypeAlias = MutableMapping[str, object]

__all__ = ["AsgiApp", "WsgiApp"]


class _Answer(Protocol):
    @property
    def status(self) -> int: ...
    @property
    def headers(self) -> dict[str, str]: ...
    @property
    def body(self) -> bytes: ...


class _Answering(Protocol):
    """What an endpoint can do."""

    rates: LiveRates

    def answer(self, method: str, *, if_none_match: str = "", accept_encoding: str = "") -> _Answer:
        """Return the answer to a request."""


@final
class WsgiApp:
    """The endpoint as a WSGI application (PEP 3333)."""

    __slots__ = ("_endpoint",)

    def __init__(self, endpoint: _Answering) -> None:
        self._endpoint = endpoint

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer one request."""
        answer = self._endpoint.answer(
            environ["REQUEST_METHOD"],
            if_none_match=environ.get("HTTP_IF_NONE_MATCH", ""),
            accept_encoding=environ.get("HTTP_ACCEPT_ENCODING", ""),
        )
        status = HTTPStatus(answer.status)
        start_response(f"{status.value} {status.phrase}", list(answer.headers.items()))
        return [answer.body] if answer.body else []


@final
class AsgiApp:
    """The endpoint as an ASGI 3 application.

    It is an object and not a function, so that Starlette's ``Route`` takes it for the application it is.
    """

    __slots__ = ("_endpoint",)

    def __init__(self, endpoint: _Answering) -> None:
        self._endpoint = endpoint

    async def __call__(
        self,
        scope: MutableMapping[str, object],
        receive: Callable[[], Awaitable[Message]],
        send: Callable[[Message], Awaitable[None]],
    ) -> None:
        """Answer one request, or take part in the start and the end of a server that runs this alone."""
        kind = scope["type"]
        if kind == "lifespan":
            await self._live(receive, send)
        elif kind == "http":
            await self._answer(scope, send)
        elif kind == "websocket":
            await receive()
            await send({"type": "websocket.close", "code": 1000})

    async def _live(
        self, receive: Callable[[], Awaitable[Message]], send: Callable[[Message], Awaitable[None]]
    ) -> None:
        while True:
            message = await receive()
            if message["type"] == "lifespan.startup":
                await self._endpoint.rates.aready()
                await send({"type": "lifespan.startup.complete"})
            else:
                await send({"type": "lifespan.shutdown.complete"})
                return

    async def _answer(
        self, scope: MutableMapping[str, object], send: Callable[[Message], Awaitable[None]]
    ) -> None:
        asked: dict[bytes, str] = {}
        for name, value in cast("Iterable[tuple[bytes, bytes]]", scope["headers"]):
            line = value.decode("latin-1")
            asked[name.lower()] = f"{asked[name.lower()]}, {line}" if name.lower() in asked else line
        answer = self._endpoint.answer(
            str(scope["method"]),
            if_none_match=asked.get(b"if-none-match", ""),
            accept_encoding=asked.get(b"accept-encoding", ""),
        )
        lines = [
            (name.lower().encode("latin-1"), value.encode("latin-1"))
            for name, value in answer.headers.items()
        ]
        await send({"type": "http.response.start", "status": answer.status, "headers": lines})
        await send({"type": "http.response.body", "body": answer.body})
