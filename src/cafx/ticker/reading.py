"""What reading a ticker gives: what was taken, what repeats it, what contradicts it, what was refused."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Self, final

from cafx.core.currency import Currency
from cafx.core.decimals import plain
from cafx.core.text import printable
from cafx.core.value import Value
from cafx.errors import ParseError
from cafx.values.quotation import Quotation

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Conflict", "Rejection", "TickerReading"]


class _RejectionDraft:
    __slots__ = ("place", "reason", "text")

    place: int
    text: str
    reason: str


@final
class Rejection(_RejectionDraft, Value):
    """What stood in the place of an entry and was not taken.

    Attributes:
        place: the number of its line in the page, from 1.
        text: what was refused, as it stood there, at most 80 characters.
        reason: why.
    """

    __slots__ = ()
    _fields = ("place", "text", "reason")

    def __new__(cls, place: int, text: str, reason: str) -> Self:
        """Make the value."""
        draft = _RejectionDraft()
        draft.place = place
        draft.text = text
        draft.reason = reason
        draft.__class__ = cls
        return draft  # type: ignore[return-value]  # it is one since the line above

    def __str__(self) -> str:
        return f"line {self.place}: {printable(self.text)}: {self.reason}"


class _ConflictDraft:
    __slots__ = ("places", "quotations")

    quotations: tuple[Quotation, ...]
    places: tuple[int, ...]


@final
class Conflict(_ConflictDraft, Value):
    """One pair with two values on one page.

    Attributes:
        quotations: each value as a quotation, in the order in which the page shows them.
        places: for each, the number of the line that shows it first.
    """

    __slots__ = ()
    _fields = ("quotations", "places")

    def __new__(cls, quotations: tuple[Quotation, ...], places: tuple[int, ...]) -> Self:
        """Make the value."""
        draft = _ConflictDraft()
        draft.quotations = tuple(quotations)
        draft.places = tuple(places)
        draft.__class__ = cls
        return draft  # type: ignore[return-value]  # it is one since the line above

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


class _Draft:
    __slots__ = ("as_of", "conflicts", "quotations", "rejected", "repeats")

    quotations: tuple[Quotation, ...]
    as_of: date | None
    repeats: int
    conflicts: tuple[Conflict, ...]
    rejected: tuple[Rejection, ...]


@final
class TickerReading(_Draft, Value):
    """What a page's ticker says.

    Attributes:
        quotations: one for each pair, in the order in which the page first shows them.
        as_of: the day: the page's own date, or what the caller said it was; None where neither is.
        repeats: how many entries stood on the page, every showing counted: a group of five that
            scrolls by eight times gives 40.
        conflicts: pairs with two values. A pair whose prices differ has no quotation until the
            caller ``pick``s one; where only the changes differ, it has one without a change.
        rejected: what looked like an entry and was refused, with its line and the reason.
    """

    __slots__ = ()
    _fields = ("quotations", "as_of", "repeats", "conflicts", "rejected")
    _positional = 1
    _defaults = {"conflicts": (), "rejected": ()}  # noqa: RUF012 -- the base class declares it

    def __new__(
        cls,
        quotations: tuple[Quotation, ...],
        as_of: date | None,
        repeats: int,
        conflicts: tuple[Conflict, ...] = (),
        rejected: tuple[Rejection, ...] = (),
    ) -> Self:
        """Make the value."""
        draft = _Draft()
        draft.quotations = tuple(quotations)
        draft.as_of = as_of
        draft.repeats = repeats
        draft.conflicts = tuple(conflicts)
        draft.rejected = tuple(rejected)
        draft.__class__ = cls
        return draft  # type: ignore[return-value]  # it is one since the line above

    def __iter__(self) -> Iterator[Quotation]:
        """Give the quotations, so that a reading can be made a book or merged into one."""
        return iter(self.quotations)

    def pick(self, quotation: Quotation) -> TickerReading:
        """Give the reading with *quotation*, one side of a conflict, taken for its pair, at the end.

        Raises:
            ParseError: *quotation* is none of those in conflict.
        """
        settled = [conflict for conflict in self.conflicts if quotation in conflict.quotations]
        if not settled:
            message = f"{quotation} is in none of the {len(self.conflicts)} conflicts of this reading"
            raise ParseError(message, text=str(quotation))
        pair = (quotation.base, quotation.quote)
        kept = tuple(known for known in self.quotations if (known.base, known.quote) != pair)
        conflicts = tuple(conflict for conflict in self.conflicts if conflict not in settled)
        return TickerReading((*kept, quotation), self.as_of, self.repeats, conflicts, self.rejected)

    def __str__(self) -> str:
        when = "no date" if self.as_of is None else self.as_of.isoformat()
        return (
            f"{len(self.quotations)} quotations of {when} ({self.repeats} entries, "
            f"{len(self.conflicts)} conflicts, {len(self.rejected)} rejected)"
        )
