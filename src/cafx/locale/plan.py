"""``Plan``: everything that printing amounts of a currency in a locale needs, looked up once.

A plan prints by pieces, plainly and slowly; ``compiled`` makes the same text an order of magnitude
faster, and the tests hold one against the other.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar

from cafx.core.decimals import decimal_of, plain
from cafx.core.text import printable
from cafx.errors import UnknownLocale
from cafx.locale.facts import facts_of, fractions
from cafx.locale.kept import native_of
from cafx.locale.options import Choices, Key, chosen, option_key
from cafx.locale.patterns import Affixes, Layout, Part, joined, layout_of, name_affixes
from cafx.locale.plurals import EXACTLY_ONE, OTHER
from cafx.locale.rounding import Fixed, Floating, Loose
from cafx.locale.symbols import ASCII, PLAIN_SPACES, symbol_of
from cafx.locale.tags import locale_of, system_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from babel import Locale

    from cafx.core.currency import Currency
    from cafx.locale.facts import LocaleFacts, Numbers, Pattern
    from cafx.locale.options import Numbering, Sign
    from cafx.locale.plurals import Plural
    from cafx.locale.rounding import Precision, Scaled

__all__ = ["Plan", "enclosed", "grouped", "percent_plan", "plan_for", "plan_of", "translated"]

T = TypeVar("T")

# Which of CLDR's patterns a style goes by, where it is not the standard one.
_PATTERNS: Final = {"name": "number", "none": "number", "accounting": "accounting"}
_BLANK: Final = "¤ \u00a0\u202f\u200e\u200f"


class Plan(NamedTuple):
    """How to print amounts, all data looked up.

    ``layouts`` are by power of ten (0 where no word is used), then by the plural category of the
    digits shown; ``names`` by the category of the number that they stand for. ``alone`` says which
    layouts hold a word that is the whole number, such as ``mille``.
    """

    numbers: Numbers
    groups: tuple[int, int]
    minimum: int
    precision: Precision
    layouts: Mapping[int, Mapping[str, Layout]]
    names: Mapping[str, Affixes]
    plural: Plural
    sign: Sign
    alone: frozenset[tuple[int, str]] = frozenset()

    def parts(self, amount: Decimal | int | str) -> tuple[Part, ...]:
        """Return *amount* in typed pieces."""
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
        """Return the category of the layout for *digits*; a word stands alone for exactly 1 of it.

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
        """Return *amount* as text."""
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
    """Return unsigned *digits* in groups and decimals as the locale writes them."""
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


def plan_for(locale: str | Locale, currency: Currency, choices: Choices, door: str = "a format") -> Plan:
    """Return the plan for *choices*, from a bounded cache; digits that the tag asks for go before theirs.

    Args:
        locale: in Babel's or BCP 47's spelling, or a Babel ``Locale``.
        currency: what amounts are of.
        choices: the options that are not the default.
        door: the public function that was given them, for the message of an error.
    """
    where = locale_of(locale)
    if numbering := _numbering_of(locale, where):
        choices = {**choices, "numbering": numbering}
    return plan_of(where, currency, option_key(choices, door))


def _numbering_of(locale: str | Locale, where: Locale) -> Numbering | None:
    """Return the digits that a tag asks for, if it does."""
    system = system_of(locale)
    if not system:
        return None
    native = native_of(where)
    if system not in {"latn", "native", native}:
        text = f"locale {printable(str(locale))}: {where} is written with latn or {native} digits"
        raise UnknownLocale(text, locale=str(locale))
    return "latn" if system == "latn" else "native"


def percent_plan(locale: str | Locale, choices: Choices, door: str) -> Plan:
    """Return the plan for per cent, with ``digits``, ``sign`` and ``numbering`` from *choices*."""
    where = locale_of(locale)
    if numbering := _numbering_of(locale, where):
        choices = {**choices, "numbering": numbering}
    return _percent_plan(where, option_key(choices, door))


@lru_cache(maxsize=128)
def _percent_plan(locale: Locale, key: Key) -> Plan:
    options = chosen(key)
    facts = facts_of(locale, _system(locale, options))
    numbers, pattern = facts.numbers(is_money=False), facts.pattern("percentage")
    digits = options["digits"] if isinstance(options["digits"], int) else 0
    return Plan(
        numbers=numbers,
        groups=pattern.groups,
        minimum=numbers.minimum,
        precision=Fixed(digits, options["rounding"]),
        layouts={0: {OTHER: layout_of(pattern, numbers)}},
        names={},
        plural=facts.plural,
        sign=options["sign"],
    )


def _system(locale: Locale, options: Choices) -> str:
    return native_of(locale) if options["numbering"] == "native" else "latn"


