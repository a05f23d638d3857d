"""Money in running text: found, read exactly, and held against what the text says of it."""

from __future__ import annotations

from cafx.figures.figure import Figure
from cafx.figures.finder import find_figures, parse_money

__all__ = ["Figure", "find_figures", "parse_money"]
