"""Every exception and warning of cafx.

Messages are lower case and name the input and the remedy. The pieces are attributes, so that a
caller never has to read a message back. Every error can be pickled.
"""

from __future__ import annotations

# As in cafx itself: importing typing for it would cost more than this module.
TYPE_CHECKING = False

if TYPE_CHECKING:
    from datetime import date, timedelta

__all__ = [
    "AmountError",
    "CafxError",
    "CafxWarning",
    "CurrencyMismatch",
    "HistoryError",
    "OptionError",
    "ParseError",
    "RateNotFound",
    "RatesTooOld",
    "SourceError",
    "StaleRateWarning",
    "UnknownCurrency",
    "UnknownLocale",
]


class CafxError(Exception):
    """Whatever cafx raises on purpose, apart from a plain ``TypeError`` for a wrong type.

    >>> from cafx import Currency
    >>> try:
    ...     Currency("XYZ")
    ... except CafxError as error:
    ...     print(type(error).__name__)
    UnknownCurrency
    """


class AmountError(CafxError, ValueError):
    """A number that cafx will not take: not a plain decimal, not finite, or out of bounds.

    >>> from cafx import Money
    >>> Money("NaN", "KZT")
    Traceback (most recent call last):
    cafx.errors.AmountError: ...
    """

    def __init__(self, message: str, *, text: str = "") -> None:
        super().__init__(message)
        self.text = text


class CurrencyMismatch(AmountError, TypeError):
    """An operation on money of two currencies, which only a rate could bring together.

    >>> from cafx import Money
    >>> try:
    ...     Money(1, "KZT") + Money(1, "KGS")
    ... except CurrencyMismatch as error:
    ...     print(error.left, error.right)
    KZT KGS
    """

    def __init__(self, message: str, *, left: str = "", right: str = "") -> None:
        super().__init__(message)
        self.left = left
        self.right = right


class UnknownCurrency(CafxError, ValueError):
    """A code that no currency in use has; for a withdrawn one, with its successor and the day.

    >>> from cafx import Money
    >>> try:
    ...     Money(1, "TMM")
    ... except UnknownCurrency as error:
    ...     print(error.code, error.successor, error.since)
    TMM TMT 2009-01-01
    """

    def __init__(
        self, message: str, *, code: str = "", successor: str = "", since: date | None = None
    ) -> None:
        super().__init__(message)
        self.code = code
        self.successor = successor
        self.since = since


class UnknownLocale(CafxError, ValueError):
    """A tag that is not a locale of CLDR's; the message says what there is instead.

    >>> from cafx import Money, format_money
    >>> try:
    ...     format_money(Money(1, "KZT"), "xx_YY")
    ... except UnknownLocale as error:
    ...     print(error.locale)
    xx_YY
    """

    def __init__(self, message: str, *, locale: str = "") -> None:
        super().__init__(message)
        self.locale = locale


class ParseError(CafxError, ValueError):
    """Text that does not hold what was asked for: where, which text, and why.

    >>> from cafx import parse_money
    >>> try:
    ...     parse_money("a lot of tenge")
    ... except ParseError as error:
    ...     print(error)
    'a lot of tenge' holds no amount of money: write it as '13 trillion tenge'
    """

    def __init__(self, message: str, *, place: int | None = None, text: str = "", reason: str = "") -> None:
        super().__init__(message)
        self.place = place
        self.text = text
        self.reason = reason or message


class OptionError(CafxError, ValueError):
    """An argument that there is not: an unknown style, kind, language, or two that exclude each other.

    ``option`` is the argument's name, ``value`` what was passed.

    >>> from cafx import Money, format_money
    >>> try:
    ...     format_money(Money(1, "KZT"), "kk", style="loud")
    ... except OptionError as error:
    ...     print(error.option, error.value)
    style loud
    """

    def __init__(self, message: str, *, option: str = "", value: object = None) -> None:
        super().__init__(message)
        self.option = option
        self.value = value


class RateNotFound(CafxError, LookupError):
    """No quotation answers for a pair on a day; ``known`` says in words what there is.

    >>> from cafx import RateBook
    >>> try:
    ...     RateBook.bundled().rate("KZT", "USD", on="1990-01-01")
    ... except RateNotFound as error:
    ...     print(error.pair, error.on)
    KZT/USD 1990-01-01
    """

    def __init__(
        self, message: str, *, base: str = "", quote: str = "", on: date | None = None, known: str = ""
    ) -> None:
        super().__init__(message)
        self.base = base
        self.quote = quote
        self.on = on
        self.known = known

    @property
    def pair(self) -> str:
        """The pair as it is printed, such as ``"KZT/USD"``."""
        return f"{self.base}/{self.quote}"


class RatesTooOld(CafxError):
    """Live rates that no source has confirmed for longer than was allowed.

    ``age`` is how long ago a source last answered; ``last_error`` is why the last fetch gave nothing, in
    words, or nothing where none has failed.

    >>> from cafx.testing import FixedRates
    >>> rates = FixedRates({"USD/KZT": "520.20"})
    >>> rates.fail()
    >>> rates.move(days=8)
    >>> try:
    ...     rates.now()
    ... except RatesTooOld as error:
    ...     print(error.age, "|", error.last_error)
    8 days, 0:00:00 | the banks are down, as fail() says
    """

    def __init__(self, message: str, *, age: timedelta | None = None, last_error: str = "") -> None:
        super().__init__(message)
        self.age = age
        self.last_error = last_error


class SourceError(CafxError):
    """A source that gave no rates.

    ``cause`` is one word: ``unavailable`` (not reached, or too slow), ``refused`` (it does not
    have the day, or does not answer this caller) or ``changed`` (it sent another document than it used to).
    ``retry_after`` is how many seconds the source asked to be left alone for, where it said so.

    >>> from cafx.sources import NBK
    >>> try:
    ...     NBK().parse(b"<html><title>Maintenance</title></html>")
    ... except SourceError as error:
    ...     print(error.source, error.cause)
    NBK changed
    """

    def __init__(
        self, message: str, *, source: str = "", cause: str = "", retry_after: float | None = None
    ) -> None:
        super().__init__(message)
        self.source = source
        self.cause = cause
        self.retry_after = retry_after


class HistoryError(CafxError):
    """A history file that cannot be read or written; ``path`` says which.

    >>> from cafx import History
    >>> with History("/") as history:
    ...     history.book()
    Traceback (most recent call last):
    cafx.errors.HistoryError: ...
    """

    def __init__(self, message: str, *, path: str = "") -> None:
        super().__init__(message)
        self.path = path


class CafxWarning(UserWarning):
    """Whatever cafx warns of; turn it into an error with ``warnings.simplefilter``.

    >>> import warnings
    >>> with warnings.catch_warnings():
    ...     warnings.simplefilter("error", CafxWarning)
    """


class StaleRateWarning(CafxWarning):
    """The newest rate known is old, and the answer rests on it.

    >>> import warnings
    >>> from cafx import Money, Quotation, RateBook
    >>> old = Quotation("USD", "KZT", "520.1", as_of="2025-12-16", kind="official", source="NBK")
    >>> with warnings.catch_warnings():
    ...     warnings.simplefilter("error", StaleRateWarning)
    ...     RateBook([old]).convert(Money(1, "USD"), "KZT")
    Traceback (most recent call last):
    cafx.errors.StaleRateWarning: ...
    """
