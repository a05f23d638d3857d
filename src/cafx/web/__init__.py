"""Rates for browsers and other programs: ``rates.json``, the island of a page, the script that reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cafx.core.lazy import lazily

if TYPE_CHECKING:
    from cafx.web.endpoint import Answer, Endpoint
    from cafx.web.markup import island, script, static_path

_HOMES: Final = {
    "Answer": "cafx.web.endpoint",
    "Endpoint": "cafx.web.endpoint",
    "island": "cafx.web.markup",
    "script": "cafx.web.markup",
    "static_path": "cafx.web.markup",
}

__all__ = ["Answer", "Endpoint", "island", "script", "static_path"]


__getattr__ = lazily("cafx.web", _HOMES)


def __dir__() -> list[str]:
    return __all__
