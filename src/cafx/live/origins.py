"""Where live rates come from: the banks themselves, or another cafx that has asked them."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol
from urllib.parse import urlsplit

from cafx.core.text import printable
from cafx.errors import OptionError, SourceError
from cafx.live.wire import CHECKED_HEADER, MAX_DOCUMENT, read_checked, read_document

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from cafx.client import Client, Fetched
    from cafx.client.protocols import Http
    from cafx.client.reply import Reply
    from cafx.sources import Source
    from cafx.values.quotation import Quotation

__all__ = ["Banks", "Fetcher", "Landing", "Origin", "Upstream"]

_OK: Final = 200
_NOT_MODIFIED: Final = 304
_REDIRECTS: Final = range(300, 400)
_SERVER_ERROR: Final = 500
_DEADLINE: Final = 20.0
_TIMEOUTS: Final = (5.0, 10.0, 10.0, 5.0)
_MAX_MARK: Final = 200


class Fetcher(Protocol):
    """What asks the banks: a ``cafx.Client``, or what works like one."""

    def latest(self, sources: Sequence[Source]) -> Fetched:
        """Return the latest rates of *sources*, and the failures beside them."""


class Landing(NamedTuple):
    """What came of asking.

    Attributes:
        quotations: what was new, or all of it.
        checked: when each source answered, as whoever asked it says.
        failures: what failed, by the name that was asked.
        remarks: what is odd about the answers.
        is_judged: whether somebody else has judged the quotations already.
        version: the name that came with them, where they came from another cafx.
    """

    quotations: tuple[Quotation, ...]
    checked: Mapping[str, datetime]
    failures: Mapping[str, SourceError]
    remarks: tuple[str, ...] = ()
    is_judged: bool = False
    version: str = ""


class Origin(Protocol):
    """Somebody who can be asked for rates."""

    @property
    def names(self) -> tuple[str, ...]:
        """Return what can be asked for, each with its own failures."""

    @property
    def key(self) -> str:
        """Return what tells it from every other origin: processes with the same key share what came."""

    def ask(self, names: Sequence[str]) -> Landing:
        """Ask for what *names* says, and wait for it. Whatever fails is in the result."""

    def rest(self) -> None:
        """Close the connections that were made here: the next asking is far away."""

    def forget(self) -> None:
        """Drop them unclosed: this process is a child that must not disturb its parent's."""


class Banks:
    """The sources themselves, asked by a client.

    Args:
        sources: whom to ask.
        client: asks them; None for a ``Client`` made when it is needed.
        clock: gives the aware moment that is now.
    """

    def __init__(
        self, sources: Sequence[Source], client: Fetcher | None, clock: Callable[[], datetime]
    ) -> None:
        self._sources = {source.name: source for source in sources}
        self._given = client
        self._own: Client | None = None
        self._clock = clock

    @property
    def names(self) -> tuple[str, ...]:
        """Return the sources' names."""
        return tuple(self._sources)

    @property
    def key(self) -> str:
        """Return the sources, each with the currencies that it was told to keep."""
        return "\n".join(sorted(f"{name} {source!r}" for name, source in self._sources.items()))

    def ask(self, names: Sequence[str]) -> Landing:
        """Ask the sources with these names for their latest rates."""
        if self._given is None and self._own is None:
            from cafx.client import Client

            self._own = Client(clock=self._clock)
        client: Fetcher | None = self._given or self._own
        assert client is not None  # noqa: S101 -- made above
        # The moment before the first byte is asked for: whatever the answer says held then.
        moment = self._clock().astimezone(UTC)
        fetched = client.latest([self._sources[name] for name in names])
        # A source of which one document failed has not answered, though what came of it is taken.
        failures = {failure.source: failure.error for failure in fetched.failures}
        checked = {name: moment for name in names if name not in failures}
        remarks = tuple(map(str, fetched.remarks))
        return Landing(tuple(fetched.quotations), checked, failures, remarks)

    def rest(self) -> None:
        """Close the connections of the client that was made here; what it remembers stays."""
        if self._own is not None:
            self._own.close()

    def forget(self) -> None:
        """Drop the client that was made here."""
        self._own = None


