"""``format_money`` and ``format_parts``: amounts as each country writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cafx.formatting.monetary import terms_of
from cafx.locale.compiled import kept_format
from cafx.locale.plan import plan_for

if TYPE_CHECKING:
    from typing import Unpack

    from babel import Locale

    from cafx.formatting.monetary import Monetary
    from cafx.locale.options import Choices
    from cafx.locale.patterns import Part

__all__ = ["format_money", "format_parts"]


def format_money(money: Monetary, locale: str | Locale, **choices: Unpack[Choices]) -> str:
    r"""Return *money* as the locale's country writes it, by the rules of CLDR 48.

    The data are CLDR 48.2's, for all locales that Babel knows: of kk, ky, tg, uz (both scripts), tk, ru, de,
    fr, tr, zh, fa, ja, bg, fi, be and en the names of all currencies, of the others those of KGS, KZT, TJS,
    UZS, TMT, USD, EUR, RUB, CNY, JPY and GBP; all other names are those of the Babel installed.

    Args:
        money: what to write.
        locale: in Babel's or BCP 47's spelling, or a Babel ``Locale``.
        **choices: ``style``, ``notation``, ``digits``, ``significant``, ``sign``, ``rounding``, ``symbols``,
            ``spaces``, ``numbering``, ``words``, ``offered``: ``help(cafx.formatting.Choices)`` says what
            each does.

    Raises:
        UnknownLocale: CLDR has no such locale.
        OptionError: a value of an option that there is not.

    >>> from cafx import Money
    >>> salary = Money("450000.5", "KZT")
    >>> format_money(salary, "kk_KZ"), format_money(salary, "en", style="code", digits="whole")
    ('450\xa0000,50\xa0₸', 'KZT\xa0450,000')
    >>> format_money(Money("13000000000000", "KZT"), "kk-KZ", notation="compact")
    '13\xa0трлн\xa0₸'
    """
    amount, currency = terms_of(money, "format_money")
    return kept_format(locale, currency, choices, "format_money")(amount)


def format_parts(money: Monetary, locale: str | Locale, **choices: Unpack[Choices]) -> tuple[Part, ...]:
    r"""Return *money* in typed pieces, such as for a column that lines up points or a smaller symbol.

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
    amount, currency = terms_of(money, "format_parts")
    return plan_for(locale, currency, choices, "format_parts").parts(amount)
