"""An origin on loopback: it hands live rates on as ``rates.json``, with its faults."""

from __future__ import annotations

import gzip
import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from cafx.live.wire import CHECKED_HEADER, write_checked

DAY = "2026-11-28"


class Relay:
    """Serves the snapshot of *live*; ``fault`` is what it answers instead: a status, headers and a body."""

    def __init__(self, live):
        self.live = live
        self.fault = None
        self.asked = []
        self.says_when = True
        relay = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                status, headers, body = relay.answer(self)
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()
        self.url = f"http://127.0.0.1:{self.server.server_port}/rates.json"

    def close(self):
        self.server.shutdown()
        self.server.server_close()

    def answer(self, handler):
        if self.fault is not None:
            self.asked.append(self.fault[0])
            return self.fault
        snapshot = self.live.now()
        tag = f'W/"{snapshot.version}"'
        headers = {"ETag": tag}
        if self.says_when:
            headers[CHECKED_HEADER] = write_checked(snapshot.checked)
        if handler.headers.get("If-None-Match") == tag:
            self.asked.append(304)
            return 304, headers, b""
        self.asked.append(200)
        body = snapshot.document(on=DAY)
        return 200, headers | {"Content-Encoding": "gzip"}, gzip.compress(body)


def redirect(url):
    return 307, {"Location": url}, b""


def bodied(**changes):
    return 200, {}, json.dumps(changes).encode()
