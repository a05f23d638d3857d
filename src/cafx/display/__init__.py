"""Prices on a page: ``Display`` prints them with their worth, ``negotiate`` tells for whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cafx.core.lazy import lazily

if TYPE_CHECKING:
    from cafx.display.cart import Lines
    from cafx.display.choices import DisplayChoices
    from cafx.display.displays import Display, warm
    from cafx.display.negotiation import OFFERED, negotiate

_HOMES: Final = {
    "OFFERED": "cafx.display.negotiation",
    "Display": "cafx.display.displays",
    "DisplayChoices": "cafx.display.choices",
    "Lines": "cafx.display.cart",
    "negotiate": "cafx.display.negotiation",
    "warm": "cafx.display.displays",
}

__all__ = ["OFFERED", "Display", "DisplayChoices", "Lines", "negotiate", "warm"]


__getattr__ = lazily("cafx.display", _HOMES)


def __dir__() -> list[str]:
    return __all__
