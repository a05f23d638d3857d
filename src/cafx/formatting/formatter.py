"""``format_money`` and ``formatter``: amounts as each country writes them."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, TypeAlias, TypeVar, get_args

from cafx.currency import Currency
from cafx.decimals import MAX_PLACE
from cafx.errors import AmountError, ParseError, shown
from cafx.formatting.layout import Layout, layout_of
from cafx.formatting.locales import locale_of
from cafx.formatting.plan import Plan, Sign
from cafx.formatting.plurals import OTHER
from cafx.formatting.precision import fixed, floating
from cafx.formatting.quick import Format, quick

if TYPE_CHECKING:
    from collections.abc import Mapping

    from babel import Locale

    from cafx.formatting.locale_data import LocaleData, Pattern
    from cafx.formatting.precision import Shown
    from cafx.money import Money

__all__ = ["Digits", "Notation", "Options", "Style", "format_money", "formatter", "plan_of"]

#: How the currency is written: CLDR's symbol, its narrow symbol, the code, the name in words,
#: the symbol with negative amounts as book-keepers write them, or the word that people use.
Style: TypeAlias = Literal["symbol", "narrow", "code", "name", "accounting", "local"]
#: Whether large numbers are written out or with a word: 13 000 000 000 000, 13 трлн, 13 триллион.
Notation: TypeAlias = Literal["standard", "compact", "compact_long"]
#: Decimals: the currency's (CLDR), none, the currency's or none where all are zero, what cash can
#: pay, or so many.
Digits: TypeAlias = Literal["currency", "whole", "auto", "cash"] | int

_STYLES: Final = frozenset(get_args(Style))
_NOTATIONS: Final = frozenset(get_args(Notation))
_SIGNS: Final = frozenset(get_args(Sign))
_DIGITS: Final = frozenset(("currency", "whole", "auto", "cash"))
T = TypeVar("T")


class Options(NamedTuple):
    """How to write: what ``format_money`` takes beside money and locale."""

    style: Style = "symbol"
    notation: Notation = "standard"
    digits: Digits = "currency"
    significant: int | None = None
    sign: Sign = "auto"
    rounding: str = ROUND_HALF_EVEN


def format_money(
    money: Money,
    locale: str | Locale,
    *,
    style: Style = "symbol",
    notation: Notation = "standard",
    digits: Digits = "currency",
    significant: int | None = None,
    sign: Sign = "auto",
    rounding: str = ROUND_HALF_EVEN,
) -> str:
    r"""Write *money* as the locale's country does.

    Args:
        money: what to write.
        locale: in Babel's or BCP 47's spelling, or a Babel ``Locale``.
        style: how the currency is written: ``symbol``, ``narrow`` (the shortest sign, which other
            currencies may share), ``code``, ``name`` (in words), ``accounting`` (as ``symbol``, but
            negative amounts as book-keepers write them).
        notation: ``standard``; ``compact`` (13 trn) or ``compact_long`` (13 trillion), in which
            ``digits`` other than ``whole`` and a number mean one decimal below ten, else none.
        digits: decimals: ``currency`` (as CLDR has it), ``whole``, ``auto`` (none where they are
            all zero), ``cash`` (what cash can pay), or a number of them.
        significant: at most so many significant digits, instead of *digits*.
        sign: when to print one: ``auto`` (a minus below zero, once rounded), ``keep`` (a minus
            also before a zero that came from below, as ICU and Babel print), ``always``,
            ``except_zero``, ``never``.
        rounding: one of ``decimal``'s modes.

    Raises:
        UnknownLocale: CLDR has no such locale.
        ParseError, AmountError: an option that there is not.

    >>> from cafx import Money
    >>> salary = Money("450000.5", "KZT")
    >>> format_money(salary, "kk_KZ"), format_money(salary, "en", style="code", digits="whole")
    ('450\xa0000,50\xa0₸', 'KZT\xa0450,000')
    >>> format_money(Money("13000000000000", "KZT"), "kk-KZ", notation="compact")
    '13\xa0трлн\xa0₸'
    """
    options = (style, notation, digits, significant, sign, rounding)
    return _format_of(locale, money.currency, *options)(money.amount)


def formatter(
    locale: str | Locale,
    currency: str,
    *,
    style: Style = "symbol",
    notation: Notation = "standard",
    digits: Digits = "currency",
    significant: int | None = None,
    sign: Sign = "auto",
    rounding: str = ROUND_HALF_EVEN,
) -> Format:
    r"""Compile a function that writes amounts of *currency*.

    The arguments are those of ``format_money``, which runs over a bounded cache of such functions.

    >>> show = formatter("uz_UZ", "UZS", digits="auto")
    >>> show(8_560_400), show("1234.5")
    ('8\xa0560\xa0400\xa0soʻm', '1\xa0234,50\xa0soʻm')
    """
    options = (style, notation, digits, significant, sign, rounding)
    return _format_of(locale, Currency(currency), *options)


@lru_cache(maxsize=1024, typed=True)
def _format_of(  # noqa: PLR0917 -- the cache keys on positions
    locale: str | Locale,
    currency: Currency,
    style: Style,
    notation: Notation,
    digits: Digits,
    significant: int | None,
    sign: Sign,
    rounding: str,
) -> Format:
    return quick(plan_of(locale, currency, Options(style, notation, digits, significant, sign, rounding)))


def plan_of(locale: str | Locale, currency: Currency, options: Options) -> Plan:
    """Look up everything that printing needs."""
    from cafx.formatting.locale_data import data_of

    style, notation = options.style, options.notation
    _check_choice("style", style, _STYLES)
    _check_choice("notation", notation, _NOTATIONS)
    _check_choice("sign", options.sign, _SIGNS)
    data = data_of(locale_of(locale))
    symbol = _symbol(data, currency, style)
    if style == "name":
        base = layout_of(data.decimal, data.numbers)
    else:
        base = layout_of(data.accounting if style == "accounting" else data.standard, data.numbers, symbol)
    layouts: dict[int, dict[str, Layout]] = {0: {OTHER: base}}
    scales: dict[int, int] = {}
    minimum = data.numbers.minimum
    if notation != "standard":
        minimum = max(2, minimum)
        kind = "currency"
        if style == "name":
            kind = "short" if notation == "compact" else "long"
        for power, patterns in data.compact(kind).items():
            if _is_wordless(patterns[OTHER]):
                scales[power] = 0
                continue
            scales[power] = power - patterns[OTHER].zeros + 1
            layouts[power] = _distinct(
                {
                    category: layout_of(pattern, data.numbers, symbol, is_compact=True)
                    for category, pattern in patterns.items()
                }
            )
    return Plan(
        numbers=data.numbers,
        minimum=minimum,
        shown=_shown(currency, options, scales),
        layouts=layouts,
        names=_distinct(data.names(currency)) if style == "name" else {},
        plural=data.plural,
        sign=options.sign,
    )


def _check_choice(what: str, value: object, known: frozenset[str]) -> None:
    if value not in known:
        message = f"{what} {shown(value)} is none of {', '.join(sorted(known))}"
        raise ParseError(message, text=str(value)[:40])


def _symbol(data: LocaleData, currency: Currency, style: Style) -> str:
    if style == "code":
        return str(currency)
    if style == "narrow":
        return data.narrow_symbol(currency)
    return data.symbol(currency)


def _shown(currency: Currency, options: Options, scales: Mapping[int, int]) -> Shown:
    """Give what rounds amounts to the digits that are asked for."""
    from babel.core import get_global

    digits, rounding = _checked_digits(options), options.rounding
    if options.significant is not None:
        rest = options.significant - 1
        return floating(lambda first, _: first - rest, scales, rounding)
    if options.notation != "standard":
        if isinstance(digits, int):
            return floating(lambda _, scale: scale - digits, scales, rounding, is_stripped=False)
        if digits == "whole":
            return floating(lambda _, scale: scale, scales, rounding)
        # ICU's rule: whole where that leaves two digits or more, else two digits.
        return floating(lambda first, scale: scale if first > scale else first - 1, scales, rounding)
    if isinstance(digits, int):
        return fixed(digits, rounding)
    fractions = get_global("currency_fractions")
    usual, _, cash, step = fractions.get(currency, fractions["DEFAULT"])
    if digits == "cash":
        return fixed(cash, rounding, step=step or 1)
    return fixed(0 if digits == "whole" else usual, rounding, is_stripped=digits == "auto")


def _checked_digits(options: Options) -> Digits:
    digits, significant = options.digits, options.significant
    if significant is not None:
        if type(significant) is not int or not 1 <= significant <= MAX_PLACE or digits != "currency":
            message = f"significant digits go from 1 to {MAX_PLACE}, and leave no room for digits="
            raise AmountError(message)
    elif isinstance(digits, int):
        if type(digits) is bool or not 0 <= digits <= MAX_PLACE:
            message = f"digits {digits!r}: decimals go from 0 to {MAX_PLACE}"
            raise AmountError(message, text=str(digits)[:40])
    else:
        _check_choice("digits", digits, _DIGITS)
    return digits


def _is_wordless(pattern: Pattern) -> bool:
    """Whether a pattern is CLDR's way to say that this power of ten has no word."""
    return not (pattern.prefix + pattern.suffix).replace("¤", "").strip(" \u00a0\u202f\u200e\u200f")


def _distinct(by_category: dict[str, T]) -> dict[str, T]:
    """Keep one entry where all categories have the same."""
    if all(value == by_category[OTHER] for value in by_category.values()):
        return {OTHER: by_category[OTHER]}
    return by_category
