"""The annotated development set: what is read right, by language and by difficulty."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from figures_scorer import Row, rows_of, score, table

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def rows(shared: Path) -> list[Row]:
    return rows_of(shared / "figures" / "dev.jsonl")


def test_the_development_set_is_read_right_without_a_hint(rows: list[Row]) -> None:
    print(table(rows))  # noqa: T201 -- the table is what a reader wants; pytest -s shows it
    whole = score(rows)
    assert whole.share >= 97, whole.misses
    assert whole.hedge_share >= 95, whole.misses
    assert whole.stated_share >= 95, whole.misses
    assert whole.spurious_share <= 2, whole.misses
    assert whole.clean_rows == whole.empty_rows, whole.misses


def test_no_language_falls_behind(rows: list[Row]) -> None:
    for language in {row["lang"] for row in rows}:
        part = score(row for row in rows if row["lang"] == language)
        assert part.share >= 90, (language, part.misses)


def test_separators_of_every_kind_are_read_alike(rows: list[Row]) -> None:
    variants = score(row for row in rows if row["rendering"] == "variant")
    assert variants.share == 100, variants.misses
