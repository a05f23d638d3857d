"""What a notebook shows of a value: HTML of a few plain pieces, beside the text of ``str``.

A class hands over its pieces; how they look is said here alone. The words carry the meaning: GitHub and
nbviewer take style and drawings away, and a dark theme takes fixed colours amiss, so there is inline style
only, in the colour of the text around it, and a drawing only repeats what stands beside it in words. Every
text is escaped.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from fractions import Fraction

__all__ = ["Heading", "Interval", "Items", "Piece", "Rows", "bundle_of", "html_of", "pretty"]

_FRAME: Final = "font:13px/1.5 system-ui,sans-serif;font-variant-numeric:tabular-nums;max-width:62em"
_QUIET: Final = "opacity:.65"
_BAR: Final = 240
#: No cell of a notebook is larger, however much a value holds.
_MAX_HTML: Final = 15_000
_MAX_ROWS: Final = 40
_MAX_ITEMS: Final = 20
_MAX_TEXT: Final = 160


class Heading(NamedTuple):
    """The first line: what the value is, and a remark beside it."""

    text: str
    note: str = ""


class Interval(NamedTuple):
    """A number between two bounds: in words, and as a point on a line."""

    low: Fraction
    value: Fraction
    high: Fraction
    words: str


class Rows(NamedTuple):
    """A table; the columns whose heads are in *numbers* stand on the right."""

    heads: Sequence[str]
    rows: Sequence[Sequence[str]]
    numbers: frozenset[str] = frozenset()


class Items(NamedTuple):
    """Lines one below the other, under a few words."""

    title: str
    texts: Sequence[str]


Piece: TypeAlias = Heading | Interval | Rows | Items


def html_of(pieces: Sequence[Piece]) -> str:
    """Return the pieces as HTML of at most 15 kB; a table that is longer says how many rows are left out.

    >>> html_of([Heading("13 < 14")])[-23:]
    '<b>13 &lt; 14</b></div>'
    """
    rows = _MAX_ROWS
    while True:
        html = "".join(_html(piece, rows) for piece in pieces)
        if len(html) < _MAX_HTML - 200 or rows <= 1:
            return f'<div style="{_FRAME}">{html}</div>'
        rows //= 2


def bundle_of(text: str, pieces: Sequence[Piece]) -> dict[str, str]:
    """Return what IPython and marimo show of a value: its text, and its pieces as HTML."""
    return {"text/plain": text, "text/html": html_of(pieces)}


class Printer(Protocol):
    """What IPython hands to ``_repr_pretty_``."""

    def text(self, text: str) -> None:
        """Write *text*."""


def pretty(value: object, printer: Printer) -> None:
    """Write the text of *value* to IPython's pretty *printer*, which would else show its ``repr``."""
    printer.text(str(value))


def _html(piece: Piece, rows: int) -> str:
    if isinstance(piece, Heading):
        note = f' <span style="{_QUIET}">{_safe(piece.note)}</span>' if piece.note else ""
        return f"<b>{_safe(piece.text)}</b>{note}"
    if isinstance(piece, Interval):
        return f"<div>{_safe(piece.words)} {_bar(piece)}</div>"
    if isinstance(piece, Rows):
        return "".join(_table(piece, rows))
    shown = "".join(f"<li>{_safe(text)}</li>" for text in piece.texts[:_MAX_ITEMS])
    more = len(piece.texts) - _MAX_ITEMS
    rest = f"<li>and {more} more</li>" if more > 0 else ""
    return f"<div>{_safe(piece.title)}</div><ul>{shown}{rest}</ul>" if piece.texts else ""


def _bar(piece: Interval) -> str:
    if piece.low == piece.high:
        return ""
    share = float((piece.value - piece.low) / (piece.high - piece.low))
    return (
        f'<svg width="{_BAR}" height="14" aria-hidden="true" style="vertical-align:middle">'
        f'<line x1="6" y1="7" x2="{_BAR - 6}" y2="7" stroke="currentColor" stroke-opacity=".35"'
        f' stroke-width="6" stroke-linecap="round"/><circle cx="{6 + share * (_BAR - 12):.1f}" cy="7" r="4"'
        ' fill="currentColor"/></svg>'
    )


def _table(piece: Rows, limit: int) -> Iterator[str]:
    sides = [' align="right"' if head in piece.numbers else ' align="left"' for head in piece.heads]
    yield '<table style="border-collapse:collapse"><tr>'
    yield from (f"<th{side}>{_safe(head)}</th>" for side, head in zip(sides, piece.heads, strict=True))
    yield "</tr>"
    for row in piece.rows[:limit]:
        cells = "".join(f"<td{side}>{_safe(cell)}</td>" for side, cell in zip(sides, row, strict=True))
        yield f"<tr>{cells}</tr>"
    yield "</table>"
    if len(piece.rows) > limit:
        yield f'<div style="{_QUIET}">and {len(piece.rows) - limit} more rows: print() shows all</div>'


def _safe(text: str) -> str:
    short = text if len(text) <= _MAX_TEXT else f"{text[: _MAX_TEXT - 1]}…"
    return escape(short)
