"""Each table of words reads the sentences that stand beside it."""

from __future__ import annotations

import pytest

from cafx.core.decimals import plain
from cafx.text import Figure, find_figures
from cafx.text.lexicon import CURRENCIES, NUMBERS, SCALES
from cafx.text.words import LANGUAGES
from sentences import EXAMPLES, Example

_EXAMPLES = [(example.language, example) for example in EXAMPLES]


def _written(figure: Figure) -> str:
    if figure.amount is not None:
        value = plain(figure.amount)
    else:
        low, high = figure.ends
        value = f"{plain(low.amount)}..{plain(high.amount)}"
    if "." in value and ".." not in value:
        value = value.rstrip("0").rstrip(".")
    return f"{figure.text} {figure.currency} {value}"


@pytest.mark.parametrize(("code", "example"), _EXAMPLES)
def test_a_table_reads_its_own_sentences(code: str, example: Example) -> None:
    assert tuple(_written(figure) for figure in find_figures(example.sentence)) == example.figures, code


@pytest.mark.parametrize(("code", "example"), _EXAMPLES)
def test_a_hint_of_the_language_changes_nothing(code: str, example: Example) -> None:
    assert (
        find_figures(example.sentence, languages=[code])[0].amount == find_figures(example.sentence)[0].amount
    )


def test_every_language_has_examples_and_knows_scales_and_currencies() -> None:
    for language in LANGUAGES:
        assert any(example.language == language.code for example in EXAMPLES), language.code
        assert language.scales, language.code
        assert language.currencies, language.code


def test_words_are_in_lower_case_and_no_currency_is_a_scale() -> None:
    words = [*CURRENCIES, *SCALES, *(word for numbers in NUMBERS.values() for word in numbers)]
    assert [word for word in words if word != word.lower()] == []
    assert not CURRENCIES.keys() & SCALES.keys()


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("14 000 өзбек сумуна (113 сом) алды.", ["14000 UZS", "113 KGS"]),
        ("Ал 500 тажик сомонисине сатты.", ["500 TJS"]),
        ("Ал 500 түркмөн манатынан алды.", ["500 TMT"]),
        ("Ол 500 қазақ теңгесіне сатып алды.", ["500 KZT"]),
        ("Ол 500 тәжік сомонисінен бастап сатты.", ["500 TJS"]),
        ("U 500 qozoq tengesining yarmini berdi.", ["500 KZT"]),
        ("У 500 тожик сомонисидан берди.", ["500 TJS"]),
        ("Ol 500 özbek sumuna satyn aldy.", ["500 UZS"]),
        ("Ol 500 täjik somonisine satyn aldy.", ["500 TJS"]),
    ],
)
def test_the_money_of_a_neighbour_has_its_possessive_forms(text: str, figures: list[str]) -> None:
    assert [f"{figure.amount} {figure.currency}" for figure in find_figures(text)] == figures
