"""Annotating: an article with the worth of each figure written behind it, and nothing else changed.

How a worth is written is a function that the caller may pass, so that this room needs nothing of
the one that formats; the default looks it up when it is first called.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from html import escape
from typing import TYPE_CHECKING, Final, NamedTuple

from cafx.core.currency import currency_in_use
from cafx.core.dates import day_of
from cafx.core.html import BLOCKS, text_of, tokens
from cafx.core.text import printable
from cafx.errors import OptionError, RateNotFound
from cafx.rates.book import MAX_AGE, require_book
from cafx.text.dateline import dateline_of
from cafx.text.figure import conversions_at
from cafx.text.finder import find_figures
from cafx.text.findings import MISSING, Annotated, Finding, Missing, Skipped, with_warnings
from cafx.text.lexicon import CLOSING
from cafx.text.tokens import tokens_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date, timedelta

    from cafx.core.dates import Day
    from cafx.core.html import Token
    from cafx.rates.book import RateBook
    from cafx.text.figure import Figure
    from cafx.values.money import Money
    from cafx.values.rate import Rate

__all__ = ["annotate", "annotate_html", "day_for"]

_OPENING: Final = " (≈ "
#: Within a bracket no second one is opened.
_WITHIN: Final = " ≈ "
_MARK: Final = re.compile(r"\s?\(?≈")
_LONGEST_BRACKET: Final = 200
#: Text that is shown nowhere, typed back, or meant for a machine: it is not running text.
_UNTOUCHED: Final = frozenset(
    ("title", "textarea", "select", "noscript", "data", "button", "code", "pre", "kbd", "samp", "svg", "math")
)
#: Attributes that say so of any element: ``translate="no"``, ``contenteditable``.
_LEFT_ALONE: Final = re.compile(
    r"""\stranslate\s*=\s*["']?no\b|\scontenteditable(?:\s*=\s*["']?(?!false)|[\s>/])""", re.IGNORECASE
)
#: Elements without an end tag: nothing stands in them.
_VOID: Final = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)
#: A reference, white space to run together, or a run of words with single spaces, which is as typed.
_PIECE: Final = re.compile(r"&[#a-zA-Z][#a-zA-Z0-9]{0,32};?|\s\s++|(?:[^&\s]++|\s(?!\s))++|&")
_PARAGRAPH: Final = "\n\n"
_LONGEST_CLOSING: Final = 16


class _Note(NamedTuple):
    """What is to stand in a text, and where."""

    place: int
    note: str
    html: str


def annotate(
    text: str,
    book: RateBook,
    to: str = "USD",
    *,
    on: Day | None = None,
    locale: str = "en",
    where: Callable[[Figure], bool] | None = None,
    write: Callable[[Money, str], str] | None = None,
    missing: Missing = "skip",
    max_age: timedelta = MAX_AGE,
) -> Annotated:
    """Write behind each figure of *text* what it comes to, where the text states no worth itself.

    Annotating twice changes nothing more. The worth has the digits that the figure's print and the
    rate support; of a range both ends are given. A hedge or an ending of a range behind the figure stays
    with it. Of a rate that was no longer in force on the day, its own day is written too. Within a bracket
    no second one is opened: ``(36 920 тенге ≈ $82)``.

    Args:
        text: an article.
        book: the rates.
        to: the currency of the annotations.
        on: the day of the article; where it is left out, the day that a date line of the text names, else
            the newest day known.
        locale: whose way of writing money the annotations follow.
        where: asked for each figure whether it is to be annotated; all are, when left out.
        write: writes money for a locale; by default ``cafx.formatting`` does, with scale words.
        missing: ``skip`` leaves a figure without a rate as it is and names it in ``skipped``; ``raise``
            raises its error.
        max_age: how long before the day an answer may have been last in force.

    Returns:
        The text with its annotations, the figures with their rates, and those that were left alone.

    Raises:
        RateNotFound: the book does not answer for a figure, and *missing* is ``raise``.
        OptionError: *missing* is neither.
        TypeError: *book* is not a ``RateBook``.

    Warns:
        StaleRateWarning: no day is known and the newest rate of a figure is stale.

    >>> from cafx import Quotation, RateBook
    >>> tenge = Quotation("KZT", "USD", "0.00194", as_of="2025-12-16", kind="ticker", source="timesca")
    >>> book = RateBook([tenge])
    >>> annotated = annotate("13 trillion tenge are planned, 144 billion tenge ($266 million) found.", book)
    >>> print(annotated)
    13 trillion tenge (≈ $25.2 billion) are planned, 144 billion tenge ($266 million) found.
    >>> print(annotated.skipped[0])
    144 billion tenge: the text states its worth
    >>> print(annotate("13 trillion tenge are planned.", book, on="2025-12-18"))
    13 trillion tenge (≈ $25 billion; Dec 16, 2025) are planned.
    """
    day, said = day_for(text, on)
    notes, figures, skipped = _notes(text, book, to, day, max_age, locale, where, write or _written, missing)
    pieces: list[str] = []
    here = 0
    for place, note, _ in notes:
        pieces += (text[here:place], note)
        here = place
    return with_warnings(Annotated("".join((*pieces, text[here:])), figures, skipped, day, said))


