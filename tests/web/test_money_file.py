"""``cafx-money.js`` is what its source and the locale data make of it, small, and fit for a strict page."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

import pytest

from cafx.display import OFFERED
from cafx.locale.options import NINE

TOOLS = Path(__file__).parents[1] / "tools"
STATIC = Path(__file__).parents[2] / "src" / "cafx" / "web" / "static"
TEXT = (STATIC / "cafx-money.js").read_text("utf-8")
TYPES = (STATIC / "cafx-money.d.ts").read_text("utf-8")


@pytest.fixture(scope="module")
def tool():
    spec = importlib.util.spec_from_file_location("browser_file", TOOLS / "browser_file.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_file_is_made_of_its_source_and_of_the_locale_data(tool):
    assert tool.browser_file() == TEXT, "make js writes it anew"


def test_it_is_small_on_the_wire(tool):
    assert tool.size_of(TEXT) <= 7168


def test_it_makes_markup_and_code_of_no_text():
    # What pages with a strict Content-Security-Policy or Trusted Types forbid.
    forbidden = (
        r"innerHTML|outerHTML|insertAdjacentHTML|setHTML|document\.write|\beval\b|new Function|\.src\b|style="
    )
    assert re.findall(forbidden, TEXT) == []


def test_comments_and_nothing_else_are_left_out(tool):
    script = (
        '/**\n * Adds.\n */\nexport function add(a) {\n  // so\n  return `// ${a}` + "/* b */"; // c\n\n}\n'
    )
    assert tool.bare(script) == 'export function add(a) {\nreturn `// ${a}` + "/* b */";\n}\n'


def test_the_types_name_what_the_file_exports():
    exported = set(re.search(r"^export \{ (.*) \};$", TEXT, re.MULTILINE)[1].split(", "))
    assert set(re.findall(r"^export function (\w+)", TYPES, re.MULTILINE)) == exported


def test_the_types_name_the_currencies_and_locales_of_the_data():
    def union(name):
        return re.findall(r'"([^"]+)"', re.search(rf"^export type {name} = (.*);$", TYPES, re.MULTILINE)[1])

    assert union("Currency") == sorted(NINE)
    assert set(union("Locale")) == set(re.findall(r'^"([\w-]+)": \{', TEXT, re.MULTILINE))
    assert len(union("Locale")) == len(OFFERED)
