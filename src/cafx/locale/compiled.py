"""``formatter``: the fast way to print what a plan says, in a few calls into C.

``Decimal.__format__`` groups in C and is exact beyond the caller's precision, but rounds by the
caller's context; so the amount is first rounded in a context of our own, which costs 0.13 µs and
refuses what is out of bounds on the way. Then two ``replace`` calls, ``,`` to the group separator
and ``.`` to the decimal one, are faster than ``translate`` (1.02 µs against 0.49 in all).
Whatever is rare (plurals that vary, native digits, Indian groups) is left to the plan.
"""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Generic, NamedTuple, TypeAlias, TypeVar

from cafx.core.bounded_cache import BoundedCache
from cafx.core.currency import Currency, currency_in_use
from cafx.core.decimals import CONTEXT, decimal_of
from cafx.errors import AmountError
from cafx.locale.patterns import Affixes, joined, named_layout
from cafx.locale.plan import plan_for
from cafx.locale.plurals import OTHER
from cafx.locale.rounding import Fixed, Floating, Loose, context_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Unpack

    from babel import Locale

    from cafx.locale.options import Choices
    from cafx.locale.patterns import Layout
    from cafx.locale.plan import Plan

__all__ = [
    "Format",
    "KeptByChoices",
    "compile_plan",
    "default_format",
    "formatter",
    "is_named_once",
    "kept_format",
]

T = TypeVar("T")

#: A compiled format: amount in (number text, ``Decimal`` or ``int``), text out.
Format: TypeAlias = "Callable[[Decimal | int | str], str]"

_write: Final = Decimal.__format__
_MINIMUM: Final = 2  # digits before the first separator: Spanish and Polish leave 1234 whole
# Compact numbers in this range of powers print at most four ungrouped digits.
_COMPACT_POWERS: Final = range(-4, 17)


_MAX_KEPT: Final = 1024


class _Around(NamedTuple):
    """A layout as plain text."""

    prefix: str
    suffix: str
    minus_prefix: str
    minus_suffix: str
    plus_prefix: str
    plus_suffix: str


def formatter(locale: str | Locale, currency: str, **choices: Unpack[Choices]) -> Format:
    r"""Return a function that writes amounts of *currency*.

    Args:
        locale: in Babel's or BCP 47's spelling, or a Babel ``Locale``.
        currency: an ISO code.
        **choices: as ``format_money`` takes them.

    Returns:
        A function from number text, ``Decimal`` or ``int`` to text: about the cost of two of Python's own
        ``format(amount, ",.2f")``. It can be shared by threads.

    >>> show = formatter("uz_UZ", "UZS", digits="auto")
    >>> show(8_560_400), show("1234.5")
    ('8\xa0560\xa0400\xa0soʻm', '1\xa0234,50\xa0soʻm')
    """
    return compile_plan(plan_for(locale, currency_in_use(currency), choices, "formatter"))


@lru_cache(maxsize=512)
def default_format(locale: str | Locale, currency: Currency) -> Format:
    """Return the format that ``f"{money:kk_KZ}"`` uses: with no options, kept."""
    return compile_plan(plan_for(locale, Currency(currency), {}))


class KeptByChoices(Generic[T]):
    """What is compiled for a locale, a currency and choices, kept unless they bring words of their own.

    It takes 8 µs to compile a format and 0.3 to find it. The key holds what was passed, unchecked, so it
    holds the types too: True == 1 and 2.0 == 2, but only one of each is a number of decimals.

    Args:
        compiled: compiles it; the last argument is the public function that was given the choices.
    """

    __slots__ = ("_compiled", "kept")

    def __init__(self, compiled: Callable[[str | Locale, Currency, Choices, str], T]) -> None:
        self._compiled = compiled
        self.kept: BoundedCache[tuple[object, ...], T] = BoundedCache(_MAX_KEPT)

    def __call__(self, locale: str | Locale, currency: Currency, choices: Choices, door: str) -> T:
        """Return what was compiled, or compile it."""
        key = (locale, currency, *choices.items(), *map(type, choices.values()))
        try:
            found = self.kept.get(key)
        except TypeError:  # words, or what is not an option's value
            return self._compiled(locale, currency, choices, door)
        if found is None:
            found = self._compiled(locale, currency, choices, door)
            if "words" not in choices:  # a mapping may change while it is kept
                self.kept.keep(key, found)
        return found


