"""Whether a sentence says that a price is a rate, and for how many units of its base."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cafx.errors import RateNotFound
from cafx.text.lexicon import DASHES, TO
from cafx.text.plausible import is_plausible
from cafx.text.rate_base import LINKS, SENTENCE_ENDS, Base, Price
from cafx.text.rate_details import date_of, is_bare_rate
from cafx.text.rate_words import BUYING, CHANGES, PRICE_WORDS, PRICES, RATES, SAYERS, SELLING, SUBJECTS

if TYPE_CHECKING:
    from cafx.text.rate_line import Line

__all__ = ["FAR_APART", "has_verb", "is_told", "nominal_of"]

#: How many times a later price of a pair may be the last one, or the last one it, unless a rate is named.
FAR_APART: Final = 4
_REACH: Final = 12
_NEAR: Final = 4
#: How far a later rate of a pair may lie from the last one, where nothing else speaks for it.
_ALIKE: Final = 1.5
#: What says that a rate follows, or of which kind it is.
_TOLD: Final = (*RATES, *BUYING, *SELLING, *(stem for stems in SAYERS.values() for stem in stems))
_TWO: Final = 2


def nominal_of(line: Line, base: Base, quote: str, low: float, high: float, *, is_explicit: bool) -> int:
    """Return how many units the price is for; 0 where it can be no rate of the pair."""
    if is_plausible(base.code, quote, low / base.nominal) and is_plausible(
        base.code, quote, high / base.nominal
    ):
        return base.nominal
    if base.code == "RUB" or is_explicit:
        for nominal in (1, 10, 100, 1000):
            if is_plausible(base.code, quote, low / nominal) and line.cues:
                return nominal
    return 0


def is_told(  # noqa: C901, PLR0912 -- what speaks for a rate, the strongest first
    line: Line, price: Price, base: Base, quote: str, nominal: int
) -> bool:
    """Whether the sentence says that the price is a rate."""
    stretch, amount = line.stretch, price.amount
    first = amount.first
    last = line.memory.last.get((base.code, quote))
    ratio = None if last is None else price.low / nominal / last
    if ratio is not None and not 1 / FAR_APART <= ratio <= FAR_APART and not _is_said(line, first):
        return base.is_counted
    is_alike = ratio is not None and 1 / _ALIKE <= ratio <= _ALIKE
    if not price.code and not is_bare_rate(line, amount, base, is_alike=is_alike):
        return False
    is_local = line.sentence <= base.place < first and any(base.place == one.place for one in line.bases)
    between = stretch.keys(base.place + 1, first) if is_local else stretch.keys(line.sentence, first)
    if amount.number.scale and not ((is_local and is_alike) or line.cues):
        return False
    if _is_known(line, base.code, quote, price.low / nominal):
        return True
    if is_local:
        if any(key in SENTENCE_ENDS for key in between):
            return False
        if base.is_counted and between[-1:] == ["("] and not line.cues:
            return False  # $1 (540 тенге) is a price in two currencies
        if base.is_counted and len(between) <= _REACH:
            is_linked = any(key in LINKS or key in DASHES or key.startswith(PRICES) for key in between)
            return base.nominal == 1 or line.cues or is_linked
        if len(between) <= _TWO and any(key in LINKS or key in DASHES for key in between):
            return True
        if not between and price.code:
            return True
        if between[:1] == ["/"] and len(between) <= _NEAR:  # USD/KZT: 541,30; with = it is a ticker's
            return "=" not in between
        if stretch.key(first - 1) in TO and any(key.startswith(CHANGES) for key in between):
            return True
        if line.cues or any(key in PRICE_WORDS or key.startswith(PRICES) for key in between):
            return True
        behind = stretch.keys(amount.after, amount.after + 3)
        return any(key.startswith(PRICES) for key in behind) and len(between) <= _REACH
    has_point = "." in amount.number.digits or "," in amount.number.digits
    is_short = len(between) <= _NEAR - 1
    if line.cues or line.memory.was_alone or (is_alike and (has_point or is_short or date_of(line, first))):
        return True
    return any(key in SUBJECTS for key in between) and has_verb(line, line.sentence, line.end)


def has_verb(line: Line, start: int, end: int) -> bool:
    """Whether a verb that tells a price stands between two tokens."""
    return any(key in PRICE_WORDS or key.startswith(PRICES) for key in line.stretch.keys(start, end))


def _is_said(line: Line, first: int) -> bool:
    """Whether a rate's name or who says it stands since the last price."""
    keys = line.stretch.keys(line.last_end, first)
    return any(key.startswith(_TOLD) for key in keys)


def _is_known(line: Line, base: str, quote: str, price: float) -> bool:
    """Whether the book's rate of the pair is near."""
    if line.book is None:
        return False
    try:
        known = float(line.book.rate(base, quote, on=line.on).price)
    except RateNotFound:
        return False
    return known / _ALIKE <= price <= known * _ALIKE
