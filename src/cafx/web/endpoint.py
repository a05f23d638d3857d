"""``Endpoint``: ``rates.json`` over HTTP, for WSGI, for ASGI, and for a framework's own view."""

from __future__ import annotations

import gzip
import json
from http import HTTPStatus
from math import ceil
from typing import TYPE_CHECKING, Final, NamedTuple, final

from cafx.core.currency import REGION, Currency
from cafx.errors import RatesTooOld
from cafx.live.wire import CHECKED_HEADER, write_checked, write_document
from cafx.web.conditions import has_tag, is_gzip_wanted
from cafx.web.document import answers_of
from cafx.web.servers import AsgiApp, WsgiApp

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from cafx.core.value import Json
    from cafx.live import Snapshot
    from cafx.live.protocols import LiveRates

__all__ = ["Answer", "Endpoint"]

_METHODS: Final = "GET, HEAD, OPTIONS"
_CACHE: Final = "public, max-age=60, stale-while-revalidate=3600, stale-if-error=86400"
#: In seconds: what a reader waits before it asks again, where nothing is known of the next try.
_PAUSE: Final = 60
_MAX_PAUSE: Final = 3600

_ALWAYS: Final = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": f"ETag, Retry-After, {CHECKED_HEADER}",
    "X-Content-Type-Options": "nosniff",
}
_PREFLIGHT: Final = {
    "Allow": _METHODS,
    "Access-Control-Allow-Methods": _METHODS,
    "Access-Control-Allow-Headers": "If-None-Match",
    "Access-Control-Max-Age": "86400",
}
_NOT_STORED: Final = {"Cache-Control": "no-store"}


class Answer(NamedTuple):
    """What is answered to a request, whatever carries it.

    Attributes:
        status: the number of its status.
        headers: by their names.
        body: empty for HEAD, OPTIONS and 304.

    >>> from cafx.testing import FixedRates
    >>> answer = Endpoint(FixedRates({"USD/KZT": "520.20"}, on="2026-11-28")).answer("POST")
    >>> answer.status, answer.headers["Allow"]
    (405, 'GET, HEAD, OPTIONS')
    """

    status: int
    headers: dict[str, str]
    body: bytes


class _Written(NamedTuple):
    """A document, ready to be sent, and what it was made of."""

    snapshot: Snapshot
    day: date
    tag: str
    checked: str
    body: bytes
    packed: bytes


