"""A FastAPI application that answers with prices."""

from __future__ import annotations

from fastapi import FastAPI
from pydantic import BaseModel

from cafx import Currency, Money  # noqa: TC001 -- read at run time
from web.sites import SALARY

# cafx
from cafx.integrations.fastapi import Page, Price, install, lifespan  # isort: skip

# end


class Product(BaseModel):
    name: str
    price: Money


def fastapi_site(rates):
    """Return the application."""
    # cafx
    app = FastAPI(lifespan=lifespan(rates))
    install(app, rates)
    # end

    @app.get("/price")
    def price(page: Page) -> Price:
        return Price.of(SALARY, page)

    @app.post("/products")
    def add(product: Product) -> Product:
        return product

    @app.get("/in")
    def quoted(to: Currency) -> Price:
        return Price.of(SALARY, rates.display("en", to=to))

    @app.get("/book")
    def book() -> int:
        return len(rates.now().book)

    @app.get("/plain")
    def plain() -> str:
        return "no price"

    return app
