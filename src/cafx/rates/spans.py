"""Spans: the answers of a book over a stretch of days, each with the days that it holds for.

The answer for a pair can change only on the first day of a quotation on a way from one currency to the other,
on the day after its last in force, and on the day on which it is too old; and a carried rate changes from day
to day, as its age does. So the rule is asked on those days alone.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, final

from cafx.core.currency import Currency
from cafx.core.dates import Day, day_of
from cafx.core.value import Value
from cafx.errors import OptionError
from cafx.rates.selection import check_max_age
from cafx.values.rate import Rate

if TYPE_CHECKING:
    from cafx.rates.ways import Ways

_ONE: Final = timedelta(days=1)

__all__ = ["Span", "days_between", "spans_of"]


@final
class Span(Value):
    """A stretch of days with one answer.

    Attributes:
        first: the first day, which is the one that ``rate`` names as the day asked for.
        last: the last day.
        rate: what answers on each of them.

    >>> from cafx import RateBook
    >>> span = RateBook.bundled().spans("USD", "TMT", "2015-01-01", "2015-12-31")[0]
    >>> span.days, str(span.first), str(span.rate)
    (365, '2015-01-01', 'USD/TMT = 3.5 (2015-01-01)')
    """

    first: date
    last: date
    rate: Rate

    @property
    def days(self) -> int:
        """The number of days."""
        return (self.last - self.first).days + 1

    def __str__(self) -> str:
        last = "" if self.last == self.first else f" to {self.last.isoformat()}"
        return f"{self.first.isoformat()}{last}: {self.rate}"


def days_between(start: Day, end: Day) -> tuple[date, date]:
    """Return the first and the last day of a stretch.

    Raises:
        OptionError: it runs backward.
    """
    first, last = day_of(start, what="start"), day_of(end, what="end")
    if last < first:
        message = f"the days run backward: {first.isoformat()} to {last.isoformat()}"
        raise OptionError(message, option="end", value=last)
    return first, last


def spans_of(  # noqa: PLR0917 -- those of RateBook.spans, in order
    ways: Ways, base: str, quote: str, start: Day, end: Day, max_age: timedelta
) -> tuple[Span, ...]:
    """Return the spans of a pair; ``RateBook.spans`` says the rest."""
    check_max_age(max_age)
    first, last = (day.toordinal() for day in days_between(start, end))
    one, other = Currency(base), Currency(quote)
    last = min(last, *(code.until.toordinal() for code in (one, other) if code.until), date.max.toordinal())
    if one == other:
        whole = date.fromordinal(first), date.fromordinal(last)
        return (Span(*whole, Rate(one, other, (), on=whole[0])),)
    changes = [*sorted(ways.days_of_change(one, other, first, last, max_age)), last + 1]
    found: list[Span] = []
    day, place = first, 0
    while day <= last:
        rate = ways.on_day(one, other, day, max_age.days)
        while changes[place] <= day:
            place += 1
        until = day if rate is not None and rate.is_carried else changes[place] - 1
        if rate is not None:
            began = rate.on or date.fromordinal(day)
            if found and _is_continued(found[-1], rate, began):
                rate = found[-1].rate
                began = found.pop().first
            found.append(Span(began, date.fromordinal(until), rate))
        day = until + 1
    return tuple(found)


def _is_continued(span: Span, rate: Rate, day: date) -> bool:
    """Whether *rate*, from *day* on, only goes on with what answered up to the day before."""
    before = span.rate
    # A book answers with the same objects, so that this is mostly settled by the first leg.
    is_same = rate.legs[0] is before.legs[0] and rate == before
    return is_same and span.last == day - _ONE
