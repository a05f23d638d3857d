"""What fetching gives: the quotations that came, and beside them all that did not, with its cause."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final, final

from cafx.core.text import counted
from cafx.core.value import Value
from cafx.errors import SourceError
from cafx.rates.book import RateBook
from cafx.sources.document import NoTableError
from cafx.values.quotation import Quotation
from cafx.values.reading import Reading, Rejection

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Self

__all__ = ["Failure", "Fetched", "Remark", "Step", "merge", "raise_for"]

#: How many failures an error names; a span of years may have thousands.
_MAX_FAILURES: Final = 5


@final
class Failure(Value):
    """A document that gave nothing: whose, for which day, and why.

    >>> from cafx.testing import BankServer
    >>> with BankServer({"USD/KZT": "520.20"}, day="2026-11-28") as bank, bank.client() as client:
    ...     bank.misbehave("absent")
    ...     failure = client.latest([bank.source]).failures[0]
    >>> print(failure)
    Bank has no document (status 404)
    >>> failure.source, failure.cause
    ('Bank', 'changed')
    """

    source: str
    on: date | None
    error: SourceError

    @property
    def cause(self) -> str:
        """``unavailable``, ``refused`` or ``changed``."""
        return self.error.cause

    @property
    def is_absent(self) -> bool:
        """Whether the source has no such document: a holiday, perhaps, and not a fault."""
        return isinstance(self.error, NoTableError)

    def __str__(self) -> str:
        return str(self.error)


@final
class Remark(Value):
    """What is odd about an answer that was taken: whose, of which document, and what.

    Attributes:
        source: the source's name.
        on: the day that the document was asked for; None for the latest.
        text: what is odd, such as a latest table that is months old.

    >>> print(Remark("NBK", None, "its table has 4 of 5 currencies").text)
    its table has 4 of 5 currencies
    """

    source: str
    on: date | None
    text: str

    def __str__(self) -> str:
        return f"{self.source}: {self.text}"


@final
class Fetched(Reading):
    """What came of fetching: one source failing never hides the others.

    Attributes:
        quotations: all that came, each once and with the moment at which it was read.
        failures: the documents that gave nothing.
        rejected: the rows that were not taken, and what came for another day than asked for.
        remarks: what is odd about what was taken.
        entries: how many rows stated a price that was understood.
        repeats: how many of them said again what another had said.

    >>> from cafx.testing import BankServer
    >>> with BankServer({"USD/KZT": "520.20"}, day="2026-11-28") as bank, bank.client() as client:
    ...     fetched = client.latest([bank.source])
    >>> print(*fetched)
    USD/KZT = 520.20 (official, Bank, 2026-11-28)
    >>> len(fetched), fetched.failures
    (1, ())
    """

    quotations: tuple[Quotation, ...]
    failures: tuple[Failure, ...]
    rejected: tuple[Rejection, ...]
    remarks: tuple[Remark, ...]
    entries: int
    repeats: int

    def __init__(
        self,
        quotations: tuple[Quotation, ...] = (),
        failures: tuple[Failure, ...] = (),
        rejected: tuple[Rejection, ...] = (),
        remarks: tuple[Remark, ...] = (),
        *,
        entries: int | None = None,
        repeats: int = 0,
    ) -> None:
        self._fill(
            tuple(quotations),
            tuple(failures),
            tuple(rejected),
            tuple(remarks),
            len(quotations) + repeats if entries is None else entries,
            repeats,
        )

    def book(self) -> RateBook:
        """Return the quotations as a book."""
        return RateBook(self.quotations)

    def raise_for_failures(self) -> Self:
        """Return this result, if nothing failed.

        A day of a span for which the source has no table, such as a holiday, is no fault and raises nothing.

        Raises:
            SourceError: documents failed; the message names each of them (of many the first five). Source and
                cause are those of the first, and ``retry_after`` is the longest that any asks for. Where one
                alone failed, the error is of its type.

        >>> from cafx.testing import BankServer
        >>> with BankServer({"USD/KZT": "520.20"}, day="2026-11-28") as bank, bank.client() as client:
        ...     book = client.latest([bank.source]).raise_for_failures().book()
        >>> len(book)
        1
        """
        raise_for(self.failures)
        return self

    def __str__(self) -> str:
        sources = ", ".join(dict.fromkeys(quotation.source for quotation in self.quotations))
        return (
            f"{counted(len(self.quotations), 'quotation')}{' of ' if sources else ''}{sources} "
            f"({counted(len(self.failures), 'failure')}, {len(self.rejected)} rejected, "
            f"{counted(len(self.remarks), 'remark')})"
        )


@final
class Step(Value):
    """One document of a span: its place among all of them, the day it was for, and what it gave.

    >>> from cafx.testing import BankServer
    >>> with BankServer({"USD/KZT": "520.20"}, day="2026-11-28") as bank, bank.client() as client:
    ...     for step in client.steps(bank.source, "2026-11-27", "2026-11-28"):
    ...         print(step.done, step.total, step.on)
    1 2 2026-11-27
    2 2 2026-11-28
    """

    done: int
    total: int
    on: date | None
    fetched: Fetched

    def __str__(self) -> str:
        day = "" if self.on is None else f" ({self.on.isoformat()})"
        return f"{self.done} of {self.total}{day}: {self.fetched}"


def _with_day(failure: Failure) -> str:
    """Return a failure in words, with the day that was asked for where they do not name it."""
    day, text = "" if failure.on is None else failure.on.isoformat(), str(failure)
    return text if day in text else f"{text} (asked for {day})"


def raise_for(failures: Iterable[Failure], message: str = "") -> None:
    """Raise one error of all *failures*, but for the days without a table; where none is left, do nothing.

    Args:
        failures: what failed.
        message: what the error says; left out, it names each failure, of many the first five.

    Raises:
        SourceError: with source and cause of the first, and the longest wait that any source asks for.
    """
    faults = [failure for failure in failures if failure.on is None or not failure.is_absent]
    if not faults:
        return
    first = faults[0].error
    left = len(faults) - _MAX_FAILURES
    shown = [_with_day(failure) for failure in faults[:_MAX_FAILURES]]
    waits = [fault.error.retry_after for fault in faults if fault.error.retry_after is not None]
    kind = type(first) if len(faults) == 1 else SourceError
    raise kind(
        message or "; ".join([*shown, f"and {left} more"] if left > 0 else shown),
        source=first.source or faults[0].source,
        cause=first.cause,
        retry_after=max(waits, default=None),
    ) from first


def merge(parts: Iterable[Fetched]) -> Fetched:
    """Return several results as one, each quotation once; one that comes again is a repeat."""
    gathered = list(parts)
    if len(gathered) == 1:
        return gathered[0]
    quotations = tuple(dict.fromkeys(quotation for part in gathered for quotation in part.quotations))
    again = sum(len(part.quotations) for part in gathered) - len(quotations)
    return Fetched(
        quotations,
        tuple(failure for part in gathered for failure in part.failures),
        tuple(rejection for part in gathered for rejection in part.rejected),
        tuple(dict.fromkeys(remark for part in gathered for remark in part.remarks)),
        entries=sum(part.entries for part in gathered),
        repeats=sum(part.repeats for part in gathered) + again,
    )
