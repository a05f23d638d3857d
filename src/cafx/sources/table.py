"""``TableSource``: the base of the sources that send tables, and the tally of the rows of one.

``rows`` says where the parts of a row stand in its document. What is believed of a row is asked by
``rules``; what becomes of repeats and contradictions is decided here, once for all sources.
"""

from __future__ import annotations

from abc import abstractmethod
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, ClassVar, Final, TypeAlias

from cafx.core.text import printable
from cafx.errors import CafxError
from cafx.sources.document import NoTableError, changed, check_body
from cafx.sources.fields import dotted_day, text_of
from cafx.sources.reading import UNASKED, Request, Row, SourceReading
from cafx.sources.rules import Span, quotation_of, span_of
from cafx.sources.source import Source
from cafx.values.reading import Rejection

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from decimal import Decimal

    from cafx.values.quotation import Quotation

__all__ = ["TableSource"]

_MAX_ROWS: Final = 20_000  # a currency's whole past has 10 000, 93 days of a table of 116 too
# Base, quote, first day.
_Key: TypeAlias = tuple[str, str, date | None]


class TableSource(Source):
    """The base of the sources that send tables; a new one sets the facts and writes two functions.

    Attributes:
        decimal_mark: how a printed number is written: a point, or a comma.
        decimals: to how many decimals prices are rounded, where the print drops trailing zeros.

    >>> import json
    >>> from cafx.sources import Calendar, Request
    >>> class Village(TableSource):
    ...     name, quote, zone = "Village", "KZT", "Asia/Almaty"
    ...     currencies, hosts = ("USD",), ("bank.example",)
    ...     calendar = Calendar(frozenset({1, 2, 3, 4, 5}))
    ...     def request(self, *, on=None):
    ...         return Request("https://bank.example/rates.json", on)
    ...     def rows(self, body):
    ...         return [Row("USD", "KZT", json.loads(body)["usd"], "01.04.2026")]
    >>> print(*Village().parse(b'{"usd": "474.20"}'))
    USD/KZT = 474.20 (official, Village, 2026-04-01)
    """

    decimal_mark: ClassVar[str] = "."
    decimals: ClassVar[int | None] = None

    @abstractmethod
    def rows(self, body: bytes) -> Iterable[Row]:
        """Return the rows that stand in the document *body*, without judging them.

        A row whose document does not say what it prices has no base; the request knows it.

        Raises:
            SourceError: this is not the source's document.
        """

    def day(self, text: object) -> date:
        """Return the date that *text* writes; ``DD.MM.YYYY`` unless the source says otherwise."""
        return dotted_day(text)

    def resolution(self, price: Decimal) -> int | None:  # noqa: ARG002 -- for sources that round by size
        """Return to how many decimals *price* was rounded, where the print drops trailing zeros.

        The digits of 474.2 alone would allow anything from 474.15 to 474.25; of a source that
        rounds to two decimals it is known that it is 474.20. The print stays as it is; the
        quotation then brings its own bounds.
        """
        return self.decimals

    def read(
        self, body: bytes, request: Request = UNASKED, *, observed_at: datetime | None = None
    ) -> SourceReading:
        """Read the table that answers *request*; see ``Source.read``."""
        check_body(body, self.name, self.max_body)
        rows = self._bounded_rows(body, request)
        tally = _Tally(self.name, request.on)
        spans: dict[tuple[object, object], Span] = {}
        for place, row in enumerate(rows, 1):
            try:
                if self.wanted is not None and not self._is_wanted(row, self.wanted):
                    continue
                when = row.day, row.valid_days
                span = spans.get(when)
                if span is None:
                    span = spans[when] = span_of(row, self)
                quotation = quotation_of(row, self, span, observed_at)
            except (CafxError, TypeError, ArithmeticError) as error:
                tally.reject(place, row, str(error))
            else:
                tally.take(place, row, quotation)
        reading = tally.reading()
        if not reading.quotations and (reading.rejected or not rows):
            self._check_empty(request, len(rows), reading.rejected)
        return reading

    def _bounded_rows(self, body: bytes, request: Request) -> list[Row]:
        """Return the rows, as many as a real document can have, each with what it prices.

        A document in which a part is missing or of another type breaks ``rows`` with one of Python's
        own errors, so that a source need not ask about each step.
        """
        try:
            rows = list(islice(self.rows(body), _MAX_ROWS + 1))
        except (LookupError, TypeError, ValueError, AttributeError, RecursionError) as error:
            what = f"{type(error).__name__} {printable(str(error))}"
            raise changed(self.name, f"its document has another build ({what})") from error
        if len(rows) > _MAX_ROWS:
            raise changed(self.name, f"its document has more than {_MAX_ROWS} rows")
        if request.currency:
            return [row if row.base else row._replace(base=request.currency) for row in rows]
        return rows

    def _is_wanted(self, row: Row, wanted: frozenset[str]) -> bool:
        """Return whether the currency that a row is about (for a bank the foreign one) was asked for."""
        return (row.base if row.quote == self.quote else row.quote) in wanted

    def _check_empty(self, request: Request, rows: int, rejected: tuple[Rejection, ...]) -> None:
        """Raise where rates were due and none came; an empty Sunday is not an error."""
        if rejected:
            first = rejected[0]
            reason = f"row {first.place}: {printable(first.text)}: {first.reason}"
            raise changed(self.name, f"none of its {rows} rows can be taken; {reason}")
        on = request.on
        if request.is_series or (on is not None and not self.calendar.publishes(on)):
            return
        if on is None:
            raise changed(self.name, "its answer holds no rates")
        raise NoTableError(
            f"{self.name} has no table: its answer holds no rates for {on.isoformat()}",
            source=self.name,
            cause="changed",
        )


class _Tally:
    """The rows of one document, as they are taken or rejected."""

    def __init__(self, source: str, on: date | None) -> None:
        self._source, self._on = source, on
        self._taken: dict[_Key, tuple[int, Row, Quotation]] = {}
        self._disputed: set[_Key] = set()
        self._rejected: list[Rejection] = []
        self._entries = self._repeats = 0

    def take(self, place: int, row: Row, quotation: Quotation) -> None:
        """Put down a quotation; one that says again what another said is counted."""
        self._entries += 1
        key = quotation.base, quotation.quote, quotation.as_of
        earlier, _, known = self._taken.setdefault(key, (place, row, quotation))
        if earlier == place:
            return
        if known == quotation:
            self._repeats += 1
            return
        self._disputed.add(key)
        self.reject(place, row, f"row {earlier} gives another price for the same day: neither is taken")

    def reject(self, place: int, row: Row, reason: str) -> None:
        """Put down a row that is not taken."""
        self._rejected.append(Rejection(place, text_of(row), reason, self._source, self._on))

    def reading(self) -> SourceReading:
        """Return the sum; of two rows that contradict each other neither is taken."""
        for key in self._disputed:
            place, row, _ = self._taken.pop(key)
            self.reject(place, row, "a later row gives another price for the same day: neither is taken")
        return SourceReading(
            tuple(quotation for _, _, quotation in self._taken.values()),
            tuple(sorted(self._rejected, key=_place)),
            self._repeats,
            self._entries,
        )


def _place(rejection: Rejection) -> int:
    return rejection.place
