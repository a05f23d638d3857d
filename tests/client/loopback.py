"""A server on loopback that misbehaves in every way a bank's server can, and a bank that lives there."""

# ruff: noqa: ARG002 -- every answer takes the same arguments

from __future__ import annotations

import gzip
import socket
import ssl
import struct
import threading
import time
import zlib
from contextlib import suppress
from datetime import date
from functools import lru_cache
from pathlib import Path

from cafx.sources import Calendar, Request, Row, TableSource
from cafx.sources.document import changed, read_json
from cafx.sources.fields import iso_day

PEM = Path(__file__).with_name("loopback.pem")
EVERY_DAY = Calendar(frozenset(range(1, 8)))
GOOD = b'[{"base": "USD", "price": "474.20", "day": "2026-04-01"}]'


def trusting():
    """A TLS context that knows the server's certificate."""
    return ssl.create_default_context(cafile=str(PEM))


class Bank(TableSource):
    """A source whose documents lie on the loopback server, under a path for each kind of trouble."""

    name = "Bank"
    quote = "KZT"
    currencies = ("USD",)
    calendar = EVERY_DAY
    zone = "Asia/Almaty"
    first_day = date(2026, 1, 1)
    pause = 0.0

    def __init__(self, address, path="/good", mirrors=()):
        super().__init__()
        self.address, self.path, self.mirrors = address, path, mirrors
        self.hosts = (address,)

    def request(self, on=None):
        day = "" if on is None else f"?day={on.isoformat()}"
        urls = [f"https://{self.address}{path}{day}" for path in (self.path, *self.mirrors)]
        return Request(urls[0], on, mirrors=tuple(urls[1:]))

    def rows(self, body):
        document = read_json(body, self.name)
        if not isinstance(document, list):
            raise changed(self.name, "its document is not a list")
        for item in document:
            yield Row(item["base"], self.quote, item["price"], item["day"])

    def day(self, text):
        return iso_day(text)


