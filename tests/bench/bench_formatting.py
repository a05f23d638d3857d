"""Formatting against Babel, Python's own format and Node's Intl."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from decimal import Decimal
from typing import TYPE_CHECKING

from babel import Locale
from babel.numbers import format_compact_currency, format_currency
from stopwatch import compare, heading

from cafx import Money
from cafx.formatting import format_money, formatter, parse_amount, parts

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

AMOUNTS = [
    Decimal(text)
    for text in (
        "0 1 12.5 450.25 -1234.5 9999.99 88888 1234567.891 2750000 6500000000 144000000000 13000000000000"
    ).split()
]
MONEY = [Money(amount, "KZT") for amount in AMOUNTS]
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


def each(action: Callable[..., object], amounts: Sequence[object]) -> Callable[[], None]:
    """Make a case that formats every amount once."""

    def case() -> None:
        for amount in amounts:
            action(amount)

    return case


def process(code: str) -> Callable[[], object]:
    """Make a case that runs *code* in a fresh interpreter."""
    return lambda: subprocess.run([sys.executable, "-c", code], check=True)


def run() -> None:
    """Print the ratios; a case formats twelve amounts."""
    locale = Locale.parse("kk_KZ")
    show = formatter("kk_KZ", "KZT")
    heading("format 12 amounts as 1 234 567,89 ₸ (aims: bound 1/24 = 0.042 x, format_money 1/15 = 0.067 x)")
    compare(
        {
            BABEL: each(lambda amount: format_currency(amount, "KZT", locale="kk_KZ"), AMOUNTS),
            "babel, Locale": each(lambda amount: format_currency(amount, "KZT", locale=locale), AMOUNTS),
            "python format(d, ',.2f')": each(lambda amount: format(amount, ",.2f"), AMOUNTS),
            "cafx bound formatter": each(show, AMOUNTS),
            "cafx bound, digits='auto'": each(formatter("kk_KZ", "KZT", digits="auto"), AMOUNTS),
            "cafx bound, de_DE EUR": each(formatter("de_DE", "EUR"), AMOUNTS),
            "cafx bound, en_US USD": each(formatter("en_US", "USD"), AMOUNTS),
            "cafx format_money": each(lambda money: format_money(money, "kk_KZ"), MONEY),
            "cafx parts": each(lambda money: parts(money, "kk_KZ"), MONEY),
        },
        floor=BABEL,
        number=20,
    )
    heading("the bound formatter against Python's own format (aim: 3 x)")
    compare(
        {
            "python format(d, ',.2f')": each(lambda amount: format(amount, ",.2f"), AMOUNTS),
            "cafx bound formatter": each(show, AMOUNTS),
        },
        floor="python format(d, ',.2f')",
        number=200,
    )
    heading("compact: 1,2 млн ₸ (aim: 1/20 = 0.05 x)")
    compare(
        {
            BABEL: each(lambda amount: format_compact_currency(amount, "KZT", locale="kk_KZ"), AMOUNTS),
            "cafx compact": each(formatter("kk_KZ", "KZT", notation="compact"), AMOUNTS),
        },
        floor=BABEL,
        number=20,
    )
    for tag in ("kk_KZ", "ru_RU", "en_US"):
        heading(f"name in {tag} (aim: 1/15 = 0.067 x)")
        cases = {
            BABEL: each(
                lambda amount, tag=tag: format_currency(amount, "KZT", locale=tag, format_type="name"),
                AMOUNTS,
            ),
            "cafx name": each(formatter(tag, "KZT", style="name"), AMOUNTS),
        }
        compare(cases, floor=BABEL, number=20)
    heading("read back 1 234 567,89 ₸")
    compare(
        {"cafx parse_amount": lambda: parse_amount("1 234 567,89 ₸", "kk_KZ")},
        floor="cafx parse_amount",
        number=100,
    )
    heading("first format in a fresh process (aim: 1.3 x)")
    cases = {"babel": process(STOCK), "cafx": process(OURS), "a bare interpreter": process("pass")}
    compare(cases, floor="babel", rounds=11, unit="ms")
    heading("side by side: Node's Intl.NumberFormat.format")
    node = shutil.which("node")
    if node is None:
        print("  skipped: there is no node here")
    else:
        amounts = json.dumps([float(amount) for amount in AMOUNTS])
        answer = subprocess.run(
            [node, "-e", INTL, amounts], check=True, capture_output=True, encoding="utf-8"
        )
        print(f"  {answer.stdout.strip()} for each amount; divide cafx's figures above by {len(AMOUNTS)}")
