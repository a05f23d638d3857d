"""Scenarios from the field that no single package owns, each by its number, with its answer."""

from __future__ import annotations

import decimal
import warnings
from datetime import date

import pytest

import cafx
from cafx import AmountError, History, Money, ParseError, Quotation, RateBook, RateNotFound


def official(price, day, source="NBK", **rest):
    return Quotation("USD", "KZT", price, as_of=day, kind="official", source=source, **rest)


def test_13_markup_in_a_word_is_escaped():
    text = cafx.format_html(Money(5, "TJS"), "tg", style="local", words={"TJS": "<script>&\"'"})
    assert "<script" not in text.__html__()


def test_19_a_number_with_one_comma_is_read_by_the_language_or_refused():
    assert cafx.parse_money("1,234 tenge").money == Money("1234", "KZT")
    with pytest.raises(ParseError, match="1\\.234"):
        cafx.parse_amount("1,234 ₸", "kk_KZ")


def test_28_a_jump_waits_until_it_is_accepted():
    with History(":memory:") as history:
        history.add([official("540.10", "2026-04-01")])
        assert history.add([official("5401.0", "2026-04-02")]).quarantined == 1
        assert str(RateBook(history).rate("USD", "KZT", on="2026-04-02").legs[0].price) == "540.10"
        history.accept(history.quarantine())
        assert str(RateBook(history).rate("USD", "KZT", on="2026-04-02").legs[0].price) == "5401.0"


@pytest.mark.parametrize("text", ["100 som", "100 manat"])
def test_32_money_of_no_country_is_ambiguous_where_that_is_asked(text):
    with pytest.raises(ParseError, match=" or "):
        cafx.parse_money(text, strict=True)


def test_33_a_saturday_has_the_last_rate_before_it_and_says_its_day():
    book = RateBook([official("540.10", "2026-04-03", source="own table")])
    rate = book.rate("USD", "KZT", on=date(2026, 4, 4))
    assert (rate.as_of, rate.age, rate.is_carried) == (date(2026, 4, 3), 1, True)
    assert "2026-04-03" in str(rate)


@pytest.mark.parametrize("day", ["2026-03-01", "2026-05-01"])
def test_34_a_day_out_of_reach_has_no_rate_and_the_nearest_days_are_named(day):
    with pytest.raises(RateNotFound, match="2026-04-03"):
        RateBook([official("540.10", "2026-04-03")]).rate("USD", "KZT", on=day)


@pytest.mark.parametrize("amount", [None, float("nan"), True, 0.1])
def test_35_what_is_no_exact_number_is_a_type_error(amount):
    with pytest.raises(TypeError):
        Money(amount, "KZT")


def test_36_a_number_beyond_all_bounds_is_refused_before_it_is_written_out():
    with pytest.raises(AmountError):
        Money("1e999999999", "KZT")
    with pytest.raises(AmountError):
        cafx.formatter("kk", "KZT")(decimal.Decimal("1e999999999"))


def test_50_a_correction_is_used_and_what_it_corrects_is_kept():
    with History(":memory:") as history:
        first = official("479.99", "2026-04-01", observed_at="2026-04-01T06:00:00+00:00")
        better = official("478.15", "2026-04-01", observed_at="2026-04-01T12:00:00+00:00")
        history.add([first])
        history.add([better])
        assert str(RateBook(history).rate("USD", "KZT", on="2026-04-01").legs[0].price) == "478.15"
        kept = [str(one.price) for _, one in history.revisions("USD", "KZT", on="2026-04-01")]
        assert kept == ["479.99", "478.15"]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        book = RateBook([better, first])
        assert str(book.rate("USD", "KZT", on="2026-04-01").legs[0].price) == "478.15"
        assert book.superseded() == (first,)
