"""A site on loopback for headless Chromium: a shop, news, and a page of React, all under a strict policy."""

from __future__ import annotations

import subprocess
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from cafx import Money, Quotation, RateBook
from cafx.display import Display
from cafx.live import Snapshot
from cafx.testing import FixedRates
from cafx.web import Endpoint, island
from web.money_texts import FILE, NODE, SIX

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
MODULES = ROOT / ".venv-web" / "node_modules"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "require-trusted-types-for 'script'"
)
GOODS = {
    "Kettle": Money("13500.50", "KZT"),
    "Atlas silk": Money("8560400", "UZS"),
    "Honey, 1 kg": Money("650", "KGS"),
    "Felt rug": Money("420.50", "TJS"),
    "Melon seeds": Money("35", "TMT"),
    "Flat in Astana": Money("32500000", "KZT"),
}
FIVE = ("KGS", "KZT", "TJS", "UZS", "TMT")
TODAY = datetime.now(UTC).date()


def book(day=TODAY, tenge="520.20"):
    """Rates of *day* and of the day before it."""
    rows = []
    for source, quote, price, before in (
        ("NBK", "KZT", tenge, "519.31"),
        ("CBU", "UZS", "11950.10", "11990.00"),
        ("NBKR", "KGS", "87.4500", "87.4500"),
        ("NBT", "TJS", "9.1937", "9.2010"),
    ):
        for when, text in ((day, price), (day - timedelta(days=1), before)):
            rows.append(Quotation("USD", quote, text, as_of=when, kind="official", source=source))
    return RateBook([*rows, Quotation("USD", "TMT", "3.5", as_of=day, kind="peg", source="CBT")])


def island_of(rates, age=timedelta(0)):
    """Return the rates of a page, checked so long ago."""
    return island(Snapshot(rates, "test", {"NBK": datetime.now(UTC) - age}, 1, ()))


def rates_of(rates):
    """Return the document that a page loads, with all that other programs read in it."""
    return Endpoint(FixedRates(rates, on=TODAY)).answer("GET").body.decode()


def shop(locale, rates=None, **choices):
    """Return a page of goods, with a switch of the currency, a strip and the rates of *rates* in it."""
    rates = book() if rates is None else rates
    display = Display(rates, locale, **choices)
    goods = "".join(f"<li>{name} {display.element(money)}</li>" for name, money in GOODS.items())
    codes = "".join(f'<option value="{code}">{code}</option>' for code in SIX)
    choice = f'<select><option value="">the seller\'s</option>{codes}</select>'
    return _page(
        display.lang,
        "Bazaar",
        f"<header>{display.strip(FIVE)}</header><main><h1>Bazaar</h1><p><label>Currency {choice}</label></p>"
        f'<ul class="goods">{goods}</ul></main>'
        f"{island_of(rates)}",
    )


def react(lang, markup):
    """Return a page around what React rendered on the server."""
    return _page(lang, "React", f'<div id="root">{markup}</div>', script="/client.js")


def _page(lang, title, body, script="/page.js"):
    return (
        f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<link rel="stylesheet" href="/page.css">'
        f'<script type="module" src="{script}"></script></head><body>{body}</body></html>'
    )


def bundled(entry, folder, platform):
    """Bundle a module of the page of React, and return the file."""
    out = folder / entry
    subprocess.run(
        [
            MODULES / ".bin" / "esbuild",
            HERE / "react" / entry,
            "--bundle",
            "--log-level=warning",
            f"--platform={platform}",
            "--format=cjs" if platform == "node" else "--format=esm",
            '--define:process.env.NODE_ENV="development"',
            f"--alias:cafx-money={FILE}",
            f"--outfile={out}",
        ],
        check=True,
        env={"NODE_PATH": str(MODULES), "PATH": str(Path(NODE).parent) + ":/usr/bin:/bin"},
    )
    return out


class Site:
    """What is served: by path a body, its type and whether scripts may run."""

    def __init__(self):
        self.bodies = {}
        self.put("/cafx-money.js", FILE.read_text("utf-8"), "text/javascript")
        for name, kind in (("page.js", "text/javascript"), ("page.css", "text/css")):
            self.put(f"/{name}", (HERE / "assets" / name).read_text("utf-8"), kind)

    def put(self, path, body, kind="text/html", policy=POLICY):
        self.bodies[path] = (body.encode(), f"{kind}; charset=utf-8", policy)
        return path


@contextmanager
def served(site):
    """Serve a site on loopback; yields its address."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            found = site.bodies.get(self.path.partition("?")[0])
            body, kind, policy = found or (b"", "text/plain", POLICY)
            self.send_response(200 if found else 404)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Content-Security-Policy", policy)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
