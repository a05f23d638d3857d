"""Amounts as each country writes them: right where browsers and stock Babel are not, and fast."""

from __future__ import annotations

from cafx.formatting.formatter import format_money, formatter

__all__ = ["format_money", "formatter"]
