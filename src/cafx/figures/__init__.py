"""Money in running text: found, read exactly, and held against what the text says of it."""

from __future__ import annotations

from cafx.figures.agreement import Finding, ImpliedRate, check, implied_rate, implied_rates
from cafx.figures.annotation import annotate, annotate_html
from cafx.figures.figure import Figure
from cafx.figures.finder import find_figures, parse_money

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
