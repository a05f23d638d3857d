"""Many literals sought in a text together: those that each by itself would be found in."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cafx.text import find_figures, find_money
from cafx.text.literals import Literals

LITERALS = ("сом", "Som", "som", "sum", "енге", "еңге", "enge", "anat", "Т", "$", "so'm", "a", "ə", "zeri ")
WORDS = (*LITERALS, "сомневается", "манат", "tenge", "turmush", "12 500", "\n", ".", "(", "слова", "of", "ың")


def _found_one_by_one(text: str) -> set[str]:
    return {literal for literal in LITERALS if literal in text}


@given(st.lists(st.sampled_from(WORDS), max_size=40), st.integers(1, 200))
def test_what_is_found_together_is_what_is_found_one_by_one(words: list[str], repeats: int) -> None:
    text = " ".join(words) + " nothing here" * repeats
    assert set(Literals(LITERALS).within(text)) == _found_one_by_one(text)


@given(st.sampled_from(LITERALS), st.integers(0, 3_000))
def test_a_literal_is_found_anywhere_in_a_long_text(literal: str, place: int) -> None:
    text = "-" * place + literal + "-" * (3_000 - place)
    assert set(Literals(LITERALS).within(text)) == _found_one_by_one(text)


def test_each_literal_is_returned_once() -> None:
    found = Literals((*LITERALS, *LITERALS)).within(" ".join(LITERALS) * 200)
    assert sorted(found) == sorted(LITERALS)


LINES = (
    *(
        "Курс доллара — 541,2 тенге",
        "Доллар:",
        "541 тенге",
        "Хлеб стоит 200 тенге",
        "без чисел",
        "",
        "USD 87.50",
    ),
    *(
        "KZT 0.17",
        "пять тысяч тенге",
        "за 1 сом дают 5,9 тенге",
        "10 млн долларов",
        "12 500 сум в 2024 году",
        "5 km",
    ),
)


@given(st.lists(st.sampled_from(LINES), max_size=12))
def test_figures_are_the_same_where_only_the_lines_near_them_are_read_for_rates(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert find_figures(text) == find_money(text)[0]
