"""``Shown``: what every value and result has, so that a notebook shows it in words and tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cafx.core.notebook import Piece, Printer

__all__ = ["Shown"]


class Shown:
    """The base of what a notebook shows: its ``str``, and HTML of the pieces that the class hands over."""

    __slots__ = ()

    def _pieces(self) -> Sequence[Piece]:
        """Return what a notebook shows; a class that has more to show than its text says it here."""
        from cafx.core.notebook import Heading

        return (Heading(str(self)),)

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:  # noqa: ARG002 -- IPython's names
        """Return what a notebook shows of the value as the last line of a cell."""
        from cafx.core.notebook import bundle_of

        return bundle_of(str(self), self._pieces())

    def _repr_pretty_(self, printer: Printer, cycle: bool) -> None:  # noqa: ARG002, FBT001 -- IPython's names
        """Write the text of the value, wherever IPython shows it inside of something else."""
        from cafx.core.notebook import pretty

        pretty(self, printer)
