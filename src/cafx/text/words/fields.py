"""What the tables of all languages say in one of their fields, joined."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from cafx.text.words import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cafx.text.words import Language

__all__ = [
    "ambiguous_words",
    "by_word",
    "evidence_of",
    "is_telling",
    "lengths_of",
    "phrases_of",
    "stems_of",
    "subunit_codes",
    "words_of",
]

#: A word that more languages than that have says nothing of any.
_TELLING: Final = 3


def words_of(field: str) -> frozenset[str]:
    """Return the words of *field* in every language."""
    return frozenset(word for language in LANGUAGES for word in getattr(language, field).split())


def stems_of(field: str) -> tuple[str, ...]:
    """Return the stems of *field* in every language, as ``str.startswith`` takes them."""
    return tuple(sorted(words_of(field)))


def by_word(field: str) -> dict[str, str]:
    """Turn ``{code: words}`` round, for all languages."""
    return {
        word: code
        for language in LANGUAGES
        for code, words in getattr(language, field).items()
        for word in words.split()
    }


def _as_tokens(phrase: str) -> str:
    """Return a phrase with its dots and hyphens as tokens of their own: ``ca .``."""
    apart = re.sub(r"([.-])", r" \1 ", phrase) if "." in phrase or "-" in phrase else phrase
    return " ".join(apart.split())


def phrases_of(tables: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return the phrases of pairs of a kind and its phrases, each with its kind."""
    return {
        _as_tokens(phrase): kind
        for kind, phrases in tables
        for phrase in phrases.split(",")
        if phrase.strip()
    }


def lengths_of(phrases: Iterable[str], telling: int) -> dict[str, tuple[int, ...]]:
    """Return the numbers of words of *phrases*, by the first or the last of their words."""
    known: dict[str, set[int]] = {}
    for words in map(str.split, phrases):
        known.setdefault(words[telling], set()).add(len(words))
    return {word: tuple(sorted(counts, reverse=True)) for word, counts in known.items()}


def subunit_codes() -> dict[str, frozenset[str]]:
    """Return the codes that a word for a hundredth part may belong to."""
    known: dict[str, set[str]] = {}
    for language in LANGUAGES:
        for code, words in language.subunits.items():
            for word in words.split():
                known.setdefault(word, set()).add(code)
    return {word: frozenset(codes) for word, codes in known.items()}


@lru_cache(maxsize=16)
def evidence_of(language: Language) -> frozenset[str]:
    """Return the words that speak for a language wherever they stand."""
    phrases = ",".join((*language.before.values(), *language.after.values())).replace(",", " ")
    texts = (language.common, language.half, *language.currencies.values(), phrases)
    return frozenset((*language.scales, *language.numbers, *" ".join(texts).split()))


def is_telling(word: str, languages: Sequence[str]) -> bool:
    """Whether a word that is evidence for *languages* says which of them a text is in.

    One that nearly every language has says nothing, and a sign is of no language.
    """
    return len(languages) <= _TELLING and word[0].isalnum() and word not in ambiguous_words()


@lru_cache(maxsize=1)
def ambiguous_words() -> frozenset[str]:
    """Return the number words that are common words in other languages."""
    return words_of("ambiguous")
