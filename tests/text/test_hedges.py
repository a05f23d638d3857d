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


@pytest.mark.parametrize(
    ("text", "hedges"),
    [
        # a clause of its own begins behind a contrast; elsewhere *from* and *to* are one way
        ("Граждане платят от 8 640 сомони, а должностные лица до 25 200 сомони.", ["at_least", "up_to"]),
        ("Плата выросла с 500 сомов, как было раньше, до 600 сомов.", [None, None]),
        ("It grew over the year, from 1,060 somoni in 2016 to 1,174 somoni in 2017.", [None, None]),
        ("Tickets, from 1,060 somoni in May.", ["at_least"]),
        ("Прибавка составит примерно от 10 до 20 тысяч тенге.", ["about"]),
        ("Прибавка составит от 10 до 20 тысяч тенге.", [None]),
    ],
)
def test_two_levels_are_a_way_only_within_a_clause(text: str, hedges: list[str | None]) -> None:
    assert [figure.hedge for figure in find_figures(text)] == hedges


@pytest.mark.parametrize(
    ("amount", "limits"),
    [
        (
            "500 soms",
            ("more expensive than {}", "no more expensive than {}", "cheaper than {}", "not cheaper than {}"),
        ),
        ("500 сомов", ("дороже {}", "не дороже {}", "дешевле {}", "не дешевле {}")),
        ("500 теңгеден", ("{} қымбат", "{} қымбат болмауы керек", "{} арзан", "{} арзан болмауы керек")),
        ("500 сомдон", ("{} кымбат", "{} кымбат болбошу керек", "{} арзан", "{} арзан болбошу керек")),
        (
            "500 so‘mdan",
            ("{} qimmat", "{} qimmat bo‘lmasligi kerak", "{} arzon", "{} arzon bo‘lmasligi kerak"),
        ),
        ("500 сўмдан", ("{} қиммат", "{} қиммат бўлмаслиги керак", "{} арзон", "{} арзон бўлмаслиги керак")),
        ("500 сомонӣ", ("аз {} гарон", "аз {} гарон набошад", "аз {} арзон", "аз {} арзон набошад")),
        ("500 manatdan", ("{} gymmat", "{} gymmat bolmaly däl", "{} arzan", "{} arzan bolmaly däl")),
    ],
    ids=["en", "ru", "kk", "ky", "uz-Latn", "uz-Cyrl", "tg", "tk"],
)
def test_dearer_and_cheaper_are_limits_that_a_negation_turns(amount: str, limits: tuple[str, ...]) -> None:
    found = [find_figures(limit.format(amount))[0].hedge for limit in limits]
    assert found == ["over", "up_to", "under", "at_least"]