def kept_format(locale: str | Locale, currency: Currency, choices: Choices, door: str) -> Format:
    """Return the compiled format for *choices*, kept unless they bring words of their own."""
    return _formats(locale, currency, choices, door) if choices else default_format(locale, currency)


def _compiled(locale: str | Locale, currency: Currency, choices: Choices, door: str) -> Format:
    return compile_plan(plan_for(locale, Currency(currency), choices, door))


_formats: Final = KeptByChoices(_compiled)


def compile_plan(plan: Plan) -> Format:
    """Return the fastest function that prints what *plan* does."""
    precision = plan.precision
    if not _is_usual(plan):
        return plan.text
    if isinstance(precision, Loose):
        return plan.text
    if isinstance(precision, Floating):
        return plan.text if precision.least or not is_named_once(plan) else _floating(plan, precision)
    if precision.step > 1 or plan.minimum > _MINIMUM or not is_named_once(plan):
        return plan.text
    return _fixed(plan, precision)


def is_named_once(plan: Plan) -> bool:
    """Whether the currency's name, where one is written, is the same beside every number."""
    if len(plan.names) <= 1:
        return True
    precision = plan.precision
    decimals = precision.digits if isinstance(precision, Fixed) and not precision.is_stripped else 0
    return plan.plural.is_fixed(decimals)  # with none, never


def _is_usual(plan: Plan) -> bool:
    """Whether digits are 0 to 9 in threes, with one layout for each word and no forced sign."""
    return (
        (plan.sign in {"auto", "keep"} or isinstance(plan.precision, Fixed))
        and not plan.numbers.digits
        and plan.groups == (3, 3)
        and all(len(by_category) == 1 for by_category in plan.layouts.values())
    )


def _around(plan: Plan, layout: Layout) -> _Around:
    if plan.names:
        layout = named_layout(layout, plan.names[OTHER])

    def texts(affixes: Affixes) -> tuple[str, str]:
        return joined(affixes[0]), joined(affixes[1])

    return _Around(*texts(layout.plain), *texts(layout.minus), *texts(layout.plus))


def _fixed(plan: Plan, precision: Fixed) -> Format:
    """Return what prints a fixed number of decimals."""
    careful = _careful(plan, precision)
    is_plain = not precision.is_stripped and plan.minimum == 1 and plan.sign in {"auto", "keep"}
    group, decimal = plan.numbers.group, plan.numbers.decimal
    if not is_plain or group == ".":
        return careful
    quantize, unit = context_of(precision.digits, precision.rounding).quantize, precision.unit
    around = _around(plan, plan.layouts[0][OTHER])
    prefix, suffix = around.prefix, around.suffix
    minus_prefix, minus_suffix = around.minus_prefix, around.minus_suffix
    zero = _write(Decimal((0, (0,), -precision.digits)), "f")
    printed_zero = prefix + zero.replace(".", decimal) + suffix

    def show(amount: Decimal | int | str) -> str:
        if type(amount) is not Decimal:
            amount = decimal_of(amount)
        try:
            text = _write(quantize(amount, unit), ",f")
        except InvalidOperation:
            raise _refused(amount) from None
        if "1" <= text < ":":  # its first character is a digit, and no zero
            return prefix + text.replace(",", group).replace(".", decimal) + suffix
        if text == zero:
            decimal_of(amount)  # refuses 1e-999999, which would pass for zero
            return printed_zero
        if text[0] == "-" and "0" < text[1] <= "9":
            return minus_prefix + text[1:].replace(",", group).replace(".", decimal) + minus_suffix
        return careful(amount)

    return show


