"""``Plan``: everything that a style needs to print amounts of a currency in a locale.

A plan prints by pieces, plainly and slowly; ``quick`` makes the same text an order of magnitude
faster, and the tests hold one against the other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cafx.decimals import decimal_of, plain
from cafx.formatting.layout import Affixes, Layout, Part, joined
from cafx.formatting.plurals import EXACTLY_ONE, OTHER

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from cafx.formatting.locale_data import Numbers
    from cafx.formatting.options import Sign
    from cafx.formatting.plurals import Plural
    from cafx.formatting.precision import Fixed, Floating, Scaled

__all__ = ["Plan", "grouped"]


class Plan(NamedTuple):
    """How to print amounts, all data looked up.

    ``layouts`` are by power of ten (0 where no word is used), then by the plural category of the
    digits shown; ``names`` by the category of the number that they stand for. ``alone`` says which
    layouts hold a word that is the whole number, such as ``mille``.
    """

    numbers: Numbers
    groups: tuple[int, int]
    minimum: int
    precision: Fixed | Floating
    layouts: Mapping[int, Mapping[str, Layout]]
    names: Mapping[str, Affixes]
    plural: Plural
    sign: Sign
    alone: frozenset[tuple[int, str]] = frozenset()

    def parts(self, amount: Decimal | int | str) -> tuple[Part, ...]:
        """Print *amount* in typed pieces."""
        scaled = self.precision.show(decimal_of(amount))
        digits = plain(scaled.digits.copy_abs())
        by_category = self.layouts[scaled.power]
        case = OTHER
        if len(by_category) > 1:
            case = self._case(scaled, digits)
        layout = by_category[case]
        prefix, suffix = _signed(layout, scaled.digits, self.sign)
        if self.names:
            before, after = self.names[OTHER]
            if len(self.names) > 1:
                category = self.plural.category(digits, scaled.scale)
                before, after = self.names.get(category, (before, after))
            prefix, suffix = before + prefix, suffix + after
        if (scaled.power, case) in self.alone:
            return (*prefix, *suffix)
        return (*prefix, *grouped(digits, self.numbers, self.groups, self.minimum), *suffix)

    def _case(self, scaled: Scaled, digits: str) -> str:
        """Give the category of the layout for *digits*; a word stands alone for exactly 1 of it.

        CLDR's case of 1 is not that of -1, as in ICU: ``mille euros`` but ``-1 millier euros``.
        """
        by_category = self.layouts[scaled.power]
        if digits == "1" and not scaled.digits.is_signed() and EXACTLY_ONE in by_category:
            return EXACTLY_ONE
        category = self.plural.category(digits)
        if category not in by_category or ((scaled.power, category) in self.alone and digits != "1"):
            return OTHER
        return category

    def text(self, amount: Decimal | int | str) -> str:
        """Print *amount*."""
        return joined(self.parts(amount))


def _signed(layout: Layout, digits: Decimal, sign: Sign) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    is_negative = digits.is_signed() and (bool(digits) or sign in {"keep", "always"})
    if sign == "never":
        return layout.plain
    if is_negative:
        return layout.minus
    if sign == "always" or (sign == "except_zero" and digits):
        return layout.plus
    return layout.plain


def grouped(digits: str, numbers: Numbers, groups: tuple[int, int], minimum: int) -> list[Part]:
    """Cut unsigned *digits* into groups and decimals as the locale writes them."""
    whole, point, decimals = digits.partition(".")
    primary, secondary = groups
    if primary < len(whole) and len(whole) >= primary + minimum:
        end = len(whole) - primary
        pieces = [whole[end:]]
        while end > 0:
            pieces.append(whole[max(0, end - secondary) : end])
            end -= secondary
    else:
        pieces = [whole]
    if numbers.digits:
        native = str.maketrans("0123456789", numbers.digits)
        pieces, decimals = [piece.translate(native) for piece in pieces], decimals.translate(native)
    parts = [Part("integer", pieces.pop())]
    while pieces:
        parts += Part("group", numbers.group), Part("integer", pieces.pop())
    if point:
        parts += Part("decimal", numbers.decimal), Part("fraction", decimals)
    return parts
