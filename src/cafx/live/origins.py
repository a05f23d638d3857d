"""Where live rates come from: the banks themselves, or another cafx that has asked them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol
from urllib.parse import urlsplit

from cafx.core.text import printable
from cafx.errors import OptionError, SourceError
from cafx.live.wire import CHECKED_HEADER, MAX_DOCUMENT, document_in, parts_of, read_checked

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from cafx.client import Fetched
    from cafx.sources import Source
    from cafx.values.quotation import Quotation

__all__ = ["Banks", "Fetcher", "Landing", "Origin", "Upstream"]

_OK: Final = 200
_NOT_MODIFIED: Final = 304
_REDIRECTS: Final = range(300, 400)
_TIMEOUT: Final = 10.0
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

    def ask(self, names: Sequence[str]) -> Landing:
        """Ask for what *names* says, and wait for it. Whatever fails is in the result."""

    def forget(self) -> None:
        """Drop the connections: this process is a child that must not share its parent's."""


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
        self._own: Fetcher | None = None
        self._clock = clock

    @property
    def names(self) -> tuple[str, ...]:
        """Return the sources' names."""
        return tuple(self._sources)

    def ask(self, names: Sequence[str]) -> Landing:
        """Ask the sources with these names for their latest rates."""
        if self._given is None and self._own is None:
            from cafx.client import Client

            self._own = Client(clock=self._clock)
        client = self._given or self._own
        assert client is not None  # noqa: S101 -- made above
        # The moment before the first byte is asked for: whatever the answer says held then.
        moment = self._clock().astimezone(UTC)
        fetched = client.latest([self._sources[name] for name in names])
        # A source of which one document failed has not answered, though what came of it is taken.
        failures = {failure.source: failure.error for failure in fetched.failures}
        checked = {name: moment for name in names if name not in failures}
        return Landing(tuple(fetched.quotations), checked, failures)

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

    def __init__(self, url: str, http: object, clock: Callable[[], datetime]) -> None:
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
        self._own: object = None
        self._mark = ""
        self._clock = clock

    @property
    def names(self) -> tuple[str, ...]:
        """Return the host's name: it is asked as a whole."""
        return (self._name,)

    def ask(self, names: Sequence[str]) -> Landing:
        """Ask for the document, or whether it is still the same."""
        try:
            return self._asked()
        except SourceError as error:
            return Landing((), {}, dict.fromkeys(names, error))

    def forget(self) -> None:
        """Drop the client that was made here, and what it stood on."""
        self._own = None

    def _asked(self) -> Landing:
        status, headers, body = self._answer()
        now = self._clock().astimezone(UTC)
        if status == _NOT_MODIFIED and self._mark:
            header = headers.get(CHECKED_HEADER.lower()) or headers.get(CHECKED_HEADER)
            # Without the header nothing is known of when the origin was answered: the old moments stay.
            return Landing((), read_checked(header, self._name, now) if header else {}, {}, is_judged=True)
        if status in _REDIRECTS:
            raise self._error(
                "changed", f"redirects (status {status}), which is not followed: pass its new url"
            )
        if status != _OK:
            cause = "unavailable" if status >= 500 else "changed"  # noqa: PLR2004 -- a server's fault
            raise self._error(cause, f"answered with status {status}", _retry_after(headers))
        document = document_in(parts_of(body, self._name), self._name, now)
        mark = headers.get("etag", "")
        self._mark = mark if mark.isprintable() and len(mark) <= _MAX_MARK else ""
        return Landing(document.quotations, document.checked, {}, is_judged=True, version=document.version)

    def _answer(self) -> tuple[int, Mapping[str, str], bytes]:
        import httpx

        from cafx.client.body import Body

        http = self._given or self._own
        if http is None:
            http = self._own = httpx.Client(trust_env=True)
        headers = {"Accept": "application/json", "Accept-Encoding": "gzip"}
        if self._mark:
            headers["If-None-Match"] = self._mark
        assert isinstance(http, httpx.Client)  # noqa: S101 -- what is passed as http= is one
        try:
            with http.stream(
                "GET", self.url, headers=headers, timeout=_TIMEOUT, follow_redirects=False
            ) as answer:
                if answer.status_code != _OK:
                    return answer.status_code, answer.headers, b""
                body = Body(self._name, answer.headers, MAX_DOCUMENT)
                for raw in answer.iter_raw():
                    body.feed(raw)
                return answer.status_code, answer.headers, body.whole()
        except (httpx.HTTPError, OSError) as error:
            what = f"was not reached ({printable(str(error) or type(error).__name__)})"
            raise self._error("unavailable", what) from error

    def _error(self, cause: str, what: str, retry_after: float | None = None) -> SourceError:
        return SourceError(f"{self._name} {what}", source=self._name, cause=cause, retry_after=retry_after)


def _retry_after(headers: Mapping[str, str]) -> float | None:
    text = headers.get("retry-after", "")
    return float(text[:9]) if text.isascii() and text.isdigit() else None
