"""What a locale says about writing numbers and currencies: Babel's public data, patched.

The only module that reads Babel's data. It gives plain strings and tuples, so that the rest of
the room is independent of Babel's classes.
"""

from __future__ import annotations

from decimal import Decimal, localcontext
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from cafx.core.decimals import CONTEXT
from cafx.locale.patches import COMPACT_PATCHES, NATIVE_DIGITS, PATCHES
from cafx.locale.plurals import EXACTLY_ONE, OTHER, Plural, plural_of
from cafx.locale.tags import lineage

if TYPE_CHECKING:
    from babel import Locale
    from babel.numbers import NumberPattern

    from cafx.core.currency import Currency

__all__ = ["LocaleData", "Numbers", "Pattern", "data_of"]

#: Powers of ten that may have words of their own: thousand to hundred trillion, Japanese to 10^19.
_POWERS: Final = range(3, 20)


class Pattern(NamedTuple):
    """What stands round a number: CLDR's affixes, quotes still in, ``¤`` for the currency.

    ``zeros`` are the digits that a compact pattern leaves, none where the word says the number too
    (``mille``); ``groups`` the sizes of the groups,
    the one at the point first (3 and 2 in India).
    """

    prefix: str
    suffix: str
    negative_prefix: str
    negative_suffix: str
    zeros: int = 1
    groups: tuple[int, int] = (3, 3)


class Numbers(NamedTuple):
    """How a locale writes a number.

    ``minimum`` is the least number of digits before the first separator; ``digits`` are the ten
    native digits, or empty for 0 to 9.
    """

    decimal: str
    group: str
    minus: str
    plus: str
    percent: str
    about: str
    digits: str
    minimum: int


class LocaleData(NamedTuple):
    """The data of one locale in one numbering system."""

    identifier: str
    locale: Locale
    numbers: Numbers
    standard: Pattern
    accounting: Pattern
    decimal: Pattern
    percent: Pattern
    plural: Plural
    cldr: int

    def symbol(self, currency: Currency) -> str:
        """Return the symbol, or the code where the locale has none."""
        patched = _patched(self.identifier, currency, "symbol", self.cldr)
        return patched or self.locale.currency_symbols.get(currency, str(currency))

    def narrow_symbol(self, currency: Currency) -> str:
        """Return the shortest symbol, which other currencies may share; else the usual one."""
        return _patched(self.identifier, currency, "narrow", self.cldr) or self.symbol(currency)

    def names(self, currency: Currency) -> dict[str, tuple[str, str]]:
        """Return for each plural category what stands round the number: the name as an affix."""
        from babel.numbers import get_currency_name, get_currency_unit_pattern

        names = {}
        with localcontext(CONTEXT):  # Babel finds the category with arithmetic of its own
            for category, count in _samples(self.locale).items():
                name = _patched(
                    self.identifier, currency, f"name {category}", self.cldr
                ) or get_currency_name(currency, count=count, locale=self.locale)
                pattern = _patched(self.identifier, "", "unit", self.cldr) or get_currency_unit_pattern(
                    currency, count=count, locale=self.locale
                )
                before, _, after = pattern.partition("{0}")
                names[category] = (before.replace("{1}", name), after.replace("{1}", name))
        return names

    def compact(self, notation: str) -> dict[int, dict[str, Pattern]]:
        """Return the patterns of each power of ten by plural category, and for exactly one of it.

        Args:
            notation: ``"currency"`` for thousands of a currency, ``"short"`` or ``"long"`` for
                plain numbers, which stand beside a name.
        """
        if patched := self._compact_patch(notation):
            return patched
        if notation == "currency":
            formats = self.locale.compact_currency_formats["short"]
        else:
            every = self.locale.compact_decimal_formats
            # Chinese has no long words: they are the short ones (an alias in CLDR's root).
            formats = every["long" if notation == "long" and "long" in every else "short"]
        patterns: dict[int, dict[str, Pattern]] = {}
        for category in (*self.plural.categories, EXACTLY_ONE):
            for power in _POWERS:
                found = formats.get(category, {}).get(str(10**power))
                if found is not None:
                    patterns.setdefault(power, {})[category] = _pattern_of(found)
        return patterns

    def _compact_patch(self, kind: str) -> dict[int, dict[str, Pattern]]:
        for locale in lineage(self.identifier):
            row = _COMPACT.get((locale, kind))
            if row is not None and self.cldr < row.until:
                return {
                    power: {
                        OTHER: _compact_pattern(row.pattern.replace("word", word) if word else "0", zeros)
                    }
                    for power, word, zeros in zip(_POWERS, row.words, row.zeros, strict=False)
                }
        return {}


