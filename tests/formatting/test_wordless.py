"""Words that are the whole number: ``mille`` stands without a digit, and only for exactly that value."""

from __future__ import annotations

import pytest

from cafx import Money
from cafx.formatting import format_range, formatter, parse_amount

TEXTS = [
    ("it", "USD", "1000", "mille dollari statunitensi"),
    ("it", "USD", "-1000", "-mille dollari statunitensi"),
    ("it", "USD", "1049", "mille dollari statunitensi"),
    ("it", "USD", "1150", "1,2 mila dollari statunitensi"),
    ("it", "USD", "2000", "2 mila dollari statunitensi"),
    ("fr", "EUR", "1000", "mille euros"),
    ("fr", "EUR", "-1000", "-1 millier euros"),  # CLDR's case of 1 is not that of -1
    ("fr", "EUR", "1150", "1,2 millier euros"),
    ("fr", "EUR", "999.5", "mille euros"),
    ("lld", "EUR", "1000", "mile euro"),
]


@pytest.mark.parametrize(("locale", "currency", "amount", "text"), TEXTS)
def test_a_word_that_is_the_whole_number_stands_alone(locale, currency, amount, text):
    assert formatter(locale, currency, style="name", notation="compact_long")(amount) == text


def test_decimals_on_request_leave_no_room_for_the_word_alone():
    show = formatter("it", "USD", style="name", notation="compact_long", digits=1)
    assert show(1000) == "1,0 mila dollari statunitensi"


@pytest.mark.parametrize("locale", ["it", "fr", "ht", "lij", "lld", "vec"])
def test_words_alone_read_back(locale):
    show = formatter(locale, "EUR", style="name", notation="compact_long")
    for amount in ("1000", "-1000", "2000", "1000000000000"):
        assert parse_amount(show(amount), locale) == Money(amount, "EUR")


def test_a_range_may_start_at_a_word_alone():
    low, high = Money(1000, "USD"), Money(2000, "USD")
    text = format_range(low, high, "it", style="name", notation="compact_long")
    assert text == "mille - 2 mila dollari statunitensi"
