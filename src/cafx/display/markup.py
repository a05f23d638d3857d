"""The markup of prices: the same bytes as ``format_html``, compiled.

All that stands around the digits is escaped once, in the plan, and the compiled format then prints markup as
fast as text.
"""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from html import escape
from typing import TYPE_CHECKING, Final

from cafx.formatting import Html
from cafx.locale.compiled import compile_plan
from cafx.locale.patterns import Layout, Part, joined
from cafx.locale.plurals import OTHER
from cafx.locale.rounding import Fixed, context_of
from cafx.locale.tags import locale_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from babel import Locale

    from cafx.locale.patterns import Affixes
    from cafx.locale.plan import Plan

__all__ = ["data_writer", "day_markup", "escaped"]

# Spaces and marks that editors and templates like to lose are written out, as format_html does.
_VISIBLE: Final = str.maketrans(
    {"\u00a0": "&nbsp;", "\u202f": "&#8239;", "\u200e": "&lrm;", "\u200f": "&rlm;"}
)
_has_rare: Final = re.compile("[<>&\"'\u202f\u200e\u200f]").search
_write: Final = Decimal.__format__


def escaped(text: str) -> str:
    """Return *text* escaped for a page, its unusual spaces written out.

    >>> escaped("5\u00a0<b>")
    '5&nbsp;&lt;b&gt;'
    """
    # Of all these, most texts have the no-break space alone: to ask first costs a tenth.
    if _has_rare(text) is None:
        return text.replace("\u00a0", "&nbsp;")
    return escape(text).translate(_VISIBLE)


def data_writer(plan: Plan, currency: str) -> Callable[[Decimal], Html]:
    """Return what writes amounts of *currency* as ``format_html`` does, given the plan of their text."""
    opening = '<data class="cafx" value="'
    middle, closing = f'" data-currency="{currency}" translate="no"><bdi>', "</bdi></data>"
    show = compile_plan(_marked_up(plan, middle, closing))

    def write(amount: Decimal) -> Html:
        return Html(opening + _write(amount, "f") + show(amount))

    return _direct(plan, opening, middle, closing, write) if _is_direct(plan) else write


def day_markup(day: date | None, locale: str | Locale) -> str:
    """Return *day* as the locale writes it, as markup behind a space; nothing for None.

    >>> from datetime import date
    >>> day_markup(date(2026, 11, 28), "en")
    ' <time class="cafx-day" datetime="2026-11-28">Nov 28, 2026</time>'
    """
    if day is None:
        return ""
    from babel.dates import format_date

    text = escaped(format_date(day, "medium", locale=locale_of(locale)))
    return f' <time class="cafx-day" datetime="{day.isoformat()}">{text}</time>'


def _is_direct(plan: Plan) -> bool:
    """Return whether amounts are digits in threes with one text before and one behind, as most are."""
    precision = plan.precision
    return (
        isinstance(precision, Fixed)
        and precision.step == 1
        and not precision.is_stripped
        and plan.minimum == 1
        and plan.groups == (3, 3)
        and plan.numbers.group != "."
        and not plan.numbers.digits
        and not plan.names
        and plan.sign == "auto"
    )


def _direct(
    plan: Plan, opening: str, middle: str, closing: str, write: Callable[[Decimal], Html]
) -> Callable[[Decimal], Html]:
    """Return what writes usual amounts in one go, and leaves negative and rare ones to *write*.

    An amount that has just the decimals that are printed needs to be turned into digits once, not twice.
    """
    precision = plan.precision
    assert isinstance(precision, Fixed)  # noqa: S101 -- _is_direct has seen to it
    quantize, unit = context_of(precision.digits, precision.rounding).quantize, precision.unit
    group, decimal = escaped(plan.numbers.group), escaped(plan.numbers.decimal)
    before, after = (escaped(joined(affix)) for affix in plan.layouts[0][OTHER].plain)
    before, after = middle + before, after + closing

    def write_usual(amount: Decimal) -> Html:
        try:
            text = _write(quantize(amount, unit), ",f")
        except InvalidOperation:
            return write(amount)  # which says why it is refused
        if not "0" < text[0] <= "9":
            return write(amount)
        value = text.replace(",", "") if amount.same_quantum(unit) else _write(amount, "f")
        return Html(opening + value + before + text.replace(",", group).replace(".", decimal) + after)

    return write_usual


def _marked_up(plan: Plan, before: str, after: str) -> Plan:
    """Return a plan that prints what *plan* does, escaped, between *before* and *after*."""
    first, last = (Part("literal", before),), (Part("literal", after),)

    def marked(affixes: Affixes, *, is_outermost: bool) -> Affixes:
        prefix, suffix = (
            tuple(part._replace(text=escaped(part.text)) for part in affix) for affix in affixes
        )
        return (first + prefix, suffix + last) if is_outermost else (prefix, suffix)

    has_names = bool(plan.names)  # which stand around the rest
    return plan._replace(
        numbers=plan.numbers._replace(
            group=escaped(plan.numbers.group), decimal=escaped(plan.numbers.decimal)
        ),
        layouts={
            power: {
                case: Layout(*(marked(affixes, is_outermost=not has_names) for affixes in layout))
                for case, layout in by_category.items()
            }
            for power, by_category in plan.layouts.items()
        },
        names={case: marked(affixes, is_outermost=True) for case, affixes in plan.names.items()},
    )
