"""``stated_rates``: the exchange rates in a column of texts, a row for each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar, cast

from cafx.core.currency import Currency
from cafx.core.text import printable
from cafx.errors import OptionError
from cafx.frames.answers import day_at
from cafx.frames.backends import engine_of
from cafx.frames.cells import is_missing
from cafx.frames.request import column_of, roles_of
from cafx.text.finder import find_rates

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cafx.core.dates import Day
    from cafx.frames.columns import Kinds
    from cafx.frames.request import Roles
    from cafx.frames.texts import Spreading
    from cafx.text.stated_rate import StatedRate

__all__ = ["stated_rates"]

FrameT = TypeVar("FrameT")

_STATED: Final[Kinds] = {
    "stated_rate": "text",
    "start": "count",
    "end": "count",
    "base": "text",
    "quote": "text",
    "nominal": "count",
    "price": "text",
    "rate": "number",
    "range_low": "number",
    "range_high": "number",
    "side": "text",
    "market_said": "text",
    "date_text": "text",
    "language": "text",
}


class _RateWork(NamedTuple):
    """What is read from a column of texts; it can be sent to where the rows are."""

    column: str
    keep: tuple[str, ...]
    kinds: dict[str, str]
    roles: Roles | None
    languages: tuple[str, ...] | None

    def read(
        self, texts: Sequence[object], days: Sequence[int | None]
    ) -> tuple[list[int], list[tuple[object, ...]]]:
        """Return for each rate the place of its text, and its row."""
        places: list[int] = []
        rows: list[tuple[object, ...]] = []
        for place, (text, number) in enumerate(zip(texts, days, strict=True)):
            if is_missing(text):
                continue
            day = () if self.roles is None else (None if number is None else day_at(number),)
            for rate in find_rates(str(text), languages=self.languages):
                places.append(place)
                rows.append((*_row(rate), *day))
        return places, rows


def stated_rates(
    frame: FrameT,
    text: str,
    *,
    keep: Sequence[str] = (),
    languages: Iterable[str] | None = None,
    on: Day | None = None,
    tz: str | None = None,
) -> FrameT:
    """Return the exchange rates in a column of texts, a row for each, in the order of the texts.

    ``price`` is the printed number as text, for *nominal* units of the base; ``rate`` is a float for one
    unit; a range has two ends instead. It runs where ``figures`` does.

    Args:
        frame: of pandas, polars, pyarrow, dask or PySpark.
        text: the column of texts.
        keep: columns to repeat beside each rate.
        languages: the languages that the texts can be in, where that is known.
        on: the column of days, or one day; it is kept as ``day``.
        tz: the zone whose calendar decides the day of moments that have one.

    >>> import pandas
    >>> articles = pandas.DataFrame({"text": ["On Thursday the official rate was 541.25 tenge per dollar."]})
    >>> stated_rates(articles, "text")[["base", "quote", "price", "market_said"]].values.tolist()
    [['USD', 'KZT', '541.25', 'official']]
    """
    engine = engine_of(frame)
    names = engine.names(frame)
    column_of(text, names, "text")
    kinds: dict[str, str] = dict(_STATED)
    roles = None
    if on is not None:
        roles = roles_of(names, currency=Currency("USD"), on=on, tz=tz)
        kinds["day"] = "day"
    kept = tuple(column_of(name, names, "keep") for name in keep)
    for one in kept:
        if one in kinds:
            message = f"keep={printable(one)} is a column of the rates too: rename it first"
            raise OptionError(message, option="keep", value=one)
    work = _RateWork(text, kept, kinds, roles, None if languages is None else tuple(languages))
    return cast("FrameT", cast("Spreading", engine).spread(frame, work))


def _row(rate: StatedRate) -> tuple[object, ...]:
    low, high = (None, None) if rate.ends is None else map(float, rate.ends)
    return (
        rate.text,
        rate.start,
        rate.end,
        str(rate.base),
        str(rate.quote),
        rate.nominal,
        None if rate.price is None else f"{rate.price:f}",
        None if rate.price is None else float(rate.price) / rate.nominal,
        low,
        high,
        rate.side,
        rate.market_said,
        rate.date_text,
        rate.language,
    )
