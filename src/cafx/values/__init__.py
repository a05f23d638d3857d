"""The values: money, quotation, rate and conversion."""
