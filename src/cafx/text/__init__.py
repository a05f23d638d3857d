"""Money in running text: found, read exactly, and held against what the text says of it."""

from __future__ import annotations

from cafx.text.agreement import Finding, ImpliedRate, check, implied_rate, implied_rates
from cafx.text.annotation import annotate, annotate_html
from cafx.text.figure import Figure
from cafx.text.finder import find_figures, parse_money

__all__ = [
    "Figure",
    "Finding",
    "ImpliedRate",
    "annotate",
    "annotate_html",
    "check",
    "find_figures",
    "implied_rate",
    "implied_rates",
    "parse_money",
]
