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

__all__ = ["code_in", "dotted_day", "iso_day", "price_in", "said", "text_of", "whole"]

# Printed prices: ASCII digits and one mark; no exponent, sign or grouping was ever seen.
_IS_PRICE: Final = {
    mark: re.compile(rf"[0-9]{{1,30}}(?:{re.escape(mark)}[0-9]{{1,30}})?", re.ASCII).fullmatch
    for mark in ".,"
}
_IS_WHOLE: Final = re.compile(r"[0-9]{1,10}", re.ASCII).fullmatch
_DOTTED: Final = re.compile(r"([0-9]{2})\.([0-9]{2})\.((?:[0-9]{2}){1,2})", re.ASCII).fullmatch
_ISO: Final = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", re.ASCII).fullmatch
_CENTURY: Final = 2000
_SHORT_YEAR: Final = 2


def price_in(price: str | int | Decimal, mark: str) -> Decimal:
    """Give a printed price, whose decimals follow *mark*, or a number of a JSON document.

    The mark is a rule of the source and never guessed: ``1,234`` is 1.234 where commas are decimal.

    >>> price_in("87,4500", ",")
    Decimal('87.4500')
    """
    if isinstance(price, str):
        text = price.strip()
        if not _IS_PRICE[mark](text):
            message = f"price {printable(price)} is not written as this source writes prices"
            raise AmountError(message, text=price[:40])
        return Decimal(text.replace(",", "."))
    if isinstance(price, Decimal):
        return price
    if type(price) is int:
        return Decimal(price)
    message = f"the price is missing: {said(price)}"
    raise AmountError(message)


def dotted_day(text: str) -> date:
    """Read ``27.06.2026``, or ``27.06.26``; nothing else.

    >>> dotted_day("22.05.18")
    datetime.date(2018, 5, 22)
    """
    found = _DOTTED(text.strip()) if isinstance(text, str) else None
    if found is None:
        raise _no_day(text)
    year = int(found[3]) + (_CENTURY if len(found[3]) == _SHORT_YEAR else 0)
    return _date(year, int(found[2]), int(found[1]), text)


def iso_day(text: str) -> date:
    """Read ``2026-06-27``; nothing else.

    >>> iso_day("2026-06-27")
    datetime.date(2026, 6, 27)
    """
    found = _ISO(text.strip()) if isinstance(text, str) else None
    if found is None:
        raise _no_day(text)
    return _date(int(found[1]), int(found[2]), int(found[3]), text)


def _date(year: int, month: int, day: int, text: str) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise _no_day(text) from None


def _no_day(text: object) -> ParseError:
    return ParseError(f"{printable(text)} is no date as this source writes dates", text=str(text)[:40])


def code_in(text: str) -> str:
    """Take a currency code as it stands, but for the white space that a pretty-printed document has."""
    return text.strip() if isinstance(text, str) else text


def whole(number: str | int, what: str, most: int) -> int:
    """Read a positive whole number, such as a nominal; never 0, 1.5 or nothing."""
    if isinstance(number, str) and _IS_WHOLE(number.strip()):
        number = int(number)
    if type(number) is not int or not 1 <= number <= most:
        message = f"the {what} {said(number)} is no whole number from 1 to {most}"
        raise AmountError(message)
    return number


def text_of(row: Row) -> str:
    """Show a row in one short line of ASCII, whatever it holds."""
    return f"{said(row.nominal)} {said(row.base)}/{said(row.quote)} = {said(row.price)} ({said(row.day)})"


def said(value: object) -> str:
    """Show a field of a row; a list or an object in its place only by its type."""
    return printable(str(value)) if isinstance(value, int | Decimal) else printable(value)
