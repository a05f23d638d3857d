"""What stands in a page for the script: data that nothing can break out of, and the element that loads it."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from cafx import Quotation, RateBook
from cafx.live import Snapshot
from cafx.web import Endpoint, island, script, static_path
from web.sites import fixed

MOMENT = datetime(2026, 11, 28, 9, tzinfo=UTC)


class Page(HTMLParser):
    """Collects the elements and texts of a page."""

    def __init__(self, page):
        super().__init__()
        self.tags, self.texts = [], []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.texts.append(data)


def test_the_island_is_the_document_without_its_quotations():
    rates = fixed()
    page = Page(island(rates.now(), on=rates.today))
    assert page.tags == [("script", {"type": "application/json", "id": "cafx-rates"})]
    document = json.loads(Endpoint(rates).answer("GET").body)
    del document["quotations"]
    assert json.loads("".join(page.texts)) == document


@given(st.text("<>&!-/scripSCRIPT\u2028\u2029'\" ]ё", min_size=1, max_size=40))
def test_no_name_of_a_source_ends_the_island(name):
    if not name.isprintable():
        name = name.replace("\u2028", "").replace("\u2029", "") or "x"
    try:
        row = Quotation("USD", "KZT", "520.20", as_of="2026-11-28", kind="official", source=name)
    except ValueError:
        return
    snapshot = Snapshot(RateBook([row]), "v<1", {f"</script>\u2028{name}": MOMENT}, 1, (row,))
    written = island(snapshot)
    inside = written.removeprefix('<script type="application/json" id="cafx-rates">').removesuffix(
        "</script>"
    )
    assert not set(inside) & set("<>&\u2028\u2029")
    said = json.loads(inside)
    assert said["pairs"]["USD/KZT"]["s"] == row.source
    assert list(said["checked"]) == [f"</script>\u2028{name}"]


def test_the_script_element_is_escaped():
    page = Page(script('/a"b.js?x=1&y=<', nonce='n"><script>alert(1)'))
    assert page.tags == [
        ("script", {"type": "module", "src": '/a"b.js?x=1&y=<', "nonce": 'n"><script>alert(1)'})
    ]
    assert "nonce" not in script("/a.js")
    assert hasattr(script("/a.js"), "__html__")


def test_the_folder_of_the_script_is_in_the_package():
    assert static_path().is_dir()
    assert static_path().parent.name == "web"
