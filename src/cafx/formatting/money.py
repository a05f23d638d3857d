"""``format_money``: amounts as each country writes them."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN
from typing import TYPE_CHECKING, Final

from cafx.locale.compiled import Format, formatter
from cafx.locale.options import require_money
from cafx.locale.plan import plan_for

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Unpack

    from babel import Locale

    from cafx.locale.options import Choices, Digits, Notation, Numbering, Sign, Style, Symbols
    from cafx.locale.patterns import Part
    from cafx.values.money import Money

__all__ = ["format_money", "format_parts"]

_MAX_FORMATS: Final = 1024
# Compiled formats by everything that makes them: 8 µs to compile, 0.2 to find.
_FORMATS: Final[dict[tuple[object, ...], Format]] = {}


def format_money(
    money: Money,
    locale: str | Locale,
    *,
    style: Style = "symbol",
    notation: Notation = "standard",
    digits: Digits = "currency",
    significant: int | None = None,
    sign: Sign = "auto",
    rounding: str = ROUND_HALF_EVEN,
    symbols: Symbols = "cldr",
    numbering: Numbering = "latn",
    words: Mapping[str, str] | None = None,
) -> str:
    r"""Write *money* as the locale's country does, by the rules of CLDR 48.

    The data are CLDR 48's, as ICU 78 prints them, for kk, ky, tg, uz (both scripts), tk, ru, de, fr, tr, zh,
    fa, ja, bg, fi and be with their regions, and for en with all regions but those of continental Europe;
    these and every other locale go by the data of the Babel installed.

    Args:
        money: what to write.
        locale: in Babel's or BCP 47's spelling, or a Babel ``Locale``.
        style: how the currency is written: ``symbol``; ``narrow``, the shortest sign, which other
            currencies may share; ``code``; ``name``, in words; ``accounting``, as ``symbol`` but with
            negative amounts as book-keepers write them; ``local``, the word that people use.
        notation: ``standard``; ``compact`` (13 трлн) or ``compact_long`` (13 триллион, with
            ``style="name"``; CLDR has no long form beside a symbol).
        digits: decimals: ``currency``, as CLDR has it; ``whole``; ``auto``, none where they are all
            zero; ``cash``, what cash can pay; or a number of them. In compact notation all but
            ``whole`` and a number mean one decimal below ten, else none.
        significant: at most so many significant digits, instead of *digits*.
        sign: when to print one: ``auto``, a minus below zero once rounded; ``keep``, a minus also
            before a zero that came from below, as ICU and Babel do; ``always``; ``except_zero``;
            ``never``.
        rounding: one of ``decimal``'s modes. JavaScript's default is half-up: 0.125 is 0,13 there.
        symbols: ``safe`` writes сом or KGS for U+20C0, which few phones can show, and TMT in Latin
            letters in Russian.
        numbering: ``native`` for the locale's own digits; a tag such as ``fa-IR-u-nu-arabext`` says so too.
        words: your own words by currency code, for ``style="local"``.

    Raises:
        UnknownLocale: CLDR has no such locale.
        ParseError, AmountError: a choice that there is not.

    >>> from cafx import Money
    >>> salary = Money("450000.5", "KZT")
    >>> format_money(salary, "kk_KZ"), format_money(salary, "en", style="code", digits="whole")
    ('450\xa0000,50\xa0₸', 'KZT\xa0450,000')
    >>> format_money(Money("13000000000000", "KZT"), "kk-KZ", notation="compact")
    '13\xa0трлн\xa0₸'
    """
    try:
        currency = money.currency
    except AttributeError:
        message = f"format_money writes Money, not {type(money).__name__}: formatter() writes plain numbers"
        raise TypeError(message) from None
    key = (
        locale,
        currency,
        style,
        notation,
        digits,
        digits.__class__,  # True == 1, but only one of them is a number of decimals
        significant,
        significant.__class__,
        sign,
        rounding,
        symbols,
        numbering,
    )
    show = _FORMATS.get(key) if words is None else None
    if show is None:
        choices: Choices = {
            "style": style,
            "notation": notation,
            "digits": digits,
            "significant": significant,
            "sign": sign,
            "rounding": rounding,
            "symbols": symbols,
            "numbering": numbering,
            "words": words,
        }
        show = formatter(locale, currency, **choices)
        if words is None:
            if len(_FORMATS) >= _MAX_FORMATS:
                _FORMATS.clear()
            _FORMATS[key] = show
    return show(money.amount)


def format_parts(money: Money, locale: str | Locale, **choices: Unpack[Choices]) -> tuple[Part, ...]:
    r"""Write *money* in typed pieces, such as for a column that lines up points or a smaller symbol.

    Args:
        money: what to write.
        locale: in Babel's or BCP 47's spelling, or a Babel ``Locale``.
        **choices: as ``format_money`` takes them.

    Returns:
        Pieces of the kinds integer, group, decimal, fraction, currency, compact, minus, plus and
        literal; joined, their texts are what ``format_money`` gives.

    >>> from cafx import Money
    >>> [tuple(part) for part in format_parts(Money("-1234.5", "KZT"), "kk_KZ")][:4]
    [('minus', '-'), ('integer', '1'), ('group', '\xa0'), ('integer', '234')]
    """
    require_money(money, "format_parts")
    return plan_for(locale, money.currency, choices).parts(money.amount)