def annotate_html(
    page: str,
    book: RateBook,
    to: str = "USD",
    *,
    on: Day | None = None,
    locale: str = "en",
    where: Callable[[Figure], bool] | None = None,
    write: Callable[[Money, str], str] | None = None,
    missing: Missing = "skip",
    max_age: timedelta = MAX_AGE,
) -> Annotated:
    """Return an HTML page with its running text annotated; tags, attributes, scripts and comments stay.

    Figures are read as a reader sees them: references resolved, white space run together, inline
    tags ignored (``<b>13</b>&nbsp;trillion tenge``), and none reaching over the end of a block. Code, forms,
    pictures and what is not to be translated are left alone. The arguments and errors are those of
    ``annotate``; the page's metadata may name the day, and ``Html`` that *write* returns stays markup.

    >>> from cafx import Quotation, RateBook
    >>> tenge = Quotation("KZT", "USD", "0.00194", as_of="2025-12-16", kind="ticker", source="timesca")
    >>> book = RateBook([tenge])
    >>> print(annotate_html('<p title="13 trillion tenge"><b>13</b>&nbsp;trillion <i>tenge</i>.', book))
    <p title="13 trillion tenge"><b>13</b>&nbsp;trillion <i>tenge (≈ $25.2 billion)</i>.
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
    day, said = day_for(page, on)
    notes, figures, skipped = _notes(text, book, to, day, max_age, locale, where, write or _written, missing)
    pieces: list[str] = []
    here = 0
    for end, _, html in notes:
        index = bisect_right(starts, end - 1) - 1
        start, stop, is_plain = sources[index]
        place = start + end - starts[index] if is_plain else stop
        pieces += (page[here:place], html)
        here = place
    text = "".join((*pieces, page[here:]))
    return with_warnings(Annotated(text, figures, skipped, day, said, is_html=True))


def day_for(page: str, on: Day | None) -> tuple[date | None, str | None]:
    """Return the day whose rates count for an article, and the words of its own that name it.

    An old article never gets today's rate because nobody said its day, if it says its day itself.
    """
    if on is not None:
        return day_of(on, what="on"), None
    own = dateline_of(page)
    return (None, None) if own is None else (own.day, own.text)


def _visible(page: str) -> Iterator[tuple[str, tuple[int, int], bool]]:
    """Return what a reader sees, piece by piece: its text, its place, and whether it is as typed."""
    untouched, depth = "", 0
    for token in tokens(page):
        if token.kind == "tag":
            is_closing = page[token.start + 1] == "/"
            if untouched and token.name == untouched:
                depth += -1 if is_closing else 1
                untouched = untouched if depth else ""
            elif not untouched and not is_closing and _is_left_alone(page, token):
                untouched, depth = token.name, 1
            if (
                token.name in BLOCKS
                or token.name in _UNTOUCHED
                or (untouched and depth == 1 and not is_closing)
            ):
                yield _PARAGRAPH, (token.start, token.end), False
        elif token.kind == "text" and not untouched:
            for match in _PIECE.finditer(page, token.start, token.end):
                piece = match[0]
                if piece[0] == "&":
                    yield text_of(piece), match.span(), False
                elif len(piece) > 1 and piece.isspace():
                    yield " ", match.span(), False
                else:
                    yield piece, match.span(), True


def _is_left_alone(page: str, tag: Token) -> bool:
    """Whether an element's content is not to be annotated."""
    if tag.name in _VOID or page[tag.end - 2 : tag.end] == "/>":
        return False
    return tag.name in _UNTOUCHED or _LEFT_ALONE.search(page, tag.start, tag.end) is not None


