"""A page of prices with their worth against f-strings and Babel, and how often live rates fetch."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from babel import Locale
from babel.numbers import format_currency
from jinja2 import Environment
from stopwatch import compare, heading, note_aim

from cafx import Money, Quotation, RateBook, format_conversion, format_html
from cafx.client import Fetched
from cafx.display import Display, negotiate
from cafx.live import Rates

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from cafx.sources import Source

DAY = "2026-11-28"
LOCALE = "kk-KZ"
RATE = Decimal("520.20")
BOOK = RateBook([Quotation("USD", "KZT", str(RATE), as_of=DAY, kind="official", source="NBK")])
PRICES = [Money(Decimal(1_350_050 + 77_777 * number).scaleb(-2), "KZT") for number in range(50)]
PAGE = Environment(autoescape=True).from_string(
    "<!doctype html><title>Bazaar</title><ul>"
    "{% for money in prices %}"
    '<li class="card"><a href="/goods/{{ loop.index }}">Felt rug no. {{ loop.index }}</a> '
    "<b>{{ price(money) }}</b></li>"
    "{% endfor %}</ul>"
)
FLOOR = "f-strings"
ONE = 'f"{amount:,.2f}"'


def page(price: Callable[[Money], str]) -> Callable[[], str]:
    """Return a case that renders the page with *price* for each price and its worth."""
    return lambda: PAGE.render(prices=PRICES, price=price)


def by_f_strings(money: Money) -> str:
    """Print as a program without any library does."""
    return f"{money.amount:,.2f} ₸ (≈ {money.amount / RATE:,.2f} $)"


def by_babel(money: Money) -> str:
    """Print as a program with Babel and its locale at hand does."""
    price = format_currency(money.amount, "KZT", locale=KAZAKH)
    return f"{price} (≈ {format_currency(money.amount / RATE, 'USD', locale=KAZAKH)})"


KAZAKH = Locale.parse("kk_KZ")


class Counted:
    """Stands in for a client, and counts how often it is asked."""

    def __init__(self) -> None:
        self.asked = 0

    def latest(self, _: Sequence[Source]) -> Fetched:
        """Take as long as a near bank does, and return its rate."""
        self.asked += 1
        time.sleep(0.05)
        return Fetched(tuple(one.replace(observed_at=datetime.now(UTC)) for one in BOOK))


WORKER = """
import sys, time
sys.path.insert(0, sys.argv[1])
from bench_web import Counted, Rates
from datetime import timedelta
client = Counted()
live = Rates("NBK", client=client, history=None, lock=sys.argv[2], soft=timedelta(seconds=1), offered=[])
live.ready(10)
while time.time() < float(sys.argv[3]):
    live.now()
    time.sleep(0.01)
live.close()
print(client.asked)
"""
PROCESSES, SECONDS = 8, 6


def run() -> None:
    """Run it."""
    heading("web: a page of 50 prices with their worth")
    shop = Display(BOOK, LOCALE, on=DAY, precision="minor")
    ratios = compare(
        {
            FLOOR: page(by_f_strings),
            "nothing in place of the prices": page(lambda _: ""),
            "babel, a Locale object": page(by_babel),
            "Display.price": page(shop.price),
            "Display.element": page(shop.element),
            "format_html and format_conversion": page(by_formats),
        },
        floor=FLOOR,
        rounds=41,
        number=5,
        unit="ms",
        at_most={"Display.price": 2.0},
    )
    note_aim(
        "Display.price, to Babel", ratios["Display.price"] / ratios["babel, a Locale object"], at_most=0.30
    )
    heading("web: one price")
    money = PRICES[0]
    amount = money.amount
    compare(
        {
            ONE: lambda: f"{amount:,.2f}",
            "text": lambda: shop.text(money),
            "html": lambda: shop.html(money),
            "worth": lambda: shop.worth(money),
            "price": lambda: shop.price(money),
            "negotiate, a header seen before": lambda: negotiate("kk-KZ,kk;q=0.9,ru;q=0.8"),
        },
        floor=ONE,
        rounds=41,
        number=2_000,
        at_most={"html": 4.0, "worth": 6.0},
    )
    fetches()


def by_formats(money: Money) -> str:
    """Print by the public formats, without a display."""
    worth = format_conversion(BOOK.convert(money, "USD", on=DAY), LOCALE, symbols="safe")
    return f"{format_html(money, LOCALE)} {worth}"


def fetches() -> None:
    """Count fetches: of 50 threads on cold and on stale rates, and of the processes of a host."""
    heading("web: fetches of live rates")
    client = Counted()
    moment = datetime.now(UTC)

    def steady() -> float:
        return moment.timestamp()

    alone = {"history": None, "lock": None, "keep_warm": False, "offered": []}
    live = Rates("NBK", client=client, **alone, clock=lambda: moment, steady=steady)
    with ThreadPoolExecutor(50) as pool:
        list(pool.map(lambda _: live.ready(10), range(50)))
        cold = client.asked
        moment += timedelta(hours=2)
        waits = list(pool.map(lambda _: _timed(live), range(50)))
        live.ready(10)
    note_aim("fetches of 50 threads, cold", cold, at_most=1)
    note_aim("fetches of 50 threads, stale", client.asked - cold, at_most=1)
    print(f"  cold {cold}, stale {client.asked - cold}; the slowest now() took {max(waits) * 1e3:.2f} ms")
    with tempfile.TemporaryDirectory() as folder:
        until = time.time() + SECONDS
        here = str(Path(__file__).parent)
        arguments = [sys.executable, "-c", WORKER, here, f"{folder}/live.json", str(until)]
        workers = [subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True) for _ in range(PROCESSES)]
        asked = sum(int(worker.communicate()[0]) for worker in workers)
    print(f"  {PROCESSES} processes, {SECONDS} seconds, fresh for 1 second: {asked} fetches in all")
    note_aim("fetches of a host, by period", asked / SECONDS, at_most=1.0)


def _timed(live: Rates) -> float:
    start = time.perf_counter()
    live.now()
    return time.perf_counter() - start
