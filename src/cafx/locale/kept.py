"""Babel's own data for the locales of the region, kept as text, so that a first format need not load Babel's.

Babel keeps a locale as a pickle, merged from its parents when it is first asked for: 10 to 20 ms, a third of
them for ``babel.dates``, which the pickles name and which asks for the time zone. A line of the file holds
what is asked of one locale, just as ``stock`` reads it, and the line without a name what is asked of none
(Babel keeps that in a pickle too, of all the world); ``make stock`` writes the file. It counts for that
one version of Babel which it was made from, and any other locale, currency or version is read by ``stock``:
the answers are the same, which a test holds for all that the file says.
"""

from __future__ import annotations

from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from cafx.locale import stock
from cafx.locale.tags import lineage

if TYPE_CHECKING:
    from collections.abc import Mapping

    from babel import Locale

__all__ = [
    "FILE",
    "cldr_version",
    "compact_of",
    "fractions_of",
    "kept_row",
    "line_of",
    "names_of",
    "native_of",
    "plural_rules",
    "text_of",
]

#: Where the data are; the first line says of which version of Babel.
FILE: Final = __file__.removesuffix("kept.py") + "data/babel.tsv"
#: Between the parts of what is more than one text.
BETWEEN: Final = "\u00a6"
_NOTHING: Final[Mapping[str, str]] = MappingProxyType({})
_PARTS_OF_NAME: Final = 3


@lru_cache(maxsize=1)
def _lines() -> bytes:
    from babel import __version__

    with open(FILE, "rb") as file:  # noqa: PTH123 -- pathlib would cost the first format 4 ms
        lines = file.read()
    return lines if lines.startswith(f"{__version__}\n".encode()) else b""


@lru_cache(maxsize=128)
def kept_row(identifier: str) -> Mapping[str, str]:
    """Return what is kept of a locale, by key; nothing where the Babel installed is another one.

    >>> kept_row("no_such")
    mappingproxy({})
    """
    lines = _lines()
    start = lines.find(f"\n{identifier}\t".encode())
    if start < 0:
        return _NOTHING
    cells = lines[start + 1 : lines.index(b"\n", start + 1)].decode().split("\t")
    return MappingProxyType(dict(zip(cells[1::2], cells[2::2], strict=True)))


def cldr_version() -> int:
    """Return which CLDR the Babel installed has."""
    found = kept_row("").get("cldr")
    return int(found) if found else stock.cldr_version()


def fractions_of(currency: str) -> str:
    """Return how finely *currency* is printed, as ``stock.fractions_of``."""
    return kept_row("").get(f"fractions:{currency}") or stock.fractions_of(currency)


def line_of(locale: Locale) -> tuple[str, ...]:
    """Return a locale and what it inherits from, as ``lineage``."""
    found = kept_row(str(locale)).get("line")
    return tuple(found.split(BETWEEN)) if found else lineage(str(locale))


def native_of(locale: Locale) -> str:
    """Return the name of the numbering system whose digits are native to *locale*."""
    return kept_row(str(locale)).get("native") or stock.native_system(locale)


def plural_rules(locale: Locale) -> Mapping[str, str]:
    """Return the condition of each plural category but ``other``.

    >>> from babel import Locale
    >>> plural_rules(Locale("kk"))
    {'one': 'n in 1'}
    """
    text = kept_row(str(locale)).get("plural")
    if text is None:
        rules: Mapping[str, str] = locale.plural_form.rules
        return rules
    parts = text.split(BETWEEN) if text else []
    return dict(zip(parts[::2], parts[1::2], strict=True))


def text_of(locale: Locale, key: str) -> str:
    """Return what Babel has for *key*, or nothing, as ``stock_text``."""
    found = kept_row(str(locale)).get(key)
    return stock.stock_text(locale, key) if found is None else found


def compact_of(locale: Locale, kind: str) -> dict[int, dict[str, str]]:
    """Return compact patterns by power of ten and plural category, as ``stock_compact``."""
    text = kept_row(str(locale)).get(f"compact:{kind}")
    if text is None:
        return stock.stock_compact(locale, kind)
    table: dict[int, dict[str, str]] = {}
    for cell in text.split(BETWEEN):
        power, category, pattern = cell.split(" ", 2)
        table.setdefault(int(power), {})[category] = pattern
    return table


def names_of(locale: Locale, currency: str) -> dict[str, tuple[str, str]]:
    """Return the name of *currency* and the pattern that joins it to a number, as ``stock_names``."""
    text = kept_row(str(locale)).get(f"names:{currency}")
    if text is None:
        return stock.stock_names(locale, currency)
    parts = text.split(BETWEEN)
    triples = zip(*(parts[n::_PARTS_OF_NAME] for n in range(_PARTS_OF_NAME)), strict=True)
    return {category: (name, unit) for category, name, unit in triples}
