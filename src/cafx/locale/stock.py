"""What Babel's own data say about a locale, as plain text: the only module that reads them.

Two faults of Babel are kept out here: it adds up plural categories in the caller's decimal context, and
what an alias leads to depends on which locale was asked for first (so no accounting pattern is taken).
"""

from __future__ import annotations

from decimal import Decimal, localcontext
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from cafx.core.decimals import CONTEXT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from babel import Locale

__all__ = ["cldr_version", "fractions_of", "native_system", "stock_compact", "stock_names", "stock_text"]

#: Powers of ten that may have words of their own: thousand to hundred trillion, Japanese to 10^19.
_POWERS: Final = range(3, 20)
#: A key of ours for each of Babel's signs, with the key that it stands in for where there is none.
_SIGNS: Final = {
    "decimal": ("decimal", ""),
    "group": ("group", ""),
    "currency_decimal": ("currencyDecimal", "decimal"),
    "currency_group": ("currencyGroup", "group"),
    "minus": ("minusSign", ""),
    "plus": ("plusSign", ""),
    "percent": ("percentSign", ""),
    "about": ("approximatelySign", ""),
}


@lru_cache(maxsize=1)
def cldr_version() -> int:
    """Return which CLDR the Babel installed has."""
    from babel.core import get_cldr_version

    return int(get_cldr_version().split(".")[0])


def native_system(locale: Locale) -> str:
    """Return the name of the numbering system whose digits are native to *locale*.

    >>> from babel import Locale
    >>> native_system(Locale("fa")), native_system(Locale("kk"))
    ('arabext', 'latn')
    """
    return str(locale.other_numbering_systems.get("native", "latn"))


def fractions_of(currency: str) -> str:
    """Return decimals, decimals of cash and the step of cash, such as ``"2 0 0"``."""
    from babel.core import get_global

    every = get_global("currency_fractions")
    digits, _, cash, step = every.get(currency, every["DEFAULT"])
    return f"{digits} {cash} {step}"


def stock_text(locale: Locale, key: str) -> str:
    """Return what Babel has for *key*, or nothing.

    Args:
        locale: Babel's.
        key: such as ``symbol:USD``, ``unit:other``, ``latn:group``, ``arab:standard`` (what Babel lacks for
            a system is as with the digits 0 to 9).
    """
    what, _, rest = key.partition(":")
    if what == "symbol":
        return str(locale.currency_symbols.get(rest, ""))
    if rest in _PATTERNS:
        return str(_PATTERNS[rest](locale))
    if rest not in _SIGNS:
        return ""
    own, instead = _SIGNS[rest]
    known = (signs.get(name) for name in (own, instead) for signs in _signs(locale, what))
    return next((str(sign) for sign in known if sign), "")


@lru_cache(maxsize=128)
def _signs(locale: Locale, system: str) -> tuple[Mapping[str, str], ...]:
    """Return the signs of a numbering system and of the digits 0 to 9: a look-up costs Babel 20 µs."""
    every = locale.number_symbols
    return tuple(every[name] for name in dict.fromkeys((system, "latn")) if name in every)


_PATTERNS: Final = {
    "standard": lambda locale: locale.currency_formats["standard"].pattern,
    "number": lambda locale: locale.decimal_formats[None].pattern,
    "percentage": lambda locale: locale.percent_formats[None].pattern,
}


def stock_compact(locale: Locale, kind: str) -> dict[int, dict[str, str]]:
    """Return compact patterns by power of ten and plural category.

    Args:
        locale: Babel's.
        kind: ``currency`` beside a symbol, ``short`` or ``long`` beside a name.
    """
    if kind == "currency":
        formats = locale.compact_currency_formats["short"]
    else:
        every = locale.compact_decimal_formats
        # Chinese has no long words: they are the short ones (an alias in CLDR's root).
        formats = every["long" if kind == "long" and "long" in every else "short"]
    table: dict[int, dict[str, str]] = {}
    for category, patterns in formats.items():
        for power in _POWERS:
            found = patterns.get(str(10**power))
            if found is not None:
                table.setdefault(power, {})[str(category)] = found.pattern
    return table


def stock_names(locale: Locale, currency: str) -> dict[str, tuple[str, str]]:
    """Return for each plural category the name of *currency* and the pattern that joins it to a number."""
    from babel.numbers import get_currency_name, get_currency_unit_pattern

    with localcontext(CONTEXT):
        return {
            category: (
                get_currency_name(currency, count=count, locale=locale),
                get_currency_unit_pattern(currency, count=count, locale=locale),
            )
            for category, count in _samples(locale).items()
        }


@lru_cache(maxsize=64)
def _samples(locale: Locale) -> dict[str, Decimal | int]:
    """Return for each plural category a number that is in it: Babel takes only numbers."""
    samples: dict[str, Decimal | int] = {}
    for number in (*range(200), 1_000_000, Decimal("0.5"), Decimal("1.5")):
        samples.setdefault(locale.plural_form(number), number)
    return samples
