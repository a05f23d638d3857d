"""``Request``: a conversion of a column as it was asked for, checked before any row is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, NamedTuple, TypeAlias

from cafx.core.currency import Currency
from cafx.core.dates import day_of
from cafx.core.text import printable
from cafx.errors import OptionError
from cafx.frames.answers import PERIODS, Rule, day_number

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, timedelta

    from cafx.core.dates import Day
    from cafx.frames.answers import Period
    from cafx.rates.book import RateBook

__all__ = [
    "MISSING",
    "SOURCES",
    "Missing",
    "Request",
    "Roles",
    "choice_of",
    "column_of",
    "currency_role",
    "limit_of",
    "roles_of",
    "rule_of",
    "shown",
]

#: What is done with rows that have no rate: an error that names them, or null.
Missing: TypeAlias = Literal["raise", "null"]
MISSING: Final[tuple[Missing, ...]] = ("raise", "null")
#: The columns of ``sources=True``, each what its ending says of the rate.
SOURCES: Final = ("rate", "rate_from", "rate_through", "rate_age", "rate_kind", "rate_source")

# The zone of a currency, for the remedy that an error names.
_ZONES: Final = {
    "KGS": "Asia/Bishkek",
    "KZT": "Asia/Almaty",
    "TJS": "Asia/Dushanbe",
    "TMT": "Asia/Ashgabat",
    "UZS": "Asia/Tashkent",
}
_SHOWN: Final = 12


class Roles(NamedTuple):
    """Where the currency and the day of a row stand: in a column, or the same for all."""

    code_column: str | None
    code: Currency | None
    day_column: str | None
    day: date | None
    tz: str | None


class Request(NamedTuple):
    """What is converted, by which rule, and which columns are added."""

    amount: str
    to: Currency
    roles: Roles
    rule: Rule
    name: str
    has_bounds: bool
    has_sources: bool
    sources: tuple[str, ...]
    is_strict: bool
    first: int | None
    last: int | None

    @property
    def low(self) -> str:
        """The column of low bounds."""
        return f"{self.name}_low"

    @property
    def high(self) -> str:
        """The column of high bounds."""
        return f"{self.name}_high"

    @property
    def added(self) -> tuple[str, ...]:
        """The columns that are added, in order."""
        bounds = (self.low, self.high) if self.has_bounds else ()
        return (self.name, *bounds, *(self.sources if self.has_sources else ()))

    def checked(self, names: Sequence[str]) -> Request:
        """Return the request; refuse a column that the frame lacks, or has already."""
        column_of(self.amount, names, "amount")
        for name in self.added:
            if name in names:
                message = f"the frame has a column {printable(name)} already: pass name= for the new ones"
                raise OptionError(message, option="name", value=name)
        return self


def column_of(given: object, names: Sequence[str], option: str) -> str:
    """Return the name of a column that the frame has.

    Raises:
        OptionError: it has none of that name; the message lists those that it has.
    """
    if isinstance(given, str) and given in names:
        return str(given)
    raise OptionError(
        f"{option}={shown(given)} is not a column of the frame: {_list(names)}", option=option, value=given
    )


def roles_of(names: Sequence[str], *, currency: str, on: Day, tz: str | None) -> Roles:
    """Return where currency and day stand in a frame with the columns *names*.

    Raises:
        OptionError: neither a column nor a code or a day, or both a column and a code.
    """
    code_column, code = currency_role(names, currency)
    day_column, day = _day_role(names, on)
    if tz is not None:
        _check_zone(tz)
    return Roles(code_column, code, day_column, day, tz)


def rule_of(book: RateBook | None, max_age: timedelta, period: str | None, *, partial: bool) -> Rule:
    """Return the rule of a call; without a *book* that of ``cafx.convert``: bundled, and the user's own."""
    from cafx.exchange import current_book
    from cafx.rates.book import RateBook
    from cafx.rates.selection import check_max_age

    if book is not None and not isinstance(book, RateBook):
        message = f"book= takes a RateBook, not {type(book).__name__}: RateBook(readings), or history.book()"
        raise TypeError(message)
    check_max_age(max_age)
    chosen = None if period is None else choice_of(period, PERIODS[1:], "period")
    if partial and chosen is None:
        message = "partial=True takes the mean of an incomplete period: pass period= with it"
        raise OptionError(message, option="partial", value=partial)
    return Rule(current_book() if book is None else book, max_age, chosen, partial)


def choice_of(given: object, choices: tuple[Period, ...], option: str) -> Period:
    """Return the one of *choices* that was given."""
    for choice in choices:
        if given == choice:
            return choice
    raise OptionError(f"{option}={shown(given)} is not one of {_list(choices)}", option=option, value=given)


def limit_of(day: Day | None, option: str) -> int | None:
    """Return the number of a first or last day; None where none is set."""
    return None if day is None else day_number(day_of(day, what=option))


def zone_remedy(roles: Roles, column: str) -> OptionError:
    """Return the error for moments with a zone, of which nobody said which zone decides their day."""
    zone = _ZONES.get(str(roles.code), "Asia/Almaty")
    return OptionError(
        f"column {printable(column)} holds moments with a time zone, and the zone decides the day:"
        f" pass tz={zone!r} or another",
        option="tz",
    )


def currency_role(names: Sequence[str], given: str) -> tuple[str | None, Currency | None]:
    """Return the column of currencies, or the one currency of all rows."""
    if isinstance(given, Currency):
        return None, given
    if not isinstance(given, str):
        message = f"currency= takes a column's name or a code, not {type(given).__name__}"
        raise TypeError(message)
    code = _code(given)
    if given in names:
        if code is not None:
            message = (
                f"currency={given!r} is a column and a code: pass cafx.Currency({given!r}) for the code,"
                " or rename the column"
            )
            raise OptionError(message, option="currency", value=given)
        return given, None
    if code is None:
        message = f"currency={shown(given)} is neither a column nor a code: the columns are {_list(names)}"
        raise OptionError(message, option="currency", value=given)
    return None, code


def _code(text: str) -> Currency | None:
    try:
        return Currency(text)
    except ValueError:
        return None


def _day_role(names: Sequence[str], given: Day) -> tuple[str | None, date | None]:
    if isinstance(given, str) and given in names:
        return given, None
    if given is None:
        message = "on= is missing: pass the column of days, or one day; a column has no 'newest'"
        raise OptionError(message, option="on")
    try:
        return None, day_of(given, what="on")
    except ValueError as error:
        message = (
            f"on={shown(given)} is neither a column nor a day such as '2025-09-18':"
            f" the columns are {_list(names)}"
        )
        raise OptionError(message, option="on", value=given) from error


def _check_zone(tz: str) -> None:
    from zoneinfo import ZoneInfo

    try:
        ZoneInfo(tz)
    except (ValueError, OSError, KeyError, TypeError) as error:
        message = f"tz={shown(tz)} is not a time zone: write one such as 'Asia/Almaty'"
        raise OptionError(message, option="tz", value=tz) from error


def shown(given: object) -> str:
    """Return an argument as an error shows it."""
    return printable(given if isinstance(given, str) else repr(given))


def _list(names: Sequence[str]) -> str:
    shown = ", ".join(printable(str(name)) for name in names[:_SHOWN])
    return (f"{shown} and {len(names) - _SHOWN} more" if len(names) > _SHOWN else shown) or "none"
