"""cafx: the money of Central Asia, exact and honest about the precision of every number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cafx.lazy import lazily

if TYPE_CHECKING:
    from cafx import sources
    from cafx.book import Coverage, RateBook
    from cafx.client import AsyncClient, Client
    from cafx.consensus import Disagreement
    from cafx.conversion import Conversion
    from cafx.currency import Currency
    from cafx.errors import (
        AmountError,
        CafxError,
        CafxWarning,
        CurrencyMismatch,
        HistoryError,
        ParseError,
        RateNotFound,
        SourceError,
        StaleRateWarning,
        UnknownCurrency,
        UnknownLocale,
    )
    from cafx.exchange import convert
    from cafx.figures import Figure, annotate, annotate_html, check, find_figures, implied_rate, parse_money
    from cafx.formatting import (
        format_change,
        format_conversion,
        format_money,
        format_range,
        format_rate,
        formatter,
        html,
        parse_amount,
        parts,
        spoken,
    )
    from cafx.history import History
    from cafx.money import Money
    from cafx.quotation import Quotation
    from cafx.rate import Rate
    from cafx.ticker import TickerReading, read_ticker, read_tickers
    from cafx.version import __version__

# Where each public name lives. Nothing is imported before it is asked for (PEP 562), so that
# `import cafx` costs a few milliseconds and a program pays only for the rooms it enters.
_HOMES = {
    "AmountError": "errors",
    "AsyncClient": "client",
    "CafxError": "errors",
    "CafxWarning": "errors",
    "Client": "client",
    "Conversion": "conversion",
    "Coverage": "book",
    "Currency": "currency",
    "CurrencyMismatch": "errors",
    "Disagreement": "consensus",
    "Figure": "figures",
    "History": "history",
    "HistoryError": "errors",
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
    "UnknownLocale": "errors",
    "__version__": "version",
    "annotate": "figures",
    "annotate_html": "figures",
    "check": "figures",
    "convert": "exchange",
    "find_figures": "figures",
    "format_change": "formatting",
    "format_conversion": "formatting",
    "format_money": "formatting",
    "format_range": "formatting",
    "format_rate": "formatting",
    "formatter": "formatting",
    "html": "formatting",
    "implied_rate": "figures",
    "parse_amount": "formatting",
    "parse_money": "figures",
    "parts": "formatting",
    "read_ticker": "ticker",
    "read_tickers": "ticker",
    "sources": "sources",
    "spoken": "formatting",
}

__all__ = [
    "AmountError",
    "AsyncClient",
    "CafxError",
    "CafxWarning",
    "Client",
    "Conversion",
    "Coverage",
    "Currency",
    "CurrencyMismatch",
    "Disagreement",
    "Figure",
    "History",
    "HistoryError",
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
    "UnknownLocale",
    "__version__",
    "annotate",
    "annotate_html",
    "check",
    "convert",
    "find_figures",
    "format_change",
    "format_conversion",
    "format_money",
    "format_range",
    "format_rate",
    "formatter",
    "html",
    "implied_rate",
    "parse_amount",
    "parse_money",
    "parts",
    "read_ticker",
    "read_tickers",
    "sources",
    "spoken",
]


__getattr__ = lazily("cafx", _HOMES)


def __dir__() -> list[str]:
    return __all__
