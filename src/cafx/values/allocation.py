"""Sharing out whole units by ratios so that nothing is lost: the method of the largest remainder."""

from __future__ import annotations

from fractions import Fraction
from math import lcm
from typing import TYPE_CHECKING

from cafx.core.decimals import decimal_of, fraction_of
from cafx.errors import AmountError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

__all__ = ["share_out"]


def share_out(units: int, ratios: Sequence[Decimal | int | Fraction]) -> list[int]:
    """Return *units* shared out by *ratios*, in their order; the shares add up to *units*.

    Each share is cut towards zero, and what is left goes, unit by unit, to those that lost most, the
    first of equals first.

    Raises:
        AmountError: no ratios, a negative one, or all of them zero.

    >>> share_out(100, [2, 3, 1]), share_out(-7, [1, 1])
    ([33, 50, 17], [-4, -3])
    """
    fractions = [
        ratio if isinstance(ratio, Fraction) else fraction_of(decimal_of(ratio, what="ratio"))
        for ratio in ratios
    ]
    scale = lcm(*(fraction.denominator for fraction in fractions))
    weights = [int(fraction * scale) for fraction in fractions]
    total = sum(weights)
    if total <= 0 or min(weights) < 0:
        message = "ratios are zero or more, at least one of them more"
        raise AmountError(message)
    # In whole numbers: a share is units * weight // total, and the rest of that division is what it lost.
    cut = [divmod(abs(units) * weight, total) for weight in weights]
    shares = [share for share, _ in cut]
    by_loss = sorted(range(len(cut)), key=lambda index: -cut[index][1])
    for index in by_loss[: abs(units) - sum(shares)]:
        shares[index] += 1
    return [-share for share in shares] if units < 0 else shares