def _notes(  # noqa: PLR0917 -- what annotate passes on
    text: str,
    book: RateBook,
    to: str,
    on: date | None,
    max_age: timedelta,
    locale: str,
    where: Callable[[Figure], bool] | None,
    write: Callable[[Money, str], str],
    missing: Missing,
) -> tuple[list[_Note], tuple[Finding, ...], tuple[Skipped, ...]]:
    """Return what is to be written into a text, what was found, and what is left alone."""
    if missing not in MISSING:
        message = f"missing={printable(missing)} is not one of {', '.join(MISSING)}"
        raise OptionError(message, option="missing", value=missing)
    wanted = currency_in_use(to)
    require_book(book)
    notes: list[_Note] = []
    found: list[Finding] = []
    skipped: list[Skipped] = []
    for figure in find_figures(text):
        place = _behind(text, figure)
        reason = ""
        if figure.stated is not None:
            reason = "the text states its worth"
        elif figure.currency == wanted:
            reason = f"it is in {wanted}"
        elif _MARK.match(text, place):
            reason = "it is annotated"
        elif where is not None and not where(figure):
            reason = "where= leaves it out"
        if reason:
            skipped.append(Skipped(figure, reason))
            continue
        try:
            rate = book.rate(figure.currency, wanted, on=on, max_age=max_age)
        except RateNotFound as error:
            if missing == "raise":
                raise
            skipped.append(Skipped(figure, str(error)))
            continue
        conversions = tuple(dict.fromkeys(conversions_at(figure, rate)))
        found.append(Finding(figure, rate, conversions))
        written = [write(money, locale) for money in dict.fromkeys(one.significant() for one in conversions)]
        day = _day_if_carried(rate, locale)
        opening, closing = (_WITHIN, "") if _is_in_bracket(text, figure.start) else (_OPENING, ")")
        note = f"{opening}{' – '.join(written)}{day}{closing}"
        html = f"{opening}{' – '.join(map(_as_markup, written))}{escape(day, quote=False)}{closing}"
        notes.append(_Note(place, note, html))
    return notes, tuple(found), tuple(skipped)


def _is_in_bracket(text: str, place: int) -> bool:
    """Whether *place* stands between brackets: ``(36 920 тенге)``."""
    before = text[max(0, place - _LONGEST_BRACKET) : place].rpartition(_PARAGRAPH)[2]
    behind = text[place : place + _LONGEST_BRACKET].partition(_PARAGRAPH)[0]
    return before.rfind("(") > before.rfind(")") and ")" in behind.partition("(")[0]


def _as_markup(written: str) -> str:
    """Escape what was written, unless it says that it is markup."""
    markup = getattr(written, "__html__", None)
    return escape(written, quote=False) if markup is None else str(markup())


def _day_if_carried(rate: Rate, locale: str) -> str:
    """Return the day of a rate that was no longer in force, as the locale writes it."""
    if not rate.is_carried:
        return ""
    from cafx.formatting.results import Manner, day_text

    day = day_text(rate, Manner(locale, None, "supported", {}))
    return day and f"; {day}"


def _behind(text: str, figure: Figure) -> int:
    """Return the place behind a figure and behind what belongs to it: a hedge, or the end of a range."""
    place = figure.end
    following = text[place : place + 1 + len(figure.hedge_text or "")]
    if figure.hedge_text and following[:1].isspace() and following[1:] == figure.hedge_text:
        return place + len(following)
    words = tokens_of(text, place, min(len(text), place + _LONGEST_CLOSING))
    first = words[0] if words else None
    if (
        first is not None
        and first.key in CLOSING
        and first.start <= place + 1 < first.end < place + _LONGEST_CLOSING
    ):
        return first.end
    return place


def _written(money: Money, locale: str) -> str:
    from cafx.formatting import format_worth

    return format_worth(money, locale)
