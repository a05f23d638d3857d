"""Prices in a Django project: put ``cafx.integrations.django`` into ``INSTALLED_APPS``.

``{% load cafx %}`` brings the filters and tags; ``path("rates.json", rates_json)`` serves the rates. The
setting ``CAFX`` is a dictionary, all of it optional::

    CAFX = {
        "rates": "shop.rates.rates",  # the dotted name of a cafx.live.Rates, or the object; else one is made
        "to": "USD",                  # the currency that prices are worth in
        "choices": {"precision": "minor"},  # as cafx.display.Display takes them
    }

The visitor's locale is Django's: ``LocaleMiddleware`` negotiates it and says so in the answer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cafx.core.value import Value
from cafx.integrations import without

try:
    from django.core.serializers.json import DjangoJSONEncoder
    from django.http import HttpRequest, HttpResponse
    from django.views.decorators.csrf import csrf_exempt
except ImportError as error:
    raise without("django", error) from None

if TYPE_CHECKING:
    from cafx.integrations.pages import Pages

__all__ = ["JSONEncoder", "pages", "rates_json"]


class JSONEncoder(DjangoJSONEncoder):
    """Django's JSON, which writes values of cafx too: numbers as text, every digit kept.

    >>> from cafx import Money
    >>> JSONEncoder().encode({"price": Money("450000.00", "KZT")})
    '{"price": {"amount": "450000.00", "currency": "KZT"}}'
    """

    def default(self, o: object) -> object:
        """Return what JSON writes for *o*."""
        return o.to_dict() if isinstance(o, Value) else super().default(o)


@csrf_exempt
def rates_json(request: HttpRequest) -> HttpResponse:
    """Return ``rates.json``, as the view of *request*; a method that does not read is refused."""
    from cafx.integrations.django.settings import endpoint

    answer = endpoint().answer(
        request.method or "GET",
        if_none_match=request.headers.get("If-None-Match", ""),
        accept_encoding=request.headers.get("Accept-Encoding", ""),
    )
    response = HttpResponse(answer.body, status=answer.status, headers=answer.headers)
    if "Content-Type" not in answer.headers:
        del response["Content-Type"]
    return response


def pages() -> Pages:
    """Return what the templates use: ``pages().display()`` is the visitor's display, for a view of JSON."""
    from cafx.integrations.django.settings import pages as made

    return made()
