"""Annotating: an article with the worth of each figure written behind it, and nothing else changed.

How a worth is written is a function that the caller may pass, so that this room needs nothing of
the one that formats; the default looks it up when it is first called.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from html import escape
from typing import TYPE_CHECKING, Final

from cafx.core.html import BLOCKS, text_of, tokens
from cafx.text.finder import find_figures

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from cafx.rates.book import RateBook
    from cafx.text.figure import Figure
    from cafx.values.conversion import Conversion
    from cafx.values.money import Money

__all__ = ["annotate", "annotate_html"]

_OPENING: Final = " (≈ "
_MARK: Final = re.compile(r"\s?\(≈")
#: Text that is shown nowhere or typed back: what stands in it is not running text.
_UNTOUCHED: Final = frozenset(("title", "textarea", "select", "noscript"))
_PIECE: Final = re.compile(r"&[#a-zA-Z][#a-zA-Z0-9]{0,32};?|\s++|[^&\s]++|&")
_PARAGRAPH: Final = "\n\n"


def annotate(
    text: str,
    book: RateBook,
    to: str = "USD",
    *,
    on: date | None = None,
    locale: str = "en",
    where: Callable[[Figure], bool] | None = None,
    write: Callable[[Money, str], str] | None = None,
) -> str:
    """Give *text* with the worth of each figure behind it, where the text states none itself.

    Annotating twice changes nothing more. The worth has the digits that the figure's print and the
    rate support; of a range both ends are given.

    Args:
        text: an article.
        book: the rates.
        to: the currency of the annotations.
        on: the day of the article; None for the newest day known.
        locale: whose way of writing money the annotations follow.
        where: asked for each figure whether it is to be annotated; all are, when left out.
        write: writes money for a locale; by default ``cafx.formatting`` does, with scale words.

    Raises:
        RateNotFound: the book does not answer for a figure.

    >>> from cafx import Quotation, RateBook
    >>> tenge = Quotation("KZT", "USD", "0.00194", as_of="2025-12-16", kind="ticker", source="timesca")
    >>> book = RateBook([tenge])
    >>> annotate("13 trillion tenge are planned, 144 billion tenge ($266 million) found.", book)
    '13 trillion tenge (≈ $25.2 billion) are planned, 144 billion tenge ($266 million) found.'
    """
    pieces: list[str] = []
    here = 0
    for end, note in _notes(text, book, to, on, locale, where, write or _written):
        pieces += (text[here:end], note)
        here = end
    return "".join((*pieces, text[here:]))


def annotate_html(
    page: str,
    book: RateBook,
    to: str = "USD",
    *,
    on: date | None = None,
    locale: str = "en",
    where: Callable[[Figure], bool] | None = None,
    write: Callable[[Money, str], str] | None = None,
) -> str:
    """Annotate the running text of an HTML page; tags, attributes, scripts and comments stay.

    Figures are read as a reader sees them: references resolved, white space run together, inline
    tags ignored (``<b>13</b>&nbsp;trillion tenge``), and none reaching over the end of a block.
    The arguments and errors are those of ``annotate``.

    >>> from cafx import Quotation, RateBook
    >>> tenge = Quotation("KZT", "USD", "0.00194", as_of="2025-12-16", kind="ticker", source="timesca")
    >>> book = RateBook([tenge])
    >>> annotate_html('<p title="13 trillion tenge"><b>13</b>&nbsp;trillion <i>tenge</i>.', book)
    '<p title="13 trillion tenge"><b>13</b>&nbsp;trillion <i>tenge (≈ $25.2 billion)</i>.'
    """
    seen: list[str] = []
    starts: list[int] = []
    sources: list[tuple[int, int, bool]] = []
    length = 0
    for piece, source, is_plain in _visible(page):
        starts.append(length)
        sources.append((source[0], source[1], is_plain))
        seen.append(piece)
        length += len(piece)
    text = "".join(seen)
    pieces: list[str] = []
    here = 0
    for end, note in _notes(text, book, to, on, locale, where, write or _written):
        index = bisect_right(starts, end - 1) - 1
        start, stop, is_plain = sources[index]
        place = start + end - starts[index] if is_plain else stop
        pieces += (page[here:place], escape(note, quote=False))
        here = place
    return "".join((*pieces, page[here:]))


def _visible(page: str) -> Iterator[tuple[str, tuple[int, int], bool]]:
    """Give what a reader sees, piece by piece: its text, its place, and whether it is as typed."""
    untouched = ""
    for token in tokens(page):
        if token.kind == "tag":
            is_closing = page[token.start + 1] == "/"
            if untouched:
                untouched = "" if is_closing and token.name == untouched else untouched
            elif token.name in _UNTOUCHED and not is_closing:
                untouched = token.name
            if token.name in BLOCKS or token.name in _UNTOUCHED:
                yield _PARAGRAPH, (token.start, token.end), False
        elif token.kind == "text" and not untouched:
            for match in _PIECE.finditer(page, token.start, token.end):
                piece = match[0]
                if piece.isspace():
                    yield (piece if len(piece) == 1 else " "), match.span(), False
                elif piece[0] == "&":
                    yield text_of(piece), match.span(), False
                else:
                    yield piece, match.span(), True


def _notes(  # noqa: PLR0917 -- what annotate passes on
    text: str,
    book: RateBook,
    to: str,
    on: date | None,
    locale: str,
    where: Callable[[Figure], bool] | None,
    write: Callable[[Money, str], str],
) -> Iterator[tuple[int, str]]:
    """Give the places behind figures, and what is to stand there."""
    for figure in find_figures(text):
        is_told = figure.stated is not None or figure.currency == to or _MARK.match(text, figure.end)
        if is_told or (where is not None and not where(figure)):
            continue
        ends = [_shown(end) for end in figure.convert_ends(book, to, on=on)]
        written = [write(end, locale) for end in dict.fromkeys(ends)]
        yield figure.end, f"{_OPENING}{' – '.join(written)})"


def _shown(conversion: Conversion) -> Money:
    return conversion.significant()


def _written(money: Money, locale: str) -> str:
    from cafx.formatting import format_worth

    return format_worth(money, locale)
