"""``Amount``: a number and whose money it is, in the making."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal

    from cafx.text.numerals import Number
    from cafx.text.stretch import Stretch

__all__ = ["Amount"]


class Amount:
    """A number and whose money it is, in the making: ``first`` to ``last`` are its tokens."""

    __slots__ = ("after", "code", "end", "first", "high", "is_prefixed", "is_shared", "last", "number",
                 "start", "suffix")  # fmt: skip

    def __init__(self, stretch: Stretch, number: Number, code: str = "", last: int = -1) -> None:
        self.number = number
        self.first = number.first
        self.last = last = number.after - 1 if last < 0 else last
        #: The token behind it, and behind an ending that is no part of it.
        self.after = last + 1
        self.start = stretch.starts[number.first]
        self.end = stretch.ends[last]
        #: An ending that is glued to the number with a hyphen: ``50000-нан``.
        self.suffix = ""
        #: The code, SOM or MANAT; empty for a number that is no money by itself.
        self.code = code
        self.is_prefixed = False
        #: Whether the currency was taken over from the next amount.
        self.is_shared = False
        #: The high end of a range; None for a single amount.
        self.high: Number | None = None

    @property
    def value(self) -> Decimal:
        """The value; of a range its low end."""
        return self.number.value
