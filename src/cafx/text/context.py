"""What the text around a figure says: its language, and whose som or manat it is."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from cafx.text.lexicon import WORD_LANGUAGES
from cafx.text.words import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["Places", "currency_of", "language_of"]

_UZBEK: Final = frozenset(("uz-Latn", "uz-Cyrl"))

#: The languages that a letter speaks for.
_LETTERS: Final = {
    letter: tuple(language.code for language in LANGUAGES if letter in language.letters)
    for letter in "".join(language.letters for language in LANGUAGES)
}
_LETTERS_ONLY: Final = re.compile(f"[{''.join(_LETTERS)}]")
#: Pieces of the names of countries, capitals and peoples, the same in many languages and cases.
_NAMES: Final = {
    "UZS": ("zbek", "збек", "ashken", "oshken", "ашкен", "ошкен", "ЗБЕК", "ZBEK", "irziyo", "ирзиё", "UZS"),
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
_HOMES: Final = {
    "KZT": ("azakh", "азах", "азақ", "лматы", "lmaty", "стана", "stana", "KZT", "тенге", "теңге", "tenge"),
    "KGS": _NAMES["KGS"],
    "TJS": ("ajik", "ushanbe", "ушанбе", "аджик", "оҷик", "ojik", "äjik", "TJS", "сомон", "somoni"),
    "UZS": _NAMES["UZS"],
    "TMT": _NAMES["TMT"],
}
_UNSURE: Final = {"SOM": ("KGS", "UZS"), "MANAT": ("TMT", "AZN")}
#: A name further away than this speaks of something else: a page may hold ten articles.
_REACH: Final = 2_000


class Places:
    """Where a text names the countries that share a word for their money; looked up once, if at all."""

    __slots__ = ("_known", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._known: dict[str, list[int]] = {}

    def nearest(self, code: str, place: int) -> int | None:
        """Return how far from *place* a country is named; None where it is not within reach."""
        known = self._known.get(code)
        if known is None:
            known = self._known[code] = sorted(self._found(code))
        index = bisect_left(known, place)
        around = [abs(there - place) for there in known[max(0, index - 1) : index + 1]]
        best = min(around, default=_REACH)
        return best if best < _REACH else None

    def home(self) -> str:
        """Return the one of the five whose country the text names first; empty where it names none."""
        firsts = {
            code: min(places)
            for code in _HOMES
            if (places := [place for name in _HOMES[code] if (place := self._text.find(name)) >= 0])
        }
        return min(firsts, key=firsts.__getitem__, default="")

    def _found(self, code: str) -> Iterator[int]:
        text = self._text
        for name in _NAMES[code]:
            place = text.find(name)
            while place >= 0:
                yield place
                place = text.find(name, place + 1)


def language_of(words: Iterable[str], text: str, languages: Iterable[str]) -> str:
    """Return the one of *languages* that a stretch of text is in, by its letters and telling words."""
    votes = dict.fromkeys(languages, 0)
    telling = [*filter(None, map(WORD_LANGUAGES.get, words))]
    if not text.isascii():
        telling += map(_LETTERS.__getitem__, _LETTERS_ONLY.findall(text))
    for codes in telling:
        for code in codes:
            if code in votes:
                votes[code] += 1
    best = max(votes, key=votes.__getitem__)
    return best if votes[best] or len(votes) == 1 else "und"


def currency_of(code: str, places: Places, place: int, language: str) -> str:
    """Say whose som or manat stands at a place: the nearest country that the text names decides.

    Without a name som is Kyrgyz, but Uzbek in an Uzbek text, and manat is Turkmen.
    """
    if code not in _UNSURE:
        return code
    usual, other = _UNSURE[code]
    if code == "SOM" and language in _UZBEK:
        usual, other = other, usual
    distance = places.nearest(other, place)
    if distance is None:
        return usual
    home = places.nearest(usual, place)
    return usual if home is not None and home <= distance else other
