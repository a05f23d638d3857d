"""Money in running text: figures and exchange rates, found, read exactly, and held against rates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cafx.core.lazy import lazily

if TYPE_CHECKING:
    from cafx.text.agreement import ImpliedRate, check, implied_rate, implied_rates
    from cafx.text.annotation import annotate, annotate_html
    from cafx.text.dateline import Dateline, dateline_of
    from cafx.text.figure import Figure
    from cafx.text.finder import find_figures, find_money, find_rates
    from cafx.text.findings import Annotated, Finding, Skipped
    from cafx.text.single import parse_money
    from cafx.text.stated_rate import StatedRate

# Where each name lives. Who only reads figures never imports what annotates and checks.
_HOMES: Final = {
    "Annotated": "cafx.text.findings",
    "Dateline": "cafx.text.dateline",
    "Figure": "cafx.text.figure",
    "Finding": "cafx.text.findings",
    "ImpliedRate": "cafx.text.agreement",
    "Skipped": "cafx.text.findings",
    "StatedRate": "cafx.text.stated_rate",
    "annotate": "cafx.text.annotation",
    "annotate_html": "cafx.text.annotation",
    "check": "cafx.text.agreement",
    "dateline_of": "cafx.text.dateline",
    "find_figures": "cafx.text.finder",
    "find_money": "cafx.text.finder",
    "find_rates": "cafx.text.finder",
    "implied_rate": "cafx.text.agreement",
    "implied_rates": "cafx.text.agreement",
    "parse_money": "cafx.text.single",
}

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


__getattr__ = lazily("cafx.text", _HOMES)


def __dir__() -> list[str]:
    return __all__
