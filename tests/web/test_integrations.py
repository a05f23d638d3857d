"""Prices in Jinja, Flask, Django and FastAPI: the same texts, the language said, no page that breaks."""

from __future__ import annotations

import inspect
import json
import re
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from cafx import Money
from cafx.integrations import without
from cafx.web import static_path
from web import sites
from web.sites import SALARY, fixed, glue

jinja2 = pytest.importorskip("jinja2")

from cafx.integrations.jinja import install  # noqa: E402

SCRIPT = "cafx-money.js"


def piece(page, name):
    """Return what stands inside the element with the id *name*."""
    return re.search(rf'<(\w+) id="{name}">(.*?)</\1>\n', page, re.DOTALL)[2]


def check_page(page, display, rates):
    assert piece(page, "price") == display.price(SALARY)
    assert piece(page, "text") == display.text(SALARY)
    assert piece(page, "worth") == display.worth(SALARY)
    assert piece(page, "euro") == ""  # no rate of the euro: the page stands, its worth is empty
    assert piece(page, "element") == display.element(SALARY)
    assert piece(page, "none") == ""
    assert "450,000 tenge (" in piece(page, "article")
    assert "<p>Salaries rose" in piece(page, "article")
    assert "&lt;p&gt;Salaries rose to 450,000 tenge (" in piece(page, "escaped")
    assert display.strip(["KZT", "UZS"]) in page
    island = re.search(r'<script type="application/json" id="cafx-rates">(.*?)</script>', page)[1]
    assert json.loads(island)["version"] == rates.now().version
    assert f'/{SCRIPT}" nonce="a&quot;b"></script>' in page


# --- Jinja ---------------------------------------------------------------------------------------------


@pytest.fixture
def rates():
    return fixed()


@pytest.fixture
def env(rates):
    loader = jinja2.FileSystemLoader(sites.TEMPLATES)
    return install(jinja2.Environment(autoescape=True, loader=loader), rates, locale="ru")


def shop(env, **more):
    return env.get_template("shop.jinja.html").render(salary=SALARY, article=sites.ARTICLE, **more)


def test_a_jinja_page_has_the_texts_of_the_display(env, rates):
    page = shop(env)
    check_page(page, rates.display("ru"), rates)
    assert '<html lang="ru">' in page


def test_a_jinja_template_uses_the_display_that_it_is_given(env, rates):
    page = shop(env, page=rates.display("kk-KZ", to="UZS", precision="minor"))
    assert piece(page, "price") == rates.display("kk-KZ", to="UZS", precision="minor").price(SALARY)
    assert '<html lang="kk-KZ">' in page


def test_a_missing_name_is_nothing_unless_the_environment_is_strict(rates):
    lenient = install(jinja2.Environment(autoescape=True), rates)
    assert lenient.from_string("{{ prize|price }}{{ prize|money }}{{ prize|worth }}").render() == ""
    strict = install(jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined), rates)
    for name in ("price", "worth", "money", "element", "article"):
        with pytest.raises(jinja2.UndefinedError, match="prize"):
            strict.from_string(f"{{{{ prize|{name} }}}}").render()


def test_the_readers_locale_is_asked_for_at_each_page(rates):
    locales = iter(["kk-KZ", "no such", "tlh"])
    env = install(jinja2.Environment(autoescape=True), rates, locale=lambda: next(locales))
    template = env.from_string("{{ price|money }}")
    kazakh, *unknown = (template.render(price=SALARY) for _ in range(3))
    assert kazakh == rates.display("kk-KZ").text(SALARY)
    assert unknown == [rates.display("en").text(SALARY)] * 2


def test_rates_that_are_too_old_leave_the_prices(env, rates):
    rates.fail()
    rates.move(days=9)
    page = shop(env)
    assert piece(page, "price") == f'<span class="cafx-price">{rates.display("ru").html(SALARY)}</span>'
    assert piece(page, "worth") == ""
    assert piece(page, "article") == sites.ARTICLE
    assert "cafx-rates" not in page
    assert "cafx-ticker" not in page