class Upstream:
    """Another cafx's ``rates.json``.

    Args:
        url: its address: https, or http where the program names the host itself, as it does here. It is
            never followed to another place.
        http: an httpx client to ask with; None for one made when it is needed.
        clock: gives the aware moment that is now.

    Raises:
        OptionError: an address that is neither.
    """

    def __init__(self, url: str, http: Http | None, clock: Callable[[], datetime]) -> None:
        parts = urlsplit(url) if isinstance(url, str) and url.isascii() and url.isprintable() else None
        if (
            parts is None
            or parts.scheme not in {"http", "https"}
            or not parts.hostname
            or "@" in parts.netloc
        ):
            message = (
                f"url {printable(url)} is not an address to read rates from:"
                " pass one such as https://rates.example/rates.json"
            )
            raise OptionError(message, option="url", value=url)
        self.url = url
        self._name = parts.netloc
        self._given = http
        self._own: Http | None = None
        self._marks: dict[str, str] = {}
        self._clock = clock

    @property
    def names(self) -> tuple[str, ...]:
        """Return the host's name: it is asked as a whole."""
        return (self._name,)

    @property
    def key(self) -> str:
        """Return the address."""
        return self.url

    def ask(self, names: Sequence[str]) -> Landing:
        """Ask for the document, or whether it is still the same."""
        try:
            return self._asked()
        except SourceError as error:
            return Landing((), {}, dict.fromkeys(names, error))

    def rest(self) -> None:
        """Close the client that was made here; the document's mark stays."""
        if self._own is not None:
            self._own.close()
            self._own = None

    def forget(self) -> None:
        """Drop the client that was made here."""
        self._own = None

    def _asked(self) -> Landing:
        reply = self._reply()
        now = self._clock().astimezone(UTC)
        if reply.status == _NOT_MODIFIED and self._marks:
            header = reply.headers.get(CHECKED_HEADER, "")
            # Without the header nothing is known of when the origin was answered: the old moments stay.
            return Landing((), read_checked(header, self._name, now) if header else {}, {}, is_judged=True)
        if reply.status in _REDIRECTS:
            what = (
                f"redirects (status {reply.status}), which is not followed: pass the address it means as url="
            )
            raise self._error("changed", what)
        if reply.status != _OK:
            cause = "unavailable" if reply.status >= _SERVER_ERROR else "changed"
            what = f"answered with status {reply.status}"
            from cafx.client.headers import read_retry_after

            raise self._error(cause, what, read_retry_after(reply.headers))
        document = read_document(reply.body, self._name, now)
        self._marks = {"If-None-Match": mark} if (mark := _tag_in(reply.headers)) else {}
        return Landing(document.quotations, document.checked, {}, is_judged=True, version=document.version)

    def _reply(self) -> Reply:
        from cafx.client.deadline import deadline
        from cafx.client.faults import Fault, fault_of

        until = time.monotonic() + _DEADLINE
        try:
            with deadline(until):
                return self._received(until)
        except SourceError:
            raise
        except Fault as fault:
            raise self._error("unavailable", str(fault)) from fault
        except Exception as error:
            raise self._error("unavailable", str(fault_of(error, self._name))) from error

    def _received(self, until: float) -> Reply:
        from cafx.client.body import open_body
        from cafx.client.reply import Reply

        headers = {"Accept": "application/json", "Accept-Encoding": "gzip", **self._marks}
        with self._connected().stream(
            "GET", self.url, headers=headers, timeout=_TIMEOUTS, follow_redirects=False
        ) as response:
            body = open_body(self._name, response, MAX_DOCUMENT)
            for raw in (response.content,) if response.is_stream_consumed else response.iter_raw():
                if not body.feed(raw):
                    break
                if time.monotonic() > until:
                    raise self._error("unavailable", f"did not answer within {_DEADLINE:g} seconds")
            return Reply(response.status_code, response.headers, body.whole(), self.url)

    def _connected(self) -> Http:
        if self._given is not None:
            return self._given
        if self._own is None:
            from cafx.client.connections import open_http

            self._own = open_http(None)
        return self._own

    def _error(self, cause: str, what: str, retry_after: float | None = None) -> SourceError:
        return SourceError(f"{self._name} {what}", source=self._name, cause=cause, retry_after=retry_after)


def _tag_in(headers: Mapping[str, str]) -> str:
    """Return the mark of a document, if it can be sent back as it is."""
    tag = headers.get("etag", "")
    return tag if len(tag) <= _MAX_MARK and tag.isascii() and tag.isprintable() else ""
