"""Prices in a Flask application: ``init_app(app, rates)``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cafx.core.value import Value
from cafx.display import OFFERED, negotiate
from cafx.display.negotiation import default_of
from cafx.integrations import without
from cafx.integrations.jinja import equip
from cafx.integrations.pages import Pages
from cafx.web import Endpoint, static_path
from cafx.web.markup import SCRIPT

try:
    from flask import Blueprint, Response, current_app, g, has_request_context, request, url_for
    from flask.json.provider import DefaultJSONProvider
except ImportError as error:
    raise without("flask", error) from None

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Unpack

    from flask import Flask
    from flask.typing import ResponseReturnValue

    from cafx.display import Display, DisplayChoices
    from cafx.live.protocols import LiveRates

__all__ = ["JSONProvider", "init_app", "page"]

# The endpoint refuses the last four.
_METHODS: Final = ("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE")


class JSONProvider(DefaultJSONProvider):
    """Flask's JSON, which writes values of cafx too: numbers as text, every digit kept.

    >>> import flask
    >>> from cafx import Money
    >>> JSONProvider(flask.Flask("shop")).dumps({"price": Money("450000.00", "KZT")})
    '{"price": {"amount": "450000.00", "currency": "KZT"}}'
    """

    @staticmethod
    def default(o: object) -> object:
        """Return what JSON writes for *o*."""
        return o.to_dict() if isinstance(o, Value) else DefaultJSONProvider.default(o)


def init_app(
    app: Flask,
    rates: LiveRates,
    *,
    locale: Callable[[], str | None] | None = None,
    to: str = "USD",
    locales: Sequence[str] = OFFERED,
    country: str = "",
    **choices: Unpack[DisplayChoices],
) -> None:
    """Add the filters and the global of ``cafx.integrations.jinja``, ``/rates.json`` and the script.

    The visitor's locale is negotiated with his browser, and then the answer says so: ``Content-Language`` and
    ``Vary: Accept-Language``. All prices of a page rest on one book. ``jsonify`` writes values of cafx,
    unless the application has a JSON provider of its own.

    Args:
        app: the application.
        rates: what prices are converted with.
        locale: names the visitor's locale, where the application knows it; None for what his browser asks
            for.
        to: the currency that prices are worth in.
        locales: the locales that the site is offered in.
        country: the site's country, which decides between two locales of one language.
        **choices: as ``cafx.display.Display`` takes them.

    >>> import flask
    >>> from cafx import Money
    >>> from cafx.testing import FixedRates
    >>> rates = FixedRates({"USD/KZT": "520.20"}, on="2026-11-28")
    >>> app = flask.Flask("shop")
    >>> init_app(app, rates)
    >>> app.test_client().get("/rates.json").status
    '200 OK'
    """

    def negotiated() -> str:
        known = None if locale is None else locale()
        if known or not has_request_context():
            return known or default
        g.cafx_lang = negotiate(request.headers.get("Accept-Language"), locales, default, country)
        return str(g.cafx_lang)

    default = default_of(locales)
    pages = _Pages(rates, negotiated, to, src=lambda: url_for("cafx.static", filename=SCRIPT), **choices)
    equip(app.jinja_env, pages)
    app.extensions["cafx"] = pages
    endpoint = Endpoint(rates)
    blueprint = Blueprint("cafx", __name__, static_folder=static_path(), static_url_path="/cafx")

    @blueprint.route("/rates.json", methods=_METHODS, provide_automatic_options=False)
    def rates_json() -> ResponseReturnValue:
        """Answer with the rates."""
        return Response.from_app(endpoint.wsgi, request.environ, buffered=True)

    app.register_blueprint(blueprint)
    app.after_request(_say_language)
    if type(app.json) is DefaultJSONProvider:
        app.json = JSONProvider(app)


def page() -> Display:
    """Return the display of the visitor who asks now; one for a request, so that it rests on one book.

    >>> import flask
    >>> from cafx import Money
    >>> from cafx.testing import FixedRates
    >>> rates = FixedRates({"USD/KZT": "520.20"}, on="2026-11-28")
    >>> app = flask.Flask("shop")
    >>> init_app(app, rates)
    >>> with app.test_request_context(headers={"Accept-Language": "kk-KZ"}):
    ...     page().lang
    'kk-KZ'
    """
    pages: Pages = current_app.extensions["cafx"]
    return pages.display()


class _Pages(Pages):
    """Pages that keep the displays of a request."""

    def display(self, to: str | None = None) -> Display:
        """Return the display of this visitor."""
        if not has_request_context():
            return super().display(to)
        kept: dict[str | None, Display] = g.setdefault("cafx_displays", {})
        if to not in kept:
            kept[to] = super().display(to)
        return kept[to]


def _say_language(response: Response) -> Response:
    lang = g.get("cafx_lang")
    if lang:
        response.vary.add("Accept-Language")
        response.headers.setdefault("Content-Language", lang)
    return response
