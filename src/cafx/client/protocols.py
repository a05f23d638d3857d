"""What a client needs of the HTTP client that it asks with: httpx has it, and so have its forks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeAlias

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator, Mapping
    from contextlib import AbstractAsyncContextManager, AbstractContextManager

__all__ = ["AsyncHttp", "AsyncResponse", "Head", "Http", "Response", "Timeouts"]

#: Seconds for connecting, reading, writing, and waiting for a connection.
Timeouts: TypeAlias = tuple[float, float, float, float]


class Head(Protocol):
    """What both kinds of answer have."""

    @property
    def status_code(self) -> int:
        """The status."""

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers, their names in any case."""

    @property
    def is_stream_consumed(self) -> bool:
        """Whether the body was read already, as a cache or a mock does."""

    @property
    def content(self) -> bytes:
        """The body that was read already, unpacked."""


class Response(Head, Protocol):
    """An answer whose body is waited for."""

    def iter_raw(self) -> Iterator[bytes]:
        """Yield the body as it was sent."""


class AsyncResponse(Head, Protocol):
    """An answer whose body is awaited."""

    def aiter_raw(self) -> AsyncIterator[bytes]:
        """Yield the body as it was sent."""


class Http(Protocol):
    """An HTTP client that waits, such as ``httpx.Client``."""

    def stream(
        self,
        method: str,
        url: str,
        *,
        headers: Mapping[str, str],
        timeout: Timeouts,
        follow_redirects: bool,
    ) -> AbstractContextManager[Response]:
        """Ask, and return the answer with its body still to come."""

    def close(self) -> None:
        """Close every connection."""


class AsyncHttp(Protocol):
    """An HTTP client that is awaited, such as ``httpx.AsyncClient``."""

    def stream(
        self,
        method: str,
        url: str,
        *,
        headers: Mapping[str, str],
        timeout: Timeouts,
        follow_redirects: bool,
    ) -> AbstractAsyncContextManager[AsyncResponse]:
        """Ask, and return the answer with its body still to come."""

    async def aclose(self) -> None:
        """Close every connection."""
