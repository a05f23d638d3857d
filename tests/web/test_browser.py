"""The elements in headless Chromium: right in every order, hostile input refused, and open to everyone.

``make test-web`` runs these; without selenium and Chromium they are skipped.
"""

from __future__ import annotations

import json
import re
import subprocess
from datetime import timedelta
from itertools import permutations

import pytest

from cafx import Money
from cafx.display import OFFERED, Display
from web.money_texts import (
    NODE,
    differing,
    document,
    grid,
    python_text,
    python_worth,
    worths,
)
from web.pages import (
    FIVE,
    GOODS,
    TODAY,
    Site,
    book,
    bundled,
    island_of,
    rates_of,
    react,
    served,
    shop,
)

pytest.importorskip("selenium", reason="no selenium: make test-web sets it up")

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select, WebDriverWait

from web.chromium import READY, emulate, faults, is_moving, picture, read_names, strip, width


@pytest.fixture(scope="module")
def site():
    return Site()


@pytest.fixture(scope="module")
def address(site):
    with served(site) as address:
        yield address


@pytest.fixture
def page(chromium, site, address):
    """Open a page; after the test its console must be empty and its policy kept."""

    def open_page(markup, query="", path="/page", **how):
        chromium.get(address + site.put(path, markup, **how) + query)
        if not how:  # with a policy of its own no script runs
            chromium.execute_async_script(READY)
        return chromium

    width(chromium, 1100)
    emulate(chromium)
    yield open_page
    assert chromium.execute_script("return globalThis.violations ?? []") == []
    lines = [line["message"] for line in chromium.get_log("browser")]
    assert [line for line in lines if "Download the React DevTools" not in line] == []
    chromium.execute_script("localStorage.clear()")


def shown(chromium):
    return chromium.execute_script("return [...document.querySelectorAll('cafx-money')].map(shown)")


def light(chromium):
    """What frameworks see: the page's own tree."""
    return chromium.execute_script("return document.body.innerHTML")


def prices(locale, to, **choices):
    """What Python prints for the goods of the shop, in another currency."""
    display = Display(book(), locale, to=to, **choices)
    texts = [(display.text(money), display.worth(money)) for money in GOODS.values()]
    return [f"{text} {worth}" if worth else text for text, worth in texts]


@pytest.mark.parametrize("locale", OFFERED)
def test_the_visitor_sees_prices_in_his_currency_as_python_prints_them(page, locale):
    chromium = page(shop(locale))
    before, served_texts = light(chromium), shown(chromium)
    Select(chromium.find_element(By.TAG_NAME, "select")).select_by_value("UZS")
    assert shown(chromium) == prices(locale, "UZS")
    picture(chromium, f"shop-{locale}-UZS")
    chromium.refresh()  # kept from page to page
    chromium.execute_async_script(READY)
    assert shown(chromium) == prices(locale, "UZS")
    Select(chromium.find_element(By.TAG_NAME, "select")).select_by_value("")
    assert shown(chromium) == served_texts
    assert light(chromium) == before


def test_a_shop_that_prints_all_cents_does_so_in_every_currency(page):
    chromium = page(shop("en", precision="minor", digits="auto", style="code"))
    for code in ("KGS", "TMT", "KZT"):
        chromium.execute_script("cafx.setCurrency(arguments[0])", code)
        assert shown(chromium) == prices("en", code, precision="minor", digits="auto", style="code")


def test_options_that_the_script_has_not_leave_the_servers_text(page):
    chromium = page(shop("en", style="name"))
    before = shown(chromium)
    chromium.execute_script("cafx.setCurrency('UZS')")
    assert shown(chromium) == before


def test_an_element_is_right_in_whatever_order_it_is_made(page):
    chromium = page(shop("en"))
    texts = set()
    for order in permutations(["amount", "currency", "lang", "text", "page"]):
        texts.add(
            chromium.execute_script(
                """
                const element = document.createElement("cafx-money");
                const given = { amount: "1234.5", currency: "KZT", lang: "kk-KZ" };
                for (const step of arguments[0]) {
                  if (step === "text") element.append("1 234,50 ₸");
                  else if (step === "page") document.querySelector("main").append(element);
                  else element.setAttribute(step, given[step]);
                }
                return shown(element);""",
                order,
            )
        )
    assert texts == {"1\u00a0234,50\u00a0₸"} | {"1 234,50 ₸"}
    assert len(texts) == 2


