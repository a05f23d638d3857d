"""Rates that stay fresh: ``Rates`` fetches in the background and hands out snapshots without waiting."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cafx.core.lazy import lazily

if TYPE_CHECKING:
    from cafx.live.rates import Rates
    from cafx.live.snapshot import Health, Snapshot
    from cafx.live.wire import read_document, write_document

_HOMES: Final = {
    "Health": "cafx.live.snapshot",
    "Rates": "cafx.live.rates",
    "Snapshot": "cafx.live.snapshot",
    "read_document": "cafx.live.wire",
    "write_document": "cafx.live.wire",
}

__all__ = ["Health", "Rates", "Snapshot", "read_document", "write_document"]


__getattr__ = lazily("cafx.live", _HOMES)


def __dir__() -> list[str]:
    return __all__