def test_an_article_that_names_its_day_has_the_rate_of_that_day(rates):
    env = install(jinja2.Environment(autoescape=True), rates)
    template = env.from_string("{{ text|article }} {{ text|article(on='2026-11-20') }}")
    then = template.render(text="Pay\n18 September 2025\n\nSalaries rose to 450,000 tenge.")
    assert "(≈" not in then  # these rates are of 2026: neither day has one
    assert "(≈" in env.from_string("{{ text|article }}").render(text="Salaries rose to 450,000 tenge.")


# --- Flask ---------------------------------------------------------------------------------------------


@pytest.fixture
def flask(rates):
    pytest.importorskip("flask")
    return sites.flask_site(rates).test_client()


def test_a_flask_page_is_negotiated_and_says_so(flask, rates):
    answer = flask.get("/", headers={"Accept-Language": "kk,ru;q=0.8"})
    check_page(answer.text, rates.display("kk-KZ"), rates)
    assert answer.headers["Content-Language"] == "kk-KZ"
    assert "Accept-Language" in answer.headers["Vary"]
    assert f"/cafx/{SCRIPT}" in answer.text
    other = flask.get("/", headers={"Accept-Language": "'; DROP TABLE"})
    assert other.headers["Content-Language"] == "en"


def test_a_flask_page_without_prices_is_not_negotiated(flask):
    answer = flask.get("/plain")
    assert "Content-Language" not in answer.headers
    assert "Vary" not in answer.headers


def test_the_application_may_name_the_locale(rates):
    pytest.importorskip("flask")
    site = sites.flask_site(rates, locale=lambda: "uz-UZ", precision="minor")
    answer = site.test_client().get("/")
    assert piece(answer.text, "price") == rates.display("uz-UZ", precision="minor").price(SALARY)
    assert "Accept-Language" not in answer.headers.get("Vary", "")


def test_a_flask_page_rests_on_one_book(rates):
    pytest.importorskip("flask")
    site = sites.flask_site(rates)
    from cafx.integrations.flask import page

    with site.test_request_context("/"):
        first = page()
        rates.set({"USD/KZT": "600.00"})
        assert page() is first
    with site.app_context():  # outside a request, such as a command that sends letters
        assert page().lang == "en"


