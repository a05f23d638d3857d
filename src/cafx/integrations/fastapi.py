"""Prices in a FastAPI application: ``install(app, rates)``, the dependency ``Page``, the schema ``Price``."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Annotated, TypeAlias

from cafx.display import OFFERED, Display, negotiate
from cafx.display.negotiation import default_of
from cafx.errors import RatesTooOld
from cafx.integrations import without
from cafx.integrations.price import Price
from cafx.web import Endpoint, static_path

try:
    from fastapi import Depends, Request, Response
    from starlette.datastructures import MutableHeaders
    from starlette.routing import Route
    from starlette.staticfiles import StaticFiles
except ImportError as error:
    raise without("fastapi", error) from None

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Sequence
    from contextlib import AbstractAsyncContextManager
    from typing import Unpack

    from fastapi import FastAPI
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from cafx.display import DisplayChoices
    from cafx.live.protocols import LiveRates

__all__ = ["Page", "Price", "install", "lifespan"]


def lifespan(rates: LiveRates) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    """Return the ``lifespan=`` of an application: it waits for the first rates, 5 seconds at most.

    >>> from fastapi import FastAPI
    >>> from cafx.testing import FixedRates
    >>> app = FastAPI(lifespan=lifespan(FixedRates({"USD/KZT": "520.20"})))
    """

    @asynccontextmanager
    async def live(_: FastAPI) -> AsyncIterator[None]:
        await rates.aready()
        yield

    return live


def install(
    app: FastAPI,
    rates: LiveRates,
    *,
    to: str = "USD",
    locales: Sequence[str] = OFFERED,
    country: str = "",
    **choices: Unpack[DisplayChoices],
) -> None:
    """Add ``/rates.json``, the script under ``/cafx``, the dependency ``Page``, and the answer to old rates.

    Args:
        app: the application.
        rates: what prices are converted with.
        to: the currency that prices are worth in.
        locales: the locales that the site is offered in; the visitor's is negotiated with his browser.
        country: the site's country, which decides between two locales of one language.
        **choices: as ``cafx.display.Display`` takes them.

    >>> from fastapi import FastAPI
    >>> from cafx.testing import FixedRates
    >>> app = FastAPI()
    >>> install(app, FixedRates({"USD/KZT": "520.20"}))
    """
    endpoint = Endpoint(rates)
    default = default_of(locales)

    def page(request: Request) -> Display:
        lang = negotiate(request.headers.get("Accept-Language"), locales, default, country)
        request.state.cafx_lang = lang
        return rates.display(lang, to, **choices)

    def too_old(request: Request, error: Exception) -> Response:  # noqa: ARG001 -- Starlette's names
        assert isinstance(error, RatesTooOld)  # noqa: S101 -- registered for these
        answer = endpoint.refusal(error)
        return Response(answer.body, answer.status, answer.headers)

    app.state.cafx_page = page
    app.router.routes.append(Route("/rates.json", endpoint.asgi))
    app.mount("/cafx", StaticFiles(directory=static_path()), name="cafx")
    app.add_exception_handler(RatesTooOld, too_old)
    app.add_middleware(_Language)


def _page(request: Request) -> Display:
    made: Display = request.app.state.cafx_page(request)
    return made


#: The visitor's ``Display``, for a route: one for a request, so that it rests on one book.
Page: TypeAlias = Annotated[Display, Depends(_page)]


class _Language:
    """Says in an answer that was negotiated which language it has."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def say(message: Message) -> None:
            lang = scope.get("state", {}).get("cafx_lang")
            if lang and message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.add_vary_header("Accept-Language")
                headers.setdefault("Content-Language", lang)
            await send(message)

        await self._app(scope, receive, say)
