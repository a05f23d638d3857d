"""``StatedRate``: an exchange rate in running text, as its writer states it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final, Literal, final, get_args

from cafx.core.currency import Currency, currency_in_use
from cafx.core.decimals import CONTEXT, decimal_of, plain
from cafx.core.text import printable
from cafx.core.value import Value
from cafx.errors import AmountError, OptionError, ParseError
from cafx.values.quotation import Quotation

if TYPE_CHECKING:
    from typing import TypeAlias

    from cafx.core.dates import Day

__all__ = ["SAYERS", "SIDES", "Sayer", "Side", "StatedRate"]

#: Whether somebody buys or sells at the rate, seen from the bank; both where one range spans the two prices.
Side: TypeAlias = Literal["buy", "sell", "both"]
SIDES: Final[tuple[Side, ...]] = get_args(Side)
#: Who says the rate.
Sayer: TypeAlias = Literal["official", "market", "bank", "office", "street", "forecast"]
SAYERS: Final[tuple[Sayer, ...]] = get_args(Sayer)


@final
class StatedRate(Value):
    """An exchange rate in running text: what a price or a range of prices in *quote* is for.

    Args:
        text: the price as it stands there, with the word of its currency.
        start, end: its place in code points, so that ``article[start:end] == text``.
        base: the currency that is priced.
        quote: the currency of the price.
        nominal: the units of *base* that the price is for: 10 in ``за 10 рублей дают 1,29 сомони``.
        price: the printed price; None for a range.
        ends: the low and the high end of a range; None for a single price.
        side: ``buy`` or ``sell``, seen from who trades; ``both`` for a range from buying to selling; or None.
        market_said: who says it: ``official``, ``market``, ``bank``, ``office``, ``street``, ``forecast``;
            None where nobody is named.
        date_text: the words for its day, as printed; None without any.
        language: of the words, such as ``en`` or ``uz-Latn``.

    Raises:
        AmountError: neither a price nor both ends of a range, or both.
        ParseError: *text* is not as long as its place.

    >>> from cafx.text import find_rates
    >>> (rate,) = find_rates("On Thursday the official rate was 541.25 tenge per dollar.")
    >>> print(rate)
    USD/KZT = 541.25 (official)
    >>> rate.text, rate.date_text
    ('541.25 tenge', 'On Thursday')
    """

    text: str
    start: int
    end: int
    base: Currency
    quote: Currency
    nominal: int
    price: Decimal | None
    ends: tuple[Decimal, Decimal] | None
    side: Side | None
    market_said: Sayer | None
    date_text: str | None
    language: str

    def __init__(
        self,
        text: str,
        start: int,
        end: int,
        base: str,
        quote: str,
        *,
        nominal: int = 1,
        price: Decimal | int | str | None = None,
        ends: tuple[Decimal | int | str, Decimal | int | str] | None = None,
        side: Side | None = None,
        market_said: Sayer | None = None,
        date_text: str | None = None,
        language: str = "und",
    ) -> None:
        if (price is None) == (ends is None):
            message = "a stated rate has a price, or the low and the high end of a range"
            raise AmountError(message)
        exact = None if price is None else decimal_of(price, what="price")
        pair = None if ends is None else (decimal_of(ends[0], what="low"), decimal_of(ends[1], what="high"))
        if (exact is not None and exact <= 0) or (pair is not None and not 0 < pair[0] <= pair[1]):
            message = f"{printable(text)} is not a rate: a price is above zero, and a range rises"
            raise AmountError(message, text=text[:40])
        if end - start != len(text):
            message = f"a rate of {len(text)} characters does not reach from {start} to {end}"
            raise ParseError(message, place=start)
        for value, known, what in ((side, SIDES, "side"), (market_said, SAYERS, "market_said")):
            if value is not None and value not in known:
                message = f"{what} {printable(value)} is not one of {', '.join(known)}"
                raise OptionError(message)
        self._fill(
            text, start, end, currency_in_use(base), currency_in_use(quote), nominal, exact, pair,
            side, market_said, date_text, language,
        )  # fmt: skip

    @property
    def is_range(self) -> bool:
        """Whether a range is stated: it has two ``ends``, and no ``price``."""
        return self.price is None

    def quotation(self, *, as_of: Day | None, source: str) -> Quotation:
        """Return the rate as a quotation of kind ``stated``, for a book of a news archive.

        A range gives the middle, with its two ends as bounds.

        Args:
            as_of: the day of the article, or the day that its date words mean; None where it is unknown.
            source: the outlet, such as ``"gazeta.uz"``.

        >>> from cafx.text import find_rates
        >>> (rate,) = find_rates("Банки покупают доллар за 12 115–12 180 сумов.")
        >>> print(rate.quotation(as_of="2025-09-20", source="spot.uz"))
        USD/UZS = 12147.5 (stated, spot.uz, 2025-09-20)
        """
        if self.ends is None:
            price, low, high = self.price, None, None
        else:
            low, high = self.ends
            price = CONTEXT.divide(CONTEXT.add(low, high), Decimal(2))
        if price is None:  # the constructor allows a price or two ends, never neither
            raise AssertionError
        return Quotation(
            self.base,
            self.quote,
            price,
            as_of=as_of,
            kind="stated",
            source=source,
            nominal=self.nominal,
            low=low,
            high=high,
        )

    def __str__(self) -> str:
        said = ", ".join(filter(None, (self.market_said, self.side)))
        price = " to ".join(plain(end) for end in self.ends or (self.price,) if end is not None)
        per = "" if self.nominal == 1 else f" for {self.nominal}"
        return f"{self.base}/{self.quote} = {price}{per}" + (f" ({said})" if said else "")
