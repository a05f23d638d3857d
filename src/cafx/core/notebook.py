"""What a notebook shows of a value: HTML of a few plain pieces, beside the text of ``str``.

A class hands over its pieces; how they look is said here alone. The words carry the meaning: GitHub and
nbviewer take style and drawings away, and a dark theme takes fixed colours amiss, so there is inline style
only, in the colour of the text around it, and a drawing only repeats what stands beside it in words. Every
text is escaped.
"""

from __future__ import annotations

from html import escape
from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from fractions import Fraction

__all__ = ["Drawn", "Heading", "Interval", "Items", "Piece", "Rows", "bundle_of", "html_of", "pretty"]

_FRAME: Final = "font:13px/1.5 system-ui,sans-serif;font-variant-numeric:tabular-nums;overflow-x:auto"
_QUIET: Final = "opacity:.65"
# Said again for tables: a page without a doctype does not hand its letters on to them.
_TABLE: Final = "border-collapse:collapse;font:inherit"
_BAR: Final = 240
# A small line in a table; it is shown at half of its size.
_LINE_WIDTH, _LINE_HEIGHT = 252, 40
#: No cell of a notebook is larger, however much a value holds.
_MAX_HTML: Final = 15_000
_MAX_ROWS: Final = 40
_MAX_ITEMS: Final = 20
_MAX_TEXT: Final = 240
# A cell that is no longer stays on one line.
_WHOLE_TEXT: Final = 60


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


class Drawn(NamedTuple):
    """A cell of a table: words, and the course of a number, as low, value and high, or None in a gap."""

    text: str
    course: Sequence[tuple[float, float, float] | None]


class Rows(NamedTuple):
    """A table; the columns whose heads are in *numbers* stand on the right."""

    heads: Sequence[str]
    rows: Sequence[Sequence[str | Drawn]]
    numbers: frozenset[str] = frozenset()


class Items(NamedTuple):
    """Lines one below the other, under a few words."""

    title: str
    texts: Sequence[str]


Piece: TypeAlias = Heading | Interval | Rows | Items


def html_of(pieces: Sequence[Piece]) -> str:
    """Return the pieces as HTML of at most 15 kB.

    What is too long is shown without its drawings; a table that still is says how many rows are left out.

    >>> html_of([Heading("13 < 14")])[-23:]
    '<b>13 &lt; 14</b></div>'
    """
    rows, is_drawn = _MAX_ROWS, True
    while True:
        html = "".join(_html(piece, rows, is_drawn=is_drawn) for piece in pieces)
        if len(html) < _MAX_HTML - 200 or rows <= 1:
            return f'<div style="{_FRAME}">{html}</div>'
        if is_drawn:
            is_drawn = False
        else:
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


def _html(piece: Piece, rows: int, *, is_drawn: bool) -> str:
    if isinstance(piece, Heading):
        note = f' <span style="{_QUIET}">{_safe(piece.note)}</span>' if piece.note else ""
        return f"<b>{_safe(piece.text)}</b>{note}"
    if isinstance(piece, Interval):
        return f"<div>{_safe(piece.words)} {_bar(piece)}</div>"
    if isinstance(piece, Rows):
        return "".join(_table(piece, rows, is_drawn=is_drawn))
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


def _table(piece: Rows, limit: int, *, is_drawn: bool) -> Iterator[str]:
    sides = [' align="right"' if head in piece.numbers else ' align="left"' for head in piece.heads]
    yield f'<table cellpadding="3" style="{_TABLE}"><tr>'
    yield from (
        f'<th{side} style="font-weight:normal;{_QUIET}">{_safe(head)}</th>'
        for side, head in zip(sides, piece.heads, strict=True)
    )
    yield "</tr>"
    for row in piece.rows[:limit]:
        cells = (_cell(cell, side, is_drawn=is_drawn) for side, cell in zip(sides, row, strict=True))
        yield f"<tr>{''.join(cells)}</tr>"
    yield "</table>"
    if len(piece.rows) > limit:
        yield f'<div style="{_QUIET}">and {len(piece.rows) - limit} more rows: print() shows all</div>'


def _cell(cell: str | Drawn, side: str, *, is_drawn: bool) -> str:
    text, course = (cell, ()) if isinstance(cell, str) else cell
    # A day is not broken at its hyphens; a whole sentence may be broken.
    whole = " nowrap" if len(text) <= _WHOLE_TEXT else ""
    return f"<td{side}{whole}>{_line(course) if is_drawn else ''}{_safe(text)}</td>"


def _line(course: Sequence[tuple[float, float, float] | None]) -> str:
    """Return a drawing of a number and its band, which stops where there is a gap."""
    known = [one for one in course if one is not None]
    if not known:
        return ""
    bottom, top = min(low for low, _, _ in known), max(high for _, _, high in known)
    step = _LINE_WIDTH / max(len(course) - 1, 1)
    scale = (_LINE_HEIGHT - 2) / (top - bottom) if top > bottom else 0.0
    middle = 1 if scale else _LINE_HEIGHT // 2

    def points(cells: Sequence[tuple[int, float]]) -> str:
        return " ".join(f"{place * step:.0f},{middle + (top - value) * scale:.0f}" for place, value in cells)

    drawn: list[str] = []
    for is_known, group in groupby(enumerate(course), key=lambda item: item[1] is not None):
        run = [(place, one) for place, one in group if one is not None]
        if not is_known:
            continue
        run += [(run[0][0] + 1, run[0][1])] * (len(run) == 1)  # one point is no line
        around = [(place, high) for place, (_, _, high) in run]
        around += [(place, low) for place, (low, _, _) in reversed(run)]
        drawn.append(f'<polygon points="{points(around)}" fill="currentColor" fill-opacity=".25"/>')
        line = points([(place, value) for place, (_, value, _) in run])
        drawn.append(f'<polyline points="{line}" fill="none" stroke="currentColor" stroke-width="2"/>')
    return (
        f'<svg width="{_LINE_WIDTH // 2}" height="{_LINE_HEIGHT // 2}" viewBox="0 0 {_LINE_WIDTH}'
        f' {_LINE_HEIGHT}" aria-hidden="true" style="vertical-align:middle">{"".join(drawn)}</svg> '
    )


def _safe(text: str) -> str:
    short = text if len(text) <= _MAX_TEXT else f"{text[: _MAX_TEXT - 1]}…"
    return escape(short)
