"""``parse_amount``: the strict inverse: what was printed in a locale, and nothing else.

Text is read by finding a currency at its start or end, then digits, and then by printing: only what
some style of that locale prints, digit for digit and separator for separator, is taken. So
``1,234`` is 1234 in English, 1.234 in Kazakh, and ``12,34`` nothing in English.
"""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from cafx.core.currency import KNOWN, Currency, currency_in_use
from cafx.core.decimals import CONTEXT
from cafx.core.text import printable
from cafx.errors import AmountError, ParseError
from cafx.locale.options import Choices, Notation, Style, Symbols, option_key
from cafx.locale.patterns import joined, layout_of, named_layout
from cafx.locale.plan import plan_of
from cafx.locale.plurals import OTHER
from cafx.locale.rounding import Floating
from cafx.locale.tags import locale_of
from cafx.locale.words import LOCAL_WORDS
from cafx.values.money import Money

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from babel import Locale

    from cafx.locale.plan import Plan

__all__ = ["parse_amount"]

_MAX_TEXT: Final = 300
_MAX_DECIMALS: Final = 60
_DIGITS: Final = "\0"  # the place of the digits
# What stands round digits besides a currency and a word.
_SIGNS: Final = " -+()\0"
#: Styles whose signs several currencies may have.
_SHARING: Final = frozenset({"narrow", "local"})
_WORDED: Final = frozenset(row.currency for row in LOCAL_WORDS)
_COUNTER: Final = frozenset("KGS KZT TJS UZS TMT USD EUR RUB CNY".split())
_MARKS: Final = "\u200e\u200f\u061c\u2066\u2067\u2068\u2069"
# What keyboards and editors put for the spaces, apostrophes and signs that are printed.
_FOLDED: Final = str.maketrans(
    {
        **dict.fromkeys("\u00a0\u202f\u2009\u2007", " "),
        **dict.fromkeys("\u02bb\u2018\u2019\u02bc`", "'"),
        **dict.fromkeys("\u2212\u2012\u2013", "-"),
        **dict.fromkeys(_MARKS, ""),
    }
)


class _Way(NamedTuple):
    """A currency as a style writes it."""

    currency: Currency
    style: Style
    symbols: Symbols = "cldr"
    words: tuple[tuple[Currency, str], ...] = ()
    notation: Notation = "standard"


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

    Your own words win over the locale's. A sign that is a currency's own symbol in the locale means that
    currency, as readers there take it, though ``style="narrow"`` writes it for others: ``5 $`` in Kazakh
    is of US dollars, never of Australian ones unless *currency* says so.

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
    only = None if currency is None else currency_in_use(currency)
    meanings = set() if len(text) > _MAX_TEXT else _meanings(text.strip(), where, only, words or {})
    if len(meanings) == 1:
        return meanings.pop()
    if meanings:
        codes = ", ".join(sorted({money.currency for money in meanings}))
        message = f"{printable(text)} may be of {codes} in {where}: pass currency="
    else:
        example = plan_of(where, only or KNOWN["KZT"], ()).text("1234.50").translate(_FOLDED)
        message = f"{printable(text)} is not an amount as {where} writes it, such as {example}"
    raise ParseError(message, text=text[:_MAX_TEXT], place=0)


def _meanings(text: str, locale: Locale, only: Currency | None, words: Mapping[str, str]) -> set[Money]:
    """Return what *text* may mean: one amount, or several where currencies share the sign.

    A sign that is one currency's own symbol in the locale means that currency, though others have it for
    a narrow one, unless another is a counter-currency of the region: ``¥`` in English says nothing.
    """
    folded = text.translate(_FOLDED)
    native = _plan(locale, KNOWN["KZT"], {"numbering": "native"}).numbers.digits
    places = [index for index, character in enumerate(folded) if character in "0123456789" + native]
    base: Choices = {"sign": "always" if "+" in folded else "keep"}
    if not places:  # a word may be the whole number: mille
        ways = [_Way(way.currency, "name", notation="compact_long") for way in _named(folded, locale)]
        ways = [way for way in ways if only is None or way.currency is only]
        return set(_read(folded, locale, ways, base))
    digits = folded[places[0] : places[-1] + 1]
    if not set(_MARKS).isdisjoint(text) and not _is_whole(text, digits):
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
    found = set(_read(folded, locale, [way for way in ways if way.style not in _SHARING], base))
    shared = [way for way in ways if way.style in _SHARING and (not found or way.currency in _COUNTER)]
    found.update(_read(folded, locale, shared, base))
    # In Tajik, сом is the Kyrgyz som and сом. the somoni: one lost point, and another currency.
    if found and only is None and folded.split()[-1] + "." in _vocabulary(locale)[0]:
        found |= _meanings(text + ".", locale, only, words)
    return found


