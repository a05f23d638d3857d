"""What a locale says about writing numbers and currencies: CLDR's data, and ours where they mislead.

For each fact the nearest locale in the line of inheritance counts, and for each locale a deliberate
deviation goes before CLDR's data that Babel lacks (``overlay``); what neither has is Babel's own (``stock``).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from cafx.locale.kept import (
    cldr_version,
    compact_of,
    fractions_of,
    line_of,
    names_of,
    plural_rules,
    text_of,
)
from cafx.locale.overlay import compact_table, row_of
from cafx.locale.plurals import EXACTLY_ONE, OTHER, Plural, plural_of

if TYPE_CHECKING:
    from babel import Locale

    from cafx.core.currency import Currency

__all__ = ["Fractions", "LocaleFacts", "Numbers", "Pattern", "facts_of", "fractions", "pattern_of"]

# A pattern's number, between what stands before and after it; quoted text is never a number.
_NUMBER: Final = re.compile(r"((?:[^#0,.@']|'[^']*')*)([#0,.]*)(.*)", re.DOTALL).fullmatch


class Pattern(NamedTuple):
    """What stands round a number: CLDR's affixes, quotes still in, ``¤`` for the currency.

    ``zeros`` are the digits that a compact pattern leaves, none where the word says the number too
    (``mille``); ``groups`` the sizes of the groups, the one at the point first (3 and 2 in India).
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
    native digits, or empty for 0 to 9; ``dash`` stands between the ends of a range.
    """

    decimal: str
    group: str
    minus: str
    plus: str
    percent: str
    about: str
    digits: str
    minimum: int
    dash: str


class Fractions(NamedTuple):
    """The decimals of a currency, those that cash has, and the step of cash in units of the last one."""

    digits: int
    cash_digits: int
    cash_step: int


class LocaleFacts(NamedTuple):
    """The data of one locale in one numbering system."""

    locale: Locale
    line: tuple[str, ...]
    system: str
    plural: Plural
    cldr: int

    def text(self, key: str) -> str:
        """Return the fact of *key* (``stock_text`` says which there are), or nothing."""
        return self.patched(key) or text_of(self.locale, key)

    def patched(self, key: str) -> str:
        """Return what goes before the data of Babel, or nothing."""
        for identifier in self.line:
            found = row_of(identifier, self.cldr).get(key)
            if found is not None:
                return found
        return ""

    def symbol(self, currency: Currency) -> str:
        """Return the symbol, or the code where the locale has none."""
        return self.text(f"symbol:{currency}") or str(currency)

    def narrow_symbol(self, currency: Currency) -> str:
        """Return the shortest symbol, which other currencies may share; else the usual one."""
        return self.patched(f"narrow:{currency}") or self.symbol(currency)

    def numbers(self, currency: str = "", *, is_money: bool = True) -> Numbers:
        """Return the signs of numbers, with the separators of money, or those of *currency* alone."""
        apart = "currency_" if is_money else ""

        def sign(name: str) -> str:
            return self.text(f"{self.system}:{name}")

        return Numbers(
            decimal=(currency and self.patched(f"decimal:{currency}")) or sign(f"{apart}decimal"),
            group=(currency and self.patched(f"group:{currency}")) or sign(f"{apart}group"),
            minus=sign("minus"),
            plus=sign("plus"),
            percent=sign("percent"),
            about=sign("about") or "~",
            digits="" if self.system == "latn" else self.patched(f"digits:{self.system}"),
            minimum=int(self.patched("minimum")),
            dash=self.patched(f"{self.system}:dash") or self.patched("latn:dash"),
        )

    def pattern(self, what: str, currency: str = "") -> Pattern:
        """Return the pattern *what*: ``standard``, ``accounting``, ``number`` or ``percentage``."""
        own = currency and what in {"standard", "accounting"} and self.patched(f"pattern:{currency}")
        found = own or self.text(f"{self.system}:{what}")
        if not found:  # a locale whose book-keepers write as everybody does
            found = self.text(f"{self.system}:standard")
        return pattern_of(found)

    def names(self, currency: Currency) -> dict[str, tuple[str, str]]:
        """Return for each plural category what stands round the number: the name as an affix."""
        names = {}
        for category, (name, unit) in names_of(self.locale, currency).items():
            text = self.patched(f"name:{currency}:{category}") or name
            before, _, after = (self.patched(f"unit:{category}") or unit).partition("{0}")
            names[category] = (before.replace("{1}", text), after.replace("{1}", text))
        return names

    def compact(self, kind: str) -> dict[int, dict[str, Pattern]]:
        """Return the patterns of each power of ten by plural category, and for exactly one of it.

        Args:
            kind: ``"currency"`` for thousands of a currency, ``"short"`` or ``"long"`` for plain numbers,
                which stand beside a name.
        """
        text = self.patched(f"{self.system}:{kind}") or self.patched(f"latn:{kind}")
        table = compact_table(text) if text else compact_of(self.locale, kind)
        known = {*self.plural.categories, EXACTLY_ONE}
        return {
            power: {
                category: pattern_of(pattern)
                for category, pattern in by_category.items()
                if category in known or category == OTHER
            }
            for power, by_category in sorted(table.items())
        }


@lru_cache(maxsize=128)
def facts_of(locale: Locale, system: str = "latn") -> LocaleFacts:
    """Return the data of *locale*, with the digits and signs of the numbering *system*."""
    return LocaleFacts(
        locale=locale,
        line=(*line_of(locale), ""),
        system=system,
        plural=plural_of(plural_rules(locale)),
        cldr=cldr_version(),
    )


@lru_cache(maxsize=256)
def fractions(currency: str) -> Fractions:
    """Return how finely *currency* is printed, in every locale.

    >>> fractions("UZS"), fractions("CHF").cash_step, fractions("HUF").digits
    (Fractions(digits=2, cash_digits=0, cash_step=1), 5, 0)
    """
    found = row_of("", cldr_version()).get(f"fractions:{currency}") or fractions_of(currency)
    digits, cash, step = map(int, found.split())
    return Fractions(digits, cash, step or 1)


@lru_cache(maxsize=1024)
def pattern_of(text: str) -> Pattern:
    """Return a pattern of CLDR's, read.

    >>> pattern_of("¤#,##,##0.00;(¤#,##0.00)")
    Pattern(prefix='¤', suffix='', negative_prefix='(¤', negative_suffix=')', zeros=1, groups=(3, 2))
    """
    positive, separator, negative = text.partition(";")
    prefix, number, suffix = _parts(positive)
    negative_prefix, _, negative_suffix = _parts(negative) if separator else ("-" + prefix, "", suffix)
    whole = number.partition(".")[0]
    groups = [len(group) for group in whole.split(",")[:0:-1]] or [1000]
    return Pattern(
        prefix,
        suffix,
        negative_prefix,
        negative_suffix,
        whole.count("0"),
        (groups[0], groups[1] if len(groups) > 1 else groups[0]),
    )


def _parts(pattern: str) -> tuple[str, str, str]:
    match = _NUMBER(pattern)
    return (match[1], match[2], match[3]) if match else (pattern, "", "")
