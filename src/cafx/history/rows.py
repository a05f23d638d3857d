"""The rows of a history by name: a quotation as it is stored, its revisions, and their checksums."""

from __future__ import annotations

import zlib
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple, Self, TypeAlias, cast

from cafx.core.currency import Currency
from cafx.core.dates import moment_of
from cafx.core.decimals import decimal_of, plain
from cafx.core.text import printable
from cafx.core.value import make
from cafx.errors import CafxError, HistoryError
from cafx.history.schema import QUOTATION
from cafx.values.quotation import Quotation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cafx.values.quotation import Kind

__all__ = [
    "Cell",
    "Revision",
    "Series",
    "StoredQuotation",
    "Value",
    "checksum_of",
    "damage",
    "read_revisions",
    "stamp",
]

Cell: TypeAlias = str | int | None
#: What is compared to tell a repeat from a correction: price, nominal, through, low, high, change.
Value: TypeAlias = tuple[Cell, ...]

#: Where the columns of a quotation stand in a row that begins with its number.
STORED: Final = slice(1, 1 + len(QUOTATION))
_VALUE: Final = slice(QUOTATION.index("price"), QUOTATION.index("observed_at"))
_UNUSUAL: Final = slice(QUOTATION.index("through"), QUOTATION.index("observed_at"))
_NOTHING_UNUSUAL: Final = (None,) * (_UNUSUAL.stop - _UNUSUAL.start)
_SEALED: Final = len(QUOTATION) + 2  # and between which moments it held
_ZERO: Final = Decimal(0)

#: Makes a named row of a tuple of the right width: rows are read by the million.
_new: Final = tuple.__new__

# How the cells of a row of so many columns are written out for its checksum: half the cost of joining.
_FORMS: Final = tuple("\x1f".join(["%s"] * width) for width in range(20))


class Series(NamedTuple):
    """What one source prints for one pair."""

    source: str
    kind: str
    base: str
    quote: str


class StoredQuotation(NamedTuple):
    """A quotation as it is stored: what is printed as text, days and moments in ISO form."""

    source: str
    kind: str
    base: str
    quote: str
    as_of: str  # empty where the day is not known
    price: str
    nominal: int
    through: str | None
    low: str | None
    high: str | None
    change: str | None
    observed_at: str | None

    @classmethod
    def of(cls, quotation: Quotation) -> Self:
        """Return *quotation* as it is stored."""
        through, low, high, change = quotation.through, quotation.low, quotation.high, quotation.change
        observed_at = quotation.observed_at
        return cls(
            quotation.source,
            quotation.kind,
            str(quotation.base),
            str(quotation.quote),
            "" if quotation.as_of is None else quotation.as_of.isoformat(),
            plain(quotation.price),
            quotation.nominal,
            None if through is None else through.isoformat(),
            None if low is None else plain(low),
            None if high is None else plain(high),
            None if change is None else plain(change),
            None if observed_at is None else observed_at.isoformat(),
        )

    @property
    def series(self) -> Series:
        """Whose price it is, and for which pair."""
        return Series(self.source, self.kind, self.base, self.quote)

    @property
    def value(self) -> Value:
        """What a correction changes."""
        return cast("Value", self[_VALUE])

    @property
    def last_day(self) -> str:
        """The last day that it is for."""
        return self.through or self.as_of

    @property
    def month(self) -> str:
        """The month under which it is counted, such as ``"2026-04"``."""
        return self.as_of[:7]

    @property
    def unit_price(self) -> float:
        """The price for one unit, near enough to see a slip.

        Raises:
            HistoryError: the row is damaged.
        """
        try:
            return float(self.price) / self.nominal
        except (ValueError, TypeError, ZeroDivisionError) as error:
            raise damage(self, printable(str(self.price))) from error

    def quotation(self) -> Quotation:
        """Return the quotation that was stored.

        It passes every check again. Of a price for one unit, on one day and without bounds of its own,
        as nearly all are, the series is checked once and not with each row.

        Raises:
            HistoryError: it does not, since the file was changed by something else than a history.
        """
        try:
            if self.nominal == 1 and cast("Value", self[_UNUSUAL]) == _NOTHING_UNUSUAL:
                pair = _checked_pair(self.source, self.kind, self.base, self.quote)
                price = decimal_of(self.price, what="price")
                if pair is not None and price > _ZERO:
                    return make(
                        Quotation,
                        *pair,
                        price,
                        date.fromisoformat(self.as_of) if self.as_of else None,
                        self.kind,
                        self.source,
                        1,
                        *_NOTHING_UNUSUAL,
                        None if self.observed_at is None else moment_of(self.observed_at),
                    )
            return Quotation(
                self.base,
                self.quote,
                Decimal(self.price),
                as_of=date.fromisoformat(self.as_of) if self.as_of else None,
                kind=cast("Kind", self.kind),
                source=self.source,
                nominal=self.nominal,
                through=date.fromisoformat(self.through) if self.through else None,
                low=self.low,
                high=self.high,
                change=self.change,
                observed_at=self.observed_at,
            )
        except (CafxError, ValueError, TypeError, ArithmeticError) as error:
            raise damage(self, str(error) or type(error).__name__) from error


