"""A small chart of a rate and its band, in characters."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from cafx.core.decimals import plain, significant

if TYPE_CHECKING:
    from datetime import date
    from fractions import Fraction

    from cafx.rates.book import RateBook

__all__ = ["chart_lines"]

_WIDTH: Final = 60
_HEIGHT: Final = 9
_DIGITS: Final = 5
_LINE, _BAND, _EMPTY = "●", "░", " "


class _Slice(NamedTuple):
    """What the rates of some days say: the least bound, the price in the middle, and the greatest bound."""

    low: Fraction
    price: Fraction
    high: Fraction


def chart_lines(book: RateBook, base: str, quote: str, first: date, last: date) -> list[str]:
    """Return the lines of a chart of base/quote: ``●`` is the rate, ``░`` how far its bounds reach.

    A column without any rate stays empty. No line at all where nothing answers from *first* to *last*.
    """
    slices = [_slice(book, base, quote, *days) for days in _cut(first, last)]
    known = [one for one in slices if one is not None]
    if not known:
        return []
    bottom, top = min(one.low for one in known), max(one.high for one in known)
    height = _HEIGHT if top > bottom else 1
    step = (top - bottom) / height
    scale = [plain(significant(bottom + step * (row * 2 + 1) / 2, _DIGITS)) for row in range(height)]
    width = max(map(len, scale))
    lines = []
    for row in reversed(range(height)):
        floor, ceiling = bottom + step * row, bottom + step * (row + 1)
        cells = "".join(_cell(one, floor, ceiling, is_last=row == height - 1) for one in slices)
        lines.append(f"{scale[row]:>{width}} │{cells}".rstrip())
    gap = " " * (len(slices) - 2 * len("2026-01-01"))
    return [f"{base}/{quote}", *lines, f"{' ' * width}  {first.isoformat()}{gap}{last.isoformat()}"]


def _cut(first: date, last: date) -> list[tuple[date, date]]:
    """Cut a stretch of days into as many pieces as the chart is wide."""
    days = (last - first).days + 1
    edges = [first + timedelta(days * place // _WIDTH) for place in range(_WIDTH + 1)]
    return [(start, max(start, end - timedelta(1))) for start, end in pairwise(edges)]


def _slice(book: RateBook, base: str, quote: str, first: date, last: date) -> _Slice | None:
    rates = [span.rate for span in book.spans(base, quote, first, last)]
    if not rates:
        return None
    return _Slice(
        min(rate.low for rate in rates), rates[len(rates) // 2].price, max(rate.high for rate in rates)
    )


def _cell(one: _Slice | None, floor: Fraction, ceiling: Fraction, *, is_last: bool) -> str:
    if one is None:
        return _EMPTY
    if floor <= one.price < ceiling or (is_last and one.price == ceiling):
        return _LINE
    return _BAND if one.low < ceiling and one.high > floor else _EMPTY
