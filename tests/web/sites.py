"""Small sites, as an application would write them; the lines between the marks are what cafx asks of it."""

from __future__ import annotations

from pathlib import Path

from cafx import Money, Quotation
from cafx.testing import FixedRates

TEMPLATES = Path(__file__).with_name("templates")
SALARY = Money("450000.00", "KZT")
PRICES = {
    "USD/KZT": "520.20",
    "USD/UZS": "11950.10",
    "USD/KGS": "87.4500",
    "USD/TJS": "9.2301",
    "USD/TMT": "3.5",
}
ARTICLE = "<p>Salaries rose to 450,000 tenge & more.</p>"


def fixed():
    """Rates of a day; the manat's peg has no day."""
    day = "2026-11-28"
    rows = [
        Quotation(*pair.split("/"), price, as_of=day, kind="official", source="NBK")
        for pair, price in PRICES.items()
        if pair != "USD/TMT"
    ]
    peg = Quotation("USD", "TMT", "3.5", as_of="2015-01-01", through="9999-12-31", kind="peg", source="CBT")
    return FixedRates([*rows, peg], on=day)


RATES = fixed()


def set_up_django():
    """Configure Django once for the process: as a settings.py does."""
    import django
    from django.conf import settings

    if settings.configured:
        return
    settings.configure(
        ALLOWED_HOSTS=["testserver"],
        # cafx
        CAFX={"rates": "web.sites.RATES"},
        INSTALLED_APPS=["django.contrib.staticfiles", "cafx.integrations.django"],
        # end
        LANGUAGES=[("en", "English"), ("kk", "Kazakh"), ("ru", "Russian")],
        MIDDLEWARE=["django.middleware.locale.LocaleMiddleware"],
        ROOT_URLCONF="web.django_urls",
        SECRET_KEY="of the tests",  # noqa: S106
        STATIC_URL="/static/",
        TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates", "DIRS": [TEMPLATES]}],
    )
    django.setup()


def flask_site(rates, **choices):
    """A Flask application with one page."""
    from flask import Flask, jsonify, render_template

    app = Flask(__name__, template_folder=TEMPLATES)
    # cafx
    from cafx.integrations.flask import init_app

    init_app(app, rates, **choices)
    # end

    @app.get("/")
    def shop():
        return render_template("shop.jinja.html", salary=SALARY, article=ARTICLE, unknown=Money(5, "CHF"))

    @app.get("/json")
    def as_json():
        return jsonify(salary=SALARY)

    @app.get("/plain")
    def plain():
        return "no price"

    app.testing = True
    return app


def glue(source):
    """Return the lines of *source* that cafx asks of an application: between marks, or marked."""
    lines, inside = [], False
    for line in map(str.strip, source.splitlines()):
        if line in {"# cafx", "# end"}:
            inside = line == "# cafx"
        elif line and (inside or line.endswith("# cafx")):
            lines.append(line)
    return lines
