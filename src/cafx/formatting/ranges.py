"""``format_range``: two amounts as one range, the currency said once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cafx.errors import AmountError, CurrencyMismatch
from cafx.formatting.monetary import terms_of
from cafx.locale.patterns import Part, joined
from cafx.locale.plan import plan_for

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Unpack

    from babel import Locale

    from cafx.formatting.monetary import Monetary
    from cafx.locale.options import Choices

__all__ = ["format_range"]

_NUMBER: Final = frozenset({"integer", "group", "decimal", "fraction"})


def format_range(low: Monetary, high: Monetary, locale: str | Locale, **choices: Unpack[Choices]) -> str:
    r"""Return the range from *low* to *high* with one symbol and the locale's own mark between.

    The mark is CLDR's: an en dash in most languages, a hyphen in some, a wave in Japanese. Where signs
    or words for powers of ten differ, it stands between spaces and each amount keeps its own:
    ``950 тыс. – 1,2 млн ₸`` (CLDR leaves open how much is said once; ICU says the currency twice there).
    Amounts that print alike are one amount with the locale's sign for "about".

    Args:
        low: the lesser amount.
        high: the greater one, of the same currency.
        locale: in Babel's or BCP 47's spelling, or a Babel ``Locale``.
        **choices: as ``format_money`` takes them.

    Raises:
        CurrencyMismatch: the amounts are of two currencies.
        AmountError: *low* is above *high*.

    >>> from cafx import Money
    >>> format_range(Money(1000, "KZT"), Money("2500.5", "KZT"), "kk_KZ")
    '1\xa0000,00–2\xa0500,50\xa0₸'
    """
    least, currency = terms_of(low, "format_range")
    most, other = terms_of(high, "format_range")
    if currency != other:
        text = f"a range has one currency, not {currency} and {other}"
        raise CurrencyMismatch(text, left=currency, right=other)
    if most < least:
        raise AmountError(f"the range from {low} to {high} runs downward: pass the lesser amount first")
    plan = plan_for(locale, currency, choices, "format_range")
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


def _cut(parts: Sequence[Part]) -> tuple[Sequence[Part], Sequence[Part], Sequence[Part]]:
    """Cut pieces into what stands before the digits, the digits, and what stands behind."""
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
