"""Amounts as each country writes them: right where browsers and stock Babel are not, and fast."""

from __future__ import annotations

from cafx.formatting.conversions import format_conversion
from cafx.formatting.formatter import format_money, formatter, parts
from cafx.formatting.layout import Part
from cafx.formatting.markup import Html, html
from cafx.formatting.parsing import parse_amount
from cafx.formatting.ranges import format_range
from cafx.formatting.rates import format_change, format_rate
from cafx.formatting.spoken import spoken

__all__ = [
    "Html",
    "Part",
    "format_change",
    "format_conversion",
    "format_money",
    "format_range",
    "format_rate",
    "formatter",
    "html",
    "parse_amount",
    "parts",
    "spoken",
]
