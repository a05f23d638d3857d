"""The exchange-rate ticker of The Times of Central Asia, read from pages and archives of pages."""

from __future__ import annotations

from cafx.ticker.archive import read_tickers
from cafx.ticker.captures import TickerReadings
from cafx.ticker.page import read_ticker
from cafx.ticker.reading import Conflict, TickerReading
from cafx.values.reading import Rejection

__all__ = ["Conflict", "Rejection", "TickerReading", "TickerReadings", "read_ticker", "read_tickers"]
