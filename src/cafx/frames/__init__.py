"""Columns of money: a whole column at the rate of its day, on the engine that the user has.

``import cafx.frames as cf``; it needs the extra ``cafx[frames]``, and the library that the frames are of.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cafx.core.lazy import lazily

if TYPE_CHECKING:
    from cafx.frames.calendars import rates
    from cafx.frames.conversion import convert, missing
    from cafx.frames.display import format  # noqa: A004 -- beside convert and rates
    from cafx.frames.quotation import book, quotations
    from cafx.frames.stated import stated_rates
    from cafx.frames.texts import WorkProgress, figures, implied

_HOMES = {
    "WorkProgress": "cafx.frames.texts",
    "book": "cafx.frames.quotation",
    "convert": "cafx.frames.conversion",
    "figures": "cafx.frames.texts",
    "format": "cafx.frames.display",
    "implied": "cafx.frames.texts",
    "missing": "cafx.frames.conversion",
    "quotations": "cafx.frames.quotation",
    "rates": "cafx.frames.calendars",
    "stated_rates": "cafx.frames.stated",
}

__all__ = [
    "WorkProgress",
    "book",
    "convert",
    "figures",
    "format",
    "implied",
    "missing",
    "quotations",
    "rates",
    "stated_rates",
]


__getattr__ = lazily("cafx.frames", _HOMES)


def __dir__() -> list[str]:
    return __all__