def test_an_element_without_text_writes_it_and_follows_its_attributes(page):
    chromium = page(shop("en"))
    texts = chromium.execute_script("""
      const element = document.createElement("cafx-money"), seen = [];
      document.querySelector("main").append(element);
      for (const [name, value] of [
        ["amount", "1234.5"], ["currency", "KZT"], ["lang", "ru-KZ"], ["amount", "-5"],
        ["format", "style:code digits:whole"], ["to", "USD"], ["format", ""], ["lang", "kk"], ["amount", "x"],
      ]) {
        element.setAttribute(name, value);
        seen.push(shown(element));
      }
      return seen;""")
    worth = Display(book(), "ru-KZ").worth(Money(-5, "KZT"))
    assert texts == [
        "",
        "₸1,234.50",
        "1\u00a0234,50\u00a0₸",
        "-5,00\u00a0₸",
        "-5\u00a0KZT",
        "-5\u00a0KZT " + worth.replace("$", "USD"),
        "-5,00\u00a0₸ " + worth,
        "-5,00\u00a0₸ " + worth,
        "",
    ]


HOSTILE = (
    {"amount": "<img src=x onerror=alert(1)>", "currency": "KZT"},
    {"amount": "1e9", "currency": "KZT"},
    {"amount": "1,000", "currency": "KZT"},
    {"amount": "", "currency": "KZT"},
    {"amount": "9" * 61, "currency": "KZT"},
    {"amount": "NaN", "currency": "KZT"},
    {"amount": "5", "currency": '"><script>alert(1)</script>'},
    {"amount": "5", "currency": "__proto__"},
    {"amount": "5", "currency": "GBP"},
    {"amount": "5", "currency": "KZT", "to": "<b>"},
    {"amount": "5", "currency": "KZT", "lang": "fr"},
    {"amount": "5", "currency": "KZT", "lang": "constructor"},
    {"amount": "5", "currency": "KZT", "lang": "en-GB"},
    {"amount": "5", "currency": "KZT", "format": "constructor:1"},
    {"amount": "5", "currency": "KZT", "format": "digits"},
    {"amount": "5", "currency": "KZT", "format": "digits:99"},
    {"amount": "5"},
)


@pytest.mark.parametrize("wanted", ["", "USD"])
def test_what_is_not_understood_leaves_the_servers_text(page, wanted):
    chromium = page(shop("en"))
    texts = chromium.execute_script(
        """
        cafx.setCurrency(arguments[1]);
        return arguments[0].map((attributes) => {
          const element = document.createElement("cafx-money");
          element.append("as the server has it");
          document.querySelector("main").append(element);
          for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
          return shown(element);
        });""",
        HOSTILE,
        wanted,
    )
    wrong = [row for row, text in zip(HOSTILE, texts, strict=True) if text != "as the server has it"]
    # Where the visitor wants another currency, it does not count in which one the server's worth is.
    assert wrong == ([row for row in HOSTILE if "to" in row] if wanted else [])


def test_other_rates_are_shown_at_once_and_failures_change_nothing(page, site):
    chromium = page(shop("en"))
    other = book(tenge="601.00")
    site.put("/rates.json", rates_of(other), "application/json")
    site.put("/damaged.json", '{"cafx":2}', "application/json")
    load = """
      const [address, done] = arguments;
      cafx.loadRates(address).then(() => done("taken"), (error) => done(error.name));"""
    assert chromium.execute_async_script(load, "/rates.json") == "taken"
    display = Display(other, "en")
    expected = [f"{display.text(money)} {display.worth(money)}" for money in GOODS.values()]
    assert shown(chromium) == expected
    assert chromium.execute_async_script(load, "/damaged.json") == "RangeError"
    assert shown(chromium) == expected


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text[:-5],
        lambda text: text.replace('"cafx":1', '"cafx":2'),
        lambda text: json.dumps({**json.loads(text), "pairs": {}}),
        lambda text: json.dumps({**json.loads(text), "pairs": {"USD/KZT": {"r": ["1/0", "1", "1"]}}}),
        lambda text: json.dumps({**json.loads(text), "pairs": {"KZT/USD": {"r": "2/1"}}}),
        lambda text: json.dumps({**json.loads(text), "pairs": {"USD/KZT": {"r": ["5", "6", "7"]}}}),
        lambda text: json.dumps({**json.loads(text), "checked": {"NBK": "2026-01-01T00:00:00+00:00"}}),
        lambda text: json.dumps({**json.loads(text), "checked": {"NBK": "yesterday"}}),
    ],
    ids=["cut", "format", "none", "zero", "text", "bounds", "expired", "moment"],
)
def test_rates_that_cannot_be_trusted_leave_the_servers_text(page, change):
    start, text, end = re.fullmatch(r'(.*id="cafx-rates">)(.*?)(</script>.*)', shop("en"), re.DOTALL).groups()
    chromium = page(start + change(text) + end)
    before = shown(chromium)
    chromium.execute_script("cafx.setCurrency('UZS')")
    assert shown(chromium)[:1] + shown(chromium)[-1:] == before[:1] + before[-1:]  # the goods in tenge


