"""The sources of rates, each two pure functions: ``request`` builds an address, ``parse`` reads the answer.

>>> from datetime import date
>>> from cafx import sources
>>> [source.name for source in sources.central_banks()]
['NBK', 'NBKR', 'CBU', 'NBT', 'CBT', 'CBR']
>>> sources.named("nbk").request(on=date(2026, 4, 1)).url
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
    from cafx.sources.reading import Request, Row, SourceReading
    from cafx.sources.source import Source
    from cafx.sources.table import TableSource
    from cafx.sources.timesca import TimesCA

# The module of each name; nothing is imported before it is asked for.
_MODULES: Final = {
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
    "Request": "cafx.sources.reading",
    "Row": "cafx.sources.reading",
    "Source": "cafx.sources.source",
    "SourceReading": "cafx.sources.reading",
    "TableSource": "cafx.sources.table",
    "TimesCA": "cafx.sources.timesca",
}
# The region's banks first, in the order of its countries' names; the neighbour's comes last.
_BANKS: Final = ("NBK", "NBKR", "CBU", "NBT", "CBT", "CBR")
_OTHERS: Final = ("NBP", "Frankfurter", "CurrencyAPI", "TimesCA")
# By the name of the class and by the one on the quotations, which differs for one of them.
_BY_NAME: Final = {name.lower(): name for name in _BANKS + _OTHERS} | {"currency-api": "CurrencyAPI"}

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
    "Request",
    "Row",
    "Source",
    "SourceReading",
    "TableSource",
    "TimesCA",
    "all_sources",
    "central_banks",
    "named",
    "source_of",
]


def central_banks() -> tuple[Source, ...]:
    """Return the region's central banks and the Bank of Russia: what ``latest`` asks by itself.

    >>> [source.name for source in central_banks()]
    ['NBK', 'NBKR', 'CBU', 'NBT', 'CBT', 'CBR']
    """
    return tuple(_make(name) for name in _BANKS)


def all_sources() -> tuple[Source, ...]:
    """Return every source that cafx knows.

    >>> [source.name for source in all_sources()][:3]
    ['NBK', 'NBKR', 'CBU']
    """
    return tuple(_make(name) for name in _BANKS + _OTHERS)


def named(name: str) -> Source:
    """Return the source with that name, in upper or lower case.

    Args:
        name: such as ``"NBK"``.

    Raises:
        SourceError: there is none; the message lists those that there are.

    >>> named("nbk")
    NBK()
    """
    source = _BY_NAME.get(name.lower())
    if source is None:
        names = ", ".join(_BANKS + _OTHERS)
        raise SourceError(f"no source is called {printable(name)}: there are {names}", cause="refused")
    return _make(source)


def source_of(source: Source | type[Source] | str) -> Source:
    """Return a source that may be given by its name or its class.

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
    from cafx.sources.source import Source

    if not isinstance(source, Source):
        message = f"a source is one of cafx.sources or its name, such as 'NBK', not {type(source).__name__}"
        raise TypeError(message)
    return source


def _make(name: str) -> Source:
    source: Source = getattr(import_module(_MODULES[name]), name)()
    return source


__getattr__ = lazily("cafx.sources", _MODULES)


def __dir__() -> list[str]:
    return __all__
