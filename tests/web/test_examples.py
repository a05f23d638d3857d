"""The sites of ``examples/`` start with one command, answer, and ask few lines of their authors."""

from __future__ import annotations

import json
import re
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from cafx import Money
from cafx.live import Rates
from web.examples import CHOICES, EXAMPLES, PAGES, SITES, live_rates, running
from web.money_texts import island_text
from web.sites import glue

FIVE = ("KGS", "KZT", "TJS", "UZS", "TMT")


@pytest.fixture(scope="module")
def addresses(tmp_path_factory):
    possible = [name for name, site in SITES.items() if site.is_possible()]
    with running(possible, tmp_path_factory.mktemp("sites")) as addresses:
        yield addresses


@pytest.fixture(scope="module")
def rates():
    with live_rates() as rates:
        yield rates


@pytest.fixture
def ask(addresses):
    """Ask a site for a page; it is skipped where its framework is not here."""

    def ask_site(name, path="/", body=None, **headers):
        if name not in addresses:
            pytest.skip(f"no {' and '.join(SITES[name].needs)}")
        data = None if body is None else json.dumps(body).encode()
        headers = {key.replace("_", "-"): value for key, value in headers.items()}
        if data:
            headers["Content-Type"] = "application/json"
        try:
            with urlopen(Request(addresses[name] + path, data, headers)) as answer:  # noqa: S310
                return answer.status, answer.headers, answer.read().decode()
        except HTTPError as error:
            with error:
                return error.code, error.headers, error.read().decode()

    return ask_site


@pytest.mark.parametrize(("name", "path", "lang"), PAGES, ids=[f"{n}-{p.strip('/')}" for n, p, _ in PAGES])
def test_each_page_is_complete_and_holds_to_a_strict_policy(ask, rates, name, path, lang):
    status, headers, page = ask(name, path, Accept_Language="ky")
    assert status == 200
    assert headers.get("Content-Language", lang) == lang
    assert f'<html lang="{lang}"' in page
    policy = headers["Content-Security-Policy"] or re.search(r'Policy" content="(.*?)">', page)[1]
    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'; ")
    assert "require-trusted-types-for 'script'" in policy
    assert "unsafe" not in policy
    assert not re.search(r"<style|\sstyle=|\son\w+=|javascript:|https?://", page)
    # Markup as Python makes it, complete without scripts; and the rates for the script.
    moneys = re.findall(r'<cafx-money amount="(.*?)" currency="(.*?)"', page)
    display = rates.display(lang, **CHOICES)
    assert moneys
    assert all(display.element(Money(*money)) in page for money in moneys)
    strip = re.search(r"<cafx-ticker.*?</cafx-ticker>", page, re.DOTALL)[0]
    assert all(f"{code}/USD" in strip for code in FIVE)
    island = island_text(re.search(r'<script type="application/json".*?</script>', page, re.DOTALL)[0])
    assert json.loads(island)["usd"]["KZT"] == "520.2"


def test_a_visitor_of_the_shop_is_sent_to_the_page_in_his_language(ask):
    for wanted, lang in (("uz-UZ,ru;q=0.5", "uz"), ("de", "en"), ("kk", "kk")):
        _, headers, page = ask("shop_django", Accept_Language=wanted)
        assert headers["Content-Language"] == lang
        assert f'<html lang="{lang}"' in page
        assert page.count('aria-current="page"') == 1


@pytest.mark.parametrize("name", ["shop_django", "news_flask", "api_fastapi"])
def test_another_program_reads_the_rates_of_a_site(ask, addresses, rates, name):
    assert ask(name, "/rates.json")[0] == 200
    with Rates.from_url(f"{addresses[name]}/rates.json", keep_warm=False) as read:
        read.refresh()
        for code in FIVE:
            there, here = (each.book.rate(code, "USD", on=each.today) for each in (read, rates))
            assert (there.price, there.legs[0].source) == (here.price, here.legs[0].source)


def test_articles_say_what_their_money_is_worth_on_their_day(ask):
    bridge, cotton, water = (
        ask("news_flask", f"/{slug}")[2].replace("\N{NO-BREAK SPACE}", " ")
        for slug in ("bridge", "cotton", "water")
    )
    assert "will cost 4.2 billion som (≈ $48 million), the town" in bridge
    assert "21.6 billion tenge ($41 million), because" in bridge  # the writer's own
    assert "120 млрд сумов (≈ 9,9 млн $) на семена" in cotton
    assert len(re.findall(r"теңге(?:сі)? \(≈ [\d,]+ ", water)) == 4
    assert ask("news_flask", "/nothing")[0] == 404


def test_the_api_answers_with_prices_of_one_named_schema(ask, rates):
    _, _, flats = ask("api_fastapi", "/flats?rooms=3", Accept_Language="kk")
    (flat,) = json.loads(flats)
    assert flat["rent"] == rates.display("kk-KZ", **CHOICES).to_dict(Money(62000, "KGS"))
    schemas = json.loads(ask("api_fastapi", "/openapi.json")[2])["components"]["schemas"]
    assert {"Flat", "Money", "Price"} <= set(schemas)
    assert [name for name in schemas if name.startswith(("Money", "Price"))] == ["Money", "Price"]
    assert schemas["Flat"]["properties"]["rent"]["$ref"].endswith("/Price")
    assert len(json.loads(ask("api_fastapi", "/flats")[2])) == 6


def test_the_api_says_what_any_money_is_worth_and_refuses_what_is_none(ask, rates):
    money = {"amount": "450000", "currency": "KZT"}
    status, _, worth = ask("api_fastapi", "/worth", money)
    assert status == 200
    assert json.loads(worth) == rates.display("en", **CHOICES).to_dict(Money(450_000, "KZT"))
    status, _, refusal = ask("api_fastapi", "/worth", {"amount": "a lot", "currency": "KZT"})
    assert status == 422
    assert len(json.loads(refusal)["detail"]) == 1


@pytest.mark.parametrize(
    ("name", "most"), [("shop_django", 4), ("news_flask", 4), ("api_fastapi", 10)], ids=lambda value: value
)
def test_few_lines_are_asked_of_their_authors(name, most):
    sources = [file.read_text("utf-8") for file in sorted((EXAMPLES / name).glob("*.py"))]
    marked = [line for source in sources for line in glue(source)]
    assert 0 < len(marked) <= most
    named = [line.strip() for source in sources for line in source.splitlines() if "cafx" in line]
    values = re.compile(r"from cafx import Money\b")
    assert {line for line in named if not values.match(line)} - set(marked) <= {
        line for line in named if line.startswith(('"""', "python ")) or "lines that cafx asks for" in line
    }
