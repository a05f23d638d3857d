"""Sentences in news style, 21 or more a language: each figure with its hedge and the worth that is stated."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from cafx import Figure, find_figures
from cafx.text.words import LANGUAGES

_NEWS = Path(__file__).parents[1] / "news.txt"
_SPOKEN = 8


class _Said(NamedTuple):
    """A sentence, and what it holds: ``KZT 5000..6000 over = USD 10`` a figure."""

    language: str
    sentence: str
    figures: list[str]


def _sentences() -> list[_Said]:
    said: list[_Said] = []
    language = ""
    for line in _NEWS.read_text("utf-8").splitlines():
        if line.startswith("["):
            language = line.strip("[]")
        elif line.startswith("  "):
            said[-1].figures.append(line.strip())
        elif line and not line.startswith("#"):
            said.append(_Said(language, line.replace("\\n", "\n"), []))
    return said


def _shown(figure: Figure) -> str:
    """Write a figure as the table does."""
    low, high = (format(end.amount.normalize(), "f") for end in figure.ends)
    parts = [str(figure.currency), f"{low}..{high}" if figure.is_range else low]
    if figure.hedge is not None:
        parts.append(figure.hedge)
    if figure.stated is not None:
        parts += ["=", _shown(figure.stated)]
    return " ".join(parts)


@pytest.mark.parametrize("language", sorted({said.language for said in _sentences()}))
def test_news_is_read_right(language: str) -> None:
    wrong = {
        said.sentence: (found, said.figures)
        for said in _sentences()
        if said.language == language
        and (found := [_shown(figure) for figure in find_figures(said.sentence)]) != said.figures
    }
    assert wrong == {}


def test_every_language_has_its_news() -> None:
    said = [one.language for one in _sentences()]
    assert len(set(said)) == _SPOKEN
    assert set(said) <= {language.code for language in LANGUAGES}
    assert min(said.count(language) for language in set(said)) >= 20
