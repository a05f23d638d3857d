"""``Quotation``: one price as one source printed it."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal, final, get_args

from cafx.core.currency import Currency, look_up, withdrawn
from cafx.core.dates import day_of, moment_of
from cafx.core.decimals import CONTEXT, decimal_of, fraction_of, plain
from cafx.core.text import printable
from cafx.core.value import Value, field
from cafx.errors import AmountError, OptionError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction
    from typing import TypeAlias

    from cafx.core.notebook import Piece

__all__ = ["KINDS", "Kind", "Quotation"]

#: What stands behind a price, the most authoritative first.
Kind: TypeAlias = Literal["peg", "official", "market", "reference", "stated", "ticker"]
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)

_MAX_NOMINAL: Final = 10**9
_MAX_SOURCE: Final = 60
_ZERO: Final = Decimal(0)
_text_of: Final = CONTEXT.to_sci_string  # str() would ask the caller's context for a capital E


@final
class Quotation(Value):
    """One price as one source printed it: never inverted, never rounded.

    Args:
        base: the currency that is priced; the price is for *nominal* units of it.
        quote: the currency that the price is in.
        price: the printed digits, trailing zeros included: they say how precise the price is.
        as_of: the day that the price is for, in the source's own zone; None where it is unknown.
        kind: ``peg``, ``official``, ``market`` (a mid), ``reference`` (a span's mean with its
            range), ``stated`` (an article says so) or ``ticker``.
        source: who printed it, such as ``"NBK"``.
        nominal: units of *base* that the price is for (CBR: 100 KZT).
        through: the last day that the price holds for, where it holds for a span.
        low, high: the source's own bounds (a week's range, bid and ask), in the terms of *price*.
        change: the change that was printed beside it, in per cent; ``Decimal("-0")`` keeps its
            sign. It is what the source says, not what the prices imply.
        observed_at: the moment it was read, aware, kept in UTC; it does not count when two are compared.

    Raises:
        AmountError: a price that is zero, negative or written with an exponent above zero (which
            would hide its precision), or a nominal that is not a positive whole number.
        UnknownCurrency: an unknown code, or a withdrawn currency past its last day.
        OptionError: equal currencies, an unknown kind, bounds that miss the price, days out of order.
        ParseError: text that is not a day.

    >>> tenge = Quotation("KZT", "USD", "0.00194", as_of="2025-12-16", kind="ticker", source="timesca")
    >>> tenge.bounds
    (Fraction(387, 200000), Fraction(389, 200000))
    >>> print(tenge)
    KZT/USD = 0.00194 (ticker, timesca, 2025-12-16)
    """

    base: Currency
    quote: Currency
    price: Decimal = field(print=True)
    as_of: date | None
    kind: Kind = field(hash=False)
    source: str
    nominal: int = field(hash=False)
    through: date | None = field(hash=False)
    low: Decimal | None = field(hash=False)
    high: Decimal | None = field(hash=False)
    change: Decimal | None = field(hash=False, print=True)
    observed_at: datetime | None = field(compare=False)

    def __init__(
        self,
        base: str,
        quote: str,
        price: Decimal | int | str,
        *,
        as_of: date | str | None,
        kind: Kind,
        source: str,
        nominal: int = 1,
        through: date | str | None = None,
        low: Decimal | int | str | None = None,
        high: Decimal | int | str | None = None,
        change: Decimal | int | str | None = None,
        observed_at: datetime | str | None = None,
    ) -> None:
        digits = decimal_of(price, what="price")
        known = look_up(base), look_up(quote)
        base, quote = known[0] or Currency(base), known[1] or Currency(quote)
        # Most prices are for one unit; whatever is less usual is looked at closely.
        if kind not in KINDS or base is quote or type(nominal) is not int or nominal != 1 or digits <= _ZERO:
            _check_terms(base, quote, digits, kind, nominal)
        if digits.adjusted() > 0 and "E" in _text_of(digits):  # as_tuple() would cost five times as much
            # Of 5E+2 it is unclear whether 500 was printed to the unit or to the hundred.
            message = f"the price {digits} hides how it was printed: write it in plain digits"
            raise AmountError(message, text=str(digits))
        if type(source) is not str or not 0 < len(source) <= _MAX_SOURCE or not source.isprintable():
            message = f"a source is named in 1 to {_MAX_SOURCE} printable characters, not {printable(source)}"
            raise OptionError(message, option="source", value=source)
        day = as_of if type(as_of) is date or as_of is None else day_of(as_of)
        last = None if through is None else _last_day(day, through)
        if None in known:
            _check_last_days(base, quote, last or day)
        own_low = own_high = None
        if low is not None or high is not None:
            own_low, own_high = _own_bounds(kind, digits, low, high)
        self._fill(
            base,
            quote,
            digits,
            day,
            kind,
            source,
            nominal,
            last,
            own_low,
            own_high,
            None if change is None else decimal_of(change, what="change"),
            None if observed_at is None else moment_of(observed_at),
        )

    @property
    def unit_price(self) -> Fraction:
        """The printed price for one unit of the base, exactly."""
        return fraction_of(self.price) / self.nominal

    @property
    def printed_bounds(self) -> tuple[Decimal, Decimal]:
        """Low and high in the terms of the print, for *nominal* units of the base.

        The source's own where it gave them; the price itself for a peg, which is exact; else half
        of the last printed digit either way: ``0.10600`` is known ten times better than ``0.1060``.
        """
        if self.low is not None and self.high is not None:
            return self.low, self.high
        if self.kind == "peg":
            return self.price, self.price
        half = _half_of_last(_last_place(self.price))
        return CONTEXT.subtract(self.price, half), CONTEXT.add(self.price, half)

    @property
    def bounds(self) -> tuple[Fraction, Fraction]:
        """``printed_bounds`` for one unit of the base, exactly."""
        low, high = map(fraction_of, self.printed_bounds)
        return (low, high) if self.nominal == 1 else (low / self.nominal, high / self.nominal)

    @property
    def last_day(self) -> date | None:
        """The last day that the price is for: ``through`` where it has one, else ``as_of``."""
        return self.as_of if self.through is None else self.through

    @property
    def pair(self) -> str:
        """The pair as it is printed, such as ``"KZT/USD"``."""
        return f"{self.base}/{self.quote}"

    def covers(self, day: date) -> bool:
        """Whether the price is for *day*, from ``as_of`` to ``through``."""
        return self.as_of is not None and self.as_of <= day <= (self.through or self.as_of)

    def __format__(self, spec: str) -> str:
        """Return ``str(self)``; a spec is refused with the function that writes for a locale."""
        if spec:
            remedy = "cafx.format_rate(quotation, 'kk_KZ') writes one for a locale"
            raise TypeError(f"a Quotation takes no format spec such as {printable(spec)}: {remedy}")
        return str(self)

    def _pieces(self) -> Sequence[Piece]:
        from cafx.core.notebook import Heading, Rows

        return Heading(str(self)), Rows(*legs_table((self,)), LEG_NUMBERS)

    def __str__(self) -> str:
        nominal = "" if self.nominal == 1 else f"{self.nominal} "
        when = "no date" if self.as_of is None else self.as_of.isoformat()
        if self.through is not None:
            when += " on" if self.through == date.max else f" to {self.through.isoformat()}"
        return f"{nominal}{self.pair} = {plain(self.price)} ({self.kind}, {self.source}, {when})"


#: The columns of ``legs_table`` that hold numbers.
LEG_NUMBERS: Final = frozenset(("printed", "low", "high"))


def legs_table(legs: Sequence[Quotation]) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Return heads and rows of a table of quotations, for notebooks."""
    heads = ("pair", "printed", "low", "high", "from", "to", "kind", "source")
    rows: list[tuple[str, ...]] = []
    for leg in legs:
        nominal = "" if leg.nominal == 1 else f"{leg.nominal} "
        low, high = leg.printed_bounds
        first = "no date" if leg.as_of is None else leg.as_of.isoformat()
        last = leg.last_day
        until = "" if last is None else "today" if last == date.max else last.isoformat()
        rows.append(
            (
                f"{nominal}{leg.pair}",
                plain(leg.price),
                plain(low),
                plain(high),
                first,
                until,
                leg.kind,
                leg.source,
            )
        )
    return heads, rows


