"""``Figure``: an amount of money in running text, with its place, hedge, range and precision."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final, Literal, final, get_args

from cafx.core.currency import Currency, currency_in_use
from cafx.core.decimals import CONTEXT, decimal_of, plain, plain_grouped
from cafx.core.value import Value, make
from cafx.errors import AmountError, ParseError
from cafx.rates.book import MAX_AGE, require_book
from cafx.values.conversion import Conversion
from cafx.values.money import Money

if TYPE_CHECKING:
    from datetime import timedelta
    from typing import TypeAlias

    from cafx.core.dates import Day
    from cafx.rates.book import RateBook

__all__ = ["HEDGES", "Figure", "Hedge", "figure_of"]

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
        low, high: the ends of a range; None for a single amount.
        least, most: what the printed digits allow; see ``bounds``.
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
    >>> figure.start, figure.end, figure.bounds
    (23, 40, (Decimal('12500000000000'), Decimal('13500000000000')))
    >>> figure.stated.text, figure.stated.hedge, figure.stated.money
    ('$24 billion', 'over', Money('24000000000', 'USD'))
    """

    text: str
    start: int
    end: int
    currency: Currency
    amount: Decimal | None
    low: Decimal | None
    high: Decimal | None
    least: Decimal
    most: Decimal
    hedge: str | None
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
        low: Decimal | int | str | None = None,
        high: Decimal | int | str | None = None,
        least: Decimal | int | str | None = None,
        most: Decimal | int | str | None = None,
        hedge: str | None = None,
        hedge_text: str | None = None,
        per: str | None = None,
        language: str = "und",
        stated: Figure | None = None,
    ) -> None:
        exact = None if amount is None else decimal_of(amount)
        bottom = None if low is None else decimal_of(low, what="low")
        top = None if high is None else decimal_of(high, what="high")
        first, last = _ends(exact, bottom, top)
        below = first if least is None else decimal_of(least, what="least")
        above = last if most is None else decimal_of(most, what="most")
        if not below <= first <= last <= above:
            message = f"the bounds {below} to {above} do not hold the figure {plain(first)}"
            raise AmountError(message, text=plain(first))
        if hedge is not None and hedge not in HEDGES:
            message = f"a hedge is one of {', '.join(HEDGES)}"
            raise ParseError(message)
        if end - start != len(text):
            message = f"a figure of {len(text)} characters does not reach from {start} to {end}"
            raise ParseError(message, place=start)
        known = currency_in_use(currency)
        self._fill(
            text,
            start,
            end,
            known,
            exact,
            bottom,
            top,
            below,
            above,
            hedge,
            hedge_text,
            per,
            language,
            stated,
        )

    @property
    def is_range(self) -> bool:
        """Whether the figure is a range: it has ``low`` and ``high``, and no ``amount``."""
        return self.amount is None

    @property
    def bounds(self) -> tuple[Decimal, Decimal]:
        """What the printed digits allow: half of the last one either way.

        13 trillion is 12.5 to 13.5 trillion; of a range, the least of its low end and the most of
        its high end.
        """
        return self.least, self.most

    @property
    def money(self) -> Money | None:
        """The amount as money; None for a range, whose two ends ``ends`` gives."""
        return None if self.amount is None else Money(self.amount, self.currency)

    @property
    def ends(self) -> tuple[Money, Money]:
        """The low and the high end of a range as money; of a single amount, twice the same."""
        low, high = _ends(self.amount, self.low, self.high)
        return Money(low, self.currency), Money(high, self.currency)

    def convert(
        self, book: RateBook, to: str, *, on: Day | None = None, max_age: timedelta = MAX_AGE
    ) -> Conversion:
        """Convert the figure at the rate of a day, with what its print leaves open said.

        Args:
            book: the rates.
            to: the currency to convert to.
            on: the day; None for the newest that the book knows.
            max_age: how long before the day an answer may have been last in force.

        Raises:
            AmountError: the figure is a range: ``convert_ends`` gives both ends.
            RateNotFound: the book does not answer.

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
        return self.convert_ends(book, to, on=on, max_age=max_age)[0]

    def convert_ends(
        self, book: RateBook, to: str, *, on: Day | None = None, max_age: timedelta = MAX_AGE
    ) -> tuple[Conversion, Conversion]:
        """Convert the low and the high end of a range; of a single amount, twice the same.

        Raises:
            RateNotFound: the book does not answer.
        """
        rate = require_book(book).rate(self.currency, to, on=on, max_age=max_age)
        low, high = self.ends
        below = CONTEXT.subtract(low.amount, self.least)
        above = CONTEXT.subtract(self.most, high.amount)
        first = Conversion(low, rate, below or None)
        return first, first if self.amount is not None else Conversion(high, rate, above or None)

    def __str__(self) -> str:
        low, high = _ends(self.amount, self.low, self.high)
        dash = "" if self.amount is not None else f" to {plain_grouped(high)}"
        return f"{plain_grouped(low)}{dash} {self.currency}"


def _ends(amount: Decimal | None, low: Decimal | None, high: Decimal | None) -> tuple[Decimal, Decimal]:
    """Return amount twice, or low and high; refuse any other mix."""
    if amount is not None and low is None and high is None:
        return amount, amount
    if amount is None and low is not None and high is not None and low <= high:
        return low, high
    message = "a figure has an amount, or the low and the high end of a range"
    raise AmountError(message)


def figure_of(
    *,
    text: str,
    start: int,
    end: int,
    currency: Currency,
    amount: Decimal | None,
    low: Decimal | None,
    high: Decimal | None,
    least: Decimal,
    most: Decimal,
    hedge: str | None,
    hedge_text: str | None,
    per: str | None,
    language: str,
    stated: Figure | None,
) -> Figure:
    """Make a figure of parts that the finder has worked out, without checking them again.

    A third of the cost of ``Figure(...)``, whose checks are for what comes from outside.
    """
    return make(
        Figure,
        text,
        start,
        end,
        currency,
        amount,
        low,
        high,
        least,
        most,
        hedge,
        hedge_text,
        per,
        language,
        stated,
    )
