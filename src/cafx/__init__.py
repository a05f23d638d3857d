"""cafx: the money of Central Asia, exact and honest about the precision of every number."""

from __future__ import annotations

from cafx.core.lazy import lazily

# For type checkers. Importing typing for this name alone would cost ten times as much as all the rest.
TYPE_CHECKING = False

if TYPE_CHECKING:
    # isort: off
    from cafx import (
        backfill as backfill,
        client as client,
        display,
        errors as errors,
        formatting as formatting,
        frames as frames,
        history as history,
        live,
        sources,
        testing,
        text as text,
        ticker as ticker,
        web,
    )

    # isort: on
    from cafx.client import AsyncClient, Client
    from cafx.core.currency import Currency
    from cafx.core.value import json_default
    from cafx.errors import (
        AmountError,
        CafxError,
        CafxWarning,
        CurrencyMismatch,
        HistoryError,
        OptionError,
        ParseError,
        RateNotFound,
        RatesTooOld,
        SourceError,
        StaleRateWarning,
        UnknownCurrency,
        UnknownLocale,
    )
    from cafx.exchange import convert, current_book
    from cafx.formatting import (
        format_change,
        format_conversion,
        format_html,
        format_money,
        format_parts,
        format_range,
        format_rate,
        format_spoken,
        parse_amount,
    )
    from cafx.history import History
    from cafx.locale.compiled import formatter
    from cafx.rates.averages import Average
    from cafx.rates.book import RateBook
    from cafx.rates.coverage import Coverage
    from cafx.rates.outliers import Disagreement
    from cafx.rates.spans import Span
    from cafx.text import (
        Annotated,
        Figure,
        StatedRate,
        annotate,
        annotate_html,
        check,
        find_figures,
        find_rates,
        implied_rate,
        parse_money,
    )
    from cafx.ticker import TickerReading, read_ticker, read_tickers
    from cafx.values.conversion import Conversion, RangeConversion
    from cafx.values.money import Money
    from cafx.values.quotation import Quotation
    from cafx.values.rate import Rate
    from cafx.version import __version__

# Public modules that are reached as attributes too, but are not of those that a star imports.
_MODULES = ("backfill", "client", "errors", "formatting", "frames", "history", "text", "ticker")

# Where each public name lives. Nothing is imported before it is asked for (PEP 562), so that
# `import cafx` costs a few milliseconds and a program pays only for the rooms it enters.
_HOMES = {
    "AmountError": "cafx.errors",
    "Annotated": "cafx.text",
    "AsyncClient": "cafx.client",
    "Average": "cafx.rates.averages",
    "CafxError": "cafx.errors",
    "CafxWarning": "cafx.errors",
    "Client": "cafx.client",
    "Conversion": "cafx.values.conversion",
    "Coverage": "cafx.rates.coverage",
    "Currency": "cafx.core.currency",
    "CurrencyMismatch": "cafx.errors",
    "Disagreement": "cafx.rates.outliers",
    "Figure": "cafx.text",
    "History": "cafx.history",
    "HistoryError": "cafx.errors",
    "Money": "cafx.values.money",
    "OptionError": "cafx.errors",
    "ParseError": "cafx.errors",
    "Quotation": "cafx.values.quotation",
    "RangeConversion": "cafx.values.conversion",
    "Rate": "cafx.values.rate",
    "RateBook": "cafx.rates.book",
    "RateNotFound": "cafx.errors",
    "RatesTooOld": "cafx.errors",
    "SourceError": "cafx.errors",
    "Span": "cafx.rates.spans",
    "StaleRateWarning": "cafx.errors",
    "StatedRate": "cafx.text",
    "TickerReading": "cafx.ticker",
    "UnknownCurrency": "cafx.errors",
    "UnknownLocale": "cafx.errors",
    "__version__": "cafx.version",
    "annotate": "cafx.text",
    "annotate_html": "cafx.text",
    "check": "cafx.text",
    "convert": "cafx.exchange",
    "current_book": "cafx.exchange",
    "display": "cafx.display",
    "find_figures": "cafx.text",
    "find_rates": "cafx.text",
    "format_change": "cafx.formatting",
    "format_conversion": "cafx.formatting",
    "format_money": "cafx.formatting",
    "format_range": "cafx.formatting",
    "format_rate": "cafx.formatting",
    "formatter": "cafx.locale.compiled",
    "format_html": "cafx.formatting",
    "implied_rate": "cafx.text",
    "json_default": "cafx.core.value",
    "live": "cafx.live",
    "parse_amount": "cafx.formatting",
    "parse_money": "cafx.text",
    "format_parts": "cafx.formatting",
    "read_ticker": "cafx.ticker",
    "read_tickers": "cafx.ticker",
    "sources": "cafx.sources",
    "format_spoken": "cafx.formatting",
    "testing": "cafx.testing",
    "web": "cafx.web",
}

__all__ = [
    "AmountError",
    "Annotated",
    "AsyncClient",
    "Average",
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
    "OptionError",
    "ParseError",
    "Quotation",
    "RangeConversion",
    "Rate",
    "RateBook",
    "RateNotFound",
    "RatesTooOld",
    "SourceError",
    "Span",
    "StaleRateWarning",
    "StatedRate",
    "TickerReading",
    "UnknownCurrency",
    "UnknownLocale",
    "__version__",
    "annotate",
    "annotate_html",
    "check",
    "convert",
    "current_book",
    "display",
    "find_figures",
    "find_rates",
    "format_change",
    "format_conversion",
    "format_html",
    "format_money",
    "format_parts",
    "format_range",
    "format_rate",
    "format_spoken",
    "formatter",
    "implied_rate",
    "json_default",
    "live",
    "parse_amount",
    "parse_money",
    "read_ticker",
    "read_tickers",
    "sources",
    "testing",
    "web",
]


__getattr__ = lazily("cafx", {**_HOMES, **{name: f"cafx.{name}" for name in _MODULES}})


def __dir__() -> list[str]:
    return __all__
