"""Headless Chromium, what a visitor does in it and what he sees; ``conftest.py`` starts it once."""

from __future__ import annotations

import os
import shutil
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

from web.pages import MODULES

CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
#: Where pictures of the pages are put, to be looked at.
PICTURES = os.environ.get("CAFX_PICTURES")

#: Waits until the scripts of a page have run.
READY = """
const done = arguments[0];
const wait = () => globalThis.cafx || globalThis.isReady || !document.querySelector("script[type=module]")
  ? requestAnimationFrame(() => requestAnimationFrame(() => done())) : setTimeout(wait, 10);
wait();"""


def width(chromium, pixels):
    size = {"width": pixels, "height": 800, "deviceScaleFactor": 1, "mobile": pixels < 600}
    chromium.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)


def emulate(chromium, motion="no-preference", scheme="light"):
    features = {"prefers-reduced-motion": motion, "prefers-color-scheme": scheme}
    listed = [{"name": name, "value": value} for name, value in features.items()]
    chromium.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": listed})


def picture(chromium, name):
    if PICTURES:
        chromium.save_screenshot(str(Path(PICTURES) / f"{name}.png"))


def read_names(chromium):
    """What a screen reader comes upon: the texts of the accessibility tree."""
    nodes = chromium.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
    texts = (
        node for node in nodes if node.get("role", {}).get("value") == "StaticText" and not node["ignored"]
    )
    return [node["name"]["value"] for node in texts]


def faults(chromium):
    """Run axe with the rules of WCAG 2.2 A and AA and of good practice."""
    chromium.execute_script((MODULES / "axe-core" / "axe.min.js").read_text("utf-8"))
    found = chromium.execute_async_script("""
      const done = arguments[0];
      axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })
        .then(({ violations }) => done(violations.map((v) => [v.id, v.nodes.map((n) => n.html)])));""")
    return [tuple(each) for each in found]


def strip(chromium, what):
    return chromium.execute_script(
        """
        const root = document.querySelector("cafx-ticker").shadowRoot, track = root.querySelector("p");
        const style = getComputedStyle(track), box = track.parentNode, button = root.querySelector("button");
        return { name: style.animationName, state: style.animationPlayState, left: box.scrollLeft,
          x: track.getBoundingClientRect().x, pressed: button.ariaPressed, high: button.offsetHeight,
          wide: button.offsetWidth, focused: root.activeElement?.localName ?? "" }[arguments[0]];""",
        what,
    )


def is_moving(chromium):
    before = strip(chromium, "x")
    time.sleep(0.3)
    return strip(chromium, "x") != before


@contextmanager
def started():
    """Start Chromium; a test that needs it is skipped where it, selenium or the packages are not here."""
    selenium = pytest.importorskip("selenium.webdriver", reason="no selenium: make test-web sets it up")
    if not CHROMIUM or not DRIVER:
        pytest.skip("no chromium and chromedriver")
    if not MODULES.exists():
        pytest.skip("no React and axe: make test-web sets them up")
    options = selenium.ChromeOptions()
    options.binary_location = CHROMIUM
    for switch in (
        "--headless=new --no-sandbox --disable-dev-shm-usage --disable-gpu --disable-background-networking "
        "--disable-component-update --no-first-run --window-size=1100,800"
    ).split():
        options.add_argument(switch)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = selenium.Chrome(options=options, service=selenium.ChromeService(executable_path=DRIVER))
    driver.set_script_timeout(120)
    try:
        yield driver
    finally:
        driver.quit()
