"""``format_html``: an amount as a piece of a page, with its machine value beside its print."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from cafx.core.decimals import plain
from cafx.formatting.monetary import terms_of
from cafx.locale.compiled import kept_format

if TYPE_CHECKING:
    from typing import Self, Unpack

    from babel import Locale

    from cafx.formatting.monetary import Monetary
    from cafx.locale.options import Choices

__all__ = ["Html", "format_html"]

# Spaces that editors and templates like to lose are written out.
_VISIBLE: Final = str.maketrans(
    {"\u00a0": "&nbsp;", "\u202f": "&#8239;", "\u200e": "&lrm;", "\u200f": "&rlm;"}
)


class Html(str):
    """Text that is safe in a page: template engines that know ``__html__`` do not escape it again.

    >>> Html("<b>").__html__() == "<b>"
    True
    """

    __slots__ = ()

    def __html__(self) -> Self:
        """Return the markup, as Jinja2, Flask and Django's ``conditional_escape`` ask for it."""
        return self

    def __html_format__(self, spec: str) -> Self:
        """Return the markup where ``Markup.format`` asks for it."""
        return self


def format_html(money: Monetary, locale: str | Locale, **choices: Unpack[Choices]) -> Html:
    """Write *money* as ``<data>`` with the machine value in fixed notation and isolated text.

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
    amount, currency = terms_of(money, "format_html")
    safe: Choices = {"symbols": "safe", **choices}
    text = kept_format(locale, currency, safe, "format_html")(amount)
    return Html(
        f'<data class="cafx" value="{plain(amount)}" data-currency="{currency}" translate="no">'
        f"<bdi>{escape(text).translate(_VISIBLE)}</bdi></data>"
    )
