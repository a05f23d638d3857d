"""Text that was broken to a width is read as if it had not been; rows and lists stay lines."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cafx import RateBook
from cafx.text import annotate, find_figures, find_rates
from cafx.text.wrapping import unwrapped

_ENGLISH = """
Traders said that demand was high all day, and late on Thursday the dollar traded at 541.04 tenge.
The budget will grow by 13 trillion tenge (over $24 billion), officials said on the next day, when
offices bought the euro at 600 tenge and sold it at 605 tenge.
"""
_RUSSIAN = """
По данным агентства, в четверг вечером доллар стоил 541,04 тенге. Бюджет вырастет на 13 трлн тенге
(свыше $24 млрд), сообщили в министерстве. В обменниках Бишкека доллар продают по 87,6 сома, а евро
покупают по 101,5 сома, и курс рубля составил 1,04 сома.
"""
_ARTICLES = tuple(" ".join(article.split()) for article in (_ENGLISH, _RUSSIAN))


@pytest.mark.parametrize("width", [60, 72, 79, 90, 100])
@pytest.mark.parametrize("article", _ARTICLES)
def test_an_article_broken_to_a_width_reads_as_it_did(article: str, width: int) -> None:
    wrapped = textwrap.fill(article, width)
    for find in (find_figures, find_rates):
        found = find(wrapped)
        assert [str(one) for one in found] == [str(one) for one in find(article)]
        assert all(wrapped[one.start : one.end] == one.text for one in found)


def test_a_rate_over_a_line_end_is_not_annotated() -> None:
    wrapped = textwrap.fill(_ARTICLES[0], 72)
    assert "541.04 tenge (" not in str(annotate(wrapped, RateBook.bundled(), on="2025-09-18"))


@pytest.mark.parametrize(
    "text",
    [
        "Доллар подорожал до 541 тенге в обменниках города\nЕвро подорожал до 605 тенге в обменниках города",
        "USD 541,3 543,2\nEUR 600,1 605,0\nrub 6,4 6,6",
        "доллар — 541 тенге в обменных пунктах столицы;\nевро — 605 тенге в обменных пунктах столицы.",
        "Курсы на сегодня\nдоллар — 541 тенге в обменных пунктах столицы, в банках до 545 тенге",
        "One line of some length that is not full,\nbut the next one, in lower case, is longer than it",
    ],
)
def test_rows_and_lists_stay_lines(text: str) -> None:
    assert unwrapped(text) == text


@given(st.text(alphabet="ab D5.,|\n\r", max_size=300))
def test_every_character_keeps_its_place(text: str) -> None:
    read = unwrapped(text)
    assert len(read) == len(text)
    assert all(now == was or (was, now) == ("\n", " ") for was, now in zip(text, read, strict=True))
