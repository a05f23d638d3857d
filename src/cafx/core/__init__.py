"""What every other part stands on: currencies, decimals, dates, values; it needs ``errors`` only."""
