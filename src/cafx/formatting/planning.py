"""From choices to a plan: which patterns, symbols and digits a format uses."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, TypeVar

from cafx.errors import UnknownLocale, shown
from cafx.formatting.layout import Affixes, Layout, layout_of, name_affixes
from cafx.formatting.locales import lineage, locale_of, system_of
from cafx.formatting.options import Choices, Options, options_of
from cafx.formatting.plan import Plan
from cafx.formatting.plurals import OTHER
from cafx.formatting.precision import Fixed, Floating

if TYPE_CHECKING:
    from collections.abc import Mapping

    from babel import Locale

    from cafx.currency import Currency
    from cafx.formatting.locale_data import LocaleData, Pattern

__all__ = ["plan_for", "plan_of"]

T = TypeVar("T")

_BLANK: Final = "¤ \u00a0\u202f\u200e\u200f"


def plan_for(locale: str | Locale, currency: Currency, choices: Choices) -> Plan:
    """Give the plan for *choices*, from a bounded cache; digits that the tag asks for go before theirs."""
    where, options = locale_of(locale), options_of(choices)
    if system := system_of(locale):
        native = where.other_numbering_systems.get("native", "latn")
        if system not in {"latn", "native", native}:
            message = f"locale {shown(str(locale))}: {where} is written with latn or {native} digits"
            raise UnknownLocale(message, locale=str(locale))
        options = options._replace(numbering="latn" if system == "latn" else "native")
    return plan_of(where, currency, options)


@lru_cache(maxsize=512)
def plan_of(locale: Locale, currency: Currency, options: Options) -> Plan:
    """Look up everything that printing needs."""
    from cafx.formatting.locale_data import data_of

    system = "latn"
    if options.numbering == "native":
        system = locale.other_numbering_systems.get("native", "latn")
    data = data_of(locale, system)
    symbol = _symbol(data, currency, options)
    pattern = {"name": data.decimal, "accounting": data.accounting}.get(options.style, data.standard)
    layouts: dict[int, Mapping[str, Layout]] = {0: {OTHER: layout_of(pattern, data.numbers, symbol)}}
    scales: dict[int, int] = {}
    alone: set[tuple[int, str]] = set()
    if options.notation != "standard":
        kind = "currency"
        if options.style == "name":
            kind = "short" if options.notation == "compact" else "long"
        made: dict[tuple[str, ...], Layout] = {}  # 12 powers share 4 words or so
        for power, patterns in data.compact(kind).items():
            scales[power] = 0
            if _is_wordless(patterns[OTHER]):
                continue
            scales[power] = power - patterns[OTHER].zeros + 1
            by_category = {}
            for category, worded in _distinct(patterns).items():
                affixes = worded[:4]
                if affixes not in made:
                    made[affixes] = layout_of(worded, data.numbers, symbol, is_compact=True)
                by_category[category] = made[affixes]
                if not worded.zeros:
                    alone.add((power, category))
            layouts[power] = by_category
    return Plan(
        numbers=data.numbers,
        groups=pattern.groups,
        # Beside a word, four digits stand ungrouped (ICU: at least two before the separator).
        minimum=data.numbers.minimum if options.notation == "standard" else max(2, data.numbers.minimum),
        precision=_precision(currency, options, scales),
        layouts=layouts,
        names=_names(data, currency) if options.style == "name" else {},
        plural=data.plural,
        sign=options.sign,
        alone=frozenset(alone),
    )


def _names(data: LocaleData, currency: Currency) -> Mapping[str, Affixes]:
    names = data.names(currency)
    return _distinct({category: name_affixes(*texts) for category, texts in names.items()})


def _symbol(data: LocaleData, currency: Currency, options: Options) -> str:
    if options.style == "code":
        return str(currency)
    if options.style == "local":
        from cafx.formatting.words import local_word

        own = dict(options.words).get(currency)
        return own or local_word(lineage(data.identifier), currency) or data.symbol(currency)
    symbol = data.narrow_symbol(currency) if options.style == "narrow" else data.symbol(currency)
    if options.signs == "safe":
        from cafx.formatting.words import safe_sign

        return safe_sign(lineage(data.identifier), symbol)
    return symbol


def _precision(currency: Currency, options: Options, scales: Mapping[int, int]) -> Fixed | Floating:
    """Give what rounds amounts to the digits that are asked for."""
    from babel.core import get_global

    digits, rounding = options.digits, options.rounding
    if options.significant is not None:
        rest = options.significant - 1
        return Floating(lambda first, _: first - rest, scales, rounding)
    if options.notation != "standard":
        if isinstance(digits, int):
            return Floating(lambda _, scale: scale - digits, scales, rounding, is_stripped=False)
        if digits == "whole":
            return Floating(lambda _, scale: scale, scales, rounding)
        # ICU's rule: whole where that leaves two digits or more, else two digits.
        return Floating(lambda first, scale: scale if first > scale else first - 1, scales, rounding)
    if isinstance(digits, int):
        return Fixed(digits, rounding)
    fractions = get_global("currency_fractions")
    usual, _, cash, step = fractions.get(currency, fractions["DEFAULT"])
    if digits == "cash":
        return Fixed(cash, rounding, step=step or 1)
    return Fixed(0 if digits == "whole" else usual, rounding, is_stripped=digits == "auto")


def _is_wordless(pattern: Pattern) -> bool:
    """Whether a pattern is CLDR's way to say that this power of ten has no word."""
    return not (pattern.prefix + pattern.suffix).strip(_BLANK)


def _distinct(by_category: Mapping[str, T]) -> Mapping[str, T]:
    """Keep one entry where all categories have the same."""
    if all(value == by_category[OTHER] for value in by_category.values()):
        return {OTHER: by_category[OTHER]}
    return by_category
