"""``Display``: prices for readers of one locale and one currency, printed by one book."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Final, TypeVar, final

from cafx.core.currency import Currency
from cafx.core.dates import day_of
from cafx.core.decimals import CONTEXT, leading_place, plain, rounded_fraction
from cafx.display.cart import Lines, apportion
from cafx.display.markup import day_markup, format_markup, lang_of
from cafx.display.strip import carried_day, strip_of
from cafx.display.worths import Worth, place_of, worth_writer
from cafx.errors import RateNotFound
from cafx.formatting.conversions import manner_of
from cafx.formatting.html import Html, escaped, html_writer
from cafx.formatting.results import about
from cafx.locale.compiled import kept_format
from cafx.rates.book import MAX_AGE
from cafx.values.rate import Rate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Unpack

    from babel import Locale

    from cafx.core.dates import Day
    from cafx.core.value import Json
    from cafx.formatting.monetary import Monetary
    from cafx.formatting.results import Precision
    from cafx.locale.compiled import Format
    from cafx.locale.options import Digits, Wording
    from cafx.rates.book import RateBook

__all__ = ["Display", "warm"]

V = TypeVar("V")

_PRICE: Final = '<span class="cafx-price">'
_WORTH: Final = ' <small class="cafx-worth" translate="no"><bdi>'
_END: Final = "</span>"
_END_OF_WORTH: Final = "</bdi></small></span>"
_BOUND_DIGITS: Final = 12  # of a bound that does not end and has no width, such as a peg's


class _Kept(dict[Currency, V]):
    """What is worked out for a currency when it first comes up, and found by a look-up from then on."""

    __slots__ = ("_make",)

    def __init__(self, make: Callable[[Currency], V]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, currency: object) -> V:
        if not isinstance(currency, Currency):
            message = f"the currency of an amount is a Currency, not {type(currency).__name__}"
            raise TypeError(f"{message}: pass Money(amount, currency)")
        made = self[currency] = self._make(currency)
        return made


@final
class Display:
    r"""Prices for readers of one locale, with their worth in one currency.

    Everything is looked up and compiled once for each currency, so keep a display as long as its book:
    ``cafx.live.Rates.display`` does. A missing rate never breaks a page: the price stays, and its worth is
    empty. Texts are those of ``format_money``, ``format_html`` and ``format_conversion``.

    Args:
        book: the rates; None for prices without their worth.
        locale: in Babel's or BCP 47's spelling, or a Babel ``Locale``.
        to: the currency that prices are worth in.
        on: the day whose rates are used, a date or ISO text; None for the newest day known.
        digits: the decimals of prices, as ``format_money`` has it.
        precision: the digits of a worth: ``supported``, no more than the rate's bounds support; ``minor``,
            all decimals of the currency or none, never one, as shops print prices.
        max_age: how long before the day a rate may have been last in force.
        **wording: ``style``, ``symbols`` and the other options of every format, as ``format_money`` has them;
            unless said otherwise ``style="display"``, the words and signs that readers know and cannot
            mistake, and ``symbols="safe"``, since few phones can show U+20C0.

    Raises:
        UnknownLocale: CLDR has no such locale.
        UnknownCurrency: *to* is not a currency.
        OptionError: an option's value that there is not.

    >>> from cafx import Money, RateBook
    >>> shop = Display(RateBook.bundled(), "kk-KZ", to="USD", on="2026-03-02", precision="minor")
    >>> shop.text(Money("13500.50", "KZT")), shop.worth(Money("35", "TMT"))
    ('13\xa0500,50\xa0₸', '10,00\xa0$')
    """

    def __init__(
        self,
        book: RateBook | None,
        locale: str | Locale,
        to: str = "USD",
        *,
        on: Day | None = None,
        digits: Digits = "currency",
        precision: Precision = "supported",
        max_age: timedelta = MAX_AGE,
        **wording: Unpack[Wording],
    ) -> None:
        self.book = book
        self.to = Currency(to)
        self.on = None if on is None else day_of(on, what="on")
        self._max_age = max_age
        #: The locale as HTML's ``lang`` has it.
        self.lang = lang_of(locale)
        self._manner = manner_of(locale, None, precision, {"style": "display", "symbols": "safe", **wording})
        self._digits = digits
        self._format = format_markup(self._manner, digits)
        self._texts = _Kept(self._text_writer)
        self._htmls = _Kept(self._html_writer)
        self._worths = _Kept(self._worth)
        self._worth_texts = _Kept(self._worth_writer)
        self._text_writer(self.to)  # refuses what there is not

    def __repr__(self) -> str:
        day = "" if self.on is None else f", on={self.on.isoformat()!r}"
        return f"Display({self.book!r}, {self.lang!r}, to={str(self.to)!r}{day})"

    def text(self, money: Monetary) -> str:
        """Return the price *money* as text, as ``format_money`` prints it."""
        try:
            return self._texts[money.currency](money.amount)
        except AttributeError:
            raise _refusal(money) from None

    def html(self, money: Monetary) -> Html:
        """Return the price *money* as markup, as ``format_html`` prints it: safe in a page as it is."""
        try:
            return self._htmls[money.currency](money.amount)
        except AttributeError:
            raise _refusal(money) from None

    def worth(self, money: Monetary) -> str:
        """Return what the price *money* is worth, as ``format_conversion`` prints it.

        It is empty where no rate answers, and where the price is in the reader's currency already.
        """
        try:
            return self._worth_texts[money.currency](money.amount)
        except AttributeError:
            raise _refusal(money) from None

    def price(self, money: Monetary) -> Html:
        """Return the price *money* and, where there is one, its worth, as markup.

        >>> from cafx import Money, RateBook
        >>> print(Display(None, "en").price(Money(5, "USD")))
        <span class="cafx-price"><data class="cafx" value="5" ...><bdi>$5.00</bdi></data></span>
        """
        try:
            amount, currency = money.amount, money.currency
        except AttributeError:
            raise _refusal(money) from None
        html, worth = self._htmls[currency](amount), self._worth_texts[currency](amount)
        if not worth:
            return Html(f"{_PRICE}{html}{_END}")
        # Joined: to format what is not plain text costs half as much again.
        return Html("".join((_PRICE, html, _WORTH, escaped(worth), _END_OF_WORTH)))

    def element(self, money: Monetary) -> Html:
        """Return the price *money* as ``<cafx-money>``, which a page's script may show in another currency.

        What the server printed stands inside: without scripts the price is complete. A worth that rests on
        a rate that is carried past its day says the day.
        """
        price, worth = self.price(money), self._worths[money.currency]
        when = "" if worth is None else day_markup(carried_day(worth.rate), self._manner.locale)
        return Html(
            f'<cafx-money amount="{plain(money.amount)}" currency="{money.currency}" to="{self.to}"'
            f' lang="{self.lang}"{self._format}>{price}{when}</cafx-money>'
        )

    def to_dict(self, money: Monetary) -> dict[str, Json]:
        """Return the price *money* and its worth for JSON.

        Texts are as printed, numbers are text, and bounds are rounded outward.

        ``worth`` is None where no rate answers. ``as_of`` is the day of the rate; None for what is in force
        until further notice, such as a peg. ``age`` counts the days since it was last in force.

        >>> from cafx import Money, RateBook
        >>> shop = Display(RateBook.bundled(), "en", on="2026-03-02")
        >>> shop.to_dict(Money(35, "TMT"))["worth"]["low"]
        '10'
        """
        printed, text, amount = self.text(money), self.worth(money), money.amount
        price: dict[str, Json] = {
            "amount": plain(amount),
            "currency": str(money.currency),
            "text": printed,
            "worth": None,
        }
        worth = self._worths[money.currency]
        if not text or worth is None:
            return price
        rate, size = worth.rate, Fraction(*amount.as_integer_ratio())
        low, high = _outward(*sorted((size * rate.low, size * rate.high)))
        place = place_of(worth.width(amount), self.to, self._manner)
        as_of = rate.as_of
        price["worth"] = {
            "amount": plain(rounded_fraction(worth.exact(amount), -place)),
            "currency": str(self.to),
            "text": text,
            "low": plain(low),
            "high": plain(high),
            "as_of": None if as_of is None or rate.through == date.max else as_of.isoformat(),
            "age": rate.age,
            "kind": rate.kind,
            "sources": list(dict.fromkeys(leg.source for leg in rate.legs)),
        }
        return price

    def lines(self, moneys: Iterable[Monetary]) -> Lines:
        """Return what the lines *moneys* of a cart are worth, rounded so that they add up to the total.

        All are rounded at one place, which the total supports. A line in the reader's own currency counts
        with the rest. Where a line has no rate its text is empty, and so is the total: then the others are
        rounded each for itself.

        >>> from cafx import Money, RateBook
        >>> cart = [Money("1999", "KZT"), Money("2499", "KZT"), Money("2999", "KZT")]
        >>> lines = Display(RateBook.bundled(), "en", on="2026-03-02", precision="minor").lines(cart)
        >>> [str(part) for part in lines.amounts], str(lines.sum)
        (['4.02 USD', '5.03 USD', '6.03 USD'], '15.08 USD')
        """
        given = [(money.amount, self._worths[money.currency]) for money in moneys]
        worths = [(amount, worth) for amount, worth in given if worth is not None]
        if not given or len(worths) < len(given):
            alone = tuple("" if worth is None else self._alone(worth, amount) for amount, worth in given)
            return Lines(alone, "", (None,) * len(given), None)
        shares = [worth.exact(amount) for amount, worth in worths]
        width = sum((worth.width(amount) for amount, worth in worths), Fraction(0))
        place = place_of(width, self.to, self._manner)
        amounts, total = apportion(shares, place, self.to)
        show = worths[0][1].at(place)
        is_exact = all(worth.rate.is_exact for _, worth in worths)
        texts = [
            worth.about(part.amount, share) + show(part.amount)
            for part, share, (_, worth) in zip(amounts, shares, worths, strict=True)
        ]
        is_sum = is_exact and sum(shares) == Fraction(*total.amount.as_integer_ratio())
        sign = "" if is_sum else about(self._manner)
        return Lines(tuple(texts), sign + show(total.amount), amounts, total)

    def strip(self, codes: Iterable[str]) -> Html:
        """Return a ticker strip of these currencies in the reader's, as markup.

        A list that is complete without scripts, each pair once, in ``<cafx-ticker>`` with a button that stops
        it; the button is hidden as long as nothing moves. A change is that from the day before of the same
        source; a rate that is carried past its day says the day. Currencies without a rate are left out;
        where all are, so is the strip.

        Args:
            codes: the currencies, such as ``("KGS", "KZT", "TJS", "UZS", "TMT")``.
        """
        return strip_of(self.rate, self._manner, self.to, codes)

    def rate(self, base: str, on: date | None = None) -> Rate | None:
        """Return the rate of *base* in the reader's currency, on the display's day or *on*; None for none."""
        if self.book is None:
            return Rate(self.to, self.to, ()) if base == self.to else None
        try:
            return self.book.rate(base, self.to, on=self.on if on is None else on, max_age=self._max_age)
        except RateNotFound:
            return None

    def _text_writer(self, currency: Currency) -> Format:
        choices = self._manner.choices({"digits": self._digits})
        return kept_format(self._manner.locale, currency, choices, "Display")

    def _html_writer(self, currency: Currency) -> Callable[[Decimal], Html]:
        return html_writer(self._manner.locale, currency, self._manner.choices({"digits": self._digits}))

    def _worth(self, currency: Currency) -> Worth | None:
        rate = self.rate(currency)
        return None if rate is None else Worth(rate, self._manner)

    def _worth_writer(self, currency: Currency) -> Callable[[Decimal], str]:
        worth = None if currency == self.to else self._worths[currency]
        return _nothing if worth is None else worth_writer(worth.rate, self._manner)

    def _alone(self, worth: Worth, amount: Decimal) -> str:
        """Return the worth of a line that stands beside no total."""
        return worth_writer(worth.rate, self._manner)(amount)


def warm(locales: Iterable[str]) -> None:
    """Load what displays in *locales* need, so that the first page of a process need not wait for it.

    >>> warm(["kk-KZ"])
    """
    for locale in locales:
        kept_format(locale, Currency("USD"), {"style": "display", "symbols": "safe"}, "warm")


def _refusal(value: object) -> TypeError:
    kind = type(value)
    name = kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"
    return TypeError(f"a display prints Money, not {name}: pass Money(amount, currency)")


def _nothing(amount: Decimal) -> str:  # noqa: ARG001 -- stands where a worth is written
    return ""


def _outward(low: Fraction, high: Fraction) -> tuple[Decimal, Decimal]:
    """Round bounds away from each other, with one digit more than the doubt has."""
    width = high - low
    if width:
        places = 1 + leading_place(1 / width)
        return rounded_fraction(low, places, ROUND_FLOOR), rounded_fraction(high, places, ROUND_CEILING)
    places = _BOUND_DIGITS - (leading_place(abs(low)) if low else 0)
    ends = rounded_fraction(low, places, ROUND_FLOOR), rounded_fraction(high, places, ROUND_CEILING)
    return ends[0].normalize(CONTEXT), ends[1].normalize(CONTEXT)
