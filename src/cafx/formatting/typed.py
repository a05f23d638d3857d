"""The plain way to read: a number by the locale's separators, a sign, and one name of a currency.

Forms that people type and no format prints are read here too: no grouping (``1234 ₸``), no space, the code
on either side, a word in any case, a minus at the end or brackets. What is left over makes it no amount.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from cafx.core.currency import KNOWN, Currency
from cafx.core.decimals import CONTEXT, MAX_DIGITS, MAX_PLACE, plain
from cafx.formatting.typed_words import TYPED_WORDS
from cafx.formatting.vocabulary import FOLDED, choose, plan_in, vocabulary_of
from cafx.values.money import Money

if TYPE_CHECKING:
    from collections.abc import Callable

    from babel import Locale

__all__ = ["Typed", "currencies_named", "read_typed", "split_typed"]

# Commas between thousands and a point: with both of them there is one reading.
_IS_OWN: Final = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+\.[0-9]+\Z").match
_NEGATIVE_WORDS: Final = ("минус ", "minus ")
_THOUSAND: Final = re.compile(r"[kK]\Z").search


class Typed(NamedTuple):
    """A text taken apart: its sign, what names the currency, and the number as it stands there."""

    is_negative: bool
    name: str
    number: str
    scale: int


def split_typed(text: str) -> Typed | None:
    """Return the parts of folded *text*; None where it is no number with one name beside it."""
    is_negative = False
    lower = text.lower()
    if text.startswith("(") and text.endswith(")"):
        is_negative, text = True, text[1:-1].strip()
    elif lower.startswith(_NEGATIVE_WORDS):
        is_negative, text = True, text.partition(" ")[2].strip()
    elif text.startswith(("-", "+")):
        is_negative, text = text[0] == "-", text[1:].strip()
    elif text.endswith("-"):
        is_negative, text = True, text[:-1].strip()
    digits = [index for index, character in enumerate(text) if character.isdecimal()]
    if not digits:
        return None
    before, number, after = (
        text[: digits[0]].rstrip(),
        text[digits[0] : digits[-1] + 1],
        text[digits[-1] + 1 :],
    )
    if before.endswith("-") and len(before) > 1 and not is_negative:  # $-5
        is_negative, before = True, before[:-1].rstrip()
    scale = 0
    if _THOUSAND(after.strip()) and after[:1] in "kK" and len(after.strip()) == 1:
        scale, after = 3, ""
    after = after.strip()
    if before and after:
        return None
    return Typed(is_negative, before or after, number, scale)


def read_typed(text: str, locale: Locale, only: Currency | None) -> frozenset[Money]:
    """Return what folded *text* may mean: nothing where it is not understood whole."""
    parts = split_typed(text)
    if parts is None:
        return frozenset()
    powers = vocabulary_of(locale)[1]
    word, space, rest = parts.name.partition(" ")
    power = powers.get(word)
    if space and power is not None and not parts.scale:
        parts = parts._replace(name=rest.strip(), scale=power)
    currencies = currencies_named(parts.name, locale)
    if not parts.name and only is not None:
        currencies = frozenset((only,))
    elif only is not None:
        currencies &= {only}
    digits = _reader(locale)(parts.number) if currencies else None
    if digits is None and currencies and parts.name in KNOWN and _IS_OWN(parts.number):
        digits = parts.number.replace(",", "")  # as str(Money) writes it, in any locale
    if digits is None:
        return frozenset()
    amount = Decimal(f"{'-' if parts.is_negative else ''}{digits}")
    if parts.scale:
        amount = Decimal(plain(CONTEXT.scaleb(amount, parts.scale)))
    return frozenset(Money(amount, currency) for currency in currencies)


def currencies_named(name: str, locale: Locale) -> frozenset[Currency]:
    """Return the currencies that *name* may mean in *locale*: a code in any case, a sign or a word."""
    names, _ = vocabulary_of(locale)
    ways = names.get(name)
    # In Tajik, сом is the Kyrgyz som and сом. the somoni: one lost point, and another currency.
    pointed = choose(names.get(name + ".", ()), locale)
    if ways is not None:
        return choose(ways, locale, is_dollar="$" in name) | pointed
    code = TYPED_WORDS.get((locale.language, name.lower())) or name.upper()
    known = KNOWN.get(code) if name.isascii() or code != name.upper() else None
    return frozenset() if known is None else frozenset((known,)) | pointed


@lru_cache(maxsize=64)
def _reader(locale: Locale) -> Callable[[str], str | None]:
    """Return a function that gives plain digits for a number by the separators of *locale*."""
    plan = plan_in(locale, KNOWN["KZT"], {})
    native = plan_in(locale, KNOWN["KZT"], {"numbering": "native"})
    shapes = []
    for numbers, (primary, secondary) in ((plan.numbers, plan.groups), (native.numbers, native.groups)):
        group, decimal = (re.escape(mark.translate(FOLDED)) for mark in (numbers.group, numbers.decimal))
        digit = f"[{numbers.digits or '0-9'}]"
        grouped = f"{digit}{{1,{secondary}}}(?:{group}{digit}{{{secondary}}})*{group}{digit}{{{primary}}}"
        shape = re.compile(rf"({grouped}|{digit}+)(?:{decimal}({digit}+))?\Z")
        table = str.maketrans(numbers.digits or "", "0123456789" if numbers.digits else "")
        shapes.append((shape.match, numbers.group.translate(FOLDED), table))

    def read(number: str) -> str | None:
        for match, group, table in shapes:
            found = match(number)
            if found is not None:
                whole = found[1].replace(group, "").translate(table)
                decimals = (found[2] or "").translate(table)
                if (
                    len(whole) < MAX_PLACE
                    and len(whole) + len(decimals) <= MAX_DIGITS
                    and len(decimals) < MAX_PLACE
                ):
                    return f"{whole}.{decimals}" if decimals else whole
        return None

    return read
