"""What is believed of a row: each rule asks one question, and what it says no to is rejected.

A rule takes a part of the row and returns what stands there, or raises with the reason. A new rule
is one function and one line in ``quotation_of`` or in ``RULES``.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar, Final, Protocol, TypeAlias

from cafx.core.currency import Currency, look_up
from cafx.core.decimals import CONTEXT
from cafx.errors import ParseError
from cafx.sources.fields import code_in, price_in, whole
from cafx.sources.times import LAST_INTRODUCED, why_not_on
from cafx.values.quotation import Quotation

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from cafx.sources.reading import Row
    from cafx.values.quotation import Kind

__all__ = ["RULES", "Span", "quotation_of", "span_of"]

#: The first day that a row is for, and the last one where the row says for how long.
Span: TypeAlias = tuple[date, date | None]
_Rule: TypeAlias = "Callable[[Quotation], str]"

_MAX_VALID_DAYS: Final = 366
_MAX_NOMINAL: Final = 10**9
# What nearly every row has, read by one look.
_NOMINALS: Final[dict[object, int]] = {str(10**power): 10**power for power in range(6)}
# `Quotation(...)` in two steps, with all its checks: the call of a class packs the names of its arguments
# into a dictionary, which takes a quarter of the time.
_new: Final = object.__new__
_fill_checked: Final = Quotation.__init__


class Writer(Protocol):
    """Whose rows are judged, and how it writes them: what the rules want of a source."""

    name: ClassVar[str]
    kind: ClassVar[Kind]
    decimal_mark: ClassVar[str]

    def day(self, text: object) -> date:
        """Return the date that *text* writes."""

    def resolution(self, price: Decimal) -> int | None:
        """Return to how many decimals *price* was rounded; None for those that it shows."""


def span_of(row: Row, source: Writer) -> Span:
    """Return the days that *row* is for, as its source writes them."""
    day = source.day(row.day)
    if not row.valid_days:
        return day, None
    return day, day + timedelta(days=whole(row.valid_days, "validity", _MAX_VALID_DAYS) - 1)


def quotation_of(row: Row, source: Writer, span: Span, observed_at: datetime | None) -> Quotation:
    """Return what *row* says, if every rule says yes.

    Raises:
        CafxError: a part of the row is not what the source writes there.
        ArithmeticError, TypeError: a part is of a type that no document has.
    """
    base, quote, printed, _, nominal, _ = row
    price = price_in(printed, source.decimal_mark)
    places = source.resolution(price)
    low, high = (None, None) if places is None else _own_bounds(price, places)
    quotation = _new(Quotation)
    _fill_checked(
        quotation,
        _currency_in(base),
        _currency_in(quote),
        price,
        as_of=span[0],
        kind=source.kind,
        source=source.name,
        nominal=_nominal_in(nominal),
        through=span[1],
        low=low,
        high=high,
        observed_at=observed_at,
    )
    for rule in RULES:
        reason = rule(quotation)
        if reason:
            raise ParseError(reason)
    return quotation


def _currency_in(code: object) -> Currency:
    """Is it a currency's code, as it stands but for the white space of a pretty-printed document?"""
    return (look_up(code) if type(code) is str else None) or Currency(code_in(code))


def _nominal_in(nominal: object) -> int:
    """Is it a positive whole number of units?"""
    known = _NOMINALS.get(nominal) if isinstance(nominal, str) else None
    return known or whole(nominal, "nominal", _MAX_NOMINAL)


def _own_bounds(price: Decimal, places: int) -> tuple[Decimal | None, Decimal | None]:
    """Was it rounded to more decimals than it shows?"""
    if -int(price.as_tuple().exponent) >= places:
        return None, None
    half = Decimal((0, (5,), -places - 1))
    return CONTEXT.subtract(price, half), CONTEXT.add(price, half)


def _why_too_early(quotation: Quotation) -> str:
    """Were both currencies money on that day already?"""
    day = quotation.as_of
    if day is None or day >= LAST_INTRODUCED:
        return ""
    return why_not_on(quotation.base, day) or why_not_on(quotation.quote, day)


#: What is asked of a quotation, once its parts are understood; each returns the reason against it.
RULES: Final[tuple[_Rule, ...]] = (_why_too_early,)
