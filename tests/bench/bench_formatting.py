"""Formatting against Babel, Python's own format and Node's Intl."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from decimal import Decimal
from importlib.util import find_spec
from itertools import cycle
from typing import TYPE_CHECKING

from babel import Locale
from babel.numbers import format_compact_currency, format_currency, parse_decimal
from stopwatch import compare, heading

from cafx import Conversion, Money, Quotation, Rate
from cafx.formatting import (
    format_conversion,
    format_html,
    format_money,
    format_parts,
    formatter,
    parse_amount,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

AMOUNTS = [
    Decimal(text)
    for text in (
        "0 1 12.5 450.25 -1234.5 9999.99 88888 1234567.891 2750000 6500000000 144000000000 13000000000000"
    ).split()
]
MONEY = [Money(amount, "KZT") for amount in AMOUNTS]
PRICES = [
    Money(text, "KZT") for text in "13500.50 650 1200 450.25 99 35 2750 18999 250000 5 77.7 12345.67".split()
]
OFFICIAL = Quotation("USD", "KZT", "515.42", as_of="2025-12-16", kind="official", source="NBK")
TICKER = Quotation("KZT", "USD", "0.00194", as_of="2025-12-16", kind="ticker", source="timesca")
BABEL = "babel, locale as text"

INTL = """
const amounts = JSON.parse(process.argv[1]);
const best = (options) => {
  const format = new Intl.NumberFormat("kk-KZ", { style: "currency", currency: "KZT", ...options });
  let least = Infinity;
  for (let round = 0; round < 15; round++) {
    const start = process.hrtime.bigint();
    for (let loop = 0; loop < 2000; loop++) for (const amount of amounts) format.format(amount);
    least = Math.min(least, Number(process.hrtime.bigint() - start) / 1000 / 2000 / amounts.length);
  }
  return least.toFixed(2);
};
console.log(`format ${best({})} µs, compact ${best({ notation: "compact" })} µs`);
"""
STOCK = (
    "from decimal import Decimal; from babel.numbers import format_currency;"
    "format_currency(Decimal(5), 'KZT', locale='kk_KZ')"
)
OURS = "from cafx import Money, format_money; format_money(Money(5, 'KZT'), 'kk_KZ')"


def each(action: Callable[..., object], amounts: Sequence[object]) -> Callable[[], object]:
    """Make a case that formats every amount once."""

    def case() -> None:
        for amount in amounts:
            action(amount)

    return case


def process(code: str) -> Callable[[], object]:
    """Make a case that runs *code* in a fresh interpreter, compiled modules kept as usual."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return lambda: subprocess.run([sys.executable, "-c", code], check=True, env=environment)


def against(
    name: str,
    ours: Callable[[], object],
    peers: dict[str, Callable[[], object]],
    at_least: dict[str, float] | None = None,
) -> None:
    """Print how often one of *ours* fits into each of *peers*."""
    compare({f"cafx {name}": ours, **peers}, floor=f"cafx {name}", number=20, at_least=at_least)


def _shows() -> None:
    heading("what is shown of a conversion, and an amount read back, each of thousands of different ones")
    amounts = [Money(f"{13_500 + 77 * n}.{n % 100:02}", "KZT") for n in range(2000)]
    inverse = Rate.of(OFFICIAL).inverse()
    shown = cycle([Conversion(money, inverse) for money in amounts])
    ticker = Rate.of(TICKER)  # whose bounds are wide enough to be printed
    bounded = cycle([Conversion(money, ticker) for money in amounts])
    texts = cycle([format_money(money, "kk_KZ") for money in amounts])
    cases = {
        "python f'{x:,.2f}'": lambda: f"{next(shown).money.amount:,.2f}",
        "str(conversion)": lambda: str(next(shown)),
        "format_conversion(bounds=True)": lambda: format_conversion(next(bounded), "kk_KZ", bounds=True),
        "parse_amount": lambda: parse_amount(next(texts), "kk_KZ"),
        "babel parse_decimal": lambda: parse_decimal(next(texts).rstrip(" ₸\u00a0"), locale="kk_KZ"),
    }
    if find_spec("icu") is None:
        print("  (PyICU is not installed: make bench installs it where it can)")
    else:
        from icu import Locale as IcuLocale
        from icu import NumberFormat

        read = NumberFormat.createCurrencyInstance(IcuLocale("kk_KZ"))
        write = NumberFormat.createCurrencyInstance(IcuLocale("kk_KZ"))
        cases["PyICU: parse"] = lambda: read.parse(next(texts))
        cases["PyICU: format, floats"] = lambda: write.format(float(next(shown).money.amount))
    show = formatter("kk_KZ", "KZT")
    cases["cafx bound formatter"] = lambda: show(next(shown).money.amount)
    limits = {"str(conversion)": 40, "format_conversion(bounds=True)": 60, "parse_amount": 100}
    compare(cases, floor="python f'{x:,.2f}'", number=500, within=limits)


