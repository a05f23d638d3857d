"""What lets a price be passed over early must never pass over one that could be a rate."""

from __future__ import annotations

import itertools

import pytest

from cafx.text import find_figures
from cafx.text import finder as finding
from cafx.text.plausible import PRICED, is_beyond, is_plausible
from cafx.text.stated.parts import NOMINALS
from cafx.text.words import FIVE

_MANTISSAS = (1, 1.3, 2, 4.99, 7, 9.6)
_TEXTS = (
    "Доллар стоит 541,5 тенге, евро — 609 тенге. Хлеб подорожал до 150 тенге.",
    "Курс доллара: покупка 518,5, продажа 522. За 100 рублей дают 650 тенге, сообщили пять банков.",
    "The dollar costs 541 tenge. Two million tenge were paid at 541 tenge per dollar.",
    "1 доллар = 12 650 сўм, 100 рубль = 15 600 сўм, яъни беш минг сўм камаймади.",
)


def test_what_is_beyond_any_price_is_no_rate_of_any_pair() -> None:
    for base, quote, power, mantissa in itertools.product(PRICED, FIVE, range(3, 16), _MANTISSAS):
        price = mantissa * 10**power
        if is_beyond(quote, price):
            assert not any(is_plausible(base, quote, price / nominal) for nominal in NOMINALS)
    assert all(is_beyond(quote, 1e12) and not is_beyond(quote, 1) for quote in FIVE)


@pytest.mark.parametrize("text", _TEXTS)
def test_a_stretch_that_is_all_rates_has_no_figure(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    found = find_figures(text)
    monkeypatch.setattr(finding, "_is_all_rates", lambda *_: False)
    assert find_figures(text) == found
