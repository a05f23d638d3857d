"""Amounts as each country writes them: right where browsers and stock Babel are not, and fast."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cafx.core.lazy import lazily

if TYPE_CHECKING:
    from cafx.formatting.conversions import format_conversion
    from cafx.formatting.html import Html, format_html
    from cafx.formatting.monetary import Monetary
    from cafx.formatting.money import format_money, format_parts
    from cafx.formatting.parsing import parse_amount
    from cafx.formatting.ranges import format_range
    from cafx.formatting.rates import format_change, format_rate
    from cafx.formatting.speech import format_spoken
    from cafx.formatting.worth import format_worth
    from cafx.locale.compiled import formatter
    from cafx.locale.options import Choices
    from cafx.locale.patterns import Part

# Nothing is imported before it is asked for: the first format in a process needs half of it.
_HOMES = {
    "Choices": "cafx.locale.options",
    "Html": "cafx.formatting.html",
    "Monetary": "cafx.formatting.monetary",
    "Part": "cafx.locale.patterns",
    "format_change": "cafx.formatting.rates",
    "format_conversion": "cafx.formatting.conversions",
    "format_money": "cafx.formatting.money",
    "format_range": "cafx.formatting.ranges",
    "format_rate": "cafx.formatting.rates",
    "formatter": "cafx.locale.compiled",
    "format_html": "cafx.formatting.html",
    "parse_amount": "cafx.formatting.parsing",
    "format_parts": "cafx.formatting.money",
    "format_spoken": "cafx.formatting.speech",
    "format_worth": "cafx.formatting.worth",
}

__all__ = [
    "Choices",
    "Html",
    "Monetary",
    "Part",
    "format_change",
    "format_conversion",
    "format_html",
    "format_money",
    "format_parts",
    "format_range",
    "format_rate",
    "format_spoken",
    "format_worth",
    "formatter",
    "parse_amount",
]


__getattr__ = lazily("cafx.formatting", _HOMES)


def __dir__() -> list[str]:
    return __all__
