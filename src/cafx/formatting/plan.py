"""``Plan``: everything that a style needs to print amounts of a currency in a locale.

A plan prints by pieces, plainly and slowly; ``quick`` makes the same text an order of magnitude
faster, and the tests hold one against the other.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from cafx.decimals import decimal_of, plain
from cafx.formatting.layout import Layout, Part, joined, named_layout
from cafx.formatting.plurals import OTHER

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from cafx.formatting.locale_data import Numbers
    from cafx.formatting.plurals import Plural
    from cafx.formatting.precision import Shown

__all__ = ["Plan", "Sign", "grouped"]

#: When a sign is printed. ``auto``: a minus below zero, once rounded; ``keep``: also before a
#: zero that came from below, as ICU and Babel do; ``always``: a plus or a minus, the zero's own
#: too; ``except_zero``: a plus or a minus, none before zero; ``never``.
Sign: TypeAlias = Literal["auto", "keep", "always", "except_zero", "never"]


@dataclass(frozen=True, slots=True)
class Plan:
    """How to print amounts, all data looked up.

    ``layouts`` are by power of ten (0 where no word is used), then by the plural category of the
    digits shown; ``names`` by the category of the number that they stand for.
    """

    numbers: Numbers
    minimum: int
    shown: Shown
    layouts: Mapping[int, Mapping[str, Layout]]
    names: Mapping[str, tuple[str, str]]
    plural: Plural
    sign: Sign

    def parts(self, amount: Decimal | int | str) -> tuple[Part, ...]:
        """Print *amount* in typed pieces."""
        scaled = self.shown(decimal_of(amount))
        digits = plain(scaled.digits.copy_abs())
        by_category = self.layouts[scaled.power]
        layout = by_category[OTHER]
        if len(by_category) > 1:
            layout = by_category.get(self.plural.category(digits), layout)
        if self.names:
            name = self.names[OTHER]
            if len(self.names) > 1:
                name = self.names.get(self.plural.category(digits, scaled.scale), name)
            layout = named_layout(layout, name)
        prefix, suffix = _signed(layout, scaled.digits, self.sign)
        return (*prefix, *grouped(digits, self.numbers, self.minimum), *suffix)

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


def grouped(digits: str, numbers: Numbers, minimum: int) -> list[Part]:
    """Cut unsigned *digits* into groups and decimals as the locale writes them."""
    whole, point, decimals = digits.partition(".")
    pieces: list[str] = []
    if numbers.primary < len(whole) and len(whole) >= numbers.primary + minimum:
        end = len(whole) - numbers.primary
        pieces = [whole[end:]]
        while end > 0:
            pieces.append(whole[max(0, end - numbers.secondary) : end])
            end -= numbers.secondary
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
