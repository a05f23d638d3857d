"""Figures are found where they are, read exactly, and nothing else is."""

from __future__ import annotations

import copy
import pickle
from typing import TYPE_CHECKING

import pytest

from cafx import Money, Quotation, RateBook
from cafx.errors import AmountError, ParseError
from cafx.text import Figure, find_figures, parse_money

if TYPE_CHECKING:
    from pathlib import Path

_ARTICLE = (
    "Investments of 13 trillion tenge (over $24 billion). This year around 144 billion tenge ($266 "
    "million) "
    "for 48 entities. In 2024 the gap was 2.4 billion kWh. Strong Tenge Pushes Some Banks; 100 Million "
    "Tenge Project."
)
_BOOK = RateBook([Quotation("KZT", "USD", "0.00194", as_of="2025-12-16", kind="ticker", source="timesca")])


def test_the_two_seed_documents_hold_seven_figures_and_no_other(shared: Path) -> None:
    article = (shared / "seeds" / "004_dfe43a911bdbb61a.txt").read_text("utf-8")
    assert [(figure.text, str(figure.stated)) for figure in find_figures(article)] == [
        ("13 trillion tenge", "24,000,000,000 USD"),
        ("144 billion tenge", "266,000,000 USD"),
        ("22.5 billion tenge", "41,000,000 USD"),
        ("6.8 trillion tenge", "12,500,000,000 USD"),
        ("4.4 trillion tenge", "8,000,000,000 USD"),
        ("1.8 trillion tenge", "3,300,000,000 USD"),
    ]
    headlines = (shared / "seeds" / "000_6003f1f04a515889.txt").read_text("utf-8")
    assert [(figure.text, figure.stated) for figure in find_figures(headlines)] == [
        ("100 Million Tenge", None)
    ]


def test_an_article_gives_its_figures_in_order_with_their_places() -> None:
    figures = find_figures(_ARTICLE)
    assert [figure.text for figure in figures] == [
        "13 trillion tenge",
        "144 billion tenge",
        "100 Million Tenge",
    ]
    assert all(_ARTICLE[figure.start : figure.end] == figure.text for figure in figures)
    assert [figure.hedge for figure in figures] == [None, "about", None]


def test_a_figure_converts_to_the_digits_that_its_print_supports() -> None:
    conversion = parse_money("13 trillion tenge").convert(_BOOK, "USD")
    assert conversion.significant() == Money("25200000000", "USD")
    assert conversion.printed == 500_000_000_000


def test_a_range_converts_both_of_its_ends_and_refuses_to_be_one_amount() -> None:
    figure = parse_money("5 to 7 billion tenge")
    assert str(figure) == "5,000,000,000 to 7,000,000,000 KZT"
    assert figure.money is None
    assert [end.significant().amount for end in figure.convert_ends(_BOOK, "USD")] == [9_700_000, 13_600_000]
    with pytest.raises(AmountError, match="convert_ends"):
        figure.convert(_BOOK, "USD")


def test_a_figure_survives_json_pickle_and_copying() -> None:
    (figure, *_) = find_figures(_ARTICLE)
    assert Figure.from_json(figure.to_json()) == figure
    assert pickle.loads(pickle.dumps(figure)) == figure  # noqa: S301 -- its own pickle
    assert copy.deepcopy(figure) is figure
    assert eval(repr(figure), {"Figure": Figure, "Currency": str}) == figure  # noqa: S307 -- its own repr


@pytest.mark.parametrize("text", ["", "tenge", "5 tenge and 6 tenge", "5"])
def test_what_is_not_one_amount_is_refused_by_name(text: str) -> None:
    with pytest.raises(ParseError):
        parse_money(text)


def test_the_rest_of_a_number_that_markup_cut_in_two_is_no_figure() -> None:
    for text in ("450<wbr>000 som", "000 som", "00 tenge"):
        assert find_figures(text) == ()
    assert [figure.text for figure in find_figures("0.5 million tenge")] == ["0.5 million tenge"]
