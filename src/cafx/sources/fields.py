"""The fields of a row: days, prices and nominals as sources write them, and how a row is shown."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from cafx.core.text import printable
from cafx.errors import AmountError, ParseError

if TYPE_CHECKING:
    from cafx.sources.reading import Row

__all__ = ["code_in", "dotted_day", "iso_day", "price_in", "short_day", "text_of", "whole"]

# Printed prices: ASCII digits and one mark; no exponent, sign or grouping was ever seen.
_IS_PRICE: Final = {
    mark: re.compile(rf"[0-9]{{1,30}}(?:{re.escape(mark)}[0-9]{{1,30}})?", re.ASCII).fullmatch
    for mark in ".,"
}
_IS_WHOLE: Final = re.compile(r"[0-9]{1,10}", re.ASCII).fullmatch
_DOTTED: Final = re.compile(r"([0-9]{2})\.([0-9]{2})\.([0-9]{4})", re.ASCII).fullmatch
_SHORT: Final = re.compile(r"([0-9]{2}\.[0-9]{2}\.)([0-9]{2})", re.ASCII).fullmatch
_ISO: Final = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", re.ASCII).fullmatch
_CENTURY: Final = "20"
_MAX_TEXT: Final = 80
_MAX_FIELD: Final = 20


def price_in(price: object, mark: str) -> Decimal:
    """Return a printed price, whose decimals follow *mark*, or a number of a JSON document.

    The mark is a rule of the source and never guessed: ``1,234`` is 1.234 where commas are decimal.

    >>> price_in("87,4500", ",")
    Decimal('87.4500')
    """
    if isinstance(price, str):
        text = price.strip()
        if not _IS_PRICE[mark](text):
            raise AmountError(
                f"price {printable(price)} is not written as this source writes prices", text=price[:40]
            )
        return Decimal(text.replace(",", "."))
    if isinstance(price, Decimal):
        return price
    if type(price) is int:
        return Decimal(price)
    raise AmountError(f"the price is missing: {_shown(price)}")


def dotted_day(text: object) -> date:
    """Return the date of ``27.06.2026``; of nothing else.

    >>> dotted_day("22.05.2018")
    datetime.date(2018, 5, 22)
    """
    found = _DOTTED(text.strip()) if isinstance(text, str) else None
    if found is None:
        raise _not_a_day(text)
    return _date(int(found[3]), int(found[2]), int(found[1]), text)


def short_day(text: object) -> date:
    """Return the date of ``27.06.2026``, or of ``27.06.26`` in this century; for sources that print both.

    >>> short_day("22.05.18")
    datetime.date(2018, 5, 22)
    """
    found = _SHORT(text.strip()) if isinstance(text, str) else None
    return dotted_day(text if found is None else found[1] + _CENTURY + found[2])


def iso_day(text: object) -> date:
    """Return the date of ``2026-06-27``; of nothing else.

    >>> iso_day("2026-06-27")
    datetime.date(2026, 6, 27)
    """
    found = _ISO(text.strip()) if isinstance(text, str) else None
    if found is None:
        raise _not_a_day(text)
    return _date(int(found[1]), int(found[2]), int(found[3]), text)


def _date(year: int, month: int, day: int, text: object) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise _not_a_day(text) from None


def _not_a_day(text: object) -> ParseError:
    return ParseError(f"{printable(text)} is not a date as this source writes dates", text=str(text)[:40])


def code_in(text: object) -> str:
    """Return a currency code as it stands, but for the white space that a pretty-printed document has."""
    if not isinstance(text, str):
        raise ParseError(f"the currency is missing: {_shown(text)}")
    code = text.strip()
    if not code:
        raise ParseError("the row does not say its currency: pass currency= to parse, if you know it")
    return code


def whole(number: object, what: str, most: int) -> int:
    """Return a positive whole number, such as a nominal; never 0, 1.5 or nothing."""
    if isinstance(number, str) and _IS_WHOLE(number.strip()):
        number = int(number)
    if type(number) is not int or not 1 <= number <= most:
        raise AmountError(f"the {what} {_shown(number)} is not a whole number from 1 to {most}")
    return number


def text_of(row: Row) -> str:
    """Return a row as one short line, whatever it holds: ``100 UZS/KZT = 3.89 (01.04.2026)``."""
    nominal, base, quote, price, day = map(_plain, (row.nominal, row.base, row.quote, row.price, row.day))
    return f"{nominal} {base}/{quote} = {price} ({day})".strip()[:_MAX_TEXT]


def _plain(value: object) -> str:
    """Return a field as it stands, at most a few letters of it; a list or an object by its type."""
    if isinstance(value, str):
        return value.strip()[:_MAX_FIELD]
    return str(value)[:_MAX_FIELD] if isinstance(value, int | Decimal) else type(value).__name__


def _shown(value: object) -> str:
    """Return a field quoted; a list or an object in its place only by its type."""
    return printable(str(value)) if isinstance(value, int | Decimal) else printable(value)