@lru_cache(maxsize=512)
def plan_of(locale: Locale, currency: Currency, key: Key = ()) -> Plan:
    """Return everything that printing needs, for options that have been checked."""
    options = chosen(key)
    facts = facts_of(locale, _system(locale, options))
    symbol = symbol_of(facts, currency, options)
    numbers = facts.numbers(currency)
    pattern = facts.pattern(_PATTERNS.get(options["style"], "standard"), currency)
    layouts: dict[int, Mapping[str, Layout]] = {0: {OTHER: layout_of(pattern, numbers, symbol)}}
    scales: dict[int, int] = {}
    alone: set[tuple[int, str]] = set()
    if options["notation"] != "standard":
        kind = "currency"
        if options["style"] in {"name", "none"}:
            kind = "short" if options["notation"] == "compact" else "long"
        made: dict[tuple[str, ...], Layout] = {}  # 12 powers share 4 words or so
        for power, patterns in facts.compact(kind).items():
            scales[power] = 0
            if _is_wordless(patterns[OTHER]):
                continue
            scales[power] = power - patterns[OTHER].zeros + 1
            by_category = {}
            for category, worded in _distinct(patterns).items():
                affixes = worded[:4]
                if affixes not in made:
                    made[affixes] = layout_of(worded, numbers, symbol, is_compact=True)
                by_category[category] = made[affixes]
                if not worded.zeros:
                    alone.add((power, category))
            layouts[power] = by_category
    plan = Plan(
        numbers=numbers,
        groups=pattern.groups,
        # Beside a word, four digits stand ungrouped (ICU: at least two before the separator).
        minimum=numbers.minimum if options["notation"] == "standard" else max(2, numbers.minimum),
        precision=_precision(currency, options, scales),
        layouts=layouts,
        names=_names(facts, currency) if options["style"] == "name" else {},
        plural=facts.plural,
        sign=options["sign"],
        alone=frozenset(alone),
    )
    if options["symbols"] == "ascii":
        plan = translated(plan, ASCII)
    return translated(plan, PLAIN_SPACES) if options["spaces"] == "plain" else plan


def translated(plan: Plan, table: Mapping[int, str | None]) -> Plan:
    """Return *plan* with what *table* has for the characters of its signs and words."""

    def affixes(both: Affixes) -> Affixes:
        before, after = (tuple(_part(part, table) for part in parts) for parts in both)
        return before, after

    signs = plan.numbers
    numbers = signs._replace(
        decimal=signs.decimal.translate(table),
        group=signs.group.translate(table),
        minus=signs.minus.translate(table),
        plus=signs.plus.translate(table),
        percent=signs.percent.translate(table),
        about=signs.about.translate(table),
        dash=signs.dash.translate(table),
    )
    layouts = {
        power: {case: Layout(*map(affixes, layout)) for case, layout in by_case.items()}
        for power, by_case in plan.layouts.items()
    }
    names = {case: affixes(name) for case, name in plan.names.items()}
    return plan._replace(numbers=numbers, layouts=layouts, names=names)


def enclosed(plan: Plan, before: str, after: str) -> Plan:
    """Return *plan* with literal text around all that it prints."""

    def affixes(both: Affixes) -> Affixes:
        prefix, suffix = both
        return (Part("literal", before), *prefix), (*suffix, Part("literal", after))

    if plan.names:
        return plan._replace(names={case: affixes(name) for case, name in plan.names.items()})
    layouts = {
        power: {case: Layout(*map(affixes, layout)) for case, layout in by_case.items()}
        for power, by_case in plan.layouts.items()
    }
    return plan._replace(layouts=layouts)


def _part(part: Part, table: Mapping[int, str | None]) -> Part:
    return part._replace(text=part.text.translate(table))


def _names(facts: LocaleFacts, currency: Currency) -> Mapping[str, Affixes]:
    names = facts.names(currency)
    return _distinct({category: name_affixes(*texts) for category, texts in names.items()})


def _precision(currency: Currency, options: Choices, scales: Mapping[int, int]) -> Precision:
    """Return what rounds amounts to the digits that are asked for."""
    digits, rounding = options["digits"], options["rounding"]
    if options["significant"] is not None:
        rest = options["significant"] - 1
        return Floating(lambda first, _: first - rest, scales, rounding)
    if options["notation"] != "standard":
        if isinstance(digits, int):
            return Floating(lambda _, scale: scale - digits, scales, rounding, is_stripped=False)
        if isinstance(digits, tuple):
            least, most = digits
            return Floating(lambda _, scale: scale - most, scales, rounding, least=least)
        if digits == "whole":
            return Floating(lambda _, scale: scale, scales, rounding)
        # ICU's rule: whole where that leaves two digits or more, else two digits.
        return Floating(lambda first, scale: scale if first > scale else first - 1, scales, rounding)
    if isinstance(digits, int):
        return Fixed(digits, rounding)
    if isinstance(digits, tuple):
        return Loose(*digits, rounding)
    if digits == "given":
        return Loose(0, None, rounding)
    usual = fractions(currency)
    if digits == "cash":
        return Fixed(usual.cash_digits, rounding, step=usual.cash_step)
    return Fixed(0 if digits == "whole" else usual.digits, rounding, is_stripped=digits == "auto")


def _is_wordless(pattern: Pattern) -> bool:
    """Whether a pattern is CLDR's way to say that this power of ten has no word."""
    return not (pattern.prefix + pattern.suffix).strip(_BLANK)


def _distinct(by_category: Mapping[str, T]) -> Mapping[str, T]:
    """Return one entry where all categories have the same."""
    if all(value == by_category[OTHER] for value in by_category.values()):
        return {OTHER: by_category[OTHER]}
    return by_category
