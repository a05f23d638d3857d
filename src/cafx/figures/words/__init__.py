"""The words of money, a table a language; adding a language is adding a table here."""

from __future__ import annotations

from typing import Final

from cafx.figures.words.english import ENGLISH
from cafx.figures.words.kazakh import KAZAKH, KAZAKH_LATIN
from cafx.figures.words.kyrgyz import KYRGYZ
from cafx.figures.words.russian import RUSSIAN
from cafx.figures.words.table import Example, Language
from cafx.figures.words.tajik import TAJIK
from cafx.figures.words.turkmen import TURKMEN
from cafx.figures.words.uzbek import UZBEK_CYRILLIC, UZBEK_LATIN

__all__ = ["LANGUAGES", "Example", "Language"]

#: Of equals the first is taken: Kyrgyz stands before Kazakh, which has all its letters and more.
LANGUAGES: Final[tuple[Language, ...]] = (
    ENGLISH,
    RUSSIAN,
    KYRGYZ,
    KAZAKH,
    UZBEK_LATIN,
    UZBEK_CYRILLIC,
    TAJIK,
    TURKMEN,
    KAZAKH_LATIN,
)
