"""Money in running text: figures and exchange rates, found, read exactly, and held against rates."""

from __future__ import annotations

from cafx.text.agreement import ImpliedRate, check, implied_rate, implied_rates
from cafx.text.annotation import annotate, annotate_html
from cafx.text.dateline import Dateline, dateline_of
from cafx.text.figure import Figure
from cafx.text.finder import find_figures, find_money, find_rates, parse_money
from cafx.text.findings import Annotated, Finding, Skipped
from cafx.text.stated_rate import StatedRate

__all__ = [
    "Annotated",
    "Dateline",
    "Figure",
    "Finding",
    "ImpliedRate",
    "Skipped",
    "StatedRate",
    "annotate",
    "annotate_html",
    "check",
    "dateline_of",
    "find_figures",
    "find_money",
    "find_rates",
    "implied_rate",
    "implied_rates",
    "parse_money",
]