def test_the_day_of_old_rates_stands_beside_what_they_give(page):
    old = TODAY - timedelta(days=9)
    chromium = page(shop("en", book(old)))
    chromium.execute_script("cafx.setCurrency('UZS')")
    assert all(old.isoformat() in text for text in shown(chromium)[::5])
    chromium = page(shop("en"))
    chromium.execute_script("cafx.setCurrency('UZS')")
    assert not any(TODAY.isoformat() in text for text in shown(chromium))


def test_the_strip_moves_and_is_stopped_by_keyboard(page):
    chromium = page(shop("en"))
    assert strip(chromium, "name") == "cafx-by"
    assert is_moving(chromium)
    assert strip(chromium, "high") >= 44
    assert strip(chromium, "wide") >= 44
    ActionChains(chromium).send_keys(Keys.TAB).perform()
    assert strip(chromium, "focused") == "button"
    assert strip(chromium, "state") == "paused"
    assert not is_moving(chromium)
    at = strip(chromium, "x")
    ActionChains(chromium).send_keys(Keys.SPACE).perform()
    assert strip(chromium, "pressed") == "true"
    assert strip(chromium, "name") == "none"
    assert abs(strip(chromium, "x") - at) <= 2  # it stops where it was
    ActionChains(chromium).send_keys(Keys.TAB).send_keys(Keys.TAB).perform()
    assert not is_moving(chromium)  # and stays so without the focus
    chromium.execute_script(
        "document.querySelector('cafx-ticker').shadowRoot.querySelector('button').click()"
    )
    assert strip(chromium, "pressed") == "false"
    assert is_moving(chromium)


def test_the_strip_stands_still_under_the_mouse(page):
    chromium = page(shop("ru"))
    ActionChains(chromium).move_to_element_with_offset(
        chromium.find_element(By.TAG_NAME, "cafx-ticker"), 200, 0
    ).perform()
    assert strip(chromium, "state") == "paused"
    assert not is_moving(chromium)
    ActionChains(chromium).move_to_element(chromium.find_element(By.TAG_NAME, "h1")).perform()
    assert is_moving(chromium)


def test_with_reduced_motion_the_strip_is_scrolled_by_hand(page):
    chromium = page(shop("kk-KZ"))
    width(chromium, 390)
    emulate(chromium, motion="reduce")
    assert strip(chromium, "name") == "none"
    assert strip(chromium, "high") == 0
    ActionChains(chromium).send_keys(Keys.TAB).perform()
    assert strip(chromium, "focused") == "div"
    for _ in range(5):
        ActionChains(chromium).send_keys(Keys.ARROW_RIGHT).perform()
    WebDriverWait(chromium, 5).until(lambda chromium: strip(chromium, "left") > 0)


def test_where_all_of_the_strip_is_seen_nothing_moves(page):
    chromium = page(shop("en"))
    width(chromium, 2400)
    WebDriverWait(chromium, 5).until(lambda chromium: strip(chromium, "name") == "none")
    assert strip(chromium, "high") == 0
    assert [text for text in read_names(chromium) if "/USD" in text] == [f"{code}/USD" for code in FIVE]


@pytest.mark.parametrize("locale", ["en", "kk-KZ", "uz-UZ"])
def test_each_pair_is_read_once_and_the_button_has_its_word(page, locale):
    chromium = page(shop(locale))
    texts = read_names(chromium)
    assert [text for text in texts if "/USD" in text] == [f"{code}/USD" for code in FIVE]
    assert {"en": "Pause", "kk-KZ": "Тоқтату", "uz-UZ": "Toʻxtatish"}[locale] in texts


