"""``import cafx.polars``: conversion as an expression, ``to(...)``, and the namespace ``cafx`` of them.

An expression cannot be looked through, so rows without a rate are null; ``cafx.frames.missing`` says where.

>>> import polars
>>> import cafx.polars
>>> from cafx import RateBook
>>> frame = polars.DataFrame({"pay": [2.0, 3.0], "code": ["USD", "usd"]})
>>> usd = cafx.polars.to("pay", "USD", on="2010-05-05", currency="code", book=RateBook.bundled())
>>> frame.select(usd.sum()).item()
5.0
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Required, TypedDict

import polars as pl

from cafx.core.currency import Currency, currency_in_use
from cafx.core.dates import day_of
from cafx.errors import OptionError
from cafx.frames.answers import day_number
from cafx.frames.backends import require
from cafx.frames.choices import check_choices
from cafx.frames.engines.polars import price_of
from cafx.frames.request import limit_of, rule_of, shown
from cafx.frames.table import codes_of, table_of
from cafx.rates.book import MAX_AGE

if TYPE_CHECKING:
    from datetime import timedelta
    from typing import Literal, Unpack

    from cafx.core.dates import Day
    from cafx.rates.book import RateBook

__all__ = ["ExpressionNamespace", "to"]


class ExpressionChoices(TypedDict, total=False):
    """The options of ``to``."""

    on: Required[Day | pl.Expr]
    currency: Required[str | pl.Expr]
    bound: Literal["low", "high"] | None
    book: RateBook | None
    max_age: timedelta
    period: Literal["week", "month", "year"] | None
    partial: bool
    start: Day | None
    end: Day | None


def to(
    amount: str | pl.Expr,
    to: str,
    *,
    on: Day | pl.Expr,
    currency: str | pl.Expr,
    bound: Literal["low", "high"] | None = None,
    book: RateBook | None = None,
    max_age: timedelta = MAX_AGE,
    period: Literal["week", "month", "year"] | None = None,
    partial: bool = False,
    start: Day | None = None,
    end: Day | None = None,
) -> pl.Expr:
    """Return an expression of amounts in another currency, also for ``agg`` and ``over``.

    Args:
        amount: a column's name, or an expression of numbers.
        to: the currency to convert to.
        on: an expression or the name of a column of dates, or one day.
        currency: an expression or the name of a column of codes, or one code.
        bound: take the ``"low"`` or ``"high"`` bound of the result instead.
        book: the rates; without it those of ``cafx.convert``.
        max_age: how long before its day an answer may have been last in force.
        period: take the mean of the day's ``week``, ``month`` or ``year``, as in ``cafx.frames.convert``.
        partial: let a period answer in which some days have no rate.
        start: the first day that is converted.
        end: the last day that is converted.

    Raises:
        OptionError: a choice that there is not.

    >>> frame = pl.DataFrame({"pay": [3500, 7000]})
    >>> frame.select(to("pay", "USD", on="2020-05-05", currency=pl.lit("TMT"))).to_series().to_list()
    [1000.0, 2000.0]
    """
    require("narwhals")
    if bound not in (None, "low", "high"):
        message = f"bound={shown(bound)} is not one of 'low', 'high'"
        raise OptionError(message, option="bound", value=bound)
    target = currency_in_use(to)
    rule = rule_of(book, max_age, period, partial=partial)
    code = _code(currency)
    codes = (code,) if isinstance(code, Currency) else codes_of(rule, target)
    table = table_of(rule, target, codes, limit_of(start, "start"), limit_of(end, "end"))
    cells = price_of(table, code, _day(on))
    value = (pl.col(amount) if isinstance(amount, str) else amount).cast(pl.Float64)
    if bound is None:
        return value * cells.price
    low, high = value * cells.low, value * cells.high
    return pl.min_horizontal(low, high) if bound == "low" else pl.max_horizontal(low, high)


@pl.api.register_expr_namespace("cafx")
class ExpressionNamespace:
    """``expression.cafx``: ``to`` as a method; type checkers see the function, not the namespace.

    >>> frame = pl.DataFrame({"pay": [3500, 7000]})
    >>> dollars = pl.col("pay").cafx.to("USD", on="2020-05-05", currency=pl.lit("TMT"))
    >>> frame.select(dollars).to_series().to_list()
    [1000.0, 2000.0]
    """

    def __init__(self, expression: pl.Expr) -> None:
        self._expression = expression

    def to(self, currency_to: str, **choices: Unpack[ExpressionChoices]) -> pl.Expr:
        """Return the amounts in another currency; see ``cafx.polars.to``."""
        check_choices(choices, ExpressionChoices, "expression.cafx.to")
        return to(self._expression, currency_to, **choices)


def _code(given: str | pl.Expr) -> Currency | pl.Expr:
    if isinstance(given, pl.Expr):
        return given
    try:
        return Currency(given)
    except ValueError:
        return pl.col(given)


def _day(given: Day | pl.Expr) -> pl.Expr:
    """Return the number of a day; of a moment with a zone the day has to be said by ``dt.date()`` first."""
    if isinstance(given, pl.Expr):
        return given.cast(pl.Date).cast(pl.Int32)
    try:
        return pl.lit(day_number(day_of(given, what="on")), dtype=pl.Int32)
    except ValueError:
        return pl.col(str(given)).cast(pl.Date).cast(pl.Int32)
