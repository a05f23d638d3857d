"""``{% load cafx %}``: filters for prices and articles, tags for the strip, the rates and the script."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import template

from cafx.integrations.django import pages

if TYPE_CHECKING:
    from django.template import Context

    from cafx.formatting.html import Html
    from cafx.formatting.monetary import Monetary

register = template.Library()


@register.filter
def money(value: Monetary | None) -> str:
    """Write a price as text: ``{{ book.price|money }}``."""
    return pages().text(value)


@register.filter
def price(value: Monetary | None, to: str | None = None) -> Html:
    """Write a price with its worth: ``{{ book.price|price }}``, ``{{ book.price|price:"EUR" }}``."""
    return pages().price(value, to)


@register.filter
def worth(value: Monetary | None, to: str | None = None) -> str:
    """Write what a price is worth, as text; nothing where no rate answers."""
    return pages().worth(value, to)


@register.filter
def element(value: Monetary | None, to: str | None = None) -> Html:
    """Write a price as ``<cafx-money>``, which the script shows in another currency."""
    return pages().element(value, to)


@register.filter
def article(value: object, on: str | None = None) -> Html:
    """Write an article with the worth of its money: ``{{ body|safe|article }}``; text is escaped."""
    return pages().article(value, on)


@register.simple_tag(name="cafx_strip")
def strip(*codes: str, to: str | None = None) -> Html:
    """Write the ticker strip: ``{% cafx_strip %}``, ``{% cafx_strip "KZT" "UZS" to="EUR" %}``."""
    return pages().strip(*codes, to=to)


@register.simple_tag(name="cafx_island")
def island() -> Html:
    """Write the rates as data for the script: ``{% cafx_island %}``."""
    return pages().island()


@register.simple_tag(name="cafx_script", takes_context=True)
def script(context: Context, nonce: str = "") -> Html:
    """Write the script's element: ``{% cafx_script %}``, with the nonce of Django's CSP, if any."""
    return pages().script(str(nonce or context.get("csp_nonce", "")))
