"""``Figure``: an amount of money in running text, with its place, hedge, range and precision."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final, Literal, cast, final, get_args

from cafx.core.currency import Currency, currency_in_use
from cafx.core.decimals import CONTEXT, decimal_of, plain, plain_grouped
from cafx.core.text import printable
from cafx.core.value import Value
from cafx.errors import AmountError, CurrencyMismatch, OptionError, ParseError
from cafx.rates.calendars import warn_if_stale
from cafx.rates.selection import MAX_AGE
from cafx.values.conversion import conversion_of
from cafx.values.money import Money, money_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import timedelta
    from typing import TypeAlias

    from cafx.core.dates import Day
    from cafx.core.notebook import Piece
    from cafx.rates.book import RateBook
    from cafx.values.conversion import Conversion
    from cafx.values.rate import Rate

__all__ = ["HEDGES", "Figure", "Hedge", "conversions_at", "distinct_conversions_at", "figure_of"]

#: How a text takes a figure back: over, at least, up to, under, about, almost (just under).
Hedge: TypeAlias = Literal["over", "at_least", "up_to", "under", "about", "almost"]
HEDGES: Final[tuple[Hedge, ...]] = get_args(Hedge)


@final
class Figure(Value):
    """An amount of money in running text.

    Args:
        text: the figure as it stands there, from the number (or the code or sign before it) to the
            end of the currency word.
        start, end: its place in code points, so that ``article[start:end] == text``.
        currency: whose money it is.
        amount: the exact amount in whole units; None for a range.
        ends: the low and the high end of a range as money; of a single amount, twice the same.
        low, high: the bounds, what the printed digits allow: half of the last one either way. 13 trillion is
            12.5 to 13.5 trillion; of a range, the least of its low end and the most of its high end.
        hedge: ``over``, ``at_least``, ``up_to``, ``under``, ``about`` or ``almost``; None without one.
        hedge_text: the words of the hedge, as printed.
        per: the unit that a price is for, as printed, such as ``kilogram``.
        language: of the words, such as ``en`` or ``uz-Latn``.
        stated: the dollars, euros or roubles that the text itself gives for the same money.

    Raises:
        AmountError: neither an amount nor both ends of a range, or both.
        ParseError: *text* is not as long as its place.

    >>> from cafx.text import find_figures
    >>> (figure,) = find_figures("planned investments of 13 trillion tenge (over $24 billion)")
    >>> print(figure)
    13,000,000,000,000 KZT
    >>> figure.start, figure.end, figure.low, figure.high
    (23, 40, Decimal('12500000000000'), Decimal('13500000000000'))
    >>> figure.stated.text, figure.stated.hedge, figure.stated.money
    ('$24 billion', 'over', Money('24000000000', 'USD'))
    """

    text: str
    start: int
    end: int
    currency: Currency
    amount: Decimal | None
    ends: tuple[Money, Money]
    low: Decimal
    high: Decimal
    hedge: Hedge | None
    hedge_text: str | None
    per: str | None
    language: str
    stated: Figure | None

    def __init__(
        self,
        text: str,
        start: int,
        end: int,
        currency: str,
        *,
        amount: Decimal | int | str | None = None,
        ends: tuple[Money | Decimal | int | str, Money | Decimal | int | str] | None = None,
        low: Decimal | int | str | None = None,
        high: Decimal | int | str | None = None,
        hedge: Hedge | None = None,
        hedge_text: str | None = None,
        per: str | None = None,
        language: str = "und",
        stated: Figure | None = None,
    ) -> None:
        known = currency_in_use(currency)
        exact = None if amount is None else decimal_of(amount)
        bottom, top = _checked_ends(known, exact, ends)
        below = bottom.amount if low is None else decimal_of(low, what="low")
        above = top.amount if high is None else decimal_of(high, what="high")
        if not below <= bottom.amount <= top.amount <= above:
            message = f"the bounds {below} to {above} do not hold the figure {plain(bottom.amount)}"
            raise AmountError(message, text=plain(bottom.amount))
        if hedge is not None and hedge not in HEDGES:
            message = f"hedge {printable(hedge)} is not one of {', '.join(HEDGES)}"
            raise OptionError(message, option="hedge", value=hedge)
        if end - start != len(text):
            message = f"a figure of {len(text)} characters does not reach from {start} to {end}"
            raise ParseError(message, place=start)
        self._fill(
            text, start, end, known, exact, (bottom, top), below, above,
            hedge, hedge_text, per, language, stated,
        )  # fmt: skip

    @property
    def is_range(self) -> bool:
        """Whether the figure is a range: it has two ``ends``, and no ``amount``."""
        return self.amount is None

    @property
    def bounds(self) -> tuple[Decimal, Decimal]:
        """What the printed digits allow, ``low`` and ``high`` together."""
        return self.low, self.high

    @property
    def money(self) -> Money | None:
        """The amount as money; None for a range, whose two ends ``ends`` gives."""
        return None if self.amount is None else Money(self.amount, self.currency)

    def convert(
        self, book: RateBook, to: str, *, on: Day | None = None, max_age: timedelta = MAX_AGE
    ) -> Conversion:
        """Return the figure at the rate of a day, with what its print leaves open.

        Args:
            book: the rates.
            to: the currency to convert to.
            on: the day; None for the newest that the book knows.
            max_age: how long before the day an answer may have been last in force.

        Raises:
            AmountError: the figure is a range: ``convert_ends`` gives both ends.
            RateNotFound: the book does not answer.
            TypeError: *book* is not a ``RateBook``.

        Warns:
            StaleRateWarning: *on* is left out and the newest rate known is stale.

        >>> from cafx import Quotation, RateBook
        >>> from cafx.text import find_figures
        >>> tenge = Quotation("KZT", "USD", "0.00194", as_of="2025-12-16", kind="ticker", source="timesca")
        >>> (figure,) = find_figures("investments of 13 trillion tenge")
        >>> print(figure.convert(RateBook([tenge]), "USD").significant())
        25,200,000,000 USD
        """
        if self.amount is None:
            message = f"{self} is a range, not one amount: convert_ends() converts both of its ends"
            raise AmountError(message, text=self.text[:40])
        from cafx.rates.book import require_book

        rate = require_book(book).rate(self.currency, to, on=on, max_age=max_age)
        if on is None:
            warn_if_stale(rate, stacklevel=2)
        return conversions_at(self, rate)[0]

    def convert_ends(
        self, book: RateBook, to: str, *, on: Day | None = None, max_age: timedelta = MAX_AGE
    ) -> tuple[Conversion, Conversion]:
        """Return the low and the high end of a range, converted; of a single amount, twice the same.

        The arguments, and what is raised and warned of, are those of ``convert``.
        """
        from cafx.rates.book import require_book

        rate = require_book(book).rate(self.currency, to, on=on, max_age=max_age)
        if on is None:
            warn_if_stale(rate, stacklevel=2)
        return conversions_at(self, rate)

    def __repr__(self) -> str:
        low, high = self.ends
        named = {
            "amount": self.amount,
            "ends": (plain(low.amount), plain(high.amount)) if self.is_range else None,
            "low": self.low,
            "high": self.high,
            "hedge": self.hedge,
            "hedge_text": self.hedge_text,
            "per": self.per,
            "language": self.language,
            "stated": self.stated,
        }
        texts = [repr(self.text), str(self.start), str(self.end), repr(str(self.currency))]
        for name, value in named.items():
            if value is not None:
                texts.append(
                    f"{name}={plain(value)!r}" if isinstance(value, Decimal) else f"{name}={value!r}"
                )
        return f"Figure({', '.join(texts)})"

    def _pieces(self) -> Sequence[Piece]:
        from cafx.core.notebook import Heading, Rows

        low, high = (plain_grouped(bound) for bound in self.bounds)
        stated = "" if self.stated is None else f"{self.stated.text} ({self.stated})"
        heads = ("in the text", "hedge", "amount", "low", "high", "the text says")
        row = (self.text, self.hedge or "", str(self), low, high, stated)
        return Heading(str(self)), Rows(heads, (row,), frozenset(("amount", "low", "high")))

    def __str__(self) -> str:
        low, high = self.ends
        dash = "" if self.amount is not None else f" to {plain_grouped(high.amount)}"
        return f"{plain_grouped(low.amount)}{dash} {self.currency}"


def _checked_ends(
    currency: Currency,
    amount: Decimal | None,
    given: tuple[Money | Decimal | int | str, Money | Decimal | int | str] | None,
) -> tuple[Money, Money]:
    """Return the amount twice, or the two ends of a range; refuse any other mix."""
    if given is None and amount is not None:
        only = Money(amount, currency)
        return only, only
    if given is not None:
        low, high = (end if isinstance(end, Money) else Money(end, currency) for end in given)
        if low.currency != currency or high.currency != currency:
            message = f"a range of {currency} does not end in {low.currency} and {high.currency}"
            raise CurrencyMismatch(message, left=currency, right=high.currency)
        if low.amount <= high.amount and (amount is None or amount == low.amount == high.amount):
            return low, high
    message = "a figure has an amount, or the low and the high end of a range"
    raise AmountError(message)


def conversions_at(figure: Figure, rate: Rate) -> tuple[Conversion, Conversion]:
    """Return what both ends of *figure* come to at *rate*, which is one for its currency.

    Of a single amount it is twice the same.
    """
    bottom, top = figure.ends
    first = _conversion(bottom, rate, CONTEXT.subtract(bottom.amount, figure.low))
    if figure.amount is not None:
        return first, first
    return first, _conversion(top, rate, CONTEXT.subtract(figure.high, top.amount))


def distinct_conversions_at(figure: Figure, rate: Rate) -> tuple[Conversion, ...]:
    """Return what *figure* comes to at *rate*: one conversion, or two of a range whose ends differ."""
    first, last = conversions_at(figure, rate)
    return (first,) if first is last or first == last else (first, last)


def _conversion(end: Money, rate: Rate, left_open: Decimal) -> Conversion:
    return conversion_of(end, rate, decimal_of(left_open, what="printed") if left_open else None)


# `make` without its detour: every figure of a text comes by here.
_make = cast("Callable[..., Figure]", Figure._make)


def figure_of(  # noqa: PLR0917 -- by place, since a name costs at each of the figures of a text
    text: str,
    start: int,
    end: int,
    currency: Currency,
    amount: Decimal,
    top: Decimal | None,
    low: Decimal,
    high: Decimal,
    hedging: tuple[Hedge | None, str | None],
    per: str | None,
    language: str,
    stated: Figure | None,
) -> Figure:
    """Return a figure of parts that the finder has worked out, without checking them again.

    *top* is the high end of a range whose low end is *amount*; None for a single amount.
    A third of the cost of ``Figure(...)``, whose checks are for what comes from outside.
    """
    bottom = money_of(amount, currency)
    ends = (bottom, bottom if top is None else money_of(top, currency))
    exact = amount if top is None else None
    return _make(text, start, end, currency, exact, ends, low, high, *hedging, per, language, stated)
