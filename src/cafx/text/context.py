"""What the text around a figure says: its language, and whose som or manat it is."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from cafx.text.lexicon import WORD_LANGUAGES
from cafx.text.literals import Literals
from cafx.text.words import LANGUAGES
from cafx.text.words.shared import SHARED, UZBEK, countries_of

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

__all__ = ["Places", "currency_of", "doubt_about", "language_of"]

#: Languages that have a word for the Uzbek money that is not the Kyrgyz som: сум, сӯм. English has one
#: too (soum, sum) but writes som for both, as Kazakh and Turkmen do.
_APART: Final = frozenset(("ru", "ky", "tg"))

#: The languages that a letter speaks for.
_LETTERS: Final = {
    letter: tuple(language.code for language in LANGUAGES if letter in language.letters)
    for letter in "".join(language.letters for language in LANGUAGES)
}
_LETTERS_ONLY: Final = re.compile(f"[{''.join(_LETTERS)}]")
#: How many bits the votes for a language have, and where they stand in the sum.
_BITS: Final = 32
_MOST_VOTES: Final = (1 << _BITS) - 1
_SHIFTS: Final = {
    code: _BITS * place for place, code in enumerate(dict.fromkeys(one.code for one in LANGUAGES))
}
_VOTES_OF_WORDS: Final = {
    word: sum(1 << _SHIFTS[code] for code in codes) for word, codes in WORD_LANGUAGES.items()
}
_VOTES_OF_LETTERS: Final = {
    letter: sum(1 << _SHIFTS[code] for code in codes) for letter, codes in _LETTERS.items()
}
_NO_VOTES: Final = itertools.repeat(0)
#: Pieces of the names of countries, capitals and peoples, the same in many languages and cases.
_NAMES: Final = {
    "UZS": (
        "zbek",
        "збек",
        "ashken",
        "oshken",
        "ашкен",
        "ошкен",
        "ЗБЕК",
        "ZBEK",
        "zbeg",
        "irziyo",
        "ирзиё",
        "UZS",
    ),
    "KGS": (
        "yrgyz",
        "irghiz",
        "irgiz",
        "irg'iz",
        "irg‘iz",
        "irgʻiz",
        "irg’iz",
        "ыргыз",
        "иргиз",
        "ирғиз",
        "ырғыз",
        "ЫРГЫЗ",
        "ЫРҒЫЗ",
        "ИРГИЗ",
        "ishkek",
        "ишкек",
        "KGS",
    ),
    "AZN": (
        "zerba",
        "зерба",
        "зірба",
        "zarba",
        "зарба",
        "Baku",
        "Bakı",
        "zərbay",
        "ə",
        "Баку",
        "Boku",
        "Боку",
        "ЗЕРБА",
        "ZERBA",
        "zeri ",
        "SOCAR",
        "ГНКАР",
        "Aliyev",
        "Алиев",
        "Nakhchivan",
        "Нахчыван",
        "AZN",
        "₼",
    ),
    "TMT": (
        "urkmen",
        "erdimuham",
        "ердымухам",
        "ürkmen",
        "уркмен",
        "уркман",
        "үркмен",
        "үрікмен",
        "УРКМЕН",
        "shgabat",
        "şgabat",
        "шхабад",
        "TMT",
    ),
}
_PIECES: Final = Literals(name for names in _NAMES.values() for name in names)
_HOMES: Final = {
    "KZT": (
        *("azakh", "азах", "азақ", "лматы", "lmaty", "стана", "stana", "KZT", "тенге", "Тенге", "теңге"),
        *("Теңге", "tenge", "Tenge", "ымкент", "hymkent", "араганд", "арағанды", "Актау", "Ақтау", "тырау"),
    ),
    "KGS": (*_NAMES["KGS"], "Ошск", "алал-Абад", "алалабад", "Каракол"),
    "TJS": (
        *("ajik", "ushanbe", "ушанбе", "аджик", "оҷик", "ojik", "äjik", "TJS", "сомон", "somoni"),
        *("уджанд", "уҷанд", "hujand"),
    ),
    "UZS": (
        *_NAMES["UZS"],
        *("амарканд", "амарқанд", "amarkand", "amarqand", "Бухар", "Бухоро", "Buxoro", "Bukhara"),
        *("аманган", "amangan", "ндижан", "ндижон", "ndijon", "ndijan"),
    ),
    "TMT": (*_NAMES["TMT"], "ашогуз", "ashoguz", "aşoguz", "Лебап", "Lebap"),
}
#: Words for the money of one country, in forms that are no part of other words.
_MONEY_WORDS: Final = {
    "KZT": ("тенге", "теңге", "tenge"),
    "KGS": (" сома", " сомов", " сомго", " сомдон", " сомду", "сом)", "сом,"),
    "TJS": ("сомон", "somoni"),
    "UZS": ("so‘m", "so'm", "soʻm", "сўм", " сумов", " сума"),
    "TMT": ("manat", "манат"),
}
#: The money of more than one country by name: what was last named ends a clause of its own.
_MONEY: Final = {
    "SOM": re.compile(r"(?<![^\W\d_])(?:som|сом)(?!oni|on|он|eth|ew)", re.IGNORECASE),
    "MANAT": re.compile(r"(?<![^\W\d_])(?:manat|манат)", re.IGNORECASE),
}
#: A name further away than this speaks of something else: a page may hold ten articles.
_REACH: Final = 2_000
_LONGEST_SENTENCE: Final = 400
_SENTENCE_END: Final = re.compile(r"(?:[.!?…;][\"»”’)]?\s+|\n\s*)(?![^\W\d_A-Z\s]*[a-zа-яё])")
_PAUSE: Final = re.compile(r"[,;:]\s|\s[–—-]\s")
#: The word before a phrase, and the one behind it: of Uzbekistan, Узбекистана, but not Узбекистану.
_BEFORE_PHRASE: Final = re.compile(r"[^\W\d_]+['’‘ʻ]?[^\W\d_]*\s\Z")
_BEHIND_PHRASE: Final = re.compile(r"[^\W\d_]*\s(?:(?:of|in|across)\s)?[^\W\d_]+(?<![уү])(?![^\W\d_])")
_LONGEST_NAME: Final = 24


class Places:
    """Where a text names the countries that share a word for their money; looked up once, if at all."""

    __slots__ = ("_known", "_present", "_soum", "_text", "settled")

    def __init__(self, text: str) -> None:
        self._text = text
        #: The pieces of names that the text holds; None until one is asked for.
        self._present: frozenset[str] | None = None
        self._known: dict[str, list[int]] = {}
        self._soum: bool | None = None
        #: Whose money a shared word is by its language, where no country beside the usual one is named.
        self.settled: dict[tuple[str, str], str] = {}

    def _named(self, code: str) -> list[int]:
        """Return where a country is named, in order."""
        known = self._known.get(code)
        if known is None:
            known = self._known[code] = sorted(self._found(code))
        return known

    def names(self, code: str) -> bool:
        """Whether the text names a country anywhere."""
        return bool(self._named(code))

    def _between(self, code: str, start: int, end: int) -> list[int]:
        known = self._named(code)
        return known[bisect_left(known, start) : bisect_left(known, end)]

    def in_phrase(self, codes: tuple[str, str], place: int, end: int | None) -> str:
        """Return the one of *codes* whose country the words of an amount, or right beside it, name."""
        before = _BEFORE_PHRASE.search(self._text, max(0, place - _LONGEST_NAME), place)
        behind = _BEHIND_PHRASE.match(self._text, place if end is None else end)
        parts = (
            (place, end or place),
            (place, place) if before is None else before.span(),
            (place, place) if behind is None else behind.span(),
        )
        # The word before an amount is the subject of its sentence; that before a word alone belongs to it.
        spans = (parts[0], parts[2]) if end is not None else parts
        return next((code for span in spans for code in codes if self._between(code, *span)), "")

    def in_sentence(self, codes: tuple[str, str], place: int, money: re.Pattern[str]) -> str:
        """Return the one of *codes* whose country the sentence at *place* names for it; empty without one."""
        text = self._text
        start = max(0, place - _LONGEST_SENTENCE)
        start = max((match.end() for match in _SENTENCE_END.finditer(text, start, place)), default=start)
        parts = [*(match.end() for match in money.finditer(text, start, place)), place]
        pauses = [match.start() for match in _PAUSE.finditer(text, start, place)]
        clause = max(start, *pauses[-1:], *parts[-2:-1], start)
        firsts = {code: found[0] for code in codes if (found := self._between(code, clause, place))}
        if firsts:
            return min(firsts, key=firsts.__getitem__)
        for first, last in reversed([*zip((start, *parts), parts, strict=False)]):
            named = next((code for code in codes if self._between(code, first, last)), "")
            if named:
                return named
        found_end = _SENTENCE_END.search(text, place, place + _LONGEST_SENTENCE)
        end = place + _LONGEST_SENTENCE if found_end is None else found_end.start()
        firsts = {code: found[0] for code in codes if (found := self._between(code, place, end))}
        return min(firsts, key=firsts.__getitem__, default="")

    def spells_soum(self) -> bool:
        """Whether the text spells the Uzbek money ``soum``, and so does not call it ``som``."""
        if self._soum is None:
            self._soum = "soum" in self._text
        return self._soum

    def nearest(self, code: str, place: int) -> int | None:
        """Return how far from *place* a country is named; None where it is not within reach."""
        known = self._named(code)
        index = bisect_left(known, place)
        around = [abs(there - place) for there in known[max(0, index - 1) : index + 1]]
        best = min(around, default=_REACH)
        return best if best < _REACH else None

    def home(self, besides: Container[str] = ()) -> str:
        """Return the one of the five whose country the text names first; empty where it names none.

        Args:
            besides: currencies that do not count.
        """
        firsts = {
            code: min(places)
            for code in _HOMES
            if code not in besides
            and (places := [place for name in _HOMES[code] if (place := self._text.find(name)) >= 0])
        }
        return min(firsts, key=firsts.__getitem__, default="")

    def money(self, besides: Container[str] = ()) -> str:
        """Return the one of the five whose money alone the text names; empty where it names that of two.

        Args:
            besides: currencies that do not count.
        """
        named = {
            code
            for code, words in _MONEY_WORDS.items()
            if code not in besides and any(word in self._text for word in words)
        }
        return named.pop() if len(named) == 1 else ""

    def _found(self, code: str) -> Iterator[int]:
        text = self._text
        if self._present is None:
            self._present = frozenset(_PIECES.within(text))
        for name in self._present.intersection(_NAMES[code]):
            place = text.find(name)
            while place >= 0:
                yield place
                place = text.find(name, place + 1)


def language_of(words: Iterable[str], text: str, languages: tuple[str, ...]) -> str:
    """Return the one of *languages* that a stretch of text is in, by its letters and telling words.

    A vote is a one in its language's part of a whole number, so that all votes are counted as one sum.
    """
    votes = sum(map(_VOTES_OF_WORDS.get, words, _NO_VOTES))
    if not text.isascii():
        votes += sum(map(_VOTES_OF_LETTERS.__getitem__, _LETTERS_ONLY.findall(text)))
    return _most_voted(votes, languages)


@lru_cache(maxsize=1024)
def _most_voted(votes: int, languages: tuple[str, ...]) -> str:
    counts = {code: votes >> _SHIFTS[code] & _MOST_VOTES for code in languages}
    best = max(counts, key=counts.__getitem__)
    return best if counts[best] or len(counts) == 1 else "und"


def currency_of(code: str, places: Places, place: int, language: str, end: int | None = None) -> str:
    """Return whose som or manat stands at *place*; any other code as it is.

    The first of these that says anything decides:

    1. the phrase itself: ``Uzbek soms``, ``манатов Азербайджана``;
    2. the language: Russian, Kyrgyz and Tajik write сом for the Kyrgyz money only, and сум for the Uzbek;
    3. its own sentence: the country that its clause names, the first of two (who pays, pays in its own
       money); then the usual one, then the other one, since the money that was last named; then the
       nearest behind it;
    4. in English the spelling: who writes of soums too means the Kyrgyz money by som;
    5. the nearest country that the text names at all, but not in Uzbek;
    6. som is Kyrgyz, in an Uzbek text Uzbek, and manat is Turkmen.

    *end* is where the amount ends, and *place* where it or the word alone begins.
    """
    if code not in SHARED:
        return code
    settled = places.settled.get((code, language))
    if settled is not None:
        return settled
    pair = countries_of(code, language)
    found = _told(code, places, place, end, language) or pair[0]
    if not places.names(pair[1]):  # nothing depends on the place
        places.settled[code, language] = found
    return found


def doubt_about(
    code: str, places: Places, place: int, language: str, end: int | None = None
) -> tuple[str, ...]:
    """Return the currencies that a som or manat can be of where nothing tells; empty where something does."""
    if code not in SHARED or _told(code, places, place, end, language):
        return ()
    return () if code == "SOM" and language in UZBEK else countries_of(code, language)


def _told(code: str, places: Places, place: int, end: int | None, language: str) -> str:
    """Return what the phrase, the language, the sentence or the text says; empty where none of them does."""
    pair = countries_of(code, language)
    if not places.names(pair[1]):
        is_told = code == "SOM" and language in _APART
        return pair[0] if is_told or places.names(pair[0]) else ""
    found = places.in_phrase(pair, place, end)
    if found:
        return found
    if code == "SOM" and language in _APART:
        return pair[0]
    found = places.in_sentence(pair, place, _MONEY[code])
    if found or (code == "SOM" and language in UZBEK):
        return found
    if code == "SOM" and language == "en" and places.spells_soum():
        return pair[0]
    usual, other = (places.nearest(one, place) for one in pair)
    if other is None:
        return "" if usual is None else pair[0]
    return pair[0] if usual is not None and usual <= other else pair[1]