def test_flask_serves_the_rates_and_its_json_writes_money(flask):
    answer = flask.get("/rates.json", headers={"Accept-Encoding": "gzip"})
    assert (answer.status_code, answer.headers["Content-Encoding"]) == (200, "gzip")
    again = flask.get("/rates.json", headers={"If-None-Match": answer.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    assert again.headers["Access-Control-Allow-Origin"] == "*"
    assert flask.head("/rates.json").status_code == 200
    assert flask.options("/rates.json").status_code == 204
    assert flask.post("/rates.json").status_code == 405
    assert flask.get("/json").json == {"salary": {"amount": "450000.00", "currency": "KZT"}}


# --- Django --------------------------------------------------------------------------------------------


@pytest.fixture
def django():
    pytest.importorskip("django")
    sites.set_up_django()
    from django.test import Client

    return Client()


def test_a_django_page_speaks_the_language_that_django_negotiated(django):
    answer = django.get("/", headers={"Accept-Language": "kk"})
    check_page(answer.text, sites.RATES.display("kk"), sites.RATES)
    assert answer["Content-Language"] == "kk"
    assert "Accept-Language" in answer["Vary"]
    assert f'src="/static/{SCRIPT}"' in answer.text


def test_django_serves_the_rates_and_its_json_writes_money(django):
    answer = django.get("/rates.json", headers={"Accept-Encoding": "gzip"})
    assert (answer.status_code, answer["Content-Encoding"]) == (200, "gzip")
    again = django.get("/rates.json", headers={"If-None-Match": answer["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again["Access-Control-Allow-Origin"] == "*"
    assert "Content-Type" not in again
    assert django.head("/rates.json").status_code == 200
    assert django.options("/rates.json").status_code == 204
    from django.test import Client

    assert Client(enforce_csrf_checks=True).post("/rates.json").status_code == 405
    assert django.get("/json").json() == {"salary": {"amount": "450000.00", "currency": "KZT"}}


def test_django_pages_stand_where_rates_are_too_old(django):
    from django.template import engines
    from django.test import override_settings

    old = fixed()
    old.fail()
    old.move(days=9)
    with override_settings(CAFX={"rates": old, "choices": {"precision": "minor"}}):
        page = django.get("/").text
        assert piece(page, "price") == f'<span class="cafx-price">{old.display("en").html(SALARY)}</span>'
        assert "cafx-rates" not in page
        assert django.get("/rates.json").status_code == 503
    template = engines["django"].from_string("{% load cafx %}{{ price|price:'UZS' }}")
    assert template.render({"price": SALARY}) == sites.RATES.display("en", to="UZS").price(SALARY)


def test_the_rates_of_a_django_project_are_made_once_however_many_ask_first(django, monkeypatch):  # noqa: ARG001
    from django.test import override_settings

    from cafx.integrations.django import settings

    made = []

    def slow():
        rates = fixed()
        made.append(rates)
        threading.Event().wait(0.05)
        return rates

    monkeypatch.setattr("cafx.live.Rates", slow)
    with override_settings(CAFX={}), ThreadPoolExecutor(4) as pool:
        asked = [
            pool.submit(ask) for ask in (settings.rates, settings.pages, settings.endpoint, settings.rates)
        ]
        first, pages, endpoint, last = (one.result() for one in asked)
        assert made == [first]
        assert first is last is pages.rates is endpoint.rates
        assert settings.pages() is pages


def test_django_finds_the_script(django):  # noqa: ARG001 -- it is set up
    from django.contrib.staticfiles import finders

    if not (static_path() / SCRIPT).exists():
        pytest.skip("the script has not been built")
    assert Path(finders.find(SCRIPT)) == static_path() / SCRIPT


@pytest.mark.parametrize(
    ("setting", "languages", "found"),
    [
        ({"rates": "web.sites.RATES"}, [("kk", "Kazakh")], []),
        ({"rates": fixed(), "to": "KZT"}, [("kk", "Kazakh")], []),
        ({"rates": "web.sites.RATES", "rate": 1}, [("en", "English")], ["cafx.E001"]),
        ({"rates": "web.nowhere.RATES"}, [("en", "English")], ["cafx.E002"]),
        ({"rates": 5}, [("en", "English")], ["cafx.E002"]),
        ({"rates": "web.sites.RATES", "to": "USDX"}, [("en", "English")], ["cafx.E003"]),
        ({"rates": "web.sites.RATES", "choices": {"precision": "x"}}, [("en", "English")], ["cafx.E003"]),
        ({"rates": "web.sites.RATES", "choices": []}, [("en", "English")], []),
        ({"rates": "web.sites.RATES", "choices": ["x"]}, [("en", "English")], ["cafx.E003"]),
        ({"rates": "web.sites.RATES"}, [("tlh", "Klingon")], ["cafx.W001"]),
    ],
    ids=range(10),
)
def test_manage_py_check_tells_what_the_setting_cannot_mean(django, setting, languages, found):  # noqa: ARG001
    from django.core.checks import run_checks
    from django.test import override_settings

    with override_settings(CAFX=setting, LANGUAGES=languages):
        assert [one.id for one in run_checks() if one.id.startswith("cafx.")] == found


# --- FastAPI -------------------------------------------------------------------------------------------


@pytest.fixture
def fastapi(rates):
    pytest.importorskip("fastapi")
    from fastapi.testclient import TestClient

    from web.fastapi_site import fastapi_site

    with TestClient(fastapi_site(rates), follow_redirects=False) as client:
        yield client


def test_a_route_gives_prices_by_one_schema_and_says_the_language(fastapi, rates):
    answer = fastapi.get("/price", headers={"Accept-Language": "kk"})
    assert answer.json() == rates.display("kk-KZ").to_dict(SALARY)
    assert answer.headers["Content-Language"] == "kk-KZ"
    assert "Accept-Language" in answer.headers["Vary"]
    plain = fastapi.get("/plain")
    assert "Content-Language" not in plain.headers
    assert "Vary" not in plain.headers


def test_the_rates_are_a_route_and_never_a_redirect(fastapi):
    answer = fastapi.get("/rates.json")
    assert answer.status_code == 200
    again = fastapi.get("/rates.json", headers={"If-None-Match": answer.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["Access-Control-Allow-Origin"] == "*"
    assert fastapi.head("/rates.json").status_code == 200
    assert fastapi.options("/rates.json").status_code == 204
    refused = fastapi.post("/rates.json")
    assert (refused.status_code, refused.headers["Allow"]) == (405, "GET, HEAD, OPTIONS")


def test_rates_that_are_too_old_are_an_answer_of_their_own(fastapi, rates):
    rates.fail()
    rates.move(days=9)
    answer = fastapi.get("/book")
    assert answer.status_code == 503
    assert answer.json()["error"] == "rates_too_old"
    assert int(answer.headers["Retry-After"]) > 0
    assert fastapi.get("/price").json()["worth"] is None


def test_money_has_one_schema_for_both_ways_and_price_another(fastapi):
    described = fastapi.get("/openapi.json").json()
    schemas = described["components"]["schemas"]
    assert {"Money", "Price", "Product"} <= set(schemas)
    assert not [name for name in schemas if name.endswith(("-Input", "-Output"))]
    assert schemas["Product"]["properties"]["price"] == {"$ref": "#/components/schemas/Money"}
    shown = described["paths"]["/price"]["get"]["responses"]["200"]["content"]["application/json"]
    assert shown["schema"] == {"$ref": "#/components/schemas/Price"}


@pytest.mark.parametrize(
    ("price", "place"),
    [
        ({"amount": "x", "currency": "KZT"}, ["body", "price", "amount"]),
        ({"amount": 1.5, "currency": "KZT"}, ["body", "price", "amount"]),
        ({"amount": "1", "currency": "QQQQ"}, ["body", "price", "currency"]),
        ({"amount": "1", "currency": "XQX"}, ["body", "price", "currency"]),
        ({"currency": "KZT"}, ["body", "price", "amount"]),
        (5, ["body", "price"]),
    ],
    ids=range(6),
)
def test_what_is_no_money_is_one_error_that_names_the_field(fastapi, price, place):
    answer = fastapi.post("/products", json={"name": "bread", "price": price})
    assert answer.status_code == 422
    assert [one["loc"] for one in answer.json()["detail"]] == [place]


def test_a_currency_in_the_address_is_one_error_that_names_it(fastapi):
    assert fastapi.get("/in?to=UZS").json()["worth"]["currency"] == "UZS"
    answer = fastapi.get("/in?to=XQX")
    assert (answer.status_code, [one["loc"] for one in answer.json()["detail"]]) == (422, [["query", "to"]])


# --- all of them ---------------------------------------------------------------------------------------


def test_few_lines_are_asked_of_an_application():
    here = Path(__file__)
    urls = here.with_name("django_urls.py").read_text("utf-8")
    asked = {
        "django": glue(inspect.getsource(sites.set_up_django)) + glue(urls),
        "flask": glue(inspect.getsource(sites.flask_site)),
        "fastapi": glue(here.with_name("fastapi_site.py").read_text("utf-8")),
    }
    assert all(asked.values())
    assert {name: len(lines) for name, lines in asked.items()} == {"django": 4, "flask": 2, "fastapi": 3}


@pytest.mark.parametrize("name", ["jinja", "flask", "django", "fastapi"])
def test_a_framework_that_is_not_installed_is_named(name):
    package = {"jinja": "jinja2"}.get(name, name)
    code = f"import sys; sys.modules[{package!r}] = None; import cafx.integrations.{name}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert f"ImportError: this needs {package}: pip install {package}" in done.stderr


def test_another_failure_of_an_import_stays_what_it_is():
    error = ImportError("a library of the framework's own", name="markupsafe")
    assert without("jinja2", error) is error


@pytest.mark.parametrize("name", ["web", "integrations"])
def test_cafx_alone_imports_no_framework(name):
    code = (
        f"import sys, cafx, cafx.{name}; cafx.web.Endpoint;"
        " print(sorted({'django', 'flask', 'fastapi', 'jinja2', 'starlette', 'pydantic'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_what_is_no_money_is_told_in_a_template(env):
    with pytest.raises(TypeError, match="pass Money"):
        env.from_string("{{ 5|price }}").render()
    assert env.from_string("{{ zero|money }}").render(zero=Money(0, "USD")) != ""
