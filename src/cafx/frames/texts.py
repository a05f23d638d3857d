"""``figures`` and ``implied``: the money in a column of texts, a row for each figure, and what it implies."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol, TypeVar, cast, final

from cafx.core.currency import Currency, currency_in_use
from cafx.core.decimals import decimal_of
from cafx.core.text import printable
from cafx.core.value import Value
from cafx.errors import OptionError, RateNotFound
from cafx.frames.answers import PERIODS, day_at, periods
from cafx.frames.backends import engine_of, is_eager, nearest
from cafx.frames.cells import cells_of, days_in, is_missing
from cafx.frames.columns import columns_of, made
from cafx.frames.request import Roles, choice_of, column_of, roles_of, rule_of
from cafx.rates.book import MAX_AGE
from cafx.text.agreement import implied_rates
from cafx.text.figure import Figure
from cafx.text.finder import find_figures

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date, timedelta
    from decimal import Decimal

    from cafx.core.dates import Day
    from cafx.frames.answers import Period, Rule
    from cafx.frames.columns import Kinds
    from cafx.rates.book import RateBook
    from cafx.text.figure import Hedge

__all__ = ["Spreading", "TextWork", "Work", "WorkProgress", "figures", "implied"]

FrameT = TypeVar("FrameT")

_FIGURE: Final[Kinds] = {
    "figure": "text",
    "start": "count",
    "end": "count",
    "currency": "text",
    "amount": "number",
    "amount_low": "number",
    "amount_high": "number",
    "range_low": "number",
    "range_high": "number",
    "hedge": "text",
    "per": "text",
    "language": "text",
    "stated": "number",
    "stated_currency": "text",
    "stated_low": "number",
    "stated_high": "number",
    "stated_hedge": "text",
}
_IMPLIED: Final[Kinds] = {
    "first": "day",
    "last": "day",
    "base": "text",
    "quote": "text",
    "low": "number",
    "high": "number",
    "fitting": "count",
    "misfits": "count",
}
_REPORT_EVERY: Final = 500


@final
class WorkProgress(Value):
    """How far the reading of a column of texts is.

    Attributes:
        rows: how many texts are read.
        total: how many there are.
        figures: how many figures were found in them.
        seconds: how long it took, in whole seconds.

    >>> WorkProgress(rows=500, total=1000, figures=120, seconds=2.0).rate
    250.0
    """

    rows: int
    total: int
    figures: int
    seconds: int

    @property
    def rate(self) -> int:
        """Texts a second, so far."""
        return self.rows // max(self.seconds, 1)

    def __str__(self) -> str:
        return f"{self.rows:,} of {self.total:,} rows, {self.figures:,} figures, {self.rate:,} rows/s"


class Work(Protocol):
    """What an engine needs of what is read from a column of texts."""

    @property
    def column(self) -> str:
        """The column of texts."""

    @property
    def keep(self) -> tuple[str, ...]:
        """The columns that are repeated."""

    @property
    def kinds(self) -> dict[str, str]:
        """The columns of what is found, and what their cells are."""

    @property
    def roles(self) -> Roles | None:
        """Where the day of a text stands; None where none is asked for."""

    def read(
        self, texts: Sequence[object], days: Sequence[int | None]
    ) -> tuple[list[int], list[tuple[object, ...]]]:
        """Return for each thing found the place of its text, and its row."""


class Spreading(Protocol):
    """What the module of an engine offers that reads texts."""

    def spread(self, frame: object, work: Work) -> object:
        """Return the columns that are kept, a row for each thing that was found, and what was found."""


class TextWork(NamedTuple):
    """What is read from a column of texts; it can be sent to where the rows are."""

    column: str
    keep: tuple[str, ...]
    kinds: dict[str, str]
    roles: Roles | None
    rule: Rule | None
    to: Currency | None
    languages: tuple[str, ...] | None
    currencies: tuple[str, ...] | str | None
    progress: Callable[[WorkProgress], object] | None

    def read(
        self, texts: Sequence[object], days: Sequence[int | None]
    ) -> tuple[list[int], list[tuple[object, ...]]]:
        """Return for each figure the place of its text, and its row."""
        places: list[int] = []
        rows: list[tuple[object, ...]] = []
        began = monotonic()
        for place, (text, day) in enumerate(zip(texts, days, strict=True)):
            if not is_missing(text):
                for figure in find_figures(str(text), languages=self.languages, currencies=self.currencies):
                    places.append(place)
                    rows.append((*_row(figure), *self._worth(figure, day)))
            if self.progress is not None and (not (place + 1) % _REPORT_EVERY or place + 1 == len(texts)):
                self.progress(WorkProgress(place + 1, len(texts), len(rows), int(monotonic() - began)))
        return places, rows

    def _worth(self, figure: Figure, number: int | None) -> tuple[object, ...]:
        if self.roles is None:
            return ()
        day = None if number is None else day_at(number)
        if self.to is None or self.rule is None:
            return (day,)
        if day is None:
            return day, None, None, None
        try:
            rate = self.rule.book.rate(figure.currency, self.to, on=day, max_age=self.rule.max_age)
        except RateNotFound:
            return day, None, None, None
        low, high = float(figure.low), float(figure.high)
        worth = None if figure.amount is None else float(figure.amount) * float(rate.price)
        return day, worth, low * float(rate.low), high * float(rate.high)


def figures(
    frame: FrameT,
    text: str,
    *,
    keep: Sequence[str] = (),
    currencies: Iterable[str] | str | None = None,
    languages: Iterable[str] | None = None,
    to: str | None = None,
    on: Day | None = None,
    tz: str | None = None,
    book: RateBook | None = None,
    max_age: timedelta = MAX_AGE,
    progress: Callable[[WorkProgress], object] | None = None,
) -> FrameT:
    """Return the money in a column of texts, a row for each figure, in the order of the texts.

    A row has the figure as printed, its place, currency, amount and the bounds that its digits allow; of a
    range the two ends, and no amount; its hedge; and what the text itself gives for it (``stated…``). An
    empty text gives no row. It runs on dask and PySpark where the rows are, and on lazy frames of polars.

    Args:
        frame: of pandas, polars, pyarrow, dask or PySpark.
        text: the column of texts.
        keep: columns to repeat beside each figure.
        currencies: as in ``find_figures``: the currencies to look for, or ``"any"``.
        languages: the languages that the texts can be in, where that is known.
        to: add what a figure comes to in this currency: ``amount_usd``, ``…_low`` and ``…_high``, which hold
            the doubt of the print and of the rate. Without a rate they are empty.
        on: the column of days, or one day; it is kept as ``day``.
        tz: the zone whose calendar decides the day of moments that have one.
        book: the rates; without it those of ``cafx.convert``.
        max_age: how long before its day an answer may have been last in force.
        progress: called now and then with a ``WorkProgress``; only for rows that are at hand.

    Raises:
        OptionError: a column that there is not, or *to* without *on*.

    >>> import pandas
    >>> articles = pandas.DataFrame({"text": ["It cost 13 trillion tenge (over $24 billion).", None]})
    >>> found = figures(articles, "text")
    >>> found[["currency", "amount", "stated", "stated_hedge"]].values.tolist()
    [['KZT', 13000000000000.0, 24000000000.0, 'over']]
    """
    engine = engine_of(frame)
    names = engine.names(frame)
    column_of(text, names, "text")
    kept = tuple(column_of(name, names, "keep") for name in keep)
    kinds: dict[str, str] = dict(_FIGURE)
    target = None if to is None else currency_in_use(to)
    roles = None
    if on is not None:
        roles = roles_of(names, currency=Currency("USD"), on=on, tz=tz)
        kinds["day"] = "day"
    if target is not None:
        if on is None:
            message = "to= needs on=: the column of days, or one day, whose rate is taken"
            raise OptionError(message, option="on")
        name = f"amount_{target.lower()}"
        kinds |= dict.fromkeys((name, f"{name}_low", f"{name}_high"), "number")
    for one in kept:
        if one in kinds:
            message = f"keep={printable(one)} is a column of the figures too: rename it first"
            raise OptionError(message, option="keep", value=one)
    if progress is not None and not is_eager(frame):
        message = "progress= counts rows that are at hand: a lazy frame has its own"
        raise OptionError(message, option="progress")
    work = TextWork(
        text,
        kept,
        kinds,
        roles,
        None if target is None else rule_of(book, max_age, None, partial=False),
        target,
        None if languages is None else tuple(languages),
        currencies if currencies is None or isinstance(currencies, str) else tuple(currencies),
        progress,
    )
    return cast("FrameT", cast("Spreading", engine).spread(frame, work))


def implied(frame: object, *, every: Period = "month", on: str = "day") -> object:
    """Return the rates that figures and their stated worth allow together, for each period and pair.

    *low* to *high* is the interval in which most of a period's figures meet; *fitting* of them do, *misfits*
    do not. It is empty above where nothing bounds it.

    Args:
        frame: what ``figures(..., on=...)`` returned, in pandas, polars or pyarrow.
        every: ``"day"``, ``"week"``, ``"month"`` or ``"year"``.
        on: the column of days.

    >>> import pandas
    >>> articles = pandas.DataFrame({"text": ["144 billion tenge ($266 million)"], "day": ["2025-09-18"]})
    >>> found = implied(figures(articles, "text", on="day"))
    >>> found[["base", "quote", "low", "high"]].round(2).values.tolist()
    [['USD', 'KZT', 538.46, 544.26]]
    """
    engine = engine_of(frame)
    if not is_eager(frame):
        message = "implied() reads rows that are at hand: collect the frame first"
        raise OptionError(message, option="frame")
    choice_of(every, PERIODS, "every")
    names = engine.names(frame)
    needed = (
        "currency",
        "amount_low",
        "amount_high",
        "hedge",
        "stated_currency",
        "stated_low",
        "stated_high",
    )
    for name in (*needed, "stated_hedge"):
        column_of(name, names, "frame")
    days = days_in(cells_of(frame, column_of(on, names, "on")), on, Roles(None, None, on, None, None))
    rows = zip(*(cells_of(frame, name) for name in (*needed, "stated_hedge")), strict=True)
    by_period: dict[tuple[date, date], list[Figure]] = {}
    for day, row in zip(days, rows, strict=True):
        if day is None or is_missing(row[4]):
            continue
        period = next(iter(periods(day_at(day), day_at(day), every)))
        stated = _figure(*row[4:])
        by_period.setdefault(period, []).append(_figure(*row[:4], stated=stated))
    return made(columns_of(_IMPLIED, _implied(by_period)), nearest(frame))


def _implied(by_period: dict[tuple[date, date], list[Figure]]) -> Iterator[tuple[object, ...]]:
    for period in sorted(by_period):
        for one in implied_rates(by_period[period]):
            high = None if one.high is None else float(one.high)
            counts = len(one.fitting), len(one.misfits)
            yield *period, str(one.base), str(one.quote), float(one.low), high, *counts


def _figure(
    currency: object, low: object, high: object, hedge: object, *, stated: Figure | None = None
) -> Figure:
    """Return a figure of the pieces that imply a rate: its bounds and its hedge."""
    least, most = (decimal_of(repr(float(str(bound)))) for bound in (low, high))
    return Figure(
        "",
        0,
        0,
        str(currency),
        amount=least,
        low=least,
        high=most,
        hedge=None if is_missing(hedge) else cast("Hedge", str(hedge)),
        stated=stated,
    )


def _row(figure: Figure) -> tuple[object, ...]:
    low, high = figure.low, figure.high
    ends = [end.amount for end in figure.ends] if figure.is_range else (None, None)
    stated = figure.stated
    said: tuple[object, ...] = (None,) * 5
    if stated is not None:
        bounds = float(stated.low), float(stated.high)
        said = _float(stated.amount), str(stated.currency), *bounds, stated.hedge
    return (
        figure.text,
        figure.start,
        figure.end,
        str(figure.currency),
        _float(figure.amount),
        float(low),
        float(high),
        *map(_float, ends),
        figure.hedge,
        figure.per,
        figure.language,
        *said,
    )


def _float(amount: Decimal | None) -> float | None:
    return None if amount is None else float(amount)