def test_without_scripts_strip_and_prices_are_complete(page):
    chromium = page(
        shop("kk-KZ"), policy="default-src 'none'; script-src 'none'; style-src 'self'", path="/bare"
    )
    chromium.get_log("browser")  # which says that the script was held back
    for money, element in zip(GOODS.values(), chromium.find_elements(By.TAG_NAME, "cafx-money"), strict=True):
        display = Display(book(), "kk-KZ")
        expected = f"{display.text(money)}\n{display.worth(money)}"
        assert element.text == expected.replace("\u00a0", " ")  # as WebDriver gives all spaces
    strip_text = chromium.find_element(By.TAG_NAME, "cafx-ticker").text
    assert all(f"{code}/USD" in strip_text for code in FIVE)
    assert "Тоқтату" not in strip_text
    picture(chromium, "shop-without-scripts")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("pixels", [1100, 390])
@pytest.mark.parametrize("locale", ["kk-KZ", "uz-UZ", "ru-KG"])
def test_axe_finds_no_fault(page, locale, pixels, scheme):
    chromium = page(shop(locale))
    width(chromium, pixels)
    emulate(chromium, scheme=scheme)
    chromium.execute_script("scrollTo(0, 0)")
    assert faults(chromium) == []
    picture(chromium, f"shop-{locale}-{pixels}-{scheme}")
    chromium.execute_script("cafx.setCurrency('KGS')")
    assert faults(chromium) == []
    picture(chromium, f"shop-{locale}-{pixels}-{scheme}-KGS")
    emulate(chromium, motion="reduce", scheme=scheme)
    assert faults(chromium) == []


def test_axe_finds_the_faults_of_a_bad_page(page):
    chromium = page(
        shop("en").replace('<html lang="en">', "<html>").replace("</h1>", "</h1><img src='data:,'>")
    )
    assert {"html-has-lang", "image-alt"} <= {name for name, _ in faults(chromium)}
    chromium.get_log("browser")
    chromium.execute_script("violations.length = 0")


@pytest.fixture(scope="module")
def react_site(site, tmp_path_factory):
    folder = tmp_path_factory.mktemp("react")
    site.put("/client.js", bundled("client.js", folder, "browser").read_text("utf-8"), "text/javascript")
    server = bundled("server.js", folder, "node").rename(folder / "server.cjs")
    run = [NODE, str(server), "kk-KZ"]
    return subprocess.run(run, capture_output=True, encoding="utf-8", check=True).stdout.strip()


@pytest.mark.parametrize("order", ["", "before", "after"])
def test_react_takes_over_what_it_rendered_on_a_server(page, react_site, order):
    assert "13\u00a0500,50\u00a0₸" in react_site
    as_read = react_site.replace("\u00a0", "&nbsp;")
    chromium = page(
        react("kk-KZ", react_site).replace("</body>", f"{island_of(book())}</body>"),
        f"?order={order}",
        "/react",
    )
    WebDriverWait(chromium, 10).until(lambda chromium: chromium.execute_script("return globalThis.isReady"))
    assert chromium.execute_script("return errors") == []
    assert chromium.execute_script("return document.getElementById('root').innerHTML") == as_read
    seen = chromium.execute_script(
        "return [...document.querySelectorAll('cafx-money')].map((e) => e.shadowRoot.textContent)"
    )
    display, goods = (
        Display(book(), "kk-KZ"),
        [Money("13500.5", "KZT"), Money(8560400, "UZS"), Money(650, "KGS")],
    )
    assert seen == ([display.worth(money) for money in goods] if order else [""] * 3)
    chromium.execute_script("root.unmount()")
    assert chromium.execute_script("return [errors, document.getElementById('root').innerHTML]") == [[], ""]


def test_chromium_prints_what_python_does(page):
    chromium = page(shop("en"))
    for cells, ours, rates in (
        (list(grid(12, step=5)), python_text, None),
        (list(worths(2)), python_worth, document()),
    ):
        theirs = chromium.execute_script(
            """
            const [cells, rates] = JSON.parse(arguments[0]);
            cafx.setRates(rates);
            return JSON.stringify(cells.map(([amount, currency, options]) => {
              try { return cafx.formatMoney(amount, currency, options) } catch { return null }
            }));""",
            json.dumps([cells, rates]),
        )
        assert differing(cells, [ours(*cell) for cell in cells], json.loads(theirs)) == []
