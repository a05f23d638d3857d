"""An API of flats to rent, and a page that uses it. Start it, and open http://127.0.0.1:8000.

python examples/api_fastapi/flats.py
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import uvicorn
from fastapi import Body, FastAPI, Request, Response
from fastapi.staticfiles import StaticFiles
from fastapi.templating import Jinja2Templates
from pydantic import BaseModel

from cafx import Money
from cafx.integrations import jinja  # cafx
from cafx.integrations.fastapi import Page, Price, install, lifespan  # cafx

sys.path.append(str(Path(__file__).parents[1]))  # for loopback.py, which the examples share
from loopback import live_rates

if TYPE_CHECKING:
    from starlette.middleware.base import RequestResponseEndpoint

HERE = Path(__file__).parent
#: Everything from this site, no script in a page, and no text that is made into markup by a script.
POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'"
)


class Flat(BaseModel):
    """A flat to rent, by the month."""

    city: str
    rooms: int
    rent: Price


FLATS: Final = (
    ("Almaty", 2, Money("380000", "KZT")),
    ("Astana", 1, Money("245000", "KZT")),
    ("Bishkek", 3, Money("62000", "KGS")),
    ("Dushanbe", 2, Money("5400", "TJS")),
    ("Tashkent", 2, Money("6800000", "UZS")),
    ("Ashgabat", 1, Money("1750", "TMT")),
)

rates = live_rates()
app = FastAPI(title="Flats to rent", lifespan=lifespan(rates), docs_url=None, redoc_url=None)  # cafx
install(app, rates, digits="auto", precision="minor")  # cafx
templates = Jinja2Templates(HERE / "templates")
jinja.install(templates.env, rates, src="/cafx/cafx-money.js", digits="auto", precision="minor")  # cafx
app.mount("/static", StaticFiles(directory=HERE / "static"))


@app.get("/flats")
def flats(page: Page, rooms: int = 0) -> list[Flat]:
    """List the flats, with so many rooms where that is asked for."""
    return [
        Flat(city=city, rooms=count, rent=Price.of(rent, page))
        for city, count, rent in FLATS
        if rooms in {0, count}
    ]


@app.post("/worth")
def worth(money: Annotated[Money, Body()], page: Page) -> Price:
    """Say what any money is worth."""
    return Price.of(money, page)


@app.get("/", include_in_schema=False)
def front(request: Request) -> Response:
    """Show the flats; this page is in English, whoever asks."""
    return templates.TemplateResponse(request, "flats.html", {"flats": FLATS})


@app.middleware("http")
async def content_policy(request: Request, call_next: RequestResponseEndpoint) -> Response:
    """Say in each answer what its page may do."""
    response = await call_next(request)
    response.headers["Content-Security-Policy"] = POLICY
    return response


if __name__ == "__main__":
    uvicorn.run(app, port=int(os.environ.get("PORT", "8000")))