def _is_whole(text: str, digits: str) -> bool:
    """Whether *digits*, which are folded, stand in *text* without marks between them."""
    first, last = digits[0], digits[-1]
    span = text[text.index(first) : text.rindex(last) + 1]
    return set(_MARKS).isdisjoint(span)


def _ways_of(around: str, locale: Locale, words: Mapping[str, str], *, is_bare: bool) -> Iterator[_Way]:
    """Return the currencies and notations that what stands *around* the digits allows."""
    names, powers = _vocabulary(locale)
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


def _named(text: str, locale: Locale) -> Iterator[_Way]:
    """Return the currencies whose name stands beside a word for a power of ten, without digits."""
    names, powers = _vocabulary(locale)
    for name, ways in names.items():
        if name in text and "".join(text.replace(name, "", 1).strip(_SIGNS).split()) in powers:
            yield from (way for way in ways if way.style == "name")


def _own_words(words: Mapping[str, str]) -> Iterator[tuple[str, tuple[_Way, ...]]]:
    for code, word in words.items():
        option_key({"words": {code: word}}, "parse_amount")
        own = ((Currency(code), word),)
        yield word.translate(_FOLDED).strip(), (_Way(Currency(code), "local", words=own),)


@lru_cache(maxsize=32)
def _vocabulary(locale: Locale) -> tuple[dict[str, tuple[_Way, ...]], frozenset[str]]:
    """Return what names currencies in *locale*, folded, and its words for powers of ten, spaces left out."""
    from cafx.locale.data import data_of

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
                plan = _plan(locale, currency, {"style": style, "symbols": "safe"})
                prefix, suffix = plan.layouts[0][OTHER].plain
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


def _read(text: str, locale: Locale, ways: list[_Way], base: Choices) -> Iterator[Money]:
    """Read *text* in each of *ways*, and prove it by printing."""
    for currency, style, symbols, words, notation in ways:
        way: Choices = {"style": style, "symbols": symbols, "words": words, "notation": notation}
        for value, decimals in _values(text, _plan(locale, currency, {**base, **way})):
            printing = _plan(locale, currency, {**base, **way, "digits": decimals})
            try:
                is_print = printing.text(value).translate(_FOLDED) == text
            except AmountError:  # more digits than an amount has
                continue
            if is_print:
                yield Money(value, currency)


def _plan(locale: Locale, currency: Currency, choices: Choices) -> Plan:
    return plan_of(locale, currency, option_key(choices, "parse_amount"))


def _values(text: str, plan: Plan) -> Iterator[tuple[Decimal, int]]:
    """Return the numbers that *text* may be with the affixes of *plan*."""
    for power, by_category in plan.layouts.items():
        scale = plan.precision.scale_of(power) if isinstance(plan.precision, Floating) and power else 0
        affixes = {
            (joined(prefix).translate(_FOLDED), joined(suffix).translate(_FOLDED), sign, (power, case))
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
    whole, _, decimals = body.partition(numbers.decimal.translate(_FOLDED))
    whole = whole.replace(numbers.group.translate(_FOLDED), "")
    number = f"{whole}.{decimals}" if decimals else whole
    if not number.isascii() or not number.replace(".", "", 1).isdigit() or len(decimals) > _MAX_DECIMALS:
        return None
    return number if len(number) <= _MAX_TEXT // 3 else None
