"""The tables of all languages joined into one, so that a word is looked up once.

Most words mean the same in every language that has them (``млн``, ``миллион``), and are joined
without a language. Number words do not (``он`` is ten in Kazakh and *he* in Russian) and stay apart.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from cafx.text.words import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cafx.text.words import Language

__all__ = [
    "AFTER",
    "AFTER_BEGINS",
    "AFTER_WORDS",
    "AMERICAN",
    "BEFORE",
    "BEFORE_ENDS",
    "BEFORE_WORDS",
    "CHANGES",
    "CLOSING",
    "CONJUNCTIONS",
    "CURRENCIES",
    "DASHES",
    "EQUALS",
    "FILLERS",
    "FRACTIONS",
    "HALF",
    "JOINTS",
    "LEADS",
    "LONGEST_PHRASE",
    "NO_OPENERS",
    "NUMBERS",
    "NUMBER_WORDS",
    "ONE",
    "OPENERS",
    "OPENING",
    "PER",
    "POINT",
    "PREFIXES",
    "PRICES",
    "PRICE_WORDS",
    "RATES",
    "SAME",
    "SCALES",
    "SINGULAR",
    "SUBUNITS",
    "TENGE_SIGNS",
    "TIES",
    "TO",
    "VAGUE",
    "WORD_LANGUAGES",
]


def _words(field: str) -> frozenset[str]:
    return frozenset(word for language in LANGUAGES for word in getattr(language, field).split())


def _stems(field: str) -> tuple[str, ...]:
    return tuple(sorted(_words(field)))


def _by_word(field: str) -> dict[str, str]:
    """Turn ``{code: words}`` round, for all languages."""
    return {
        word: code
        for language in LANGUAGES
        for code, words in getattr(language, field).items()
        for word in words.split()
    }


def _phrases(tables: Iterable[tuple[str, str]]) -> dict[str, str]:
    return {
        phrase.strip(): kind for kind, phrases in tables for phrase in phrases.split(",") if phrase.strip()
    }


def _lengths(phrases: Iterable[str], telling: int) -> dict[str, tuple[int, ...]]:
    """Give the numbers of words of *phrases*, by the first or the last of their words."""
    known: dict[str, set[int]] = {}
    for words in map(str.split, phrases):
        known.setdefault(words[telling], set()).add(len(words))
    return {word: tuple(sorted(counts, reverse=True)) for word, counts in known.items()}


def _subunits() -> dict[str, frozenset[str]]:
    known: dict[str, set[str]] = {}
    for language in LANGUAGES:
        for code, words in language.subunits.items():
            for word in words.split():
                known.setdefault(word, set()).add(code)
    return {word: frozenset(codes) for word, codes in known.items()}


def _evidence(language: Language) -> Iterable[str]:
    """Give the words that speak for a language wherever they stand."""
    yield from language.scales
    yield from language.common.split()
    for words in language.currencies.values():
        yield from words.split()
    for phrases in (*language.before.values(), *language.after.values()):
        for phrase in phrases.split(","):
            yield from phrase.split()


def _word_languages() -> dict[str, tuple[str, ...]]:
    known: dict[str, list[str]] = {}
    for language in LANGUAGES:
        for word in dict.fromkeys(_evidence(language)):
            if word[0].isalnum():  # a sign is of no language
                known.setdefault(word, []).append(language.code)
    # A word that nearly every language has says nothing.
    return {word: tuple(codes) for word, codes in known.items() if len(codes) <= _TELLING}


_TELLING: Final = 3
_WHOLE: Final = 3
#: Words for the money of more than one country; no codes, though they look like it.
_UNSURE: Final = ("SOM", "MANAT")

#: Power of ten by scale word.
SCALES: Final = {word: power for language in LANGUAGES for word, power in language.scales.items()}
#: Number words by language, and all of them.
NUMBERS: Final = {
    language.code: {word: Decimal(value) for word, value in language.numbers.items()}
    for language in LANGUAGES
}
NUMBER_WORDS: Final = frozenset(word for words in NUMBERS.values() for word in words)
SINGULAR: Final = _words("singular")
HALF: Final = _words("half")
#: The words that an amount in words can begin with, by language.
NO_OPENERS: Final = SINGULAR | HALF
OPENERS: Final = {code: NO_OPENERS | words.keys() for code, words in NUMBERS.items()}
JOINTS: Final = _words("joints")
POINT: Final = _words("point")
FRACTIONS: Final = {word: place for language in LANGUAGES for word, place in language.fractions.items()}
#: Code, SOM or MANAT by currency word.
CURRENCIES: Final = _by_word("currencies")
SUBUNITS: Final = _subunits()
#: Codes and signs that stand before a number.
PREFIXES: Final = frozenset(
    word
    for word, code in CURRENCIES.items()
    if (word.upper() == code and code not in _UNSURE) or (not word.isalpha() and "'" not in word)
)
FILLERS: Final = _words("fillers")
TO: Final = _words("to")
OPENING: Final = _words("opening")
CLOSING: Final = _words("closing")
CONJUNCTIONS: Final = _words("conjunctions")
#: What stands between the ends of a range, or before each entry of a list.
DASHES: Final = frozenset("-‐‑‒–—−~÷…")
CHANGES: Final = _stems("changes")
BEFORE: Final = _phrases(item for language in LANGUAGES for item in language.before.items())
AFTER: Final = _phrases(item for language in LANGUAGES for item in language.after.items())
EQUALS: Final = frozenset(_phrases(("=", language.equals) for language in LANGUAGES))
BEFORE_WORDS: Final = frozenset(word for phrase in BEFORE for word in phrase.split())
#: The words that a hedge before a figure ends with, and one behind it begins with, each with the
#: numbers of words of such hedges, the most first: only those are looked up.
BEFORE_ENDS: Final = _lengths(BEFORE, -1)
AFTER_BEGINS: Final = _lengths(AFTER, 0)
AFTER_WORDS: Final = frozenset(phrase for phrase in AFTER if " " not in phrase)
LONGEST_PHRASE: Final = max(phrase.count(" ") + 1 for phrase in (*BEFORE, *AFTER, *EQUALS))
SAME: Final = _stems("same")
VAGUE: Final = _words("vague")
AMERICAN: Final = _words("american")
PER: Final = _words("per")
ONE: Final = _words("one")
RATES: Final = _stems("rates")
#: Short ones are whole words: *is* prices a dollar, *issued* does not.
PRICE_WORDS: Final = frozenset(word for word in _words("prices") if len(word) <= _WHOLE)
PRICES: Final = tuple(word for word in _stems("prices") if len(word) > _WHOLE)
#: T before a number, in both scripts: ``T5``.
TENGE_SIGNS: Final = frozenset("tт")
#: What gives the number behind it a meaning: a code or sign, or the dash of a list.
LEADS: Final = PREFIXES | TENGE_SIGNS | DASHES
#: What can join the number before it to money; before any other word a number is no money.
TIES: Final = frozenset(
    word
    for words in (
        *(CURRENCIES, SUBUNITS, AMERICAN, SCALES, HALF, FILLERS, AFTER_WORDS),
        *(CONJUNCTIONS, TO, OPENING, CLOSING, DASHES, ".,;("),
    )
    for word in words
)
#: The languages that a word speaks for.
WORD_LANGUAGES: Final = _word_languages()
