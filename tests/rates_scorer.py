"""Scores ``find_rates`` against annotated texts: base, quote, nominal, price and side all have to agree."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from cafx.text import Figure, StatedRate, find_figures, find_rates

if TYPE_CHECKING:
    from collections.abc import Iterable

    from figures_scorer import Row

__all__ = ["RateScore", "score_rates"]


class RateScore(NamedTuple):
    """What was counted: how many stated rates are right, what was too much, what became a figure."""

    texts: int
    rates: int
    right: int
    spurious: int
    figures: int
    misses: tuple[str, ...]

    @property
    def share(self) -> float:
        """Rates that are right, in per cent."""
        return 100 * self.right / self.rates if self.rates else 100.0


def score_rates(rows: Iterable[Row]) -> RateScore:
    """Run the reader over *rows* without any hint, and count."""
    texts = rates = right = spurious = figures = 0
    misses: list[str] = []
    for row in rows:
        texts += 1
        found = list(find_rates(row["text"]))
        amounts = find_figures(row["text"])
        for gold in row["rates"]:
            rates += 1
            match = next((rate for rate in found if _overlaps(rate, gold)), None)
            figures += any(_overlaps(figure, gold) for figure in amounts)
            if match is not None:
                found.remove(match)
            if match is not None and _is_same(match, gold):
                right += 1
            else:
                misses.append(f"{row['id']} {gold['text']!r}: {match} in {row['text']!r}")
        spurious += len(found)
        misses += [f"{row['id']} spurious {rate.text!r}: {rate}" for rate in found]
    return RateScore(texts, rates, right, spurious, figures, tuple(misses))


def _is_same(rate: StatedRate, gold: Row) -> bool:
    if (rate.base, rate.quote, rate.nominal) != (gold["base"], gold["quote"], int(gold["nominal"])):
        return False
    if rate.side != gold["side"]:
        return False
    if gold["price"] is not None:
        return rate.price == Decimal(gold["price"])
    return rate.ends == (Decimal(gold["low"]), Decimal(gold["high"]))


def _overlaps(found: Figure | StatedRate, gold: Row) -> bool:
    return bool(found.start < gold["end"] and gold["start"] < found.end)
