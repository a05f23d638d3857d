"""The data of CLDR that Babel's data lack or have in an older form, from a file that ``make cldr`` writes.

One line holds what differs for one locale: its name, up to which CLDR of Babel the rest of the line
applies (nothing where Babel's importer leaves the data out, whatever the version), then keys and values
in turn, all between tabs. What a locale shares with those that it inherits from stands there once; the
line without a name is for all. The file is read once, and of it only the lines that are asked for.
"""

from __future__ import annotations

from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["FILE", "compact_table", "compact_text", "row_of"]

#: Where the data are, and of which CLDR.
FILE: Final = __file__.removesuffix("overlay.py") + "data/cldr-48.tsv"
_BETWEEN: Final = "\u00a6"


@lru_cache(maxsize=1)
def _lines() -> bytes:
    with open(FILE, "rb") as file:  # noqa: PTH123 -- pathlib would cost the first format 4 ms
        return file.read()


@lru_cache(maxsize=256)
def row_of(identifier: str, cldr: int) -> Mapping[str, str]:
    """Return what goes before the data of a Babel that has CLDR *cldr*, by key, for one locale alone.

    >>> row_of("tg", 47)["symbol:TJS"], dict(row_of("tg_TJ", 47))
    ('сом.', {})
    """
    lines = _lines()
    found: dict[str, str] = {}
    start = lines.find(b"\n%s\t" % identifier.encode())
    while start >= 0:
        end = lines.index(b"\n", start + 1)
        name, until, *cells = lines[start + 1 : end].decode().split("\t")
        if name != identifier:
            break
        if not until or cldr < int(until):
            found.update(zip(cells[::2], cells[1::2], strict=True))
        start = end if end + 1 < len(lines) else -1
    return MappingProxyType(found)


def compact_text(table: Mapping[int, Mapping[str, str]]) -> str:
    """Return a table of compact patterns, by power of ten and plural category, as one value of a line.

    >>> compact_text({3: {"one": "0 mille", "other": "0 mille"}, 6: {"other": "0 Mio"}})
    '3 other 0 mille¦6 other 0 Mio'
    """
    return _BETWEEN.join(
        f"{power} {category} {pattern}"
        for power, by_category in sorted(table.items())
        for category, pattern in (
            {"other": by_category["other"]} if len(set(by_category.values())) == 1 else by_category
        ).items()
    )


def compact_table(text: str) -> dict[int, dict[str, str]]:
    """Return the table that ``compact_text`` wrote.

    >>> compact_table("3 other 0 mille¦6 other 0 Mio")
    {3: {'other': '0 mille'}, 6: {'other': '0 Mio'}}
    """
    table: dict[int, dict[str, str]] = {}
    for cell in text.split(_BETWEEN) if text else ():
        power, category, pattern = cell.split(" ", 2)
        table.setdefault(int(power), {})[category] = pattern
    return table
