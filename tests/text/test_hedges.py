"""How an amount is taken back: classes, negations, differences and goals, in eight languages."""

from __future__ import annotations

import pytest

from cafx import find_figures
from hedge_grid import GRID


@pytest.mark.parametrize("is_bare", [True, False], ids=["bare", "in a sentence"])
def test_the_grid_of_constructions_is_read_right(*, is_bare: bool) -> None:
    wrong = []
    for language, hedge, words, sentence in GRID:
        text = words if is_bare else sentence.format(words)
        found = [figure.hedge for figure in find_figures(text) if figure.ends[0].amount == 500]
        if found != [hedge]:
            wrong.append((language, hedge, text, found))
    assert len(wrong) <= 0.05 * len(GRID), wrong


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("Штраф не менее 50 МРП (216 250 тенге).", "at_least"),  # a bracket repeats a hedged index
        ("A fine of up to 20 MCI (KZT 86,500).", "up_to"),
        ("Чыгым 100 миң сомдон ($1 140) ашуун.", "over"),  # a hedge behind a bracket
        ("Субсидии (28 млн тенге) больше.", None),
        ("Tickets from 500 tenge", "at_least"),
        ("deducted 5% from 500 tenge", None),
        ("500+ тенге", "over"),
        ("It was up to 500 tenge from 400.", None),
        ("rose by up to 500 tenge", "up_to"),
    ],
)
def test_hedges_reach_over_brackets_and_not_into_changes(text: str, hedge: str | None) -> None:
    assert find_figures(text)[0].hedge == hedge
