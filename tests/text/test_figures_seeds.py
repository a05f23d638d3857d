"""The figures of the two real pages that cafx began with, typed by hand: they never change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from cafx import find_figures

if TYPE_CHECKING:
    from pathlib import Path

    from cafx import Figure

#: Of each page, by the beginning of its name: text, amount, hedge; and the stated worth likewise.
_FIGURES: Final = {
    "000": [("100 Million Tenge", "100,000,000 KZT", None, None)],
    "004": [
        (
            "13 trillion tenge",
            "13,000,000,000,000 KZT",
            None,
            ("$24 billion", "24,000,000,000 USD", "over"),
        ),
        ("144 billion tenge", "144,000,000,000 KZT", "about", ("$266 million", "266,000,000 USD", None)),
        ("22.5 billion tenge", "22,500,000,000 KZT", None, ("$41 million", "41,000,000 USD", None)),
        ("6.8 trillion tenge", "6,800,000,000,000 KZT", None, ("$12.5 billion", "12,500,000,000 USD", None)),
        ("4.4 trillion tenge", "4,400,000,000,000 KZT", None, ("$8 billion", "8,000,000,000 USD", None)),
        ("1.8 trillion tenge", "1,800,000,000,000 KZT", None, ("$3.3 billion", "3,300,000,000 USD", None)),
    ],
}


@pytest.mark.parametrize("name", sorted(_FIGURES))
def test_the_figures_of_a_page_are_what_a_reader_sees(name: str, shared: Path) -> None:
    (page,) = (shared / "seeds").glob(f"{name}_*.txt")
    text = page.read_text("utf-8")
    found = find_figures(text)
    assert [
        (*_shown(figure), None if figure.stated is None else _shown(figure.stated)) for figure in found
    ] == _FIGURES[name]
    assert all(text[figure.start : figure.end] == figure.text and figure.per is None for figure in found)


def _shown(figure: Figure) -> tuple[str, str, str | None]:
    return figure.text, str(figure), figure.hedge


@pytest.mark.parametrize(
    ("sentence", "figure", "stated"),
    [
        ("around 144 billion tenge ($266 million)", "about", None),
        ("144 billion tenge (around $266 million)", None, "about"),
        ("over 144 billion tenge (over $266 million)", "over", "over"),
        ("у 144 млрд тенге, до 5 млн (10 тысяч долларов)", None, None),
    ],
)
def test_a_worth_has_a_hedge_of_its_own(sentence: str, figure: str | None, stated: str | None) -> None:
    first = find_figures(sentence)[0]
    assert first.hedge == figure
    assert (None if first.stated is None else first.stated.hedge) == stated
