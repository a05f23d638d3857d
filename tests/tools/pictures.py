"""Draws the pictures of docs/ from what cafx itself says: ``python tests/tools/pictures.py``.

The colours have enough contrast on white and on black, so one file serves a light and a dark page.
"""

from __future__ import annotations

from datetime import date, timedelta
from math import ceil, floor, log10
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

import cafx

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["FOLDER", "PICTURES"]

FOLDER = Path(__file__).parents[2] / "docs" / "_static"
_INK = "#75797f"
_BAND = "#2a9d8f"
_POINT = "#e0731d"
_WIDTH = 720


def _page(height: int, title: str, parts: Iterator[str]) -> str:
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" role="img" '
        f'font-family="system-ui, sans-serif" font-size="14" fill="{_INK}">'
    )
    return "\n".join([head, f"<title>{escape(title)}</title>", *parts, "</svg>", ""])


def _text(x: float, y: float, text: str, anchor: str = "middle", colour: str = _INK) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{colour}">{escape(text)}</text>'


def _line(x1: float, y1: float, x2: float, y2: float) -> str:
    return f'<path d="M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}" stroke="{_INK}" fill="none"/>'


def _bar(x1: float, x2: float, y: float) -> str:
    return (
        f'<rect x="{x1:.1f}" y="{y - 9:.1f}" width="{x2 - x1:.1f}" height="18" rx="3" '
        f'fill="{_BAND}" fill-opacity="0.45"/>'
    )


def _point(x: float, y: float) -> str:
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5" fill="{_POINT}"/>'


def _axis(y: float, low: float, high: float, ticks: list[tuple[float, str]]) -> Iterator[str]:
    yield _line(40, y, _WIDTH - 40, y)
    for value, label in ticks:
        x = _place(value, low, high)
        yield _line(x, y - 5, x, y + 5)
        yield _text(x, y + 24, label)


def _place(value: float, low: float, high: float) -> float:
    return 40 + (value - low) / (high - low) * (_WIDTH - 80)


def interval() -> str:
    """Draw what UZS/USD = 0.00008 stands for, and what its inverse does."""
    rate = cafx.Rate.of(
        cafx.Quotation("UZS", "USD", "0.00008", as_of="2025-12-16", kind="ticker", source="timesca")
    )
    dollar = rate.inverse()

    def parts() -> Iterator[str]:
        low, high = 0.00007, 0.00009
        yield _text(40, 24, "UZS/USD = 0.00008: dollars for one soʻm", "start")
        yield _bar(_place(float(rate.low), low, high), _place(float(rate.high), low, high), 60)
        yield from _axis(60, low, high, [(v, f"{v:.6f}".rstrip("0")) for v in (0.00007, 0.00008, 0.00009)])
        yield _point(_place(float(rate.price), low, high), 60)
        for bound in (rate.low, rate.high):
            yield _text(_place(float(bound), low, high), 44, f"{float(bound):.6f}", colour=_BAND)
        low, high = 11_000, 14_000
        yield _text(40, 124, "USD/UZS, its inverse: soʻm for one dollar", "start")
        yield _bar(_place(float(dollar.low), low, high), _place(float(dollar.high), low, high), 160)
        yield from _axis(160, low, high, [(v, f"{v:,}") for v in (11_000, 12_000, 13_000, 14_000)])
        yield _point(_place(float(dollar.price), low, high), 160)
        for bound in (dollar.low, dollar.price, dollar.high):
            yield _text(_place(float(bound), low, high), 144, f"{float(bound):,.0f}", colour=_BAND)

    return _page(196, "The interval that a printed price stands for, and that of its inverse", parts())


def widths() -> str:
    """Draw how far each price of one ticker may be off, in per cent on a logarithmic scale."""
    page = (Path(__file__).parents[2] / "examples" / "ticker-page.txt").read_bytes()
    rates = [cafx.Rate.of(quotation) for quotation in cafx.read_ticker(page).quotations]

    def parts() -> Iterator[str]:
        yield _text(40, 24, "How far off the printed price may be (logarithmic)", "start")
        for row, rate in enumerate(sorted(rates, key=lambda rate: rate.margin)):
            y = 52 + 34 * row
            share = float(rate.margin) * 100
            length = (log10(share) + 3) / 4 * 380
            yield _text(40, y + 5, f"{rate.pair} = {rate.legs[0].price}", "start")
            yield _bar(230, 230 + length, y)
            unit = 10 ** (floor(log10(share)) - 2)  # three digits, rounded up: a doubt is never made smaller
            yield _text(240 + length, y + 5, f"±{ceil(share / unit) * unit:.3g} %", "start")

    return _page(
        52 + 34 * len(rates), "The five prices of a ticker are known to very different degrees", parts()
    )


def carried() -> str:
    """Draw how the bounds of a rate grow when it is carried past its last day."""
    book = cafx.RateBook(
        quotation
        for quotation in cafx.RateBook.bundled()
        if quotation.pair == "USD/KZT" and quotation.last_day <= date(2025, 9, 21)
    )
    first = date(2025, 9, 15)
    rates = [book.rate("USD", "KZT", on=first + timedelta(days=day)) for day in range(21)]

    def parts() -> Iterator[str]:
        low, high = 500, 580

        def at(day: float, price: float) -> str:
            return f"{80 + day * (_WIDTH - 120) / 20:.1f} {250 - (price - low) / (high - low) * 210:.1f}"

        yield _text(40, 24, "USD/KZT: tenge for one dollar, and the days since 15 September 2025", "start")
        edge = [at(day, float(rate.high)) for day, rate in enumerate(rates)]
        edge += [at(day, float(rate.low)) for day, rate in reversed(list(enumerate(rates)))]
        yield f'<path d="M{"L".join(edge)}Z" fill="{_BAND}" fill-opacity="0.45"/>'
        middle = "L".join(at(day, float(rate.price)) for day, rate in enumerate(rates))
        yield f'<path d="M{middle}" stroke="{_POINT}" stroke-width="2" fill="none"/>'
        for price in (500, 520, 540, 560, 580):
            x, y = map(float, at(0, price).split())
            yield _line(x - 6, y, x, y)
            yield _text(x - 12, y + 5, str(price), "end")
        for day in (0, 5, 10, 15, 20):
            x = float(at(day, low).split()[0])
            yield _line(x, 250, x, 256)
            yield _text(x, 274, f"{day} days")
        yield _line(80, 250, _WIDTH - 40, 250)
        x = float(at(6.5, low).split()[0])
        yield f'<path d="M{x:.1f} 45V250" stroke="{_INK}" stroke-dasharray="4 4"/>'
        yield _text(x - 8, 60, "in force", "end")
        yield _text(x + 8, 60, "carried", "start")

    return _page(288, "The bounds of a carried rate grow with its age", parts())


#: The pictures by the name of their file.
PICTURES = {"interval.svg": interval, "widths.svg": widths, "carried.svg": carried}


if __name__ == "__main__":
    for name, draw in PICTURES.items():
        (FOLDER / name).write_text(draw(), "utf-8")
        print(FOLDER / name)
