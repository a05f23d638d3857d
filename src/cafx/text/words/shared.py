"""Words for money that two countries share, and whose each is by the language alone."""

from __future__ import annotations

from typing import Final

__all__ = ["SHARED", "UZBEK", "countries_of"]

#: The currencies that a word can name, the usual one first.
SHARED: Final = {"SOM": ("KGS", "UZS"), "MANAT": ("TMT", "AZN")}
UZBEK: Final = frozenset(("uz-Latn", "uz-Cyrl"))


def countries_of(code: str, language: str) -> tuple[str, str]:
    """Return the two currencies that a shared word can name, that of a text in *language* first.

    >>> countries_of("SOM", "en"), countries_of("SOM", "uz-Latn")
    (('KGS', 'UZS'), ('UZS', 'KGS'))
    """
    usual, other = SHARED[code]
    return (other, usual) if code == "SOM" and language in UZBEK else (usual, other)
