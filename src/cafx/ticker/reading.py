"""What reading a ticker returns: what was taken, what repeats it, what contradicts it, what was rejected."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR
from typing import TYPE_CHECKING, Final, TypeVar, final

from cafx.core.currency import Currency
from cafx.core.dates import day_of
from cafx.core.decimals import plain, significant, whole_number
from cafx.core.text import counted, kind_of
from cafx.core.value import Value
from cafx.errors import OptionError
from cafx.values.quotation import Quotation
from cafx.values.reading import Reading, Rejection

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cafx.core.dates import Day
    from cafx.core.notebook import Piece

# Digits of what one unit of the quote is worth, in a notebook.
_WORTH: Final = 5

V = TypeVar("V")

__all__ = ["Conflict", "TickerReading"]


@final
class Conflict(Value):
    r"""One pair with two values on one page.

    Attributes:
        quotations: each value as a quotation, in the order in which the page shows them.
        places: for each, the number of the line that shows it first.

    >>> from cafx import read_ticker
    >>> (conflict,) = read_ticker("KZT/USD = 0.00194 0%\nKZT/USD = 0.00185 0%").conflicts
    >>> conflict.pair, conflict.places
    ('KZT/USD', (1, 2))
    """

    quotations: tuple[Quotation, ...]
    places: tuple[int, ...]

    @property
    def base(self) -> Currency:
        """The base of the pair."""
        return self.quotations[0].base

    @property
    def quote(self) -> Currency:
        """The quote of the pair."""
        return self.quotations[0].quote

    @property
    def is_about_price(self) -> bool:
        """Whether the prices differ; else only the changes printed beside them do."""
        return len({quotation.price for quotation in self.quotations}) > 1

    @property
    def pair(self) -> str:
        """The pair as it is printed, such as ``"KZT/USD"``."""
        return self.quotations[0].pair

    def __str__(self) -> str:
        values = (
            plain(quotation.price)
            + ("" if quotation.change is None else f" {plain(quotation.change)}%")
            + f" (line {place})"
            for quotation, place in zip(self.quotations, self.places, strict=True)
        )
        return f"{self.pair} is {' and '.join(values)}"


@final
class TickerReading(Reading):
    r"""What a page's ticker says.

    Attributes:
        quotations: one for each pair, in the order in which the page first shows them.
        as_of: the day: the page's own date, or what the caller said it was; None where neither is.
        entries: how many entries stood on the page, every showing counted: a group of five that
            scrolls by eight times gives 40.
        repeats: how many of them said again what another had said: 35 of those 40.
        conflicts: pairs with two values. A pair whose prices differ has no quotation until the
            caller chooses one by ``pick``; where only the changes differ, it has one without a change.
        rejected: what looked like an entry and was not taken, with its line and the reason.

    >>> from cafx import read_ticker
    >>> reading = read_ticker("KZT/USD = 0.00194 -0%\nKZT/USD = 0.00194 -0%\n16 December 2025")
    >>> len(reading), reading.entries, reading.repeats, str(reading.as_of)
    (1, 2, 1, '2025-12-16')
    """

    quotations: tuple[Quotation, ...]
    as_of: date | None
    entries: int
    repeats: int
    conflicts: tuple[Conflict, ...]
    rejected: tuple[Rejection, ...]

    def __init__(
        self,
        quotations: tuple[Quotation, ...],
        *,
        as_of: Day | None,
        entries: int,
        repeats: int,
        conflicts: tuple[Conflict, ...] = (),
        rejected: tuple[Rejection, ...] = (),
    ) -> None:
        counts = whole_number(entries, what="entries"), whole_number(repeats, what="repeats")
        if not 0 <= counts[1] <= counts[0]:
            message = f"entries are {counts[0]} and repeats {counts[1]}: repeats are some of the entries"
            raise OptionError(message, option="repeats", value=repeats)
        self._fill(
            _all_of(Quotation, quotations, "quotations"),
            None if as_of is None else day_of(as_of),
            *counts,
            _all_of(Conflict, conflicts, "conflicts"),
            _all_of(Rejection, rejected, "rejected"),
        )

    def pick(self, quotation: Quotation) -> TickerReading:
        """Return the reading with *quotation*, one side of a conflict, taken for its pair, at the end.

        Raises:
            OptionError: *quotation* is not one of those in conflict.
        """
        settled = [conflict for conflict in self.conflicts if quotation in conflict.quotations]
        if not settled:
            raise OptionError(
                f"{quotation} is in none of the {len(self.conflicts)} conflicts of this reading",
                option="quotation",
                value=quotation,
            )
        pair = (quotation.base, quotation.quote)
        kept = tuple(known for known in self.quotations if (known.base, known.quote) != pair)
        conflicts = tuple(conflict for conflict in self.conflicts if conflict not in settled)
        return self.replace(quotations=(*kept, quotation), conflicts=conflicts)

    def _pieces(self) -> Sequence[Piece]:
        from cafx.core.notebook import Heading, Items, Rows

        heads = ("pair", "printed", "low", "high", "one unit of the quote is from", "to", "change")
        rows = []
        for one in self.quotations:
            low, high = one.printed_bounds
            change = "" if one.change is None else f"{plain(one.change)} %"
            worth = (
                plain(significant(1 / bound, _WORTH, way))
                for bound, way in zip(one.bounds[::-1], (ROUND_FLOOR, ROUND_CEILING), strict=True)
            )
            rows.append((one.pair, plain(one.price), plain(low), plain(high), *worth, change))
        return (
            Heading("Ticker", str(self)),
            Rows(heads, rows, frozenset(heads[1:])),
            Items("In conflict:", [str(conflict) for conflict in self.conflicts]),
            Items("Rejected:", [str(rejection) for rejection in self.rejected]),
        )

    def __str__(self) -> str:
        when = "no date" if self.as_of is None else self.as_of.isoformat()
        return (
            f"{counted(len(self.quotations), 'quotation')} of {when} "
            f"({counted(self.entries, 'entry', 'entries')}, {counted(len(self.conflicts), 'conflict')}, "
            f"{len(self.rejected)} rejected)"
        )


def _all_of(kind: type[V], items: Iterable[V], what: str) -> tuple[V, ...]:
    """Return *items* as a tuple, all of them of one kind."""
    given = tuple(items)
    for item in given:
        if type(item) is not kind:
            message = f"{what} holds {kind_of(item)}, not only {kind.__name__}"
            raise TypeError(message)
    return given
