"""What the text around a figure says: its language, and whose som or manat it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from cafx.figures.lexicon import WORD_LANGUAGES
from cafx.figures.tokens import WORD_KIND
from cafx.figures.words import LANGUAGES

if TYPE_CHECKING:
    from cafx.figures.tokens import Token

__all__ = ["currency_of", "language_of"]

#: Names of countries, capitals and peoples in every language, as stems; a class where case differs.
_COUNTRIES: Final = re.compile(
    r"(?P<UZS>[uU]zbek|UZBEK|[oOöÖ]['’‘ʻʼ`]?zbek|[уУўЎөӨӯӮ]збек|УЗБЕК|[тТ][ао]шкен|[tT][ao]shken|UZS)"
    r"|(?P<KGS>[kK]yrgyz|KYRGYZ|[kK]irgh?iz|[qQ]ir[gG][ʻ'’‘ʼ`]?iz|[кКқҚ][ыи]р[гғ][ыи]з|КЫРГЫЗ|КИРГИЗ"
    r"|[bB]ishkek|[бБ]ишкек|KGS)"
    r"|(?P<AZN>[aA]zerba|AZERBA|[aA]zeri|[oO]zarba|[аАәӘ]з[еі]рба|АЗЕРБА|[оО]зарба|\b[BB]aku\b|\bБаку\b"
    r"|\b[Bb]oku\b|\bБоку\b|AZN|₼)"
    r"|(?P<TMT>[tT][uü]rkmen|TURKMEN|[тТ][уү]р[кі]*[кі]?м[ае]н|ТУРКМЕН|[aA]sh?gabat|[aA]şgabat|[аА]ш[хгқ][ао]б[ао][дт]"
    r"|TMT)"
)
_UNSURE: Final = {"SOM": ("KGS", "UZS"), "MANAT": ("TMT", "AZN")}


def language_of(tokens: list[Token], text: str) -> str:
    """Give the language of a stretch of text, by its letters and its telling words."""
    votes = dict.fromkeys((language.code for language in LANGUAGES), 0)
    for token in tokens:
        if token.kind == WORD_KIND:
            for code in WORD_LANGUAGES.get(token.key, ()):
                votes[code] += 1
    for language in LANGUAGES:
        if language.letters:
            votes[language.code] += sum(text.count(letter) for letter in language.letters)
    best = max(votes, key=votes.__getitem__)
    return best if votes[best] else "und"


def currency_of(code: str, text: str, start: int, end: int, language: str) -> str:
    """Say whose som or manat stands at a place: the nearest country that the text names decides."""
    if code not in _UNSURE:
        return code
    usual, other = _UNSURE[code]
    if code == "SOM" and language in ("uz-Latn", "uz-Cyrl"):
        usual, other = other, usual
    del start, end
    names = {match.lastgroup for match in _COUNTRIES.finditer(text)}
    return other if other in names and usual not in names else usual
