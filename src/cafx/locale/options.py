"""The options that every format takes: each with its type, its default and its check, written once.

From the two classes below come the keywords that type checkers know, the checks, the defaults and the
hashable form by which plans and compiled formats are kept.
"""
# No ``from __future__ import annotations``: the options are read from the annotations at run time.

from collections.abc import Callable, Collection, Mapping
from decimal import ROUND_HALF_EVEN
from typing import Annotated, Final, Literal, NamedTuple, TypeAlias, TypedDict, cast, get_args

from cafx.core.currency import currency_in_use
from cafx.core.decimals import MAX_PLACE, ROUNDINGS
from cafx.core.text import printable
from cafx.errors import OptionError

__all__ = [
    "Choices",
    "Digits",
    "Key",
    "Notation",
    "Numbering",
    "Sign",
    "Spaces",
    "Style",
    "Symbols",
    "Wording",
    "chosen",
    "option_key",
    "require_wording",
]

#: How the currency is written; ``Wording`` says what each style is.
Style: TypeAlias = Literal["symbol", "narrow", "code", "name", "accounting", "local", "display", "none"]
#: Whether large numbers are written out or with a word: 13 000 000 000 000, 13 трлн, 13 триллион.
Notation: TypeAlias = Literal["standard", "compact", "compact_long"]
#: Decimals: the currency's (CLDR), none, the currency's or none where all are zero, what cash can
#: pay, those that the amount came with, so many, or at least and at most so many.
Digits: TypeAlias = Literal["currency", "whole", "auto", "cash", "given"] | int | tuple[int, int]
#: When a sign is printed. ``auto``: a minus below zero, once rounded; ``keep``: also before a
#: zero that came from below, as ICU and Babel do; ``always``: a plus or a minus, the zero's own
#: too; ``except_zero``: a plus or a minus, none before zero; ``never``.
Sign: TypeAlias = Literal["auto", "keep", "always", "except_zero", "never"]
#: CLDR's symbols, or only such as every device can show and every reader tell apart, or ASCII.
Symbols: TypeAlias = Literal["cldr", "safe", "ascii"]
#: CLDR's spaces, most of which break no line, or the space bar's.
Spaces: TypeAlias = Literal["cldr", "plain"]
#: The digits 0 to 9, or the locale's native ones.
Numbering: TypeAlias = Literal["latn", "native"]
#: Words by currency code.
Words: TypeAlias = Mapping[str, str] | tuple[tuple[str, str], ...] | None
#: Codes of currencies.
Codes: TypeAlias = tuple[str, ...] | list[str]
#: The options that are not the default, in the order of their declaration: hashable.
Key: TypeAlias = tuple[tuple[str, object], ...]

_DIGITS: Final = get_args(get_args(Digits)[0])
_MAX_WORD: Final = 40
#: What is offered where nothing is said: the five, their neighbours' and the world's.
NINE: Final = ("CNY", "EUR", "KGS", "KZT", "RUB", "TJS", "TMT", "USD", "UZS")
_SHORT: Final = 10**20  # numbers from here on are not shown in messages


class _Option(NamedTuple):
    """The default of an option, and what refuses all that it cannot be or gives its hashable form."""

    default: object
    checked: Callable[[str, object], object]


def _one_of(known: object) -> Callable[[str, object], object]:
    """Return a check that takes one of *known*: words, or a ``Literal`` of them."""
    words = frozenset(known if isinstance(known, list) else get_args(known))

    def checked(name: str, value: object) -> object:
        if not isinstance(value, str) or value not in words:
            raise _not_one_of(name, value, words)
        return value

    return checked


def _not_one_of(name: str, value: object, words: Mapping[str, object] | frozenset[str]) -> OptionError:
    text = f"{name} {printable(value)} is not one of {', '.join(sorted(words))}"
    return OptionError(text, option=name, value=value)


def _checked_digits(name: str, value: object) -> object:
    if type(value) is tuple and len(value) == 2:  # noqa: PLR2004 -- the least and the most
        least, most = (_checked_count(name, end, 0) for end in value)
        if not isinstance(least, int) or not isinstance(most, int) or least > most:
            text = f"digits {value}: the least number of decimals is above the most"
            raise OptionError(text, option=name, value=value)
        return value
    if isinstance(value, str):
        if value.startswith("significant"):
            text = f"digits {printable(value)}: pass significant=3 for three significant digits"
            raise OptionError(text, option=name, value=value)
        if value in _DIGITS:
            return value
    return _checked_count(name, value, 0)


def _checked_significant(name: str, value: object) -> object:
    return value if value is None else _checked_count(name, value, 1)


def _checked_count(name: str, value: object, least: int) -> object:
    if type(value) is not int or not least <= value <= MAX_PLACE:
        words = f", or one of {', '.join(sorted(_DIGITS))}" if name == "digits" else ""
        is_short = isinstance(value, float) or (isinstance(value, int) and abs(value) < _SHORT)
        shown = repr(value) if is_short else printable(value)
        text = f"{name} {shown} is not a whole number from {least} to {MAX_PLACE}{words}"
        raise OptionError(text, option=name, value=value)
    return value


def _checked_words(name: str, value: object) -> object:
    if isinstance(value, Mapping):
        value = tuple(value.items())
    words = {
        currency_in_use(code): word for code, word in cast("tuple[tuple[str, object], ...]", value or ())
    }
    for code, word in words.items():
        if not isinstance(word, str) or not 0 < len(word) <= _MAX_WORD or any(map(str.isdigit, word)):
            text = (
                f"the word for {code} is {printable(word)}: it takes 1 to {_MAX_WORD} characters, no digits"
            )
            raise OptionError(text, option=name, value=word)
    return tuple(sorted(words.items()))


