"""The one page of the shop, and the policy under which it runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from django.shortcuts import render
from django.utils.translation import get_language
from goods import CURRENCIES, GOODS, WORDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse

#: Everything from this site, no script in a page, and no text that is made into markup by a script.
POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'"
)


def shop(request: HttpRequest) -> HttpResponse:
    """Show the goods in the visitor's language."""
    lang = get_language() or "en"
    goods = [
        {"name": good.names[lang], "place": good.places[lang], "picture": good.picture, "price": good.price}
        for good in GOODS
    ]
    return render(request, "shop.html", {"goods": goods, "words": WORDS[lang], "codes": CURRENCIES})


def content_policy(get_response: Callable[[HttpRequest], HttpResponse]) -> object:
    """Say in each answer what its page may do."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response["Content-Security-Policy"] = POLICY
        return response

    return answer
