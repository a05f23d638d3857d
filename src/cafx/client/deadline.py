"""An httpx transport whose every read and write ends by a deadline.

httpx bounds each read, so a server that sends one byte of its header at a time is never too slow.
Here each read is given what is left until the deadline, which the client sets for its thread.
"""

from __future__ import annotations

import time
from contextlib import contextmanager
from importlib import import_module
from threading import local
from typing import TYPE_CHECKING

import httpx

if TYPE_CHECKING:
    import ssl
    from collections.abc import Iterable, Iterator

    import httpcore
else:
    # The fork httpx2 stands on httpcore2; either serves, since its parts have the same names.
    try:
        httpcore = import_module("httpcore")
    except ImportError:
        httpcore = import_module("httpcore2")

__all__ = ["DeadlineTransport", "deadline"]

_thread = local()


@contextmanager
def deadline(until: float) -> Iterator[None]:
    """Let everything that this thread reads and writes end by *until* (of the monotonic clock)."""
    before = getattr(_thread, "until", None)
    _thread.until = until
    try:
        yield
    finally:
        _thread.until = before


def _left(timeout: float | None) -> float | None:
    until = getattr(_thread, "until", None)
    if until is None:
        return timeout
    left: float = until - time.monotonic()
    if left <= 0:
        message = "the deadline has passed"
        raise httpcore.ReadTimeout(message)
    return left if timeout is None else min(timeout, left)


class _Stream(httpcore.NetworkStream):
    """A connection whose reads and writes end by the deadline."""

    def __init__(self, stream: httpcore.NetworkStream) -> None:
        self._stream = stream

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, _left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, _left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        return _Stream(self._stream.start_tls(ssl_context, server_hostname, _left(timeout)))

    def get_extra_info(self, info: str) -> object:
        return self._stream.get_extra_info(info)


class _Backend(httpcore.NetworkBackend):
    """Makes connections that know the deadline."""

    def __init__(self) -> None:
        self._backend = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        return _Stream(self._backend.connect_tcp(host, port, _left(timeout), local_address, socket_options))


class _Answer(httpx.SyncByteStream):
    """The body of an answer, as it comes."""

    def __init__(self, stream: Iterable[bytes]) -> None:
        self._stream = stream

    def __iter__(self) -> Iterator[bytes]:
        yield from self._stream

    def close(self) -> None:
        close = getattr(self._stream, "close", None)
        if close is not None:
            close()


class DeadlineTransport(httpx.BaseTransport):
    """What ``httpx.HTTPTransport`` does for a plain GET, on connections that know the deadline."""

    def __init__(self, verify: ssl.SSLContext) -> None:
        self._pool = httpcore.ConnectionPool(
            ssl_context=verify, keepalive_expiry=5.0, network_backend=_Backend()
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send *request*; what fails is an error of httpcore, which the client explains."""
        answer = self._pool.handle_request(
            httpcore.Request(
                method=request.method,
                url=httpcore.URL(
                    scheme=request.url.raw_scheme,
                    host=request.url.raw_host,
                    port=request.url.port,
                    target=request.url.raw_path,
                ),
                headers=request.headers.raw,
                content=request.stream,
                extensions=request.extensions,
            )
        )
        return httpx.Response(
            status_code=answer.status,
            headers=answer.headers,
            stream=_Answer(answer.stream),  # type: ignore[arg-type]  # of a pool without await, it is iterable
            extensions=answer.extensions,
        )

    def close(self) -> None:
        """Close every connection."""
        self._pool.close()