def run() -> None:
    """Print the ratios; a case formats twelve amounts."""
    locale = Locale.parse("kk_KZ")
    stock = {
        "babel format_currency, locale as text": each(
            lambda amount: format_currency(amount, "KZT", locale="kk_KZ"), AMOUNTS
        ),
        "babel format_currency, Locale": each(
            lambda amount: format_currency(amount, "KZT", locale=locale), AMOUNTS
        ),
    }
    show = formatter("kk_KZ", "KZT")
    heading("12 amounts as 1 234 567,89 ₸: how many times a bound formatter's time the others take (aim: 24)")
    against(
        "bound formatter",
        each(show, AMOUNTS),
        {
            **stock,
            "cafx bound, digits='auto'": each(formatter("kk_KZ", "KZT", digits="auto"), AMOUNTS),
            "cafx bound, de_DE EUR": each(formatter("de_DE", "EUR"), AMOUNTS),
            "cafx bound, es_ES EUR": each(formatter("es_ES", "EUR"), AMOUNTS),
            "cafx bound, en_US USD": each(formatter("en_US", "USD"), AMOUNTS),
            "cafx parts": each(lambda money: format_parts(money, "kk_KZ"), MONEY),
        },
        {"babel format_currency, locale as text": 24.0},
    )
    heading("the same by format_money (aim: 15)")
    aims = {"babel format_currency, locale as text": 15.0}
    against("format_money", each(lambda money: format_money(money, "kk_KZ"), MONEY), stock, aims)
    heading("the bound formatter against Python's own format (aim: at most 3)")
    python = {"python format(d, ',.2f')": each(lambda amount: format(amount, ",.2f"), AMOUNTS)}
    cases = {**python, "cafx bound formatter": each(show, AMOUNTS)}
    floor = "python format(d, ',.2f')"
    compare(cases, floor=floor, number=200, at_most={"cafx bound formatter": 3.0})
    heading("the display path against an f-string (aims: markup at most 4, a conversion printed at most 8)")
    rates = (Rate.of(OFFICIAL).inverse(), Rate.of(TICKER))
    official, ticker = ([Conversion(money, rate) for money in PRICES] for rate in rates)
    cases = {
        "python f'{x:,.2f}'": each(lambda money: f"{money.amount:,.2f}", PRICES),
        "cafx format_html": each(lambda money: format_html(money, "kk_KZ"), PRICES),
        "cafx format_conversion, inverse": each(lambda worth: format_conversion(worth, "kk_KZ"), official),
        "cafx format_conversion, ticker": each(lambda worth: format_conversion(worth, "kk_KZ"), ticker),
    }
    at_most = {name: 4.0 if "html" in name else 8.0 for name in cases if "cafx" in name}
    compare(cases, floor="python f'{x:,.2f}'", number=50, at_most=at_most)
    heading("compact, 1,2 млн ₸ (aim: 20)")
    against(
        "compact",
        each(formatter("kk_KZ", "KZT", notation="compact"), AMOUNTS),
        {
            "babel format_compact_currency": each(
                lambda amount: format_compact_currency(amount, "KZT", locale="kk_KZ"), AMOUNTS
            )
        },
    )
    for tag in ("kk_KZ", "ru_RU", "en_US"):
        heading(f"name in {tag} (aim: 15)")

        def stock_name(amount: Decimal, tag: str = tag) -> str:
            return format_currency(amount, "KZT", locale=tag, format_type="name")

        peers = {"babel format_currency(format_type='name')": each(stock_name, AMOUNTS)}
        against("name", each(formatter(tag, "KZT", style="name"), AMOUNTS), peers)
    _shows()
    heading("first format in a fresh process (aim: at most 1.15)")
    cases = {"babel": process(STOCK), "cafx": process(OURS), "a bare interpreter": process("pass")}
    compare(cases, floor="babel", rounds=15, unit="ms", at_most={"cafx": 1.15})
    heading("side by side: Node's Intl.NumberFormat.format")
    node = shutil.which("node")
    if node is None:
        print("  skipped: there is no node here")
        return
    command = [node, "-e", INTL, json.dumps([float(amount) for amount in AMOUNTS])]
    answer = subprocess.run(command, check=True, capture_output=True, encoding="utf-8")
    print(f"  {answer.stdout.strip()} for one amount; cafx's figures above are for {len(AMOUNTS)}")
