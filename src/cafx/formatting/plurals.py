"""The plural category of a number as it is printed, by CLDR's rules.

Babel answers for a value, through arithmetic in the caller's decimal context; what counts is the
digits on the page: ``1`` dollar, but ``1.00`` dollars. The rules are Babel's public data
(``Locale.plural_form.rules``); the syntax is that of UTS 35, part 3, section 5.1.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["OTHER", "Plural", "plural_of"]

#: The category of whatever no rule takes.
OTHER: Final = "other"
_RELATION: Final = re.compile(r"([nivwftce])(?: mod (\d+))?( not)? in ([\d.,]+)\Z", re.ASCII).match


class _Relation(NamedTuple):
    """One test, such as ``i mod 100 not in 12..14``."""

    operand: str
    modulus: int
    negated: bool
    ranges: tuple[tuple[int, int], ...]

    def holds(self, operands: Mapping[str, int], *, is_whole: bool) -> bool:
        value = operands["i" if self.operand == "n" else self.operand]
        if self.modulus:
            value %= self.modulus
        # n counts the decimals: 1.5 is in no range of whole numbers.
        found = (is_whole or self.operand != "n") and any(low <= value <= high for low, high in self.ranges)
        return found is not self.negated

    def wants_fewer(self, decimals: int) -> bool:
        """Whether it holds only for numbers with fewer decimals shown."""
        return self.operand == "v" and not self.negated and all(high < decimals for _, high in self.ranges)


class Plural:
    """The rules of one language, ready to be asked.

    Args:
        rules: Babel's ``plural_form.rules``: a condition for each category but ``other``.

    >>> russian = Plural({"one": "v in 0 and i mod 10 in 1 and i mod 100 not in 11"})
    >>> russian.category("21"), russian.category("21.00"), russian.category("11")
    ('one', 'other', 'other')
    """

    __slots__ = ("_rules",)

    def __init__(self, rules: Mapping[str, str]) -> None:
        self._rules = tuple((category, _alternatives(condition)) for category, condition in rules.items())

    @property
    def categories(self) -> tuple[str, ...]:
        """Every category that the language tells apart."""
        return (*(category for category, _ in self._rules), OTHER)

    def category(self, digits: str, power: int = 0) -> str:
        """Give the category of printed *digits*.

        Args:
            digits: unsigned, ungrouped, with a point before the decimals: ``"1234.50"``.
            power: the power of ten that a word stands for: 6 in ``1,2 million``.
        """
        whole, _, decimals = digits.partition(".")
        trimmed = decimals.rstrip("0")
        operands = {"v": len(decimals), "w": len(trimmed), "f": int(decimals or 0), "t": int(trimmed or 0)}
        operands["c"] = operands["e"] = power
        # A compact number counts for its whole value: 1,2 million is 1 200 000.
        if power:
            shifted = (whole + trimmed.ljust(power, "0")[:power]) or "0"
            operands["v"] = operands["w"] = max(0, len(trimmed) - power)
            trimmed = trimmed[power:]
            operands["f"] = operands["t"] = int(trimmed or 0)
            operands["i"] = int(shifted)
        else:
            operands["i"] = int(whole)
        for category, alternatives in self._rules:
            if any(
                all(relation.holds(operands, is_whole=not trimmed) for relation in relations)
                for relations in alternatives
            ):
                return category
        return OTHER

    def is_fixed(self, decimals: int) -> bool:
        """Whether every number with that many *decimals* is ``other``, as in Russian and English."""
        return decimals > 0 and all(
            any(relation.wants_fewer(decimals) for relation in relations)
            for _, alternatives in self._rules
            for relations in alternatives
        )


def _alternatives(condition: str) -> tuple[tuple[_Relation, ...], ...]:
    return tuple(
        tuple(_relation(text) for text in alternative.split(" and "))
        for alternative in condition.split(" or ")
    )


def _relation(text: str) -> _Relation:
    match = _RELATION(text)
    if match is None:
        message = f"no plural relation: {text!r}"
        raise ValueError(message)
    ranges = []
    for span in match[4].split(","):
        low, _, high = span.partition("..")
        ranges.append((int(low), int(high or low)))
    return _Relation(match[1], int(match[2] or 0), match[3] is not None, tuple(ranges))


@lru_cache(maxsize=64)
def _compiled(rules: tuple[tuple[str, str], ...]) -> Plural:
    return Plural(dict(rules))


def plural_of(rules: Mapping[str, str]) -> Plural:
    """Give the compiled form of *rules*, from a small cache."""
    order = ("zero", "one", "two", "few", "many")
    return _compiled(tuple((category, rules[category]) for category in order if category in rules))
