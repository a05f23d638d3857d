"""``BankServer``: a bank on loopback that can misbehave as banks' servers do."""

from __future__ import annotations

import json
import threading
import time
from datetime import date
from hashlib import blake2b
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, ClassVar, Final, Literal, Self, TypeAlias, cast, final, get_args

from cafx.client import AsyncClient, Client, Limits
from cafx.core.dates import day_of
from cafx.core.text import printable
from cafx.errors import OptionError
from cafx.sources import Calendar, Request, Row, TableSource
from cafx.sources.document import changed, read_json
from cafx.sources.fields import iso_day

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from decimal import Decimal

    import httpx

    from cafx.core.dates import Day
    from cafx.values.quotation import Kind

__all__ = ["FAULTS", "BankServer", "Fault", "LoopbackBank"]

#: What the bank does in place of its duty: ``down`` breaks each connection off; ``slow`` takes its time;
#: ``silent`` never answers; ``busy`` asks to be left alone for two minutes; ``error`` and ``absent`` answer
#: with status 500 and 404; ``page`` sends a web page as if it were the table; ``garbled`` cuts the table off,
#: ``cut`` the connection in the middle of it; ``empty`` sends nothing; ``elsewhere`` redirects to a stranger.
Fault: TypeAlias = Literal[
    "down", "slow", "silent", "busy", "error", "absent", "page", "garbled", "cut", "empty", "elsewhere"
]
FAULTS: Final[tuple[Fault, ...]] = get_args(Fault)

_HOST: Final = "bank.invalid"  # a name that no network has (RFC 2606)
_PATH: Final = "/rates.json"
_PAGE: Final = b"<!doctype html><title>Maintenance</title><p>We will be back soon."
_LIMITS: Final = Limits(deadline=2.0, connect=1.0, read=1.0, retries=0)


class LoopbackBank(TableSource):
    """The source whose documents a ``BankServer`` sends: rows of JSON.

    >>> with BankServer({"USD/KZT": "520.20"}, day="2026-11-28") as bank:
    ...     print(*bank.source.parse(bank.table()))
    USD/KZT = 520.20 (official, Bank, 2026-11-28)
    """

    name: ClassVar[str] = "Bank"
    currencies: tuple[str, ...] = ("USD",)
    hosts: ClassVar[tuple[str, ...]] = (_HOST,)
    calendar: ClassVar[Calendar] = Calendar(frozenset(range(1, 8)))
    zone: ClassVar[str] = "Asia/Almaty"
    first_day: ClassVar[date | None] = date(1993, 1, 1)
    pause: ClassVar[float] = 0.0

    def request(self, *, on: date | None = None) -> Request:
        """Return the request for the table of a day, or the latest."""
        return Request(f"https://{_HOST}{_PATH}{'' if on is None else f'?day={on.isoformat()}'}", on)

    def rows(self, body: bytes) -> Iterator[Row]:
        """Return the rows."""
        table = read_json(body, self.name)
        if not isinstance(table, list):
            raise changed(self.name, "its document is not a list")
        for row in cast("list[dict[str, object]]", table):
            yield Row(row["base"], row["quote"], row["price"], row["day"])

    def day(self, text: object) -> date:
        """Return the date of an ISO text."""
        return iso_day(text)


