"""The choices that every format takes, their checks, and their one hashable form."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, TypeAlias, TypedDict, get_args

from cafx.core.currency import Currency, currency_in_use
from cafx.core.decimals import MAX_PLACE
from cafx.core.text import printable
from cafx.errors import AmountError, ParseError

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "Choices",
    "Digits",
    "Notation",
    "Numbering",
    "Options",
    "Sign",
    "Style",
    "Symbols",
    "options_of",
    "require_money",
]

#: How the currency is written: CLDR's symbol, its narrow symbol (which currencies share), the
#: code, the name in words, the symbol with negative amounts as book-keepers write them, or the
#: word that people use.
Style: TypeAlias = Literal["symbol", "narrow", "code", "name", "accounting", "local"]
#: Whether large numbers are written out or with a word: 13 000 000 000 000, 13 трлн, 13 триллион.
Notation: TypeAlias = Literal["standard", "compact", "compact_long"]
#: Decimals: the currency's (CLDR), none, the currency's or none where all are zero, what cash can
#: pay, or so many.
Digits: TypeAlias = Literal["currency", "whole", "auto", "cash"] | int
#: When a sign is printed. ``auto``: a minus below zero, once rounded; ``keep``: also before a
#: zero that came from below, as ICU and Babel do; ``always``: a plus or a minus, the zero's own
#: too; ``except_zero``: a plus or a minus, none before zero; ``never``.
Sign: TypeAlias = Literal["auto", "keep", "always", "except_zero", "never"]
#: CLDR's symbols, or only such as every device can show and every reader tell apart.
Symbols: TypeAlias = Literal["cldr", "safe"]
#: The digits 0 to 9, or the locale's native ones.
Numbering: TypeAlias = Literal["latn", "native"]

_CHOICES: Final = {
    "style": frozenset(get_args(Style)),
    "notation": frozenset(get_args(Notation)),
    "sign": frozenset(get_args(Sign)),
    "symbols": frozenset(get_args(Symbols)),
    "numbering": frozenset(get_args(Numbering)),
}
_DIGITS: Final = frozenset({"currency", "whole", "auto", "cash"})
_ROUNDINGS: Final = frozenset(
    (
        "ROUND_CEILING ROUND_DOWN ROUND_FLOOR ROUND_HALF_DOWN ROUND_HALF_EVEN ROUND_HALF_UP ROUND_UP "
        "ROUND_05UP"
    ).split()
)
_MAX_WORD: Final = 40


class Choices(TypedDict, total=False):
    """The keywords of ``format_money``, for the functions that pass them on."""

    style: Style
    notation: Notation
    digits: Digits
    significant: int | None
    sign: Sign
    rounding: str
    symbols: Symbols
    numbering: Numbering
    words: Mapping[str, str] | None


class Options(NamedTuple):
    """Checked choices; ``words`` as sorted pairs, so that all of it is hashable."""

    style: Style = "symbol"
    notation: Notation = "standard"
    digits: Digits = "currency"
    significant: int | None = None
    sign: Sign = "auto"
    rounding: str = ROUND_HALF_EVEN
    symbols: Symbols = "cldr"
    numbering: Numbering = "latn"
    words: tuple[tuple[Currency, str], ...] = ()


def require_money(value: object, what: str) -> None:
    """Refuse what is no ``Money``, with the remedy.

    Raises:
        TypeError: *value* is of another type.
    """
    if not hasattr(value, "amount") or not hasattr(value, "currency"):
        message = f"{what} writes Money, not {type(value).__name__}: pass Money(amount, currency)"
        raise TypeError(message)


def options_of(choices: Choices) -> Options:
    """Check *choices* and put them in their hashable form.

    Raises:
        ParseError: a choice that there is not, or a word that could be read as a number.
        AmountError: more digits than there are, or *digits* beside *significant*.
        TypeError: a keyword that there is not.

    >>> options_of({"style": "code", "digits": 3}).digits
    3
    """
    words = {currency_in_use(code): word for code, word in (choices.get("words") or {}).items()}
    rest = {name: value for name, value in choices.items() if name != "words"}
    options = Options(**rest, words=tuple(sorted(words.items())))  # type: ignore[arg-type]
    for what, known in _CHOICES.items():
        _check_choice(what, getattr(options, what), known)
    _check_choice("rounding", options.rounding, _ROUNDINGS)
    _check_digits(options.digits, options.significant)
    for code, word in options.words:
        if not isinstance(word, str) or not 0 < len(word) <= _MAX_WORD or any(map(str.isdigit, word)):
            message = (
                f"the word for {code} is {printable(word)}: it takes 1 to {_MAX_WORD} characters, no digits"
            )
            raise ParseError(message, text=str(word)[:_MAX_WORD])
    return options


def _check_choice(what: str, value: object, known: frozenset[str]) -> None:
    if not isinstance(value, str) or value not in known:
        message = f"{what} {printable(value)} is none of {', '.join(sorted(known))}"
        raise ParseError(message, text=str(value)[:_MAX_WORD])


def _check_digits(digits: object, significant: object) -> None:
    if significant is not None and (
        type(significant) is not int or not 1 <= significant <= MAX_PLACE or digits != "currency"
    ):
        message = f"significant digits go from 1 to {MAX_PLACE}, and leave no room for digits="
        raise AmountError(message)
    if isinstance(digits, str) and digits.startswith("significant"):
        message = f"digits {printable(digits)}: pass significant=3 for three significant digits"
        raise ParseError(message, text=digits[:_MAX_WORD])
    if isinstance(digits, str):
        _check_choice("digits", digits, _DIGITS)
    elif type(digits) is not int or not 0 <= digits <= MAX_PLACE:
        message = f"digits {digits!r}: a word such as 'auto', or decimals from 0 to {MAX_PLACE}"
        raise AmountError(message)
