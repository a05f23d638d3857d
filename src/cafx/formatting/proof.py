"""The strict way to read: what some style of a locale prints, digit for digit, and nothing else.

Text is read by finding a currency at its start or end, then digits, and then by printing: only what
comes out again, separator for separator, is taken.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from cafx.core.currency import KNOWN, Currency
from cafx.core.decimals import CONTEXT
from cafx.errors import AmountError
from cafx.formatting.vocabulary import (
    COUNTER,
    FOLDED,
    MARKS,
    SHARING,
    Way,
    home_currency,
    plan_in,
    vocabulary_of,
)
from cafx.locale.options import option_key
from cafx.locale.patterns import joined, named_layout
from cafx.locale.rounding import Floating
from cafx.values.money import Money

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from babel import Locale

    from cafx.locale.options import Choices
    from cafx.locale.plan import Plan

__all__ = ["MAX_TEXT", "read_print"]

#: Longer texts are not amounts.
MAX_TEXT: Final = 300
_MAX_DECIMALS: Final = 60
_DIGITS: Final = "\0"  # the place of the digits
# What stands round digits besides a currency and a word.
_SIGNS: Final = " -+()\0"


def read_print(text: str, locale: Locale, only: Currency | None, words: Mapping[str, str]) -> set[Money]:
    """Return what *text* may mean: one amount, or several where currencies share the sign.

    A sign that is one currency's own symbol in the locale means that currency, though others have it for
    a narrow one, unless another is a counter-currency of the region: ``¥`` in English says nothing.
    """
    folded = text.translate(FOLDED)
    native = plan_in(locale, KNOWN["KZT"], {"numbering": "native"}).numbers.digits
    places = [index for index, character in enumerate(folded) if character in "0123456789" + native]
    base: Choices = {"sign": "always" if "+" in folded else "keep"}
    if not places:  # a word may be the whole number: mille
        ways = [Way(way.currency, "name", notation="compact_long") for way in _named(folded, locale)]
        ways = [way for way in ways if only is None or way.currency is only]
        return set(_read(folded, locale, ways, base))
    digits = folded[places[0] : places[-1] + 1]
    if not MARKS.isdisjoint(text) and not _is_whole(text, digits):
        return set()  # a mark of direction parts the digits: two numbers, or a disguise
    if native and not set(native).isdisjoint(digits):
        base = {**base, "numbering": "native"}
    around = folded[: places[0]] + _DIGITS + folded[places[-1] + 1 :]
    # Compact notation leaves four digits ungrouped, and has no word for them in some languages.
    is_bare = len(digits) > 3 and digits[:4].isdigit()  # noqa: PLR2004 -- a group is three
    ways = [
        way
        for way in _ways_of(around, locale, words, is_bare=is_bare)
        if only is None or way.currency is only
    ]
    own = set(_read(folded, locale, [way for way in ways if way.words], base))
    if own:
        return own
    found = set(_read(folded, locale, [way for way in ways if way.style not in SHARING], base))
    if home_currency(locale) not in {money.currency for money in found}:
        shared = [way for way in ways if way.style in SHARING and (not found or way.currency in COUNTER)]
        found.update(_read(folded, locale, shared, base))
    # In Tajik, сом is the Kyrgyz som and сом. the somoni: one lost point, and another currency.
    if found and only is None and folded.split()[-1] + "." in vocabulary_of(locale)[0]:
        found |= read_print(text + ".", locale, only, words)
    return found


def _is_whole(text: str, digits: str) -> bool:
    """Whether *digits*, which are folded, stand in *text* without marks between them."""
    first, last = digits[0], digits[-1]
    span = text[text.index(first) : text.rindex(last) + 1]
    return MARKS.isdisjoint(span)


def _ways_of(around: str, locale: Locale, words: Mapping[str, str], *, is_bare: bool) -> Iterator[Way]:
    """Return the currencies and notations that what stands *around* the digits allows."""
    names, powers = vocabulary_of(locale)
    for name, ways in (*names.items(), *_own_words(words)):
        if name not in around:
            continue
        rest = "".join(around.replace(name, "", 1).strip(_SIGNS).split())
        if rest in powers:
            for way in ways:
                yield way._replace(notation="compact")
                yield way._replace(notation="compact_long")
        elif not rest:
            yield from ways
            if is_bare:
                yield from (way._replace(notation="compact") for way in ways)


def _named(text: str, locale: Locale) -> Iterator[Way]:
    """Return the currencies whose name stands beside a word for a power of ten, without digits."""
    names, powers = vocabulary_of(locale)
    for name, ways in names.items():
        if name in text and "".join(text.replace(name, "", 1).strip(_SIGNS).split()) in powers:
            yield from (way for way in ways if way.style == "name")


def _own_words(words: Mapping[str, str]) -> Iterator[tuple[str, tuple[Way, ...]]]:
    for code, word in words.items():
        option_key({"words": {code: word}}, "parse_amount")
        own = ((Currency(code), word),)
        yield word.translate(FOLDED).strip(), (Way(Currency(code), "local", words=own),)


def _read(text: str, locale: Locale, ways: list[Way], base: Choices) -> Iterator[Money]:
    """Read *text* in each of *ways*, and prove it by printing."""
    for currency, style, symbols, words, notation in ways:
        way: Choices = {"style": style, "symbols": symbols, "words": words, "notation": notation}
        for value, decimals in _values(text, plan_in(locale, currency, {**base, **way})):
            printing = plan_in(locale, currency, {**base, **way, "digits": decimals})
            try:
                is_print = printing.text(value).translate(FOLDED) == text
            except AmountError:  # more digits than an amount has
                continue
            if is_print:
                yield Money(value, currency)


def _values(text: str, plan: Plan) -> Iterator[tuple[Decimal, int]]:
    """Return the numbers that *text* may be with the affixes of *plan*."""
    for power, by_category in plan.layouts.items():
        scale = plan.precision.scale_of(power) if isinstance(plan.precision, Floating) and power else 0
        affixes = {
            (joined(prefix).translate(FOLDED), joined(suffix).translate(FOLDED), sign, (power, case))
            for case, layout in by_category.items()
            for named in ([named_layout(layout, name) for name in plan.names.values()] or [layout])
            for (prefix, suffix), sign in zip(named, ("", "-", ""), strict=True)
        }
        for prefix, suffix, sign, word in affixes:
            if word in plan.alone:
                if text == prefix + suffix:
                    yield CONTEXT.scaleb(Decimal(sign + "1"), scale), 0
                continue
            if len(text) > len(prefix) + len(suffix) and text.startswith(prefix) and text.endswith(suffix):
                body = text[len(prefix) : len(text) - len(suffix)]
                number = _number(body, plan)
                if number is not None:
                    yield CONTEXT.scaleb(Decimal(sign + number), scale), len(number.partition(".")[2])


def _number(body: str, plan: Plan) -> str | None:
    """Return plain ASCII digits for digits as the locale writes them."""
    numbers = plan.numbers
    if numbers.digits:
        body = body.translate(str.maketrans(numbers.digits, "0123456789"))
    whole, _, decimals = body.partition(numbers.decimal.translate(FOLDED))
    whole = whole.replace(numbers.group.translate(FOLDED), "")
    number = f"{whole}.{decimals}" if decimals else whole
    if not number.isascii() or not number.replace(".", "", 1).isdigit() or len(decimals) > _MAX_DECIMALS:
        return None
    return number if len(number) <= MAX_TEXT // 3 else None
