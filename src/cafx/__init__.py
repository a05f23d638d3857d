"""cafx: the money of Central Asia, exact and honest about the precision of every number."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cafx.book import RateBook
    from cafx.conversion import Conversion
    from cafx.currency import Currency
    from cafx.errors import (
        AmountError,
        CafxError,
        CurrencyMismatch,
        ParseError,
        RateNotFound,
        SourceError,
        StaleRateWarning,
        UnknownCurrency,
    )
    from cafx.exchange import convert
    from cafx.figures import Figure, find_figures
    from cafx.formatting import format_money, formatter
    from cafx.money import Money
    from cafx.quotation import Quotation
    from cafx.rate import Rate
    from cafx.ticker import TickerReading, read_ticker, read_tickers

__version__ = "0.1.0"

# Where each public name lives. Nothing is imported before it is asked for (PEP 562), so that
# `import cafx` costs a few milliseconds and a program pays only for the rooms it enters.
_HOMES = {
    "AmountError": "errors",
    "CafxError": "errors",
    "Conversion": "conversion",
    "Currency": "currency",
    "CurrencyMismatch": "errors",
    "Figure": "figures",
    "Money": "money",
    "ParseError": "errors",
    "Quotation": "quotation",
    "Rate": "rate",
    "RateBook": "book",
    "RateNotFound": "errors",
    "SourceError": "errors",
    "StaleRateWarning": "errors",
    "TickerReading": "ticker",
    "UnknownCurrency": "errors",
    "convert": "exchange",
    "find_figures": "figures",
    "format_money": "formatting",
    "formatter": "formatting",
    "read_ticker": "ticker",
    "read_tickers": "ticker",
}

__all__ = [
    "AmountError",
    "CafxError",
    "Conversion",
    "Currency",
    "CurrencyMismatch",
    "Figure",
    "Money",
    "ParseError",
    "Quotation",
    "Rate",
    "RateBook",
    "RateNotFound",
    "SourceError",
    "StaleRateWarning",
    "TickerReading",
    "UnknownCurrency",
    "__version__",
    "convert",
    "find_figures",
    "format_money",
    "formatter",
    "read_ticker",
    "read_tickers",
]


def __getattr__(name: str) -> object:
    home = _HOMES.get(name)
    if home is None:
        message = f"module 'cafx' has no attribute {name!r}"
        raise AttributeError(message)
    value: object = getattr(import_module(f"cafx.{home}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
