"""The fast way to print: what a plan says, in a few C calls."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable
    from decimal import Decimal

    from cafx.formatting.plan import Plan

__all__ = ["Format", "quick"]

#: A compiled format: amount in (number text, ``Decimal`` or ``int``), text out.
Format: TypeAlias = "Callable[[Decimal | int | str], str]"


def quick(plan: Plan) -> Format:
    """Give the fastest function that prints what *plan* does."""
    return plan.text
