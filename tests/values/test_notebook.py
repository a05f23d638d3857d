"""What a notebook shows: words that survive without style, escaped, small, and never a ``repr``."""

import importlib
import pkgutil
import re
from contextlib import suppress
from html import unescape
from html.parser import HTMLParser
from typing import is_typeddict

import pytest

import cafx
from cafx import (
    Currency,
    History,
    Money,
    Quotation,
    RateBook,
    annotate,
    check,
    find_figures,
    format_html,
    format_parts,
    implied_rate,
    read_ticker,
    read_tickers,
)
from cafx.core.notebook import Drawn, Heading, Items, Rows, html_of
from cafx.core.value import Value

BOOK = RateBook.bundled()
CONVERSION = BOOK.convert(Money("13e12", "KZT"), "UZS", on="2025-09-18")
TICKER = read_ticker("KZT/USD = 0.00194 -0%\nUZS/USD = 0.00008 0%\nKZT/USD = 515.1 0%", as_of="2025-12-16")
ARTICLE = (
    "About 144 billion tenge ($266 million) were raised, bonds cost 22.5 billion tenge ($41 million), and 10"
    " billion tenge ($1 million) is wrong. The bank takes 13 trillion tenge."
)
CLASH = RateBook(
    Quotation("USD", "KZT", price, as_of="2025-01-01", source=source, kind="official")
    for price, source in (("500.10", "A"), ("540.10", "B"))
)
SHOWN = [
    Money("5", "KZT"),
    Currency("KZT"),
    implied_rate(find_figures(ARTICLE)),
    check(ARTICLE, BOOK, on="2025-09-18"),
    check(ARTICLE, BOOK, on="2025-09-18").figures[0],
    annotate(ARTICLE, BOOK, on="2025-09-18"),
    CLASH.disagreements()[0],
    format_parts(Money("5", "KZT"), "kk_KZ")[0],
    read_tickers(["KZT/USD = 0.00194 0%"] * 3),
    History(":memory:"),
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


@pytest.mark.parametrize(
    "value", SHOWN, ids=[f"{place}-{type(value).__name__}" for place, value in enumerate(SHOWN)]
)
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
    assert "newest rate from first to newest from to days with a rate days without sources" in words
    assert "USD/TMT = 3.5 (2015-01-01) 2.850 to 3.500 2009-01-01 " in words
    words = stripped(implied_rate(find_figures(ARTICLE)))
    assert "what 2 of 3 figures allow in the text stated KZT for 1 USD fits" in words
    assert re.search(r"10 billion tenge \$1 million [0-9.]+ to [0-9.]+ no", words)
    words = stripped(check(ARTICLE, BOOK, on="2025-09-18"))
    for part in ("3 found, 1 left as they are, at the rates of 2025-09-18", "inconsistent KZT/USD = 0.0018"):
        assert part in words
    words = stripped(CLASH.disagreements()[0])
    for part in ("Disagreement on 2025-01-01 8.00% apart", "500.10", "540.10", "official A", "official B"):
        assert part in words


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


#: What is no value and no result: it is made once, and asked for values.
DOORS = {
    "AsyncClient Client": "they fetch",
    "CBR CBT CBU NBK NBKR NBP NBT CurrencyAPI Frankfurter TimesCA TableSource": "they read documents",
    "Calendar Row": "what a source of one's own is made of",
    "Rates Display": "they serve what others ask for",
    "BankServer FixedRates LoopbackBank SourceContract": "they stand in for the world in tests",
}
PUBLIC = "backfill client display formatting frames history live sources testing text ticker".split()


def test_every_value_and_result_of_the_public_face_shows_itself():
    doors = {name for names in DOORS for name in names.split()}
    shown, bare = set(), set()
    for module in (cafx, *(importlib.import_module(f"cafx.{name}") for name in PUBLIC)):
        for name in module.__all__:
            one = getattr(module, name)
            is_class = isinstance(one, type) and not is_typeddict(one)
            if is_class and not issubclass(one, BaseException) and not getattr(one, "_is_protocol", False):
                (shown if hasattr(one, "_repr_mimebundle_") else bare).add(name)
    assert bare == doors
    assert len(shown) > 30


def test_markup_is_shown_as_a_page_shows_it():
    markup = format_html(Money("5", "KZT"), "kk_KZ")
    assert markup._repr_mimebundle_()["text/html"] == str(markup)


def test_a_line_stops_where_there_is_a_gap_and_goes_where_there_is_no_room():
    course = [(1.0, 2.0, 3.0), (1.0, 2.0, 4.0), None, (2.0, 2.0, 2.0)]
    html = html_of([Rows(("rate",), [(Drawn("from 2 to 2", course),)])])
    assert html.count("<polyline") == html.count("<polygon") == 2
    assert 'points="0,' in html
    many = html_of([Rows(("rate",), [(Drawn("from 2 to 2", course * 20),)] * 40)])
    assert "<svg" not in many
    assert many.count("from 2 to 2") == 40


def test_the_text_of_a_book_is_one_short_line():
    assert str(BOOK) == f"RateBook of {len(BOOK):,} quotations of {len(BOOK.pairs())} pairs"