class Server:
    """Accepts TLS connections and answers each request by the method named like its path."""

    def __init__(self):
        self.asked = []
        self.sessions = 0
        self.open_now = self.most_open = 0
        self.laid_down = b""
        self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._context.load_cert_chain(PEM)
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.address = f"127.0.0.1:{self._socket.getsockname()[1]}"
        self._is_open = True
        bomb(256)  # made before anybody waits for it
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self):
        self._is_open = False
        self._socket.close()

    def _accept(self):
        while self._is_open:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection):
        with suppress(OSError), self._context.wrap_socket(connection, server_side=True) as stream:
            self.sessions += 1
            while True:
                text = b""
                while b"\r\n\r\n" not in text:
                    piece = stream.recv(65536)
                    if not piece:
                        return
                    text += piece
                lines = text.decode("latin-1").split("\r\n")
                target = lines[0].split()[1]
                headers = {
                    name.lower(): value for name, _, value in (line.partition(": ") for line in lines[1:])
                }
                self.asked.append((target, headers))
                path, _, query = target.partition("?")
                if getattr(self, path.strip("/").replace("-", "_"))(stream, query, headers) == "close":
                    return

    def times_asked(self, path):
        return sum(target.partition("?")[0] == path for target, _ in self.asked)

    # The answers, one for each kind of trouble.

    def good(self, stream, query, headers):
        day = query.removeprefix("day=") or "2026-04-01"
        send(stream, GOOD.replace(b"2026-04-01", day.encode()))

    def packed(self, stream, query, headers):
        send(stream, gzip.compress(GOOD), "Content-Encoding: gzip")

    def packed_short(self, stream, query, headers):
        send(stream, gzip.compress(GOOD)[:-6], "Content-Encoding: gzip")

    def bomb(self, stream, query, headers):
        send(stream, bomb(256), "Content-Encoding: gzip")

    def double_bomb(self, stream, query, headers):
        send(stream, gzip.compress(bomb(256)), "Content-Encoding: gzip, gzip")

    def brotli(self, stream, query, headers):
        send(stream, b"\x0b\x02\x80", "Content-Encoding: br")

    def flood(self, stream, query, headers):
        stream.sendall(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
        for _ in range(2000):
            stream.sendall(b"10000\r\n" + b" " * 65536 + b"\r\n")
        return "close"

    def huge_claim(self, stream, query, headers):
        stream.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 999999999999\r\n\r\n[")
        return "close"

    def drip(self, stream, query, headers):
        stream.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
        drip(stream)
        return "close"

    def header_drip(self, stream, query, headers):
        stream.sendall(b"HTTP/1.1 200 OK\r\nX: ")
        drip(stream)
        return "close"

    def silent(self, stream, query, headers):
        drip(stream, b"")
        return "close"

    def short(self, stream, query, headers):
        stream.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n" + GOOD)
        return "close"

    def anything(self, stream, query, headers):
        """Answers with the bytes that a test has laid down."""
        stream.sendall(self.laid_down)
        return "close"

    def slow(self, stream, query, headers):
        """Answers after a while, and counts how many wait at the same time."""
        self.open_now += 1
        self.most_open = max(self.most_open, self.open_now)
        time.sleep(0.05)
        self.open_now -= 1
        self.good(stream, query, headers)

    def reset(self, stream, query, headers):
        """Breaks off without a byte of an answer, once."""
        if self.times_asked("/reset") > 1:
            return self.good(stream, query, headers)
        stream.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        socket.socket(fileno=stream.detach()).close()
        return "close"

    def missing_then_good(self, stream, query, headers):
        """Has no table on six days in a row."""
        if query in {f"day=2026-03-{day:02}" for day in range(3, 9)}:
            return self.absent(stream, query, headers)
        return self.good(stream, query, headers)

    def old(self, stream, query, headers):
        send(stream, GOOD.replace(b"2026-04-01", b"2024-03-02"))

    def clock_behind(self, stream, query, headers):
        send(stream, GOOD, "Date: Tue, 31 Mar 2026 06:00:00 GMT")

    def clock_of_a_cache(self, stream, query, headers):
        send(stream, GOOD, "Date: Tue, 31 Mar 2026 06:00:00 GMT", "Age: 172800")

    def hung_up(self, stream, query, headers):
        if self.times_asked("/hung-up") > 1:
            return self.good(stream, query, headers)
        return "close"

    def huge_header(self, stream, query, headers):
        send(stream, GOOD, f"X-Pad: {'x' * 200_000}")

    def no_http(self, stream, query, headers):
        stream.sendall(b"SSH-2.0-OpenSSH_9.9\r\n")
        return "close"

    def html(self, stream, query, headers):
        send(stream, b"<html><head><title>Request Rejected</title></head></html>", "Content-Type: text/html")

    def busy(self, stream, query, headers):
        send(stream, b"slow down", "Retry-After: 86400", status="429 Too Many Requests")

    def restarting(self, stream, query, headers):
        if self.times_asked("/restarting") > 2:
            return self.good(stream, query, headers)
        return send(stream, b"", "Retry-After: 0", status="503 Service Unavailable")

    def broken(self, stream, query, headers):
        send(stream, b"", status="500 Internal Server Error")

    def forbidden(self, stream, query, headers):
        send(stream, b"", status="403 Forbidden")

    def absent(self, stream, query, headers):
        send(stream, b"", status="404 Not Found")

    def unchanged(self, stream, query, headers):
        if headers.get("if-none-match") == '"a"' and headers.get("if-modified-since"):
            return send(stream, b"", status="304 Not Modified")
        return send(stream, GOOD, 'ETag: "a"', "Last-Modified: Wed, 01 Apr 2026 09:00:00 GMT")

    def moved(self, stream, query, headers):
        send(stream, b"", f"Location: /good?{query}", status="302 Found")

    def loop(self, stream, query, headers):
        send(stream, b"", "Location: /loop", status="302 Found")

    def elsewhere(self, stream, query, headers):
        from urllib.parse import unquote

        send(stream, b"", f"Location: {unquote(query.removeprefix('to='))}", status="301 Moved Permanently")

    def ahead_by_its_clock(self, stream, query, headers):
        body = GOOD.replace(b"2026-04-01", b"2099-01-01")
        send(stream, body, "Date: Thu, 01 Jan 2099 00:00:00 GMT")

    def ahead(self, stream, query, headers):
        send(stream, GOOD.replace(b"2026-04-01", b"2099-01-01"))


def send(stream, body, *headers, status="200 OK"):
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *headers]
    stream.sendall("\r\n".join(lines).encode() + b"\r\n\r\n" + body)


def drip(stream, byte=b" "):
    """Send one byte every 0.1 s for a minute, or until nobody listens."""
    for _ in range(600):
        stream.sendall(byte)
        time.sleep(0.1)


@lru_cache
def bomb(megabytes):
    """Gzip of so many megabytes of zeros, made piece by piece."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    parts = [packer.compress(bytes(1 << 20)) for _ in range(megabytes)]
    return b"".join(parts) + packer.flush()