@final
class Endpoint:
    """``rates.json``: what live rates answer, for browsers and for the ``Rates.from_url`` of other programs.

    It has one address and needs no framework. ``wsgi`` and ``asgi`` are applications; mount them at a path,
    in Starlette as a ``Route``. A view of a framework's own passes what was asked to ``answer``.

    The document is written once for each state of the rates and day. Its mark (``ETag``) names the day and
    what answers: it stays the same when the same prices were fetched again, and an answer without a body
    carries the new moments in a header. Browsers read them in the document alone, so a mark holds for a day
    and no longer. Anyone may read it from any site: it holds no secret and sets nothing.

    Args:
        rates: what is handed on.
        currencies: between which rates are handed on; unless others are named, the dollar and the
            region's five.

    Attributes:
        wsgi: the application for WSGI servers.
        asgi: the application for ASGI servers; at start-up it waits for the first rates, 5 seconds at most.

    Raises:
        UnknownCurrency: one of *currencies* is not a currency.

    >>> from cafx.testing import FixedRates
    >>> endpoint = Endpoint(FixedRates({"USD/KZT": "520.20"}, on="2026-11-28"))
    >>> answer = endpoint.answer("GET")
    >>> answer.status, endpoint.answer("GET", if_none_match=answer.headers["ETag"]).status
    (200, 304)
    """

    def __init__(self, rates: LiveRates, *, currencies: Iterable[str] = REGION) -> None:
        self.rates = rates
        self.currencies = tuple(map(Currency, currencies))
        self.wsgi = WsgiApp(self)
        self.asgi = AsgiApp(self)
        self._written: _Written | None = None

    def __repr__(self) -> str:
        return f"Endpoint({self.rates!r}, currencies={tuple(map(str, self.currencies))!r})"

    def answer(self, method: str, *, if_none_match: str = "", accept_encoding: str = "") -> Answer:
        """Return the answer to a request, at once: nothing is fetched for it.

        Args:
            method: of the request, such as ``GET``.
            if_none_match: its header of that name; empty for none.
            accept_encoding: its header of that name; empty for none.
        """
        if method == "OPTIONS":
            return Answer(int(HTTPStatus.NO_CONTENT), {**_ALWAYS, **_PREFLIGHT}, b"")
        if method not in {"GET", "HEAD"}:
            return _in_json(
                HTTPStatus.METHOD_NOT_ALLOWED,
                {"Allow": _METHODS, **_NOT_STORED},
                {"error": "method_not_allowed", "message": f"this is read by {_METHODS}"},
            )
        try:
            snapshot = self.rates.now()
        except RatesTooOld as error:
            answer = self.refusal(error)
        else:
            answer = self._found(snapshot, if_none_match, accept_encoding)
        return answer._replace(body=b"") if method == "HEAD" else answer

    def refusal(self, error: RatesTooOld) -> Answer:
        """Return the answer to *error*, where rates are too old to be served: 503, and when to ask again."""
        age = None if error.age is None else int(error.age.total_seconds())
        since = "no source has answered yet" if age is None else f"no source has answered for {age} seconds"
        return _in_json(
            HTTPStatus.SERVICE_UNAVAILABLE,
            {"Retry-After": str(self._pause()), **_NOT_STORED},
            {
                "error": "rates_too_old",
                "message": f"{since}: rates that old are not served",
                "age": age,
            },
        )

    def openapi(self, path: str = "/rates.json") -> dict[str, Json]:
        """Return the OpenAPI 3.1 document of this endpoint.

        Args:
            path: where it is mounted.
        """
        from cafx.web.openapi import describe

        return describe(path)

    def _found(self, snapshot: Snapshot, if_none_match: str, accept_encoding: str) -> Answer:
        written = self._document(snapshot)
        headers = {
            **_ALWAYS,
            "ETag": written.tag,
            "Cache-Control": _CACHE,
            "Vary": "Accept-Encoding",
            CHECKED_HEADER: written.checked,
        }
        if if_none_match and has_tag(if_none_match, written.tag):
            return Answer(int(HTTPStatus.NOT_MODIFIED), headers, b"")
        headers["Content-Type"] = "application/json"
        body = written.body
        if is_gzip_wanted(accept_encoding):
            headers["Content-Encoding"] = "gzip"
            body = written.packed
        headers["Content-Length"] = str(len(body))
        return Answer(int(HTTPStatus.OK), headers, body)

    def _document(self, snapshot: Snapshot) -> _Written:
        """Return the document of *snapshot* for today; two threads at once may both write it, alike."""
        known, day = self._written, self.rates.today
        if known is not None and known.snapshot is snapshot and known.day == day:
            return known
        answers = answers_of(snapshot.book, self.currencies, day, self.rates.max_age)
        body = write_document(snapshot.version, snapshot.checked, answers.quotations, **answers.to_dict())
        made = _Written(
            snapshot,
            day,
            f'W/"{day.isoformat()}-{answers.digest()}"',
            write_checked(snapshot.checked),
            body,
            gzip.compress(body, mtime=0),
        )
        self._written = made
        return made

    def _pause(self) -> int:
        """Return the seconds until the sources are asked again."""
        health = self.rates.health()
        if health.next_try is None or health.age is None or not health.checked:
            return _PAUSE
        now = max(health.checked.values()) + health.age  # by the clock of the rates
        return min(max(ceil((health.next_try - now).total_seconds()), 1), _MAX_PAUSE)


def _in_json(status: int, headers: dict[str, str], what: dict[str, Json]) -> Answer:
    body = json.dumps(what).encode()
    length = {"Content-Type": "application/json", "Content-Length": str(len(body))}
    return Answer(int(status), {**_ALWAYS, **headers, **length}, body)
