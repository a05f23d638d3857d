"""The words of money, a table a language; adding a language is adding a table here."""

from __future__ import annotations

from typing import Final

from cafx.figures.words.english import ENGLISH
from cafx.figures.words.table import Example, Language

__all__ = ["LANGUAGES", "Example", "Language"]

LANGUAGES: Final[tuple[Language, ...]] = (ENGLISH,)
