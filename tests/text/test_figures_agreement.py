"""What an article's own dollars say about the rate, and which of its pairs cannot be right."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction

import pytest

from cafx import Quotation, RateBook
from cafx.errors import OptionError, ParseError
from cafx.text import check, find_figures, implied_rate, implied_rates

_ARTICLE = (
    "144 billion tenge ($266 million), 22.5 billion tenge ($41 million), 6.8 trillion tenge ($12.5 "
    "billion), "
    "4.4 trillion tenge ($8 billion) and 1.8 trillion tenge ($3.3 billion)"
)


def test_the_pairs_of_an_article_meet_in_one_interval_of_rates() -> None:
    implied = implied_rate(find_figures(_ARTICLE))
    assert (implied.base, implied.quote) == ("USD", "KZT")
    assert implied.low == Fraction(22_450_000_000, 41_500_000)
    assert implied.high is not None
    assert implied.high == Fraction(144_500_000_000, 265_500_000)
    assert str(implied) == "USD/KZT = 540.964 to 544.256"
    assert len(implied.fitting) == 5
    rate = RateBook.bundled().rate("USD", "KZT", on=date(2025, 9, 18))
    assert rate.low <= implied.high
    assert implied.low <= rate.high


def test_the_pair_that_does_not_fit_is_named() -> None:
    implied = implied_rate(find_figures(_ARTICLE + "; 500 million tenge ($9 million)"))
    assert [figure.text for figure in implied.misfits] == ["500 million tenge"]


def test_each_pair_of_currencies_has_a_rate_of_its_own() -> None:
    found = find_figures("5.4 million tenge ($10,000); 87,000 soms ($1,000); 5 soms")
    assert [str(one) for one in implied_rates(found)] == [
        "USD/KZT = 534.973 to 545.027",
        "USD/KGS = 86.956 to 87.044",
    ]
    with pytest.raises(ParseError, match="implied_rates"):
        implied_rate(found)
    with pytest.raises(ParseError, match="nothing implies"):
        implied_rate(find_figures("5 soms"))


@pytest.mark.parametrize("given", ["5 soms ($1)", b"5 soms", ["5 soms ($1)"], find_figures("5 soms")[0]])
def test_what_is_no_figures_is_refused_by_its_type_and_told_what_to_pass(given) -> None:
    for door in (implied_rate, implied_rates):
        with pytest.raises(TypeError, match=r"figure.*not.*pass find_figures\(text\)"):
            door(given)


_BOOK = RateBook([Quotation("USD", "KZT", "150", as_of="2014-06-01", kind="official", source="NBK")])


@pytest.mark.parametrize(
    ("text", "verdict", "reason"),
    [
        ("98,942 thousand tenge ($659)", "inconsistent", "1,000 .a scale word off. is the likely slip"),
        ("1.14 billion tenge ($7.6 million)", "consistent", "agrees with"),
        ("1.14 billion tenge ($76 million)", "inconsistent", "factor of 10 is the likely slip"),
        ("1.14 billion tenge ($30 million)", "inconsistent", "3.947 times what the rate gives$"),
        ("1.14 billion tenge (over $7 million)", "consistent", "agrees with"),
        ("100 soms ($2)", "not comparable", "no rate for KGS/USD"),
    ],
)
def test_a_stated_pair_is_held_against_the_book(text: str, verdict: str, reason: str) -> None:
    (finding,) = check(text, _BOOK, on="2014-06-01")
    assert finding.verdict == verdict
    assert re.search(reason, finding.reason), finding.reason


def test_a_text_without_pairs_has_nothing_to_check() -> None:
    assert tuple(check("5 tenge and $5", _BOOK)) == ()


def test_a_tolerance_is_a_share_and_five_is_not_taken_for_five_per_cent() -> None:
    for wrong in ("5", "1", "-0.01"):
        with pytest.raises(OptionError, match=r"not a share from 0 to below 1: 0\.05 is 5 %"):
            check(
                "It cost 5 billion tenge ($9 million).", RateBook.bundled(), on="2025-09-18", tolerance=wrong
            )


def test_the_tolerance_is_measured_from_the_price_and_the_rates_own_doubt_is_said() -> None:
    som = Quotation("UZS", "USD", "0.00008", as_of="2025-12-16", kind="ticker", source="timesca")  # ± 6.25 %
    book = RateBook([som])
    text = "{} тысяч сумов ($100)"
    verdicts = {}
    for thousands in ("1250", "1340", "1180", "1500"):
        (finding,) = check(text.format(thousands), book, on="2025-12-16")
        verdicts[thousands] = finding.verdict
        assert finding.doubt == Fraction(1, 16)
        assert ("known only within 6.25 %" in finding.reason) == (finding.verdict != "inconsistent")
    assert verdicts == {
        "1250": "consistent", "1340": "undecided", "1180": "undecided", "1500": "inconsistent",
    }  # fmt: skip


def test_a_rate_that_is_known_well_decides() -> None:
    for price, verdict in (("157.5", "consistent"), ("159.0", "inconsistent"), ("141.0", "inconsistent")):
        (finding,) = check(f"Курс доллара — {price} тенге.", _BOOK, on="2014-06-01")
        assert finding.verdict == verdict
        assert "known only" not in finding.reason
