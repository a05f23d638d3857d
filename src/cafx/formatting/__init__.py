"""Amounts as each country writes them: right where browsers and stock Babel are not, and fast."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cafx.lazy import lazily

if TYPE_CHECKING:
    from cafx.formatting.conversions import format_conversion
    from cafx.formatting.formats import format_money, formatter, parts
    from cafx.formatting.layout import Part
    from cafx.formatting.markup import Html, html
    from cafx.formatting.parsing import parse_amount
    from cafx.formatting.ranges import format_range
    from cafx.formatting.rates import format_change, format_rate
    from cafx.formatting.speech import spoken

# Nothing is imported before it is asked for: the first format in a process needs half of it.
_HOMES = {
    "Html": "markup",
    "Part": "layout",
    "format_change": "rates",
    "format_conversion": "conversions",
    "format_money": "formats",
    "format_range": "ranges",
    "format_rate": "rates",
    "formatter": "formats",
    "html": "markup",
    "parse_amount": "parsing",
    "parts": "formats",
    "spoken": "speech",
}

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


__getattr__ = lazily("cafx.formatting", _HOMES)


def __dir__() -> list[str]:
    return __all__
