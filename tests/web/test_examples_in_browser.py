"""The sites of ``examples/`` in headless Chromium, as visitors use them; ``make test-web`` runs these."""

from __future__ import annotations

import json

import pytest

from cafx import Money
from web.chromium import emulate, faults, is_moving, picture, strip, width
from web.examples import CHOICES, PAGES, SITES, live_rates, running

pytest.importorskip("selenium", reason="no selenium: make test-web sets it up")

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select, WebDriverWait

each_page = pytest.mark.parametrize(
    "page", PAGES, ids=[f"{name}-{path.strip('/')}" for name, path, _ in PAGES]
)
each_site = pytest.mark.parametrize("name", SITES)

#: What a reader sees of each price: the server's text, or the element's own.
SHOWN = """
return [...document.querySelectorAll("cafx-money")].map((element) => {
  const [slot, own] = element.shadowRoot.children;
  const isOwn = getComputedStyle(slot).display === "none";
  return isOwn ? own.textContent : slot.assignedNodes().map((node) => node.textContent).join("");
});"""


@pytest.fixture(scope="module")
def rates():
    with live_rates() as rates:
        yield rates


@pytest.fixture(scope="module")
def addresses(chromium, tmp_path_factory):  # noqa: ARG001 -- without it nothing needs to be started
    possible = [name for name, site in SITES.items() if site.is_possible()]
    with running(possible, tmp_path_factory.mktemp("sites")) as addresses:
        yield addresses


@pytest.fixture
def visit(chromium, addresses):
    """Open a page of a site; after the test the console must be empty, so that its policy was kept."""

    def open_page(name, path=None):
        if name not in addresses:
            pytest.skip(f"no {' and '.join(SITES[name].needs)}")
        chromium.get(addresses[name] + (path or next(iter(SITES[name].pages))))
        return chromium

    width(chromium, 1100)
    emulate(chromium)
    yield open_page
    assert [line["message"] for line in chromium.get_log("browser")] == []
    chromium.execute_script("localStorage.clear()")


def choose(chromium, code):
    select = Select(chromium.find_element(By.ID, "currency"))
    select.select_by_visible_text(code) if code else select.select_by_index(0)


def printed(chromium, rates, lang, to):
    """What Python prints for the prices of a page, in a currency."""
    elements = chromium.find_elements(By.TAG_NAME, "cafx-money")
    moneys = [Money(each.get_attribute("amount"), each.get_attribute("currency")) for each in elements]
    display = rates.display(lang, to, **CHOICES)
    return [f"{display.text(money)} {display.worth(money)}".strip() for money in moneys]


@each_page
def test_the_visitor_sees_prices_in_the_currency_that_he_chooses(visit, rates, page):
    name, path, lang = page
    chromium = visit(name, path)
    before = chromium.execute_script(SHOWN)
    assert before == printed(chromium, rates, lang, "USD")
    choose(chromium, "UZS")
    assert chromium.execute_script(SHOWN) == printed(chromium, rates, lang, "UZS") != before
    chromium.refresh()  # kept from page to page
    assert chromium.find_element(By.ID, "currency").get_property("value") == "UZS"
    assert chromium.execute_script(SHOWN) == printed(chromium, rates, lang, "UZS")
    choose(chromium, "")
    assert chromium.execute_script(SHOWN) == before


@pytest.mark.parametrize(("pixels", "scheme"), [(1100, "light"), (390, "dark")])
@each_page
def test_axe_finds_no_fault_and_nothing_is_wider_than_the_page(visit, page, pixels, scheme):
    name, path, lang = page
    chromium = visit(name, path)
    width(chromium, pixels)
    for motion, code in (("no-preference", ""), ("reduce", "UZS")):
        emulate(chromium, motion=motion, scheme=scheme)
        choose(chromium, code)
        assert chromium.execute_script("return document.documentElement.scrollWidth") <= pixels
        assert faults(chromium) == []
    picture(chromium, f"{name}-{path.strip('/')}-{lang}-{pixels}-{scheme}")


@each_site
def test_the_strip_is_stopped_by_keyboard(visit, name):
    chromium = visit(name)
    width(chromium, 390)
    assert is_moving(chromium)
    ActionChains(chromium).send_keys(Keys.TAB).perform()
    assert strip(chromium, "focused") == "button"
    ActionChains(chromium).send_keys(Keys.SPACE).perform()
    assert strip(chromium, "pressed") == "true"
    ActionChains(chromium).send_keys(Keys.TAB).send_keys(Keys.TAB).perform()
    assert strip(chromium, "focused") == ""
    assert not is_moving(chromium)


@each_page
def test_without_scripts_the_page_is_complete(visit, chromium, rates, page):
    name, path, lang = page
    chromium.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        visit(name, path)
        texts = [element.text.split() for element in chromium.find_elements(By.TAG_NAME, "cafx-money")]
        items = chromium.find_elements(By.CSS_SELECTOR, "cafx-ticker li")
        wide = chromium.find_element(By.TAG_NAME, "cafx-ticker").size["width"]
        is_there = chromium.find_element(By.ID, "currency").is_displayed()
        picture(chromium, f"{name}-{path.strip('/')}-{lang}-without-scripts")
    finally:
        chromium.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
    assert texts == [text.split() for text in printed(chromium, rates, lang, "USD")]
    assert len(items) == 5
    assert wide > 1000  # a band, as with scripts
    assert not is_there  # a choice that would do nothing


def test_the_page_of_the_api_shows_what_it_answers(visit, rates):
    chromium = visit("api_fastapi")
    amount = chromium.find_element(By.NAME, "amount")
    amount.clear()
    amount.send_keys("125000.50", Keys.TAB, "UZS", Keys.ENTER)
    chromium.find_element(By.CSS_SELECTOR, "form button").click()
    expected = rates.display("en", **CHOICES).to_dict(Money("125000.50", "UZS"))
    shown = f"{expected['text']} {expected['worth']['text']}"
    answer = chromium.find_element(By.ID, "answer")
    WebDriverWait(chromium, 10).until(lambda _: answer.get_property("textContent") == shown)
    assert json.loads(chromium.find_element(By.ID, "json").get_property("textContent")) == expected