@final
class BankServer:
    """A bank's server on loopback, with a source and a client that reach it, and faults on request.

    The client is a real one, with its retries, limits and conditional requests; only the address is changed
    on the way. Use it in a ``with`` block, or ``close`` it.

    Args:
        prices: by pair, such as ``{"USD/KZT": "520.20"}``; may be set anew at any time.
        day: the day of its table, a date or ISO text; may be set anew at any time.
        name: what the source is called; letters, digits and hyphens.
        kind: what stands behind its prices.

    Attributes:
        source: the source, for ``Client.latest`` or ``live.Rates``.
        asked: how many requests came.
        unchanged: how many of them were answered with "not modified".
        delay: the seconds that a ``slow`` bank takes.

    >>> with BankServer({"USD/KZT": "520.20"}, day="2026-11-28") as bank:
    ...     with bank.client() as client:
    ...         print(client.fetch(bank.source).quotations[0])
    ...         bank.misbehave("busy")
    ...         print(client.latest([bank.source]).failures[0])
    USD/KZT = 520.20 (official, Bank, 2026-11-28)
    Bank answered with status 503 and asks to be left alone for 120 seconds
    """

    def __init__(
        self,
        prices: Mapping[str, Decimal | int | str],
        *,
        day: Day,
        name: str = "Bank",
        kind: Kind = "official",
    ) -> None:
        self.prices = dict(prices)
        self.day = day_of(day, what="day")
        codes = tuple({code for pair in prices for code in pair.split("/")})
        facts = {"name": name, "kind": kind, "currencies": codes}
        self.source: LoopbackBank = type("Bank", (LoopbackBank,), facts)()
        self.asked = self.unchanged = 0
        self.delay = 0.2
        self._fault: Fault | None = None
        self._lock = threading.Lock()
        self._is_over = threading.Event()
        self._clients: list[httpx.Client] = []
        self._server = _Server(self)
        self.port = self._server.server_port
        self._thread = threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, name="bank", daemon=True
        )
        self._thread.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *raised: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<BankServer {self.source.name} on port {self.port}, {self._fault or 'behaving'}>"

    def close(self) -> None:
        """Stop the server; whoever still waits for an answer gets none."""
        self._is_over.set()
        for http in self._clients:
            http.close()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def misbehave(self, fault: Fault) -> None:
        """Answer every request from now on with *fault*, one of ``FAULTS``.

        Raises:
            OptionError: there is no such fault.
        """
        if fault not in FAULTS:
            message = f"fault {printable(fault)} is not one of {', '.join(FAULTS)}"
            raise OptionError(message, option="fault", value=fault)
        self._fault = fault

    def behave(self) -> None:
        """Answer with the table again."""
        self._fault = None

    def client(self, limits: Limits = _LIMITS) -> Client:
        """Return a client whose requests to this bank arrive here, within the short *limits*."""
        import httpx

        http = httpx.Client(transport=_transport(self.port), trust_env=False)
        self._clients.append(http)
        return Client(http, limits=limits)

    def async_client(self, limits: Limits = _LIMITS) -> AsyncClient:
        """Return such a client for asyncio or trio; see ``client``."""
        import httpx

        return AsyncClient(
            httpx.AsyncClient(transport=_async_transport(self.port), trust_env=False), limits=limits
        )

    def table(self, day: str = "") -> bytes:
        """Return the document for *day*, ISO text; for its own day where that is empty."""
        rows = [
            dict(zip(("base", "quote"), pair.split("/", 1), strict=True))
            | {"price": str(price), "day": day or self.day.isoformat()}
            for pair, price in self.prices.items()
        ]
        return json.dumps(rows).encode()

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        """Answer the request of *handler*, or misbehave."""
        with self._lock:
            self.asked += 1
        fault = self._fault
        if fault == "down":
            handler.close_connection = True
            return
        if fault == "silent":
            while self._fault == "silent" and not self._is_over.wait(0.02):
                pass
            handler.close_connection = True
            return
        if fault == "slow":
            time.sleep(self.delay)
        status, headers, body = self._document(handler, fault)
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name, value)
        handler.send_header("Content-Length", str(len(body) + 10 * (fault == "cut")))
        handler.end_headers()
        handler.wfile.write(body)
        handler.close_connection = handler.close_connection or fault == "cut"

    def _document(
        self, handler: BaseHTTPRequestHandler, fault: Fault | None
    ) -> tuple[HTTPStatus, dict[str, str], bytes]:
        body = self.table(handler.path.partition("day=")[2])
        tag = f'"{blake2b(body, digest_size=8).hexdigest()}"'
        match fault:
            case "busy":
                return HTTPStatus.SERVICE_UNAVAILABLE, {"Retry-After": "120"}, b""
            case "error":
                return HTTPStatus.INTERNAL_SERVER_ERROR, {}, b"oops"
            case "absent":
                return HTTPStatus.NOT_FOUND, {}, b""
            case "elsewhere":
                return HTTPStatus.FOUND, {"Location": "https://elsewhere.invalid/"}, b""
            case "page":
                return HTTPStatus.OK, {"Content-Type": "text/html"}, _PAGE
            case "garbled":
                return HTTPStatus.OK, {}, body[: len(body) // 2]
            case "empty":
                return HTTPStatus.OK, {}, b""
        if handler.headers.get("If-None-Match") == tag and fault != "cut":  # a 304 has nothing to cut
            with self._lock:
                self.unchanged += 1
            return HTTPStatus.NOT_MODIFIED, {"ETag": tag}, b""
        return HTTPStatus.OK, {"ETag": tag, "Content-Type": "application/json"}, body


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, bank: BankServer) -> None:
        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                bank.answer(self)

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002
                """Say nothing: a test's output is its own."""

        super().__init__(("127.0.0.1", 0), Handler)

    def handle_error(self, *_: object) -> None:
        """Say nothing of a client that broke off."""


def _transport(port: int) -> httpx.BaseTransport:
    """Return a transport on which the bank's address is that of the server."""
    import httpx

    class ToLoopback(httpx.HTTPTransport):
        def handle_request(self, request: httpx.Request) -> httpx.Response:
            request.url = request.url.copy_with(scheme="http", host="127.0.0.1", port=port)
            return super().handle_request(request)

    return ToLoopback(limits=httpx.Limits(max_keepalive_connections=0))


def _async_transport(port: int) -> httpx.AsyncBaseTransport:
    import httpx

    class ToLoopback(httpx.AsyncHTTPTransport):
        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            request.url = request.url.copy_with(scheme="http", host="127.0.0.1", port=port)
            return await super().handle_async_request(request)

    return ToLoopback(limits=httpx.Limits(max_keepalive_connections=0))
