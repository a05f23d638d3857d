"""What fetching gives: the quotations that came, and beside them all that did not, with its cause."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cafx.rates.book import RateBook

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from cafx.errors import SourceError
    from cafx.sources.reading import Rejection
    from cafx.values.quotation import Quotation

__all__ = ["Failure", "Fetched", "Refusal", "Step", "together"]


class Failure(NamedTuple):
    """A document that gave nothing: whose, for which day, and why."""

    source: str
    on: date | None
    error: SourceError

    @property
    def cause(self) -> str:
        """``unavailable``, ``refused`` or ``changed``."""
        return self.error.cause

    def __str__(self) -> str:
        return str(self.error)


class Refusal(NamedTuple):
    """A row that was not taken, or a table of another day: whose, of which document, and why."""

    source: str
    on: date | None
    row: Rejection

    def __str__(self) -> str:
        return f"{self.source}: {self.row}"


class Fetched(NamedTuple):
    """What came of fetching: one source failing never hides the others.

    Attributes:
        quotations: all that came, each with the moment at which it was read.
        failures: the documents that gave nothing.
        refusals: the rows that were not taken, and what came for another day than asked for.
    """

    quotations: tuple[Quotation, ...] = ()
    failures: tuple[Failure, ...] = ()
    refusals: tuple[Refusal, ...] = ()

    def book(self) -> RateBook:
        """Give the quotations as a book."""
        return RateBook(self.quotations)


class Step(NamedTuple):
    """One document of a span: its place among all of them, the day it was for, and what it gave."""

    done: int
    total: int
    on: date | None
    fetched: Fetched


def together(parts: Iterable[Fetched]) -> Fetched:
    """Give several results as one, each quotation once."""
    gathered = list(parts)
    return Fetched(
        tuple(dict.fromkeys(quotation for part in gathered for quotation in part.quotations)),
        tuple(failure for part in gathered for failure in part.failures),
        tuple(refusal for part in gathered for refusal in part.refusals),
    )
