"""The tables of all languages joined into one, so that a word is looked up once.

Most words mean the same in every language that has them (``млн``, ``миллион``), and are joined
without a language. Number words do not (``он`` is ten in Kazakh and *he* in Russian) and stay apart.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from cafx.text.words import LANGUAGES
from cafx.text.words.fields import (
    by_word,
    evidence_of,
    is_telling,
    lengths_of,
    phrases_of,
    stems_of,
    subunit_codes,
    words_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from cafx.text.words import Language

__all__ = [
    "ABBREVIATIONS",
    "ABLATIVES",
    "ABLATIVE_FORMS",
    "ABLATIVE_NUMBERS",
    "ABOUT_FORMS",
    "AFTER",
    "AFTER_BEGINS",
    "AFTER_WITHIN",
    "AFTER_WORDS",
    "ALTERNATIVES",
    "AMBIGUOUS",
    "AMERICAN",
    "AMONG",
    "ARTICLES",
    "BEFORE",
    "BEFORE_DATES",
    "BEFORE_ENDS",
    "BEFORE_WORDS",
    "BETWEEN",
    "CIRCUMFIX",
    "CIRCUMFIXED",
    "CLOSING",
    "CODES",
    "COMPARATIVES",
    "CONJUNCTIONS",
    "COUNTED_SCALES",
    "CURRENCIES",
    "DASHES",
    "DATIVE_ENDINGS",
    "DATIVE_FORMS",
    "DECIMAL_COMMA",
    "EQUALS",
    "EQUALS_BEHIND",
    "FILLERS",
    "FRACTIONS",
    "GENITIVE_SCALES",
    "HALF",
    "HUNDREDS",
    "HYPHENS",
    "INNER",
    "INVERTED",
    "JOINTS",
    "LEADS",
    "LOCATIVES",
    "LONE_SUBUNITS",
    "LONGEST_PHRASE",
    "MERELY",
    "MINUS_WORDS",
    "MONTHS",
    "MONTH_NUMBERS",
    "NEGATED_BEHIND",
    "NEGATED_VERBS",
    "NEGATIONS",
    "NOT_NEGATED",
    "NUMBERS",
    "NUMBER_LANGUAGES",
    "NUMBER_WORDS",
    "ONE",
    "OPENERS",
    "OPENING",
    "PARTS",
    "PARTS_OF",
    "PER",
    "POINT",
    "PREFIXES",
    "PRONOUNS",
    "SCALES",
    "SINCE_WORDS",
    "SINGULAR",
    "SUBJECT_VERBS",
    "SUBUNITS",
    "TENGE_SIGNS",
    "TIES",
    "TO",
    "TO_LANGUAGES",
    "UNTIL_ENDINGS",
    "VAGUE",
    "VULGAR",
    "WITH_ELEVEN",
    "WORD_LANGUAGES",
    "YEAR_NOUNS",
    "YEAR_WORDS",
    "stems_of",
    "words_of",
]


def _languages_by_word(words: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    """Turn words by language into languages by word."""
    known: dict[str, tuple[str, ...]] = {}
    for code, own in words.items():
        for word in own:
            known[word] = (*known.get(word, ()), code)
    return known


def _word_languages() -> dict[str, tuple[str, ...]]:
    known = _languages_by_word({language.code: evidence_of(language) for language in LANGUAGES})
    return {word: codes for word, codes in known.items() if is_telling(word, codes)}


def _common(language: Language) -> frozenset[str]:
    """Return the common words of a language, and its words before a price."""
    return frozenset((*language.common.split(), *language.per.split(), *language.opening.split()))


def _inflected_scales() -> frozenset[str]:
    """Return scale words in the cases of the languages whose cases are endings: ``миңден ашык сом``."""
    return frozenset(
        word
        for language in LANGUAGES
        if language.ablative or language.circumfix
        for word in language.scales
        if word.startswith(tuple(language.singular.split())) and not word.endswith(_VAGUE_ENDINGS)
    )


def _in_case(field: str) -> frozenset[str]:
    """Return the words of money and of scale that have one of the endings of *field*."""
    found: set[str] = set()
    for language in LANGUAGES:
        tables = (*language.currencies.values(), *language.subunits.values())
        words = {*language.scales, *(word for some in tables for word in some.split())}
        endings = tuple(getattr(language, field).split())
        if not endings:
            continue
        for word in words:
            if not word.endswith(endings) or word.endswith(UNTIL_ENDINGS):
                continue
            stems = [word.removesuffix(ending) for ending in endings if word.endswith(ending)]
            if any(stem in words or f"{stem[:-1]}t" in words for stem in stems):
                found.add(word)
    return frozenset(found)


def _circumfixed() -> frozenset[str]:
    """Return the comparatives of the languages that put a word before the figure too."""
    return frozenset(
        phrase.split()[0]
        for language in LANGUAGES
        if language.circumfix
        for kind in ("over", "under", "up_to", "at_least")
        for phrase in language.after.get(kind, "").split(",")
        if phrase.strip()
    )


def _ambiguous() -> dict[str, frozenset[str]]:
    """Return what must follow an ambiguous number word: a number or a scale word of its language."""
    known: dict[str, set[str]] = {}
    for language in LANGUAGES:
        own = {*language.numbers, *language.scales}
        for word in language.ambiguous.split():
            known.setdefault(word, set()).update(own - _foreign_to(word))
    return {word: frozenset(followers) for word, followers in known.items()}


def _foreign_to(number: str) -> set[str]:
    """Return what can follow *number* in the languages that do not count with it.

    A language with articles puts one before a lone scale word, and never says ``on million``.
    """
    return {
        word
        for language in LANGUAGES
        if number not in language.numbers
        for words in (language.numbers, () if language.articles else language.scales)
        for word in words
    }


def _inner() -> dict[str, dict[int, frozenset[str]]]:
    known: dict[str, dict[int, set[str]]] = {}
    for phrase in AFTER:
        words = phrase.split()
        if len(words) > 1:
            known.setdefault(words[0], {}).setdefault(len(words), set()).add(phrase)
    return {
        word: {count: frozenset(by[count]) for count in sorted(by, reverse=True)}
        for word, by in known.items()
    }


#: Whose hundredth a word is where two currencies have it.
_LONE: Final = (("SOM", "KGS"), ("MANAT", "TMT"), ("USD", "USD"))
#: Hedges of so few letters are abbreviations.
_SHORT: Final = 3
#: Endings that make a scale word vague: thousands of.
_VAGUE_ENDINGS: Final = ("lab", "лаб", "lerçe", "lap")
_ELEVEN: Final = Decimal(11)
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
#: The languages in which a word is a number.
NUMBER_LANGUAGES: Final = _languages_by_word(NUMBERS)
#: The languages that have words of their own for eleven to nineteen.
WITH_ELEVEN: Final = frozenset(code for code, words in NUMBERS.items() if _ELEVEN in words.values())
SINGULAR: Final = words_of("singular") | _inflected_scales()
HALF: Final = words_of("half")
ARTICLES: Final = words_of("articles")
PARTS: Final = {word: worth for language in LANGUAGES for word, worth in language.parts.items()}
PARTS_OF: Final = words_of("parts_of")
HUNDREDS: Final = words_of("hundred")
#: Fractions of one character that have an exact decimal.
VULGAR: Final = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75"), "⅛": Decimal("0.125")}
#: Scale words in an oblique case, with the words behind which they mean one of themselves.
GENITIVE_SCALES: Final = {
    word: frozenset(language.governing.split())
    for language in LANGUAGES
    for word in language.genitive.split()
}
#: Number words that other languages have for something else, with what makes them numbers there.
AMBIGUOUS: Final = _ambiguous()
MINUS_WORDS: Final = words_of("minus")
#: The words that an amount in words can begin with, by language; a common word of it is none.
INVERTED: Final = words_of("inverted")
_FIRST: Final = frozenset((*NUMBER_WORDS, *SINGULAR, *GENITIVE_SCALES, *HALF, *PARTS, *VULGAR, *INVERTED))
OPENERS: Final = {
    language.code: _FIRST
    - (_common(language) - language.numbers.keys() - language.scales.keys() - AMBIGUOUS.keys())
    for language in LANGUAGES
}
OPENERS["und"] = _FIRST
JOINTS: Final = words_of("joints")
POINT: Final = words_of("point")
FRACTIONS: Final = {word: place for language in LANGUAGES for word, place in language.fractions.items()}
#: Code, SOM or MANAT by currency word.
CURRENCIES: Final = by_word("currencies")
SUBUNITS: Final = subunit_codes()
#: Codes and signs that stand before a number.
PREFIXES: Final = frozenset(
    word
    for word, code in CURRENCIES.items()
    if (word.upper() == code and code not in _UNSURE) or (not word.isalpha() and "'" not in word)
)
#: Codes of three letters, in lower case, and signs.
CODES: Final = PREFIXES
#: Words for a hundredth that belong to one currency only, and what it is.
LONE_SUBUNITS: Final = {
    word: next(code for unsure, code in _LONE if unsure in codes)
    if len(codes) > 1
    else dict(_LONE).get(min(codes), min(codes))
    for word, codes in SUBUNITS.items()
    if word not in CURRENCIES and (len(codes) == 1 or any(unsure in codes for unsure, _ in _LONE))
}
FILLERS: Final = words_of("fillers")
TO: Final = words_of("to")
TO_LANGUAGES: Final = _languages_by_word({language.code: language.to.split() for language in LANGUAGES})
HYPHENS: Final = frozenset("-‐‑")
DECIMAL_COMMA: Final = {language.code: language.decimal_comma for language in LANGUAGES}
OPENING: Final = words_of("opening")
CLOSING: Final = words_of("closing")
CONJUNCTIONS: Final = words_of("conjunctions")
#: What stands between the ends of a range, or before each entry of a list.
DASHES: Final = frozenset("-‐‑‒–—−~÷…")
BETWEEN: Final = words_of("between")
AMONG: Final = words_of("among")
#: Scale words of the languages with articles.
COUNTED_SCALES: Final = frozenset(
    word for language in LANGUAGES if language.articles for word in language.singular.split()
)
ABLATIVES: Final = stems_of("ablative")
UNTIL_ENDINGS: Final = stems_of("until")
#: Words of money and scale words in a case, of every language.
ABLATIVE_FORMS: Final = _in_case("ablative")
#: Number words in the ablative, behind which another number begins: бес жүзден мың теңгеге дейін.
ABLATIVE_NUMBERS: Final = frozenset(
    word
    for language in LANGUAGES
    for ending in language.ablative.split()
    for word in language.numbers
    if word.endswith(ending) and word.removesuffix(ending) in language.numbers
)
#: Endings of the dative that may be glued to digits: 31 200гө.
DATIVE_ENDINGS: Final = words_of("dative")
DATIVE_FORMS: Final = _in_case("dative")
WORTH_FORMS: Final = _in_case("worth")
COPULA_FORMS: Final = _in_case("copulas")
ABOUT_FORMS: Final = _in_case("about_endings")
#: What goes with a comparative behind an amount, the comparatives that need it, and all of them.
CIRCUMFIX: Final = words_of("circumfix")
CIRCUMFIXED: Final = _circumfixed()
COMPARATIVES: Final = words_of("comparatives")
#: Conjunctions of two guesses: 27 OR 28 manats.
ALTERNATIVES: Final = words_of("alternatives")
NEGATIONS: Final = words_of("negations")
NEGATED_VERBS: Final = words_of("negated")
NOT_NEGATED: Final = words_of("not_negated")
NEGATED_BEHIND: Final = words_of("negated_behind")
EQUALS_BEHIND: Final = words_of("equals_behind")
PRONOUNS: Final = words_of("pronouns")
BEFORE: Final = phrases_of(item for language in LANGUAGES for item in language.before.items())
MERELY: Final = words_of("merely")
AFTER: Final = phrases_of(item for language in LANGUAGES for item in language.after.items())
EQUALS: Final = frozenset(phrases_of(("=", language.equals) for language in LANGUAGES))
BEFORE_WORDS: Final = frozenset(word for phrase in BEFORE for word in phrase.split())
#: The words that a hedge before a figure ends with, and one behind it begins with, each with the
#: numbers of words of such hedges, the most first: only those are looked up.
BEFORE_ENDS: Final = lengths_of(BEFORE, -1)
AFTER_BEGINS: Final = lengths_of(AFTER, 0)
AFTER_WORDS: Final = frozenset(phrase for phrase in AFTER if " " not in phrase)
#: Hedges of one word that may stand between a number and its currency: no abbreviation (five min, for ming).
AFTER_WITHIN: Final = AFTER_WORDS - {
    phrase
    for language in LANGUAGES
    if language.articles
    for phrases in language.after.values()
    for phrase in map(str.strip, phrases.split(","))
    if len(phrase) <= _SHORT
}
#: Hedges of several words that may stand between a number and its currency, by first word and length.
INNER: Final = _inner()
LONGEST_PHRASE: Final = max(phrase.count(" ") + 1 for phrase in (*BEFORE, *AFTER, *EQUALS))
#: Prepositions of time, and those of them that stand before nothing else than a year.
YEAR_WORDS: Final = words_of("times") | words_of("since")
SINCE_WORDS: Final = words_of("since")
YEAR_NOUNS: Final = words_of("years")
LOCATIVES: Final = words_of("locative")
#: Verbs that follow a currency that a sentence is about.
SUBJECT_VERBS: Final = {
    "und": (*stems_of("changes"), *stems_of("subject_verbs")),
    **{one.code: tuple(f"{one.changes} {one.subject_verbs}".split()) for one in LANGUAGES},
}
VAGUE: Final = words_of("vague")
#: Abbreviations of currency words, whose dot belongs to them.
ABBREVIATIONS: Final = words_of("abbreviations")
AMERICAN: Final = words_of("american")
PER: Final = words_of("per")
ONE: Final = words_of("one")
#: The number of a month by how its name begins.
MONTH_NUMBERS: Final = {
    stem: number
    for language in LANGUAGES
    for number, stems in enumerate(language.months.split(), 1)
    for stem in stems.split("/")
}
MONTHS: Final = tuple(MONTH_NUMBERS)
BEFORE_DATES: Final = words_of("on")
#: T before a number, in both scripts: ``T5``.
TENGE_SIGNS: Final = frozenset("tт")
#: What gives the number behind it a meaning: a code or sign, or the dash of a list.
LEADS: Final = PREFIXES | TENGE_SIGNS | DASHES | MINUS_WORDS
#: What can join the number before it to money; before any other word a number is no money.
TIES: Final = frozenset(
    word
    for words in (
        *(CURRENCIES, SUBUNITS, AMERICAN, SCALES, HALF, FILLERS, AFTER_WORDS, INNER, HUNDREDS, VULGAR),
        *(CONJUNCTIONS, TO, OPENING, CLOSING, DASHES, JOINTS, ".,;(+", "u"),  # u: 5 U.S. dollars
    )
    for word in words
)
#: The languages that a word speaks for.
WORD_LANGUAGES: Final = _word_languages()
