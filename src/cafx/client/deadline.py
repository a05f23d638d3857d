"""An httpx transport on which everything ends by a deadline: look-up, connecting, reads and writes.

httpx bounds each read, so a server that sends one byte of its header at a time is never too slow;
it bounds each address that a name has, and not the look-up of the name. Here each step is given
what is left until the deadline, which the client sets for its thread.
"""

from __future__ import annotations

import socket
import time
from contextlib import contextmanager
from queue import Empty, Queue
from threading import Thread, local
from typing import TYPE_CHECKING, Final
from urllib.request import proxy_bypass

import httpcore
import httpx

if TYPE_CHECKING:
    import ssl
    from collections.abc import Iterable, Iterator

__all__ = ["DeadlineTransport", "deadline"]

_thread = local()

_KEPT_ALIVE: Final = 5.0
# What fails is an error of httpcore, of which httpx has each under the same name.
_HTTPX_ERRORS: Final = {
    httpcore.ConnectError: httpx.ConnectError,
    httpcore.ConnectTimeout: httpx.ConnectTimeout,
    httpcore.LocalProtocolError: httpx.LocalProtocolError,
    httpcore.PoolTimeout: httpx.PoolTimeout,
    httpcore.ProxyError: httpx.ProxyError,
    httpcore.ReadError: httpx.ReadError,
    httpcore.ReadTimeout: httpx.ReadTimeout,
    httpcore.RemoteProtocolError: httpx.RemoteProtocolError,
    httpcore.UnsupportedProtocol: httpx.UnsupportedProtocol,
    httpcore.WriteError: httpx.WriteError,
    httpcore.WriteTimeout: httpx.WriteTimeout,
}


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


@contextmanager
def _as_httpx() -> Iterator[None]:
    try:
        yield
    except tuple(_HTTPX_ERRORS) as error:
        raise _HTTPX_ERRORS[type(error)](str(error)) from error


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
        addresses = _addresses(host, port, _left(timeout))
        for place, address in enumerate(addresses, 1):
            left = _left(timeout)
            # An address that swallows packets leaves the ones behind it their share of the time.
            if left is not None:
                left /= len(addresses) + 1 - place
            try:
                return _Stream(self._backend.connect_tcp(address, port, left, local_address, socket_options))
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                if place == len(addresses):
                    raise
        message = f"{host} has no address"
        raise httpcore.ConnectError(message)


def _addresses(host: str, port: int, timeout: float | None) -> list[str]:
    """Look up a name in a thread that can be left behind: the system's own look-up knows no end."""
    found: Queue[list[str] | BaseException] = Queue(1)

    def look_up() -> None:
        try:
            rows = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            found.put([str(row[4][0]) for row in rows])
        except BaseException as error:  # noqa: BLE001 -- whoever waits for the answer hears of it
            found.put(error)

    Thread(target=look_up, name="cafx-look-up", daemon=True).start()
    try:
        answer = found.get(timeout=timeout)
    except Empty:
        message = f"the look-up of {host} takes too long"
        raise httpcore.ConnectTimeout(message) from None
    if isinstance(answer, (OSError, UnicodeError)):
        raise httpcore.ConnectError(str(answer)) from answer
    if isinstance(answer, BaseException):
        raise answer
    return list(dict.fromkeys(answer))


class _Answer(httpx.SyncByteStream):
    """The body of an answer, as it comes."""

    def __init__(self, stream: Iterable[bytes]) -> None:
        self._stream = stream

    def __iter__(self) -> Iterator[bytes]:
        with _as_httpx():
            yield from self._stream

    def close(self) -> None:
        close = getattr(self._stream, "close", None)
        if close is not None:
            close()


class DeadlineTransport(httpx.BaseTransport):
    """What ``httpx.HTTPTransport`` does for a plain GET, on connections that know the deadline.

    Args:
        verify: what TLS trusts.
        proxy: an HTTP or SOCKS proxy, which hosts of the system's exceptions do without.
    """

    def __init__(self, verify: ssl.SSLContext, proxy: httpx.Proxy | None = None) -> None:
        self._pool = httpcore.ConnectionPool(
            ssl_context=verify,
            max_connections=None,
            keepalive_expiry=_KEPT_ALIVE,
            network_backend=_Backend(),
        )
        self._proxied = None if proxy is None else _open_proxy(verify, proxy)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send *request*; what fails is an error of httpx."""
        pool = self._pool
        if self._proxied is not None and not proxy_bypass(request.url.host):
            pool = self._proxied
        with _as_httpx():
            answer = pool.handle_request(
                httpcore.Request(
                    method=request.method,
                    url=_url(request.url),
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
        if self._proxied is not None:
            self._proxied.close()


def _open_proxy(verify: ssl.SSLContext, proxy: httpx.Proxy) -> httpcore.HTTPProxy | httpcore.SOCKSProxy:
    url = proxy.url
    if url.scheme.startswith("socks"):
        return httpcore.SOCKSProxy(
            proxy_url=_url(url),
            proxy_auth=proxy.raw_auth,
            ssl_context=verify,
            max_connections=None,
            keepalive_expiry=_KEPT_ALIVE,
            network_backend=_Backend(),
        )
    return httpcore.HTTPProxy(
        proxy_url=_url(url),
        proxy_auth=proxy.raw_auth,
        proxy_headers=proxy.headers.raw,
        ssl_context=verify,
        max_connections=None,
        keepalive_expiry=_KEPT_ALIVE,
        network_backend=_Backend(),
    )


def _url(url: httpx.URL) -> httpcore.URL:
    return httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
