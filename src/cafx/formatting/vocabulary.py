"""What names a currency in a locale: codes, signs, names, the words that people use, each as it is folded."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from cafx.core.currency import KNOWN, Currency
from cafx.locale.deviations import LOCAL_WORDS
from cafx.locale.options import Choices, Notation, Style, Symbols, option_key
from cafx.locale.patterns import joined, layout_of
from cafx.locale.plan import plan_of
from cafx.locale.plurals import OTHER

if TYPE_CHECKING:
    from babel import Locale

    from cafx.locale.plan import Plan

__all__ = [
    "COUNTER",
    "FOLDED",
    "MARKS",
    "SHARING",
    "Way",
    "choose",
    "home_currency",
    "plan_in",
    "vocabulary_of",
]

#: Styles whose signs several currencies may have.
SHARING: Final = frozenset({"narrow", "local"})
#: Marks of direction, which are printed nowhere.
MARKS: Final = frozenset("\u200e\u200f\u061c\u2066\u2067\u2068\u2069")
#: What keyboards and editors put for the spaces, apostrophes and signs that are printed.
FOLDED: Final = str.maketrans(
    {
        **dict.fromkeys("\u00a0\u202f\u2009\u2007", " "),
        **dict.fromkeys("\u02bb\u2018\u2019\u02bc`", "'"),
        **dict.fromkeys("\u2212\u2012\u2013", "-"),
        "\uffe5": "\u00a5",
        **dict.fromkeys(MARKS, ""),
    }
)


class Way(NamedTuple):
    """A currency as a style writes it."""

    currency: Currency
    style: Style
    symbols: Symbols = "cldr"
    words: tuple[tuple[Currency, str], ...] = ()
    notation: Notation = "standard"


def choose(ways: tuple[Way, ...], locale: Locale, *, is_dollar: bool = False) -> frozenset[Currency]:
    """Return the currencies that a sign or word may mean: one, or several that share it.

    A sign that is one currency's own symbol in the locale means that currency, though others have it
    for a narrow one, unless another is a counter-currency of the region (``¥`` in English says nothing);
    but the country's own currency needs to share its sign with nobody: ``$`` in Canada.
    """
    own = {way.currency for way in ways if way.style not in SHARING}
    home = own & {home_currency(locale)}
    if home:
        return frozenset(home)
    if not own and is_dollar and not {way.currency for way in ways} & (COUNTER | {home_currency(locale)}):
        return frozenset()  # C$ is Nicaragua's narrow sign, and what people write for Canada's dollar
    return frozenset(own | {way.currency for way in ways if not own or way.currency in COUNTER})


@lru_cache(maxsize=64)
def home_currency(locale: Locale) -> str:
    """Return the code of the currency in use in the locale's territory, or its language's likeliest."""
    from babel.core import get_global

    likely = get_global("likely_subtags").get(str(locale)) or get_global("likely_subtags").get(
        locale.language, ""
    )
    territory = locale.territory or likely.rpartition("_")[2]
    rows = get_global("territory_currencies").get(territory, ())
    return next((code for code, _, end, is_tender in rows if end is None and is_tender), "")


_WORDED: Final = frozenset(row.currency for row in LOCAL_WORDS)
#: The currencies that are quoted and counted with in the region.
COUNTER: Final = frozenset("KGS KZT TJS UZS TMT USD EUR RUB CNY".split())


@lru_cache(maxsize=32)
def vocabulary_of(locale: Locale) -> tuple[dict[str, tuple[Way, ...]], dict[str, int | None]]:
    """Return what names currencies in *locale*, folded, and its words for powers of ten.

    The power is None where a word stands for more than one.
    """
    from cafx.locale.facts import facts_of

    facts = facts_of(locale)
    numbers = facts.numbers()
    names: dict[str, dict[Way, None]] = {}
    styles: tuple[Style, ...] = ("local", "narrow", "symbol")

    def add(text: str, way: Way) -> None:
        names.setdefault(text.translate(FOLDED).strip(), {})[way] = None

    for currency in KNOWN.values():
        add(currency, Way(currency, "code"))
        add(facts.symbol(currency), Way(currency, "symbol"))
        add(facts.symbol(currency), Way(currency, "accounting"))
        add(facts.narrow_symbol(currency), Way(currency, "narrow"))
        for before, after in facts.names(currency).values():
            add(before.strip() or after.strip(), Way(currency, "name"))
        if currency in _WORDED:
            for style in styles:
                plan = plan_in(locale, currency, {"style": style, "symbols": "safe"})
                prefix, suffix = plan.layouts[0][OTHER].plain
                word = next(part.text for part in prefix + suffix if part.kind == "currency")
                add(word, Way(currency, style, "safe"))
    words: dict[str, set[int]] = {}
    for kind in ("currency", "short", "long"):
        for power, by_category in facts.compact(kind).items():
            for pattern in by_category.values():
                for affix in layout_of(pattern, numbers, "¤", is_compact=True).plain:
                    word = joined(part for part in affix if part.kind == "compact").translate(FOLDED)
                    words.setdefault(word, set()).add(power - pattern.zeros + 1)
    powers = {word: scales.pop() if len(scales) == 1 else None for word, scales in words.items() if word}
    return {name: tuple(ways) for name, ways in names.items()}, powers


def plan_in(locale: Locale, currency: Currency, choices: Choices) -> Plan:
    """Return the plan of *currency* in *locale* with *choices*."""
    return plan_of(locale, currency, option_key(choices, "parse_amount"))
