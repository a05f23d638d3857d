"""A mutation fuzz over every public entry: whatever comes in, a result or an error of cafx comes out.

It runs for some seconds in the tests and as long as ``CAFX_FUZZ_SECONDS`` says by ``make fuzz``. A failure
prints the input that caused it.
"""

from __future__ import annotations

import os
import random
import time
import warnings
from pathlib import Path

import pytest

import cafx
from cafx import Money, Quotation, Rate, RateBook, sources

SECONDS = float(os.environ.get("CAFX_FUZZ_SECONDS", "0.5"))
SEED = int(os.environ.get("CAFX_FUZZ_SEED", "20261128"))
BOOK = RateBook.bundled()
EXAMPLES = Path(__file__).parents[1] / "examples"
TENGE = Quotation("KZT", "USD", "0.00194", as_of="2025-12-16", kind="ticker", source="timesca", change="-0")

PAGE = """• KGS/USD = 0.01144 0%
• KZT/USD = 0.00194 -0%
• TJS/USD = 0.10877 0%
16 December 2025
<ul><li>UZS/USD</li><li>0.00008</li><li>0%</li></ul>"""
ARTICLE = (
    "Investments of 13 trillion tenge (over $24 billion) and 22.5–30 млрд тенге (около $41 млн); "
    "<p>доллар стоил 441,04 тенге</p> 450 000 so'm, один миллион сомов, яксаду панҷоҳ ҳазор сомонӣ."
)
AMOUNTS = ["1 234,50 ₸", "$1,234.50", "13 трлн тенге", "(5 ₸)", "½ million tenge", "C$5", "1,234 ₸", "5- $"]
CODES = ["KZT", "usd", "TMM", "КZT", "", "ZZZ", "XAU"]
LOCALES = ["kk_KZ", "en-u-nu-arab", "uz_Latn_UZ", "xx", "", "fa-IR", "de_AT", "sr_Cyrl"]
JSON = [value.to_json() for value in (Money(5, "KZT"), TENGE, Rate.of(TENGE), cafx.read_ticker(PAGE))]
SPECIALS = [
    "\0",
    "\u200b",
    "\u202e",
    "\ud800",
    "\u00a0",
    "\u2028",
    "\x85",
    "\x1c",
    "٣",
    "½",
    "①",
    "𝟙",
    "9" * 400,
    "0" * 70,
    "e999999",
    "<!--",
    "&#x110000;",
    "' \"",
    "-",
    "%",
    "=",
    "/",
    "(",
    ")",
    "NaN",
    "∞",
]


def entries():
    """Return what is fuzzed: a name, the seeds of its text, and a call with a text."""
    book = BOOK
    yield "read_ticker", [PAGE], cafx.read_ticker
    yield "read_tickers", [PAGE], lambda text: list(cafx.read_tickers(text.splitlines()))
    yield "find_figures", [ARTICLE], cafx.find_figures
    yield "annotate", [ARTICLE], lambda text: cafx.annotate(text, book, on="2025-09-18")
    yield "annotate_html", [ARTICLE], lambda text: cafx.annotate_html(text, book, on="2025-09-18")
    yield "check", [ARTICLE], lambda text: cafx.check(text, book, on="2025-09-18")
    yield "convert", AMOUNTS, lambda text: cafx.convert(text, "USD", on="2025-09-18", book=book)
    yield "convert, the day", ["2025-09-18", "1994-01-01"], lambda text: book.rate("KZT", "USD", on=text)
    yield "parse_money", AMOUNTS, cafx.parse_money
    yield "parse_money, strict", AMOUNTS, lambda text: cafx.parse_money(text, strict=True)
    yield "parse_amount", AMOUNTS, lambda text: [cafx.parse_amount(text, tag) for tag in ("kk", "en")]
    yield "Money", ["1234.50", "-0", "1e5"], lambda text: Money(text, "KZT")
    yield "Currency", CODES, cafx.Currency
    yield "Quotation", ["0.00194", "541"], lambda text: TENGE.replace(price=text, source=text)
    yield "format_money", LOCALES, lambda text: cafx.format_money(Money("-1234.5", "KZT"), text)
    yield "a format spec", LOCALES, lambda text: format(Money("-1234.5", "KZT"), text)
    yield (
        "format_conversion",
        LOCALES,
        lambda text: cafx.format_conversion(book.convert(Money(5, "KZT"), "USD", on="2025-09-18"), text),
    )
    for cls in (Money, Quotation, Rate, cafx.Conversion, cafx.TickerReading, cafx.Figure):
        yield f"{cls.__name__}.from_json", JSON, cls.from_json
    for source in sources.all_sources():
        seed = EXAMPLES / "ticker-page.txt"
        documents = [
            seed.read_text("utf-8"),
            '<ValCurs Date="01.04.2026"><Valute/></ValCurs>',
            "[{}]",
            "<rates/>",
        ]
        yield (
            f"{source.name}.parse",
            documents,
            lambda text, source=source: source.parse(text.encode("utf-8", "surrogatepass")),
        )


@pytest.mark.parametrize(
    ("name", "seeds", "call"), list(entries()), ids=lambda part: part if isinstance(part, str) else ""
)
def test_nothing_but_a_result_or_an_error_of_cafx_comes_out(name, seeds, call):
    dice = random.Random(f"{SEED}{name}")  # noqa: S311 -- no secret
    end = time.monotonic() + SECONDS
    tried = 0
    while time.monotonic() < end or tried < 50:
        text = mutated(dice.choice(seeds), dice)
        tried += 1
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                result = call(text)
                str(result), repr(result)
            except (cafx.CafxError, TypeError) as error:
                if len(str(error)) > 2000:
                    pytest.fail(f"{name}({text!r}) has a message of {len(str(error))} characters")
            except Exception as error:  # noqa: BLE001 -- this is what is looked for
                pytest.fail(f"{name}({text!r}) raised {type(error).__name__}: {error}")


def mutated(text, dice):
    """Return *text* with some places cut, doubled, swapped or replaced by what often breaks readers."""
    for _ in range(dice.randint(0, 4)):
        place = dice.randint(0, len(text))
        end = min(len(text), place + dice.randint(0, 8))
        piece = text[place:end]
        change = dice.randint(0, 5)
        if change == 0:
            text = text[:place] + text[end:]
        elif change == 1:
            text = text[:place] + dice.choice(SPECIALS) + text[place:]
        elif change == 2:
            text = text[:end] + piece * dice.randint(1, 5) + text[end:]
        elif change == 3:
            text = text[:place] + dice.choice(SPECIALS) + text[end:]
        elif change == 4:
            text = (
                text[:place]
                + chr(dice.choice((dice.randint(0, 0x2FF), dice.randint(0, 0xFFFF))))
                + text[end:]
            )
        else:
            other = dice.randint(0, len(text))
            text = text[:place] + text[other : other + 10] + text[place:]
    return text[:5000]
