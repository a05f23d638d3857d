"""The sources of rates, each two pure functions: ``request`` builds an address, ``parse`` reads the answer.

>>> from datetime import date
>>> from cafx import sources
>>> [source.name for source in sources.central_banks()]
['NBK', 'NBKR', 'CBU', 'NBT', 'CBT', 'CBR']
>>> sources.named("nbk").request(date(2026, 4, 1)).url
'https://nationalbank.kz/rss/get_rates.cfm?fdate=01.04.2026'
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

from cafx.core.lazy import lazily
from cafx.core.text import printable
from cafx.errors import SourceError

if TYPE_CHECKING:
    from cafx.sources.calendar import Calendar
    from cafx.sources.cbr import CBR
    from cafx.sources.cbt import CBT
    from cafx.sources.cbu import CBU
    from cafx.sources.currency_api import CurrencyAPI
    from cafx.sources.frankfurter import Frankfurter
    from cafx.sources.nbk import NBK
    from cafx.sources.nbkr import NBKR
    from cafx.sources.nbp import NBP
    from cafx.sources.nbt import NBT
    from cafx.sources.reading import Rejection, Request, Row, SourceReading
    from cafx.sources.source import Source
    from cafx.sources.timesca import TimesCA

# Where each name lives; nothing is imported before it is asked for.
_HOMES: Final = {
    "CBR": "cafx.sources.cbr",
    "CBT": "cafx.sources.cbt",
    "CBU": "cafx.sources.cbu",
    "Calendar": "cafx.sources.calendar",
    "CurrencyAPI": "cafx.sources.currency_api",
    "Frankfurter": "cafx.sources.frankfurter",
    "NBK": "cafx.sources.nbk",
    "NBKR": "cafx.sources.nbkr",
    "NBP": "cafx.sources.nbp",
    "NBT": "cafx.sources.nbt",
    "Rejection": "cafx.sources.reading",
    "Request": "cafx.sources.reading",
    "Row": "cafx.sources.reading",
    "Source": "cafx.sources.source",
    "SourceReading": "cafx.sources.reading",
    "TimesCA": "cafx.sources.timesca",
}
# The region's banks first, in the order of its countries' names; the neighbour's comes last.
_BANKS: Final = ("NBK", "NBKR", "CBU", "NBT", "CBT", "CBR")
_OTHERS: Final = ("NBP", "Frankfurter", "CurrencyAPI", "TimesCA")

__all__ = [
    "CBR",
    "CBT",
    "CBU",
    "NBK",
    "NBKR",
    "NBP",
    "NBT",
    "Calendar",
    "CurrencyAPI",
    "Frankfurter",
    "Rejection",
    "Request",
    "Row",
    "Source",
    "SourceReading",
    "TimesCA",
    "all_sources",
    "central_banks",
    "named",
    "source_of",
]


def central_banks() -> tuple[Source, ...]:
    """Give the region's central banks and the Bank of Russia: what ``latest`` asks by itself."""
    return tuple(_made(name) for name in _BANKS)


def all_sources() -> tuple[Source, ...]:
    """Give every source that cafx knows."""
    return tuple(_made(name) for name in _BANKS + _OTHERS)


def named(name: str) -> Source:
    """Give the source with that name, in upper or lower case.

    Raises:
        SourceError: there is none; the message lists those that there are.
    """
    known = {key.lower(): home for home in _BANKS + _OTHERS for key in (home, _made(home).name)}
    home = known.get(name.lower())
    if home is None:
        names = ", ".join(_BANKS + _OTHERS)
        raise SourceError(f"no source is called {printable(name)}: there are {names}", cause="refused")
    return _made(home)


def source_of(source: Source | type[Source] | str) -> Source:
    """Give a source that may be given by its name or its class.

    >>> source_of("nbk"), source_of(source_of("CBR"))
    (NBK(), CBR())

    Raises:
        SourceError: no source has that name.
        TypeError: it is something else.
    """
    if isinstance(source, str):
        return named(source)
    if isinstance(source, type):
        return source()
    if not hasattr(source, "calendar"):
        message = f"a source is one of cafx.sources or its name, such as 'NBK', not {type(source).__name__}"
        raise TypeError(message)
    return source


def _made(name: str) -> Source:
    made: Source = getattr(import_module(_HOMES[name]), name)()
    return made


__getattr__ = lazily("cafx.sources", _HOMES)


def __dir__() -> list[str]:
    return __all__
