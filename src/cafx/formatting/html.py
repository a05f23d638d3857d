"""``format_html``: an amount as a piece of a page, with its machine value beside its print."""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING, Final

from cafx.core.decimals import plain
from cafx.formatting.monetary import terms_of
from cafx.locale.compiled import KeptByChoices, compile_plan
from cafx.locale.plan import enclosed, plan_for, translated
from cafx.values.money import Money

if TYPE_CHECKING:
    from collections.abc import Callable
    from decimal import Decimal
    from typing import Self, Unpack

    from babel import Locale

    from cafx.core.currency import Currency
    from cafx.formatting.monetary import Monetary
    from cafx.locale.options import Choices

__all__ = ["Html", "escaped", "format_html", "html_writer"]

# What has a meaning in markup, and spaces that editors and templates like to lose.
_MARKUP: Final = str.maketrans(
    {
        **{mark: escape(mark) for mark in "&<>\"'"},
        "\u00a0": "&nbsp;",
        "\u202f": "&#8239;",
        "\u200e": "&lrm;",
        "\u200f": "&rlm;",
    }
)
# Of all these, most texts have the no-break space alone.
_has_rare: Final = re.compile("[<>&\"'\u202f\u200e\u200f]").search


def escaped(text: str) -> str:
    """Return *text* escaped for a page, its unusual spaces written out.

    >>> escaped("5\u00a0<b>")
    '5&nbsp;&lt;b&gt;'
    """
    if _has_rare(text) is None:  # to ask costs a tenth
        return text.replace("\u00a0", "&nbsp;")
    return text.translate(_MARKUP)


class Html(str):
    """Text that is safe in a page: template engines that know ``__html__`` do not escape it again.

    >>> Html("<b>").__html__() == "<b>"
    True
    """

    __slots__ = ()

    def __html__(self) -> Self:
        """Return the markup, as Jinja2, Flask and Django's ``conditional_escape`` ask for it."""
        return self

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:  # noqa: ARG002 -- IPython's names
        """Return what a notebook shows: the markup as a page shows it."""
        return {"text/plain": str(self), "text/html": str(self)}

    def __html_format__(self, spec: str) -> Self:
        """Return the markup where ``Markup.format`` asks for it."""
        return self


def format_html(money: Monetary, locale: str | Locale, **choices: Unpack[Choices]) -> Html:
    """Return *money* as ``<data>`` with the machine value in fixed notation and isolated text.

    ``<bdi>`` keeps the amount whole in text that runs the other way. There is no ``aria-label``: HTML
    forbids it on these elements; put ``format_spoken(...)`` in visually hidden text where it is needed.

    Args:
        money: what to write.
        locale: in Babel's or BCP 47's spelling, or a Babel ``Locale``.
        **choices: as ``format_money`` takes them; ``symbols`` is ``safe`` unless said otherwise, because
            few phones can show U+20C0.

    >>> from cafx import Money
    >>> format_html(Money("5.14", "USD"), "kk_KZ")
    '<data class="cafx" value="5.14" data-currency="USD" translate="no"><bdi>5,14&nbsp;$</bdi></data>'
    """
    if not choices and type(money) is Money:
        return _usual_writer(locale, money.currency)(money.amount)
    amount, currency = terms_of(money, "format_html")
    return _kept_writer(locale, currency, choices, "format_html")(amount)


@lru_cache(maxsize=512)
def _usual_writer(locale: str | Locale, currency: Currency) -> Callable[[Decimal], Html]:
    return html_writer(locale, currency, {})


def html_writer(locale: str | Locale, currency: Currency, choices: Choices) -> Callable[[Decimal], Html]:
    """Return what writes amounts of *currency*: the marks of a page go into the signs once."""
    plan = plan_for(locale, currency, {"symbols": "safe", **choices}, "format_html")
    middle = f'" data-currency="{currency}" translate="no"><bdi>'
    show = compile_plan(enclosed(translated(plan, _MARKUP), middle, "</bdi></data>"))

    def write(amount: Decimal) -> Html:
        value = str(amount)  # a third of the cost of f"{amount:f}"
        if "E" in value:
            value = plain(amount)
        return Html(f'<data class="cafx" value="{value}{show(amount)}')

    return write


def _compiled(
    locale: str | Locale, currency: Currency, choices: Choices, _: str
) -> Callable[[Decimal], Html]:
    return html_writer(locale, currency, choices)


_kept_writer: Final = KeptByChoices(_compiled)
