r"""Prices in Jinja templates, wherever Jinja runs.

>>> import jinja2
>>> from cafx import Money
>>> from cafx.testing import FixedRates
>>> rates = FixedRates({"USD/KZT": "520.20"}, on="2026-11-28")
>>> env = install(jinja2.Environment(autoescape=True), rates)
>>> env.from_string("{{ price|worth }}").render(price=Money(450_000, "KZT"))
'≈\xa0$865.05'
"""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Final

from cafx.display import Display
from cafx.integrations import without
from cafx.integrations.pages import Pages

try:
    from jinja2 import Undefined, pass_context
except ImportError as error:
    raise without("jinja2", error) from None

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Unpack

    from jinja2 import Environment
    from jinja2.runtime import Context

    from cafx.display import DisplayChoices
    from cafx.live.protocols import LiveRates

__all__ = ["equip", "install"]

_FILTERS: Final[dict[str, Callable[..., object]]] = {
    "article": Pages.article,
    "element": Pages.element,
    "money": Pages.text,
    "price": Pages.price,
    "worth": Pages.worth,
}
_FUNCTIONS: Final[dict[str, Callable[..., object]]] = {
    "display": Pages.display,
    "island": Pages.island,
    "lang": Pages.lang,
    "script": Pages.script,
    "strip": Pages.strip,
}


def install(
    env: Environment,
    rates: LiveRates,
    *,
    locale: str | Callable[[], str] = "en",
    to: str = "USD",
    src: str = "/static/cafx-money.js",
    **choices: Unpack[DisplayChoices],
) -> Environment:
    """Add the filters ``price``, ``worth``, ``money``, ``element``, ``article`` and the global ``cafx``.

    ``cafx.strip("KZT", "KGS")``, ``cafx.island()`` and ``cafx.script(nonce=...)`` write the strip, the rates
    as data and the script; ``cafx.lang()`` is the page's ``lang``. Where a template has a variable ``page``
    that is a ``Display``, that one is used: pass ``page=rates.display(...)`` for a visitor of another locale,
    and all of the page rests on one book.

    Args:
        env: the environment; its ``autoescape`` should be on.
        rates: what prices are converted with.
        locale: the locale of the readers, or what names it for each page.
        to: the currency that prices are worth in.
        src: the address of ``cafx-money.js``.
        **choices: as ``cafx.display.Display`` takes them.

    Returns:
        The environment.

    >>> import jinja2
    >>> from cafx import Money
    >>> from cafx.testing import FixedRates
    >>> rates = FixedRates({"USD/KZT": "520.20"}, on="2026-11-28")
    >>> env = install(jinja2.Environment(autoescape=True), rates)
    >>> env.from_string("{{ price|money }}").render(price=Money(450_000, "KZT"))
    '₸450,000.00'
    """
    named = (lambda: locale) if isinstance(locale, str) else locale
    return equip(env, Pages(rates, named, to, src=lambda: src, **choices))


def equip(env: Environment, pages: Pages) -> Environment:
    """Return the environment *env* with the filters and the global for *pages*.

    >>> import jinja2
    >>> from cafx import Money
    >>> from cafx.integrations.pages import Pages
    >>> from cafx.testing import FixedRates
    >>> pages = Pages(FixedRates({"USD/KZT": "520.20"}), lambda: "en", src=lambda: "/cafx-money.js")
    >>> env = equip(jinja2.Environment(autoescape=True), pages)
    >>> env.from_string("{{ price|money }}").render(price=Money(450_000, "KZT"))
    '₸450,000.00'
    """
    env.filters |= {name: _for(pages, method) for name, method in _FILTERS.items()}
    env.globals["cafx"] = SimpleNamespace(
        **{name: _for(pages, method) for name, method in _FUNCTIONS.items()}
    )
    return env


def _for(pages: Pages, method: Callable[..., object]) -> Callable[..., object]:
    """Return *method* for the page that is being written."""

    @pass_context
    def call(context: Context, *args: object, **named: object) -> object:
        page = context.get("page")
        here = pages.of(page) if isinstance(page, Display) else pages
        return method(here, *map(_known, args), **named)

    return call


def _known(value: object) -> object:
    """Return None for a name that the template lacks; a strict environment raises for it."""
    return None if isinstance(value, Undefined) and not value else value
