"""Prices on a page."""
from __future__ import annotations
OFFERED = ("en",)
def warm(locales: object) -> None:
    pass
