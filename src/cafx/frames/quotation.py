"""``quotations`` and ``book``: what was printed as a frame, and a frame of own rates as a book."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from cafx.core.text import printable
from cafx.errors import AmountError, CafxError, OptionError, ParseError
from cafx.frames.backends import engine_of, is_eager
from cafx.frames.cells import cells_of, is_missing
from cafx.frames.columns import columns_of, made
from cafx.frames.request import column_of
from cafx.rates.book import RateBook
from cafx.values.quotation import Quotation
from cafx.values.reading import quotations_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cafx.core.dates import Day
    from cafx.frames.columns import Kinds
    from cafx.values.quotation import Kind
    from cafx.values.reading import Quotations

__all__ = ["book", "quotations"]

_KINDS: Final[Kinds] = {
    "base": "text",
    "quote": "text",
    "price": "text",
    "nominal": "count",
    "rate": "number",
    "low": "number",
    "high": "number",
    "as_of": "day",
    "through": "day",
    "kind": "text",
    "source": "text",
    "observed_at": "moment",
}


def quotations(given: Quotations | RateBook, *, backend: str = "pandas") -> object:
    """Return what was printed, a row for each quotation.

    ``price`` is the text with all its digits, for *nominal* units; ``rate``, ``low`` and ``high`` are floats
    for one unit.

    Args:
        given: a book, readings, a history's quotations, or a list of quotations.
        backend: the library of the frame: ``"pandas"``, ``"polars"`` or ``"pyarrow"``.

    >>> from cafx import read_ticker
    >>> frame = quotations(read_ticker("UZS/USD = 0.00008 -0%", as_of="2025-12-16"))
    >>> frame["price"].tolist(), frame["low"].tolist(), frame["high"].tolist()
    (['0.00008'], [7.5e-05], [8.5e-05])
    """
    return made(columns_of(_KINDS, map(_row, quotations_in(given))), backend)


def book(
    frame: object,
    *,
    base: str,
    quote: str,
    price: str,
    on: str,
    source: str,
    kind: Kind = "official",
    nominal: int | str = 1,
) -> RateBook:
    """Return a book of the rates in a frame, a quotation for each row that has a price.

    A price is kept as it is printed, because its digits say how exact it is: 478.10 is not 478.1. So the
    column holds text or ``Decimal``, and floats are refused.

    Args:
        frame: of pandas, polars or pyarrow.
        base: the column of codes that are priced, or one code for all rows.
        quote: the column of codes that the prices are in, or one code.
        price: the column of prices.
        on: the column of days.
        source: whose rates they are.
        kind: what stands behind them.
        nominal: the units that a price is for, or the column of them.

    Raises:
        AmountError: prices that are floats.
        OptionError: a column that there is not.
        ParseError: a row that is not a quotation; the message has its number.

    >>> import pandas
    >>> own = pandas.DataFrame({"date": ["2026-01-05", "2026-01-06"], "usd": ["478.10", "479.35"]})
    >>> print(book(own, base="USD", quote="KZT", price="usd", on="date", source="own").rate(
    ...     "USD", "KZT", on="2026-01-05"))
    USD/KZT = 478.10 (478.095 to 478.105, 2026-01-05)
    """
    engine = engine_of(frame)
    if not is_eager(frame):
        message = "book() reads rows that are at hand: collect the frame first"
        raise OptionError(message, option="frame")
    names = engine.names(frame)
    prices = cells_of(frame, column_of(price, names, "price"))
    days = cells_of(frame, column_of(on, names, "on"))
    codes = [cells_of(frame, one) if one in names else [one] * len(prices) for one in (base, quote)]
    units: list[object] = [nominal] * len(prices)
    if isinstance(nominal, str):
        units = cells_of(frame, column_of(nominal, names, "nominal"))
    rows = zip(prices, *codes, days, units, strict=True)
    return RateBook(list(_quotations(rows, price, source, kind)))


def _quotations(
    rows: Iterator[tuple[object, ...]], column: str, source: str, kind: Kind
) -> Iterator[Quotation]:
    for number, (price, base, quote, day, units) in enumerate(rows, 1):
        if is_missing(price):
            continue
        if isinstance(price, float):
            message = (
                f"column {printable(column)} holds floats, which have lost their zeros: read it as text"
                " (read_csv(..., dtype=str)), because the printed digits say how exact a price is"
            )
            raise AmountError(message, text=str(price))
        try:
            yield Quotation(
                str(base),
                str(quote),
                price if isinstance(price, Decimal | int) else str(price).strip(),
                as_of=_day(day),
                kind=kind,
                source=source,
                nominal=int(str(units)),
            )
        except (CafxError, TypeError, ValueError) as error:
            message = f"row {number} is not a quotation: {error}"
            raise ParseError(message, place=number, text=printable(str(price)), reason=str(error)) from error


def _day(value: object) -> Day:
    if isinstance(value, datetime):
        if value.tzinfo is not None:
            message = "a moment with a zone has no day: make plain dates of the column"
            raise ParseError(message)
        return value.date()
    if isinstance(value, date | str):
        return value
    message = f"{printable(repr(value))} is not a day"
    raise ParseError(message)


def _row(quotation: Quotation) -> tuple[object, ...]:
    low, high = quotation.bounds
    last = quotation.through
    return (
        str(quotation.base),
        str(quotation.quote),
        f"{quotation.price:f}",
        quotation.nominal,
        float(quotation.unit_price),
        float(low),
        float(high),
        quotation.as_of,
        None if last == date.max else last,
        quotation.kind,
        quotation.source,
        quotation.observed_at,
    )
