"""``parse_amount``: the strict inverse: what was printed in a locale, and nothing else.

Text is read by finding a currency at its start or end, then digits, and then by printing: only what
some style of that locale prints, digit for digit and separator for separator, is taken. So
``1,234`` is 1234 in English, 1.234 in Kazakh, and ``12,34`` nothing in English.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from cafx.currency import KNOWN, Currency
from cafx.decimals import CONTEXT, decimal_of
from cafx.errors import AmountError, ParseError, shown
from cafx.formatting.layout import joined, layout_of, named_layout
from cafx.formatting.locales import locale_of
from cafx.formatting.options import Notation, Options, Signs, Style, options_of
from cafx.formatting.planning import plan_of
from cafx.formatting.plurals import OTHER
from cafx.formatting.precision import Floating
from cafx.formatting.words import LOCAL_WORDS
from cafx.money import Money

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from decimal import Decimal

    from babel import Locale

    from cafx.formatting.plan import Plan

__all__ = ["parse_amount"]

_MAX_TEXT: Final = 300
_MAX_DECIMALS: Final = 60
_PLAIN_NOTATIONS: Final[tuple[Notation, ...]] = ("standard",)
_WORDED_NOTATIONS: Final[tuple[Notation, ...]] = ("compact", "compact_long")
# What stands round digits besides a currency and a word; \0 marks the place of the digits.
_SIGNS: Final = " -+()\0"
_WORDED: Final = frozenset(row.currency for row in LOCAL_WORDS)
_COUNTER: Final = frozenset("KGS KZT TJS UZS TMT USD EUR RUB CNY".split())
# What keyboards and editors put for the spaces, apostrophes and signs that are printed.
_FOLDED: Final = str.maketrans(
    {
        **dict.fromkeys("\u00a0\u202f\u2009\u2007", " "),
        **dict.fromkeys("\u02bb\u2018\u2019\u02bc`", "'"),
        **dict.fromkeys("\u2212\u2012\u2013", "-"),
        **dict.fromkeys("\u200e\u200f\u061c\u2066\u2067\u2068\u2069", ""),
    }
)


class _Way(NamedTuple):
    """A currency as a style writes it."""

    currency: Currency
    style: Style
    signs: Signs = "cldr"
    words: tuple[tuple[str, str], ...] = ()


class _Found(NamedTuple):
    """What a text may mean."""

    money: Money
    is_shared: bool


def parse_amount(
    text: str,
    locale: str | Locale,
    *,
    currency: str | None = None,
    words: Mapping[str, str] | None = None,
) -> Money:
    r"""Read an amount that was printed in *locale*, in any style, with its sign and digits.

    Taken beside the exact print: plain spaces for no-break ones, and any of the apostrophes and minus signs
    in use. A word for a power of ten counts exactly: ``1,2 млн ₸`` is 1 200 000.

    Args:
        text: what was printed.
        locale: in Babel's or BCP 47's spelling, or a Babel ``Locale``.
        currency: the code, where the sign alone does not say it.
        words: your own words by currency code, as ``format_money`` was given them.

    Raises:
        ParseError: not an amount as that locale writes it, or a sign that more than one currency has.

    >>> parse_amount("1 234,50 ₸", "kk_KZ"), parse_amount("KZT 1,234.50", "en")
    (Money('1234.50', 'KZT'), Money('1234.50', 'KZT'))
    >>> parse_amount("1,234.50 ₸", "kk_KZ")
    Traceback (most recent call last):
    cafx.errors.ParseError: '1,234.50 \u20b8' is not an amount as kk_KZ writes it, such as 1 234,50 ₸
    """
    if not isinstance(text, str):
        message = f"an amount is read from text, not from {type(text).__name__}"
        raise TypeError(message)
    where = locale_of(locale)
    only = None if currency is None else Currency(currency)
    found = [] if len(text) > _MAX_TEXT else _readings(text.strip(), where, only, words or {})
    unshared = [reading for reading in found if not reading.is_shared]
    meanings = {reading.money for reading in unshared or found}
    rivals = {
        reading.money.currency
        for reading in found
        if reading.is_shared and (not unshared or reading.money.currency in _COUNTER)
    } | {money.currency for money in meanings}
    if len(meanings) == 1 and (only is not None or len(rivals) == 1):
        return meanings.pop()
    if meanings:
        codes = ", ".join(sorted(rivals))
        message = f"{shown(text)} may be of {codes} in {where}: pass currency="
    else:
        example = plan_of(where, only or KNOWN["KZT"], Options()).text("1234.50").translate(_FOLDED)
        message = f"{shown(text)} is not an amount as {where} writes it, such as {example}"
    raise ParseError(message, text=text[:_MAX_TEXT], place=0)


def _readings(text: str, locale: Locale, only: Currency | None, words: Mapping[str, str]) -> list[_Found]:
    folded = text.translate(_FOLDED)
    native = plan_of(locale, KNOWN["KZT"], Options(numbering="native")).numbers.digits
    places = [index for index, character in enumerate(folded) if character in "0123456789" + native]
    if not places:
        return []
    digits = folded[places[0] : places[-1] + 1]
    base = Options(
        sign="always" if "+" in folded else "keep",
        numbering="native" if native and not set(native).isdisjoint(digits) else "latn",
    )
    around = folded[: places[0]] + "\0" + folded[places[-1] + 1 :]
    names, powers = _vocabulary(locale)
    found = []
    for name, ways in (*names.items(), *_own_words(words)):
        rest = around.replace(name, "", 1) if name in around else around
        rest = rest.strip(_SIGNS) if rest is not around else around
        if rest and rest not in powers:
            continue
        for way in ways:
            for notation in _WORDED_NOTATIONS if rest else _PLAIN_NOTATIONS:
                if only is None or way.currency is only:
                    options = base._replace(style=way.style, signs=way.signs, words=way.words)
                    money = _read(folded, locale, way.currency, options._replace(notation=notation))
                    if money is not None:
                        found.append(_Found(money, way.style in {"narrow", "local"}))
    return found


def _own_words(words: Mapping[str, str]) -> Iterator[tuple[str, tuple[_Way, ...]]]:
    for code, word in words.items():
        own = options_of({"words": {code: word}}).words
        yield word.translate(_FOLDED).strip(), (_Way(Currency(code), "local", words=own),)


@lru_cache(maxsize=32)
def _vocabulary(locale: Locale) -> tuple[dict[str, tuple[_Way, ...]], frozenset[str]]:
    """Give what names currencies in *locale*, folded, and its words for powers of ten."""
    from cafx.formatting.locale_data import data_of

    data = data_of(locale)
    names: dict[str, dict[_Way, None]] = {}
    styles: tuple[Style, ...] = ("local", "narrow", "symbol")

    def add(text: str, way: _Way) -> None:
        names.setdefault(text.translate(_FOLDED).strip(), {})[way] = None

    for currency in KNOWN.values():
        add(currency, _Way(currency, "code"))
        add(data.symbol(currency), _Way(currency, "symbol"))
        add(data.symbol(currency), _Way(currency, "accounting"))
        add(data.narrow_symbol(currency), _Way(currency, "narrow"))
        for before, after in data.names(currency).values():
            add(before.strip() or after.strip(), _Way(currency, "name"))
        if currency in _WORDED:
            for style in styles:
                options = Options(style=style, signs="safe")
                prefix, suffix = plan_of(locale, currency, options).layouts[0][OTHER].plain
                word = next(part.text for part in prefix + suffix if part.kind == "currency")
                add(word, _Way(currency, style, "safe"))
    words = {
        joined(part for part in affix if part.kind == "compact").translate(_FOLDED)
        for kind in ("currency", "short", "long")
        for by_category in data.compact(kind).values()
        for pattern in by_category.values()
        for affix in layout_of(pattern, data.numbers, "¤", is_compact=True).plain
    }
    return {name: tuple(ways) for name, ways in names.items()}, frozenset(words - {""})


def _read(text: str, locale: Locale, currency: Currency, options: Options) -> Money | None:
    """Read *text* as what *options* print, and prove it by printing."""
    plan = plan_of(locale, currency, options)
    for value, decimals in _values(text, plan):
        printing = plan_of(locale, currency, options._replace(digits=decimals))
        try:
            if printing.text(value).translate(_FOLDED) == text:
                return Money(value, currency)
        except AmountError:
            continue
    return None


def _values(text: str, plan: Plan) -> Iterator[tuple[Decimal, int]]:
    """Give the numbers that *text* may be with the affixes of *plan*."""
    for power, by_category in plan.layouts.items():
        scale = plan.precision.scale_of(power) if isinstance(plan.precision, Floating) and power else 0
        affixes = {
            (joined(prefix).translate(_FOLDED), joined(suffix).translate(_FOLDED), sign)
            for layout in by_category.values()
            for named in ([named_layout(layout, name) for name in plan.names.values()] or [layout])
            for (prefix, suffix), sign in zip(named, ("", "-", ""), strict=True)
        }
        for prefix, suffix, sign in affixes:
            if len(text) > len(prefix) + len(suffix) and text.startswith(prefix) and text.endswith(suffix):
                body = text[len(prefix) : len(text) - len(suffix)]
                number = _number(body, plan)
                if number is not None:
                    yield CONTEXT.scaleb(decimal_of(sign + number), scale), len(number.partition(".")[2])


def _number(body: str, plan: Plan) -> str | None:
    """Give plain ASCII digits for digits as the locale writes them."""
    numbers = plan.numbers
    if numbers.digits:
        body = body.translate(str.maketrans(numbers.digits, "0123456789"))
    whole, _, decimals = body.partition(numbers.decimal.translate(_FOLDED))
    whole = whole.replace(numbers.group.translate(_FOLDED), "")
    number = f"{whole}.{decimals}" if decimals else whole
    if not number.isascii() or not number.replace(".", "", 1).isdigit() or len(decimals) > _MAX_DECIMALS:
        return None
    return number if len(number) <= _MAX_TEXT // 3 else None
