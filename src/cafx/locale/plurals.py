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

__all__ = ["EXACTLY_ONE", "OTHER", "Plural", "plural_of"]

#: The category of whatever no rule takes.
OTHER: Final = "other"
#: CLDR's explicit case of the number 1 as shown, which goes before the category that it is in.
EXACTLY_ONE: Final = "1"
_RELATION: Final = re.compile(r"([nivwftce])(?: mod (\d+))?( not)? in ([\d.,]+)\Z", re.ASCII).match


class _Relation(NamedTuple):
    """One test, such as ``i mod 100 not in 12..14``."""

    operand: str
    modulus: int
    is_negated: bool
    ranges: tuple[tuple[int, int], ...]

    def wants_fewer(self, decimals: int) -> bool:
        """Whether it holds only for numbers with fewer decimals shown."""
        return self.operand == "v" and not self.is_negated and all(high < decimals for _, high in self.ranges)


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
        """Return the category of printed *digits*.

        Args:
            digits: unsigned, ungrouped, with a point before the decimals: ``"1234.50"``.
            power: the power of ten that a word stands for: 6 in ``1,2 million``.
        """
        whole, _, decimals = digits.partition(".")
        trimmed = decimals.rstrip("0")
        if power:  # a number with a word counts for its whole value: 1,2 million is 1 200 000
            whole += trimmed.ljust(power, "0")[:power]
            decimals = trimmed = trimmed[power:]
        number, fraction = int(whole), int(trimmed or 0)
        operands = {
            "n": number,
            "i": number,
            "v": len(decimals),
            "w": len(trimmed),
            "f": int(decimals or 0),
            "t": fraction,
            "c": power,
            "e": power,
        }
        for category, alternatives in self._rules:
            for relations in alternatives:
                for operand, modulus, is_negated, ranges in relations:
                    value = operands[operand] % modulus if modulus else operands[operand]
                    # n counts the decimals: 1.5 is in no range of whole numbers.
                    found = False
                    if not fraction or operand != "n":
                        for low, high in ranges:
                            if low <= value <= high:
                                found = True
                                break
                    if found is is_negated:
                        break
                else:
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
    """Return the compiled form of *rules*, from a small cache."""
    order = ("zero", "one", "two", "few", "many")
    return _compiled(tuple((category, rules[category]) for category in order if category in rules))
