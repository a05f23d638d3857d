"""Annotating: an article with the worth of each figure written behind it, and nothing else changed.

How a worth is written is a function that the caller may pass, so that this room needs nothing of
the one that formats; the default looks it up when it is first called.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from html import escape
from typing import TYPE_CHECKING, Final, NamedTuple

from cafx.core.currency import currency_in_use
from cafx.core.dates import day_of
from cafx.core.html import BLOCKS, text_of, tokens
from cafx.core.text import printable
from cafx.errors import OptionError, RateNotFound
from cafx.rates.book import MAX_AGE, require_book
from cafx.text.dateline import dateline_of
from cafx.text.figure import distinct_conversions_at
from cafx.text.finder import find_figures
from cafx.text.findings import MISSING, Annotated, Finding, Missing, Skipped, with_warnings
from cafx.text.lexicon import CLOSING
from cafx.text.tokens import tokens_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date, timedelta

    from cafx.core.currency import Currency
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
_SHORTEST_LEFT_ALONE: Final = len("<p translate=no>")
#: Elements without an end tag: nothing stands in them.
_VOID: Final = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)
#: A reference, white space to run together, or a run of words with single spaces, which is as typed.
_PIECE: Final = re.compile(r"&[#a-zA-Z][#a-zA-Z0-9]{0,32};?|\s\s++|(?:[^&\s]++|\s(?!\s))++|&")
_TWO_SPACES: Final = re.compile(r"\s\s")
_PARAGRAPH: Final = "\n\n"
_LONGEST_CLOSING: Final = 16
_FIRST_OF_CLOSING: Final = frozenset(word[0] for word in CLOSING)


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
    wish = _Wish(book, to, day, max_age, locale, where, write, missing)
    notes, figures, skipped = _notes(text, wish)
    pieces: list[str] = []
    here = 0
    for note in notes:
        pieces += (text[here : note.place], note.text())
        here = note.place
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
    sources: list[_Piece] = []
    length = 0
    for piece in _visible(page):
        starts.append(length)
        sources.append(piece)
        seen.append(piece.text)
        length += len(piece.text)
    day, said = day_for(page, on)
    wish = _Wish(book, to, day, max_age, locale, where, write, missing)
    notes, figures, skipped = _notes("".join(seen), wish)
    pieces: list[str] = []
    here = 0
    for note in notes:
        index = bisect_right(starts, note.place - 1) - 1
        _, start, stop, is_plain = sources[index]
        place = start + note.place - starts[index] if is_plain else stop
        pieces += (page[here:place], note.html())
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


class _Piece(NamedTuple):
    """A piece of what a reader of a page sees, and where it stands in the page."""

    text: str
    start: int
    end: int
    is_plain: bool  # whether the page has it as the reader sees it


def _visible(page: str) -> Iterator[_Piece]:
    """Return what a reader of *page* sees and what may be annotated of it, piece by piece."""
    untouched = _Untouched()
    for token in tokens(page):
        if token.kind == "tag":
            if untouched.goes_by(page, token):
                yield _Piece(_PARAGRAPH, token.start, token.end, is_plain=False)
        elif token.kind == "text" and not untouched.name:
            yield from _pieces_of(page, token.start, token.end)


class _Untouched:
    """The element whose content is left alone, while the tags of a page go by."""

    __slots__ = ("depth", "name")

    def __init__(self) -> None:
        self.name, self.depth = "", 0

    def goes_by(self, page: str, tag: Token) -> bool:
        """Take notice of *tag*, and return whether a paragraph ends there."""
        is_closing = page[tag.start + 1] == "/"
        if self.name:
            if tag.name == self.name:
                self.depth += -1 if is_closing else 1
                self.name = self.name if self.depth else ""
        elif not is_closing and _is_left_alone(page, tag):
            self.name, self.depth = tag.name, 1
        is_within = bool(self.name) and self.depth == 1 and not is_closing
        return is_within or tag.name in BLOCKS or tag.name in _UNTOUCHED


def _pieces_of(page: str, start: int, end: int) -> Iterable[_Piece]:
    """Return the pieces of a text between two tags: mostly one, which is as typed."""
    if page.find("&", start, end) < 0 and _TWO_SPACES.search(page, start, end) is None:
        return (_Piece(page[start:end], start, end, is_plain=True),)
    return [_piece(match) for match in _PIECE.finditer(page, start, end)]


def _piece(match: re.Match[str]) -> _Piece:
    text = match[0]
    if text[0] == "&":
        return _Piece(text_of(text), *match.span(), is_plain=False)
    if len(text) > 1 and text.isspace():
        return _Piece(" ", *match.span(), is_plain=False)
    return _Piece(text, *match.span(), is_plain=True)


def _is_left_alone(page: str, tag: Token) -> bool:
    """Whether an element's content is not to be annotated."""
    if tag.name in _VOID or page[tag.end - 2 : tag.end] == "/>":
        return False
    if tag.name in _UNTOUCHED:
        return True
    is_long = tag.end - tag.start >= _SHORTEST_LEFT_ALONE
    return is_long and _LEFT_ALONE.search(page, tag.start, tag.end) is not None


