"""``Reply``: what came back from a bank, before anything is made of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Reply"]


class Reply(NamedTuple):
    """An answer, and the address that gave it; only one with status 200 brings its body."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    address: str = ""
