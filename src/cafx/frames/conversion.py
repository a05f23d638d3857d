"""``convert`` and ``missing``: a column of amounts at the rate of its day, and where there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from cafx.core.currency import currency_in_use
from cafx.errors import OptionError
from cafx.frames.backends import engine_of, is_eager, nearest
from cafx.frames.columns import columns_of, made
from cafx.frames.request import MISSING, SOURCES, Request, limit_of, roles_of, rule_of, shown
from cafx.rates.book import MAX_AGE

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import timedelta
    from typing import Literal

    from cafx.core.dates import Day
    from cafx.frames.columns import Kinds
    from cafx.frames.request import Missing
    from cafx.rates.book import RateBook

__all__ = ["convert", "missing", "requested"]

_GAPS: Final[Kinds] = {
    "currency": "text",
    "first": "day",
    "last": "day",
    "rows": "count",
    "why": "text",
}

FrameT = TypeVar("FrameT")


def convert(
    frame: FrameT,
    amount: str,
    to: str,
    *,
    on: Day,
    currency: str,
    bounds: bool = False,
    sources: bool = False,
    period: Literal["week", "month", "year"] | None = None,
    partial: bool = False,
    name: str | None = None,
    book: RateBook | None = None,
    max_age: timedelta = MAX_AGE,
    missing: Missing = "raise",
    tz: str | None = None,
    start: Day | None = None,
    end: Day | None = None,
) -> FrameT:
    """Return a frame with its amounts in another currency, each at the rate of its own day.

    The frame's own type comes back: a lazy one stays lazy, and index, order and rows are kept wherever the
    engine keeps an order. The new columns are of 64-bit floats, at most 4e-16 off the exact ``Conversion``.

    Args:
        frame: of pandas, polars, pyarrow, DuckDB (a relation), dask, ibis or PySpark.
        amount: the column of amounts: numbers, decimals, or text that is a plain numeral.
        to: the currency to convert to.
        on: the column of days, or one day for all rows. Dates, ISO text and moments without a zone are
            taken as they are; moments with one need *tz*.
        currency: the column of codes, or one code for all rows.
        bounds: add the low and the high that the rate's bounds allow, ``…_low`` and ``…_high``.
        sources: add the rate, the days it is for, its age, kind and source: ``rate``, ``rate_from``,
            ``rate_through``, ``rate_age``, ``rate_kind``, ``rate_source``. Where the row's currency is *to*
            itself the rate is 1 by definition, as in ``Conversion.rate``: kind ``peg``, age 0, no days, and
            an empty text for the source.
        period: take the mean rate of the day's ``week``, ``month`` or ``year`` instead: the mean over its
            calendar days of units for one dollar (for one unit of a foreign currency), then its inverse.
        partial: let a period answer in which some days have no rate.
        name: the new column; without it the amount's name and the currency's, such as ``amount_usd``. With
            it the columns of *sources* begin with it too.
        book: the rates; without it those of ``cafx.convert``: bundled, and the user's own history.
        max_age: how long before its day an answer may have been last in force.
        missing: ``"raise"`` refuses rows that have no rate and names them; ``"null"`` leaves them empty,
            which a lazy frame, whose rows cannot be looked through, has to say.
        tz: the zone whose calendar decides the day of moments that have one.
        start: the first day that is converted; earlier rows have no rate. A shorter calendar is a faster
            join on engines that join.
        end: the last day that is converted.

    Raises:
        OptionError: a column that there is not, or a choice that there is not.
        RateNotFound: rows have no rate; the message names them by currency and days.
        UnknownCurrency: a code, in the column or as an argument, that no currency has.
        ParseError: text that is not a day.
        AmountError: text that is not a number.
        ImportError: narwhals is not installed; ``pip install 'cafx[frames]'`` brings it.

    >>> import pandas
    >>> from cafx import RateBook
    >>> frame = pandas.DataFrame({"pay": [3500, 7000], "day": ["2010-05-05", "2020-05-05"]})
    >>> convert(frame, "pay", "USD", on="day", currency="TMT", book=RateBook.bundled())["pay_usd"].tolist()
    [1228.0701754385964, 2000.0]
    """
    engine = engine_of(frame)
    request = requested(
        engine.names(frame),
        amount,
        to,
        on=on,
        currency=currency,
        bounds=bounds,
        sources=sources,
        period=period,
        partial=partial,
        name=name,
        book=book,
        max_age=max_age,
        missing=missing,
        tz=tz,
        start=start,
        end=end,
    )
    if request.is_strict and not is_eager(frame):
        message = (
            "a lazy frame cannot be looked through for rows without a rate: pass missing='null' to leave"
            " them empty, and ask cafx.frames.missing where they are"
        )
        raise OptionError(message, option="missing", value=missing)
    return engine.converted(frame, request)  # type: ignore[return-value]  # the type that came


def missing(
    frame: object,
    *,
    on: Day,
    currency: str,
    to: str = "USD",
    book: RateBook | None = None,
    max_age: timedelta = MAX_AGE,
    tz: str | None = None,
) -> object:
    """Return where a frame has no rate: currency, first and last day, how many rows, and why.

    Ask before converting; of a lazy frame the pairs of currency and day are fetched. The answer is a frame
    of pandas, polars or pyarrow, whichever is nearest to the frame's own library.

    Args:
        frame: as in ``convert``.
        on: the column of days, or one day for all rows.
        currency: the column of codes, or one code.
        to: the currency to convert to.
        book: the rates; without it those of ``cafx.convert``.
        max_age: how long before its day an answer may have been last in force.
        tz: the zone whose calendar decides the day of moments that have one.

    >>> import pandas
    >>> from cafx import RateBook
    >>> frame = pandas.DataFrame({"day": ["1990-01-01", "2024-02-29"], "code": ["KZT", "KZT"]})
    >>> missing(frame, on="day", currency="code", book=RateBook.bundled())["why"].tolist()
    ['before the first rate']
    """
    engine = engine_of(frame)
    names = engine.names(frame)
    request = Request(
        "",
        currency_in_use(to),
        roles_of(names, currency=currency, on=on, tz=tz),
        rule_of(book, max_age, None, partial=False),
        "",
        has_bounds=False,
        has_sources=False,
        sources=(),
        is_strict=False,
        first=None,
        last=None,
    )
    return made(columns_of(_GAPS, engine.gaps(frame, request)), nearest(frame))


def requested(
    names: Sequence[str],
    amount: str,
    to: str,
    *,
    on: Day,
    currency: str,
    bounds: bool = False,
    sources: bool = False,
    period: str | None = None,
    partial: bool = False,
    name: str | None = None,
    book: RateBook | None = None,
    max_age: timedelta = MAX_AGE,
    missing: Missing = "raise",
    tz: str | None = None,
    start: Day | None = None,
    end: Day | None = None,
) -> Request:
    """Return the checked request for a frame with the columns *names*; ``convert`` says the rest."""
    if missing not in MISSING:
        message = f"missing={shown(missing)} is not one of {', '.join(map(repr, MISSING))}"
        raise OptionError(message, option="missing", value=missing)
    target = currency_in_use(to)
    first, last = limit_of(start, "start"), limit_of(end, "end")
    if first is not None and last is not None and last < first:
        message = f"the days run backward: start={start} is after end={end}"
        raise OptionError(message, option="end", value=end)
    return Request(
        amount,
        target,
        roles_of(names, currency=currency, on=on, tz=tz),
        rule_of(book, max_age, period, partial=partial),
        f"{amount}_{target.lower()}" if name is None else name,
        bounds,
        sources,
        SOURCES if name is None else tuple(f"{name}_{column}" for column in SOURCES),
        missing == "raise",
        first,
        last,
    ).checked(names)
