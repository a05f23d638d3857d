"""What a notebook shows: words that survive without style, escaped, small, and never a ``repr``."""

import importlib
import pkgutil
import re
from contextlib import suppress
from html import unescape
from html.parser import HTMLParser

import pytest

import cafx
from cafx import Money, Quotation, RateBook, find_figures, read_ticker
from cafx.core.notebook import Heading, Items, Rows, html_of
from cafx.core.value import Value

BOOK = RateBook.bundled()
CONVERSION = BOOK.convert(Money("13e12", "KZT"), "UZS", on="2025-09-18")
TICKER = read_ticker("KZT/USD = 0.00194 -0%\nUZS/USD = 0.00008 0%\nKZT/USD = 515.1 0%", as_of="2025-12-16")
SHOWN = [
    Money("5", "KZT"),
    CONVERSION,
    CONVERSION.rate,
    CONVERSION.rate.legs[0],
    TICKER,
    find_figures("about 144 billion tenge ($266 million)")[0],
    BOOK,
    BOOK.coverage(),
    BOOK.spans("USD", "KZT", "2025-09-18", "2025-09-19")[0],
    BOOK.average("USD", "KZT", "2024"),
]


class _Strict(HTMLParser):
    """Counts what a page may not hold, and whether its elements close."""

    def __init__(self):
        super().__init__()
        self.open = []
        self.tags = set()
        self.names = set()

    def handle_starttag(self, tag, attrs):
        self.open.append(tag)
        self.tags.add(tag)
        self.names |= {name for name, _ in attrs}

    def handle_startendtag(self, tag, _):
        self.tags.add(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def stripped(value):
    """Return the words that are left where style and drawings are taken away."""
    html = value._repr_mimebundle_()["text/html"]
    return " ".join(unescape(re.sub("<[^>]*>", " ", html)).split())


@pytest.mark.parametrize("value", SHOWN, ids=lambda value: type(value).__name__)
def test_the_html_is_plain_small_and_closed(value):
    bundle = value._repr_mimebundle_(include=None, exclude=None)
    assert set(bundle) == {"text/plain", "text/html"}
    assert bundle["text/plain"] == str(value)
    assert len(bundle["text/html"]) <= 15_000
    page = _Strict()
    page.feed(bundle["text/html"])
    page.close()
    assert page.open == []
    assert not page.tags & {"style", "script", "link", "img"}
    assert not page.names & {"id", "class", "onclick", "href", "src"}
    assert not re.search(r"#[0-9a-f]{3,6}\b|rgb|background", bundle["text/html"])


def test_without_style_the_words_say_bounds_days_kind_and_source():
    words = stripped(CONVERSION)
    for part in ("between 293,8", "UZS", "from to kind source", "2025-09-15 2025-09-21 reference NBKR"):
        assert part in words
    words = stripped(TICKER)
    for part in ("UZS/USD 0.00008 0.000075 0.000085", "Rejected: line 3"):
        assert part in words
    words = stripped(BOOK)
    assert "newest rate from to days with a rate days without sources" in words
    assert "USD/KZT = " in words
    assert BOOK.digest() in words


def test_a_carried_rate_says_so():
    quotation = Quotation("USD", "KZT", "500", as_of="2025-01-01", source="x", kind="market")
    conversion = RateBook([quotation]).convert(Money(5, "USD"), "KZT", on="2025-01-09")
    assert "carried 8 days" in stripped(conversion)


def test_every_text_is_escaped():
    quotation = Quotation("USD", "KZT", "500", as_of="2025-01-01", source="<script>x</script>", kind="market")
    html = quotation._repr_mimebundle_()["text/html"]
    assert "<script" not in html
    assert "&lt;script&gt;" in html


def test_long_tables_and_lists_are_cut_and_say_so():
    html = html_of(
        [Heading("x"), Rows(("a",), [("y" * 500,)] * 1000), Items("Rejected:", ["z" * 500] * 1000)]
    )
    assert len(html) <= 15_000
    assert "more rows: print() shows all" in html
    assert "and 980 more" in html


def test_inside_of_something_else_ipython_writes_the_text():
    class Printer:
        def __init__(self):
            self.written = []

        def text(self, text):
            self.written.append(text)

    printer = Printer()
    CONVERSION._repr_pretty_(printer, cycle=False)
    assert printer.written == [str(CONVERSION)]


def test_every_value_has_a_text_of_its_own():
    for info in pkgutil.walk_packages(cafx.__path__, "cafx."):
        if info.name != "cafx.__main__":
            with suppress(ImportError):  # an engine of cafx.frames, without its library
                importlib.import_module(info.name)

    def below(cls):
        for one in cls.__subclasses__():
            yield one
            yield from below(one)

    assert [one.__name__ for one in below(Value) if one._fields and one.__str__ is object.__str__] == []