class _Wish(NamedTuple):
    """What a caller of ``annotate`` or ``annotate_html`` asked for; *on* is the article's own day too."""

    book: RateBook
    to: str
    on: date | None
    max_age: timedelta
    locale: str
    where: Callable[[Figure], bool] | None
    write: Callable[[Money, str], str] | None
    missing: Missing

    def rate(self, currency: Currency, wanted: Currency) -> Rate | str:
        """Return the rate of a currency, or why there is none."""
        try:
            return self.book.rate(currency, wanted, on=self.on, max_age=self.max_age)
        except RateNotFound as error:
            if self.missing == "raise":
                raise
            return str(error)

    def reason(self, text: str, figure: Figure, place: int, wanted: Currency) -> str:
        """Return why nothing is to be written at *place*, behind a figure; empty where it is."""
        if figure.stated is not None:
            return "the text states its worth"
        if figure.currency == wanted:
            return f"it is in {wanted}"
        if _MARK.match(text, place):
            return "it is annotated"
        return "where= leaves it out" if self.where is not None and not self.where(figure) else ""


class _Note(NamedTuple):
    """What is to stand in a text, and where."""

    place: int
    written: list[str]
    day: str
    is_in_bracket: bool

    def text(self) -> str:
        """Return it for plain text."""
        return self._set_in(" – ".join(self.written), self.day)

    def html(self) -> str:
        """Return it for a page."""
        return self._set_in(" – ".join(map(_as_markup, self.written)), escape(self.day, quote=False))

    def _set_in(self, written: str, day: str) -> str:
        return f"{_WITHIN}{written}{day}" if self.is_in_bracket else f"{_OPENING}{written}{day})"


def _notes(text: str, wish: _Wish) -> tuple[list[_Note], tuple[Finding, ...], tuple[Skipped, ...]]:
    """Return what is to be written into a text, what was found, and what is left alone."""
    if wish.missing not in MISSING:
        message = f"missing={printable(wish.missing)} is not one of {', '.join(MISSING)}"
        raise OptionError(message, option="missing", value=wish.missing)
    wanted = currency_in_use(wish.to)
    require_book(wish.book)
    notes: list[_Note] = []
    found: list[Finding] = []
    skipped: list[Skipped] = []
    rates: dict[Currency, Rate | str] = {}  # every figure of a currency is converted at one day
    for figure in find_figures(text):
        place = _behind(text, figure)
        if reason := wish.reason(text, figure, place, wanted):
            skipped.append(Skipped(figure, reason))
            continue
        rate = rates.get(figure.currency)
        if rate is None:
            rate = rates[figure.currency] = wish.rate(figure.currency, wanted)
        if isinstance(rate, str):
            skipped.append(Skipped(figure, rate))
            continue
        conversions = distinct_conversions_at(figure, rate)
        found.append(Finding(figure, rate, conversions))
        write = wish.write or _default_writer()
        written = [
            write(money, wish.locale) for money in dict.fromkeys([one.significant() for one in conversions])
        ]
        day = _day_if_carried(rate, wish.locale)
        notes.append(_Note(place, written, day, _is_in_bracket(text, figure.start)))
    return notes, tuple(found), tuple(skipped)


def _is_in_bracket(text: str, place: int) -> bool:
    """Whether *place* stands between brackets: ``(36 920 тенге)``."""
    first = max(0, place - _LONGEST_BRACKET)
    opened = text.rfind("(", first, place)
    if opened < 0:
        return False
    paragraph = text.rfind(_PARAGRAPH, first, place)
    if opened < max(paragraph, text.rfind(")", first, place)):
        return False
    behind = text[place : place + _LONGEST_BRACKET].partition(_PARAGRAPH)[0]
    return ")" in behind.partition("(")[0]


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
    if figure.hedge_text:
        following = text[place : place + 1 + len(figure.hedge_text)]
        if following[:1].isspace() and following[1:] == figure.hedge_text:
            return place + len(following)
    if _FIRST_OF_CLOSING.isdisjoint(text[place : place + 2].lower()):
        return place
    words = tokens_of(text, place, min(len(text), place + _LONGEST_CLOSING))
    first = words[0] if words else None
    if (
        first is not None
        and first.key in CLOSING
        and first.start <= place + 1 < first.end < place + _LONGEST_CLOSING
    ):
        return first.end
    return place


@cache
def _default_writer() -> Callable[[Money, str], str]:
    from cafx.formatting import format_worth

    return format_worth
