"""The data of ``cafx-money.js``: how ten locales write nine currencies, from cafx's own locale data.

The file holds no general engine. What its locales have in common is written in its code (groups of three,
the sign of a negative amount first, words for thousands to trillions that do not change with the number);
here each of these is checked, so that data it could not print stop ``make js``.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final
from unicodedata import category

from babel.core import get_global

from cafx.core.currency import Currency
from cafx.display import OFFERED
from cafx.display.strip import STOP
from cafx.errors import UnknownLocale
from cafx.locale.facts import fractions
from cafx.locale.options import NINE
from cafx.locale.patterns import joined
from cafx.locale.plan import plan_for
from cafx.locale.plurals import OTHER
from cafx.locale.tags import locale_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cafx.locale.options import Notation, Style
    from cafx.locale.plan import Plan

STYLES: Final[tuple[Style, ...]] = ("symbol", "narrow", "display")
SPACE: Final = "~"  # stands for U+00A0, which nobody sees in a file
#: The powers of ten that have words, and the one that each word stands for.
POWERS: Final = range(3, 15)
SCALES: Final = {power: min(power - power % 3, 12) for power in POWERS}
DECIMALS: Final = 2


def data() -> str:
    """Return the data as JavaScript."""
    rows = {name_of(locale): row_of(locale) for locale in OFFERED}
    lines = ",\n".join(f"{json.dumps(name)}: {_script(row)}" for name, row in rows.items())
    apart = {name: found for name in rows if "-" not in name and (found := regions_apart(name, list(rows)))}
    return (
        f'const CURRENCIES = {json.dumps(" ".join(NINE))}.split(" ");\n'
        f"const APART = {_script(apart)};\n"
        f"const LOCALES = {{\n{lines}\n}};\n"
    )


def name_of(locale: str) -> str:
    """Return the shortest name of a locale that no other one offered has.

    >>> name_of("kk-KZ"), name_of("ru-KZ"), name_of("uz-Cyrl-UZ")
    ('kk', 'ru-KZ', 'uz-Cyrl')
    """
    language = locale.rpartition("-")[0]
    return language if language and language not in OFFERED else locale


def row_of(locale: str) -> dict[str, object]:
    """Return how a locale writes money, checked for all that the file takes for granted."""
    plans = {style: [_plan(locale, code, style) for code in NINE] for style in STYLES}
    usual = plans["display"][0]
    is_before = bool(joined(usual.layouts[0][OTHER].plain[0]))
    signs = {style: [_sign(plan, is_before=is_before) for plan in plans[style]] for style in STYLES}
    for code in NINE:
        _expect(fractions(code).digits == Currency(code).minor_digits == DECIMALS, f"{code} has two decimals")
        for style in (*STYLES, "code"):
            plan = _plan(locale, code, style)
            _expect(plan.numbers == usual.numbers, f"{locale} writes {code} with the signs of all others")
            _expect(plan.groups == (3, 3) and plan.numbers.minimum == 1, f"{locale} has groups of three")
            _expect(plan.numbers.minus == "-" and not plan.numbers.digits, f"{locale} writes -1")
            _expect(set(plan.layouts[0]) == {OTHER}, f"{locale} writes {code} in one way")
    words = _words(locale)
    language = name_of(locale).partition("-")[0]
    return {
        **({"before": 1} if is_before else {}),
        "decimal": usual.numbers.decimal,
        "group": usual.numbers.group,
        "words": "|".join(
            word if place == 0 or word != words[place - 1] else "" for place, word in enumerate(words)
        ),
        **{style: " ".join(signs[style]) for style in STYLES},
        "script": _script_of(locale),
        "stop": STOP.get(name_of(locale)) or STOP[language],
    }


def _script_of(locale: str) -> str:
    likely: str = get_global("likely_subtags")[locale.partition("-")[0]]
    return locale_of(locale).script or likely.split("_")[1]


def regions_apart(name: str, names: list[str]) -> str:
    """Return the regions that do not write as their language does here, and have no row of their own."""
    found, usual = [], list(_prints(name))
    for region in sorted(get_global("territory_currencies")):
        regional = f"{name}-{region}"
        if regional not in names and _is_apart(regional, name, usual):
            found.append(region)
    return "".join(found)


def _is_apart(regional: str, name: str, usual: list[object]) -> bool:
    try:
        if locale_of(regional) == locale_of(name):  # CLDR has nothing of its own for that region
            return False
    except UnknownLocale:
        return True
    return any(one != other for one, other in zip(_prints(regional), usual, strict=True))


def _prints(locale: str) -> Iterator[object]:
    """Yield all that decides how a locale prints the currencies, the likeliest to differ first."""
    for notation in ("standard", "compact"):
        for style in ("symbol", "display", "narrow", "code"):
            for code in ("USD", *NINE):
                plan = _plan(locale, code, style, notation)
                numbers = plan.numbers._replace(plus="", percent="", about="", dash="")
                yield numbers, plan.groups, plan.minimum, repr(plan.layouts)


def _plan(locale: str, code: str, style: Style, notation: Notation = "standard") -> Plan:
    choices = {"symbols": "safe", "style": style, "notation": notation}
    return plan_for(locale, Currency(code), choices, "make js")


def _sign(plan: Plan, *, is_before: bool) -> str:
    """Return the sign of a currency, after a check that the file puts it where the plan does."""
    prefix, suffix = map(joined, plan.layouts[0][OTHER].plain)
    sign = (prefix if is_before else suffix).strip("\u00a0")
    _expect(sign and SPACE not in sign and " " not in sign, f"{sign} is one word")
    space = "" if is_before and category(sign[-1])[0] in "SZ" else "\u00a0"
    around = (sign + space, "") if is_before else ("", space + sign)
    _expect((prefix, suffix) == around, f"{sign} has its place")
    return sign


def _words(locale: str) -> list[str]:
    """Return the words for the powers of ten from a thousand on, each as it stands behind the digits."""
    found: dict[int, str] = {}
    for code in NINE:
        for style in (*STYLES, "code"):
            plain, plan = _plan(locale, code, style), _plan(locale, code, style, "compact")
            prefix, suffix = map(joined, plain.layouts[0][OTHER].plain)
            _expect(plan.precision.scales == SCALES, f"{locale} has words for powers of a thousand")
            _expect(not plan.alone and plan.minimum == 2, f"{locale} has digits beside each word")
            for power in POWERS:
                _expect(set(plan.layouts[power]) == {OTHER}, f"{locale} has one word for each power")
                layout = plan.layouts[power][OTHER]
                before, after = map(joined, layout.plain)
                word = after.removesuffix(suffix)
                _expect((before, after) == (prefix, word + suffix), f"{locale} has words behind the digits")
                _expect(tuple(map(joined, layout.minus)) == ("-" + before, after), f"{locale} writes -1")
                _expect(found.setdefault(power, word) == word, f"{locale} has the same words for all")
    return [found[power] for power in POWERS]


def _script(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False)
    _expect(SPACE not in text, f"{SPACE} may stand for a space")
    return text.replace("\u00a0", SPACE)


def _expect(holds: object, claim: str) -> None:
    if not holds:
        message = f"cafx-money.js takes it for granted that {claim}, and it is no longer so"
        raise AssertionError(message)