def _patched(identifier: str, currency: str, what: str, cldr: int) -> str:
    """Return what a patch has for a locale or what it inherits from, else nothing."""
    for locale in (*lineage(identifier), ""):
        row = _PATCHES.get((locale, currency, what))
        if row is not None and (row.until is None or cldr < row.until):
            return row.right
    return ""


@lru_cache(maxsize=128)
def data_of(locale: Locale, system: str = "latn") -> LocaleData:
    """Return the data of *locale*, with the digits and signs of the numbering *system*."""
    from babel.core import get_cldr_version
    from babel.numbers import parse_pattern

    identifier = str(locale)
    # What CLDR has no sign for in a system is as with the digits 0 to 9.
    every = locale.number_symbols
    signs = {**every["latn"], **every.get(system, {})}
    digits = "" if system == "latn" else NATIVE_DIGITS[system]
    cldr = int(get_cldr_version().split(".")[0])
    standard, accounting = locale.currency_formats["standard"], _accounting(locale)
    apart = "" if system == "latn" else f" {system}"
    if own := _patched(identifier, "", "standard" + apart, cldr):
        standard = parse_pattern(own)
        accounting = parse_pattern(_patched(identifier, "", "accounting" + apart, cldr))
    numbers = Numbers(
        decimal=signs.get("currencyDecimal") or signs["decimal"],
        group=_patched(identifier, "", "group", cldr) or signs.get("currencyGroup") or signs["group"],
        minus=signs["minusSign"],
        plus=signs["plusSign"],
        percent=signs["percentSign"],
        about=signs.get("approximatelySign", "~"),
        digits=digits,
        minimum=int(_patched(identifier, "", "minimum", cldr) or 1),
    )
    return LocaleData(
        identifier=identifier,
        locale=locale,
        numbers=numbers,
        standard=_pattern_of(standard),
        accounting=_pattern_of(accounting),
        decimal=_pattern_of(locale.decimal_formats[None]),
        percent=_pattern_of(locale.percent_formats[None]),
        plural=plural_of(locale.plural_form.rules),
        cldr=cldr,
    )


def _accounting(locale: Locale) -> NumberPattern:
    """Return the accounting pattern, which is the standard one where a locale has none of its own.

    Babel writes what such a reference leads to into a parent's data once it is asked for there, and
    locales that are loaded later inherit that: Austrian amounts would have the symbol on the German
    side if German was asked for first.
    """
    from babel import Locale as Locales
    from babel.localedata import exists

    standard: NumberPattern = locale.currency_formats["standard"]
    accounting: NumberPattern = locale.currency_formats["accounting"]
    for tag in lineage(str(locale))[1:]:
        if accounting.pattern != standard.pattern and exists(tag):
            formats = Locales.parse(tag).currency_formats
            if accounting.pattern == formats["accounting"].pattern == formats["standard"].pattern:
                return standard
    return accounting


def _pattern_of(pattern: NumberPattern) -> Pattern:
    """Take the affixes of one of Babel's patterns."""
    (prefix, negative_prefix), (suffix, negative_suffix) = pattern.prefix, pattern.suffix
    return Pattern(prefix, suffix, negative_prefix, negative_suffix, pattern.int_prec[0], pattern.grouping)


def _compact_pattern(text: str, zeros: int) -> Pattern:
    """Read a patch, in which one zero stands for all the *zeros* that a word leaves."""
    prefix, _, suffix = text.partition("0")
    return Pattern(prefix, suffix, "-" + prefix, suffix, zeros)


@lru_cache(maxsize=64)
def _samples(locale: Locale) -> dict[str, Decimal | int]:
    """Return for each plural category a number that is in it: Babel takes only numbers."""
    samples: dict[str, Decimal | int] = {}
    with localcontext(CONTEXT):
        for number in (*range(200), 1_000_000, Decimal("0.5"), Decimal("1.5")):
            samples.setdefault(locale.plural_form(number), number)
    return samples


_COMPACT: Final = {(row.locale, row.kind): row for row in COMPACT_PATCHES}
_PATCHES: Final = {(row.locale, row.currency, row.what): row for row in PATCHES}
