"""Live rates without a network, for the sites beside this file: a bank on loopback, above the bundled rates.

A real site has one line in place of all this: ``rates = cafx.live.Rates()``.
"""

from __future__ import annotations

from datetime import timedelta

from cafx.live import Rates
from cafx.testing import BankServer

# The prices are made up, and so is the bank. The manat's peg is among the bundled rates.
YESTERDAY = {"USD/KGS": "87.4500", "USD/KZT": "519.31", "USD/TJS": "9.2010", "USD/UZS": "11990.00"}
TODAY = {"USD/KGS": "87.4500", "USD/KZT": "520.20", "USD/TJS": "9.1937", "USD/UZS": "11950.10"}


def live_rates() -> Rates:
    """Return rates that ask such a bank; it has printed a table yesterday, and one today."""
    bank = BankServer(YESTERDAY, day="2000-01-01", name="Loopback")
    rates = Rates(bank.source, client=bank.client(), history=None, lock=None)
    for prices, day in ((YESTERDAY, rates.today - timedelta(days=1)), (TODAY, rates.today)):
        bank.prices.update(prices)
        bank.day = day
        rates.refresh()
    return rates
