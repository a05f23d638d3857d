"""Two amounts as one range, the currency said once: plainly by a plan's pieces, and compiled.

What stands round the digits of an amount without a sign differs by its word for a power of ten alone, so that
the compiled way prints the digits, twice, and sets them between. The rest is left to the plain way.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final, TypeAlias

from cafx.core.currency import Currency
from cafx.core.decimals import plain
from cafx.locale.compiled import KeptByChoices, compile_plan, is_named_once
from cafx.locale.patterns import Layout, Part, joined, named_layout
from cafx.locale.plan import plan_for
from cafx.locale.plurals import OTHER
from cafx.locale.rounding import Floating

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from decimal import Decimal

    from babel import Locale

    from cafx.locale.options import Choices
    from cafx.locale.plan import Plan

__all__ = ["RangeFormat", "compile_range", "kept_range", "range_text"]

#: A compiled format of ranges: the lesser and the greater amount in, text out.
RangeFormat: TypeAlias = "Callable[[Decimal, Decimal], str]"

_NUMBER: Final = frozenset({"integer", "group", "decimal", "fraction"})
_BARE: Final = Layout(((), ()), ((), ()), ((), ()))


def range_text(plan: Plan, least: Decimal, most: Decimal) -> str:
    """Return the range from *least* to *most*, which is not below it; see ``format_range``."""
    first, last = plan.parts(least), plan.parts(most)
    if first == last:
        return joined(last) if least == most else plan.numbers.about + joined(last)
    prefix, body, suffix = _cut(first)
    last_prefix, last_body, last_suffix = _cut(last)
    is_signed = any(part.kind in {"minus", "plus"} for part in first) or least.is_signed()
    if (
        not is_signed
        and prefix == last_prefix
        and _without_currency(suffix) == _without_currency(last_suffix)
    ):
        return joined((*prefix, *body)) + plan.numbers.dash + joined((*last_body, *last_suffix))
    if prefix and _without_currency(prefix) != prefix:
        kept, shared = suffix, _without_currency(last_prefix)
    else:
        kept, shared = _without_currency(suffix), last_prefix
    return (
        joined((*prefix, *body, *kept))
        + f" {plan.numbers.dash.strip()} "
        + joined((*shared, *last_body, *last_suffix))
    )


def kept_range(locale: str | Locale, currency: Currency, choices: Choices, door: str) -> RangeFormat:
    """Return the compiled format of ranges for *choices*, kept unless they bring words of their own."""
    return _ranges(locale, currency, choices, door)


def compile_range(plan: Plan) -> RangeFormat:
    """Return the fastest function that writes ranges as ``range_text`` does."""
    if not _is_usual(plan):
        return lambda least, most: range_text(plan, least, most)
    if isinstance(plan.precision, Floating):
        return _floating(plan, plan.precision)
    return _fixed(plan)


def _compiled(locale: str | Locale, currency: Currency, choices: Choices, door: str) -> RangeFormat:
    return compile_range(plan_for(locale, Currency(currency), choices, door))


_ranges: Final = KeptByChoices(_compiled)


def _is_usual(plan: Plan) -> bool:
    """Whether what stands round the digits of two amounts without a sign can differ by a word alone."""
    if plan.sign not in {"auto", "keep", "never"} or plan.alone or plan.numbers.digits:
        return False
    if plan.numbers.group == plan.numbers.decimal or not is_named_once(plan):
        return False
    layouts = [layout for by_category in plan.layouts.values() for layout in by_category.values()]
    if len(layouts) > len(plan.layouts):  # other words for other digits
        return False
    return not any(part.kind in {"minus", "plus"} for layout in layouts for part in chain(*layout.plain))


def _fixed(plan: Plan) -> RangeFormat:
    """Return what writes ranges whose amounts have the same decimals and only digits of their own."""
    digits = compile_plan(plan._replace(layouts={0: {OTHER: _BARE}}, names={}))
    before, after = _around(plan, 0)
    dash, about = plan.numbers.dash, plan.numbers.about

    def show(least: Decimal, most: Decimal) -> str:
        if least.is_signed():
            return range_text(plan, least, most)
        first, last = digits(least), digits(most)
        if first != last:
            return f"{before}{first}{dash}{last}{after}"
        return f"{before}{last}{after}" if least == most else f"{about}{before}{last}{after}"

    return show


def _floating(plan: Plan, precision: Floating) -> RangeFormat:
    """Return what writes ranges whose amounts share one word for a power of ten and need no separator."""
    arounds = {power: _around(plan, power) for power in plan.layouts}
    decimal, dash, about = plan.numbers.decimal, plan.numbers.dash, plan.numbers.about
    grouped = plan.groups[0] + plan.minimum - 1  # the least power of ten with a separator

    def show(least: Decimal, most: Decimal) -> str:
        if least.is_signed():
            return range_text(plan, least, most)
        low, high = precision.show(least), precision.show(most)
        around = arounds[low.power]
        if around != arounds[high.power] or max(low.digits.adjusted(), high.digits.adjusted()) >= grouped:
            return range_text(plan, least, most)
        first, last = (plain(one.digits).replace(".", decimal) for one in (low, high))
        before, after = around
        if first != last:
            return f"{before}{first}{dash}{last}{after}"
        return f"{before}{last}{after}" if least == most else f"{about}{before}{last}{after}"

    return show


def _around(plan: Plan, power: int) -> tuple[str, str]:
    """Return what stands before and behind the digits of a number without a sign."""
    layout = plan.layouts[power][OTHER]
    if plan.names:
        layout = named_layout(layout, plan.names[OTHER])
    prefix, suffix = layout.plain
    return joined(prefix), joined(suffix)


def _cut(parts: Sequence[Part]) -> tuple[Sequence[Part], Sequence[Part], Sequence[Part]]:
    """Return what stands before the digits, the digits, and what stands behind."""
    digits = [index for index, part in enumerate(parts) if part.kind in _NUMBER]
    # A word may be the whole number: mille.
    digits = digits or [index for index, part in enumerate(parts) if part.kind == "compact"]
    return parts[: digits[0]], parts[digits[0] : digits[-1] + 1], parts[digits[-1] + 1 :]


def _without_currency(affix: Sequence[Part]) -> Sequence[Part]:
    """Drop the currency and the space that joins it, keep signs and words for powers of ten."""
    place = next((index for index, part in enumerate(affix) if part.kind == "currency"), None)
    if place is None:
        return affix
    kept = list(affix)
    del kept[place]
    for beside in (place - 1, place):
        if 0 <= beside < len(kept) and kept[beside].kind == "literal" and kept[beside].text.isspace():
            del kept[beside]
            break
    return tuple(kept)
