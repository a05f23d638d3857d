"""``negotiate``: one of a closed set, whatever is sent."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cafx import OptionError
from cafx.display import OFFERED, Display, negotiate


@pytest.mark.parametrize(
    ("header", "country", "locale"),
    [
        ("kk", "", "kk-KZ"),
        ("kk-KZ,kk;q=0.9,ru;q=0.8,en-US;q=0.7,en;q=0.6", "", "kk-KZ"),
        ("ru-RU,ru;q=0.9,en-US;q=0.8,en;q=0.7", "", "ru"),
        ("ru-RU,ru;q=0.9", "KZ", "ru-KZ"),
        ("ru-RU,ru;q=0.9", "kg", "ru-KG"),
        ("ru-RU,ru;q=0.9", "DE", "ru"),
        ("ru-KG", "KZ", "ru-KG"),
        ("en-US,en;q=0.9", "KZ", "en"),
        ("de-DE, uz ;q=0.5", "", "uz-UZ"),
        ("uz-Cyrl", "", "uz-Cyrl-UZ"),
        ("uz-Cyrl-KZ", "", "uz-Cyrl-UZ"),
        ("uz_UZ", "", "en"),  # not how a browser writes it
        ("tg;q=0.2, ky;q=0.3, tk;q=0.1", "", "ky-KG"),
        ("ky;q=0, tg", "", "tg-TJ"),
        ("KK-kz", "", "kk-KZ"),
        ("*", "", "en"),
        ("xx, *;q=0.5, ru;q=0.1", "", "en"),
        ("ru;q=1.5", "", "en"),
        ("ru;q=x", "", "en"),
        ("", "", "en"),
        (None, "", "en"),
        (b"ru", "", "en"),
        ("ru" * 10_000, "", "en"),
        (",".join(["xx"] * 15) + ",ru", "", "ru"),
        (",".join(["xx"] * 1000) + ",ru", "", "en"),
        ("ru\r\nSet-Cookie: x", "", "en"),
        ('"><script>', "", "en"),
    ],
)
def test_a_visitor_gets_the_language_that_he_reads(header, country, locale):
    assert negotiate(header, country=country) == locale


@given(st.text() | st.text("kruz-enq=;,.0159* \t", max_size=80), st.text(max_size=5))
def test_whatever_is_sent_the_answer_is_one_of_those_offered(header, country):
    assert negotiate(header, country=country) in OFFERED


def test_a_site_offers_what_it_has():
    assert negotiate("ru, kk;q=0.5", ["kk_KZ", "en_US"], default="en_US") == "kk_KZ"
    assert negotiate("fr", ["kk_KZ", "en_US"], default="kk_KZ") == "kk_KZ"
    with pytest.raises(OptionError, match="default 'en' is not one of the locales offered: kk_KZ"):
        negotiate("ru", ["kk_KZ"])


def test_all_that_is_offered_can_be_printed():
    assert [Display(None, locale).lang.split("-")[0] for locale in OFFERED] == [
        locale.split("-")[0] for locale in OFFERED
    ]
