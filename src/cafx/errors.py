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
    """Whatever cafx raises on purpose, apart from a plain ``TypeError`` for a wrong type."""


class AmountError(CafxError, ValueError):
    """A number that cafx will not take: not a plain decimal, not finite, or out of bounds."""

    def __init__(self, message: str, *, text: str = "") -> None:
        super().__init__(message)
        self.text = text


class CurrencyMismatch(AmountError, TypeError):
    """An operation on money of two currencies, which only a rate could bring together."""

    def __init__(self, message: str, *, left: str = "", right: str = "") -> None:
        super().__init__(message)
        self.left = left
        self.right = right


class UnknownCurrency(CafxError, ValueError):
    """A code that no currency in use has; for a withdrawn one, with its successor and the day."""

    def __init__(
        self, message: str, *, code: str = "", successor: str = "", since: date | None = None
    ) -> None:
        super().__init__(message)
        self.code = code
        self.successor = successor
        self.since = since


class UnknownLocale(CafxError, ValueError):
    """A tag that is not a locale of CLDR's; the message says what there is instead."""

    def __init__(self, message: str, *, locale: str = "") -> None:
        super().__init__(message)
        self.locale = locale


class ParseError(CafxError, ValueError):
    """Text that does not hold what was asked for: where, which text, and why."""

    def __init__(self, message: str, *, place: int | None = None, text: str = "", reason: str = "") -> None:
        super().__init__(message)
        self.place = place
        self.text = text
        self.reason = reason or message


class OptionError(CafxError, ValueError):
    """An argument that there is not: an unknown style, kind, language, or two that exclude each other.

    ``option`` is the argument's name, ``value`` what was passed.
    """

    def __init__(self, message: str, *, option: str = "", value: object = None) -> None:
        super().__init__(message)
        self.option = option
        self.value = value


class RateNotFound(CafxError, LookupError):
    """No quotation answers for a pair on a day; ``known`` says in words what there is."""

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
    """

    def __init__(self, message: str, *, age: timedelta | None = None, last_error: str = "") -> None:
        super().__init__(message)
        self.age = age
        self.last_error = last_error


class SourceError(CafxError):
    """A source that gave no rates.

    ``cause`` is one word: ``unavailable`` (not reached, or too slow), ``refused`` (it was asked for
    what it does not give, or turned the caller away) or ``changed`` (it is not what it used to be).
    ``retry_after`` is how many seconds the source asked to be left alone for, where it said so.
    """

    def __init__(
        self, message: str, *, source: str = "", cause: str = "", retry_after: float | None = None
    ) -> None:
        super().__init__(message)
        self.source = source
        self.cause = cause
        self.retry_after = retry_after


class HistoryError(CafxError):
    """A history file that cannot be read or written; ``path`` says which."""

    def __init__(self, message: str, *, path: str = "") -> None:
        super().__init__(message)
        self.path = path


class CafxWarning(UserWarning):
    """Whatever cafx warns of; turn it into an error with ``warnings.simplefilter``."""


class StaleRateWarning(CafxWarning):
    """The newest rate known is old, and the answer rests on it."""
