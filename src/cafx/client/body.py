"""``Body``: the bytes of an answer, piece by piece within a limit; ``Rest``: those that nobody reads."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Final

from cafx.core.text import printable
from cafx.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cafx.client.protocols import Head

__all__ = ["Body", "Rest", "open_body"]

_GZIP: Final = frozenset({"gzip", "x-gzip"})
_PLAIN: Final = frozenset({"", "identity"})
_GZIP_WINDOW: Final = 31  # zlib: expect a gzip header
_OK: Final = 200
_MAX_REST: Final = 64 * 1024


class Body:
    """Collects the raw bytes of an answer and unpacks one layer of gzip within a limit.

    Half a megabyte of gzip can hold 512 MB, and 7 kB of gzip in gzip 4 GB; so bytes are counted
    both as sent and as unpacked, and any other or further encoding is refused before it is read.
    """

    def __init__(self, source: str, headers: Mapping[str, str], limit: int) -> None:
        self._source, self._limit = source, limit
        encoding = headers.get("content-encoding", "").strip().lower()
        if encoding not in _PLAIN and encoding not in _GZIP:
            raise self._refusal(f"packs its answer as {printable(encoding)}, which was not asked for")
        length = headers.get("content-length", "")
        if length.isascii() and length.isdigit() and (len(length) > len(str(limit)) or int(length) > limit):
            raise self._too_long()
        self._unpacker = zlib.decompressobj(_GZIP_WINDOW) if encoding in _GZIP else None
        self._raw = self._have = 0
        self._parts: list[bytes] = []

    def feed(self, raw: bytes) -> bool:
        """Take the next raw bytes, and return whether more may come.

        Raises:
            SourceError: ``changed``: too long, or no gzip though it says so.
        """
        self._raw += len(raw)
        if self._raw > self._limit:
            raise self._too_long()
        part = raw
        if self._unpacker is not None:
            try:
                part = self._unpacker.decompress(raw, self._limit + 1 - self._have)
            except zlib.error as error:
                raise self._refusal(f"sent gzip that cannot be unpacked ({error})") from error
        self._have += len(part)
        if self._have > self._limit:
            raise self._too_long()
        self._parts.append(part)
        return True

    def whole(self) -> bytes:
        """Return the unpacked bytes, once all have come."""
        if self._unpacker is not None and self._raw:
            if not self._unpacker.eof:
                raise self._refusal("sent gzip that was cut short")
            if self._unpacker.unused_data:
                raise self._refusal("sent something behind the end of its gzip")
        return b"".join(self._parts)

    def _too_long(self) -> SourceError:
        return self._refusal(f"sent more than {self._limit} bytes")

    def _refusal(self, what: str) -> SourceError:
        return SourceError(f"{self._source} {what}", source=self._source, cause="changed")


class Rest:
    """The body of an answer whose status says all: read to its end, if that is near, and dropped.

    An answer that is not read to its end costs its connection, and a bank that gives many of them
    (not modified, not found, elsewhere) would see a new one for each.
    """

    def __init__(self) -> None:
        self._have = 0

    def feed(self, raw: bytes) -> bool:
        """Drop the next raw bytes, and return whether it is worth reading on."""
        self._have += len(raw)
        return self._have <= _MAX_REST

    def whole(self) -> bytes:
        """Return nothing."""
        return b""


def open_body(source: str, head: Head, limit: int) -> Body | Rest:
    """Return what takes in the body of the answer that *head* begins.

    Raises:
        SourceError: ``changed``: the answer is too long, or packed in a way that was not asked for.
    """
    if head.status_code != _OK:
        return Rest()
    # What a cache or a mock has read already, it has unpacked as well.
    return Body(source, {} if head.is_stream_consumed else head.headers, limit)
