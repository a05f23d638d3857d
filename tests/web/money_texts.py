"""What ``cafx-money.js`` prints, beside what cafx does: the cells that both are asked for."""

from __future__ import annotations

import json
import random
import re
import shutil
import subprocess
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from itertools import permutations, product
from pathlib import Path

from cafx import (
    CafxError,
    Conversion,
    Money,
    Quotation,
    Rate,
    RateBook,
    format_conversion,
    formatter,
)
from cafx.display import OFFERED
from cafx.live import Snapshot
from cafx.locale.options import NINE
from cafx.web import island

NODE = shutil.which("node")
FILE = Path(__file__).parents[2] / "src" / "cafx" / "web" / "static" / "cafx-money.js"
SCRIPT = Path(__file__).parent / "texts.mjs"
STYLES = ("symbol", "narrow", "display", "code")
COUNTS = (1, 2, 3, 4, 5)
FORMS = (
    {},
    {"digits": "auto"},
    {"digits": "whole"},
    *({"digits": digits} for digits in (0, 1, 2, 3, 4)),
    *({"significant": count} for count in COUNTS),
    {"notation": "compact"},
    {"notation": "compact", "digits": "whole"},
    {"notation": "compact", "digits": "auto"},
    *({"notation": "compact", "digits": digits} for digits in (0, 1, 3)),
    *({"notation": "compact", "significant": count} for count in COUNTS),
)
SIX = ("KGS", "KZT", "TJS", "TMT", "USD", "UZS")
DAY = "2026-11-28"


def amounts(seed):
    """List amounts of every kind: round and one less, halves, tiny, long, below zero, drawn at random."""
    chance = random.Random(seed)  # noqa: S311
    found = "0 0.00 -0 -0.001 0.005 0.015 0.025 0.125 0.375 -2.675 1.005 999.5".split()
    found += ["0." + "0" * zeros + "1" for zeros in range(0, 59, 4)]
    found += ["0." + "0" * zeros + "5" for zeros in range(6)]
    for power in range(24):
        found += [
            str(10**power),
            str(10**power - 1),
            f"{10**power - 1}.995",
            f"-{10**power}",
            f"{10**power}.5",
        ]
    found += ["9" * 40, "1234567890" * 4, "9" * 59, "9" * 60, "1" + "0" * 59, "-" + "7" * 40 + "." + "7" * 60]
    for _ in range(60):
        digits = str(chance.randrange(10 ** chance.randrange(1, 41)))
        tail = f"{chance.randrange(10 ** chance.randrange(1, 6)):0{chance.randrange(1, 6)}}"
        found.append(f"{chance.choice(('', '', '-'))}{digits}{chance.choice(('', '.' + tail, '.005'))}")
    return found


def grid(each, step=1):
    """Yield cells of all locales, currencies, styles and forms, each with so many of the amounts in turn.

    Of a *step* of 5 a fifth is taken, in which every two of these still meet.
    """
    pool, place = amounts(7), 0
    for axes in product(*map(enumerate, (OFFERED, NINE, STYLES, FORMS))):
        if sum(number for number, _ in axes) % step:
            continue
        (_, locale), (_, currency), (_, style), (_, form) = axes
        for _ in range(each):
            yield pool[place % len(pool)], currency, {"lang": locale, "style": style, **form}
            place += 1


def python_text(amount, currency, options):
    """Return what Python prints of a cell, None for what it refuses."""
    try:
        return _format(currency, *options.items())(amount)
    except CafxError:
        return None


@cache
def _format(currency, lang, *choices):
    return formatter(lang[1], currency, symbols="safe", **dict(choices))


def browser_texts(cells, rates=None):
    """Return what the file prints of the cells."""
    request = json.dumps({"module": FILE.as_uri(), "rates": rates, "cells": list(cells)})
    answer = subprocess.run(
        [NODE, str(SCRIPT)], input=request, capture_output=True, encoding="utf-8", check=True, timeout=300
    )
    return json.loads(answer.stdout)


@lru_cache
def book():
    """Rates of every build: official ones, some of them carried, a ticker's, a peg, and their crosses."""

    def official(quote, price, source, day=DAY, **more):
        return Quotation("USD", quote, price, as_of=day, kind="official", source=source, **more)

    return RateBook(
        [
            official("KZT", "520.20", "NBK"),
            official("UZS", "11950.10", "CBU", "2026-11-17"),
            official("KGS", "87.4500", "NBKR"),
            Quotation("KZT", "KGS", "16.79", as_of=DAY, kind="official", source="NBKR", nominal=100),
            Quotation("TJS", "USD", "0.10877", as_of=DAY, kind="ticker", source="timesca", change="-0"),
            Quotation("USD", "TMT", "3.5", as_of="2015-01-01", through=date.max, kind="peg", source="CBT"),
        ]
    )


def document():
    """Return the rates of the book as a page has them."""
    return json.loads(island_text(island(Snapshot(book(), "test", {}, 1, ()), on=DAY)))


def island_text(markup):
    """Return what stands in an island."""
    return re.fullmatch(r"<script [^>]*>(.*)</script>", markup, re.DOTALL)[1]


def worths(each):
    """Yield cells of all directions, locales, styles and precisions, each with so many of the amounts."""
    pool, place = amounts(11), 0
    for (base, quote), locale, style, precision in product(
        permutations(SIX, 2), OFFERED, ("display", "code"), ("supported", "minor")
    ):
        for _ in range(each):
            choices = {"lang": locale, "to": quote, "style": style, "precision": precision}
            yield pool[place % len(pool)], base, choices
            place += 1


def python_worth(amount, currency, options):
    """Return what Python prints an amount to be worth."""
    return _worth(currency, options["to"], options["lang"], options["style"], options["precision"])(amount)


@cache
def _worth(base, quote, locale, style, precision):
    rate: Rate = book().rate(base, quote, on=DAY)

    def write(amount):
        try:
            conversion = Conversion(Money(Decimal(amount), base), rate)
            return format_conversion(conversion, locale, style=style, symbols="safe", precision=precision)
        except CafxError:
            return None

    return write


def differing(cells, ours, theirs):
    """Return the cells whose texts differ, with both."""
    return [(cell, one, other) for cell, one, other in zip(cells, ours, theirs, strict=True) if one != other]
