"""Columns of money: a whole column at the rate of its day, on the engine that the user has.

``import cafx.frames as cf``; it needs the extra ``cafx[frames]``, and the library that the frames are of.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cafx.core.lazy import lazily

if TYPE_CHECKING:
    from cafx.frames.conversion import convert

_HOMES = {
    "convert": "cafx.frames.conversion",
}

__all__ = ["convert"]


__getattr__ = lazily("cafx.frames", _HOMES)


def __dir__() -> list[str]:
    return __all__
