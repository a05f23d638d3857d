"""Annotations stand behind what needs them, once, and nothing else changes."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cafx import Quotation, RateBook
from cafx.core.html import BLOCKS, text_of, tokens
from cafx.errors import OptionError, RateNotFound, StaleRateWarning
from cafx.formatting.html import Html
from cafx.text import Figure, annotate, annotate_html, annotation, check, find_figures
from cafx.text.lexicon import CLOSING
from cafx.text.tokens import tokens_of
from sentences import EXAMPLES

if TYPE_CHECKING:
    from collections.abc import Callable

    from cafx.text import Annotated


def _quoted(base: str, price: str) -> Quotation:
    return Quotation(base, "USD", price, as_of="2025-12-16", kind="ticker", source="timesca")


_BOOK = RateBook(
    _quoted(*pair)
    for pair in (
        ("KGS", "0.01144"),
        ("KZT", "0.00194"),
        ("TJS", "0.10877"),
        ("UZS", "0.00008"),
        ("TMT", "0.28571"),
        ("EUR", "1.17"),
    )
)
_BOOK_KZT = _quoted("KZT", "0.00194")
_SENTENCES = [example.sentence for example in EXAMPLES]


def test_only_figures_without_a_stated_worth_are_annotated() -> None:
    text = "13 trillion tenge and 144 billion tenge ($266 million); $5 million; 5 kWh."
    assert str(annotate(text, _BOOK)) == text.replace(
        "13 trillion tenge", "13 trillion tenge (≈ $25.2 billion)"
    )


@pytest.mark.parametrize(
    ("text", "annotated"),
    [
        ("one million soms", "one million soms (≈ $11,000)"),
        ("5 to 7 billion tenge", "5 to 7 billion tenge (≈ $9.7 million – $13.6 million)"),
        ("one million soum", "one million soum (≈ $80)"),
        ("5 USD", "5 USD"),
    ],
)
def test_a_worth_has_the_digits_that_print_and_rate_support(text: str, annotated: str) -> None:
    assert str(annotate(text, _BOOK)) == annotated


@given(st.lists(st.sampled_from(_SENTENCES), max_size=4).map(" ".join), st.sampled_from(["USD", "EUR"]))
@settings(max_examples=60, deadline=None)
def test_annotating_twice_is_annotating_once_and_takes_nothing_away(text: str, to: str) -> None:
    for locale in ("en", "ru", "kk_KZ", "uz_UZ"):
        once = annotate(text, _BOOK, to, locale=locale).text
        assert annotate(once, _BOOK, to, locale=locale).text == once
        assert re.sub(r" \(≈ [^)]*\)", "", once) == text


def test_the_caller_says_where_and_how() -> None:
    def is_large(figure: Figure) -> bool:
        return figure.amount is not None and figure.amount > 1000

    text = "500 tenge and 5000 tenge"
    assert annotate(text, _BOOK, where=is_large, write=lambda money, _: str(money)).text == (
        "500 tenge and 5000 tenge (≈ 9.70 USD)"
    )


def test_a_missing_rate_is_said_and_not_passed_over() -> None:
    with pytest.raises(RateNotFound):
        annotate("5 tenge", RateBook(), missing="raise")


@pytest.mark.parametrize(
    ("page", "annotated"),
    [
        ("<p>5000&nbsp;tenge</p>", "<p>5000&nbsp;tenge (≈ $9.70)</p>"),
        ("<b>5</b>000 <i>ten</i>ge!", "<b>5</b>000 <i>ten</i>ge (≈ $9.70)!"),
        ("5000&#32;so&#8216;m &amp; more", "5000&#32;so&#8216;m (≈ $0.40) &amp; more"),
        ("<a title='5000 tenge'>5000\n   tenge</a>", "<a title='5000 tenge'>5000\n   tenge (≈ $9.70)</a>"),
        ("<script>var x = '5000 tenge'</script><!-- 5000 tenge -->", None),
        ("<title>5000 tenge</title><textarea>5000 tenge</textarea>", None),
        ("<td>5000</td><td>tenge</td>", None),
        ("<p>1 < 2 & 3 > 2</p>", None),
    ],
)
def test_html_changes_only_in_its_running_text(page: str, annotated: str | None) -> None:
    once = annotate_html(page, _BOOK).text
    assert once == (page if annotated is None else annotated)
    assert annotate_html(once, _BOOK).text == once


@pytest.mark.parametrize(
    ("text", "annotated"),
    [
        ("100 000 сомдон ашуун", "100 000 сомдон ашуун (≈ $1,140)"),
        ("Айыппұл 10 000 теңгеден 150 000 теңгеге дейін.",
         "Айыппұл 10 000 теңгеден 150 000 теңгеге дейін (≈ $19.4 – $291)."),
        ("Töleg 500 manatdan 600 manada çenli.", "Töleg 500 manatdan 600 manada çenli (≈ $143 – $171)."),
        ("1 tenge", "1 tenge (≈ $0.0019)"),
    ],
)  # fmt: skip
def test_an_annotation_stands_behind_what_belongs_to_the_figure(text: str, annotated: str) -> None:
    once = annotate(text, _BOOK).text
    assert annotate(once, _BOOK).text == once
    assert once.partition(" (≈")[0] == annotated.partition(" (≈")[0]
    assert "$0)" not in once
    assert once.count("(≈") == 1


def test_what_was_found_and_what_was_left_alone_are_said() -> None:
    result = annotate("5000 tenge, 144 billion tenge ($266 million), 5 so‘m, 7 manat", RateBook([_BOOK_KZT]))
    assert [finding.figure.text for finding in result] == ["5000 tenge"]
    assert [rate.pair for rate in result.rates] == ["KZT/USD"]
    assert [skipped.figure.text for skipped in result.skipped] == [
        "144 billion tenge",
        "5 so‘m",
        "7 manat",
    ]
    assert "no rate" in result.skipped[1].reason
    with pytest.raises(OptionError, match="missing"):
        annotate("5 tenge", _BOOK, missing="ignore")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "page",
    [
        "<code>5000 tenge</code>",
        "<pre>5000 tenge</pre>",
        "<button>5000 tenge</button>",
        "<data value=5000>5000 tenge</data>",
        "<svg><text>5000 tenge</text></svg>",
        "<p translate=no>5000 tenge</p>",
        '<div contenteditable="true"><div>5000 tenge</div> 5000 tenge</div>',
        "<kbd>5000 tenge</kbd><samp>5000 tenge</samp><math>5000 tenge</math>",
    ],
)
def test_code_forms_and_pictures_are_left_alone(page: str) -> None:
    assert annotate_html(page, _BOOK).text == page
    assert annotate_html(f"{page}<p>5000 tenge</p>", _BOOK).text == f"{page}<p>5000 tenge (≈ $9.70)</p>"


def test_markup_that_is_written_stays_markup_and_the_page_says_that_it_is_one() -> None:
    page = annotate_html("<p>5000 tenge</p>", _BOOK, write=lambda money, _: Html(f"<b>{money}</b>"))
    assert page.text == "<p>5000 tenge (≈ <b>9.70 USD</b>)</p>"
    assert page.__html__() == page.text
    assert annotate_html("5000 tenge", _BOOK, write=lambda *_: "<b>").text == "5000 tenge (≈ &lt;b&gt;)"
    assert not hasattr(annotate("5000 tenge", _BOOK), "__html__")


@pytest.mark.parametrize(
    ("page", "day"),
    [
        (
            '<meta property="article:published_time" content="2014-06-01T10:00:00+06:00"><p>5 tenge',
            "2014-06-01",
        ),
        (
            '<script type="application/ld+json">{"datePublished": "2014-06-01"}</script><p>5 tenge',
            "2014-06-01",
        ),
        ('<time datetime="2014-06-01">1 June</time><p>5 tenge', "2014-06-01"),
        ("Title\n1 June 2014\n5 tenge", "2014-06-01"),
        ("Заголовок\n1 июня 2014, 10:30\n5 тенге", "2014-06-01"),
        ("2014 жылы 5 теңге болды, 2015 жылы 6 теңге.", None),
        ("In June 2014, on the 1st, 5 tenge were paid and nobody said why that was so at all.", None),
    ],
)
def test_an_article_says_its_own_day(page: str, day: str | None) -> None:
    old = Quotation("USD", "KZT", "183.51", as_of="2014-06-01", kind="official", source="NBK")
    book = RateBook([old, _BOOK_KZT])
    result = (annotate_html if "<" in page else annotate)(page, book)
    assert result.on == (None if day is None else date.fromisoformat(day))
    assert (result.date_text is None) == (day is None)
    assert annotate(page, book, on="2025-12-16").date_text is None


_OLD = RateBook([Quotation("USD", "KZT", "500", as_of="2020-03-02", kind="official", source="NBK")])


@pytest.mark.parametrize("door", [annotate, annotate_html, check])
def test_a_stale_rate_is_said_where_no_day_is_known(door: Callable[..., Annotated]) -> None:
    text = "5000 tenge ($10)" if door is check else "5000 tenge"
    with pytest.warns(StaleRateWarning, match="KZT/USD") as caught:
        door(text, _OLD)
    assert [Path(one.filename).name for one in caught] == ["test_figures_annotation.py"]
    door(text, _OLD, on="2020-03-03")
    door(f"2 March 2020\n\n{text}", _OLD)


def test_a_figure_says_that_its_rate_is_stale() -> None:
    (figure,) = find_figures("5000 tenge")
    for convert in (figure.convert, figure.convert_ends):
        with pytest.warns(StaleRateWarning) as caught:
            convert(_OLD, "USD")
        assert [Path(one.filename).name for one in caught] == ["test_figures_annotation.py"]


@pytest.mark.parametrize(
    ("locale", "day"), [("en", "Mar 2, 2020"), ("ru", "2 мар. 2020\u202fг."), ("kk", "2020\u202fж. 02 нау.")]
)
def test_the_day_of_a_carried_rate_is_written(locale: str, day: str) -> None:
    for write in (annotate, annotate_html):
        carried = write("5000 tenge, 7 manat", _OLD, on="2020-03-09", locale=locale).text
        assert f"; {day})" in carried
        assert write(carried, _OLD, on="2020-03-09", locale=locale).text == carried
        assert day not in write("5000 tenge", _OLD, on="2020-03-02", locale=locale).text


@pytest.mark.parametrize("door", [annotate, annotate_html, check])
def test_an_older_rate_answers_where_its_age_is_allowed(door: Callable[..., Annotated]) -> None:
    text = "5000 tenge ($10)" if door is check else "5000 tenge"
    assert not door(text, _OLD, on="2020-05-01").rates
    assert door(text, _OLD, on="2020-05-01", max_age=timedelta(days=90)).rates


@pytest.mark.parametrize("door", [annotate, annotate_html, check])
def test_a_book_is_asked_for_by_name(door: Callable[..., Annotated]) -> None:
    with pytest.raises(TypeError, match="RateBook"):
        door("no money", [])


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Штраф (5 000 тенге) вырос", "Штраф (5 000 тенге ≈ $10) вырос"),
        ("(5 000 тенге и более)", "(5 000 тенге и более ≈ $10)"),
        ("a) 5 000 tenge (b) 5 000 tenge", "a) 5 000 tenge (≈ $10) (b) 5 000 tenge (≈ $10)"),
        (":( 5 000 tenge", ":( 5 000 tenge (≈ $10)"),
        ("5&nbsp;000&#160;тенге, 5 000 тенге", "5&nbsp;000&#160;тенге (≈ $10), 5 000 тенге (≈ $10)"),
    ],
)
def test_no_bracket_is_opened_within_a_bracket(text: str, written: str) -> None:
    for write, page in ((annotate, "{}"), (annotate_html, "<p>{}</p>")):
        once = write(page.format(text), _OLD, on="2020-03-02", locale="en").text
        assert once == page.format(written)
        assert write(once, _OLD, on="2020-03-02", locale="en").text == once


def _plainly_visible(page: str) -> list[tuple[str, int, int, bool]]:
    """What a reader sees of a page: each run of words, white space and reference for itself."""
    seen: list[tuple[str, int, int, bool]] = []
    untouched, depth = "", 0
    for token in tokens(page):
        if token.kind == "tag":
            is_closing = page[token.start + 1] == "/"
            source = page[token.start : token.end]
            is_left_alone = token.name in annotation._UNTOUCHED or annotation._LEFT_ALONE.search(source)
            is_empty = token.name in annotation._VOID or source.endswith("/>")
            if untouched and token.name == untouched:
                depth += -1 if is_closing else 1
                untouched = untouched if depth else ""
            elif not untouched and not is_closing and not is_empty and is_left_alone:
                untouched, depth = token.name, 1
            is_first = untouched and depth == 1 and not is_closing
            if token.name in BLOCKS or token.name in annotation._UNTOUCHED or is_first:
                seen.append(("\n\n", token.start, token.end, False))
        elif token.kind == "text" and not untouched:
            for match in re.finditer(annotation._PIECE.pattern, page[token.start : token.end]):
                start, end = token.start + match.start(), token.start + match.end()
                piece = match[0]
                if piece[0] == "&":
                    seen.append((text_of(piece), start, end, False))
                elif len(piece) > 1 and piece.isspace():
                    seen.append((" ", start, end, False))
                else:
                    seen.append((piece, start, end, True))
    return seen


_FRAGMENTS = (
    "<p>", "</p>", "<b>", "</b>", "<div translate=no>", "<p translate=no>", "</div>", "<br>", "<br/>",
    "<pre>", "</pre>", "<code>", "</code>", "<i contenteditable>", "</i>", "<i contenteditable=false>",
    "<script>", "<!--", "</script>", "-->", "<p title='>", "13", " trillion", "tenge", "&nbsp;", "&", "&amp;",
    "&#1", "  ", " ", "\n", "\n ", "\u00a0", "\u2003", "(", ")", "<", ">", ".", "миллион сом", "5 чейин",
)  # fmt: skip


@given(st.lists(st.sampled_from(_FRAGMENTS), max_size=40).map("".join))
@settings(max_examples=200, deadline=None)
def test_what_a_reader_sees_of_a_page_is_what_it_is_by_the_plain_way(page: str) -> None:
    assert list(map(tuple, annotation._visible(page))) == _plainly_visible(page)


@given(
    st.lists(st.sampled_from(("(", ")", "\n\n", "\n", "x" * 120, "y")), max_size=12).map("".join),
    st.integers(0, 600),
)
@settings(max_examples=200, deadline=None)
def test_a_bracket_is_found_as_by_the_plain_way(text: str, place: int) -> None:
    before = text[max(0, place - annotation._LONGEST_BRACKET) : place].rpartition("\n\n")[2]
    behind = text[place : place + annotation._LONGEST_BRACKET].partition("\n\n")[0]
    plainly = before.rfind("(") > before.rfind(")") and ")" in behind.partition("(")[0]
    assert annotation._is_in_bracket(text, place) is plainly


def test_what_may_close_a_figure_is_looked_for_only_where_it_may_begin() -> None:
    for word in CLOSING:
        for text in (f"5 сом {word}", f"5 сом{word}", f"5 сом {word.upper()}", f"5 сом \n{word}"):
            figure = Figure("5 сом", 0, 5, "KGS", amount=5)
            first = next(iter(tokens_of(text, 5, len(text))), None)
            is_closing = first is not None and first.key in CLOSING and first.start <= 6
            assert annotation._behind(text, figure) == (first.end if is_closing and first else 5)