def _careful(plan: Plan, precision: Fixed) -> Format:
    """Return what prints a fixed number of decimals, whatever the amount, the sign and the separators."""
    quantize, unit = context_of(precision.digits, precision.rounding).quantize, precision.unit
    around = _around(plan, plan.layouts[0][OTHER])
    group, decimal = plan.numbers.group, plan.numbers.decimal
    zeros = "." + "0" * precision.digits if precision.is_stripped and precision.digits else ""
    keeps_four = plan.minimum == _MINIMUM
    sign = plan.sign

    def show(amount: Decimal | int | str) -> str:
        if type(amount) is not Decimal:
            amount = decimal_of(amount)
        try:
            text = _write(quantize(amount, unit), ",f")
        except InvalidOperation:
            raise _refused(amount) from None
        digits = text.removeprefix("-").removesuffix(zeros)
        is_zero = not digits.strip("0.")
        if is_zero or digits[0] > "9":
            decimal_of(amount)  # refuses NaN, and 1e-999999, which would pass for zero
        if keeps_four and digits.find(",") == 1 and digits.count(",") == 1:
            digits = digits.replace(",", "")
        body = _localized(digits, group, decimal)
        if text[0] == "-" and sign != "never" and (not is_zero or sign in {"keep", "always"}):
            return around.minus_prefix + body + around.minus_suffix
        if sign == "always" or (sign == "except_zero" and not is_zero):
            return around.plus_prefix + body + around.plus_suffix
        return around.prefix + body + around.suffix

    return show


def _localized(text: str, group: str, decimal: str) -> str:
    """Return digits with the locale's separators for ``,`` and ``.``; each may be the other's."""
    if group != ".":
        return text.replace(",", group).replace(".", decimal)
    whole, point, decimals = text.partition(".")
    return whole.replace(",", ".") + (point and decimal) + decimals


def _refused(amount: Decimal) -> AmountError:
    """Return the error that says why *amount* cannot be printed."""
    try:
        decimal_of(amount)
    except AmountError as error:
        return error
    return AmountError("the amount has more digits than can be printed")


class _Step(NamedTuple):
    """How numbers of one power of ten are shown: times ``shift``, to the last ``unit``."""

    unit: Decimal
    shift: Decimal
    first: int
    around: _Around


def _floating(plan: Plan, precision: Floating) -> Format:
    """Return what prints digits by the size of the amount, with words for powers of ten."""
    quantize, scaleb = context_of(240, precision.rounding).quantize, CONTEXT.scaleb
    decimal, is_stripped = plan.numbers.decimal, precision.is_stripped
    steps, keeps = _steps(plan, precision), plan.sign == "keep"

    def show(amount: Decimal | int | str) -> str:
        if type(amount) is not Decimal:
            amount = decimal_of(amount)
        power = amount.adjusted() if amount else 0
        step = steps.get(power)
        if step is None or not amount.is_finite():
            return plan.text(amount)
        unit, shift, first, around = step
        value = quantize(scaleb(amount, shift), unit)
        if value.adjusted() > first:  # rounding carried: 999 500 is 1 million
            step = steps.get(power + 1)
            if step is None:
                return plan.text(amount)
            unit, shift, first, around = step
            value = quantize(scaleb(amount, shift), unit)
        text = _write(value, "f")
        if is_stripped and text[-1] == "0" and "." in text:
            text = text.rstrip("0").rstrip(".")
        if text[0] == "-":
            text = text[1:]
            if value or keeps:
                return around.minus_prefix + text.replace(".", decimal) + around.minus_suffix
        return around.prefix + text.replace(".", decimal) + around.suffix

    return show


def _steps(plan: Plan, precision: Floating) -> dict[int, _Step]:
    """List the powers of ten whose numbers print without separators or padding zeros."""
    largest = max(precision.scales, default=0)
    steps = {}
    for first in _COMPACT_POWERS:
        scale = precision.scale_of(first)
        place = precision.place(first, scale) - scale
        if place <= 0 and first - scale < plan.groups[0] + plan.minimum - 1:
            around = _around(plan, plan.layouts[min(first, largest) if scale else 0][OTHER])
            steps[first] = _Step(Decimal((0, (1,), place)), Decimal(-scale), first - scale, around)
    return steps
