"""Ranges that are printed by compiled formats are, to the byte, what the pieces of a plan make."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import example, given, settings
from hypothesis import strategies as st

from cafx.core.currency import Currency
from cafx.locale.plan import plan_for
from cafx.locale.ranges import kept_range, range_text

AMOUNTS = st.one_of(
    st.decimals(-(10**7), 10**9, places=2),
    st.integers(0, 10**15).map(Decimal),
    st.builds(lambda digits, place: Decimal(digits).scaleb(place), st.integers(0, 9999), st.integers(-9, 12)),
)
# An end that is nearly, or just, the other one: they may print alike.
NEAR = st.sampled_from([Decimal(0), Decimal("1E-6"), Decimal("0.004"), Decimal(1), Decimal(40_000)])
CHOICES = st.fixed_dictionaries(
    {},
    optional={
        "style": st.sampled_from(["symbol", "code", "name", "display", "none", "accounting"]),
        "notation": st.sampled_from(["standard", "compact", "compact_long"]),
        "sign": st.sampled_from(["auto", "always", "never", "keep", "except_zero"]),
        "digits": st.sampled_from([0, 2, 5, (0, 3), "auto", "whole", "cash", "given", "currency"]),
        "symbols": st.just("ascii"),
        "numbering": st.just("native"),
    },
) | st.fixed_dictionaries(
    {"notation": st.sampled_from(["standard", "compact", "compact_long"]), "significant": st.integers(1, 12)}
)
LOCALES = "kk_KZ ky_KG tg_TJ uz_UZ tk_TM ru en de es it de_CH hi ja fr pt_PT fa-IR-u-nu-arabext".split()
CODES = ["KZT", "USD", "UZS", "EUR", "CHF", "JPY"]


@settings(max_examples=200)
@given(AMOUNTS, AMOUNTS | NEAR, st.sampled_from(LOCALES), st.sampled_from(CODES), CHOICES)
@example(Decimal(1000), Decimal(1), "it", "EUR", {"notation": "compact_long", "style": "name"})
@example(Decimal(999_999), Decimal(1), "en", "USD", {"notation": "compact", "significant": 4})
@example(Decimal("-0"), Decimal(5), "en", "USD", {})
def test_compiled_ranges_are_those_of_the_plain_way(low, width, locale, code, choices):
    high, currency = low + abs(width), Currency(code)
    plan = plan_for(locale, currency, choices)
    assert kept_range(locale, currency, choices, "a test")(low, high) == range_text(plan, low, high)
