"""``BoundedCache``: what was worked out, kept under a key, and never more than so many entries."""

from __future__ import annotations

from typing import TypeVar

__all__ = ["BoundedCache"]

K = TypeVar("K")
V = TypeVar("V")


class BoundedCache(dict[K, V]):
    """A dictionary that is emptied when it is full and one more entry comes.

    To ask it costs what a dictionary costs, which is why it keeps no order of use: a program uses a few
    entries or, if it makes up new ones all the time, gains nothing from keeping any.

    Args:
        most: how many entries are kept.

    >>> squares = BoundedCache(2)
    >>> [squares.keep(number, number**2) for number in (2, 3, 4)], dict(squares)
    ([4, 9, 16], {4: 16})
    """

    __slots__ = ("most",)

    def __init__(self, most: int) -> None:
        super().__init__()
        self.most = most

    def keep(self, key: K, value: V) -> V:
        """Keep *value* under *key*, and return it."""
        if len(self) >= self.most:
            self.clear()
        self[key] = value
        return value