@lru_cache(maxsize=4096)
def _checked_pair(source: str, kind: str, base: str, quote: str) -> tuple[Currency, Currency] | None:
    """Return the currencies of a series once it is checked; None where one had its last day."""
    pair = Currency(base), Currency(quote)
    if any(currency.until is not None for currency in pair):
        return None
    Quotation(*pair, 1, as_of=None, kind=cast("Kind", kind), source=source)
    return pair


class Revision(NamedTuple):
    """A value of the history: what was stored, and from when until when it held."""

    id: int
    stored: StoredQuotation
    recorded_at: str
    superseded_at: str | None
    checksum: int

    @classmethod
    def of(cls, number: int, stored: StoredQuotation, recorded_at: str, superseded_at: str | None) -> Self:
        """Return the revision with these parts, sealed."""
        checksum = checksum_of((*stored, recorded_at, superseded_at))
        return cls(number, stored, recorded_at, superseded_at, checksum)

    @property
    def is_in_force(self) -> bool:
        """Whether nothing has superseded it."""
        return self.superseded_at is None

    @property
    def row(self) -> tuple[Cell, ...]:
        """Its columns but for the id."""
        return (*self.stored, self.recorded_at, self.superseded_at, self.checksum)

    def was_known(self, moment: str) -> bool:
        """Whether it was what was known at *moment*, before later corrections."""
        return self.recorded_at <= moment and (self.superseded_at is None or self.superseded_at > moment)

    def superseded(self, moment: str) -> Self:
        """Return it as it stands once something has superseded it at *moment*."""
        return self.of(self.id, self.stored, self.recorded_at, moment)


def read_revisions(rows: Iterable[tuple[Cell, ...]]) -> Iterator[Revision]:
    """Yield the revisions that *rows* (columns as in ``REVISION``) hold.

    Raises:
        HistoryError: a row is not what was written; the message names it.
    """
    form, crc32 = _FORMS[_SEALED], zlib.crc32  # as checksum_of does it: rows are read by the million
    for row in rows:
        stored = _new(StoredQuotation, row[STORED])
        try:
            checksum = crc32((form % row[1:-1]).encode())
        except (BytesWarning, UnicodeEncodeError):
            checksum = -1
        if checksum != row[-1]:
            raise damage(stored, "it is not what was written")
        yield _new(Revision, (row[0], stored, row[-3], row[-2], checksum))


def checksum_of(cells: tuple[Cell, ...]) -> int:
    """Return the checksum of a row: any change of one byte changes it, and any other nearly always."""
    try:
        return zlib.crc32((_FORMS[len(cells)] % cells).encode("utf-8", "surrogatepass"))
    except BytesWarning:  # under `python -bb`, of bytes where text was written
        return -1


def damage(stored: StoredQuotation, reason: str) -> HistoryError:
    """Return the error for a row that is damaged; it names the row, whatever stands in it."""
    source, pair = printable(str(stored.source))[1:-1], printable(f"{stored.base}/{stored.quote}")[1:-1]
    day = printable(str(stored.as_of))[1:-1] or "no day"
    return HistoryError(f"what {source} has for {pair} on {day} is damaged: {reason}")


def stamp(moment: datetime) -> str:
    """Return a moment of UTC in a form of one width, so that text order is time order."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")