def _last_place(price: Decimal) -> int:
    """Return the place of the last digit: the exponent, without the tuple that ``as_tuple`` makes of all."""
    text = _text_of(price)
    return int(price.as_tuple().exponent) if "E" in text else -len(text.partition(".")[2])


@lru_cache(maxsize=256)
def _half_of_last(exponent: int) -> Decimal:
    """Return half of a last printed digit."""
    return Decimal((0, (5,), exponent - 1))


def _check_terms(base: Currency, quote: Currency, price: Decimal, kind: str, nominal: int) -> None:
    """Refuse what cannot be a price."""
    if base is quote:
        message = f"{base}/{quote} is one currency: its price is 1 and needs no quotation"
        raise OptionError(message, option="quote", value=quote)
    if kind not in KINDS:
        message = f"kind {printable(kind)} is not one of {', '.join(KINDS)}"
        raise OptionError(message, option="kind", value=kind)
    if price <= 0:
        message = f"the price of {base}/{quote} is {plain(price)}: a price is above zero"
        raise AmountError(message, text=plain(price))
    if type(nominal) is not int or not 1 <= nominal <= _MAX_NOMINAL:
        message = f"the nominal of {base}/{quote} must be a whole number from 1 to {_MAX_NOMINAL}"
        raise AmountError(message)


def _check_last_days(base: Currency, quote: Currency, last: date | None) -> None:
    """Refuse a price that reaches past the last day of a withdrawn currency, or has no day at all."""
    for currency in (base, quote):
        until = currency.until
        if until is not None and (last is None or last > until):
            raise withdrawn(currency)


def _last_day(as_of: date | None, through: date | str) -> date:
    last = day_of(through, what="through")
    if as_of is None or last < as_of:
        message = f"through {last.isoformat()} comes before as_of {as_of}: a span runs forward from as_of"
        raise OptionError(message, option="through", value=last)
    return last


def _own_bounds(
    kind: Kind, price: Decimal, low: Decimal | int | str | None, high: Decimal | int | str | None
) -> tuple[Decimal, Decimal]:
    if low is None or high is None:
        message = "a quotation brings both bounds or none: pass low= and high="
        raise OptionError(message, option="low" if low is None else "high")
    if kind == "peg":
        message = "a peg is exact and has no bounds: leave low= and high= out"
        raise OptionError(message, option="low", value=low)
    bounds = decimal_of(low, what="low"), decimal_of(high, what="high")
    if not 0 < bounds[0] <= price <= bounds[1]:
        message = f"the bounds {plain(bounds[0])} to {plain(bounds[1])} do not hold the price {plain(price)}"
        raise OptionError(message, option="low", value=bounds[0])
    return bounds