def _checked_codes(name: str, value: object) -> object:
    if not isinstance(value, tuple | list):
        text = f"{name} is {printable(value)}: pass a list of codes, such as ['KZT', 'USD']"
        raise OptionError(text, option=name, value=value)
    return tuple(sorted(map(currency_in_use, value)))


class Wording(TypedDict, total=False):
    """How a currency and digits are written; every format takes these.

    Attributes:
        style: how the currency is written: ``symbol``; ``narrow``, the shortest sign, which other
            currencies may share; ``code``; ``name``, in words; ``accounting``, as ``symbol`` but with
            negative amounts as book-keepers write them; ``local``, the word that people use;
            ``display``, that word, else the narrow sign where no other currency that is offered has it,
            else the code; ``none``, no currency.
        symbols: ``safe`` writes сом or KGS for U+20C0, which few phones can show, and TMT in Latin
            letters in Russian; ``ascii`` takes the code for a sign that is not ASCII (and so'm for soʻm),
            ASCII signs for numbers and no marks of direction.
        spaces: ``plain`` for the space bar's in place of those that break no line.
        numbering: ``native`` for the locale's own digits; a tag such as ``fa-IR-u-nu-arabext`` says so too.
        words: your own words by currency code, for ``style="local"`` and ``"display"``.
        offered: the codes of the currencies that stand beside each other, for ``style="display"``.
    """

    style: Annotated[Style, _Option("symbol", _one_of(Style))]
    symbols: Annotated[Symbols, _Option("cldr", _one_of(Symbols))]
    spaces: Annotated[Spaces, _Option("cldr", _one_of(Spaces))]
    numbering: Annotated[Numbering, _Option("latn", _one_of(Numbering))]
    words: Annotated[Words, _Option((), _checked_words)]
    offered: Annotated[Codes, _Option(NINE, _checked_codes)]


class Choices(Wording, total=False):
    r"""The options of ``format_money`` and of what writes amounts as it does.

    Attributes:
        notation: ``standard``; ``compact`` (13 трлн) or ``compact_long`` (13 триллион, with
            ``style="name"``; CLDR has no long form beside a symbol).
        digits: decimals: ``currency``, as CLDR has it; ``whole``; ``auto``, none where they are all
            zero; ``cash``, what cash can pay; ``given``, those that the amount came with; a number of
            them; or a pair, at least and at most so many. In compact notation all but ``whole`` and
            numbers mean one decimal below ten, else none.
        significant: at most so many significant digits, instead of *digits*.
        sign: when to print one: ``auto``, a minus below zero once rounded; ``keep``, a minus also
            before a zero that came from below, as ICU and Babel do; ``always``; ``except_zero``;
            ``never``.
        rounding: one of ``decimal``'s modes. JavaScript's default is half-up: 0.125 is 0,13 there.

    >>> from cafx import Money, format_money
    >>> choices: Choices = {"style": "code", "digits": 0}
    >>> format_money(Money(13500, "KZT"), "en", **choices)
    'KZT\xa013,500'
    """

    notation: Annotated[Notation, _Option("standard", _one_of(Notation))]
    digits: Annotated[Digits, _Option("currency", _checked_digits)]
    significant: Annotated[int | None, _Option(None, _checked_significant)]
    sign: Annotated[Sign, _Option("auto", _one_of(Sign))]
    rounding: Annotated[str, _Option(ROUND_HALF_EVEN, _one_of(list(ROUNDINGS)))]


_OPTIONS: Final[dict[str, _Option]] = {
    name: annotation.__metadata__[0] for name, annotation in Choices.__annotations__.items()
}
_WORDING: Final = Wording.__annotations__.keys()
_DEFAULTS: Final = cast("Choices", {name: option.default for name, option in _OPTIONS.items()})


def option_key(choices: Choices, door: str = "a format") -> Key:
    """Return *choices*, checked, in their hashable form.

    Args:
        choices: options by name.
        door: the public function that was given them, for the message of an error.

    Raises:
        OptionError: a value that there is not, *digits* beside *significant*, or a word that could be
            read as a number.
        TypeError: an option that there is not.

    >>> option_key({"digits": 3, "style": "code", "sign": "auto"})
    (('style', 'code'), ('digits', 3))
    """
    given = {}
    for name, value in choices.items():
        option = _OPTIONS.get(name)
        if option is None:
            raise _no_option(door, name, _OPTIONS)
        given[name] = option.checked(name, value)
    if given.get("significant") is not None and given.get("digits", "currency") != "currency":
        text = "significant digits leave no room for digits=: pass one of the two"
        raise OptionError(text, option="significant", value=choices["significant"])
    return tuple(
        (name, given[name]) for name in _OPTIONS if name in given and given[name] != _OPTIONS[name].default
    )


def require_wording(choices: Wording, door: str) -> None:
    """Refuse options that are not ``Wording``'s, for functions whose digits follow from what they write.

    Raises:
        TypeError: an option that there is not.
    """
    if not choices.keys() <= _WORDING:
        name = next(name for name in choices if name not in _WORDING)
        raise _no_option(door, name, _WORDING)


def _no_option(door: str, name: str, known: Collection[str]) -> TypeError:
    return TypeError(f"{door} has no option {name!r}: there are {', '.join(known)}")


def chosen(key: Key) -> Choices:
    """Return all options, those in *key* and the defaults of the others.

    >>> chosen((("style", "code"),))["style"], chosen(())["notation"]
    ('code', 'standard')
    """
    return cast("Choices", {**_DEFAULTS, **dict(key)})
