"""``parse_amount``: one amount, as a locale writes it or people there type it, and nothing else.

Two ways read it. The plain one knows numbers and names; what it does not understand whole is held against
everything that the locale's formats print. ``1,234`` is 1234 in English; in Kazakh it may be 1.234 or a
slip, and is refused.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from cafx.core.currency import KNOWN, Currency, currency_in_use
from cafx.core.decimals import plain
from cafx.core.text import printable
from cafx.errors import ParseError
from cafx.formatting.proof import MAX_TEXT, read_print
from cafx.formatting.typed import currencies_named, read_typed, split_typed
from cafx.formatting.vocabulary import FOLDED, MARKS, home_currency, plan_in
from cafx.locale.tags import locale_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from babel import Locale

    from cafx.values.money import Money

__all__ = ["parse_amount"]

# A letter before the dollar sign: whose dollars is a guess where the plain reader does not know.
_FOREIGN_DOLLAR: Final = re.compile(r"[A-Za-z]{1,3}\$").match
_GROUP: Final = 3
# One to three digits that do not begin with zero, a mark, three digits, and no other digit anywhere.
_MAYBE_THOUSANDS: Final = re.compile(r"\D*[1-9]\d{0,2}[.,]\d{3}\D*\Z").match


def parse_amount(
    text: str,
    locale: str | Locale,
    *,
    currency: str | None = None,
    words: Mapping[str, str] | None = None,
    digits: int | None = None,
) -> Money:
    r"""Return the one amount that *text* holds, as *locale* formats it or as people type it there.

    Taken beside the exact print: plain spaces for no-break ones, any of the apostrophes and minus signs in
    use, no grouping (``1234 ₸``), the code or a word of the language on either side, a minus at the end,
    brackets, ``$5k``. A word for a power of ten counts exactly: ``1,2 млн ₸`` is 1 200 000.

    Your own words win over the locale's. A sign that is a currency's own symbol in the locale means that
    currency, as readers there take it, though ``style="narrow"`` writes it for others: ``5 $`` in Kazakh
    is of US dollars, never of Australian ones unless *currency* says so.

    Args:
        text: what was printed.
        locale: in Babel's or BCP 47's spelling, or a Babel ``Locale``.
        currency: the code, where the sign alone does not say it.
        words: your own words by currency code, as ``format_money`` was given them.
        digits: how many decimals the text has. Three of a currency with two, such as ``1,234 ₸`` in
            Kazakh, may as well be thousands, and are refused unless this says that they are decimals.

    Raises:
        ParseError: not an amount as that locale writes it, no currency, a sign that more than one currency
            has, or three digits that may be decimals or thousands.

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
    meanings = _meanings(text, where, only, words or {})
    if len(meanings) == 1:
        (money,) = meanings
        _check_decimals(text, money, digits)
        return money
    if meanings:
        codes = ", ".join(sorted({money.currency for money in meanings}))
        message = f"{printable(text)} may be of {codes} in {where}: pass currency="
    else:
        example = plan_in(where, only or _named_in(text, where), {}).text("1234.50").translate(FOLDED)
        message = f"{printable(text)} is not an amount as {where} writes it, such as {example}"
        home = _home_in(where)
        if only is None and _meanings(text, where, home, words or {}):
            message = (
                f"{printable(text)} names no currency: pass currency={str(home)!r}, or write it as {example}"
            )
    raise ParseError(message, text=text[:MAX_TEXT], place=0)


def _meanings(text: str, locale: Locale, only: Currency | None, words: Mapping[str, str]) -> frozenset[Money]:
    """Return what *text* may mean, read plainly where that understands it, else by printing."""
    if len(text) > MAX_TEXT:
        return frozenset()
    stripped = text.strip()
    if not words and MARKS.isdisjoint(stripped):
        plainly = read_typed(stripped.translate(FOLDED), locale, only)
        if plainly:
            return plainly
        if only is None and _FOREIGN_DOLLAR(stripped):
            return frozenset()
    return frozenset(read_print(stripped, locale, only, words))


def _check_decimals(text: str, money: Money, digits: int | None) -> None:
    """Refuse digits that may be decimals or thousands, and decimals that are not as many as *digits*."""
    printed = _MAYBE_THOUSANDS(text.translate(FOLDED))
    decimals = max(0, -int(money.amount.as_tuple().exponent))
    if digits is not None:
        if decimals != digits:
            message = f"{printable(text)} has {decimals} decimals, not the {digits} that digits= says"
            raise ParseError(message, text=text[:MAX_TEXT], place=0)
        return
    if printed and decimals == _GROUP and money.currency.minor_digits < _GROUP:
        whole = money.amount.scaleb(_GROUP)
        message = (
            f"{printable(text)} may be {plain(money.amount)} or {plain(whole)} {money.currency}: "
            "pass digits=3 where they are decimals, or write thousands as the locale does"
        )
        raise ParseError(message, text=text[:MAX_TEXT], place=0)


def _named_in(text: str, locale: Locale) -> Currency:
    """Return the currency that *text* seems to name, for the example in a message; the locale's else."""
    parts = split_typed(text.strip().translate(FOLDED)[:MAX_TEXT])
    named = currencies_named(parts.name, locale) if parts is not None and parts.name else ()
    return min(named, default=_home_in(locale))


def _home_in(locale: Locale) -> Currency:
    """Return the currency of the locale's country where cafx knows it, else the tenge."""
    return KNOWN.get(home_currency(locale), KNOWN["KZT"])
