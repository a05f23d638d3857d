"""The words of money, a table a language; adding a language is adding a table here."""

from __future__ import annotations

from typing import Final

from cafx.core.currency import CENTRAL_ASIA
from cafx.text.words.english import ENGLISH
from cafx.text.words.kazakh import KAZAKH
from cafx.text.words.kazakh_arabic import KAZAKH_ARABIC
from cafx.text.words.kazakh_latin import KAZAKH_LATIN
from cafx.text.words.kyrgyz import KYRGYZ
from cafx.text.words.russian import RUSSIAN
from cafx.text.words.table import Language
from cafx.text.words.tajik import TAJIK
from cafx.text.words.turkmen import TURKMEN
from cafx.text.words.uzbek_cyrillic import UZBEK_CYRILLIC
from cafx.text.words.uzbek_latin import UZBEK_LATIN

__all__ = ["ANY", "FIVE", "FOREIGN", "LANGUAGES", "Language"]

#: The currencies that a text is searched for: the five, the foreign ones that articles state, and all.
FIVE: Final[frozenset[str]] = frozenset(CENTRAL_ASIA)
FOREIGN: Final = frozenset(("USD", "EUR", "RUB", "CNY", "GBP"))
ANY: Final = FIVE | FOREIGN

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
    KAZAKH_ARABIC,
)
